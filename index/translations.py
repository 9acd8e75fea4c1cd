"""
Word translations learned from sentence pairs: what lets BM25 work across the languages.

The table holds pairs of an English stem and a Chinese word as :func:`index.lexical.words` gives
them, with a weight for each direction. It was learned (``python -m index.training translations``)
and holds probabilities, not dictionary entries.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.encoder import DEFAULT_MODEL

FILE = "translations.npz"
Weighted = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Translations:
    """For each word its translations with their weights (0 to 1), best first."""

    to_chinese: dict[str, Weighted]
    to_english: dict[str, Weighted]


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
        pairs, weights = stored["pairs"].tolist(), (stored["weights"] / 255).tolist()
    to_chinese: dict[str, list[tuple[str, float]]] = defaultdict(list)
    to_english: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (e, z), (there, back) in zip(pairs, weights, strict=True):
        if there:
            to_chinese[english[e]].append((chinese[z], there))
        if back:
            to_english[chinese[z]].append((english[e], back))
    return Translations(_best_first(to_chinese), _best_first(to_english))


def _best_first(table: dict[str, list[tuple[str, float]]]) -> dict[str, Weighted]:
    return {
        word: tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
        for word, found in table.items()
    }
