"""Distillation on a tiny model: its parts by hand, and resuming from a checkpoint."""

import json
import random
import signal

import pytest
import torch

from index.training import distil as module
from index.training.distil import Pairs, Plan, SplitEmbedding, distil, embed, pad, rates
from index.training.tokenizer import extend

PLAN = Plan(steps=4, batch=4, english=2, max_tokens=16, pool=2, seed=7)
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
    distil(student, teacher, pairs_file, work, plan, first_new=first_new, save_every=2)
    return weights(student)


# --- parts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "word", "body"),
    [(0, 2e-3, 0.0), (9, 1.82e-3, 0.0), (10, 1.8e-3, 9e-5), (50, 1e-3, 5e-5), (99, 4e-5, 1e-6)],
)
def test_rates_fall_linearly_and_the_body_rests_at_first(step, word, body):
    assert rates(step, Plan(steps=100)) == pytest.approx((word, body))


def test_ids_are_padded_to_the_longest():
    ids, mask = pad([[5, 6, 7], [8]], "cpu")

    assert ids.tolist() == [[5, 6, 7], [8, 0, 0]]
    assert mask.tolist() == [[1, 1, 1], [1, 0, 0]]


def test_split_table_looks_up_like_one_table():
    table = torch.arange(20, dtype=torch.float32).reshape(5, 4)
    split = SplitEmbedding(table, 3)
    ids = torch.tensor([[0, 4, 2], [3, 1, 4]])

    assert torch.equal(split(ids), table[ids])
    assert torch.equal(split.whole(), table)


def test_only_new_words_get_gradients():
    split = SplitEmbedding(torch.ones(5, 4), 3)
    split(torch.tensor([[0, 4]])).sum().backward()

    assert [name for name, _ in split.named_parameters()] == ["new.weight"]
    assert split.new.weight.grad.to_dense().tolist() == [[0] * 4, [1] * 4]


def test_embedding_is_that_of_the_encoder_but_for_half_precision(teacher):
    texts = ["radar plan", "fund"]
    ids = teacher.tokenizer(texts)["input_ids"]
    with torch.no_grad():
        found = embed(teacher[0].auto_model, ids, "cpu")
    expected = teacher.encode(texts, normalize_embeddings=True)

    assert found.norm(dim=1).tolist() == pytest.approx([1, 1], abs=1e-5)
    assert (found * torch.tensor(expected)).sum(1).tolist() == pytest.approx([1, 1], abs=1e-2)


def test_batches_are_full_and_hold_no_pair_twice(pairs_file, student, teacher):
    batches = list(Pairs(pairs_file, student, teacher, PLAN).batches(0))

    assert [len(batch) for batch in batches] == [4, 4, 4]
    assert sorted(row for batch in batches for row in batch) == list(range(12))


def test_seed_and_pass_fix_the_batches(pairs_file, student, teacher):
    pairs = Pairs(pairs_file, student, teacher, PLAN)

    assert list(pairs.batches(0)) == list(pairs.batches(0)) != list(pairs.batches(1))


def test_passes_follow_one_another(pairs_file, student, teacher):
    pairs = Pairs(pairs_file, student, teacher, PLAN)
    endless = pairs.endless()

    assert [next(endless) for _ in range(6)] == [*pairs.batches(0), *pairs.batches(1)]


def test_texts_are_cut_at_the_token_limit(pairs_file, student, teacher):
    pairs = Pairs(pairs_file, student, teacher, Plan(steps=1, max_tokens=3))

    assert max(map(len, pairs.zh + pairs.en)) == 3


def give_up(*_):
    raise TimeoutError("still looking for a full batch")


def test_fewer_pairs_than_a_batch_are_refused(pairs_file, student, teacher):
    pairs = Pairs(pairs_file, student, teacher, Plan(steps=1, batch=13))
    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with pytest.raises(ValueError, match="12 pairs"):
            next(pairs.endless())
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


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
    plan = Plan(steps=30, batch=4, english=2, word_rate=1e-2, body_rate=1e-3, pool=2)
    run(student, teacher, pairs_file, tmp_path / "w", first_new, plan)

    assert margin() > before + 0.02


def test_same_seed_trains_the_same_student(pairs_file, tiny_model, teacher, first_new, tmp_path):
    results = []
    for name in ("a", "b"):
        student = load(tiny_model)
        extend(student, NEW, GLOSSES)
        results.append(run(student, teacher, pairs_file, tmp_path / name, first_new))

    assert all(torch.equal(results[0][name], results[1][name]) for name in results[0])


def test_resumed_training_gives_the_result_of_an_unbroken_run(
    pairs_file, tiny_model, teacher, first_new, tmp_path, monkeypatch
):
    """The second run is interrupted in its third step, after the checkpoint of the second."""
    students = [load(tiny_model) for _ in range(3)]
    for student in students:
        extend(student, NEW, GLOSSES)
    unbroken = run(students[0], teacher, pairs_file, tmp_path / "a", first_new)

    def interrupted(step, plan):
        if step == 2:
            raise KeyboardInterrupt("stopped in the third step")
        return rates(step, plan)

    monkeypatch.setattr(module, "rates", interrupted)
    with pytest.raises(KeyboardInterrupt, match="third step"):
        run(students[1], teacher, pairs_file, tmp_path / "b", first_new)
    monkeypatch.setattr(module, "rates", rates)
    resumed = run(students[2], teacher, pairs_file, tmp_path / "b", first_new)

    assert list(resumed) == list(unbroken)
    assert all(torch.equal(resumed[name], unbroken[name]) for name in unbroken)


def test_finished_training_is_not_done_again(pairs_file, tiny_model, teacher, first_new, tmp_path):
    students = [load(tiny_model) for _ in range(2)]
    for student in students:
        extend(student, NEW, GLOSSES)
    first = run(students[0], teacher, pairs_file, tmp_path / "a", first_new)
    saved = (tmp_path / "a" / "checkpoint.pt").read_bytes()

    again = run(students[1], teacher, pairs_file, tmp_path / "a", first_new)

    assert all(torch.equal(again[name], first[name]) for name in first)
    assert (tmp_path / "a" / "checkpoint.pt").read_bytes() == saved


def test_checkpoint_is_replaced_whole(pairs_file, student, teacher, first_new, tmp_path):
    run(student, teacher, pairs_file, tmp_path / "w", first_new)

    assert [path.name for path in (tmp_path / "w").iterdir()] == ["checkpoint.pt"]
    assert torch.load(tmp_path / "w" / "checkpoint.pt", weights_only=True)["done"] == 4
