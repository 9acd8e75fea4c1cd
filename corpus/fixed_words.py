"""
Words of Chinese law and policy whose English is fixed, found where they stand in a text.

不得 is always "must not", 国务院 always the State Council: such words can be put into English
without translating the sentence. They come from ``fixed_words.tsv``, from the tables of the
state's bodies, of its laws and of named things.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.law_names import STATE, english_law, law_names
from corpus.organisations import ministry_names
from corpus.terms import known_terms


@dataclass(frozen=True, slots=True)
class FixedWord:
    """A stretch of a text with its English."""

    start: int
    end: int
    english: str


@cache
def _table() -> dict[str, list[tuple[str, str]]]:
    """Give the words by their first two characters, longest first."""
    text = (files("corpus") / "fixed_words.tsv").read_text(encoding="utf-8")
    words = {t.chinese[n]: t.english[0] for t in known_terms() for n in range(len(t.chinese))}
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    words |= {row["chinese"]: row["english"] for row in rows}
    words |= ministry_names()
    words |= {name: english_law(name) or "" for law in law_names() for name in (law, STATE + law)}
    table: dict[str, list[tuple[str, str]]] = {}
    for chinese in sorted(words, key=lambda word: (-len(word), word)):
        if len(chinese) > 1 and not chinese.isascii():
            table.setdefault(chinese[:2], []).append((chinese, words[chinese]))
    return table


def find_fixed_words(text: str) -> tuple[FixedWord, ...]:
    """
    Find the words of a Chinese text that have fixed English, in order, the longest at each place.

    ``用人单位不得扣押 -> employer, must not``
    """
    table = _table()
    found: list[FixedWord] = []
    at = 0
    while at < len(text):
        candidates = table.get(text[at : at + 2], ())
        word = next((pair for pair in candidates if text.startswith(pair[0], at)), None)
        if word:
            found.append(FixedWord(at, at + len(word[0]), word[1]))
            at += len(word[0])
        else:
            at += 1
    return tuple(found)
