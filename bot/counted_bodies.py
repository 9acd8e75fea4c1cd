"""
How many of the bodies that a question names must stand in one list: all, any, or a number.

``津南、武清、宝坻三个区都参与的`` wants all three, ``任意一个`` and ``A或B`` one, ``at least two
of`` two. What a question says of it is cut out of its frame (:mod:`bot.body_groups`), so that it is
not read once more as the number of a list's units.
"""

import re
from dataclasses import dataclass

from bot.body_groups import MARK, Frame, Group
from bot.role_words import CONTRAST, JOINT, SEPARATE
from corpus.numerals import numeral_to_int

MARK_ONLY = re.compile(f"^{MARK}")
NUMERAL = r"\d|[一二两俩三四五六七八九十]"
ENGLISH_NUMERALS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
KIND = "(?:区县?|单位|部门|机构|委办局|政府|主体|局|委)"
# 三个区 behind the names of three: it says no more than they do.
APPOSITION = re.compile(
    rf"(?<={MARK})(?:这|那)?(?:{NUMERAL}|几)(?:(?:个|家|大){KIND}?|{KIND})(?:政府)?|"
    rf"\b(?:the|these|those|all|both) (?:{'|'.join(ENGLISH_NUMERALS)}|\d) "
    rf"(?:districts|bodies|departments|units|bureaus|commissions|agencies|"
    rf"offices)(?: of)?:?(?= (?:the )?{MARK})"
)
AMONG = r"(?:这?[两三四五二]者|其中)?(?:(?:里[面头边]?|中间?|当中|之中|之间)(?:,)?)?"
OF_GROUP = re.compile(
    rf"{MARK}{AMONG}(?:,)?(?:只要|只需)?(?P<bound>(?:至少|起码|不少于|最少|只|仅|恰好|正好|刚好|"
    rf"任意|任何|任|随便|有|其中)+)(?:有|是|由)?"
    rf"(?P<number>{NUMERAL})(?:个|家)?{KIND}?|"
    rf"{MARK}{AMONG}(?P<any>之一|任一|其一|任何?(?={KIND}))"
)
ENGLISH_OF_GROUP = re.compile(
    rf"\b(?P<bound>at least|no fewer than|exactly|only|just|precisely|any|either)? ?"
    rf"(?P<number>{'|'.join(ENGLISH_NUMERALS)}|\d|\bany|\beither|\ball|\bboth|\bsome) ?"
    rf"(?:(?:or more|or both) )?of (?:the |these |"
    rf"those )?(?:(?:{'|'.join(ENGLISH_NUMERALS)}) )?(?:[a-z]+:? )??(?:the )?(?={MARK})|"
    rf"\bany of (?:the )?(?={MARK})"
)
ONE_OF_THEM = re.compile(r"(?:只|仅)(?:有|由|归)?其中(?:的)?一(?:个|家)")
EXACT = re.compile("只|仅|恰|正好|刚好|exactly|only|just|precisely")
# Names of one list: it is written that they stand in it.
LISTED_BEFORE = re.compile(
    r"(?:有|写(?:了|着|明|有|进)?了?|列(?:了|着|有|入|出)?了?|点(?:了|到)|含有?|包括|包含|"
    r"提到了?)(?:了)?$|"
    r"\b(?:nam|list|includ|print|mention|contain|carr|"
    r"featur)\w*(?: (?:both|also))?(?: the)?(?: tianjin)? $"
)
# One body's tasks are looked through for another: 科委的任务里网信办也参与的.
NESTED = re.compile(
    rf"{MARK}[^,，。?？\ue000-\uf8ff]{{0,8}}(?:里面?|中|当中|"
    rf"之中)[,，]?[^,，。?？\ue000-\uf8ff]{{0,8}}{MARK}|"
    rf"有{MARK}[、,]?(?:又|也|还|且)?有{MARK}|"
    rf"(?:\bof(?: the)? {MARK}|{MARK}(?:['’]s?))[^,?\ue000-\uf8ff]*\b(?:also|involv|includ|nam|"
    rf"list|need|ha[sv]|bring|with\b)[^,?\ue000-\uf8ff]*{MARK}"
)
ALSO = re.compile(r"\b(?:too|also|as well)\b")


@dataclass(frozen=True, slots=True)
class Needed:
    """How many of the bodies must stand in a list; ``wording`` is the frame without saying so."""

    least: int
    most: int | None
    wording: str
    is_either: bool = False  # the bodies are joined by "or"


def read_needed(frame: Frame) -> Needed:
    """Read how many of the bodies that lists must name they must name at once."""
    wanted = [group for group in frame.groups if not group.is_excluded]
    total = sum(len(group.mentions) for group in wanted)
    wording = APPOSITION.sub("", frame.text)
    if total < 2:
        return Needed(1, None, wording)
    for pattern in (OF_GROUP, ENGLISH_OF_GROUP):
        if (found := pattern.search(wording)) and (bounds := _bounds(found, total)):
            rest = MARK_ONLY.sub("", found[0])
            return Needed(*bounds, wording.replace(rest, " ", 1))
    if frame.not_both or ONE_OF_THEM.search(wording):
        return Needed(1, 1, ONE_OF_THEM.sub(" ", wording))
    least = total if _are_together(frame, wording, wanted) else 1
    return Needed(least, None, wording, any(group.is_either for group in wanted))


def _bounds(found: re.Match[str], total: int) -> tuple[int, int | None] | None:
    """Read the least and the most of a count; None where it is of something else."""
    named = found.groupdict()
    if not named.get("number") or named.get("any"):
        return (1, None)
    word, bound = named["number"], named["bound"] or ""
    if word in ("any", "either", "some"):
        return (1, None)
    if word in ("all", "both"):
        return (total, None)
    number = ENGLISH_NUMERALS.get(word) or numeral_to_int(word)
    if number > total:
        return None
    return (number, number if EXACT.search(bound) and number < total else None)


def _are_together(frame: Frame, wording: str, wanted: list[Group]) -> bool:
    """Say whether one list must name all bodies that lists must name."""
    if any(group.is_either for group in wanted):
        return False
    if SEPARATE.search(wording) or CONTRAST.search(wording):
        return False
    if JOINT.search(wording) or NESTED.search(wording):
        return True
    if len(wanted) > 1:
        return bool(ALSO.search(wording))
    (group,) = wanted
    if any(other.is_excluded for other in frame.groups):
        return len(group.mentions) > 1  # A and B, but not C
    return len(group.mentions) > 1 and bool(LISTED_BEFORE.search(frame.text[: group.start]))
