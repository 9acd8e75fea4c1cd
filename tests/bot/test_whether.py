"""Questions for yes or no: the provision's own word, and none where it would mislead."""

import pytest

from bot.chatbot import Chatbot
from bot.reply import Answer
from corpus.document import parse_document
from index.library import build_index

RULES = """海川市渔港管理办法

第一条 任何人不得出借渔船登记证书。

第二条 港澳渔船可以停泊渔港。

第三条 渔船进港应当报告水深。

第四条 不对渔民征收渔网;特殊情况下,可以征收渔网。渔网不得征收两次。

第五条 开展垂钓活动的,相关部门不得要求提交垂钓登记材料。
"""


@pytest.fixture(scope="module")
def chatbot(stub_chatbot) -> Chatbot:
    document = parse_document("harbour", RULES)
    return Chatbot(build_index([document], stub_chatbot.encoder), stub_chatbot.encoder)


@pytest.mark.parametrize(
    ("question", "word", "ref"),
    [
        ("渔船登记证书可以出借吗?", "不得", "第一条"),
        ("港澳渔船能不能停泊渔港?", "可以", "第二条"),
        ("渔船进港要报告水深吗?", "应当", "第三条"),
    ],
)
def test_the_word_of_the_provision_comes_first_and_the_provision_after_it(
    chatbot, question, word, ref
):
    reply = chatbot.reply(question)
    assert isinstance(reply, Answer)
    assert reply.opening == f"最接近的规定写明「{word}」:"
    assert word in reply.sentences[0].text
    assert reply.citations[0].ref == ref


@pytest.mark.parametrize(
    "question",
    [
        "可以征收渔网吗?",  # the provision says both
        "开展垂钓活动要登记吗?",  # what is forbidden is to demand it
        "冬天游泳可以吗?",  # nothing is about it
    ],
)
def test_no_word_is_quoted_that_might_mislead(chatbot, question):
    reply = chatbot.reply(question)
    assert not isinstance(reply, Answer) or "写明" not in reply.opening


def test_a_question_that_asks_for_more_than_yes_or_no_has_no_such_opening(chatbot):
    reply = chatbot.reply("谁可以停泊渔港?")
    assert not isinstance(reply, Answer) or "写明" not in reply.opening


def test_the_opening_is_in_traditional_characters_for_such_a_question(chatbot):
    assert chatbot.reply("漁船登記證書可以出借嗎?").opening == "最接近的規定寫明「不得」:"
