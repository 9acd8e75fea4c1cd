"""Which words stand in which rows, and how often: counts alone, so that rows can come and go."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

import numpy as np

ARRAYS = ("words", "starts", "rows", "counts", "lengths")


@dataclass(frozen=True, eq=False)
class Postings:
    """
    The words of some rows.

    Word ``w`` stands in ``rows[starts[w]:starts[w + 1]]``, in each as often as ``counts`` has it
    there. ``lengths`` has the number of words of every row. Every word stands in some row.
    """

    words: tuple[str, ...]
    starts: np.ndarray
    rows: np.ndarray
    counts: np.ndarray
    lengths: np.ndarray

    @classmethod
    def of(cls, rows: Iterable[Sequence[str]]) -> "Postings":
        """Count the words of rows."""
        numbers: dict[str, int] = {}
        found: list[tuple[int, int, int]] = []
        lengths: list[int] = []
        for row, words in enumerate(rows):
            lengths.append(len(words))
            found += [
                (numbers.setdefault(word, len(numbers)), row, count)
                for word, count in Counter(words).items()
            ]
        table = np.array(found, dtype=np.int32).reshape(-1, 3)
        return _arranged(list(numbers), table, np.array(lengths, dtype=np.int32))

    @classmethod
    def joined(cls, parts: Sequence["Postings"]) -> "Postings":
        """Put the rows of several one after the other."""
        words = list(dict.fromkeys(chain.from_iterable(part.words for part in parts)))
        number = {word: at for at, word in enumerate(words)}
        tables: list[np.ndarray] = []
        count = 0
        for part in parts:
            table = part.table()
            renumbered = np.array([number[word] for word in part.words], dtype=np.int32)
            table[:, 0] = renumbered[table[:, 0]]
            table[:, 1] += count
            count += len(part.lengths)
            tables.append(table)
        lengths = np.concatenate([part.lengths for part in parts])
        return _arranged(words, np.concatenate(tables), lengths)

    def take(self, kept: np.ndarray) -> "Postings":
        """
        Keep some of the rows, in their order.

        :param kept: whether to keep each row. *Shape:* ``(n,)``, bool
        """
        table = self.table()
        table = table[kept[table[:, 1]]]
        table[:, 1] = (np.cumsum(kept) - 1)[table[:, 1]]
        return _arranged(self.words, table, self.lengths[kept])

    def table(self) -> np.ndarray:
        """Give number of the word, row and count of each posting. *Shape:* ``(m, 3)``."""
        words = np.repeat(np.arange(len(self.words), dtype=np.int32), np.diff(self.starts))
        return np.stack([words, self.rows, self.counts], axis=1)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Map words to their numbers."""
        return {word: number for number, word in enumerate(self.words)}

    def find(self, word: str) -> tuple[np.ndarray, np.ndarray]:
        """Give the rows that hold a word, and how often each does."""
        number = self.numbers.get(word)
        if number is None:
            return self.rows[:0], self.counts[:0]
        here = slice(self.starts[number], self.starts[number + 1])
        return self.rows[here], self.counts[here]

    def to_bytes(self) -> bytes:
        """Give a file of plain arrays as bytes."""
        stream = io.BytesIO()
        np.savez(
            stream,
            words=np.frombuffer("\n".join(self.words).encode(), dtype=np.uint8),
            starts=self.starts,
            rows=self.rows,
            counts=self.counts,
            lengths=self.lengths,
        )
        return stream.getvalue()

    @classmethod
    def load(cls, path: Path) -> "Postings":
        """
        Read a file of :meth:`to_bytes`.

        :raises ValueError: if the file is missing or damaged
        """
        try:
            with np.load(path) as stored:
                words, *arrays = (stored[name] for name in ARRAYS)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise ValueError(f"{path} is missing or damaged: {str(error)[:120]}") from error
        return cls(tuple(words.tobytes().decode().split("\n")) if len(words) else (), *arrays)


def _arranged(words: Sequence[str], table: np.ndarray, lengths: np.ndarray) -> Postings:
    """Sort postings by word and row, and drop the words that have none."""
    holding = np.bincount(table[:, 0], minlength=len(words))
    held = holding > 0
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    return Postings(
        words=tuple(word for word, is_held in zip(words, held, strict=True) if is_held),
        starts=np.concatenate([[0], np.cumsum(holding[held])]),
        rows=np.ascontiguousarray(table[:, 1]),
        counts=np.ascontiguousarray(table[:, 2]),
        lengths=lengths,
    )
