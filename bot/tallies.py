"""Answers that count over all lists: how many units a task has, which unit has most tasks."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from bot.citations import CitationList, answer_from, nearest_sections
from bot.register_questions import LEADS, Tally
from bot.registers import Registers, count_tasks, count_units
from bot.reply import Answer, CitedSentence, Refusal
from bot.strings import Strings
from bot.task_wording import body_name, cite_rows, group_names, task_name, task_sentence
from bot.together import document_names
from bot.understanding import Understanding
from corpus.document import Document
from corpus.register import Row, Task
from corpus.sections import PREAMBLE
from corpus.sentences import split_sentences
from index.library import Index
from index.retriever import Search

Place = tuple[Document, Task]
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
        tasks = {d.id: self._registers.tasks_within(asked, d) for d in scope}
        documents = [document for document in scope if tasks[document.id]]
        if not documents:
            return None
        citations = CitationList(self._index, asked.language)
        parts = [
            (document, *self._of(asked, tally, places, citations, strings))
            for document in documents
            if (places := [(document, task) for task in tasks[document.id]])
        ]
        found = [(document, opening, lines) for document, opening, lines in parts if lines]
        if not found:
            nearest = nearest_sections(self._index, search, 3, asked.language)
            return Refusal(
                asked.question, asked.language, "no_evidence", parts[0][1], search.hits, nearest
            )
        places = [(document, task) for document in documents for task in tasks[document.id]]
        closing = self._groups(asked, places, strings) if tally.kind == "all_bodies" else ""
        if tally.kind == "most_tasks" and LEADS.search(asked.core) and not _leads(places):
            closing = strings.no_lead
        if len(found) == 1:
            _, opening, sentences = found[0]
        else:
            opening = strings.per_document.format(count=len(found))
            sentences = self._apart(asked, tally, found, strings)
            if len(sentences) == len(found):
                closing = strings.ask_document
        return answer_from(asked, sentences, citations, search, opening=opening, closing=closing)

    def _of(
        self,
        asked: Understanding,
        tally: Tally,
        places: Sequence[Place],
        citations: CitationList,
        strings: Strings,
    ) -> tuple[str, list[CitedSentence]]:
        """Count over the lists of one document."""
        match tally.kind:
            case "most_tasks" | "bodies_by_tasks":
                return self._bodies(asked, tally, places, citations, strings)
            case "bare_tasks":
                return self._bare(asked, places, citations, strings)
            case "all_bodies":
                return self._all_bodies(asked, tally, places, citations, strings)
            case _:
                return self._tasks(asked, tally, places, citations, strings)

    def _apart(
        self,
        asked: Understanding,
        tally: Tally,
        found: Sequence[tuple[Document, str, list[CitedSentence]]],
        strings: Strings,
    ) -> list[CitedSentence]:
        """Word the counts document by document; where they are long, only how many there are."""
        names = document_names([document for document, _, _ in found], asked.language)
        colon = ":" if asked.language == "zh" else ": "
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
                text = f"{names[document.id]}{colon}{opening}"
                sentences += [CitedSentence(text, proof, is_heading=True), *lines]
        return sentences

    # Tasks by the number of their units

    def _tasks(
        self,
        asked: Understanding,
        tally: Tally,
        places: Sequence[Place],
        citations: CitationList,
        strings: Strings,
    ) -> tuple[str, list[CitedSentence]]:
        sizes = [len(task.units(places_only=tally.places_only)) for _, task in places]
        if tally.kind == "most_units":
            best = min(sizes) if tally.fewest else max(sizes)
            tally = Tally("most_units", best, best, tally.fewest, places_only=tally.places_only)
            template = strings.units_fewest if tally.fewest else strings.units_most
            opening = template.format(
                units=count_units(best, strings, places_only=tally.places_only)
            )
        chosen = [(p, n) for p, n in zip(places, sizes, strict=True) if tally.holds(n)]
        count = count_tasks(len(chosen), strings)
        if tally.kind == "all_tasks":
            opening = strings.all_tasks.format(tasks=count)
        elif tally.kind == "tasks_by_units":
            units = partial(count_units, strings=strings, places_only=tally.places_only)
            bound = _bound(tally, units, strings)
            template = strings.tally_bounds if chosen else strings.tally_none
            opening = template.format(bound=bound, tasks=count)
        sentences: list[CitedSentence] = []
        for (document, task), size in chosen:
            section = document.section(task.ref)
            assert section is not None
            note = f"({count_units(size, strings, places_only=tally.places_only)})"
            note = note if asked.language == "zh" else f" {note}"
            note = "" if tally.kind == "all_tasks" else note
            sentences.append(
                task_sentence(document, section, task.rows, citations, asked.language, note)
            )
        return opening, sentences

    def _bare(
        self,
        asked: Understanding,
        places: Sequence[Place],
        citations: CitationList,
        strings: Strings,
    ) -> tuple[str, list[CitedSentence]]:
        """Give the sections of these documents that name no responsible unit."""
        sentences: list[CitedSentence] = []
        for document in dict((document.id, document) for document, _ in places).values():
            for section in document.sections:
                if section.ref == PREAMBLE or document.children(section.ref):
                    continue
                spans = split_sentences(document.text, section.start, section.end)
                if section.ref not in document.lists and spans:
                    marker = citations.cite(document, section, *spans[0])
                    name = task_name(document, section, asked.language)
                    sentences.append(CitedSentence(name, (marker,)))
        return strings.bare_tasks.format(tasks=count_tasks(len(sentences), strings)), sentences

    # Bodies by the number of their tasks

    def _bodies(
        self,
        asked: Understanding,
        tally: Tally,
        places: Sequence[Place],
        citations: CitationList,
        strings: Strings,
    ) -> tuple[str, list[CitedSentence]]:
        leads = bool(LEADS.search(asked.core)) and _leads(places)
        named = strings.named_lead if leads else strings.named_unit
        found = _by_body(places, tally.places_only, leads=leads)
        order = 1 if tally.fewest else -1
        ranked = sorted(found.items(), key=lambda item: order * len(item[1]))
        levels = [list(level) for _, level in groupby(ranked, key=lambda item: len(item[1]))]
        if tally.kind == "bodies_by_tasks":
            levels = [[item for item in found.items() if tally.holds(len(item[1]))]]
        every = tally.kind == "bodies_by_tasks" or (tally.ranked and not tally.top)
        wanted = len(ranked) if every else (tally.top or 1)
        kept: list[tuple[str, list[tuple[Document, list[Row]]]]] = []
        for level in levels:  # those that share a place stay together
            if len(kept) >= wanted:
                break
            kept += level
        sentences: list[CitedSentence] = []
        names: list[str] = []
        for body, tasks in kept:
            name = body_name(body, tasks[0][0], asked.language, strings)
            names.append(name)
            markers: list[int] = []
            for document, rows in tasks:
                section = document.section(rows[0].ref)
                assert section is not None
                markers += cite_rows(document, section, rows, citations)
            text = strings.ranking_line.format(body=name, tasks=count_tasks(len(tasks), strings))
            sentences.append(CitedSentence(text, tuple(dict.fromkeys(markers))))
        if tally.kind == "bodies_by_tasks":
            bound = _bound(tally, partial(count_tasks, strings=strings), strings)
            template = strings.bodies_bounds if kept else strings.bodies_none
            return template.format(named=named, bound=bound, count=len(kept)), sentences
        if tally.ranked and not tally.top:
            return strings.ranking_all.format(named=named), sentences
        if tally.top and tally.top > 1:
            return strings.ranking_top.format(named=named, count=tally.top), sentences
        if not kept:
            return strings.no_evidence, []
        template = strings.ranking_fewest if tally.fewest else strings.ranking_most
        joiner = "、" if asked.language == "zh" else "; "
        count = count_tasks(len(kept[0][1]), strings)
        return template.format(named=named, bodies=joiner.join(names), tasks=count), sentences

    def _all_bodies(
        self,
        asked: Understanding,
        tally: Tally,
        places: Sequence[Place],
        citations: CitationList,
        strings: Strings,
    ) -> tuple[str, list[CitedSentence]]:
        sentences: list[CitedSentence] = []
        found = _by_body(places, tally.places_only)
        for body, tasks in found.items():
            document, rows = tasks[0]
            section = document.section(rows[0].ref)
            assert section is not None
            name = body_name(body, document, asked.language, strings)
            sentences.append(CitedSentence(name, cite_rows(document, section, rows, citations)[:1]))
        template = strings.all_districts if tally.places_only else strings.all_bodies
        return template.format(count=len(found)), sentences

    def _groups(self, asked: Understanding, places: Sequence[Place], strings: Strings) -> str:
        rows = [row for _, task in places for row in task.rows if row.is_group and row.counts]
        if not rows:
            return ""
        return strings.all_groups.format(group=group_names(rows, asked.language))


def _by_body(
    places: Sequence[Place], places_only: bool, *, leads: bool = False
) -> dict[str, list[tuple[Document, list[Row]]]]:
    """Gather for each body, in order of first appearance, its tasks with the rows naming it."""
    found: dict[str, list[tuple[Document, list[Row]]]] = {}
    for document, task in places:
        rows_of: dict[str, list[Row]] = {}
        for row in task.rows:
            wanted = not row.is_group and (row.is_place or not places_only)
            if wanted and (not leads or row.role == "lead"):
                rows_of.setdefault(row.body, []).append(row)
        for body, rows in rows_of.items():
            found.setdefault(body, []).append((document, rows))
    return found


def _leads(places: Sequence[Place]) -> bool:
    return any(row.role == "lead" for _, task in places for row in task.rows)


def _bound(tally: Tally, word: Callable[[int], str], strings: Strings) -> str:
    """Word the bounds of a count: ``不少于3个``, ``at most 2 responsible units``."""
    values = {
        name: word(number or 0) for name, number in (("least", tally.least), ("most", tally.most))
    }
    if tally.most is None:
        return strings.bound_least.format(**values)
    if tally.least is None:
        return strings.bound_most.format(**values)
    exact = tally.least == tally.most
    return (strings.bound_exact if exact else strings.bound_between).format(**values)
