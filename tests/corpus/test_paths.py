"""From the numerals of a question to the section that they name."""

import pytest

from corpus.document import parse_document
from corpus.paths import find_path, resolve_path, section_number

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
    ("question", "path"),
    [
        ("二(二)的第3小点讲什么?", ("二", "二", "3")),
        ("二(二)里面的第三条讲什么?", ("二", "二", "三")),
        ("二(二)和第三条讲什么?", ("二", "二")),
        ("二(二)讲什么?", ("二", "二")),
    ],
)
def test_a_printed_path_goes_on_in_words(question, path):
    assert find_path(question) == path


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
    ("question", "path"),
    [
        ("What does item 12 of the harbour measures provide?", ("", "12")),
        ("And point 25?", ("", "25")),
        ("What does item 2 say?", ()),
        ("Are there fines in one section of the harbour?", ()),
        ("What does the first section say?", ("1",)),
        ("What does part two say?", ("2",)),
    ],
)
def test_a_counted_thing_is_no_ordinal(question, path):
    assert find_path(question) == path


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
