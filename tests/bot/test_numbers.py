"""Which number a question asks for."""

import pytest

from bot.numbers import asks_number, numbers_asked, unit_classes, unit_score
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


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("一座基站造价多少?", "元"),
        ("投了多少亿?", "元"),
        ("占GDP的比重是多少?", "%"),
        ("带宽要扩到多少?", "Mbps"),
        ("会开几次?", "次"),
        ("多久检修一次?", "年"),
        ("总分要达到多少分?", "分"),
        ("招多少名工程师?", "名"),
        ("新增多少个就业岗位?", "人"),
        ("占地几公顷?", "公顷"),
        ("发展多少万户?", "户"),
        ("要有多少家软件企业?", "家"),
        ("一年造多少台?", "部"),
        ("How many people will be employed?", "人"),
        ("How many tonnes are made?", "吨"),
        ("What will it cost?", "元"),
        ("How often is it inspected?", "次"),
    ],
)
def test_the_unit_of_a_number_is_read_from_the_question(question, unit):
    assert any(unit in units for units in unit_classes(question))


@pytest.mark.parametrize("question", ["规模多大?", "How big is it?", "有几家单位负责?"])
def test_a_question_may_leave_the_unit_open(question):
    assert unit_classes(question) == []
