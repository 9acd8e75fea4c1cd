"""From the numerals of a question to the section of a document that they name."""

import re
from collections.abc import Sequence

from corpus.document import Document
from corpus.normalise import HAN, normalise
from corpus.numerals import numeral_to_int
from corpus.paths import ANNEX, LAST, NUMBER, OUTER, annex_name
from corpus.sections import PREAMBLE, Section

ANNEXES = ("附件", "附表", "附录")
ARTICLE = re.compile(r"第\s*([一二三四五六七八九十百]+|\d+)\s*条")
ENGLISH_ARTICLE = re.compile(r"\barticle\s+(\d{1,3}|[IVXLC]+)\b", re.IGNORECASE)
PART = re.compile(r"部分|章|编|篇|\b(?:part|chapter)\b", re.IGNORECASE)
CLAUSES = ("款", "项", "項")  # what the label of an article's paragraph ends in
CLAUSE = re.compile(rf"条第?({NUMBER})(?:款|项(?=第))")
# The item of an article: 第十四条第(三)项, "Article 14(3)", "item 3 of Article 14".
ITEM = re.compile(
    rf"条(?:第[^条项]{{1,3}}款)?第?\s*[(（]?\s*({NUMBER})\s*[)）]?\s*(?:项|目)"
    rf"|条\s*[(（]\s*({NUMBER})\s*[)）]"
    r"|\barticle\s+\w+\s*\((\d{1,2})\)"
    r"|\b(?:item|point|sub-?paragraph|paragraph|clause)\s+\(?(\d{1,2})\b",
    re.IGNORECASE,
)


def section_number(section: Section) -> int | None:
    """Give a section's printed number: ``(四) -> 4``."""
    plain = re.sub(r"^(?:Chapter|Part|Section|Article)\s+", "", section.label, flags=re.IGNORECASE)
    plain = re.sub(r"[()（）]|^第|[编篇章节条款项]$|部分$|\.$", "", plain)
    try:
        return numeral_to_int(plain)
    except ValueError:
        return None


def resolve_path(document: Document, path: Sequence[str], question: str) -> Section | None:
    """
    Find the section that numerals name, outermost first.

    A single number beside a quoted heading means the child of that heading: “总体要求”第一条.
    Else it means the item so counted through all parts, or the outermost part.
    """
    if not path:
        return None
    if annex := ANNEX.match(path[0]):
        return _below(document, _annex(document, annex), path[1:], question)
    named = [_number(number) for number in ARTICLE.findall(question)]
    if article := ENGLISH_ARTICLE.search(question):
        named.append(_number(article[1].upper()))
    for number in named:
        section = _article(document, number)
        if section and (len(path) == 1 or path[0] == OUTER or _is_in(document, section, path[0])):
            return _item_of(document, section, question)
    if article and _has_articles(document):
        return None
    top = [s for s in document.sections if s.level == 1 and s.ref != PREAMBLE]
    if path[0] != OUTER:
        found = _numbered(top, path[0])
        if found is None and len(path) == 1 and not PART.search(question):
            return _running(document, path[0], question)
        return _below(document, found, path[1:], question)
    if quoted := _quoted(document, question):
        return _below(document, quoted, path[1:], question)
    if len(path) == 2 and (running := _running(document, path[1], question)):
        return running
    rows = [s for s in top if s.label.strip(".、").isdecimal()]
    found = _numbered(top if HAN.search(question) else rows, path[1]) if path[1:] else None
    return _below(document, found, path[2:], question)


def _below(
    document: Document, section: Section | None, steps: Sequence[str], question: str
) -> Section | None:
    """
    Go down from a section; a number that no child has may be one counted through its parts.

    "Part IV, item 17" is 四(十)17, but 四(十七) is not.
    """
    for step in steps:
        if section is None:
            return None
        found = _numbered(document.children(section.ref), step)
        if found is None and not re.search(rf"[(（]\s*{re.escape(step)}\s*[)）]", question):
            below = [s for s in document.sections if section in document.path(s)[:-1]]
            counted = [s for s in below if _number(step) and section_number(s) == _number(step)]
            found = counted[0] if len(counted) == 1 else None
        section = found
    return section


