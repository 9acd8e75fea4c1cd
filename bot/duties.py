"""What a body is responsible for: every section that prints its name, in order, and no other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.body_questions import without_names
from bot.citations import CitationList, answer_from, nearest_sections, sentence_text
from bot.register_questions import (
    ALONE,
    FIRST,
    JOINT,
    LEADS,
    SEPARATE,
    SUPPORTS,
    Tally,
    is_negated,
    read_tally,
)
from bot.registers import Registers, count_tasks
from bot.reply import Answer, CitedSentence, Refusal
from bot.strings import Strings
from bot.task_wording import group_names, names_of, task_sentence
from bot.together import by_document
from bot.understanding import Understanding
from corpus.document import Document
from corpus.mentions import Mention
from corpus.normalise import normalise
from corpus.organisations import Organisation, place_of
from corpus.register import Role, Row, Task
from corpus.sentences import split_sentences
from corpus.units import is_place
from index.library import Index
from index.retriever import Search

SHORT_LIST = 2  # tasks; so few are also explained


@dataclass(frozen=True, slots=True)
class Found:
    """A task that answers the question, with the rows that name the bodies asked about."""

    document: Document
    task: Task
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a question demands of a task beside the bodies that it names."""

    wanted: tuple[Mention, ...]
    excluded: tuple[Mention, ...]
    joint: bool
    alone: bool
    role: Role | None
    first: bool  # the body stands first in the list
    tally: Tally | None


def read_conditions(question: str, mentions: Sequence[Mention]) -> Conditions:
    """Read which of the bodies named must be in a list, which must not, and in which role."""
    text = normalise(question)
    wording = without_names(question, mentions)
    excluded = tuple(m for m in mentions if is_negated(text, m.start, m.end))
    wanted = tuple({m.organisations: m for m in mentions if m not in excluded}.values())
    role: Role | None = "lead" if LEADS.search(text) else None
    if role is None and SUPPORTS.search(text):
        role = "joint"
    tally = read_tally(question)
    return Conditions(
        wanted,
        excluded,
        len(wanted) > 1 and bool(JOINT.search(wording)) and not SEPARATE.search(wording),
        bool(ALONE.search(text)),
        role,
        bool(FIRST.search(text)),
        tally if tally and tally.kind == "tasks_by_units" else None,
    )


def every_task_of(mentions: Sequence[Mention]) -> Conditions:
    """Demand nothing of a task but that its list names one of some bodies."""
    return Conditions(tuple(mentions), (), False, False, None, False, None)


