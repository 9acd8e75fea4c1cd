"""From the numerals of a question to the section that they name."""

import re
from collections.abc import Sequence

from corpus.document import Document
from corpus.normalise import HAN, normalise
from corpus.numerals import numeral_to_int
from corpus.sections import PREAMBLE, Section

CN = "[一二三四五六七八九十]"
NUMBER = rf"(?:{CN}{{1,3}}|\d{{1,2}})"
ROMAN = r"[IVX]{1,5}"
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
CARDINALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
LAST = "last"
RUNNING = 10  # an item from this number on is counted through all parts: item 48
OUTER = ""  # before a path whose outermost part is not named: it is the child of a heading
# The order of the words; the levels are counted from the outermost that is there.
LEVELS = {
    "part": 1, "chapter": 2, "section": 3, "heading": 3, "subsection": 4, "item": 4, "point": 4,
    "paragraph": 4,
}  # fmt: skip
CHINESE_PART = "部分|章|编|篇|大点|大项|块"
CHINESE_STEP = "节|条|款|项|点|小点|小节|小项|小条|方面"
CHINESE = re.compile(
    rf"(?:最后|末)(?:一|1)?(?:个)?大?(?P<last>{CHINESE_PART}|{CHINESE_STEP})"
    rf"|第\s*[(（]?\s*(?P<number>{NUMBER})\s*[)）]?\s*大?(?P<unit>{CHINESE_PART}|{CHINESE_STEP})"
    rf"|(?<![第一二三四五六七八九十])(?P<bare>{CN}{{1,3}})部分(?=第|[(（]|{CN})"
    rf"|(?<=部分)(?P<step>{CN}{{1,3}})(?:条|项|点|节)"
    rf"|[(（]\s*(?P<bracket>{NUMBER})\s*[)）]\s*、?\s*(?P<item>\d{{1,2}}(?![\d年个万亿%]))?"
)
PRINTED = (
    re.compile(
        rf"(?<![第一二三四五六七八九十])({CN}{{1,3}})\s*、?\s*[(（]\s*({CN}{{1,3}})\s*[)）]\s*、?\s*(\d{{1,2}})?"
    ),
    re.compile(rf"(?<![A-Za-z.])({ROMAN})\s*[(（]\s*(\d{{1,2}})\s*[)）]\s*(\d{{1,2}})?(?!\d)"),
    re.compile(rf"(?<![A-Za-z.])({ROMAN})\.(\d{{1,2}})(?:\.(\d{{1,2}}))?(?![\d.])"),
    re.compile(r"(?<![\d.])([1-9])\.([1-9]\d?)\.([1-9]\d?)(?![\d.])"),
    re.compile(r"(?:\b[Ss]ection |\b[Pp]art |第)\s*([1-9])\.([1-9]\d?)()(?![\d.%])"),
    re.compile(
        rf"(?<![分一二三四五六七八九十])({CN})之({CN})(?:之({CN}))?(?=[讲说写是的里中?？ ])"
    ),
)
# What follows a printed path goes on from it: 二(二)的第3小点.
ON = re.compile(
    rf"^(?:的|里面?的?|中的?|下面?的?|之下的?)?第\s*(?P<number>{NUMBER})\s*(?:{CHINESE_STEP})"
)
ENGLISH_VALUE = rf"{ROMAN}|\d{{1,2}}|{'|'.join([*ORDINALS, *CARDINALS])}"
ENGLISH = re.compile(
    rf"\b(?P<word>{'|'.join(LEVELS)})s?\s+[\"'(“]*(?P<value>{ENGLISH_VALUE})\b[\"')”]*"
    r"(?:\s*\((?P<inner>\d{1,2})\)\s*(?P<innermost>\d{1,2})?)?"
    rf"|\b(?P<ordinal>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|last|final|closing)\s+"
    rf"(?P<what>{'|'.join(LEVELS)})\b",
    re.IGNORECASE,
)
RUNNING_ITEM = re.compile(r"\b(?:items?|points?|paragraphs?)\s+\(?\d{2}\b", re.IGNORECASE)


