"""Numbers of units and of tasks in the words of a question."""

import pytest

from bot.counted_lists import Bound, said_number, tasks_bound, units_bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("由三个以上单位负责", Bound("单位", 3, None)),
        ("超过三个部门", Bound("部门", 4, None)),
        ("不到三个区", Bound("区", None, 2)),
        ("责任单位不多不少两个", Bound("单位", 2, 2)),
        ("责任单位达到8个或以上", Bound("单位", 8, None)),
        ("at least two districts", Bound("districts", 2, None)),
        ("fewer than four responsible units", Bound("units", None, 3)),
        ("由谁负责", None),
    ],
)
def test_a_bound_on_units(text, bound):
    assert units_bound(text) == bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("只有一项任务", Bound("", 1, 1)),
        ("超过二十项任务", Bound("", 21, None)),
        ("其他任务都没有出现", Bound("", 1, 1)),
        ("别处没有列的部门", Bound("", 1, 1)),
        ("a body that appears nowhere else", Bound("", 1, 1)),
        ("a body named in no other task", Bound("", 1, 1)),
        ("a body with no task", None),
    ],
)
def test_a_bound_on_tasks(text, bound):
    assert tasks_bound(text) == bound


def test_numbers_are_read_as_they_are_said():
    assert [said_number(word) for word in ("三", "12", "a single", "Once")] == [3, 12, 1, 1]
