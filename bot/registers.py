"""
Answers that are read from the parsed document, not searched: complete, in its order, counted.

Who is responsible for something, what a body is responsible for, what a numbered section says,
and what stands under a heading.
"""

import re
from collections.abc import Sequence

from bot.citations import CitationList, breadcrumb, english_heading, english_label, sentence_text
from bot.evidence import EvidenceReader
from bot.reply import Answer, Citation, CitedSentence, Clarification, Refusal
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.document import Document
from corpus.language import Language
from corpus.metadata import read_date
from corpus.normalise import normalise
from corpus.numerals import numeral_to_int
from corpus.organisations import (
    GROUP,
    Organisation,
    known_organisations,
    sections_naming,
    sections_with_group,
    unit_body,
)
from corpus.responsibility import ResponsibilityList
from corpus.sections import PREAMBLE, Section
from corpus.sentences import split_sentences
from index.library import Index
from index.retriever import Hit, Search

WHOLE = re.compile(
    r"(?:这|该|本)?(?:份|个)?(?:文件|方案|规划|计划|政策|通知|全文|全篇)|\b(?:this|the|whole|entire) (?:\w+ )?"
    r"(?:document|plan|policy|notice|paper|text)\b",
    re.IGNORECASE,
)
JOINT = re.compile(r"共同|一起|都|联合|同时|\bjoint|\bboth\b|\btogether\b|\bshare", re.IGNORECASE)
LEADS = re.compile(r"牵头|主导|\blead|\bhead(?:s|ed)?\b", re.IGNORECASE)
RESPONSIBLE_MARGIN = 0.35
RESPONSIBLE_SECTIONS = 3


