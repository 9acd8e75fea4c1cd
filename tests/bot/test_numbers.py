"""Which number a question asks for."""

import pytest

from bot.numbers import (
    asks_number,
    has_unit_asked,
    is_measure_for_count,
    number_clauses,
    numbers_asked,
    unit_score,
)
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
        ("How many servers are made each year?", 1),
    ],
)
def test_the_numbers_asked_for_are_counted(question, count):
    assert numbers_asked(question) == count


def test_the_unit_that_is_asked_for_is_preferred():
    text = "某市方案\n\n一、目标\n\n产值达到80亿元,份额达到50%,建设基地3个。\n"
    plan = parse_document("plan", text)
    money, share, count = find_targets(plan)
    assert unit_score(money, plan, "产值多少元") > unit_score(share, plan, "产值多少元")
    assert unit_score(share, plan, "占比多少") > unit_score(money, plan, "占比多少")
    assert unit_score(share, plan, "占几个百分点") > unit_score(count, plan, "占几个百分点")
    assert unit_score(count, plan, "建多少个") > unit_score(money, plan, "建多少个")


RULES = parse_document(
    "rules",
    "海川市条例\n\n第一条 工会每次补助不超过两个月最低工资标准,公示期为一个月。受理之日起十日内答复,处违法所得二倍的罚款。\n",
)


def test_a_sum_set_by_the_month_is_no_time():
    pay, shown, days, fine = find_targets(RULES)
    assert has_unit_asked(pay, RULES, "补助给多少钱?")
    assert has_unit_asked(fine, RULES, "罚款多少钱?")
    assert not has_unit_asked(days, RULES, "罚款多少钱?")
    assert not has_unit_asked(pay, RULES, "公示多久?")
    assert has_unit_asked(shown, RULES, "公示多久?")


def test_an_age_is_no_time_and_years_are_no_days():
    rules = parse_document(
        "rules",
        "海川市条例\n\n第一条 看守人的任职,应当年满18周岁。合同期限为五年。公示期为三个月。\n",
    )
    age, years, months = find_targets(rules)
    assert not has_unit_asked(age, rules, "要等多久?")
    assert has_unit_asked(age, rules, "年龄要多大?")
    assert has_unit_asked(years, rules, "合同签多久?")
    assert not has_unit_asked(years, rules, "公示几天?")
    assert has_unit_asked(months, rules, "公示几天?")


def test_days_go_before_months_where_days_are_asked_for():
    _, shown, days, _ = find_targets(RULES)
    assert unit_score(days, RULES, "几天内答复?") > unit_score(shown, RULES, "几天内答复?")
    assert unit_score(days, RULES, "多久答复?") == unit_score(shown, RULES, "多久答复?")


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("港口规模多大?", ("港口规模多大?",)),
        ("到2025年,港口规模多大,每年增长多少?", ("港口规模多大", "每年增长多少")),
        ("到2025年,港口规模多大,是几个?", ("港口规模多大",)),
        ("发多少渔船券,渔获量增长多少?", ("发多少渔船券", "渔获量增长多少")),
        (
            "How many buoys will there be, and what is the share of lamps?",
            ("How many buoys will there be", "what is the share of lamps"),
        ),
    ],
)
def test_a_question_for_several_numbers_has_a_clause_for_each_that_it_names(question, clauses):
    assert number_clauses(question) == clauses


@pytest.mark.parametrize(
    ("unit", "question", "is_measure"),
    [
        ("千瓦", "How many vessels will be sold?", True),
        ("元", "How many fines were issued?", True),
        ("个", "How many vessels will be sold?", False),
        ("年", "For how many years is it paid?", False),
        ("千瓦", "What is the capacity?", False),
    ],
)
def test_what_is_counted_has_no_measure_for_a_unit(unit, question, is_measure):
    assert is_measure_for_count(unit, question) is is_measure
