"""Questions for support: what applies first, then what is general, with units and closing."""

import datetime

import pytest

from bot.reply import Answer, Refusal, reply_text
from bot.understanding import understand
from corpus.document import parse_document
from corpus.normalise import HAN

GRANTS = """某市机器人若干措施

一、支持措施

(一)研发奖励。对新认定的研发机构,给予奖励50万元。申报材料报市科技局。(责任单位:市科技局)
"""


def refs(reply) -> list[str]:
    return list(dict.fromkeys(citation.ref for citation in reply.citations))


def test_what_applies_comes_before_what_is_general(stub_chatbot):
    text = reply_text(stub_chatbot.reply("导航雷达企业有什么支持?"))
    assert text.startswith("与所问情况有关的内容共")
    assert text.index("支持企业与海洋大学") < text.index("责任单位:市科技局、市工信局")


@pytest.mark.parametrize(
    "question",
    [
        "Is there any money for buying an overseas chip designer?",
        "有没有钱支持收购海外的集成电路企业?",
    ],
)
def test_money_for_an_acquisition_finds_the_mergers_and_no_goals(tianjin_chatbot, question):
    found = refs(tianjin_chatbot.reply(question))
    assert "四(三)" in found
    assert not {"前言", "一(一)", "一(二)"} & set(found)


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("请专家来有没有钱?", "四(五)"),
        ("想收购一家日本的传感器厂,有什么资金可以用?", "四(三)"),
        ("我想引进几个博士,有哪些资金?", "四(五)"),
    ],
)
def test_money_for_a_kind_of_support_is_never_refused(tianjin_chatbot, question, ref):
    assert ref in refs(tianjin_chatbot.reply(question))


def test_money_for_what_no_document_prints_is_not_offered(tianjin_chatbot, tianjin):
    offers = tianjin_chatbot.document_answers.support.offers

    assert offers(understand("请专家来有没有钱?"), [tianjin], tianjin.text.__contains__)
    assert not offers(understand("请专家来养猪有没有钱?"), [tianjin], tianjin.text.__contains__)
    assert not offers(understand("有没有钱?"), [tianjin], tianjin.text.__contains__)


def test_the_units_to_turn_to_follow_each_section(tianjin_chatbot):
    text = reply_text(tianjin_chatbot.reply("集成电路企业有什么支持?"))
    assert "责任单位:市金融局、市财政局" in text
    assert "通用的支持措施" in text


def test_every_sentence_is_cited_and_every_quote_is_a_slice(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("集成电路企业有什么支持?")
    assert all(sentence.citations for sentence in reply.sentences)
    for citation in reply.citations:
        assert tianjin.text[citation.start : citation.end] == citation.quote


def test_the_section_that_the_industry_heads_is_never_left_out(tianjin_chatbot):
    assert "三(一)" in refs(tianjin_chatbot.reply("集成电路企业有什么支持?"))
    assert "三(七)" in refs(tianjin_chatbot.reply("What support is there for big data companies?"))


def test_a_kind_of_support_gives_every_measure_of_the_kind_and_no_general_ones(tianjin_chatbot):
    reply = tianjin_chatbot.reply("有没有并购方面的扶持?")
    assert {"二(二)1", "四(二)", "四(三)"} <= set(refs(reply))
    assert "通用的支持措施" not in reply_text(reply)


def test_a_self_description_matches_and_says_what_cannot_be_decided(tianjin_chatbot):
    reply = tianjin_chatbot.reply("我们是津南区做人工智能的小企业,有什么政策?")
    text = reply_text(reply)
    assert {"二(二)2", "三(三)"} <= set(refs(reply))
    assert "人工智能平台" in text
    assert "无法据此判断" in text


def test_the_closing_says_what_the_plan_does_not_state(tianjin_chatbot):
    reply = tianjin_chatbot.reply("集成电路企业有什么支持?")
    assert reply.closing == "文件没有写明具体金额或标准。申报手续不在方案里。"


@pytest.mark.parametrize(
    ("question", "count"),
    [("有什么扶持政策?", "共8条"), ("What support does the plan offer?", "8 in all")],
)
def test_a_general_question_gets_all_general_measures_with_their_count(
    tianjin_chatbot, question, count
):
    reply = tianjin_chatbot.reply(question)
    assert isinstance(reply, Answer)
    assert count in reply.opening
    assert set(refs(reply)) == {"四(一)", "四(二)", "四(三)", "四(四)", "四(五)"}


def test_an_english_answer_is_all_english(tianjin_chatbot):
    reply = tianjin_chatbot.reply("What financial support is there for chip companies?")
    assert not HAN.search(reply_text(reply))
    assert "Haihe Industry Fund" in reply_text(reply)
    assert "Application procedures are not in the plan." in reply.closing


def test_a_traditional_question_gets_a_traditional_frame(tianjin_chatbot):
    reply = tianjin_chatbot.reply("集成電路企業有什麼支持?")
    assert reply.opening.startswith("與所問情況有關的內容")
    assert "責任" not in reply.citations[0].quote


def test_amounts_criteria_and_procedures_that_are_stated_are_not_denied(stub_chatbot):
    chatbot = stub_chatbot.with_documents([parse_document("grants", GRANTS)])
    reply = chatbot.reply("我们的研发机构有什么奖励?", documents=frozenset(["grants"]))
    assert "给予奖励50万元" in reply_text(reply)
    assert reply.closing == ""


def test_an_amount_that_is_not_stated_is_still_refused(tianjin_chatbot):
    assert isinstance(tianjin_chatbot.reply("集成电路企业能拿多少补贴?"), Refusal)


def test_an_old_plan_carries_its_notice(tianjin_chatbot):
    reply = tianjin_chatbot.reply("有什么扶持政策?", today=datetime.date(2026, 1, 1))
    assert "2020年" in reply.notices[0]
