"""Everyday words, the official ones for them, and which of these texts print."""

import pytest

from corpus.everyday_words import Everyday, _table, everyday_words, official_words
from corpus.normalise import normalise


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("公租房怎么申请?", ("公共租赁住房",)),
        ("没办营业执照就开张会怎样?", ("未经设立登记", "未取得营业执照")),
        ("公共租賃住房怎麼申請?", None),
        ("公租房就是公共租赁住房吗?", None),
        ("雷达由谁研发?", None),
    ],
)
def test_official_words_come_for_everyday_ones_that_stand_alone(question, official):
    assert [row.official for row in everyday_words(question)] == ([official] if official else [])


def test_traditional_characters_are_read_too():
    assert Everyday(("公积金",), ("住房公积金",)) in everyday_words("公積金可以提取嗎?")


def test_the_first_word_that_a_text_prints_is_chosen():
    several = [Everyday(("俗称",), words) for words in (("甲类", "乙类"), ("丙类",), ("乙类",))]
    assert official_words(several, ["只有乙类。", "没有别的。"]) == ("乙类",)
    assert official_words(several, []) == ()


def test_an_everyday_word_that_a_text_prints_needs_no_other():
    assert official_words([Everyday(("俗称",), ("甲类",))], ["甲类。", "也叫俗称。"]) == ()


def test_no_row_gives_only_what_it_has():
    for everyday, official in _table():
        assert everyday
        assert official
        assert all(word == normalise(word) for word in official)
        assert not set(everyday) >= set(official)
