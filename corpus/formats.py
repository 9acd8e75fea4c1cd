"""
The formats that are more than characters: Markdown, HTML, Word and PDF into text.

Every function refuses with :class:`FormatError`; :mod:`corpus.loading` decides which one a
file needs and adds the file's name. Numbers that a program prints (list items of a page,
automatic numbering in Word) become text here, because they are section numbers.
"""

import io
import posixpath
import re
import struct
import threading
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, PageElement, Tag
    from lxml.etree import _Element
    from pypdfium2 import PdfDocument, PdfPage

Reason = Literal[
    "unsupported", "empty", "encrypted", "scanned", "damaged", "too_large", "mislabelled"
]

MAX_EXPANDED_BYTES = 200 * 2**20
MAX_XML_BYTES = 50 * 2**20  # one XML part; its tree takes several times as much memory
MAX_RATIO = 200
RATIO_COUNTS_FROM = 2**20  # small members of real documents compress better than 200 : 1
MAX_MARKS = 150_000  # "<" signs in a page; its tree takes about 1 KB for each
MAX_TABLES = 1_000  # HTML tables in Markdown
MAX_PAGES = 2_000

_CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class FormatError(ValueError):
    """
    Bytes that cannot become text, before anyone says which file they came from.

    :param reason: a fixed code for callers
    :param what: what happened and what to do, in English
    """

    def __init__(self, reason: Reason, what: str) -> None:
        super().__init__(reason, what)
        self.reason: Reason = reason
        self.what = what