def find_path(text: str) -> tuple[str, ...]:
    """
    Find the section that a question names by its number, outermost numeral first.

    ``第二部分第四条 -> ("二", "四")``, ``二(一)3 -> ("二", "一", "3")``,
    ``"Part III, section (7)" -> ("III", "7")``, ``第三部分最后一条 -> ("三", "last")``. A path that
    begins with "" names no part: 第四条第三款 is ``("", "四", "三")``. Nothing found gives ().
    """
    for pattern in PRINTED:
        if found := pattern.search(text):
            steps = tuple(part for part in found.groups() if part)
            on = ON.match(text[found.end() :])
            return (*steps, on["number"]) if on else steps
    if article := re.search(r"\barticle\s+(\d{1,3}|[IVXLC]+)\b", text, re.IGNORECASE):
        return (article[1].upper(),)
    return _chinese_path(text) or _english_path(text)


def _chinese_path(text: str) -> tuple[str, ...]:
    steps: list[str] = []
    part = False
    units: list[str] = []
    for found in CHINESE.finditer(text):
        if found["last"]:
            steps.append(LAST)
            units.append(found["last"])
            part = part or (len(steps) == 1 and found["last"] in CHINESE_PART.split("|"))
        elif found["number"]:
            steps.append(found["number"])
            units.append(found["unit"])
            part = part or (len(steps) == 1 and found["unit"] in CHINESE_PART.split("|"))
        elif found["bare"]:
            steps.append(found["bare"])
            part = True
        elif found["step"]:
            steps.append(found["step"])
        elif steps:  # a bracket says nothing by itself
            steps += [step for step in (found["bracket"], found["item"]) if step]
    if part:
        return tuple(steps)
    named = "条" in units or (len(steps) > 1 and units) or ("项" in units and "(" in text)
    return (OUTER, *steps) if named else ()


def _english_path(text: str) -> tuple[str, ...]:
    """Find "Part II, section (5), item 2" in any order of the words."""
    steps: dict[int, list[str]] = {}
    for found in ENGLISH.finditer(text):
        word, value = found["word"] or found["what"], found["value"] or found["ordinal"]
        value = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", value.lower())
        if value in ("last", "final", "closing"):
            value = LAST
        number = str((ORDINALS | CARDINALS).get(value, value if value == LAST else value.upper()))
        inner = [step for step in (found["inner"], found["innermost"]) if step]
        level = LEVELS[word.lower()]
        if level == 3 and found["value"] and re.fullmatch(ROMAN, found["value"]):
            level = 1  # Section III (9): Roman numerals count parts
        if level in steps and steps[level] != [number, *inner]:
            return ()  # two sections are set against each other
        steps[level] = [number, *inner]
    found_steps = [step for level in sorted(steps) for step in steps[level]]
    if steps.keys() & {1, 2}:
        return tuple(found_steps)
    running = 4 in steps and steps[4][0].isdecimal() and int(steps[4][0]) >= RUNNING
    if len(steps) > 1 or running or (4 in steps and re.search(r"[“\"‘']", text)):
        return (OUTER, *found_steps)
    return tuple(found_steps) if 3 in steps else ()


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
    articles = re.findall(r"第\s*([一二三四五六七八九十百]+|\d+)\s*条", question)
    for article in articles:
        if section := _article(document, _number(article)):
            return section
    if article := re.search(r"\barticle\s+(\d{1,3}|[IVXLC]+)\b", question, re.IGNORECASE):
        return _article(document, _number(article[1].upper()))
    counted = articles or RUNNING_ITEM.search(question)
    if counted and len(path) == 2 and path[0] == OUTER:
        if section := _running(document, _number(path[1])):
            return section
    steps = list(path)
    found: Section | None = None
    if steps[0] == OUTER:
        steps.pop(0)
        found = _quoted(document, question)
        if found is None and not HAN.search(question):
            return None
    if found is None and steps:
        top = [s for s in document.sections if s.level == 1 and s.ref != PREAMBLE]
        found = _numbered(top, steps.pop(0))
        if found is None:
            return None
    for step in steps:
        found = _numbered(document.children(found.ref), step)
        if found is None:
            return None
    return found


def _article(document: Document, number: int | None) -> Section | None:
    """Find an article by its number, in a document of either language."""
    for section in document.sections:
        named = section.label.endswith("条") or section.label.lower().startswith("article")
        if named and section_number(section) == number:
            return section
    return None


def _running(document: Document, number: int | None) -> Section | None:
    """Find the item of a number where items are counted through all parts: (一) to (二十三)."""
    items = [section for section in document.sections if section.level == 2]
    numbers = [section_number(section) for section in items]
    runs = len({item.parent for item in items}) > 1 and numbers == [*range(1, len(items) + 1)]
    return items[number - 1] if runs and number and 0 < number <= len(items) else None


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
