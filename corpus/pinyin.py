"""
How Chinese names are spelled in Latin letters: 安洛 is Anluo.

The table ``pinyin.tsv`` gives the readings of the characters in general use, without tones, after
the Unihan database; ``v`` stands for ü. A character with several readings stands beside the one
that names have, and under ``also`` beside each other one.
"""

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

JOINT = "['’ -]?"  # between two syllables: Xi'an
VOWELS = "aeo"  # a syllable that begins so is parted from the one before it
UMLAUT = "(?:yu|u|v|ü)"


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Give the readings of each character, the one that names have first."""
    text = (files("corpus") / "pinyin.tsv").read_text(encoding="utf-8")
    readings: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        for character in row["characters"]:
            readings[character] = (row["syllable"], *readings.get(character, ()))
        for character in row["also"]:
            readings[character] = (*readings.get(character, ()), row["syllable"])
    return readings


def romanise(name: str) -> str | None:
    """
    Write a name in Latin letters; None where the table lacks a character.

    ``romanise("临安") -> "Lin'an"``
    """
    letters = ""
    for character in name:
        if character not in _readings():
            return None
        syllable = _readings()[character][0].replace("v", "yu")
        letters += f"'{syllable}" if letters and syllable[0] in VOWELS else syllable
    return letters.capitalize()


@lru_cache(maxsize=4_096)
def pinyin_pattern(name: str) -> re.Pattern[str] | None:
    """
    Compile the pattern of a name's spellings; None where the table lacks a character.

    A spelling begins with a capital letter.
    """
    known = _readings()
    if not name or any(character not in known for character in name):
        return None
    syllables = (f"(?:{'|'.join(known[character])})" for character in name)
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
