"""
Everyday words and the words that documents use for the same: 公租房 is 公共租赁住房 there.

The table ``everyday_words.tsv`` only helps a search; nothing is refused or said because of it.
"""

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

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


def official_words(question: str) -> tuple[tuple[str, ...], ...]:
    """
    Give the official words for each everyday word of a question, the likeliest first.

    A row whose official word the question itself uses gives nothing.

    ``official_words("公租房怎么申请") -> (("公共租赁住房",),)``
    """
    plain = normalise(question)
    return tuple(
        official
        for everyday, official in _table()
        if any(word in plain for word in everyday) and not any(word in plain for word in official)
    )


def printed_words(several: Sequence[Sequence[str]], texts: Sequence[str]) -> tuple[str, ...]:
    """
    Choose of each group of words the first that a text prints.

    :param texts: normalised
    """
    printed = ([word for word in words if any(word in text for text in texts)] for words in several)
    return tuple(dict.fromkeys(words[0] for words in printed if words))
