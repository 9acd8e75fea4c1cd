"""
How Chinese names are spelled in Latin letters: 安洛 is Anluo.

The readings are those of the library pypinyin; ``v`` stands for ü.
"""

import re
from functools import lru_cache

JOINT = "['’ -]?"  # between two syllables: Xi'an
VOWELS = "aeo"  # a syllable that begins so is parted from the one before it
UMLAUT = "(?:yu|u|v|ü)"
IN_NAMES = {"长": "chang", "都": "du"}  # as names of places have them: 长岛, 都江
KNOWN = 4_096  # names whose spellings are remembered


@lru_cache(maxsize=KNOWN)
def _syllables(name: str) -> tuple[str, ...] | None:
    """Give the readings that the characters of a name have together; None where one has none."""
    from pypinyin import lazy_pinyin

    found = lazy_pinyin(name, errors=lambda _: [""] * len(name))
    if len(found) != len(name) or not all(found):
        return None
    return tuple(IN_NAMES.get(*pair) for pair in zip(name, found, strict=True))


@lru_cache(maxsize=KNOWN)
def _readings(character: str) -> tuple[str, ...]:
    """Give all readings of a character."""
    from pypinyin import Style, pinyin

    return tuple(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


def romanise(name: str) -> str | None:
    """
    Write a name in Latin letters; None where a character has no reading.

    ``romanise("临安") -> "Lin'an"``
    """
    syllables = _syllables(name)
    if syllables is None:
        return None
    letters = ""
    for syllable in syllables:
        written = syllable.replace("v", "yu")
        letters += f"'{written}" if letters and written[0] in VOWELS else written
    return letters.capitalize()


@lru_cache(maxsize=KNOWN)
def pinyin_pattern(name: str) -> re.Pattern[str] | None:
    """
    Compile the pattern of a name's spellings; None where a character has no reading.

    A spelling begins with a capital letter.
    """
    if not name or _syllables(name) is None:
        return None
    syllables = (f"(?:{'|'.join(_readings(character))})" for character in name)
    letters = JOINT.join(syllables).replace("v", UMLAUT)
    return re.compile(rf"\b(?=[A-Z])(?i:{letters})\b")


def spelled_in(name: str, text: str) -> str:
    """
    Give a Chinese name as an English text spells it; empty where it does not.

    ``spelled_in("安洛", "the parking rules of Anluo") -> "Anluo"``
    """
    pattern = pinyin_pattern(name)
    found = pattern.search(text) if pattern else None
    return found[0] if found else ""
