"""Markdown tables of measures."""

import pytest

from eval.measures import Scored
from eval.questions import Question
from eval.tables import COLUMNS, by_language, by_type, table


def scored(question_id="a-001", *, language="zh", kind="number", facts=True, **changes) -> Scored:
    question = Question(
        question_id, "?", language, language, "", kind, (), None, ("一",), False,
        (("120亿",),) if facts is not None else (), (), changes.pop("answerable", True),
    )  # fmt: skip
    fields = {
        "rank": 1, "first": True, "top_five": True, "cited": True, "all_cited": True,
        "precision": 0.5, "facts": facts, "language": True, "refused": False, "solved": True,
    }  # fmt: skip
    return Scored(question, **(fields | changes))


def cells(line) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_row_holds_the_count_and_the_means():
    group = [
        scored(),  # everything right
        scored(first=False, precision=1.0, facts=False, solved=False),  # second place, wrong fact
    ]
    head, rule, row = table([("all", group)]).splitlines()
    assert cells(head) == ["questions", "n", *(name for name, _ in COLUMNS)]
    assert len(cells(rule)) == len(cells(head)) == len(cells(row))
    values = dict(zip(cells(head), cells(row), strict=True))
    assert values["questions"] == "all"
    assert values["n"] == "2"
    assert values["right section first"] == "0.50"
    assert values["in top five"] == "1.00"
    assert values["citation precision"] == "0.75"
    assert values["facts in text"] == "0.50"
    assert values["wrongly refused"] == "0.00"
    assert values["rightly refused"] == "–"
    assert values["solved"] == "0.50"


def test_refusals_are_right_or_wrong_by_what_can_be_answered():
    group = [
        scored(refused=True),  # answerable: wrong
        scored(),  # answerable, answered
        scored(answerable=False, refused=True),  # right
    ]
    head, _, row = table([("all", group)]).splitlines()
    values = dict(zip(cells(head), cells(row), strict=True))
    assert values["wrongly refused"] == "0.50"
    assert values["rightly refused"] == "1.00"


def test_questions_without_required_facts_take_no_part_in_their_mean():
    head, _, row = table([("all", [scored(facts=None)])]).splitlines()
    assert dict(zip(cells(head), cells(row), strict=True))["facts in text"] == "–"


def test_rows_by_language_name_all_questions_and_both_halves():
    tuned, held_out = scored("a-001"), scored("a-003")
    english = scored("b-001", language="en")
    assert by_language([tuned, english, held_out]) == [
        ("Chinese, all", [tuned, held_out]),
        ("Chinese, tuned on", [tuned]),
        ("Chinese, held out", [held_out]),
        ("English, all", [english]),
        ("English, tuned on", [english]),
    ]


def test_rows_by_type_are_sorted_and_parted_by_language():
    number, english, fact = scored(), scored(language="en"), scored(kind="fact")
    assert by_type([number, english, fact]) == [
        ("fact, zh", [fact]),
        ("number, en", [english]),
        ("number, zh", [number]),
    ]


@pytest.mark.parametrize("group", [by_language, by_type])
def test_no_questions_make_no_rows(group):
    assert group([]) == []
    assert len(table(group([])).splitlines()) == 2
