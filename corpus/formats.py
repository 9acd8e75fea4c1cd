"""
Markdown and HTML into text, and what all formats share.

Refusals are :class:`FormatError`; :mod:`corpus.loading` adds the file's name. Numbers that a
browser prints before list items become text here, because they are section numbers.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, PageElement, Tag

Reason = Literal[
    "unsupported", "empty", "encrypted", "scanned", "damaged", "too_large", "mislabelled"
]

MAX_MARKS = 150_000  # "<" signs in a page; its tree takes about 1 KB for each
MAX_TABLES = 1_000  # HTML tables in Markdown

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
    if text.count("</table>") > MAX_TABLES:
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


class Lines:
    """Text collected into lines: one for each block, one for each row of a data table."""

    def __init__(self, *, collapse: bool) -> None:
        self.lines: list[str] = []
        self._collapse = collapse
        self._parts: list[str] = []
        self._rows: list[_Row] = []

    def add(self, text: str) -> None:
        """Add text to the line that is open."""
        self._parts.append(text)

    def end_line(self) -> None:
        """Close the line that is open, unless it is blank."""
        line = "".join(self._parts)
        self._parts.clear()
        if self._collapse:  # white space as a browser shows it; \v is a line end in <pre>
            line = _WHITE.sub(_one_space, line)
        self.lines += (part for part in line.split("\v") if part.strip())

    def open_row(self) -> None:
        """Begin a table row."""
        self.end_line()
        if self._rows:
            self._rows[-1].holds_rows = True
        self._rows.append(_Row([]))

    def open_cell(self) -> None:
        """Begin a cell of the row."""
        self.end_line()
        if self._rows:
            self._rows[-1].cells.append(len(self.lines))

    def close_row(self) -> None:
        """Make the row one line, unless it only lays out a page."""
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
    wrapped = "\n" in match[0] and (is_wide(text[start - 1]) or is_wide(text[end]))
    return "" if wrapped else " "


def is_wide(character: str) -> bool:
    """Tell whether a character takes two columns."""
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

    out = Lines(collapse=True)
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


def _open_tag(name: str, out: Lines) -> None:
    if name == "tr":
        out.open_row()
    elif name in ("td", "th"):
        out.open_cell()
    elif name in _BLOCKS:
        out.end_line()


def _close_tag(name: str, out: Lines) -> None:
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
