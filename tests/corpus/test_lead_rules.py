"""What a document says once about who leads in all its lists."""

import pytest

from corpus.document import parse_document
from corpus.lead_rules import SignRule, read_sign_rule, with_leads


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("注：标★的为牵头单位，其他为配合单位。", SignRule("★", others_join=True)),
        ("注：责任单位中带“★”的为牵头单位，其余为协办单位。", SignRule("★", others_join=True)),
        ("备注：●为牵头单位", SignRule("●")),
        ("标*号的单位为主办单位，未标注的为参与单位。", SignRule("*", others_join=True)),
        ("说明：▲表示牵头部门，△表示配合部门。", SignRule("▲", "△")),
        ("表中牵头单位以★标注。", SignRule("★")),
        ("牵头单位前标“▲”，下同。", SignRule("▲")),
        ("**牵头单位：**市港务局", None),
        ("*牵头单位*由市政府确定", None),
        ("●牵头单位：市港务局\n●配合单位：市财政局", None),
        ("★重点项目由市港务局牵头", None),
        ("", None),
    ],
)
def test_note_about_the_signs_of_units(text, rule):
    assert read_sign_rule(text) == rule


@pytest.mark.parametrize(
    "printed", ["★市港务局、市财政局", "市港务局★、市财政局", "★ 市港务局、市财政局"]
)
def test_unit_with_the_sign_leads_and_the_others_support_it(printed):
    text = f"方案\n一、建港\n责任单位：{printed}\n注：标★的为牵头单位，其他为配合单位。\n"
    document = parse_document("plan", text)
    assert document.responsible("一") == ("市港务局", "市财政局")
    assert document.lead("一") == ("市港务局",)
    assert document.joint("一") == ("市财政局",)


def test_signs_that_no_note_explains_are_left_out_of_the_names():
    document = parse_document("plan", "方案\n一、建港\n责任单位：★市港务局、☆市财政局\n")
    assert document.responsible("一") == ("市港务局", "市财政局")
    assert document.lead("一") == ()


def test_title_of_a_column_may_say_what_the_sign_means():
    rows = [
        "序号 | 任务 | 责任单位（标▲的为牵头单位，其他为协办单位）",
        "1 | 更换灯具 | 市港务局、▲市规划局",
        "2 | 修缮塔身 | ▲市港务局、▲市财政局",
        "3 | 开通航线 | 市交通局",
    ]
    document = parse_document("tasks", "任务表\n" + "\n".join(rows) + "\n")
    assert (document.lead("1"), document.joint("1")) == (("市规划局",), ("市港务局",))
    assert (document.lead("2"), document.joint("2")) == (("市港务局", "市财政局"), ())
    assert (document.lead("3"), document.joint("3")) == ((), ())


def test_rule_that_the_first_leads_holds_for_the_rows_of_a_table_too():
    rows = [f"{n} | 任务{n} | 市港务局、市财政局" for n in range(1, 4)]
    table = "\n".join(["序号 | 任务 | 责任单位", *rows])
    document = parse_document("tasks", f"任务表\n责任单位列第一位的为牵头单位。\n{table}\n")
    assert document.lead("2") == ("市港务局",)


def test_many_signs_are_read_in_one_pass():
    units = "、".join(f"★港务{n}局" for n in range(20_000))
    document = parse_document("plan", f"方案\n一、建港\n责任单位：{units}\n注：标★的为牵头单位。\n")
    assert len(document.lead("一")) == 20_000


def test_long_runs_of_blanks_hold_no_rule_and_take_linear_time():
    for start in ("", "列", "首位", "第一"):
        assert with_leads(start + " \n" * 100_000 + "甲", {}) == {}
