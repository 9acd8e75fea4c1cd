"""
Answers to questions for support: the measures that apply, then the general ones, with units.

The measures are parsed (:mod:`corpus.support`). What applies is read from the industries, kinds,
districts and sizes of company that the question names, and from the retriever.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.citations import CitationList, answer_from, sentence_text
from bot.evidence import EvidenceReader
from bot.originals import shown_text
from bot.plain_words import topic_words
from bot.profile import MEANS, Profile, names_kind, read_profile
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.target_wording import kind_of
from bot.understanding import Understanding
from corpus.document import Document
from corpus.sections import Section
from corpus.support import Measure, districts_of, find_measures, offers_nothing
from corpus.terms import Term, find_terms
from index.library import Index
from index.retriever import Hit, Search

MEASURES = 10  # sentences of one answer
LEAST_GENERAL, MOST_GENERAL = 3, 4  # of them general ones
FIT = 0.25  # on top of a sentence's score, for what it has of the question's profile
PROCEDURE = re.compile(
    "申报(?:材料|流程|程序|条件|表)|申请(?:材料|表|流程|程序)|办理(?:流程|程序|材料)|受理"
)
BRACKETED = re.compile(r"[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）]")
Span = tuple[str, str, int, int]  # document, ref, start and end of a sentence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be shown, with its score."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Topic:
    """The industries that a section's heading and its text name, and its districts."""

    document: str
    ref: str
    headed: frozenset[Term]
    named: frozenset[Term]
    places: frozenset[str]


