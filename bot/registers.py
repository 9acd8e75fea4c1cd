"""
The responsibility register of an index's documents.

The lists are read once into rows, so that every answer about them is complete, in the document's
order and counted.
"""

from collections.abc import Iterable, Iterator, Sequence

from bot.conditions import Conditions
from bot.headings import read_headings
from bot.looked_in import LookedIn, leaves_out_named, read_looked_in, without_part
from bot.name_places import may_print
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.document import Document
from corpus.enumerations import Enumeration, find_enumerations
from corpus.language import Language
from corpus.named_paths import resolve_all
from corpus.normalise import normalise
from corpus.organisations import (
    Organisation,
    english_unit,
    group_organisation,
    organisations_of,
    place_of,
)
from corpus.register import Task, read_register, tasks_of
from corpus.sections import Section
from corpus.traditional import simplify
from index.library import Index
from index.retriever import Hit, Search

Place = tuple[Document, Task]  # a task, and the document in which it stands


class Registers:
    """Reads the responsibility lists of an index's documents."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._last: tuple[str, frozenset[str], dict[str, LookedIn]] = ("", frozenset(), {})

    def tasks(self, scope: Iterable[Document]) -> tuple[Task, ...]:
        """Give every section with a list, in document order."""
        return tuple(task for document in scope for task in self._tasks_of(document))

    def task(self, document: Document, ref: str) -> Task | None:
        """Give a section's task; None where it has no list."""
        return next((t for t in self._tasks_of(document) if t.ref == ref), None)

    def tasks_meeting(
        self, conditions: Conditions, scope: Iterable[Document]
    ) -> tuple[tuple[str, str], ...]:
        """Give document and ref of the tasks that meet the conditions of a question."""
        return tuple(
            (task.document, task.ref)
            for document in scope
            for task in self._tasks_of(document)
            if conditions.rows_that_meet(task, place_of(document))
        )

    def tasks_within(self, asked: Understanding, scope: Sequence[Document]) -> tuple[Place, ...]:
        """Give the tasks of documents: those in the part that the question looks into, or all."""
        parts = {} if asked.named else self._parts(asked.core, scope)
        places: list[Place] = []
        for document in scope:
            tasks = self._tasks_of(document)
            if asked.named:
                below = self.tasks_below(document, resolve_all(document, asked.named))
                left_out = leaves_out_named(asked.core)
                tasks = tuple(t for t in tasks if t not in below) if left_out else below
            elif part := parts.get(document.id):
                below = self.tasks_below(document, [part.section])
                tasks = tuple(t for t in tasks if (t in below) != part.is_left_out)
            elif parts and not any(part.is_left_out for part in parts.values()):
                tasks = ()
            places += [(document, task) for task in tasks]
        return tuple(places)

    def without_part(self, question: str, scope: Sequence[Document]) -> str:
        """Give a question without the part that it looks into; the places of all else stay."""
        parts = self._parts(question, scope)
        return without_part(question, next(iter(parts.values()))) if parts else question

    def _parts(self, question: str, scope: Sequence[Document]) -> dict[str, LookedIn]:
        """Give the part that a question looks into, by document."""
        ids = frozenset(document.id for document in scope)
        of, within, parts = self._last  # asked for several times in one answer
        if (of, within) != (question, ids):
            headings = {d.id: self._index.derived(read_headings, d) for d in scope}
            found = {name: read_looked_in(question, own) for name, own in headings.items()}
            parts = {name: part for name, part in found.items() if part}
            self._last = (question, ids, parts)
        return parts

    def tasks_below(self, document: Document, sections: Sequence[Section]) -> tuple[Task, ...]:
        """Give the tasks of sections and of all that stands below them."""
        below = {s.ref for s in document.sections if any(n in document.path(s) for n in sections)}
        return tuple(task for task in self._tasks_of(document) if task.ref in below)

    def _tasks_of(self, document: Document) -> tuple[Task, ...]:
        return self._index.derived(_read_tasks, document)

    def organisations(self, scope: Sequence[Document]) -> tuple[Organisation, ...]:
        """Give every body in the lists of the documents in scope."""
        every = (body for document in scope for body in self._index.derived(_read_bodies, document))
        return tuple({(body.printed, body.place): body for body in every}.values())

    def is_printed(self, word: str, scope: Iterable[Document]) -> bool:
        """Say whether a word in normal form stands in documents or in their renderings."""
        return any(word in self._index.derived(_plain_text, document) for document in scope)

    def may_print(self, name: str, document: Document) -> bool:
        """Say whether a document may print a name in normal form: quick, for many documents."""
        return may_print(name, self._index.derived(_plain_text, document))

    # What refusals need

    def unit_names(self, hit: Hit, language: Language) -> tuple[str, ...]:
        """Name a section's responsible units in a language, those that have a name in it."""
        document = self._index.document(hit.document)
        units = document.responsible(hit.ref)
        if language == "zh":
            return units
        names = (english_unit(unit, place_of(document)) for unit in units)
        return tuple(name for name in names if name)

    def text(self, hit: Hit) -> str:
        """Give the text of a hit, source (in simplified characters) and rendering."""
        chunk = self._index.chunks[hit.chunk]
        rendering = self._index.document(hit.document).rendering
        return (
            f"{simplify(chunk.text)}\n{rendering.text(chunk.start, chunk.end) if rendering else ''}"
        )

    def evidence_text(self, search: Search, count: int = 3) -> str:
        """Give the text of the best sections, source and rendering."""
        parts: list[str] = []
        for hit in search.unraised[:count]:
            document = self._index.document(hit.document)
            enumerations = self._index.derived(find_enumerations, document)
            parts += [self.text(hit), *_enumerated_with(enumerations, hit, document)]
        return "\n".join(parts)


def _enumerated_with(
    enumerations: Iterable[Enumeration], hit: Hit, document: Document
) -> Iterator[str]:
    """Give the lead-ins and items that a hit's section opens or stands among."""
    for found in enumerations:
        if not found.is_heading and (hit.ref == found.ref or hit.ref in found.refs):
            yield document.plain[found.start : found.end]
            yield from (document.plain[item.start : item.end] for item in found.items)


def _plain_text(document: Document) -> str:
    rendering = document.rendering.sentences if document.rendering else ()
    return normalise("\n".join([document.text, *(sentence.text for sentence in rendering)]))


def _read_tasks(document: Document) -> tuple[Task, ...]:
    return tasks_of(read_register(document))


def _read_bodies(document: Document) -> tuple[Organisation, ...]:
    """Give the bodies of a document's lists, and the groups that a question may name."""
    groups = {row.body: row for row in read_register(document) if row.is_group and row.counts}
    place = place_of(document)
    named = (group_organisation(body, place, is_place=row.is_place) for body, row in groups.items())
    return (*organisations_of([document]), *named)


def count_tasks(count: int, strings: Strings) -> str:
    """Word a number of tasks: ``7项``, ``1 task``."""
    return strings.task_count_one if count == 1 else strings.task_count.format(count=count)


def count_units(count: int, strings: Strings, *, places_only: bool = False) -> str:
    """Word a number of units, or of districts: ``4个``, ``1 responsible unit``."""
    if places_only:
        one, many = strings.district_count_one, strings.district_count
    else:
        one, many = strings.unit_count_one, strings.unit_count
    return one if count == 1 else many.format(count=count)
