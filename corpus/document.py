"""A policy as read: its source text, sections, metadata and responsibility lists."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from corpus.contents_page import find_contents_page
from corpus.dates import is_day
from corpus.furniture import Skipped
from corpus.lead_rules import with_leads
from corpus.metadata import read_metadata
from corpus.relations import Relation
from corpus.rendering import Rendering
from corpus.responsibility import ResponsibilityList, find_lists
from corpus.sections import PREAMBLE, Section, parse_sections
from corpus.sentences import trim
from corpus.table_rows import read_row_sections
from corpus.traditional import as_printed, simplify
from corpus.validity import Clause

MANY_BRACKETS = 5  # sections that end with bodies in brackets, from which on these are lists
STATEMENT = re.compile("[。；;]|通过|公布")  # text before a contents page, beside the title
LONG_FOOT, FOOT_SHARE = 1_000, 0.2  # characters of a page's foot, and its share, to be looked at
FEW_LISTS = 3  # sections with a labelled list, from which on brackets without a label are read


@dataclass(frozen=True, slots=True)
class Document:
    """
    One policy document.

    ``text`` is the source as stored. Every character of it lies in exactly one section's own
    span or in exactly one skipped span. ``lists`` maps a section's ref to its responsibility
    lists in order.
    """

    id: str
    text: str
    title: str
    outer_title: str | None = None
    issuer: str | None = None
    drafters: tuple[str, ...] = ()
    number: str | None = None
    date: str | None = None
    posted: str | None = None
    horizon: int | None = None
    effective: str | None = None
    expires: str | None = None
    validity: tuple[Clause, ...] = ()
    relations: tuple[Relation, ...] = ()
    url: str | None = None
    cites: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    lists: dict[str, tuple[ResponsibilityList, ...]] = field(default_factory=dict)
    rendering: Rendering | None = None
    pages: tuple[int, ...] = ()

    @property
    def plain(self) -> str:
        """
        Give the text in simplified characters, each in its place: for reading by rule.

        What is shown is always cut from ``text``.
        """
        return simplify(self.text)

    def section(self, ref: str) -> Section | None:
        """Find a section by its ref; None where there is no such section."""
        return next((section for section in self.sections if section.ref == ref), None)

    def children(self, ref: str) -> tuple[Section, ...]:
        """Give the sections directly below a section, in order."""
        return tuple(section for section in self.sections if section.parent == ref)

    def path(self, section: Section) -> tuple[Section, ...]:
        """Give the section's ancestors, outermost first, and the section itself."""
        parent = self.section(section.parent) if section.parent else None
        return (*self.path(parent), section) if parent else (section,)

    def responsible(self, ref: str) -> tuple[str, ...]:
        """Give the units of all the section's lists, each once, in printed order."""
        units = (unit for found in self.lists.get(ref, ()) for unit in found.units)
        return tuple(dict.fromkeys(units))

    def lead(self, ref: str) -> tuple[str, ...]:
        """Give the units that the section names as leading (牵头)."""
        return tuple(dict.fromkeys(u for found in self.lists.get(ref, ()) for u in found.lead))

    def joint(self, ref: str) -> tuple[str, ...]:
        """Give the units that the section names as supporting (配合)."""
        return tuple(dict.fromkeys(u for found in self.lists.get(ref, ()) for u in found.joint))

    def page(self, offset: int) -> int | None:
        """Give the page of an offset, counted from 1; None without pages."""
        if not self.pages:
            return None
        return bisect_right(self.pages, offset) or 1


def parse_document(id: str, text: str, *, pages: tuple[int, ...] = ()) -> Document:  # noqa: A002
    """
    Parse a text into a document: head, section tree, responsibility lists.

    :param pages: offsets at which pages start, if the text was paged
    """
    plain = simplify(text)
    document = _parse(id, plain, pages)
    return document if plain == text else as_printed(document, text)


