"""The one place that chooses the parts of a chatbot from the settings."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.chatbot import Chatbot
from bot.settings import Settings, SettingsError
from bot.writer import ChatWriter, ExtractiveWriter, Writer
from index.encoder import DEFAULT_MODEL, SentenceEncoder
from index.maintenance import default_folder, open_index
from index.reranker import Reranker

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


def build_chatbot(settings: Settings, *, explicit: bool = False) -> Chatbot:
    """
    Put a chatbot together; the encoder's weights are loaded here, once.

    :param explicit: whether the user named the index's folder on the command line
    :raises IndexStoreError: if a folder that the user named holds no fitting index
    :raises EncoderError: if the encoder cannot be loaded
    """
    encoder = SentenceEncoder(settings.encoder or DEFAULT_MODEL)
    folder = settings.index or default_folder({})
    index = open_index(folder, encoder, explicit=explicit)
    reranker = Reranker(settings.reranker) if settings.reranker else None
    return Chatbot(index, encoder, writer=make_writer(settings), reranker=reranker)


def make_writer(settings: Settings) -> Writer:
    """Choose who writes the answers."""
    match settings.generator:
        case "extractive":
            return ExtractiveWriter()
        case "chat":
            name = settings.chat_model or ""
            return ChatWriter(load_chat_model(settings), f"chat:{name}")


def load_chat_model(settings: Settings) -> "BaseChatModel":
    """
    Load a chat model: a folder through transformers, anything else through LangChain.

    :raises SettingsError: if no model is named, or the package for its provider is missing
    """
    name = settings.chat_model
    if not name:
        raise SettingsError("no chat model is named; set ZHENGWEN_CHAT_MODEL")
    if Path(name).is_dir():
        from bot.local_model import LocalChatModel

        return LocalChatModel(folder=name)
    from langchain.chat_models import init_chat_model

    options = {}
    if settings.chat_url:
        options["base_url"] = settings.chat_url
    if settings.chat_key:
        options["api_key"] = settings.chat_key
    try:
        return init_chat_model(name, temperature=0, **options)
    except (ImportError, ValueError) as error:
        raise SettingsError(f"cannot use the chat model {name!r}: {error}") from error


def settings_with(
    index: Path | None, *, environ: Mapping[str, str] = os.environ
) -> tuple[Settings, bool]:
    """
    Read the settings, with the folder from a command line on top.

    :returns: the settings, and whether the folder was named on the command line
    """
    settings = Settings.from_environ(environ)
    return (replace(settings, index=index), True) if index else (settings, False)
