"""
Whether documents are in force on a day: their own dates, and what others in the index say of them.

A document's term may have run out, another one may repeal, amend or extend it, or a newer text of
the same title may stand beside it. What is cited from such a document carries a notice.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bot.citations import english_ref, title_of
from bot.days import day_in
from bot.strings import Strings
from corpus.document import Document
from corpus.language import Language
from corpus.relations import Relation, number_key, same_document
from corpus.sections import PREAMBLE, Section
from corpus.title_forms import notice_of, title_key
from index.library import Index

State = Literal["repealed", "void", "expired", "pending", "in_force", "unstated"]
BY_OTHERS = ("repeals", "amends", "extends")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one document of the index says of another: the document, its words, since when."""

    document: Document
    relation: Relation

    @property
    def since(self) -> str | None:
        """Give the day from which it holds, where the document states one."""
        return self.document.effective or self.document.date


@dataclass(frozen=True, slots=True)
class Force:
    """
    How a document stands on a day.

    ``expires`` takes account of an extension by another document.
    """

    document: Document
    state: State
    expires: str | None = None
    repealed: Ruling | None = None
    extended: Ruling | None = None
    amended: Ruling | None = None
    newer: Document | None = None


class Validity:
    """Judges an index's documents; what they say of each other is read once."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def _rulings(self) -> dict[str, list[Ruling]]:
        """Map keys of titles and numbers to what the documents say of the ones so named."""
        found: dict[str, list[Ruling]] = defaultdict(list)
        for document in self._index.documents:
            for relation in document.relations:
                if relation.kind in BY_OTHERS:
                    for key in _keys([relation.title], relation.number):
                        found[key].append(Ruling(document, relation))
        return found

    @cached_property
    def _same_title(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = defaultdict(list)
        for document in self._index.documents:
            found[title_key(document.title)].append(document)
        return found

    def of(self, document: Document, today: datetime.date) -> Force:
        """Judge a document on a day."""
        day = today.isoformat()
        titles = tuple(t for t in (document.title, document.outer_title) if t)
        rulings = [
            ruling
            for ruling in self._about(titles, document.number)
            if ruling.document.id != document.id
            and (ruling.since or "") <= day
            and _is_later(ruling.document, document)
        ]
        extended = max(
            (r for r in rulings if r.relation.kind == "extends" and r.relation.date),
            key=lambda ruling: ruling.relation.date or "",
            default=None,
        )
        expires = document.expires
        if extended and (extended.relation.date or "") > (expires or ""):
            expires = extended.relation.date
        else:
            extended = None
        repealed = next((r for r in rulings if r.relation.kind == "repeals"), None)
        return Force(
            document,
            self._state(document, repealed, expires, day),
            expires,
            repealed,
            extended,
            next((r for r in rulings if r.relation.kind == "amends"), None),
            self._newer(document, day),
        )

    def notices(
        self,
        documents: Iterable[Document],
        today: datetime.date,
        language: Language,
        strings: Strings,
    ) -> tuple[str, ...]:
        """Say of each document that is cited what keeps it from being in force, or its age."""
        found: list[str] = []
        for document in documents:
            force = self.of(document, today)
            told = self.out_of_force(document, today, language, strings)
            if not told and force.amended:
                told = strings.amended.format(
                    title=title_of(document, language), by=_named(force.amended, language, strings)
                )
            if not told and force.extended:
                told = verdict(force, language, strings)
            if not told and force.newer:
                told = strings.newer.format(
                    title=title_of(document, language),
                    date=day_in(force.newer.date or "", language),
                )
            if told:
                found.append(told)
            if document.horizon and today.year > document.horizon:
                found.append(
                    strings.horizon.format(
                        title=title_of(document, language), year=document.horizon
                    )
                )
        return tuple(dict.fromkeys(found))

    def out_of_force(
        self, document: Document, today: datetime.date, language: Language, strings: Strings
    ) -> str:
        """Say what keeps a document from being in force; empty where nothing does."""
        force = self.of(document, today)
        return verdict(force, language, strings) if _is_out(force) else ""

    def _about(self, titles: tuple[str, ...], number: str | None) -> list[Ruling]:
        found = [r for key in _keys(titles, number) for r in self._rulings.get(key, ())]
        unique = {(r.document.id, r.relation.start, r.relation.kind): r for r in found}
        return [r for r in unique.values() if same_document(r.relation, titles, number)]

    def _newer(self, document: Document, day: str) -> Document | None:
        """Find the latest text of the same title, where both are dated."""
        dated = [
            other
            for other in self._same_title[title_key(document.title)]
            if other.date and document.date and document.date < other.date <= day
        ]
        return max(dated, key=lambda other: other.date or "", default=None)

    @staticmethod
    def _state(document: Document, repealed: Ruling | None, expires: str | None, day: str) -> State:
        if repealed:
            return "repealed"
        if any(clause.kind == "void" for clause in document.validity):
            return "void"
        if expires and expires < day:
            return "expired"
        if document.effective and document.effective > day:
            return "pending"
        return "in_force" if document.effective or expires else "unstated"


def verdict(force: Force, language: Language, strings: Strings) -> str:
    """Word how a document stands, with its dates."""
    title = title_of(force.document, language)
    effective = day_in(force.document.effective or "", language)
    expires = day_in(force.expires or "", language)
    if force.repealed and force.state == "repealed":
        return repeal(title, force.repealed, language, strings)
    match force.state:
        case "void":
            return strings.void.format(title=title)
        case "expired":
            return strings.expired.format(title=title, date=expires)
        case "pending":
            return strings.pending.format(title=title, date=effective)
        case "in_force" if expires:
            return strings.in_term.format(title=title, date=expires)
        case "in_force":
            return strings.in_force.format(title=title, date=effective)
        case _:
            return strings.force_unstated.format(title=title)


def repeal(title: str, ruling: Ruling, language: Language, strings: Strings) -> str:
    """Word that a document was repealed: by which one, where it says so, and since when."""
    message = strings.repealed.format(title=title, by=_named(ruling, language, strings))
    if ruling.since:
        message += strings.repealed_since.format(date=day_in(ruling.since, language))
    return message + strings.full_stop


def section_at(document: Document, offset: int) -> Section | None:
    """Find the section whose own text an offset lies in."""
    return next((s for s in document.sections if s.start <= offset < s.end), None)


def _named(ruling: Ruling, language: Language, strings: Strings) -> str:
    """Name a document with its number and the section that says so."""
    title = strings.titled.format(title=title_of(ruling.document, language))
    number = f"({ruling.document.number})" if ruling.document.number else ""
    section = section_at(ruling.document, ruling.relation.start)
    if section is None or section.ref == PREAMBLE:
        return title + (f" {number}" if number and language == "en" else number)
    if language == "en":
        return f"{title}{f' {number}' if number else ''}, {english_ref(ruling.document, section)}"
    is_part = section.level == 1 and not section.ref.startswith("第")
    return title + number + (f"第{section.ref}部分" if is_part else section.ref)


def _keys(titles: Iterable[str | None], number: str | None) -> set[str]:
    found = {number_key(number)} if number else set()
    for title in titles:
        if title:
            found |= {title_key(title), title_key(notice_of(title) or title)}
    return found


def _is_later(ruling: Document, document: Document) -> bool:
    """Say whether a document can speak of the other: it is not older, as far as both are dated."""
    return not (ruling.date and document.date) or ruling.date >= document.date


def _is_out(force: Force) -> bool:
    return force.state in ("repealed", "void", "expired", "pending")
