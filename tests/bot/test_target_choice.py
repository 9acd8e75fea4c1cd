"""Which of several numbers a question means."""

import pytest

from bot.target_choice import (
    Scored,
    in_year,
    is_condition,
    meant,
    ordered,
    own_clauses,
    paired,
    places_before,
    preference,
    rivals,
    whole_first,
)
from corpus.document import parse_document
from corpus.targets import find_targets
from index.retriever import Hit

RULES = parse_document(
    "rules",
    "海川市条例\n\n第一条 试用期,按合同期限约定。短期合同试用期不得超过一个月。长期合同试用期不得超过六个月。\n\n"
    "第二条 港口企业违反本条例规定的,由港口局责令改正。处一千元以上罚款。处九千元以下罚款。\n",
)
PLAN = parse_document(
    "plan", "海川市方案\n\n一、目标\n\n到2030年,新建泊位30个。研发每秒百亿次计算机。\n"
)
SHORT, LONG, LEAST, MOST = find_targets(RULES)
BERTHS, COMPUTER = find_targets(PLAN)


def test_the_numbers_of_a_rule_among_which_the_case_decides_are_all_given():
    assert rivals([Scored(LONG, 0.6), Scored(SHORT, 0.5), Scored(MOST, 0.5)]) == [SHORT, LONG]
    assert rivals([Scored(LONG, 0.9), Scored(SHORT, 0.1)]) == [LONG]


def test_a_goal_has_no_rivals():
    assert rivals([Scored(BERTHS, 0.6), Scored(COMPUTER, 0.6)]) == []


def test_the_largest_number_comes_first_where_the_most_is_asked_for():
    found = [Scored(LEAST, 0.5), Scored(MOST, 0.45)]
    assert ordered(found, "最高罚款是多少?")[0].target == MOST
    assert ordered(found, "罚款是多少?")[0].target == LEAST


def test_a_goal_is_preferred_where_a_target_is_asked_for():
    ask = "What is the target for computers?"
    assert preference(BERTHS, PLAN, ask, ()) > preference(COMPUTER, PLAN, ask, ())
    ask = "How fast is the computer?"
    assert preference(BERTHS, PLAN, ask, ()) <= preference(COMPUTER, PLAN, ask, ())


def test_a_target_of_another_year_is_not_meant():
    assert in_year(BERTHS, [2030], "海川市方案")
    assert not in_year(BERTHS, [2025], "海川市方案")
    assert in_year(SHORT, [2025], "海川市条例")


def test_as_many_numbers_of_a_sentence_are_meant_as_are_asked_for():
    scored = [Scored(MOST, 0.6), Scored(LEAST, 0.5)]
    assert meant(scored, "罚款是多少?") == [MOST]


@pytest.mark.parametrize(
    ("question", "value"),
    [("渔业到2025年规模多大?", 8e9), ("养殖业规模多大?", 3e9), ("产业规模?", 8e9)],
)
def test_the_whole_comes_before_its_part_unless_the_part_is_named(question, value):
    text = "一、目标\n到2025年,渔业规模达到80亿元,其中,养殖业规模达到30亿元,加工收入超过9亿元。"
    document = parse_document("plan", text)
    whole, part, other = find_targets(document)
    scored = [Scored(part, 0.9), Scored(whole, 0.7), Scored(other, 0.65)]

    assert whole_first(scored, document, question, "zh")[0].target.value == value


def test_a_whole_that_fits_far_less_stays_behind_its_part():
    text = "一、目标\n到2025年,渔业规模达到80亿元,其中,养殖业规模达到30亿元。"
    document = parse_document("plan", text)
    whole, part = find_targets(document)

    scored = [Scored(part, 0.9), Scored(whole, 0.2)]
    assert whole_first(scored, document, "规模", "zh")[0].target == part


