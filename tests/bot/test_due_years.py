"""When something is to be done, and the years that plans set."""

import pytest

from bot.due_years import SET, asks_when, is_set_for_year

TEXT = "到2028年,建成雷达研发基地。支持海图研发。\nBy 2028, a radar base is built. Charts follow."


@pytest.mark.parametrize("question", ["哪年建成?", "When is it due?", "By which year is it met?"])
def test_a_question_may_ask_when(question):
    assert asks_when(question)


@pytest.mark.parametrize("question", ["建成什么?", "What is built when charts follow?"])
def test_other_questions_do_not(question):
    assert not asks_when(question)


@pytest.mark.parametrize(
    "question",
    [
        "这些目标哪一年要实现?",
        "雷达研发基地哪年建成?",
        "By which year are the targets to be met?",
        "When must the radar base be finished?",
    ],
)
def test_a_year_is_set_for_the_goals_and_for_what_stands_beside_it(question):
    assert is_set_for_year(question, TEXT)


@pytest.mark.parametrize(
    "question",
    ["海图哪年建成?", "When will the charts be finished?", "哪年建成?", "When is the radar fair?"],
)
def test_no_year_is_set_for_other_things(question):
    assert not is_set_for_year(question, TEXT)


@pytest.mark.parametrize("text", ["每年3月1日至4月30日", "8月10日前", "到2028年", "by 2028"])
def test_a_time_is_set_in_several_ways(text):
    assert SET.search(text)
