"""Words of fixed meaning are found where they stand, the longest first."""

import csv
from importlib.resources import files

from corpus.fixed_words import find_fixed_words


def english(text: str) -> list[str]:
    return [word.english for word in find_fixed_words(text)]


def test_modal_words_and_bodies_have_their_english():
    assert english("灯塔公司不得拖欠工资,应当向商务部备案") == [
        "must not",
        "wage",
        "must",
        "Ministry of Commerce",
        "record filing",
    ]


def test_the_longest_word_counts_and_its_span_is_given():
    text = "报县级以上地方人民政府"
    (word,) = find_fixed_words(text)
    assert text[word.start : word.end] == "县级以上地方人民政府"
    assert word.english == "local people's governments at or above the county level"


def test_a_law_that_is_cited_has_its_english_name():
    assert english("依照《中华人民共和国海关法》处理") == [
        "Customs Law of the People's Republic of China"
    ]


def test_a_text_without_such_words_has_none():
    assert find_fixed_words("灯塔很亮") == ()


def test_the_table_has_each_word_once_with_its_english():
    text = (files("corpus") / "fixed_words.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))
    assert len({row["chinese"] for row in rows}) == len(rows)
    assert all(row["english"] and row["english"].isascii() for row in rows)
