"""
Cells of a table that are merged over several rows: what they say holds in each row they cover.

A file stores such a cell once, in its first row. The rows below get its text again where it is
short, so that a task keeps its units and each cell its column.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

REPEATED = 60  # characters of a merged cell that stand in each of its rows
MAX_WRITTEN = 1_000_000  # characters and cells of one document that its file does not hold


class Cell(NamedTuple):
    """A cell as a file stores it, with the columns and rows that it covers."""

    text: str
    columns: int = 1
    rows: int = 1


class _Merged(NamedTuple):
    repeated: str  # what stands in the rows below the first
    is_blank: bool
    columns: int
    stop: int  # the row below its last


@dataclass(slots=True)
class _Table:
    row: int = 0
    merged: dict[int, _Merged] = field(default_factory=dict)  # by their first column


class MergedCells:
    """The merged cells of a document's tables, which may stand inside each other."""

    def __init__(self) -> None:
        self._tables = [_Table()]
        self._left = MAX_WRITTEN

    def open_table(self) -> None:
        """Begin a table, or a group of rows over which no cell reaches."""
        self._tables.append(_Table())

    def close_table(self) -> None:
        """End the table."""
        self._tables.pop()

    def skip_row(self) -> None:
        """Count a row without cells, or one that only lays out a page."""
        self._tables[-1].row += 1

    def add_row(self, cells: list[Cell]) -> tuple[list[str], bool]:
        """
        Give the texts of a row's cells and, between them, of the cells above that cover it.

        Where spans overlap, the row's own cell stands. The time is linear in the cells and in
        what is written: a cell above that is not written is forgotten.

        :returns: the texts, and whether a cell above that has text covers the row
        """
        table = self._tables[-1]
        if not table.merged and all(cell.rows == 1 for cell in cells):
            table.row += 1
            return [cell.text for cell in cells], False
        texts: list[str] = []
        kept: dict[int, _Merged] = {}
        is_covered = False
        at = 0

        def write_above(column: int) -> bool:
            nonlocal at, is_covered
            above = table.merged.get(column)
            gap = column - at  # columns that have no cell
            if above is None or above.stop <= table.row or not self._allows(above, gap):
                return False
            texts.extend([*[""] * gap, above.repeated])
            kept[column] = above
            at = column + above.columns
            is_covered |= not above.is_blank
            return True

        for cell in cells:
            while write_above(at):
                pass
            texts.append(cell.text)
            if cell.rows > 1:
                repeated = cell.text if len(cell.text) <= REPEATED else ""
                stop = table.row + cell.rows
                kept[at] = _Merged(repeated, not cell.text, cell.columns, stop)
            at += cell.columns
        for column in sorted(table.merged):
            if column >= at:
                write_above(column)
        table.merged = kept
        table.row += 1
        return texts, is_covered

    def _allows(self, above: _Merged, gap: int) -> bool:
        cost = gap + 1 + len(above.repeated)
        if cost <= self._left:
            self._left -= cost
            return True
        return False
