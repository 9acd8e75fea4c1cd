"""
Learn word translations from the sentence pairs, for BM25 across the languages.

IBM Model 1 (Brown et al. 1993, "The Mathematics of Statistical Machine Translation", section 4.1)
in both directions over sentence pairs, by expectation maximisation; words stand as the index
stems and segments them. Each word keeps its few best translations, by the geometric mean of both
directions, which drops words that merely occur beside a translation, and by the cosine that the
trained encoder gives to the pair, which knows words that the sentences are too few for.
"""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.encoder import SentenceEncoder
from index.lexical import words
from index.training.pairs import SOURCES, TABLE_PAIRS, read_pairs
from index.translations import write_table

CHUNK = 20_000  # pairs whose word pairs are listed at once


@dataclass(frozen=True, slots=True)
class TablePlan:
    """What changes the table."""

    vocabulary: int = 40_000  # words of each language
    least: int = 3  # times that a word occurs
    rounds: int = 5
    longest: int = 40  # words of a sentence
    kept: int = 5  # translations of a word
    neighbours: int = 8  # of a word by the encoder
    cosine: float = 0.5  # below which a neighbour is none
    trust: float = 0.25  # of the encoder's cosine beside the alignment
    seed: int = 2021


def read_sentences(data: Path, plan: TablePlan) -> list[tuple[list[str], list[str]]]:
    """Read sentence pairs as their distinct words, at most ``TABLE_PAIRS`` of a source."""
    rng = random.Random(plan.seed)
    sentences: list[tuple[list[str], list[str]]] = []
    for source in SOURCES:
        if not source.name.startswith("parallel/"):
            continue
        drawn = list(read_pairs(data / f"{source.name}.tsv.gz"))
        rng.shuffle(drawn)
        for english, chinese in drawn[: TABLE_PAIRS.get(source.name, source.pairs)]:
            pair = (
                list(dict.fromkeys(words(english, "en"))),
                list(dict.fromkeys(words(chinese, "zh"))),
            )
            if all(0 < len(side) <= plan.longest for side in pair):
                sentences.append(pair)
    return sentences


def choose_vocabulary(sentences: Sequence[Sequence[str]], plan: TablePlan) -> dict[str, int]:
    """Number the most frequent words, without numbers."""
    counts = Counter(word for sentence in sentences for word in sentence)
    frequent = [
        word
        for word, count in counts.most_common()
        if count >= plan.least and not word.isdecimal() and len(word) < 30
    ]
    return {word: number for number, word in enumerate(frequent[: plan.vocabulary])}


class WordPairs:
    """
    All word pairs of all sentences, as one array of positions in the list of distinct ones.

    ``keys`` are the distinct word pairs; ``at`` gives the position of each occurrence;
    ``english_group`` and ``chinese_group`` number the word of its sentence that each belongs to.
    """

    def __init__(self, sentences: list[tuple[np.ndarray, np.ndarray]], width: int) -> None:
        keys: list[np.ndarray] = []
        groups: dict[str, list[np.ndarray]] = {"english": [], "chinese": []}
        first_english = first_chinese = 0
        for english, chinese in sentences:
            keys.append((english[:, None].astype(np.int64) * width + chinese[None, :]).ravel())
            groups["english"].append(
                np.repeat(np.arange(len(english), dtype=np.int32) + first_english, len(chinese))
            )
            groups["chinese"].append(
                np.tile(np.arange(len(chinese), dtype=np.int32) + first_chinese, len(english))
            )
            first_english += len(english)
            first_chinese += len(chinese)
        self.keys, self.at = np.unique(np.concatenate(keys), return_inverse=True)
        self.at = self.at.astype(np.int32)
        self.english_group = np.concatenate(groups["english"])
        self.chinese_group = np.concatenate(groups["chinese"])

    def learn(self, group: np.ndarray, source: np.ndarray, rounds: int) -> np.ndarray:
        """
        Estimate p(target | source word) for each distinct word pair.

        :param group: the target word's occurrence of each pair: its explanations share one unit
        :param source: the source word of each distinct pair. *Shape:* as ``keys``
        """
        probability = np.ones(len(self.keys)) / np.bincount(source)[source]
        for _ in range(rounds):
            weights = probability[self.at]
            share = weights / np.bincount(group, weights)[group]
            counts = np.bincount(self.at, share, minlength=len(self.keys))
            probability = counts / np.bincount(source, counts)[source]
        return probability


