"""The Chinese wording."""

import re
from dataclasses import fields

import pytest

from bot.string_fields import Strings
from bot.strings_zh import ZH
from corpus.language import LATIN_WORD, is_traditional

PLACEHOLDER = re.compile(r"\{\w+\}")
NAMES = [field.name for field in fields(Strings)]


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_chinese(name):
    assert not LATIN_WORD.search(PLACEHOLDER.sub("", getattr(ZH, name)))


def test_no_text_holds_a_traditional_character():
    assert [name for name in NAMES if is_traditional(getattr(ZH, name))] == []
