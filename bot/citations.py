"""Citations: spans of stored documents, numbered in the order in which they are used."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.reply import Answer, Citation, CitedSentence, Refusal, RefusalReason
from bot.understanding import Understanding
from corpus.document import Document
from corpus.fixed_words import find_fixed_words
from corpus.language import Language, detect_language
from corpus.law_names import english_law
from corpus.normalise import HAN, normalise
from corpus.numerals import numeral_to_int
from corpus.paths import ANNEX, annex_name
from corpus.sections import PREAMBLE, Section
from corpus.sentences import on_one_line, split_sentences
from index.library import Index
from index.retriever import Search

NUMBER = re.compile(r"^(?:[IVXLC]+\.|\(\d+\)|\d+[.)]|Article \d+|Chapter [IVXLC\d]+)\s*")
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
SEPARATOR = " › "


def to_roman(number: int) -> str:
    """Write a number below 40 in Roman numerals: ``4 -> IV``."""
    numeral = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def english_label(section: Section) -> str:
    """Write a section's number for English readers: ``二 -> Part II``, ``附件1 -> Annex 1``."""
    if annex := ANNEX.match(normalise(section.label)):
        name = annex_name(annex)
        return f"{'Box' if name.startswith('专栏') else 'Annex'} {numeral_to_int(name[2:])}"
    plain = section.label.strip("()（）")
    ordinal = re.match(r"第(.+?)(编|篇|部分|章|节|条|款|项)$", plain)
    try:
        if ordinal:
            names = {"章": "Chapter", "节": "Section", "条": "Article"}
            names |= {"款": "Paragraph", "项": "Paragraph"}
            return f"{names.get(ordinal[2], 'Part')} {numeral_to_int(ordinal[1])}"
        number = numeral_to_int(plain)
    except ValueError:
        return section.label
    if section.label.startswith(("(", "（")):
        return f"({number})"
    if section.level == 1 and not plain.isdecimal():
        return f"Part {to_roman(number)}"
    return str(number)


def english_heading(document: Document, section: Section) -> str:
    """
    Give the rendered heading without its number and full stop.

    Without a rendering, an English heading as printed, and of a Chinese one what is certain:
    ``建设知识产权法院 -> … intellectual property …``; empty where nothing is.
    """
    if not section.heading:
        return ""
    if document.rendering is None:
        return certain_heading(section.heading)
    rendered = document.rendering.overlapping(section.start, section.heading_end)
    return NUMBER.sub("", rendered[0].text).rstrip(".") if rendered else ""


def certain_heading(heading: str) -> str:
    """Give of a Chinese heading what is certain in English; an English one as it is."""
    plain = heading.strip("【】[]()（） 。:：")
    if not HAN.search(plain):
        return plain
    words = find_fixed_words(plain)
    if not words:
        return ""
    whole = sum(word.end - word.start for word in words) == len(plain)
    named = (" " if whole else " … ").join(word.english for word in words)
    return named if whole else f"… {named} …"


def section_name(document: Document, section: Section, language: Language) -> str:
    """Name one section with its number, as a step of a breadcrumb."""
    if section.ref == PREAMBLE:
        return PREAMBLE if language == "zh" else "Preamble"
    if language == "en" and document.rendering is not None:
        return f"{english_label(section)} {english_heading(document, section)}".strip()
    printed = document.text[section.start : section.heading_end].replace("|", " ")
    printed = printed.strip(" \u3000*#_")
    if language == "en" and HAN.search(printed):
        return f"{english_label(section)} {english_heading(document, section)}".strip()
    if not section.heading:
        return section.label
    return " ".join(printed.split()).rstrip("。：:.")


def breadcrumb(document: Document, section: Section, language: Language) -> str:
    """Name a section with all above it: ``二、主要任务 › (一)提升创新能力 › 3.…``."""
    path = document.path(section)
    return SEPARATOR.join(section_name(document, step, language) for step in path)


def title_of(document: Document, language: Language) -> str:
    """Give a document's title in a language where it is known, else as printed."""
    if language == "en" and document.rendering is not None:
        for sentence in document.rendering.sentences:
            if document.text[sentence.start : sentence.end] == document.title:
                return sentence.text
    return (english_law(document.title) if language == "en" else None) or document.title


