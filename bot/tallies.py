"""Answers that count over all lists: how many units a task has, which unit has most tasks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.citations import CitationList, answer_from, nearest_sections, refusal_from
from bot.register_questions import Tally
from bot.registers import Place, Registers, count_tasks, count_units
from bot.reply import Answer, CitedSentence, Refusal
from bot.role_words import LEADS
from bot.strings import Strings
from bot.task_wording import (
    body_name,
    cite_rows,
    group_names,
    names_of,
    task_evidence,
    task_name,
    task_sentence,
    units_text,
)
from bot.together import document_names
from bot.understanding import Understanding
from corpus.document import Document
from corpus.language import Language
from corpus.organisations import Organisation, organisation_for, place_of
from corpus.register import Row, Task
from corpus.sections import PREAMBLE
from corpus.sentences import split_sentences
from index.library import Index
from index.retriever import Search

FEW_UNITS = 2  # of a task, that are named beside their number
MOST_LINES = 60  # of an answer over several documents
HEADING_MARKERS = 3  # of the lists that prove a document's count


class Tallies:
    """Counts over the responsibility register."""

    def __init__(self, index: Index, registers: Registers) -> None:
        self._index = index
        self._registers = registers

    def answer(
        self,
        asked: Understanding,
        tally: Tally,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | Refusal | None:
        """Answer a question that counts; None where the documents have no lists."""
        within = self._registers.tasks_within(asked, scope)
        tasks = {d.id: [task for of, task in within if of == d] for d in scope}
        documents = [document for document in scope if tasks[document.id]]
        if not documents:
            return None
        citations = CitationList(self._index, asked.language)
        every = {d.id: [(d, task) for task in self._registers.tasks([d])] for d in documents}
        own = {d.id: [(d, task) for task in tasks[d.id]] for d in documents}
        counts = [
            Count(asked, tally, own[d.id], every[d.id], citations, strings) for d in documents
        ]
        parts = [(d, *_of(count)) for d, count in zip(documents, counts, strict=True)]
        found = [(document, opening, lines) for document, opening, lines in parts if lines]
        if not found:
            nearest = nearest_sections(self._index, search, 3, asked.language)
            return refusal_from(asked, "no_evidence", parts[0][1], search, nearest)
        places = [(document, task) for document in documents for task in tasks[document.id]]
        closing = _groups(tally, asked, places, strings) if tally.kind == "all_bodies" else ""
        if tally.kind == "most_tasks" and LEADS.search(asked.core) and not _leads(places):
            closing = strings.no_lead
        notes = [strings.districts_left_out if tally.offices_only else "", closing]
        if tally.left_out:
            bodies = (organisation_for(body, place_of(documents[0])) for body in tally.left_out)
            name = names_of(bodies, asked.language, strings)
            notes.insert(0, strings.bodies_left_out.format(body=name))
        closing = strings.space.join(filter(None, notes))
        if len(found) == 1:
            document, opening, sentences = found[0]
            if len(sentences) == 1 and tally.kind in ("tasks_by_units", "most_units"):
                task = self._registers.task(document, citations.all()[0].ref)
                more = task_evidence(document, task, citations, asked.language) if task else ()
                sentences = [*sentences, *more]
        else:
            opening = strings.per_document.format(count=len(found))
            sentences = _apart(asked, tally, found, strings)
            if len(sentences) == len(found):
                closing = strings.ask_document
        return answer_from(asked, sentences, citations, search, opening=opening, closing=closing)

    def leaders(
        self, asked: Understanding, tally: Tally, scope: Sequence[Document]
    ) -> tuple[Organisation, ...]:
        """Give the bodies with the most tasks in all documents, or with the fewest."""
        places = self._registers.tasks_within(asked, scope)
        found = _by_body(places, tally)
        ranked = [len(tasks) for tasks in found.values()]
        best = (min if tally.fewest else max)(ranked, default=0)
        return tuple(
            organisation_for(body, place_of(tasks[0][0]))
            for body, tasks in found.items()
            if len(tasks) == best
        )


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted over the tasks of one document, and with what it is worded and cited."""

    asked: Understanding
    tally: Tally
    places: Sequence[Place]
    every: Sequence[Place]  # those of the whole document
    citations: CitationList
    strings: Strings

    @property
    def language(self) -> Language:
        """Give the language of the reply."""
        return self.asked.language

    def units(self, number: int) -> str:
        """Word a number of units, or of districts where only these are counted."""
        return count_units(number, self.strings, places_only=self.tally.places_only)

    def note(self, document: Document, task: Task, size: int) -> str:
        """Say in brackets how many units a task has, and which, where they are few."""
        told = self.units(size)
        if size <= FEW_UNITS and not self.tally.places_only:
            units = units_text(task.rows, document, self.language, self.strings)
            told += self.strings.colon + units
        return self.strings.note.format(text=told)

    def tasks(self, number: int) -> str:
        """Word a number of tasks."""
        return count_tasks(number, self.strings)

    @property
    def demands(self) -> str:
        """Word what lists must hold, by number and by kind: ``不少于3个``, ``no district``."""
        tally, strings = self.tally, self.strings
        is_bounded = tally.least is not None or tally.most is not None
        told = [self.bound(self.units)] if is_bounded else []
        if tally.kinds.districts is False:
            told.append(strings.kinds_no_district)
        elif tally.kinds.offices is False:
            told.append(strings.kinds_no_office)
        elif tally.kinds.districts:
            told.append(strings.kinds_both)
        return strings.final_and.join(told)

    def bound(self, word: Callable[[int], str]) -> str:
        """Word the bounds of the count: ``不少于3个``, ``at most 2 responsible units``."""
        tally, strings = self.tally, self.strings
        values = {"least": word(tally.least or 0), "most": word(tally.most or 0)}
        if tally.most is None:
            return strings.bound_least.format(**values)
        if tally.least is None:
            return strings.bound_most.format(**values)
        exact = tally.least == tally.most
        return (strings.bound_exact if exact else strings.bound_between).format(**values)

    def task_line(self, document: Document, task: Task, note: str = "") -> CitedSentence:
        """Name a task with the lists that prove it."""
        section = document.section(task.ref)
        assert section is not None
        return task_sentence(document, section, task.rows, self.citations, self.language, note)

    def body_line(
        self, text: str, tasks: Sequence[tuple[Document, Sequence[Row]]]
    ) -> CitedSentence:
        """Say something of a body with the lists that name it."""
        markers: list[int] = []
        for document, rows in tasks:
            section = document.section(rows[0].ref)
            assert section is not None
            markers += cite_rows(document, section, rows, self.citations)
        return CitedSentence(text, tuple(dict.fromkeys(markers)))


