"""What is paid at an age."""

import pytest

from bot.age_brackets import Paid, age_asked, read_paid
from bot.chatbot import Chatbot
from bot.reply import reply_text
from corpus.document import parse_document
from index.library import build_index

PLAN = """海川市老年渔民补助办法

一、标准

渔民高龄津贴按月发放:70—79周岁每人每月60元,80周岁及以上每人每月120元。

二、护理

对失能老年渔民发放护理补贴,每人每月200元。
"""


@pytest.fixture
def bot(stub_encoder):
    document = parse_document("plan", PLAN)
    return Chatbot(build_index([document], stub_encoder), stub_encoder)


@pytest.mark.parametrize(
    ("question", "age"),
    [
        ("我爸都83了,每月能领多少?", 83),
        ("92周岁津贴多少钱?", 92),
        ("My mother is 101 years old; what allowance does she get?", 101),
        ("How much does an 85-year-old receive?", 85),
        ("80岁以上的老人津贴多少钱?", None),
        ("83岁坐公交多少钱?", None),
        ("今年花了300元,能领多少?", None),
    ],
)
def test_an_age_is_read_where_it_is_asked_what_is_paid_at_it(question, age):
    assert age_asked(question) == age


def test_the_brackets_of_a_sentence_are_told_apart():
    text = "70—79周岁每人60元,80周岁及以上每人120元;65周岁及以上免费体检。"
    assert list(read_paid(text, 0, len(text))) == [
        Paid(0, text.index(",80"), 70, 79),
        Paid(text.index("80周岁"), text.index(";65"), 80, 130),
    ]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("我爸75岁了,渔民高龄津贴每月多少钱?", "70—79周岁每人每月60元[1]"),
        ("83岁渔民高龄津贴每月能领多少钱?", "80周岁及以上每人每月120元[1]"),
        ("A fisher is 75 years old: how much allowance per month?", "60 yuan (60元). [1]"),
    ],
)
def test_the_bracket_that_holds_the_age_is_given_first(bot, question, text):
    reply = bot.reply(question)
    assert reply_text(reply).split("\n")[0].endswith(text)
    assert [citation.ref for citation in reply.citations] == ["一", "一"]


@pytest.mark.parametrize("question", ["65岁渔民高龄津贴每月多少钱?", "83岁失能渔民护理补贴多少钱?"])
def test_no_other_bracket_and_no_other_grant_is_given(bot, question):
    assert "周岁每人每月60元[1]" not in reply_text(bot.reply(question))
    assert "及以上每人每月120元[1]" not in reply_text(bot.reply(question))
