"""Questions in two steps: which bodies are meant, and what is asked of them."""

import pytest

from bot.chains import read_chain, rows_meant
from bot.reply import reply_text
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
    chain = read_chain(question)
    return [row.body for row in rows_meant(chain, task)] if chain else []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("航道由哪些单位负责,排第一的还负责什么?", ["市交通局"]),
        ("航道的第一责任单位还有哪些任务?", ["市交通局"]),
        ("Take the body listed first for channels. What else is on its list?", ["市交通局"]),
        ("Which other tasks does the first listed body for channels have?", ["市交通局"]),
        ("How many tasks does the first-named unit for channels have?", ["市交通局"]),
        ("航道那一条的第二家单位一共有几项任务?", ["市财政局"]),
        ("What else is the second unit named for channels responsible for?", ["市财政局"]),
        ("航道责任单位里排最后的还参与什么?", ["港湾区"]),
        ("参与航道疏浚的区还负责哪些任务?", ["港湾区"]),
        ("What else must the districts responsible for channels do?", ["港湾区"]),
        ("负责航道的单位一共承担多少项任务?", ["市交通局", "市财政局", "港湾区"]),
        ("航道由谁负责?它们还有别的任务吗?", ["市交通局", "市财政局", "港湾区"]),
        ("航道排第一的单位是谁?它一共有几项?", ["市交通局"]),
    ],
)
def test_the_bodies_are_read_from_the_list(question, expected):
    assert bodies(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "航道由谁负责?",
        "航道的责任单位里排第一的是谁?",
        "还有什么支持?",
        "What else is planned?",
        "航道的第一责任单位是谁?",
        "Who is responsible for channels?",
    ],
)
def test_a_question_that_does_not_ask_on_is_no_chain(question):
    assert read_chain(question) is None


def test_a_later_clause_is_asked_by_itself():
    chain = read_chain("航道排第一的单位是谁?它在哪几项任务里排第一?")

    assert (chain.inner, chain.which) == ("航道排第一的单位是谁", "first")
    assert chain.outer.startswith("它在")


def test_the_body_with_the_most_tasks_is_counted_first():
    chain = read_chain("哪个部门负责的任务最多?它排在第一位的有几项?")

    assert chain.which == "counted"


def test_both_steps_are_said_and_cited(tianjin_chatbot):
    reply = tianjin_chatbot.reply("海河产业基金的责任单位里排第一的,还负责哪些任务?")
    refs = list(dict.fromkeys(citation.ref for citation in reply.citations))
    step, opening, *tasks = reply.sentences

    assert sorted(refs) == ["二(三)2", "四(三)", "四(二)"]
    assert "四(三)" in step.text
    assert "市金融局" in step.text
    assert {c.ref for c in reply.citations if c.marker in step.citations} == {"四(三)"}
    assert "共3项" in opening.text
    assert len(tasks) == 3


def test_the_second_step_has_conditions_of_its_own(tianjin_chatbot):
    reply = tianjin_chatbot.reply("哪个单位任务最多?它排在第一位的有几项?")

    assert "市工业和信息化委" in reply.sentences[0].text
    assert "共23项" in reply_text(reply)


@pytest.mark.parametrize(
    "question",
    ["哪个单位任务最多,是哪些?", "哪个单位任务最多?一共几项,分别是什么?", "Which body has the most tasks, and which are they?"],
)  # fmt: skip
def test_the_tasks_of_the_body_with_most_are_asked_for_in_few_words(question):
    chain = read_chain(question)

    assert (chain.which, chain.tally.kind) == ("counted", "most_tasks")


def test_a_body_may_be_left_out_of_the_first_step(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("除工信委外,哪个单位任务最多,是哪些?")
    wanted = [ref for ref, (u,) in tianjin.lists.items() if "市发展改革委" in u.text]

    assert "市发展改革委" in reply.sentences[0].text
    assert list(dict.fromkeys(citation.ref for citation in reply.citations)) == wanted
