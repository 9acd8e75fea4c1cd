"""
Points of time that are no whole dates, in English: 2026年底前 -> "by the end of 2026".

Whole dates are those of :mod:`corpus.dates`; these are years, months, and days of which the text
leaves the year to its reader.
"""

import re
from collections.abc import Iterator

from corpus.dates import MONTHS

UNTIL = r"(?P<until>到|至|截至|截止到?|不迟于)?"
ENDS = r"(?P<end>底|末)?(?P<before>之?前|以前)?"
TIMES = (
    re.compile(
        rf"{UNTIL}(?<![\d—–~-])(?P<year>(?:19|20)\d\d) ?年(?!代|以来|起)(?:(?P<half>[上下])半年)?"
        rf"(?:(?P<month>\d{{1,2}}) ?月(?:份)?(?:(?P<day>\d{{1,2}}) ?日)?)?{ENDS}"
    ),
    re.compile(
        rf"{UNTIL}(?<![\d年])(?P<month>\d{{1,2}}) ?月(?:份)?"
        rf"(?:(?P<day>\d{{1,2}}) ?日|(?=[底末前]|之前|以前)){ENDS}"
    ),
)
NAMES = MONTHS.split()


def english_times(text: str) -> Iterator[tuple[int, int, str]]:
    """
    Give the points of time in a Chinese text: where they stand, and their English.

    ``"7月20日前提交"`` gives ``(0, 6, "by 20 July")``.
    """
    for pattern in TIMES:
        for found in pattern.finditer(text):
            said = found.groupdict()
            number = int(said["month"] or 1)
            if 1 <= number <= len(NAMES):
                month = NAMES[number - 1] if said["month"] else None
                yield found.start(), found.end(), _worded(said, month)


def _worded(said: dict[str, str | None], month: str | None) -> str:
    point = " ".join(part for part in (said.get("day"), month, said.get("year")) if part)
    if half := said.get("half"):
        point = f"the {'first' if half == '上' else 'second'} half of {point}"
    if said["end"]:
        point = f"the end of {point}"
    if said["until"] or (said["before"] and (said["end"] or said["day"])):
        return f"by {point}"
    return f"before {point}" if said["before"] else point
