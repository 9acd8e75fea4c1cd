"""
The searchable whole in memory: documents, chunks, their vectors and their words.

An :class:`Index` never changes; adding a document makes a new one that shares every segment
(:mod:`index.segment`) of the old, and embeds only texts that the old one has not.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeVar, cast

import numpy as np

from corpus.chunking import Chunk
from corpus.document import Document
from corpus.language import Language
from index.encoder import NO_TOKENS, SentenceEncoder
from index.lexical import LexicalIndex
from index.rows import KINDS, LANGUAGES
from index.segment import Draft, Segment, compacted, joined_rows
from index.token_vectors import TokenVectors
from index.vectors import VectorIndex

BLOCK = 40_000  # characters of the documents that are embedded together


@dataclass(frozen=True, slots=True)
class Progress:
    """How far building has come."""

    documents: int
    sections: int  # their chunks


Report = Callable[[Progress], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """A generation on the disk, told from any other that had or will have its number."""

    folder: Path
    generation: str
    changed: int
    inode: int


@dataclass(frozen=True)
class Index:
    """Everything a search needs. ``lexical`` holds one row a chunk for each language."""

    encoder: str  # the identity of the encoder that made the vectors
    dimension: int  # of the vectors
    segments: tuple[Segment, ...]
    stored: Stored | None = field(default=None, compare=False)  # as which it lies on the disk

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Give the documents of all segments."""
        return tuple(chain.from_iterable(segment.documents for segment in self.segments))

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """Give the chunks of all documents."""
        return tuple(chain.from_iterable(segment.chunks for segment in self.segments))

    @cached_property
    def rows(self) -> np.ndarray:
        """Give the account of all vectors. *Shape:* ``(n,)``, of :data:`index.rows.ROW`."""
        counts = [len(segment.chunks) for segment in self.segments]
        return joined_rows([segment.rows for segment in self.segments], counts)

    @cached_property
    def vectors(self) -> VectorIndex:
        """Give the vectors of all rows."""
        return VectorIndex.joined((segment.vectors for segment in self.segments), self.dimension)

    @cached_property
    def tokens(self) -> TokenVectors:
        """Give the token vectors of all rows; only those of whole chunks have any."""
        return TokenVectors.joined(segment.tokens for segment in self.segments)

    @cached_property
    def lexical(self) -> dict[Language, LexicalIndex]:
        """Give the words of all chunks, by language."""
        return {
            language: LexicalIndex((segment.words[language] for segment in self.segments), language)
            for language in LANGUAGES
        }

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """Map document ids to documents."""
        return {document.id: document for document in self.documents}

    @cached_property
    def row_starts(self) -> np.ndarray:
        """Give the first row of each chunk, and the number of rows. *Shape:* ``(chunks + 1,)``."""
        counts = np.bincount(self.rows["chunk"], minlength=len(self.chunks))
        return np.concatenate([[0], np.cumsum(counts)])

    @cached_property
    def languages(self) -> np.ndarray:
        """Give the language of each chunk's own text, by its place in LANGUAGES."""
        return self.rows["language"][self.row_starts[:-1]]

    @cached_property
    def own_languages(self) -> frozenset[Language]:
        """Give the languages that the chunks' own texts are in."""
        return frozenset(LANGUAGES[code] for code in np.unique(self.languages))

    @cached_property
    def document_chunks(self) -> dict[str, tuple[int, int]]:
        """Map document ids to the range of their chunks, which stand together."""
        ranges: dict[str, tuple[int, int]] = {document.id: (0, 0) for document in self.documents}
        for number, chunk in enumerate(self.chunks):
            start, end = ranges[chunk.document]
            ranges[chunk.document] = (start, number + 1) if end else (number, number + 1)
        return ranges

    @cached_property
    def plain_texts(self) -> list[str]:
        """Give each chunk's text, normalised for the look-up of names."""
        return list(chain.from_iterable(segment.plain_texts for segment in self.segments))

    @cached_property
    def _segment_of(self) -> dict[str, Segment]:
        return {document.id: segment for segment in self.segments for document in segment.documents}

    def joined(self, other: "Index") -> "Index":
        """Give an index of these documents and of those of another one whose ids it has not."""
        new = other.by_id.keys() - self.by_id.keys()
        kept = (segment.keeping(new) for segment in other.segments)
        segments = (*self.segments, *(segment for segment in kept if segment.documents))
        return Index(self.encoder, self.dimension, segments)

    def derived(self, read: Callable[[Document], T], document: Document) -> T:
        """
        Give what a function reads from one of the documents; it is called once for each.

        What it gave is remembered beside the document for as long as any index holds that: an
        index with one more document need not read the others again.

        :param read: a function of the document alone, defined at the top of a module
        """
        known = self._segment_of[document.id].derived
        key = (read, document.id)
        if key not in known:
            known[key] = read(document)
        return cast("T", known[key])

    def document(self, id: str) -> Document:  # noqa: A002
        """
        Find a document.

        :raises KeyError: if it is not in the index
        """
        return self.by_id[id]


