"""
Answers that give what stands under a number or a heading, and what a document says of itself.

They are read from the section tree, complete and in its order.
"""

import re
from collections.abc import Sequence

from bot.citations import (
    CitationList,
    answer_from,
    breadcrumb,
    cited_first,
    english_heading,
    english_ref,
    nearest_sections,
    sentence_text,
    title_of,
)
from bot.reply import Answer, CitedSentence, Clarification, Refusal
from bot.strings import Strings
from bot.understanding import SUMMARY, Understanding
from corpus.dates import read_date
from corpus.document import Document
from corpus.language import Language
from corpus.named_paths import resolve_all
from corpus.normalise import normalise, to_traditional
from corpus.sections import PREAMBLE, Section
from corpus.sentences import split_sentences
from index.lexical import words
from index.library import Index
from index.retriever import Search

WHOLE = re.compile(
    r"(?:这|该|本|整)(?:份|个|篇)?(?:文件|方案|规划|计划|政策|通知)|全文|全篇|文件|方案|"
    r"\b(?:this|the|whole|entire) (?:\w+ )?(?:document|plan|policy|notice|paper|text)\b",
    re.IGNORECASE,
)

PLAIN = frozenset(
    "内容 主要 介绍 大概 整体 全部 简单 简短 几句 话 讲 说 写 main content short brief whole".split()
)


PARENTS = 5  # best hits whose parents may be summed up
HALF = 0.6  # of a parent's children must be among the best hits


