"""
Levels of a thing: what is set for one level holds for no other.

A reward for the levels three to five of an assessment is none for level two, what large drones
get is not what small ones get, and a national title is no provincial one. A question that names
a level is not answered by a text that names only other levels of that kind.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from corpus.normalise import normalise
from corpus.numerals import chinese_to_int

NUMERAL = "[一二三四五六七八九十]|(?<![a-z0-9])(?:\\d?[abcde]{1,5}|\\d|i{1,3}|iv|v)"
RANKED = "级|星级|类|等(?!级)|档"
LISTED = f"(?:{NUMERAL})(?:(?:{RANKED})?(?:[、,，/和与及或至到~-]|以及)(?:{NUMERAL}))*"
LEVEL = re.compile(
    rf"(?<![万千百十.])(?P<numerals>{LISTED})[一二两三四五六七八九]?(?P<kind>{RANKED})"
    r"(?!市|标|县|城|地|别|次|公|土地|分(?!别)|比|特|风|地震|响|于|建)(?P<on>(?:及|或|和)?以[上下])?"
)
ENGLISH = "one two three four five".split()
ENGLISH_NUMERAL = "[1-9]|one|two|three|four|five|iii|ii|iv|i|v|a{1,5}|[b-e]"
ENGLISH_LEVEL = re.compile(
    rf"\b(?:level|grade|class|tier|category)s?[ -](?P<numeral>{ENGLISH_NUMERAL})\b(?! (?:or|and) )"
    r"(?! (?:above|higher))"
)
OFFICES = "国家|省|自治区|市|州|县|区|镇|乡|村"
OFFICE_LEVEL = re.compile(
    rf"(?P<offices>(?:{OFFICES})(?:部)?(?:[、和与或及/](?:{OFFICES}))*)级"
    r"(?!财政|部门|政府|预算|机关|单位|层面|平台)(?P<on>(?:及|或|和)?以[上下])?"
)
ENGLISH_OFFICES = {
    "国家": "national|state", "省": "provincial", "市": "municipal|city", "县": "county",
    "区": "district",
}  # fmt: skip
SIZES = {"大": "large|big", "中": "medium|mid", "小": "small", "微": "micro"}
SIZE = re.compile("(?P<sizes>[大中小微]{1,3})型(?P<on>(?:及|或|和)?以[上下])?")
ENGLISH_SIZE = re.compile(
    r"(?<!how )\b(?P<size>large|big|medium|mid|small|micro)(?:-?sized?)?"
    r"(?= (?:[\w-]+ ){0,2}(?:aircraft|drones?|vehicles?|projects?|plants?|stations?|machines?|"
    r"equipment|reservoirs?|hospitals?|parks?)\b)"
)


def is_of_other_level(question: str, text: str) -> bool:
    """
    Say whether a question names a level, and a text only others of its kind.

    ``is_of_other_level("二级能奖多少?", "三级、四级的分别奖励30万元、50万元") -> True``

    A text that says 以上 of one of them may mean those asked for.
    """
    asked = _levels(normalise(question))
    if not asked or any(values is None for values in asked.values()):
        return False
    found = _levels(normalise(text))
    return any(_is_other(kind, values or set(), found) for kind, values in asked.items())


def only_other_level(question: str, texts: Iterable[str]) -> bool:
    """Say so of the first of several texts that names levels of that kind, the best one first."""
    asked = _levels(normalise(question))
    kinds = {*asked, *(RANKED.split("|") if "level" in asked else ())}
    named = (text for text in texts if asked and kinds.intersection(_levels(normalise(text))))
    return any(is_of_other_level(question, text) for text in islice(named, 1))


def _is_other(kind: str, asked: set[str], found: dict[str, set[str] | None]) -> bool:
    """Say whether what is found of a kind is known and holds nothing that is asked for."""
    kinds = [k for k in found if k == kind or (kind == "level" and k in RANKED.split("|"))]
    known = [found[k] for k in kinds]
    if not known or any(values is None for values in known):
        return False
    return not any(asked & (values or set()) for values in known)


def _levels(text: str) -> dict[str, set[str] | None]:
    """Give the levels that a text names, by their kind; None for a kind that is open at an end."""
    found: dict[str, set[str] | None] = {}
    for kind, values, is_open in _named(text):
        held = found.setdefault(kind, set())
        if is_open or held is None:
            found[kind] = None
        else:
            held |= values
    return found


def _named(text: str) -> Iterator[tuple[str, set[str], bool]]:
    for match in LEVEL.finditer(text):
        kind = "等" if match["kind"].startswith("等") else match["kind"]
        yield kind, _expanded(match["numerals"]), bool(match["on"])
    for match in ENGLISH_LEVEL.finditer(text):
        yield "level", {_number(match["numeral"])}, False
    for match in OFFICE_LEVEL.finditer(text):
        yield "office", set(re.findall(OFFICES, match["offices"])), bool(match["on"])
    for office, english in ENGLISH_OFFICES.items():
        if re.search(rf"\b(?:{english})-level\b", text):
            yield "office", {office}, False
    for match in SIZE.finditer(text):
        yield "size", set(match["sizes"]), bool(match["on"])
    for match in ENGLISH_SIZE.finditer(text):
        yield "size", {s for s, names in SIZES.items() if match["size"] in names.split("|")}, False


def _expanded(numerals: str) -> set[str]:
    """Give the numbers of a list: ``三级、五级 -> 3, 5``, ``三至五 -> 3, 4, 5``."""
    numbers = [_number(numeral) for numeral in re.findall(NUMERAL, numerals)]
    if re.search("[至到~-]", numerals) and all(map(str.isdigit, numbers)):
        first, last = sorted((int(numbers[0]), int(numbers[-1])))
        return set(map(str, range(first, last + 1)))
    return set(numbers)


def _number(numeral: str) -> str:
    roman = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
    if numeral in ENGLISH:
        return str(ENGLISH.index(numeral) + 1)
    if re.fullmatch("[一二三四五六七八九十]", numeral):
        return str(chinese_to_int(numeral))
    return roman.get(numeral, numeral)
