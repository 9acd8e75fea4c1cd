"""
Named things that people ask about, with all their names: firms, technologies, industries …

The table ``terms.tsv`` serves twice. A question that names a thing which no document mentions
under any of its names is refused. A question that calls a thing by one name is also searched
with the name that the documents use.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.normalise import normalise


@dataclass(frozen=True, slots=True)
class Term:
    """One thing: its kind and its names, the standard ones first."""

    kind: str
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def known_terms() -> tuple[Term, ...]:
    """Read the table of terms."""
    path = files("corpus") / "terms.tsv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return tuple(
        _term(row["kind"], tuple(row["chinese"].split("|")), tuple(row["english"].split("|")))
        for row in rows
    )


def _term(kind: str, chinese: tuple[str, ...], english: tuple[str, ...]) -> Term:
    names = sorted({normalise(name) for name in (*chinese, *english)}, key=len, reverse=True)
    parts = [
        rf"(?<![a-z0-9]){re.escape(name)}(?:s|es)?(?![a-z0-9])" if name.isascii() else re.escape(name)
        for name in names
    ]
    return Term(kind, chinese, english, re.compile("|".join(parts)))


def find_terms(text: str) -> tuple[Term, ...]:
    """
    Find the terms that a text names, in table order; a name inside a longer one does not count.
    """
    plain = normalise(text)
    spans: list[tuple[int, int, Term]] = []
    for term in known_terms():
        spans += [(m.start(), m.end(), term) for m in term.pattern.finditer(plain)]
    found = [
        term
        for start, end, term in spans
        if not any((a <= start and end <= b) and (b - a > end - start) for a, b, _ in spans)
    ]
    return tuple(dict.fromkeys(found))


@cache
def _mentions(text: str) -> frozenset[Term]:
    plain = normalise(text)
    return frozenset(term for term in known_terms() if term.pattern.search(plain))


def missing_terms(question: str, text: str) -> tuple[Term, ...]:
    """
    Give the terms that a question names and a text does not, unless it has one of the others.

    A question that also names something the text has can be answered in part, so nothing is
    missing then.
    """
    asked = find_terms(question)
    known = _mentions(text)
    missing = tuple(term for term in asked if term not in known)
    return missing if len(missing) == len(asked) else ()


def other_names(question: str, text: str) -> tuple[str, ...]:
    """
    Give the names by which a text mentions the terms of a question, where they differ.

    ``other_names("AI企业有什么支持", "…人工智能…") -> ("人工智能",)``
    """
    plain, asked = normalise(text), normalise(question)
    names: list[str] = []
    for term in find_terms(question):
        for name in (*term.chinese, *term.english):
            small = normalise(name)
            if small in plain and small not in asked:
                names.append(name)
                break
    return tuple(names)
