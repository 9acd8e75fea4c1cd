"""
Choose the sentences that answer: the extractive answerer's reading of the search.

Sections come from the retriever. Inside a section, a sentence is scored by its cosine with the
question and by the share of the question's words that it holds, each word weighed by its
rarity. Everything here is deterministic.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.definitions import defined_term, defines
from bot.due_years import SET, asks_when
from bot.letterhead import is_letterhead
from bot.name_kinds import asked_kinds, named_beside
from bot.plain_words import NO_TITLES, TitleWords
from corpus.language import Language
from corpus.normalise import normalise
from corpus.terms import find_terms
from index.lexical import words
from index.library import Index
from index.retriever import Evidence, Hit, Retriever, Search

MARGIN = 1.3  # how far below the first section's score another is still cited
MAX_SECTIONS = 4
LEXICAL_WEIGHT = 0.5  # of the share of shared words beside the cosine
SHORT = 240  # characters of a first section that is shown whole: its sentences lean on each other
FIRST_LIMIT, FIRST_MARGIN = 4, 0.35  # sentences of the first section: how many, how far below
OTHER_LIMIT, OTHER_MARGIN = 2, 0.15  # sentences of each further section
NUMBER_BONUS = 0.25  # for a sentence that states a number where one is asked for
NAME_BONUS = 0.3  # for a sentence that prints a name which the question asks about
NEAREST = 3  # sections of which those go first that print what must be named
NAMED_SECTIONS = 4  # a name that stands in more of them tells nothing apart
NAMED_KINDS = frozenset({"firm", "programme"})
QUOTED = re.compile(r"[“\"「『《‘]([^”\"」』》’]{2,20})[”\"」』》’]")
NUMBER_SECTIONS = 5  # in which a question for a number looks for it


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence of the source with its score for the question."""

    start: int
    end: int
    score: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Strength:
    """How well the best evidence fits: what the refusal is decided on."""

    cosine: float  # of the best sentence
    coverage: float  # share of the question's words, by rarity, in the best sections
    unknown: float  # share of the question's words, by rarity, that no document holds
    number: float = 0.0  # cosine of the best clause that states a number


