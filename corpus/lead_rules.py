"""
What a document says once about who leads in all its lists of units.

``列第一位者为牵头单位，下同`` makes the first unit lead; ``注：标★的为牵头单位，其他为配合单位``
those that bear the sign, and the others support them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from corpus.responsibility import FIRST_LEADS, ResponsibilityList
from corpus.unit_names import SIGNS

ALL_BELOW = "下同"
NEAR_RULE = 3  # characters from a list to a rule about it
_SIGN = rf"[“”\"'‘’（(]{{0,2}}(?<![*＊])(?P<sign>[{re.escape(SIGNS)}])(?![*＊])[“”\"'‘’）)]{{0,2}}"
_LEADING, _JOINING = "牵头|主办|主责", "配合|协办|协助|协同|参与"
# 标★的为牵头单位, “▲”号单位为配合单位; 牵头单位以★标注
SIGNED = re.compile(
    rf"(?:{_SIGN}(?:符?号|标[记识志注])?(?:的|者|处)?(?:责任)?(?:单位|部门)?(?:[为是即指系:：]|表示|代表)?"
    rf"(?:[该本]项(?:任务|工作)?)?的?总?(?:(?P<lead>{_LEADING})|(?P<joint>{_JOINING}))"
    r"(?!(?:责任)?(?:单位|部门)?[:：])"
    rf"|(?:{_LEADING})(?:责任)?(?:单位|部门)(?:名称)?[前后]?"
    rf"(?:[以用由]|均?[标加带打注画划有]){{1,2}}[有上注明]?{_SIGN.replace('sign', 'behind')})"
)
BOLD = re.compile(r"[*＊]\s*(?:牵头|主办|主责|配合|协办|协助|协同|参与)")  # *牵头单位*, no rule
OTHERS = re.compile(f"(?:其[他它余]|未标|未加|未带|无标|不带|没有)[^。\n]{{0,16}}?(?:{_JOINING})")


@dataclass(frozen=True, slots=True)
class SignRule:
    """The signs of the units that lead and of those that support, empty where there is none."""

    lead: str
    joint: str = ""
    others_join: bool = False


def read_sign_rule(text: str) -> SignRule | None:
    """Read which signs mark the units that lead; None where the text does not say."""
    lead = joint = ""
    others_join = False
    for found in SIGNED.finditer(text):
        if BOLD.match(found[0]):
            continue
        if found["joint"]:
            joint = joint or found["sign"]
        elif not lead:
            lead = found["sign"] or found["behind"]
            stop = text.find("\n", found.end())
            others = OTHERS.search(text, found.end(), len(text) if stop < 0 else stop)
            others_join = bool(others)
    return SignRule(lead, joint, others_join) if lead else None


def with_leads(
    text: str, lists: Mapping[str, tuple[ResponsibilityList, ...]]
) -> dict[str, tuple[ResponsibilityList, ...]]:
    """Give the lists of a document with the units that its rules make lead or support."""
    by_sign = read_sign_rule(text)
    rules = list(FIRST_LEADS.finditer(text))
    for_all = any(ALL_BELOW in text[rule.end() : rule.end() + 8] for rule in rules)
    inside = [i for items in lists.values() for i in items if _holds_rule(i, rules)]
    if for_all or len(inside) < len(rules):  # 下同, or a sentence of its own
        inside = [i for items in lists.values() for i in items]
    return {
        ref: tuple(_with_lead(i, by_sign, first_leads=i in inside) for i in items)
        for ref, items in lists.items()
    }


def _with_lead(
    item: ResponsibilityList, by_sign: SignRule | None, *, first_leads: bool
) -> ResponsibilityList:
    if item.lead:
        return item
    if by_sign and (lead := _signed(item, by_sign.lead)):
        leading = set(lead)
        others = tuple(unit for unit in item.units if unit not in leading)
        joint = _signed(item, by_sign.joint) if by_sign.joint else item.joint
        return replace(item, lead=lead, joint=others if by_sign.others_join else joint)
    return replace(item, lead=item.units[:1]) if first_leads else item


def _signed(item: ResponsibilityList, sign: str) -> tuple[str, ...]:
    """Give the units beside which the sign is printed, on the one side or the other."""
    text = "".join(item.text.split())
    names = {"".join(unit.split()): unit for unit in item.units}
    lengths = set(map(len, names))
    places = [found.start() for found in re.finditer(re.escape(sign), text)]
    for is_before in (True, False):
        spans = (
            (at + 1, at + 1 + length) if is_before else (at - length, at)
            for at in places
            for length in lengths
        )
        found = {names.get(text[max(0, start) : end]) for start, end in spans}
        if signed := tuple(unit for unit in item.units if unit in found):
            return signed
    return ()


def _holds_rule(item: ResponsibilityList, rules: Iterable[re.Match[str]]) -> bool:
    """Say whether the rule that the first unit leads stands in a list, or right behind it."""
    return any(item.start <= rule.start() <= item.end + NEAR_RULE for rule in rules)
