"""Every text of a reply in both languages and both Chinese scripts."""

from dataclasses import fields
from functools import cache

from bot.string_fields import Strings
from bot.strings_en import EN
from bot.strings_zh import ZH
from corpus.language import Language
from corpus.normalise import to_traditional

__all__ = ["EN", "ZH", "Strings", "strings_for"]


@cache
def strings_for(language: Language, *, traditional: bool = False) -> Strings:
    """Give the wording for a language; traditional characters are made from ``ZH``."""
    if language == "en":
        return EN
    if not traditional:
        return ZH
    return Strings(**{f.name: to_traditional(getattr(ZH, f.name)) for f in fields(Strings)})
