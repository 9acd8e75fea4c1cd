"""
English names of bodies, made by rule: 市交通运输局 -> Municipal Transport Bureau.

A printed name is read from left to right as words of ``unit_words.tsv``: the level, what the body
is for, what kind of body it is. Only where a place or a firm's own name may stand (at the start,
or behind the name of a larger body) is a stretch that no word covers put into Latin letters. A
name of which anything else is not known has no English name.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from corpus.normalise import HAN, to_simplified
from corpus.pinyin import romanise

BRACKETED = re.compile(r"[（(][^（）()]*[)）]$")
JOINTS = {"和": "and", "与": "and", "及": "and"}
# As the last word of a place's own name: 望溪市, 青坪县.
PLACES = {
    "市": "City", "省": "Province", "区": "District", "县": "County", "州": "Prefecture",
    "盟": "League", "旗": "Banner",
}  # fmt: skip
OWN = (2, 4)  # characters of a place's or a firm's own name
# An unknown word before one of these is what the body is for, and no place.
OF_A_FIELD = frozenset("局 厅 委 委员会 办 办公室 部 处 科 室 所 站 中心 总局".split())
BEFORE_OWN = ("start", "end", "body", "firm")
ENDS = ("end", "body", "link")
NAME_END = re.compile("(?:局|厅|委员会|办公室)(?!局?长|[员里面势部])")
LONGEST = 14  # characters of a name in running text
MOST_FORMS = 6  # English names of one body


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word of a body's name, and what it is in it.

    ``kind`` is level, field, end (what kind of body it is), body (one by itself), firm, place,
    own (a place's or a firm's own name), joint or link.
    """

    printed: str
    english: tuple[str, ...]
    kind: str


def english_bodies(printed: str) -> tuple[str, ...]:
    """
    Give the English names of a body, the usual one first; none where a part of it is unknown.

    ``english_bodies("国网云泽供电公司") -> ("State Grid Yunze Power Supply Company",)``
    """
    name = BRACKETED.sub("", to_simplified("".join(printed.split())))
    found = _read(name, "start")
    if found is None or not _is_whole(found):
        return ()
    forms = product(*(word.english for word in found))
    return tuple(_joined(found, form) for form, _ in zip(forms, range(MOST_FORMS), strict=False))


def find_english_bodies(text: str) -> Iterator[tuple[int, int, str]]:
    """
    Find the bodies in running text of whose names every word is known, with their English.

    ``"由政务服务局牵头" -> (1, 6, "Government Services Bureau")``
    """
    plain = to_simplified(text)
    at = 0
    for end in (match.end() for match in NAME_END.finditer(plain) if len(plain) == len(text)):
        for start in range(max(at, end - LONGEST), end - 2):
            words = _read(plain[start:end], "start") if HAN.match(plain, start) else None
            if words and _is_whole(words) and all(word.kind != "own" for word in words):
                yield start, end, _joined(words, tuple(word.english[0] for word in words))
                at = end
                break


@cache
def _words() -> dict[str, Word]:
    text = (files("corpus") / "unit_words.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {
        row["chinese"]: Word(row["chinese"], tuple(row["english"].split("|")), row["kind"])
        for row in rows
    }


def _read(name: str, before: str) -> tuple[Word, ...] | None:
    """Read a name as words, longest first; None where a stretch of it cannot be read."""
    if not name:
        return ()
    for length in range(len(name), 0, -1):
        if (word := _words().get(name[:length])) and (
            rest := _read(name[length:], word.kind)
        ) is not None:
            return (word, *rest)
    if name[0] in JOINTS and before == "field" and (rest := _read(name[1:], "joint")) is not None:
        return (Word(name[0], (JOINTS[name[0]],), "joint"), *rest)
    if before in BEFORE_OWN:
        for length in range(OWN[0], OWN[1] + 1):
            rest = _read(name[length:], "own") if len(name) > length else None
            latin = romanise(name[:length])
            if rest and latin and rest[0].printed not in OF_A_FIELD:
                return (Word(name[:length], (latin,), "own"), *rest)
    return None


def _is_whole(words: tuple[Word, ...]) -> bool:
    """Say whether words end as the name of a body or of a place does."""
    last = words[-1]
    if last.kind == "level":
        return len(words) == 2 and words[0].kind == "own" and last.printed in PLACES
    return last.kind == "body" or (last.kind in ("end", "place") and len(words) > 1)


def _joined(words: tuple[Word, ...], forms: tuple[str, ...]) -> str:
    """Join the English of words: what follows the name of a larger body stands behind a comma."""
    name = ""
    for at, (word, form) in enumerate(zip(words, forms, strict=True)):
        before = words[at - 1].kind if at else ""
        is_place = at and at + 1 == len(words) and word.kind == "level"
        text = PLACES[word.printed] if is_place else form
        mark = ", " if before in ENDS[:2] and word.kind not in ENDS else " "
        if not (text == "Bureau" and name.endswith("Administration")):
            name += f"{mark if at else ''}{text}"
    return name
