"""Tables of pages drawn by hand: ruled lines, and words between them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pytest

from corpus import pdf_tables
from corpus.pdf_tables import find_grids, page_text

TOP, ROW, LEFT, COLUMN = 700, 30, 100, 100


def words(x: float, y: float, text: str) -> str:
    return f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S\n"


def ruled(rows: int, columns: int) -> str:
    """Draw the lines of a table from (LEFT, TOP) on, each in one stroke."""
    bottom, right = TOP - rows * ROW, LEFT + columns * COLUMN
    across = "".join(line(LEFT, TOP - n * ROW, right, TOP - n * ROW) for n in range(rows + 1))
    upright = "".join(
        line(LEFT + n * COLUMN, TOP, LEFT + n * COLUMN, bottom) for n in range(columns + 1)
    )
    return across + upright


def cell(row: int, column: int, text: str) -> str:
    return words(LEFT + column * COLUMN + 10, TOP - row * ROW - 18, text)


@contextmanager
def page_of(content: str) -> Iterator[pypdfium2.PdfPage]:
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}endstream",
    ]
    body = "".join(f"{n} 0 obj\n{item}\nendobj\n" for n, item in enumerate(objects, start=1))
    document = pypdfium2.PdfDocument(f"%PDF-1.4\n{body}trailer << /Root 1 0 R >>\n".encode())
    yield document[0]
    document.close()


def lines_of(content: str) -> list[str]:
    with page_of(content) as page:
        return page_text(page).splitlines()


def test_cells_of_a_ruled_table_are_parted_and_the_text_around_it_stays():
    table = ruled(2, 2) + cell(0, 0, "Task") + cell(0, 1, "Unit") + cell(1, 0, "1. Build")
    table += cell(1, 1, "Port") + words(LEFT, 750, "Above") + words(LEFT, 500, "Below")

    assert lines_of(table) == ["Above", "Task | Unit", "1. Build | Port", "Below"]


def test_lines_of_a_cell_are_joined():
    table = ruled(2, 2) + cell(0, 0, "Task") + cell(0, 1, "Unit") + cell(1, 1, "Port")
    table += words(LEFT + 10, TOP - ROW - 12, "Build") + words(LEFT + 10, TOP - ROW - 24, "docks")

    assert lines_of(table) == ["Task | Unit", "Build docks | Port"]


def test_cell_over_two_rows_stands_in_both():
    left, right = LEFT + COLUMN, LEFT + 2 * COLUMN
    drawn = "".join(line(LEFT, TOP - n * ROW, right, TOP - n * ROW) for n in (0, 1, 3))
    drawn += line(left, TOP - 2 * ROW, right, TOP - 2 * ROW)
    drawn += "".join(line(x, TOP, x, TOP - 3 * ROW) for x in (LEFT, left, right))
    texts = cell(0, 0, "Group") + cell(0, 1, "Task") + cell(1, 0, "Ports") + cell(1, 1, "a")

    assert lines_of(drawn + texts + cell(2, 1, "b")) == ["Group | Task", "Ports | a", "Ports | b"]


def test_cell_over_two_columns_is_one():
    drawn = "".join(line(LEFT, TOP - n * ROW, 300, TOP - n * ROW) for n in range(4))
    drawn += line(LEFT, TOP, LEFT, TOP - 3 * ROW) + line(300, TOP, 300, TOP - 3 * ROW)
    drawn += line(200, TOP, 200, TOP - ROW) + line(200, TOP - 2 * ROW, 200, TOP - 3 * ROW)
    texts = cell(0, 0, "Name") + cell(0, 1, "Port") + cell(1, 0, "2. Project") + cell(2, 0, "Year")

    assert lines_of(drawn + texts + cell(2, 1, "2025")) == [
        "Name | Port",
        "| 2. Project",
        "Year | 2025",
    ]


def test_borders_of_each_cell_make_the_same_table():
    boxes = "".join(
        f"{LEFT + c * COLUMN} {TOP - (r + 1) * ROW} {COLUMN} {ROW} re S\n"
        for r in range(2)
        for c in range(2)
    )
    texts = cell(0, 0, "Task") + cell(0, 1, "Unit") + cell(1, 0, "Build") + cell(1, 1, "Port")

    assert lines_of(boxes + texts) == ["Task | Unit", "Build | Port"]


@pytest.mark.parametrize(
    "drawn",
    [
        line(LEFT, TOP, 400, TOP),  # the red line under a letterhead
        ruled(1, 1),  # a box around text
        ruled(3, 1),  # one column
        ruled(2, 2),  # hardly any text
    ],
)
def test_other_lines_leave_the_text_as_it_is(drawn):
    assert lines_of(drawn + cell(0, 0, "Port") + cell(1, 0, "plan")) == ["Port", "plan"]


def test_frame_around_the_text_of_a_page_is_no_table():
    lefts = (LEFT, 550, 590)
    drawn = "".join(line(LEFT, y, 590, y) for y in (TOP, 400, 370, 340))
    drawn += "".join(line(x, TOP, x, 340) for x in lefts)
    text = "".join(words(110, 680 - 20 * n, "words of a paragraph " * 3) for n in range(5))
    texts = words(560, 680, "x") + words(560, 380, "y") + words(110, 380, "z")

    assert not any(" | " in row for row in lines_of(drawn + text + texts))


def test_drawing_of_many_lines_is_no_table(monkeypatch):
    monkeypatch.setattr(pdf_tables, "MAX_LINES", 5)

    with page_of(ruled(2, 2)) as page:
        assert list(find_grids(page)) == []
