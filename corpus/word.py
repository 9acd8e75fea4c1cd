"""Word documents (.docx) into text, with the numbers that Word prints but does not store."""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from corpus.formats import FormatError, Lines
from corpus.list_numbers import printed_numeral
from corpus.package import SAVE_AGAIN, read_member, read_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    "pPr rPr tblPr tblGrid trPr tcPr sectPr del moveFrom Fallback rt instrText delText".split()
)
_WORD_SIGNS = {"tab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "-", "softHyphen": ""}
_ROWS = "rows"  # over which a cell is merged, as an attribute that no file has
_OFF = ("0", "false", "off")


def docx_text(package: zipfile.ZipFile, read_chunk: Callable[[bytes], str]) -> str:
    """
    Give the text of a Word document: paragraphs, tables, text boxes and embedded pages.

    The XML is read directly. A reader of paragraphs alone sees nothing of a document that
    embeds its text as a web page (``w:altChunk``), loses tracked insertions, content
    controls and the numbers that Word makes, and refuses a dangling link to a picture.
    Deletions, hidden text, notes, page headers and footers are left out.

    :param package: the file, from :func:`corpus.package.open_package`
    :param read_chunk: gives the text of an embedded page (HTML or MHT)
    """
    main = next(iter(_targets(package, "", "/officeDocument").values()), "word/document.xml")
    parts = [
        read_xml(package, target) if target in package.namelist() else None
        for kind in ("/numbering", "/styles")
        for target in [next(iter(_targets(package, main, kind).values()), "")]
    ]
    chunks = {
        key: read_chunk(read_member(package, target))
        for key, target in _targets(package, main, "/aFChunk").items()
    }
    out = Lines(collapse=False)
    root = read_xml(package, main)
    _take_out_deletions(root)
    _walk_word(root, out, _Numbering(*parts), chunks)
    out.end_line()
    return "\n".join(out.lines)


def _targets(package: zipfile.ZipFile, source: str, kind: str) -> dict[str, str]:
    """Give the members that ``source`` names for one kind of relation, by the relation's id."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package.namelist():
        return {}
    return {
        item.get("Id", ""): posixpath.normpath(
            posixpath.join("/", folder, item.get("Target", ""))
        ).lstrip("/")
        for item in read_xml(package, relations).iterfind("{*}Relationship")
        if item.get("Type", "").endswith(kind) and item.get("TargetMode") != "External"
    }


def _take_out_deletions(root: "_Element") -> None:
    """Remove rows whose deletion is tracked; join paragraphs whose end is deleted to the next."""
    for row in [row for row in root.iter("{*}tr") if row.find("{*}trPr/{*}del") is not None]:
        row.getparent().remove(row)
    ends = [p for p in root.iter("{*}p") if p.find("{*}pPr/{*}rPr/{*}del") is not None]
    for paragraph in reversed(ends):
        following = next(paragraph.itersiblings("{*}*"), None)
        if following is None or following.tag != paragraph.tag:
            continue
        kept = [c for c in paragraph.iterchildren("{*}*") if not c.tag.endswith("}pPr")]
        place = int(following.find("{*}pPr") is not None)
        for child in reversed(kept):
            following.insert(place, child)
        paragraph.getparent().remove(paragraph)


def _attribute(element: "_Element | None", name: str) -> str:
    """Read an attribute in whatever namespace: transitional and strict files differ."""
    attributes = () if element is None else element.attrib.items()
    return next((str(v) for key, v in attributes if str(key).rpartition("}")[2] == name), "")


def _walk_word(
    element: "_Element", out: Lines, numbering: "_Numbering", chunks: dict[str, str]
) -> None:
    """Collect the text below an element; libxml2 allows no more than 256 levels."""
    for child in element.iterchildren("{*}*"):
        name = child.tag.rpartition("}")[2]
        hidden = child.find("{*}rPr/{*}vanish") if name == "r" else None
        if name in _SKIPPED or (hidden is not None and _attribute(hidden, "val") not in _OFF):
            continue
        if name == "tc" and child.get(_ROWS) == "0":
            continue
        if name == "t":
            out.add(child.text or "")
        elif name in _WORD_SIGNS:
            out.add(_WORD_SIGNS[name])
        elif name == "altChunk":
            if _attribute(child, "id") not in chunks:
                raise FormatError("damaged", f"an embedded page is missing; {SAVE_AGAIN}")
            out.end_line()
            out.lines += filter(None, chunks[_attribute(child, "id")].split("\n"))
        else:
            _open_word(name, child, out, numbering)
            _walk_word(child, out, numbering, chunks)
            _close_word(name, out)


def _open_word(name: str, element: "_Element", out: Lines, numbering: "_Numbering") -> None:
    if name == "p":
        out.end_line()
        out.add(numbering.label(element))
    elif name == "tbl":
        if next(element.iter("{*}vMerge"), None) is not None:
            _mark_merged(element)
        out.open_table()
    elif name == "tr":
        out.open_row()
    elif name == "tc":
        out.open_cell(_columns(element), _number(element.get(_ROWS, ""), 1))


def _close_word(name: str, out: Lines) -> None:
    if name == "p":
        out.end_line()
    elif name == "tbl":
        out.close_table()
    elif name == "tr":
        out.close_row()


def _columns(cell: "_Element") -> int:
    return _number(_attribute(cell.find("{*}tcPr/{*}gridSpan"), "val"), 1)


def _mark_merged(table: "_Element") -> None:
    """
    Mark each cell that is merged over rows with the number of its rows, and those below with 0.

    Word says only that a cell goes on below the one above. One with text of its own stands alone.
    """
    above: dict[int, _Element] = {}  # the first cell of those merged, by column
    for row in _nearest(table, "tr"):
        merged: dict[int, _Element] = {}
        column = 0
        for cell in _nearest(row, "tc"):
            merge = cell.find("{*}tcPr/{*}vMerge")
            if merge is not None:
                first = above.get(column)
                if first is None or _attribute(merge, "val") == "restart" or _has_text(cell):
                    first = cell
                merged[column] = first
                first.set(_ROWS, str(_number(first.get(_ROWS, ""), 0) + 1))
                if first is not cell:
                    cell.set(_ROWS, "0")
            column += _columns(cell)
        above = merged


def _has_text(cell: "_Element") -> bool:
    return any(part.text or len(part.attrib) for part in cell.iter("{*}t", "{*}altChunk"))


def _nearest(element: "_Element", name: str) -> "Iterator[_Element]":
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for child in element.iterchildren("{*}*"):
        if child.tag.endswith("}" + name):
            yield child
        elif not child.tag.endswith("}tbl"):
            yield from _nearest(child, name)


class _Level(NamedTuple):
    start: int
    form: str  # "decimal", "chineseCounting" …
    pattern: str  # "第%1条", "%1.%2"
    style: str
    restart: int  # how many of the outermost levels make it begin anew


class _Numbering:
    """The numbers that Word prints before paragraphs but does not store as text."""

    def __init__(self, numbering: "_Element | None", styles: "_Element | None") -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = {_attribute(s, "styleId"): s for s in _children(styles, "style")}
        abstracts = {
            _attribute(item, "abstractNumId"): dict(map(_level, item.iterfind("{*}lvl")))
            for item in _children(numbering, "abstractNum")
        }
        for item in _children(numbering, "num"):
            name = _attribute(item, "numId")
            abstract = _attribute(item.find("{*}abstractNumId"), "val")
            levels = dict(abstracts.get(abstract, {}))
            overrides = item.findall("{*}lvlOverride")
            for override in overrides:
                levels |= map(_level, override.iterfind("{*}lvl"))
                depth = _number(_attribute(override, "ilvl"), 0)
                start = _attribute(override.find("{*}startOverride"), "val")
                if depth in levels and start:
                    levels[depth] = levels[depth]._replace(start=_number(start, 1))
            # Lists share the count of their abstract list, unless they start their own.
            self._lists[name] = (f"num {name}" if overrides else abstract, levels)

    def label(self, paragraph: "_Element") -> str:
        """Count a paragraph and give its printed number: ``一、``, ``第三条 `` or nothing."""
        properties = paragraph.find("{*}pPr")
        style = _attribute(_child(properties, "pStyle"), "val")
        item, depth = _list_and_depth(properties)
        parent = style
        for _ in range(10):  # styles are based on styles
            if item or parent not in self._styles:
                break
            element = self._styles[parent]
            item, depth = _list_and_depth(_child(element, "pPr"))
            parent = _attribute(_child(element, "basedOn"), "val")
        key, levels = self._lists.get(item, ("", {}))
        of_style = next((d for d, lvl in levels.items() if style and lvl.style == style), 0)
        level = _number(depth, of_style)
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


def _children(parent: "_Element | None", name: str) -> "list[_Element]":
    return [] if parent is None else parent.findall("{*}" + name)


def _child(parent: "_Element | None", name: str) -> "_Element | None":
    return None if parent is None else parent.find("{*}" + name)


def _number(digits: str, default: int) -> int:
    return int(digits) if re.fullmatch("[0-9]{1,5}", digits) else default


def _level(element: "_Element") -> tuple[int, _Level]:
    start, form, pattern, style = (
        _attribute(_child(element, name), "val")
        for name in ("start", "numFmt", "lvlText", "pStyle")
    )
    depth = _number(_attribute(element, "ilvl"), 0)
    restart = _number(_attribute(_child(element, "lvlRestart"), "val"), depth)
    return depth, _Level(_number(start, 1), form, pattern, style, restart)


def _list_and_depth(properties: "_Element | None") -> tuple[str, str]:
    numbering = _child(properties, "numPr")
    item, depth = _child(numbering, "numId"), _child(numbering, "ilvl")
    return _attribute(item, "val"), _attribute(depth, "val")
