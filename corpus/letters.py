"""
Read lettered marks: (a), (b) … (i), (j), and the Roman (i), (ii) below them, which look alike.

Laws of Hong Kong and English texts number so: (1) > (a) > (i) > (A) > (I). A paragraph that was
put in later has two letters: (ea) stands behind (e). In plans in English (I) stands below I. and
above 1., which begins no list of them again.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.headings import FAMILIES, LETTERED, Candidate
from corpus.numerals import roman_to_int

_ROMAN = {"(a)": "(i)", "(A)": "(I)"}  # the Roman family beside each of letters
INNER = {"1.", "(1)", "1)", "①"}  # families that may stand below (I)
_BY_NAME = {family.name: family for family in FAMILIES}


def read_letters(candidates: Sequence[Candidate]) -> list[Candidate]:
    """
    Give each lettered mark its family and its number, and leave out those that go on from none.

    ``(h), (i), (j)`` are letters; ``(h), (i), (ii)`` end in Roman numerals below (h).
    """
    marks = [_mark(c) if c.family.name in LETTERED else "" for c in candidates]
    found: list[Candidate] = []
    last: dict[str, int] = {}
    above = ""  # the family of the candidate above
    is_outer = False  # whether (I) stands right below I. or an article
    for position, (candidate, mark) in enumerate(zip(candidates, marks, strict=True)):
        name = candidate.family.name
        if name not in LETTERED:
            is_outer = is_outer and name in INNER
            last = {"(I)": last["(I)"]} if is_outer and "(I)" in last else {}
            above = name
            found.append(candidate)
            continue
        following = next((m for m in marks[position + 1 :] if m), "")
        read = _read(mark, following, last.get(name, 0), last.get(_ROMAN[name], 0))
        if read is None:
            continue
        is_roman, number, sub = read
        chosen = _ROMAN[name] if is_roman else name
        is_outer = is_outer or (chosen == "(I)" and above in {"I.", "Article"})
        above = chosen
        last[chosen] = number
        for inner in list(last):
            if _BY_NAME[inner].depth > _BY_NAME[chosen].depth:
                del last[inner]
        found.append(replace(candidate, family=_BY_NAME[chosen], number=number, sub=sub))
    return found


def _mark(candidate: Candidate) -> str:
    return candidate.label.strip("()").lower()


def _read(mark: str, following: str, letter: int, roman: int) -> tuple[bool, int, int] | None:
    """Read a mark by the last letter and the last Roman numeral: is it Roman, number, sub."""
    value = _roman(mark)
    if value and value == roman + 1 and (value > 1 or following == "ii"):
        return True, value, 0
    if len(mark) == 1 and _position(mark) == letter + 1:
        return False, letter + 1, 0
    if len(mark) == 2 and letter and _position(mark[0]) == letter:
        return False, letter, _position(mark[1])
    return (True, 1, 0) if value == 1 else None


def _position(letter: str) -> int:
    return ord(letter) - ord("a") + 1


def _roman(mark: str) -> int:
    if set(mark) <= set("ivx"):
        value = roman_to_int(mark)
        return value if mark == _printed(value) else 0
    return 0


def _printed(value: int) -> str:
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * (value // 10) + ones[value % 10]
