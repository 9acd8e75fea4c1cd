"""
The bodies of a question in groups, and whether lists must name them or must not.

A question is read as a frame in which every body is one mark. Bodies that 和, 、, "and" or "or"
join stand in one group. A negation leaves out the group that it governs: the one behind it in its
clause (有科委没有网信办, "but not the DRC"), else the one before it (科委有份,网信办没份, "the DRC
is not"). Where it stands between two groups, what follows decides: 不跟发改委一起 leaves out 发改委,
but 科委没参与网信办参与 科委.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.districts_asked import without_only_district
from bot.list_kinds import NO_KINDS, ListKinds, read_kinds
from bot.role_words import MARK
from corpus.mentions import Mention
from corpus.normalise import normalise
from corpus.units import is_place

FIRST_MARK = 0xE000
AND = r"(?:、|和|与|跟|同|及|以及|还有|加上|&|/|, ?)|,? ?\b(?:and|plus|as well as)\b"
OR = r"或者?(?:是|说)?|,? ?\b(?:and/or|n?or)\b"
JOINER = (
    rf"\s*(?P<joiner>{OR}|{AND}|)\s*(?:的?政府)?(?:(?:also )?(?:the|by|with|of|for) )?(?:tianjin )?"
)
GROUP = rf"{MARK}(?:(?:{re.sub('[?]P<joiner>', '?:', JOINER)}){MARK})*"
# Wordings with a negation in them that leave no body out.
IDIOMS = re.compile(
    r"(?P<asked>(?P<verb>[\u4e00-\u9fff])不(?P=verb)|有没有|有无)|"
    r"不(?:多不少|仅|只(?!有)|但|光|止|少于|超过|到(?=[\d一二两三四五六七八九十])|足|低于|多于|同|一样|"
    r"知道|清楚|确定|了解|懂|明白|好意思|妨|错|论)|"
    r"没(?:问题|搞懂|看懂|弄懂|找到答案)|无论|不管(?=是)|未来|无线|缺一不可|一个(?:都|也)?不(?:少|缺|落)|"
    r"(?:吧|了|过)(?:没有?|不)(?=\W*$)|要不要|对不对|行不行|"
    r"\bnot (?:only|just|sure|certain|merely)\b|\b(?:do not|don't|don’t|can't|cannot|did not|didn't) "
    r"(?:know|understand|remember|see|find|forget)\b|"
    r"\bwithout fail\b|\bno (?:fewer|less|more|later) than\b|"
    r"\bnot (?:fewer|less|more) than\b|\bno\.(?= ?\d)|\bor not\b|\bwhy not\b|\bno matter\b"
)
ALL_OF_THEM = re.compile("缺一不可|一个(?:都|也)?不(?:少|缺)")
# Who else is named is asked for by Conditions; here it leaves out no body.
NO_OTHERS = re.compile(
    r"(?:而|且|并且|也|再|都|又|就)*(?:没有?|无|不(?:含|包括|带|需要|用|让|要))(?:任何)?(?:其他|其它|别的?|另外的?|旁)"
    r"(?:任何|责任|的)*(?:单位|部门|人|家|机构|主体)(?:参与|负责|在内|一起|了)*|"
    r"(?:而|且|并且|也|再|都|又|就)*(?:没有?|无)第[三四五六七八九十](?:家|个|方)(?:单位|部门)?(?:参与|在内|了)*|"
    r"\b(?:with |and |but )?(?:no(?:body| one| unit| body)?|without (?:any(?:body|one)?)?) ?(?:else|others?|third|fourth)\b"
    r"(?: (?:units?|bod(?:y|ies)|departments?|agenc(?:y|ies)|part(?:y|ies)|names?))?"
    r"(?: (?:on the list|involved|named|listed|at all))?|"
    r"\b(?:nobody|no one|none|no (?:other )?(?:units?|body|bodies|departments?)) "
    r"(?:but|other than|except(?: for)?|besides|apart from)(?: the)?(?= )"
)
NOBODY = "\ufffb"  # stands for them
# 除了科委没有别人
NOBODY_BESIDES = re.compile(rf"(?:除了?)?({GROUP})(?:以外|之外|外)?[,，]?(?={NOBODY})")
OTHER_DISTRICTS = "other districts"
NO_MORE = re.compile(
    r"\b(?:no|none of the|not any|without(?: any)?|alone among(?: all)?(?: the)?)(?: named)? $"
)
NOT_BOTH = re.compile(r"(?:但|而|且)?(?:又|也)?(?:不|没有?|未)(?:能|要|会|是)?同时|\bnot both\b")
# Words that part a frame: strong ones cut every link, weak ones a negation from what follows.
STRONG = re.compile(r"[,，;；。?？!！:：、]| - |——")
WEAK = re.compile(
    r"[而却但可倒]|反而|不过|然而|并且?|且|"
    r"\b(?:but|while|whereas|though|although|yet|and|or|that|which|who|where|when|is|are|has|does)\b"
)
# Negations by what they govern: only what follows, only what stands before, or either.
FORWARD = re.compile(
    r"(?<![删清去消解])除(?:了|去|开|掉)?(?!外)|(?:不|未)(?:包含|包括|含有?|算上?)|撇开|刨去|刨除|扣除|减去|抛开|少了|缺少|缺了?(?=[\ue000-\uf8ff])|"
    r"用不(?:着|到|上)|"
    r"\bwithout\b|\bdo(?:es)? without\b|\bexcept(?:ing)?(?: for)?\b|\bexclud\w+|\b(?:other|apart|aside) (?:than|from)\b|"
    r"\bbesides\b|\bminus\b|\bsave for\b|\bomit\w*|\black\w*|\bneither\b|\bnor\b|\binstead of\b|\brather than\b|"
    r"\bleav\w+ (?:out|off|aside)|\b(?:tak|cut|filter|weed|strik)\w* (?:out|away|off)\b|\bremov(?:e|es|ing)\b|\bsubtract\w*|\bskip\w*|\bdrop(?:s|ping)?\b|\bbarring\b|\bfree of\b|\bwith no\b|\bdisregard\w*|\bignor\w+"
)
BACKWARD = re.compile(
    r"(?:以|之)外|除外|缺[席位勤]|不见|落选|出局|落榜|空缺|没份|无份|"
    r"\babsent\b|\bmissing\b|\bexcluded\b|\bremoved\b|\bomitted\b|\b(?:is|are|being|was|were|stays?|remains?|kept|left) (?:left )?(?:out|off|aside)\b"
)
EITHER = re.compile(
    r"不|没有?|未|并非|绝非|而非|无(?=需|须|关|缘|涉|[\ue000-\uf8ff])|别(?=让|把|算|列|带)|甭|排除|剔除|去掉|拿掉|划掉|"
    r"\bnot\b|n['’]t\b|\bnever\b|\bno\b|\bnone\b|\bnothing\b|\bcannot\b"
)
# A negated place in a list leaves no body out: 参与但不牵头 (:mod:`bot.body_positions`).
OF_PLACE = re.compile(
    r"(?:被|在|是|当|做|作为|由|列)*(?:牵头|主导|主办|配合|协办|协助|打头|排|居|首位|第一|头一)|"
    r" ?(?:\w+ ){0,1}(?:lead|head|(?:\w+ )?first\b|support|assist)"
)
NEGATION = re.compile("|".join(p.pattern for p in (FORWARD, BACKWARD, EITHER)), re.IGNORECASE)
# What a body does in a list, by which a Chinese negation before it is of the body before.
TAKES_PART = re.compile(
    r"参与|参加|负责|承担|干|做|管|份|有|牵头|配合|出现|露面|进(?!行)|入|上榜|任务|事|活|挂名|在|列"
)
TURNED = (  # a negation around a body is put before it
    (re.compile(rf"\bleav(?:e|es|ing)(?: the)? ({GROUP}) (?:out|off|aside)\b"), r"without \1"),
    (re.compile(rf"把({GROUP})([^,，。?？]{{0,10}}?)(?:排除|剔除|去掉|拿掉|扣除|除去|划掉|撇开|刨除)"), r"除了\1\2"),
    (re.compile(rf"\b(?:has|have|having) nothing to do with(?: the)? ({GROUP})"), r"without \1"),
)  # fmt: skip
# What follows names that commas part.
OF_LIST = r"\s*(?:都|均|各自|分别|共同|一起|这?[两二]|的|both\b|:|\W*$)"
# What was left out ends with it: 除养老以外.
OUTSIDE = re.compile("外")
# Negations that reach past "where" and "that".
BEYOND_CLAUSES = re.compile(r"除|except|exclud|apart|aside|besides")


Reach = Literal["forward", "backward", "either"]
REACHES: tuple[tuple[Reach, re.Pattern[str]], ...] = (
    ("forward", FORWARD), ("backward", BACKWARD), ("either", EITHER),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies that a question joins; ``start`` and ``end`` are their place in the frame."""

    mentions: tuple[Mention, ...]
    start: int
    end: int
    is_either: bool = False  # joined by "or"
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A question with one mark for each body, without negations that say nothing of bodies."""

    text: str
    groups: tuple[Group, ...]
    no_others: bool = False  # no body but those named
    not_both: bool = False  # one of them, not all
    only_district: bool = False  # no district but those named
    kinds: ListKinds = NO_KINDS  # what lists must hold beside them

    def mentions(self, *, excluded: bool) -> tuple[Mention, ...]:
        """Give the bodies that lists must name, or those that they must not."""
        return tuple(m for g in self.groups if g.is_excluded == excluded for m in g.mentions)


@dataclass(frozen=True, slots=True)
class Negation:
    """Where a question negates, and which groups of bodies that may leave out."""

    start: int
    end: int
    reach: Reach


def read_frame(question: str, mentions: Sequence[Mention]) -> Frame:
    """
    Read the frame of a question and the groups in it.

    ``"科委在列,网信办不在列" -> "\ue000在列,\ue001不在列"`` with two groups, the second excluded
    """
    text, only_district = _marked(normalise(question), mentions), False
    if any(is_place(body.printed) for mention in mentions for body in mention.organisations):
        text, only_district = without_only_district(text)
    kinds, text = read_kinds(text)
    text = NOBODY_BESIDES.sub(r"\1", NO_OTHERS.sub(NOBODY, text))
    no_others, text = NOBODY in text, text.replace(NOBODY, " ")
    not_both, text = bool(NOT_BOTH.search(text)), NOT_BOTH.sub(" ", text)
    for pattern, form in TURNED:
        text = pattern.sub(form, text)
    text = IDIOMS.sub(_without_idiom, text)
    groups = tuple(_groups(text, mentions))
    excluded = {group for place in _negations(text) if (group := _governed(text, place, groups))}
    read = tuple(replace(group, is_excluded=group in excluded) for group in groups)
    return Frame(text, read, no_others, not_both, only_district, kinds or NO_KINDS)


def _without_idiom(found: re.Match[str]) -> str:
    """Say without a negation what an idiom says of bodies; nothing where it says nothing."""
    if ALL_OF_THEM.search(found[0]):
        return "一起"
    return "有" if found["asked"] == "有没有" else " "


def _marked(plain: str, mentions: Sequence[Mention]) -> str:
    """Put one mark for every body in a text, and none for "no other districts"."""
    for number, mention in reversed(list(enumerate(mentions))):
        if mention.name == OTHER_DISTRICTS and NO_MORE.search(plain[: mention.start]):
            continue
        plain = f"{plain[: mention.start]}{chr(FIRST_MARK + number)}{plain[mention.end :]}"
    return plain


def _groups(text: str, mentions: Sequence[Mention]) -> list[Group]:
    groups: list[Group] = []
    for found in re.finditer(MARK, text):
        mention = mentions[ord(found[0]) - FIRST_MARK]
        last = groups[-1] if groups else None
        joined = last and re.fullmatch(JOINER, text[last.end : found.start()])
        if last and joined and _may_join(text, last, joined["joiner"], found.end()):
            either = last.is_either or bool(re.search(OR, joined["joiner"]))
            group = Group((*last.mentions, mention), last.start, found.end(), either)
            groups[-1] = group
        else:
            groups.append(Group((mention,), *found.span()))
    return groups


def _may_join(text: str, last: Group, joiner: str, end: int) -> bool:
    """Say whether a joiner joins: a comma does in a longer list, or where of both is spoken."""
    if joiner.strip() != ",":
        beside = last.end == end - 1 and not last.mentions[-1].name.isascii()
        return bool(joiner.strip()) or beside
    return bool(re.match(rf"{JOINER}{MARK}|{OF_LIST}", text[end:])) or len(last.mentions) > 1


def _negations(text: str) -> list[Negation]:
    found: list[Negation] = []
    for reach, pattern in REACHES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if OF_PLACE.match(text, end):
                continue
            if all(end <= other.start or other.end <= start for other in found):
                found.append(Negation(start, end, reach))
    return found


def _governed(text: str, cue: Negation, groups: Sequence[Group]) -> Group | None:
    """Give the group that a negation leaves out; None where it governs none."""
    before = next((g for g in reversed(groups) if g.end <= cue.start), None)
    behind = next((g for g in groups if g.start >= cue.end), None)
    if before:
        since = text[before.end : cue.start]
        if STRONG.search(since) or FORWARD.search(since):
            before = None
    if behind:
        until = text[cue.end : behind.start]
        far = BEYOND_CLAUSES.search(text[cue.start : cue.end])
        if (OUTSIDE if far else WEAK).search(until) or STRONG.search(until):
            behind = None
    if cue.reach == "forward":
        return behind
    if cue.reach == "backward" or behind is None:
        return before
    if before is None or WEAK.search(text[before.end : cue.start]):
        return behind
    own = re.split(f"的|{MARK}|{STRONG.pattern}", text[behind.end :])[0]
    both_act = TAKES_PART.search(text[cue.end : behind.start]) and TAKES_PART.search(own)
    return before if both_act else behind
