"""What became of a body: asked for, told in passing, and noted once for each body."""

from functools import partial

import pytest

from bot.strings import EN, ZH
from bot.successors import asks_successor, successor_notes, without_told_change
from corpus.mentions import find_mentions
from corpus.organisations import known_organisations

find = partial(find_mentions, organisations=known_organisations())


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


@pytest.mark.parametrize(
    "question",
    [
        "市科委现在叫什么?",
        "国税局和地税局后来合并成哪个单位了?",
        "市环保局改名了吗?",
        "市农委并入了哪个部门?",
        "市科委已经撤销了,现在它的职能归谁?",
        "What is the Commission of Commerce called today?",
        "Has the Science and Technology Commission been renamed?",
        "Which body was the Planning Bureau merged into?",
        "Who is the successor of the Rural Affairs Commission?",
    ],
)
def test_the_change_itself_is_asked_for(question):
    assert asks_successor(question)
    assert without_told_change(question, find) == question


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("市商务委现在叫市商务局,它有哪些任务?", "市商务委 ,它有哪些任务?"),
        ("現在叫市工業和信息化局了,它有哪些任務?", "市工業和信息化局了,它有哪些任務?"),
        ("国税地税合并成税务局了,税务局有哪项任务?", "税务局有哪项任务?"),
        (
            "市商务委现在叫市商务局,它和市财政局共同负责什么?",
            "市商务委 ,它和市财政局共同负责什么?",
        ),
        (
            "What was the Planning Bureau (since renamed the Natural Resources Bureau) told to do?",
            "What was the Planning Bureau ( ) told to do?",
        ),
        (
            "Which tasks does the office now called the Commerce Bureau have?",
            "Which tasks does the office   the Commerce Bureau have?",
        ),
        ("市财政局负责哪些任务?", "市财政局负责哪些任务?"),
    ],
)
def test_a_change_told_in_passing_is_cut_out(question, rest):
    assert not asks_successor(question)
    assert without_told_change(question, find) == rest
