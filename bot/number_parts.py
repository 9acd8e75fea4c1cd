"""
Several numbers that one question asks for, where one section states them all.

``每张补助多少钱,助餐点每年最高多少补贴`` has two parts, each of which is read as a question of its
own over the best section that states both: what a part leaves out, the section is about.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.evidence import EvidenceReader
from bot.numbers import number_clauses
from bot.target_choice import Scored, section_key
from bot.understanding import Understanding
from corpus.targets import Target
from index.retriever import Hit, Search

SECTIONS = 3  # of the best hits, one of which must state all numbers
Stated = Callable[[Understanding, Search, EvidenceReader], Sequence[Scored]]


def numbers_of_parts(
    asked: Understanding, search: Search, reader: EvidenceReader, stated: Stated
) -> list[Target]:
    """
    Give the number of each part of a question, in the order of the parts.

    Nothing is given for a question of one part, nor where no section states a number for each.

    :param stated: the numbers of a search's sections that may answer a question, best first
    """
    parts = number_clauses(asked.core)
    if len(parts) < 2:
        return []
    hits = search.unraised[:SECTIONS]
    found = [_searched(asked, part, hits, reader) for part in parts]
    for hit in hits:
        chosen: list[Target] = []
        for own, searched, own_reader in found:
            only = replace(searched, hits=tuple(h for h in searched.hits if _same(h, hit)))
            free = (s.target for s in stated(own, only, own_reader) if s.target not in chosen)
            chosen += [target for target in free][:1]
        if len(chosen) == len(parts):
            return chosen
    return []


def _searched(
    asked: Understanding, part: str, hits: Sequence[Hit], reader: EvidenceReader
) -> tuple[Understanding, Search, EvidenceReader]:
    """Read a part as a question of its own over the sections that the whole one found."""
    own = replace(asked, core=part, wants_quantity=True)
    vector = reader.retriever.encoder.encode_queries([part])[0]
    searched = replace(reader.search, question=part, searched=part, vector=vector, hits=tuple(hits))
    title_words = asked.title_words
    return (
        own,
        searched,
        EvidenceReader(reader.retriever, searched, quantity=True, title_words=title_words),
    )


def _same(one: Hit, other: Hit) -> bool:
    return section_key(one) == section_key(other)
