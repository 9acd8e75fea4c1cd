"""
Everyday words and the words that documents use for the same: 公租房 is 公共租赁住房 there.

The table ``everyday_words.tsv`` only helps a search; nothing is refused or said because of it.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from corpus.normalise import normalise


@cache
def _table() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Read the rows: everyday words, and the official ones, the likeliest first."""
    path = files("corpus") / "everyday_words.tsv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return tuple(
        (tuple(map(normalise, row["everyday"].split("|"))), tuple(row["official"].split("|")))
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Everyday:
    """Everyday words of a question for one thing, and the official ones, the likeliest first."""

    used: tuple[str, ...]
    official: tuple[str, ...]


def everyday_words(question: str) -> tuple[Everyday, ...]:
    """
    Find the everyday words of a question.

    A row whose official word the question itself uses gives nothing.

    ``everyday_words("公租房怎么申请") -> (Everyday(("公租房",), ("公共租赁住房",)),)``
    """
    plain = normalise(question)
    found: list[Everyday] = []
    for everyday, official in _table():
        used = tuple(word for word in everyday if word in plain)
        if used and not any(word in plain for word in official):
            found.append(Everyday(used, official))
    return tuple(found)


def official_words(found: Iterable[Everyday], texts: Sequence[str]) -> tuple[str, ...]:
    """
    Give for each everyday word that no text prints the first official one that a text prints.

    :param texts: normalised
    """
    words: dict[str, None] = {}
    for row in found:
        if not any(word in text for word in row.used for text in texts):
            printed = (word for word in row.official if any(word in text for text in texts))
            words |= dict.fromkeys(islice(printed, 1))
    return tuple(words)
