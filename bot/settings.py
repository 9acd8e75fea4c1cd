"""What a user of the program can set: environment variables ``ZHENGWEN_*`` and flags."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Generator = Literal["extractive", "chat"]


class SettingsError(ValueError):
    """A setting with a value that it cannot have."""


@dataclass(frozen=True, slots=True)
class Settings:
    """
    All settings of a run.

    ``index`` is None at the default place. ``encoder`` and ``reranker`` are folders or hub
    names. ``chat_model`` is a name for LangChain's ``init_chat_model`` (``openai:qwen3``) or a
    folder of a local transformers chat model. ``config`` is the operator's file, which
    :mod:`bot.operation` reads.
    """

    index: Path | None = None
    encoder: str | None = None
    reranker: str | None = None
    generator: Generator = "extractive"
    chat_model: str | None = None
    chat_url: str | None = None
    chat_key: str | None = None
    host: str = "127.0.0.1"
    port: int = 7860
    config: Path | None = None

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> "Settings":
        """
        Read the settings from environment variables; empty ones count as not set.

        :raises SettingsError: if a value is not one that the setting can have
        """
        given = {k: v for k, v in environ.items() if v}
        generator = given.get("ZHENGWEN_GENERATOR", "extractive")
        if generator not in get_args(Generator):
            raise SettingsError(
                f"unknown generator {generator!r} in ZHENGWEN_GENERATOR; choose one of: "
                f"{', '.join(get_args(Generator))}"
            )
        port = given.get("ZHENGWEN_PORT", "7860")
        if not port.isdecimal() or not 0 <= int(port) <= 65_535:
            raise SettingsError(f"ZHENGWEN_PORT must be a number from 0 to 65535, was: {port!r}")
        if generator == "chat" and "ZHENGWEN_CHAT_MODEL" not in given:
            raise SettingsError(
                "ZHENGWEN_GENERATOR=chat needs ZHENGWEN_CHAT_MODEL: provider:name, or a folder"
            )
        return cls(
            index=Path(given["ZHENGWEN_INDEX"]) if "ZHENGWEN_INDEX" in given else None,
            encoder=given.get("ZHENGWEN_ENCODER"),
            reranker=given.get("ZHENGWEN_RERANKER"),
            generator="chat" if generator == "chat" else "extractive",
            chat_model=given.get("ZHENGWEN_CHAT_MODEL"),
            chat_url=given.get("ZHENGWEN_CHAT_URL"),
            chat_key=given.get("ZHENGWEN_CHAT_KEY"),
            host=given.get("ZHENGWEN_HOST", "127.0.0.1"),
            port=int(port),
            config=Path(given["ZHENGWEN_CONFIG"]) if "ZHENGWEN_CONFIG" in given else None,
        )
