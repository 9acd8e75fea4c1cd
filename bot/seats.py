"""
Where a body that a document sets up has its seat: 领导小组办公室设在市数据局.

The sentence that says so is no list of responsible units, and stands beside one at most.
"""

import re

from bot.citations import CitationList, answer_from
from bot.evidence import EvidenceReader
from bot.originals import shown_text
from bot.plain_words import topic_words
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.normalise import fold_script, normalise
from index.retriever import Search

SECTIONS = 5  # of the best hits, in which such a sentence is looked for
AT = r"(?:in|at|by|under|within)"
SEATED = r"(?:hosted|housed|seated|located|based|placed|set up|sits?)"
ASKED = re.compile(
    r"(?:设|放|挂靠?)(?:立|置)?(?:在|于|到)?(?:了)?(?:哪|什么(?:地方|部门|单位)|谁)|"
    r"\b(?:which|what) (?:[\w-]+ ){1,3}(?:hosts?|houses)\b|"
    rf"\b{SEATED} {AT} (?:which|what)\b|"
    rf"\b(?:which|what|where)\b[^?]*\boffice\b[^?]*\b{SEATED}\b",
    re.IGNORECASE,
)
STATED = re.compile(
    rf"(?:设|设置|挂靠|挂)(?:在|于|到)[\u4e00-\u9fff]{{2}}|\b{SEATED} {AT} the\b", re.IGNORECASE
)


def asks_seat(question: str) -> bool:
    """Say whether a question asks at which body another one has its seat."""
    return bool(ASKED.search(fold_script(question)))


def answer_seat(
    asked: Understanding, search: Search, reader: EvidenceReader, strings: Strings
) -> Answer | None:
    """Say at which body another one has its seat; None where it is not asked for or not told."""
    return (
        telling_sentence(STATED, asked, search, reader, strings) if asks_seat(asked.core) else None
    )


def telling_sentence(
    stated: re.Pattern[str],
    asked: Understanding,
    search: Search,
    reader: EvidenceReader,
    strings: Strings,
) -> Answer | None:
    """Give the sentence or list of the best sections that a pattern finds to tell what is asked."""
    index, topics = reader.retriever.index, topic_words(asked.core)
    found: list[tuple[int, str, tuple[int, int], str]] = []
    for hit in search.hits[:SECTIONS]:
        document = index.document(hit.document)
        listed = [(units.start, units.end) for units in document.lists.get(hit.ref, ())]
        for span in (*((s.start, s.end) for s in reader.sentences(hit)), *listed):
            text = document.text[slice(*span)]
            if document.rendering:
                text += document.rendering.text(*span)
            if stated.search(text):
                shared = sum(topic in normalise(text) for topic in topics)
                found.append((shared, hit.document, span, hit.ref))
    if not found:
        return None
    _, name, span, ref = max(found, key=lambda item: item[0])  # of equal ones the best section's
    document = index.document(name)
    section = document.section(ref)
    assert section is not None
    citations = CitationList(index, asked.language)
    marker = citations.cite(document, section, *span)
    text = shown_text(document, section, *span, asked.language, strings)
    return answer_from(asked, [CitedSentence(text, (marker,))], citations, search)
