"""The values of an indicator in a table."""

import pytest

from bot.chatbot import Chatbot
from bot.reply import reply_text
from corpus.document import parse_document
from index.library import build_index

PLAN = """海川市渔港规划

一、目标

到2025年,渔港达到一流,鱼产值达到90亿元。

附件1

主要指标

指标名称 | 单位 | 2020年 | 2025年
渔港泊位数 | 个 | 60 | 85
鲜鱼损耗下降率（%） |  | — | 16
mooring berths |  | 1200 | 1500

附件2

分年度目标

指标 | 2025年 | 2026年 | 2027年
渔港培育户（家） | 80 | 95 | 120
"""


@pytest.fixture
def bot(stub_encoder):
    document = parse_document("plan", PLAN)
    return Chatbot(build_index([document], stub_encoder), stub_encoder)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("渔港泊位数2020年是多少,2025年要到多少?", "渔港泊位数:2020年60个;2025年85个。[1]"),
        ("2025年渔港泊位数是多少?", "渔港泊位数:2025年85个。[1]"),
        ("鲜鱼损耗下降多少?", "鲜鱼损耗下降率（%）:2025年16。[1]"),
    ],
)
def test_the_values_of_the_named_row_are_given_with_their_columns(bot, question, text):
    reply = bot.reply(question)
    assert reply_text(reply) == text
    assert [citation.ref for citation in reply.citations] == ["附件1"]


@pytest.mark.parametrize("question", ["鱼产值2025年是多少?", "渔港泊位数2030年是多少?"])
def test_a_question_for_another_number_is_not_answered_from_the_table(bot, question):
    assert "泊位数:" not in reply_text(bot.reply(question))


def test_an_english_question_is_for_the_nearest_row(bot):
    reply = bot.reply("Mooring berths in 2020?")
    assert "Annex 1, in Chinese only: 2020: 1200" in reply_text(reply)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2025年至2027年每年渔港培育户的目标是多少?", "2025年80;2026年95;2027年120"),
        ("2025年和2027年渔港培育户的目标是多少?", "2025年80;2027年120"),
    ],
)
def test_each_year_from_one_to_another_has_its_value(bot, question, values):
    assert f"渔港培育户（家）:{values}。[1]" == reply_text(bot.reply(question))