Counted = tuple[str, list[CitedSentence]]  # the line that says the count, and what is counted


def _of(count: Count) -> Counted:
    match count.tally.kind:
        case "most_tasks" | "bodies_by_tasks":
            return _bodies(count)
        case "tasks_by_bodies":
            return _tasks_by_bodies(count)
        case "bare_tasks":
            return _bare(count)
        case "all_bodies":
            return _all_bodies(count)
        case "most_units":
            return _most_units(count)
        case _:
            return _tasks(count)


def _apart(
    asked: Understanding,
    tally: Tally,
    found: Sequence[tuple[Document, str, list[CitedSentence]]],
    strings: Strings,
) -> list[CitedSentence]:
    """Word the counts document by document; where they are long, only how many there are."""
    names = document_names([document for document, _, _ in found], asked.language)
    long = sum(len(lines) for _, _, lines in found) > MOST_LINES
    sentences: list[CitedSentence] = []
    for document, opening, lines in found:
        markers = dict.fromkeys(marker for line in lines for marker in line.citations)
        proof = tuple(markers)[:HEADING_MARKERS]
        if long:
            units = tally.kind == "all_bodies"
            count = (count_units if units else count_tasks)(len(lines), strings)
            text = strings.ranking_line.format(body=names[document.id], tasks=count)
            sentences.append(CitedSentence(text, proof))
        else:
            text = f"{names[document.id]}{strings.colon}{opening}"
            sentences += [CitedSentence(text, proof, is_heading=True), *lines]
    return sentences


# Tasks by the number of their units


def _most_units(count: Count) -> Counted:
    tally, strings = count.tally, count.strings
    sizes = [len(tally.units(task)) for _, task in count.places]
    best = min(sizes) if tally.fewest else max(sizes)
    _, lines = _tasks(replace(count, tally=replace(tally, least=best, most=best)))
    template = strings.units_fewest if tally.fewest else strings.units_most
    return template.format(units=count.units(best)), lines


def _tasks(count: Count) -> Counted:
    tally, strings = count.tally, count.strings
    lines: list[CitedSentence] = []
    for document, task in count.places:
        size = len(tally.units(task))
        if tally.meets(task):
            note = "" if tally.kind == "all_tasks" else count.note(document, task, size)
            lines.append(count.task_line(document, task, note))
    tasks = count.tasks(len(lines))
    if tally.kind == "all_tasks":
        return strings.all_tasks.format(tasks=tasks), lines
    template = strings.tally_bounds if lines else strings.tally_none
    groups = strings.groups_left_out if tally.by_name else strings.groups_as_one
    return template.format(bound=count.demands, tasks=tasks, note=groups), lines


