"""The bodies that a question leaves out of a count."""

import pytest

from bot.left_out import bodies_left_out
from corpus.mentions import find_mentions
from corpus.organisations import Organisation

PORT = Organisation(
    "市港务局", "海川市港务局", ("市港务局", "港务局", "the port bureau", "port bureau")
)
LIGHT = Organisation("市灯塔局", "海川市灯塔局", ("市灯塔局", "灯塔局", "lighthouse bureau"))


@pytest.mark.parametrize(
    ("question", "names", "rest"),
    [
        ("除港务局外,哪个单位任务最多?", ["市港务局"], "哪个单位任务最多?"),
        ("不算港务局和灯塔局,哪个单位任务最多?", ["市港务局", "市灯塔局"], "哪个单位任务最多?"),
        ("哪个单位任务最多(港务局除外)?", ["市港务局"], "哪个单位任务最多 ?"),
        ("Apart from the port bureau, who has most?", ["市港务局"], "who has most?"),
        ("Leaving the port bureau aside, who has most?", ["市港务局"], "who has most?"),
    ],
)
def test_bodies_are_left_out(question, names, rest):
    bodies, left = bodies_left_out(question, find_mentions(question, (PORT, LIGHT)))

    assert [body.printed for mention in bodies for body in mention.organisations] == names
    assert left == rest


@pytest.mark.parametrize(
    "question",
    [
        "哪个单位任务最多?",
        "港务局负责什么?",
        "除港务局外,灯塔局和谁一起负责?",
        "哪些任务没有港务局?",
    ],
)
def test_other_questions_leave_none_out(question):
    assert bodies_left_out(question, find_mentions(question, (PORT, LIGHT))) is None
