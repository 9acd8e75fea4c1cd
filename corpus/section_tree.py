"""
Which candidates are headings, and what lies under what.

All numbering families are read at once. A family that is open already takes up its level
again; a new one opens a level below the current one, unless the order of a plan
(一、 > (一) > 1. > (1) > ①) or what came before says that it stands above. Continuity rejects
false headings: a number must go on from the last one of its level, run on from the last one
of its family anywhere, or restart at one below a new parent. Real plans do all three.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clauses import CLAUSE, opening_clause
from corpus.heading_text import TITLED
from corpus.headings import ORDINALS, PLAN_ORDER, Candidate

PREAMBLE = "前言"
CHAPTERS = ORDINALS - {"条", "Article"}
SOON = 3  # decimal numbers that follow; a quantity at a line's start may be among them
MAX_GAP = 20  # numbers that may be missing from a text
AHEAD = 60  # candidates within which the next number of a level is looked for
CONTENTS_SHARE = 0.8  # of headings without text under them in a table of contents
BOX = "专栏"  # numbered through the whole text, with numbers of its own inside
IN_BOX = set(PLAN_ORDER[PLAN_ORDER.index(BOX) + 1 :])


@dataclass(slots=True)
class _Open:
    """A level that is open while reading: its family, last number and section."""

    family: str
    number: int
    ref: str
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate that is a section, with its place in the tree."""

    candidate: Candidate
    ref: str
    level: int
    parent: str | None


