"""Section numbers of every kind as integers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.list_numbers import chinese_numeral
from corpus.numerals import chinese_to_int, numeral_to_int, roman_to_int


@given(st.integers(1, 9_999))
def test_chinese_numerals_agree_with_the_writer_of_the_word_reader(number):
    """Two implementations, one of each direction."""
    assert chinese_to_int(chinese_numeral(number)) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("參", 3),
        ("拾贰", 12),
        ("二十", 20),
        ("一百零三", 103),
        ("一百一十", 110),
        ("三千零二十一", 3_021),
        ("二〇一七", 2_017),
        ("二○一七", 2_017),  # a geometric circle for the zero
        ("两百", 200),
        ("俩", 2),
        ("零", 0),
    ],
)
def test_chinese_numerals(numeral, number):
    assert chinese_to_int(numeral) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("I", 1), ("IV", 4), ("ix", 9), ("XIV", 14), ("XL", 40), ("XCIX", 99), ("CCCXCIX", 399)],
)
def test_roman_numerals(numeral, number):
    assert roman_to_int(numeral) == number


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("１ ２", 12),
        ("③", 3),
        ("⑳", 20),
        (" 十 二 ", 12),
        ("㈢", 3),
        ("⑿", 12),
        ("007", 7),
        ("XVII", 17),
        ("9", 9),
    ],
)
def test_printed_section_numbers(printed, number):
    assert numeral_to_int(printed) == number


@pytest.mark.parametrize("text", ["甲", "一甲", "1a", "IM", "-1", pytest.param("")])
def test_what_is_no_numeral_is_refused(text):
    with pytest.raises(ValueError, match=r"is no (Chinese|Roman) numeral"):
        numeral_to_int(text)
