"""What a body is responsible for: every section that prints its name, in order, and no other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.body_questions import without_names
from bot.citations import CitationList, answer_from, nearest_sections, refusal_from
from bot.conditions import Conditions, read_conditions
from bot.duty_wording import Found, Query, no_roles, none_found, opening, printed_in
from bot.name_places import find_places, names_of_one
from bot.registers import Place, Registers
from bot.reply import Answer, Citation, CitedSentence, Refusal
from bot.strings import Strings
from bot.task_topics import Topic, besides, tasks_about, topics_of
from bot.task_wording import cite_rows, group_names, role_note, task_evidence, task_sentence
from bot.understanding import Understanding
from corpus.document import Document
from corpus.language import Language
from corpus.mentions import Mention
from corpus.normalise import normalise
from corpus.organisations import place_of
from corpus.register import Row
from corpus.units import is_place
from index.library import Index
from index.retriever import Search

SHORT_LIST = 2  # tasks; so few are also explained
NEAREST = 3  # sections beside a refusal


@dataclass(frozen=True, slots=True)
class Step:
    """What was found first, and the rows of the list that proves it; none where it was counted."""

    text: str
    document: Document | None = None
    rows: tuple[Row, ...] = ()


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
        *,
        step: Step | None = None,
    ) -> Answer | Refusal:
        """
        List every section whose list prints the bodies: all of them, in order, counted.

        :param step: what led to the bodies, to be said first
        """
        tasks: Sequence[Place] = self._registers.tasks_within(asked, scope)
        conditions = read_conditions(asked.core, mentions, asked.title_words)
        roles_told = any(row.role for _, task in tasks for row in task.rows)
        conditions = replace(conditions, roles_told=roles_told)
        query = Query(asked, strings, conditions, conditions.role if roles_told else None)
        core = self._registers.without_part(asked.core, scope)
        wording, left_out = besides(without_names(core, mentions))
        others = topics_of(left_out, tasks, asked.title_words)
        query, found = _leaving_out(query, others, _find(tasks, conditions))
        topics = () if step else topics_of(wording, tasks, asked.title_words)
        query, tasks, found = _about(query, topics, tasks, found)
        group = self._group(query, tasks, found) if conditions.only_bodies else ""
        if not found:
            unknown = [m for m in conditions.wanted if not _find(tasks, Conditions((m,)))]
            nearest = nearest_sections(self._index, search, NEAREST, asked.language)
            if printing := self._printing(unknown, scope, asked.language):
                notes = filter(None, (printed_in(printing, strings), group))
                group, nearest = strings.space.join(notes), printing
            message = none_found(query, unknown, group)
            return refusal_from(asked, "no_evidence", message, search, nearest)
        found = _rows_apart(found)
        citations = CitationList(self._index, asked.language)
        sentences = [self._sentence(item, citations, query) for item in found]
        closings = [no_roles(query, tasks), group]
        if len(found) <= SHORT_LIST:
            for item in found:
                if not item.is_row:
                    sentences += task_evidence(item.document, item.task, citations, asked.language)
        closing = strings.space.join(filter(None, closings))
        counted = opening(query, found)
        if step:
            sentences = [*_stepped(step, counted, sentences, citations), *sentences]
            counted = ""
        return answer_from(asked, sentences, citations, search, opening=counted, closing=closing)

    def _sentence(self, item: Found, citations: CitationList, query: Query) -> CitedSentence:
        section = item.document.section(item.task.ref)
        assert section is not None
        language, note, conditions = query.asked.language, "", query.conditions
        if len(conditions.wanted) > 1 and not conditions.joint:
            own = [mention for mention in conditions.wanted if item.names_any(mention)]
            note = query.strings.note.format(text=query.names(own))
        if query.conditions.either_role:
            note += role_note(item.rows, query.strings)
        return task_sentence(item.document, section, item.rows, citations, language, note)

    def _group(self, query: Query, tasks: Sequence[Place], found: Sequence[Found]) -> str:
        """Say in how many further lists a group may mean the bodies."""
        named = {(item.task.document, item.task.ref) for item in found}
        printing = {document for document, _ in named}
        places = {is_place(body.printed) for body in query.conditions.bodies()}
        rows = [
            row
            for _, task in tasks
            if (task.document, task.ref) not in named
            if not printing or task.document in printing
            for row in task.rows
            if row.is_group and row.is_place in places and query.role in (None, row.role)
        ]
        if not rows:
            return ""
        strings, count = query.strings, len({(row.document, row.ref) for row in rows})
        return strings.duties_group.format(
            lists=strings.list_count_one if count == 1 else strings.list_count.format(count=count),
            group=group_names(rows, query.asked.language),
            body=query.names(query.conditions.wanted),
        )

    def _printing(
        self, mentions: Sequence[Mention], scope: Sequence[Document], language: Language
    ) -> tuple[Citation, ...]:
        """Cite the sentences that print bodies which no list names: a firm to be relied on."""
        foreign = [m.name for m in mentions if all(b.printed == m.name for b in m.organisations)]
        names = [name for of in foreign for name in names_of_one(of) or (normalise(of),)]
        citations = CitationList(self._index, language)
        for document in scope if names else ():
            for section, span in islice(find_places(document, names), NEAREST):
                citations.cite(document, section, *span)
        return citations.all()[:NEAREST]


def _find(tasks: Sequence[Place], conditions: Conditions) -> tuple[Found, ...]:
    """Give the tasks with a list that meets the conditions."""
    met = ((d, task, conditions.rows_that_meet(task, place_of(d))) for d, task in tasks)
    return tuple(Found(document, task, rows) for document, task, rows in met if rows)


def _rows_apart(found: Sequence[Found]) -> tuple[Found, ...]:
    """Part the rows of a section's tables, each of which is a task of its own."""
    parted: list[Found] = []
    for item in found:
        own: dict[str, list[Row]] = {}
        for row in item.rows:
            own.setdefault(row.heading, []).append(row)
        parted += (Found(item.document, item.task, tuple(rows)) for rows in own.values())
    return tuple(parted)


def _leaving_out(
    query: Query, topics: tuple[Topic, ...], found: Sequence[Found]
) -> tuple[Query, Sequence[Found]]:
    """Drop the tasks about the topics that a question leaves out, unless none would stay."""
    known = tasks_about(topics, [item.place for item in found]) if topics else ()
    rest = [item for item in found if item.place not in known]
    return (replace(query, left_out=topics), rest) if known and rest else (query, found)


def _about(
    query: Query, topics: tuple[Topic, ...], tasks: Sequence[Place], found: Sequence[Found]
) -> tuple[Query, Sequence[Place], Sequence[Found]]:
    """
    Keep to the tasks about the topics that a question names beside the bodies.

    Topics of which the tasks found say nothing count where other lists know them, or where the
    question says that they are its topic; then nothing is left.
    """
    if not topics:
        return query, tasks, found
    about = tasks_about(topics, [item.place for item in found])
    every = tasks_about(topics, tasks)
    is_topic = every or any(topic.is_marked for topic in topics)
    if not (about or (found and is_topic)):
        return query, tasks, found
    return replace(query, topics=topics), every, [item for item in found if item.place in about]


def _stepped(
    step: Step, opening: str, sentences: Sequence[CitedSentence], citations: CitationList
) -> tuple[CitedSentence, CitedSentence]:
    """Say the first step with its list, then what opens the tasks."""
    proof = sentences[0].citations
    section = step.document.section(step.rows[0].ref) if step.document else None
    own = cite_rows(step.document, section, step.rows, citations) if section else proof
    return CitedSentence(step.text, own), CitedSentence(opening, proof, is_heading=True)
