"""Measures of one reply: hand-computed values."""

import pytest

from eval.measures import contains_facts, mean, reciprocal_rank, score_reply, success_at_k
from eval.questions import Question

RANKED = [
    "二(一)",  # non-relevant
    "三",  # non-relevant
    "一",  # relevant
    "二(二)",  # relevant
    "前言",  # non-relevant
]
RELEVANT = ("一", "二(二)")


def question(**changes) -> Question:
    fields = {
        "id": "q", "text": "?", "language": "zh", "script": "zh", "persona": "", "type": "number",
        "history": (), "document": None, "relevant": RELEVANT, "all_required": False,
        "must_contain": (), "must_not_contain": (), "answerable": True,
    }  # fmt: skip
    return Question(**(fields | changes))


def reply(cited=(), *, ranked=tuple(RANKED), **changes) -> dict:
    fields = {
        "kind": "answer",
        "language": "zh",
        "text": "到2023年,规模达到120亿元。[1]",
        "hits": [{"document": "plan", "ref": ref} for ref in ranked],
        "citations": [{"document": "plan", "ref": ref} for ref in cited],
    }
    return fields | changes


@pytest.mark.parametrize(("k", "success"), [(1, False), (2, False), (3, True), (5, True)])
def test_success_at_k_asks_for_any_relevant_section_among_the_first(k, success):
    assert success_at_k(RANKED, RELEVANT, k) is success


def test_without_relevant_sections_there_is_no_success():
    assert not success_at_k(RANKED, (), 5)
    assert not success_at_k([], RELEVANT, 5)


@pytest.mark.parametrize(
    ("relevant", "value"),
    [(RELEVANT, 1 / 3), (("二(一)",), 1.0), (("前言",), 1 / 5), (("四",), 0.0)],
)
def test_the_reciprocal_rank_is_that_of_the_first_relevant_section(relevant, value):
    assert reciprocal_rank(RANKED, relevant) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("规模达到7500亿元,由市科委负责。", True),  # both, the first in Chinese
        ("750 billion yuan; 市科委", True),  # both, the first in English
        ("规模达到７５００ 亿元,由市科委负责。", True),  # full width and a blank
        ("規模達到7500億元,由市科委負責。", True),  # traditional
        ("规模达到7500亿元。", False),  # the second is missing
        ("市科委", False),  # the first is missing
        ("", False),
    ],
)
def test_one_alternative_of_every_fact_must_stand_in_the_text(text, held):
    assert contains_facts(text, (("7500亿", "750 billion"), ("市科委",))) is held


def test_without_required_facts_every_text_holds_them():
    assert contains_facts("", ())


def test_an_answer_is_scored_by_hand_computed_values():
    scored = score_reply(
        question(must_contain=(("120亿",),)),
        reply(
            [
                "一",  # relevant
                "三",  # non-relevant
                "一",  # relevant
                "前言",  # non-relevant
            ]
        ),
    )
    assert scored.rank == 3
    assert (scored.first, scored.top_five) == (False, True)
    assert (scored.cited, scored.all_cited) == (True, True)
    assert scored.precision == pytest.approx(2 / 4)
    assert scored.facts
    assert scored.language
    assert not scored.refused
    assert scored.solved


def test_where_all_sections_are_required_one_is_not_enough():
    one = score_reply(question(all_required=True), reply(["一"]))
    both = score_reply(question(all_required=True), reply(["二(二)", "一"]))
    assert (one.cited, one.all_cited, one.solved) == (True, False, False)
    assert (both.cited, both.all_cited, both.solved) == (True, True, True)


def test_without_citations_there_is_no_precision():
    scored = score_reply(question(), reply())
    assert scored.precision is None
    assert (scored.cited, scored.solved) == (False, False)


def test_a_relevant_section_that_is_not_among_the_hits_has_no_rank():
    scored = score_reply(question(), reply(["一"], ranked=("三", "前言")))
    assert scored.rank is None
    assert (scored.first, scored.top_five) == (False, False)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"text": "By 2023 the scale will reach 12 billion yuan."}, id="language"),
        pytest.param({"language": "en"}, id="stated language"),
        pytest.param({"kind": "refusal"}, id="refusal"),
        pytest.param({"kind": "clarification"}, id="clarification"),
        pytest.param({"text": "规模达到130亿元。"}, id="fact"),
        pytest.param({"text": "规模达到120亿元,和上海一样。"}, id="forbidden words"),
    ],
)
def test_an_answer_with_one_fault_is_not_solved(wrong):
    asked = question(must_contain=(("120亿",),), must_not_contain=("上海",))
    assert score_reply(asked, reply(["一"])).solved
    assert not score_reply(asked, reply(["一"], **wrong)).solved


def test_another_document_does_not_count_where_one_is_asked_for():
    scored = score_reply(question(document="other"), reply(["一"]))
    assert scored.rank is None
    assert not scored.cited
    assert score_reply(question(document="plan"), reply(["一"])).solved


def test_an_unanswerable_question_is_solved_by_a_refusal_in_its_language():
    asked = question(answerable=False, relevant=())
    refused = score_reply(asked, reply(kind="refusal", text="文件没有写明金额。"))
    answered = score_reply(asked, reply(["一"]))
    foreign = score_reply(asked, reply(kind="refusal", text="The plan states no amount."))
    assert (refused.refused, refused.solved) == (True, True)
    assert (answered.refused, answered.solved) == (False, False)
    assert (foreign.refused, foreign.solved) == (True, False)
    assert {refused.rank, refused.first, refused.precision, refused.facts} == {None}


def test_a_mean_leaves_out_what_does_not_apply():
    assert mean([True, None, False, True, None]) == pytest.approx(2 / 3)
    assert mean([0.5, 1.0]) == pytest.approx(0.75)
    assert mean([None]) is None
    assert mean([]) is None
