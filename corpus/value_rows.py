"""
The rows of tables of indicators: a name, and its values under the years and targets of the head.

``指标 | 2020年 | 2025年`` heads ``灌溉水有效利用系数 | 0.602 | 0.615``.
"""

import re
from dataclasses import dataclass

from corpus.document import Document
from corpus.normalise import normalise
from corpus.quantities import find_quantities
from corpus.tables import find_tables, rows_of

YEAR = re.compile(r"(?:19|20)\d\d")
VALUES = re.compile(
    r"(?:19|20)\d\d年?.{0,8}|.{0,4}(?:目标值?|现状值?|基期值?|指标值|年均增[长速].{0,6}|累计.{0,4}|数值)"
)
NAMES = re.compile(r".{0,6}(?:指标|名称|任务|项目|内容|领域|类别).{0,4}")
UNIT = re.compile(r"(?:计量)?单位")
BRACKETS = re.compile(r"\([^()]*\)")
UNIT_BEHIND = re.compile(r"\(([^()]{1,6})\)$")
NONE = frozenset("-—–/ ")  # what stands in a cell without a value


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A row with its span in the text, and its values by their columns, in order."""

    ref: str
    start: int
    end: int
    name: str
    unit: str
    values: tuple[tuple[str, str], ...]

    @property
    def plain(self) -> str:
        """Give the name for matching, without what stands in brackets."""
        return BRACKETS.sub("", normalise(self.name)).strip()

    @property
    def named_unit(self) -> str:
        """Give the unit that stands in brackets behind the name: 零售额（亿元）; else nothing."""
        found = UNIT_BEHIND.search(normalise(self.name))
        return found[1] if found and find_quantities(f"1{found[1]}") else ""

    def of_years(self, years: tuple[int, ...]) -> tuple[tuple[str, str], ...]:
        """Give the values of years; all where none is asked for."""
        if not years:
            return self.values
        return tuple(
            (column, value)
            for column, value in self.values
            if any(int(year) in years for year in YEAR.findall(column))
        )


def read_value_rows(document: Document) -> tuple[ValueRow, ...]:
    """Read the rows of all tables whose head has columns of values, in order."""
    found: list[ValueRow] = []
    for start, end in find_tables(document.text):
        head: list[str] = []
        columns: list[int] = []
        for cells in rows_of(document.text, start, end):
            titles = [cell.text.strip() for cell in cells]
            of_values = [n for n, title in enumerate(titles) if VALUES.fullmatch(normalise(title))]
            if of_values and of_values[0] > 0:
                head, columns = titles, of_values
                continue
            name_at = _name_column(head, columns)
            if not columns or len(cells) != len(head) or not titles[name_at]:
                continue
            values = [(head[n], titles[n]) for n in columns if not NONE.issuperset(titles[n])]
            if not any(character.isdigit() for _, value in values for character in value):
                continue
            unit = next((titles[n] for n, title in enumerate(head) if UNIT.fullmatch(title)), "")
            at = cells[0].start
            section = next((s for s in document.sections if s.start <= at < s.end), None)
            if section:
                found.append(
                    ValueRow(section.ref, at, cells[-1].end, titles[name_at], unit, tuple(values))
                )
    return tuple(found)


def _name_column(head: list[str], columns: list[int]) -> int:
    """Give the column of the names: the last one headed so before the values, else the first."""
    before = head[: columns[0]] if columns else []
    named = [n for n, title in enumerate(before) if NAMES.fullmatch(title)]
    return named[-1] if named else 0
