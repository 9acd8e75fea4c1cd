"""OpenDocument texts (.odt) into text, with the list numbers that are printed but not stored."""

import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from corpus.formats import FormatError, Lines
from corpus.list_numbers import printed_numeral
from corpus.package import read_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_REPEATED_CELLS = 100_000  # cells and rows that the file does not hold, but asks to repeat
MAX_BLANK_CELLS = 50  # the blank rest of a row, too, is stored as one repeated cell
MAX_BLANKS = 1_000

_SKIPPED = frozenset(
    "tracked-changes annotation annotation-end forms bibliography-configuration number "
    "sequence-decls variable-decls title desc ruby-text script covered-table-cell".split()
)
_SIGNS = {"tab": "\t", "line-break": "\v"}
# The first sign of a number format, as the name that Word has for it.
_FORMS = {
    "一": "chineseCounting",
    "壹": "chineseCounting",
    "甲": "ideographTraditional",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_BLANKS = re.compile(r"[ \t\r\n]+")


def odt_text(package: zipfile.ZipFile) -> str | None:
    """
    Give the text of an OpenDocument text; None where the package is another kind of document.

    The XML is read directly, as for Word: list numbers are not stored as text, and readers of
    paragraphs alone lose them. A note stands on a line of its own below the paragraph that refers
    to it. Deletions, comments, page headers and footers are left out.
    """
    content = read_xml(package, "content.xml")
    body = content.find("{*}body/{*}text")
    if body is None:
        return None
    parts = [content.find("{*}automatic-styles")]
    if "styles.xml" in package.namelist():
        root = read_xml(package, "styles.xml")
        parts += [root.find("{*}styles"), root.find("{*}automatic-styles")]
    reader = _Reader(_Numbering([part for part in parts if part is not None]))
    reader.walk(body)
    reader.out.end_line()
    return "\n".join(reader.out.lines)


class _Level(NamedTuple):
    form: str  # a name of Word's; empty for bullets
    prefix: str
    suffix: str
    start: int
    shown: int  # how many levels the number shows: 2 for "1.2"


class _List(NamedTuple):
    style: str
    depth: int


class _Numbering:
    """The numbers that are printed before list items and headings but not stored as text."""

    def __init__(self, parts: "list[_Element]") -> None:
        self._levels = {
            _attribute(item, "name"): dict(map(_level, item.iterchildren("{*}*")))
            for part in parts
            for item in part.findall("{*}list-style")
        }
        for part in parts:
            for item in part.findall("{*}outline-style"):
                self._levels[""] = dict(map(_level, item.iterchildren("{*}*")))
        self.style_of = {
            _attribute(item, "name"): _attribute(item, "list-style-name")
            for part in parts
            for item in part.findall("{*}style")
        }
        self._counts: dict[str, dict[int, int]] = {}

    def restart(self, style: str) -> None:
        """Begin a list at its first number."""
        self._counts.pop(style, None)

    def label(self, style: str, depth: int, start: int = 0) -> str:
        """
        Count an item and give its printed number: ``一、``, ``(3)`` or nothing for bullets.

        :param style: a list style; empty for the numbers of headings
        :param start: a number that the item itself sets
        """
        levels = self._levels.get(style, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(style, {})
        counts[depth] = start or counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if not level.form:
            return ""
        numerals = [
            printed_numeral(counts.get(shown, 1), levels[shown].form)
            for shown in range(depth - level.shown + 1, depth + 1)
            if shown in levels and levels[shown].form
        ]
        text = level.prefix + ".".join(numerals) + level.suffix
        return text if text[-1] in "、）) " else text + " "


class _Reader:
    """Walks the body; libxml2 allows it no more than 256 levels."""

    def __init__(self, numbering: _Numbering) -> None:
        self.out = Lines(collapse=False)
        self._numbering = numbering
        self._repeated = 0
        self._label = ""  # waits for the paragraph that it numbers
        self._referred: list[str] = []  # notes of the paragraph that is open

    def walk(self, element: "_Element", inside: _List | None = None) -> None:
        """Read what is in an element; ``inside`` is the list around it."""
        self.out.add(_plain(element.text))
        for child in element:
            if isinstance(child.tag, str):
                self._enter(child, child.tag.rpartition("}")[2], inside)
            self.out.add(_plain(child.tail))

    def _enter(self, element: "_Element", name: str, inside: _List | None) -> None:
        if name in _SKIPPED:
            return
        if name in ("p", "h"):
            self._paragraph(element, is_heading=name == "h" and inside is None)
        elif name == "list":
            self._list(element, inside)
        elif name == "list-item" and inside:
            first = next(element.iterchildren("{*}*"), None)
            if first is not None and not first.tag.endswith("}list"):  # else it only goes deeper
                start = _number(_attribute(element, "start-value"), 0)
                self._label = self._numbering.label(inside.style, inside.depth, start)
            self.walk(element, inside)
            self._label = ""
        elif name == "table":
            self.out.open_table()
            self.walk(element)
            self.out.close_table()
        elif name == "table-row":
            for _ in range(self._repeats(element, "number-rows-repeated")):
                self.out.open_row()
                self.walk(element)
                self.out.close_row()
        elif name == "table-cell":
            columns, rows = (
                max(1, _number(_attribute(element, f"number-{kind}-spanned"), 1))
                for kind in ("columns", "rows")
            )
            for _ in range(self._repeats(element, "number-columns-repeated")):
                self.out.open_cell(columns, rows)
                self.walk(element)
        elif name == "s":
            self.out.add(" " * min(_number(_attribute(element, "c"), 1), MAX_BLANKS))
        elif name in _SIGNS:
            self.out.add(_SIGNS[name])
        elif name == "note":
            paragraphs = element.iterfind("{*}note-body/{*}p")
            note = " ".join(_plain("".join(p.itertext())).strip() for p in paragraphs).strip()
            self._referred += [note] if note else []
        else:
            self.walk(element, inside)

    def _paragraph(self, element: "_Element", *, is_heading: bool) -> None:
        self.out.end_line()
        if is_heading and _attribute(element, "is-list-header") != "true":
            depth = _number(_attribute(element, "outline-level"), 1)
            self._label = self._numbering.label("", depth)
        self.out.add(self._label)
        self._label = ""
        self.walk(element)
        self.out.end_line()
        for note in self._referred:
            self.out.add(f"注：{note}")
            self.out.end_line()
        self._referred.clear()

    def _list(self, element: "_Element", inside: _List | None) -> None:
        paragraph = element.find("{*}list-item/{*}p")
        own = _attribute(element, "style-name") or (inside.style if inside else "")
        style = own or self._numbering.style_of.get(_attribute(paragraph, "style-name"), "")
        goes_on = _attribute(element, "continue-numbering") == "true"
        if inside is None and not goes_on and not _attribute(element, "continue-list"):
            self._numbering.restart(style)
        if style:
            self.walk(element, _List(style, inside.depth + 1 if inside else 1))
        else:
            self.walk(element)

    def _repeats(self, element: "_Element", name: str) -> int:
        count = max(1, _number(_attribute(element, name), 1))
        if count > 1 and not "".join(element.itertext()).strip():
            return 1 if "row" in name else min(count, MAX_BLANK_CELLS)
        self._repeated += count - 1
        if self._repeated > MAX_REPEATED_CELLS:
            limit = f"more than {MAX_REPEATED_CELLS:,} cells are repeated"
            raise FormatError("too_large", f"{limit}; remove the blank ones from its tables")
        return count


def _attribute(element: "_Element | None", name: str) -> str:
    """Read an attribute in whatever namespace."""
    attributes = () if element is None else element.attrib.items()
    return next((str(v) for key, v in attributes if str(key).rpartition("}")[2] == name), "")


def _plain(text: str | None) -> str:
    return _BLANKS.sub(" ", text or "")


def _number(digits: str, default: int) -> int:
    return int(digits) if re.fullmatch("[0-9]{1,7}", digits) else default


def _level(element: "_Element") -> tuple[int, _Level]:
    form = _attribute(element, "num-format")
    if not form or "bullet" in element.tag:
        name = ""
    else:
        name = _FORMS.get(form[0], "decimal")
    return _number(_attribute(element, "level"), 1), _Level(
        form=name,
        prefix=_attribute(element, "num-prefix"),
        suffix=_attribute(element, "num-suffix"),
        start=_number(_attribute(element, "start-value"), 1),
        shown=_number(_attribute(element, "display-levels"), 1),
    )