def align(
    sentences: list[tuple[list[str], list[str]]],
    english: dict[str, int],
    chinese: dict[str, int],
    plan: TablePlan,
) -> tuple[np.ndarray, np.ndarray]:
    """
    Learn both directions and give their geometric mean for each pair of words seen together.

    :returns: word numbers, English and Chinese, *shape* ``(n, 2)``, and the means, *shape* ``(n,)``
    """
    numbered = [
        (
            np.array([english[w] for w in e if w in english], dtype=np.int64),
            np.array([chinese[w] for w in z if w in chinese], dtype=np.int64),
        )
        for e, z in sentences
    ]
    pairs = WordPairs([p for p in numbered if len(p[0]) and len(p[1])], len(chinese))
    e, z = np.divmod(pairs.keys, len(chinese))
    there = pairs.learn(pairs.chinese_group, e, plan.rounds)
    back = pairs.learn(pairs.english_group, z, plan.rounds)
    return np.stack([e, z], axis=1), np.sqrt(there * back)


def neighbours(
    asked: np.ndarray, others: np.ndarray, plan: TablePlan
) -> tuple[np.ndarray, np.ndarray]:
    """
    Find each word's nearest words of the other language.

    :param asked: unit rows. *Shape:* ``(n, dim)``
    :returns: numbers and cosines. *Shape:* both ``(n, plan.neighbours)``
    """
    numbers, cosines = [], []
    for start in range(0, len(asked), 2_000):
        scores = asked[start : start + 2_000] @ others.T
        best = np.argpartition(-scores, plan.neighbours, axis=1)[:, : plan.neighbours]
        numbers.append(best)
        cosines.append(np.take_along_axis(scores, best, axis=1))
    return np.concatenate(numbers), np.concatenate(cosines)


def combine(
    aligned: tuple[np.ndarray, np.ndarray],
    near: Callable[[bool], tuple[np.ndarray, np.ndarray]],
    plan: TablePlan,
) -> tuple[np.ndarray, np.ndarray]:
    """
    Keep the best translations of every word in each direction, with weights from 0 to 1.

    A pair's score is its alignment plus what its cosine is above the least; the best of a word
    weighs 1.

    :param near: gives the neighbours of the English words, and reversed of the Chinese ones
    """
    scores: dict[tuple[int, int], float] = {}
    for (e, z), mean in zip(aligned[0].tolist(), aligned[1].tolist(), strict=True):
        if mean > 0.02:
            scores[e, z] = mean
    for reverse in (False, True):
        numbers, cosines = near(reverse)
        for word, place in zip(*np.nonzero(cosines > plan.cosine), strict=True):
            other = int(numbers[word, place])
            key = (other, int(word)) if reverse else (int(word), other)
            gain = (float(cosines[word, place]) - plan.cosine) / (1 - plan.cosine)
            scores[key] = scores.get(key, 0.0) + plan.trust * gain
    weights: dict[tuple[int, int], list[float]] = {}
    for side in (0, 1):
        by_word: dict[int, list[tuple[float, tuple[int, int]]]] = {}
        for key, score in scores.items():
            by_word.setdefault(key[side], []).append((score, key))
        for found in by_word.values():
            found.sort(reverse=True)
            for score, key in found[: plan.kept]:
                if score > 0 and score >= 0.15 * found[0][0]:
                    weights.setdefault(key, [0.0, 0.0])[side] = score / found[0][0]
    keys = sorted(weights)
    return np.array(keys), np.array([weights[key] for key in keys])


def make_table(data: Path, encoder: SentenceEncoder, out: Path, plan: TablePlan) -> int:
    """
    Learn the table and write it.

    :returns: how many pairs of words it holds
    """
    sentences = read_sentences(data, plan)
    print(f"{len(sentences)} sentence pairs", flush=True)
    english = choose_vocabulary([e for e, _ in sentences], plan)
    chinese = choose_vocabulary([z for _, z in sentences], plan)
    aligned = align(sentences, english, chinese, plan)
    print(f"{len(english)} and {len(chinese)} words, {len(aligned[0])} pairs", flush=True)
    vectors = (encoder.encode_passages(list(english)), encoder.encode_passages(list(chinese)))

    def near(reverse: bool) -> tuple[np.ndarray, np.ndarray]:
        return neighbours(*(reversed(vectors) if reverse else vectors), plan)

    pairs, weights = combine(aligned, near, plan)
    write_table(out, list(english), list(chinese), pairs, weights)
    return len(pairs)
