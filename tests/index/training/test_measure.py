"""Measures of the encoder, on vectors that can be checked by eye."""

import json

import numpy as np
import pytest

from index.training.measure import _recall, bitext_accuracy, paragraph_scores, read_xquad

AXES = "abc"


class LetterEncoder:
    """A text's vector is its share of the letters a, b and c."""

    def encode_passages(self, texts):
        rows = np.array([[text.count(letter) for letter in AXES] for text in texts], dtype=float)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_bitext_accuracy_counts_own_translations_that_are_nearest():
    pairs = [("a", "a"), ("b", "b"), ("c", "ab")]  # the third one's Chinese side is no c

    assert bitext_accuracy(LetterEncoder(), pairs) == pytest.approx(2 / 3)


def test_paragraph_scores_add_the_best_sentence():
    questions = np.array([[1.0, 0.0, 0.0]])

    scores = paragraph_scores(LetterEncoder(), questions, ["a。b。", "c。"])

    assert scores.tolist() == [pytest.approx([np.sqrt(0.5) + 1, 0])]


def test_recall_is_the_share_of_own_paragraphs_among_the_first():
    """Own paragraphs stand on ranks 1, 2 and 6."""
    scores = np.array([[9, 1, 2, 3, 4, 5, 0], [1, 8, 2, 3, 4, 5, 9], [0, 1, 2, 9, 9, 9, 9.0]])
    scores[2, 2] = 0.5

    assert _recall(scores, np.array([0, 1, 2])) == "0.333 / 0.667"


def test_xquad_gives_paragraphs_questions_and_whose_they_are(tmp_path):
    articles = [
        {"paragraphs": [{"context": "甲", "qas": [{"question": "一"}, {"question": "二"}]}]},
        {"paragraphs": [{"context": "乙", "qas": [{"question": "三"}]}]},
    ]
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"data": articles}), encoding="utf-8")

    assert read_xquad(path) == (["甲", "乙"], ["一", "二", "三"], [0, 0, 1])
