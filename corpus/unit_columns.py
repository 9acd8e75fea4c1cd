"""
Read which columns of a table hold responsible units, from the line or two of its titles.

In a PDF or a text, merged cells are missing or blank below their first line, and blank cells at
the end of a line are left out, so that a cell's place in its line is not always its column.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus import english_lists
from corpus.tables import Cell
from corpus.unit_names import KIND, LABEL, are_bodies, split_at_blanks, split_units

COLUMN = re.compile(
    rf"(?:[\u4e00-\u9fff]{{0,6}}(?:内|级|直|层面)|[省市区县州]|考核|落实|整改)?(?:{LABEL.pattern}|(?P<guiding>指导{KIND}))(?:[（(].{{1,30}}[)）])?"
)
NUMBER_COLUMN = re.compile("序[ 　]*号|编号|No\\.?")
TASK_COLUMN = re.compile(r"\A(?!.*(?:类别|类型|分类)).*(?:事项|任务|问题|措施|举措|项目|名称)")
CONTENT_COLUMN = re.compile("内容|工作|目标")


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table that hold units, and those of its numbers and its tasks."""

    columns: tuple[tuple[int, str], ...] = ()
    width: int = 0
    number_at: int | None = None
    topic_at: int | None = None
    is_open: bool = False  # no row has followed it yet

    def below(self, titles: list[str], named: list[tuple[int, str]]) -> "Header | None":
        """Read a second line of titles, 牵头 and 配合 below 责任单位; None if it is another."""
        if not self.is_open or len(named) < sum(map(bool, titles)):
            return None
        if not titles[0]:  # merged cells stand there, and are blank
            return replace(self, columns=tuple(named), width=max(self.width, len(titles)))
        at = next((n for n, role in self.columns if role == "plain"), None)
        if at is None:
            return None
        more = len(titles) - 1
        others = ((n + more * (n > at), role) for n, role in self.columns if n != at)
        columns = (*others, *((at + n, role) for n, role in named))
        return replace(self, columns=tuple(sorted(columns)), width=self.width + more)

    def with_tasks(self, rows: Iterable[list[Cell]]) -> "Header":
        """
        Take the next column for the tasks if the rows below show that this one names groups.

        ``1 | 稳增长 | 稳住外贸`` and ``2 | 稳增长 | 提振消费``: one name for several numbers.
        """
        at, number = self.topic_at, self.number_at
        if at is None or number is None or at + 1 >= self.columns[0][0]:
            return self
        above = ("", "")
        for row in rows:
            if len(row) <= max(at, number) or not row[number].text:
                continue
            if not row[number].text.isdecimal():
                break  # other titles
            if above[1] == row[at].text != "" and above[0] != row[number].text:
                return replace(self, topic_at=at + 1)
            above = (row[number].text, row[at].text)
        return self

    def task(self, titles: list[str], shift: int) -> list[str]:
        """Give what tells a row's task from others: its number, or the cells before the units."""
        at = -1 if self.number_at is None else self.number_at + shift
        if 0 <= at < len(titles) and titles[at].isdecimal():
            return [titles[at]]
        return titles[: max(0, self.columns[0][0] + shift)]

    def shift(self, cells: list[str]) -> int:
        """Say how far a row's cells lie from their titles: merged ones are missing at the left."""
        at = self.number_at
        if cells[0].isdecimal():
            return -(at or 0)
        if at is not None and at < len(cells) and (cells[at].isdecimal() or not cells[at]):
            return 0  # only empty cells are missing, at the right
        return len(cells) - self.width


def read_header(titles: list[str], named: list[tuple[int, str]]) -> Header:
    """Read a line of titles, some of which are ``named`` as columns of units."""
    numbers = (n for n, title in enumerate(titles) if NUMBER_COLUMN.fullmatch(title))
    topic_at = _topic_column(titles[: named[0][0]])
    return Header(tuple(named), len(titles), next(numbers, None), topic_at, is_open=True)


def column_role(title: str) -> str | None:
    """Give the role of the units below a column's title; None for a column of other things."""
    label = COLUMN.fullmatch("".join(title.split()))
    if label is None:
        return english_lists.role_of(title)
    return "plain" if label.lastgroup in {None, "guiding"} else label.lastgroup


def _topic_column(header: list[str]) -> int | None:
    """Find the column that names the tasks of a table: 工作事项 before 主要内容."""
    for pattern in (TASK_COLUMN, CONTENT_COLUMN):
        found = next((n for n, cell in enumerate(header) if pattern.search(cell)), None)
        if found is not None:
            return found
    return None


def cell_units(text: str) -> tuple[str, ...]:
    """
    Split a cell of units, whose lines are parted by blanks: ``市财政局 市审计局、市国资委``.
    """
    if text.isascii():
        return english_lists.names(text)
    return split_at_blanks(text)


def are_units(text: str) -> bool:
    """Say whether a cell holds nothing but names of bodies, and is no title of a column."""
    units = split_units(text)
    return are_bodies(units) and not any(COLUMN.match(u) or LABEL.search(u) for u in units)
