"""An optional cross-encoder that reads question and passage together."""

from collections.abc import Sequence
from pathlib import Path


class Reranker:
    """A sentence-transformers ``CrossEncoder``, loaded at first use."""

    def __init__(self, name: str, *, depth: int = 20) -> None:
        """
        Name the model; nothing is loaded yet.

        :param name: a folder, or a hub name such as ``BAAI/bge-reranker-v2-m3``
        :param depth: how many of the best candidates are read again
        """
        self.name = name
        self.depth = depth
        self._model = None

    def score(self, question: str, passages: Sequence[str]) -> list[float]:
        """Score each passage for the question; higher is better."""
        if self._model is None:
            from sentence_transformers import CrossEncoder

            self._model = CrossEncoder(
                self.name, device="cpu", local_files_only=Path(self.name).exists()
            )
        return [float(s) for s in self._model.predict([(question, text) for text in passages])]
