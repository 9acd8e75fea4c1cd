"""The documents whose number an English question spells: Jin Zheng Ban Fa [2017] No. 12."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.naming import Name
from bot.titled import Titled
from corpus.document import Document
from corpus.pinyin import pinyin_pattern

OPEN, CLOSE = r"\s*[\[(〔（【]\s*", r"\s*[\])〕）】]\s*"
NUMBER = re.compile(rf"(?P<head>\S.*?){OPEN}(?P<year>\d{{4}}){CLOSE}\D*(?P<count>\d{{1,4}})")
YEAR = re.compile(rf"{OPEN}\d{{4}}{CLOSE}")
SPELLED = re.compile(
    rf"\b[A-Z][a-z]*(?: ?[A-Z][a-z]*){{1,6}}{OPEN}\d{{4}}{CLOSE}(?:No\.?\s*)?\d{{1,4}}\b"
)


def find_spelled_numbers(question: str, titled: Sequence[Titled]) -> Iterator[Name]:
    """Find spelled numbers; one that no document has or cites names a missing one."""
    if not YEAR.search(question):
        return
    found: dict[tuple[int, int], list[Document]] = {}
    for own in titled:
        for start, end in _spelled(own.document.number or "", question):
            found.setdefault((start, end), []).append(own.document)
    for (start, end), documents in found.items():
        yield Name(start, end, question[start:end], tuple(documents))
    cited = [span for t in titled for n in t.document.cites for span in _spelled(n, question)]
    for spelled in SPELLED.finditer(question):
        if all(end != spelled.end() for _, end in [*found, *cited]):
            yield Name(spelled.start(), spelled.end(), spelled[0], ())


def _spelled(number: str, text: str) -> list[tuple[int, int]]:
    """Give where a text spells a number."""
    pattern = _pattern(number)
    return [match.span() for match in pattern.finditer(text)] if pattern else []


@lru_cache(maxsize=4_096)
def _pattern(number: str) -> re.Pattern[str] | None:
    """Compile the pattern of a number's spellings; None where it has no year in brackets."""
    parts = NUMBER.match(number)
    if parts is None:
        return None
    if parts["head"].isascii():
        head = r"\s*".join(map(re.escape, parts["head"].replace(" ", "")))
    else:
        spelled = pinyin_pattern(parts["head"])
        if spelled is None:
            return None
        head = spelled.pattern
    return re.compile(
        rf"(?i:{head}){OPEN}{parts['year']}{CLOSE}(?:No\.?\s*)?0*{parts['count']}(?!\d)",
        re.IGNORECASE,
    )
