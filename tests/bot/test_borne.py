"""Whether the documents bear what a question asks, whatever its places."""

import pytest

from bot.borne import is_borne, without_places
from bot.chatbot import Chatbot
from index.library import build_index


@pytest.fixture
def retriever(policy, token_encoder):
    return Chatbot(build_index([policy], token_encoder), token_encoder).retriever


def borne(retriever, question, *, unknown=0.0):
    search = retriever.search(question, language="zh")
    return is_borne(search, retriever, (), unknown, frozenset({"policy-zh"}))


def test_a_question_in_the_documents_words_is_borne(retriever):
    assert borne(retriever, "推广电子海图")
    assert not borne(retriever, "晚餐吃啥呀", unknown=1.0)


def test_nothing_is_said_of_a_question_without_a_topic_or_by_an_encoder_without_tokens(
    retriever, stub_chatbot
):
    assert borne(retriever, "天津怎么样", unknown=1.0)
    assert borne(stub_chatbot.retriever, "晚餐吃啥呀", unknown=1.0)


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("从北京市到天津坐什么车", "从 到 坐什么车"),
        ("What is Beijing's best train to Tianjin?", "What is best train to ?"),
        ("港湾区有什么车站", "有什么车站"),
        ("雷达由谁负责", "雷达由谁负责"),
    ],
)
def test_places_are_cut_out(stub_chatbot, question, bare):
    bodies = stub_chatbot.registers.organisations(stub_chatbot.index.documents)
    assert without_places(question, bodies) == bare
