"""
Passages that stand in several documents: a plan loaded in two copies, a clause taken over.

Two sentences are the same if they agree in every letter and digit; blanks and punctuation, which
differ between the files of one text, do not count. From the sentences follow the chunks and the
documents that are the same.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from corpus.document import Document
from index.library import Index
from index.rows import KINDS

LEAST = 12  # letters of a sentence that is taken over; shorter ones agree by chance
SAME = 0.97  # share of two chunks, by letters, that must agree
COPY = 0.9  # the same for two files of one text
WIDE = 40  # passages of one wording; more are a phrase of the trade
MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document, ``text[start:end]``, in the section of its chunk."""

    document: str
    ref: str
    start: int
    end: int
    chunk: int


def passage_key(text: str) -> str:
    """Give what must agree of two passages: letters and digits, half-width, case folded."""
    return MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


class Duplicates:
    """Knows the passages that an index holds several times; read once, when first asked."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def passages(self, document: str, start: int, end: int) -> tuple[Passage, ...]:
        """Give the passages of other documents that are the same as a sentence of this one."""
        same = self._by_span.get((document, start, end), ())
        return tuple(passage for passage in same if passage.document != document)

    def chunks(self, chunk: int) -> tuple[int, ...]:
        """Give the chunks of other documents that are the same as a chunk, in their order."""
        return self._chunks.get(chunk, ())

    def copies(self, document: Document) -> tuple[Document, ...]:
        """Give the other documents that say the same as one, in the index's order."""
        same = self._same.get(document.id)
        if not same:
            return ()
        return tuple(other for other in self._index.documents if other.id in same)

    def distinct(
        self, documents: Iterable[Document], *, read_less_well: bool = False
    ) -> tuple[Document, ...]:
        """
        Leave out the documents that say the same as one before them.

        :param read_less_well: also those whose files give the same text with some errors
        """
        kept: dict[str, Document] = {}
        for document in documents:
            alike = self._alike if read_less_well else self._same
            if not kept.keys() & frozenset(alike.get(document.id, ())):
                kept[document.id] = document
        return tuple(kept.values())

    @cached_property
    def _same(self) -> dict[str, frozenset[str]]:
        """
        Give the documents that say the same as each.

        Every sentence of one stands in the other, though perhaps cut elsewhere; two versions of
        a law that differ in one article do not say the same.
        """
        sentences: dict[str, list[str]] = defaultdict(list)
        for key, passage in self._sentences:
            if passage.document in self._alike:
                sentences[passage.document].append(key)
        whole = {name: passage_key(self._index.by_id[name].text) for name in self._alike}

        def holds(one: str, other: str) -> bool:
            return all(key in whole[one] for key in sentences[other] if len(key) >= LEAST)

        return {
            one: frozenset(other for other in others if holds(one, other) and holds(other, one))
            for one, others in self._alike.items()
        }

    @cached_property
    def _alike(self) -> dict[str, set[str]]:
        """Give the documents that agree with each in most of the longer one, by letters."""
        alike: dict[str, set[str]] = defaultdict(set)
        for (one, other), shared in self._shared_documents.items():
            share = shared / max(self._letters[one], self._letters[other])
            dates = {self._index.by_id[one].date, self._index.by_id[other].date} - {None}
            if share >= COPY and len(dates) < 2:  # two dates are two versions of one text
                alike[one].add(other)
                alike[other].add(one)
        return alike

    @cached_property
    def _sentences(self) -> list[tuple[str, Passage]]:
        """Give each sentence of the documents' own texts with its key."""
        index = self._index
        found: list[tuple[str, Passage]] = []
        own = index.rows["language"] == index.languages[index.rows["chunk"]]
        rows = index.rows[own & (index.rows["kind"] == KINDS.index("sentence"))]
        spans = (rows[name].tolist() for name in ("chunk", "start", "end"))
        for number, start, end in zip(*spans, strict=True):
            chunk = index.chunks[number]
            key = passage_key(index.by_id[chunk.document].text[start:end])
            found.append((key, Passage(chunk.document, chunk.ref, start, end, number)))
        return found

    @cached_property
    def _repeated(self) -> dict[str, list[Passage]]:
        """Give by key what stands in more than one document."""
        by_key: dict[str, list[Passage]] = defaultdict(list)
        for key, passage in self._sentences:
            by_key[key].append(passage)
        return {
            key: passages
            for key, passages in by_key.items()
            if len(passages) <= WIDE and len({passage.document for passage in passages}) > 1
        }

    @cached_property
    def _by_span(self) -> dict[tuple[str, int, int], list[Passage]]:
        return {
            (passage.document, passage.start, passage.end): passages
            for key, passages in self._repeated.items()
            if len(key) >= LEAST
            for passage in passages
        }

    @cached_property
    def _chunks(self) -> dict[int, tuple[int, ...]]:
        letters: Counter[int] = Counter()
        for key, passage in self._sentences:
            letters[passage.chunk] += len(key)
        shared: Counter[tuple[int, int]] = Counter()
        for key, passages in self._repeated.items():
            for a, b in combinations(dict.fromkeys(p.chunk for p in passages), 2):
                if self._index.chunks[a].document != self._index.chunks[b].document:
                    shared[a, b] += len(key)
        same: dict[int, list[int]] = defaultdict(list)
        for (a, b), count in shared.items():
            if count >= SAME * max(letters[a], letters[b]) and count >= LEAST:
                same[a].append(b)
                same[b].append(a)
        return {chunk: tuple(sorted(others)) for chunk, others in same.items()}

    @cached_property
    def _letters(self) -> Counter[str]:
        letters: Counter[str] = Counter()
        for key, passage in self._sentences:
            letters[passage.document] += len(key)
        return letters

    @cached_property
    def _shared_documents(self) -> Counter[tuple[str, str]]:
        shared: Counter[tuple[str, str]] = Counter()
        for key, passages in self._repeated.items():
            for a, b in combinations(sorted({passage.document for passage in passages}), 2):
                shared[a, b] += len(key)
        return shared
