"""
The sentence encoder: texts in, unit vectors out, for queries and for passages.

The default is the model in ``index/model``; any sentence-transformers folder or hub name may
stand in its place. LangChain's ``Embeddings`` interface is implemented too, so the encoder
serves wherever LangChain expects one.
"""

import gc
import hashlib
import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from langchain_core.embeddings import Embeddings

from corpus.normalise import normalise
from index.token_head import FILE, TokenHead

DEFAULT_MODEL = Path(str(files("index") / "model"))
BATCH = 16  # small batches pad less and stay in the cache
# Models that were trained with a prefix but do not name it in their configuration, by a part
# of the name: (query prefix, passage prefix), from their model cards.
PREFIXES = (
    ("e5-mistral", ("Instruct: Retrieve passages that answer the query\nQuery: ", "")),
    ("e5-", ("query: ", "passage: ")),
    ("bge-small-zh", ("为这个句子生成表示以用于检索相关文章：", "")),
    ("bge-base-zh", ("为这个句子生成表示以用于检索相关文章：", "")),
    ("bge-large-zh", ("为这个句子生成表示以用于检索相关文章：", "")),
    ("bge-small-en", ("Represent this sentence for searching relevant passages: ", "")),
    ("bge-base-en", ("Represent this sentence for searching relevant passages: ", "")),
    ("bge-large-en", ("Represent this sentence for searching relevant passages: ", "")),
)


NO_TOKENS = np.zeros((0, 0), dtype=np.int8)


@dataclass(frozen=True, eq=False, slots=True)
class EncodedQuestion:
    """
    A question as it is searched with.

    *Shapes:* ``vector`` ``(dim,)``, ``tokens`` ``(n, token dim)``, ``weights`` ``(n,)``; without a
    head for token vectors, n is 0.
    """

    vector: np.ndarray
    tokens: np.ndarray
    weights: np.ndarray


class EncoderError(ValueError):
    """An encoder that cannot be loaded."""


def prefixes_for(name: str) -> tuple[str, str]:
    """Give the query and passage prefixes that a model's card asks for; empty for most."""
    lowered = Path(name).name.lower()
    return next((pair for part, pair in PREFIXES if part in lowered), ("", ""))


