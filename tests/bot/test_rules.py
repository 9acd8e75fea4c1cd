"""Refusals by rule: the first rule that a question breaks, in its language."""

import pytest

from bot.rules import Rules
from bot.understanding import understand
from corpus.document import parse_document


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules()


@pytest.mark.parametrize(
    ("question", "reason", "message"),
    [
        ("2030年的目标是多少?", "missing_detail", "所收录的文件没有涉及2030年,无法回答。"),
        (
            "2030年和2035年的目标是多少?",
            "missing_detail",
            "所收录的文件没有涉及2030、2035年,无法回答。",
        ),
        ("2030年的規模目標是多少?", "missing_detail", "所收錄的文件沒有涉及2030年,無法回答。"),
        (
            "What is the target for 2030?",
            "missing_detail",
            "The loaded documents say nothing about 2030, so I cannot answer.",
        ),
        ("上海的目标是多少?", "missing_detail", "所收录的文件没有关于上海的这项内容,无法回答。"),
        (
            "What is Shanghai's target?",
            "missing_detail",
            "The loaded documents do not cover this for Shanghai, so I cannot answer.",
        ),
        ("华为要做什么?", "missing_term", "所收录的文件没有提到「华为」,无法回答。"),
        (
            "What is said about Huawei?",
            "missing_term",
            "The loaded documents do not mention “Huawei”, so I cannot answer.",
        ),
        ("市科技局的电话号码是多少?", "missing_detail", "所收录的文件没有写明联系电话。"),
        (
            "What is the phone number of the bureau?",
            "missing_detail",
            "The loaded documents do not state a telephone number.",
        ),
    ],
)
def test_a_broken_rule_gives_its_reason_and_wording(rules, policy, question, reason, message):
    broken = rules.broken(understand(question), [policy], "导航雷达")
    assert (broken.reason, broken.message) == (reason, message)


@pytest.mark.parametrize(
    "question",
    [
        "2023年的目标是多少?",
        "2021年印发的方案讲什么?",
        "导航雷达由谁负责?",
        "Who is responsible for navigation radar?",
        "What is the target for 2023?",
        "Who is responsible for the electricity price of navigation radar?",
    ],
)
def test_a_question_that_breaks_no_rule_is_let_through(rules, policy, question):
    assert rules.broken(understand(question), [policy], "导航雷达") is None


def test_a_name_is_found_across_a_blank_between_two_scripts(rules):
    document = parse_document("guide", "海川市公文指南\n\n一、起草\n\n不得使用生成式 AI 起草。\n")
    assert rules.broken(understand("可以用生成式AI起草吗?"), [document], "") is None


def test_a_thing_that_is_only_near_what_is_mentioned_is_told_apart(rules):
    document = parse_document("d", "海川市方案\n\n一、任务\n\n推广北斗终端。\n")
    asked = understand("卫星导航有什么安排?")

    assert rules.broken(asked, [document], "") is None
    assert rules.near(asked, [document]) == ("文件没有提到「卫星导航」,提到的是与之相近的:北斗。",)
    assert rules.near(understand("北斗有什么安排?"), [document]) == ()


def test_the_year_is_named_before_the_detail(rules, policy):
    broken = rules.broken(understand("2030年的补贴是多少钱?"), [policy], "")
    assert "2030" in broken.message
    assert "金额" not in broken.message


def test_a_detail_is_looked_for_in_the_evidence(rules, policy):
    asked = understand("市科技局的电话号码是多少?")
    assert rules.broken(asked, [policy], "咨询电话:12345。") is None


def test_only_the_documents_asked_of_count(rules, policy, english_policy):
    asked = understand("What is the target for 2023?")
    assert rules.broken(asked, [policy], "") is None
    assert rules.broken(asked, [english_policy], "").reason == "missing_detail"
    assert rules.broken(asked, [policy, english_policy], "") is None


def test_a_place_of_a_document_in_traditional_characters_is_not_foreign(rules):
    text = "海川市方案\n\n一、任務\n\n為臺灣青年提供人才公寓。\n"
    asked = understand("臺灣青年能租人才公寓嗎?")
    assert rules.beyond(asked, [parse_document("youth", text)]) is None
