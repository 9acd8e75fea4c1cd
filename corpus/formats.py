"""
What the readers of all formats share: refusals, clean text, lines and table rows.

Refusals are :class:`FormatError`; :mod:`corpus.loading` adds the file's name.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, get_args

Reason = Literal[
    "unsupported",
    "empty",
    "encrypted",
    "scanned",
    "damaged",
    "too_large",
    "mislabelled",
    "too_slow",
    "crashed",
]
REASONS: tuple[Reason, ...] = get_args(Reason)

# Zero-width, bidirectional and other format characters; the soft hyphen; the byte order mark.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_DROPPED = re.compile(f"{CONTROLS.pattern}|[{INVISIBLE}]")


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


@dataclass(frozen=True, slots=True)
class LoadedText:
    """
    The text of one document, as it is stored and cited.

    ``text`` has no carriage returns, no invisible characters and no control characters but tab
    and newline; offsets are code points. ``pages`` holds the offsets at which the pages of a PDF,
    or of a text copied out of one, start (a page without text starts where the next one does); it
    is empty for other formats.
    ``warnings`` say what of the file is not in the text. ``known`` is what a file says about
    the document beside its text, by the names of :class:`corpus.document.Document`; ``name``
    tells the documents of one file apart and is empty where there is only one.
    """

    text: str
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    known: dict[str, str] = field(default_factory=dict)
    name: str = ""


def remove_controls(text: str) -> str:
    """Make every line end one newline; remove other control and invisible characters, not tabs."""
    return _DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


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


# --- lines and table rows ---------------------------------------------------------------------

SPANNING = "| "  # before a numbered line that is one cell across all columns of a table
_WHITE = re.compile(r"[ \t\n]+")
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十壹贰貳叁參肆伍]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、])"
)
_GROUP_LENGTH = 40  # characters of a line that names a group of rows


@dataclass(slots=True)
class _Row:
    cells: list[int]  # the line at which each cell starts
    columns: int = 0  # that the cells take
    holds_rows: bool = False


class Lines:
    """Text collected into lines: one for each block, one for each row of a data table."""

    def __init__(self, *, collapse: bool) -> None:
        self.lines: list[str] = []
        self._collapse = collapse
        self._parts: list[str] = []
        self._rows: list[_Row] = []
        self._row_end = -1  # the line behind the last row of a table

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

    def open_cell(self, columns: int = 1) -> None:
        """Begin a cell of the row, across one column or several."""
        self.end_line()
        if self._rows:
            self._rows[-1].cells.append(len(self.lines))
            self._rows[-1].columns += columns

    def close_row(self) -> None:
        """Make the row one line, unless it only lays out a page."""
        self.end_line()
        row = self._rows.pop()
        if row.cells and not row.holds_rows:
            ends = [*row.cells[1:], len(self.lines)]
            cells = [self.lines[a:b] for a, b in zip(row.cells, ends, strict=True)]
            lines = _row_lines(cells)
            is_wide = row.columns > 1 and not any(cells[1:]) and row.cells[0] == self._row_end
            if is_wide and len(lines) == 1 and _names_group(lines[0]):
                lines = [SPANNING + lines[0].lstrip()]
            self.lines[row.cells[0] :] = lines
            if is_wide or any(cells[1:]):
                self._row_end = len(self.lines)


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


def _names_group(line: str) -> bool:
    """Say whether a line across a table looks like a section's heading: 二、项目情况."""
    return len(line) <= _GROUP_LENGTH and "。" not in line and bool(_NUMBERED.match(line))


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
