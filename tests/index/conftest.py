"""A tiny sentence-transformers model, random but seeded, made on disk by the tests themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest

ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789:.,?-"
WORDS = ("query", "passage", "radar", "chart", "fund", "harbour", "pilot", "the", "of", "plan")
VOCABULARY = [
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"),
    *(mark + sign for sign in ALPHABET for mark in ("", "##")),
    *WORDS,
    *"雷达海图基金港口船舶规划",
]


def make_model(folder: Path, *, seed: int = 1, half: bool = False, layers: int = 2) -> Path:
    """Save a sentence-transformers folder: BERT of 32 dimensions, mean pooling, unit vectors."""
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    bert = folder.with_name(folder.name + "-bert")
    bert.mkdir(parents=True)
    (bert / "vocab.txt").write_text("\n".join(VOCABULARY), encoding="utf-8")
    tokenizer = BertTokenizerFast.from_pretrained(str(bert))
    tokenizer.save_pretrained(str(bert))
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=len(VOCABULARY),
        hidden_size=32,
        num_hidden_layers=layers,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(str(bert))
    model = SentenceTransformer(str(bert), device="cpu", local_files_only=True)  # mean pooling
    if half:
        model.half()
    model.save_pretrained(str(folder), create_model_card=False)
    return folder


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def model_at() -> Callable[..., Path]:
    """Make a tiny model at a folder of the test's choice."""
    return make_model


@pytest.fixture
def vocabulary() -> list[str]:
    return VOCABULARY


@pytest.fixture
def other_encoder(stub_encoder):
    """A stub encoder that says it has other weights."""

    class OtherEncoder(type(stub_encoder)):
        identity = "stub-2"

    return OtherEncoder()
