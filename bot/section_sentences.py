"""The sentences of sections, cited whole: their headings, their own text, how they begin."""

from bot.citations import CitationList
from bot.originals import shown_text
from bot.reply import CitedSentence
from bot.strings import Strings
from corpus.document import Document
from corpus.language import Language
from corpus.sections import Section
from corpus.sentences import split_sentences, trim


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
    """Give a section's own sentences."""
    body = section.heading_end if section.heading else section.start
    return [
        _cited(document, section, span, citations, language, strings)
        for span in split_sentences(document.text, body, section.end)
    ]


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
