"""Misspelt words are mended by the words of the documents."""

import pytest

from bot.spelling import Speller
from corpus.document import parse_document
from index.library import build_index


@pytest.fixture
def speller(policy_index, stub_encoder, monkeypatch) -> Speller:
    """A speller whose encoder knows one word that no document has."""
    monkeypatch.setattr(stub_encoder, "is_word", lambda word: word == "cinema")
    return Speller(policy_index, stub_encoder)


@pytest.mark.parametrize(
    ("question", "mended"),
    [
        ("What is navigaton radar?", "What is navigation radar?"),
        ("Are elecronic charts spread?", "Are electronic charts spread?"),
    ],
)
def test_a_misspelt_word_is_replaced_by_the_likest_of_the_documents(speller, question, mended):
    assert speller.correct(question) == mended


@pytest.mark.parametrize(
    "question",
    [
        "What about navigation radar?",
        "Is there a cinema?",
        "What about xylophonists?",
        "What about mnavigation?",  # typing starts right
        "Who makes wafers, and who semiconductor lasers?",  # known things
        "Which departments are they?",
        "导航雷达由谁负责?",
        "5G or 4G, what for?",
        "",
    ],
)
def test_other_words_are_left_alone(speller, question):
    assert speller.correct(question) == question


def test_without_english_words_nothing_is_mended(stub_encoder):
    chinese = build_index([parse_document("zh", "一、目标\n\n港口安全。\n")], stub_encoder)
    assert Speller(chinese, stub_encoder).correct("navigaton radar") == "navigaton radar"


@pytest.mark.parametrize(
    ("question", "mended"),
    [
        ("导航雷哒检测中心由谁负责?", "导航雷哒检测中心由谁负责?"),  # no term of the table
        ("推广电子海图的责任单拉", "推广电子海图的责任单位"),
        ("推广电子海途的事归谁管", "推广电子海图的事归谁管"),  # a heading
        ("责任单位有哪些", "责任单位有哪些"),
        ("推广电子产品归谁管", "推广电子产品归谁管"),  # 产品 is a word of its own
        ("扩大开放合座", "扩大开放合作"),
    ],
)
def test_chinese_term_takes_the_place_of_a_stretch_that_differs_in_one_character(
    policy_index, stub_encoder, question, mended
):
    assert Speller(policy_index, stub_encoder).correct(question) == mended


@pytest.mark.parametrize("word", ["navigates", "navigated", "navigating", "navigately"])
def test_a_form_of_a_word_that_is_known_is_no_misspelling(speller, monkeypatch, word):
    monkeypatch.setattr(speller._encoder, "is_word", lambda text: text == "navigate")
    assert speller.correct(f"Who {word} it?") == f"Who {word} it?"


def test_a_form_of_nothing_known_is_mended(speller, monkeypatch):
    monkeypatch.setattr(speller._encoder, "is_word", lambda _: False)
    assert speller.correct("Who does navigatin?") == "Who does navigation?"
