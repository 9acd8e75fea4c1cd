"""Merged cells by themselves; those of each format are in the tests of its reader."""

import time

import pytest

from corpus import merged_cells
from corpus.merged_cells import REPEATED, Cell, MergedCells


def filled(*rows: list[Cell]) -> list[list[str]]:
    table = MergedCells()
    return [table.add_row(row)[0] for row in rows]


def test_text_of_a_merged_cell_stands_in_each_row_that_it_covers():
    assert filled(
        [Cell("1"), Cell("种粮"), Cell("市农业局", rows=3), Cell("六月")],
        [Cell("2"), Cell("养鱼"), Cell("七月")],
        [Cell("3"), Cell("植树"), Cell("八月")],
        [Cell("4"), Cell("修路"), Cell("市交通局"), Cell("九月")],
    ) == [
        ["1", "种粮", "市农业局", "六月"],
        ["2", "养鱼", "市农业局", "七月"],
        ["3", "植树", "市农业局", "八月"],
        ["4", "修路", "市交通局", "九月"],
    ]


@pytest.mark.parametrize(("length", "below"), [(REPEATED, "字" * REPEATED), (REPEATED + 1, "")])
def test_long_cell_stands_in_its_first_row_only_and_keeps_its_column(length, below):
    rows = filled([Cell("字" * length, rows=2), Cell("甲")], [Cell("乙")])

    assert rows[1] == [below, "乙"]


def test_cell_over_two_columns_and_rows_is_one_cell_in_each():
    assert filled(
        [Cell("1"), Cell("港口", columns=2, rows=2), Cell("甲")],
        [Cell("2"), Cell("乙")],
        [Cell("3"), Cell("灯塔"), Cell("航道"), Cell("丙")],
    )[1:] == [["2", "港口", "乙"], ["3", "灯塔", "航道", "丙"]]


def test_merged_cells_at_the_end_keep_their_column_behind_missing_ones():
    first = [Cell("1"), Cell("a"), Cell("市农业局", rows=2), Cell("六月", rows=2)]

    assert filled(first, [Cell("2")])[1] == ["2", "", "市农业局", "六月"]


def test_overlapping_spans_leave_a_rows_own_cells_alone():
    rows = filled(
        [Cell("甲"), Cell("乙", rows=9)],
        [Cell("丙", columns=2, rows=3)],
        [Cell("丁")],
    )

    assert rows[1:] == [["丙"], ["丙", "丁"]]


def test_rows_without_cells_count_and_tables_are_told_apart():
    table = MergedCells()
    table.add_row([Cell("甲", rows=3), Cell("乙")])
    table.skip_row()
    table.open_table()
    inner = table.add_row([Cell("丙"), Cell("丁")])
    table.close_table()

    assert inner == (["丙", "丁"], False)
    assert table.add_row([Cell("戊")]) == (["甲", "戊"], True)
    assert table.add_row([Cell("己")]) == (["己"], False)


def test_blank_cells_cover_a_row_without_saying_anything():
    table = MergedCells()
    table.add_row([Cell("", rows=2), Cell("甲")])

    assert table.add_row([Cell("乙")]) == (["", "乙"], False)


def test_what_is_written_is_bounded(monkeypatch):
    monkeypatch.setattr(merged_cells, "MAX_WRITTEN", 6)

    assert filled([Cell("甲", rows=9)], *[[Cell("乙")]] * 4)[1:] == [
        *[["甲", "乙"]] * 3,
        ["乙"],
    ]


def test_hostile_spans_take_linear_time():
    endless = [Cell("字" * 50, columns=1_000, rows=10**8) for _ in range(20_000)]
    before = time.perf_counter()
    rows = filled(endless, *[[Cell("甲")]] * 20_000, *[[]] * 20_000)

    assert sum(map(len, rows)) < 1_200_000
    assert time.perf_counter() - before < 5
