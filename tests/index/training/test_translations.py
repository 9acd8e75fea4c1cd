"""Word translations learned from pairs, on counts that can be worked out by hand."""

import gzip

import numpy as np
import pytest

from index.training import translations as module
from index.training.pairs import Source
from index.training.translations import (
    TablePlan,
    WordPairs,
    align,
    choose_vocabulary,
    combine,
    make_table,
    neighbours,
    read_sentences,
)
from index.translations import load_translations

SENTENCES = [
    (["radar", "plan"], ["雷达", "规划"]),
    (["radar", "fund"], ["雷达", "基金"]),
    (["plan"], ["规划"]),
] * 3
ENGLISH = {"radar": 0, "plan": 1, "fund": 2}
CHINESE = {"雷达": 0, "规划": 1, "基金": 2}


def scores() -> dict[tuple[str, str], float]:
    pairs, means = align(SENTENCES, ENGLISH, CHINESE, TablePlan(rounds=10))
    english, chinese = list(ENGLISH), list(CHINESE)
    return {(english[e], chinese[z]): m for (e, z), m in zip(pairs, means, strict=True)}


def test_first_round_shares_each_word_among_its_sentence():
    """One sentence, two words a side: every pair keeps one half after one round."""
    pairs = WordPairs([(np.array([0, 1]), np.array([0, 1]))], 2)

    found = pairs.learn(pairs.chinese_group, np.divmod(pairs.keys, 2)[0], 1)

    assert found.tolist() == [0.5, 0.5, 0.5, 0.5]


def test_alignment_prefers_the_translation_to_its_neighbour():
    found = scores()

    assert found["radar", "雷达"] > 0.9
    assert found["plan", "规划"] > 0.9
    assert found["fund", "基金"] > 0.9
    assert found["radar", "规划"] < 0.1


def test_probabilities_of_one_word_sum_to_one():
    numbered = [(np.array([0, 1]), np.array([0])), (np.array([0]), np.array([0, 1]))]
    pairs = WordPairs(numbered, 2)
    source = np.divmod(pairs.keys, 2)[0]

    assert np.bincount(source, pairs.learn(pairs.chinese_group, source, 3)) == pytest.approx([1, 1])


def test_vocabulary_holds_frequent_words_without_numbers():
    plan = TablePlan(vocabulary=2, least=2)

    assert choose_vocabulary([["a", "5", "b"], ["a", "5", "b"], ["a", "c"]], plan) == {
        "a": 0,
        "b": 1,
    }


def test_neighbours_are_the_nearest_words():
    asked = np.eye(3)
    plan = TablePlan(neighbours=1)

    numbers, cosines = neighbours(asked, np.eye(3)[[2, 0, 1]], plan)

    assert numbers.tolist() == [[1], [2], [0]]
    assert cosines.tolist() == [[1], [1], [1]]


def test_best_translation_weighs_one_and_weak_ones_are_dropped():
    aligned = (np.array([[0, 0], [0, 1], [0, 2]]), np.array([0.8, 0.4, 0.03]))
    nothing = (np.zeros((1, 1), dtype=int), np.zeros((1, 1)))

    pairs, weights = combine(aligned, lambda reverse: nothing, TablePlan())

    assert pairs.tolist() == [[0, 0], [0, 1], [0, 2]]
    # into Chinese 0.03 of 0.8 is too weak; into English each word has one translation
    assert weights.tolist() == [[1, 1], [pytest.approx(0.5), 1], [0, 1]]


def test_neighbour_by_the_encoder_is_a_translation_where_the_sentences_have_none():
    near = (np.array([[0]]), np.array([[0.9]]))
    none = (np.zeros((0, 1), dtype=int), np.zeros((0, 1)))
    empty = (np.zeros((0, 2), dtype=int), np.zeros(0))

    pairs, weights = combine(empty, lambda reverse: none if reverse else near, TablePlan())

    assert (pairs.tolist(), weights.tolist()) == ([[0, 0]], [[1, 1]])


def test_table_is_learned_from_files_and_written(tmp_path, monkeypatch):
    source = Source("parallel/laws", 50, "CC0")
    monkeypatch.setattr(module, "SOURCES", (source, Source("dict/never", 9, "CC0")))
    path = tmp_path / "parallel" / "laws.tsv.gz"
    path.parent.mkdir()
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(["radar fund\t雷达基金\n", "radar\t雷达\n", "fund\t基金\n"] * 4)

    class Encoder:
        def encode_passages(self, texts):
            return np.zeros((len(texts), 2), dtype=np.float32)

    plan = TablePlan(neighbours=1)
    assert len(read_sentences(tmp_path, plan)) == 12
    make_table(tmp_path, Encoder(), tmp_path / "t.npz", plan)

    table = load_translations(tmp_path / "t.npz")
    assert next(word for word, _ in table.to_chinese["radar"]) == "雷达"
    assert next(word for word, _ in table.to_english["基金"]) == "fund"
