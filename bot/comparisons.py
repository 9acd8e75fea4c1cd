"""
Compare what a question sets against each other, each side looked for by itself.

It is found by a heading that names it, else by a search. Responsible units are compared as sets,
numbers are stated side by side; anything else is answered by the best sentences of each side.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.citations import (
    CitationList,
    answer_from,
    cited_first,
    english_heading,
    english_ref,
    sentence_text,
)
from bot.comparison_sides import compares, coordinated, sides
from bot.details import missing_details
from bot.evidence import EvidenceReader, telling_first
from bot.letterhead import is_letterhead
from bot.name_places import is_printed_in
from bot.reply import Answer, CitedSentence
from bot.several import several_numbers
from bot.strings import Strings
from bot.task_wording import english_units
from bot.understanding import Understanding
from corpus.document import Document
from corpus.named_paths import resolve_all
from corpus.normalise import fold_script, normalise
from corpus.sections import Section
from corpus.terms import find_terms, term_spans
from corpus.units import read_unit
from index.retriever import Hit, Retriever, Search

UNITS = re.compile(r"单位|部门|哪家|\b(?:units|bodies|departments|agencies)\b", re.IGNORECASE)
DISTRICTS = re.compile(
    r"(?:的|哪些|哪几?个|几个|各个?|列出?|点名|参与)区县?(?:政府)?(?![域别分块间委])|区县?(?:的)?名单|\bdistricts\b",
    re.IGNORECASE,
)
# What is said of both sides and not of one.
BETWEEN = re.compile(
    r"^\W*(?:和|与|跟|、)+|分别|各自|各(?=是|有|为)|相比|[两三](?:个数|者)|\b(?:respectively|and|compare)\b",
    re.IGNORECASE,
)
PROPER = re.compile(r"\b(?:[A-Z][\w&]*|\w*\d\w*)(?:[ -](?:[A-Z][\w&]*|\w*\d\w*))*")
SENTENCES = 3  # shown of each side


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: the section found for it, and the search that found it."""

    hit: Hit
    document: Document
    section: Section
    search: Search


