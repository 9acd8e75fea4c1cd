"""Learning the head for token vectors: scores, and a few steps on a tiny encoder."""

import json

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from index.encoder import SentenceEncoder
from index.training import late
from index.training.late import LateInteraction, LatePlan, chosen, learn_head, states_of
from index.training.questions import Example

RANDOM = torch.Generator().manual_seed(3)


def states(*lengths: int) -> list[torch.Tensor]:
    return [torch.randn(length, 12, generator=RANDOM) for length in lengths]


def test_scores_are_those_of_the_head_that_is_kept():
    asked, told = states(3, 5), states(7, 2, 4)
    model = LateInteraction(told, 6)
    torch.nn.init.normal_(model.gate, generator=RANDOM)
    head = model.head()

    scores = model.scores(asked, told).detach().numpy()
    for row, question in enumerate(asked):
        for column, passage in enumerate(told):
            cosines = head.vectors(question) @ head.vectors(passage).T
            expected = cosines.max(axis=1) @ head.weights(question)
            assert scores[row, column] == pytest.approx(expected, abs=1e-4)


def test_projection_starts_from_the_principal_axes():
    flat = torch.zeros(50, 12)
    flat[:, :2] = torch.randn(50, 2, generator=RANDOM)
    model = LateInteraction([flat], 2)
    kept = torch.linalg.norm(flat @ model.projection.detach(), dim=1)
    assert kept.numpy() == pytest.approx(torch.linalg.norm(flat, dim=1).numpy(), rel=1e-4)


def test_policy_batches_come_before_all_others():
    rows = [Example(name, "q", "p", str(n)) for n, name in enumerate(["policy", "faq"] * 4)]
    found = chosen([[n] for n in range(8)], rows, LatePlan(policy=3, others=1))
    assert [rows[number].source for (number,) in found] == ["policy"] * 3 + ["faq"]


def test_states_are_those_of_the_encoder_without_special_tokens(tiny_model):
    student = SentenceTransformer(str(tiny_model), device="cpu")
    ids = student.tokenizer(["雷达 radar", "harbour plan radar"])["input_ids"]
    found = states_of(student, ids)

    assert [len(each) for each in found] == [len(own) - 2 for own in ids]
    whole = student.encode(["雷达 radar"], output_value="token_embeddings")[0]
    assert found[0].float().numpy() == pytest.approx(whole[1:-1].numpy(), abs=5e-3)


def test_a_head_is_learnt_and_found_by_the_encoder(tiny_model, model_at, tmp_path, monkeypatch):
    words = ["雷达", "海图", "港口", "radar", "harbour", "plan"]
    rows = [Example("faq", f"{w} {w}", f"{w} {v}", w + v) for w in words for v in words if w != v]
    monkeypatch.setattr(late, "read_questions", lambda *_: rows)
    work = tmp_path / "work"
    work.mkdir()
    batches = [[*range(start, start + 10)] for start in (0, 10, 20)]
    (work / "question-batches.json").write_text(json.dumps(batches))
    folder = model_at(tmp_path / "model", seed=4)
    student = SentenceTransformer(str(folder), device="cpu")

    head = learn_head(student, tmp_path, work, LatePlan(dimension=8, steps=3, others=3))
    again = learn_head(student, tmp_path, work, LatePlan(dimension=8, steps=3, others=3))

    assert np.array_equal(head.projection, again.projection)
    head.save(folder)
    vectors, tokens = SentenceEncoder(folder).encode_chunks(["雷达 海图", "plan"])
    assert tokens[0].shape == (len(student.tokenizer.tokenize("雷达 海图")), 8)
    assert vectors == pytest.approx(
        SentenceEncoder(folder).encode_passages(["雷达 海图", "plan"]), abs=1e-5
    )
