"""
The responsibility register of an index's documents, and who is responsible for a topic.

The lists are read once into rows; every answer about them is complete, in the document's order
and counted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.citations import CitationList, answer_from, english_heading, english_ref, sentence_text
from bot.conditions import Conditions
from bot.evidence import EvidenceReader
from bot.headings import Heading, read_headings
from bot.plain_words import topics_as_written
from bot.reply import Answer, CitedSentence, Reply
from bot.role_words import LEADS, SUPPORTS
from bot.strings import Strings
from bot.task_wording import group_names, units_as_printed, units_text
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
from corpus.register import Role, Row, Task, read_register, tasks_of
from corpus.sections import Section
from index.lexical import words
from index.library import Index
from index.retriever import Hit, Search

RESPONSIBLE_MARGIN = 0.35
RESPONSIBLE_SECTIONS = 3
NEAR = 3  # the rank up to which a section may be what a question is about
PROMOTED = 5  # the rank up to which a section may be put first for what it prints
# A phrase that tells a section by being printed there: three characters, a name, several words.
TELLING = re.compile(r"[\u4e00-\u9fff]{3}|^[A-Z]|\w \w")
WHO_ELSE = re.compile(r"(?:还)?有(?:谁|哪些?单位)|\bwho (?:else|shares?)\b", re.IGNORECASE)
FEW = 2  # sections that print a phrase which is then told by it
LEAST_HEADING = 4  # characters of a heading by which a question may look into its part
NAMED_HEADING = 3  # characters of a heading that a question names as its topic
LOOKED_IN = '[」”"》]? ?(?:这一|这个|这|那|一)?(?:部分|章|里|中(?!心)|下|当中|之中|方面|这块)'


class Registers:
    """Reads the responsibility lists of an index's documents."""

    def __init__(self, index: Index) -> None:
        self._index = index

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

    def tasks_within(self, asked: Understanding, document: Document) -> tuple[Task, ...]:
        """Give a document's tasks: those below the section that the question names, or all."""
        tasks = self._tasks_of(document)
        if asked.named:
            return self._tasks_below(document, resolve_all(document, asked.named))
        text = normalise(asked.core)
        headings = self._index.derived(read_headings, document)
        looked_in = next((h.section for h in headings if _is_looked_in(text, h)), None)
        return self._tasks_below(document, [looked_in]) if looked_in else tasks

    def _tasks_below(self, document: Document, sections: Sequence[Section]) -> tuple[Task, ...]:
        """Give the tasks of sections and of all that stands below them."""
        below = {s.ref for s in document.sections if any(n in document.path(s) for n in sections)}
        return tuple(task for task in self._tasks_of(document) if task.ref in below)

    def _tasks_of(self, document: Document) -> tuple[Task, ...]:
        return self._index.derived(_read_tasks, document)

    def organisations(self, scope: Sequence[Document]) -> tuple[Organisation, ...]:
        """Give every body in the lists of the documents in scope."""
        every = (body for document in scope for body in self._index.derived(_read_bodies, document))
        return tuple({(body.printed, body.place): body for body in every}.values())

    # Who is responsible

    def best_task(self, asked: Understanding, search: Search) -> tuple[Document, Task] | None:
        """Give the task that a question is about; None where no list is near."""
        hits = self._listed(asked, search)
        if not hits:
            return None
        document = self._index.document(hits[0].document)
        task = self.task(document, hits[0].ref)
        return (document, task) if task else None

    def _listed(self, asked: Understanding, search: Search) -> list[Hit]:
        """
        Give the hits with lists, best first; none where no list is near.

        Of the first ones, those go before that alone print a name or a phrase of the question.
        """
        listed = [h for h in search.hits if self._index.document(h.document).lists.get(h.ref)]
        if not listed or listed[0].rank > NEAR:
            return []
        near = [hit for hit in listed if hit.rank <= PROMOTED]
        texts = [normalise(self._text(hit)) for hit in near]
        phrases = [topic for topic in topics_as_written(asked.core) if TELLING.search(topic)]
        holders = [[p for p, t in enumerate(texts) if normalise(phrase) in t] for phrase in phrases]
        votes = Counter(place for held in holders if 0 < len(held) <= FEW for place in held)
        order = sorted(range(len(near)), key=lambda place: -votes[place])
        return [*(near[place] for place in order), *listed[len(near) :]]

    def responsible(
        self, asked: Understanding, search: Search, reader: EvidenceReader, strings: Strings
    ) -> Answer | None:
        """Answer who is responsible from the lists of the best sections; None without any."""
        listed = self._listed(asked, search)
        if not listed:
            return None
        close = [
            hit
            for place, hit in enumerate(listed)
            if self._is_named(hit, asked)
            or (place < RESPONSIBLE_SECTIONS and hit.score >= listed[0].score - RESPONSIBLE_MARGIN)
        ]
        citations = CitationList(self._index, asked.language)
        places = [(self._index.document(hit.document), hit.ref) for hit in close]
        tasks = [(d, task) for d, ref in places if (task := self.task(d, ref))]
        answer = self._lists(asked, tasks, citations, strings)
        sentences = list(answer.sentences)
        document = self._index.document(close[0].document)
        section = document.section(close[0].ref)
        for sentence in reader.best_sentences(close[0], limit=1):
            text = sentence_text(document, sentence.start, sentence.end, asked.language)
            if text and section:
                marker = citations.cite(document, section, sentence.start, sentence.end)
                sentences.append(CitedSentence(text, (marker,)))
        return answer_from(
            asked, sentences, citations, search, opening=answer.opening, closing=answer.closing
        )

    def with_units(self, asked: Understanding, reply: Reply, strings: Strings) -> Reply:
        """Add who is responsible for the few tasks of an answer, where that is asked as well."""
        if not isinstance(reply, Answer) or not (
            asked.intent == "responsibility" or WHO_ELSE.search(asked.core)
        ):
            return reply
        cited = dict.fromkeys((citation.document, citation.ref) for citation in reply.citations)
        documents = [(self._index.document(document), ref) for document, ref in cited]
        tasks = [(d, task) for d, ref in documents if (task := self.task(d, ref))]
        told = {(d.id, item.start) for d, task in tasks for item in d.lists[task.ref]}
        if (
            len(cited) > FEW
            or not tasks
            or any((c.document, c.start) in told for c in reply.citations)
        ):
            return reply
        citations = CitationList(self._index, asked.language)
        sentences = citations.sentences_of(reply)
        lists = self._lists(asked, tasks, citations, strings)
        both = (*sentences, *lists.sentences)
        return replace(reply, sentences=both, citations=citations.all())

    def _is_named(self, hit: Hit, asked: Understanding) -> bool:
        """Say whether the question names a hit's section by its heading: 大数据和云计算由谁负责."""
        document = self._index.document(hit.document)
        section = document.section(hit.ref)
        if section is None:
            return False
        text, heading = normalise(asked.core), normalise(section.heading)
        if len(heading) >= NAMED_HEADING and heading in text:
            return True
        rendered = re.escape(normalise(english_heading(document, section)))
        return bool(rendered) and bool(re.search(rf"\b{rendered}\b", text))

    def responsible_for(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Give the lists of the sections that the question names by number, or of those below."""
        found = [(d, s) for d in scope if (s := resolve_all(d, asked.named))]
        if len(found) != 1:
            return None
        document, sections = found[0]
        citations = CitationList(self._index, asked.language)
        tasks = [(document, task) for task in self._tasks_below(document, sections)]
        if not tasks:
            return None
        answer = self._lists(asked, tasks, citations, strings)
        return answer_from(
            asked,
            answer.sentences,
            citations,
            search,
            opening=answer.opening,
            closing=answer.closing,
        )

    def _lists(
        self,
        asked: Understanding,
        tasks: Sequence[tuple[Document, Task]],
        citations: CitationList,
        strings: Strings,
    ) -> Answer:
        """Word the lists of tasks: of all units, or of those that lead or support."""
        role: Role | None = None
        if LEADS.search(asked.core):
            role = "lead"
        elif SUPPORTS.search(asked.core):
            role = "joint"
        known = any(row.role == role for _, task in tasks for row in task.rows)
        sentences: list[CitedSentence] = []
        for document, task in tasks:
            section = document.section(task.ref)
            assert section is not None
            for start in _lists_asked(asked, task):
                rows = [row for row in task.rows if row.list_start == start]
                wanted = [row for row in rows if row.role == role] if role else []
                text = self._list_text(document, section, rows, wanted, asked.language, strings)
                marker = citations.cite(document, section, start, rows[0].list_end)
                sentences.append(CitedSentence(text, (marker,)))
        closing = ""
        if role and not known:
            closing = strings.no_lead if role == "lead" else strings.no_joint
        opening = self._counts(tasks, asked.language, strings)
        return Answer(asked.question, asked.language, tuple(sentences), (), (), opening, closing)

    def _counts(
        self, tasks: Sequence[tuple[Document, Task]], language: Language, strings: Strings
    ) -> str:
        """Say how many units each task has: the line above the lists."""
        parts: list[str] = []
        for document, task in tasks:
            section = document.section(task.ref)
            assert section is not None
            heading, label = section.heading, section.ref
            if language == "en":
                heading, label = english_heading(document, section), english_ref(document, section)
            text = strings.responsible.format(
                heading=heading, ref=label, units=count_units(len(task.units()), strings)
            )
            parts.append(_without_empty_heading(text))
        groups = [row for _, t in tasks for row in t.rows if row.is_group and row.counts]
        joiner, colon = (";", ":") if language == "zh" else ("; ", ":")
        counted = ""
        if groups:
            note = strings.group_counted.format(group=group_names(groups, language))
            counted = f"({note})" if language == "zh" else f" ({note})"
        return joiner.join(parts) + counted + colon

    def _list_text(
        self,
        document: Document,
        section: Section,
        rows: Sequence[Row],
        wanted: Sequence[Row],
        language: Language,
        strings: Strings,
    ) -> str:
        """Word one list: the section's name, then the list as printed, or those of one role."""
        units = units_text(wanted, document, language) if wanted else None
        if units:
            label = strings.lead_label if wanted[0].role == "lead" else strings.joint_label
            units = f"{label}:{units}" if language == "zh" else f"{label}: {units}"
        else:
            units = units_as_printed(document, rows, language, strings)
        if language == "zh":
            heading = f"「{rows[0].heading}」" if rows[0].heading else ""
            return f"{heading}({section.ref}){units}"
        name, label = english_heading(document, section), english_ref(document, section)
        return f"“{name}” ({label}): {units}" if name else f"{label}: {units}"

    # What refusals need

    def unit_names(self, hit: Hit, language: Language) -> str:
        """Name a section's responsible units in a language; empty where it names none."""
        document = self._index.document(hit.document)
        units = document.responsible(hit.ref)
        if language == "zh":
            return "、".join(units)
        names = (english_unit(unit, place_of(document)) for unit in units)
        return ", ".join(name for name in names if name)

    def _text(self, hit: Hit) -> str:
        chunk = self._index.chunks[hit.chunk]
        rendering = self._index.document(hit.document).rendering
        return f"{chunk.text}\n{rendering.text(chunk.start, chunk.end) if rendering else ''}"

    def evidence_text(self, search: Search, count: int = 3) -> str:
        """Give the text of the best sections, source and rendering."""
        parts: list[str] = []
        for hit in search.hits[:count]:
            document = self._index.document(hit.document)
            enumerations = self._index.derived(find_enumerations, document)
            parts += [self._text(hit), *_enumerated_with(enumerations, hit, document)]
        return "\n".join(parts)


def _enumerated_with(
    enumerations: Iterable[Enumeration], hit: Hit, document: Document
) -> Iterator[str]:
    """Give the lead-ins and items that a hit's section opens or stands among."""
    for found in enumerations:
        if not found.is_heading and (hit.ref == found.ref or hit.ref in found.refs):
            yield document.text[found.start : found.end]
            yield from (document.text[item.start : item.end] for item in found.items)


def _read_tasks(document: Document) -> tuple[Task, ...]:
    return tasks_of(read_register(document))


def _read_bodies(document: Document) -> tuple[Organisation, ...]:
    """Give the bodies of a document's lists, and the groups that a question may name."""
    groups = {row.body: row for row in read_register(document) if row.is_group and row.counts}
    place = place_of(document)
    named = (group_organisation(body, place, is_place=row.is_place) for body, row in groups.items())
    return (*organisations_of([document]), *named)


def _lists_asked(asked: Understanding, task: Task) -> tuple[int, ...]:
    """Give where the lists of a task start; of a table's rows those that the question names."""
    headings = {row.list_start: row.heading for row in task.rows}
    if len(set(headings.values())) > 1:
        wanted = set(words(asked.core, asked.language))
        shared = {at: len(wanted.intersection(words(h, "zh"))) for at, h in headings.items()}
        most = max(shared.values())
        if most:
            return tuple(at for at, count in shared.items() if count == most)
    return tuple(headings)


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


def _is_looked_in(text: str, heading: Heading) -> bool:
    """Say whether a question looks into the part of a heading: 保障措施里, in part “Safeguards”."""
    plain, rendered = heading.plain, heading.rendered
    if len(plain) >= LEAST_HEADING and plain in text:
        return bool(re.search(re.escape(plain) + LOOKED_IN, text))
    if len(rendered) < LEAST_HEADING or rendered not in text:
        return False
    looked = rf"\b(?:part|section|chapter|under|in|within) [\"“']?(?:the )?{re.escape(rendered)}\b"
    return bool(re.search(looked, text))


def _without_empty_heading(text: str) -> str:
    """Drop the quotes around a heading that a section does not have."""
    return text.replace("「」", "").replace("“” ", "")
