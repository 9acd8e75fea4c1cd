"""Which numbers open sections, and what lies under what."""

import pytest

from corpus.sections import parse_sections


def refs(text: str) -> list[str]:
    return [section.ref for section in parse_sections(text)[0]]


def headings(text: str) -> dict[str, str]:
    return {section.ref: section.heading for section in parse_sections(text)[0]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a plan that restarts everywhere
        ("一、甲\n(一)乙。丙\n1.丁。戊\n2.己。庚\n(二)辛。壬\n1.癸。子\n二、丑\n(一)寅。卯\n",
         ["一", "一(一)", "一(一)1", "一(一)2", "一(二)", "一(二)1", "二", "二(一)"]),
        # 1. runs on below (一) and (二)
        ("一、甲\n(一)乙。丙\n1.丁。戊\n2.己。庚\n(二)辛。壬\n3.癸。子\n",
         ["一", "一(一)", "一(一)1", "一(一)2", "一(二)", "一(二)3"]),
        # (一) runs on below 一、 and 二、
        ("一、甲\n(一)乙。丙\n二、丁\n(二)戊。己\n", ["一", "一(一)", "二", "二(二)"]),
        # a level is skipped
        ("一、甲\n1.乙。丙\n二、丁\n(一)戊。己\n2.庚。辛\n", ["一", "一1", "二", "二(一)", "二(一)2"]),
        # articles stand alone below chapters
        ("第一章 总则\n第一条 甲。\n第二条 乙:\n(一)丙;\n第二章 附则\n第三条 丁。\n",
         ["第一章", "第一条", "第二条", "第二条(一)", "第二章", "第三条"]),
        # articles keep their path below 一、
        ("一、甲\n(一)乙。\n第 1 条 丙。\n第 2 条 丁。\n", ["一", "一(一)", "一(一)第1条", "一(一)第2条"]),
        # full-width signs and stray blanks become one form
        ("一 、甲\n（ 一 ）乙。丙\n１．丁。戊\n", ["一", "一(一)", "一(一)1"]),
        ("Chapter I General\nArticle 1 Text.\nChapter II Duties\nArticle 2 Text.\n",
         ["ChapterI", "Article1", "ChapterII", "Article2"]),
        ("一、甲\n附件1\n一、乙\n(一)丙。丁\n附件2\n一、戊\n",
         ["一", "附件1", "附件1一", "附件1一(一)", "附件2", "附件2一"]),
        ("1.1 甲\n1.2 乙\n1.2.1 丙\n1.3 丁\n", ["1.1", "1.2", "1.2.1", "1.3"]),
        ("第一章 甲\n第 9 条 乙。\n第 9-1 条 丙。\n一、丁\n第 10 条 戊。\n",
         ["第一章", "第9条", "第9-1条", "第9-1条一", "第10条"]),
        ("第1部 甲\n1. 乙\n(1) 丙\n(a) 丁\n(i) 戊\n(ii) 己\n(b) 庚\n(1A) 辛\n第2部 壬\n1A. 癸\n2. 子\n",
         ["第1部", "1", "1(1)", "1(1)(a)", "1(1)(a)(i)", "1(1)(a)(ii)", "1(1)(b)", "1(1A)", "第2部", "1A", "2"]),
        ("引言。\n一、甲\n", ["前言", "一"]),
        ("没有编号的通知。\n", ["前言"]),
        (" \n", []),
    ],
)  # fmt: skip
def test_refs_are_the_printed_paths(text, expected):
    assert refs(text) == expected


def test_bracketed_numbers_below_a_box_are_in_it():
    text = "一、甲\n（一）乙。丙。\n（二）丁。戊。\n专栏1 项目\n（一）戊类。己。\n（二）庚类。辛。\n二、壬\n癸。\n"

    refs = [section.ref for section in parse_sections(text)[0]]

    assert refs == ["一", "一(一)", "一(二)", "专栏1", "专栏1(一)", "专栏1(二)", "二"]


def test_numbers_inside_an_item_that_goes_on_behind_them_are_below_it():
    text = "I. Coast\n(1) Walls.\n1. old;\n2. new.\n(2) Boats.\nII. Port\n(3) Gates.\n"

    refs = [section.ref for section in parse_sections(text)[0]]

    assert refs == ["I", "I(1)", "I(1)1", "I(1)2", "I(2)", "II", "II(3)"]


def test_levels_and_parents_follow_the_tree():
    sections, _ = parse_sections("一、甲\n(一)乙。丙\n1.丁。戊\n二、己\n")

    assert [(s.level, s.parent) for s in sections] == [
        (1, None),
        (2, "一"),
        (3, "一(一)"),
        (1, None),
    ]


