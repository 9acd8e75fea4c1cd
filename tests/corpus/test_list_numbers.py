"""Numbers as office programs print them."""

import pytest

from corpus.list_numbers import chinese_numeral, printed_numeral


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        *((1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (110, "一百一十")),
        *((1_000, "一千"), (1_001, "一千零一"), (1_010, "一千零一十"), (0, "0"), (10_000, "10000")),
    ],
)
def test_chinese_numerals_below_ten_thousand(number, numeral):
    assert chinese_numeral(number) == numeral


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCounting", "一百零五"),
        (3, "decimalEnclosedCircle", "③"),
        (12, "decimalFullWidth", "１２"),
        (14, "lowerRoman", "xiv"),
        (2, "upperLetter", "B"),
        (8, "decimal", "8"),
    ],
)
def test_forms_of_automatic_numbers(number, form, printed):
    assert printed_numeral(number, form) == printed
