"""
The part of a document that a question about its lists looks into.

保障措施那一章里, 只看主要任务, "among the development priorities", "in the section on optimizing
the industrial structure": the heading of a section with others below, and words that say that it is
looked into. English headings are known in any form of their words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.headings import Heading
from corpus.normalise import normalise
from corpus.sections import Section
from index.lexical import stem

LEAST_HEADING = 4  # characters
FILL = "\ufffc"  # stands for the part in a question
BEHIND = re.compile(
    r"[」”\"》]?(?:\W?第.{1,4}[章节部分]\W?)?(?:这|那|该)?(?:一|个|整|几|些|条|项)*"
    r"(?:部分|大?块|章节?|节|篇|板块|方面|领域|里|中(?!心)|下(?!面?的?企)|当中|之中|"
    r"内)(?:的)?(?:里面?|中|下面?|当中|内)?"
)
BUT = r"(?:除(?:了|去|开|掉)?|不算|抛开|撇开|不看|排除)"
OUTSIDE = (
    r"\b(?:outside(?: of)?|except(?: for| in| under)?|other than(?: in| under)?|apart from|"
    r"excluding|besides|beyond)(?: those)?(?: (?:in|under))?(?: the)?"
)
LEFT_OUT = re.compile(rf"{BUT}[「“\"《]?$|{OUTSIDE}\W?$")
NAMED_LEFT_OUT = re.compile(
    rf"{BUT}第?[一二三四五六七八九十\d]{{1,3}}[部章节、(]|"
    r"第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)(?:以|之)外|"
    rf"{OUTSIDE} (?:part|section|chapter)\b"
)
BEFORE = re.compile(r"(?:只看|单看|仅看|只查|只限|限于|仅限|就|围绕|在|只在|单就)[「“\"《]?$")
OF_BODY = re.compile(r"(?:委|局|办|区|厅|部|政府|会)的(?:主要)?$")  # 科委的主要任务 are no part
WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")
SMALL = frozenset("the a an of and in for to on".split())
INTO = re.compile(
    r"\b(?:in|within|under|inside|among|amongst|at|of|from|on|about|only|part|section|chapter|"
    r"heading|titled|called|[ivx]+)"
    r"\b\W{0,3}(?:the )?\W?$"
)
OF = re.compile(r"\W{0,2} (?:of|for|assigned|given)\b")  # the main tasks of a body are no part


@dataclass(frozen=True, slots=True)
class LookedIn:
    """A section, and the place in a question's normal form where it is said to be looked into."""

    section: Section
    start: int
    end: int
    is_left_out: bool = False  # 除保障措施外: all but this part is looked into


def read_looked_in(question: str, headings: Sequence[Heading]) -> LookedIn | None:
    """
    Find the part that a question looks into; None where it looks into none.

    :param headings: those of sections with others below
    """
    text = normalise(question)
    spoken = [(stem(m[0]), *m.span()) for m in WORD.finditer(text) if m[0] not in SMALL]
    for heading in headings:
        place = _chinese(text, heading.plain) or _english(text, heading.rendered, spoken)
        if place:
            return LookedIn(heading.section, *place, bool(LEFT_OUT.search(text[: place[0]])))
    return None


def leaves_out_named(question: str) -> bool:
    """Say whether a question looks into all but the section that it names by number."""
    return bool(NAMED_LEFT_OUT.search(normalise(question)))


def without_part(question: str, part: LookedIn) -> str:
    """Give a question in normal form with the part filled up, so that no place in it moves."""
    text = normalise(question)
    return f"{text[: part.start]}{FILL * (part.end - part.start)}{text[part.end :]}"


def _chinese(text: str, heading: str) -> tuple[int, int] | None:
    start = text.find(heading) if len(heading) >= LEAST_HEADING else -1
    if start < 0 or OF_BODY.search(text[:start]):
        return None
    end = start + len(heading)
    behind, before = BEHIND.match(text, end), BEFORE.search(text[:start])
    if LEFT_OUT.search(text[:start]):
        return start, end
    if not (behind or before):
        return None
    return before.start() if before else start, behind.end() if behind else end


@lru_cache(maxsize=65_536)
def _stems(heading: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in WORD.findall(heading) if word not in SMALL)


def _english(
    text: str, heading: str, spoken: Sequence[tuple[str, int, int]]
) -> tuple[int, int] | None:
    stems = _stems(heading) if spoken else ()
    if len(heading) < LEAST_HEADING or not stems:
        return None
    for at in range(len(spoken) - len(stems) + 1):
        found = spoken[at : at + len(stems)]
        start, end = found[0][1], found[-1][2]
        if tuple(word for word, _, _ in found) == stems:
            into = INTO.search(text[:start])
            if LEFT_OUT.search(text[:start]):
                return start, end
            if into and not OF.match(text, end):
                return into.start(), end
    return None
