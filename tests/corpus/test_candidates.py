"""Lines with a number that open no section: cells, lists of attachments, notes, references."""

import pytest

from corpus.candidates import read_candidates
from corpus.sections import parse_sections


def refs(text: str) -> list[str]:
    return [section.ref for section in parse_sections(text)[0]]


def labels(text: str) -> list[str]:
    return [candidate.label for candidate in read_candidates(text, 0, len(text))]


def test_cells_of_tables_open_no_sections():
    table = (
        "附件1\n指标表\n序号 | 指标\n一、覆盖\n1 | 甲\n2 | 乙\n二、质量\n3 | 丙\n附件2\n分工表\n"
    )

    assert refs("一、丁\n戊。\n" + table) == ["一", "附件1", "附件2"]


def test_row_whose_cells_blanks_part_opens_no_section():
    rows = "行业 总户数 调查户数\n一、批发业 12,360 618 第一所\n二、餐饮业 6,480 324 第三所\n"

    assert labels(rows + "三、2025年至2030年目标\n") == ["三"]


def test_cells_on_lines_of_their_own_open_no_sections():
    assert refs("一、甲\n乙。\n二、宜居\n\n1\n\n开发强度\n") == ["一"]


@pytest.mark.parametrize(
    "attached", ["附件：1.指标体系\n2.分工表\n3.申请表\n", "附件：\n1.指标体系\n2.分工表\n"]
)
def test_list_of_attachments_opens_no_sections(attached):
    assert refs(f"一、甲\n1.乙。丙\n{attached}2018年1月5日\n附件1\n表\n") == ["一", "一1", "附件1"]


def test_list_of_attachments_may_be_indented_with_any_blank():
    listed = "\u00a0\u00a0附件：1、申请表\n\u00a0\u00a02、承诺书\n"

    assert refs(f"一、甲\n(一)乙。\n(二)丙。\n{listed}丁局\n2024年5月8日\n") == [
        "一",
        "一(一)",
        "一(二)",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、甲\n附件1：申请表\n附件2：承诺书\n乙局\n2024年5月8日\n", ["一"]),
        ("一、甲\n附件1：申请表\n乙局\n2024年5月8日\n附件1\n申请表\n", ["一", "附件1"]),
        ("一、甲\n附录1 责任书\n一、期限\n丙。\n附录2 检查表\n", ["一", "附录1", "一", "附录2"]),
        ("一、甲\n附件　任务表\n序号 | 任务\n1 | 乙\n", ["一", "附件"]),
        ("一、甲\n附件：任务表\n一、乙\n丙。\n", ["一", "附件", "一"]),
        ("一、甲\n附件　任务表\n乙局\n2024年5月8日\n", ["一"]),
        ("一、甲\n附件：任务表\n\n（此件公开发布）\n", ["一"]),
        ("一、甲\n附件1：申请表由各区填写，一式两份。\n乙。\n", ["一"]),
    ],
)
def test_attachment_named_on_its_line_begins_or_is_listed(text, found):
    assert labels(text) == found


def test_colon_between_the_mark_and_the_name_is_no_part_of_the_heading():
    sections, _ = parse_sections("一、甲\n专栏 1：指标\n附件1：任务表\n一、丙\n丁。\n")

    assert [s.heading for s in sections] == ["甲", "指标", "任务表", "丙"]


def test_name_below_the_mark_and_its_colon_is_the_heading():
    sections, _ = parse_sections("一、甲\n附件：\n\n任务表\n\n一、丙\n丁。\n")

    assert [s.heading for s in sections] == ["甲", "任务表", "丙"]


def test_numbers_that_a_sentence_refers_to_are_no_row():
    assert labels("Article 64 As Articles 5, 10, 16 to 21 state.\n") == ["Article 64"]


def test_notes_behind_a_text_open_no_sections():
    notes = "名词解释\n1.乙：丙。\n2.丁：戊。\n附件1\n一、己\n"

    assert labels(f"一、甲\n1.乙。\n{notes}") == ["一", "1", "附件1", "一"]
    assert labels("一、甲\n名词解释\n1.乙：丙。\n二、丁\n") == ["一", "二"]


@pytest.mark.parametrize("line", ["第五条规定的期限", "专栏1所列项目", "专栏2 的工程已经开工。"])
def test_reference_at_the_start_of_a_line_opens_no_section(line):
    assert labels(f"{line}\n") == []


def test_name_of_a_file_opens_no_section():
    text = "一、建港\n建设港口。\n附件：名单\n1.名单.docx\n附件\n名单\n张三\n"
    assert [s.ref for s in parse_sections(text)[0]] == ["一", "附件"]