def _tasks_by_bodies(count: Count) -> Counted:
    """Give the tasks that name a body with as many tasks as are asked for, and say which."""
    tally, strings, language = count.tally, count.strings, count.language
    found = _by_body(count.every, tally)
    wanted = {body for body, tasks in found.items() if tally.holds(len(tasks))}
    lines: list[CitedSentence] = []
    for document, task in count.places:
        rows = [row for row in task.rows if row.body in wanted and not row.is_group]
        bodies = dict.fromkeys(body_name(r.body, document, language, strings) for r in rows)
        if bodies:
            note = strings.note.format(text=strings.name_comma.join(bodies))
            lines.append(count.task_line(document, task, note))
    bound, tasks = count.bound(count.tasks), count.tasks(len(lines))
    template = strings.tally_bodies if lines else strings.bodies_none
    return template.format(bound=bound, tasks=tasks, named=strings.named_unit), lines


def _bare(count: Count) -> Counted:
    """Give the sections of the document that name no responsible unit."""
    lines: list[CitedSentence] = []
    document = count.places[0][0]
    for section in document.sections:
        if section.ref == PREAMBLE or document.children(section.ref):
            continue
        spans = split_sentences(document.text, section.start, section.end)
        if section.ref not in document.lists and spans:
            marker = count.citations.cite(document, section, *spans[0])
            lines.append(CitedSentence(task_name(document, section, count.language), (marker,)))
    return count.strings.bare_tasks.format(tasks=count.tasks(len(lines))), lines


# Bodies by the number of their tasks


def _bodies(count: Count) -> Counted:
    tally, strings, language = count.tally, count.strings, count.language
    leads = bool(LEADS.search(count.asked.core)) and _leads(count.places)
    named = strings.named_lead if leads else strings.named_unit
    found = _by_body(count.places, tally, leads=leads)
    kept = _kept(tally, list(found.items()))
    names = [body_name(body, tasks[0][0], language, strings) for body, tasks in kept]
    lines = [
        count.body_line(
            strings.ranking_line.format(body=name, tasks=count.tasks(len(tasks))), tasks
        )
        for name, (_, tasks) in zip(names, kept, strict=True)
    ]
    if tally.kind == "bodies_by_tasks":
        template = strings.bodies_bounds if kept else strings.bodies_none
        bound = count.bound(count.tasks)
        return template.format(named=named, bound=bound, count=len(kept)), lines
    if tally.ranked and not tally.top:
        return strings.ranking_all.format(named=named), lines
    if tally.top and tally.top > 1:
        return strings.ranking_top.format(named=named, count=tally.top), lines
    if not kept:
        return strings.no_evidence, []
    template = strings.ranking_fewest if tally.fewest else strings.ranking_most
    bodies = strings.name_comma.join(names)
    return template.format(named=named, bodies=bodies, tasks=count.tasks(len(kept[0][1]))), lines


Body = tuple[str, list[tuple[Document, list[Row]]]]  # its name, and the rows of its tasks


def _kept(tally: Tally, bodies: Sequence[Body]) -> list[Body]:
    """Give the bodies that are asked for; those that share a place stay together."""
    if tally.kind == "bodies_by_tasks":
        return [body for body in bodies if tally.holds(len(body[1]))]
    order = 1 if tally.fewest else -1
    ranked = sorted(bodies, key=lambda body: order * len(body[1]))
    wanted = len(ranked) if tally.ranked and not tally.top else (tally.top or 1)
    kept: list[Body] = []
    for _, level in groupby(ranked, key=lambda body: len(body[1])):
        if len(kept) < wanted:
            kept += level
    return kept


def _all_bodies(count: Count) -> Counted:
    strings = count.strings
    lines: list[CitedSentence] = []
    for body, tasks in _by_body(count.places, count.tally).items():
        document, rows = tasks[0]
        name = body_name(body, document, count.language, strings)
        lines.append(count.body_line(name, [(document, rows[:1])]))
    template = strings.all_districts if count.tally.places_only else strings.all_bodies
    return template.format(count=len(lines)), lines


def _groups(tally: Tally, asked: Understanding, places: Sequence[Place], strings: Strings) -> str:
    every = [row for _, task in places for row in task.rows if row.is_group and row.counts]
    rows = [row for row in every if tally.counts(row.body, is_place=row.is_place)]
    if not rows:
        return ""
    return strings.all_groups.format(group=group_names(rows, asked.language))


def _by_body(
    places: Sequence[Place], tally: Tally, *, leads: bool = False
) -> dict[str, list[tuple[Document, list[Row]]]]:
    """Gather for each body, in order of first appearance, its tasks with the rows naming it."""
    found: dict[str, list[tuple[Document, list[Row]]]] = {}
    for document, task in places:
        rows_of: dict[str, list[Row]] = {}
        for row in task.rows:
            wanted = not row.is_group and tally.counts(row.body, is_place=row.is_place)
            if wanted and (not leads or row.role == "lead"):
                rows_of.setdefault(row.body, []).append(row)
        for body, rows in rows_of.items():
            found.setdefault(body, []).append((document, rows))
    return found


def _leads(places: Sequence[Place]) -> bool:
    return any(row.role == "lead" for _, task in places for row in task.rows)
