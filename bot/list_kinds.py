"""
Which kinds of bodies lists must hold: 只有市级部门、没有区, "both a municipal body and a district".

A group of districts (其他有关区) is a district, unless only those are counted that stand there by
name: 点名三个以上区, "three or more districts individually".
"""

import re
from dataclasses import dataclass

from bot.role_words import MARK
from corpus.register import Task

DISTRICT = r"(?:区|区县)(?![域别分块间委])(?:一?级|里)?(?:人民)?(?:政府|单位)?"
ANY_DISTRICT = rf"(?:任何|一个|各个?|有关|相关)*{DISTRICT}"
OFFICE = (
    r"市(?:本?级|直|属|里)?(?:的|政府|主管|有关|相关|责任|一级)*"
    r"(?:部门|单位|机构|机关|委办局|委局)"
)
NAMING = (
    r"(?:列|写|点|提|含|包括|包含|涉及|牵涉|牵扯|出现|带|有|需要|要|用|安排|让|由|轮|摊)"
    r"(?:名|到|出|入|上|了|着|过|有)*"
)
NO = "(?:没有?|不|无|未|并未|从未)"
ONLY = rf"(?:只|仅|光|单单|清一色|纯粹?|(?:全|都|全部|均|完全|皆)(?:部|都)*(?=是|由|为|归|属))(?:是|由|为|归|属于|靠|{NAMING}|了|的)*"
ACTING = rf"(?:{NAMING}|参与|参加|负责|承担|在列|在内|在场|管|沾边|露面|上榜)"
ENGLISH_DISTRICT = r"districts?(?: (?:governments?|authorit(?:y|ies)|bod(?:y|ies)))?"
DISTRICTS = r"(?:districts|district (?:governments?|authorit(?:y|ies)|bod(?:y|ies)))"
ENGLISH_OFFICE = (
    r"(?:municipal|city)(?:[- ]level)?(?: government)? "
    r"(?:departments?|bod(?:y|ies)|units?|agenc(?:y|ies)|offices?|bureaus?|commissions?|"
    r"authorit(?:y|ies)|ones?)"
)
VERBS = r"(?:nam|list|involv|mention|includ|contain|ha[sv]|need|assign|giv|hold|print)(?:e|s|es)?"
ENGLISH_NO = (
    rf"(?:no|without(?: any| a)?|not (?:a single|any|one|a)|none of the|zero|"
    rf"(?:do|does)(?: not|n['’]t) {VERBS}(?: any| a| the)?|lack(?:s|ing)?(?: any)?|"
    rf"never {VERBS}(?: any| a)?|free of)"
)
ENGLISH_ONLY = r"(?:only|just|solely|exclusively|purely|entirely|nothing but|none but|are all)"
ONE = r"(?:a |an |one |at least one |the |some |any )?"
AND = r",? (?:and|with|together with|as well as|alongside|plus) "
BOTH_ENGLISH = "|".join(
    rf"\b(?:both (?:a |an |one |the |some )?{first}{AND}{ONE}{second}|"
    rf"(?:a|an|one|at least one) {first}{AND}(?:a|an|one|at least one) {second}|"
    rf"{first}{AND}{second} (?:both|alike|together|jointly|side by side))\b"
    for first, second in (
        (ENGLISH_OFFICE, ENGLISH_DISTRICT),
        (ENGLISH_DISTRICT, ENGLISH_OFFICE),
    )
)
BOTH = re.compile(
    rf"既[^,，。]{{0,6}}{OFFICE}[^。?？]{{0,8}}?[又也][^,，。]{{0,6}}?{DISTRICT}|"
    rf"既[^,，。]{{0,6}}{DISTRICT}[^。?？]{{0,8}}?[又也][^,，。]{{0,6}}?{OFFICE}|"
    rf"{OFFICE}(?:和|与|跟|及|以及|、|加上?){ANY_DISTRICT}(?=都|均|共|一起|同时|一道|联合|并列|协|携)|"
    rf"(?:一个|有){OFFICE}(?:,|，)?(?:和|与|跟|以及|、|加上?|[又也]有|还有){ANY_DISTRICT}|"
    rf"市、?区(?:两级|联动|共同|一起|协同)|{BOTH_ENGLISH}",
    re.IGNORECASE,
)
NO_DISTRICT = re.compile(
    rf"{NO}(?:{NAMING})*{ANY_DISTRICT}(?:参与|参加|负责|承担|在列|在内)?|"
    rf"(?<!哪些)(?<!哪个)(?:一个)?{DISTRICT}(?:都|也|全|均)*{NO}(?:用|需要?|必|须|被)*{ACTING}|"
    rf"(?:与|和|跟|同){ANY_DISTRICT}(?:无关|没(?:有)?关系|不相干|不沾边)|{ONLY}{OFFICE}|纯市级|"
    rf"\b{ENGLISH_NO} (?:(?:named|responsible|single|other) )?{ENGLISH_DISTRICT}\b|"
    r"\bdistricts? (?:(?:is|are)(?: not|n['’]t)? (?:involved|named|listed|absent|missing)|"
    r"(?:is|are) (?:not|absent|missing))(?= |\W*$)|"
    rf"\b{ENGLISH_ONLY} (?:of |for |by |to )?(?:the )?{ENGLISH_OFFICE}\b|"
    rf"\b{ENGLISH_OFFICE} (?:only|alone|exclusively)\b|"
    r"\b(?:purely|entirely|exclusively|wholly|solely|only|all) municipal\b(?! \w+ (?:and|or)\b)",
    re.IGNORECASE,
)
NO_OFFICE = re.compile(
    rf"{NO}(?:{NAMING})*(?:任何|一个)?{OFFICE}(?:参与|参加|负责|承担|在列|在内)?|"
    rf"(?<!哪些)(?<!哪个)(?:一个)?{OFFICE}(?:都|也|全|均)*{NO}(?:用|需要?|必|须|被)*{ACTING}|"
    rf"(?:与|和|跟|同){OFFICE}(?:无关|没(?:有)?关系|不相干|不沾边)|{ONLY}(?:各个?|有关|相关)*{DISTRICT}|"
    rf"\b{ENGLISH_NO} (?:(?:named|responsible|single|other) )?{ENGLISH_OFFICE}\b|"
    rf"\b{ENGLISH_ONLY} (?:of |for |by |to )?(?:the )?{DISTRICTS}\b|"
    rf"\b{DISTRICTS} (?:only|alone|exclusively)\b",
    re.IGNORECASE,
)
# A body and a district: 科委和区政府共同负责.
BESIDE_DISTRICT = re.compile(
    rf"(?<={MARK})(?:和|与|跟|同|会同|联合){ANY_DISTRICT}(?=都|均|共|一起|同时|一道|联合|并列|协|携)|"
    rf"\b(?:(?<=share )|(?<=shares )|(?<=shared )|(?:together|jointly|along|alongside) )"
    rf"(?:with )?(?:the |any |one or more )?{DISTRICTS}\b",
    re.IGNORECASE,
)
BY_NAME = re.compile(
    r"具名|点名|点到名字|有名有姓|逐[个一](?=点|列|写)|单独(?=列出|点出|写出|列名)|指名(?:道姓)?|"
    r"(?:不(?:算|计|含|包括|计入)|除去|撇开)[^,，。]{0,6}(?:统称|笼统|泛指)[^,，。]{0,6}(?=[,，的]|$)|"
    r"\b(?:individually|by name|one by one)\b|\b(?:explicitly|specifically|expressly)(?= nam|\W*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ListKinds:
    """Whether lists must hold (True) or must not hold (False) a municipal body, or a district."""

    offices: bool | None = None
    districts: bool | None = None

    def holds(self, task: Task, *, groups: bool = True) -> bool:
        """Say whether the lists of a task hold what they must, and nothing that they must not."""
        kinds = {row.is_place for row in task.rows if row.counts and (groups or not row.is_group)}
        return self.offices in (None, False in kinds) and self.districts in (None, True in kinds)


NO_KINDS = ListKinds()


def read_kinds(text: str) -> tuple[ListKinds | None, str]:
    """
    Read which kinds lists must hold, and give the text without saying so.

    ``read_kinds("哪些任务没有区参与") -> (ListKinds(districts=False), "哪些任务")``

    :param text: in simplified characters, names of bodies perhaps as marks
    """
    if BOTH.search(text):
        return ListKinds(True, True), BOTH.sub(" ", text)
    if BESIDE_DISTRICT.search(text):
        return ListKinds(districts=True), BESIDE_DISTRICT.sub(" ", text)
    no_district, no_office = bool(NO_DISTRICT.search(text)), bool(NO_OFFICE.search(text))
    if no_district == no_office:
        return None, text
    pattern, kinds = NO_DISTRICT, ListKinds(districts=False)
    if no_office:
        pattern, kinds = NO_OFFICE, ListKinds(offices=False)
    return kinds, pattern.sub(" ", text)


def without_by_name(text: str) -> tuple[str, bool]:
    """Read whether only what stands in lists by name counts; give the text without saying so."""
    by_name = bool(BY_NAME.search(text))
    return BY_NAME.sub(" ", text.replace("点名", "有")), by_name