class EvidenceReader:
    """Reads one search result; nothing is remembered between questions."""

    def __init__(
        self,
        retriever: Retriever,
        search: Search,
        *,
        quantity: bool = False,
        title_words: TitleWords = NO_TITLES,
    ) -> None:
        """
        Read a search.

        :param quantity: whether the question asks for a number
        :param title_words: those that the titles of all documents share
        """
        self.retriever = retriever
        self.search = search
        self.quantity = quantity
        self._title_words = title_words
        self._weights: dict[Language, dict[str, float]] = {}

    def weights(self, language: Language) -> dict[str, float]:
        """Give the question's words in a language with their rarity."""
        if language not in self._weights:
            lexical = self.retriever.index.lexical[language]
            count = len(self.retriever.index.chunks)
            weights: dict[str, float] = {}
            for word in dict.fromkeys(words(self.search.searched, language)):
                holding = lexical.holding(word) if lexical.knows(word) else 0
                weights[word] = math.log((count + 1) / (holding + 0.5))
            self._weights[language] = weights
        return self._weights[language]

    def share(self, text: str, language: Language) -> float:
        """Give the share of the question's words, by rarity, that a text holds: 0 to 1."""
        asked = self.weights(language)
        total = sum(asked.values())
        held = set(words(text, language))
        return sum(w for word, w in asked.items() if word in held) / total if total else 0.0

    def sections(self) -> list[Hit]:
        """
        Choose the sections to cite: the first, those that come close, and those that print a name.

        A name that the question asks about and that stands in few sections is looked up in all of
        them: what the plan says of a firm may stand in two places.
        """
        hits = self._wanted_first(
            self._defining_first(telling_first(self.search.hits, self.retriever.index))
        )
        if not hits:
            return []
        close = [hit for hit in hits[1:MAX_SECTIONS] if hit.score >= hits[0].score - MARGIN]
        chosen = [hits[0], *close]
        return chosen + [hit for hit in hits if hit not in chosen and self._prints_name(hit)]

    def _defining_first(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """Put the section first that defines the word whose meaning is asked for."""
        found = self.defining
        return [found, *(hit for hit in hits if hit is not found)] if found else hits

    def _wanted_first(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """Put those of the best sections first that print the kind of name asked for, or a year."""
        if not self.wanted:
            return hits
        question, titles = self.search.searched, self._title_words
        wanted = [hit for hit in hits[:NEAREST] if self._has_wanted(self._text(hit))]
        if not wanted:
            wanted = [hit for hit in hits if named_beside(question, self._text(hit), titles)]
        return [*wanted, *(hit for hit in hits if hit not in wanted)]

    def _has_wanted(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in self.wanted)

    @cached_property
    def wanted(self) -> tuple[re.Pattern[str], ...]:
        """Give what an answer must print: a name of the kind that is asked for, a year."""
        kinds = tuple(kind.printed for kind in asked_kinds(self.search.searched))
        return (*kinds, SET) if asks_when(self.search.searched) else kinds

    @cached_property
    def defining(self) -> Hit | None:
        """Give the best section that defines the word whose meaning is asked for, if any."""
        term = defined_term(self.search.searched)
        chunks = self.retriever.index.chunks
        found = (h for h in self.search.hits if term and defines(chunks[h.chunk].text, term))
        return next(found, None)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Give the names in the question that few sections print: quoted ones and known terms."""
        texts = self.retriever.index.plain_texts
        asked = [normalise(name) for name in QUOTED.findall(self.search.searched)]
        for term in find_terms(self.search.searched):
            if term.kind in NAMED_KINDS:
                asked += [normalise(name) for name in (*term.chinese, *term.english)]
            asked += map(normalise, term.near)
        holding = {name: sum(name in text for text in texts) for name in asked if len(name) >= 2}
        return tuple(name for name, count in holding.items() if 0 < count <= NAMED_SECTIONS)

    def _prints_name(self, hit: Hit) -> bool:
        return any(name in self.retriever.index.plain_texts[hit.chunk] for name in self.names)

    def sentences(self, hit: Hit) -> list[ScoredSentence]:
        """Score the sentences of a hit's chunk that are more than its heading, best first."""
        index = self.retriever.index
        chunk = index.chunks[hit.chunk]
        document = index.document(hit.document)
        section = document.section(hit.ref)
        body = section.heading_end if section and section.heading else 0
        clauses = {
            (clause.start, clause.end): clause.cosine
            for clause in self.retriever.evidence(self.search.vector, hit.chunk, "clause")
        }
        below = [
            item
            for item in self.retriever.evidence(self.search.vector, hit.chunk)
            if item.end > body
        ]
        told = [item for item in below if not is_letterhead(document, item.start, item.end)]
        scored = [
            self._score(item, hit.document, clauses.get((item.start, item.end)))
            for item in told or below
        ]
        if not scored:
            whole = Evidence(chunk.start, chunk.end, hit.cosine)
            scored = [self._score(whole, hit.document, None)]
        return sorted(scored, key=lambda s: (-s.score, s.start))

    def best_sentences(
        self, hit: Hit, *, first: bool = True, limit: int | None = None
    ) -> list[ScoredSentence]:
        """Choose the sentences of a section to show, in source order."""
        scored = self.sentences(hit)
        if first and limit is None and self._is_short(hit):
            return sorted(scored, key=lambda s: s.start)
        margin = FIRST_MARGIN if first else OTHER_MARGIN
        limit = limit or (FIRST_LIMIT if first else OTHER_LIMIT)
        kept = [s for s in scored[:limit] if s.score >= scored[0].score - margin]
        return sorted(kept, key=lambda s: s.start)

    def _is_short(self, hit: Hit) -> bool:
        section = self.retriever.index.document(hit.document).section(hit.ref)
        return section is not None and section.end - section.start <= SHORT

    def strength(self, hits: Sequence[Hit]) -> Strength:
        """Measure how well the best sections fit the question."""
        if not hits:
            return Strength(0.0, 0.0, 1.0)
        cosine = max((s.cosine for hit in hits for s in self.sentences(hit)), default=0.0)
        coverage = max(self.share(self._text(hit), self.search.language) for hit in hits)
        lexical = self.retriever.index.lexical[self.search.language]
        asked = self.weights(self.search.language)
        total = sum(asked.values())
        unknown = sum(w for word, w in asked.items() if not lexical.knows(word))
        clauses = (
            clause.cosine
            for hit in self.search.unraised[:NUMBER_SECTIONS]
            for clause in self.retriever.evidence(self.search.vector, hit.chunk, "clause")
        )
        return Strength(
            cosine, coverage, unknown / total if total else 0.0, max(clauses, default=0.0)
        )

    def _text(self, hit: Hit) -> str:
        """Give a hit's text in the question's language where there is one."""
        chunk = self.retriever.index.chunks[hit.chunk]
        document = self.retriever.index.document(hit.document)
        if self.search.language == "en" and document.rendering:
            return document.rendering.text(chunk.start, chunk.end)
        return chunk.text

    def _score(self, item: Evidence, document_id: str, clause: float | None) -> ScoredSentence:
        document = self.retriever.index.document(document_id)
        text = document.text[item.start : item.end]
        if self.search.language == "en" and document.rendering:
            text = document.rendering.text(item.start, item.end)
        score = item.cosine + LEXICAL_WEIGHT * self.share(text, self.search.language)
        if self._has_wanted(text) or any(name in normalise(text) for name in self.names):
            score += NAME_BONUS
        if self.quantity and clause is not None:
            score += NUMBER_BONUS + max(0.0, clause - item.cosine)
        return ScoredSentence(item.start, item.end, score, item.cosine)


def telling_first(hits: Sequence[Hit], index: Index) -> Sequence[Hit]:
    """Put those sections last that hold a title, a number and addressees, and no more."""

    def is_empty(hit: Hit) -> bool:
        chunk = index.chunks[hit.chunk]
        return is_letterhead(index.document(hit.document), chunk.start, chunk.end)

    return sorted(hits, key=is_empty)
