"""What a question says of the part that it names, and how a choice among parts is worded."""

import pytest

from bot.section_choices import ask_of, labelled_so, names_whole, of_topic, option_for
from bot.strings import ZH
from bot.understanding import understand
from corpus.document import parse_document

PLAN = "方案\n一、目标\n建港。\n二、任务\n(一)航标。建设航标。\n"
LAW = "条例\n第一章 总则\n第一条 为了安全,制定本条例。\n第二条 港口应当安全。\n"


@pytest.fixture(scope="module")
def plan():
    return parse_document("plan", PLAN)


@pytest.fixture(scope="module")
def law():
    return parse_document("law", LAW)


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("总结一下这份文件", True),
        ("Summarise this plan.", True),
        ("总结一下这份文件里的航标", False),
        ("总结一下航标", False),
    ],
)
def test_the_whole_is_named_where_nothing_else_is(question, whole):
    assert names_whole(understand(question)) is whole


def test_a_choice_is_a_question_of_its_own(plan):
    assert option_for("《方案》", plan, plan.section("二"), "zh") == "《方案》第二部分"
    assert option_for("《方案》", plan, plan.section("二(一)"), "zh") == "《方案》二(一)"
    assert option_for("Plan", plan, plan.section("二(一)"), "en") == "Plan: Part II (1)"


def test_a_question_is_put_to_one_document_by_its_name():
    assert ask_of(understand("这份文件讲什么?"), "《方案》", ZH) == "《方案》讲什么?"
    assert ask_of(understand("航标怎么建?"), "《方案》", ZH) == "《方案》:航标怎么建?"


def test_an_article_or_a_part_is_kept_where_it_is_called_so(plan, law):
    article, part = (law, [law.section("第二条")]), (plan, [plan.section("二")])
    assert labelled_so([article, part], "第二条讲什么?") == [article]
    assert labelled_so([article, part], "第二部分讲什么?") == [part]
    assert labelled_so([article, part], "二讲什么?") == [article, part]


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("渔船第二部分讲什么?", "a"),
        ("What does Part II on parking say?", "b"),
        ("安洛市的第二部分讲什么?", "b"),
        ("What does Part II of Anluo say?", "b"),
        ("第二部分讲什么?", "abc"),
        ("灯塔的第二部分讲什么?", "abc"),
    ],
)
def test_of_several_documents_the_one_of_the_topic_or_the_place_is_meant(question, ids):
    titles = {"a": "渔船更新方案", "b": "安洛市停车设施方案", "c": "通知"}
    found = [(parse_document(name, f"{title}\n{PLAN[3:]}"), ()) for name, title in titles.items()]
    assert "".join(document.id for document, _ in of_topic(found, question)) == ids
