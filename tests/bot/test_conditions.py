"""What a question demands of a list, and the lists that meet it."""

import pytest

from bot.body_questions import find_bodies
from bot.conditions import Conditions, read_conditions
from corpus.document import parse_document
from corpus.organisations import organisations_of
from corpus.register import read_register, tasks_of

PORT = parse_document(
    "port",
    "海川市港口方案\n\n一、甲\n乙。(责任单位:市交通局、市财政局)\n\n二、甲\n乙。(责任单位:市财政局)\n\n"
    "三、甲\n乙。(责任单位:市财政局、市交通局、港湾区)\n\n四、甲\n乙。(牵头单位:市交通局;配合单位:港湾区)\n",
)
TASKS = tasks_of(read_register(PORT))
BODIES = organisations_of([PORT])


def read(question) -> Conditions:
    return read_conditions(question, find_bodies(question, BODIES))


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("交通局负责哪些任务?", ["一", "三", "四"]),
        ("交通局和财政局共同负责哪些任务?", ["一", "三"]),
        ("哪些任务既要交通局又要财政局?", ["一", "三"]),
        ("有没有交通局和财政局合作的任务?", ["一", "三"]),
        ("交通局和财政局分别负责哪些任务?", ["一", "二", "三", "四"]),
        ("交通局排第一的任务有哪些?", ["一", "四"]),
        ("只由财政局一家负责的任务", ["二"]),
        ("财政局负责但交通局不负责的任务", ["二"]),
        ("交通局牵头哪些任务?", ["四"]),
        ("交通局是牵头还是配合?", ["一", "三", "四"]),
        ("港湾区配合哪些任务?", ["四"]),
        ("交通局牵头、港湾区配合的任务", ["四"]),
        ("港湾区牵头、交通局配合的任务", []),
        ("交通局参与但不牵头的任务", ["一", "三"]),
        ("财政局排第一、有交通局的任务", ["三"]),
        ("交通局排第一、没有财政局的任务", ["四"]),
        ("有港湾区而没有财政局的任务", ["四"]),
        ("交通局、财政局、港湾区三个单位都参与的任务", ["三"]),
        ("交通局、财政局、港湾区里至少两个参与的任务", ["一", "三", "四"]),
        ("交通局和财政局只有其中一家参与的任务", ["二", "四"]),
        ("只有交通局和财政局、没有别的单位的任务", ["一"]),
        ("交通局参与的、由三家单位负责的任务有哪些?", ["三"]),
        ("有交通局和财政局、但没有港湾区的任务", ["一"]),
        ("交通局和财政局在同一条里的任务", ["一", "三"]),
        ("交通局、财政局、港湾区三家缺一不可的任务", ["三"]),
        ("交通局和财政局包办、没有第三家的任务", ["一"]),
        ("只点了港湾区一个区的任务有哪些?", ["三", "四"]),
        ("交通局参与、由港湾区牵头的任务", []),
    ],
)
def test_the_tasks_that_meet_the_conditions(question, refs):
    conditions = read(question)

    assert [task.ref for task in TASKS if conditions.rows_that_meet(task, "")] == refs


def test_groups_matter_where_all_tasks_of_a_body_are_asked_for():
    assert read("交通局牵头哪些任务?").only_bodies
    assert not read("交通局排第一的任务有哪些?").only_bodies
    assert not Conditions(()).only_bodies


TWO_DISTRICTS = parse_document(
    "two",
    "海川市港口方案\n\n一、甲\n乙。(责任单位:市交通局、港湾区)\n\n二、甲\n乙。(责任单位:港湾区、临海区)\n\n"
    "三、甲\n乙。(责任单位:市交通局、港湾区及其他有关区人民政府)\n",
)


@pytest.mark.parametrize(
    "question",
    [
        "只点了港湾区一个区的任务有哪些?",
        "各区里只有港湾区被点名的任务有哪些?",
        "除了港湾区没有点其他任何区的任务有哪些?",
        "有港湾区而没有写其他区的任务有哪些?",
    ],
)
def test_one_district_alone_may_stand_with_other_bodies_and_groups(question):
    conditions = read_conditions(question, find_bodies(question, organisations_of([TWO_DISTRICTS])))
    tasks = tasks_of(read_register(TWO_DISTRICTS))

    met = [task.ref for task in tasks if conditions.rows_that_meet(task, "")]
    assert met == ["一", "三"]


def test_the_kinds_of_other_bodies_in_a_list_are_a_condition():
    conditions = read("交通局的任务里,哪些没有区参与?")

    assert not conditions.excluded
    assert [t.ref for t in TASKS if conditions.rows_that_meet(t, "")] == ["一"]
