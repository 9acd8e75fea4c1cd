"""
Which of several numbers goes with what is asked about: 国家级、省级分别奖励20万元、10万元.

The numbers of such a sentence stand in the order of the things. The thing that a question names is
the one of which it says most that is said of no other.
"""

import re
from collections.abc import Sequence

from corpus.document import Document
from corpus.normalise import normalise
from corpus.targets import Target

EACH = "分别"
JOINED = re.compile("[、和与及]|以及")


def respective(
    best: Target, targets: Sequence[Target], document: Document, question: str
) -> Target:
    """
    Give the number of the thing that a question names; the best one where it cannot be told.

    ``A、B、C三类分别给予500万元、300万元、100万元``: who asks about B类 asks for 300万元.
    """
    own = sorted(
        (t for t in targets if (t.start, t.unit) == (best.start, best.unit)),
        key=lambda target: target.number_start,
    )
    before = document.plain[best.sentence_start : own[0].number_start] if own else ""
    things = JOINED.split(before.rpartition(EACH)[0].rstrip("，,的 "))[-len(own) :]
    if len(own) < 2 or len(things) != len(own):
        return best
    said = [_said(thing, _others(things, at), question) for at, thing in enumerate(_bare(things))]
    most = max(said)
    return own[said.index(most)] if most and said.count(most) == 1 else best


def _bare(things: Sequence[str]) -> list[str]:
    """Cut what goes before all things off the first, and what goes behind all off the last."""
    first, *inner, last = map(normalise, things)
    before = (inner or [first])[-1]
    ends = last.find(before[-1:]) + 1  # 国家级、省级工作室: both end so
    if inner:
        first = first[-len(inner[0]) :]
    return [first, *inner, last[: ends or len(before)]]


def _others(things: Sequence[str], at: int) -> str:
    return "\n".join(thing for place, thing in enumerate(_bare(things)) if place != at)


def _said(thing: str, others: str, question: str) -> int:
    """Give how long a stretch of a thing, which is of no other, a question has."""
    plain = normalise(question)
    stretches = (
        thing[start:end] for start in range(len(thing)) for end in range(start + 1, len(thing) + 1)
    )
    return max((len(s) for s in stretches if s in plain and s not in others), default=0)
