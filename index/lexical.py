"""BM25 over words: jieba's and pairs of characters for Chinese, stems for English."""

import logging
import math
import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise

import numpy as np
import Stemmer

from corpus.language import Language
from corpus.normalise import HAN, normalise
from index.postings import Postings
from index.translations import Translations

Split = Callable[[str, Language], list[str]]

PAIR = "~"  # marks a pair of characters among words
K1, B = 1.2, 0.75  # how soon repetition stops to count, and how much a row's length does
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


def stem(word: str) -> str:
    """Give the stem of an English word: ``leading -> lead``."""
    return _stemmer().stemWord(word)


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


def index_terms(text: str, language: Language) -> list[str]:
    """
    Give what a text is indexed by: its words and, in Chinese, its pairs of characters.

    A pair finds what jieba parts otherwise than in the question; it is marked, so that it is no
    word: ``index_terms("5G试点", "zh") -> ["5g", "试点", "试点~"]``
    """
    found = words(text, language)
    if language == "zh":
        for run in WORD.findall(normalise(text)):
            if HAN.match(run):
                found += [f"{a}{b}{PAIR}" for a, b in pairwise(run)]
    return found


class LexicalIndex:
    """
    BM25 (Lucene's formula, Kamphuis et al. 2020) over the terms of one language.

    The rows lie in parts that several indexes may share. What depends on all rows, the rarity of a
    word and the mean length, is worked out over the parts; a row without words has length 1.
    """

    def __init__(
        self, parts: Iterable[Postings], language: Language, split: Split = index_terms
    ) -> None:
        """
        Put parts together.

        :param split: what made the parts' rows of texts, and makes terms of queries
        """
        self._parts = tuple(part for part in parts if len(part.lengths))
        self._starts = np.cumsum([0, *(len(part.lengths) for part in self._parts)])
        self._count = int(self._starts[-1])
        lengths = [np.maximum(part.lengths, 1) for part in self._parts]
        mean = sum(int(own.sum()) for own in lengths) / max(1, self._count)
        self._norms = [K1 * (1 - B + B * own / mean) for own in lengths]
        self.language = language
        self._split = split

    @classmethod
    def from_texts(
        cls, texts: Iterable[str], language: Language, split: Split = index_terms
    ) -> "LexicalIndex":
        """Index one text a row."""
        return cls([Postings.of(split(text, language) for text in texts)], language, split)

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
        for word in dict.fromkeys(self._split(query, self.language)):
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
        """Give the rows that hold a word with its score in each."""
        found = [part.find(word) for part in self._parts]
        holding = sum(len(rows) for rows, _ in found)
        if not holding:
            return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32)
        rarity = math.log(1 + (self._count - holding + 0.5) / (holding + 0.5))
        rows = [own + start for (own, _), start in zip(found, self._starts, strict=False)]
        scores = [
            rarity * counts / (counts + norms[own])
            for (own, counts), norms in zip(found, self._norms, strict=True)
        ]
        return np.concatenate(rows), np.concatenate(scores).astype(np.float32)

    def holding(self, text: str) -> int:
        """Count the rows that hold any word of a text."""
        held = np.zeros(self._count, dtype=bool)
        for word in words(text, self.language):
            held[self._postings(word)[0]] = True
        return int(held.sum())

    def knows(self, word: str) -> bool:
        """Say whether a word (as :func:`words` gives it) stands in any row."""
        return any(word in part.numbers for part in self._parts)
