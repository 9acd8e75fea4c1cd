"""How a question says in what part a body must stand in a list."""

import pytest

from bot.role_words import ALONE, EITHER_ROLE, FIRST, JOINT, LEADS, TAKE_PART


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("由谁牵头?", True),
        ("Who leads it?", True),
        ("主导产业由谁负责?", False),
        ("leading firms", False),
    ],
)
def test_asking_who_leads(question, asked):
    assert bool(LEADS.search(question)) is asked


@pytest.mark.parametrize(
    ("pattern", "question", "asked"),
    [
        (JOINT, "哪些任务既要交通局又要财政局?", True),
        (JOINT, "交通局和财政局分别负责什么?", False),
        (ALONE, "只由交通局一家负责的任务有吗?", True),
        (ALONE, "交通局唯一的任务是什么?", False),
        (ALONE, "What is the sole task of the transport bureau?", False),
        (ALONE, "Which task is the transport bureau solely responsible for?", True),
        (FIRST, "哪些任务的头一个责任单位是交通局?", True),
        (FIRST, "Which lists begin with the transport bureau?", True),
        (FIRST, "What does the transport bureau do first?", False),
        (EITHER_ROLE, "交通局是牵头还是配合?", True),
        (EITHER_ROLE, "Does the bureau lead or support, and on what?", True),
        (EITHER_ROLE, "交通局牵头哪些任务?", False),
        (TAKE_PART, "由谁牵头,还有谁参与?", True),
        (TAKE_PART, "Who leads and who supports it?", True),
        (TAKE_PART, "由谁牵头?", False),
    ],
)
def test_parts_in_a_list(pattern, question, asked):
    assert bool(pattern.search(question)) is asked
