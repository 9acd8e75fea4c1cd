"""
Tables of PDF pages, found by their ruled lines: a page's text has no cells, only words in a row.

The lines of a table cross or touch. Where they part a rectangle into rows and columns, the text of
each cell is read by itself. A cell that reaches over several rows stands in each of them, as in
the tables of other formats.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.formats import Lines, is_wide

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MAX_LINES = 2_000  # ruled lines of a page; a page with more is a drawing
THICK = 3.0  # points that a ruled line is thick at most
NEAR = 3.0  # points between lines that are one
INSIDE = 1.0  # points by which a cell's text is away from its lines
FEWEST = 4  # cells with text in a table
LONG = 200  # characters of a cell that holds the text of a page, where it has most of the words


@dataclass(frozen=True, slots=True)
class _Rule:
    """A ruled line: where it stands, and from where to where it reaches."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class _Grid:
    """Lines that cross each other: across from the top down, upright from left to right."""

    across: tuple[_Rule, ...]
    upright: tuple[_Rule, ...]
    tops: tuple[float, ...]
    lefts: tuple[float, ...]

    def has_line_above(self, row: int, column: int) -> bool:
        """Say whether a line stands above a cell."""
        middle = (self.lefts[column] + self.lefts[column + 1]) / 2
        return _stands(self.across, self.tops[row], middle)

    def has_line_left(self, row: int, column: int) -> bool:
        """Say whether a line stands to the left of a cell."""
        middle = (self.tops[row] + self.tops[row + 1]) / 2
        return _stands(self.upright, self.lefts[column], middle)


def page_text(page: "PdfPage") -> str:
    """Give the text of a page; rows of ruled tables are lines with cells parted by `` | ``."""
    words = page.get_textpage()
    top = page.get_height()
    parts: list[str] = []
    for grid in sorted(find_grids(page), key=lambda grid: -grid.tops[0]):
        rows = _read_rows(words, grid)
        if grid.tops[0] > top or len(rows) < 2:
            continue  # beside another table, or no table
        parts += [words.get_text_bounded(bottom=grid.tops[0] + INSIDE, top=top), *rows]
        top = grid.tops[-1] - INSIDE
    if not parts:
        return words.get_text_bounded()
    return "\n".join(filter(None, [*parts, words.get_text_bounded(top=top)]))


def find_grids(page: "PdfPage") -> Iterator[_Grid]:
    """Find the groups of ruled lines that part two columns and two rows at least."""
    across, upright = _rules(page)
    if len(across) + len(upright) > MAX_LINES:
        return
    left = set(range(len(across)))
    touching = [{n for n, rule in enumerate(across) if _touch(rule, line)} for line in upright]
    while left:
        rows, columns = {left.pop()}, set[int]()
        grown = True
        while grown:
            more = {n for n, found in enumerate(touching) if found & rows} - columns
            columns |= more
            rows |= (new := set().union(*(touching[n] for n in more)) - rows)
            grown = bool(new)
        left -= rows
        lines = tuple(across[n] for n in rows), tuple(upright[n] for n in columns)
        tops, lefts = _places(lines[0])[::-1], _places(lines[1])
        if len(tops) > 2 and len(lefts) > 2:
            yield _Grid(*lines, tuple(tops), tuple(lefts))


def _rules(page: "PdfPage") -> tuple[list[_Rule], list[_Rule]]:
    """Give a page's lines across and its upright lines; a rectangle has two of each."""
    import pypdfium2.raw

    across: list[_Rule] = []
    upright: list[_Rule] = []
    for drawn in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = drawn.get_bounds()
        if top - bottom > THICK and right - left > THICK:
            across += [_Rule(bottom, left, right), _Rule(top, left, right)]
            upright += [_Rule(left, bottom, top), _Rule(right, bottom, top)]
        elif right - left > THICK:
            across.append(_Rule((top + bottom) / 2, left, right))
        elif top - bottom > THICK:
            upright.append(_Rule((left + right) / 2, bottom, top))
        if len(across) + len(upright) > MAX_LINES:
            break
    return across, upright


def _touch(across: _Rule, upright: _Rule) -> bool:
    return (
        across.start - NEAR <= upright.at <= across.end + NEAR
        and upright.start - NEAR <= across.at <= upright.end + NEAR
    )


def _places(rules: Sequence[_Rule]) -> list[float]:
    """Give the places of lines in order, those that are near each other once."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > NEAR:
            places.append(at)
    return places


def _stands(rules: Sequence[_Rule], at: float, beside: float) -> bool:
    return any(abs(r.at - at) <= NEAR and r.start <= beside <= r.end for r in rules)


def _read_rows(words: "PdfTextPage", grid: _Grid) -> list[str]:
    """Read the rows of a table as lines; none where hardly a cell has text, or one has it all."""
    height, width = len(grid.tops) - 1, len(grid.lefts) - 1
    out = Lines(collapse=False)
    out.open_table()
    covered: set[tuple[int, int]] = set()  # by a cell above or to the left
    lengths: list[int] = []
    for row in range(height):
        out.open_row()
        for column in range(width):
            if (row, column) in covered:
                continue
            right, below = column + 1, row + 1
            while right < width and not grid.has_line_left(row, right):
                right += 1
            while below < height and not grid.has_line_above(below, column):
                below += 1
            covered.update((r, c) for r in range(row, below) for c in range(column, right))
            text = _cell_text(words, grid, (row, below), (column, right))
            out.open_cell(right - column, below - row)
            out.add(text)
            lengths += [len(text)] if text else []
        out.close_row()
    out.close_table()
    is_layout = max(lengths, default=0) > max(LONG, 0.6 * sum(lengths))
    return [] if is_layout or len(lengths) < FEWEST else out.lines


def _cell_text(
    words: "PdfTextPage", grid: _Grid, rows: tuple[int, int], columns: tuple[int, int]
) -> str:
    text = words.get_text_bounded(
        grid.lefts[columns[0]] + INSIDE,
        grid.tops[rows[1]] + INSIDE,
        grid.lefts[columns[1]] - INSIDE,
        grid.tops[rows[0]] - INSIDE,
    )
    joined = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        blank = joined and not (is_wide(joined[-1]) or is_wide(line[0]))
        joined += (" " if blank else "") + line
    return joined