class Contents:
    """Reads the section trees of an index's documents."""

    def __init__(self, index: Index) -> None:
        self._index = index

    # Sections named by number

    def section(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | Clarification | Refusal | None:
        """Answer from the sections that the question names; ask back where several documents fit."""
        found = [(d, s) for d in scope if (s := resolve_all(d, asked.named))]
        if not found:
            return self._no_section(asked, search, strings, scope)
        text = normalise(asked.core)
        named = [
            (d, s)
            for d, s in found
            if normalise(d.title) in text or normalise(title_of(d, "en")) in text
        ]
        found = named or found
        if len(found) > 1:
            options = tuple(option_for(d, s, asked.language) for d, (s, *_) in found)
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
        missing = [n for n in asked.named if not any(resolve_all(d, [n]) for d in scope)]
        joiner = "、" if asked.language == "zh" else ", "
        paths = joiner.join(" ".join(named.steps).strip() for named in missing or asked.named)
        message = strings.section_missing.format(path=paths)
        nearest = nearest_sections(self._index, search, 3, asked.language)
        return Refusal(asked.question, asked.language, "no_evidence", message, search.hits, nearest)

    def _contents(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        document: Document,
        sections: Sequence[Section],
    ) -> Answer | None:
        """Give all of some sections: their own sentences, and what stands below them."""
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        for section in sections:
            sentences += self._own_sentences(document, section, citations, asked.language, strings)
            for child in document.children(section.ref):
                sentences += self._opening(document, child, citations, asked.language, strings)
                sentences += [
                    self._heading(document, grandchild, citations, asked.language, strings)
                    for grandchild in document.children(child.ref)
                ]
        if not sentences:
            return None
        joiner = ";" if asked.language == "zh" else "; "
        opening = joiner.join(breadcrumb(document, s, asked.language) for s in sections)
        if asked.traditional:
            opening = to_traditional(opening)
        promoted = cited_first(search, citations)
        return answer_from(asked, sentences, citations, promoted, opening=f"{opening}:")

    def _own_sentences(
        self,
        document: Document,
        section: Section,
        citations: CitationList,
        language: Language,
        strings: Strings,
    ) -> list[CitedSentence]:
        """Give a section's own sentences; one stands for all where there is no rendering."""
        body = section.heading_end if section.heading else section.start
        sentences = [
            _cited(document, section, span, citations, language, strings)
            for span in split_sentences(document.text, body, section.end)
        ]
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
        if not section.heading:
            return self._own_sentences(document, section, citations, language, strings)[:1]
        spans = split_sentences(document.text, section.heading_end, section.end)
        span = (section.start, spans[0][1] if spans else section.heading_end)
        return [_cited(document, section, span, citations, language, strings)]

    def _heading(
        self,
        document: Document,
        section: Section,
        citations: CitationList,
        language: Language,
        strings: Strings,
    ) -> CitedSentence:
        """Give a section's heading, or its first sentence where it has none."""
        end = section.heading_end if section.heading else section.end
        span = split_sentences(document.text, section.start, end)[0]
        return _cited(document, section, span, citations, language, strings)

    # Summaries and lists of what stands under a heading

    def named(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Answer with every section under the heading that the question names; else None."""
        found = self._parent_named(asked, scope)
        return self._contents(asked, search, strings, *found) if found else None

    def summary(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Sum up what the question is about: the heading over the best sections; else None."""
        if names_whole(asked) and len(scope) == 1:
            return self._whole(asked, search, strings, scope[0])
        found = self._parent_of_hits(search)
        return self._contents(asked, search, strings, *found) if found else None

    def _parent_named(
        self, asked: Understanding, scope: Sequence[Document]
    ) -> tuple[Document, Sequence[Section]] | None:
        """Find the sections that the question names by number, or the one by its heading."""
        text = normalise(asked.core)
        for document in scope:
            if sections := resolve_all(document, asked.named):
                return document, sections
            for section in document.sections:
                heading = normalise(section.heading)
                rendered = normalise(english_heading(document, section))
                named = (len(heading) >= 4 and heading in text) or (
                    len(rendered) >= 12 and rendered in text
                )
                if named and document.children(section.ref):
                    return document, [section]
        return None

    def _parent_of_hits(self, search: Search) -> tuple[Document, Sequence[Section]] | None:
        """
        Find the section to sum up: the parent of the best hits where they are most of it.

        A parent counts by the share of its children among as many best hits as it has children
        and one more, and must hold at least half of them; else the best hit alone is summed up.
        """
        best: tuple[float, Document, Section] | None = None
        places = [(hit.document, hit.ref) for hit in search.hits]
        for hit in search.hits[:PARENTS]:
            document = self._index.document(hit.document)
            section = document.section(hit.ref)
            parent = document.section(section.parent) if section and section.parent else None
            if parent is None:
                continue
            children = [(document.id, child.ref) for child in document.children(parent.ref)]
            among = places[: len(children) + 1]
            share = sum(place in among for place in children) / len(children)
            if len(children) > 1 and share >= HALF and (best is None or share > best[0]):
                best = (share, document, parent)
        if best:
            return best[1], [best[2]]
        if not search.hits:
            return None
        document = self._index.document(search.hits[0].document)
        section = document.section(search.hits[0].ref)
        return (document, [section]) if section and section.ref != PREAMBLE else None

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
        title = title_of(document, asked.language)
        return answer_from(asked, sentences, citations, search, opening=f"{title}:")

    # What a document says of itself

    def about(
        self, asked: Understanding, search: Search, scope: Sequence[Document]
    ) -> Answer | None:
        """Give the preamble's lines with issuer, date, drafters, number and basis."""
        if len(scope) != 1:
            return None
        document = scope[0]
        issuers = (document.issuer or "").split("、")
        facts = [*issuers, *document.drafters, document.number, *document.cites]
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
        return answer_from(asked, sentences, citations, search) if sentences else None


def names_whole(asked: Understanding) -> bool:
    """Say whether a summary is asked of the whole document: nothing else is named."""
    if not WHOLE.search(asked.core):
        return False
    rest = SUMMARY.sub(" ", WHOLE.sub(" ", asked.core))
    return not [word for word in words(rest, asked.language) if word not in PLAIN]


def option_for(document: Document, section: Section, language: Language) -> str:
    """Word a choice so that it is understood as a question: document and section."""
    if language == "en":
        return f"{title_of(document, 'en')}: {english_ref(document, section)}"
    outer = section.level == 1 and not section.ref.startswith("第")
    return f"《{document.title}》{f'第{section.ref}部分' if outer else section.ref}"


def _cited(
    document: Document,
    section: Section,
    span: tuple[int, int],
    citations: CitationList,
    language: Language,
    strings: Strings,
) -> CitedSentence:
    """Cite a span; its text is in the answer's language, or says that only the source is there."""
    marker = citations.cite(document, section, *span)
    text = sentence_text(document, *span, language)
    if text is None:
        name = breadcrumb(document, section, language)
        text = strings.original_only.format(breadcrumb=name)
    return CitedSentence(text, (marker,))
