"""Columns of units, whatever cells are merged above and beside them."""

import pytest

from corpus.responsibility import find_lists
from corpus.unit_columns import are_units, column_role

ROWS = {
    "cells missing": "类别 | 序号 | 任务 | 责任单位 | 时限\n牵头 | 配合\n甲类 | 1 | 种粮 | 农业局 | 财政局 | 六月\n2 | 养鱼 | 渔业局 | 商务局 | 七月\n",
    "cells blank": "类别 | 序号 | 任务 | 责任单位 |  | 时限\n |  |  | 牵头 | 配合\n甲类 | 1 | 种粮 | 农业局 | 财政局 | 六月\n | 2 | 养鱼 | 渔业局 | 商务局 | 七月\n",
    "one line of titles": "类别 | 序号 | 任务 | 牵头单位 | 配合单位 | 时限\n甲类 | 1 | 种粮 | 农业局 | 财政局\n2 | 养鱼 | 渔业局 | 商务局 | 七月\n",
}


@pytest.mark.parametrize("table", ROWS.values(), ids=ROWS)
def test_units_are_read_below_merged_titles_and_beside_merged_cells(table):
    found = find_lists(table, 0, len(table))

    assert [(item.lead, item.joint, item.topic) for item in found] == [
        (("农业局",), ("财政局",), "种粮"),
        (("渔业局",), ("商务局",), "养鱼"),
    ]


def test_role_is_read_from_a_title():
    assert [
        column_role(title) for title in ("牵头单位", "配合 单位", "责任部门（单位）", "时限")
    ] == [
        "lead",
        "joint",
        "plain",
        None,
    ]


def test_cell_of_units_is_told_from_a_title():
    assert are_units("农业局、财政局")
    assert not are_units("责任部门")
