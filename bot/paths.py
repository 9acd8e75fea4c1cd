"""From the numerals of a question to the section that they name."""

import re
from collections.abc import Sequence

from corpus.document import Document
from corpus.normalise import normalise
from corpus.numerals import numeral_to_int
from corpus.sections import PREAMBLE, Section


def section_number(section: Section) -> int | None:
    """Give a section's printed number: ``(四) -> 4``."""
    plain = re.sub(r"^(?:Chapter|Part|Section|Article)\s+", "", section.label, flags=re.IGNORECASE)
    plain = re.sub(r"[()（）]|^第|[编篇章节条]$|部分$|\.$", "", plain)
    try:
        return numeral_to_int(plain)
    except ValueError:
        return None


def resolve_path(document: Document, path: Sequence[str], question: str) -> Section | None:
    """
    Find the section that numerals name, outermost first.

    A single number beside a quoted heading means the child of that heading: “总体要求”第一条.
    """
    if not path:
        return None
    numbers = [_number(part) for part in path]
    articles = re.findall(r"第\s*([一二三四五六七八九十百]+|\d+)\s*条", question)
    for article in articles:
        for section in document.sections:
            if section.label.endswith("条") and section_number(section) == _number(article):
                return section
    if article := re.search(r"\barticle\s+(\d{1,3}|[IVXLC]+)\b", question, re.IGNORECASE):
        wanted = _number(article[1].upper())
        labelled = (s for s in document.sections if s.label.lower().startswith("article"))
        return next((s for s in labelled if section_number(s) == wanted), None)
    level = [s for s in document.sections if s.level == 1 and s.ref != PREAMBLE]
    if path[0] == "last":
        found = level[-1] if level else None
    elif len(path) == 1 and (parent := _quoted(document, question)):
        found = _child(document, parent.ref, numbers[0])
    else:
        found = next((s for s in level if section_number(s) == numbers[0]), None)
    for number in numbers[1:]:
        if found is None:
            return None
        found = _child(document, found.ref, number)
    return found


def _child(document: Document, ref: str, number: int | None) -> Section | None:
    return next((s for s in document.children(ref) if section_number(s) == number), None)


def _quoted(document: Document, question: str) -> Section | None:
    """Find a section with children whose heading stands in the question."""
    text = normalise(question)
    return next(
        (
            s
            for s in document.sections
            if len(s.heading) >= 4 and normalise(s.heading) in text and document.children(s.ref)
        ),
        None,
    )


def _number(part: str) -> int | None:
    try:
        return numeral_to_int(part.strip("()（）"))
    except ValueError:
        return None
