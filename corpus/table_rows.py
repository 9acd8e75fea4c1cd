"""
The rows of a task table as sections, in a document that is nothing but such a table.

A spreadsheet of tasks has no headings: its rows are numbered, and a row across all columns opens
a group (``一、扩大需求``). The rows are its sections: ``一1``, ``一2``, ``二3`` …, each headed by
the first words of its task, if these name it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.formats import SPANNING
from corpus.normalise import normalise
from corpus.sections import PREAMBLE, Section
from corpus.tables import CELL, find_tables, rows_of
from corpus.unit_columns import Header, are_units, column_role, read_header

LEAST_ROWS = 3  # numbered rows of a table of tasks
GROUP = re.compile(
    r"[ |]*(?:(?P<outer>[一二三四五六七八九十]{1,3})[、.．]"
    r"|(?P<inner>[（(][一二三四五六七八九十]{1,3}[)）]))[ \u3000]*(?P<name>[^|。\n]{2,40})[ |]*"
)
FIRST_WORDS = re.compile(r"[^，,。；;\n]{2,40}(?=[，,。；;]|\Z)")
FIGURE = re.compile(r"\d(?!\d*年)")
QUOTED = re.compile("[“‘《][^“”‘’《》]*[”’》]")  # “1+4”体系 is a name
CLAUSE_ENDS = tuple("，,。；;")
FIGURES_SHARE = 0.25  # of tasks that state a figure first: 新增养老床位500张，…
LINE = re.compile("[^\n]+")


def read_row_sections(text: str, start: int = 0) -> tuple[Section, ...]:
    """
    Read the rows of the task tables of a text without headings as its sections.

    :returns: the sections in order, with the text before the first row as ``前言``; none where no
        table has numbered rows, tasks and a column of responsible units
    """
    sections: list[Section] = []
    refs: set[str] = set()
    part = 1
    for table in find_tables(text, start):
        found = _without_clauses(text, list(_of_table(text, *table)))
        if refs.intersection(section.ref for section in found):
            part += 1  # another table, numbered from one again
            found = [_in_part(section, part) for section in found]
        refs.update(section.ref for section in found)
        sections += found
    if sum(section.label.isdecimal() for section in sections) < LEAST_ROWS:
        return ()
    if len(refs) < len(sections):
        return ()  # the numbers tell no row
    first = sections[0].start
    if text[start:first].strip():
        sections.insert(0, Section(PREAMBLE, 1, "", "", start, first, start, None))
    stops = [section.start for section in sections[1:]] + [len(text)]
    return tuple(replace(s, end=stop) for s, stop in zip(sections, stops, strict=True))


def _without_clauses(text: str, rows: list[Section]) -> list[Section]:
    """Take the first clauses of tasks for text where many of them state a figure, not a name."""
    tasks = [row for row in rows if row.label.isdecimal() and row.heading]
    figures = sum(bool(FIGURE.search(QUOTED.sub("", row.heading))) for row in tasks)
    if figures < max(2, FIGURES_SHARE * len(tasks)):
        return rows
    return [
        replace(row, heading="", heading_end=row.heading_end - len(row.heading))
        if row.label.isdecimal() and text[row.heading_end : row.heading_end + 1] in CLAUSE_ENDS
        else row
        for row in rows
    ]


def _in_part(section: Section, part: int) -> Section:
    parent = section.parent and f"{part}:{section.parent}"
    return replace(section, ref=f"{part}:{section.ref}", parent=parent)


def _of_table(text: str, start: int, end: int) -> Iterator[Section]:
    """Yield the sections of one table, each up to the end of its own line."""
    header: Header | None = None
    groups: list[str] = []  # the refs of the groups that are open: 二, 二(一)
    above: list[str] = []  # the cells of the last row up to its number
    for line in LINE.finditer(text, start, end):
        found = GROUP.fullmatch(line[0])
        if header and found and (line[0].startswith(SPANNING) or CELL not in line[0].strip(" |")):
            label, above = normalise(found["outer"] or found["inner"]), []
            is_within = found["inner"] and groups and not groups[0].startswith("(")
            groups = groups[:1] if is_within else []
            name = found["name"].strip()
            stop = line.start() + found.start("name") + len(name)
            yield _below(groups, label, name, line.span(), stop)
            groups.append("".join(groups[-1:]) + label)
            continue
        cells = next(rows_of(text, *line.span()), None)
        if not cells:
            continue
        titles = [cell.text for cell in cells]
        named = [(n, role) for n, title in enumerate(titles) if (role := column_role(title))]
        if named and not any(map(are_units, titles)):
            header = (header.below(titles, named) if header else None) or read_header(titles, named)
            header = header.with_tasks(rows_of(text, line.end(), end))
            continue
        if header is None or header.topic_at is None:
            continue
        shift = header.shift(titles)
        number, topic = (header.number_at or 0) + shift, header.topic_at + shift
        if not 0 <= number < topic < len(cells) or not titles[number].isdecimal():
            continue
        if titles[: number + 1] == above:
            continue  # the number is merged over rows, which are one section
        above = titles[: number + 1]
        label = normalise(titles[number])
        words = FIRST_WORDS.match(titles[topic])
        heading = words[0] if words else ""
        stop = cells[topic].start + len(heading)
        yield _below(groups, label, heading, line.span(), stop)


def _below(
    groups: Sequence[str], label: str, heading: str, line: tuple[int, int], stop: int
) -> Section:
    """Make the section of a row that stands below the groups that are open."""
    parent = groups[-1] if groups else None
    return Section((parent or "") + label, len(groups) + 1, label, heading, *line, stop, parent)
