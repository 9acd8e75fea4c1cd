"""The encoder on a real, tiny sentence-transformers model."""

import threading

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings
from safetensors.torch import load_file

from index import encoder as encoder_module
from index.encoder import EncoderError, SentenceEncoder, prefixes_for

TEXTS = ["雷达 radar", "基金 fund", "harbour plan"]


@pytest.fixture(scope="module")
def encoder(tiny_model) -> SentenceEncoder:
    return SentenceEncoder(tiny_model)


@pytest.fixture
def tokenized(monkeypatch):
    """Give a function that loads an encoder and records what reaches its tokenizer."""

    def spy(folder) -> tuple[SentenceEncoder, list[str]]:
        encoder, seen = SentenceEncoder(folder), []
        transformer = encoder.model[0]
        tokenize = transformer.preprocess

        def record(inputs, *args, **kwargs):
            seen.extend(inputs)
            return tokenize(inputs, *args, **kwargs)

        monkeypatch.setattr(transformer, "preprocess", record)
        return encoder, seen

    return spy


def test_vectors_are_unit_rows_in_float32(encoder):
    vectors = encoder.encode_passages(TEXTS)

    assert (vectors.shape, vectors.dtype) == ((3, 32), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-6)


def test_vectors_are_the_mean_of_the_models_token_states(encoder):
    """Agreement with transformers alone: mean over tokens, then unit length."""
    import torch

    model = encoder.model
    inputs = model.tokenizer(["雷达 radar"], return_tensors="pt")
    with torch.no_grad():
        mean = model[0].auto_model(**inputs).last_hidden_state[0].mean(0).numpy()

    assert encoder.encode_passages(["雷达 radar"])[0] == pytest.approx(
        mean / np.linalg.norm(mean), abs=1e-5
    )


def test_one_text_has_one_vector_whatever_stands_beside_it(encoder):
    together = encoder.encode_passages(TEXTS)
    alone = np.concatenate([encoder.encode_passages([text]) for text in TEXTS])

    assert together == pytest.approx(alone, abs=1e-5)


def test_texts_are_normalised_before_they_are_encoded(encoder):
    assert np.array_equal(
        encoder.encode_queries(["雷達　ＲＡＤＡＲ"]), encoder.encode_queries(["雷达 radar"])
    )


def test_no_texts_give_no_rows(encoder):
    assert encoder.encode_queries([]).shape == (0, 32)
    assert encoder.encode_passages([]).shape == (0, 32)


def test_langchain_methods_give_the_same_vectors(encoder):
    assert isinstance(encoder, Embeddings)
    assert encoder.embed_query(TEXTS[0]) == encoder.encode_queries(TEXTS[:1])[0].tolist()
    assert encoder.embed_documents(TEXTS) == encoder.encode_passages(TEXTS).tolist()


def test_dimension_is_the_models(encoder):
    assert encoder.dimension == 32


def test_nothing_is_loaded_before_it_is_needed(tiny_model):
    encoder = SentenceEncoder(tiny_model)
    assert encoder.identity.startswith("sha256:")

    assert encoder._model is None


