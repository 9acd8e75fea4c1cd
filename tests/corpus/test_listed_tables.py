"""Tables as lists."""

from corpus.document import parse_document
from corpus.listed_tables import read_listed_tables

PLAN = """海川市渔港规划

一、目标

到2025年,渔港达到一流。

附件1　海川市渔港建设任务分解表

类别 | 序号 | 项目名称 | 完成时限
码头泊位 | 1 | 东湾码头 | 2024年9月
 | 2 | 西湾码头 | 2025年3月
冷链设施 | 3 | 中心冷库 | 2024年9月
合计 |  | 3
"""


def test_a_table_has_its_caption_its_head_and_its_rows_without_the_sum():
    document = parse_document("plan", PLAN)
    (table,) = read_listed_tables(document)
    assert table.caption == "海川市渔港建设任务分解表"
    assert table.head.cells == ("类别", "序号", "项目名称", "完成时限")
    assert [row.cells[2] for row in table.rows] == ["东湾码头", "西湾码头", "中心冷库"]
    assert {row.ref for row in table.rows} == {"附件1"}


def test_an_empty_first_cell_stands_for_the_one_above_and_spans_nothing():
    document = parse_document("plan", PLAN)
    row = read_listed_tables(document)[0].rows[1]
    assert row.cells[0] == "码头泊位"
    assert document.text[row.start : row.end] == "2 | 西湾码头 | 2025年3月"


def test_the_head_may_hold_years_but_no_plain_figures():
    text = "一、目标\n\n培育目标\n指标 | 2025年 | 2026年\n渔港 | 3 | 5\n码头 | 8 | 9\n"
    (table,) = read_listed_tables(parse_document("plan", text))
    assert (table.caption, len(table.rows)) == ("培育目标", 2)
    headless = "一、目标\n\n清单\n渔港 | 3 | 5\n码头 | 8 | 9\n泊位 | 1 | 2\n"
    assert read_listed_tables(parse_document("plan", headless)) == ()


def test_a_sentence_above_a_table_is_no_caption():
    text = "一、目标\n\n各县按下表安排。\n序号 | 项目\n1 | 东湾码头\n2 | 西湾码头\n"
    (table,) = read_listed_tables(parse_document("plan", text))
    assert table.caption == ""
