"""Exact inner-product search over unit vectors, with FAISS."""

from pathlib import Path

import faiss
import numpy as np


class VectorIndex:
    """Unit vectors by row; the score is the cosine, higher is better."""

    def __init__(self, index: "faiss.IndexFlatIP") -> None:
        self._index = index

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
        return cls(index)

    def __len__(self) -> int:
        return self._index.ntotal

    @property
    def dimension(self) -> int:
        """Give the number of dimensions."""
        return self._index.d

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
        return self._index.search(queries, k)

    def rows(self, start: int, count: int) -> np.ndarray:
        """Give ``count`` vectors from row ``start`` on. *Shape:* ``(count, dim)``."""
        if not count:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return self._index.reconstruct_n(start, count)

    def save(self, path: Path) -> None:
        """
        Write FAISS's own file.

        :raises OSError: if it cannot be written
        """
        try:
            faiss.write_index(self._index, str(path))
        except RuntimeError as error:
            raise OSError(f"{path} cannot be written: {' '.join(str(error).split())}") from error

    @classmethod
    def load(cls, path: Path) -> "VectorIndex":
        """
        Read FAISS's own file.

        :raises ValueError: if the file is missing or damaged
        """
        try:
            return cls(faiss.read_index(str(path)))
        except RuntimeError as error:
            raise ValueError(
                f"{path} is missing or damaged: {' '.join(str(error).split())[:120]}"
            ) from error