class Registers:
    """Reads the outlines and responsibility lists of an index's documents."""

    def __init__(self, index: Index) -> None:
        self._index = index

    # Sections named by number

    def section(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | Clarification | Refusal | None:
        """Answer from the section that the question names; ask back where several documents fit."""
        found = [(d, s) for d in scope if (s := resolve_path(d, asked.path, asked.core))]
        if not found:
            return self._no_section(asked, search, strings, scope)
        named = [pair for pair in found if normalise(pair[0].title) in normalise(asked.core)]
        found = named or found
        if len(found) > 1:
            options = tuple(f"《{d.title}》 {s.ref}" for d, s in found)
            return Clarification(
                asked.question, asked.language, strings.which_section, options, search.hits
            )
        return self._contents(asked, search, strings, *found[0])

    def _no_section(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Refusal | None:
        """Refuse a number that no document has; a text without numbered parts is searched."""
        if not any(section.ref != PREAMBLE for d in scope for section in d.sections):
            return None
        message = strings.section_missing.format(path=" ".join(asked.path))
        nearest = self.nearest(search, 3, asked.language)
        return Refusal(
            asked.question, asked.language, "no_evidence", message, search.hits, nearest
        )

    def _contents(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        document: Document,
        section: Section,
    ) -> Answer | None:
        """Give all of a section: its own sentences, and what stands below it."""
        citations = CitationList(self._index, asked.language)
        sentences = self._own_sentences(document, section, citations, asked.language, strings)
        for child in document.children(section.ref):
            sentences += self._opening(document, child, citations, asked.language, strings)
            for grandchild in document.children(child.ref):
                sentences.append(
                    self._heading(document, grandchild, citations, asked.language, strings)
                )
        if not sentences:
            return None
        opening = breadcrumb(document, section, asked.language)
        return _answer(asked, sentences, citations, search, opening=f"{opening}{_colon(asked)}")

    def _own_sentences(
        self,
        document: Document,
        section: Section,
        citations: CitationList,
        language: Language,
        strings: Strings,
    ) -> list[CitedSentence]:
        body = section.heading_end if section.heading else section.start
        sentences = []
        for start, end in split_sentences(document.text, body, section.end):
            marker = citations.cite(document, section, start, end)
            text = sentence_text(document, start, end, language)
            text = text or strings.original_only.format(
                breadcrumb=breadcrumb(document, section, language)
            )
            sentences.append(CitedSentence(text, (marker,)))
        return sentences if language == "zh" or document.rendering else sentences[:1]

    def _opening(
        self,
        document: Document,
        section: Section,
        citations: CitationList,
        language: Language,
        strings: Strings,
    ) -> list[CitedSentence]:
        """Give a section's heading with its first sentence."""
        body = section.heading_end if section.heading else section.start
        spans = split_sentences(document.text, body, section.end)
        if not section.heading:
            return self._own_sentences(document, section, citations, language, strings)[:1]
        end = spans[0][1] if spans else section.heading_end
        marker = citations.cite(document, section, section.start, end)
        text = sentence_text(document, section.start, end, language)
        text = text or strings.original_only.format(breadcrumb=breadcrumb(document, section, language))
        return [CitedSentence(text, (marker,))]

    def _heading(
        self,
        document: Document,
        section: Section,
        citations: CitationList,
        language: Language,
        strings: Strings,
    ) -> CitedSentence:
        end = section.heading_end if section.heading else section.end
        spans = split_sentences(document.text, section.start, end)
        start, end = spans[0]
        marker = citations.cite(document, section, start, end)
        text = sentence_text(document, start, end, language)
        text = text or strings.original_only.format(breadcrumb=breadcrumb(document, section, language))
        return CitedSentence(text, (marker,))

    # Summaries and lists of what stands under a heading

    def summary(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Answer with every section under the heading that the question means; else None."""
        found = self._parent_named(asked, scope)
        if not found and asked.intent == "summary":
            found = self._parent_of_hits(search)
            if found is None and WHOLE.search(asked.core) and len(scope) == 1:
                return self._whole(asked, search, strings, scope[0])
        if not found:
            return None
        document, section = found
        return self._contents(asked, search, strings, document, section)

    def _parent_named(
        self, asked: Understanding, scope: Sequence[Document]
    ) -> tuple[Document, Section] | None:
        """Find the section with children whose number or heading the question names."""
        text = normalise(asked.core)
        for document in scope:
            if asked.path and (section := resolve_path(document, asked.path, asked.core)):
                return document, section
            for section in document.sections:
                heading = normalise(section.heading)
                rendered = normalise(english_heading(document, section))
                named = (len(heading) >= 4 and heading in text) or (
                    len(rendered) >= 12 and rendered in text
                )
                if named and document.children(section.ref):
                    return document, section
        return None

    def _parent_of_hits(self, search: Search) -> tuple[Document, Section] | None:
        """Find the parent that most of the best hits share, where they also rank highest."""
        best = search.hits[:3]
        parents: dict[tuple[str, str], int] = {}
        for hit in best:
            section = self._index.document(hit.document).section(hit.ref)
            if section and section.parent:
                key = (hit.document, section.parent)
                parents[key] = parents.get(key, 0) + 1
        for (document_id, ref), count in parents.items():
            if count == len(best) >= 3:
                document = self._index.document(document_id)
                section = document.section(ref)
                if section:
                    return document, section
        if not best:
            return None
        document = self._index.document(best[0].document)
        section = document.section(best[0].ref)
        return (document, section) if section and section.ref != PREAMBLE else None

    def _whole(
        self, asked: Understanding, search: Search, strings: Strings, document: Document
    ) -> Answer | None:
        citations = CitationList(self._index, asked.language)
        sentences = [
            self._heading(document, section, citations, asked.language, strings)
            for section in document.sections
            if section.ref != PREAMBLE and section.level <= 2
        ]
        if not sentences:
            return None
        title = breadcrumb(document, document.sections[0], asked.language)
        return _answer(asked, sentences, citations, search, opening=f"{title}{_colon(asked)}")

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
        return _answer(asked, sentences, citations, search, closing=closing)

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
        return f"“{name}” ({label}): {rendered.strip('()')}" if name else f"{label}: {rendered.strip('()')}"

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
            if any(o.printed.endswith(("区", "县")) for o in bodies):
                grouped += [r for r in sections_with_group(document) if r not in wanted]
        if not sentences:
            message = strings.duties_none.format(body=body)
            nearest = self.nearest(search, 3, asked.language)
            return Refusal(
                asked.question, asked.language, "no_evidence", message, search.hits, nearest
            )
        if len(sentences) <= 2:
            sentences += self._evidence_of(sentences, asked, citations)
        count = sum(1 for s in sentences if len(s.citations) == 1 and not s.text.endswith(("。", ".")))
        closing = ""
        if grouped:
            group = "other relevant districts" if english else "其他有关区"
            closing = strings.duties_group.format(count=len(grouped), group=group, body=body)
        opening = strings.duties.format(body=body, count=count)
        return _answer(asked, sentences, citations, search, opening=opening, closing=closing)

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

    # What a document says of itself

    def about(
        self, asked: Understanding, search: Search, scope: Sequence[Document]
    ) -> Answer | None:
        """Give the preamble's lines with issuer, date, drafters, number and basis."""
        if len(scope) != 1:
            return None
        document = scope[0]
        facts = [document.issuer, *document.drafters, document.number, *document.cites]
        wanted = [fact for fact in facts if fact]
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        section = document.section(PREAMBLE)
        if section is None:
            return None
        for start, end in split_sentences(document.text, section.start, section.end):
            line = document.text[start:end]
            dated = document.date is not None and read_date(line) == document.date
            if not dated and not any(fact in line for fact in wanted):
                continue
            text = sentence_text(document, start, end, asked.language)
            if text:
                marker = citations.cite(document, section, start, end)
                sentences.append(CitedSentence(text, (marker,)))
        return _answer(asked, sentences, citations, search) if sentences else None

    # What refusals need

    def nearest(self, search: Search, count: int, language: Language) -> tuple[Citation, ...]:
        """Cite the openings of the nearest sections."""
        citations = CitationList(self._index, language)
        for hit in search.hits[:count]:
            document = self._index.document(hit.document)
            section = document.section(hit.ref)
            if section is None:
                continue
            spans = split_sentences(document.text, section.start, section.end)
            if spans:
                citations.cite(document, section, *spans[0])
        return citations.all()

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


def section_number(section: Section) -> int | None:
    """Give a section's printed number: ``(四) -> 4``."""
    plain = re.sub(r"[()（）]|^第|[编篇章节条]$|部分$", "", section.label)
    try:
        return numeral_to_int(plain)
    except ValueError:
        return None


def resolve_path(document: Document, path: Sequence[str], question: str) -> Section | None:
    """
    Find the section that numerals name, outermost first.

    A single number beside a quoted heading means the child of that heading: “总体要求”第一条.
    """
    if not path:
        return None
    numbers = [_number(part) for part in path]
    articles = re.findall(r"第\s*([一二三四五六七八九十百]+|\d+)\s*条", question)
    for article in articles:
        for section in document.sections:
            if section.label.endswith("条") and section_number(section) == _number(article):
                return section
    level = [s for s in document.sections if s.level == 1 and s.ref != PREAMBLE]
    if path[0] == "last":
        found = level[-1] if level else None
    elif len(path) == 1 and (parent := _quoted(document, question)):
        found = _child(document, parent.ref, numbers[0])
    else:
        found = next((s for s in level if section_number(s) == numbers[0]), None)
    for number in numbers[1:]:
        if found is None:
            return None
        found = _child(document, found.ref, number)
    return found


def _child(document: Document, ref: str, number: int | None) -> Section | None:
    return next((s for s in document.children(ref) if section_number(s) == number), None)


def _quoted(document: Document, question: str) -> Section | None:
    """Find a section with children whose heading stands in the question."""
    text = normalise(question)
    return next(
        (
            s
            for s in document.sections
            if len(s.heading) >= 4 and normalise(s.heading) in text and document.children(s.ref)
        ),
        None,
    )


def _number(part: str) -> int | None:
    try:
        return numeral_to_int(part.strip("()（）"))
    except ValueError:
        return None


def english_ref(document: Document, section: Section) -> str:
    """Write a ref for English readers: ``二(一)4 -> Part II (1) 4``."""
    if section.ref == PREAMBLE:
        return "Preamble"
    return " ".join(english_label(step) for step in document.path(section))


def english_units(units: Sequence[str]) -> list[str]:
    """Give the English names of units; a unit without one keeps its printed name."""
    table = {o.printed: o.english for o in known_organisations()}
    names = []
    for unit in units:
        name = table.get(unit_body(unit)) or unit
        names.append(f"{name} and other relevant districts" if GROUP.search(unit) and name != unit else name)
    return names


def _colon(asked: Understanding) -> str:
    return ":" if asked.language == "zh" else ":"


def _answer(
    asked: Understanding,
    sentences: Sequence[CitedSentence],
    citations: CitationList,
    search: Search,
    *,
    opening: str = "",
    closing: str = "",
) -> Answer:
    return Answer(
        asked.question,
        asked.language,
        tuple(sentences),
        citations.all(),
        search.hits,
        opening,
        closing,
    )
