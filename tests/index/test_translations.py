"""The learned word table: written, read, and used by BM25 across the languages."""

import numpy as np
import pytest

from index.lexical import LexicalIndex, words
from index.translations import Translations, load_translations, write_table

TABLE = Translations(
    to_chinese={"radar": (("雷达", 1.0), ("探测", 0.5)), "fund": (("基金", 1.0),)},
    to_english={"雷达": (("radar", 1.0),)},
)


def test_table_is_read_as_it_was_written(tmp_path):
    path = tmp_path / "t.npz"
    pairs = np.array([[0, 1], [0, 0], [1, 0]])
    weights = np.array([[0.2, 1.0], [1.0, 0.0], [0.4, 0.6]])

    write_table(path, ["radar", "fund"], ["雷达", "基金"], pairs, weights)
    table = load_translations(path)

    assert table.to_chinese["radar"] == (("雷达", 1.0), ("基金", pytest.approx(0.2)))
    assert table.to_chinese["fund"] == (("雷达", pytest.approx(0.4)),)
    assert dict(table.to_english) == {
        "基金": (("radar", 1.0),),
        "雷达": (("fund", pytest.approx(0.6)),),
    }


def test_missing_file_is_an_empty_table(tmp_path):
    assert load_translations(tmp_path / "none.npz") == Translations({}, {})


def test_english_question_finds_chinese_rows_by_its_best_reading():
    """Row 1 holds the weaker reading alone: it scores half of what that word scores."""
    index = LexicalIndex.from_texts(["雷达 港口", "探测 港口", "船舶 港口"], "zh", words)

    found = index.scores("Which radar?", lambda: TABLE)

    assert found[0] == pytest.approx(index.scores("雷达")[0])
    assert found[1] == pytest.approx(index.scores("探测")[1] / 2)
    assert found[2] == 0


def test_readings_of_one_word_do_not_add_up():
    index = LexicalIndex.from_texts(["雷达 探测", "雷达 港口"], "zh", words)

    found = index.scores("radar", lambda: TABLE)

    assert found[0] == pytest.approx(max(index.scores("雷达")[0], index.scores("探测")[0] / 2))


def test_chinese_question_finds_english_rows():
    index = LexicalIndex.from_texts(["The radar stations", "A harbour"], "en")

    assert index.scores("雷达在哪里", lambda: TABLE).tolist() == [
        pytest.approx(index.scores("radar")[0]),
        0,
    ]


def test_word_in_latin_letters_is_found_as_it_stands():
    index = LexicalIndex.from_texts(["开展5G试验", "基金"], "zh", words)

    assert index.scores("5G fund", lambda: TABLE).tolist() == [
        pytest.approx(index.scores("5G")[0]),
        pytest.approx(index.scores("基金")[1]),
    ]


def test_english_stop_words_mean_nothing_in_a_chinese_text():
    index = LexicalIndex.from_texts(["at IT 基金", "港口"], "zh", words)

    assert index.scores("at the", lambda: TABLE).tolist() == [0, 0]


def test_question_in_the_language_of_the_rows_scores_as_without_a_table():
    index = LexicalIndex.from_texts(["雷达 港口", "探测 港口"], "zh", words)

    assert np.array_equal(index.scores("雷达 探测", lambda: TABLE), index.scores("雷达 探测"))
