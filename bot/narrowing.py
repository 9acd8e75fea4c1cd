"""
Keep what is asked beside a body to the tasks of that body.

A question such as 市灯塔局那项任务要建几座灯塔 is answered from the few sections whose lists name
the body, and not from whatever else fits its words.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.conditions import read_conditions
from bot.registers import Registers
from bot.role_words import ONE_TASK
from bot.understanding import Understanding
from corpus.document import Document
from corpus.mentions import Mention
from corpus.units import is_place
from index.retriever import Hit, Retriever, Search

HITS = 10
ALL_HITS = 1_000  # hits for a question that names a section: it is put first, wherever it ranked
FEW_TASKS = 4  # of a body; what is asked beside its name is asked of them


class Narrowing:
    """Narrows searches to the tasks of the bodies that a question names."""

    def __init__(self, retriever: Retriever, registers: Registers) -> None:
        self._retriever = retriever
        self._registers = registers

    def narrowed(
        self,
        asked: Understanding,
        search: Search,
        mentions: Sequence[Mention],
        scope: Sequence[Document],
    ) -> tuple[Understanding, Search]:
        """
        Keep to the tasks of the bodies that a question names, where these are few or one is meant.

        What is asked beside a body with one task is asked of that task. A district may be where
        the asker is.

        :returns: the question and its search, as they are where nothing is narrowed
        """
        if not mentions or asked.named or asked.wants_support:
            return asked, search
        one = bool(ONE_TASK.search(asked.core))
        if not one and any(is_place(body.printed) for m in mentions for body in m.organisations):
            return asked, search
        conditions = read_conditions(asked.core, mentions, asked.title_words)
        tasks = self._registers.tasks_meeting(conditions, scope)
        if not tasks or (len(tasks) > FEW_TASKS and not one):
            return asked, search
        documents = frozenset(document for document, _ in tasks)
        every = self._retriever.search(
            asked.core, k=ALL_HITS, language=asked.language, documents=documents
        )
        kept = [hit for hit in every.hits if (hit.document, hit.ref) in tasks][:HITS]
        return replace(asked, wants_all=False), replace(search, hits=_ranked(kept))


def with_rest(narrowed: Search, search: Search) -> tuple[Hit, ...]:
    """Give the hits of a narrowed search, then those of the whole one that it left out."""
    kept = {(hit.document, hit.ref) for hit in narrowed.hits}
    rest = (hit for hit in search.hits if (hit.document, hit.ref) not in kept)
    return _ranked((*narrowed.hits, *rest))


def _ranked(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1))
