"""
Tables as lists: what stands above one, its head, and its rows with the cells that group them.

A row of sums is none. An empty first cell stands for the one above it, which spans its rows.
"""

import re
from dataclasses import dataclass

from corpus.document import Document
from corpus.normalise import normalise
from corpus.tables import Cell, find_tables, rows_of

CAPTION = 60  # characters of the line above a table at most
SUM = re.compile(r"(?:合|总|小|共)[ \u3000]*计")
ANNEX = re.compile(
    r"^(?:附件|附表|附录|专栏|表)[ ]?[\d一二三四五六七八九十]*[:：]?(?:[ \u3000]+|\Z)"
)
FIGURE = re.compile(r"[\d.,]+[^\d年]*\Z")  # no cell of a head; 2025年 is one
UNIT_LINE = re.compile(r"[(（]?(?:计量)?单位[:：]")


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row with its section and its span; ``cells`` has what spans several rows in each."""

    ref: str
    start: int
    end: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedTable:
    """A table with a head; ``caption`` is the line above it, empty where none is short enough."""

    caption: str
    head: ListedRow
    rows: tuple[ListedRow, ...]


def read_listed_tables(document: Document) -> tuple[ListedTable, ...]:
    """Read the tables of a document that have a head and rows, in order."""
    found: list[ListedTable] = []
    for start, end in find_tables(document.text):
        rows: list[ListedRow] = []
        for cells in rows_of(document.text, start, end):
            above = rows[-1].cells if len(rows) > 1 else ()
            if row := _row(document, cells, above):
                rows.append(row)
        if len(rows) > 2 and all(rows[0].cells) and not any(map(FIGURE.match, rows[0].cells)):
            found.append(ListedTable(_caption(document.text, start), rows[0], tuple(rows[1:])))
    return tuple(found)


def _row(document: Document, cells: list[Cell], above: tuple[str, ...]) -> ListedRow | None:
    """Read a row; None for a sum and for one that stands in no section."""
    filled = [cell for cell in cells if cell.text]
    if not filled or SUM.fullmatch(filled[0].text):
        return None
    at, end = filled[0].start, filled[-1].end
    section = next((s for s in document.sections if s.start <= at < s.end), None)
    if section is None:
        return None
    texts = [normalise(cell.text) for cell in cells]
    if not texts[0] and len(above) == len(texts):
        texts[0] = above[0]
    return ListedRow(section.ref, at, end, tuple(texts))


def _caption(text: str, start: int) -> str:
    """Give the line above a table in normal form, without its number as an annex."""
    for line in reversed(text[max(0, start - 4 * CAPTION) : start].split("\n")):
        plain = normalise(line).strip("#* ")
        if plain and not UNIT_LINE.match(plain):
            plain = ANNEX.sub("", plain, count=1)
            return plain if len(plain) <= CAPTION and not plain.endswith(("。", ";", ":")) else ""
    return ""