class SentenceEncoder(Embeddings):
    """A sentence-transformers model, loaded at first use."""

    def __init__(self, name: str | Path = DEFAULT_MODEL) -> None:
        """
        Name the model; nothing is loaded yet.

        :param name: a folder, or a hub name such as ``BAAI/bge-m3``
        """
        self.name = str(name)
        self._query_prefix, self._passage_prefix = prefixes_for(self.name)
        self._model = None
        self._last: tuple[str, EncodedQuestion] | None = None
        self._loading = threading.Lock()

    @property
    def identity(self) -> str:
        """Identify the model's weights: an index built with another identity does not fit."""
        weights = Path(self.name) / "model.safetensors"
        if not weights.exists():
            return self.name
        found = weights.stat()
        settled = time.time_ns() - found.st_mtime_ns > 2e9  # clocks of file systems are coarse
        digest = _digest if settled else _digest.__wrapped__
        name = f"sha256:{digest(weights, found.st_size, found.st_mtime_ns)[:16]}"
        return f"{name}+{self.head.identity}" if self.head else name

    @property
    def dimension(self) -> int:
        """Give the number of dimensions of the vectors."""
        return int(self.model.get_embedding_dimension())

    @property
    def model(self):  # noqa: ANN201 - the class is imported only when it is needed
        """
        Load the model, once, whichever thread comes first.

        :raises EncoderError: if the folder holds no model or the hub cannot be reached
        """
        with self._loading:
            if self._model is None:
                with _collector_paused():
                    self._model = self._load()
        return self._model

    def _load(self):  # noqa: ANN202
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from safetensors import SafetensorError
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # of reading the weights, which takes no time
        try:
            return SentenceTransformer(
                self.name,
                device="cpu",
                local_files_only=Path(self.name).exists(),
                model_kwargs={"dtype": "float32"},
            )
        except (OSError, ValueError, KeyError, SafetensorError) as error:
            reason = " ".join(str(error).split())
            raise EncoderError(
                f"cannot load the encoder {self.name!r}: {reason}; set ZHENGWEN_ENCODER to a "
                "sentence-transformers folder or a hub name"
            ) from error

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        """
        Embed questions, on one thread: a second one beside a busy process is slower, not faster.

        :returns: unit rows. *Shape:* ``(n, dim)``, float32
        """
        with _threads(1):
            return self._encode([self._query_prefix + normalise(t) for t in texts], query=True)

    def encode_passages(self, texts: Sequence[str], *, progress: bool = False) -> np.ndarray:
        """
        Embed texts to be found, on all cores.

        :returns: unit rows. *Shape:* ``(n, dim)``, float32
        """
        prefixed = [self._passage_prefix + normalise(text) for text in texts]
        return self._encode(prefixed, query=False, progress=progress)

    @cached_property
    def head(self) -> TokenHead | None:
        """
        Give the head that makes token vectors; None for an encoder that has none.

        :raises EncoderError: if its file is damaged
        """
        try:
            return TokenHead.load(Path(self.name))
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise EncoderError(
                f"cannot read {Path(self.name) / FILE}: {error}; put the model's folder back as it "
                "was, or set ZHENGWEN_ENCODER to another"
            ) from error

    def encode_question(self, text: str) -> EncodedQuestion:
        """Embed a question, as a whole and by its tokens; the last one is remembered."""
        if (last := self._last) and last[0] == text:
            return last[1]
        encoded = self._encode_question(text)
        self._last = (text, encoded)
        return encoded

    def _encode_question(self, text: str) -> EncodedQuestion:
        if self.head is None:
            nothing = np.zeros((0, 0), dtype=np.float32)
            return EncodedQuestion(self.encode_queries([text])[0], nothing, nothing.ravel())
        with _threads(1):
            ((vector, states),) = self._with_states([self._query_prefix + normalise(text)])
        return EncodedQuestion(vector, self.head.vectors(states), self.head.weights(states))

    def encode_chunks(self, texts: Sequence[str]) -> tuple[np.ndarray, list[np.ndarray]]:
        """
        Embed texts to be found, as wholes and by their tokens.

        :returns: unit rows and, for each, its token vectors. *Shapes:* ``(n, dim)`` float32,
            ``(tokens, token dim)`` int8
        """
        if self.head is None or not texts:
            return self.encode_passages(texts), [NO_TOKENS] * len(texts)
        prefixed = [self._passage_prefix + normalise(text) for text in texts]
        both = self._with_states(prefixed, query=False)
        vectors = [vector for vector, _ in both]
        return np.stack(vectors), [self.head.stored(states) for _, states in both]

    def _with_states(
        self, texts: list[str], *, query: bool = True
    ) -> list[tuple[np.ndarray, np.ndarray]]:
        """Give unit vectors, and the last layer's states of all tokens but the special ones."""
        encode = self.model.encode_query if query else self.model.encode_document
        found = encode(texts, batch_size=BATCH, output_value=None, show_progress_bar=False)
        results = []
        for each in found:
            vector = each["sentence_embedding"].numpy()
            count = int(each["attention_mask"].sum())
            states = each["token_embeddings"][1 : count - 1].numpy()
            results.append((vector / np.linalg.norm(vector), states))
        return results

    def is_word(self, word: str) -> bool:
        """Say whether the encoder's tokenizer has a word in one piece."""
        return len(self.model.tokenizer.tokenize(word)) == 1

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages (LangChain)."""
        return self.encode_passages(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        """Embed a question (LangChain)."""
        return self.encode_queries([text])[0].tolist()

    def _encode(self, texts: list[str], *, query: bool, progress: bool = False) -> np.ndarray:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        encode = self.model.encode_query if query else self.model.encode_document
        return encode(
            texts,
            batch_size=BATCH,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=progress,
        ).astype(np.float32, copy=False)


@cache
def _digest(path: Path, _size: int, _changed: int) -> str:
    """Hash a whole file, once for each size and time of change that it has."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _threads(count: int) -> Iterator[None]:
    """Run torch on ``count`` threads for a while."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """
    Pause the garbage collector for a while.

    The libraries behind the encoder make a million objects that all stay; looking through them
    again and again while they are imported would cost a fifth of the start-up time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
