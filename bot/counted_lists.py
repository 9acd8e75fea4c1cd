"""
How many units a task must have, or tasks a body, in the words of a question.

以上 and 以下 include the number, 超过 and 不到 do not (Civil Code, article 1259).
"""

import re
from dataclasses import dataclass

from corpus.numerals import numeral_to_int

CHINESE_NUMBER = r"(\d+|[一二两俩三四五六七八九十]+)"
UNIT = r"(?:不同的?|责任|负责|市级|有关|相关|的)*(单位|部门|机构|委办局|委局|主体|区县|区(?!域))"
# 责任单位不到三个: the unit before its number, found by name in either order.
UNITS_FIRST = r"(?P<first>单位|部门|机构|委办局|主体|区县|区(?!域))(?:的)?(?:数量|个数|数目|数)?(?:有|在|是|达到?)?"
NUMBER_LAST = r"(\d+|[一二两俩三四五六七八九十]+)(?:个|家)"
ENGLISH_NUMBER = r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten|a single)"
ENGLISH_UNIT = (
    r"(?:\w+ ){0,2}?(units?|bodies|body|departments?|agenc(?:y|ies)|bureaus?|organi[sz]ations?|districts?|"
    r"authorit(?:y|ies)|offices?|parties)\b"
)
# (pattern, lowest, highest): offsets to the number; None is no bound.
BOUNDS: tuple[tuple[re.Pattern[str], int | None, int | None], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), low, high)
    for pattern, low, high in (
        (rf"{UNITS_FIRST}(?:不超过|至多|不多于|顶多|最多){NUMBER_LAST}", None, 0),
        (rf"{UNITS_FIRST}(?:至少|不少于|最少|不低于|大于等于){NUMBER_LAST}", 0, None),
        (rf"{UNITS_FIRST}(?:超过|多于|大于|不止){NUMBER_LAST}", 1, None),
        (rf"{UNITS_FIRST}(?:少于|不到|不足|低于|小于|不满){NUMBER_LAST}", None, -1),
        (rf"{UNITS_FIRST}{NUMBER_LAST}(?:及|或|或者)?以上", 0, None),
        (rf"{UNITS_FIRST}{NUMBER_LAST}(?:及|或|或者)?(?:以下|以内)", None, 0),
        (rf"{UNITS_FIRST}(?:只有|仅有|正好|恰好|刚好|不多不少|等于|为|只|仅)(?:是|有|为)?{NUMBER_LAST}", 0, 0),
        (rf"(?:不超过|至多|不多于|顶多|最多(?:有|由|只有)?){CHINESE_NUMBER}(?:个|家)?{UNIT}", None, 0),
        (rf"(?:至少|不少于|最少|不低于|大于等于|起码)(?:有|由|要)?{CHINESE_NUMBER}(?:个|家)?{UNIT}", 0, None),
        (rf"(?:超过|多于|大于|不止){CHINESE_NUMBER}(?:个|家)?{UNIT}", 1, None),
        (rf"(?:少于|不到|不足|低于|小于|不满){CHINESE_NUMBER}(?:个|家)?{UNIT}", None, -1),
        (rf"{CHINESE_NUMBER}(?:个|家)?(?:及|或|或者)?以上(?:的)?{UNIT}", 0, None),
        (rf"{CHINESE_NUMBER}(?:个|家)?{UNIT}(?:及|或|或者)?以上", 0, None),
        (rf"{CHINESE_NUMBER}(?:个|家)?(?:及|或|或者)?(?:以下|以内)(?:的)?{UNIT}", None, 0),
        (rf"{CHINESE_NUMBER}(?:个|家)?{UNIT}(?:及|或|或者)?(?:以下|以内)", None, 0),
        (rf"(?:只|仅|就|正好|恰好|刚好|不多不少|单单|由|有|涉及|需要|需)(?:由|有|归|靠|交给|让|是){{0,2}}{CHINESE_NUMBER}(?:个|家){UNIT}", 0, 0),
        (rf"(?:^|[\s,，。由是有]){CHINESE_NUMBER}(?:个|家){UNIT}(?:共同|一起|联合|来|都)*(?:负责|承担|参与|牵头|落实)", 0, 0),
        (rf"(?:at most|no more than|not more than|up to) {ENGLISH_NUMBER} {ENGLISH_UNIT}", None, 0),
        (rf"{ENGLISH_NUMBER} or (?:fewer|less) {ENGLISH_UNIT}", None, 0),
        (rf"(?:at least|no fewer than|not fewer than|no less than|a minimum of) {ENGLISH_NUMBER} {ENGLISH_UNIT}", 0, None),
        (rf"{ENGLISH_NUMBER} or more {ENGLISH_UNIT}", 0, None),
        (rf"(?:more than|over|exceeding|above) {ENGLISH_NUMBER} {ENGLISH_UNIT}", 1, None),
        (rf"(?:fewer than|less than|under|below) {ENGLISH_NUMBER} {ENGLISH_UNIT}", None, -1),
        (rf"(?:exactly|only|just|precisely|to|by|with|have|has|names?|lists?|involves?) {ENGLISH_NUMBER} {ENGLISH_UNIT}", 0, 0),
    )
)  # fmt: skip
# 只有一项任务的单位: tasks as the thing counted, in either order.
TASKS_COUNTED = r"(?:项|个|次|条|件|处)(?:任务|工作|活|事)?"
HAVING = (
    "有|被|分到|承担|出现|负责|参与|列入|列|点名|点到|点|提到|领到?|摊[到上]|轮到|认领|承接|涉及|牵涉|"
    "落实|挂名?|露面|露脸|要|管|是|在"
)
ENGLISH_TASKS = r"(?:tasks?|times?|lists?|items?|duties|jobs?|assignments?|once)\b"
ENGLISH_HAVING = (
    r"(?:(?:for|in|on|under|with|to|by|of|have|has|having|get|gets|hold|holds|carry|carries) )"
)
BODY_BOUNDS: tuple[tuple[re.Pattern[str], int | None, int | None], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), low, high)
    for pattern, low, high in (
        (rf"(?:不超过|至多|不多于|顶多|最多){CHINESE_NUMBER}{TASKS_COUNTED}", None, 0),
        (rf"(?:至少|不少于|最少|不低于|起码)(?:有|分到|承担|出现|负责)*(?:了|过)?{CHINESE_NUMBER}{TASKS_COUNTED}", 0, None),
        (rf"(?:超过|多于|大于|不止)(?:了)?{CHINESE_NUMBER}{TASKS_COUNTED}", 1, None),
        (rf"(?:少于|不到|不足|低于|小于|不满){CHINESE_NUMBER}{TASKS_COUNTED}", None, -1),
        (rf"{CHINESE_NUMBER}(?:项|个|次|条|件)(?:及|或)?以上", 0, None),
        (rf"{CHINESE_NUMBER}(?:项|个|次|条|件)(?:及|或)?(?:以下|以内)", None, 0),
        (rf"(?:只|仅|就|正好|恰好|刚好)(?:{HAVING})*(?:了|过)?{CHINESE_NUMBER}{TASKS_COUNTED}", 0, 0),
        (rf"(?:{HAVING})(?:了|过)?{CHINESE_NUMBER}{TASKS_COUNTED}的", 0, 0),
        (rf"(?:at most|no more than|not more than|up to) {ENGLISH_NUMBER} {ENGLISH_TASKS}", None, 0),
        (rf"(?:at least|no fewer than|not fewer than|a minimum of) {ENGLISH_NUMBER} {ENGLISH_TASKS}", 0, None),
        (rf"{ENGLISH_NUMBER} or more {ENGLISH_TASKS}", 0, None),
        (rf"(?:more than|over) {ENGLISH_NUMBER} {ENGLISH_TASKS}", 1, None),
        (rf"(?:fewer than|less than|under) {ENGLISH_NUMBER} {ENGLISH_TASKS}", None, -1),
        (rf"(?:exactly|only|just|precisely) {ENGLISH_HAVING}?{ENGLISH_NUMBER} {ENGLISH_TASKS}", 0, 0),
        (rf"{ENGLISH_HAVING}(?:only |just )?{ENGLISH_NUMBER} {ENGLISH_TASKS}", 0, 0),
        (r"(?:only|just|exactly) (once)\b", 0, 0),
        (r"\b(once) only\b", 0, 0),
    )
)  # fmt: skip
# That a body has one task, without a number.
ONCE = re.compile(
    r"(?:别处|别的(?:任务|地方|条目)|其[他它余](?:各|几)?(?:任务|地方|条目|条款|处|条|项))(?:都|再|也|就|里|中|均|从)*"
    r"(?:没有?|不|未)(?:再|被)*(?:出现|提到|提及|列|点|参与|露|写|见|它|份|的)|仅此一(?:处|次|项)|只此一(?:处|次|项)|"
    r"只(?:在|被)?(?:这|该|其中)?(?:一|1)(?:项|条|处|个)(?:任务|条目|名单)?(?:里|中)?(?:被)?(?:出现|露面|露脸|点名|提到|列出)|"
    r"\b(?:nowhere|in no) (?:else|other (?:\w+ )?(?:tasks?|items?|sections?|lists?|places?|parts?))\b|"
    r"\b(?:not|never|n['’]t)\b[^?.,]{0,40}\b(?:anywhere else|elsewhere|(?:in )?any other (?:\w+ )?(?:tasks?|items?|sections?|lists?|places?|parts?))\b",
    re.IGNORECASE,
)
ENGLISH_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)
) | {"a single": 1, "once": 1}


