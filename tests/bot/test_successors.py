"""Notes on successors: ours, in the question's language, one for each body."""

from bot.strings import EN, ZH
from bot.successors import successor_notes
from corpus.mentions import find_mentions
from corpus.organisations import known_organisations


def notes(text, language):
    mentions = find_mentions(text, known_organisations())
    return successor_notes(mentions, language, EN if language == "en" else ZH)


def test_a_note_names_the_body_the_year_the_basis_and_the_successors():
    assert notes("市科委和科委", "zh") == (
        "编者注(不是文件的内容):根据2018年《天津市机构改革方案》,"
        "文件中的市科委(天津市科学技术委员会)的职责由天津市科学技术局承接。",
    )


def test_a_note_in_english_holds_no_chinese():
    (note,) = notes("land bureau", "en")

    assert note.isascii() or "’" in note
    assert "Planning and Natural Resources and the" in note
    assert "2018" in note


def test_a_body_without_a_successor_has_no_note():
    assert notes("市财政局和滨海新区", "zh") == ()
