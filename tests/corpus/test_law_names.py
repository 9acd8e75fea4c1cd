"""The state's laws have the names of their English texts."""

import pytest

from corpus.law_names import chinese_law, english_law, law_names, plain_name


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("海关法", "Customs Law"),
        ("中华人民共和国海关法", "Customs Law of the People's Republic of China"),
        ("中华人民共和国劳动法(2018年修正)", "Labour Law of the People's Republic of China"),
        ("《商标法》", "Trademark Law"),
        ("海川市港口条例", None),
    ],
)
def test_a_chinese_title_gives_the_english_one(title, english):
    assert english_law(title) == english


def test_an_english_title_gives_the_chinese_name_in_either_spelling():
    assert chinese_law("Labor Law of the People’s Republic of China") == "劳动法"
    assert chinese_law("The Labour Law") == "劳动法"
    assert chinese_law("Harbour Law") is None


def test_every_law_has_a_name_of_its_own_in_both_languages():
    english = [plain_name(english_law(name) or "") for name in law_names()]
    assert all(english)
    assert len(set(english)) == len(english)
    assert all(name.isascii() for name in english)
