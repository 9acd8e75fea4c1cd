"""Targets: what is measured, in which year, and what is only a stated number."""

from corpus.document import parse_document
from corpus.targets import clauses, find_targets

PLAN = """江北市机器人产业行动计划

一、发展目标

到2025年,机器人产业规模达到300亿元,其中,整机超过1,200台。引进专家10名、名校长20名。甲率和乙率分别达到85%和80%。

二、主要任务

(一)建设平台。建设实验室5个,服务企业2000家以上。2019年产值为80亿元。(责任单位:市科技局等3个部门)

(二)扩大应用。推广12英寸设备。开展三个方面工作。城乡三项保险参保率提高3个百分点。巩固整机优势,形成年产80万台生产规模。

(三)给予奖励。对企业给予不超过50万元奖励。5年内引进不少于200名工程师。到2024年底,新建车间30个。
"""


def facts(text: str = PLAN):
    return find_targets(parse_document("plan", text))


def one(quantity: str):
    (found,) = [target for target in facts() if target.quantity == quantity]
    return found


def test_the_clause_and_the_sentence_are_slices_of_the_source():
    target = one("机器人产业规模")
    assert PLAN[target.start : target.end] == "机器人产业规模达到300亿元"
    assert PLAN[target.number_start : target.number_end] == "300亿元"
    sentence = PLAN[target.sentence_start : target.sentence_end]
    assert sentence.startswith("到2025年")
    assert sentence.endswith("1,200台。")
    assert (target.document, target.ref) == ("plan", "一")


def test_a_leading_year_governs_the_clauses_and_sentences_of_its_section():
    years = {target.quantity: target.year for target in facts() if target.ref == "一"}
    assert len(years) == 6
    assert set(years.values()) == {2025}


def test_no_year_is_assumed_in_another_section():
    assert one("建设实验室").year is None


def test_a_past_year_is_no_goal_and_governs_its_sentence_only():
    past = one("产值")
    assert (past.year, past.aimed) == (2019, False)


def test_a_year_at_the_end_of_a_section_does_not_reach_back():
    assert one("新建车间").year == 2024
    assert one("引进工程师").year is None


def test_each_member_of_a_list_is_a_target_of_its_own():
    assert one("引进专家").value == 10
    assert one("名校长").value == 20


def test_numbers_are_dealt_out_to_their_nouns():
    assert (one("甲率").value, one("乙率").value) == (85, 80)


def test_a_noun_that_does_not_say_of_what_takes_the_clause_before():
    target = one("整机优势生产规模")
    assert PLAN[target.start : target.end] == "巩固整机优势,形成年产80万台生产规模"
    assert (target.value, target.unit) == (800_000, "台")


def test_a_number_inside_a_name_is_not_measured():
    target = one("城乡三项保险参保率")
    assert (target.value, target.change) == (3, "up")


def test_a_responsibility_list_states_no_quantity():
    assert not [target for target in facts() if "部门" in PLAN[target.start : target.end]]


def test_goals_are_told_from_sizes_and_grants():
    aimed = {target.quantity for target in facts() if target.aimed}
    assert {"机器人产业规模", "建设实验室", "引进工程师", "新建车间"} <= aimed
    assert not any("设备" in name or "奖励" in name or "方面" in name for name in aimed)


def test_a_text_without_numbers_has_no_targets():
    assert facts("某市办法\n\n一、总则\n\n港口应当安全。\n") == ()


def test_clauses_leave_a_thousands_comma_whole():
    text = "甲1,000元,其中,乙。"
    spans = clauses(text, 0, len(text))
    assert [text[a:b] for a, b in spans] == ["甲1,000元", "其中", "乙"]


def test_the_embedded_plan_gives_its_goals_for_2020(tianjin):
    found = {t.quantity: t for t in find_targets(tianjin)}
    goals = [t for t in found.values() if t.year == 2020]
    assert len(goals) == 9
    assert {t.ref for t in goals} == {"一(二)"}
    assert found["信息产业规模"].value == 7.5e11
    assert found["智能手机和平板电脑生产能力"].value == 140_000_000
    assert found["单位电信业务总量综合能耗"].change == "down"
    assert (found["新建基站"].value, found["新建基站"].year) == (11_000, None)


def test_of_an_english_clause_every_number_is_a_fact():
    text = "# Rules\n\nArticle 1 The fine is not less than RMB 1,000 but not more than RMB 9,000.\n"
    facts = find_targets(parse_document("rules", text))
    assert [(fact.value, fact.bound) for fact in facts] == [(1000, "at least"), (9000, "at most")]
    assert all(fact.quantity for fact in facts)


def test_a_later_number_without_a_noun_is_of_the_thing_before_it():
    text = "江北市方案\n\n一、目标\n\n到2028年,每万人护理员数不低于4人,到2030年不低于6人,到2031年5家。\n"
    nurses = [(t.quantity, t.value, t.year) for t in facts(text)]
    assert nurses == [("每万人护理员数", 4, 2028), ("每万人护理员数", 6, 2030)]


def test_a_year_that_money_is_counted_over_is_no_number_of_its_own():
    text = "江北市细则\n\n第一条 同一家庭在1个自然年度内救助金额累计不得超过8万元。\n"
    assert [(t.value, t.unit) for t in facts(text)] == [(80_000, "元")]


def test_a_period_that_only_names_what_is_measured_is_no_number_of_it():
    rule = "办法\n\n一、条件\n\n近3年营业收入增长率不低于20%。三年新增助餐点360个。连续两年亏损。\n"
    stated = [(target.value, target.unit) for target in facts(rule)]
    assert stated == [(20, "%"), (360, "个"), (2, "年")]
