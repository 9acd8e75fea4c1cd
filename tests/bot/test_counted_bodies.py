"""How many of the bodies named must stand in one list."""

import pytest

from bot.body_groups import read_frame
from bot.body_questions import find_bodies
from bot.counted_bodies import read_needed
from corpus.document import parse_document
from corpus.organisations import organisations_of

PORT = parse_document(
    "port", "海川市港口方案\n\n一、甲\n乙。(责任单位:市交通局、市财政局、市水务局、港湾区)\n"
)
BODIES = organisations_of([PORT])


@pytest.mark.parametrize(
    ("question", "bounds"),
    [
        ("交通局、财政局、水务局三个单位都参与的任务", (3, None)),
        ("交通局、财政局和水务局分别负责什么?", (1, None)),
        ("交通局、财政局、水务局任意一个参与的任务", (1, None)),
        ("交通局或者财政局参与的任务", (1, None)),
        ("交通局、财政局、水务局里至少有两个参与的任务", (2, None)),
        ("交通局、财政局、水务局中恰好有一个参与的任务", (1, 1)),
        ("交通局和财政局各干各的任务,只有其中一家参与", (1, 1)),
        ("武清、交通局和财政局里头只要有一个参与就算", (1, None)),
        ("交通局或财政局负责、但不同时负责的任务", (1, 1)),
        ("责任单位里有交通局和财政局的任务", (2, None)),
        ("交通局和财政局的任务都有哪些?", (1, None)),
        ("交通局的任务里财政局也参与的有哪些?", (2, None)),
        ("交通局负责哪些任务?", (1, None)),
        ("Which tasks name all three of the transport, finance and water bureaus?", (1, None)),
        ("Which tasks name both the transport bureau and the finance bureau?", (2, None)),
        ("Tasks of either the transport bureau or the finance bureau", (1, None)),
        ("Tasks that the transport bureau shares with the finance bureau", (2, None)),
        (
            "Which tasks have at least two of the transport bureau, the finance bureau and the water bureau?",
            (2, None),
        ),
        ("Which tasks name exactly one of the transport bureau and the finance bureau?", (1, 1)),
        ("What are the transport bureau and the finance bureau responsible for?", (1, None)),
    ],
)
def test_bounds_on_the_bodies_of_one_list(question, bounds):
    needed = read_needed(read_frame(question, find_bodies(question, BODIES)))

    assert (needed.least, needed.most) == bounds


def test_the_number_of_the_bodies_named_is_no_number_of_units():
    question = "交通局、财政局两个单位都参与的、由三个单位负责的任务"
    needed = read_needed(read_frame(question, find_bodies(question, BODIES)))

    assert "两个单位" not in needed.wording
    assert "三个单位" in needed.wording
