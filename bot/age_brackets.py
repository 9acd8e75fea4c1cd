"""
What is paid at an age: 我爸83了,每月能领多少, where a text pays by brackets (80—89周岁每月50元).

The age that a question states stands in no text; the bracket that holds it does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.citations import CitationList, answer_from
from bot.originals import shown_text
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.normalise import fold_script, normalise
from corpus.quantities import MONEY, find_quantities
from corpus.sentences import split_sentences
from index.library import Index
from index.retriever import Search

SECTIONS = 5  # of the best hits, whose brackets are read
OLDEST = 130
AGE = re.compile(
    r"(?<!\d)(?P<chinese>\d{1,3})(?:周?岁(?!以|及)|了(?![\d个元次]))|"
    r"\b(?:aged?|turned|is) (?P<after>\d{1,3})\b(?! ?(?:yuan|million|%))|"
    r"\b(?P<before>\d{1,3})[- ]years?[- ]old\b",
    re.IGNORECASE,
)
PAID = re.compile(
    r"补贴|补助|津贴|养老金|领|发放?|拿|\b(?:allowance|subsid\w+|pension|get|receive|paid)\b",
    re.IGNORECASE,
)
GRANT = re.compile("(?P<kind>[\u4e00-\u9fff]{2})(?:补贴|补助|津贴)")
BRACKET = re.compile(
    r"(?<!\d)(?P<low>\d{1,3})(?:周?岁)?(?:[-—–~至到]{1,2}(?P<high>\d{1,3})周?岁|"
    r"周?岁(?:\(含\))?(?:及|或)?(?:以上|\(含\)以上))"
)
ENDS = re.compile(r"[。;\n|]")


@dataclass(frozen=True, slots=True)
class Paid:
    """A stretch of a text that says what is paid at the ages from ``low`` to ``high``."""

    start: int
    end: int
    low: int
    high: int


def age_asked(question: str) -> int | None:
    """Give the age of which a question asks what is paid at it; None where it states none."""
    plain = normalise(fold_script(question))
    found = AGE.search(plain)
    if not found or not PAID.search(plain):
        return None
    age = int(found["chinese"] or found["after"] or found["before"])
    return age if age <= OLDEST else None


def read_paid(plain: str, start: int, end: int) -> Iterator[Paid]:
    """Yield what a text in normal form pays by brackets of age."""
    brackets = list(BRACKET.finditer(plain, start, end))
    for at, found in enumerate(brackets):
        stop = brackets[at + 1].start() if at + 1 < len(brackets) else end
        mark = ENDS.search(plain, found.end(), stop)
        stop = mark.start() if mark else stop
        stop = found.end() + len(plain[found.end() : stop].rstrip(" ,，、和"))
        if any(q.unit in MONEY for q in find_quantities(plain[found.end() : stop])):
            high = int(found["high"] or OLDEST)
            yield Paid(found.start(), stop, int(found["low"]), high)


def answer_age(
    asked: Understanding, search: Search, index: Index, strings: Strings
) -> Answer | None:
    """Give the bracket that holds the age of a question with what is paid in it; else None."""
    age = age_asked(asked.core)
    if age is None or not asked.wants_quantity:
        return None
    kinds = [found["kind"] for found in GRANT.finditer(normalise(fold_script(asked.core)))]
    for hit in search.hits[:SECTIONS]:
        document = index.document(hit.document)
        section, plain = document.section(hit.ref), document.plain
        if section is None:
            continue
        for start, end in split_sentences(document.text, section.start, section.end):
            fits = [p for p in read_paid(plain, start, end) if p.low <= age <= p.high]
            other = any(kind in plain and kind not in plain[start:end] for kind in kinds)
            if not fits or other:
                continue
            best = min(fits, key=lambda paid: paid.high - paid.low)
            citations = CitationList(index, asked.language)
            sentences = []
            for span in dict.fromkeys([(best.start, best.end), (start, end)]):
                marker = citations.cite(document, section, *span)
                text = shown_text(document, section, *span, asked.language, strings)
                sentences.append(CitedSentence(text, (marker,)))
            return answer_from(asked, sentences, citations, search)
    return None
