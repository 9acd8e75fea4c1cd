"""The numbers that Word prints before paragraphs but does not store as text."""

import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.list_numbers import printed_numeral

if TYPE_CHECKING:
    from lxml.etree import _Element


def attribute(element: "_Element | None", name: str) -> str:
    """Read an attribute in whatever namespace: transitional and strict files differ."""
    attributes = () if element is None else element.attrib.items()
    return next((str(v) for key, v in attributes if str(key).rpartition("}")[2] == name), "")


class _Level(NamedTuple):
    start: int
    form: str  # "decimal", "chineseCounting" …
    pattern: str  # "第%1条", "%1.%2"
    style: str
    restart: int  # how many of the outermost levels make it begin anew


class Numbering:
    """The numbers that Word prints before paragraphs but does not store as text."""

    def __init__(self, numbering: "_Element | None", styles: "_Element | None") -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = {attribute(s, "styleId"): s for s in children(styles, "style")}
        abstracts = {
            attribute(item, "abstractNumId"): dict(map(_level, item.iterfind("{*}lvl")))
            for item in children(numbering, "abstractNum")
        }
        for item in children(numbering, "num"):
            name = attribute(item, "numId")
            abstract = attribute(item.find("{*}abstractNumId"), "val")
            levels = dict(abstracts.get(abstract, {}))
            overrides = item.findall("{*}lvlOverride")
            for override in overrides:
                levels |= map(_level, override.iterfind("{*}lvl"))
                depth = number(attribute(override, "ilvl"), 0)
                start = attribute(override.find("{*}startOverride"), "val")
                if depth in levels and start:
                    levels[depth] = levels[depth]._replace(start=number(start, 1))
            # Lists share the count of their abstract list, unless they start their own.
            self._lists[name] = (f"num {name}" if overrides else abstract, levels)

    def label(self, paragraph: "_Element") -> str:
        """Count a paragraph and give its printed number: ``一、``, ``第三条 `` or nothing."""
        properties = paragraph.find("{*}pPr")
        style = attribute(child(properties, "pStyle"), "val")
        item, depth = _list_and_depth(properties)
        parent = style
        for _ in range(10):  # styles are based on styles
            if item or parent not in self._styles:
                break
            element = self._styles[parent]
            item, depth = _list_and_depth(child(element, "pPr"))
            parent = attribute(child(element, "basedOn"), "val")
        key, levels = self._lists.get(item, ("", {}))
        of_style = next((d for d, lvl in levels.items() if style and lvl.style == style), 0)
        level = number(depth, of_style)
        return self._count(key, levels, level) if level in levels else ""

    def _count(self, key: str, levels: dict[int, _Level], depth: int) -> str:
        counts = self._counts.setdefault(key, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            if depth < levels[deeper].restart:
                del counts[deeper]
        if levels[depth].form in ("bullet", "none"):
            return ""

        def printed(match: re.Match[str]) -> str:
            above = levels.get(int(match[1]) - 1, levels[depth])
            return printed_numeral(counts.get(int(match[1]) - 1, above.start), above.form)

        text = re.sub(r"%([1-9])", printed, levels[depth].pattern)
        return text if not text or text[-1] in "、）) " else text + " "


def children(parent: "_Element | None", name: str) -> "list[_Element]":
    """Give the elements of a name below another, in whatever namespace."""
    return [] if parent is None else parent.findall("{*}" + name)


def child(parent: "_Element | None", name: str) -> "_Element | None":
    """Give the first element of a name below another; None where it is missing."""
    return None if parent is None else parent.find("{*}" + name)


def number(digits: str, default: int) -> int:
    """Read a number of an attribute; one that is none counts as the default."""
    return int(digits) if re.fullmatch("[0-9]{1,5}", digits) else default


def _level(element: "_Element") -> tuple[int, _Level]:
    start, form, pattern, style = (
        attribute(child(element, name), "val") for name in ("start", "numFmt", "lvlText", "pStyle")
    )
    depth = number(attribute(element, "ilvl"), 0)
    restart = number(attribute(child(element, "lvlRestart"), "val"), depth)
    return depth, _Level(number(start, 1), form, pattern, style, restart)


def _list_and_depth(properties: "_Element | None") -> tuple[str, str]:
    numbering = child(properties, "numPr")
    item, depth = child(numbering, "numId"), child(numbering, "ilvl")
    return attribute(item, "val"), attribute(depth, "val")
