"""Dates for readers of either language."""

import datetime

from corpus.dates import MONTHS
from corpus.language import Language


def day_in(iso: str, language: Language) -> str:
    """Write a day for readers: ``2021年3月8日``, ``8 March 2021``; empty for none."""
    if not iso:
        return ""
    day = datetime.date.fromisoformat(iso)
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS.split()[day.month - 1]} {day.year}"
