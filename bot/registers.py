"""
Answers from the responsibility lists: complete, in the document's order, counted.

Who is responsible for something, and what a body is responsible for.
"""

import re
from collections.abc import Sequence

from bot.citations import (
    CitationList,
    answer_from,
    english_heading,
    english_ref,
    nearest_sections,
    sentence_text,
)
from bot.evidence import EvidenceReader
from bot.paths import resolve_path
from bot.reply import Answer, CitedSentence, Refusal
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.document import Document
from corpus.language import Language
from corpus.organisations import (
    GROUP,
    Organisation,
    known_organisations,
    sections_naming,
    sections_with_group,
    unit_body,
)
from corpus.responsibility import ResponsibilityList
from corpus.sections import Section
from corpus.sentences import split_sentences
from index.library import Index
from index.retriever import Hit, Search

JOINT = re.compile(r"共同|一起|都|联合|同时|\bjoint|\bboth\b|\btogether\b|\bshare", re.IGNORECASE)
LEADS = re.compile(r"牵头|主导|\blead|\bhead(?:s|ed)?\b", re.IGNORECASE)
RESPONSIBLE_MARGIN = 0.35
RESPONSIBLE_SECTIONS = 3


class Registers:
    """Reads the responsibility lists of an index's documents."""

    def __init__(self, index: Index) -> None:
        self._index = index

    # Who is responsible

    def responsible(
        self, asked: Understanding, search: Search, reader: EvidenceReader, strings: Strings
    ) -> Answer | None:
        """Answer who is responsible from the lists of the best sections; None without any."""
        listed = [
            hit for hit in search.hits if self._index.document(hit.document).lists.get(hit.ref)
        ]
        if not listed or listed[0].rank > 3:
            return None
        close = [
            hit
            for hit in listed[:RESPONSIBLE_SECTIONS]
            if hit.score >= listed[0].score - RESPONSIBLE_MARGIN
        ]
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        leads = False
        for hit in close:
            document = self._index.document(hit.document)
            section = document.section(hit.ref)
            assert section is not None
            for units in document.lists[hit.ref]:
                leads = leads or bool(units.lead)
                marker = citations.cite(document, section, units.start, units.end)
                text = self._list_text(document, section, units, asked.language, strings)
                sentences.append(CitedSentence(text, (marker,)))
        best = reader.best_sentences(close[0], limit=1)
        document = self._index.document(close[0].document)
        section = document.section(close[0].ref)
        for sentence in best:
            text = sentence_text(document, sentence.start, sentence.end, asked.language)
            if text and section:
                marker = citations.cite(document, section, sentence.start, sentence.end)
                sentences.append(CitedSentence(text, (marker,)))
        closing = strings.no_lead if LEADS.search(asked.core) and not leads else ""
        return answer_from(asked, sentences, citations, search, closing=closing)

    def responsible_for(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Give the lists of the section that the question names by number, or of those below it."""
        found = [(d, s) for d in scope if (s := resolve_path(d, asked.path, asked.core))]
        if len(found) != 1:
            return None
        document, named = found[0]
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        for section in document.sections:
            if named not in document.path(section):
                continue
            for units in document.lists.get(section.ref, ()):
                marker = citations.cite(document, section, units.start, units.end)
                text = self._list_text(document, section, units, asked.language, strings)
                sentences.append(CitedSentence(text, (marker,)))
        return answer_from(asked, sentences, citations, search) if sentences else None

    def _list_text(
        self,
        document: Document,
        section: Section,
        units: ResponsibilityList,
        language: Language,
        strings: Strings,
    ) -> str:
        """Word one list: the section's name, then the list as printed or as rendered."""
        if language == "zh":
            heading = f"「{section.heading}」" if section.heading else ""
            return f"{heading}({section.ref}){units.text}"
        name = english_heading(document, section)
        label = english_ref(document, section)
        rendered = sentence_text(document, units.start, units.end, "en")
        if rendered is None:
            rendered = f"{strings.units_label}: " + "; ".join(english_units(units.units))
        return (
            f"“{name}” ({label}): {rendered.strip('()')}"
            if name
            else f"{label}: {rendered.strip('()')}"
        )

    def unit_names(self, hit: Hit, language: Language) -> str:
        """Name a section's responsible units in a language; empty where it names none."""
        units = self._index.document(hit.document).responsible(hit.ref)
        if language == "zh":
            return "、".join(units)
        return ", ".join(english_units(units))

    # What a body is responsible for

    def duties(
        self,
        asked: Understanding,
        bodies: Sequence[Organisation],
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | Refusal:
        """List every section whose list prints the bodies: all of them, in order, counted."""
        english = asked.language == "en"
        joint = len(bodies) > 1 and bool(JOINT.search(asked.core))
        names = [o.english if english and o.english else o.printed for o in bodies]
        body = (" and " if english else "和").join(names)
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        grouped: list[str] = []
        for document in scope:
            refs = [set(sections_naming(document, organisation)) for organisation in bodies]
            wanted = set.intersection(*refs) if joint else set.union(*refs)
            for section in document.sections:
                if section.ref not in wanted:
                    continue
                units = next(
                    found
                    for found in document.lists[section.ref]
                    if any(unit_body(u) == o.printed for u in found.units for o in bodies)
                )
                marker = citations.cite(document, section, units.start, units.end)
                name = english_heading(document, section) if english else section.heading
                label = english_ref(document, section) if english else section.ref
                sentences.append(CitedSentence(f"{label} {name}".strip(), (marker,)))
            if any(o.printed.endswith(("区", "县", "District")) for o in bodies):
                grouped += [r for r in sections_with_group(document) if r not in wanted]
        group = "other relevant districts" if english else "其他有关区"
        closing = strings.duties_group.format(count=len(grouped), group=group, body=body)
        closing = closing if grouped else ""
        if not sentences:
            message = strings.duties_none.format(body=body)
            if grouped:
                message += ("" if asked.language == "zh" else " ") + closing
            nearest = nearest_sections(self._index, search, 3, asked.language)
            return Refusal(
                asked.question, asked.language, "no_evidence", message, search.hits, nearest
            )
        count = len(sentences)
        if count <= 2:
            sentences += self._evidence_of(sentences, asked, citations)
        opening = strings.duties.format(body=body, count=count)
        return answer_from(asked, sentences, citations, search, opening=opening, closing=closing)

    def _evidence_of(
        self, sentences: Sequence[CitedSentence], asked: Understanding, citations: CitationList
    ) -> list[CitedSentence]:
        """Give what few tasks say, so that a short list explains itself."""
        more: list[CitedSentence] = []
        for cited in citations.all()[: len(sentences)]:
            document = self._index.document(cited.document)
            section = document.section(cited.ref)
            if section is None:
                continue
            for start, end in split_sentences(document.text, section.heading_end, section.end):
                text = sentence_text(document, start, end, asked.language)
                overlaps = any(u.start < end and start < u.end for u in document.lists[section.ref])
                if text and not overlaps:
                    marker = citations.cite(document, section, start, end)
                    more.append(CitedSentence(text, (marker,)))
        return more

    # What refusals need

    def evidence_text(self, search: Search, count: int = 3) -> str:
        """Give the text of the best sections, source and rendering."""
        parts: list[str] = []
        for hit in search.hits[:count]:
            chunk = self._index.chunks[hit.chunk]
            document = self._index.document(hit.document)
            parts.append(chunk.text)
            if document.rendering:
                parts.append(document.rendering.text(chunk.start, chunk.end))
        return "\n".join(parts)


def english_units(units: Sequence[str]) -> list[str]:
    """Give the English names of units; a unit without one keeps its printed name."""
    table = {o.printed: o.english for o in known_organisations()}
    names = []
    for unit in units:
        name = table.get(unit_body(unit)) or unit
        names.append(
            f"{name} and other relevant districts" if GROUP.search(unit) and name != unit else name
        )
    return names
