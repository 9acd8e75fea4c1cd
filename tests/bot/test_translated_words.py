"""What English words may be in a Chinese text."""

import pytest

from bot.translated_words import share_held, translations_of


@pytest.mark.parametrize(
    ("word", "chinese"), [("supply", "供应"), ("smes", "中小企业"), ("hazardous", "危险")]
)
def test_a_word_has_translations_of_two_characters_or_more(word, chinese):
    found = translations_of(word)
    assert found[0] == word
    assert chinese in found
    assert all(len(text) > 1 for text in found)


def test_a_text_holds_a_share_of_words():
    words = [translations_of("hazardous"), translations_of("parking")]
    assert share_held(words, "危险品目录") == 0.5
    assert share_held(words, "总则") == 0
    assert share_held([], "总则") == 0
