"""
The responsibility register: one row for every body and group of every list, as printed.

Everything that is asked of the lists (who, what, how many, how often) is read from these rows,
so that an answer is complete and in the document's order.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.document import Document
from corpus.responsibility import ResponsibilityList
from corpus.units import OPEN, read_unit

Role = Literal["lead", "joint"]


@dataclass(frozen=True, slots=True)
class Row:
    """
    One body, or one group of bodies, in one list.

    ``text[start:end]`` are its own words in the source, ``text[list_start:list_end]`` the list.
    """

    document: str
    ref: str
    heading: str  # of the section; in a table the row's task
    unit: str  # as printed, perhaps with others: 津南区及其他有关区人民政府
    body: str  # 津南区; of a group its name: 其他有关区, or 等
    is_group: bool
    is_place: bool  # a district, or a group of districts
    position: int  # in the list, from 1
    role: Role | None
    start: int
    end: int
    list_start: int
    list_end: int

    @property
    def counts(self) -> bool:
        """Say whether it counts as a unit: a group does, as one; a bare 等 does not."""
        return self.body != OPEN


@dataclass(frozen=True, slots=True)
class Task:
    """A section with lists: its rows, in printed order."""

    document: str
    ref: str
    rows: tuple[Row, ...]

    def units(
        self, *, places: bool = True, offices: bool = True, groups: bool = True
    ) -> tuple[str, ...]:
        """
        Give the names of its units, each once; a group is one unit.

        :param places: count districts
        :param offices: count the others
        :param groups: count groups
        """
        counted = (row for row in self.rows if row.counts and (groups or not row.is_group))
        wanted = (row.body for row in counted if (places if row.is_place else offices))
        return tuple(dict.fromkeys(wanted))


def read_register(document: Document) -> tuple[Row, ...]:
    """Read all the lists of a document into rows, in document order."""
    return tuple(
        row
        for section in document.sections
        for item in document.lists.get(section.ref, ())
        for row in _read_list(document.id, section.ref, item.topic or section.heading, item)
    )


def _read_list(document: str, ref: str, heading: str, item: ResponsibilityList) -> Iterable[Row]:
    position = 0
    for unit, start, end in _places(item):
        is_whole = end - start != len(unit)  # its parts stand in a stretch that lines break
        for part in read_unit(unit):
            position += 1
            span = (start, end) if is_whole else (start + part.start, start + part.end)
            yield Row(
                document,
                ref,
                heading,
                unit,
                part.name,
                part.is_group,
                part.is_place,
                position,
                "lead" if unit in item.lead else "joint" if unit in item.joint else None,
                item.start + span[0],
                item.start + span[1],
                item.start,
                item.end,
            )


def _places(item: ResponsibilityList) -> list[tuple[str, int, int]]:
    """
    Find where each unit stands in its list; a long unit before one that lies inside it.

    A name that the end of a line breaks is found over it; one that is not found has the whole list.
    """
    taken = [False] * len(item.text)
    found: list[tuple[str, int, int]] = []
    for unit in sorted(item.units, key=len, reverse=True):
        spans = _spans(unit, item.text)
        start, end = next((s for s in spans if not any(taken[slice(*s)])), (0, len(item.text)))
        if end - start < len(item.text):
            taken[start:end] = [True] * (end - start)
        found.append((unit, start, end))
    whole = (0, len(item.text))
    return sorted(found, key=lambda place: (place[1:] == whole, place[1]))


def _spans(unit: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands in a list, over line ends only where it stands on no line."""
    at = text.find(unit)
    if at < 0 and "\n" in text:
        yield from (match.span() for match in _over_lines(unit).finditer(text))
    while at >= 0:
        yield at, at + len(unit)
        at = text.find(unit, at + 1)


@lru_cache(maxsize=4_096)
def _over_lines(unit: str) -> re.Pattern[str]:
    """Compile the pattern of a name whose characters line ends may part."""
    return re.compile(r"(?:[^\S\n]*+\n\s*+)?".join(map(re.escape, unit)).replace(r"\ ", r"\s+"))


def tasks_of(rows: Iterable[Row]) -> tuple[Task, ...]:
    """Gather rows by section, in the order of their first row."""
    gathered: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        gathered.setdefault((row.document, row.ref), []).append(row)
    return tuple(Task(*key, tuple(found)) for key, found in gathered.items())


def bodies_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Give every body that rows name, each once, in order of first appearance; no groups."""
    return tuple(dict.fromkeys(row.body for row in rows if not row.is_group))