def _annex(document: Document, annex: re.Match[str]) -> Section | None:
    """Find the annex or the box of a kind and number; the only annex has no number of its own."""
    kind, number = annex["kind"], _number(annex["number"])
    found: Section | None = None
    for section in document.sections:
        label = normalise(section.label)
        own = ANNEX.match(label)
        if own is None and label.rstrip(":") == kind and number == 1:
            found = section
        if own and _number(annex_name(own)[2:]) == number:
            if annex_name(own).startswith(kind):
                return section
            found = found or (section if kind in ANNEXES and own["kind"] in ANNEXES else None)
    return found


def _article(document: Document, number: int | None) -> Section | None:
    """Find an article by its number, in a document of either language."""
    for section in document.sections:
        named = section.label.endswith("条") or section.label.lower().startswith("article")
        if named and section_number(section) == number:
            return section
    return None


def _has_articles(document: Document) -> bool:
    return any(
        s.label.endswith("条") or s.label.lower().startswith("article") for s in document.sections
    )


def _is_in(document: Document, section: Section, step: str) -> bool:
    return section_number(document.path(section)[0]) == _number(step)


def _item_of(document: Document, article: Section, question: str) -> Section:
    """Find the item of an article that a question names; the article where it names none."""
    item = ITEM.search(question)
    number = next((part for part in item.groups() if part), "") if item else ""
    children = document.children(article.ref)
    clauses = [s for s in children if s.label.endswith(CLAUSES)]
    named = CLAUSE.search(question)
    if clause := _numbered(clauses, named[1]) if named else None:
        return (_numbered(document.children(clause.ref), number) if number else None) or clause
    return _numbered([s for s in children if s not in clauses], number) or article


def _running(document: Document, step: str, question: str) -> Section | None:
    """
    Find the item of a number where items are counted through all parts: (一) to (二十三).

    Of two levels so counted the one is meant whose numbers are printed as the question prints
    its own, else the lower.
    """
    number = _number(step)
    counted: dict[str, list[Section]] = {}
    for section in document.sections:
        if section.level > 1 and not _in_annex(document, section):
            counted.setdefault(_form(section.label), []).append(section)
    found: dict[str, Section] = {}
    for form, items in sorted(counted.items(), key=lambda pair: pair[1][0].level):
        runs = [section_number(section) for section in items] == [*range(1, len(items) + 1)]
        if runs and len({item.parent for item in items}) > 1 and 0 < (number or 0) <= len(items):
            found[form] = items[(number or 0) - 1]
    asked = "(" if re.search(rf"[(（]\s*{re.escape(step)}\s*[)）]", question) else _form(step)
    if asked == "一" and asked not in found:
        asked = "("  # 第三条 is (三) before it is 3
    return found.get(asked) or next(reversed(found.values()), None)


def _form(label: str) -> str:
    """Give how a number is printed: in brackets, in figures or in Chinese numerals."""
    return "(" if label[0] in "(（" else "1" if label[0].isdecimal() else "一"


def _in_annex(document: Document, section: Section) -> bool:
    return bool(ANNEX.match(normalise(document.path(section)[0].label)))


def _numbered(sections: Sequence[Section], step: str) -> Section | None:
    """Find the section with a number among siblings, or the last of them."""
    if step == LAST:
        return sections[-1] if sections else None
    return next((s for s in sections if section_number(s) == _number(step)), None)


def _quoted(document: Document, question: str) -> Section | None:
    """Find a section with children whose heading stands in the question, or its rendering."""
    text = normalise(question)
    for section in document.sections:
        if not document.children(section.ref):
            continue
        names = [normalise(section.heading)]
        if document.rendering:
            span = (section.start, section.heading_end)
            rendered = document.rendering.overlapping(*span)
            names += [
                re.sub(r"^\W*\w{1,4}[.)]\s*", "", normalise(r.text)).rstrip(".") for r in rendered
            ]
        if any(len(name) >= 4 and name in text for name in names):
            return section
    return None


def _number(part: str) -> int | None:
    try:
        return numeral_to_int(part.strip("()（）"))
    except ValueError:
        return None