class TreeBuilder:
    """Reads candidates in order and keeps the levels that are open."""

    def __init__(self, text: str, candidates: Sequence[Candidate], bare: Sequence[bool]) -> None:
        self.text = text
        self.candidates = candidates
        self.bare = bare
        self.open: list[_Open] = []
        self.last: dict[str, int] = {}  # last number of each family, wherever it stood
        self.above: set[tuple[str, str]] = set()  # (outer, inner) pairs of families seen
        self.accepted: list[Accepted] = []
        self.refs: set[str] = set()
        self.warnings: list[str] = []
        self.part = 1  # texts in one file, each numbered from one
        self.outside: dict[str, int] = {}  # last numbers outside the box that is open
        self.ranks: dict[str, int] = {}
        self.following: list[Candidate | None] = []  # the next candidate of the same family
        coming: dict[str, Candidate] = {}
        for candidate in reversed(candidates):
            name = candidate.family.name
            self.following.append(coming.get(name))
            self.ranks[name] = candidate.family.depth
            coming[name] = candidate
        self.following.reverse()

    def read(self, position: int) -> None:
        """Accept or reject one candidate."""
        candidate = self.candidates[position]
        if candidate.family.name == "附件" and not self.accepted:
            return  # the whole text is an attachment; its line is part of the head
        if self._begins_part(position):
            self._begin_part(position)
        self._leave_box(position)
        depth = self._depth(position)
        sibling = self.open[depth] if depth < len(self.open) else None
        if not self._continues(position, sibling) and not self._open_clause(position, depth):
            where = self.open[-1].ref if self.open else PREAMBLE
            self.warnings.append(
                f"{candidate.label!r} at {candidate.start} does not continue the numbering; "
                f"read as text of {where}"
            )
            return
        depth = self._depth(position)
        del self.open[depth:]
        parent = self.open[-1].ref if self.open else None
        ref = self._ref(candidate, parent)
        if ref in self.refs:
            self.warnings.append(f"{ref} at {candidate.start} stands twice; the second is text")
            return
        for outer in self.open:
            self.above.add((outer.family, candidate.family.name))
        self.open.append(_Open(candidate.family.name, candidate.number, ref, candidate.parts))
        if candidate.family.name == BOX:
            self.outside = {name: n for name, n in self.last.items() if name in IN_BOX}
            self.last = {name: n for name, n in self.last.items() if name not in IN_BOX}
        self.last[candidate.family.name] = candidate.number
        self.refs.add(ref)
        self.accepted.append(Accepted(candidate, ref, len(self.open), parent))

    def _open_clause(self, position: int, depth: int) -> bool:
        """Open the paragraph of an article whose list begins again at one, if that is so."""
        candidate, following = self.candidates[position], self.following[position]
        goes_on = following is not None and following.number == 2
        if candidate.number != 1 or not goes_on or not depth:
            return False
        above = [level for level in self.open[:depth] if level.family != CLAUSE]
        if above[-1:] and above[-1].family != "条":
            return False
        article = next((i for i in self.accepted if above and i.ref == above[-1].ref), None)
        if article is None:
            return False
        starts = {c.start for c in self.candidates[:position] if c.start > article.candidate.start}
        clause = opening_clause(self.text, article.candidate, candidate, starts)
        ref = article.ref + clause.label if clause else ""
        if clause is None or ref in self.refs:
            return False
        del self.open[len(above) :]
        self.open.append(_Open(CLAUSE, clause.number, ref))
        self.refs.add(ref)
        self.accepted.append(Accepted(clause, ref, len(self.open), article.ref))
        return True

    def _leave_box(self, position: int) -> None:
        """
        Close an open box (专栏1) before what stands outside it, whose numbers go on from there.

        What has the next number of the box is in it, whatever the number outside it was.
        """
        box = next((n for n, level in enumerate(self.open) if level.family == BOX), None)
        if box is None:
            return
        candidate = self.candidates[position]
        name, number = candidate.family.name, candidate.number
        if name in IN_BOX or self._is_of_box(position):
            sibling = next((level for level in self.open[box:] if level.family == name), None)
            is_next = number == (sibling.number + 1 if sibling else 1)
            if is_next or number not in {1, self.outside.get(name, 0) + 1}:
                return
        del self.open[box:]
        self.last |= self.outside

    def _is_of_box(self, position: int) -> bool:
        """Say whether (一) stands in the open box: it goes on there, or the box is else empty."""
        if self.candidates[position].family.name != "(一)":
            return False
        last = self.open[-1].family
        return last == "(一)" or (last == BOX and self.bare[position - 1])

    def _depth(self, position: int) -> int:
        """Give the number of open levels that stay open above the candidate."""
        candidate = self.candidates[position]
        name = candidate.family.name
        if candidate.parts:
            return self._decimal_depth(candidate)
        box = next((n for n, level in enumerate(self.open) if level.family == BOX), -1)
        levels = list(enumerate(self.open))[box + 1 :]  # what a box encloses is in it
        for depth, level in levels:
            if level.family == name:
                return depth
        for depth, level in levels:
            if self._stands_above(name, level.family) and not self._goes_on_behind(position, level):
                return depth
        return len(self.open)

    def _goes_on_behind(self, position: int, level: _Open) -> bool:
        """Say whether 1. to 3. stand in an item (8) that (9) follows: no pair of them is known."""
        inner = self.candidates[position].family.name
        if (level.family, inner) != ("(1)", "1.") or (inner, level.family) in self.above:
            return False
        behind = self.candidates[position + 1 : position + 1 + AHEAD]
        following = next((c for c in behind if c.family.name == level.family), None)
        return following is not None and following.number == level.number + 1

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
        both = outer in ORDINALS and inner in ORDINALS
        return both and self.ranks[outer] < self.ranks[inner]

    def _begins_part(self, position: int) -> bool:
        """
        Say whether a second text begins, whose outermost numbers run from one again.

        The notice before a plan has sections too, or one file holds several notices.
        """
        candidate, following = self.candidates[position], self.following[position]
        if candidate.number != 1 or candidate.parts or following is None or following.number != 2:
            return False
        name = candidate.family.name
        return bool(self.open) and self.open[0].family == name and self.last.get(name, 0) > 1

    def _begin_part(self, position: int) -> None:
        """Begin a second text; what stood before is forgotten if it was a table of contents."""
        self.open.clear()
        self.last.clear()
        before = self.bare[: position - 1]
        if self.part == 1 and sum(before) >= CONTENTS_SHARE * len(before):
            self.accepted.clear()
            self.refs.clear()
            self.warnings.clear()
        else:
            self.part += 1

    def _continues(self, position: int, sibling: _Open | None) -> bool:
        """Check continuity; a gap passes only if the next number of the family bears it out."""
        candidate, following = self.candidates[position], self.following[position]
        name, number = candidate.family.name, candidate.number
        if name == "附件":
            return True
        if candidate.parts:
            return self._continues_decimals(position)
        before = sibling.number if sibling else self.last.get(name, number)
        if candidate.sub and number == before:
            return True
        expected = {self.last.get(name, 0) + 1}
        expected.add(sibling.number + 1 if sibling else 1)
        if number in expected:
            return True
        if sibling and number == 1:
            return False
        gap = min((number - e for e in expected if number > e), default=None)
        if gap is None or (gap > MAX_GAP and name in self.last):
            return False
        begins_late = name in TITLED and name not in self.last  # an excerpt from Chapter II on
        goes_on = following is not None and following.number == number + (not following.sub)
        if not begins_late and not goes_on:
            return False
        last = number - gap - 1 or "nothing"
        self.warnings.append(f"{candidate.label} follows {last}: {gap} missing from the text")
        return True

    def _continues_decimals(self, position: int) -> bool:
        """Check that 1.2 stands after 1.1 or after something below it, and 1.2.1 after 1.2."""
        candidate, following = self.candidates[position], self.following[position]
        before = next((level.parts for level in reversed(self.open) if level.parts), ())
        if _follows(before, candidate.parts):
            return len(candidate.parts) > 1 or self._is_borne_out(position)
        if following is None or not _follows(candidate.parts, following.parts):
            return False
        self.warnings.append(
            f"{candidate.label} follows {'.'.join(map(str, before)) or 'nothing'} in the text"
        )
        return True

    def _is_borne_out(self, position: int) -> bool:
        """Say whether a bare number is one of a decimal system: 2 soon before 2.1 or 3."""
        candidate = self.candidates[position]
        later = [c.parts for c in self.candidates[position + 1 :] if c.parts][:SOON]
        if not later:
            return candidate.number > 1
        return (*candidate.parts, 1) in later or (candidate.number + 1,) in later

    def _ref(self, candidate: Candidate, parent: str | None) -> str:
        """Give the printed path; articles stand alone below 编, 章 and 节."""
        name = candidate.family.name
        label = "".join(candidate.label.split())
        if name in {"Chapter", "Section", "Article"}:
            label = label.rstrip(".")
        above = {level.family for level in self.open}
        part = f"{self.part}:" if self.part > 1 else ""
        if name in {"条", "Article"} and above <= CHAPTERS:
            return part + label
        if name == "1." and above and above <= {"部", "分部"}:  # an ordinance's sections
            return part + label
        if not parent or candidate.parts or name == BOX:
            return part + label
        both = parent[-1] + label[0]
        is_glued = both.isdecimal() or all(letter in "IVXLC" for letter in both)
        return f"{parent}.{label}" if is_glued else parent + label


def _follows(before: tuple[int, ...], parts: tuple[int, ...]) -> bool:
    """Say whether a decimal number may come after another: 1.2.1 after 1.2, 1.3 after 1.2.1."""
    depth = len(parts)
    if parts[-1] == 1 and (not before or parts[:-1] == before):
        return True
    if parts[-1] == 1 and depth > 1 and _follows(before, parts[:-1]):
        return True  # 2.1 after 1.3, where 2 is printed in another way
    return depth <= len(before) and parts == (*before[: depth - 1], before[depth - 1] + 1)
