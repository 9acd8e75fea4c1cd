"""The cross-encoder on a real, tiny model."""

import pytest

from index.reranker import Reranker


@pytest.fixture(scope="module")
def folder(tmp_path_factory, tiny_model):
    import torch
    from sentence_transformers import CrossEncoder

    torch.manual_seed(3)
    folder = tmp_path_factory.mktemp("cross") / "model"
    CrossEncoder(f"{tiny_model}-bert", num_labels=1, device="cpu").save_pretrained(str(folder))
    return folder


def test_scores_are_those_of_the_cross_encoder(folder):
    from sentence_transformers import CrossEncoder

    passages = ["雷达 radar", "基金 fund"]
    expected = CrossEncoder(str(folder), device="cpu").predict([("plan", p) for p in passages])

    assert Reranker(str(folder)).score("plan", passages) == pytest.approx(expected.tolist())


def test_scores_are_plain_numbers_one_for_each_passage(folder):
    scores = Reranker(str(folder)).score("plan", ["雷达", "基金", "雷达"])

    assert [type(score) for score in scores] == [float] * 3
    assert scores[0] == pytest.approx(scores[2], abs=1e-6)
    assert scores[0] != pytest.approx(scores[1], abs=1e-6)


def test_nothing_is_loaded_before_it_is_needed(tmp_path):
    reranker = Reranker(str(tmp_path / "none"), depth=5)

    assert (reranker.depth, reranker._model) == (5, None)
