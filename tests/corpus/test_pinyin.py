"""How Chinese names are spelled in Latin letters."""

import pytest

from corpus.pinyin import pinyin_pattern, romanise, spelled_in


@pytest.mark.parametrize(
    ("name", "text", "spelling"),
    [
        ("安洛", "the parking rules of Anluo", "Anluo"),
        ("西安", "Xi'an's plan", "Xi'an"),
        ("重庆", "a firm in Chongqing", "Chongqing"),
        ("长春", "Changchun, please", "Changchun"),
        ("吕梁", "Lüliang", "Lüliang"),
        ("吕梁", "Lvliang", "Lvliang"),
        ("沅东", "What does YUANDONG offer?", "YUANDONG"),
        ("安洛", "the Anluoan plan", ""),
        ("兰定", "landing ships", ""),
        ("Anluo", "Anluo", ""),
    ],
)
def test_a_name_is_found_in_its_spellings(name, text, spelling):
    assert spelled_in(name, text) == spelling


def test_a_name_with_an_unknown_character_has_no_pattern():
    assert pinyin_pattern("安①") is None
    assert pinyin_pattern("") is None


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
