"""Index words, and BM25 against its formula worked out by hand."""

import math

import bm25s
import numpy as np
import pytest

from index.lexical import LexicalIndex, index_terms, words
from index.postings import Postings

TEXTS = ["雷达 雷达 海图", "海图 基金", "港口", ""]


def bm25(count: int, length: int, *, rows: int, holding: int, mean: float) -> float:
    """Lucene's BM25 of one word, k1 = 1.2, b = 0.75 (Kamphuis et al. 2020, equation of Lucene)."""
    rarity = math.log(1 + (rows - holding + 0.5) / (holding + 0.5))
    return rarity * count / (count + 1.2 * (1 - 0.75 + 0.75 * length / mean))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The 5G trials", "en", ["5g", "trial"]),  # stop words out, stems in
        ("What is the target for smartphones?", "en", ["target", "smartphon"]),
        ("cloud-computing/AI", "en", ["cloud", "comput", "ai"]),
        ("无线电管理归谁管?", "zh", ["无线", "无线电", "管理", "归", "谁", "管"]),
        ("i-Tianjin的Wi-Fi", "zh", ["i-tianjin", "wi-fi"]),
        ("雷达雷达", "zh", ["雷达", "雷达"]),  # repeated words are kept
        ("雷達 ５Ｇ", "zh", ["雷达", "5g"]),  # traditional, full width
        ("什么是的?", "zh", []),
        ("7,500", "en", ["7", "500"]),
        ("", "zh", []),
        ("!?。", "en", []),
    ],
)
def test_words_of_a_text(text, language, expected):
    assert words(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("5G试点", "zh", ["5g", "试点", "试点~"]),
        ("海图的图", "zh", ["海图", "图", "海图~", "图的~", "的图~"]),
        ("雷达,海图", "zh", ["雷达", "海图", "雷达~", "海图~"]),  # not across a sign
        ("radar 雷达", "en", ["radar", "雷达"]),
    ],
)
def test_chinese_texts_are_indexed_by_pairs_of_characters_too(text, language, expected):
    assert index_terms(text, language) == expected


def test_pair_finds_what_is_parted_otherwise_in_the_text():
    index = LexicalIndex.from_texts(["研究生成长", "其他"], "zh")

    assert index.scores("生成")[0] > 0
    assert index.scores("生成")[1] == 0


def test_rows_that_hold_a_word_are_counted():
    index = LexicalIndex.from_texts(TEXTS, "zh")

    assert [index.holding(text) for text in ("海图", "雷达 港口", "船舶", "")] == [2, 2, 0, 0]


def test_scores_follow_the_formula_of_bm25():
    """雷达 stands twice in row 0; 海图 in rows 0 and 1; a text without words has length 1."""
    index = LexicalIndex.from_texts(TEXTS, "zh", words)
    mean = (3 + 2 + 1 + 1) / 4

    radar = bm25(2, 3, rows=4, holding=1, mean=mean)
    chart = [bm25(1, n, rows=4, holding=2, mean=mean) for n in (3, 2)]
    assert index.scores("雷达") == pytest.approx([radar, 0, 0, 0], abs=1e-5)
    assert index.scores("海图 雷达") == pytest.approx([radar + chart[0], chart[1], 0, 0], abs=1e-5)


def test_word_asked_twice_counts_once():
    index = LexicalIndex.from_texts(TEXTS, "zh", words)

    assert np.array_equal(index.scores("雷达,雷达"), index.scores("雷达"))


@pytest.mark.parametrize("query", ["", "的", "船舶", "?!", "\0"])
def test_query_without_a_known_word_scores_nothing(query):
    assert LexicalIndex.from_texts(TEXTS, "zh", words).scores(query).tolist() == [0, 0, 0, 0]


def test_unknown_words_beside_known_ones_do_not_matter():
    index = LexicalIndex.from_texts(TEXTS, "zh", words)

    assert np.array_equal(index.scores("雷达 船舶"), index.scores("雷达"))


def test_english_forms_meet_in_their_stem():
    index = LexicalIndex.from_texts(["Pilots report accidents", "Harbours"], "en")

    assert index.scores("the reporting of an accident")[0] > 0
    assert index.scores("reported")[1] == 0


@pytest.mark.parametrize("texts", [[], [""], ["的 了"]])
def test_texts_without_words_can_be_indexed(texts):
    index = LexicalIndex.from_texts(texts, "zh")

    assert (len(index), index.scores("雷达").tolist()) == (len(texts), [0] * len(texts))


def test_known_words():
    index = LexicalIndex.from_texts(TEXTS, "zh", words)

    assert (index.knows("雷达"), index.knows("船舶")) == (True, False)


def test_scores_agree_with_bm25s():
    rng = np.random.default_rng(5)
    texts = [" ".join(rng.choice(list("abcdefgh"), size=n)) for n in rng.integers(1, 30, size=60)]
    reference = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    reference.index([text.split() for text in texts], show_progress=False)
    index = LexicalIndex([Postings.of(text.split() for text in texts)], "zh")

    for word in "abcdefgh":
        assert index.scores(word) == pytest.approx(reference.get_scores([word]), abs=1e-6)


@pytest.mark.parametrize("cut", [0, 1, 2, 4])
@pytest.mark.parametrize("query", ["雷达", "海图 雷达", "港口 基金", "船舶"])
def test_parts_score_like_one_whole(cut, query):
    rows = [words(text, "zh") for text in TEXTS]
    joined = LexicalIndex([Postings.of(rows[:cut]), Postings.of(rows[cut:])], "zh", words)

    assert len(joined) == 4
    assert np.array_equal(
        joined.scores(query), LexicalIndex.from_texts(TEXTS, "zh", words).scores(query)
    )
    assert joined.knows("雷达")
    assert not joined.knows("船舶")
