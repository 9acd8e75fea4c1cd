"""Which bodies a question wants in a list, and which not."""

import pytest

from bot.body_groups import read_frame
from bot.body_questions import find_bodies
from corpus.document import parse_document
from corpus.organisations import organisations_of

PORT = parse_document(
    "port",
    "海川市港口方案\n\n一、甲\n乙。(责任单位:市交通局、市财政局、市水务局、港湾区)\n",
)
BODIES = organisations_of([PORT])


def sides(question) -> tuple[list[str], list[str]]:
    frame = read_frame(question, find_bodies(question, BODIES))
    return tuple(
        [m.organisations[0].printed for m in frame.mentions(excluded=excluded)]
        for excluded in (False, True)
    )


@pytest.mark.parametrize(
    "question",
    [
        "交通局进了责任单位、财政局却没进的任务有哪些?",
        "列了交通局而没有列财政局的条目",
        "有交通局没财政局的任务",
        "交通局有份、财政局没份的",
        "不含财政局的交通局任务",
        "除了财政局也参与的,交通局还要干哪些?",
        "把财政局也参与的排除掉,交通局还剩什么?",
        "交通局不跟财政局一起干的任务",
        "财政局没参与交通局参与的任务",
        "交通局的任务里,财政局不掺和的有哪些?",
        "交通局的任务中财政局缺位的是哪几条?",
        "我们是交通局,财政局也不用管的有哪几项?",
        "哪些任务交通局要做,财政局不用做?",
        "交通局在名单上而财政局缺席的任务",
        "Which tasks list the transport bureau but leave out the finance bureau?",
        "The transport bureau is in, the finance bureau is not: which tasks?",
        "Tasks of the transport bureau without the finance bureau",
        "What does the transport bureau do that the finance bureau doesn't?",
        "The transport bureau's tasks, except those where the finance bureau is named",
        "Which tasks leave the finance bureau out but bring in the transport bureau?",
        "What is left of the transport bureau's tasks once you take out those with the finance bureau?",
        "Where is the finance bureau absent but the transport bureau present?",
        "Tasks the transport bureau does not share with the finance bureau",
        "Which tasks is the finance bureau left off while the transport bureau is on?",
    ],
)
def test_one_body_is_wanted_and_the_other_left_out(question):
    assert sides(question) == (["市交通局"], ["市财政局"])


@pytest.mark.parametrize(
    ("question", "wanted", "excluded"),
    [
        ("有交通局,但没有财政局和水务局", ["市交通局"], ["市财政局", "市水务局"]),
        ("交通局和财政局都在、水务局不在", ["市交通局", "市财政局"], ["市水务局"]),
        ("既没有交通局也没有财政局的", [], ["市交通局", "市财政局"]),
        (
            "Which name the transport bureau, but neither the finance bureau nor the water bureau?",
            ["市交通局"],
            ["市财政局", "市水务局"],
        ),
    ],
)
def test_a_negation_leaves_out_all_that_is_joined(question, wanted, excluded):
    assert sides(question) == (wanted, excluded)


@pytest.mark.parametrize(
    "question",
    [
        "交通局不仅负责码头,还负责什么?",
        "有没有交通局参不参与都行的任务?",
        "我不知道交通局负责什么",
        "不少于三个单位、有交通局的任务",
        "除养老以外交通局还负责什么?",
        "I don't know what the transport bureau has to do",
        "Is the transport bureau responsible or not?",
    ],
)
def test_other_negations_leave_no_body_out(question):
    assert sides(question) == (["市交通局"], [])


@pytest.mark.parametrize(
    "question",
    [
        "只有交通局、没有别的单位的任务",
        "交通局之外没有其他单位的任务",
        "除了交通局再没有别的部门的任务",
        "Tasks for the transport bureau and nobody else",
        "Tasks with no unit other than the transport bureau",
    ],
)
def test_who_else_is_named_leaves_no_body_out(question):
    frame = read_frame(question, find_bodies(question, BODIES))

    assert frame.no_others
    assert frame.mentions(excluded=True) == ()
