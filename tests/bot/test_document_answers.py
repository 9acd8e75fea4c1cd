"""What is asked for whole is given whole; the rest is answered where the evidence is enough."""

import pytest

from bot.reply import Answer, Refusal, reply_text
from bot.strings import ZH
from bot.understanding import understand


@pytest.fixture(scope="module")
def reply(tianjin_chatbot):
    """Answer over the embedded plan, without what the chatbot does before and after."""

    def ask(question):
        asked = understand(question)
        search = tianjin_chatbot.search(asked)
        documents = tianjin_chatbot.index.documents
        return tianjin_chatbot.document_answers.answer(asked, search, ZH, documents)

    return ask


def test_a_question_without_a_topic_is_refused_as_unclear(reply):
    found = reply("由谁负责?")

    assert isinstance(found, Refusal)
    assert found.reason == "unclear"


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("二(四)1讲什么?", {"二(四)1"}),
        ("二(四)1由谁负责?", {"二(四)1"}),
        ("这份文件是谁发布的?", {"前言"}),
    ],
)
def test_what_is_named_outright_goes_first(reply, question, refs):
    assert {citation.ref for citation in reply(question).citations} == refs


def test_all_targets_are_listed_and_counted(reply):
    found = reply("有哪些量化目标?")

    assert found.opening.startswith("文件提出的量化目标共")
    assert len(found.sentences) > 5


@pytest.mark.parametrize(
    ("question", "reason"),
    [("联系电话是多少?", "missing_detail"), ("手机每月要产多少台?", "missing_number")],
)
def test_what_the_document_does_not_state_is_refused(reply, question, reason):
    assert reply(question).reason == reason


def test_each_of_several_numbers_is_stated(reply):
    found = reply("服务器年产多少台?智能手机年产多少部?")

    assert isinstance(found, Answer)
    assert all(word in reply_text(found) for word in ("服务器", "智能手机"))


def test_support_that_is_offered_is_answered_though_the_evidence_is_weak(reply, monkeypatch):
    monkeypatch.setattr("bot.refusals.is_supported_question", lambda *_, **__: False)

    assert isinstance(reply("有什么人才方面的支持?"), Answer)
    assert isinstance(reply("有什么渔船方面的支持?"), Refusal)
