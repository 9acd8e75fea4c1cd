"""What a question says of a body beside its name."""

import pytest

from bot.body_questions import asks_tasks_of, find_bodies, without_names
from bot.glosses import without_translations
from corpus.organisations import known_organisations


def read(question: str):
    return find_bodies(question, known_organisations())


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("财政局,就是管预算的那个部门,列在哪几条?", "列在哪几条?"),
        ("商务委(管外贸的那个委)负责什么?", "负责什么?"),
        ("Which items list the finance bureau (财政局), the one that holds the budget?", "which items list the ?"),
        ("What is the Education Commission, which runs the schools, responsible for?", "what is the responsible for?"),
        ("Which tasks name Jinghai District (静海区)?", "which tasks name ?"),
        ("静海区(Jinghai District)负责什么?", "负责什么?"),
        ("Which tasks name the finance bureau (the people who hold the budget)?", "which tasks name the ?"),
        ("Which tasks name the police (公安局)?", "which tasks name the ?"),
    ],
)  # fmt: skip
def test_what_describes_a_body_belongs_to_its_name(question, rest):
    mentions = read(question)
    assert " ".join(without_names(question, mentions).split()) == rest
    assert len({body for mention in mentions for body in mention.organisations}) == 1
    assert asks_tasks_of(question, mentions)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("财政局的预算怎么花?", "预算"),
        ("市科委负责云计算的那个任务是什么?", "云计算"),
        ("Which budget does the finance bureau hold?", "budget"),
        ("What does the finance bureau do, and the one project on budgets?", "budgets"),
    ],
)
def test_other_words_stay_topics(question, topic):
    assert topic in without_names(question, read(question))


def test_two_bodies_in_brackets_stay_two():
    assert len(read("市科委(财政局)负责什么?")) == 2


def test_a_bracket_in_the_same_script_is_no_translation():
    question = "西青区(大数据)负责什么?"
    assert without_translations(question) == question
