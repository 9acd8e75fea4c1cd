"""The rows of a task table as sections, where a document is nothing but such a table."""

from itertools import pairwise

import pytest

from corpus.document import parse_document
from corpus.table_rows import read_row_sections

HEADER = "序号 | 任务 | 牵头单位 | 配合单位 | 完成时限"
TASKS = f"""海川市2025年重点任务分解表
现将重点任务分解如下。
{HEADER}
| 一、建设港口
1 | 更换灯具。更换50套。 | 市港务局 | 市财政局、各区政府 | 12月底
2 | 修缮塔身 | 市港务局、市规划局 | 市财政局 | 全年
| 二、发展海运
3 | 开通航线,新开3条。 | 市交通局 |  | 全年
4 | 推广海图;印发5000册。 | 市商务局 | 市教育局等 | 6月底
请按季度填报。
"""


def test_rows_and_groups_are_sections_with_their_units():
    document = parse_document("tasks", TASKS)
    assert [section.ref for section in document.sections] == [
        "前言", "一", "一1", "一2", "二", "二3", "二4"
    ]  # fmt: skip
    assert [section.heading for section in document.sections][1:] == [
        "建设港口", "更换灯具", "修缮塔身", "发展海运", "开通航线", "推广海图"
    ]  # fmt: skip
    assert document.lead("一2") == ("市港务局", "市规划局")
    assert document.joint("一1") == ("市财政局", "各区政府")
    assert document.responsible("二3") == ("市交通局",)
    assert document.joint("二4") == ("市教育局等",)


def test_every_character_is_in_one_section_or_skipped():
    document = parse_document("tasks", TASKS)
    spans = sorted((s.start, s.end) for s in (*document.sections, *document.skipped))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(TASKS)
    assert all(a[1] == b[0] for a, b in pairwise(spans))


def test_without_groups_the_rows_stand_alone():
    rows = "\n".join(f"{n} | 任务{n}。 | 市港务局 |  | 全年" for n in range(1, 5))
    document = parse_document("tasks", f"分解表\n{HEADER}\n{rows}\n")
    assert [s.ref for s in document.sections if s.ref != "前言"] == ["1", "2", "3", "4"]
    assert document.lead("3") == ("市港务局",)


def test_a_second_table_numbered_from_one_is_another_part():
    rows = "\n".join(f"{n} | 任务{n}。 | 市港务局 |  | 全年" for n in range(1, 4))
    sections = read_row_sections(
        f"{HEADER}\n{rows}\n第二张表\n下面是另一张表,有说明。\n{HEADER}\n{rows}\n"
    )
    assert [s.ref for s in sections if s.ref != "前言"] == ["1", "2", "3", "2:1", "2:2", "2:3"]


def test_a_column_of_groups_may_stand_before_the_numbers():
    rows = [
        "领域 | 序号 | 反馈问题 | 整改措施 | 责任单位 | 配合单位 | 时限",
        "港口 | 1 | 灯具老化 | 更换灯具。 | 市港务局 | 市财政局 | 6月底",
        " | 2 | 塔身破损 | 修缮塔身。 | 市规划局 | 市财政局 | 9月底",
        "海运 | 3 | 航线不足 | 开通航线。 |  | 市商务局 | 全年",
    ]
    document = parse_document("list", "问题整改清单\n" + "\n".join(rows) + "\n")
    assert [s.heading for s in document.sections[1:]] == ["灯具老化", "塔身破损", "航线不足"]
    assert document.responsible("2") == ("市规划局", "市财政局")
    assert document.responsible("3") == ("市商务局",)


@pytest.mark.parametrize(
    "text",
    [
        "序号 | 项目 | 金额\n1 | 灯塔 | 50\n2 | 浮标 | 20\n3 | 雷达 | 30\n",  # no units
        f"{HEADER}\n1 | 灯塔 | 市港务局 |  | 全年\n",  # a single row
        "一段没有表格的话。\n",
        "",
    ],
)
def test_other_texts_have_no_rows(text):
    assert read_row_sections(text) == ()


def test_a_table_below_headings_is_no_section():
    table = TASKS.replace("| 一、建设港口\n", "").replace("| 二、发展海运\n", "")
    document = parse_document("plan", f"方案\n一、目标\n建港。\n二、任务\n{table}")
    assert [section.ref for section in document.sections] == ["前言", "一", "二"]
    assert "市交通局" in document.lead("二")


def test_rows_below_a_merged_number_are_one_section():
    rows = [
        "领域 | 序号 | 反馈问题 | 整改措施 | 责任单位",
        "港口 | 1 | 灯具老化 | 更换灯具。 | 市港务局",
        "港口 | 1 | 灯具老化 | 检修线路。 | 市供电局",
        "港口 | 2 | 塔身破损 | 修缮塔身。 | 市规划局",
        "海运 | 3 | 航线不足 | 开通航线。 | 市商务局",
    ]
    document = parse_document("list", "问题整改清单\n" + "\n".join(rows) + "\n")

    assert [s.ref for s in document.sections] == ["前言", "1", "2", "3"]
    assert document.responsible("1") == ("市港务局", "市供电局")


def test_column_of_groups_merged_over_numbers_heads_no_section():
    rows = [
        "序号 | 重点任务 | 具体举措 | 责任单位",
        "1 | 建设港口 | 更换灯具 | 市港务局",
        "2 | 建设港口 | 修缮塔身 | 市规划局",
        "3 | 发展海运 | 开通航线 | 市商务局",
    ]
    sections = read_row_sections("\n".join(rows))

    assert [s.heading for s in sections if s.label.isdecimal()] == [
        "更换灯具",
        "修缮塔身",
        "开通航线",
    ]


def test_groups_within_groups_stand_in_the_refs():
    rows = [
        "序号 | 任务 | 责任单位",
        "| 一、建设港口",
        "| （一）改造灯塔",
        "1 | 更换灯具 | 市港务局",
        "2 | 修缮塔身 | 市规划局",
        "| （二）疏浚航道",
        "3 | 清除淤泥 | 市港务局",
        "| 二、发展海运",
        "4 | 开通航线 | 市交通局",
    ]
    sections = read_row_sections("\n".join(rows))

    assert [s.ref for s in sections if s.ref != "前言"] == [
        "一", "一(一)", "一(一)1", "一(一)2", "一(二)", "一(二)3", "二", "二4"
    ]  # fmt: skip
    assert [s.parent for s in sections if s.label == "3"] == ["一(二)"]
    assert [s.level for s in sections if s.label in ("3", "4")] == [3, 2]


def test_first_clauses_that_state_figures_are_no_headings():
    tasks = [
        "新增泊位5个，建成仓库。",
        "更换灯具50套，修缮塔身。",
        "开通航线，新开3条。",
        "疏浚航道",
    ]
    rows = [f"{n} | {task} | 市港务局" for n, task in enumerate(tasks, start=1)]
    sections = read_row_sections("\n".join(["序号 | 任务 | 责任单位", *rows]))

    assert [s.heading for s in sections if s.label.isdecimal()] == ["", "", "", "疏浚航道"]


def test_figures_in_quotes_and_years_are_no_targets():
    tasks = ["建设“1+4”体系，建成仓库。", "落实2025年计划，修缮塔身。", "开通航线，新开3条。"]
    rows = [f"{n} | {task} | 市港务局" for n, task in enumerate(tasks, start=1)]
    sections = read_row_sections("\n".join(["序号 | 任务 | 责任单位", *rows]))

    assert [s.heading for s in sections if s.label.isdecimal()] == [
        "建设“1+4”体系", "落实2025年计划", "开通航线"
    ]  # fmt: skip
