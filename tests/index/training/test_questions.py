"""Question sets: what is read of them, and a few steps of training."""

import gzip
import json
import math
import random

import numpy as np
import pytest
import torch

from index.training import questions
from index.training.questions import (
    Example,
    QuestionPlan,
    _window,
    group_alike,
    is_held_out,
    make_batches,
    policy_body,
    policy_examples,
    question_loss,
    read_policy,
    read_questions,
    teach,
)

PASSAGE = "雷达检测中心有三个。" * 10 + "基金投向海图项目。" + "港口规划到二〇三〇年。" * 10


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """One set of answers in passages, and one of sections in two languages."""
    monkeypatch.setattr(
        questions, "QUESTION_SETS", (("faq", 6, "MIT"), ("ms-business-sections", 9, "CC-BY-4.0"))
    )
    monkeypatch.setattr(questions, "read_policy", lambda: [])
    faq = [
        {"question": f"基金投向哪裡{n}？", "passage": PASSAGE, "answer": "海图"} for n in range(8)
    ]
    both = [
        {
            "id": "1",
            "lang": "en",
            "question": "Plan: the harbour",
            "passage": "The harbour plan " * 4,
        },
        {"id": "1", "lang": "zh", "question": "规划：港口规划", "passage": "港口规划的内容" * 4},
        {"id": "2", "lang": "en", "question": "Alone", "passage": "No partner " * 4},
    ]
    write(tmp_path / "qa" / "faq.jsonl.gz", faq)
    write(tmp_path / "qa" / "ms-business-sections.jsonl.gz", both)
    return tmp_path


def test_questions_are_read_normalised_up_to_the_limit_of_their_set(data):
    rows = read_questions(data / "qa", QuestionPlan())

    names = [row.source for row in rows]
    assert (names.count("faq"), names.count("ms-business-sections")) == (6, 1)
    assert {row.question[:-2] for row in rows if row.source == "faq"} == {"基金投向哪里"}


def test_seed_fixes_what_is_read(data):
    first, again = (read_questions(data / "qa", QuestionPlan(seed=1)) for _ in range(2))

    assert first == again


def test_passage_is_cut_to_sentences_around_its_answer():
    item = {"passage": PASSAGE, "answer": "海图"}
    cut = [_window(item, random.Random(seed)) for seed in range(5)]

    assert all("基金投向海图项目。" in text for text in cut)
    assert all(text in PASSAGE and text.endswith("。") for text in cut)
    assert max(map(len, cut)) < len(PASSAGE)


def test_passage_without_a_named_answer_starts_at_its_beginning():
    assert PASSAGE.startswith(_window({"passage": PASSAGE}, random.Random(1)))


def test_policy_sections_are_whole_and_some_are_held_out():
    """What is written for training: six questions a section, every section with both texts."""
    sections = read_policy()
    held = {section["doc"] for section in sections if is_held_out(section["doc"])}

    assert len(sections) >= 300
    assert 0 < len(held) < len({section["doc"] for section in sections}) / 4
    assert [
        s for s in sections if not (s["zh"] and s["en"] and len(s["zh_q"] + s["en_q"]) == 6)
    ] == []


def test_responsibility_lists_are_left_out_of_a_policy_passage():
    assert (
        policy_body("(一)扶持。支持雷达。(责任单位:市港口局、市财政局)") == "(一)扶持。支持雷达。"
    )


def test_policy_questions_meet_the_text_in_both_languages():
    section = {
        "doc": "d", "ref": "一", "zh": "支持雷达企业。", "en": "Support radar.",
        "zh_q": ["雷达有何支持"], "en_q": ["What helps radar?"],
    }  # fmt: skip
    examples = [e for seed in range(20) for e in policy_examples([section], random.Random(seed))]

    assert {e.passage for e in examples} == {"支持雷达企业。", "Support radar."}
    assert {e.paragraph for e in examples} == {"d 一"}


def test_groups_join_a_question_with_the_passages_that_fit_it_best():
    """Passages 0 and 1 point one way, 2 and 3 another."""
    vectors = np.array([[1.0, 0.0], [0.9, 0.1], [0.0, 1.0], [0.1, 0.9]])
    groups = group_alike(vectors, vectors, 2, random.Random(1))

    assert sorted(map(sorted, groups)) == [[0, 1], [2, 3]]


def test_batches_are_full_and_hold_rows_of_one_set():
    rows = [Example(name, "q", "p", str(n)) for name in "ab" for n in range(5)]
    vectors = np.eye(10)
    batches = make_batches(rows, (vectors, vectors), QuestionPlan(batch=2, group=2))

    assert sorted(map(len, batches)) == [2, 2, 2, 2]
    assert {len({rows[i].source for i in batch}) for batch in batches} == {1}


def test_another_passage_of_the_same_paragraph_is_no_negative():
    rows = [Example("a", "q", "p", name) for name in ("x", "x")]
    apart = [Example("a", "q", "p", name) for name in ("x", "y")]
    vectors = torch.eye(2)
    same_direction = torch.ones(2, 2) / 2**0.5

    assert question_loss(rows, vectors, same_direction).item() == pytest.approx(0, abs=1e-6)
    # two equal candidates: log 2 for the question, half of it for the passage
    assert question_loss(apart, vectors, same_direction).item() == pytest.approx(
        1.5 * math.log(2), abs=1e-4
    )


def test_teaching_moves_the_student_and_not_the_teacher(data, tiny_model, tmp_path):
    from sentence_transformers import SentenceTransformer

    student, teacher = (
        SentenceTransformer(str(tiny_model), device="cpu", local_files_only=True) for _ in range(2)
    )
    before = {name: tensor.clone() for name, tensor in teacher.state_dict().items()}
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"zh": "雷达", "en": "radar"}\n' * 96, encoding="utf-8")
    plan = QuestionPlan(steps=3, batch=3, passage_tokens=32)

    teach(student, teacher, data, pairs, tmp_path, plan, first_new=len(teacher.tokenizer) - 5)

    after = student.state_dict()
    assert list(after) == list(before)
    assert [
        n for n in before if n.endswith("query.weight") and torch.equal(after[n], before[n])
    ] == []
    assert all(torch.equal(tensor, before[n]) for n, tensor in teacher.state_dict().items())
