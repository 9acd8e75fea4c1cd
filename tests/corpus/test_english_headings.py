"""English headings behind a number, and sentences that are none."""

import pytest

from corpus.english_headings import is_english, read_english
from corpus.sections import parse_sections


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Use natural buffers. Dunes will be restored.", "Use natural buffers"),
        ("Establishment, etc. of a Board. It meets.", "Establishment, etc. of a Board"),
        ("The Board shall meet. It shall elect a chair.", None),
        ("Grants cover the following: equipment and training.", None),
        ("reduce the number of homes. Others follow.", None),
        ("Report of Dr. Miller to the Board. It covers 2030.", "Report of Dr. Miller to the Board"),
    ],
)
def test_few_words_without_a_verb_before_text_are_a_heading(line, heading):
    read = read_english(line, "", may_lead=False, has_children=False)

    assert (read and read[1]) == heading


@pytest.mark.parametrize("line", ["Repair of walls, and", "Repair of walls;", "In this section—"])
def test_line_that_goes_on_is_no_heading(line):
    assert read_english(line, "Text " * 20, may_lead=True, has_children=True) is None


def test_line_of_its_own_is_a_heading_where_text_stands_below():
    below = "Some text that is long enough to be the text of a section."

    assert read_english("Coastal walls", below, may_lead=True, has_children=False)[0] == "certain"
    assert read_english("Coastal walls", "", may_lead=True, has_children=False)[0] == "likely"
    assert read_english("Coastal walls", "", may_lead=False, has_children=False) is None


def test_list_of_bodies_is_no_text_below():
    below = "Responsible: Directorate of Public Works; Coastal Engineering Office"

    assert (
        read_english("The Plan lapses in 2036.", below, may_lead=False, has_children=False) is None
    )


def test_lettered_items_have_headings_where_their_siblings_have():
    text = (
        "Section 3  Coast\n(a) Renew the walls. They are old.\n(b) Warn people. Send messages.\n"
        "Section 4  Review\n(a) A report is published.\n(b) It goes to the Board.\n"
    )

    headings = [section.heading for section in parse_sections(text)[0]]

    assert headings == ["Coast", "Renew the walls", "Warn people", "Review", "", ""]


def test_heading_goes_on_over_the_end_of_its_line():
    text = (
        "I. Coast\n(1) Exploring a secure way to renew walls at the\nharbour. They are old.\n"
        "(2) Warn people. Send\nmessages.\n"
    )

    headings = [section.heading for section in parse_sections(text)[0]]

    assert headings == [
        "Coast",
        "Exploring a secure way to renew walls at the harbour",
        "Warn people",
    ]


def test_line_with_chinese_is_not_english():
    assert is_english("Coastal walls")
    assert not is_english("IPv6 部署")
    assert not is_english("3.1")
