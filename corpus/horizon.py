"""The year to which a plan's targets run, with the words that name it."""

import re
from dataclasses import dataclass

from corpus.dates import read_year
from corpus.numerals import numeral_to_int

_YEAR = "(?:[2２][0０]\\d\\d|二[〇○零Ｏ0][〇○零一二三四五六七八九]{2})"
TARGET_YEAR = re.compile(
    rf"到[ ]?(?P<to>{_YEAR})[ ]?年(?:底|末)?"
    rf"|[（(][ ]?{_YEAR}[ ]?年?[ ]?[-—–－~～至到]+[ ]?(?P<last>{_YEAR})[ ]?年"
    r"|\b[Bb]y (?:the end of )?(?P<by>20\d\d)\b"
)
TITLE_RANGE = re.compile(rf"{_YEAR}[ ]?年?[ ]?[-—–－~～至到]+[ ]?(?P<last>{_YEAR})")
# 力争用三年, 用3年左右时间: counted from the day of issue, where no year is named.
_COUNT = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
SPAN = re.compile(
    rf"(?:力争|争取)(?:用|通过|经过|在)?[ ]?(?P<n>{_COUNT})(?:到{_COUNT})?[ ]?年"
    rf"|用[ ]?(?P<m>{_COUNT})(?:到{_COUNT})?[ ]?年(?:左右)?的?时间"
)
# 十四五 is 2021 to 2025: the n-th plan ends five years after the one before.
SHORT_PLAN = re.compile('[“"]?十([一二三四五六七])五[”"]?')
LONG_PLAN = re.compile("第([一二三四五六七八九十]{1,3})个五年")


@dataclass(frozen=True, slots=True)
class Horizon:
    """The last year that a document's targets name, and where it is named."""

    year: int
    start: int
    end: int


def read_horizon(text: str, title: str, issued: str | None) -> Horizon | None:
    """
    Read the last year of a document's targets.

    A year that the text names as a target counts first, then the years in the title, the plan
    period in the title (“十四五”), and last a span of years from the day of issue.
    """
    named = [
        Horizon(read_year(m["to"] or m["last"] or m["by"]), *m.span())
        for m in TARGET_YEAR.finditer(text)
    ]
    at = text.find(title) if title else -1
    in_title = TITLE_RANGE.search(title)
    if in_title:
        named.append(Horizon(read_year(in_title["last"]), max(at, 0), max(at, 0) + len(title)))
    if named:
        return max(named, key=lambda horizon: horizon.year)
    year = plan_end(title)
    if year:
        return Horizon(year, max(at, 0), max(at, 0) + len(title))
    span = SPAN.search(text)
    if span and issued:
        return Horizon(int(issued[:4]) + numeral_to_int(span["n"] or span["m"]), *span.span())
    return None


def plan_end(text: str) -> int | None:
    """Give the last year of the five-year plan that a text names: ``“十四五”规划 -> 2025``."""
    short, long = SHORT_PLAN.search(text), LONG_PLAN.search(text)
    if short:
        return 2005 + 5 * numeral_to_int(short[1])
    number = numeral_to_int(long[1]) if long else 0
    return 1955 + 5 * number if number >= 3 else None
