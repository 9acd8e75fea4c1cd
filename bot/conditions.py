"""What a question about bodies' tasks demands of a task beside the bodies that it names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.body_groups import read_frame
from bot.body_positions import Position, asks_either_role, read_positions
from bot.counted_bodies import read_needed
from bot.list_kinds import NO_KINDS
from bot.plain_words import NO_TITLES, TitleWords
from bot.register_questions import Tally, read_tally
from bot.role_words import ALONE, EACH_ALONE, ONLY_NAMED
from corpus.mentions import Mention
from corpus.normalise import normalise
from corpus.organisations import Organisation
from corpus.register import Role, Row, Task
from corpus.units import is_place


@dataclass(frozen=True, slots=True)
class Conditions:
    """The bodies that a list must name, those that it must not, and how it must name them."""

    wanted: tuple[Mention, ...]
    excluded: tuple[Mention, ...] = ()
    least: int = 1  # how many of those wanted a list must name
    most: int | None = None
    alone: bool = False  # no body but these
    only_district: bool = False  # no district but these
    positions: tuple[tuple[Mention, Position], ...] = ()  # where in a list bodies must stand
    either_role: bool = False  # each is told with its role
    roles_told: bool = True  # some list says who leads
    tally: Tally | None = None

    @property
    def only_bodies(self) -> bool:
        """Say whether all tasks of bodies are wanted, so that groups matter, in whatever role."""
        plain = replace(self, positions=(), either_role=False, roles_told=True)
        return bool(self.wanted) and not self.first and plain == Conditions(self.wanted)

    @property
    def role(self) -> Role | None:
        """Give the one role that is asked of all bodies wanted."""
        roles = {self.position(mention).role for mention in self.wanted}
        is_not = any(position.is_not for _, position in self.positions)
        return next(iter(roles)) if len(roles) == 1 and not is_not else None

    @property
    def first(self) -> bool:
        """Say whether all bodies wanted must stand first in a list."""
        places = [self.position(mention) for mention in self.wanted]
        return bool(places) and all(place.first and not place.is_not for place in places)

    def position(self, mention: Mention) -> Position:
        """Give the place in a list that is asked of a body."""
        return next((position for m, position in self.positions if m == mention), Position())

    @property
    def joint(self) -> bool:
        """Say whether a list must name all of several bodies."""
        return 1 < len(self.wanted) <= self.least

    @property
    def some(self) -> bool:
        """Say whether a list must name some of several bodies, neither all nor any one."""
        return len(self.wanted) > 1 and not self.joint and (self.least > 1 or self.most is not None)

    def bodies(self) -> tuple[Organisation, ...]:
        """Give the bodies wanted, each once."""
        return tuple(dict.fromkeys(body for m in self.wanted for body in m.organisations))

    def rows_that_meet(self, task: Task, place: str) -> tuple[Row, ...]:
        """Give the rows by which a task of a place's document meets the conditions; else none."""
        if self.tally and not self.tally.meets(task):
            return ()
        starts = dict.fromkeys(row.list_start for row in task.rows)
        lists = ([row for row in task.rows if row.list_start == start] for start in starts)
        return tuple(row for rows in lists for row in self._of_list(rows, place))

    def _of_list(self, rows: Sequence[Row], place: str) -> Sequence[Row]:
        named = [
            [
                row
                for row in rows
                if names_row(mention, row, place)
                and self.position(mention).holds(row, roles_told=self.roles_told)
            ]
            for mention in self.wanted
        ]
        if any(names_row(mention, row, place) for mention in self.excluded for row in rows):
            return ()
        if not self.wanted:
            return rows
        count = sum(map(bool, named))
        if count < self.least or (self.most is not None and count > self.most):
            return ()
        found = [row for of_mention in named for row in of_mention]
        districts = {row.body for row in rows if row.is_place and not row.is_group}
        if self.only_district and not districts <= {row.body for row in found}:
            return ()
        if self.alone:
            together = [found] if self.joint else named
            all_named = {row.body for row in rows if row.counts}
            if not any(all_named <= {row.body for row in own} for own in together):
                return ()
        return found


def read_conditions(
    question: str, mentions: Sequence[Mention], title_words: TitleWords = NO_TITLES
) -> Conditions:
    """Read which of the bodies named must be in a list, which must not, and in which role."""
    text = normalise(question)
    frame = read_frame(question, mentions)
    excluded = frame.mentions(excluded=True)
    wanted = tuple({m.organisations: m for m in frame.mentions(excluded=False)}.values())
    needed = read_needed(frame)
    alone = bool(
        frame.no_others or ALONE.search(needed.wording) or ONLY_NAMED.search(needed.wording)
    )
    together = alone and len(wanted) > 1 and not (EACH_ALONE.search(text) or needed.is_either)
    positions = tuple((m, p) for m, p in read_positions(frame) if m in wanted)
    apart = len({position for _, position in positions}) > 1 or 0 < len(positions) < len(wanted)
    together = together or (apart and needed.most is None and not needed.is_either)
    tally = None if alone else read_tally(needed.wording, title_words)
    if tally is None or tally.kind != "tasks_by_units":
        tally = Tally("tasks_by_units") if frame.kinds != NO_KINDS else None
    return Conditions(
        wanted,
        excluded,
        least=len(wanted) if together else min(needed.least, max(len(wanted), 1)),
        most=needed.most,
        alone=alone,
        only_district=frame.only_district and any(_is_district(mention) for mention in wanted),
        positions=positions,
        either_role=asks_either_role(frame),
        tally=replace(tally, kinds=frame.kinds) if tally else None,
    )


def _is_district(mention: Mention) -> bool:
    return any(is_place(body.printed) for body in mention.organisations)


def names_row(mention: Mention, row: Row, place: str) -> bool:
    """Say whether a row prints a body or a group that a mention names, in a place's document."""
    return any(row.body == body.printed and body.place == place for body in mention.organisations)
