"""Districts left out of a count, and one district alone in a list."""

import pytest

from bot.districts_asked import without_districts, without_only_district

BODY = "\ue000"


@pytest.mark.parametrize(
    ("question", "offices_only"),
    [
        ("哪些市级部门只有一项任务?", True),
        ("不算各区,只有一项任务的单位有哪些?", True),
        ("除区政府外,哪些单位只有两项任务?", True),
        ("which units, districts aside, have one task?", True),
        ("which municipal departments have more than ten tasks?", True),
        ("连同各区在内,哪些单位只有一项任务?", False),
        ("which units, districts included, have one task?", False),
        ("which units, whether municipal or district, have one task?", False),
        ("港湾区负责哪些任务?", False),
    ],
)
def test_districts_are_counted_unless_they_are_left_out(question, offices_only):
    assert without_districts(question)[1] == offices_only


def test_what_is_left_speaks_of_no_districts():
    assert "district" not in without_districts("apart from districts, who has one task?")[0]
    assert "区" not in without_districts("不算各区,谁的任务最少?")[0]


@pytest.mark.parametrize(
    "frame",
    [
        f"只点了{BODY}一个区的任务有哪些?",
        f"各区里只有{BODY}被点名的任务",
        f"{BODY}是唯一被点名的区,这样的任务有哪些?",
        f"除了{BODY}没有点其他任何区的任务",
        f"有{BODY}而没有写其他区的任务",
        f"which tasks name {BODY} and no other district beside it?",
        f"for which tasks is {BODY} the only district mentioned by name?",
        f"{BODY} alone among the districts: which tasks?",
        f"which tasks name just one district, {BODY}?",
        f"which tasks involve {BODY} and no further district?",
        f"which tasks single out {BODY} as the sole district?",
    ],
)
def test_one_district_alone(frame):
    text, is_only = without_only_district(frame)

    assert is_only
    assert BODY in text
    assert "没" not in text
    assert "no " not in text


@pytest.mark.parametrize(
    "frame",
    [
        f"{BODY}负责哪些任务?",
        f"只由{BODY}负责的任务",
        f"which tasks name {BODY} and at least one district?",
        f"which tasks does {BODY} alone have?",
    ],
)
def test_a_body_among_others(frame):
    assert without_only_district(frame) == (frame, False)
