"""Headings with sections below, in the form in which questions are searched for them."""

import pytest

from bot.headings import LABEL, all_headings, loosely_named, only_said, read_headings, widened
from corpus.document import parse_document


def test_headings_are_those_with_sections_below_in_both_languages(policy):
    headings = read_headings(policy)
    refs = [heading.section.ref for heading in headings]
    assert refs == [s.ref for s in policy.sections if policy.children(s.ref)]
    assert all(heading.rendered for heading in headings)
    assert [h.plain for h in headings if h.section.ref == "三"] == ["保障措施"]


def test_all_headings_hold_those_without_sections_below_too(policy):
    headings = all_headings(policy)
    assert [heading.section.ref for heading in headings] == [s.ref for s in policy.sections]
    assert tuple(h for h in headings if h.is_parent) == read_headings(policy)


@pytest.mark.parametrize(
    ("question", "language", "ref"),
    [
        ("关键技术怎么突破?", "zh", "二(一)"),
        ("用几句话讲讲关键技术的突破", "zh", "二(一)"),
        ("关键技术、导航雷达怎么突破?", "zh", "二(一)"),  # the second stands right below
        ("保障有哪些措施?", "zh", "三"),
        ("How are breakthroughs in key technologies to be achieved?", "en", "二(一)"),
        ("Briefly, which measures support it?", "en", None),  # "measures" is plain
        ("What are the tasks for developing key technologies?", "en", "二(一)"),
        ("导航雷达怎么研发?", "zh", None),  # a section of its own
        ("电子海图的关键技术怎么突破?", "zh", None),  # of one section below
        ("渔民怎么突破关键技术?", "zh", None),  # no heading says it
        ("它怎么推进?", "zh", None),
    ],
)
def test_a_part_is_named_in_the_words_of_a_question(policy, question, language, ref):
    found = loosely_named(question, language, all_headings(policy))
    assert (found.ref if found else None) == ref


@pytest.mark.parametrize(
    ("question", "language", "ref"),
    [
        ("研发导航雷达", "zh", "二(一)1"),
        ("navigation radar", "en", "二(一)1"),
        ("雷达", "zh", None),  # a half of its heading
        ("渔民研发导航雷达", "zh", None),
    ],
)
def test_a_section_without_others_below_is_named_by_its_whole_heading(
    policy, question, language, ref
):
    found = loosely_named(question, language, all_headings(policy), parents=False)
    assert (found.ref if found else None) == ref
    assert loosely_named(question, language, all_headings(policy)) is None


@pytest.mark.parametrize(
    ("question", "language", "ref"),
    [
        ("雷达", "zh", "二(一)1"),
        ("推广", "zh", "二(一)2"),
        ("資金", "zh", "三(一)"),
        ("radar", "en", "二(一)1"),
        ("海图基金", "zh", None),  # of two sections
        ("加强", "zh", None),  # of two
        ("渔船", "zh", None),
        ("它", "zh", None),
    ],
)
def test_the_one_heading_that_says_all(policy, question, language, ref):
    found = only_said(question, language, all_headings(policy))
    assert (found.ref if found else None) == ref


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("雷达那一节讲什么", "雷达 讲什么"),
        ("雷达这部分的内容", "雷达 内容"),
        ("the section on radar", "the   radar"),
        ("Sum up the radar section.", "Sum up the radar  ."),
        ("哪部分地区有雷达", "哪部分地区有雷达"),
        ("What part do radars play?", "What part do radars play?"),
    ],
)
def test_what_a_question_calls_a_part_is_no_topic(question, rest):
    assert LABEL.sub(" ", question) == rest


WIDE = """海川市灯塔方案

一、提升信息港口安全能力

(一)推动信息安全技术

  做甲。

(二)提升渔业信息安全能力

  做乙。

二、建设灯塔

(一)建设海岛灯塔

  做丙。
"""


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("信息安全能力", "一"),
        ("渔业信息安全能力", "一(二)"),
        ("信息安全技术", "一(一)"),
        ("灯塔", "二"),  # two say it, one over the other
        ("海岛灯塔", "二(一)"),
    ],
)
def test_the_heading_above_is_meant_where_it_says_as_much(question, ref):
    headings = all_headings(parse_document("wide", WIDE))
    found = only_said(question, "zh", headings)

    assert widened(found, question, "zh", headings).ref == ref
