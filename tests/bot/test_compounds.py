"""What a document prints as one name elsewhere is not what a number is of."""

import pytest

from bot.compounds import is_other_compound, is_other_payment

CARERS = "建立护理员岗位津贴制度。失能老人护理补贴每月100元。"
OFFICES = "Regional  headquarters are welcome. A project may get a reward of 2 percent."


@pytest.mark.parametrize(
    ("question", "context", "other"),
    [
        ("岗位津贴每月多少?", "失能老人护理补贴每月100元", True),
        ("护理补贴每月多少?", "失能老人护理补贴每月100元", False),
        ("住房补贴每月多少?", "失能老人护理补贴每月100元", False),  # by whatever name it goes there
        ("每月多少?", "失能老人护理补贴每月100元", False),
    ],
)
def test_a_payment_that_the_document_has_elsewhere_is_another(question, context, other):
    assert is_other_payment(question, CARERS, context) is other


@pytest.mark.parametrize(
    ("said", "context", "other"),
    [
        ("what reward does a regional headquarters get", "a project may get a reward", True),
        ("what reward does a project get", "a project may get a reward", False),
        ("what reward does a headquarters get", "a project may get a reward", False),
        ("what reward does a regional headquarters get", "regional projects", False),
    ],
)
def test_two_words_that_stand_together_elsewhere_are_another_thing(said, context, other):
    words = said.split()
    topics = {"reward", "regional", "headquarters", "project"}
    assert is_other_compound(words, topics, OFFICES, context, "en") is other


def test_chinese_words_stand_together_without_a_blank():
    said = ["区域", "总部", "奖励", "多少"]
    topics = {"区域", "总部", "奖励"}
    assert is_other_compound(said, topics, "引进区域总部60家", "项目奖励2%", "zh")
    assert not is_other_compound(said, topics, "区域的总部", "项目奖励2%", "zh")