def remove_controls(text: str) -> str:
    """Make every line end one newline and remove the other control characters, but not tabs."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def replace_spans(text: str, start: str, end: str, replace: Callable[[str], str]) -> str:
    """
    Replace what stands from each ``start`` to the next ``end``, both included.

    Linear, where a regular expression with ``.*?`` is quadratic on many open starts.
    ``replace_spans("a<!--b-->c", "<!--", "-->", lambda span: "") -> "ac"``
    """
    first, *rest = text.split(start)
    parts = [first]
    for part in rest:
        inside, found, after = part.partition(end)
        parts.append(replace(start + inside + end) + after if found else start + part)
    return "".join(parts)


# --- Markdown --------------------------------------------------------------------------------

_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}(?!#)[ \t\u3000]*(.*?)(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r"^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:[_=][ \t]*){3,}$")
# A link needs a target that looks like one: 国发[2015](40) is a document number.
_LINK = re.compile(
    r"!?(?<!\\)\[([^\[\]\n]*)\]"
    r"\((?=[^()\s]*[/.#:]|\))[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ \t]+\"[^\"\n]*\")?\)"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_EMPHASIS = (
    (re.compile(r"(?<!\\)\*\*+"), ""),
    (re.compile(r"(?<![\d\\*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s\\])\*(?!\*)"), r"\1"),
    (re.compile(r"(?<![\w\\])(__?)(?=[^\s_])([^_\n]+?)\1(?!\w)"), r"\2"),
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def markdown_text(text: str) -> str:
    """
    Remove the marks of Markdown and keep the text as printed, list numbers included.

    A Markdown parser is not used: it renumbers lists, and by its rules the ``**`` beside
    Chinese punctuation often is no mark at all.

    ``markdown_text("## 一、**总则**，见[附件](a.pdf)") -> "一、总则，见附件"``
    """
    text = replace_spans(remove_controls(text), "<!--", "-->", lambda _: "")
    if text.count("<table") > MAX_TABLES:
        raise FormatError("too_large", f"there are more than {MAX_TABLES:,} tables; split the file")
    text = replace_spans(text, "<table", "</table>", html_text)
    text = re.sub(r"<br\s*/?>", "\n", text)
    text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))  # twice: a picture inside a link
    text = _AUTOLINK.sub(r"\1", text)
    lines = [_markdown_line(line) for line in text.split("\n") if not _RULE.match(line)]
    text = "\n".join(line for line in lines if line is not None)
    for pattern, replacement in _EMPHASIS:
        text = pattern.sub(replacement, text)
    return _ESCAPE.sub(r"\1", text)


def _markdown_line(line: str) -> str | None:
    line = re.sub(r"^[ \t]{0,3}>[ \t]?", "", line)
    if heading := _HEADING.match(line):
        return heading[1]
    row = line.strip()
    if len(row) > 2 and row[0] == row[-1] == "|":
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row[1:-1])]
        return None if set(row) <= set("|-: ") else " | ".join(cells)
    return None if row.startswith("```") else line


# --- lines and table rows, for HTML and Word -------------------------------------------------


_WHITE = re.compile(r"[ \t\n]+")


@dataclass(slots=True)
class _Row:
    cells: list[int]  # the line at which each cell starts
    holds_rows: bool = False


class _Lines:
    """Text collected into lines: one for each block, one for each row of a data table."""

    def __init__(self, *, collapse: bool) -> None:
        self.lines: list[str] = []
        self._collapse = collapse
        self._parts: list[str] = []
        self._rows: list[_Row] = []

    def add(self, text: str) -> None:
        self._parts.append(text)

    def end_line(self) -> None:
        line = "".join(self._parts)
        self._parts.clear()
        if self._collapse:  # white space as a browser shows it; \v is a line end in <pre>
            line = _WHITE.sub(_one_space, line)
        self.lines += (part for part in line.split("\v") if part.strip())

    def open_row(self) -> None:
        self.end_line()
        if self._rows:
            self._rows[-1].holds_rows = True
        self._rows.append(_Row([]))

    def open_cell(self) -> None:
        self.end_line()
        if self._rows:
            self._rows[-1].cells.append(len(self.lines))

    def close_row(self) -> None:
        self.end_line()
        row = self._rows.pop()
        if row.cells and not row.holds_rows:
            ends = [*row.cells[1:], len(self.lines)]
            cells = [self.lines[a:b] for a, b in zip(row.cells, ends, strict=True)]
            self.lines[row.cells[0] :] = _row_lines(cells)


def _row_lines(cells: list[list[str]]) -> list[str]:
    """
    Make one line of a table row, but keep the lines of a cell that only lays out a page.

    ``_row_lines([["指标"], ["1.产值", "2.税收"]]) -> ["指标 | 1.产值 2.税收"]``
    """
    sizes = [sum(map(len, cell)) for cell in cells]
    longest = max(cells, key=lambda cell: sum(map(len, cell)), default=[])
    is_layout = len(longest) > 2 and sum(map(len, longest)) > max(200, 0.9 * sum(sizes))
    if len(cells) == 1 or is_layout:
        return [line for cell in cells for line in cell]
    row = " | ".join(" ".join(cell) for cell in cells)
    return [row.rstrip(" |")] if row.strip(" |") else []


def _one_space(match: re.Match[str]) -> str:
    """Give one blank, or none where the page's source is wrapped between Chinese characters."""
    text, start, end = match.string, match.start(), match.end()
    if start == 0 or end == len(text):
        return ""
    wrapped = "\n" in match[0] and (_is_wide(text[start - 1]) or _is_wide(text[end]))
    return "" if wrapped else " "


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


