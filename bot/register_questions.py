"""
Understand what is asked of the responsibility lists as a whole: how many, how often, the most.

``哪些任务由三个以上单位负责`` counts the units of each task (:mod:`bot.counted_lists`), 只有市级部门的
任务 asks for their kinds (:mod:`bot.list_kinds`), ``哪个单位任务最多`` counts the tasks of each unit.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.counted_lists import ENGLISH_UNIT, UNIT, said_number, tasks_bound, units_bound
from bot.districts_asked import without_districts
from bot.list_kinds import NO_KINDS, ListKinds, read_kinds, without_by_name
from bot.plain_words import NO_TITLES, TitleWords, topics_beside_titles
from bot.role_words import ALONE
from bot.understanding import asks_duties, asks_who
from corpus.normalise import fold_script
from corpus.register import Task

TallyKind = Literal[
    "tasks_by_units",
    "tasks_by_bodies",
    "bodies_by_tasks",
    "most_units",
    "most_tasks",
    "all_bodies",
    "all_tasks",
    "bare_tasks",
]

# 涉及区政府的任务: a list with a district in it, or a group of them.
OF_PLACES = re.compile(
    r"(?:涉及|牵涉|需要|包括|有|要|让|出现|列|写|点)(?:了|到|有|各|相关|有关)*(?:区|区县)(?:级|里)?(?:政府|人民政府)?(?:的|参与|负责|配合|出力|一起)|"
    r"(?:^|[\s,，。]|在|给|按)(?:各|所有|每个)(?:区|区县|县区)(?:级)?(?:政府|人民政府)?(?:都|分别|各自)?(?:要|应|需|该|负责|参与|承担|落实|有|的任务)|"
    r"\b(?:the|all|for|by|of|local)(?: the)? district(?:s| governments?)\b|"
    r"\b(?:involve|name|list|include|need)s? (?:any |the |a )?district(?:s| governments?)?\b|"
    r"\bdistrict(?:s| governments?) (?:take part|(?:are|is) (?:involved|named|listed|included)|appear|participate|have a (?:role|part|share))",
    re.IGNORECASE,
)
TASK = r"(?:任务|工作|事项|条(?!件)目?|措施|部分|方向|产业|小节|内容|项目?)"
FIELDS = re.compile("哪(?:些|几个?)?(?:重点)?领域|几个(?:重点)?领域")
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
# Tasks are asked for by the bodies in them: 哪些任务涉及只出现一次的部门.
TASKS_OF_BODIES = re.compile(
    rf"哪(?:些|几|一|个)*(?:(?:项|条|件|个)?{TASK}|(?:项|条|件))[^,，。?？]{{0,8}}?"
    r"(?:涉及|牵涉|有|含|包括|包含|列|写|用到|需要|由|归|点|交给|派给)[^?？]*(?:单位|部门|机构|委办局|区(?!域))|"
    rf"(?:单位|部门|机构|委办局|区)(?:参与|负责|所在|承担|在列)*的{TASK}(?:都|一共|分别)*(?:有|是)?(?:哪|几|多少|\W*$)|"
    r"\b(?:which|what|list|name|show|give|find|how many|all|every|any)\b(?: \w+){0,3}? "
    r"(?:tasks?|items?|sections?|measures?|parts?|lists?)\b[^?]{0,40}?"
    r"\b(?:involv|nam|includ|list|ha[sv]|need|contain|with|that|where|whose|for|bring|call|assign|giv|to)\w*\b[^?]*"
    r"\b(?:departments?|bod(?:y|ies)|units?|agenc|bureaus?|commissions?|offices?|districts?|organi|authorit)",
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
    by_name: bool = False  # no groups
    kinds: ListKinds = NO_KINDS  # what the lists of a task must hold
    left_out: tuple[str, ...] = ()  # bodies that are not counted, as printed

    def counts(self, body: str, *, is_place: bool) -> bool:
        """Say whether a body is counted, by its kind and its name."""
        is_kind = not (self.offices_only if is_place else self.places_only)
        return is_kind and body not in self.left_out

    def units(self, task: Task) -> tuple[str, ...]:
        """Give those units of a task that are counted, each once."""
        return task.units(
            places=not self.offices_only, offices=not self.places_only, groups=not self.by_name
        )

    def holds(self, count: int) -> bool:
        """Say whether a count lies within the bounds."""
        return (self.least is None or count >= self.least) and (
            self.most is None or count <= self.most
        )

    def meets(self, task: Task) -> bool:
        """Say whether a task has as many units as are asked for, and of the kinds asked for."""
        return self.holds(len(self.units(task))) and self.kinds.holds(task, groups=not self.by_name)


def read_tally(question: str, title_words: TitleWords = NO_TITLES) -> Tally | None:
    """
    Read a question about the lists as a whole; None where it is none.

    ``哪些任务由三个以上单位负责 -> tasks_by_units, least 3``
    """
    text, by_name = without_by_name(fold_script(question))
    kinds, rest = read_kinds(text)
    if kinds and not asks_who(rest) and (tally := _of_kinds(kinds, rest, title_words)):
        return replace(tally, by_name=by_name)
    text, offices_only = without_districts(text)
    tally = _read(text, title_words)
    if tally and offices_only:
        tally = replace(tally, offices_only=True, places_only=False)
    return replace(tally, by_name=by_name) if tally else None


def _of_kinds(kinds: ListKinds, text: str, title_words: TitleWords) -> Tally | None:
    """Read which tasks are asked for by the kinds of bodies in their lists, and by their number."""
    tally = _read(text, title_words)
    if tally and tally.kind == "tasks_by_units":
        return replace(tally, kinds=kinds)
    is_bare = not topics_beside_titles(FIELDS.sub("", text), title_words)
    asks = (ASKS_TASKS.search(text) or FIELDS.search(text)) and (
        is_bare or RESPONSIBLE.search(text)
    )
    plain = tally is None or tally.kind in ("all_tasks", "bare_tasks")
    return Tally("tasks_by_units", kinds=kinds) if asks and plain else None


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
    if TASKS_OF_BODIES.search(text) and tasks_bound(text) and not units_bound(text):
        return None
    if is_bare and OF_PLACES.search(text) and (asks or asks_duties(text) or DO.search(text)):
        return Tally("tasks_by_units", 1, places_only=True)
    if not asks or not (is_bare or RESPONSIBLE.search(text)):
        return None
    if bound := units_bound(text):
        places_only = bound.noun.lower().startswith(("区", "district"))
        return Tally("tasks_by_units", bound.least, bound.most, places_only=places_only)
    if (is_bare and ALONE.search(text)) or ONE_UNIT.search(text):
        return Tally("tasks_by_units", 1, 1)
    return None


def _bodies_by_tasks(text: str, places_only: bool) -> Tally | None:
    """Read which bodies are asked for by the number of their tasks, or which task has most."""
    if not BODIES.search(text):
        return None
    if bound := tasks_bound(text):
        of_bodies = TASKS_OF_BODIES.search(text) and not asks_who(text)
        kind: TallyKind = "tasks_by_bodies" if of_bodies else "bodies_by_tasks"
        return Tally(kind, bound.least, bound.most, places_only=places_only)
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


def _top(text: str) -> int | None:
    found = TOP.search(text)
    return said_number(next(group for group in found.groups() if group)) if found else None
