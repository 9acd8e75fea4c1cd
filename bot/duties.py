"""What a body is responsible for: every section that prints its name, in order, and no other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.body_questions import without_names
from bot.citations import CitationList, answer_from, nearest_sections, refusal_from
from bot.conditions import Conditions, names_row, read_conditions
from bot.registers import Place, Registers, count_tasks
from bot.reply import Answer, CitedSentence, Refusal
from bot.strings import Strings
from bot.task_topics import Topic, besides, tasks_about, topics_of
from bot.task_wording import (
    cite_rows,
    group_names,
    names_of,
    role_note,
    task_evidence,
    task_sentence,
)
from bot.together import by_document
from bot.understanding import Understanding
from corpus.document import Document
from corpus.mentions import Mention
from corpus.organisations import place_of
from corpus.register import Role, Row, Task
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

    @property
    def place(self) -> Place:
        """Give the task with the document in which it stands."""
        return self.document, self.task


@dataclass(frozen=True, slots=True)
class Step:
    """What was found first, and the rows of the list that proves it; none where it was counted."""

    text: str
    document: Document | None = None
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of the lists: conditions, topics, and the role where lists tell roles."""

    asked: Understanding
    strings: Strings
    conditions: Conditions
    role: Role | None
    topics: tuple[Topic, ...] = ()
    left_out: tuple[Topic, ...] = ()  # whose tasks are not asked for

    def names(self, mentions: Sequence[Mention]) -> str:
        """Name the bodies of mentions in the reply's language."""
        bodies = dict.fromkeys(body for mention in mentions for body in mention.organisations)
        return names_of(bodies, self.asked.language, self.strings)

    @property
    def body(self) -> str:
        """Name the bodies that the question is about."""
        return self.names(self.conditions.wanted or self.conditions.excluded)

    @property
    def placed(self) -> str:
        """Name the bodies wanted with their places in a list: ``市科委(牵头单位)和市教委``."""
        strings = self.strings
        names: list[str] = []
        for mention in self.conditions.wanted:
            place = self.conditions.position(mention)
            labels = {"lead": strings.lead_label, "joint": strings.joint_label, None: ""}
            label = strings.first_label if place.first else labels[place.role]
            if label and not place.first and not self.conditions.roles_told:
                label = ""
            if label:
                label = strings.not_label.format(label=label) if place.is_not else label
                label = strings.note.format(text=label)
            names.append(self.names([mention]) + label)
        *rest, last = names
        if not rest:
            return last
        return strings.final_and.join([strings.comma.join(rest), last])

    @property
    def topic(self) -> str:
        """Name the topics in the reply's language."""
        return self.named(self.topics)

    def named(self, topics: Sequence[Topic]) -> str:
        """Name topics in the reply's language."""
        names = dict.fromkeys(topic.name(self.asked.language) for topic in topics)
        return self.strings.comma.join(names)


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
        told = any(row.role for _, task in tasks for row in task.rows)
        conditions = replace(conditions, roles_told=told)
        query = Query(asked, strings, conditions, conditions.role if told else None)
        core = self._registers.without_part(asked.core, scope)
        wording, left_out = besides(without_names(core, mentions))
        others = topics_of(left_out, tasks, asked.title_words)
        query, found = _leaving_out(query, others, _find(tasks, conditions))
        topics = () if step else topics_of(wording, tasks, asked.title_words)
        query, tasks, found = _about(query, topics, tasks, found)
        group = self._group(query, tasks, found) if conditions.only_bodies else ""
        if not found:
            return self._none(query, group, search, tasks)
        citations = CitationList(self._index, asked.language)
        sentences = [self._sentence(item, citations, query) for item in found]
        closings = [_no_roles(query, tasks), group]
        if len(found) <= SHORT_LIST:
            for item in found:
                sentences += task_evidence(item.document, item.task, citations, asked.language)
        closing = strings.space.join(filter(None, closings))
        opening = _opening(query, found)
        if step:
            sentences = [*_stepped(step, opening, sentences, citations), *sentences]
            opening = ""
        return answer_from(asked, sentences, citations, search, opening=opening, closing=closing)

    def _sentence(self, item: Found, citations: CitationList, query: Query) -> CitedSentence:
        section = item.document.section(item.task.ref)
        assert section is not None
        language, note, conditions = query.asked.language, "", query.conditions
        if len(conditions.wanted) > 1 and not conditions.joint:
            own = [mention for mention in conditions.wanted if _names_any(item, mention)]
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

    def _none(self, query: Query, group: str, search: Search, tasks: Sequence[Place]) -> Refusal:
        """Refuse where no list names the bodies so; say that a group may mean them."""
        asked, strings, conditions = query.asked, query.strings, query.conditions
        template, body = strings.duties_none, query.body
        unknown = [m for m in conditions.wanted if not _find(tasks, Conditions((m,)))]
        if not conditions.wanted:
            template = strings.duties_in_all
        elif query.topics:
            template = strings.duties_none_topic
        elif unknown:
            body = query.names(unknown)
        elif conditions != Conditions(conditions.wanted):
            template = _none_such(conditions, strings)
        message = template.format(body=body, topic=query.topic)
        if group:
            message += strings.space + group
        nearest = nearest_sections(self._index, search, 3, asked.language)
        return refusal_from(asked, "no_evidence", message, search, nearest)


