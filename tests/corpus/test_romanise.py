"""Chinese names in Latin letters."""

import pytest

from corpus.romanise import romanise


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("海川", "Haichuan"),
        ("临安", "Lin'an"),  # a vowel begins the second syllable
        ("长岛", "Changdao"),  # read as names have it, not zhang
        ("都江", "Dujiang"),
        ("吕口", "Lyukou"),
        ("", ""),
    ],
)
def test_a_name_is_written_as_it_is_read(name, letters):
    assert romanise(name) == letters


def test_what_is_no_chinese_character_has_no_reading():
    assert romanise("海川A") is None
