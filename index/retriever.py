"""
Find the sections that answer a question: dense and lexical roads, fused by language pair.

Each road scores every candidate chunk. The dense score is the cosine of the chunk plus the best
cosine of one of its sentences; where a document has an English rendering, the better of its two
languages counts more. The token score lets every token of the question look for its nearest in
the chunk (:mod:`index.token_vectors`). Scores of a road are turned into z-scores over the
candidates and added with the weights of :data:`WEIGHTS`, which were chosen by measurement
(``python -m eval report``). Words of the other language are translated for the lexical roads
(:mod:`index.translations`). A lexical road only adds: a chunk without shared words stays in the
race.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.language import Language, detect_language
from index.duplicates import Duplicates
from index.encoder import EncodedQuestion, SentenceEncoder
from index.library import Index
from index.number_road import number_bonus
from index.reranker import Reranker
from index.rows import KINDS, LANGUAGES, RowKind
from index.structure import PREAMBLE_MALUS, Structure, raise_named
from index.translations import load_translations

POOL = 200  # candidates that each road puts forward
FEW = 8  # where less than one row in so many is wanted, these are read one by one


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each road counts: dense, lexical and by tokens, over source and rendering."""

    dense: float
    lexical: float
    rendered_dense: float = 0.0
    rendered_lexical: float = 0.0
    tokens: float = 0.6  # over whichever of the two fits better


