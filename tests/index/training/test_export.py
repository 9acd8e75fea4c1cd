"""The exported folder: float16, loadable as it is, with a card that states what was done."""

import json
import shutil

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from index.encoder import SentenceEncoder
from index.training.export import export
from index.training.pairs import HELD_OUT, SOURCES


@pytest.fixture
def work(tiny_model, tmp_path):
    """A work folder after distillation."""
    shutil.copytree(tiny_model, tmp_path / "work" / "trained")
    facts = {"first_new": 10, "words": 1234, "translated": 987}
    (tmp_path / "work" / "words.json").write_text(json.dumps(facts))
    plan = {"steps": 30, "tokens": 2400, "seed": 7, "start": "index/model"}
    (tmp_path / "work" / "plan.json").write_text(json.dumps(plan))
    return tmp_path / "work"


def card(folder) -> str:
    return (folder / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_weights_are_stored_in_float16_and_loaded_in_float32(work, tmp_path):
    export(work, tmp_path / "out")

    stored = load_file(tmp_path / "out" / "model.safetensors")
    assert {tensor.dtype for tensor in stored.values()} == {torch.float16}
    loaded = SentenceEncoder(tmp_path / "out").model
    assert {parameter.dtype for parameter in loaded.parameters()} == {torch.float32}


def test_exported_encoder_agrees_with_the_trained_one(work, tmp_path):
    export(work, tmp_path / "out")
    texts = ["雷达 radar", "harbour plan"]

    before = SentenceEncoder(work / "trained").encode_passages(texts)
    after = SentenceEncoder(tmp_path / "out").encode_passages(texts)

    assert np.sum(before * after, axis=1) == pytest.approx([1, 1], abs=1e-4)


def test_last_stage_is_exported(work, model_at, tmp_path):
    model_at(work / "taught", seed=5)
    (work / "questions.json").write_text('{"steps": 9, "batch": 40, "group": 8}')

    export(work, tmp_path / "out")

    taught = SentenceEncoder(work / "taught").encode_passages(["雷达"])
    assert SentenceEncoder(tmp_path / "out").encode_passages(["雷达"]) == pytest.approx(
        taught, abs=1e-2
    )
    assert "9 steps, two of three in-batch contrastive on 40 questions" in " ".join(
        card(tmp_path / "out").split()
    )


def test_tokenizer_is_compact_and_whole(work, tmp_path):
    export(work, tmp_path / "out")

    before, after = (p / "tokenizer.json" for p in (work / "trained", tmp_path / "out"))
    assert after.stat().st_size < before.stat().st_size
    assert (
        json.loads(after.read_text("utf-8"))["model"]
        == json.loads(before.read_text("utf-8"))["model"]
    )


def test_word_table_goes_along(work, tmp_path):
    (work / "translations.npz").write_bytes(b"table")

    export(work, tmp_path / "out")

    assert (tmp_path / "out" / "translations.npz").read_bytes() == b"table"
    assert "Word table (`translations.npz`" in card(tmp_path / "out")


def test_what_was_in_the_folder_gives_way(work, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old.bin").write_bytes(b"old")

    export(work, tmp_path / "out")

    assert not (tmp_path / "out" / "old.bin").exists()


def test_card_states_the_plan_the_data_and_their_licences(work, tmp_path):
    export(work, tmp_path / "out")

    text = card(tmp_path / "out")
    assert "1,234 Chinese characters and words" in text
    assert "2,400 tokens: 30 steps, seed 7, going on from index/model" in text
    assert "32 dimensions" in text
    assert [s.name for s in SOURCES if f"| {s.name} |" not in text or s.licence not in text] == []
    assert [name for name in HELD_OUT if name not in text] == []


def test_card_says_what_was_not_recorded(work, tmp_path):
    export(work, tmp_path / "out")
    text = card(tmp_path / "out")
    assert ("The training time was not recorded." in text, "Not measured yet." in text) == (
        True,
        True,
    )

    (work / "history.txt").write_text("Two hours.\n")
    (work / "results.md").write_text("| measure | 0.9 |\n")
    export(work, tmp_path / "out")

    text = card(tmp_path / "out")
    assert ("Two hours." in text, "| measure | 0.9 |" in text) == (True, True)


def test_failing_export_leaves_the_old_model(work, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "model.safetensors").write_bytes(b"old")
    (work / "plan.json").unlink()

    with pytest.raises(FileNotFoundError, match=r"plan\.json"):
        export(work, tmp_path / "out")

    assert (tmp_path / "out" / "model.safetensors").read_bytes() == b"old"
