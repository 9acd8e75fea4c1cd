"""
In which role, or where in a list, a body must be named: 科委牵头、网信办配合, "listed first".

Said of one of several bodies, it holds for that body alone: the one before it in its clause, or
the one behind it after "by" or 是. 参与但不牵头 wants every role but that one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.body_groups import MARK, STRONG, Frame, Group
from bot.role_words import EITHER_ROLE, FIRST, LEADS, SUPPORTS
from corpus.mentions import Mention
from corpus.register import Role, Row

NOT = re.compile(
    r"(?:不|没有?|未|并非|不是|非)(?:被)?(?:在|是|当|做|作为|由)?\W*$|"
    r"(?:\bnot|n['’]t|\bwithout|\bnever|\bdoes not|\bdo not)(?: \w+){0,2} ?$"
)
BEHIND = re.compile(
    rf"(?:单位|部门|方|者)?(?:是|为|由|:|写的?是|就是)?\s*(?:by |from |of |is |are |"
    rf": ?)?(?:the )?(?={MARK})",
    re.IGNORECASE,
)
LINK = re.compile(r"是|为|由|:|by|from|of|is|are", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Position:
    """What is asked of a body's place in a list."""

    role: Role | None = None
    first: bool = False
    is_not: bool = False  # anywhere but there

    def holds(self, row: Row, *, roles_told: bool = True) -> bool:
        """
        Say whether a row is in this place.

        :param roles_told: whether any list says who leads; where none does, roles do not matter
        """
        role = self.role if roles_told else None
        if role is None and not self.first:
            return True
        return (role in (None, row.role) and (not self.first or row.position == 1)) != self.is_not


def asks_either_role(frame: Frame) -> bool:
    """Say whether both roles of the same bodies are asked for: 牵头还是配合."""
    found = EITHER_ROLE.search(frame.text)
    return bool(found) and not re.search(MARK, found[0])


def read_positions(frame: Frame) -> tuple[tuple[Mention, Position], ...]:
    """Read the places that are asked of bodies; said of no body in its clause, it is of all."""
    if asks_either_role(frame):
        return ()
    wanted = [group for group in frame.groups if not group.is_excluded]
    found: dict[Mention, Position] = {}
    for position, start, end in _cues(frame.text):
        group = _placed(frame.text, start, end, wanted)
        for mention in (m for g in ([group] if group else wanted) for m in g.mentions):
            found.setdefault(mention, position)
    return tuple(found.items())


def _cues(text: str) -> Iterator[tuple[Position, int, int]]:
    for pattern, role, first in (
        (LEADS, "lead", False),
        (SUPPORTS, "joint", False),
        (FIRST, None, True),
    ):
        for match in pattern.finditer(text):
            is_not = bool(NOT.search(text[: match.start()]))
            yield Position(role, first, is_not), *match.span()


def _placed(text: str, start: int, end: int, wanted: list[Group]) -> Group | None:
    """Give the group that a cue is said of."""
    if inside := next((g for g in wanted if start <= g.start < end), None):
        return inside
    behind = BEHIND.match(text, end)
    if behind and LINK.search(behind[0]):
        return next((g for g in wanted if g.start == behind.end()), None)
    before = next((g for g in reversed(wanted) if g.end <= start), None)
    if before and not STRONG.search(text[before.end : start]):
        return before
    after = next((g for g in wanted if g.start >= end), None)
    return after if after and not STRONG.search(text[end : after.start]) else None
