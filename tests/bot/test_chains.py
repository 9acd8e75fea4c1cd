"""From a topic to the bodies of its list, and on to their other tasks."""

import pytest

from bot.chains import chained_bodies
from corpus.document import parse_document
from corpus.register import read_register, tasks_of

TEXT = """海川市港口方案

一、航道

疏浚航道。(责任单位:市交通局、市财政局、港湾区及其他有关区人民政府)

二、基金

设立基金。(责任单位:市财政局、市交通局)

三、渔业

发展渔业。(责任单位:市渔业局、港湾区人民政府)
"""
PORT = parse_document("port", TEXT)
CHANNEL, FUND, FISHERY = tasks_of(read_register(PORT))


def bodies(question, task=CHANNEL):
    return [mention.name for mention in chained_bodies(question, PORT, task)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("航道由哪些单位负责,排第一的还负责什么?", ["市交通局"]),
        ("航道的第一责任单位还有哪些任务?", ["市交通局"]),
        ("Take the body listed first for channels. What else is on its list?", ["市交通局"]),
        ("Which other tasks does the first listed body for channels have?", ["市交通局"]),
        ("航道责任单位里排最后的还参与什么?", ["港湾区"]),
        ("参与航道疏浚的区还负责哪些任务?", ["港湾区"]),
        ("What else must the districts responsible for channels do?", ["港湾区"]),
    ],
)
def test_the_body_is_read_from_the_list(question, expected):
    assert bodies(question) == expected


@pytest.mark.parametrize(
    "question",
    ["航道由谁负责?", "航道的责任单位里排第一的是谁?", "还有什么支持?", "What else is planned?"],
)
def test_a_question_that_does_not_ask_on_has_none(question):
    assert bodies(question) == []


def test_all_tasks_of_that_body_are_given(tianjin_chatbot):
    reply = tianjin_chatbot.reply("海河产业基金的责任单位里排第一的,还负责哪些任务?")
    refs = list(dict.fromkeys(citation.ref for citation in reply.citations))
    assert refs == ["二(三)2", "四(二)", "四(三)"]
    assert "市金融局" in reply.opening
