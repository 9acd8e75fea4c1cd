"""Documents in traditional characters: read like any other, every string as printed."""

from dataclasses import replace

import pytest

from corpus.document import outline, parse_document
from corpus.normalise import to_traditional
from corpus.traditional import as_printed, simplify

PLAN = """海川市人民政府办公室关于印发灯塔改造行动计划的通知
海府办〔2024〕18号

各区人民政府：
    现将《灯塔改造行动计划》印发给你们，请认真组织实施。
海川市人民政府办公室
2024年5月15日

灯塔改造行动计划

一、改造灯塔
(一)更换灯具。两年内更换灯具50套。(牵头单位:市港务局,配合单位:市财政局、各区人
民政府)
(二)修缮塔身。(由市港务局牵头,市规划局配合)

第一章 总则
第一条 本计划自2024年6月1日起施行，有效期至2026年12月31日。《海川市灯塔办法》同时废止。
第二条 灯塔由市港务局管理。
"""


@pytest.fixture(scope="module")
def both():
    return parse_document("s", PLAN), parse_document("t", to_traditional(PLAN))


def test_it_has_the_same_outline_in_its_own_characters(both):
    simplified, traditional = map(outline, both)
    for name in ("title", "outer_title", "issuer", "number", "date", "effective", "expires"):
        value = simplified[name]
        assert traditional[name] == (to_traditional(value) if value else value), name
    assert simplified["number"] == "海府办〔2024〕18号"
    assert len(simplified["sections"]) == len(traditional["sections"]) > 5
    for plain, printed in zip(simplified["sections"], traditional["sections"], strict=True):
        assert printed["ref"] == to_traditional(plain["ref"])
        assert printed["heading"] == to_traditional(plain["heading"])
        assert (printed["start"], printed["end"]) == (plain["start"], plain["end"])
        for role in ("responsible", "lead", "joint"):
            assert printed[role] == [to_traditional(unit) for unit in plain[role]]


def test_a_unit_that_a_line_breaks_is_told_whole(both):
    assert both[1].joint("一(一)") == ("市財政局", "各區人民政府")


def test_every_span_is_a_slice_of_the_source(both):
    document = both[1]
    assert document.text == to_traditional(PLAN)
    for items in document.lists.values():
        assert all(document.text[item.start : item.end] == item.text for item in items)
    assert any(section.ref.endswith("第一條") for section in document.sections)


@pytest.mark.parametrize("label", ["第 1 條", "第1條", "第一條"])
def test_a_ref_is_the_printed_number_without_its_blanks(label):
    document = parse_document("act", f"漁船條例\n{label}　為管理漁船，制定本條例。\n")
    assert document.sections[-1].ref == label.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("牽頭單位：市財政局", "牵头单位：市财政局"),
        ("牵头单位", "牵头单位"),
        ("Plan 2024 ①", "Plan 2024 ①"),
        ("", ""),
    ],
)
def test_simplifying_keeps_every_character_in_its_place(text, simple):
    assert simplify(text) == simple
    assert len(simplify(text)) == len(text)


def test_a_name_is_told_as_the_text_prints_it():
    text = "後勤辦\n公室管理方法，皇后區"
    plain = simplify(text)
    document = parse_document("d", plain)
    found = as_printed(replace(document, issuer="后勤办公室", drafters=("皇后区", "后勤")), text)
    assert (found.issuer, found.drafters) == ("後勤辦公室", ("皇后區", "後勤"))