# (language of the question, language of the chunk, does it have an English rendering)
WEIGHTS: dict[tuple[Language, Language, bool], Weights] = {
    ("zh", "zh", True): Weights(1.0, 0.75, 1.0, 0.0, 1.0),
    ("zh", "zh", False): Weights(1.0, 0.6),
    ("en", "zh", True): Weights(0.5, 0.25, 1.0, 0.5, 0.3),
    ("en", "zh", False): Weights(1.0, 0.2),
    ("en", "en", False): Weights(1.0, 0.5),
    ("zh", "en", False): Weights(1.0, 0.25),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A section found for a question. ``score`` is the fused one; ``cosine`` the dense one.

    ``raised`` is the part of the score that a stated number gives (:mod:`index.number_road`);
    ``copies`` holds the chunks of other documents that print the same passage.
    """

    document: str
    ref: str
    score: float
    rank: int
    chunk: int
    cosine: float
    copies: tuple[int, ...] = ()
    raised: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence span with the cosine of the question to it (the better of its languages)."""

    start: int
    end: int
    cosine: float


@dataclass(frozen=True)
class Search:
    """
    One question searched: its vector and its hits, best first, one a section.

    ``searched`` is the question as it was searched: with the documents' own names for what it
    calls by another name, without the place of which all the documents are.
    """

    question: str
    searched: str
    language: Language
    vector: np.ndarray
    hits: tuple[Hit, ...]

    @property
    def unraised(self) -> tuple[Hit, ...]:
        """
        Give the hits in the order that they have without what a stated number gives.

        That a section states such a number is no evidence that it is the one asked for.
        """
        return tuple(sorted(self.hits, key=lambda hit: hit.raised - hit.score))


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

        The documents' own names are added for what the question calls by another name.

        What several documents print is one hit, that of the best of them: a document that is
        loaded twice crowds out no other.

        :param language: of the question; detected when None
        :param documents: ids to search in; all when None
        """
        language = language or detect_language(question)
        scope = [d for d in self.index.documents if documents is None or d.id in documents]
        named = self._structure.named_sections(question, scope)
        parts = self._structure.sections_of_parts(question)
        bodies = self._structure.sections_of_bodies(question)
        searched = self._structure.without_place(question, scope)
        encoded = self.encoder.encode_question(searched)
        vector = encoded.vector
        if names := self._structure.other_names(question, scope):  # no tokens: they are not asked
            searched = " ".join([searched, *names])
            vector = self.encoder.encode_queries([searched])[0]
        allowed = self._allowed(documents)
        if not len(allowed):
            return Search(question, searched, language, vector, ())
        candidates, roads = self._candidates(searched, language, vector, allowed, k, named)
        if len(encoded.tokens):
            roads["tokens"] = self._token_scores(encoded, candidates)
        fused = self._fuse(language, candidates, roads)
        fused -= PREAMBLE_MALUS * self._structure.preambles[candidates]
        raised = number_bonus(self.index, searched, vector, *self._rows_of(candidates))
        fused += raised
        if self.reranker:
            fused = self._rerank(searched, candidates, fused)
        fused = raise_named(fused, candidates, named, parts, bodies)
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
                    float(raised[at]),
                )
            )
            if len(hits) == k:
                break
        return Search(question, searched, language, vector, tuple(hits))

    def evidence(
        self, vector: np.ndarray, chunk: int, kind: RowKind = "sentence"
    ) -> tuple[Evidence, ...]:
        """
        Score a chunk's sentences for a question vector, in source order.

        :param kind: ``"clause"`` scores a sentence by its best clause that states a number
        """
        start, end = self.index.row_starts[chunk : chunk + 2]
        rows = self.index.rows[start:end]
        wanted = np.flatnonzero(rows["kind"] == KINDS.index(kind))
        cosines = self.index.vectors.take(start + wanted) @ vector
        best: dict[tuple[int, int], float] = {}
        spans = zip(rows["start"][wanted].tolist(), rows["end"][wanted].tolist(), strict=True)
        for span, cosine in zip(spans, cosines.tolist(), strict=True):
            best[span] = max(cosine, best.get(span, -1.0))
        return tuple(Evidence(*span, cosine) for span, cosine in sorted(best.items()))

    def _copies(self, chunk: int, documents: frozenset[str] | None) -> tuple[int, ...]:
        """Give the same passage's chunks in the other documents that are searched."""
        return tuple(
            copy
            for copy in self.duplicates.chunks(chunk)
            if documents is None or self.index.chunks[copy].document in documents
        )

    def _allowed(self, documents: frozenset[str] | None) -> np.ndarray:
        if documents is None:
            return np.arange(len(self.index.chunks))
        ranges = self.index.document_chunks
        found = [np.arange(*ranges[d.id]) for d in self.index.documents if d.id in documents]
        return np.concatenate(found) if found else np.zeros(0, dtype=int)

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
            wanted = {*named, *self._nearest(vector, allowed)}
            for scores in lexical.values():
                found = allowed[scores[allowed] > 0]
                wanted.update(found[np.argsort(-scores[found], kind="stable")[:POOL]].tolist())
            sections = {(index.chunks[i].document, index.chunks[i].ref) for i in wanted}
            candidates = np.array(sorted(wanted), dtype=int) if len(sections) >= k else allowed
        source, rendered = self._dense(vector, candidates)
        is_chinese = index.languages[candidates] == LANGUAGES.index("zh")
        zh, en = lexical["zh"][candidates], lexical["en"][candidates]
        return candidates, {
            "dense": source,
            "rendered_dense": rendered,
            "lexical": np.where(is_chinese, zh, en),
            "rendered_lexical": np.where(is_chinese, en, 0.0),
        }

    def _nearest(self, vector: np.ndarray, allowed: np.ndarray) -> list[int]:
        """Give the allowed chunks that have the nearest rows, at most ``POOL``, best first."""
        index = self.index
        if len(allowed) * FEW < len(index.chunks):
            numbers, _ = self._rows_of(allowed)
            order = np.argsort(-(index.vectors.take(numbers) @ vector), kind="stable")
            near = index.rows["chunk"][numbers[order]]
        else:
            depth = POOL * 8 * (len(index.chunks) // len(allowed))
            _, rows = index.vectors.search(vector[None, :], k=min(len(index.rows), depth))
            near = index.rows["chunk"][rows[0]]
            is_allowed = np.zeros(len(index.chunks), dtype=bool)
            is_allowed[allowed] = True
            near = near[is_allowed[near]]
        return list(dict.fromkeys(near.tolist()))[:POOL]

    def _rows_of(self, chunks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the row numbers of chunks, and for each the place of its chunk among them."""
        starts = self.index.row_starts[chunks]
        counts = self.index.row_starts[chunks + 1] - starts
        numbers = np.arange(counts.sum()) + np.repeat(starts - np.cumsum(counts) + counts, counts)
        return numbers, np.repeat(np.arange(len(chunks)), counts)

    def _dense(self, vector: np.ndarray, candidates: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Score candidates: cosine of the chunk plus best cosine of a sentence, by language."""
        index = self.index
        numbers, places = self._rows_of(candidates)
        if len(numbers) * FEW < len(index.rows):
            cosines = index.vectors.take(numbers) @ vector
        else:
            cosines = index.vectors.cosines(vector)[numbers]
        rows = index.rows[numbers]
        is_own = rows["language"] == index.languages[candidates][places]

        def best(own: bool, kind: RowKind) -> np.ndarray:
            found = np.full(len(candidates), -1, dtype=np.float32)
            here = (is_own == own) & (rows["kind"] == KINDS.index(kind))
            np.maximum.at(found, places[here], cosines[here])
            return found

        whole, sentence = best(True, "chunk"), best(True, "sentence")
        rendered, line = best(False, "chunk"), best(False, "sentence")
        return (
            whole + np.where(sentence > -1, sentence, whole),
            np.where(line > -1, rendered + line, np.float32(0)),
        )

    def _token_scores(self, question: EncodedQuestion, candidates: np.ndarray) -> np.ndarray:
        """Score candidates by late interaction, in the better of their languages."""
        scores = np.full(len(candidates), -1, dtype=np.float32)
        numbers, places = self._rows_of(candidates)
        whole = self.index.rows["kind"][numbers] == KINDS.index("chunk")
        found = self.index.tokens.max_sim(question.tokens, question.weights, numbers[whole])
        np.maximum.at(scores, places[whole], found)
        return scores

    def _fuse(
        self, language: Language, candidates: np.ndarray, roads: dict[str, np.ndarray]
    ) -> np.ndarray:
        """Add the roads' z-scores, weighted by the language pair of each candidate."""
        has_rendering = roads["rendered_dense"] != 0
        # A rendering's scores are measured by what stands for each candidate, and a road that
        # it lacks counts as average: being rendered is neither a merit by itself nor a drawback.
        roads = roads | {
            f"rendered_{name}": np.where(has_rendering, roads[f"rendered_{name}"], roads[name])
            for name in ("dense", "lexical")
        }
        own = self.index.languages[candidates]
        weights = {name: np.zeros(len(candidates)) for name in roads}
        for (asked, text, rendering), pair in WEIGHTS.items():
            here = (own == LANGUAGES.index(text)) & (has_rendering == rendering)
            for name in roads if asked == language else ():
                weights[name][here] = getattr(pair, name)
        fused = sum(weights[name] * z_scores(roads[name]) for name in roads)
        # A rendered candidate has more roads, and their agreement tells more. Half-way between
        # its own weights and the largest, it neither outweighs the others nor gives way to them.
        total = sum(weights.values())
        return fused / np.maximum(np.sqrt(total * total.max()), 1e-9)

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
