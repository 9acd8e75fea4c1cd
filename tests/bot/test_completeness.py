"""That nothing may be left out negates nothing of a question, and is cut out of it."""

import pytest

from bot.completeness import without_completeness


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("请把港务局的任务一条不落地列出来", "请把港务局的任务 列出来"),
        ("請把港務局的任務一項不漏地列出來", "請把港務局的任務 列出來"),
        ("港务局的任务,一件都不能少,按顺序说。", "港务局的任务, 按顺序说。"),
        ("港务局的任务有哪些?一个不少地列出来。", "港务局的任务有哪些? 列出来。"),
        ("请毫无遗漏地列出港务局的任务", "列出港务局的任务"),
        ("切勿遗漏,港务局负责什么?", "港务局负责什么?"),
        ("别漏掉任何一项,港务局负责什么?", "港务局负责什么?"),
        ("港务局的任务,少一条都不行", "港务局的任务"),
        ("List the tasks of the Port Bureau without leaving any out.", "List the tasks of the Port Bureau ."),
        ("Without omitting anything, list its tasks.", "list its tasks."),
        ("List, leaving none out, the tasks of the bureau.", "List, the tasks of the bureau."),
        ("Its tasks, please make sure that none is missing.", "Its tasks ."),
        ("List its tasks; nothing may be omitted.", "List its tasks ."),
        ("I mustn't miss any: what does the bureau do?", "I, what does the bureau do?"),
        ("交通局的任务一条不漏地列出来,不要遗漏", "交通局的任务 列出来"),
        ("All for the transport bureau, without leaving anything out", "All for the transport bureau"),
    ],
)  # fmt: skip
def test_what_says_so_is_cut_out(question, rest):
    assert without_completeness(question).replace(" .", ".") == rest.replace(" .", ".")


@pytest.mark.parametrize(
    "question",
    [
        "哪些任务里港务局、灯塔局一个都不少?",  # both are wanted
        "哪些任务没有港务局参与?",
        "有没有遗漏港务局的任务?",
        "港务局的任务落实得怎么样?",
        "有没有安全漏洞?",
        "Which tasks leave out the Port Bureau?",
        "Which lists have no district?",
        "Are there no exceptions to the rule?",
        "一项都别漏",  # nothing else is said
    ],
)
def test_what_says_something_else_stays(question):
    assert without_completeness(question) == question
