"""Lettered marks and the Roman numerals among them."""

import pytest

from corpus.headings import find_candidates
from corpus.letters import read_letters


def families(marks: str) -> list[str]:
    text = "\n".join(f"({mark}) 文" for mark in marks.split())
    return [f"{c.family.name}{c.number}" for c in read_letters(list(find_candidates(text)))]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("a b c", ["(a)1", "(a)2", "(a)3"]),
        ("a i ii b", ["(a)1", "(i)1", "(i)2", "(a)2"]),
        ("a i A B ii", ["(a)1", "(i)1", "(A)1", "(A)2", "(i)2"]),
        ("I II III IV", ["(I)1", "(I)2", "(I)3", "(I)4"]),
        ("GDP", []),
        ("x", []),
    ],
)
def test_letters_and_roman_numerals(marks, expected):
    assert families(marks) == expected


def test_i_after_h_is_a_letter_unless_ii_follows():
    letters = "a b c d e f g h i"

    assert families(f"{letters} j")[-2:] == ["(a)9", "(a)10"]
    assert families(f"{letters} ii")[-2:] == ["(i)1", "(i)2"]


def test_paragraph_put_in_later_has_the_number_before_it():
    (_, _, added) = read_letters(list(find_candidates("(a) 甲\n(b) 乙\n(ba) 丙")))

    assert (added.number, added.sub) == (2, 1)


def test_other_marks_stay_and_let_letters_begin_again():
    assert families("1 a b 2 a") == ["(1)1", "(a)1", "(a)2", "(1)2", "(a)1"]


def test_roman_numerals_below_a_heading_of_them_go_on_behind_numbers():
    text = "I. Aims\n(I) Ports\n1. Build\n2. Dig\n(II) Ships\n3. Sail\nII. Means\n(I) Money\n"
    found = [c.label for c in read_letters(list(find_candidates(text)))]

    assert found == ["I", "(I)", "1", "2", "(II)", "3", "II", "(I)"]


def test_roman_items_of_an_article_go_on_behind_numbers():
    text = (
        "Article 7 Terms\n(I) A lease;\n(II) One of:\n(1) a degree;\n(2) a title;\n(III) No home.\n"
    )

    assert [c.label for c in read_letters(list(find_candidates(text)))][1:] == [
        "(I)", "(II)", "(1)", "(2)", "(III)"
    ]  # fmt: skip
