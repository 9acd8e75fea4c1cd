"""The English wording."""

from dataclasses import fields

import pytest

from bot.string_fields import Strings
from bot.strings_en import EN
from corpus.normalise import HAN


@pytest.mark.parametrize("name", [field.name for field in fields(Strings)])
def test_every_text_is_english(name):
    assert not HAN.search(getattr(EN, name))
