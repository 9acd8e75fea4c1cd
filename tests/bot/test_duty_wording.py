"""How many tasks bodies have is said first, and why there are none."""

import pytest

from bot.body_questions import find_bodies
from bot.conditions import read_conditions
from bot.duty_wording import Found, Query, no_roles, none_found, opening
from bot.strings import EN, ZH
from bot.task_topics import Topic
from bot.understanding import understand
from corpus.document import parse_document
from corpus.organisations import organisations_of
from corpus.register import read_register, tasks_of

PORT = parse_document(
    "port",
    "海川市港口方案\n\n一、航标\n乙。(责任单位:市交通局、市财政局)\n\n二、灯塔\n乙。(责任单位:市财政局)\n\n"
    "三、海图\n乙。(责任单位:市财政局、市交通局)\n",
)
TASKS = tasks_of(read_register(PORT))
BODIES = organisations_of([PORT])


def query(question, *, strings=ZH, role=None, **options) -> Query:
    conditions = read_conditions(question, find_bodies(question, BODIES))
    return Query(understand(question), strings, conditions, role, **options)


def found(asked) -> list[Found]:
    met = ((task, asked.conditions.rows_that_meet(task, "")) for task in TASKS)
    return [Found(PORT, task, rows) for task, rows in met if rows]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("财政局负责哪些任务?", "市财政局被列为责任单位的任务共3项,按文件顺序如下:"),
        ("只由财政局一家负责的任务", "责任单位只有市财政局的任务共1项,按文件顺序如下:"),
        ("交通局排第一的任务有哪些?", "市交通局列在责任单位首位的任务共1项,按文件顺序如下:"),
        (
            "财政局负责但交通局不负责的任务",
            "市财政局被列为责任单位、而市交通局未被列入的任务共1项,按文件顺序如下:",
        ),
        (
            "交通局和财政局共同负责哪些任务?",
            "市交通局和市财政局共同被列为责任单位的任务共2项,按文件顺序如下:",
        ),
        (
            "交通局和财政局分别负责哪些任务?",
            "市交通局和市财政局被列为责任单位的任务共3项(其中市交通局2项、市财政局3项、共同2项),"
            "按文件顺序如下:",
        ),
    ],
)
def test_the_opening_says_what_was_counted(question, text):
    asked = query(question)

    assert opening(asked, found(asked)) == text


def test_topics_and_what_is_left_out_are_told_with_the_count():
    topics = (Topic(("灯塔",)),)
    about = query("财政局负责哪些任务?", topics=topics)
    besides = query("财政局负责哪些任务?", left_out=topics)

    assert "共3项(与「灯塔」有关)" in opening(about, found(about))
    assert "共3项(「灯塔」除外)" in opening(besides, found(besides))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("只由交通局一家负责的任务", "所收录的文件里没有只由市交通局负责的任务。"),
        ("交通局排第二的任务", "所收录文件的责任单位名单里没有市交通局。"),
    ],
)
def test_a_refusal_says_what_no_list_does(question, text):
    assert none_found(query(question), (), "") == text


def test_a_group_follows_the_refusal_as_a_sentence_of_its_own():
    asked = query("财政局负责哪些任务?")
    english = query("财政局负责哪些任务?", strings=EN)

    assert none_found(asked, (), "另有名单。").endswith("没有市财政局。另有名单。")
    assert none_found(english, (), "Another list.").endswith(". Another list.")


def test_lists_without_roles_are_told_where_a_role_is_asked_for():
    places = [(PORT, task) for task in TASKS]

    assert no_roles(query("交通局牵头哪些任务?"), places) == ZH.no_lead
    assert no_roles(query("交通局配合哪些任务?"), places) == ZH.no_joint
    assert no_roles(query("交通局牵头哪些任务?", role="lead"), places) == ""
    assert no_roles(query("交通局负责哪些任务?"), places) == ""
