"""
Find the sections that answer a question: dense and lexical roads, fused by language pair.

Each road scores every candidate chunk. The dense score is the cosine of the chunk plus the best
cosine of one of its sentences; where a document has an English rendering, the better of its two
languages counts more. Scores of a road are turned into z-scores over the candidates and added
with the weights of :data:`WEIGHTS`, which were chosen by measurement (``python -m eval report``).
Words of the other language are translated for the lexical roads (:mod:`index.translations`). A
lexical road only adds: a chunk without shared words stays in the race.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.language import Language, detect_language
from index.duplicates import Duplicates
from index.encoder import SentenceEncoder
from index.library import Index, RowKind
from index.reranker import Reranker
from index.structure import Structure, raise_named
from index.translations import load_translations

POOL = 200  # candidates that each road puts forward


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each road counts: dense and lexical, over source text and over rendering."""

    dense: float
    lexical: float
    rendered_dense: float = 0.0
    rendered_lexical: float = 0.0


# (language of the question, language of the chunk, does it have an English rendering)
WEIGHTS: dict[tuple[Language, Language, bool], Weights] = {
    ("zh", "zh", True): Weights(1.0, 0.75, 1.0, 0.0),
    ("zh", "zh", False): Weights(1.0, 0.75),
    ("en", "zh", True): Weights(0.5, 0.25, 1.0, 0.5),
    ("en", "zh", False): Weights(1.0, 0.2),
    ("en", "en", False): Weights(1.0, 0.5),
    ("zh", "en", False): Weights(1.0, 0.25),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A section found for a question. ``score`` is the fused one; ``cosine`` the dense one.

    ``copies`` holds the chunks of other documents that print the same passage.
    """

    document: str
    ref: str
    score: float
    rank: int
    chunk: int
    cosine: float
    copies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence span with the cosine of the question to it (the better of its languages)."""

    start: int
    end: int
    cosine: float


@dataclass(frozen=True)
class Search:
    """One question searched: its vector and its hits, best first, one a section."""

    question: str
    language: Language
    vector: np.ndarray
    hits: tuple[Hit, ...]


class Retriever:
    """Searches one index with one encoder; holds no state that a search changes."""

    def __init__(
        self, index: Index, encoder: SentenceEncoder, *, reranker: Reranker | None = None
    ) -> None:
        self.index = index
        self.encoder = encoder
        self.reranker = reranker
        self._structure = Structure(index)
        self.duplicates = Duplicates(index)

    def search(
        self,
        question: str,
        *,
        k: int = 10,
        language: Language | None = None,
        documents: frozenset[str] | None = None,
    ) -> Search:
        """
        Find the ``k`` best sections, one hit each; fewer only where there are fewer.

        What several documents print is one hit, that of the best of them: a document that is
        loaded twice crowds out no other.

        :param language: of the question; detected when None
        :param documents: ids to search in; all when None
        """
        language = language or detect_language(question)
        vector = self.encoder.encode_queries([question])[0]
        allowed = self._allowed(documents)
        if not len(allowed):
            return Search(question, language, vector, ())
        scope = [d for d in self.index.documents if documents is None or d.id in documents]
        named = self._structure.named_sections(question, scope)
        candidates, roads = self._candidates(question, language, vector, allowed, k, named)
        fused = self._fuse(language, candidates, roads)
        if self.reranker:
            fused = self._rerank(question, candidates, fused)
        fused = raise_named(fused, candidates, named, self._structure.sections_of_bodies(question))
        cosine = np.maximum(roads["dense"], roads["rendered_dense"]) / 2
        hits: list[Hit] = []
        seen: set[tuple[str, str]] = set()
        for at in np.argsort(-fused, kind="stable"):
            chunk = self.index.chunks[candidates[at]]
            if (chunk.document, chunk.ref) in seen:
                continue
            copies = self._copies(int(candidates[at]), documents)
            seen.add((chunk.document, chunk.ref))
            seen.update((self.index.chunks[i].document, self.index.chunks[i].ref) for i in copies)
            hits.append(
                Hit(
                    chunk.document,
                    chunk.ref,
                    float(fused[at]),
                    len(hits) + 1,
                    int(candidates[at]),
                    float(cosine[at]),
                    copies,
                )
            )
            if len(hits) == k:
                break
        return Search(question, language, vector, tuple(hits))

    def evidence(
        self, vector: np.ndarray, chunk: int, kind: RowKind = "sentence"
    ) -> tuple[Evidence, ...]:
        """
        Score a chunk's sentences for a question vector, in source order.

        :param kind: ``"clause"`` scores a sentence by its best clause that states a number
        """
        start, end = self.index.row_ranges[chunk]
        cosines = self.index.vectors.rows(start, end - start) @ vector
        best: dict[tuple[int, int], float] = {}
        for row, cosine in zip(self.index.rows[start:end], cosines, strict=True):
            if row.kind == kind:
                span = (row.start, row.end)
                best[span] = max(float(cosine), best.get(span, -1.0))
        return tuple(Evidence(*span, cosine) for span, cosine in sorted(best.items()))

    def _copies(self, chunk: int, documents: frozenset[str] | None) -> tuple[int, ...]:
        """Give the same passage's chunks in the other documents that are searched."""
        return tuple(
            copy
            for copy in self.duplicates.chunks(chunk)
            if documents is None or self.index.chunks[copy].document in documents
        )

    def _allowed(self, documents: frozenset[str] | None) -> np.ndarray:
        chunks = self.index.chunks
        if documents is None:
            return np.arange(len(chunks))
        return np.array([i for i, c in enumerate(chunks) if c.document in documents], dtype=int)

    def _candidates(
        self,
        question: str,
        language: Language,
        vector: np.ndarray,
        allowed: np.ndarray,
        k: int,
        named: Sequence[int],
    ) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """
        Collect the chunks that any road puts forward, with each road's score for them.

        Where they have fewer than ``k`` sections, every allowed chunk is a candidate.
        """
        index = self.index
        lexical = {
            code: index.lexical[code].scores(question, load_translations)
            if (code == "en" and language == "en") or code in index.own_languages
            else np.zeros(len(index.chunks), dtype=np.float32)  # a rendering has no weight there
            for code in ("zh", "en")
        }
        if len(allowed) <= POOL:
            candidates = allowed
        else:
            wanted: set[int] = set(named)
            depth = min(len(index.rows), POOL * 8 * max(1, len(index.chunks) // len(allowed)))
            _, rows = index.vectors.search(vector[None, :], k=depth)
            ok = set(allowed.tolist())
            for row in rows[0]:
                chunk = index.rows[row].chunk
                if chunk in ok:
                    wanted.add(chunk)
                if len(wanted) >= POOL:
                    break
            for scores in lexical.values():
                best = allowed[np.argsort(-scores[allowed], kind="stable")[:POOL]]
                wanted.update(int(i) for i in best if scores[i] > 0)
            sections = {(index.chunks[i].document, index.chunks[i].ref) for i in wanted}
            candidates = np.array(sorted(wanted), dtype=int) if len(sections) >= k else allowed
        source, rendered = self._dense(vector, candidates)
        own = [index.languages[i] for i in candidates]
        return candidates, {
            "dense": source,
            "rendered_dense": rendered,
            "lexical": np.array(
                [lexical[lang][i] for lang, i in zip(own, candidates, strict=True)]
            ),
            "rendered_lexical": np.array(
                [
                    lexical["en"][i] if lang == "zh" else 0.0
                    for lang, i in zip(own, candidates, strict=True)
                ]
            ),
        }

    def _dense(self, vector: np.ndarray, candidates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Score candidates: cosine of the chunk plus best cosine of a sentence, by language."""
        index = self.index
        source = np.zeros(len(candidates), dtype=np.float32)
        rendered = np.zeros(len(candidates), dtype=np.float32)
        for at, chunk in enumerate(candidates):
            start, end = index.row_ranges[chunk]
            cosines = index.vectors.rows(start, end - start) @ vector
            own = index.languages[chunk]
            parts = {True: [0.0, -1.0], False: [0.0, -1.0]}  # keyed by: is the source's language
            for row, cosine in zip(index.rows[start:end], cosines, strict=True):
                part = parts[row.language == own]
                if row.kind == "chunk":
                    part[0] = float(cosine)
                elif row.kind == "sentence":
                    part[1] = max(part[1], float(cosine))
            source[at] = parts[True][0] + (
                parts[True][1] if parts[True][1] > -1 else parts[True][0]
            )
            if parts[False][1] > -1:
                rendered[at] = sum(parts[False])
        return source, rendered

    def _fuse(
        self, language: Language, candidates: np.ndarray, roads: dict[str, np.ndarray]
    ) -> np.ndarray:
        """Add the roads' z-scores, weighted by the language pair of each candidate."""
        has_rendering = roads["rendered_dense"] != 0
        pairs = [
            WEIGHTS[language, self.index.languages[i], bool(rendering)]
            for i, rendering in zip(candidates, has_rendering, strict=True)
        ]
        fused = np.zeros(len(candidates))
        for name, scores in roads.items():
            weights = np.array([getattr(pair, name) for pair in pairs])
            if weights.any():
                fused += weights * z_scores(scores)
        return fused / np.array(
            [sum((p.dense, p.lexical, p.rendered_dense, p.rendered_lexical)) for p in pairs]
        )

    def _rerank(self, question: str, candidates: np.ndarray, fused: np.ndarray) -> np.ndarray:
        """Put the reranker's order on top of the best candidates."""
        assert self.reranker is not None
        top = np.argsort(-fused, kind="stable")[: self.reranker.depth]
        texts = [self.index.chunks[candidates[i]].text for i in top]
        scores = self.reranker.score(question, texts)
        reranked = fused.copy()
        reranked[top] = (
            fused.max() + 1 + z_scores(np.asarray(scores)) - z_scores(np.asarray(scores)).min()
        )
        return reranked


def copies_json(hit: Hit, index: Index) -> dict[str, object]:
    """Give the sections that print a hit's passage too, for JSON; nothing where there are none."""
    chunks = (index.chunks[copy] for copy in hit.copies)
    copies = [{"document": chunk.document, "ref": chunk.ref} for chunk in chunks]
    return {"copies": copies} if copies else {}


def z_scores(scores: np.ndarray) -> np.ndarray:
    """Shift and scale to mean 0 and deviation 1; all zero where the scores are all alike."""
    spread = scores.std()
    return (scores - scores.mean()) / spread if spread > 1e-9 else np.zeros(len(scores))
