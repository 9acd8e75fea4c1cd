"""
From a topic to its bodies, and from these to their other tasks.

"Take the body listed first for funding support: what else is on its list?" names no body; the
list of the section that fits best does.
"""

import re
from collections.abc import Sequence

from bot.register_questions import FIRST
from corpus.document import Document
from corpus.mentions import Mention
from corpus.normalise import normalise
from corpus.organisations import organisation_for, place_of
from corpus.register import Row, Task

LAST = re.compile(
    r"排(?:在)?[^,，。?？]{0,8}(?:最后|末位)|末位|最后一(?:个|家)(?:单位|部门)|"
    r"\b(?:list|name)(?:ed|s)?\b[^?.,]{0,40}\blast\b|"
    r"\blast(?:-named)? (?:body|unit|agency|department)\b",
    re.IGNORECASE,
)
FIRST_BODY = re.compile(
    r"第一(?:个|家)?(?:责任)?(?:单位|部门)|首个(?:单位|部门)|"
    r"\bfirst (?:listed |named |responsible )?(?:body|unit|agency|department)\b",
    re.IGNORECASE,
)
# The districts of a list are meant, not all its bodies.
DISTRICTS = re.compile(
    r"(?:负责|参与|承担|管)[^,，。?？]{2,16}的(?:[那这]个|[那这]?几个)?区(?![域别分块])|"
    r"\bthe districts? (?:responsible|named|listed|in charge)\b",
    re.IGNORECASE,
)
ELSE = re.compile(
    r"(?:还|另外|同时|也|其他|别的)[^,，。?？]{0,8}"
    r"(?:负责|管|参与|承担|牵头|有|干|做|任务|工作)|(?:其他|别的|另外的)(?:任务|工作|事)|"
    r"\bwhat else\b|\b(?:other|further|more) (?:tasks?|duties|jobs?|work|sections?|measures?)\b|"
    r"\balso (?:responsible|involved|in charge|named)\b|\belse (?:is|does|do|are)\b",
    re.IGNORECASE,
)


def chained_bodies(question: str, document: Document, task: Task) -> tuple[Mention, ...]:
    """
    Give the bodies of a list by which a question asks on to their other tasks; else none.

    :param task: the section that fits the question best
    """
    text = normalise(question)
    if not ELSE.search(text):
        return ()
    own = [row for row in task.rows if not row.is_group]
    if FIRST.search(text) or FIRST_BODY.search(text):
        rows: Sequence[Row] = own[:1]
    elif LAST.search(text):
        rows = own[-1:]
    elif DISTRICTS.search(text):
        rows = [row for row in own if row.is_place]
    else:
        return ()
    place = place_of(document)
    bodies = dict.fromkeys(organisation_for(row.body, place) for row in rows)
    return tuple(Mention(0, 0, body.printed, (body,)) for body in bodies)