def test_what_a_rule_says_beside_its_number_is_of_it_up_to_the_next_number():
    text = "海川市细则\n\n第一条 船员培训,每人补贴300元;渔民培训,每人补贴500元。港口局在受理之日起3个工作日内,根据调查情况,提出意见。\n"
    rules = parse_document("rules", text)
    found = find_targets(rules)
    own = ["|".join(rules.text[a:b] for a, b in own_clauses(rules, t, found)) for t in found]
    assert own == [
        "第一条 船员培训|每人补贴300元",
        "渔民培训|每人补贴500元",
        "港口局在受理之日起3个工作日内|根据调查情况|提出意见",
    ]


def test_a_goal_has_its_own_clause_alone():
    text = "海川市方案\n\n一、目标\n\n到2030年,发展渔业,新建泊位30个,推进研发。\n"
    plan = parse_document("plan", text)
    (berths,) = find_targets(plan)
    assert [plan.text[a:b] for a, b in own_clauses(plan, berths, [berths])] == ["新建泊位30个"]


GRANTS = parse_document(
    "grants",
    "海川市措施\n\n一、奖励\n\n对营业收入首次突破1亿元、5亿元、10亿元的渔业企业,分别给予50万元、100万元、200万元奖励。\n",
)
FIRST, SECOND, THIRD, FIFTY, HUNDRED, TWO_HUNDRED = find_targets(GRANTS)


def test_a_sum_that_is_not_paid_is_a_condition_of_one_that_is():
    assert is_condition(FIRST, GRANTS, "渔业企业奖励多少?")
    assert not is_condition(FIFTY, GRANTS, "渔业企业奖励多少?")
    assert not is_condition(FIRST, GRANTS, "营业收入要突破多少?")  # no payment is asked for


def test_the_most_that_is_paid_is_no_condition():
    text = "海川市措施\n\n一、渔业\n\n按投资额的15%给予补助,单个企业最高30万元。\n"
    capped = parse_document("capped", text)
    _, cap = find_targets(capped)

    assert not is_condition(cap, capped, "新建冷库补助多少?")


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("收入突破5亿元奖励多少?", HUNDRED),
        ("收入突破10亿元奖励多少?", TWO_HUNDRED),
        ("渔业企业奖励多少?", FIFTY),  # no condition is named
        ("收入突破7亿元奖励多少?", FIFTY),
    ],
)
def test_the_payment_that_goes_with_a_condition_is_given(question, number):
    assert paired(FIFTY, find_targets(GRANTS), GRANTS, question) == number


def test_the_cap_goes_before_the_share_of_its_clause_where_the_most_is_asked_for():
    share, cap = find_targets(
        parse_document("x", "海川市措施\n\n一、渔港\n\n按照投入的30%给予最高200万元奖励。\n")
    )
    assert [s.target for s in ordered([Scored(share, 0.5), Scored(cap, 0.45)], "最高多少?")] == [
        cap,
        share,
    ]


def test_a_section_is_not_behind_the_one_that_it_stands_in():
    text = (
        "海川市条例\n\n第一条 设立渔港,应当符合下列条件:\n\n(一)泊位三十个;\n\n第二条 渔港免费。\n"
    )
    document = parse_document("harbours", text)
    refs = [section.ref for section in document.sections if section.ref.startswith("第")]
    article, item, other = (
        Hit(rank=1, score=0.0, cosine=0.0, document="harbours", ref=ref, chunk=0) for ref in refs
    )

    assert places_before(item, (article, item), document) == 0
    assert places_before(item, (article, other, item), document) == 1
    assert places_before(other, (article, other), document) == 1


def test_what_the_document_of_another_year_says_is_not_of_the_year_asked_for():
    assert in_year(SHORT, (2024,), "2024年度民生实事")
    assert not in_year(SHORT, (2024,), "2023年度民生实事")
    assert in_year(SHORT, (2024,), "行动计划(2022—2025年)")  # a period
    assert in_year(SHORT, (), "2023年度民生实事")


def test_a_rate_is_no_condition():
    text = "办法\n\n一、租房\n\n给予租金补贴,每平方米每月30元。营业收入1亿元的企业优先。\n"
    document = parse_document("rent", text)
    rate, revenue = (t for t in find_targets(document) if t.unit == "元")
    assert not is_condition(rate, document, "每平方米补多少?")
    assert is_condition(revenue, document, "每平方米补多少?")
