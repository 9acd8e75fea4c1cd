"""Enumerations: a lead-in with its items, as sections or as lines, each with its span."""

from corpus.document import Document, parse_document
from corpus.enumerations import Enumeration, find_enumerations

RULES = """海川市灯塔看守人管理办法

第一条 为规范灯塔看守,制定本办法。

第二条 申请担任看守人,应当同时符合下列条件:
(一)年满二十周岁;
(二)持有下列证书之一:
1.航标工证书;
2.船员证书。
(三)三年内未受过处分。
看守人的任期为五年。

第三条 看守人有下列情形之一的,由市港务局警告;逾期不改的,处以罚款:
(一)擅自离塔;
(二)熄灭灯火。
处理时应当优先照顾下列人员:
(一)家中有老人的;
(二)独自看守的。

第四条 看守人应当:
(一)点灯。
"""
GUIDE = """海川市灯塔补贴指南

一、申请材料
(一)灯塔照片
(二)看守人名单

二、办理流程
(一)提交申请。向市港务局提交申请。市港务局五日内答复。
(二)领取补贴。
"""


def read(text: str) -> tuple[Document, tuple[Enumeration, ...]]:
    document = parse_document("lighthouse", text)
    return document, find_enumerations(document)


def printed(document: Document, span) -> str:
    return document.text[span.start : span.end]


def test_a_lead_in_has_the_sections_below_it_as_items():
    document, found = read(RULES)
    conditions = found[0]
    assert printed(document, conditions).endswith("应当同时符合下列条件:")
    assert conditions.count == 3
    assert [printed(document, item) for item in conditions.items if item.depth == 1] == [
        "(一)年满二十周岁;",
        "(二)持有下列证书之一:",
        "(三)三年内未受过处分。",
    ]


def test_an_item_that_leads_in_to_items_of_its_own_has_them_behind_it():
    document, found = read(RULES)
    deeper = [printed(document, item) for item in found[0].items if item.depth == 2]
    assert deeper == ["1.航标工证书;", "2.船员证书。"]
    assert [item.depth for item in found[0].items] == [1, 1, 2, 2, 1]


def test_a_paragraph_behind_the_last_item_is_no_part_of_it():
    document, found = read(RULES)
    assert all("任期" not in printed(document, item) for item in found[0].items)


def test_a_lead_in_of_two_parts_starts_where_it_announces_the_items():
    document, found = read(RULES)
    third = next(e for e in found if e.ref == "第三条")
    assert printed(document, third).startswith("第三条 看守人有下列情形之一的")
    assert printed(document, third).endswith("逾期不改的,处以罚款:")


def test_a_second_list_in_one_article_is_read_from_its_lines():
    document, found = read(RULES)
    second = next(e for e in found if printed(document, e).startswith("处理时"))
    assert [printed(document, item) for item in second.items] == [
        "(一)家中有老人的;",
        "(二)独自看守的。",
    ]


def test_one_item_is_no_enumeration():
    _, found = read(RULES)
    assert "第四条" not in [enumeration.ref for enumeration in found]


def test_a_heading_over_numbered_parts_leads_in_to_them():
    document, found = read(GUIDE)
    materials, steps = found
    assert materials.is_heading
    assert steps.is_heading
    assert [printed(document, item) for item in materials.items] == [
        "(一)灯塔照片",
        "(二)看守人名单",
    ]
    assert printed(document, steps.items[0]).endswith("市港务局五日内答复。")


def test_chapters_lead_in_to_no_items():
    text = "海川市灯塔条例\n\n第一章 总则\n第一条 灯塔由市港务局管理。\n第二条 看守人由区聘任。\n"
    assert read(text)[1] == ()


def test_a_line_that_breaks_off_in_a_sentence_runs_on():
    text = "海川市灯塔办法\n\n第一条 看守人应当履行下列职责:\n(一)每日黄昏\n点灯;\n(二)守夜。\n"
    document, found = read(text)
    assert printed(document, found[0].items[0]) == "(一)每日黄昏\n点灯;"


def test_every_item_of_the_embedded_plan_lies_in_its_section(tianjin):
    for enumeration in find_enumerations(tianjin):
        for item in enumeration.items:
            section = tianjin.section(item.ref)
            assert section.start <= item.start < item.end <= section.end


def test_items_that_a_sentence_promises_may_come_after_more_is_said():
    document, (found,) = read(
        "海川市指南\n\n一、看守补贴\n看守人符合以下3个条件之一,可申请补贴,补贴为每人3000元。申请应当在年内提出。\n"
        "(1)年满五十周岁;\n(2)独自看守。\n"
    )
    assert printed(document, found).startswith("看守人符合以下3个条件之一")
    assert found.count == 2
