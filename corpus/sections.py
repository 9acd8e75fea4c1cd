"""
Build the section tree: which candidates are headings, and what lies under what.

All numbering families are read at once. A family that is open already takes up its level
again; a new one opens a level below the current one, unless the order of a plan
(一、 > (一) > 1. > (1) > ①) or what came before says that it stands above. Continuity rejects
false headings: a number must go on from the last one of its level, run on from the last one
of its family anywhere, or restart at one below a new parent. Real plans do all three.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.headings import ORDINALS, PLAN_ORDER, Candidate, find_candidates
from corpus.sentences import trim

PREAMBLE = "前言"
RUN_IN_LIMIT = 45  # characters of a heading that shares its line with its text
OWN_LINE_LIMIT = 60  # characters of a heading on a line of its own
SENTENCE_END = re.compile("[。！？：:]")
STARS = re.compile(r"[*_#\s]+")
CONTINUATION = re.compile(  # what follows the mark when it is a reference in running text
    r"[ ]*(?:规定|所列|所称|第[一二三四五六七八九十0-9]+[款项]|的(?:规定|要求)|要求|和第|、第|至第|之一|执行)"
)


@dataclass(frozen=True, slots=True)
class Section:
    """
    One headed unit of a document at any level.

    ``start`` and ``end`` enclose the section's own text, its number included and its children
    excluded; ``heading_end`` is where the heading ends and body text may begin.
    """

    ref: str
    level: int
    label: str
    heading: str
    start: int
    end: int
    heading_end: int
    parent: str | None


@dataclass(slots=True)
class _Open:
    """A level that is open while reading: its family, last number and section."""

    family: str
    number: int
    ref: str
    parts: tuple[int, ...] = ()


def parse_sections(
    text: str, start: int = 0, end: int | None = None
) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """
    Parse the section tree of ``text[start:end]``.

    Text before the first heading is the section ``前言``.

    :returns: the sections in document order, and warnings on what is doubtful
    """
    end = len(text) if end is None else end
    candidates = [c for c in find_candidates(text[:end], start) if not _is_reference(text, c)]
    builder = _Builder(candidates)
    for position in range(len(candidates)):
        builder.read(position)
    found = builder.accepted
    sections: list[Section] = []
    first = found[0][0].start if found else end
    if trim(text, start, first)[0] < trim(text, start, first)[1]:
        sections.append(Section(PREAMBLE, 1, "", "", start, first, start, None))
    elif found:
        first = start
    for position, (candidate, ref, level, parent) in enumerate(found):
        stop = found[position + 1][0].start if position + 1 < len(found) else end
        begin = first if position == 0 and not sections else candidate.start
        following = found[position + 1][3] if position + 1 < len(found) else None
        heading, heading_end = read_heading(text, candidate, stop, has_children=following == ref)
        sections.append(
            Section(ref, level, candidate.label, heading, begin, stop, heading_end, parent)
        )
    return tuple(sections), tuple(builder.warnings)


def _is_reference(text: str, candidate: Candidate) -> bool:
    """Say whether 第五条 opens a wrapped line of running text rather than an article."""
    if candidate.family.name not in ORDINALS:
        return False
    return bool(CONTINUATION.match(text, candidate.mark_end, candidate.line_end))


class _Builder:
    """Reads candidates in order and keeps the levels that are open."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self.open: list[_Open] = []
        self.last: dict[str, int] = {}  # last number of each family, wherever it stood
        self.above: set[tuple[str, str]] = set()  # (outer, inner) pairs of families seen
        self.accepted: list[tuple[Candidate, str, int, str | None]] = []
        self.refs: set[str] = set()
        self.warnings: list[str] = []

    def read(self, position: int) -> None:
        """Accept or reject one candidate."""
        candidate = self.candidates[position]
        if candidate.family.name == "附件" and not self.accepted:
            return  # the whole text is an attachment; its line is part of the head
        depth = self._depth(candidate)
        sibling = self.open[depth] if depth < len(self.open) else None
        if not self._continues(position, sibling):
            where = self.open[-1].ref if self.open else PREAMBLE
            self.warnings.append(
                f"{candidate.label!r} at {candidate.start} does not continue the numbering; "
                f"read as text of {where}"
            )
            return
        del self.open[depth:]
        parent = self.open[-1].ref if self.open else None
        ref = self._ref(candidate, parent)
        if ref in self.refs:
            self.warnings.append(f"{ref} at {candidate.start} stands twice; the second is text")
            return
        for outer in self.open:
            self.above.add((outer.family, candidate.family.name))
        self.open.append(_Open(candidate.family.name, candidate.number, ref, candidate.parts))
        self.last[candidate.family.name] = candidate.number
        self.refs.add(ref)
        self.accepted.append((candidate, ref, len(self.open), parent))

    def _depth(self, candidate: Candidate) -> int:
        """Give the number of open levels that stay open above the candidate."""
        name = candidate.family.name
        if candidate.parts:
            return self._decimal_depth(candidate)
        for depth, level in enumerate(self.open):
            if level.family == name:
                return depth
        for depth, level in enumerate(self.open):
            if self._stands_above(name, level.family):
                return depth
        return len(self.open)

    def _decimal_depth(self, candidate: Candidate) -> int:
        """Place 1.2.1 under 1.2: at the first open level that is not its prefix."""
        for depth, level in enumerate(self.open):
            parts = level.parts or ((level.number,) if level.family == "1." else ())
            if parts and parts != candidate.parts[: len(parts)]:
                return depth
            if parts and len(parts) >= len(candidate.parts):
                return depth
        return len(self.open)

    def _stands_above(self, outer: str, inner: str) -> bool:
        if outer == "附件":
            return True
        if (outer, inner) in self.above:
            return True
        if (inner, outer) in self.above:
            return False
        if outer in PLAN_ORDER and inner in PLAN_ORDER:
            return PLAN_ORDER.index(outer) < PLAN_ORDER.index(inner)
        return outer in ORDINALS and inner in ORDINALS and self._rank(outer) < self._rank(inner)

    def _rank(self, name: str) -> int:
        return next(c.family.depth for c in self.candidates if c.family.name == name)

    def _continues(self, position: int, sibling: _Open | None) -> bool:
        """Check continuity; a gap passes only if the next number of the family bears it out."""
        candidate = self.candidates[position]
        name, number = candidate.family.name, candidate.number
        if name == "附件" or candidate.parts:
            return True
        expected = {self.last.get(name, 0) + 1}
        expected.add(sibling.number + 1 if sibling else 1)
        if number in expected:
            return True
        if sibling and number == 1:
            return False
        gap = min((number - e for e in expected if number > e), default=None)
        if gap is None or gap > 20:
            return False
        following = (c for c in self.candidates[position + 1 :] if c.family.name == name)
        if next((c.number for c in following), None) != number + 1:
            return False
        self.warnings.append(
            f"{candidate.label} follows {number - gap - 1 or 'nothing'}: {gap} missing from the text"
        )
        return True

    def _ref(self, candidate: Candidate, parent: str | None) -> str:
        """Give the printed path; articles stand alone below 编, 章 and 节."""
        name = candidate.family.name
        label = candidate.label
        if name in {"Chapter", "Section", "Article"}:
            label = label.rstrip(".")
        above = {level.family for level in self.open}
        if name in {"条", "Article"} and above <= {"编", "部分", "章", "节", "Chapter", "Section"}:
            return label
        if not parent or candidate.parts:
            return label
        separator = " " if label[:1].isascii() and label[:1].isalpha() else ""
        if parent[-1:].isdigit() and label[:1].isdigit():
            separator = "."
        return f"{parent}{separator}{label}"


