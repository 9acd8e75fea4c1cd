"""Dates in every form that documents print."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.dates import (
    add_days,
    add_months,
    end_of_month,
    find_dates,
    is_date_line,
    is_day,
    read_date,
    read_year,
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2017年6月9日", "2017-06-09"),
        ("２０１７年６月９日", "2017-06-09"),
        ("二〇一七年六月九日", "2017-06-09"),
        ("自中華民國一百十四年四月一日生效", "2025-04-01"),
        ("二○二一年十二月三十一日", "2021-12-31"),
        ("二零二一年十月二十日", "2021-10-20"),
        ("二OO五年六月十一日", "2005-06-11"),
        ("二00五年六月十一日", "2005-06-11"),
        ("（ 2001 年 2 月 16 日印发）", "2001-02-16"),
        ("(2 0 0 1年2月1 6日海川省会议通过)", "2001-02-16"),
        ("中華民國113年8月7日", "2024-08-07"),
        ("民國八十年二月四日", "1991-02-04"),
        ("adopted on August 20, 2021)", "2021-08-20"),
        ("as of\u00a0November 1st\u00a0, 2021.", "2021-11-01"),
        ("on 9 June 2017", "2017-06-09"),
        ("as of January 1,\n2025", "2025-01-01"),
        ("9999年12月31日", None),
        ("2017年13月9日", None),
        ("2017年6月31日", None),
        ("2017年6月", None),
        ("2017-06-09", None),
        ("发布 113年8月7日", None),
        ("May 2017", None),
        ("", None),
    ],
)
def test_first_date_in_iso_form(text, date):
    assert read_date(text) == date


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2017-06-09", True),
        ("2017-06-31", False),
        ("2017-13-09", False),
        ("0000-00-00", False),
        ("9999-12-31", False),
        ("20170609", False),
        ("2017-W23-5", False),
        ("", False),
    ],
)
def test_day_in_iso_form_is_one_that_there_is(text, is_one):
    assert is_day(text) is is_one


def test_dates_come_in_the_order_of_the_text_with_their_places():
    text = "2019年3月1日通过,June 1, 2018 signed,2020年3月1日施行"
    days = list(find_dates(text))

    assert [day.iso for day in days] == ["2019-03-01", "2018-06-01", "2020-03-01"]
    assert [text[day.start : day.end] for day in days] == [
        "2019年3月1日",
        "June 1, 2018",
        "2020年3月1日",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2021年3月8日", True),
        ("（2021年1月4日）", True),
        ("September 24, 2024", True),
        ("September 24, 2024.", False),
        ("2021年3月8日起在全市施行", False),
        ("海川市人民政府", False),
    ],
)
def test_line_that_is_only_a_date(line, expected):
    assert is_date_line(line) == expected


@settings(derandomize=True)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_read_in_both_languages(day):
    assert read_date(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()
    assert read_date(f"{day:%B} {day.day}, {day.year}") == day.isoformat()


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2019-10-16", 60, "2024-10-15"),
        ("2026-01-01", 60, "2030-12-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-03-01", 48, "2028-02-29"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2024-07-01", 6, "2024-12-31"),
    ],
)
def test_term_ends_the_day_before_it_would_begin_again(start, months, end):
    assert add_months(start, months) == end


def test_days_are_added_across_a_year():
    assert add_days("2020-12-15", 30) == "2021-01-14"


@pytest.mark.parametrize(
    ("year", "month", "end"), [(2025, 12, "2025-12-31"), (2024, 2, "2024-02-29")]
)
def test_last_day_of_a_month(year, month, end):
    assert end_of_month(year, month) == end


@pytest.mark.parametrize(
    ("printed", "year"),
    [("2025", 2025), ("２０２５", 2025), ("二○二五", 2025), ("一百一十三", 113)],
)
def test_year_in_any_digits(printed, year):
    assert read_year(printed) == year


def test_word_is_no_year():
    with pytest.raises(ValueError, match="no Chinese numeral"):
        read_year("明年")