# --- HTML ------------------------------------------------------------------------------------

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption "
    "figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead "
    "tr ul".split()
)
_NEVER_TEXT = (
    "head script style template noscript iframe object svg button select textarea rt rp".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def html_text(markup: str) -> str:
    """
    Give the text of a page, one line for each block and for each row of a data table.

    Site navigation, forms and hidden copies are dropped, unless they hold most of the page:
    some systems wrap the whole page into one form.
    """
    from bs4 import BeautifulSoup

    if "<" not in markup:
        return markup
    if markup.count("<") > MAX_MARKS:
        raise FormatError("too_large", f"the page has more than {MAX_MARKS:,} tags; split it")
    markup = re.sub(r"^\s*<\?xml[^>]*>", "", remove_controls(markup))
    soup = BeautifulSoup(markup, "lxml")
    _drop_chrome(soup)
    for preformatted in soup.find_all("pre"):
        for string in preformatted.find_all(string=True):
            string.replace_with(string.replace("\n", "\v"))
    return "\n".join(_html_lines(soup))


def _drop_chrome(soup: "BeautifulSoup") -> None:
    for tag in soup.find_all(_NEVER_TEXT):
        tag.decompose()
    most = 0.75 * _visible_length(soup)
    kept = 0
    for tag in soup.find_all(_is_chrome):
        if tag.decomposed:
            continue
        if _visible_length(tag) <= most:
            tag.decompose()
        elif (kept := kept + 1) > 5:  # measuring each of many nested ones is quadratic
            break


def _visible_length(tag: "Tag") -> int:
    return len("".join(tag.get_text().split()))


def _is_chrome(tag: "Tag") -> bool:
    is_hidden = tag.has_attr("hidden") or _HIDDEN.search(str(tag.get("style", "")))
    return tag.name in ("nav", "footer", "form") or bool(is_hidden)


def _html_lines(root: "Tag") -> list[str]:
    """Walk the tree without recursion: unclosed tags make pages very deep."""
    from bs4 import NavigableString, Tag

    out = _Lines(collapse=True)
    stack = [(root, _numbered(root))]
    while stack:
        tag, children = stack[-1]
        child, number = next(children, (None, ""))
        if type(child) is NavigableString:  # its subclasses are comments and the like
            out.add(child)
        elif isinstance(child, Tag):
            _open_tag(child.name, out)
            out.add(number)
            stack.append((child, _numbered(child)))
        elif child is None:
            stack.pop()
            _close_tag(tag.name, out)
    out.end_line()
    return out.lines


def _open_tag(name: str, out: _Lines) -> None:
    if name == "tr":
        out.open_row()
    elif name in ("td", "th"):
        out.open_cell()
    elif name in _BLOCKS:
        out.end_line()


def _close_tag(name: str, out: _Lines) -> None:
    if name == "tr":
        out.close_row()
    elif name in _BLOCKS:
        out.end_line()


def _numbered(tag: "Tag") -> "Iterator[tuple[PageElement, str]]":
    """Give the children of a tag, each with the number that a browser prints before it."""
    is_list = tag.name == "ol" and "none" not in str(tag.get("style", ""))
    start = str(tag.get("start", ""))
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
    for child in tag.children:
        is_item = is_list and getattr(child, "name", None) == "li"
        yield child, f"{number}. " if is_item else ""
        number += is_item


# --- Word ------------------------------------------------------------------------------------

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
    out = _Lines(collapse=False)
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
    element: "_Element", out: _Lines, numbering: "_Numbering", chunks: dict[str, str]
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


def _open_word(name: str, element: "_Element", out: _Lines, numbering: "_Numbering") -> None:
    if name == "p":
        out.end_line()
        out.add(numbering.label(element))
    elif name == "tr":
        out.open_row()
    elif name == "tc":
        out.open_cell()


def _close_word(name: str, out: _Lines) -> None:
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


# --- PDF -------------------------------------------------------------------------------------

_PDFIUM = threading.Lock()  # PDFium is not safe under threads
_SENTENCE_END = re.compile("[。！？：；.!?:;][”’\"')）】》」』]*$")
_CHINESE_NUMBER = "〇零一二三四五六七八九十百千"
# What begins a paragraph of its own. Not: 研发 / 一、二类新药, 增长 / 7.5%, 依照 / 第三条的规定.
_NEW_PARAGRAPH = re.compile(
    rf"\s{{2}}|\s*(?:[{_CHINESE_NUMBER}]+\s*、(?![{_CHINESE_NUMBER}]+[、类级期批])"
    rf"|[(（]\s*[{_CHINESE_NUMBER}\d]+\s*[)）]|\d+\s*[.．、](?!\d)|\d+(?:\.\d+)+\s"
    rf"|第\s*[{_CHINESE_NUMBER}\d\s]+[编篇章节條条](?![的、和或至及与規规款之所第])"
    r"|[①-⑳]|——|[•·●■]|附件|Chapter\s|Article\s|Section\s|Part\s)"
)
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?(\d{1,4})(?:\s*页.*|[-—–·\s]*|\s*/\s*\d{1,4})$")
_SHORT = 36  # on a page of nothing but short lines (a cover) none is full
_SCAN_ADVICE = "run text recognition (OCR) on it first"


def pdf_text(data: bytes, max_characters: int) -> tuple[str, tuple[int, ...]]:
    """
    Give the text layer of a PDF, broken lines joined into paragraphs, and where pages start.

    :param data: the file
    :param max_characters: reading stops with an error when there are more
    """
    import pypdfium2

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
            if error.err_code in locked:
                advice = "remove the password and save it again"
                raise FormatError("encrypted", f"the PDF is encrypted; {advice}") from error
            raise FormatError("damaged", "the PDF is broken; download or save it again") from error
        try:
            pages = _page_texts(document, max_characters)
        except pypdfium2.PdfiumError as error:
            raise FormatError("damaged", "a page of the PDF is broken; save it again") from error
        finally:
            document.close()
    return _joined_pages([page.split("\n") for page in pages])


def _page_texts(document: "PdfDocument", max_characters: int) -> list[str]:
    if len(document) > MAX_PAGES:
        raise FormatError("too_large", f"the PDF has more than {MAX_PAGES:,} pages; split it")
    pages: list[str] = []
    left = max_characters
    for page in document:
        text = page.get_textpage().get_text_bounded()
        # PDFium's sign for a hyphen at a line end; in official texts it is mostly a real one.
        pages.append(remove_controls(re.sub("[\ufffe\x02]\r?\n?", "-", text)))
        left -= len(pages[-1])
        if left < 0:
            limit = f"the text has more than {max_characters:,} characters"
            raise FormatError("too_large", f"{limit}; split the file into smaller ones")
    visible = "".join("".join(pages).split())
    unreadable = sum(unicodedata.category(c) in ("Co", "Cn") or c == "\ufffd" for c in visible)
    if not visible or unreadable > len(visible) * 0.3:
        raise FormatError("scanned", f"the PDF has no readable text layer; {_SCAN_ADVICE}")
    if len(visible) < 50 * len(pages) and any(map(_has_picture, document)):
        raise FormatError("scanned", f"the PDF is pictures with hardly any text; {_SCAN_ADVICE}")
    return pages


def _has_picture(page: "PdfPage") -> bool:
    import pypdfium2

    return any(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _joined_pages(pages: list[list[str]]) -> tuple[str, tuple[int, ...]]:
    """
    Join each line to the one before, where the line break is only the end of the paper.

    That is: the line before is about as long as its page's longest and ends no sentence, and
    this one begins no section. A page may break a sentence, too.
    """
    parts: list[str] = []
    starts: list[int] = []
    length, previous, is_full = 0, "", False
    for lines in _without_page_numbers(pages):
        longest = max([_SHORT, *map(_width, lines)])
        starts.append(length)
        for number, line in enumerate(lines):
            separator = (_separator(previous, line) if is_full else "\n") if parts else ""
            parts += [separator, line.strip(" \t")]
            if number == 0:
                starts[-1] += len(separator)
            length += len(separator) + len(parts[-1])
            previous, is_full = line.rstrip(), _fills(line, longest)
    return "".join(parts), tuple(starts)


def _separator(previous: str, line: str) -> str:
    if _SENTENCE_END.search(previous) or _NEW_PARAGRAPH.match(line):
        return "\n"
    joins = _is_wide(previous[-1]) or _is_wide(line.lstrip()[0]) or previous[-1] == "-"
    return "" if joins else " "


def _fills(line: str, longest: int) -> bool:
    """Tell whether a line goes on to the margin; lines of whole words end earlier."""
    return _width(line) >= (0.85 if _is_wide(line.rstrip()[-1]) else 0.75) * longest


def _width(line: str) -> int:
    return sum(1 + _is_wide(character) for character in line.strip())


def _without_page_numbers(pages: list[list[str]]) -> list[list[str]]:
    """Drop blank lines, and a first or last line that counts the pages."""
    filled = [[line for line in lines if line.strip()] for lines in pages]
    offsets: Counter[int] = Counter()
    for index, lines in enumerate(filled):
        offsets.update({n - index for line in lines[:1] + lines[-1:] for n in _page_number(line)})
    offset, count = max(offsets.items(), key=lambda item: item[1], default=(0, 0))
    if count < 2:
        return filled
    return [
        [
            line
            for place, line in enumerate(lines)
            if place not in (0, len(lines) - 1) or index + offset not in _page_number(line)
        ]
        for index, lines in enumerate(filled)
    ]


def _page_number(line: str) -> set[int]:
    match = _PAGE_NUMBER.fullmatch(line.strip())
    return {int(match[1])} if match else set()
