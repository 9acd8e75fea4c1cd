"""
Whether the lists of topics name a body: 宁河区也参与大数据吗, "Is Ninghe District named for it?".

The list of every task that a topic heads is given, and said of each whether it names the body.
"""

import re
from collections.abc import Sequence

from bot.body_questions import without_names
from bot.citations import CitationList, answer_from, cited_first
from bot.conditions import names_row
from bot.registers import Registers
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.task_topics import tasks_headed_by, topics_of
from bot.task_wording import cite_rows, group_names, names_of, task_name, units_text
from bot.understanding import Understanding, asks_who
from corpus.document import Document
from corpus.mentions import Mention
from corpus.normalise import normalise
from corpus.organisations import place_of
from corpus.register import Task
from corpus.units import is_place
from index.library import Index
from index.retriever import Search

ASKS = re.compile(
    r"吗\W*$|(归|管|是|在|有|参)不\1|(?:有没有|是否|是不是|在不在)|"
    r"(?:^|[,;:.]\s*)(?:and |but |so |then )*(?:is|are|does|do|was|were|has)\b",
    re.IGNORECASE,
)
SHARES = re.compile(
    r"负责|管(?!理)|归|参与|参加|牵头|承担|名单|列|有(?:它|他们|份|名字)|责任|单位里|"
    r"\bresponsib|\bin charge\b|\bnamed?\b|\bprinted\b|\blist(?:s|ed)?\b|\bshares?\b|"
    r"\btakes? part\b|\binvolved?\b|\bhandles?\b|\bhas? a (?:role|part|hand)\b|\bamong\b",
    re.IGNORECASE,
)
# What is looked for in a district, not whether it is on a list.
WITHIN = re.compile(
    r"企业|公司|项目|园区|基地|产品|\bthere\b|\bcompan(?:y|ies)\b|\bfirms?\b|\bprojects?\b|\bparks?\b|\bbases?\b",
    re.IGNORECASE,
)
HEADS = 6  # tasks; a topic that heads more of them is no topic of one


class NamedIn:
    """Answers whether lists name bodies, over one index."""

    def __init__(self, index: Index, registers: Registers) -> None:
        self._index = index
        self._registers = registers

    def answer(
        self,
        asked: Understanding,
        mentions: Sequence[Mention],
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | None:
        """Say of the tasks that topics head whether their lists name the bodies; else None."""
        text = normalise(asked.core)
        if not mentions or asks_who(asked.core):
            return None
        if not (ASKS.search(text) and SHARES.search(text)) or WITHIN.search(text):
            return None
        places = [
            (document, task) for document in scope for task in self._registers.tasks([document])
        ]
        topics = topics_of(without_names(asked.core, mentions), places, asked.title_words)
        headed = [tasks_headed_by((topic,), places) for topic in topics]
        found = {(t.document, t.ref): (d, t) for of_topic in headed for d, t in of_topic}
        if not headed or not all(headed) or len(found) > HEADS:
            return None
        citations = CitationList(self._index, asked.language)
        sentences = [
            self._sentence(document, task, mentions, asked, citations, strings)
            for document, task in found.values()
        ]
        return answer_from(asked, sentences, citations, cited_first(search, citations))

    @staticmethod
    def _sentence(
        document: Document,
        task: Task,
        mentions: Sequence[Mention],
        asked: Understanding,
        citations: CitationList,
        strings: Strings,
    ) -> CitedSentence:
        """Say whether the lists of a task name bodies, and whom they name."""
        section = document.section(task.ref)
        assert section is not None
        language, place = asked.language, place_of(document)
        named = [m for m in mentions if any(names_row(m, row, place) for row in task.rows)]
        lacked = [m for m in mentions if m not in named]
        name, told = task_name(document, section, language), []
        for template, of in ((strings.list_names, named), (strings.list_lacks, lacked)):
            bodies = [body for mention in of for body in mention.organisations]
            if bodies:
                body = names_of(bodies, language, strings)
                told.append(template.format(task=name, body=body))
        kinds = {is_place(body.printed) for mention in lacked for body in mention.organisations}
        groups = [row for row in task.rows if row.is_group and row.is_place in kinds]
        if groups:
            told.append(strings.list_group.format(group=group_names(groups, language)))
        units = units_text(task.rows, document, language, strings)
        told.append(strings.list_whole.format(units=units))
        text = strings.semicolon.join(told)
        return CitedSentence(text, cite_rows(document, section, task.rows, citations))
