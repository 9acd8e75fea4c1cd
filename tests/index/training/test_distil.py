"""Distillation on a tiny model: its batches, and what training changes."""

import json
import random

import pytest
import torch

from index.training.distil import Pairs, Plan, distil
from index.training.tokenizer import extend

PLAN = Plan(steps=4, tokens=40, most=4, english=0.5, max_tokens=16, pool=8, seed=7)
NEW = ["卫", "星", "卫星", "产业"]
GLOSSES = {"卫星": ["plan"], "产业": ["radar"]}  # the wrong way round: there is much to learn


def load(folder):
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


@pytest.fixture
def teacher(tiny_model):
    return load(tiny_model)


@pytest.fixture
def student(tiny_model):
    """The teacher with four Chinese words; the rest of its weights is the teacher's."""
    student = load(tiny_model)
    extend(student, NEW, GLOSSES)
    return student


@pytest.fixture
def first_new(teacher) -> int:
    return len(teacher.tokenizer)


@pytest.fixture
def pairs_file(tmp_path):
    rng = random.Random(1)
    path = tmp_path / "pairs.jsonl"
    words = [("卫星", "radar"), ("产业", "plan"), ("基金", "fund"), ("海图", "chart")]
    with path.open("w", encoding="utf-8") as lines:
        for _ in range(12):
            chosen = [rng.choice(words) for _ in range(rng.randint(1, 4))]
            row = {"zh": "".join(zh for zh, _ in chosen), "en": " ".join(en for _, en in chosen)}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def weights(model) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


def run(student, teacher, pairs_file, work, first_new, plan=PLAN) -> dict[str, torch.Tensor]:
    work.mkdir(exist_ok=True)
    distil(student, teacher, pairs_file, work / "run.pt", plan, first_new=first_new, save_every=2)
    return weights(student)


# --- parts -----------------------------------------------------------------------------------


def test_batches_hold_as_many_tokens_as_the_plan_says(pairs_file, student, teacher):
    pairs = Pairs(pairs_file, student, teacher, PLAN)
    batches = pairs.batches(200)

    sizes = [
        len(batch) * max(len(side[i]) for i in batch for side in (pairs.zh, pairs.en))
        for batch in batches
    ]
    assert max(sizes) <= PLAN.tokens
    assert max(map(len, batches)) <= PLAN.most
    assert min(map(len, batches)) > 1


def test_one_pass_holds_no_pair_twice(pairs_file, student, teacher):
    rows = [row for batch in Pairs(pairs_file, student, teacher, PLAN)._pass(0) for row in batch]

    assert sorted(rows) == list(range(12))


def test_seed_and_pass_fix_the_batches(pairs_file, student, teacher):
    pairs = Pairs(pairs_file, student, teacher, PLAN)

    assert pairs.batches(9) == pairs.batches(9)
    assert pairs._pass(0) == pairs._pass(0) != pairs._pass(1)


def test_texts_are_cut_at_the_token_limit(pairs_file, student, teacher):
    pairs = Pairs(pairs_file, student, teacher, Plan(steps=1, max_tokens=3))

    assert max(map(len, pairs.zh + pairs.en)) == 3


def test_pairs_that_fill_no_batch_are_refused(pairs_file, student, teacher):
    pairs = Pairs(pairs_file, student, teacher, Plan(steps=1, tokens=4))

    with pytest.raises(ValueError, match="12 pairs"):
        pairs.batches(1)


# --- the whole -------------------------------------------------------------------------------


def test_training_moves_new_words_and_body_and_leaves_old_words_and_teacher(
    pairs_file, student, teacher, first_new, tmp_path
):
    before, guide = weights(student), weights(teacher)
    (name,) = [n for n in before if n.endswith("word_embeddings.weight")]

    after = run(student, teacher, pairs_file, tmp_path / "w", first_new)

    assert list(after) == list(before)
    assert torch.equal(after[name][:first_new], before[name][:first_new])
    assert not torch.equal(after[name][first_new:], before[name][first_new:])
    assert [
        n for n in before if n.endswith("query.weight") and torch.equal(after[n], before[n])
    ] == []
    assert all(torch.equal(tensor, guide[n]) for n, tensor in weights(teacher).items())


def test_training_brings_the_chinese_words_to_their_english_ones(
    pairs_file, student, teacher, first_new, tmp_path
):
    """The margin is the mean cosine of the right pairs less that of the wrong ones."""

    def margin() -> float:
        zh = student.encode(["卫星", "产业", "基金", "海图"], normalize_embeddings=True)
        en = teacher.encode(["radar", "plan", "fund", "chart"], normalize_embeddings=True)
        right = (zh @ en.T).diagonal().mean()
        return float(right - ((zh @ en.T).sum() - 4 * right) / 12)

    before = margin()
    plan = Plan(steps=30, tokens=40, most=4, word_rate=1e-2, body_rate=1e-3)
    run(student, teacher, pairs_file, tmp_path / "w", first_new, plan)

    assert margin() > before + 0.02
