"""Lines that may open a section, in every family of numbering."""

import pytest

from corpus.headings import FAMILIES, find_candidates, label_of


def only(line: str):
    (candidate,) = find_candidates(line)
    return candidate


@pytest.mark.parametrize(
    ("line", "family", "number", "label"),
    [
        ("一、总体要求\n", "一、", 1, "一"),
        ("二 、支持范围\n", "一、", 2, "二"),
        ("(十二)发展目标。", "(一)", 12, "(十二)"),
        ("（二）发展目标。", "(一)", 2, "(二)"),
        ("〈一）基本任务", "(一)", 1, "(一)"),
        ("3.加强创新。", "1.", 3, "3"),
        ("3．加强创新。", "1.", 3, "3"),
        ("１２、加强创新。", "1.", 12, "12"),
        ("11.121人才梯队项目。", "1.", 11, "11"),
        ("(4)保障", "(1)", 4, "(4)"),
        ("（４）保障", "(1)", 4, "(4)"),
        ("②第二项", "①", 2, "②"),
        ("第一章 总 则", "章", 1, "第一章"),
        ("第 1 2 条 设立", "条", 12, "第12条"),
        ("第十二条 本法", "条", 12, "第十二条"),
        ("▌一、大力引才", "一、", 1, "一"),
        ("✅（二）青年补贴。", "(一)", 2, "(二)"),
        ("第 9-1 条　为促进创新", "条", 9, "第9-1条"),
        ("第十二条之一　对境外", "条", 12, "第十二条之一"),
        ("第2部　執行", "部", 2, "第2部"),
        ("第1分部　查閱", "分部", 1, "第1分部"),
        ("11A. 豁免", "1.", 11, "11A"),
        ("(2A) 專員", "(1)", 2, "(2A)"),
        ("第三编 附则", "编", 3, "第三编"),
        ("第二部分 任务", "部分", 2, "第二部分"),
        ("第一节 目标", "节", 1, "第一节"),
        ("1.2.1　国家级", "1.1", 1, "1.2.1"),
        ("附件1：\n", "附件", 1, "附件1"),
        ("附件 2\n", "附件", 2, "附件2"),
        ("附录2　检查表\n", "附件", 2, "附录2"),
        ("附表\n", "附件", 0, "附表"),
        ("㈡发展定位", "(一)", 2, "(二)"),
        ("⒊加强创新。", "1.", 3, "3"),
        ("⑷保障", "(1)", 4, "(4)"),
        ("2）保障", "1)", 2, "2)"),
        ("专栏3　重点工程\n", "专栏", 3, "专栏3"),
        ("Chapter IV General", "Chapter", 4, "Chapter IV"),
        ("Article 17 (Scope)", "Article", 17, "Article 17"),
        ("Section 2\u00a0Rules", "Section", 2, "Section 2"),
        ("II. Main tasks", "I.", 2, "II"),
        ("## **三、措施**\n", "一、", 3, "三"),
        ("　　\ufeff(一)缩进", "(一)", 1, "(一)"),
    ],
)
def test_each_family_is_recognised(line, family, number, label):
    found = only(line)

    assert (found.family.name, found.number, found.label) == (family, number, label)


@pytest.mark.parametrize(
    "line",
    [
        "到2020年,基本建成。",
        "7.5%以上",
        "2017.6.9",
        "2020年",
        "1234.五",
        "第五条约定",
        "第二节点",
        "—一、破折号",
        "第甲条",
        "第1部门",
        "(甲)",
        "article 3 in running text",
        "",
    ],
)
def test_lines_that_open_no_section(line):
    assert list(find_candidates(line)) == []


@pytest.mark.parametrize(
    ("line", "sub"),
    [("第9条", 0), ("第9-2条", 2), ("第九条之一　甲", 1), ("11B. 甲", 2), ("(2A) 甲", 1)],
)
def test_number_of_what_was_put_in_later(line, sub):
    assert only(line).sub == sub


def test_short_title_glued_to_the_end_of_a_paragraph_is_found():
    text = "第三节培养人才\n提供人才保障。第四节增进团结\n依照本法。第四节的规定另有要求,从其规定\n"

    assert [c.label for c in find_candidates(text)] == ["第三节", "第四节"]


def test_offsets_enclose_the_mark_and_its_line():
    text = "前文\n  （一）目标。正文\n后文"

    found = only(text)

    assert text[found.start : found.mark_end] == "（一）"
    assert text[found.start : found.line_end] == "（一）目标。正文"


def test_reading_starts_at_the_offset():
    text = "一、甲\n二、乙\n三、丙"

    assert [c.label for c in find_candidates(text, 4)] == ["二", "三"]


def test_decimal_marks_keep_all_their_numbers():
    assert only("1.2.10 细则").parts == (1, 2, 10)


@pytest.mark.parametrize(
    ("name", "mark", "label"),
    [
        ("一、", "二、", "二"),
        ("(一)", "（一）", "(一)"),
        ("1.", "3．", "3"),
        ("条", "第 1 条", "第1条"),
    ],
)
def test_label_is_the_mark_without_blanks_width_and_stops(name, mark, label):
    family = next(f for f in FAMILIES if f.name == name)

    assert label_of(family, mark) == label


def test_item_glued_to_the_list_of_the_one_before_it_is_found():
    text = "（三）增长28%。（市商务局负责）（四）增长20%。（市工信局主办）（含出口）\n"

    assert [c.label for c in find_candidates(text)] == ["(三)", "(四)"]
