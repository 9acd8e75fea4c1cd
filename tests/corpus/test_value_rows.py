"""The rows of tables of indicators."""

import pytest

from corpus.document import parse_document
from corpus.value_rows import read_value_rows

PLAN = """海川市渔港规划

一、目标

到2025年,渔港达到一流。

附件1

主要指标

序号 | 指标名称 | 单位 | 2020年 | 2025年 | 属性
1 | 渔港泊位数（含锚地） | 个 | 60 | 85 | 预期性
2 | 鲜鱼损耗下降率（%） |  | — | 16 | 约束性
3 | 渔港制度 | 项 | — | — | 预期性

附件2

分工

序号 | 任务 | 责任单位
1 | 新建渔港2座 | 市渔业局
"""


@pytest.fixture(scope="module")
def rows():
    return read_value_rows(parse_document("plan", PLAN))


def test_a_row_has_its_values_by_their_columns(rows):
    assert [(row.ref, row.plain, row.unit, row.values) for row in rows] == [
        ("附件1", "渔港泊位数", "个", (("2020年", "60"), ("2025年", "85"))),
        ("附件1", "鲜鱼损耗下降率", "", (("2025年", "16"),)),
    ]


def test_a_row_is_a_stretch_of_the_text(rows):
    assert PLAN[rows[0].start : rows[0].end] == "1 | 渔港泊位数（含锚地） | 个 | 60 | 85 | 预期性"


@pytest.mark.parametrize(
    ("years", "values"),
    [((), ["60", "85"]), ((2025,), ["85"]), ((2020, 2025), ["60", "85"]), ((2030,), [])],
)
def test_the_values_of_years_are_chosen(rows, years, values):
    assert [value for _, value in rows[0].of_years(years)] == values


def test_the_unit_may_stand_behind_the_name(rows):
    assert [row.named_unit for row in rows] == ["", "%"]
