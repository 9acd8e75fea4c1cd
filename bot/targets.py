"""
Answers to questions for a number: the number first, then the sentence that states it.

The facts are parsed (:mod:`corpus.targets`); which of them a question means is read from the
cosine of its clause, the words that it shares with the question and the unit that is asked for.
"""

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from bot.amounts import english_clause
from bot.citations import CitationList, answer_from, sentence_text
from bot.counterparts import identity_of
from bot.evidence import LEXICAL_WEIGHT, EvidenceReader, ScoredSentence
from bot.joint_numbers import asks_split, is_joint
from bot.number_parts import numbers_of_parts
from bot.numbers import (
    asks_number,
    has_unit_asked,
    is_measure_for_count,
    number_clauses,
    numbers_asked,
)
from bot.originals import shown_text
from bot.reply import Answer, CitedSentence
from bot.respective import respective
from bot.stated_numbers import Contexts, is_contradicted, is_given, is_of_several
from bot.strings import Strings
from bot.target_choice import (
    RANK_PENALTY,
    RANK_PENALTY_FOREIGN,
    Scored,
    in_year,
    is_condition,
    meant,
    ordered,
    own_clauses,
    paired,
    places_before,
    preference,
    rivals,
    section_key,
    whole_first,
)
from bot.target_wording import target_line
from bot.together import by_document
from bot.understanding import Understanding, find_years
from corpus.asked_numbers import unit_classes
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import fold_script, normalise
from corpus.targets import Target, clauses, find_targets
from index.library import Index
from index.retriever import Hit, Search
from index.rows import KINDS

SECTIONS = 5  # of the best hits, in which a number is looked for
RAISED = 3  # of those that stated numbers make the best, in which it is looked for as well
LEAST = 0.35  # score below which no target answers
LEAST_FOREIGN = 0.25  # and where the document has no text in the language of the question
PLAINLY = 0.6  # the same where the question asks for a goal, not plainly for a number
NEXT = 0.1  # how far below the best another target may be what is asked for
CLOSE = 0.06  # how near another target's score must be for its sentence to be shown too
MOST_LINES = 60  # of an answer over several documents
ALL_GOALS = re.compile(
    r"(?:量化|数字|定量|数量|具体|主要|发展|规划)?(?:的)?(?:目标|指标)(?:都|分别)?(?:有|是)?(?:哪些|哪几|什么|几个)|"
    r"(?:所有|全部|哪些|每(?:一)?个|各(?:项|个)?|列(?:出|举))[^,，。?？]{0,10}(?:量化|数字|定量)[^,，。?？]{0,4}(?:目标|指标)|"
    r"(?:量化|定量|数字(?:性|化)?)(?:的)?(?:目标|指标)|"
    r"\b(?:all|every|list|each|which|what)\b[^?.]{0,30}\b(?:numeric(?:al)?|quantitative|quantified|number)\b"
    r"[^?.]{0,12}\b(?:targets?|goals?|figures?)\b|\b(?:list|give|name|show)\b[^?.]{0,16}\b(?:all|every|each)\b[^?.]{0,10}\btargets\b",
    re.IGNORECASE,
)
QUANTIFIED = re.compile(r"量化|定量|数字|指标|numeric|quanti|\btargets\b", re.IGNORECASE)