def _parse(id: str, text: str, pages: tuple[int, ...]) -> Document:  # noqa: A002
    page = find_contents_page(text)
    contents = Skipped(*page, "contents page") if page else None
    start = contents.end if contents else 0
    sections, _ = parse_sections(text, start)
    by_rows = all(section.ref == PREAMBLE for section in sections)
    if by_rows:
        sections = read_row_sections(text, start)
    first = next((s.start for s in sections if s.ref != PREAMBLE), len(text))
    head = read_metadata(text, contents.start if contents else first)
    skipped = [span for span in head.skipped if not contents or span.end <= contents.start]
    if contents:
        skipped.append(contents)
    foot = next((s.start for s in head.skipped if s.why == "web page foot"), len(text))
    skipped += [span for span in head.skipped if contents and span.start >= foot]
    start = start if contents else head.body_start
    sections, warnings = parse_sections(text, start, foot)
    if len(text) - foot > max(LONG_FOOT, FOOT_SHARE * len(text)):
        told = f"the {len(text) - foot} characters from {foot} on are skipped as a web page's foot"
        warnings = (*warnings, told)
    rows = read_row_sections(text, start) if by_rows else ()
    sections = rows or sections
    if contents:
        before = Section(
            PREAMBLE, 1, "", "", head.body_start, contents.start, head.body_start, None
        )
        if (
            sections
            and sections[0].ref != PREAMBLE
            and STATEMENT.search(text, before.start, before.end)
        ):
            sections = (before, *sections)
        else:
            skipped.append(Skipped(before.start, before.end, "title lines"))
    lists = _read_lists(text, sections, of_rows=bool(rows))
    return Document(
        id=id,
        text=text,
        title=head.title or id,
        outer_title=head.outer_title,
        issuer=head.issuer,
        drafters=head.drafters,
        number=head.number,
        date=head.date,
        horizon=head.horizon,
        effective=head.validity.effective,
        expires=head.validity.expires,
        validity=head.validity.clauses,
        relations=head.relations,
        cites=head.cites,
        sections=sections,
        skipped=_with_blanks(text, sections, skipped),
        warnings=warnings,
        lists=lists,
        pages=pages,
    )


def _with_blanks(
    text: str, sections: tuple[Section, ...], skipped: list[Skipped]
) -> tuple[Skipped, ...]:
    """Add the blanks that are in no section: after a page's head, where no section follows."""
    spans = [span for span in skipped if span.start < span.end]
    at = 0
    for start, end in sorted([*((s.start, s.end) for s in (*sections, *spans)), (len(text),) * 2]):
        first, last = trim(text, at, max(at, start))
        if at < start and first == last:
            spans.append(Skipped(at, start, "blank"))
        at = max(at, end)
    return tuple(sorted(spans, key=lambda span: span.start))


def _read_lists(
    text: str, sections: tuple[Section, ...], *, of_rows: bool
) -> dict[str, tuple[ResponsibilityList, ...]]:
    """
    Read the responsibility lists of each section that has any.

    Beside several lists with a label, brackets that hold only names of bodies count too, and
    without any where many sections end with one.

    :param of_rows: whether the sections are rows of tables, whose titles stand before them all
    """
    if of_rows:
        found = find_lists(text, sections[0].start, sections[-1].end)
        starts = [section.start for section in sections]
        own: dict[str, list[ResponsibilityList]] = {}
        for item in found:
            own.setdefault(sections[bisect_right(starts, item.start) - 1].ref, []).append(item)
        return with_leads(text, {ref: tuple(items) for ref, items in own.items()})
    lists = {s.ref: found for s in sections if (found := find_lists(text, s.start, s.end))}
    more = {s.ref: find_lists(text, s.start, s.end, unlabelled=True) for s in sections}
    more = {ref: found for ref, found in more.items() if found}
    if len(lists) >= FEW_LISTS or len(more) >= MANY_BRACKETS:
        lists = more
    return with_leads(text, lists)


def outline(document: Document) -> dict[str, object]:
    """Give the outline of a document as plain values for JSON."""
    return {
        "document": document.id,
        "title": document.title,
        "outer_title": document.outer_title,
        "issuer": document.issuer,
        "number": document.number,
        "date": document.date,
        "cites": list(document.cites),
        "sections": [
            {
                "ref": section.ref,
                "level": section.level,
                "heading": section.heading,
                "start": section.start,
                "end": section.end,
                "responsible": list(document.responsible(section.ref)),
                "lead": list(document.lead(section.ref)),
                "joint": list(document.joint(section.ref)),
                "responsible_text": "\n".join(
                    found.text for found in document.lists.get(section.ref, ())
                ),
            }
            for section in document.sections
        ],
        "skipped": [{"start": s.start, "end": s.end, "why": s.why} for s in document.skipped],
        "warnings": list(document.warnings),
        "effective": document.effective,
        "expires": document.expires,
        "horizon": document.horizon,
        "relations": [
            {"kind": r.kind, "title": r.title, "number": r.number, "start": r.start, "end": r.end}
            for r in document.relations
        ],
    }


def with_metadata(document: Document, known: dict[str, object]) -> Document:
    """
    Replace what was read from the text by what is known of the document (metadata.json).

    :raises ValueError: if one of the dates is no day
    """
    for name in ("date", "effective", "expires"):
        day = known.get(name)
        if day is not None and not (isinstance(day, str) and is_day(day)):
            raise ValueError(f"{name} must be a day such as 2024-06-30, was: {day!r}")
    fields = {key: tuple(v) if isinstance(v, list) else v for key, v in known.items()}
    return replace(document, **fields)
