"""The wording of replies in both languages and three scripts."""

import string
from dataclasses import fields

import pytest

from bot.strings import EN, ZH, Strings, strings_for
from corpus.language import is_traditional
from corpus.normalise import to_simplified

NAMES = [field.name for field in fields(Strings)]


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_placeholders(name):
    assert placeholders(getattr(ZH, name)) == placeholders(getattr(EN, name))


@pytest.mark.parametrize("name", NAMES)
def test_traditional_wording_is_the_simplified_wording_in_other_characters(name):
    traditional = getattr(strings_for("zh", traditional=True), name)
    assert to_simplified(traditional) == to_simplified(getattr(ZH, name))
    assert placeholders(traditional) == placeholders(getattr(ZH, name))


def test_traditional_wording_is_written_in_traditional_characters():
    traditional = strings_for("zh", traditional=True)
    assert traditional.empty == "請輸入一個問題。"
    assert is_traditional(traditional.no_evidence)


@pytest.mark.parametrize("traditional", [False, True])
def test_english_wording_knows_no_script(traditional):
    assert strings_for("en", traditional=traditional) is EN
