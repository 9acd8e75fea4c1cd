"""
Enumerations: a lead-in with the items below it (应当符合下列条件: (一) … (二) …).

The items are the sections below the lead-in's, or lines of the same section that open with a
number. A heading with nothing but numbered parts below it leads in too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Document
from corpus.sections import PREAMBLE, Section
from corpus.sentences import split_sentences, trim

LEAD = re.compile(r"(?:[:：]|(?:如下|下列|以下)[。.]?)[”’」』]?$")
NUMERAL = "[一二三四五六七八九十]{1,3}"
ITEM = re.compile(
    rf"[ \t\u3000]*(?:[(（](?:{NUMERAL}|\d{{1,2}})[)）]|{NUMERAL}、|\d{{1,2}}[.．、](?!\d)|[①-⑳])"
)
COMPLETE = re.compile(r"[。；;：:！？!?][”’」』）)]?\s*$")
# What announces items though more is said before they come: 符合以下3个条件之一,可申请补贴。补贴为…
PROMISES = re.compile(
    "(?:下列|以下|如下)[^。;；,，:：]{0,6}(?:条件|情形|情况|材料|资料|要求|对象|人员|程序|步骤)"
)
ANNOUNCES = re.compile("下列|以下|如下|之一")
DEEPEST = 3  # levels of items below a lead-in
FEWEST = 2  # items of an enumeration
CHAPTER = re.compile("[编篇章节]$|部分$")  # their titles lead in to articles, not to items


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its first paragraph, and the section that it stands in."""

    ref: str
    start: int
    end: int
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A lead-in, the section that prints it, and its items with those below them, in order."""

    ref: str
    start: int
    end: int
    items: tuple[Item, ...]
    is_heading: bool = False

    @property
    def count(self) -> int:
        """Give the number of items that stand directly below the lead-in."""
        return sum(item.depth == 1 for item in self.items)

    @property
    def refs(self) -> frozenset[str]:
        """Give the sections of the items."""
        return frozenset(item.ref for item in self.items)


def find_enumerations(document: Document) -> tuple[Enumeration, ...]:
    """Find the enumerations of a document, in its order."""
    found: list[Enumeration] = []
    for section in document.sections:
        if section.ref != PREAMBLE:
            found += _of_section(document, section)
    return tuple(found)


def _of_section(document: Document, section: Section) -> Iterator[Enumeration]:
    """Find the enumerations that open in a section's own text, and the one of its heading."""
    body = section.heading_end if section.heading else section.start
    spans = split_sentences(document.plain, body, section.end)
    children = document.children(section.ref)
    if not spans and len(children) >= FEWEST and not CHAPTER.search(section.label):
        start, end = trim(document.plain, section.start, section.heading_end)
        leads = bool(LEAD.search(document.plain[start:end]))
        items = _below(document, section, 1)
        yield Enumeration(section.ref, start, end, items, is_heading=not leads)
    if spans and not any(LEAD.search(document.plain[a:b]) for a, b in spans):
        promised = [span for span in spans if PROMISES.search(document.plain[slice(*span)])]
        items = _below(document, section, 1) if promised else ()
        if sum(item.depth == 1 for item in items) >= FEWEST:
            yield Enumeration(section.ref, *promised[-1], items)
    for place, (start, end) in enumerate(spans):
        if not LEAD.search(document.plain[start:end]):
            continue
        start = _opening(document.plain, spans[: place + 1])
        is_last = place + 1 == len(spans)
        items = _below(document, section, 1) if is_last else _lines(document, section, end)
        if sum(item.depth == 1 for item in items) >= FEWEST:
            yield Enumeration(section.ref, start, end, items)


def _opening(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """Give where a lead-in starts: 有下列情形之一的,处以罚款;逾期的,加处: is one of two parts."""
    for start, end in reversed(spans):
        if ANNOUNCES.search(text[start:end]):
            return start
        if text[start - 1 : start] not in (";", "；"):
            break
    return spans[-1][0]


def _below(document: Document, section: Section, depth: int) -> tuple[Item, ...]:
    """Give the sections below one as items, and what an item itself leads in to."""
    found: list[Item] = []
    for child in document.children(section.ref):
        start, end = _paragraph(document.plain, child.start, child.end)
        found.append(Item(child.ref, start, end, depth))
        if depth < DEEPEST and LEAD.search(document.plain[start:end]):
            found += _below(document, child, depth + 1)
    return tuple(found)


def _lines(document: Document, section: Section, start: int) -> tuple[Item, ...]:
    """Give the numbered paragraphs that follow a lead-in in its own section."""
    found: list[Item] = []
    at = trim(document.plain, start, section.end)[0]
    while at < section.end and ITEM.match(document.plain, at, section.end):
        span = _paragraph(document.plain, at, section.end)
        found.append(Item(section.ref, *span))
        at = trim(document.plain, span[1], section.end)[0]
    return tuple(found)


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the first paragraph of a span; a line that breaks off in a sentence runs on."""
    start, end = trim(text, start, end)
    stop = text.find("\n", start, end)
    while 0 <= stop < end:
        goes_on = text[stop + 1 : stop + 2].strip() and not ITEM.match(text, stop + 1, end)
        if COMPLETE.search(text, start, stop) or not goes_on:
            return trim(text, start, stop)
        stop = text.find("\n", stop + 1, end)
    return start, end
