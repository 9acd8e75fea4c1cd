"""English numbers with units: values, bounds, ranges, and what is no quantity."""

import pytest

from corpus.english_quantities import english_quantities


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit", "bound"),
    [
        ("a fine of not more than RMB 3 million yuan", "not more than RMB 3 million yuan", 3e6, "元", "at most"),
        ("not less than RMB 20,000", "not less than RMB 20,000", 2e4, "元", "at least"),
        ("NT$1.5 billion or less is exempt", "NT$1.5 billion or less", 1.5e9, "新台币元", "at most"),
        ("reports within 24 hours", "within 24 hours", 24, "小时", "at most"),
        ("kept for at least three years", "at least three years", 3, "年", "at least"),
        ("within thirty working days", "within thirty working days", 30, "个工作日", "at most"),
        ("for twenty-four months", "twenty-four months", 24, "个月", "exactly"),
        ("Up to fifteen percent of it", "Up to fifteen percent", 15, "%", "at most"),
        ("over 50 percent of the shares", "over 50 percent", 50, "%", "more than"),
        ("with 5 million or more registered users", "5 million or more registered users", 5e6, "人", "at least"),
        ("minors under the age of 14", "under the age of 14", 14, "岁", "less than"),
        ("for twenty (20) years after it", "twenty (20) years", 20, "年", "exactly"),
        ("within one (1) month", "within one (1) month", 1, "个月", "at most"),
        ("at least 45％ of the capital", "at least 45％", 45, "%", "at least"),
        ("about 300 hectares of land", "about 300 hectares", 300, "公顷", "about"),
    ],
)  # fmt: skip
def test_a_quantity_has_value_unit_and_bound(text, printed, value, unit, bound):
    (found,) = english_quantities(text)
    assert text[found.start : found.end] == printed
    assert (found.value, found.unit, found.bound) == (value, unit, bound)


def test_a_range_has_two_ends():
    (found,) = english_quantities("a fine ranging from NT$2 million to NT$10 million")
    assert (found.value, found.upper, found.unit) == (2e6, 1e7, "新台币元")


@pytest.mark.parametrize(
    "text",
    [
        "Article 10 and Paragraph 2 of Chapter 3",
        "No. 790 of January 1, 2025",
        "(3) the rest",
        "one of the following",
        "Section 4 years",
    ],
)
def test_numbers_that_count_nothing_are_no_quantities(text):
    assert english_quantities(text) == ()
