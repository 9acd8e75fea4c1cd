"""Exact inner-product search over unit vectors, with FAISS."""

from collections.abc import Iterable
from pathlib import Path

import faiss
import numpy as np


class VectorIndex:
    """
    Unit vectors by row; the score is the cosine, higher is better.

    The rows lie in parts that several indexes may share; a part never changes.
    """

    def __init__(self, parts: "Iterable[faiss.IndexFlatIP]", dimension: int) -> None:
        self._parts = tuple(part for part in parts if part.ntotal)
        self._starts = np.cumsum([0, *(part.ntotal for part in self._parts)])
        self.dimension = dimension

    @classmethod
    def from_vectors(cls, vectors: np.ndarray) -> "VectorIndex":
        """
        Index the rows of ``vectors``. *Shape:* ``(n, dim)``, float32, unit length.

        :raises ValueError: if a row is not of unit length
        """
        lengths = np.linalg.norm(vectors, axis=1)
        if not (np.abs(lengths - 1) <= 1e-3).all():  # so put, it catches NaN too
            row = int(np.abs(lengths - 1).argmax())
            raise ValueError(f"vector {row} has length {lengths[row]:.3f}; all must have length 1")
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls([index], vectors.shape[1])

    @classmethod
    def joined(cls, indexes: "Iterable[VectorIndex]", dimension: int) -> "VectorIndex":
        """Put the rows of several indexes one after the other, without copying them."""
        return cls((part for index in indexes for part in index._parts), dimension)

    def __len__(self) -> int:
        return int(self._starts[-1])

    def search(self, queries: np.ndarray, *, k: int) -> tuple[np.ndarray, np.ndarray]:
        """
        Find the ``k`` most similar rows for each query, best first.

        :param queries: one unit row per query. *Shape:* ``(n, dim)``, float32
        :param k: from 1 to the number of rows
        :returns: scores (cosine, -1 to 1) and row numbers. *Shape:* both ``(n, k)``
        :raises ValueError: if ``dim`` differs from the index's, or ``k`` is out of range
        """
        if queries.shape[1] != self.dimension:
            raise ValueError(
                f"query vectors have {queries.shape[1]} dimensions, the index has "
                f"{self.dimension}; rebuild with 'python -m index build'"
            )
        if not 1 <= k <= len(self):
            raise ValueError(f"k must be between 1 and {len(self)}, was: {k}")
        found = [part.search(queries, min(k, part.ntotal)) for part in self._parts]
        scores = np.concatenate([scores for scores, _ in found], axis=1)
        rows = np.concatenate(
            [rows + start for (_, rows), start in zip(found, self._starts, strict=False)], axis=1
        )
        best = np.argsort(-scores, axis=1, kind="stable")[:, :k]
        return np.take_along_axis(scores, best, axis=1), np.take_along_axis(rows, best, axis=1)

    def rows(self, start: int, count: int) -> np.ndarray:
        """Give ``count`` vectors from row ``start`` on. *Shape:* ``(count, dim)``."""
        return self.take(np.arange(start, start + count))

    def take(self, rows: np.ndarray) -> np.ndarray:
        """
        Give the vectors of rows in any order.

        :param rows: row numbers. *Shape:* ``(n,)``
        :returns: *Shape:* ``(n, dim)``
        """
        found = np.empty((len(rows), self.dimension), dtype=np.float32)
        which = np.searchsorted(self._starts, rows, side="right") - 1
        for number, part in enumerate(self._parts):
            here = which == number
            if here.any():
                found[here] = _rows_of(part)[rows[here] - self._starts[number]]
        return found

    def cosines(self, query: np.ndarray) -> np.ndarray:
        """Score every row for one query. *Shapes:* ``(dim,)`` and ``(n,)``, float32."""
        scores = [_rows_of(part) @ query for part in self._parts]
        return np.concatenate(scores) if scores else np.zeros(0, dtype=np.float32)

    def to_bytes(self) -> memoryview:
        """Give FAISS's own file as bytes, one for all parts."""
        match self._parts:
            case [part]:
                whole = part
            case _:
                whole = faiss.IndexFlatIP(self.dimension)
                for part in self._parts:
                    whole.add(_rows_of(part))
        return memoryview(faiss.serialize_index(whole))

    @classmethod
    def load(cls, path: Path) -> "VectorIndex":
        """
        Read FAISS's own file.

        :raises ValueError: if the file is missing or damaged
        """
        try:
            index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise ValueError(
                f"{path} is missing or damaged: {' '.join(str(error).split())[:120]}"
            ) from error
        return cls([index], index.d)


def _rows_of(part: "faiss.IndexFlatIP") -> np.ndarray:
    """Show FAISS's own memory as an array, for as long as the part is there."""
    return faiss.rev_swig_ptr(part.get_xb(), part.ntotal * part.d).reshape(part.ntotal, part.d)
