"""A number of several things together is not split."""

import pytest

from bot.joint_numbers import asks_split, is_joint
from corpus.document import parse_document
from corpus.targets import find_targets

PLAN = parse_document(
    "plan", "海川市方案\n\n一、目标\n\n到2030年,雷达和海图形成年产30万套生产能力。新建泊位40个。\n"
)
ENGLISH = parse_document(
    "plan-en",
    "Plan\n\n1. Goals\n\nBy 2030, sales of radars and sea charts will reach 30 million yuan.\n",
)
SETS, BERTHS = find_targets(PLAN)
(PLAN_SETS,) = find_targets(ENGLISH)


@pytest.mark.parametrize(
    ("question", "joint"),
    [
        ("单独看海图,年产多少套?", True),
        ("不算雷达,海图年产多少套?", True),
        ("雷達和海圖分別年產多少套?", True),
        ("光雷达和海图,一共年产多少套?", False),  # what the number is of
        ("不算船舶,雷达和海图年产多少套?", False),
        ("只算渔船,年产多少套?", False),
    ],
)
def test_one_of_several_things_is_wanted_apart(question, joint):
    assert asks_split(question)
    assert is_joint(SETS, PLAN, question, "zh") is joint


@pytest.mark.parametrize(
    ("question", "joint"),
    [
        ("How many sea charts alone are to be made a year?", True),
        ("How many radars, not counting charts, are to be made?", True),
        ("How many radars and charts respectively?", True),
        ("How many radars and charts, excluding ships?", False),
    ],
)
def test_one_of_several_things_is_wanted_apart_in_english(question, joint):
    assert asks_split(question)
    assert is_joint(PLAN_SETS, ENGLISH, question, "en") is joint


def test_a_number_of_one_thing_is_not_joint():
    assert not is_joint(BERTHS, PLAN, "单独看泊位,新建多少个?", "zh")


@pytest.mark.parametrize(
    "question", ["雷达和海图年产多少套?", "How many radars and charts are made each year?"]
)
def test_what_is_asked_of_all_is_no_split(question):
    assert not asks_split(question)
