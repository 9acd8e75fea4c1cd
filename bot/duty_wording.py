"""
How an answer to a question for bodies' tasks is worded: its opening, its count, its refusal.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conditions import Conditions, names_row
from bot.registers import Place, count_tasks
from bot.reply import Citation
from bot.strings import Strings
from bot.task_topics import Topic
from bot.task_wording import is_table_row, names_of
from bot.together import by_document
from bot.understanding import Understanding
from corpus.document import Document
from corpus.mentions import Mention
from corpus.organisations import place_of
from corpus.register import Role, Row, Task


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

    @property
    def is_row(self) -> bool:
        """Say whether it is a row of a table, and not the section that holds it."""
        section = self.document.section(self.task.ref)
        return section is not None and is_table_row(section, self.rows)

    def names_any(self, mention: Mention) -> bool:
        """Say whether its rows name one of the bodies of a mention."""
        place = place_of(self.document)
        return any(names_row(mention, row, place) for row in self.rows)


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


def opening(query: Query, found: Sequence[Found]) -> str:
    """Say how many tasks there are, first."""
    template, body = _template(query)
    return template.format(
        body=body,
        others=query.names(query.conditions.excluded),
        tasks=_counts(query, found),
        bound=_bound(query.conditions, query.strings),
    )


def _template(query: Query) -> tuple[str, str]:
    """Choose how the opening is worded, and what it calls the bodies."""
    strings, conditions = query.strings, query.conditions
    if query.role:
        template = strings.duties_lead if query.role == "lead" else strings.duties_joint
    elif conditions.alone:
        template = strings.duties_alone
    elif conditions.only_district and not conditions.excluded:
        template = strings.duties_only_district
    elif conditions.first:
        template = strings.duties_first
    elif conditions.excluded:
        template = strings.duties_without if conditions.wanted else strings.duties_not
    elif conditions.joint:
        return strings.duties_together, query.placed
    elif conditions.some:
        template = strings.duties_some
    else:
        return strings.duties, query.placed if conditions.positions else query.body
    return template, query.body


def _counts(query: Query, found: Sequence[Found]) -> str:
    """Count the tasks: of all bodies, of each, and in each document."""
    strings, conditions = query.strings, query.conditions
    told = count_tasks(len(found), strings)
    if query.topics:
        told = strings.tasks_about.format(tasks=told, topic=query.topic)
    if query.left_out:
        told = strings.tasks_besides.format(tasks=told, topic=query.named(query.left_out))
    if len(conditions.wanted) > 1 and not (conditions.joint or conditions.some):
        counts = [
            query.names([mention])
            + strings.space
            + count_tasks(sum(item.names_any(mention) for item in found), strings)
            for mention in conditions.wanted
        ]
        if shared := sum(all(i.names_any(m) for m in conditions.wanted) for i in found):
            counts.append(strings.duties_shared.format(tasks=count_tasks(shared, strings)))
        told = strings.duties_each.format(tasks=told, counts=strings.name_comma.join(counts))
    documents = list({item.document.id: item.document for item in found}.values())
    sizes = Counter(item.document.id for item in found)
    counts = [count_tasks(sizes[document.id], strings) for document in documents]
    if apart := by_document(documents, counts, query.asked.language, strings):
        told = strings.counts_apart.format(total=told, counts=apart)
    return told


def _bound(conditions: Conditions, strings: Strings) -> str:
    """Word how many of the bodies a list must name: ``不少于2个``, ``Exactly 1``."""
    word = strings.body_count
    template = strings.bound_exact if conditions.most == conditions.least else strings.bound_least
    bound = template.format(least=word.format(count=conditions.least))
    return bound[0].upper() + bound[1:]


def no_roles(query: Query, tasks: Sequence[Place]) -> str:
    """Say that the lists tell no role where one is asked for; else nothing."""
    strings, role = query.strings, query.conditions.role
    if query.conditions.either_role:
        told = any(row.role for _, task in tasks for row in task.rows)
        return "" if told else strings.no_lead
    if role is None or query.role:
        return ""
    return strings.no_lead if role == "lead" else strings.no_joint


def none_found(query: Query, unknown: Sequence[Mention], group: str) -> str:
    """
    Say that no list names the bodies so, and that a group may mean them.

    :param unknown: the bodies that no list names at all
    :param group: what else is said: of lists that end in a group; empty for nothing
    """
    strings, conditions = query.strings, query.conditions
    template, body = strings.duties_none, query.body
    if not conditions.wanted:
        template = strings.duties_in_all
    elif query.topics:
        template = strings.duties_none_topic
    elif unknown:
        body = query.names(unknown)
    elif conditions != Conditions(conditions.wanted):
        template = _none_such(conditions, strings)
    message = template.format(body=body, topic=query.topic)
    return f"{message}{strings.space}{group}" if group else message


def printed_in(citations: Sequence[Citation], strings: Strings) -> str:
    """Say in which sections the text prints a body that no list names."""
    sections = dict.fromkeys(citation.breadcrumb for citation in citations)
    return strings.printed_in.format(sections=strings.semicolon.join(sections))


def _none_such(conditions: Conditions, strings: Strings) -> str:
    """Choose the wording for bodies that are named, but never as the question demands."""
    if conditions.role == "lead":
        return strings.duties_no_lead
    if conditions.alone:
        return strings.duties_none_alone
    only_joint = conditions.joint and not (conditions.excluded or conditions.tally)
    return strings.duties_none_joint if only_joint else strings.duties_none_such
