"""The sentences of sections, cited whole: their headings, their own text, how they begin."""

from bot.citations import CitationList
from bot.originals import shown_text
from bot.reply import CitedSentence
from bot.strings import Strings
from corpus.document import Document
from corpus.language import Language
from corpus.sections import Section
from corpus.sentences import split_sentences, trim
from corpus.tables import CELL, LINE


def heading_sentence(
    document: Document,
    section: Section,
    citations: CitationList,
    language: Language,
    strings: Strings,
) -> CitedSentence:
    """Give a section's heading, or its first sentence where it has none."""
    span = trim(document.text, section.start, section.heading_end)
    if not section.heading:
        span = split_sentences(document.text, section.start, section.end)[0]
    return _cited(document, section, span, citations, language, strings)


def own_sentences(
    document: Document,
    section: Section,
    citations: CitationList,
    language: Language,
    strings: Strings,
) -> list[CitedSentence]:
    """Give a section's own sentences; where it is a row of a table, the row is one of them."""
    body = section.heading_end if section.heading else section.start
    line = LINE.match(document.text, section.start, section.end)
    spans: list[tuple[int, int]] = []
    if section.heading and line and CELL in line[0]:
        spans.append(trim(document.text, *line.span()))
        body = max(body, line.end())
    spans += split_sentences(document.text, body, section.end)
    return [_cited(document, section, span, citations, language, strings) for span in spans]


def opening_sentences(
    document: Document,
    section: Section,
    citations: CitationList,
    language: Language,
    strings: Strings,
) -> list[CitedSentence]:
    """Give a section's heading with its first sentence."""
    if not section.heading:
        return own_sentences(document, section, citations, language, strings)[:1]
    spans = split_sentences(document.text, section.heading_end, section.end)
    span = (section.start, spans[0][1] if spans else section.heading_end)
    return [_cited(document, section, span, citations, language, strings)]


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
    return CitedSentence(shown_text(document, section, *span, language, strings), (marker,))
