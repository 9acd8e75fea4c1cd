"""Until when one may apply, and when a phase is due."""

import pytest

from bot.chatbot import Chatbot
from bot.deadlines import asks_to_apply, lacks_phase, sentences_to_apply
from bot.reply import Answer, Refusal
from corpus.document import parse_document
from index.library import build_index

NOTICE = """望川市渔船更新项目申报通知

一、支持方向

支持渔船更新改造,按设备投资额的12%给予补助。

二、申报条件

渔船设备购置合同、发票和清单齐全,渔船更新后应当于3个月内申请验收。

三、申报程序

申报单位于7月20日前通过“渔企通”平台提交申报材料。县级部门于8月10日前联合上报。
"""
MINUTES = """望川市旧港更新纪要

一、规划

旧港更新分三期实施,一期2026年底前建成开放。
"""


@pytest.fixture
def notice_chatbot(stub_encoder) -> Chatbot:
    return Chatbot(build_index([parse_document("notice", NOTICE)], stub_encoder), stub_encoder)


@pytest.fixture
def minutes_chatbot(stub_encoder) -> Chatbot:
    return Chatbot(build_index([parse_document("minutes", MINUTES)], stub_encoder), stub_encoder)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("渔船更新项目材料最晚几号前交?", True),
        ("申报截止日期是哪一天?", True),
        ("What is the deadline for applications?", True),
        ("渔船更新什么时候完成?", False),
        ("数据交易最晚哪年开始?", False),
    ],
)
def test_the_end_of_applications_is_asked_for(question, asked):
    assert asks_to_apply(question) is asked


@pytest.mark.parametrize(
    "question",
    [
        "渔船更新项目的材料最晚几号前交?",
        "渔船更新申报截止日期是哪天?",
        "What is the deadline for submitting applications for 渔船更新?",
    ],
)
def test_the_days_by_which_things_are_handed_in_answer(notice_chatbot, question):
    reply = notice_chatbot.reply(question)
    assert isinstance(reply, Answer)
    assert [citation.ref for citation in reply.citations] == ["三", "三"]
    assert "7月20日前" in reply.sentences[0].text


def test_a_document_without_such_a_day_has_no_deadline(minutes_chatbot):
    assert isinstance(minutes_chatbot.reply("旧港更新申报截止日期是哪一天?"), Refusal)


def test_the_time_of_one_phase_is_none_of_another(minutes_chatbot):
    assert isinstance(minutes_chatbot.reply("旧港更新二期什么时候建成?"), Refusal)
    assert isinstance(minutes_chatbot.reply("旧港更新一期什么时候建成?"), Answer)


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("二期什么时候开工?", "一期2026年底前建成。", True),
        ("一期什么时候开工?", "首期2026年底前建成。", False),
        ("When will the second phase start?", "一期2026年底前建成。", True),
        ("二期投资多少?", "一期2026年底前建成。", False),  # no time is asked for
        ("一期限什么时候到?", "2026年底前建成。", False),  # 期限 is no phase
    ],
)
def test_a_phase_lacks_its_time(question, text, lacks):
    assert lacks_phase(question, text) is lacks


def test_sentences_about_applying_are_told_from_others():
    text = "渔船应当于8月1日前提交材料。政策自8月1日起施行。"
    assert sentences_to_apply(text) == "渔船应当于8月1日前提交材料"


def test_how_long_an_office_takes_is_no_time_to_apply():
    assert sentences_to_apply("受理机关应当在15个工作日内作出决定。") == ""
    assert sentences_to_apply("应当在15个工作日内提交材料。") == "应当在15个工作日内提交材料"
