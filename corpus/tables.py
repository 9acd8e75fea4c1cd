"""
Tables in a text: rows are lines whose cells are parted by `` | ``, as the readers of files write.

Cells carry numbers that look like section numbers, and columns that say who is responsible.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.formats import SPANNING

CELL = " | "
GAP_LINES = 3  # lines of a table that are no rows: a cell that spans all columns
GAP_LENGTH = 40  # their characters
LINE = re.compile("[^\n]+")
TAB_ROW = re.compile("[^\t\n]+(?:\t[^\t\n]*){2,}")  # 1<tab>任务<tab>市财政局
NUMBERED = re.compile(r"\s*\d{1,3}\s*\|")
MARKED = re.compile(r"[^\u4e00-\u9fff]*(?:[一二三四五六七八九十\d]+[)）、.．]|第.{1,4}[章节条])")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row with its span in the text."""

    start: int
    end: int
    text: str


def find_tables(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """
    Find the spans of tables with two rows or more in ``text[start:end]``, in order.

    Short lines between a row and a numbered row (a group's name across all columns) belong to
    the table; so do those between rows of as many cells, unless they look like headings.
    """
    end = len(text) if end is None else end
    tables: list[tuple[int, int]] = []
    if text.find(CELL, start, end) < 0:
        return tables
    rows: list[tuple[int, int]] = []
    gap: list[str] = []
    cells = 0
    for line in LINE.finditer(text, start, end):
        if CELL in line[0] or line[0].startswith(SPANNING):
            if gap and not (_are_spanning(gap) and _goes_on(gap, cells, line[0])):
                tables += _span(rows)
                rows = []
            rows.append(line.span())
            cells = line[0].count(CELL)
            gap = []
        elif rows and line[0].strip():
            gap.append(line[0])
    return tables + _span(rows)


def _are_spanning(lines: list[str]) -> bool:
    """Say whether lines may be cells that span all columns."""
    return len(lines) <= GAP_LINES and all(
        len(line) <= GAP_LENGTH and "。" not in line and not line.lstrip().startswith("附件")
        for line in lines
    )


def _goes_on(gap: list[str], cells: int, line: str) -> bool:
    """Say whether a row goes on with the table above the lines between."""
    if NUMBERED.match(line):
        return True
    is_plain = not any(MARKED.match(line) for line in gap)
    return is_plain and cells > 1 and line.count(CELL) == cells


def _span(rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(rows[0][0], rows[-1][1])] if len(rows) > 1 else []


def with_rows(text: str) -> str:
    """Write the rows of a text's tables, whose cells tabs part, as the other formats do."""
    lines = text.split("\n")
    tabs = [line.count("\t") if TAB_ROW.fullmatch(line) else 0 for line in lines]
    for at, (line, count) in enumerate(zip(lines, tabs, strict=True)):
        beside = tabs[max(0, at - 1) : at] + tabs[at + 1 : at + 2]
        if count and any(abs(count - other) <= 1 for other in beside if other):
            lines[at] = CELL.join(cell.strip() for cell in line.split("\t")).rstrip()
    return "\n".join(lines)


def rows_of(text: str, start: int, end: int) -> Iterator[list[Cell]]:
    """Yield the rows of a table's span, each as its cells."""
    for line in LINE.finditer(text, start, end):
        if CELL in line[0]:
            at = line.start()
            cells: list[Cell] = []
            for part in line[0].split(CELL):
                inner = part.strip()
                first = at + (len(part) - len(part.lstrip()))
                cells.append(Cell(first, first + len(inner), inner))
                at += len(part) + len(CELL)
            yield cells
