"""
The texts that are embedded for a chunk, and the rows that keep account of them.

Each chunk is embedded as a whole, sentence by sentence, and by the clauses that state a number;
where its document has an English rendering, in both languages.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from corpus.beside_lists import beside_lists
from corpus.chunking import Chunk
from corpus.document import Document
from corpus.language import Language, detect_language
from corpus.quantities import states_quantity
from corpus.sections import PREAMBLE
from corpus.sentences import split_sentences, unwrapped

RowKind = Literal["chunk", "sentence", "clause"]
KINDS: tuple[RowKind, ...] = get_args(RowKind)
LANGUAGES: tuple[Language, ...] = get_args(Language)
# A row in an array: kind and language by their place in KINDS and LANGUAGES, the hash in ASCII.
ROW = np.dtype(
    [
        *(("chunk", "<i4"), ("language", "u1"), ("kind", "u1")),
        *(("start", "<i4"), ("end", "<i4"), ("hash", "S24")),
    ]
)
# The number of a section before its text, 2. (2) 2) 2、 but not 2.5; others have no digit.
SECTION_MARK = re.compile(r"^\s*(?:[(（]\d{1,3}[)）]|\d{1,3}(?:[)）、]|[.．](?!\d)))")
# Clauses of a sentence; a comma inside a number (1,000) does not part them.
CLAUSE = re.compile(r"[^,，;；:：]+(?:[,，](?=\d{3})[^,，;；:：]*)*")


@dataclass(frozen=True, slots=True)
class Row:
    """
    One embedded text in one language.

    It is a chunk as a whole, one of its sentences, or a clause that states a number.

    ``start`` and ``end`` enclose it in the source, also for the rendering of a sentence.
    """

    chunk: int
    language: Language
    kind: RowKind
    start: int
    end: int
    hash: str


def chunk_language(text: str) -> Language:
    """Give the language that a chunk's words are indexed in."""
    return detect_language(text)


def embedding_text(document: Document, chunk: Chunk) -> str:
    """
    Give the text that stands for a chunk in the encoder: its headings, then its body.

    The responsibility lists are left out: nearly every section names the same bodies.
    """
    section = document.section(chunk.ref)
    path = document.path(section) if section else ()
    headings = " ".join(step.heading for step in path[:-1] if step.heading)
    body = unwrapped(document.text, chunk.start, chunk.end)
    for found in document.lists.get(chunk.ref, ()):
        units = unwrapped(document.text, found.start, found.end)
        body = body.replace(f"({units})", "").replace(f"（{units}）", "")
    return f"{headings} {body}".strip()


def rendered_text(document: Document, chunk: Chunk) -> str:
    """Give the English of a chunk without its responsibility lists; empty without a rendering."""
    if document.rendering is None:
        return ""
    lists = document.lists.get(chunk.ref, ())
    return " ".join(
        sentence.text
        for sentence in document.rendering.within(chunk.start, chunk.end)
        if not any(s.start < sentence.end and sentence.start < s.end for s in lists)
    )


def rows_of(document: Document, chunk: Chunk, number: int) -> list[tuple[Row, str]]:
    """List the rows of one chunk with the texts to embed for them."""
    own = chunk_language(chunk.text)
    found: list[tuple[Row, str]] = []

    def add(language: Language, kind: RowKind, start: int, end: int, text: str) -> None:
        digest = text_hash(text, kind)
        found.append((Row(number, language, kind, start, end, digest), text))

    def add_sentence(language: Language, start: int, end: int, parts: Sequence[str]) -> None:
        add(language, "sentence", start, end, " ".join(parts))
        for clause in (clause for part in parts for clause in number_clauses(part)):
            add(language, "clause", start, end, clause)

    add(own, "chunk", chunk.start, chunk.end, embedding_text(document, chunk))
    spans = split_sentences(document.text, chunk.start, chunk.end)
    wanted = {span: parts for span in spans if (parts := _evidence(document, chunk, span))}
    for (start, end), parts in wanted.items():
        add_sentence(own, start, end, [unwrapped(document.text, *part) for part in parts])
    rendered = rendered_text(document, chunk)
    if rendered and document.rendering:
        add("en", "chunk", chunk.start, chunk.end, rendered)
        for sentence in document.rendering.within(chunk.start, chunk.end):
            if (sentence.start, sentence.end) in wanted:
                add_sentence("en", sentence.start, sentence.end, [sentence.text])
    return found


def text_hash(text: str, kind: RowKind) -> str:
    """Name a text in 24 characters; a chunk apart from others, for it has token vectors too."""
    salted = f"chunk\0{text}" if kind == "chunk" else text
    return hashlib.sha256(salted.encode()).hexdigest()[:24]


def _evidence(document: Document, chunk: Chunk, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Leave out responsibility lists, and the preamble's title, salutation and signature."""
    if chunk.ref == PREAMBLE and document.text[span[1] - 1] not in "。！？.!?":
        return []
    return beside_lists(document.text, *span, document.lists.get(chunk.ref, ()))


def number_clauses(sentence: str) -> list[str]:
    """
    Give the clauses of a sentence that state a number, section numbers left aside.

    ``"试用期不得超过六个月,其中,制造业快速增长。" -> ["试用期不得超过六个月"]``
    """
    clauses = (found[0].strip(" 。.") for found in CLAUSE.finditer(sentence))
    return [
        clause
        for clause in clauses
        if len(clause) > 4 and states_quantity(SECTION_MARK.sub("", clause))
    ]


def lexical_text(document: Document, chunk: Chunk, language: Language) -> str:
    """Give the words of a chunk in one language; empty where it has none in it."""
    if chunk_language(chunk.text) == language:
        section = document.section(chunk.ref)
        path = document.path(section)[:-1] if section else ()
        return " ".join(
            [*(step.heading for step in path), unwrapped(document.text, chunk.start, chunk.end)]
        )
    return rendered_text(document, chunk) if language == "en" else ""


def row_array(rows: Iterable[Row]) -> np.ndarray:
    """Put rows into an array, which takes a tenth of the memory. *Shape:* ``(n,)``, of ROW."""
    return np.array(
        [
            (r.chunk, LANGUAGES.index(r.language), KINDS.index(r.kind), r.start, r.end, r.hash)
            for r in rows
        ],
        dtype=ROW,
    )
