"""What a user can set, read from an environment that is an argument."""

from dataclasses import fields
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError

EVERY = {
    "ZHENGWEN_INDEX": "/tmp/index",
    "ZHENGWEN_ENCODER": "BAAI/bge-m3",
    "ZHENGWEN_RERANKER": "BAAI/bge-reranker-v2-m3",
    "ZHENGWEN_GENERATOR": "chat",
    "ZHENGWEN_CHAT_MODEL": "openai:qwen3",
    "ZHENGWEN_CHAT_URL": "http://localhost:8000/v1",
    "ZHENGWEN_CHAT_KEY": "none",
    "ZHENGWEN_HOST": "0.0.0.0",
    "ZHENGWEN_PORT": "8080",
    "ZHENGWEN_CONFIG": "/etc/zhengwen.toml",
}
SET = Settings(
    index=Path("/tmp/index"),
    encoder="BAAI/bge-m3",
    reranker="BAAI/bge-reranker-v2-m3",
    generator="chat",
    chat_model="openai:qwen3",
    chat_url="http://localhost:8000/v1",
    chat_key="none",
    host="0.0.0.0",
    port=8080,
    config=Path("/etc/zhengwen.toml"),
)


def test_every_setting_has_its_variable():
    assert Settings.from_environ(EVERY) == SET
    assert {f"ZHENGWEN_{field.name.upper()}" for field in fields(Settings)} == set(EVERY)


def test_an_empty_environment_gives_the_defaults():
    assert Settings.from_environ({}) == Settings()


@pytest.mark.parametrize("name", EVERY)
def test_an_empty_variable_counts_as_not_set(name):
    assert Settings.from_environ({name: ""}) == Settings()


def test_the_environment_is_an_argument(monkeypatch):
    monkeypatch.setenv("ZHENGWEN_HOST", "example")
    assert Settings.from_environ({}).host == "127.0.0.1"


def test_the_environment_is_left_as_it_was():
    environ = dict(EVERY)
    Settings.from_environ(environ)
    assert environ == EVERY


@pytest.mark.parametrize(
    ("environ", "message"),
    [
        (
            {"ZHENGWEN_GENERATOR": "magic"},
            "unknown generator 'magic' in ZHENGWEN_GENERATOR; choose one of: extractive, chat",
        ),
        ({"ZHENGWEN_GENERATOR": "chat"}, "ZHENGWEN_GENERATOR=chat needs ZHENGWEN_CHAT_MODEL"),
        (
            {"ZHENGWEN_GENERATOR": "chat", "ZHENGWEN_CHAT_MODEL": ""},
            "ZHENGWEN_GENERATOR=chat needs ZHENGWEN_CHAT_MODEL",
        ),
        ({"ZHENGWEN_PORT": "web"}, "ZHENGWEN_PORT must be a number from 0 to 65535, was: 'web'"),
        ({"ZHENGWEN_PORT": "65536"}, "ZHENGWEN_PORT must be .* was: '65536'"),
        ({"ZHENGWEN_PORT": "-1"}, "ZHENGWEN_PORT must be .* was: '-1'"),
        ({"ZHENGWEN_PORT": "80.5"}, "ZHENGWEN_PORT must be .* was: '80.5'"),
    ],
)
def test_a_wrong_value_is_refused_with_its_name(environ, message):
    with pytest.raises(SettingsError, match=message):
        Settings.from_environ(environ)


@pytest.mark.parametrize("port", [0, 1, 65_535])
def test_every_port_number_can_be_set(port):
    assert Settings.from_environ({"ZHENGWEN_PORT": str(port)}).port == port
