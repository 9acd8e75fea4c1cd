"""
What the readers of all formats share: refusals, clean text, lines and table rows.

Refusals are :class:`FormatError`; :mod:`corpus.loading` adds the file's name.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, get_args

from corpus.merged_cells import Cell, MergedCells

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
    starts: list[int] = field(default_factory=list)  # the line at which each cell starts
    spans: list[tuple[int, int]] = field(default_factory=list)  # the columns and rows of each
    holds_rows: bool = False


class Lines:
    """
    Text collected into lines: one for each block, one for each row of a data table.

    A cell that is merged over rows is opened once; its text stands in each row that it covers.
    """

    def __init__(self, *, collapse: bool) -> None:
        self.lines: list[str] = []
        self._collapse = collapse
        self._parts: list[str] = []
        self._merged = MergedCells()
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

    def open_table(self) -> None:
        """Begin a table, or a group of its rows over which no cell reaches."""
        self.end_line()
        self._merged.open_table()

    def close_table(self) -> None:
        """End the table or the group of rows."""
        self.end_line()
        self._merged.close_table()

    def open_row(self) -> None:
        """Begin a table row."""
        self.end_line()
        if self._rows:
            self._rows[-1].holds_rows = True
        self._rows.append(_Row())

    def open_cell(self, columns: int = 1, rows: int = 1) -> None:
        """Begin a cell of the row; those that a cell above covers are not opened."""
        self.end_line()
        if self._rows:
            self._rows[-1].starts.append(len(self.lines))
            self._rows[-1].spans.append((columns, rows))

    def close_row(self) -> None:
        """Make the row one line, unless it only lays out a page."""
        self.end_line()
        row = self._rows.pop()
        if not row.starts or row.holds_rows:
            self._merged.skip_row()
            return
        start = row.starts[0]
        ends = [*row.starts[1:], len(self.lines)]
        cells = [self.lines[a:b] for a, b in zip(row.starts, ends, strict=True)]
        texts, is_covered = self._merged.add_row(
            [Cell(" ".join(cell), *span) for cell, span in zip(cells, row.spans, strict=True)]
        )
        if not any(cells):
            return
        if _lays_out(cells) or (len(cells) == 1 and not is_covered):
            lines = [line for cell in cells for line in cell]
        else:
            lines = list(filter(None, [" | ".join(texts).rstrip(" |")]))
        is_alone = not any(texts[1:])
        is_wide = is_alone and len(texts) + row.spans[0][0] > 2 and start == self._row_end
        if is_wide and len(lines) == 1 and _names_group(lines[0]):
            lines = [SPANNING + lines[0].lstrip()]
        self.lines[start:] = lines
        if is_wide or not is_alone:
            self._row_end = len(self.lines)


def _lays_out(cells: list[list[str]]) -> bool:
    """Say whether a row only lays out a page: one of its cells holds nearly all the words."""
    sizes = [sum(map(len, cell)) for cell in cells]
    longest = max(cells, key=lambda cell: sum(map(len, cell)))
    return len(longest) > 2 and max(sizes) > max(200, 0.9 * sum(sizes))


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