def read_heading(
    text: str, candidate: Candidate, stop: int, *, has_children: bool
) -> tuple[str, int]:
    """
    Read the heading behind a mark; headings here mostly share their line with the text.

    :param has_children: whether a section below this one follows

    :returns: the heading without number and closing 。 (empty where the number opens body
        text), and the offset behind it
    """
    start, end = trim(text, candidate.mark_end, min(candidate.line_end, stop))
    line = text[start:end]
    after = trim(text, min(candidate.line_end, stop), stop)
    family = candidate.family.name
    if family in {"章", "节", "编", "部分", "附件", "Chapter", "Section"}:
        return _tidy(line, spaced=True), end
    bracketed = re.match(r"[（(]([^）)。]{1,20})[)）]$", line)
    if family in {"条", "Article"} and bracketed:
        return bracketed[1], end
    stopped = SENTENCE_END.search(line)
    if stopped is None:
        if (
            line
            and _is_parent_style(family)
            and len(line) <= OWN_LINE_LIMIT
            and line[-1:] not in "；;，,、"
        ):
            return _tidy(line), end
        return "", candidate.mark_end
    first, rest = line[: stopped.start()], line[stopped.end() :].strip()
    if stopped[0] in ":：" and rest:
        return "", candidate.mark_end
    limit = 20 if family in {"条", "Article"} else RUN_IN_LIMIT
    if not rest:
        leads_on = has_children or after[0] < after[1]
        is_heading = (
            leads_on
            and _is_parent_style(family)
            and len(first) <= (RUN_IN_LIMIT if has_children else 16)
        )
        return (_tidy(first), start + stopped.end()) if is_heading else ("", candidate.mark_end)
    if len(first) > limit or _opens_bracketed_list(rest) or first.count("，") > 2:
        return "", candidate.mark_end
    if family in {"条", "Article", "(1)", "①"} and ("，" in first or "," in first):
        return "", candidate.mark_end
    return _tidy(first), start + stopped.end()


def _is_parent_style(family: str) -> bool:
    return family in {"一、", "(一)", "I."} or family.startswith("1.")


def _opens_bracketed_list(rest: str) -> bool:
    """Say whether all that follows the first sentence is one bracket: then it was the text."""
    return rest[:1] in "（(" and rest.rstrip("。")[-1:] in "）)" and "。" not in rest[:-1]


def _tidy(heading: str, *, spaced: bool = False) -> str:
    """Strip marks of bold type; close up letter-spaced headings such as 总 则."""
    heading = heading.strip("*_# \t\u3000\u2003").rstrip("。：:.")
    if spaced and re.fullmatch(r"(?:[\u4e00-\u9fff][ \u3000]+)+[\u4e00-\u9fff]", heading):
        return "".join(heading.split())
    return heading