@dataclass(frozen=True, slots=True)
class Bound:
    """A number with its bounds (both included), and the noun that is counted, as said."""

    noun: str
    least: int | None
    most: int | None


def units_bound(text: str) -> Bound | None:
    """Read how many units, or districts, a task must have: ``三个以上单位 -> 单位, least 3``."""
    for pattern, low, high in BOUNDS:
        if found := pattern.search(text):
            first = found.groupdict().get("first")
            number, noun = (found[2], first) if first else (found[1], found[2])
            return _bound(noun, number, low, high)
    return None


def tasks_bound(text: str) -> Bound | None:
    """Read how many tasks a body must have: ``只有一项任务的单位 -> least 1, most 1``."""
    for pattern, low, high in BODY_BOUNDS:
        if found := pattern.search(text):
            return _bound("", found[1], low, high)
    return Bound("", 1, 1) if ONCE.search(text) else None


def said_number(numeral: str) -> int:
    """Read a number as it is said: ``三 -> 3``, ``a single -> 1``."""
    return ENGLISH_NUMBERS.get(numeral.lower()) or numeral_to_int(numeral)


def _bound(noun: str, number: str, low: int | None, high: int | None) -> Bound:
    """Make bounds at offsets to a number as it is said."""
    said = said_number(number)
    return Bound(noun, None if low is None else said + low, None if high is None else said + high)