class Comparisons:
    """Answers comparisons over one index."""

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever
        self._index = retriever.index

    def compare(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | None:
        """Answer a comparison; None where the question is none or two sides are one section."""
        found = self._numbered(asked, search, scope) or self._worded(asked, scope)
        if not found:
            return None
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        districts = bool(DISTRICTS.search(fold_script(asked.core)))
        if asked.intent == "responsibility" or districts or UNITS.search(asked.core):
            sentences = self._units(found, asked, citations, strings)
        if not sentences and asked.intent != "responsibility":
            sentences = self._evidence(found, asked, citations)
        if not sentences:
            return None
        return answer_from(asked, sentences, citations, cited_first(search, citations))

    def _numbered(
        self, asked: Understanding, search: Search, scope: Sequence[Document]
    ) -> tuple[Side, ...]:
        """Find the sections that a comparison names by number."""
        if len(asked.named) < 2 or not compares(asked.core):
            return ()
        for document in scope:
            hits = {hit.ref: hit for hit in search.hits if hit.document == document.id}
            found = tuple(
                Side(hits[section.ref], document, section, search)
                for section in resolve_all(document, asked.named)
                if section.ref in hits
            )
            if len(found) == len(asked.named):
                return found
        return ()

    def _worded(self, asked: Understanding, scope: Sequence[Document]) -> tuple[Side, ...]:
        """Find the sections of the things that a comparison names in words."""
        found: list[Side] = []
        for question, name in _questions(asked.core):
            taken = [(side.document.id, side.section.ref) for side in found]
            side = self._find(question, name, asked, scope, taken=taken)
            if side is None:
                return ()
            found.append(side)
        return tuple(found)

    def numbers(
        self,
        asked: Understanding,
        search: Search,
        scope: Sequence[Document],
        number: Callable[[Understanding, Search, EvidenceReader], Answer | None],
        parts: Sequence[str] = (),
    ) -> Answer | None:
        """
        State the number of each side; None where one has none.

        :param number: answers a question for one number
        :param parts: the questions for one number each; those for the sides when empty
        """
        documents = frozenset(document.id for document in scope)
        citations = CitationList(self._index, asked.language)
        sentences: dict[str, CitedSentence] = {}
        for question in parts or [part for part, _ in _questions(asked.core)]:
            own = replace(asked, core=question, wants_quantity=True)
            found = self._retriever.search(
                question, k=10, language=asked.language, documents=documents
            )
            reader = EvidenceReader(
                self._retriever, found, quantity=True, title_words=asked.title_words
            )
            answer = number(own, found, reader)
            if answer is None:
                return None
            for sentence in citations.sentences_of(answer):
                sentences.setdefault(sentence.text, sentence)
        if not sentences:
            return None
        return answer_from(
            asked, tuple(sentences.values()), citations, cited_first(search, citations)
        )

    def of_documents(
        self, asked: Understanding, search: Search, sides: Sequence[Sequence[Document]]
    ) -> Answer | None:
        """Give the best sentences of each document that the question names; None for one name."""
        if len(sides) < 2:
            return None
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        for documents in sides:
            found = self._retriever.search(
                asked.core,
                k=10,
                language=asked.language,
                documents=frozenset(document.id for document in documents),
            )
            for hit in telling_first(found.hits, self._index)[:1]:
                document = self._index.document(hit.document)
                section = document.section(hit.ref)
                if section is not None:
                    side = Side(hit, document, section, found)
                    sentences += self._sentences(side, asked, citations)
        if not sentences:
            return None
        return answer_from(asked, sentences, citations, cited_first(search, citations))

    def _find(
        self,
        question: str,
        name: str,
        asked: Understanding,
        scope: Sequence[Document],
        *,
        taken: Sequence[tuple[str, str]],
    ) -> Side | None:
        """
        Find the section for one side: headed by it, else printing it, else the best one.

        A section that states the detail which is asked of the sides, a fine, goes before others.

        :param taken: the sections found before, which are not taken again
        """
        documents = frozenset(document.id for document in scope)
        search = self._retriever.search(
            question, k=10, language=asked.language, documents=documents
        )
        found = [
            Side(hit, document, section, search)
            for hit in search.hits
            if (section := (document := self._index.document(hit.document)).section(hit.ref))
        ]
        telling = [
            s for s in found if not is_letterhead(s.document, s.section.start, s.section.end)
        ]
        found = telling or found
        plain = normalise(name)
        headed = [s for s in found if _heads(s, plain)]
        printed = _printing(found, name)
        ordered = [*headed, *printed, *found]
        ordered.sort(key=lambda side: bool(missing_details(asked.core, _text(side))))
        return next((s for s in ordered if (s.document.id, s.section.ref) not in taken), None)

    def _units(
        self,
        compared: Sequence[Side],
        asked: Understanding,
        citations: CitationList,
        strings: Strings,
    ) -> list[CitedSentence]:
        """Compare the responsible units: each side's list, what all have, and what one has."""
        english = asked.language == "en"
        text = fold_script(asked.core)
        places_only = bool(DISTRICTS.search(text)) and not UNITS.search(text)
        template = strings.districts_of if places_only else strings.units_of
        units: list[tuple[str, ...]] = []
        markers: list[int] = []
        sentences: list[CitedSentence] = []
        for side in compared:
            lists = side.document.lists.get(side.section.ref, ())
            if not lists:
                return []
            printed = side.document.responsible(side.section.ref)
            parts = [part for unit in printed for part in read_unit(unit) if part.counts]
            if places_only:
                parts = [part for part in parts if part.is_place]
                printed = tuple(part.name for part in parts)
            own = tuple(dict.fromkeys(part.name for part in parts))
            if english:
                own, printed = (english_units(names, side.document) for names in (own, printed))
            units.append(own)
            span = (lists[0].start, lists[-1].end)
            markers.append(citations.cite(side.document, side.section, *span))
            text = template.format(
                name=_name(side, english), count=len(own), units=strings.name_comma.join(printed)
            )
            sentences.append(CitedSentence(text, (markers[-1],)))
        shared = [unit for unit in units[0] if all(unit in own for own in units[1:])]
        text = strings.units_shared.format(count=len(shared), units=strings.name_comma.join(shared))
        sentences.append(CitedSentence(text if shared else strings.units_none, tuple(markers)))
        for place, (side, own) in enumerate(zip(compared, units, strict=True)):
            others = {unit for other in (*units[:place], *units[place + 1 :]) for unit in other}
            only = [unit for unit in own if unit not in others]
            if only:
                text = strings.units_only.format(
                    name=_name(side, english), units=strings.name_comma.join(only)
                )
                sentences.append(CitedSentence(text, (markers[place],)))
        return sentences

    def _evidence(
        self, compared: Sequence[Side], asked: Understanding, citations: CitationList
    ) -> list[CitedSentence]:
        """Give the best sentences of each side."""
        return [
            sentence for side in compared for sentence in self._sentences(side, asked, citations)
        ]

    def _sentences(
        self, side: Side, asked: Understanding, citations: CitationList
    ) -> list[CitedSentence]:
        """Give the best sentences of one side."""
        sentences: list[CitedSentence] = []
        reader = EvidenceReader(
            self._retriever,
            side.search,
            quantity=asked.wants_quantity,
            title_words=asked.title_words,
        )
        for chosen in reader.best_sentences(side.hit, limit=SENTENCES):
            text = sentence_text(side.document, chosen.start, chosen.end, asked.language)
            if text:
                marker = citations.cite(side.document, side.section, chosen.start, chosen.end)
                sentences.append(CitedSentence(text, (marker,)))
        return sentences


def number_questions(question: str) -> tuple[str, ...]:
    """Part a question for several numbers, one behind the other or of several things."""
    parts = several_numbers(question)
    return parts or tuple(part for part, _ in _questions(question, coordinated(question)))


def _questions(question: str, named: Sequence[str] | None = None) -> tuple[tuple[str, str], ...]:
    """Ask for each side by itself: its name with what is asked of all, and its name."""
    named = sides(question) if named is None else named
    rest = question
    for name in named:
        rest = rest.replace(name, " ")
    rest = BETWEEN.sub(" ", rest)
    return tuple((f"{name} {rest}", name) for name in named)


def _printing(found: Sequence[Side], name: str) -> list[Side]:
    """Give the sections that print a side as it is called, else a proper name in it."""
    texts = [(side, normalise(_text(side))) for side in found]
    plain = normalise(name)
    proper = [plain[slice(*span)] for span in term_spans(plain)]
    for called in (plain, *proper, *map(normalise, PROPER.findall(name))):
        if printing := [side for side, text in texts if is_printed_in(called, text)]:
            return printing
    return []


def _text(side: Side) -> str:
    """Give the text of a section with its rendering."""
    start, end = side.section.start, side.section.end
    rendering = side.document.rendering.text(start, end) if side.document.rendering else ""
    return f"{side.document.text[start:end]} {rendering}"


def _heads(side: Side, plain: str) -> bool:
    """Say whether the heading names one side, by any name of it, or one side the heading."""
    heading = normalise(side.section.heading)
    if set(find_terms(plain)).intersection(find_terms(heading)):
        return True
    rendered = normalise(english_heading(side.document, side.section))
    return any(
        len(name) >= 2 and (name == plain or (len(plain) >= 3 and plain in name) or name in plain)
        for name in (heading, rendered)
    )


def _name(side: Side, english: bool) -> str:
    if not english:
        return f"「{side.section.heading}」({side.section.ref})"
    heading = english_heading(side.document, side.section)
    label = english_ref(side.document, side.section)
    return f"“{heading}” ({label})" if heading else label
