"""Several numbers that one section states, each asked for in a part of one question."""

import pytest

from bot.chatbot import Chatbot
from bot.reply import Answer
from corpus.document import parse_document
from index.library import build_index

HARBOUR = """望川市渔港措施

一、冷库

新建冷库20座,每座给予建设补助不超过8万元;对正常运行满一年的渔船码头,每年给予最高3万元运行补贴。

二、加工

对渔获加工企业按设备投资额的12%给予补助,每年给予最高90万元运行补贴。
"""


@pytest.fixture
def harbour_chatbot(stub_encoder) -> Chatbot:
    return Chatbot(build_index([parse_document("harbour", HARBOUR)], stub_encoder), stub_encoder)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("每座冷库建设补助最多多少钱,渔船码头每年最高能拿多少运行补贴?", ("8万元", "3万元")),
        ("渔获加工企业按设备投资额的多少给补助,每年运行补贴最高多少钱?", ("12%", "90万元")),
    ],
)
def test_each_part_gets_its_own_number_from_one_section(harbour_chatbot, question, numbers):
    reply = harbour_chatbot.reply(question)

    assert isinstance(reply, Answer)
    assert [s.text.split(":")[0].split("高")[-1].split("过")[-1] for s in reply.sentences[:2]] == [
        *numbers
    ]
    assert len({citation.ref for citation in reply.citations}) == 1


def test_one_number_is_given_where_one_is_asked_for(harbour_chatbot):
    reply = harbour_chatbot.reply("新建冷库多少座?")

    assert isinstance(reply, Answer)
    assert reply.sentences[0].text.startswith("20座")
    assert "8万元:" not in "".join(sentence.text for sentence in reply.sentences)