def _find(tasks: Sequence[Place], conditions: Conditions) -> tuple[Found, ...]:
    """Give the tasks with a list that meets the conditions."""
    met = ((d, task, conditions.rows_that_meet(task, place_of(d))) for d, task in tasks)
    return tuple(Found(document, task, rows) for document, task, rows in met if rows)


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


def _opening(query: Query, found: Sequence[Found]) -> str:
    """Say how many tasks there are, first."""
    strings, conditions, language = query.strings, query.conditions, query.asked.language
    template, body = strings.duties, query.body
    if query.role:
        template = strings.duties_lead if query.role == "lead" else strings.duties_joint
    elif conditions.alone:
        template = strings.duties_alone
    elif conditions.first:
        template = strings.duties_first
    elif conditions.excluded:
        template = strings.duties_without if conditions.wanted else strings.duties_not
    elif conditions.joint:
        template, body = strings.duties_together, query.placed
    elif conditions.some:
        template = strings.duties_some
    elif conditions.positions:
        body = query.placed
    tasks = count_tasks(len(found), strings)
    if query.topics:
        tasks = strings.tasks_about.format(tasks=tasks, topic=query.topic)
    if query.left_out:
        tasks = strings.tasks_besides.format(tasks=tasks, topic=query.named(query.left_out))
    if len(conditions.wanted) > 1 and not (conditions.joint or conditions.some):
        counts = [
            query.names([mention])
            + strings.space
            + count_tasks(sum(_names_any(item, mention) for item in found), strings)
            for mention in conditions.wanted
        ]
        if shared := sum(all(_names_any(i, m) for m in conditions.wanted) for i in found):
            counts.append(strings.duties_shared.format(tasks=count_tasks(shared, strings)))
        tasks = strings.duties_each.format(tasks=tasks, counts=strings.name_comma.join(counts))
    documents = list({item.document.id: item.document for item in found}.values())
    sizes = Counter(item.document.id for item in found)
    counts = [count_tasks(sizes[document.id], strings) for document in documents]
    if apart := by_document(documents, counts, language, strings):
        tasks = strings.counts_apart.format(total=tasks, counts=apart)
    others = query.names(conditions.excluded)
    bound = _bound(conditions, strings)
    return template.format(body=body, others=others, tasks=tasks, bound=bound)


def _bound(conditions: Conditions, strings: Strings) -> str:
    """Word how many of the bodies a list must name: ``不少于2个``, ``Exactly 1``."""
    word = strings.body_count
    template = strings.bound_exact if conditions.most == conditions.least else strings.bound_least
    bound = template.format(least=word.format(count=conditions.least))
    return bound[0].upper() + bound[1:]


def _stepped(
    step: Step, opening: str, sentences: Sequence[CitedSentence], citations: CitationList
) -> tuple[CitedSentence, CitedSentence]:
    """Say the first step with its list, then what opens the tasks."""
    proof = sentences[0].citations
    section = step.document.section(step.rows[0].ref) if step.document else None
    own = cite_rows(step.document, section, step.rows, citations) if section else proof
    return CitedSentence(step.text, own), CitedSentence(opening, proof, is_heading=True)


def _no_roles(query: Query, tasks: Sequence[Place]) -> str:
    """Say that the lists tell no role where one is asked for; else nothing."""
    strings, role = query.strings, query.conditions.role
    if query.conditions.either_role:
        told = any(row.role for _, task in tasks for row in task.rows)
        return "" if told else strings.no_lead
    if role is None or query.role:
        return ""
    return strings.no_lead if role == "lead" else strings.no_joint


def _none_such(conditions: Conditions, strings: Strings) -> str:
    """Choose the wording for bodies that are named, but never as the question demands."""
    if conditions.role == "lead":
        return strings.duties_no_lead
    if conditions.alone:
        return strings.duties_none_alone
    only_joint = conditions.joint and not (conditions.excluded or conditions.tally)
    return strings.duties_none_joint if only_joint else strings.duties_none_such


def _names_any(found: Found, mention: Mention) -> bool:
    place = place_of(found.document)
    return any(names_row(mention, row, place) for row in found.rows)
