"""A policy as read: its source text, sections, metadata and responsibility lists."""

import re
from dataclasses import dataclass, field, replace

from corpus.metadata import CONTENTS, Skipped, read_metadata
from corpus.rendering import Rendering
from corpus.responsibility import FIRST_LEADS, ResponsibilityList, find_lists
from corpus.sections import PREAMBLE, Section, parse_sections


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
    url: str | None = None
    cites: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    lists: dict[str, tuple[ResponsibilityList, ...]] = field(default_factory=dict)
    rendering: Rendering | None = None
    pages: tuple[int, ...] = ()

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
        return sum(start <= offset for start in self.pages) or 1


def parse_document(id: str, text: str, *, pages: tuple[int, ...] = ()) -> Document:  # noqa: A002
    """
    Parse a text into a document: head, section tree, responsibility lists.

    :param pages: offsets at which pages start, if the text was paged
    """
    contents = _contents_page(text)
    start = contents.end if contents else 0
    sections, _ = parse_sections(text, start)
    first = next((s.start for s in sections if s.ref != PREAMBLE), len(text))
    head = read_metadata(text, contents.start if contents else first)
    skipped = [span for span in head.skipped if not contents or span.end <= contents.start]
    if contents:
        skipped += [Skipped(head.body_start, contents.start, "title lines")]
        skipped.append(contents)
    foot = next((s.start for s in head.skipped if s.why == "web page foot"), len(text))
    skipped += [span for span in head.skipped if contents and span.start >= foot]
    sections, warnings = parse_sections(text, start if contents else head.body_start, foot)
    lists = {s.ref: found for s in sections if (found := find_lists(text, s.start, s.end))}
    if FIRST_LEADS.search(text):
        lists = {ref: tuple(_first_leads(item) for item in items) for ref, items in lists.items()}
    return Document(
        id=id,
        text=text,
        title=head.title or id,
        outer_title=head.outer_title,
        issuer=head.issuer,
        number=head.number,
        date=head.date,
        horizon=head.horizon,
        cites=head.cites,
        sections=sections,
        skipped=tuple(span for span in skipped if span.start < span.end),
        warnings=warnings,
        lists=lists,
        pages=pages,
    )


def _first_leads(item: ResponsibilityList) -> ResponsibilityList:
    return item if item.lead else replace(item, lead=item.units[:1], joint=item.units[1:])


def _contents_page(text: str) -> Skipped | None:
    """Find a contents page: a line 目录, then headings that all come again later."""
    at = 0
    for line in text[:20_000].split("\n"):
        if CONTENTS.match(line):
            break
        at += len(line) + 1
    else:
        return None
    position = at + len(line) + 1
    entries = 0
    while position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        entry = re.sub(r"[\s.…·\d]+$", "", text[position:stop]).strip()
        if entry and (len(entry) > 60 or text.count(entry, stop) == 0):
            break
        entries += bool(entry)
        position = stop + 1
    return Skipped(at, min(position, len(text)), "contents page") if entries >= 3 else None


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
    }


def with_metadata(document: Document, known: dict[str, object]) -> Document:
    """Replace what was read from the text by what is known of the document (metadata.json)."""
    fields = {key: tuple(v) if isinstance(v, list) else v for key, v in known.items()}
    return replace(document, **fields)