class Duties:
    """Answers what bodies are responsible for."""

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
        conditions: Conditions | None = None,
    ) -> Answer | Refusal:
        """
        List every section whose list prints the bodies: all of them, in order, counted.

        :param conditions: what is demanded of a task; read from the question when None
        """
        conditions = conditions or read_conditions(asked.core, mentions)
        tasks = [(d, t) for d in scope for t in self._registers.tasks_within(asked, d)]
        found = self._find(tasks, conditions)
        role = conditions.role
        if role and not any(row.role for _, task in tasks for row in task.rows):
            found = self._find(tasks, replace(conditions, role=None))
            role = None  # no list of the documents says who leads
        body = _names_of(conditions.wanted or conditions.excluded, asked, strings)
        bodies = _bodies_of(conditions.wanted)
        group = (
            self._group(tasks, found, bodies, role, asked, strings) if _plain(conditions) else ""
        )
        if not found:
            return self._none(asked, conditions, body, group, search, strings, tasks)
        citations = CitationList(self._index, asked.language)
        sentences = [self._sentence(item, citations, asked) for item in found]
        opening = self._opening(conditions, role, found, body, asked, strings)
        closings = [strings.no_lead] if conditions.role == "lead" and role is None else []
        closings += [strings.no_joint] if conditions.role == "joint" and role is None else []
        closings += [group] if group else []
        if len(found) <= SHORT_LIST:
            sentences += self._evidence_of(found, asked, citations)
        closing = ("" if asked.language == "zh" else " ").join(closings)
        return answer_from(asked, sentences, citations, search, opening=opening, closing=closing)

    def _find(
        self, tasks: Sequence[tuple[Document, Task]], conditions: Conditions
    ) -> tuple[Found, ...]:
        """Give the tasks with a list that meets the conditions."""
        found: list[Found] = []
        for document, task in tasks:
            if conditions.tally and not conditions.tally.holds(
                len(task.units(places_only=conditions.tally.places_only))
            ):
                continue
            rows: list[Row] = []
            for start in dict.fromkeys(row.list_start for row in task.rows):
                of_list = [row for row in task.rows if row.list_start == start]
                rows += _rows_that_meet(of_list, place_of(document), conditions)
            if rows:
                found.append(Found(document, task, tuple(rows)))
        return tuple(found)

    def _sentence(
        self, item: Found, citations: CitationList, asked: Understanding
    ) -> CitedSentence:
        section = item.document.section(item.task.ref)
        assert section is not None
        return task_sentence(item.document, section, item.rows, citations, asked.language)

    def _opening(
        self,
        conditions: Conditions,
        role: Role | None,
        found: Sequence[Found],
        body: str,
        asked: Understanding,
        strings: Strings,
    ) -> str:
        """Say how many tasks there are, first."""
        template = strings.duties
        if role:
            template = strings.duties_lead if role == "lead" else strings.duties_joint
        elif conditions.alone:
            template = strings.duties_alone
        elif conditions.first:
            template = strings.duties_first
        elif conditions.excluded:
            template = strings.duties_without if conditions.wanted else strings.duties_not
        elif conditions.joint:
            template = strings.duties_together
        others = _names_of(conditions.excluded, asked, strings)
        tasks = count_tasks(len(found), strings)
        if len(conditions.wanted) > 1 and not conditions.joint:
            space, joiner = ("", "、") if asked.language == "zh" else (" ", "; ")
            counts = [
                _names_of([mention], asked, strings)
                + space
                + count_tasks(sum(_names_any(item, mention) for item in found), strings)
                for mention in conditions.wanted
            ]
            tasks = strings.duties_each.format(tasks=tasks, counts=joiner.join(counts))
        documents = list({item.document.id: item.document for item in found}.values())
        sizes = Counter(item.document.id for item in found)
        counts = [count_tasks(sizes[document.id], strings) for document in documents]
        if apart := by_document(documents, counts, asked.language):
            tasks = strings.counts_apart.format(total=tasks, counts=apart)
        return template.format(body=body, others=others, tasks=tasks)

    def _group(
        self,
        tasks: Sequence[tuple[Document, Task]],
        found: Sequence[Found],
        bodies: Sequence[Organisation],
        role: Role | None,
        asked: Understanding,
        strings: Strings,
    ) -> str:
        """Say in how many further lists a group may mean the bodies."""
        named = {(item.task.document, item.task.ref) for item in found}
        printing = {document for document, _ in named}
        places = {is_place(body.printed) for body in bodies}
        rows = [
            row
            for _, task in tasks
            if (task.document, task.ref) not in named
            if not printing or task.document in printing
            for row in task.rows
            if row.is_group and row.is_place in places and role in (None, row.role)
        ]
        if not rows:
            return ""
        count = len({(row.document, row.ref) for row in rows})
        return strings.duties_group.format(
            lists=strings.list_count_one if count == 1 else strings.list_count.format(count=count),
            group=group_names(rows, asked.language),
            body=names_of(bodies, asked.language, strings),
        )

    def _none(
        self,
        asked: Understanding,
        conditions: Conditions,
        body: str,
        group: str,
        search: Search,
        strings: Strings,
        tasks: Sequence[tuple[Document, Task]],
    ) -> Refusal:
        """Refuse where no list names the bodies so; say that a group may mean them."""
        bare = replace(
            conditions, excluded=(), joint=False, alone=False, role=None, first=False, tally=None
        )
        template = strings.duties_none if conditions.wanted else strings.duties_in_all
        message = template.format(body=body)
        if conditions != bare and conditions.wanted and self._find(tasks, bare):
            message = _none_such(conditions, strings).format(body=body)
        if group:
            message += ("" if asked.language == "zh" else " ") + group
        nearest = nearest_sections(self._index, search, 3, asked.language)
        return Refusal(asked.question, asked.language, "no_evidence", message, search.hits, nearest)

    def _evidence_of(
        self, found: Sequence[Found], asked: Understanding, citations: CitationList
    ) -> list[CitedSentence]:
        """Give what few tasks say, so that a short list explains itself."""
        more: list[CitedSentence] = []
        for item in found:
            document, section = item.document, item.document.section(item.task.ref)
            assert section is not None
            lists = document.lists[section.ref]
            for start, end in split_sentences(document.text, section.heading_end, section.end):
                text = sentence_text(document, start, end, asked.language)
                if text and not any(u.start < end and start < u.end for u in lists):
                    marker = citations.cite(document, section, start, end)
                    more.append(CitedSentence(text, (marker,)))
        return more


def _none_such(conditions: Conditions, strings: Strings) -> str:
    """Choose the wording for bodies that are named, but never as the question demands."""
    if conditions.role == "lead":
        return strings.duties_no_lead
    if conditions.alone:
        return strings.duties_none_alone
    only_joint = conditions.joint and not (conditions.excluded or conditions.tally)
    return strings.duties_none_joint if only_joint else strings.duties_none_such


def _plain(conditions: Conditions) -> bool:
    """Say whether the question asks for all tasks of its bodies, so that groups matter."""
    return bool(conditions.wanted) and not (
        conditions.joint
        or conditions.alone
        or conditions.first
        or conditions.excluded
        or conditions.tally
    )


def _rows_that_meet(rows: Sequence[Row], place: str, conditions: Conditions) -> list[Row]:
    """Give the rows of one list that name the bodies wanted; none where it fails a condition."""
    named = [
        [r for r in rows if _is_of(r, place, mention) and _is_in_place(r, conditions)]
        for mention in conditions.wanted
    ]
    if any(_is_of(row, place, mention) for mention in conditions.excluded for row in rows):
        return []
    if not conditions.wanted:
        return list(rows)
    if conditions.joint and not all(named):
        return []
    found = [row for of_mention in named for row in of_mention]
    if conditions.alone and {row.body for row in rows if row.counts} - {r.body for r in found}:
        return []
    return found


def _is_in_place(row: Row, conditions: Conditions) -> bool:
    """Say whether a row has the role and the position that are asked for."""
    return conditions.role in (None, row.role) and (not conditions.first or row.position == 1)


def _is_of(row: Row, place: str, mention: Mention) -> bool:
    """Say whether a row prints a body that the mention names, in a document of its place."""
    return not row.is_group and any(
        row.body == body.printed and body.place == place for body in mention.organisations
    )


def _names_any(found: Found, mention: Mention) -> bool:
    return any(_is_of(row, place_of(found.document), mention) for row in found.rows)


def _bodies_of(mentions: Sequence[Mention]) -> list[Organisation]:
    return list(dict.fromkeys(body for m in mentions for body in m.organisations))


def _names_of(mentions: Sequence[Mention], asked: Understanding, strings: Strings) -> str:
    return names_of(_bodies_of(mentions), asked.language, strings)