def sentence_text(document: Document, start: int, end: int, language: Language) -> str | None:
    """
    Give a span in the answer's language: verbatim, or its rendering; None where there is none.
    """
    quote = document.text[start:end]
    if detect_language(quote) == language or (language == "en" and not HAN.search(quote)):
        return on_one_line(document.text, start, end)
    if language == "en" and document.rendering is not None:
        return document.rendering.text(start, end) or None
    return None


class CitationList:
    """Collects the citations of one reply; the same span is cited once."""

    def __init__(self, index: Index, language: Language) -> None:
        self._index = index
        self._language = language
        self._markers: dict[tuple[str, int, int], int] = {}
        self._citations: list[Citation] = []

    def cite(self, document: Document, section: Section, start: int, end: int) -> int:
        """Cite ``document.text[start:end]`` and give its marker."""
        key = (document.id, start, end)
        if key not in self._markers:
            self._markers[key] = len(self._citations) + 1
            rendering = document.rendering.text(start, end) if document.rendering else ""
            self._citations.append(
                Citation(
                    marker=self._markers[key],
                    document=document.id,
                    title=title_of(document, self._language),
                    ref=section.ref,
                    breadcrumb=breadcrumb(document, section, self._language),
                    start=start,
                    end=end,
                    quote=document.text[start:end],
                    rendering=rendering or None,
                    page=document.page(start),
                )
            )
        return self._markers[key]

    def sentences_of(self, answer: Answer) -> tuple[CitedSentence, ...]:
        """Cite here what an answer cites, and give its sentences with the markers of this list."""
        new: dict[int, int] = {}
        for citation in answer.citations:
            document = self._index.document(citation.document)
            section = document.section(citation.ref)
            assert section is not None
            new[citation.marker] = self.cite(document, section, citation.start, citation.end)
        return tuple(
            replace(sentence, citations=tuple(new[marker] for marker in sentence.citations))
            for sentence in answer.sentences
        )

    def all(self) -> tuple[Citation, ...]:
        """Give the citations in the order of their markers."""
        return tuple(self._citations)


def english_ref(document: Document, section: Section) -> str:
    """Write a ref for English readers: ``二(一)4 -> Part II (1) 4``."""
    if section.ref == PREAMBLE:
        return "Preamble"
    return " ".join(english_label(step) for step in document.path(section))


def answer_from(
    asked: Understanding,
    sentences: Sequence[CitedSentence],
    citations: CitationList,
    search: Search,
    *,
    opening: str = "",
    closing: str = "",
) -> Answer:
    """Make an answer of sentences and the citations that they were given."""
    return Answer(
        asked.question,
        asked.language,
        tuple(sentences),
        citations.all(),
        search.hits,
        opening,
        closing,
    )


def refusal_from(
    asked: Understanding,
    reason: RefusalReason,
    message: str,
    search: Search | None = None,
    nearest: tuple[Citation, ...] = (),
) -> Refusal:
    """
    Make a refusal.

    :param nearest: the openings of the nearest sections, where it names them
    """
    hits = search.hits if search else ()
    return Refusal(asked.question, asked.language, reason, message, hits, nearest)


def nearest_sections(
    index: Index, search: Search, count: int, language: Language
) -> tuple[Citation, ...]:
    """Cite the openings of the nearest sections."""
    citations = CitationList(index, language)
    for hit in search.hits[:count]:
        document = index.document(hit.document)
        section = document.section(hit.ref)
        if section is None:
            continue
        spans = split_sentences(document.text, section.start, section.end)
        if spans:
            citations.cite(document, section, *spans[0])
    return citations.all()


def cited_first(search: Search, citations: CitationList) -> Search:
    """Put the sections that a question named by number or heading before all other hits."""
    cited = {(citation.document, citation.ref) for citation in citations.all()}
    ordered = sorted(search.hits, key=lambda hit: (hit.document, hit.ref) not in cited)
    hits = tuple(replace(hit, rank=rank) for rank, hit in enumerate(ordered, start=1))
    return replace(search, hits=hits)
