"""Word documents (.docx) into text, with the numbers that Word prints but does not store."""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from corpus.formats import FormatError, Lines

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_EXPANDED_BYTES = 200 * 2**20
MAX_XML_BYTES = 50 * 2**20  # one XML part; its tree takes several times as much memory
MAX_RATIO = 200
RATIO_COUNTS_FROM = 2**20  # small members of real documents compress better than 200 : 1

_DAMAGED_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, ValueError)
_DAMAGED_ZIP += (NotImplementedError,)  # an unknown way of compression
_SKIPPED = frozenset(
    "pPr rPr tblPr tblGrid trPr tcPr sectPr del moveFrom Fallback rt instrText delText".split()
)
_WORD_SIGNS = {"tab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "-", "softHyphen": ""}
_OFF = ("0", "false", "off")
_BROKEN_WORD = "open the document in Word or WPS and save it again"


def open_package(data: bytes) -> zipfile.ZipFile:
    """
    Open a ZIP file whose members, unpacked, stay within bounds.

    A member that is larger than its entry says fails its checksum later, unread.

    :raises FormatError: if it is damaged, encrypted or a zip bomb
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED_ZIP as error:
        raise FormatError("damaged", f"the ZIP container is broken; {_BROKEN_WORD}") from error
    members = package.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise FormatError("encrypted", "the ZIP container is encrypted; save it without password")
    is_bomb = any(
        member.file_size > max(RATIO_COUNTS_FROM, MAX_RATIO * member.compress_size)
        for member in members
    )
    if is_bomb or sum(member.file_size for member in members) > MAX_EXPANDED_BYTES:
        limit = f"more than {MAX_EXPANDED_BYTES:,} bytes or {MAX_RATIO} times its size"
        raise FormatError("too_large", f"unpacked it takes {limit}; remove its pictures")
    return package


def docx_text(package: zipfile.ZipFile, read_chunk: Callable[[bytes], str]) -> str:
    """
    Give the text of a Word document: paragraphs, tables, text boxes and embedded pages.

    The XML is read directly. A reader of paragraphs alone sees nothing of a document that
    embeds its text as a web page (``w:altChunk``), loses tracked insertions, content
    controls and the numbers that Word makes, and refuses a dangling link to a picture.
    Deletions, hidden text, notes, page headers and footers are left out.

    :param package: the file, from :func:`open_package`
    :param read_chunk: gives the text of an embedded page (HTML or MHT)
    """
    main = next(iter(_targets(package, "", "/officeDocument").values()), "word/document.xml")
    parts = [
        _xml(package, target) if target in package.namelist() else None
        for kind in ("/numbering", "/styles")
        for target in [next(iter(_targets(package, main, kind).values()), "")]
    ]
    chunks = {
        key: read_chunk(_member(package, target))
        for key, target in _targets(package, main, "/aFChunk").items()
    }
    out = Lines(collapse=False)
    _walk_word(_xml(package, main), out, _Numbering(*parts), chunks)
    out.end_line()
    return "\n".join(out.lines)


def _member(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        info = package.getinfo(name)
        with package.open(info) as file:
            content = file.read(min(info.file_size, MAX_XML_BYTES) + 1)  # read() has no bound
    except _DAMAGED_ZIP as error:
        raise FormatError("damaged", f"{name} cannot be read; {_BROKEN_WORD}") from error
    if len(content) > MAX_XML_BYTES:
        limit = f"{name} has more than {MAX_XML_BYTES:,} bytes"
        raise FormatError("too_large", f"{limit}; split the document")
    return content


def _xml(package: zipfile.ZipFile, name: str) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(_member(package, name), parser)
    except etree.XMLSyntaxError as error:
        raise FormatError("damaged", f"{name} is no valid XML; {_BROKEN_WORD}") from error


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
        for item in _xml(package, relations).iterfind("{*}Relationship")
        if item.get("Type", "").endswith(kind) and item.get("TargetMode") != "External"
    }


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
        if name == "t":
            out.add(child.text or "")
        elif name in _WORD_SIGNS:
            out.add(_WORD_SIGNS[name])
        elif name == "altChunk":
            if _attribute(child, "id") not in chunks:
                raise FormatError("damaged", f"an embedded page is missing; {_BROKEN_WORD}")
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
    elif name == "tr":
        out.open_row()
    elif name == "tc":
        out.open_cell()


def _close_word(name: str, out: Lines) -> None:
    if name == "p":
        out.end_line()
    elif name == "tr":
        out.close_row()


class _Level(NamedTuple):
    start: int
    form: str  # "decimal", "chineseCounting" …
    pattern: str  # "第%1条", "%1.%2"
    style: str


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
            del counts[deeper]
        if levels[depth].form in ("bullet", "none"):
            return ""

        def printed(match: re.Match[str]) -> str:
            above = levels.get(int(match[1]) - 1, levels[depth])
            return _numeral(counts.get(int(match[1]) - 1, above.start), above.form)

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
    return _number(_attribute(element, "ilvl"), 0), _Level(_number(start, 1), form, pattern, style)


def _list_and_depth(properties: "_Element | None") -> tuple[str, str]:
    numbering = _child(properties, "numPr")
    item, depth = _child(numbering, "numId"), _child(numbering, "ilvl")
    return _attribute(item, "val"), _attribute(depth, "val")


_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def _numeral(number: int, form: str) -> str:
    """Print a number in one of Word's forms: ``_numeral(21, "chineseCounting") -> "二十一"``."""
    if form.startswith(("chinese", "japaneseCounting", "taiwaneseCounting", "ideographDigital")):
        return _chinese_numeral(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if form.startswith("decimalFullWidth"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if form in ("upperLetter", "lowerLetter") and 1 <= number <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + number - 1)
    if form in ("upperRoman", "lowerRoman") and 1 <= number < 40:
        roman = "X" * (number // 10) + _ROMAN[number % 10]
        return roman if form == "upperRoman" else roman.lower()
    return str(number)


def _chinese_numeral(number: int) -> str:
    """Write a number below ten thousand: ``12 -> 十二``, ``105 -> 一百零五``."""
    if not 0 < number < 10_000:
        return str(number)
    text = ""
    for unit, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            text += "零一二三四五六七八九"[digit] + unit
        elif text and number and not text.endswith("零"):
            text += "零"
    return text[1:] if text.startswith("一十") else text
