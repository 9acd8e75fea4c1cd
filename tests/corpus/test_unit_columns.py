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
        column_role(title)
        for title in (
            "牵头单位",
            "配合 单位",
            "责任部门（单位）",
            "市级牵头单位",
            "委内配合处室",
            "考核责任单位",
            "时限",
        )
    ] == [
        "lead",
        "joint",
        "plain",
        "lead",
        "joint",
        "plain",
        None,
    ]


def test_cell_of_units_is_told_from_a_title():
    assert are_units("农业局、财政局")
    assert not are_units("责任部门")


TASKS = {
    "groups over numbers": (
        "序号 | 重点任务 | 具体举措 | 责任单位",
        ["1 | 稳增长 | 提振消费 | 市商务局", "2 | 稳增长 | 稳住外贸 | 市商务局"],
        ["提振消费", "稳住外贸"],
    ),
    "column of kinds": (
        "序号 | 任务类别 | 具体任务 | 责任单位",
        ["1 | 消费 | 发放补贴 | 市商务局", "2 | 外贸 | 组织展会 | 市商务局"],
        ["发放补贴", "组织展会"],
    ),
    "one task over rows": (
        "序号 | 问题 | 措施 | 责任单位",
        ["1 | 灯具老化 | 更换灯具 | 市港务局", "1 | 灯具老化 | 检修线路 | 市港务局"],
        ["灯具老化"],
    ),
    "one task of several units": (
        "序号 | 问题 | 措施 | 责任单位",
        ["1 | 灯具老化 | 更换灯具 | 市港务局", "1 | 灯具老化 | 检修线路 | 市供电局"],
        ["灯具老化", "灯具老化"],
    ),
    "groups without numbers": (
        "任务 | 措施 | 责任单位",
        ["种粮 | 选种 | 农业局", "种粮 | 播种 | 农业局"],
        ["种粮", "种粮"],
    ),
    "long task over rows": (
        "序号 | 任务 | 措施 | 责任单位",
        ["1 | 种粮 | 选种 | 农业局", "1 |  | 播种 | 财政局"],
        ["种粮", "种粮"],
    ),
}


@pytest.mark.parametrize(("titles", "rows", "topics"), TASKS.values(), ids=TASKS)
def test_tasks_are_told_from_their_groups(titles, rows, topics):
    table = "\n".join([titles, *rows])

    assert [item.topic for item in find_lists(table, 0, len(table))] == topics
