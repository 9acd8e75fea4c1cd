"""BM25 over words: jieba's for Chinese, stems for English."""

import logging
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import bm25s
import numpy as np
import Stemmer

from corpus.language import Language
from corpus.normalise import HAN, normalise
from index.translations import Translations

WORD = re.compile(r"[a-z0-9]+(?:[.\-/][a-z0-9]+)*|[\u3400-\u9fff]+")
CHINESE_STOP = frozenset(
    "的 了 和 是 在 有 与 及 对 等 我 你 您 他 她 它 这 那 哪 哪些 哪个 什么 怎么 怎样 如何 多少 几 吗 呢 吧 啊 呀 "
    "请 问 请问 一下 一个 我们 你们 他们 能 可以 会 要 想 就 都 也 还 很 到 为 由 从 把 被 让 给 向 以 或 而 但 "
    "上 下 中 里 个 并 将 其 该 此 之 于 不 没 没有 有没有 是不是 告诉 知道 关于 方面 里面 一些 这个 那个".split()
)
ENGLISH_STOP = frozenset(
    "a an the of for in on to by and or is are was were be been being does do did done what which "
    "who whom whose where when why how can could should will would shall may might must it its "
    "this that these those there here with from as at about into any some i we you they he she "
    "my our your their me us them not no if so than then too also just please tell have has had "
    "get give s t".split()
)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@cache
def _jieba():  # noqa: ANN202 - a module, imported only when Chinese is read
    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    return jieba


def chinese_words(text: str) -> list[str]:
    """Split a text into jieba's words, one after the other, stop words and all."""
    return _jieba().lcut(text) if HAN.search(text) else []


def is_chinese_word(text: str) -> bool:
    """Say whether jieba's dictionary has a text as a word; it guesses others by their form."""
    return bool(_jieba().dt.FREQ.get(text))


def words(text: str, language: Language) -> list[str]:
    """
    Split a text into index words; stop words are left out, repeated words kept.

    ``words("The 5G trials", "en") -> ["5g", "trial"]``
    """
    found: list[str] = []
    for run in WORD.findall(normalise(text)):
        if HAN.match(run):
            found += [w for w in _jieba().cut_for_search(run) if w not in CHINESE_STOP]
        elif language == "zh":
            found.append(run)
        else:
            found += [w for w in re.split(r"[.\-/]", run) if w not in ENGLISH_STOP]
    return _stemmer().stemWords(found) if language == "en" else found


class LexicalIndex:
    """BM25 (Lucene's formula, Kamphuis et al. 2020) over the words of one language."""

    def __init__(self, index: bm25s.BM25, count: int, language: Language) -> None:
        self._index = index
        self._count = count
        self.language = language

    @classmethod
    def from_texts(cls, texts: list[str], language: Language) -> "LexicalIndex":
        """Index one text a row."""
        rows = [words(text, language) or ["\0"] for text in texts] or [["\0"]]
        index = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        index.index(rows, show_progress=False)
        return cls(index, len(texts), language)

    def __len__(self) -> int:
        return self._count

    def scores(
        self, query: str, translations: Callable[[], Translations] | None = None
    ) -> np.ndarray:
        """
        Score every row for a query; 0 where no word is shared. *Shape:* ``(n,)``, float32.

        :param translations: gives those of the query's words in the other language, when one
            needs them. Such a word counts once a row, by the best of its translations there: they
            are readings of one word
        """
        total = np.zeros(self._count, dtype=np.float32)
        for word in dict.fromkeys(words(query, self.language)):
            readings = self._readings(word, translations) if translations else ((word, 1.0),)
            best = np.zeros(self._count, dtype=np.float32)
            for reading, weight in readings:
                rows, scores = self._postings(reading)
                best[rows] = np.maximum(best[rows], scores * weight)
            total += best
        return total

    def _readings(
        self, word: str, translations: Callable[[], Translations]
    ) -> tuple[tuple[str, float], ...]:
        """Give a word itself and, where it belongs to the other language, its translations."""
        own = (word, 1.0)
        if self.language == "en":
            return (own, *translations().to_english.get(word, ())) if HAN.match(word) else (own,)
        if HAN.match(word) or not any(character.isalpha() for character in word):
            return (own,)
        stems = words(word, "en")
        if not stems:  # the and of mean nothing in a Chinese text
            return ()
        return (
            own,
            *(found for stem in stems for found in translations().to_chinese.get(stem, ())),
        )

    def _postings(self, word: str) -> tuple[np.ndarray, np.ndarray]:
        """Give the rows that hold a word with its score in each: a column of bm25s's matrix."""
        number = self._index.vocab_dict.get(word)
        if number is None:
            return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32)
        start, end = self._index.scores["indptr"][number : number + 2]
        return self._index.scores["indices"][start:end], self._index.scores["data"][start:end]

    def knows(self, word: str) -> bool:
        """Say whether a word (as :func:`words` gives it) stands in any row."""
        return word in self._index.vocab_dict

    def save(self, folder: Path) -> None:
        """Write plain arrays and JSON into a folder."""
        self._index.save(str(folder), show_progress=False)
        (folder / "rows.txt").write_text(f"{self._count} {self.language}", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """
        Read what :meth:`save` wrote.

        :raises ValueError: if a file is missing or damaged
        """
        try:
            index = bm25s.BM25.load(str(folder), load_corpus=False)
            count, language = (folder / "rows.txt").read_text(encoding="utf-8").split()
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise ValueError(f"{folder} is missing or damaged: {str(error)[:120]}") from error
        return cls(index, int(count), "zh" if language == "zh" else "en")
