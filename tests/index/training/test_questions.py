"""Question sets: what is read of them, and a few steps of training."""

import gzip
import json
import random

import pytest
import torch

from index.training import questions
from index.training.questions import QuestionPlan, _batches, _window, read_questions, teach

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

    names = [name for name, _, _ in rows]
    assert (names.count("faq"), names.count("ms-business-sections")) == (6, 1)
    assert {q[:-2] for name, q, _ in rows if name == "faq"} == {"基金投向哪里"}


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


def test_batches_hold_rows_of_one_set():
    rows = [("a", "q", "p")] * 5 + [("b", "q", "p")] * 5
    batches = _batches(rows, QuestionPlan(batch=2))

    assert sorted(map(len, batches)) == [2, 2, 2, 2]
    assert [
        {rows[i][0] for i in batch} for batch in batches if len({rows[i][0] for i in batch}) > 1
    ] == []


def test_teaching_moves_the_student_and_not_the_teacher(data, tiny_model, tmp_path):
    from sentence_transformers import SentenceTransformer

    student, teacher = (
        SentenceTransformer(str(tiny_model), device="cpu", local_files_only=True) for _ in range(2)
    )
    before = {name: tensor.clone() for name, tensor in teacher.state_dict().items()}
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"zh": "雷达", "en": "radar"}\n' * 96, encoding="utf-8")
    plan = QuestionPlan(steps=3, batch=3, passage_tokens=32)

    teach(student, teacher, data, pairs, plan, first_new=len(teacher.tokenizer) - 5)

    after = student.state_dict()
    assert list(after) == list(before)
    assert [
        n for n in before if n.endswith("query.weight") and torch.equal(after[n], before[n])
    ] == []
    assert all(torch.equal(tensor, before[n]) for n, tensor in teacher.state_dict().items())
