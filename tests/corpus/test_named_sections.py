"""The section of a document that numerals name."""

import pytest

from corpus.document import parse_document
from corpus.named_sections import resolve_path, section_number
from corpus.paths import find_path

LAW = """海川市港口条例

第一章 总则

第一条 为了港口安全,制定本条例。

第二条 本条例适用于海川港。

第二章 职责

第三条 港口办负责巡查。
"""


MEASURES = """海川市渔业措施

一、渔港
(一)建设渔港。新建渔港两座。
(二)疏浚航道。每年疏浚一次。

二、渔船
(三)更新渔船。更新渔船十艘。
(四)培训船员。培训船员百名。
"""


@pytest.fixture(scope="module")
def law():
    return parse_document("law", LAW)


def resolved(document, question) -> str | None:
    section = resolve_path(document, find_path(question), question)
    return section.ref if section else None


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("第二部分讲什么?", "二"),
        ("第二部分第一条讲什么?", "二(一)"),
        ("第二部分第一条第2点讲什么?", "二(一)2"),
        ("二(一)2", "二(一)2"),
        ("三(二)", "三(二)"),
        ("最后一部分讲什么?", "三"),
        ("“主要任务”第二条讲什么?", "二(二)"),
        ("What does Part II, section (1), item 2 say?", "二(一)2"),
        ("What does Part III, section (2) say?", "三(二)"),
        ("What does the last part say?", "三"),
        ("二部分二条说什么", "二(二)"),
        ("第二部分(一)2", "二(一)2"),
        ("第二部分第(一)条第2点", "二(一)2"),
        ("第二部分最后一条", "二(二)"),
        ("主要任务的第(一)项第2条", "二(一)2"),
        ("2.1.2讲什么", "二(一)2"),
        ("三之二讲什么", "三(二)"),
        ("What does II(1)2 say?", "二(一)2"),
        ("III.2, please", "三(二)"),
        ("Section 3.2?", "三(二)"),
        ("the 2nd item of section (1) in part II", "二(一)2"),
        ("Part Two, Section One, Item Two", "二(一)2"),
        ("first section of the last part", "三(一)"),
        ("the last item of Part III", "三(二)"),
        ("Show me section III (2).", "三(二)"),
        ("Is Part II longer than Part III?", None),
        ("第九部分讲什么?", None),
        ("二(九)", None),
        ("What does Part IX say?", None),
    ],
)
def test_numerals_name_a_section_of_a_plan(policy, question, ref):
    assert resolved(policy, question) == ref


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("第三条讲什么?", "第三条"),
        ("第3条讲什么?", "第三条"),
        ("第二章讲什么?", "第二章"),
        ("第二章第三条讲什么?", "第三条"),
        ("第九条讲什么?", None),
        ("第一章第三条讲什么?", None),
        ("第一部分第三条讲什么?", None),
        ("第三章讲什么?", None),
    ],
)
def test_numerals_name_a_chapter_or_article_of_a_regulation(law, question, ref):
    assert resolved(law, question) == ref


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("What does Chapter II say?", "ChapterII"),
        ("What does chapter 2 say?", "ChapterII"),
        ("What does Article 3 say?", "Article3"),
    ],
)
def test_numerals_name_a_chapter_or_article_of_an_english_text(english_policy, question, ref):
    assert resolved(english_policy, question) == ref


@pytest.mark.parametrize(
    ("ref", "number"), [("二", 2), ("二(一)", 1), ("二(一)2", 2), ("三(二)", 2)]
)
def test_the_number_of_a_section_is_its_own(policy, ref, number):
    assert section_number(policy.section(ref)) == number


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("What does Article 2 (二) of the harbour measures say?", "二"),
        ("What does Article 2 say?", "二"),
        ("What does Article 4 say?", None),
    ],
)
def test_an_article_of_a_text_without_articles_is_its_part(question, ref):
    text = (
        "海川市港口措施\n\n一、码头\n建设码头。\n\n二、船只\n更新渔船。\n\n三、渔港\n疏浚渔港。\n"
    )
    assert resolved(parse_document("measures", text), question) == ref


def test_an_article_that_a_regulation_lacks_is_no_other_part_of_it(law):
    assert resolved(law, "What does Article 9 say?") is None


def test_an_english_question_names_an_item_counted_through_all_parts():
    items = "".join(f"({n}) 建设{n}号码头。\n" for n in "一二三四五六七八九十")
    text = (
        f"海川市港口措施\n\n一、码头\n\n{items}\n二、船只\n\n(十一)更新渔船。\n(十二)建造拖船。\n"
    )
    assert resolved(parse_document("measures", text), "What does item 12 provide?") == "二(十二)"


def test_no_numerals_name_no_section(policy):
    assert resolve_path(policy, (), "导航雷达?") is None


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("第二条讲什么?", "一(二)"),
        ("第三条讲什么?", "二(三)"),
        ("第二部分讲什么?", "二"),
        ("第二部分第三条讲什么?", "二(三)"),
        ("第五条讲什么?", None),
    ],
)
def test_items_counted_through_all_parts_are_its_articles(question, ref):
    assert resolved(parse_document("measures", MEASURES), question) == ref


COUNTED = """海川市渔业分工方案

一、渔港

(一)建设

1.新建渔港。

2.扩建渔港。

(二)疏浚

3.疏浚航道。

二、渔船

(三)更新

4.更新渔船。

附件1

渔船补助申报指南

一、材料

(一)申请表。

(二)船舶证书。

二、口径

按船长核算。

附件2

任务表
"""


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("附件1第二部分怎么规定", "附件1二"),
        ("附件1一(二)讲什么", "附件1一(二)"),
        ("附件一讲什么", "附件1"),
        ("What does Part I of Annex 1 say?", "附件1一"),
        ("What does Annex 2 say?", "附件2"),
        ("附件3讲什么", None),
        ("专栏1讲什么", None),
        ("What does item 3 of the plan say?", "一(二)3"),
        ("第3项是什么", "一(二)3"),
        ("第(三)项是什么", "二(三)"),
        ("第三条是什么", "二(三)"),
        ("Part II, item 4", "二(三)4"),
        ("What does section (3) say?", "二(三)"),
        ("第九项是什么", None),
    ],
)
def test_annexes_and_items_counted_through_all_parts(question, ref):
    assert resolved(parse_document("counted", COUNTED), question) == ref


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("第四条第(二)项讲什么?", "第四条(二)"),
        ("第四条第一款第(一)项讲什么?", "第四条(一)"),
        ("第四条第一款讲什么?", "第四条"),
        ("What does Article 4(2) say?", "第四条(二)"),
        ("What does item 1 of Article 4 say?", "第四条(一)"),
        ("What does Article 4 say about 3 ships?", "第四条"),
    ],
)
def test_an_item_of_an_article_is_found_below_it(question, ref):
    law = f"{LAW}\n第四条 下列船只不得入港:\n\n(一)渔船;\n\n(二)游艇。\n"
    assert resolved(parse_document("law", law), question) == ref