def build_index(
    documents: Iterable[Document],
    encoder: SentenceEncoder,
    *,
    known: Index | None = None,
    report: Report = lambda _: None,
) -> Index:
    """
    Index documents. Those that ``known`` has unchanged come first, as they are there.

    :param documents: read one after the other, as the work goes on
    :param known: an index whose vectors are taken over for every text that it already has
    :param report: is told how far the new documents have come
    """
    identity = encoder.identity
    if known is None or known.encoder != identity:
        known = Index(identity, encoder.dimension, ())
    documents = tuple(documents) if known.segments else documents
    kept = _kept(documents, known) if known.segments else ()
    kept_ids = {document.id for segment in kept for document in segment.documents}
    new = (document for document in documents if document.id not in kept_ids)
    made = _embedded(new, encoder, known, report)
    return Index(identity, known.dimension, compacted([*kept, *made]))


def _kept(documents: Sequence[Document], known: Index) -> tuple[Segment, ...]:
    """Give the known segments with what stays of their documents."""
    wanted = {document.id: document for document in documents}
    stays = {d.id for d in known.documents if d.id in wanted and wanted[d.id] == d}
    segments = (segment.keeping(stays) for segment in known.segments)
    return tuple(segment for segment in segments if segment.documents)


def _embedded(
    documents: Iterable[Document], encoder: SentenceEncoder, known: Index, report: Report
) -> tuple[Segment, ...]:
    """Make segments of new documents; a text that stands anywhere already is not embedded."""
    rows: dict[bytes, int] | None = None  # of each text that has a vector: known rows, then new
    made: list[Segment] = []
    done = sections = 0
    for block in _blocks(documents):
        if rows is None:
            rows = {text: row for row, text in enumerate(known.rows["hash"].tolist())}
        segments = [*known.segments, *made]
        held = VectorIndex.joined((segment.vectors for segment in segments), known.dimension)
        held_tokens = TokenVectors.joined(segment.tokens for segment in segments)
        draft = Draft.of(block)
        hashes = draft.rows["hash"].tolist()
        place, new, new_tokens = _encoded(draft, rows, encoder)
        fresh = np.array([at for at, text in enumerate(hashes) if text in place], dtype=np.int64)
        old = np.array([at for at, text in enumerate(hashes) if text not in place], dtype=np.int64)
        known_rows = np.array([rows[hashes[at]] for at in old], dtype=np.int64)
        vectors = np.empty((len(hashes), known.dimension), dtype=np.float32)
        vectors[fresh] = new[[place[hashes[at]] for at in fresh]]
        vectors[old] = held.take(known_rows)
        tokens = [new_tokens[place[text]] if text in place else NO_TOKENS for text in hashes]
        for at, own in zip(old, held_tokens.take(known_rows), strict=True):
            tokens[at] = own
        for at, text in enumerate(hashes):
            rows.setdefault(text, len(held) + at)
        made = list(compacted([*made, draft.finish(vectors, tokens)]))
        done, sections = done + len(block), sections + len(draft.chunks)
        report(Progress(done, sections))
    return tuple(made)


def _encoded(
    draft: Draft, known: Collection[bytes], encoder: SentenceEncoder
) -> tuple[dict[bytes, int], np.ndarray, list[np.ndarray]]:
    """
    Embed the texts of a draft that are not known, each once.

    :returns: the place of each text by its hash, their vectors and their token vectors
    """
    missing: dict[bool, dict[bytes, str]] = {True: {}, False: {}}  # chunks; all other texts
    for row, text in zip(draft.rows, draft.texts, strict=True):
        if (name := row["hash"].item()) not in known:
            missing[KINDS[row["kind"]] == "chunk"][name] = text
    chunks, others = missing[True], missing[False]
    place = {name: at for at, name in enumerate([*chunks, *others])}
    vectors, tokens = encoder.encode_chunks(list(chunks.values()))
    rest = encoder.encode_passages(list(others.values()))
    return place, np.concatenate([vectors, rest]), [*tokens, *[NO_TOKENS] * len(rest)]


def _blocks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Group documents so that a block has a few hundred texts to embed."""
    block: list[Document] = []
    for document in documents:
        block.append(document)
        if sum(len(each.text) for each in block) >= BLOCK:
            yield block
            block = []
    if block:
        yield block


def unique_ids(documents: Iterable[Document], taken: set[str]) -> list[tuple[Document, str]]:
    """
    Give every document an id that no other has: a suffix -2, -3 … where two are alike.

    :returns: each document with its new id, which mostly is its own
    """
    taken = set(taken)
    named: list[tuple[Document, str]] = []
    for document in documents:
        name = free_id(document.id, taken)
        taken.add(name)
        named.append((document, name))
    return named


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Give an id, or where it is taken the first of its suffixed forms that is free."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
