"""
What an answer shows of the best sections: their best sentences, none of them out of its list.

A lead-in is shown with its items, and an item behind its lead-in: either alone says nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.enumerations import shortened
from bot.evidence import EvidenceReader, ScoredSentence
from corpus.document import Document
from corpus.enumerations import Enumeration, Item, find_enumerations
from index.retriever import Hit


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of one section, or an enumeration with those of its items that are shown."""

    document: Document
    ref: str
    sentences: tuple[ScoredSentence, ...]
    enumeration: Enumeration | None = None
    items: tuple[Item, ...] = ()


def chosen_passages(reader: EvidenceReader) -> list[Passage]:
    """
    Choose what to show of a search, best section first, and in it the best sentence.

    Items of one enumeration are one passage, wherever they ranked. Of all sections but the first
    a bare lead-in is left out.
    """
    found: dict[tuple[str, str, int], Passage] = {}
    for place, hit in enumerate(reader.sections()):
        for passage in _of_hit(reader, hit, first=place == 0):
            opened = passage.enumeration.start if passage.enumeration else -1
            key = (passage.document.id, passage.ref, opened)
            before = found.get(key)
            if before is None or not passage.enumeration:
                found[key] = passage
                continue
            items = {*before.items, *passage.items}
            ordered = tuple(item for item in passage.enumeration.items if item in items)
            found[key] = Passage(passage.document, passage.ref, (), passage.enumeration, ordered)
    chosen = list(found.values())
    return [_best_first(chosen[0]), *chosen[1:]] if chosen else []


def _best_first(passage: Passage) -> Passage:
    """Put the sentence that answers before the others of the best section."""
    if not passage.sentences:
        return passage
    best = max(passage.sentences, key=lambda sentence: sentence.score)
    rest = tuple(sentence for sentence in passage.sentences if sentence is not best)
    return replace(passage, sentences=(best, *rest))


def _of_hit(reader: EvidenceReader, hit: Hit, *, first: bool) -> Iterator[Passage]:
    """Part the best sentences of a section into those of enumerations and the others."""
    index = reader.retriever.index
    document = index.document(hit.document)
    enumerations = index.derived(find_enumerations, document)
    plain: list[ScoredSentence] = []
    for chosen in reader.best_sentences(hit, first=first):
        opened = next((e for e in enumerations if e.start <= chosen.start < e.end), None)
        if opened and (first or not opened.is_heading):
            if first:
                yield Passage(document, opened.ref, (), opened, opened.items)
            continue
        holding = [e for e in enumerations if any(_holds(item, chosen) for item in e.items)]
        if inner := next((e for e in reversed(holding) if not e.is_heading), None):
            items = tuple(item for item in inner.items if _holds(item, chosen))
            yield Passage(document, inner.ref, (), inner, items)
            if all(shortened(document.text, i.start, i.end) <= chosen.start for i in items):
                plain.append(chosen)  # of a long item only the beginning is shown
        else:
            plain.append(chosen)
    if plain:
        yield Passage(document, hit.ref, tuple(plain))


def _holds(item: Item, sentence: ScoredSentence) -> bool:
    return item.start <= sentence.start < item.end
