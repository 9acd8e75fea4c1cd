"""Points of time in English."""

import pytest

from bot.times import english_times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("一期2026年底前建成", ["by the end of 2026"]),
        ("到2025年,建成港口", ["by 2025"]),
        ("于7月20日前提交", ["by 20 July"]),
        ("2024年10月底前报批", ["by the end of October 2024"]),
        ("2025年9月完工", ["September 2025"]),
        ("2025年前完工", ["before 2025"]),
        ("2024年上半年启动", ["the first half of 2024"]),
        ("3月底前制定计划", ["by the end of March"]),
        ("期限为3个月", []),  # a length of time
        ("2023—2025年", []),  # a period
        ("13月1日", []),
        ("自2020年以来", []),
    ],
)
def test_a_point_of_time_is_told(text, times):
    assert [english for _, _, english in english_times(text)] == times


def test_a_time_is_where_it_is_printed():
    ((start, end, _),) = english_times("一期2026年底前建成")
    assert "一期2026年底前建成"[start:end] == "2026年底前"
