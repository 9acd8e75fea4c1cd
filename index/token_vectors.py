"""
Token vectors of chunks, and late interaction over them.

One vector for a whole chunk blurs what its sentences say. Beside it every token of the chunk keeps
a small vector of its own (:mod:`index.token_head`), and each token of a question looks for the
nearest of them: MaxSim of ColBERT (Khattab & Zaharia 2020, arXiv 2004.12832).
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SCALE = 127  # a unit vector's components, stored as whole numbers


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """Token vectors of some rows. *Shapes:* ``(tokens, dim)`` int8, ``(rows + 1,)`` int64."""

    vectors: np.ndarray
    starts: np.ndarray


class TokenVectors:
    """
    The token vectors of rows; a row may have none.

    The rows lie in parts that several indexes may share; a part never changes.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = tuple(part for part in parts if len(part.starts) > 1)
        self._starts = np.cumsum([0, *(len(part.starts) - 1 for part in self._parts)])

    @classmethod
    def of(cls, rows: Sequence[np.ndarray]) -> "TokenVectors":
        """
        Keep the token vectors of rows.

        :param rows: one array a row. *Shape:* ``(tokens, dim)``, int8
        """
        return cls([_part(rows)])

    @classmethod
    def joined(cls, several: Iterable["TokenVectors"]) -> "TokenVectors":
        """Put the rows of several one after the other, without copying them."""
        return cls(part for each in several for part in each._parts)

    def __len__(self) -> int:
        return int(self._starts[-1])

    def take(self, rows: np.ndarray) -> list[np.ndarray]:
        """Give the token vectors of rows in any order. *Shape of each:* ``(tokens, dim)``, int8."""
        which = np.searchsorted(self._starts, rows, side="right") - 1
        found = []
        for number, row in zip(which.tolist(), rows.tolist(), strict=True):
            part, own = self._parts[number], row - int(self._starts[number])
            found.append(part.vectors[part.starts[own] : part.starts[own + 1]])
        return found

    def max_sim(self, tokens: np.ndarray, weights: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """
        Score rows for a question: the weighted mean of each token's cosine to its nearest.

        :param tokens: unit vectors of the question's tokens. *Shape:* ``(q, dim)``, float32
        :param weights: what each of them counts; their sum is 1. *Shape:* ``(q,)``
        :returns: -1 to 1; 0 for a row without tokens. *Shape:* ``(n,)``, float32
        """
        scores = np.zeros(len(rows), dtype=np.float32)
        own = self.take(rows)
        filled = [at for at, vectors in enumerate(own) if len(vectors)]
        if not filled or not len(tokens):
            return scores
        lengths = [len(own[at]) for at in filled]
        whole = np.concatenate([own[at] for at in filled]).astype(np.float32)
        cosines = whole @ (tokens.T / SCALE)
        firsts = np.cumsum([0, *lengths[:-1]])
        scores[filled] = np.maximum.reduceat(cosines, firsts, axis=0) @ weights
        return scores

    def nearest(self, tokens: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """
        Give each token's cosine to its nearest in any of some rows.

        :param tokens: unit vectors of the question's tokens. *Shape:* ``(q, dim)``, float32
        :returns: -1 to 1; 0 where no row has tokens. *Shape:* ``(q,)``, float32
        """
        own = [vectors for vectors in self.take(rows) if len(vectors)]
        if not own:
            return np.zeros(len(tokens), dtype=np.float32)
        return (np.concatenate(own).astype(np.float32) @ (tokens.T / SCALE)).max(axis=0)

    def to_bytes(self) -> tuple[bytes, bytes]:
        """Give the two files, vectors and starts, that :meth:`load` reads; one for all parts."""
        match self._parts:
            case [part]:
                whole = part
            case _:
                whole = _part(self.take(np.arange(len(self))))
        return _npy(whole.vectors), _npy(whole.starts)

    @classmethod
    def load(cls, vectors: Path, starts: Path) -> "TokenVectors":
        """
        Read the two files.

        :raises ValueError: if they do not belong together
        """
        part = Part(np.load(vectors), np.load(starts))
        if (
            (part.vectors.dtype, part.vectors.ndim) != (np.int8, 2)
            or (part.starts.dtype, part.starts.ndim) != (np.int64, 1)
            or part.starts[0] != 0
            or part.starts[-1] != len(part.vectors)
            or (np.diff(part.starts) < 0).any()
        ):
            raise ValueError(f"{vectors.name} and {starts.name} do not belong together")
        return cls([part])


def _part(rows: Sequence[np.ndarray]) -> Part:
    filled = [row for row in rows if len(row)]
    vectors = np.concatenate(filled) if filled else np.zeros((0, 0), dtype=np.int8)
    return Part(vectors, np.cumsum([0, *map(len, rows)], dtype=np.int64))


def _npy(array: np.ndarray) -> bytes:
    stream = io.BytesIO()
    np.save(stream, array)
    return stream.getvalue()
