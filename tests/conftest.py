"""Fixtures shared by all tests: an invented policy, a stub encoder, a chatbot over both."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from bot.chatbot import Chatbot
from corpus.document import Document
from corpus.library import EMBEDDED, read_document
from index.encoder import EncodedQuestion, SentenceEncoder
from index.lexical import words
from index.library import Index, build_index
from index.token_vectors import SCALE

DATA = Path(__file__).parent / "data"


class StubEncoder(SentenceEncoder):
    """An encoder without weights: hashed words of a text, so that shared words mean likeness."""

    size = 256

    def __init__(self) -> None:
        super().__init__("stub")
        self.encoded: list[str] = []

    @property
    def identity(self) -> str:
        return "stub-1"

    @property
    def dimension(self) -> int:
        return self.size

    def is_word(self, word):
        return False

    def _encode(self, texts, *, query, progress=False):
        self.encoded += texts
        rows = np.zeros((len(texts), self.size), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[0] = 0.05
            for word in {*words(text, "zh"), *words(text, "en")}:
                row[int(hashlib.sha256(word.encode()).hexdigest(), 16) % self.size] += 1.0
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


class TokenEncoder(StubEncoder):
    """A stub encoder that gives a token vector for each character, too."""

    @property
    def identity(self) -> str:
        return "stub-1+tokens"

    def tokens(self, text: str) -> np.ndarray:
        """Give unit vectors of the characters. *Shape:* ``(characters, 16)``, float32."""
        seeds = (int(hashlib.sha256(sign.encode()).hexdigest()[:8], 16) for sign in text[:40])
        rows = np.array([np.random.default_rng(seed).normal(size=16) for seed in seeds])
        rows = rows.reshape(-1, 16)
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    def encode_chunks(self, texts):
        stored = [np.rint(self.tokens(text) * SCALE).astype(np.int8) for text in texts]
        return self.encode_passages(texts), stored

    def encode_question(self, text):
        tokens = self.tokens(text)
        weights = np.arange(1, len(tokens) + 1, dtype=np.float32)
        return EncodedQuestion(self.encode_queries([text])[0], tokens, weights / weights.sum())


@pytest.fixture
def stub_encoder() -> StubEncoder:
    return StubEncoder()


@pytest.fixture
def token_encoder() -> TokenEncoder:
    return TokenEncoder()


@pytest.fixture(scope="session")
def policy() -> Document:
    """The invented plan of Haichuan, with its English rendering."""
    return read_document(DATA / "policy-zh")


@pytest.fixture(scope="session")
def english_policy() -> Document:
    return read_document(DATA / "policy_en.md")


@pytest.fixture(scope="session")
def tianjin() -> Document:
    """The embedded document."""
    return read_document(EMBEDDED / "tianjin-information-industry-2017")


@pytest.fixture(scope="session")
def policy_index(policy: Document) -> Index:
    return build_index([policy], StubEncoder())


@pytest.fixture(scope="session")
def stub_chatbot(policy_index: Index) -> Chatbot:
    """A chatbot over the invented plan, on the stub encoder."""
    return Chatbot(policy_index, StubEncoder())


@pytest.fixture(scope="session")
def real_chatbot(tmp_path_factory: pytest.TempPathFactory) -> Chatbot:
    """The chatbot that users get: the embedded corpus and the embedded encoder."""
    from bot.build import build_chatbot
    from bot.settings import Settings
    from index.maintenance import build

    folder = tmp_path_factory.mktemp("index")
    build(folder, SentenceEncoder())
    return build_chatbot(Settings(index=folder), explicit=True)


# A tiny sentence-transformers model, random but seeded, made on disk

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
