"""
Keep what is asked beside a body to the tasks of that body.

A question such as 市灯塔局那项任务要建几座灯塔 is answered from the few sections whose lists name
the body, and not from whatever else fits its words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conditions import read_conditions
from bot.instructions import asks_something
from bot.registers import Registers
from bot.role_words import ONE_TASK
from bot.understanding import OPEN_WORD, Understanding, read_like
from corpus.document import Document
from corpus.mentions import Mention
from corpus.normalise import fold_script
from corpus.units import is_place
from index.retriever import Hit, Retriever, Search

HITS = 10
ALL_HITS = 1_000  # hits for a question that names a section: it is put first, wherever it ranked
CLAUSE = re.compile(r"(?<=[,，:：;；.。])\s*")
ENGLISH_PLACE = re.compile(r"^\W*(?:in|under|within|for|of|from|regarding|take|consider)\b", re.I)
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
        one = bool(ONE_TASK.search(fold_script(asked.core)))
        if not mentions or asked.named or (asked.wants_support and not one):
            return asked, search
        if not one and any(is_place(body.printed) for m in mentions for body in m.organisations):
            return asked, search
        conditions = read_conditions(asked.core, mentions, asked.title_words)
        tasks = self._registers.tasks_meeting(conditions, scope)
        if not tasks or (len(tasks) > FEW_TASKS and not one):
            return asked, search
        if rest := _beside_place(asked.core):
            asked = read_like(asked, rest)
        documents = frozenset(document for document, _ in tasks)
        every = self._retriever.search(
            asked.core, k=ALL_HITS, language=asked.language, documents=documents
        )
        kept = [hit for hit in every.hits if (hit.document, hit.ref) in tasks][:HITS]
        asked = replace(asked, wants_all=False, wants_support=False)
        return asked, replace(search, hits=_ranked(kept))


def _beside_place(question: str) -> str:
    """
    Give what a question asks beside the clause that says of which task; empty where it has none.

    ``"In the one task where the DRC is a responsible unit, what is built?" -> "what is built?"``
    """
    clauses = CLAUSE.split(question)
    rest = [clause for clause in clauses if not _is_place(clause)]
    found = "".join(rest).strip()
    return found if len(rest) < len(clauses) and asks_something(found) else ""


def _is_place(clause: str) -> bool:
    """Say whether a clause asks nothing, but says which task is meant."""
    plain = fold_script(clause)
    if not ONE_TASK.search(plain):
        return False
    return bool(ENGLISH_PLACE.search(plain)) or not (OPEN_WORD.search(plain) or plain.isascii())


def with_rest(narrowed: Search, search: Search) -> tuple[Hit, ...]:
    """Give the hits of a narrowed search, then those of the whole one that it left out."""
    kept = {(hit.document, hit.ref) for hit in narrowed.hits}
    rest = (hit for hit in search.hits if (hit.document, hit.ref) not in kept)
    return _ranked((*narrowed.hits, *rest))


def _ranked(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1))