def test_model_is_loaded_once_whichever_thread_comes_first(tiny_model, monkeypatch):
    encoder, loads = SentenceEncoder(tiny_model), []
    load = encoder._load
    monkeypatch.setattr(encoder, "_load", lambda: loads.append(1) or load())

    threads = [threading.Thread(target=lambda: encoder.model) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert loads == [1]


def test_queries_are_encoded_on_one_thread_and_the_setting_comes_back(encoder, monkeypatch):
    import torch

    before, during = torch.get_num_threads(), []
    encode = encoder._encode
    monkeypatch.setattr(
        encoder,
        "_encode",
        lambda *a, **k: during.append(torch.get_num_threads()) or encode(*a, **k),
    )

    encoder.encode_queries(TEXTS)

    assert (during, torch.get_num_threads()) == ([1], before)


# --- identity --------------------------------------------------------------------------------


def test_identity_is_the_same_for_a_copy_and_another_for_other_weights(
    tiny_model, model_at, tmp_path
):
    copy = model_at(tmp_path / "copy", seed=1)
    other = model_at(tmp_path / "other", seed=2)

    assert SentenceEncoder(copy).identity == SentenceEncoder(tiny_model).identity
    assert SentenceEncoder(other).identity != SentenceEncoder(tiny_model).identity


def test_one_byte_at_the_end_of_the_weights_changes_the_identity(model_at, tmp_path):
    folder = model_at(tmp_path / "m")
    before = SentenceEncoder(folder).identity
    weights = folder / "model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)

    assert SentenceEncoder(folder).identity != before


def test_one_byte_in_the_middle_of_large_weights_changes_the_identity(tmp_path):
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(bytes(3 * 2**20))
    before = SentenceEncoder(tmp_path).identity
    weights.write_bytes(bytes(2**20) + b"\1" + bytes(2 * 2**20 - 1))

    assert SentenceEncoder(tmp_path).identity != before


def test_hub_model_is_identified_by_its_name():
    assert SentenceEncoder("BAAI/bge-m3").identity == "BAAI/bge-m3"


# --- loading ---------------------------------------------------------------------------------


def test_model_stored_in_float16_is_loaded_in_float32(model_at, tmp_path):
    import torch

    folder = model_at(tmp_path / "half", half=True)
    stored = load_file(folder / "model.safetensors").values()
    encoder = SentenceEncoder(folder)

    assert {weight.dtype for weight in stored} == {torch.float16}
    assert {p.dtype for p in encoder.model.parameters()} == {torch.float32}
    assert encoder.encode_queries(TEXTS).dtype == np.float32


@pytest.mark.parametrize("files", [{}, {"README.md": "x"}, {"modules.json": "{"}])
def test_folder_without_a_model_is_refused(tmp_path, files):
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(EncoderError, match=r"cannot load the encoder .* set ZHENGWEN_ENCODER to"):
        SentenceEncoder(tmp_path).encode_queries(["雷达"])


def test_missing_folder_is_refused(tmp_path):
    with pytest.raises(EncoderError, match=r"cannot load the encoder .*none"):
        _ = SentenceEncoder(tmp_path / "none").dimension


def test_model_without_its_weights_is_refused(model_at, tmp_path):
    folder = model_at(tmp_path / "m")
    (folder / "model.safetensors").unlink()

    with pytest.raises(EncoderError, match="cannot load the encoder"):
        _ = SentenceEncoder(folder).dimension


def test_model_with_damaged_weights_is_refused(model_at, tmp_path):
    folder = model_at(tmp_path / "m")
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])

    with pytest.raises(EncoderError, match="cannot load the encoder"):
        _ = SentenceEncoder(folder).dimension


def test_reason_for_a_model_that_cannot_be_loaded_is_one_line(monkeypatch):
    import sentence_transformers

    def refuse(*args, **kwargs):
        raise OSError("We couldn't connect to the hub.\nCheck your internet connection")

    monkeypatch.setattr(sentence_transformers, "SentenceTransformer", refuse)

    with pytest.raises(EncoderError, match=r"^cannot load the encoder [^\n]*$"):
        _ = SentenceEncoder("no/model").model


# --- prefixes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "query", "passage"),
    [
        ("intfloat/multilingual-e5-small", "query: ", "passage: "),
        ("/models/E5-base-v2", "query: ", "passage: "),
        ("BAAI/bge-small-zh-v1.5", "为这个句子生成表示以用于检索相关文章：", ""),
        ("BAAI/bge-base-en-v1.5", "Represent this sentence for searching relevant passages: ", ""),
        ("BAAI/bge-m3", "", ""),
        ("/e5-models/minilm", "", ""),  # the last part of the name decides
    ],
)
def test_prefixes_by_name(name, query, passage):
    assert prefixes_for(name) == (query, passage)


def test_prefixes_of_e5_reach_the_tokenizer(model_at, tmp_path, tokenized):
    encoder, seen = tokenized(model_at(tmp_path / "multilingual-e5-tiny"))

    encoder.encode_queries(["雷达"])
    encoder.encode_passages(["基金"])

    assert seen == ["query: 雷达", "passage: 基金"]


def test_model_without_prefixes_gets_the_bare_text(tiny_model, tokenized):
    encoder, seen = tokenized(tiny_model)

    encoder.encode_queries(["雷达"])
    encoder.encode_passages(["基金"])

    assert seen == ["雷达", "基金"]


def test_prefixes_that_the_model_configures_are_used(model_at, tmp_path, tokenized):
    import json

    folder = model_at(tmp_path / "m")
    path = folder / "config_sentence_transformers.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    config["prompts"] = {"query": "query: ", "document": "passage: "}
    path.write_text(json.dumps(config), encoding="utf-8")
    configured, plain = SentenceEncoder(folder), SentenceEncoder(model_at(tmp_path / "n"))

    assert np.array_equal(
        configured.encode_queries(["雷达"]), plain.encode_queries(["query: 雷达"])
    )
    assert np.array_equal(
        configured.encode_passages(["雷达"]), plain.encode_passages(["passage: 雷达"])
    )


@pytest.mark.parametrize(("word", "expected"), [("radar", True), ("雷", True), ("zebra", False)])
def test_word_is_what_the_tokenizer_has_in_one_piece(encoder, word, expected):
    assert encoder.is_word(word) is expected


def test_default_model_is_the_embedded_one():
    assert SentenceEncoder().name == str(encoder_module.DEFAULT_MODEL)
    assert encoder_module.DEFAULT_MODEL.parts[-2:] == ("index", "model")
