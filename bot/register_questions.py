"""
Understand what is asked of the responsibility lists as a whole: how many, how often, the most.

``哪些任务由三个以上单位负责`` counts the units of each task, ``哪个单位任务最多`` the tasks of
each unit. 以上 and 以下 include the number, 超过 and 不到 do not (Civil Code, article 1259).
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.districts_asked import without_districts
from bot.plain_words import NO_TITLES, TitleWords, topics_beside_titles
from bot.role_words import ALONE
from bot.understanding import asks_duties
from corpus.normalise import fold_script
from corpus.numerals import numeral_to_int
from corpus.register import Task

TallyKind = Literal[
    "tasks_by_units",
    "bodies_by_tasks",
    "most_units",
    "most_tasks",
    "all_bodies",
    "all_tasks",
    "bare_tasks",
]

CHINESE_NUMBER = r"(\d+|[一二两俩三四五六七八九十]+)"
UNIT = r"(?:不同的?|责任|负责|市级|有关|相关|的)*(单位|部门|机构|委办局|委局|主体|区县|区(?!域))"
# 责任单位不到三个: the unit before its number, found by name in either order.
UNITS_FIRST = (
    r"(?P<first>单位|部门|机构|委办局|主体|区县|区(?!域))(?:的)?(?:数量|个数|数目|数)?(?:有|在|是)?"
)
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
# 涉及区政府的任务: a list with a district in it, or a group of them.
OF_PLACES = re.compile(
    r"(?:涉及|牵涉|需要|包括|有)(?:到|各|相关|有关)*(?:区|区县)(?:级)?(?:政府|人民政府)?(?:的|参与|负责|配合)|"
    r"(?:^|[\s,，。]|在|给|按)(?:各|所有|每个)(?:区|区县|县区)(?:级)?(?:政府|人民政府)?(?:都|分别|各自)?(?:要|应|需|该|负责|参与|承担|落实|有|的任务)|"
    r"\b(?:the|all|for|by|of|local)(?: the)? district(?:s| governments?)\b|"
    r"\b(?:involve|name|list|include|need)s? (?:any |the |a )?district(?:s| governments?)?\b",
    re.IGNORECASE,
)
TASK = r"(?:任务|工作|事项|条目|措施|部分|方向|产业|小节|条款|内容|项目?)"
ASKS_TASKS = re.compile(
    rf"(?:哪|几|多少|什么|所有|全部|列出|列举|找出|有没有|统计)[^,，。?？]{{0,30}}{TASK}|{TASK}[^,，。?？]{{0,20}}(?:哪|几|多少|什么|谁)|"
    rf"的{TASK}\W*$|(?:哪些|哪几项|几项|多少项)(?:是|由|有)|(?:有|是)(?:哪些|哪几项|几项|多少|几个)|"
    r"\b(?:which|what|how many|list|show|name|find|are there|count|any|every|all)\b[^?]{0,60}\b(?:tasks?|items?|"
    r"sections?|measures?|jobs?|parts?|duties|areas?|priorit|lists?|assignments?|industr)",
    re.IGNORECASE,
)
RESPONSIBLE = re.compile(
    r"负责|责任|承担|牵头|参与|涉及|任务|分工|名单|[挂点露](?:了|到|着|过|个|上)*[名面脸]|名字|有份|列|担子|活儿|\bresponsib|\baccountab|\bentrust|\btask|\bduties|\bassign|\bname|\blist|\binvolve|\bshare|\btak(?:es?|ing) part\b",
    re.IGNORECASE,
)
MOST = re.compile(
    r"最(?:多|少|重|忙|繁重|轻)|排(?:名|行|序)|前(?:\d+|[一二两三四五六七八九十]+)(?:名|个|家|位)?|"
    r"\bmost\b(?! of)|\bfewest\b|\bleast\b|\b(?:largest|highest|biggest|greatest|smallest|lowest) (?:number|count|share)|"
    r"\bbusiest\b|\brank(?:ing|ed)?\b|\btop (?:\d+|two|three|four|five|six|ten)\b|\bheaviest\b",
    re.IGNORECASE,
)
FEWEST = re.compile(
    r"最(?:少|轻)|\bfewest\b|\bleast\b(?! \d)|\bsmallest\b|\blowest\b", re.IGNORECASE
)
RANKED = re.compile(r"排(?:名|行|序)|\brank(?:ing|ed)?\b", re.IGNORECASE)
TOP = re.compile(
    r"前(\d+|[一二两三四五六七八九十]+)(?:名|个|家|位)?|最(?:多|少)的(?:前)?(\d+|[两三四五六七八九十]+)(?:个|家|名)|"
    r"\btop (\d+|two|three|four|five|six|ten)\b|\b(\d+|two|three|four|five|six|ten) (?:\w+ ){0,2}?(?:with|having) the (?:most|fewest)",
    re.IGNORECASE,
)
MOST_UNITS = re.compile(
    r"(?:单位|部门|机构|委办局|区)(?:的)?(?:数量|个数|数目|数)?(?:是|为)?最(?:多|少)|"
    r"\b(?:most|fewest|least|largest number of|highest number of|smallest number of) (?:\w+ )?(?:units|bodies|departments|agencies|"
    r"districts|organi[sz]ations|authorities|bureaus)\b",
    re.IGNORECASE,
)
BODIES = re.compile(
    r"(?:谁|单位|部门|机构|委办局|哪(?:个|些|家|几)?(?:市级|政府)?(?:委|局|办)|区(?!域))|"
    r"\bwho\b|\b(?:units?|bod(?:y|ies)|departments?|agenc(?:y|ies)|districts?|organi[sz]ations?|authorit(?:y|ies)|bureaus?|commissions?)\b",
    re.IGNORECASE,
)
ALL_BODIES = re.compile(
    rf"(?:多少|几)(?:个|家)?{UNIT}|(?:所有|全部|哪些|全体)(?:的)?(?:责任|负责)(?:单位|部门|主体)|"
    rf"哪(?:几|些)?(?:个|家)?{UNIT}[^,，。?？]{{0,4}}(?:被|列|点名|写|提到|出现|有任务)|"
    rf"\bhow many {ENGLISH_UNIT}|\b(?:list|name|show|give)\b[^?]{{0,12}}\b(?:all|every)\b[^?]{{0,12}}\bresponsible {ENGLISH_UNIT}|"
    rf"\bwhich {ENGLISH_UNIT} are (?:named|listed|mentioned|responsible)\b",
    re.IGNORECASE,
)
ALL_TASKS = re.compile(
    r"(?:所有|全部|凡是|一切)(?:的)?(?:写|有|列|注|标)(?:了|有|明|出)*(?:了)?(?:责任|负责)(?:单位|部门|主体|名单)的(?:任务|工作|事项|条目|条款)|"
    r"(?:多少|几|哪些|哪几)(?:项|个|条)?(?:任务|工作|事项|条目|部分|小节|条款|段|处)?[^,，。?？]{0,8}"
    r"(?:写|有|列|注明|标|明确|规定|指定|落实|带|没|未)[^,，。?？]{0,6}(?:责任|负责)(?:单位|部门|主体|名单)|"
    r"\b(?:how many|which|what|every|all) (?:\w+ ){0,2}?(?:tasks?|items?|sections?|parts?|measures?)\b[^?]{0,25}\b(?:name|have|has|list|state|give|come with|"
    r"carry|include|specify|with|without|do not)s?\b[^?]{0,12}\b(?:responsible|responsibility|unit)",
    re.IGNORECASE,
)
WITHOUT = re.compile(
    r"没有?(?:写|列|注明|标|明确|规定|指定|落实|责任)|未|\bno\b|\bwithout\b|\bnot\b", re.I
)
OTHER_SCOPE = re.compile("[\u4e00-\u9fff]{2,}(?:方面|领域|行业)")  # a topic, not the whole document
# One unit alone, whatever else is said.
ONE_UNIT = re.compile(
    "(?:单独|独自)(?:由)?(?:一家|一个)|由?一家(?:单位|部门)?(?:单独|独自)?(?:负责|承担)"
)
WHICH_UNIT = re.compile("哪(?:个|家|些)?(?:责任)?(?:单位|部门|区)")
DISTRICT = re.compile(r"区(?!域|别|分|块)|\bdistricts?\b", re.IGNORECASE)
BODY = re.compile(r"单位|部门|机构|\b(?:units?|bod|departments?|agenc)", re.IGNORECASE)
DO = re.compile(r"\bdo\b", re.IGNORECASE)
ENGLISH_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)
) | {"a single": 1, "once": 1}


@dataclass(frozen=True, slots=True)
class Tally:
    """A question about the lists as a whole, with its bounds (both included)."""

    kind: TallyKind
    least: int | None = None
    most: int | None = None
    fewest: bool = False  # the fewest instead of the most
    top: int | None = None  # how many are asked for; None for the first alone
    ranked: bool = False  # the whole ranking
    places_only: bool = False  # districts only
    offices_only: bool = False  # no districts

    def counts(self, *, is_place: bool) -> bool:
        """Say whether a body is of the kind that is counted."""
        return not (self.offices_only if is_place else self.places_only)

    def units(self, task: Task) -> tuple[str, ...]:
        """Give those units of a task that are counted, each once."""
        return task.units(places=not self.offices_only, offices=not self.places_only)

    def holds(self, count: int) -> bool:
        """Say whether a count lies within the bounds."""
        return (self.least is None or count >= self.least) and (
            self.most is None or count <= self.most
        )


def read_tally(question: str, title_words: TitleWords = NO_TITLES) -> Tally | None:
    """
    Read a question about the lists as a whole; None where it is none.

    ``哪些任务由三个以上单位负责 -> tasks_by_units, least 3``
    """
    text, offices_only = without_districts(fold_script(question))
    tally = _read(text, title_words)
    return replace(tally, offices_only=True, places_only=False) if tally and offices_only else tally


def _read(text: str, title_words: TitleWords) -> Tally | None:
    """Read what is counted, whatever kinds of bodies are left out."""
    is_bare = not topics_beside_titles(text, title_words)  # about the lists, whatever the wording
    if tally := _tasks_by_units(text, is_bare):
        return tally
    if not is_bare or OTHER_SCOPE.search(text):
        return None
    places_only = bool(DISTRICT.search(text)) and not BODY.search(text)
    if tally := _bodies_by_tasks(text, places_only):
        return tally
    if named := ALL_BODIES.search(text):
        of_places = "区" in (*named.groups(), "") or "district" in named[0].lower()
        return Tally("all_bodies", places_only=places_only or of_places)
    if ALL_TASKS.search(text):
        return Tally("bare_tasks" if WITHOUT.search(text) else "all_tasks")
    return None


def _tasks_by_units(text: str, is_bare: bool) -> Tally | None:
    """
    Read which tasks are asked for by the number of their units, or of their districts.

    :param is_bare: whether the question names no topic
    """
    asks = ASKS_TASKS.search(text)
    if is_bare and OF_PLACES.search(text) and (asks or asks_duties(text) or DO.search(text)):
        return Tally("tasks_by_units", 1, places_only=True)
    if not asks or not (is_bare or RESPONSIBLE.search(text)):
        return None
    for pattern, low, high in BOUNDS:
        if found := pattern.search(text):
            first = found.groupdict().get("first")
            number, noun = (found[2], first) if first else (found[1], found[2])
            tally = _bounded("tasks_by_units", number, low, high)
            return replace(tally, places_only=noun.lower().startswith(("区", "district")))
    if (is_bare and ALONE.search(text)) or ONE_UNIT.search(text):
        return Tally("tasks_by_units", 1, 1)
    return None


def _bodies_by_tasks(text: str, places_only: bool) -> Tally | None:
    """Read which bodies are asked for by the number of their tasks, or which task has most."""
    if not BODIES.search(text):
        return None
    for pattern, low, high in BODY_BOUNDS:
        if found := pattern.search(text):
            tally = _bounded("bodies_by_tasks", found[1], low, high)
            return replace(tally, places_only=places_only)
    if not MOST.search(text):
        return None
    is_of_units = MOST_UNITS.search(text) and not WHICH_UNIT.search(text)
    return Tally(
        "most_units" if is_of_units else "most_tasks",
        fewest=bool(FEWEST.search(text)),
        top=_top(text),
        ranked=bool(RANKED.search(text)),
        places_only=places_only,
    )


def _bounded(kind: TallyKind, number: str, low: int | None, high: int | None) -> Tally:
    """Make a tally with bounds at offsets to a number as it is said."""
    said = _number(number)
    return Tally(kind, None if low is None else said + low, None if high is None else said + high)


def _top(text: str) -> int | None:
    found = TOP.search(text)
    return _number(next(group for group in found.groups() if group)) if found else None


def _number(numeral: str) -> int:
    return ENGLISH_NUMBERS.get(numeral.lower()) or numeral_to_int(numeral)
