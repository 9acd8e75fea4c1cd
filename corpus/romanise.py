"""Chinese names in Latin letters: 云泽 -> Yunze, by the reading of each character alone."""

import csv
from functools import cache
from importlib.resources import files

VOWELS = "aeo"  # a syllable that begins so is parted from the one before it: Xi'an


def romanise(name: str) -> str | None:
    """
    Write a name in Latin letters; None where a character has no reading in the table.

    ``romanise("临安") -> "Lin'an"``
    """
    letters = ""
    for character in name:
        syllable = _readings().get(character)
        if syllable is None:
            return None
        letters += f"'{syllable}" if letters and syllable[0] in VOWELS else syllable
    return letters.capitalize()


@cache
def _readings() -> dict[str, str]:
    """Read the most common reading of each character of GB 2312, as names have it."""
    text = (files("corpus") / "syllables.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {character: row["syllable"] for row in rows for character in row["characters"]}
