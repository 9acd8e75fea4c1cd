"""At which body another one has its seat: the sentence that says so."""

import pytest

from bot.chatbot import Chatbot
from bot.reply import Answer
from bot.seats import asks_seat
from corpus.document import parse_document

HARBOUR = """海川市港口方案

一、工作机制

  市港口改革领导小组统筹推进,领导小组办公室设在市航道局,每季度通报一次。

二、宣传

  宣传港口改革的成效。(责任单位:市商务局、市航道局)
"""


@pytest.fixture(scope="module")
def harbour_chatbot(stub_chatbot) -> Chatbot:
    return stub_chatbot.with_documents([parse_document("harbour", HARBOUR)])


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("领导小组办公室放在哪个部门?", True),
        ("专班挂靠哪个单位?", True),
        ("Which department hosts the office of the leading group?", True),
        ("Where is the office of the leading group located?", True),
        ("港口改革由哪个部门负责?", False),
        ("Where is the harbour located?", False),
    ],
)
def test_a_seat_is_asked_for(question, asked):
    assert asks_seat(question) is asked


def test_the_sentence_that_names_the_seat_answers(harbour_chatbot):
    reply = harbour_chatbot.reply(
        "港口改革领导小组办公室设在哪个部门?", documents=frozenset(["harbour"])
    )

    assert isinstance(reply, Answer)
    assert [citation.ref for citation in reply.citations] == ["一"]
    assert "设在市航道局" in reply.sentences[0].text


def test_units_are_given_where_no_seat_is_named(harbour_chatbot):
    reply = harbour_chatbot.reply("港口改革宣传由哪个部门负责?", documents=frozenset(["harbour"]))

    assert "市商务局、市航道局" in reply.sentences[0].text
