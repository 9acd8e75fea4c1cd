"""Fixtures shared by all tests: an invented policy, a stub encoder, a chatbot over both."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from bot.chatbot import Chatbot
from corpus.document import Document
from corpus.library import EMBEDDED, read_document
from index.encoder import SentenceEncoder
from index.lexical import words
from index.library import Index, build_index

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


@pytest.fixture
def stub_encoder() -> StubEncoder:
    return StubEncoder()


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
