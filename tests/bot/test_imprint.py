"""Date, number and issuer of a document, said first."""

from dataclasses import replace

import pytest

from bot.imprint import imprint, tells_asked
from bot.strings import strings_for
from bot.understanding import understand
from corpus.document import parse_document

TEXT = """海川市人民政府办公厅关于印发海洋产业行动方案的通知
海政办发〔2021〕7号
各区人民政府:
现印发给你们。
2021年3月5日
一、总体目标
甲。
"""
NOTICE = replace(
    parse_document("notice", TEXT), issuer="海川市人民政府办公厅", number="海政办发〔2021〕7号"
)


def told(question: str, document=NOTICE) -> str:
    asked = understand(question)
    return imprint(asked, document, strings_for(asked.language))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("这份文件什么时候印发的?", "日期是2021年3月5日"),
        ("文号是什么?", "文号是海政办发〔2021〕7号"),
        ("谁发布的这份通知?", "发文机关是海川市人民政府办公厅"),
        ("When was this notice issued?", "dated 5 March 2021"),
    ],
)
def test_fact_that_is_asked_for_is_told(question, fact):
    assert fact in told(question)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("文号是什么?", "没有印出自己的文号"),
        ("What is the document number?", "no number of its own"),
        ("这个方案什么时候印发的?", "没有印出日期"),
        ("When was the plan issued?", "prints no date"),
    ],
)
def test_fact_that_is_not_printed_is_named_as_missing(question, fact):
    assert fact in told(question, replace(NOTICE, number=None, date=None))


def test_drafters_are_told_from_the_issuer():
    document = replace(NOTICE, drafters=("市科技局", "市港口局"))

    for question in ("这份方案是谁起草的?", "本行动方案由哪两家单位制定?"):
        assert "拟定单位是市科技局、市港口局" in told(question, document)


def test_body_without_an_english_name_is_left_to_the_citation():
    assert "General Office" in told("Who issued the notice?")
    assert told("Who issued the notice?", replace(NOTICE, issuer="灯塔守望联席会议")) == ""


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("这份通知是转发给谁的?", "各区人民政府:"),
        ("To whom is the notice addressed?", "各区人民政府:"),
        ("这份方案是经谁批准的?", "《方案》已经市人民政府同意,现印发给你们。"),
    ],
)
def test_recipients_and_consent_are_left_to_their_line(question, line):
    assert understand(question).intent == "document"
    assert told(question) == ""
    assert tells_asked(understand(question), NOTICE, line)
    assert not tells_asked(understand(question), NOTICE, "海川市人民政府办公厅")


def test_question_for_the_basis_is_left_to_the_lines():
    assert told("这个方案是依据哪份文件制定的?") == ""


@pytest.mark.parametrize(
    ("question", "line", "printed"),
    [
        ("什么时候印发的?", "2021年3月5日", True),
        ("什么时候印发的?", "海川市人民政府办公厅", False),
        ("谁印发的?", "海川市人民政府办公厅", True),
        ("文号是什么?", "海政办发〔2021〕7号", True),
        ("文号是什么?", "2021年3月5日", False),
    ],
)
def test_lines_that_print_the_fact_are_chosen(question, line, printed):
    assert tells_asked(understand(question), NOTICE, line) is printed
