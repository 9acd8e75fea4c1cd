"""
The title of what a notice forwards: printed below the notice's own, in the head or far below.

The notice's title names it, mostly without the bodies that the printed title begins with.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.dates import is_date_line
from corpus.issuers import split_bodies
from corpus.lines import Line, split_lines
from corpus.title_forms import KINDS, LINES, join_lines, notice_of, title_key

ATTACHMENT = re.compile("附[ \u3000]*件[ ]*[一1]?[:：]?")
PUBLISHED = re.compile("[（(](?:此件|本件|此文)[\u4e00-\u9fff]{2,10}[)）]$")
MONTH = re.compile(r"[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,2}月")


def find_forwarded(
    text: str, head: Sequence[Line], blocks: Sequence[Line], outer: Line
) -> Line | None:
    """
    Find the title of what a notice forwards; None where the notice is the document itself.

    :param blocks: the titles in the head
    :param outer: the notice's title, one of them
    """
    return _inner(text, head, blocks, outer) or _attached(text, outer)


def _inner(text: str, head: Sequence[Line], blocks: Sequence[Line], outer: Line) -> Line | None:
    """Find the printed title of what a notice forwards, below the notice's own, else above it."""
    last = max(b.start for b in blocks if title_key(b.text) == title_key(outer.text))
    below = [b for b in blocks if b.start > last and not _repeats(b, outer)]
    above = [b for b in blocks if b.start < last and not _repeats(b, outer)]
    named = _short_key(notice_of(outer.text) or "")
    after = [line for line in head if line.start > last]
    for count in range(1, LINES + 1):
        runs = (after[at : at + count] for at in range(len(after) - count + 1))
        for run in runs:
            if _is_named("".join(line.text for line in run), named):
                whole = (b for b in below if b.start <= run[0].start and b.end >= run[-1].end)
                return next(whole, join_lines(run))
    for line in after:  # the cover of a plan: its title, and who issues it
        if (found := re.match(rf".*?(?:{KINDS})(?=[\u4e00-\u9fff\d〇○]{{3}})", line.text)) and (
            _is_named(found[0], named) and _is_cover(line.text[found.end() :])
        ):
            return Line(line.start, line.start + found.end(), found[0])
    for block in (*reversed(below), *reversed(above)):
        key = _short_key(block.text)
        if key and (named.endswith(key) or key.endswith(named)):
            return block
    return below[0] if below else None


def _attached(text: str, outer: Line) -> Line | None:
    """Find the title of what a notice with sections of its own forwards, below its signature."""
    named = _short_key(notice_of(outer.text) or "")
    for above, line in pairwise(split_lines(text, outer.end)):
        mark = ATTACHMENT.fullmatch(above.text) or PUBLISHED.match(above.text)
        if (mark or is_date_line(above.text)) and _is_named(line.text, named):
            return line
    return None


def _is_named(printed: str, named: str) -> bool:
    """
    Say whether a title is the one that a notice names, but for the bodies that one begins with.

    ``"市海洋局港口规划"`` names ``"港口规划"``, as in 转发市海洋局港口规划的通知.
    """
    shorter, longer = sorted((_short_key(printed), named), key=len)
    rest = longer[: len(longer) - len(shorter)]
    return bool(shorter) and longer.endswith(shorter) and (not rest or bool(split_bodies(rest)))


def _is_cover(text: str) -> bool:
    """Say whether a text is what a cover prints below a title: who issues it, or the month."""
    return bool(split_bodies(text)) or bool(MONTH.fullmatch(text.strip()))


def _repeats(block: Line, outer: Line) -> bool:
    return title_key(outer.text).endswith(title_key(block.text)) and bool(notice_of(block.text))


def _short_key(title: str) -> str:
    return re.sub("关于|的", "", title_key(title))