class Support:
    """Finds the support measures of an index's documents; each document is parsed once."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def of(self, document: Document) -> tuple[Measure, ...]:
        """Give a document's measures in its order."""
        return self._index.derived(find_measures, document)

    def read(self, document: Document) -> None:
        """Read a document before a question needs it."""
        self.of(document)
        self._index.derived(_topics_of, document)

    def offers(
        self,
        asked: Understanding,
        scope: Sequence[Document],
        is_printed: Callable[[str], bool],
    ) -> bool:
        """
        Say whether documents offer the very kind of support that is asked for: 人才, 并购.

        :param is_printed: says whether a word stands in them; one that does not is another topic
        """
        wanted = read_profile(asked.core, scope, self.of).kinds - MEANS
        rest = (word for word in topic_words(asked.core) if not names_kind(word))
        offered = any(wanted.intersection(m.kinds) for d in scope for m in self.of(d))
        return offered and all(map(is_printed, rest))

    def answer(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | None:
        """Give the measures that apply, then the general ones; None where there is none."""
        hits = [hit for hit in reader.sections() if self._offers(hit)] or reader.sections()
        documents = [d for d in scope if any(hit.document == d.id for hit in hits)]
        profile = read_profile(asked.core, documents, self.of)
        if profile.is_empty:
            return self._every(asked, search, strings, scope)
        measures = [m for document in documents for m in self.of(document)]
        scores = self._scores(measures, reader, profile)
        fitting = self._fitting(documents, measures, hits, reader, profile, scores)
        shown = {candidate.span for candidate in fitting}
        room = min(MOST_GENERAL, max(LEAST_GENERAL, MEASURES - len(fitting)))
        general = [
            Candidate(span, scores[span])
            for span in dict.fromkeys(_span(m) for m in measures if m.general)
            if span not in shown and not profile.only_kind
        ]
        general = sorted(general, key=lambda c: (-c.score, c.span))[:room]
        if not fitting and not general:
            return None
        citations = CitationList(self._index, asked.language)
        sentences = self._group([c.span for c in fitting], asked, citations, strings)
        if general:
            rest = self._group([c.span for c in general], asked, citations, strings)
            markers = sorted({self._cite(c.span, citations) for c in general})
            header = strings.support_general.format(count=len(general))
            sentences += [CitedSentence(header, tuple(markers), is_heading=True), *rest]
        opening = strings.support_fitting.format(count=len(fitting)) if fitting else ""
        closing = self._closing(asked, documents, measures, profile, strings)
        return answer_from(asked, sentences, citations, search, opening=opening, closing=closing)

    def _offers(self, hit: Hit) -> bool:
        document = self._index.document(hit.document)
        section = document.section(hit.ref)
        return section is not None and not offers_nothing(document, section)

    def _fitting(
        self,
        documents: Sequence[Document],
        measures: Sequence[Measure],
        hits: Sequence[Hit],
        reader: EvidenceReader,
        profile: Profile,
        scores: dict[Span, float],
    ) -> list[Candidate]:
        """Choose what applies: the best sections' sentences, and the measures that fit."""
        found: dict[Span, float] = {}
        near = {(hit.document, hit.ref) for hit in hits}
        headed = [h for h in self._headed(documents, profile) if (h.document, h.ref) not in near]
        for place, hit in enumerate([*hits, *headed]):
            bonus = FIT * 2 if place == 0 or place >= len(hits) else 0.0
            for sentence in reader.best_sentences(hit, first=place == 0):
                span = (hit.document, hit.ref, sentence.start, sentence.end)
                found[span] = sentence.score + bonus
        for measure in measures:
            if profile.fits(measure):
                found.setdefault(_span(measure), scores[_span(measure)])
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        room = MEASURES - LEAST_GENERAL
        first: dict[tuple[str, str], Span] = {}  # every section keeps its best sentence
        for span, _ in ranked:
            first.setdefault(span[:2], span)
        kept = list(first.values())[:room]
        if hits and not self._is_readable(hits[0], reader):  # what is left out could not be guessed
            whole = [span for span in found if span[:2] == (hits[0].document, hits[0].ref)]
            kept = list(dict.fromkeys((*whole, *kept)))[:room]
        kept += [span for span, _ in ranked if span not in kept][: room - len(kept)]
        return [Candidate(span, found[span]) for span in kept]

    def _is_readable(self, hit: Hit, reader: EvidenceReader) -> bool:
        """Say whether a section has text in the language of the question."""
        document, chunk = self._index.document(hit.document), self._index.chunks[hit.chunk]
        language = reader.search.language
        return sentence_text(document, chunk.start, chunk.end, language) is not None

    def _headed(self, documents: Sequence[Document], profile: Profile) -> Iterator[Hit]:
        """Give the sections that the question's industry heads, or names beside its district."""
        wanted = {
            (topic.document, topic.ref)
            for document in documents
            for topic in self._index.derived(_topics_of, document)
            if profile.industries & topic.headed
            or (profile.industries & topic.named and profile.places & topic.places)
        }
        for number, chunk in enumerate(self._index.chunks):
            if (chunk.document, chunk.ref) in wanted:
                wanted.discard((chunk.document, chunk.ref))
                yield Hit(chunk.document, chunk.ref, 0.0, 0, number, 0.0)

    def _scores(
        self, measures: Sequence[Measure], reader: EvidenceReader, profile: Profile
    ) -> dict[Span, float]:
        """Score the sentence of each measure: as evidence, and by what it has of the profile."""
        measures = [m for m in measures if m.general or profile.fits(m)]
        wanted = {(m.document, m.ref) for m in measures}
        by_span: dict[Span, float] = {}
        for number, chunk in enumerate(self._index.chunks):
            if (chunk.document, chunk.ref) in wanted:
                hit = Hit(chunk.document, chunk.ref, 0.0, 0, number, 0.0)
                for s in reader.sentences(hit):
                    by_span[chunk.document, chunk.ref, s.start, s.end] = s.score
        scores: dict[Span, float] = {}
        for measure in measures:
            span = _span(measure)
            score = by_span.get(span, 0.0) + FIT * profile.overlap(measure)
            scores[span] = max(score, scores.get(span, score))
        return scores

    # A question that names nothing: every general measure

    def _every(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Give the measures of every kind in the document's order, counted."""
        measures = [m for document in scope for m in self.of(document)]
        general = [m for m in measures if m.general] or measures
        if not general:
            return None
        spans = list(dict.fromkeys(_span(m) for m in general))
        others = len({_span(m) for m in measures}) - len(spans)
        count = len(spans)
        if count > MEASURES + 2:
            spans = _one_of_each_kind(general)
        citations = CitationList(self._index, asked.language)
        sentences = self._group(spans, asked, citations, strings)
        template = strings.support_every if count == len(spans) else strings.support_kinds
        opening = template.format(count=count, shown=len(spans))
        closing = self._closing(asked, scope, measures, None, strings)
        if others > 0:
            closing = strings.support_others.format(count=others) + strings.space + closing
        return answer_from(asked, sentences, citations, search, opening=opening, closing=closing)

    # Wording

    def _group(
        self,
        spans: Iterable[Span],
        asked: Understanding,
        citations: CitationList,
        strings: Strings,
    ) -> list[CitedSentence]:
        """Word sentences by section in the document's order, each section with its units."""
        order = {document.id: place for place, document in enumerate(self._index.documents)}
        ordered = sorted(spans, key=lambda span: (order[span[0]], span[2]))
        sentences: list[CitedSentence] = []
        for place, (document_id, ref, start, end) in enumerate(ordered):
            document = self._index.document(document_id)
            section = document.section(ref)
            assert section is not None
            marker = citations.cite(document, section, start, end)
            text = shown_text(document, section, start, end, asked.language, strings)
            if sentences and sentences[-1].text == text:
                merged = (*sentences[-1].citations, marker)
                sentences[-1] = replace(sentences[-1], citations=merged)
            else:
                sentences.append(CitedSentence(text, (marker,)))
            last = place + 1 == len(ordered) or ordered[place + 1][:2] != (document_id, ref)
            if last:
                sentences += self._units(document, section, asked, citations)
        return sentences

    def _cite(self, span: Span, citations: CitationList) -> int:
        document = self._index.document(span[0])
        section = document.section(span[1])
        assert section is not None
        return citations.cite(document, section, span[2], span[3])

    def _units(
        self, document: Document, section: Section, asked: Understanding, citations: CitationList
    ) -> Iterator[CitedSentence]:
        """Give the list of the units to turn to, the section's or that of one above."""
        for step in reversed(document.path(section)):
            for units in document.lists.get(step.ref, ()):
                text = sentence_text(document, units.start, units.end, asked.language)
                if text:
                    marker = citations.cite(document, step, units.start, units.end)
                    yield CitedSentence(_without_brackets(text), (marker,))
            if document.lists.get(step.ref):
                return

    def _closing(
        self,
        asked: Understanding,
        documents: Sequence[Document],
        measures: Sequence[Measure],
        profile: Profile | None,
        strings: Strings,
    ) -> str:
        """Say what the document does not state: amounts, procedures, who qualifies."""
        kind = kind_of(documents[0], asked, strings) if len(documents) == 1 else strings.document
        said: list[str] = []
        if not any(measure.amount for measure in measures):
            said.append(strings.no_amount)
        if not any(PROCEDURE.search(document.plain) for document in documents):
            said.append(strings.no_procedure.format(document=kind))
        if profile and profile.oneself and not any(measure.condition for measure in measures):
            said.append(strings.no_criteria.format(document=kind))
        return strings.space.join(said)


def _topics_of(document: Document) -> tuple[Topic, ...]:
    """Give what each section of a document is about."""
    districts = districts_of(document)
    return tuple(_topic(document, section, districts) for section in document.sections)


def _topic(document: Document, section: Section, districts: Sequence[str]) -> Topic:
    text = document.plain[section.start : section.end]
    return Topic(
        document=document.id,
        ref=section.ref,
        headed=frozenset(find_terms(section.heading)),
        named=frozenset(find_terms(text)),
        places=frozenset(name for name in districts if name in text),
    )


def _without_brackets(text: str) -> str:
    """Take the brackets around a list off; those of its last name stay."""
    return text[1:-1] if BRACKETED.fullmatch(text) else text


def _span(measure: Measure) -> Span:
    return measure.document, measure.ref, measure.sentence_start, measure.sentence_end


def _one_of_each_kind(measures: Sequence[Measure]) -> list[Span]:
    """Choose the first measure of each kind, and fill up from the front."""
    chosen: dict[Span, None] = {}
    seen: set[str] = set()
    for measure in measures:
        if not seen.issuperset(measure.kinds):
            seen.update(measure.kinds)
            chosen.setdefault(_span(measure))
    return list(chosen)[:MEASURES]
