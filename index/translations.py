"""
Word translations learned from sentence pairs: what lets BM25 work across the languages.

The table holds pairs of an English stem and a Chinese word as :func:`index.lexical.words` gives
them, with a weight for each direction. It was learned (``python -m index.training translations``)
and holds probabilities, not dictionary entries.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.encoder import DEFAULT_MODEL

FILE = "translations.npz"
Weighted = tuple[tuple[str, float], ...]


class Table(Mapping[str, Weighted]):
    """One direction, read from arrays word by word: a dictionary of it all is slow to make."""

    def __init__(
        self, words: list[str], others: list[str], pairs: np.ndarray, weights: np.ndarray
    ) -> None:
        """
        Keep sorted pairs.

        :param pairs: numbers of word and translation, by word and best first. *Shape:* ``(n, 2)``
        :param weights: 0 to 255; a pair with 0 belongs to the other direction. *Shape:* ``(n,)``
        """
        self._numbers = {word: number for number, word in enumerate(words)}
        self._others = others
        self._pairs = pairs
        self._weights = weights
        self._starts = np.searchsorted(pairs[:, 0], np.arange(len(words) + 1))

    def __getitem__(self, word: str) -> Weighted:
        number = self._numbers[word]
        start, end = self._starts[number], self._starts[number + 1]
        return tuple(
            (self._others[other], weight / 255)
            for (_, other), weight in zip(
                self._pairs[start:end].tolist(), self._weights[start:end].tolist(), strict=True
            )
            if weight
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


@dataclass(frozen=True, slots=True)
class Translations:
    """For each word its translations with their weights (0 to 1), best first."""

    to_chinese: Mapping[str, Weighted]
    to_english: Mapping[str, Weighted]


def write_table(
    path: Path, english: list[str], chinese: list[str], pairs: np.ndarray, weights: np.ndarray
) -> None:
    """
    Write a table compactly.

    :param pairs: word numbers, English and Chinese. *Shape:* ``(n, 2)``, below 65,536
    :param weights: of the translation into Chinese and into English. *Shape:* ``(n, 2)``, 0 to 1
    """
    np.savez_compressed(
        path,
        english=np.frombuffer("\n".join(english).encode(), dtype=np.uint8),
        chinese=np.frombuffer("\n".join(chinese).encode(), dtype=np.uint8),
        pairs=pairs.astype(np.uint16),
        weights=np.round(weights * 255).astype(np.uint8),
    )


@cache
def load_translations(path: Path = DEFAULT_MODEL / FILE) -> Translations:
    """Read a table; an empty one where there is no file."""
    if not path.exists():
        return Translations({}, {})
    with np.load(path) as stored:
        english = stored["english"].tobytes().decode().split("\n")
        chinese = stored["chinese"].tobytes().decode().split("\n")
        pairs, weights = stored["pairs"], stored["weights"]
    order = np.lexsort((-weights[:, 0].astype(int), pairs[:, 0]))
    back = np.lexsort((-weights[:, 1].astype(int), pairs[:, 1]))
    return Translations(
        Table(english, chinese, pairs[order], weights[order, 0]),
        Table(chinese, english, pairs[back][:, ::-1], weights[back, 1]),
    )
