"""
Dates as documents print them, in ISO form with the place where they stand.

``2017年6月9日``, ``二〇一七年六月九日``, letter-spaced ``2 0 0 1年2月1 6日``, the Taiwan calendar's
``中華民國113年8月7日``, ``September 24, 2024`` and ``9 June 2017`` are dates. A bare ``2017-09-12``
is none: web pages print the day of posting so.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.numerals import chinese_to_int

CHINESE_ZERO = "〇○零ＯO0０"  # 二○○五, 二OO五 and 二00五 are all printed
MONTHS = "January February March April May June July August September October November December"
_MONTH = "|".join(name[:3] + f"(?:{name[3:]})?" for name in MONTHS.split())
YEARS = range(1900, 2200)  # what is printed beyond them is no date of a document
_DIGITS = r"\d(?:[ ]?\d)"
CHINESE_DATE = re.compile(
    rf"(?P<era>中[華华]民[國国][ ]?|民[國国][ ]?)?"
    rf"(?P<y>{_DIGITS}{{1,3}}|[{CHINESE_ZERO}一二三四五六七八九]{{4}}"
    rf"|[一二三四五六七八九十百]{{2,5}})[ ]*年[ ]*"
    rf"(?P<m>{_DIGITS}?|[一二三四五六七八九十]{{1,2}}|元)[ ]*月[ ]*"
    rf"(?P<d>{_DIGITS}?|[一二三四五六七八九十]{{1,3}})[ ]*[日號号]"
)
ENGLISH_DATE = re.compile(
    rf"\b(?:(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})\.?,?\s+(?P<y2>\d{{4}}))\b"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date and where it is printed."""

    iso: str
    start: int
    end: int


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Yield the dates of ``text[start:end]`` in the order in which they are printed."""
    end = len(text) if end is None else end
    found = [
        *CHINESE_DATE.finditer(text, start, end),
        *ENGLISH_DATE.finditer(text, start, end),
    ]
    for match in sorted(found, key=re.Match.start):
        iso = _iso(match)
        if iso:
            yield Day(iso, *match.span())


def read_date(text: str) -> str | None:
    """
    Give the first date in ISO form: ``二〇一七年六月九日 -> 2017-06-09``.
    """
    return next((day.iso for day in find_dates(text)), None)


def is_day(iso: str) -> bool:
    """Say whether a text is a day in ISO form that there is: ``2017-06-31`` is none."""
    try:
        day = datetime.date.fromisoformat(iso)
        return day.isoformat() == iso and day.year in YEARS
    except ValueError:
        return False


def is_date_line(text: str) -> bool:
    """Say whether a line is a date, no sentence's end, and hardly more: ``（2021年1月4日）``."""
    day = next(find_dates(text), None)
    is_end = text.rstrip().endswith((".", "。"))
    return bool(day and not is_end and len(text.strip()) <= day.end - day.start + 4)


def add_months(iso: str, months: int) -> str:
    """
    Give the last day of a term of months: ``("2019-10-16", 60) -> "2024-10-15"``.

    A term that would end on a day that its last month lacks ends with that month.
    """
    day = datetime.date.fromisoformat(iso)
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if day.day > int(end_of_month(year, month)[-2:]):
        return end_of_month(year, month)
    return (datetime.date(year, month, day.day) - datetime.timedelta(days=1)).isoformat()


def add_days(iso: str, days: int) -> str:
    """Give the day that comes ``days`` after a date."""
    return (datetime.date.fromisoformat(iso) + datetime.timedelta(days=days)).isoformat()


def end_of_month(year: int, month: int) -> str:
    """Give the last day of a month."""
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.timedelta(days=1)).isoformat()


def read_year(printed: str) -> int:
    """
    Read a year in digits of any width or in Chinese: ``二○二五 -> 2025``, ``一百十四 -> 114``.

    :raises ValueError: if it is no year
    """
    plain = "".join(printed.split())
    if plain.isdecimal():
        return int(plain)
    if len(plain) == 4 and not re.search("[十百]", plain):
        zeros = str.maketrans(dict.fromkeys(CHINESE_ZERO, "〇"))
        return int("".join(str(chinese_to_int(digit)) for digit in plain.translate(zeros)))
    return chinese_to_int(plain)


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    try:
        if match.re is ENGLISH_DATE:
            year = int(groups["y"] or groups["y2"])
            name = (groups["m"] or groups["m2"])[:3]
            month = [m[:3] for m in MONTHS.split()].index(name) + 1
            day = int(groups["d"] or groups["d2"])
        else:
            year = read_year(groups["y"])
            if groups["era"]:
                year += 1911
            month = 1 if groups["m"] == "元" else _small(groups["m"])
            day = _small(groups["d"])
        return datetime.date(year, month, day).isoformat() if year in YEARS else None
    except (ValueError, OverflowError):
        return None


def _small(printed: str) -> int:
    plain = "".join(printed.split())
    return int(plain) if plain.isdecimal() else chinese_to_int(plain)
