"""How tasks, units and groups of the register are worded and cited in a reply."""

from collections.abc import Iterable, Sequence

from bot.citations import (
    CitationList,
    certain_heading,
    english_heading,
    english_ref,
    sentence_text,
)
from bot.reply import CitedSentence
from bot.strings import Strings
from corpus.document import Document
from corpus.language import Language
from corpus.organisations import (
    Organisation,
    english_group,
    english_unit,
    organisation_for,
    place_of,
)
from corpus.register import Row, Task
from corpus.responsibility import joined
from corpus.sections import Section
from corpus.sentences import on_one_line, split_sentences
from corpus.tables import CELL
from corpus.units import GOVERNMENT


def is_table_row(section: Section, rows: Sequence[Row]) -> bool:
    """Say whether rows of the register stand in a row of a table, which is a task of its own."""
    return rows[0].heading != section.heading


def task_name(
    document: Document, section: Section, language: Language, rows: Sequence[Row] = ()
) -> str:
    """
    Name a task by its section: ``二(一)4 加强知识产权保护``, ``Part II (1) 4 Strengthen …``.

    A section without a heading is named by its first sentence, a row of a table by its task.
    """
    if rows and is_table_row(section, rows):
        heading = on_one_line(rows[0].heading)
        if language == "zh":
            return f"{section.ref} {heading}"
        return f"{english_ref(document, section)} {certain_heading(heading)}".strip()
    if language == "en":
        return f"{english_ref(document, section)} {english_heading(document, section)}".strip()
    return f"{section.ref} {section.heading or _first_sentence(document, section)}".strip()


def _first_sentence(document: Document, section: Section) -> str:
    spans = split_sentences(document.text, section.start, section.end)
    return on_one_line(document.text, *spans[0]).removeprefix(section.label).lstrip(".．、 ")


def _row_around(document: Document, start: int, end: int) -> tuple[int, int]:
    """Widen a span of cells to their row."""
    stop = document.text.find("\n", end)
    return document.text.rfind("\n", 0, start) + 1, len(document.text) if stop < 0 else stop


def cite_rows(
    document: Document, section: Section, rows: Sequence[Row], citations: CitationList
) -> tuple[int, ...]:
    """Cite the lists in which rows stand, each once; of a table the whole row."""
    spans = dict.fromkeys((row.list_start, row.list_end) for row in rows)
    if rows and is_table_row(section, rows):
        spans = dict.fromkeys(_row_around(document, *span) for span in spans)
    return tuple(citations.cite(document, section, *span) for span in spans)


def task_sentence(
    document: Document,
    section: Section,
    rows: Sequence[Row],
    citations: CitationList,
    language: Language,
    note: str = "",
) -> CitedSentence:
    """Word one task of a list of tasks, with the lists that prove it."""
    markers = cite_rows(document, section, rows, citations)
    return CitedSentence(task_name(document, section, language, rows) + note, markers)


def task_evidence(
    document: Document, task: Task, citations: CitationList, language: Language
) -> list[CitedSentence]:
    """Give what a task says, sentence by sentence without its lists: a short answer explained."""
    section = document.section(task.ref)
    assert section is not None
    lists = document.lists[section.ref]
    found: list[CitedSentence] = []
    for start, end in split_sentences(document.text, section.heading_end, section.end):
        text = sentence_text(document, start, end, language)
        if text and not any(u.start < end and start < u.end for u in lists):
            marker = citations.cite(document, section, start, end)
            found.append(CitedSentence(text, (marker,)))
    return found


def body_name(body: str, document: Document, language: Language, strings: Strings) -> str:
    """Name a body in the reply's language; one without an English name is told to be quoted."""
    if language == "zh":
        return body
    return organisation_for(body, place_of(document)).english or strings.body_unnamed


def names_of(bodies: Iterable[Organisation], language: Language, strings: Strings) -> str:
    """Name bodies in the reply's language, each once: ``市财政局、市国税局和市地税局``."""
    if language == "zh":
        names = [body.printed for body in bodies]
    else:
        names = [body.english or strings.body_unnamed for body in bodies]
    *first, last = dict.fromkeys(names) or [""]
    return strings.final_and.join([strings.comma.join(first), last]) if first else last


def english_units(units: Sequence[str], document: Document) -> tuple[str, ...]:
    """Give the English names of a document's units; a unit without one keeps its printed name."""
    place = place_of(document)
    return tuple(english_unit(unit, place) or unit for unit in units)


def units_text(
    rows: Sequence[Row], document: Document, language: Language, strings: Strings
) -> str:
    """Name the units of rows; one without an English name keeps its printed one."""
    units = tuple(dict.fromkeys(row.unit for row in rows))
    return strings.name_comma.join(units if language == "zh" else english_units(units, document))


def role_note(rows: Sequence[Row], strings: Strings) -> str:
    """Say in brackets in which role rows name their bodies; nothing where no list tells."""
    labels = {"lead": strings.lead_label, "joint": strings.joint_label}
    told = dict.fromkeys(labels[row.role] for row in rows if row.role)
    return strings.note.format(text=strings.comma.join(told)) if told else ""


def group_names(rows: Iterable[Row], language: Language) -> str:
    """Name the groups of rows, each once: ``其他有关区``, ``other relevant districts``."""
    if language == "zh":
        return "」「".join(dict.fromkeys(GOVERNMENT.sub("", row.body) for row in rows))
    names = (english_group(row.body, place=row.is_place) for row in rows)
    return "”, “".join(dict.fromkeys(names))


def units_as_printed(
    document: Document, rows: Sequence[Row], language: Language, strings: Strings
) -> str:
    """Give a whole list as printed, or as rendered; else its units' names by their roles."""
    start, end = rows[0].list_start, rows[0].list_end
    section = document.section(rows[0].ref)
    if CELL in document.text[start:end] or (section and is_table_row(section, rows)):
        return _by_role(document, rows, language, strings)
    if language == "zh":
        return joined(document.text[start:end])
    if rendered := sentence_text(document, start, end, "en"):
        return rendered.strip("()")
    return _by_role(document, rows, language, strings)


def _by_role(document: Document, rows: Sequence[Row], language: Language, strings: Strings) -> str:
    """Word units by their roles; the cells of a table are without the labels of their columns."""
    parts: list[str] = []
    labels = {"lead": strings.lead_label, None: strings.units_label, "joint": strings.joint_label}
    for role, label in labels.items():
        own = [row for row in rows if row.role == role]
        if own:
            units = units_text(own, document, language, strings)
            parts.append(f"{label}{strings.colon}{units}")
    return strings.semicolon.join(parts)
