"""The turns of one conversation, as values: what was asked, replied and cited."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.reply import Citation, Refusal, Reply, citations_of, reply_text
from bot.web.limits import EVERYTHING, Scope
from corpus.document import Document

if TYPE_CHECKING:
    from bot.chatbot import Chatbot

KEPT_TURNS = 30  # the page is sent whole with every answer; older turns leave it

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """
    One question with its reply.

    ``number`` counts from 1 in a conversation and names the turn in the page's anchors.
    ``documents`` are those that the reply cites, so that its evidence outlives their removal.
    ``reply`` is None where replying failed. ``scope`` says what the question was limited to.
    """

    number: int
    question: str
    reply: Reply | None
    documents: tuple[Document, ...] = ()
    scope: Scope = EVERYTHING

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What the turn's markers point at: an answer's citations, a refusal's nearest sections."""
        if self.reply is None:
            return ()
        return self.reply.nearest if isinstance(self.reply, Refusal) else citations_of(self.reply)

    def document(self, id: str) -> Document | None:  # noqa: A002
        """Find a cited document."""
        return next((document for document in self.documents if document.id == id), None)


def ask(
    chatbot: "Chatbot",
    question: str,
    turns: Sequence[Turn] = (),
    scope: Scope = EVERYTHING,
) -> tuple[Turn, ...]:
    """Put a question and append the turn; a failure is logged and is a turn without a reply."""
    number = turns[-1].number + 1 if turns else 1
    try:
        reply = chatbot.reply(question, history_of(turns), documents=scope.ids)
        turn = Turn(number, question, reply)
        cited = tuple(dict.fromkeys(citation.document for citation in turn.citations))
        turn = Turn(number, question, reply, tuple(map(chatbot.index.document, cited)), scope)
    except Exception:
        log.exception("no reply to the question %r", question[:200])
        turn = Turn(number, question, None, scope=scope)
    return (*turns, turn)[-KEPT_TURNS:]


def history_of(turns: Sequence[Turn]) -> tuple[tuple[str, str], ...]:
    """Give earlier turns as (role, plain text), oldest first; failed ones are left out."""
    return tuple(
        pair
        for turn in turns
        if turn.reply is not None
        for pair in (("user", turn.question), ("assistant", reply_text(turn.reply)))
    )
