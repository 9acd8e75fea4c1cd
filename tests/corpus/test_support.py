"""Support measures: kinds, whom they are for, conditions, amounts, units."""

import pytest

from corpus.document import parse_document
from corpus.support import districts_of, find_measures

PLAN = """江北市机器人产业行动计划

一、总体要求

(一)指导思想。支持创新,鼓励发展。

(二)发展目标。到2025年,设立产业基金3只。

二、重点领域

(一)人工智能。支持企业研发人工智能芯片,产品达到先进水平。推动技术进步。(责任单位:市科技局、江南区人民政府)

(二)示范应用。鼓励中小企业开展应用示范。(责任单位:市工信局)

三、保障措施

(一)加强资金支持。对首次认定的高新技术企业,给予一次性奖励50万元。设立产业引导基金,落实国家税收优惠政策。(责任单位:市财政局)

(二)强化人才支撑。深入实施人才引进政策,为引进的团队提供人才公寓。鼓励政府部门优先采用本地产品。依法给予处罚。
"""


@pytest.fixture(scope="module")
def plan():
    return parse_document("plan", PLAN)


@pytest.fixture(scope="module")
def measures(plan):
    return {PLAN[m.start : m.end]: m for m in find_measures(plan)}


def test_the_measures_stand_in_the_document_in_order(plan, measures):
    found = find_measures(plan)
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert list(measures) == [
        "支持企业研发人工智能芯片",
        "鼓励中小企业开展应用示范",
        "给予一次性奖励50万元",
        "设立产业引导基金",
        "落实国家税收优惠政策",
        "深入实施人才引进政策",
        "为引进的团队提供人才公寓",
        "鼓励政府部门优先采用本地产品",
    ]


def test_principles_goals_and_penalties_offer_nothing(measures):
    assert not any("创新" in text or "3只" in text or "处罚" in text for text in measures)


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("鼓励中小企业开展应用示范", "demonstration"),
        ("给予一次性奖励50万元", "money"),
        ("设立产业引导基金", "fund"),
        ("落实国家税收优惠政策", "tax"),
        ("深入实施人才引进政策", "talent"),
        ("为引进的团队提供人才公寓", "land"),
        ("鼓励政府部门优先采用本地产品", "procurement"),
    ],
)
def test_a_measure_has_its_kind(measures, clause, kind):
    assert kind in measures[clause].kinds


def test_an_amount_and_a_condition_are_read_where_they_are_stated(measures):
    reward = measures["给予一次性奖励50万元"]
    assert reward.amount.value == 500_000
    assert PLAN[reward.amount.start : reward.amount.end] == "50万元"
    assert reward.condition == "对首次认定的高新技术企业"
    assert measures["设立产业引导基金"].amount is None
    assert measures["设立产业引导基金"].condition is None


def test_whom_a_measure_is_for_is_read_from_clause_heading_and_units(measures):
    chips = measures["支持企业研发人工智能芯片"]
    assert "人工智能" in {term.chinese[0] for term in chips.industries}
    assert chips.places == ("江南区",)
    assert chips.units == ("市科技局", "江南区人民政府")
    assert measures["鼓励中小企业开展应用示范"].sizes == ("中小企业",)


def test_general_measures_are_those_under_a_heading_for_all(measures):
    general = {text for text, measure in measures.items() if measure.general}
    assert "设立产业引导基金" in general
    assert "支持企业研发人工智能芯片" not in general


def test_the_sentence_around_a_measure_is_a_slice(measures):
    fund = measures["设立产业引导基金"]
    sentence = PLAN[fund.sentence_start : fund.sentence_end]
    assert sentence == "设立产业引导基金,落实国家税收优惠政策。"


def test_districts_are_the_bodies_of_the_lists_that_are_districts(plan, tianjin):
    assert districts_of(plan) == ("江南区",)
    assert "津南区" in districts_of(tianjin)


def test_the_embedded_plan_offers_its_fund_without_an_amount(tianjin):
    funds = [m for m in find_measures(tianjin) if "fund" in m.kinds]
    assert {m.ref for m in funds} == {"四(三)"}
    assert all(m.amount is None and m.general for m in funds)
    assert "市金融局" in funds[0].units


def test_a_text_that_offers_nothing_has_no_measures():
    assert find_measures(parse_document("law", "某市办法\n\n一、总则\n\n港口应当安全。\n")) == ()
