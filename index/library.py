"""
The searchable whole in memory: documents, chunks, their vectors and their words.

An :class:`Index` never changes; adding a document makes a new one that takes over the vectors
of every text it already had.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from corpus.chunking import Chunk, chunk_document
from corpus.document import Document
from corpus.language import Language, detect_language
from corpus.normalise import normalise
from corpus.sections import PREAMBLE
from corpus.sentences import split_sentences, trim
from index.encoder import SentenceEncoder
from index.lexical import LexicalIndex
from index.vectors import VectorIndex

RowKind = Literal["chunk", "sentence", "clause"]
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


@dataclass(frozen=True)
class Index:
    """Everything a search needs. ``lexical`` holds one row a chunk for each language."""

    encoder: str  # the identity of the encoder that made the vectors
    documents: tuple[Document, ...]
    chunks: tuple[Chunk, ...]
    rows: tuple[Row, ...]
    vectors: VectorIndex
    lexical: dict[Language, LexicalIndex]

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """Map document ids to documents."""
        return {document.id: document for document in self.documents}

    @cached_property
    def row_ranges(self) -> list[tuple[int, int]]:
        """Give for each chunk the range of its rows, which stand together."""
        counts = np.bincount([row.chunk for row in self.rows], minlength=len(self.chunks))
        ends = np.cumsum(counts)
        return [(int(end - count), int(end)) for end, count in zip(ends, counts, strict=True)]

    @cached_property
    def languages(self) -> list[Language]:
        """Give the language of each chunk's own text."""
        return [detect_language(chunk.text) for chunk in self.chunks]

    @cached_property
    def own_languages(self) -> frozenset[Language]:
        """Give the languages that the chunks' own texts are in."""
        return frozenset(self.languages)

    @cached_property
    def plain_texts(self) -> list[str]:
        """Give each chunk's text, normalised for the look-up of names."""
        return [normalise(chunk.text) for chunk in self.chunks]

    def document(self, id: str) -> Document:  # noqa: A002
        """
        Find a document.

        :raises KeyError: if it is not in the index
        """
        return self.by_id[id]


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
    body = chunk.text
    for found in document.lists.get(chunk.ref, ()):
        body = body.replace(f"({found.text})", "").replace(f"（{found.text}）", "")
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
        digest = hashlib.sha256(text.encode()).hexdigest()[:24]
        found.append((Row(number, language, kind, start, end, digest), text))

    def add_sentence(language: Language, start: int, end: int, text: str) -> None:
        add(language, "sentence", start, end, text)
        for clause in number_clauses(text):
            add(language, "clause", start, end, clause)

    add(own, "chunk", chunk.start, chunk.end, embedding_text(document, chunk))
    spans = split_sentences(document.text, chunk.start, chunk.end)
    wanted = {span for span in spans if _is_evidence(document, chunk, span)}
    for start, end in spans:
        if (start, end) in wanted:
            add_sentence(own, start, end, document.text[start:end])
    rendered = rendered_text(document, chunk)
    if rendered and document.rendering:
        add("en", "chunk", chunk.start, chunk.end, rendered)
        for sentence in document.rendering.within(chunk.start, chunk.end):
            if (sentence.start, sentence.end) in wanted:
                add_sentence("en", sentence.start, sentence.end, sentence.text)
    return found


def _is_evidence(document: Document, chunk: Chunk, span: tuple[int, int]) -> bool:
    """Leave out responsibility lists, and the preamble's title, salutation and signature."""
    start, end = span
    lists = document.lists.get(chunk.ref, ())
    if any(item.start < end and start < item.end for item in lists):
        return False
    return chunk.ref != PREAMBLE or document.text[end - 1] in "。！？.!?"


def number_clauses(sentence: str) -> list[str]:
    """
    Give the clauses of a sentence that state a number, section numbers left aside.

    ``"规模达到7500亿元,其中,制造业快速增长。" -> ["规模达到7500亿元"]``
    """
    clauses = (found[0].strip(" 。.") for found in CLAUSE.finditer(sentence))
    return [
        clause
        for clause in clauses
        if len(clause) > 4 and re.search(r"\d|[百千万亿]+次", SECTION_MARK.sub("", clause))
    ]


def lexical_text(document: Document, chunk: Chunk, language: Language) -> str:
    """Give the words of a chunk in one language; empty where it has none in it."""
    if chunk_language(chunk.text) == language:
        section = document.section(chunk.ref)
        path = document.path(section)[:-1] if section else ()
        return " ".join([*(step.heading for step in path), chunk.text])
    return rendered_text(document, chunk) if language == "en" else ""


def build_index(
    documents: Iterable[Document],
    encoder: SentenceEncoder,
    *,
    known: Index | None = None,
    progress: bool = False,
) -> Index:
    """
    Index documents.

    :param known: an index whose vectors are taken over for every text that it already has
    :param progress: show a progress bar on stderr while embedding
    """
    documents = tuple(documents)
    chunks: list[Chunk] = []
    rows: list[Row] = []
    texts: list[str] = []
    for document in documents:
        for chunk in chunk_document(document):
            for row, text in rows_of(document, chunk, len(chunks)):
                rows.append(row)
                texts.append(text)
            chunks.append(chunk)
    identity = encoder.identity
    have = _known_vectors(known) if known and known.encoder == identity else {}
    missing = {
        row.hash: text for row, text in zip(rows, texts, strict=True) if row.hash not in have
    }
    new = encoder.encode_passages(list(missing.values()), progress=progress)
    have |= dict(zip(missing, new, strict=True))
    vectors = np.stack([have[row.hash] for row in rows]) if rows else new
    by_id = {document.id: document for document in documents}
    lexical: dict[Language, LexicalIndex] = {
        language: LexicalIndex.from_texts(
            [lexical_text(by_id[chunk.document], chunk, language) for chunk in chunks], language
        )
        for language in ("zh", "en")
    }
    return Index(
        identity, documents, tuple(chunks), tuple(rows), VectorIndex.from_vectors(vectors), lexical
    )


def _known_vectors(index: Index) -> dict[str, np.ndarray]:
    every = index.vectors.rows(0, len(index.vectors))
    return {row.hash: vector for row, vector in zip(index.rows, every, strict=True)}


def unique_ids(documents: Sequence[Document], taken: set[str]) -> list[tuple[Document, str]]:
    """
    Give every document an id that no other has: a suffix -2, -3 … where two are alike.

    :returns: each document with its new id, which mostly is its own
    """
    taken = set(taken)
    named: list[tuple[Document, str]] = []
    for document in documents:
        name, number = document.id, 1
        while name in taken:
            number += 1
            name = f"{document.id}-{number}"
        taken.add(name)
        named.append((document, name))
    return named


def body_span(document: Document, chunk: Chunk) -> tuple[int, int]:
    """Give the chunk's span without its heading."""
    section = document.section(chunk.ref)
    start = max(chunk.start, section.heading_end) if section else chunk.start
    return trim(document.text, start, chunk.end)
