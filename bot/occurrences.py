"""
Where a name stands: "Tencent is named twice: in which sections?", 麒麟在文件里出现在哪几条.

The sections are found by the words themselves, so that none is left out; their sentences follow.
"""

import re
from collections.abc import Iterator, Sequence

from bot.citations import CitationList, answer_from, cited_first, sentence_text
from bot.plain_words import topics_as_written
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.document import Document
from corpus.normalise import normalise
from corpus.sections import Section
from corpus.sentences import split_sentences
from corpus.terms import find_terms
from index.library import Index
from index.retriever import Search

STANDS = re.compile(
    r"(?:出现|提到|提及|点名|点到|写到|露面|说到)[^,，。?？]{0,8}(?:哪|几)|"
    r"(?:两|三|四|五|几|多)(?:处|次|回|个地方)(?:都)?(?:被)?(?:点名|提到|提及|出现)|"
    r"(?:哪|几)[^,，。?？]{0,6}(?:提到|提及|出现|写到|点名|说到)|"
    r"\b(?:mentioned|named|appears?|occurs?|comes? up|listed)\b[^.?]{0,30}"
    r"\b(?:twice|times|where|which|places?)\b|"
    r"\b(?:where|how often|how many times|"
    r"which (?:sections|parts|places|items|tasks|areas|measures|articles|chapters))\b[^?]{0,40}"
    r"\b(?:mention|name|appear|occur|come up|talk)|"
    r"\b(?:twice|(?:two|three|four|several) times)\b[^?]*\b(?:which|where)\b",
    re.IGNORECASE,
)
MANY = 8  # sections; a word that stands in more of them is no name to look up


class Occurrences:
    """Looks names up in an index's documents."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def answer(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Give every section in which the one name that a question asks for stands; else None."""
        if not STANDS.search(normalise(asked.core)):
            return None
        names = _names(asked.core)
        places = [place for d in scope for place in _places(d, names)]
        refs = list(dict.fromkeys((d.id, s.ref) for d, s, _ in places))
        if not names or not 0 < len(refs) <= MANY:
            return None
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        for document, section, span in places:
            if text := sentence_text(document, *span, asked.language):
                marker = citations.cite(document, section, *span)
                sentences.append(CitedSentence(text, (marker,)))
        if not sentences:
            return None
        name = topics_as_written(asked.core)[0]
        opening = strings.occurrences.format(name=name, count=len(refs))
        promoted = cited_first(search, citations)
        return answer_from(asked, sentences, citations, promoted, opening=opening)


def _names(question: str) -> tuple[str, ...]:
    """Give all names of the one thing that a question is about, normalised; none for several."""
    topics = topics_as_written(question)
    terms = find_terms(question)
    if len(terms) == 1:
        return tuple(normalise(name) for name in (*terms[0].chinese, *terms[0].english))
    return (normalise(topics[0]),) if len(topics) == 1 and len(terms) == 0 else ()


def _places(
    document: Document, names: Sequence[str]
) -> Iterator[tuple[Document, Section, tuple[int, int]]]:
    """Give the sentences that hold a name, in the source or in the rendering."""
    for section in document.sections:
        for start, end in split_sentences(document.text, section.start, section.end):
            text = document.text[start:end]
            if document.rendering:
                text = f"{text} {document.rendering.text(start, end)}"
            if any(name in normalise(text) for name in names):
                yield document, section, (start, end)
