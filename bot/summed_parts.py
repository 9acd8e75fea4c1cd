"""
Which part of a document a summary is asked of: the one whose heading and contents fit the question.

``"Sum up what is done against waterlogging"`` is for 二、强化城乡内涝治理 with all below it, though
a line of the foreword may be nearer to the words. A question that lists things (tea, vegetables,
bamboo) is for the sections of these under one heading.
"""

import re
from collections.abc import Sequence

import numpy as np

from bot.citations import english_heading, title_of
from bot.places import spelled_places
from bot.plain_words import topic_words
from bot.section_choices import WHOLE
from bot.translated_words import share_held, translations_of
from bot.understanding import SUMMARY, Understanding
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import HAN, normalise
from corpus.paths import ANNEX
from corpus.sections import PREAMBLE, Section
from index.retriever import Retriever

BY_HITS = 0.15  # what the score of a section's hits counts beside the cosine of its heading
BY_WORDS = 0.3  # what the share of the question's words counts that its heading holds
OUTSIDE = 0.1  # by how much an annex or a box stands behind
LEAST = 0.5  # a part that fits less is none that is asked for
LISTED = 3  # things named one behind the other, from which on the sections of each are looked for
NEAR = 0.3  # cosine of a thing that is listed with the heading of its section
ALL = 1_000
KEPT = 64  # documents whose headings' vectors are kept
ITEMS = re.compile(r"[,、;，；]|\band\b|和|与|及")
LIST = re.compile(
    r"[(（](?P<inside>[^()（）]+)[)）]|"
    r"(?P<run>(?:[^,、，()（）]{1,24}?(?:[,、，]|\band\b|和|与|及)){2,}[^,、，()（）。?？.]+)"
)


class SummedParts:
    """Chooses parts of an index's documents; headings are encoded once."""

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever
        self._headings: dict[tuple[str, Language], tuple[list[Section], np.ndarray]] = {}

    def choose(
        self, asked: Understanding, documents: Sequence[Document]
    ) -> tuple[Document, tuple[Section, ...]] | None:
        """
        Find the part that fits a question best; None where none fits.

        :param documents: those that may be meant, the likeliest first
        """
        best: tuple[float, Document, Section] | None = None
        for document in documents:
            question = beside_title(asked, document)
            sections, vectors = self._vectors_of(document, asked.language)
            if not sections:
                continue
            found = self._best(question, asked.language, document, sections, vectors)
            if found[0] >= LEAST and (best is None or found[0] > best[0]):
                best = (found[0], document, found[1])
        return (best[1], (best[2],)) if best else None

    def listed(
        self, asked: Understanding, documents: Sequence[Document]
    ) -> tuple[Document, tuple[Section, ...]] | None:
        """Find the sections, under one heading, of the things that a question lists."""
        for document in documents:
            things = _things_in(beside_title(asked, document))
            sections, vectors = self._vectors_of(document, asked.language)
            if len(things) >= LISTED and sections:
                if chosen := self._of_things(things, document, sections, vectors):
                    return document, chosen
        return None

    def _best(
        self,
        question: str,
        language: Language,
        document: Document,
        sections: Sequence[Section],
        vectors: np.ndarray,
    ) -> tuple[float, Section]:
        """Give the part that fits best by its heading, its words and the hits in it."""
        cosines = vectors @ self._retriever.encoder.encode_queries([question])[0]
        found = self._retriever.search(
            question, k=ALL, language=language, documents=frozenset((document.id,))
        )
        hits = {hit.ref: max(hit.score, 0.0) for hit in found.hits}
        topics = [translations_of(word) for word in dict.fromkeys(topic_words(question))]

        def best_hit(section: Section) -> float:
            below = (best_hit(child) for child in document.children(section.ref))
            return max(hits.get(section.ref, 0.0), *below, 0.0)

        def fit(section: Section, cosine: float) -> float:
            children = document.children(section.ref)
            held = [best_hit(child) for child in children]
            held += [hits.get(section.ref, 0.0)] if section.ref in hits or not children else []
            text = normalise(f"{section.heading} {_heading(document, section, language)}")
            told = cosine + BY_HITS * sum(held) / len(held) + BY_WORDS * share_held(topics, text)
            return told - OUTSIDE * _is_outside(document, section)

        fits = [(fit(s, float(c)), s) for s, c in zip(sections, cosines, strict=True)]
        return max(fits, key=lambda pair: pair[0])

    def _of_things(
        self,
        things: Sequence[str],
        document: Document,
        sections: Sequence[Section],
        vectors: np.ndarray,
    ) -> tuple[Section, ...]:
        """Give the sections of things that stand under one heading; all below it if as many."""
        cosines = vectors @ self._retriever.encoder.encode_queries(things).T
        best = zip(cosines.argmax(axis=0), cosines.max(axis=0), strict=True)
        near = [sections[at] for at, cosine in best if cosine >= NEAR]
        parents = [section.parent for section in near if section.parent]
        if not parents:
            return ()
        below = document.children(max(parents, key=parents.count))
        chosen = tuple(section for section in below if section in near)
        if len(chosen) < max(LISTED, len(things) - 1):
            return ()
        return below if len(below) == len(things) else chosen

    def _vectors_of(
        self, document: Document, language: Language
    ) -> tuple[list[Section], np.ndarray]:
        """Give the headed sections of a document with the vectors of their headings."""
        key = (document.id, language)
        if key not in self._headings:
            if len(self._headings) >= KEPT:
                self._headings.clear()
            headed = [s for s in document.sections if s.heading and s.ref != PREAMBLE]
            texts = [_heading(document, section, language) for section in headed]
            self._headings[key] = (headed, self._retriever.encoder.encode_passages(texts))
        return self._headings[key]


def beside_title(asked: Understanding, document: Document) -> str:
    """
    Give what a question asks of a document, without the words that its title and issuer hold.

    ``"简要说说“无废城市”建设的主要目标" -> "的主要目标"``, of 沅东省“无废城市”建设行动方案
    """
    question = WHOLE.sub(" ", SUMMARY.sub(" ", asked.core))
    title = normalise(f"{document.title} {document.issuer or ''} {title_of(document, 'en')}")
    rest = question
    for spelling in spelled_places(question, [document]).values():
        rest = re.sub(rf"\b{re.escape(spelling)}(?:['’]s)?", " ", rest)
    for word in topic_words(question):
        if share_held([translations_of(word)], title):
            pattern = re.escape(word) if HAN.search(word) else rf"\b{re.escape(word)}\b"
            rest = re.sub(pattern, " ", rest, flags=re.IGNORECASE)
    return rest if topic_words(rest) else question


def _things_in(question: str) -> list[str]:
    """Give the things that a question lists one behind the other, or in brackets."""
    found = LIST.search(question)
    things = ITEMS.split(found["inside"] or found["run"]) if found else []
    return [thing.strip() for thing in things if thing.strip()]


def _heading(document: Document, section: Section, language: Language) -> str:
    """Give a heading in a language, as printed where the document has no rendering."""
    rendered = english_heading(document, section) if language == "en" and document.rendering else ""
    return rendered or section.heading


def _is_outside(document: Document, section: Section) -> bool:
    """Say whether a section is of an annex or a box."""
    return any(ANNEX.match(normalise(step.label)) for step in document.path(section))
