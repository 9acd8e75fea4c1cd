"""Rankings that are compared, on vectors and words that can be checked by eye."""

import gzip

import numpy as np
import pytest

from eval.encoders import (
    WithoutTokens,
    bitext_accuracy,
    by_bigrams,
    by_bm25,
    by_encoder,
    by_retriever,
    by_translated_bm25,
    cost_table,
    paragraph_scores,
    rankings,
    read_dictionary,
    task_table,
)
from eval.tasks import passage_task
from index.encoder import SentenceEncoder
from index.token_head import TokenHead
from index.translations import Translations

AXES = "abc"
PASSAGES = ["雷达检测中心。", "港口基金投向海图。"]
WITHIN = passage_task("made up", ("zh", "zh"), ["海图", "雷达"], [1, 0], PASSAGES)
ACROSS = passage_task("made up", ("en", "zh"), ["Which fund?"], [1], PASSAGES)


class LetterEncoder:
    """A text's vector is its share of the letters a, b and c."""

    def encode_passages(self, texts):
        rows = np.array([[text.count(letter) for letter in AXES] for text in texts], dtype=float)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    encode_queries = encode_passages


def test_bitext_accuracy_counts_own_translations_that_are_nearest():
    pairs = [("a", "a"), ("b", "b"), ("c", "ab")]  # the third one's Chinese side is no c

    assert bitext_accuracy(LetterEncoder(), pairs) == pytest.approx(2 / 3)


def test_paragraph_scores_add_the_best_sentence():
    questions = np.array([[1.0, 0.0, 0.0]])

    scores = paragraph_scores(LetterEncoder(), questions, ["a。b。", "c。"])

    assert scores.tolist() == [pytest.approx([np.sqrt(0.5) + 1, 0])]


def test_encoder_ranks_by_these_scores():
    task = passage_task("t", ("en", "en"), ["c", "a"], [1, 0], ["a。b。", "c。"])

    assert by_encoder(LetterEncoder(), task) == [[1, 0], [0, 1]]


@pytest.mark.parametrize("rank", [by_bm25, by_bigrams])
def test_lexical_rankings_put_the_passage_with_the_words_first(rank):
    assert [order[0] for order in rank(WITHIN)] == [1, 0]


def test_translated_question_finds_its_passage_and_says_nothing_within_a_language():
    table = Translations({"fund": (("基金", 1.0),)}, {})

    assert by_translated_bm25(table, ACROSS) == [[1, 0]]
    assert by_translated_bm25(table, WITHIN) is None


def test_whole_retriever_ranks_all_passages(stub_encoder):
    assert by_retriever(stub_encoder, WITHIN) == [[1, 0], [0, 1]]


def test_dictionary_gives_single_words_and_parts_of_phrases(tmp_path):
    rows = {"cedict": ["to fund\t基金\n", "sea chart\t海图\n"], "ecdict": ["fund\t资金\n"]}
    for name in ("cedict", "ecdict-law-econ", "ecdict"):
        with gzip.open(tmp_path / f"{name}.tsv.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(rows.get(name, ()))

    table = read_dictionary(tmp_path)

    assert table.to_chinese == {"fund": (("基金", 1.0), ("资金", 1.0))}
    assert table.to_english["海图"] == (("sea", 1.0), ("chart", 1.0))


def test_table_gives_first_and_top_five_and_a_dash_where_a_ranking_says_nothing(capsys):
    compared = [
        ("BM25", by_bm25),
        ("translated", lambda task: by_translated_bm25(Translations({}, {}), task)),
    ]

    lines = task_table([WITHIN], compared).splitlines()

    assert lines[0] == "| made up: ranking | zh→zh (n=2) |"
    assert lines[2:] == ["| BM25 | 1.000 / 1.000 |", "| translated | – |"]


def test_last_encoder_is_the_one_whose_retriever_is_measured(stub_encoder):
    names = [name for name, _ in rankings({"old": stub_encoder, "new": stub_encoder}, None)]

    assert names[-4:-2] == ["old, alone", "new, alone"]
    assert names[-2:] == ["whole retriever without token vectors", "whole retriever with new"]


def test_an_encoder_without_its_head_gives_the_same_vectors_and_no_tokens(model_at, tmp_path):
    folder = model_at(tmp_path / "model", seed=6)
    TokenHead(np.eye(32, 8, dtype=np.float32), np.zeros(32, np.float32), 0.0).save(folder)
    vectors, tokens = SentenceEncoder(folder).encode_chunks(["雷达 radar"])
    bare, none = WithoutTokens(folder).encode_chunks(["雷达 radar"])

    assert bare == pytest.approx(vectors, abs=1e-5)
    assert len(tokens[0])
    assert not len(none[0])
    assert WithoutTokens(folder).identity != SentenceEncoder(folder).identity


def test_cost_is_measured_in_a_process_of_its_own(tiny_model):
    lines = cost_table({"tiny": SentenceEncoder(tiny_model)}, ["雷达 radar"] * 4).splitlines()

    assert lines[2].startswith("| tiny | ")
    assert lines[2].endswith(" MB |")
