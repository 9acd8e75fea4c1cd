"""The part of a document that a question looks into."""

import pytest

from bot.headings import read_headings
from bot.looked_in import FILL, leaves_out_named, read_looked_in, without_part


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("保障措施那一章里科委管了几条?", "四"),
        ("发展重点里西青区被列进了哪几条?", "三"),
        ("保障措施那几条中,市商务委露面的有哪些?", "四"),
        ("只看主要任务,市科委列在哪几条?", "二"),
        ("“优化产业结构”下面网信办要参与哪些?", "二(二)"),
        ("In the development priorities, where is Xiqing named?", "三"),
        ("Among the main tasks, which name the Finance Bureau?", "二"),
        ("In the section on optimizing the industrial structure, what must it do?", "二(二)"),
        ("市科委的主要任务有哪些?", None),
        ("市科委的主要任务中哪些由网信办参与?", None),
        ("What are the main tasks of the Finance Bureau?", None),
        ("List the main tasks.", None),
    ],
)
def test_a_heading_is_looked_into_where_the_question_says_so(tianjin, question, ref):
    found = read_looked_in(question, read_headings(tianjin))

    assert (found.section.ref if found else None) == ref


@pytest.mark.parametrize(
    ("question", "is_left_out"),
    [
        ("除保障措施外,科委还负责哪些任务?", True),
        ("保障措施里科委负责哪些任务?", False),
        ("Which tasks outside the supporting measures name the Finance Bureau?", True),
        ("Which tasks under the supporting measures name the Finance Bureau?", False),
    ],
)
def test_a_part_may_be_left_out(tianjin, question, is_left_out):
    found = read_looked_in(question, read_headings(tianjin))

    assert found.section.ref == "四"
    assert found.is_left_out is is_left_out


def test_a_question_without_its_part_keeps_its_places(tianjin):
    question = "保障措施那一章里科委管了几条?"
    part = read_looked_in(question, read_headings(tianjin))
    rest = without_part(question, part)

    assert rest == f"{FILL * 8}科委管了几条?"
    assert len(rest) == len(question)


def test_a_part_named_by_its_number_may_be_left_out():
    assert leaves_out_named("除了第三部分,西青区还有哪些任务?")
    assert leaves_out_named("List the tasks for Xiqing outside Part III.")
    assert not leaves_out_named("第三部分里西青区有哪些任务?")
    assert not leaves_out_named("Which tasks in Part III name Xiqing?")
