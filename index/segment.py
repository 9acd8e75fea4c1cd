"""
A segment: some documents of an index with everything that is made of them.

Segments never change and are shared: an index with one more document has the old segments and a
small new one, in memory and on disk. Small neighbours grow together, so that there stay few.
"""

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np

from corpus.chunking import Chunk, chunk_document
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import normalise
from index.lexical import index_terms
from index.postings import Postings
from index.rows import LANGUAGES, Row, lexical_text, row_array, rows_of
from index.token_vectors import TokenVectors
from index.vectors import VectorIndex

MAX_ROWS = 65_536  # of a segment that others grow into: what one change may have to write


@dataclass(frozen=True, eq=False)
class Segment:
    """
    Some documents with their chunks, rows, vectors and words.

    ``rows`` is an array of :data:`index.rows.ROW` whose chunks are counted in the segment;
    ``tokens`` belong to rows too, and only those of whole chunks have any; ``words`` holds one row
    a chunk for each language. ``name`` is the segment's alone: two with one name are equal in
    everything. ``derived`` remembers what was read from single documents
    (:meth:`index.library.Index.derived`).
    """

    name: str
    documents: tuple[Document, ...]
    chunks: tuple[Chunk, ...]
    rows: np.ndarray
    vectors: VectorIndex
    tokens: TokenVectors
    words: dict[Language, Postings]
    derived: dict[tuple[Callable, str], object] = field(default_factory=dict, repr=False)

    @cached_property
    def plain_texts(self) -> list[str]:
        """Give each chunk's text, normalised for the look-up of names."""
        return [normalise(chunk.text) for chunk in self.chunks]

    def keeping(self, ids: Collection[str]) -> "Segment":
        """Give a segment of those documents alone; the segment itself where they are all."""
        documents = tuple(document for document in self.documents if document.id in ids)
        if len(documents) == len(self.documents):
            return self
        kept = np.array([chunk.document in ids for chunk in self.chunks], dtype=bool)
        kept_rows = np.flatnonzero(kept[self.rows["chunk"]])
        rows = self.rows[kept_rows]
        rows["chunk"] = (np.cumsum(kept) - 1)[rows["chunk"]]
        return Segment(
            name=secrets.token_hex(8),
            documents=documents,
            chunks=tuple(chunk for chunk in self.chunks if chunk.document in ids),
            rows=rows,
            vectors=VectorIndex.from_vectors(self.vectors.take(kept_rows)),
            tokens=TokenVectors.of(self.tokens.take(kept_rows)),
            words={language: own.take(kept) for language, own in self.words.items()},
            derived={key: value for key, value in self.derived.copy().items() if key[1] in ids},
        )


@dataclass(frozen=True, eq=False)
class Draft:
    """A segment to be whose texts wait for their vectors, one text a row."""

    documents: tuple[Document, ...]
    chunks: tuple[Chunk, ...]
    rows: np.ndarray
    texts: tuple[str, ...]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "Draft":
        """Cut documents into chunks and rows."""
        chunks: list[Chunk] = []
        rows: list[tuple[Row, str]] = []
        for document in documents:
            for chunk in chunk_document(document):
                rows += rows_of(document, chunk, len(chunks))
                chunks.append(chunk)
        return cls(
            documents=tuple(documents),
            chunks=tuple(chunks),
            rows=row_array(row for row, _ in rows),
            texts=tuple(text for _, text in rows),
        )

    def finish(self, vectors: np.ndarray, tokens: Sequence[np.ndarray]) -> Segment:
        """
        Make the segment.

        :param vectors: unit length. *Shape:* ``(rows, dim)``
        :param tokens: the token vectors of each row
        """
        by_id = {document.id: document for document in self.documents}
        return Segment(
            name=secrets.token_hex(8),
            documents=self.documents,
            chunks=self.chunks,
            rows=self.rows,
            vectors=VectorIndex.from_vectors(vectors),
            tokens=TokenVectors.of(tokens),
            words={
                language: Postings.of(
                    index_terms(lexical_text(by_id[chunk.document], chunk, language), language)
                    for chunk in self.chunks
                )
                for language in LANGUAGES
            },
        )


def merged(segments: Sequence[Segment]) -> Segment:
    """Put the documents of segments one after the other into one."""
    counts = [len(segment.chunks) for segment in segments]
    dimension = segments[0].vectors.dimension
    vectors = VectorIndex.joined((segment.vectors for segment in segments), dimension)
    tokens = TokenVectors.joined(segment.tokens for segment in segments)
    return Segment(
        name=secrets.token_hex(8),
        documents=tuple(chain.from_iterable(segment.documents for segment in segments)),
        chunks=tuple(chain.from_iterable(segment.chunks for segment in segments)),
        rows=joined_rows([segment.rows for segment in segments], counts),
        vectors=VectorIndex.from_vectors(vectors.rows(0, len(vectors))),
        tokens=TokenVectors.of(tokens.take(np.arange(len(tokens)))),
        words={
            language: Postings.joined([segment.words[language] for segment in segments])
            for language in LANGUAGES
        },
        derived={k: v for segment in segments for k, v in segment.derived.copy().items()},
    )


def joined_rows(rows: Sequence[np.ndarray], chunks: Sequence[int]) -> np.ndarray:
    """
    Put the rows of segments one after the other, their chunks counted through.

    :param chunks: how many chunks each segment has
    """
    if not rows:
        return row_array(())
    joined = np.concatenate(rows)
    before = np.cumsum([0, *chunks[:-1]])
    joined["chunk"] += np.repeat(before, [len(own) for own in rows]).astype(np.int32)
    return joined


def compacted(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """
    Let a segment grow into the one before it that is no larger than twice its size.

    So each is more than twice as large as the next: there are few, and over many additions a
    document is copied a few times only.
    """
    stack: list[Segment] = []
    for segment in segments:
        stack.append(segment)
        while len(stack) > 1 and _grow_together(len(stack[-2].rows), len(stack[-1].rows)):
            last = stack.pop()
            stack.append(merged([stack.pop(), last]))
    return tuple(stack)


def _grow_together(before: int, after: int) -> bool:
    return before <= 2 * after and before + after <= MAX_ROWS
