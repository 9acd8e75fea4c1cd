"""
Who is responsible for a topic or a section: whole lists, counted, with who leads where they tell.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from bot.citations import CitationList, answer_from, english_heading, english_ref, sentence_text
from bot.evidence import EvidenceReader
from bot.plain_words import topics_as_written
from bot.posts import answer_post
from bot.printed_tasks import PrintedTask, tasks_printing
from bot.registers import Registers, count_units
from bot.reply import Answer, Citation, CitedSentence, Reply
from bot.role_words import LEADS, SUPPORTS, TAKE_PART
from bot.seats import answer_seat
from bot.section_choices import of_topic
from bot.strings import Strings
from bot.task_wording import group_names, units_as_printed, units_text
from bot.understanding import Understanding
from corpus.document import Document
from corpus.language import Language
from corpus.named_paths import resolve_all
from corpus.normalise import fold_script, normalise
from corpus.quantities import MONEY, find_quantities
from corpus.register import Role, Row, Task
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
MANY_TASKS = 8  # tasks that print a topic; one that more of them print tells none of them
SHOWN = 4  # tasks up to which each is given with its sentence
NAMED_HEADING = 3  # characters of a heading that a question names as its topic


def _quotes(citation: Citation, document: str, start: int) -> bool:
    """Say whether a citation holds the list that starts at an offset of a document."""
    return citation.document == document and citation.start <= start < citation.end


def _text_of(printed: PrintedTask) -> str:
    section = printed.document.section(printed.task.ref)
    return printed.document.plain[section.start : section.end] if section else ""


def _sums(text: str) -> set[float]:
    """Give the sums of money that a text states, in whichever language."""
    return {quantity.value for quantity in find_quantities(text) if quantity.unit in MONEY}


class Responsible:
    """Answers who is responsible, over one index."""

    def __init__(self, index: Index, registers: Registers) -> None:
        self._index = index
        self._registers = registers

    def best_task(self, asked: Understanding, search: Search) -> tuple[Document, Task] | None:
        """Give the task that a question is about; None where no list is near."""
        hits = self._listed(asked, search)
        if not hits:
            return None
        document = self._index.document(hits[0].document)
        task = self._registers.task(document, hits[0].ref)
        return (document, task) if task else None

    def _listed(self, asked: Understanding, search: Search) -> list[Hit]:
        """
        Give the hits with lists, best first; none where no list is near.

        Of the first ones, those go before that alone print a name or a phrase of the question, or
        state a sum that it names.
        """
        listed = [h for h in search.hits if self._index.document(h.document).lists.get(h.ref)]
        if not listed or listed[0].rank > NEAR:
            return []
        near = [hit for hit in listed if hit.rank <= PROMOTED]
        texts = [normalise(self._registers.text(hit)) for hit in near]
        phrases = [topic for topic in topics_as_written(asked.core) if TELLING.search(topic)]
        holders = [[p for p, t in enumerate(texts) if normalise(phrase) in t] for phrase in phrases]
        named = _sums(asked.core)
        holders.append([p for p, t in enumerate(texts) if named & _sums(t)])
        votes = Counter(place for held in holders if 0 < len(held) <= FEW for place in held)
        order = sorted(range(len(near)), key=lambda place: -votes[place])
        return [*(near[place] for place in order), *listed[len(near) :]]

    def responsible(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | None:
        """
        Answer who is responsible; None where no list is near.

        A section headed by the topic answers alone; else all tasks that print the topic do, and
        where none or too many print it those of the best sections. Where a body has its seat and
        which post heads a group is told by a sentence.
        """
        for told in (answer_post, answer_seat):
            if found := told(asked, search, reader, strings):
                return found
        listed = self._listed(asked, search)
        if not listed:
            return None
        if not any(self._is_named(hit, asked) for hit in listed):
            printing = self._printing(asked, listed, scope)
            if printing:
                return self._each(asked, printing, search, strings)
        close = [
            hit
            for place, hit in enumerate(listed)
            if self._is_named(hit, asked)
            or (place < RESPONSIBLE_SECTIONS and hit.score >= listed[0].score - RESPONSIBLE_MARGIN)
        ]
        citations = CitationList(self._index, asked.language)
        places = [(self._index.document(hit.document), hit.ref) for hit in close]
        tasks = [(d, task) for d, ref in places if (task := self._registers.task(d, ref))]
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

    def _printing(
        self, asked: Understanding, listed: Sequence[Hit], scope: Sequence[Document]
    ) -> tuple[PrintedTask, ...]:
        """Give the tasks that print what is asked about, where that tells them and one is near."""
        best = self._index.document(listed[0].document)
        near = {(hit.document, hit.ref) for hit in listed if hit.rank <= PROMOTED}
        for documents in (scope, (best,)):
            every = ((d, task) for d in documents for task in self._registers.tasks([d]))
            named = _sums(asked.core)
            printing = tasks_printing(asked.core, every, self._registers.may_print)
            found = tuple(printing if named else islice(printing, MANY_TASKS + 1))
            found = tuple(p for p in found if named & _sums(_text_of(p))) or found
            if len(found) <= MANY_TASKS:
                is_near = any((p.document.id, p.task.ref) in near for p in found)
                return found if is_near else ()
        return ()

    def _each(
        self,
        asked: Understanding,
        printing: Sequence[PrintedTask],
        search: Search,
        strings: Strings,
    ) -> Answer:
        """Give every task that prints the topic with its list, and its sentence where few do."""
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        answers: list[Answer] = []
        for found in printing:
            answers.append(self._lists(asked, [(found.document, found.task)], citations, strings))
            sentences += answers[-1].sentences
            section = found.document.section(found.task.ref)
            span = (found.start, found.end)
            text = sentence_text(found.document, *span, asked.language)
            if text and section and len(printing) <= SHOWN:
                marker = citations.cite(found.document, section, *span)
                sentences.append(CitedSentence(text, (marker,)))
        opening = answers[0].opening
        if len(printing) > 1:
            topic = strings.comma.join(topics_as_written(asked.core))
            opening = strings.tasks_printing.format(topic=topic, count=len(printing))
        closing = answers[0].closing if all(answer.closing for answer in answers) else ""
        return answer_from(asked, sentences, citations, search, opening=opening, closing=closing)

    def with_units(self, asked: Understanding, reply: Reply, strings: Strings) -> Reply:
        """Add who is responsible for the few tasks of an answer, where that is asked as well."""
        if not isinstance(reply, Answer) or not (
            asked.intent == "responsibility" or WHO_ELSE.search(fold_script(asked.core))
        ):
            return reply
        cited = dict.fromkeys((citation.document, citation.ref) for citation in reply.citations)
        documents = [(self._index.document(document), ref) for document, ref in cited]
        tasks = [(d, task) for d, ref in documents if (task := self._registers.task(d, ref))]
        lists = [(d.id, item.start) for d, task in tasks for item in d.lists[task.ref]]
        if (
            len(cited) > FEW
            or not tasks
            or any(_quotes(citation, *place) for citation in reply.citations for place in lists)
        ):
            return reply
        citations = CitationList(self._index, asked.language)
        sentences = citations.sentences_of(reply)
        told = self._lists(asked, tasks, citations, strings)
        both = (*sentences, *told.sentences)
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
        every = [(d, s) for d in scope if (s := resolve_all(d, asked.named))]
        found = of_topic(every, asked.core)
        if len(found) != 1:
            return None
        document, sections = found[0]
        citations = CitationList(self._index, asked.language)
        tasks = [(document, task) for task in self._registers.tasks_below(document, sections)]
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
        """Word the lists of tasks: of all units, or of those alone that lead or support."""
        told: Role | None = None  # the role of which it is said that no list tells it
        question = fold_script(asked.core)
        if LEADS.search(question):
            told = "lead"
        elif SUPPORTS.search(question):
            told = "joint"
        role = None if told == "lead" and TAKE_PART.search(question) else told
        known = any(row.role == told for _, task in tasks for row in task.rows)
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
        if told and not known:
            closing = strings.no_lead if told == "lead" else strings.no_joint
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
        counted = ""
        if groups:
            note = strings.group_counted.format(group=group_names(groups, language))
            counted = strings.note.format(text=note)
        return f"{strings.semicolon.join(parts)}{counted}:"

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
        units = units_text(wanted, document, language, strings) if wanted else None
        if units:
            label = strings.lead_label if wanted[0].role == "lead" else strings.joint_label
            units = f"{label}{strings.colon}{units}"
        else:
            units = units_as_printed(document, rows, language, strings)
        if language == "zh":
            heading = f"「{rows[0].heading}」" if rows[0].heading else ""
            return f"{heading}({section.ref}){units}"
        name, label = english_heading(document, section), english_ref(document, section)
        return f"“{name}” ({label}): {units}" if name else f"{label}: {units}"


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


def _without_empty_heading(text: str) -> str:
    """Drop the quotes around a heading that a section does not have."""
    return re.sub(r"“” \(((?:[^()]|\([^()]*\))*)\)", r"\1", text).replace("「」", "")
