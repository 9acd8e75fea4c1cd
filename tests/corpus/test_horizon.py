"""The year to which a plan's targets run."""

import pytest

from corpus.horizon import plan_end, read_horizon


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("到2020年建成。", "规划", 2020),
        ("到2020年,再到 2035 年底。", "规划", 2035),
        ("到二〇二五年建成。", "规划", 2025),
        ("到２０２５年建成。", "规划", 2025),
        ("规划(2016—2025年)", "规划", 2025),
        ("海川规划2021-2025年", "海川规划2021-2025年", 2025),
        ("海川“十四五”规划\n建设港口。", "海川“十四五”规划", 2025),
        ("海川“十四五”规划\n展望到2035年。", "海川“十四五”规划", 2035),
        ("第十二个五年规划纲要", "第十二个五年规划纲要", 2015),
        ("力争用三年时间建成。", "规划", 2024),
        ("用3年左右时间建成。", "规划", 2024),
        ("Output will double by 2030.", "Plan", 2030),
        ("2017年发布。", "规划", None),
        ("2010至2015年已建成港口。", "规划", None),
        ("处三年以下有期徒刑,在三年内不得申请。", "规划", None),
    ],
)
def test_horizon_is_the_last_year_of_the_targets(text, title, year):
    found = read_horizon(text, title, "2021-03-08")

    assert (found.year if found else None) == year


def test_span_of_years_needs_a_day_of_issue():
    assert read_horizon("力争用三年时间建成。", "规划", None) is None


def test_horizon_says_where_it_is_named():
    text = "规划\n到2020年建成,到2035年领先。"
    found = read_horizon(text, "规划", None)

    assert text[found.start : found.end] == "到2035年"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("“十三五”时期", 2020),
        ("第十个五年计划", 2005),
        ("第八个五年计划", 1995),
        ("五年计划", None),
    ],
)
def test_last_year_of_a_five_year_plan(text, year):
    assert plan_end(text) == year
