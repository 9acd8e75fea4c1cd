"""Which number a question asks for."""

import pytest

from bot.numbers import asks_number, numbers_asked, unit_score
from bot.understanding import understand
from corpus.document import parse_document
from corpus.targets import find_targets


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("手机产量目标", True),
        ("要建多少个检测中心?", True),
        ("What is the 2020 target for smartphone output?", True),
        ("Will carriers be inspected on how much power they burn?", False),
        ("导航雷达由谁负责?", False),
        ("哪几个部门负责导航雷达?", False),
    ],
)
def test_a_question_for_a_number_is_told_from_others(question, asks):
    assert asks_number(understand(question)) == asks


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("产值要达到多少?", 1),
        ("一共多少个、总投资多大、能卖多少钱?", 3),
        ("How many projects are there, and how much do they cost?", 2),
    ],
)
def test_the_numbers_asked_for_are_counted(question, count):
    assert numbers_asked(question) == count


def test_the_unit_that_is_asked_for_is_preferred():
    text = "某市方案\n\n一、目标\n\n产值达到80亿元,份额达到50%,建设基地3个。\n"
    money, share, count = find_targets(parse_document("plan", text))
    assert unit_score(money, "产值多少元") > unit_score(share, "产值多少元")
    assert unit_score(share, "占比多少") > unit_score(money, "占比多少")
    assert unit_score(share, "占几个百分点") > unit_score(count, "占几个百分点")
    assert unit_score(count, "建多少个") > unit_score(money, "建多少个")
