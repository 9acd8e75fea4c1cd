"""Chatbots on the stub encoder over the embedded plan, and over two documents at once."""

from collections.abc import Iterator
from itertools import product

import pytest

from bot.chatbot import Chatbot
from bot.grounding import Threshold
from index.library import build_index

STUB = Threshold(coverage=0.2, unknown=0.0, least=0.02)


@pytest.fixture(scope="module", autouse=True)
def stub_thresholds() -> Iterator[None]:
    """Judge the stub encoder's cosines by its own threshold: the real ones are not for it."""
    kinds = product(("zh", "en"), (False, True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.grounding.THRESHOLDS", dict.fromkeys(kinds, STUB))
        yield


@pytest.fixture(scope="session")
def tianjin_chatbot(tianjin, stub_chatbot) -> Chatbot:
    return Chatbot(build_index([tianjin], stub_chatbot.encoder), stub_chatbot.encoder)


@pytest.fixture(scope="session")
def two_plans(policy, tianjin, stub_chatbot) -> Chatbot:
    """Both plans have parts 一, 二 and 三."""
    return Chatbot(build_index([policy, tianjin], stub_chatbot.encoder), stub_chatbot.encoder)


@pytest.fixture(scope="session")
def english_chatbot(english_policy, stub_chatbot) -> Chatbot:
    return Chatbot(build_index([english_policy], stub_chatbot.encoder), stub_chatbot.encoder)
