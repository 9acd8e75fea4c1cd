"""What may name a document in an English question."""

import pytest

from bot.english_phrases import Places, find_phrases


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("Under the Data Protection Law, who may store data?", ["Data Protection Law"]),
        ("What do the Regulations on Data Security require?", ["Regulations on Data Security"]),
        ("Summarise Shanghai's action plan.", ["Shanghai's action plan"]),
        ("What measures help firms?", []),  # no capital and no article: a common noun
        ("What does the plan say?", []),
        (
            "What does Article 26 of Haichuan's parking measures say?",
            ["Haichuan's parking measures"],
        ),
        ("What is in section 五(十六) of Haichuan's port opinions?", ["Haichuan's port opinions"]),
        ("What does item 3 in the 2024 report task table say?", ["2024 report task table"]),
    ],
)
def test_phrases_end_with_what_documents_are_called(question, texts):
    assert [phrase.text for phrase in find_phrases(question)] == texts


def test_the_place_of_a_document_is_part_of_its_name():
    places = Places({"安洛": "Anluo"})
    whole, bare = find_phrases("What do Anluo County's rules for ports say?", places)
    assert (whole.places, whole.content, whole.linked) == (("安洛",), ("ports",), ("ports",))
    assert (bare.text, bare.head) == ("Anluo County's rules", "Anluo County's rules")


def test_a_place_behind_the_kind_ends_a_shorter_name():
    found = find_phrases("the minutes on Anluo old port", Places({"安洛": "Anluo"}))
    assert [phrase.text for phrase in found] == ["minutes on Anluo old port", "minutes on Anluo"]
