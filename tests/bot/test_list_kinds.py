"""The kinds of bodies that lists must hold, read from the words of a question."""

import pytest

from bot.list_kinds import ListKinds, read_kinds, without_by_name
from corpus.document import parse_document
from corpus.register import read_register, tasks_of

KINDS = """海川市灯塔办法

一、甲事

  做甲。(责任单位:市甲局、市乙局)

二、乙事

  做乙。(责任单位:市乙局、港湾区及其他有关区人民政府)

三、丙事

  做丙。(责任单位:港湾区人民政府)

四、丁事

  做丁。(责任单位:市甲局、其他有关区)
"""


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("哪些任务没有区参与?", ListKinds(districts=False)),
        ("一个区都没点到的任务", ListKinds(districts=False)),
        ("责任单位全是市级部门的任务", ListKinds(districts=False)),
        ("与区政府无关的任务", ListKinds(districts=False)),
        ("tasks that do not involve any district government", ListKinds(districts=False)),
        ("tasks of municipal bodies alone", ListKinds(districts=False)),
        ("只由区政府负责的任务", ListKinds(offices=False)),
        ("不涉及市级部门的任务", ListKinds(offices=False)),
        ("tasks that list only districts", ListKinds(offices=False)),
        ("既有市级部门又有区的任务", ListKinds(True, True)),
        ("tasks with both a municipal body and a district", ListKinds(True, True)),
        ("\ue000和区政府共同负责的任务", ListKinds(districts=True)),
    ],
)
def test_kinds_are_read(question, kinds):
    assert read_kinds(question)[0] == kinds


@pytest.mark.parametrize(
    "question",
    [
        "哪些任务只有一个区?",  # a number
        "哪些任务没有区分轻重?",
        "哪些区没有任务?",
        "不算各区,哪个部门任务最多?",
        "Which districts have only one task?",
    ],
)
def test_other_questions_have_no_kinds(question):
    assert read_kinds(question) == (None, question)


def test_a_task_holds_kinds_by_its_rows():
    tasks = tasks_of(read_register(parse_document("kinds", KINDS)))

    def refs(kinds, *, groups=True):
        return [task.ref for task in tasks if kinds.holds(task, groups=groups)]

    assert refs(ListKinds(districts=False)) == ["一"]
    assert refs(ListKinds(offices=False)) == ["三"]
    assert refs(ListKinds(True, True)) == ["二", "四"]
    assert refs(ListKinds(True, True), groups=False) == ["二"]


def test_by_name_is_read_and_cut_out():
    assert without_by_name("具名列出三个区的任务") == (" 列出三个区的任务", True)
    assert without_by_name("只点名一个区的任务") == ("只有一个区的任务", True)
    assert without_by_name("Which tasks name districts individually?")[1]
    assert without_by_name("涉及三个区的任务") == ("涉及三个区的任务", False)
