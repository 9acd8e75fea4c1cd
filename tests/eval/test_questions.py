"""Questions with judged sections, read from JSON lines."""

import json

import pytest

from eval.questions import (
    CALIBRATION,
    QUESTIONS,
    SECOND,
    THIRD,
    Question,
    all_questions,
    is_held_out,
    load_questions,
)

FULL = {
    "id": "q-1",
    "lang": "zh-Hant",
    "persona": "staff",
    "type": "followup",
    "question": "那誰負責?",
    "history": [{"role": "user", "content": "雷達?"}, {"role": "assistant", "content": "…"}],
    "gold_document": "plan",
    "gold_refs": ["一", "二(一)"],
    "all_required": True,
    "answer_must_contain": [["7500亿", "750 billion"], ["市科委"]],
    "answer_must_not_contain": ["上海"],
    "answerable": False,
    "note": "",
}


@pytest.fixture
def write(tmp_path):
    def write(*lines):
        path = tmp_path / "questions.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def test_every_field_of_a_question_is_read(write):
    (question,) = load_questions(write(json.dumps(FULL)))
    assert question == Question(
        id="q-1",
        text="那誰負責?",
        language="zh",
        script="zh-Hant",
        persona="staff",
        type="followup",
        history=(("user", "雷達?"), ("assistant", "…")),
        document="plan",
        relevant=("一", "二(一)"),
        all_required=True,
        must_contain=(("7500亿", "750 billion"), ("市科委",)),
        must_not_contain=("上海",),
        answerable=False,
    )


def test_what_a_question_leaves_out_has_a_default(write):
    path = write('{"question": "雷达?"}', "", '{"question": "Radar?", "lang": "en"}')
    first, second = load_questions(path)
    assert (first.id, first.language, first.answerable) == ("1", "zh", True)
    assert (first.relevant, first.must_contain, first.history) == ((), (), ())
    assert (second.id, second.language) == ("3", "en")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"id": "a"}',
        '{"question": "?", "history": [1]}',
        pytest.param("[]"),
        pytest.param('"text"'),
    ],
)
def test_a_line_that_is_no_question_is_named(write, line):
    with pytest.raises(ValueError, match=r"questions\.jsonl:2: no question"):
        load_questions(write('{"question": "雷达?"}', line))


@pytest.mark.parametrize(
    "path",
    [QUESTIONS, SECOND, THIRD, CALIBRATION],
    ids=["questions", "second", "third", "calibration"],
)
def test_the_files_of_the_repository_have_unique_ids(path):
    ids = [question.id for question in load_questions(path)]
    assert len(ids) >= 200
    assert len(set(ids)) == len(ids)


def test_several_files_are_read_in_order_and_no_file_means_the_repositorys():
    both = all_questions((QUESTIONS, SECOND))
    assert both == (*load_questions(QUESTIONS), *load_questions(SECOND))
    assert len({question.id for question in both}) == len(both)
    assert all_questions(()) == load_questions(QUESTIONS)


def test_calibration_uses_no_question_that_is_reported_on():
    reported = {q.text for path in (QUESTIONS, SECOND, THIRD) for q in load_questions(path)}
    assert reported.isdisjoint(question.text for question in load_questions(CALIBRATION))


def test_every_judged_section_exists(tianjin):
    refs = {section.ref for section in tianjin.sections}
    judged = [q for path in (QUESTIONS, SECOND, THIRD, CALIBRATION) for q in load_questions(path)]
    assert {ref for question in judged for ref in question.relevant} <= refs


def test_an_answerable_question_names_its_sections_and_another_none():
    questions = all_questions((QUESTIONS, SECOND, THIRD))
    assert [q.id for q in questions if q.answerable and not q.relevant] == []
    assert [q.id for q in questions if not q.answerable and q.must_contain] == []


@pytest.mark.parametrize(
    ("question_id", "held_out"), [("a-001", False), ("a-003", True), ("b-001", False)]
)
def test_the_half_of_a_question_is_fixed_by_its_id(question_id, held_out):
    assert is_held_out(question_id) is held_out


def test_about_half_of_the_questions_are_held_out():
    halves = [is_held_out(question.id) for question in load_questions(QUESTIONS)]
    assert 0.4 < sum(halves) / len(halves) < 0.6
