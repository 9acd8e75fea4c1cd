"""In which role, or where in a list, a question wants a body."""

import pytest

from bot.body_groups import read_frame
from bot.body_positions import Position, read_positions
from bot.body_questions import find_bodies
from corpus.document import parse_document
from corpus.organisations import organisations_of
from corpus.register import read_register

PORT = parse_document("port", "海川市港口方案\n\n一、甲\n乙。(责任单位:市交通局、市财政局)\n")
BODIES = organisations_of([PORT])
LEAD, JOINT, TOP = Position("lead"), Position("joint"), Position(first=True)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("交通局牵头哪些任务?", [LEAD]),
        ("交通局牵头、财政局配合的任务", [LEAD, JOINT]),
        ("牵头单位是财政局、配合单位有交通局的任务", [LEAD, JOINT]),
        ("交通局和财政局牵头的任务", [LEAD, LEAD]),
        ("交通局参与但不牵头的任务", [Position("lead", is_not=True)]),
        ("交通局排第一、有财政局的任务", [TOP]),
        ("财政局没排在第一的任务", [Position(first=True, is_not=True)]),
        ("交通局是牵头还是配合?", []),
        ("交通局参与的任务", []),
        ("Which tasks does the finance bureau lead?", [LEAD]),
        ("Which tasks are led by the finance bureau?", [LEAD]),
        ("Which lists begin with the finance bureau?", [TOP]),
        ("Which tasks does the finance bureau not lead?", [Position("lead", is_not=True)]),
    ],
)
def test_a_place_is_asked_of_the_body_that_it_is_said_of(question, expected):
    positions = read_positions(read_frame(question, find_bodies(question, BODIES)))

    assert [position for _, position in positions] == expected


def test_roles_do_not_matter_where_no_list_tells_them(tianjin):
    row = read_register(tianjin)[0]

    assert LEAD.holds(row, roles_told=False)
    assert not LEAD.holds(row)
    assert TOP.holds(row)
    assert not Position(first=True, is_not=True).holds(row)