class Targets:
    """Finds the stated quantities of an index's documents; each document is parsed once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._words: Contexts | None = None

    def of(self, document: Document) -> tuple[Target, ...]:
        """Give a document's stated quantities in its order."""
        return self._index.derived(find_targets, document)

    # All targets

    def listed(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """List every target of the year that is asked for, in order and counted; else None."""
        wanted = [
            target
            for document in scope
            for target in self.of(document)
            if target.aimed and (not asked.years or target.year in asked.years)
        ]
        if not wanted:
            return None
        citations = CitationList(self._index, asked.language)
        documents = [
            self._index.document(name) for name in dict.fromkeys(t.document for t in wanted)
        ]
        sizes = [sum(t.document == document.id for t in wanted) for document in documents]
        counts = [strings.target_count.format(count=size) for size in sizes]
        opening = strings.targets.format(count=len(wanted))
        closing = ""
        if len(wanted) > MOST_LINES and len(documents) > 1:  # the first of each document
            first = {target.document: target for target in reversed(wanted)}
            wanted = [first[document.id] for document in documents]
            closing = strings.ask_document
        sentences = self._lines(wanted, citations, asked, strings)
        if apart := by_document(documents, counts, asked.language, strings):
            opening = strings.targets_apart.format(
                documents=len(documents), count=sum(sizes), counts=apart
            )
        return answer_from(asked, sentences, citations, search, opening=opening, closing=closing)

    # One target

    def number(
        self, asked: Understanding, search: Search, reader: EvidenceReader, strings: Strings
    ) -> Answer | None:
        """Answer with the target that the question means; None where none fits."""
        if not asks_number(asked):
            return None
        scored: Sequence[Scored] = self._stated(asked, search, reader)
        if not scored or scored[0].score < self._least(scored[0].target, asked):
            return None
        source = self._index.document(scored[0].target.document)
        scored = whole_first(scored, source, asked.core, asked.language)
        citations = CitationList(self._index, asked.language)
        parts = numbers_of_parts(asked, search, reader, self._stated)
        cases = [] if parts else rivals(scored)
        if parts:
            sentences, near = self._lines(parts, citations, asked, strings), parts
        elif len(cases) > 1:
            sentences, near = [], cases
        elif (
            scored[0].target.aimed
            or section_key(scored[0].target) == section_key(search.hits[0])
            or (unit_classes(asked.core) and scored[0].score >= PLAINLY)
        ):
            best = self._paired(meant(scored, asked.core), asked)
            sentences = self._lines(best, citations, asked, strings)
            near = [s.target for s in scored if s.score >= scored[0].score - CLOSE]
        else:
            return None
        if not _is_readable(self._index.document(near[0].document), near[0], asked):
            place = section_key(near[0])  # one who cannot choose among its sentences gets them all
            near += [s.target for s in scored if section_key(s.target) == place]
        shown = dict.fromkeys((t.document, t.ref, t.sentence_start, t.sentence_end) for t in near)
        for document_id, ref, start, end in shown:
            document = self._index.document(document_id)
            section = document.section(ref)
            if section:
                text = shown_text(document, section, start, end, asked.language, strings)
                cited = citations.cite(document, section, start, end)
                sentences.append(CitedSentence(text, (cited,)))
        return answer_from(asked, sentences, citations, search)

    def _paired(self, targets: Sequence[Target], asked: Understanding) -> list[Target]:
        """Give for each target the one that goes with the condition which the question names."""
        found: list[Target] = []
        for target in targets:
            document = self._index.document(target.document)
            beside = [t for t in self.of(document) if t.ref == target.ref]
            best = paired(target, beside, document, asked.core)
            if best is target and len(targets) == 1:
                best = respective(target, beside, document, asked.core)
            found.append(best)
        return found

    def in_years(self, asked: Understanding, scope: Sequence[Document]) -> bool:
        """
        Say whether the documents set any number for a year that the question names.

        What a document of that year says without a year is of that year.
        """
        for document in scope:
            titled = find_years(document.title)
            own = len(titled) == 1 and titled[0] in asked.years
            if any(t.year in asked.years or (own and t.year is None) for t in self.of(document)):
                return True
        return False

    def states(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        least: float | None = None,
    ) -> bool:
        """
        Say whether the best sections state the number that a question plainly asks for.

        :param least: the score that it must have, where another one is wanted than usual
        """
        best = self.best_stated(asked, search, reader)
        if best is None:
            return False
        return best.score >= (self._least(best.target, asked) if least is None else least)

    def best_stated(
        self, asked: Understanding, search: Search, reader: EvidenceReader
    ) -> Scored | None:
        """Give the number of the best sections that is most likely asked for, if there is one."""
        return next(iter(self._stated(asked, search, reader)), None)

    def joint(
        self, asked: Understanding, search: Search, reader: EvidenceReader
    ) -> tuple[Document, Target] | None:
        """Give the number that a question wants of one thing and that is of several; else None."""
        if not asks_split(asked.core):
            return None
        best: float | None = None
        for scored in self._scored(asked, search, reader):
            target, document = scored.target, self._index.document(scored.target.document)
            best = scored.score if best is None else best
            if scored.score < best - NEXT:
                return None
            if has_unit_asked(target, document, asked.core) and is_joint(
                target, document, asked.core, asked.language
            ):
                return document, target
        return None

    def states_foreign(self, asked: Understanding, search: Search, reader: EvidenceReader) -> bool:
        """Say whether they do in a document that has no text in the language of the question."""
        scored = self._stated(asked, search, reader) if asked.wants_quantity else []
        if not scored or not self._is_foreign(scored[0].target.document, asked.language):
            return False
        return scored[0].score >= LEAST_FOREIGN

    def _least(self, target: Target, asked: Understanding) -> float:
        """Give the score below which a target is not the one that a question means."""
        if self._is_foreign(target.document, asked.language):
            return LEAST_FOREIGN
        return LEAST if asked.wants_quantity else PLAINLY

    def _is_foreign(self, name: str, language: Language) -> bool:
        """Say whether a document has no text in a language, so that no words can be shared."""
        return not self._index.derived(identity_of, self._index.document(name)).speaks(language)

    def _stated(self, asked: Understanding, search: Search, reader: EvidenceReader) -> list[Scored]:
        """Score targets as :meth:`_scored` does, from the first on that is what is asked for."""
        scored = self._scored(asked, search, reader)
        question, lexical = fold_script(asked.core), self._index.lexical[asked.language]
        parts = number_clauses(question)
        several = numbers_asked(question) > 1 and parts == (question,)
        best: float | None = None
        for place, (target, score) in enumerate((s.target, s.score) for s in scored):
            document = self._index.document(target.document)
            foreign = self._is_foreign(target.document, asked.language)
            fitting = [
                part
                for part in parts
                if (several or has_unit_asked(target, document, part))
                and not (foreign and is_measure_for_count(target.unit, part))
                and not is_contradicted(target, document, part)
            ]
            if is_given(target, question) or not fitting:
                continue
            best = score if best is None else best
            if score < best - NEXT:
                break
            contexts = self._contexts(reader)
            if not is_of_several(target, document, question) and not all(
                contexts.is_elsewhere(target, document, part, lexical) for part in fitting
            ):
                return scored[place:]
        return []

    def _contexts(self, reader: EvidenceReader) -> Contexts:
        if self._words is None:
            self._words = Contexts(reader.retriever.encoder)
        return self._words

    def _lines(
        self,
        targets: Sequence[Target],
        citations: CitationList,
        asked: Understanding,
        strings: Strings,
    ) -> list[CitedSentence]:
        """Word targets, each once, and cite their clauses."""
        lines: dict[str, tuple[int, ...]] = {}
        for target in targets:
            document = self._index.document(target.document)
            section = document.section(target.ref)
            assert section is not None
            text = target_line(document, target, asked, strings)
            marker = citations.cite(document, section, target.start, target.end)
            lines[text] = tuple(dict.fromkeys((*lines.get(text, ()), marker)))
        return [CitedSentence(text, markers) for text, markers in lines.items()]

    def _scored(self, asked: Understanding, search: Search, reader: EvidenceReader) -> list[Scored]:
        """Score the targets of the best sections, best first."""
        question = normalise(asked.core)
        found: list[Scored] = []
        hits = [*search.unraised[:SECTIONS]]
        hits += [hit for hit in search.hits[:RAISED] if hit not in hits]
        for hit in hits:
            document = self._index.document(hit.document)
            rank = places_before(hit, hits, document)
            cosines = self._clause_cosines(hit, search)
            scored = reader.sentences(hit)
            foreign = self._is_foreign(hit.document, asked.language)
            for target in self.of(document):
                if target.ref != hit.ref or not in_year(target, asked.years, document.title):
                    continue
                if is_condition(target, document, question):
                    continue
                score = self._score(document, target, reader, cosines, scored)
                score += preference(target, document, question, asked.years)
                score -= (RANK_PENALTY_FOREIGN if foreign else RANK_PENALTY) * rank
                found.append(Scored(target, score))
        return ordered(found, question)

    def _score(
        self,
        document: Document,
        target: Target,
        reader: EvidenceReader,
        cosines: dict[str, float],
        scored: Sequence[ScoredSentence],
    ) -> float:
        """Add the cosine of the target's clause and its share of the question's words."""
        alike = [
            other
            for other in self.of(document)
            if other.ref == target.ref and not is_condition(other, document, reader.search.searched)
        ]
        texts = [document.text[a:b] for a, b in own_clauses(document, target, alike)]
        rendered = english_clause(document, target)
        best = max((cosines.get(_digest(text), -1.0) for text in texts), default=-1.0)
        if rendered:
            parts = (rendered[a:b] for a, b in clauses(rendered, 0, len(rendered)))
            best = max([best, *(cosines.get(_digest(part), -1.0) for part in parts)])
        if best == -1.0:  # a sentence of one clause is not embedded again
            span = (target.sentence_start, target.sentence_end)
            best = max((s.cosine for s in scored if (s.start, s.end) == span), default=-1.0)
        language = reader.search.language
        text = rendered if language == "en" and rendered else " ".join([*texts, target.quantity])
        return best + LEXICAL_WEIGHT * reader.share(text, language)

    def _clause_cosines(self, hit: Hit, search: Search) -> dict[str, float]:
        """Give the cosine of each clause of a hit's section, by the hash of its text."""
        index = self._index
        first = last = hit.chunk  # the chunks of a section stand together
        place = (hit.document, hit.ref)
        while first and section_key(index.chunks[first - 1]) == place:
            first -= 1
        while last + 1 < len(index.chunks) and section_key(index.chunks[last + 1]) == place:
            last += 1
        start, end = index.row_starts[[first, last + 1]]
        rows = index.rows[start:end]
        clauses = np.flatnonzero(rows["kind"] == KINDS.index("clause"))
        cosines = index.vectors.take(start + clauses) @ search.vector
        hashes = (text.decode() for text in rows["hash"][clauses].tolist())
        return dict(zip(hashes, cosines.tolist(), strict=True))


def asks_all_targets(asked: Understanding) -> bool:
    """Say whether a question is for all targets that are numbers."""
    text = normalise(asked.core)
    return bool(ALL_GOALS.search(text) and QUANTIFIED.search(text))


def _is_readable(document: Document, target: Target, asked: Understanding) -> bool:
    span = (target.sentence_start, target.sentence_end)
    return sentence_text(document, *span, asked.language) is not None


def _digest(text: str) -> str:
    return hashlib.sha256(text.strip(" 。.").encode()).hexdigest()[:24]
