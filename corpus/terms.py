"""
Named things that people ask about, with all their names: firms, technologies, industries.

The table ``terms.tsv`` serves twice. A question that names a thing which no document mentions
under any of its names is refused. A question that calls a thing by one name is also searched
with the name that the documents use. A few things have others near them: satellite navigation
is not missing where 北斗 is printed.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.normalise import HAN, normalise

SELF = re.compile(r"我们|我司|本公司|\b(?:we|our|us|my)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing: its kind and its names, the standard ones first."""

    kind: str
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    near: tuple[str, ...] = ()  # what documents print of a narrower thing, or one much like it


@cache
def known_terms() -> tuple[Term, ...]:
    """Read the table of terms."""
    path = files("corpus") / "terms.tsv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return tuple(
        Term(
            row["kind"],
            tuple(row["chinese"].split("|")),
            tuple(row["english"].split("|")),
            tuple(row["near"].split("|")) if row["near"] else (),
        )
        for row in rows
    )


@cache
def _names() -> tuple[tuple[str, Term], ...]:
    """List all names, normalised, longest first, each with its term."""
    by_name = {
        normalise(name): term for term in known_terms() for name in (*term.chinese, *term.english)
    }
    return tuple(sorted(by_name.items(), key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _names_by_opening() -> dict[str, list[int]]:
    """Give the places in the list of names by the first two characters: what a text may hold."""
    places: dict[str, list[int]] = {}
    for place, (name, _) in enumerate(_names()):
        places.setdefault(name[:2], []).append(place)
    return places


def _called(text: str) -> list[tuple[tuple[int, int], str, Term]]:
    """Find the names of terms in a short text with their places; none lies inside a longer one."""
    plain = normalise(text)
    taken = [False] * len(plain)
    found: list[tuple[tuple[int, int], str, Term]] = []
    names = _names_by_opening()
    pairs = {plain[at : at + 2] for at in range(len(plain))}
    candidates = sorted(place for pair in pairs for place in names.get(pair, ()))
    for name, term in (_names()[place] for place in candidates):
        if name not in plain:
            continue
        for match in _pattern(name).finditer(plain):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                found.append((match.span(), name, term))
    return sorted(found, key=lambda item: item[0])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    if not name.isascii():
        return re.compile(re.escape(name))
    return re.compile(rf"(?<![a-z0-9]){re.escape(name)}(?:s|es)?(?![a-z0-9]|-(?:type|like))")


def find_terms(text: str) -> tuple[Term, ...]:
    """Find the terms that a text names, in order; a name inside a longer one does not count."""
    return tuple(dict.fromkeys(term for _, _, term in _called(text)))


def term_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give where the names of terms stand in the normal form of a text, in order."""
    return tuple(span for span, _, _ in _called(text))


def _is_mentioned(term: Term, plain: str) -> bool:
    """Say whether a text names a term, also inside the name of another."""
    return any(_stands(normalise(name), plain) for name in (*term.chinese, *term.english))


def _stands(name: str, plain: str) -> bool:
    return name in plain and bool(_pattern(name).search(plain))


def _stands_in(name: str, texts: Sequence[str]) -> bool:
    return any(_stands(name, plain) for plain in texts)


def missing_terms(question: str, plain: str) -> tuple[Term, ...]:
    """
    Give the terms that a question names and a text does not, unless it has one of the others.

    A question that also names something the text has can be answered in part, so nothing is
    missing then. Firms are compared with firms: what is asked of one holds of no other. A firm
    beside which somebody speaks of himself (我们给…供货) is not what is asked about.

    :param plain: the text, normalised
    """
    asked = find_terms(question)
    known = {term for term in asked if _is_mentioned(term, plain) or _near_in(term, (plain,))}
    firms = tuple(term for term in asked if term.kind == "firm")
    if firms and not known.intersection(firms) and not SELF.search(question):
        return firms
    missing = tuple(term for term in asked if term not in known)
    return missing if len(missing) == len(asked) else ()


def near_names(question: str, plain: str) -> tuple[tuple[Term, tuple[str, ...]], ...]:
    """
    Give the terms that a question names and a text does not, each with the near names it prints.

    :param plain: the text, normalised
    """
    missing = (term for term in find_terms(question) if not _is_mentioned(term, plain))
    return tuple((term, near) for term in missing if (near := _near_in(term, (plain,))))


def _near_in(term: Term, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in term.near if _stands_in(normalise(name), texts))


def other_names(question: str, texts: Sequence[str]) -> tuple[str, ...]:
    """
    Give the names by which texts mention what a question calls by names they do not use.

    ``other_names("AI企业有什么支持", ["…人工智能…"]) -> ("人工智能",)``

    :param texts: normalised
    """
    used: dict[Term, set[str]] = {}
    for _, name, term in _called(question):
        used.setdefault(term, set()).add(name)
    names: list[str] = []
    for term, called in used.items():
        own, other = term.chinese, term.english
        if not HAN.search(question):
            own, other = other, own
        printed = {name for name in called if _stands_in(name, texts)}
        if printed.intersection(map(normalise, own)):
            continue
        # IoT in a Chinese question also stands in NB-IoT: 物联网 finds more
        known = [name for name in own if _stands_in(normalise(name), texts)]
        if not printed:
            known += [name for name in other if _stands_in(normalise(name), texts)]
        names += known[:1] if known or printed else _near_in(term, texts)
    return tuple(names)
