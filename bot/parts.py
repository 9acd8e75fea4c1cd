"""
What a document is made of: 有哪些重点任务, 分成哪几个部分, "What are its main tasks?".

A question that says nothing of a topic is for the parts of the document that it is about. Those
that are called what it asks for (关键技术攻关工程, 三、重点任务) go before the outline as a whole.
"""

import re
from collections.abc import Sequence

from bot.citations import CitationList, answer_from, title_of
from bot.contents import HEADED
from bot.reply import Answer
from bot.section_sentences import heading_sentence
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.document import Document
from corpus.normalise import normalise
from corpus.sections import PREAMBLE, Section
from index.library import Index
from index.retriever import Search

OUTER = "部分|章节|章|板块|篇|parts?|chapters?"
CALLED = (
    "任务|工作|工程|行动|措施|举措|补贴|补助|政策|项目|事项|决定|议定|"
    "tasks?|measures?|projects?|actions?|decisions?|decided?|agreed?"
)
FIGURE = re.compile("项目|projects?")  # how many there are is a figure, not a count of parts
PART = re.compile(rf"{OUTER}|{CALLED}", re.IGNORECASE)
ASKED = re.compile(r"哪|几|什么|啥|\bwhat\b|\bwhich\b|\blist\b|\bhow many\b", re.IGNORECASE)
# What such a question is made of beside the word for the parts.
PLAIN = re.compile(
    r"(?:这|该|本)?(?:份|个|部|项)?(?:文件|方案|规划|计划|政策|通知|条例|办法)|哪些|哪几|几|什么|啥|"
    r"重点|主要|核心|具体|各项|一共|总共|分别|分成|分为|包括|包含|提出|部署|安排|规定|列出|明确|方面|会议|纪要|议定|研究|决定|事项|"
    r"[有是了大个项条分都共的里中内由组成讲请问呢吗]|"
    r"\b(?:what|which|list|how many|are|is|does|do|it|its|the|this|document|plan|law|have|has|in|"
    r"of|did|was|were|made|meeting|minutes|main|key|major|set out|divided into|all|there)\b",
    re.IGNORECASE,
)


class Parts:
    """Reads the outlines of an index's documents."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def answer(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Give the parts of the one document that a question is about; else None."""
        called = asks_parts(asked)
        if called is None or len(scope) != 1:
            return None
        document = scope[0]
        citations = CitationList(self._index, asked.language)
        sentences = [
            heading_sentence(document, section, citations, asked.language, strings)
            for section in parts_called(document, called)
        ]
        if not sentences:
            return None
        title = title_of(document, asked.language)
        return answer_from(asked, sentences, citations, search, opening=f"{title}:")


def asks_parts(asked: Understanding) -> str | None:
    """
    Give what a question calls the parts that it asks for; None where it names anything else.

    ``"有哪些重点任务?" -> "任务"``, ``"和交通有关的任务有哪些" -> None``
    """
    text = normalise(asked.core)
    found = PART.search(text)
    if not found or not ASKED.search(text):
        return None
    if asked.wants_quantity and FIGURE.fullmatch(found[0]):
        return None
    rest = PLAIN.sub("", text.replace(found[0], " ", 1))
    return None if any(character.isalnum() for character in rest) else found[0]


def parts_called(document: Document, called: str) -> list[Section]:
    """
    Choose the sections that are called so, or that stand below one that is; else all outer ones.

    :param called: 任务, 工程, 部分
    """
    headed = [s for s in document.sections if s.ref != PREAMBLE and s.heading]
    if re.fullmatch(OUTER, called, re.IGNORECASE):
        return [s for s in headed if s.level == min(h.level for h in headed)]
    named = [s for s in headed if normalise(s.heading).endswith(called)]
    levels = {s.level: [o for o in named if o.level == s.level] for s in named}
    if alike := next((found for found in levels.values() if len(found) >= HEADED), None):
        return alike
    for section in named:
        below = [s for s in headed if s != section and section in document.path(s)]
        if len(below) > 1:
            return [section, *below]
    return [s for s in headed if s.level <= 2]
