"""
The bodies that documents name, with the names that people use for them.

The table ``organisations.tsv`` gives, for a body as printed, its full name, its other Chinese
names and its English names. A body that stands in a responsibility list but not in the table is
known by its printed name, with and without 市 before and 人民政府 behind.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.document import Document
from corpus.normalise import normalise

GROUP = re.compile("(?:及|和)?(?:其他|各)?(?:有关|相关)(?:各)?(?:区县?|县区?|部门|单位|委局)")
TAIL = re.compile("(?:人民政府|管委会|等(?:有关)?(?:部门|单位)?)$")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: its name as printed, and every name by which a question may call it."""

    printed: str
    english: str | None
    names: tuple[str, ...]  # normalised, longest first


@cache
def known_organisations() -> tuple[Organisation, ...]:
    """Read the table of bodies."""
    path = files("corpus") / "organisations.tsv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    found: list[Organisation] = []
    for row in rows:
        names = [
            row["printed"],
            row["full"],
            *row["chinese"].split("|"),
            *row["english"].split("|"),
        ]
        english = row["english"].split("|")[0] or None
        found.append(Organisation(row["printed"], english, _names(names)))
    return tuple(found)


def _names(names: Iterable[str]) -> tuple[str, ...]:
    unique = {normalise(name) for name in names if name.strip()}
    return tuple(sorted(unique, key=lambda name: (-len(name), name)))


def unit_body(unit: str) -> str:
    """
    Give the body that a printed unit names, without group and tail.

    ``津南区及其他有关区人民政府 -> 津南区``, ``市农委等 -> 市农委``; a pure group gives "".
    """
    body = TAIL.sub("", GROUP.split(unit)[0]) if GROUP.search(unit) else TAIL.sub("", unit)
    return TAIL.sub("", body).strip()


def has_group(unit: str) -> bool:
    """Say whether a unit also names a group: 及其他有关区人民政府."""
    return bool(GROUP.search(unit))


def organisations_of(documents: Iterable[Document]) -> tuple[Organisation, ...]:
    """Give every body in the documents' responsibility lists, in order of first appearance."""
    table = {organisation.printed: organisation for organisation in known_organisations()}
    found: dict[str, Organisation] = {}
    for document in documents:
        for section in document.sections:
            for unit in document.responsible(section.ref):
                body = unit_body(unit)
                if len(body) >= 2 and body not in found:
                    plain = [body, body.removeprefix("市"), unit]
                    plain = [n for n in plain if len(n) >= 3 or n == body]
                    found[body] = table.get(body) or Organisation(body, None, _names(plain))
    return tuple(found.values())


def find_organisations(
    question: str, organisations: Iterable[Organisation]
) -> tuple[Organisation, ...]:
    """
    Find the bodies that a question names, in order, longest names first.

    A stretch of the question counts for one body only: 市委网信办 is not also 市委.
    """
    text = normalise(question)
    taken = [False] * len(text)
    found: list[tuple[int, Organisation]] = []
    names = sorted(
        ((name, o) for o in organisations for name in o.names), key=lambda pair: -len(pair[0])
    )
    for name, organisation in names:
        pattern = re.escape(name)
        if name.isascii():
            pattern = rf"(?<![a-z0-9]){pattern}(?![a-z0-9])"
        for match in re.finditer(pattern, text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
                found.append((match.start(), organisation))
    ordered = [organisation for _, organisation in sorted(found, key=lambda pair: pair[0])]
    return tuple(dict.fromkeys(ordered))


def sections_naming(document: Document, organisation: Organisation) -> tuple[str, ...]:
    """Give the refs of the sections whose responsibility lists print a body, in order."""
    return tuple(
        section.ref
        for section in document.sections
        if any(unit_body(u) == organisation.printed for u in document.responsible(section.ref))
    )


def sections_with_group(document: Document) -> tuple[str, ...]:
    """Give the refs of the sections whose lists end in a group such as 其他有关区."""
    return tuple(
        section.ref
        for section in document.sections
        if any(has_group(unit) for unit in document.responsible(section.ref))
    )