@pytest.mark.parametrize(
    ("text", "expected", "warning"),
    [
        (
            "一、甲\n九、乙\n",
            ["一"],
            "'九' at 4 does not continue the numbering; read as text of 一",
        ),
        ("一、甲\n(一)乙。丙\n(一)丁。戊\n", ["一", "一(一)"], "does not continue the numbering"),
        ("一、甲\n二、乙\n四、丙\n五、丁\n", ["一", "二", "四", "五"], "四 follows 2: 1 missing"),
        ("三、甲\n四、乙\n", ["三", "四"], "三 follows nothing: 2 missing from the text"),
    ],
)
def test_broken_continuity_is_named_in_a_warning(text, expected, warning):
    sections, warnings = parse_sections(text)

    assert [section.ref for section in sections] == expected
    assert warning in warnings[0]


def test_bare_numbers_count_beside_decimals_only():
    assert refs("1　总则\n1.1　目的\n甲。\n2　组织\n2.1　机构\n乙。\n") == ["1", "1.1", "2", "2.1"]
    assert refs("22 甲市关于某事的意见\n一、乙\n丙。\n") == ["前言", "一"]


def test_decimal_that_does_not_go_on_is_text():
    assert refs("1.1 甲\n乙。\n3.5 万吨以上的\n1.2 丙\n丁。\n") == ["1.1", "1.2"]


def test_second_text_in_a_file_has_refs_of_its_own():
    notice = "一、提高认识\n甲。\n二、抓好落实\n乙。\n"
    plan = "某某方案\n一、总体要求\n(一)目标。丙\n二、任务\n丁。\n"

    assert refs(notice + plan) == ["一", "二", "2:一", "2:一(一)", "2:二"]


def test_headings_without_text_that_come_again_are_contents():
    text = "纲要\n第一篇 目标\n第一章 形势\n第二篇 任务\n第二章 农业\n"
    body = "第一篇 目标\n第一章 形势\n世纪之交。\n第二篇 任务\n第二章 农业\n稳粮。\n"

    assert refs(text + body) == ["前言", "第一篇", "第一篇第一章", "第二篇", "第二篇第二章"]


def test_excerpt_may_begin_with_a_later_chapter():
    assert refs("第二章 投资\n第九条 甲。\n第十条 乙。\n") == ["第二章", "第九条", "第十条"]


def test_box_stands_alone_and_the_numbers_outside_it_go_on():
    text = (
        "一、甲\n(一)乙\n1.丙。丁。\n2.戊。己。\n专栏1　工程\n1.庚工程。辛。\n2.壬工程。癸。\n"
        "3.子工程。丑。\n(二)寅\n专栏2 目标\n1.卯。辰。\n3.巳。午。\n二、未\n"
    )

    assert refs(text) == [
        "一", "一(一)", "一(一)1", "一(一)2", "专栏1", "专栏1.1", "专栏1.2", "专栏1.3",
        "一(二)", "专栏2", "专栏2.1", "一(二)3", "二",
    ]  # fmt: skip
    assert headings(text)["专栏1"] == "工程"


def test_numbers_that_begin_again_behind_a_box_are_outside_it():
    assert refs("一、甲\n专栏1 乙\n1.丙。\n2.丁。\n(一)戊\n1.己。\n") == [
        "一", "专栏1", "专栏1.1", "专栏1.2", "一(一)", "一(一)1",
    ]  # fmt: skip


def test_formal_numerals_stand_above_the_usual_ones():
    text = (
        "壹、計畫緣起\n一、依據\n（一）條例第九條。\n二、問題\n貳、計畫目標\n一、說明\n"
        "參、執行策略\n一、項目\n1、設備\n"
    )

    assert refs(text) == [
        "壹", "壹一", "壹一(一)", "壹二", "貳", "貳一", "參", "參一", "參一1",
    ]  # fmt: skip


def test_circled_number_stands_behind_a_plain_one_without_a_dot():
    assert refs("一、任务\n1.改造\n①防滑；\n②扶手。\n(1)甲\n")[:4] == ["一", "一1", "一1①", "一1②"]


def test_quantity_at_the_start_of_a_line_does_not_hide_the_number_before_it():
    text = (
        "1 Goals\n1.1 Riders\nMore.\n2 Costs\nThe fares bring in\n3.4 Million. The rest is paid.\n"
        "3 Review\n3.1 Report\nYearly.\n"
    )

    assert refs(text) == ["1", "1.1", "2", "3", "3.1"]


def test_quantity_is_no_decimal_number():
    assert refs("1 Goals\n1.1 Riders\n2 Costs\nThe fares bring in\n2.1 million.\n3 End\n") == [
        "1", "1.1", "2", "3",
    ]  # fmt: skip
