"""The one place that chooses the parts of a chatbot from the settings."""

from pathlib import Path

import pytest

from bot.build import build_chatbot, load_chat_model, make_writer, settings_with
from bot.local_model import LocalChatModel
from bot.reply import Answer
from bot.settings import Settings, SettingsError
from bot.writer import ChatWriter, ExtractiveWriter
from index.maintenance import build
from index.store import IndexStoreError

POLICY = Path(__file__).parent.parent / "data" / "policy-zh"


@pytest.fixture
def stub_weights(monkeypatch, stub_encoder) -> list[str]:
    """Stand in for every encoder; note the names that were asked for."""
    names = []

    def encoder(name):
        names.append(str(name))
        return stub_encoder

    monkeypatch.setattr("bot.build.SentenceEncoder", encoder)
    return names


@pytest.fixture
def stored(tmp_path, stub_encoder) -> Path:
    build(tmp_path / "index", stub_encoder, [POLICY])
    return tmp_path / "index"


def test_a_chatbot_answers_from_the_index_that_the_settings_name(stored, stub_weights):
    chatbot = build_chatbot(Settings(index=stored, encoder="some/model"), explicit=True)
    assert list(chatbot.index.by_id) == ["policy-zh"]
    assert isinstance(chatbot.reply("导航雷达由谁负责?"), Answer)
    assert stub_weights == ["some/model"]


def test_an_index_that_was_named_and_is_missing_is_an_error(tmp_path, stub_weights):
    with pytest.raises(IndexStoreError, match="nowhere"):
        build_chatbot(Settings(index=tmp_path / "nowhere"), explicit=True)
    assert not (tmp_path / "nowhere").exists()


def test_a_named_index_of_another_encoder_is_an_error_that_names_the_repair(
    stored, stub_weights, stub_encoder, monkeypatch
):
    monkeypatch.setattr(type(stub_encoder), "identity", "stub-2")
    with pytest.raises(IndexStoreError, match="python -m index repair --index"):
        build_chatbot(Settings(index=stored), explicit=True)


def test_an_index_of_another_encoder_at_the_default_place_is_built_again(
    stored, stub_weights, stub_encoder, monkeypatch, capsys
):
    monkeypatch.setattr(type(stub_encoder), "identity", "stub-2")
    chatbot = build_chatbot(Settings(index=stored))
    assert chatbot.index.encoder == "stub-2"
    assert list(chatbot.index.by_id) == ["policy-zh"]
    assert "another encoder" in capsys.readouterr().err


def test_a_reranker_is_used_where_one_is_set(stored, stub_weights):
    assert build_chatbot(Settings(index=stored), explicit=True).retriever.reranker is None
    chatbot = build_chatbot(Settings(index=stored, reranker="some/reranker"), explicit=True)
    assert chatbot.retriever.reranker is not None


def test_the_extractive_writer_is_the_default():
    assert isinstance(make_writer(Settings()), ExtractiveWriter)


def test_a_folder_is_a_local_chat_model(tmp_path):
    settings = Settings(generator="chat", chat_model=str(tmp_path))
    assert isinstance(make_writer(settings), ChatWriter)
    model = load_chat_model(settings)
    assert isinstance(model, LocalChatModel)
    assert model.folder == str(tmp_path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (None, "no chat model is named; set ZHENGWEN_CHAT_MODEL"),
        ("nobody:model", "cannot use the chat model 'nobody:model'"),
        ("model-of-nobody", "cannot use the chat model 'model-of-nobody'"),
    ],
)
def test_a_chat_model_that_cannot_be_had_is_refused_with_its_name(name, message):
    with pytest.raises(SettingsError, match=message):
        load_chat_model(Settings(generator="chat", chat_model=name))


def test_address_and_key_are_passed_on_to_the_chat_model(monkeypatch):
    asked = {}
    monkeypatch.setattr(
        "langchain.chat_models.init_chat_model",
        lambda name, **options: asked.update(name=name, **options),
    )
    load_chat_model(Settings(chat_model="openai:qwen3", chat_url="http://host/v1", chat_key="key"))
    assert asked == {
        "name": "openai:qwen3", "temperature": 0, "base_url": "http://host/v1", "api_key": "key"
    }  # fmt: skip


def test_the_command_line_stands_above_the_environment(tmp_path):
    environ = {"ZHENGWEN_INDEX": "/from/environ", "ZHENGWEN_PORT": "8080"}
    settings, explicit = settings_with(tmp_path, environ=environ)
    assert (settings.index, settings.port, explicit) == (tmp_path, 8080, True)


def test_without_a_folder_on_the_command_line_the_environment_counts():
    settings, explicit = settings_with(None, environ={"ZHENGWEN_INDEX": "/from/environ"})
    assert (settings.index, explicit) == (Path("/from/environ"), False)
