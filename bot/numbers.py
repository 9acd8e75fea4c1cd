"""What number a question asks for: whether it does, in which unit, how many, whole or part."""

import re
from collections.abc import Sequence

from bot.understanding import Understanding
from corpus.document import Document
from corpus.normalise import normalise
from corpus.quantities import MONEY, SIZES, TIMES, find_quantities
from corpus.targets import Target
from corpus.terms import Term

UNIT_BONUS, UNIT_PENALTY, WHOLE_BONUS = 0.15, 0.3, 0.1
UNCOUNTED = MONEY | TIMES | SIZES | {"%", "‰", "个百分点", "Mbps", "次"}
GOAL = re.compile(r"目标|指标|\btargets?\b|\bgoals?\b|\bhow (?:much|many)\b|多少", re.IGNORECASE)
PEOPLE = frozenset({"人", "名", "位", "人次", "万人"})
PRODUCTS = frozenset("台 部 套 件 颗 片 只 辆 架 条".split())
PLACES_AND_PROJECTS = frozenset("个 座 项 处 批 种 家".split())
AREAS = frozenset({"平方米", "平方公里", "亩", "公顷"})
# The units that a question asks for.
ASKED_UNITS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        re.compile(
            r"(?:几|多少)[亿万千百]*[元块]|(?:几|多少)[千百十]*亿(?![部台人次件户颗片个])|多少钱|盘子|"
            r"(?:赔偿?|罚款?|处罚|补贴|补助|资助|奖励|奖金|津贴)(?:金|费)?(?:标准)?(?:是|为|有)?(?:多少|几)(?![%％个家户名人])|"
            r"(?:产值|收入|营收|投资|销售额|造价|资费|价格|费用|成本|预算|工资|薪酬|薪资|利润|注册资本|罚款)|"
            r"\b(?:yuan|rmb|money|revenue|sales|worth|invest\w*|costs?|price|budget|fees?|salar\w+|wages?|profits?|capital|fines?)\b",
            re.I,
        ),
        MONEY,
    ),
    (
        re.compile(
            r"百分|比例|比重|占比|占有率|份额|几成|几个(?:百分)?点|(?<![频功效])率|"
            r"\b(?:percent\w*|per cent|share|proportion|rate|slice|fraction)\b",
            re.I,
        ),
        frozenset({"%", "‰", "个百分点", "成"}),
    ),
    (
        re.compile(r"多快|网速|速率|多少兆|带宽|\b(?:speed|fast|bandwidth|mbps)\b", re.I),
        frozenset({"Mbps", "Gbps", "Tbps", "bps", "次"}),
    ),
    (
        re.compile(
            r"多(?:长|久)|几年|几个月|(?:多少|几)(?:天|小时|个?工作日)|\bhow long\b|"
            r"\bhow many (?:\w+ )?(?:years|months|weeks|days|hours)\b",
            re.I,
        ),
        TIMES,
    ),
    (re.compile(r"几次|\bhow (?:often|frequently)\b", re.I), frozenset({"次"})),
    (re.compile(r"多久.{0,6}一次|每(?:隔)?(?:多久|几年)", re.I), frozenset({"次"}) | TIMES),
    (re.compile(r"(?:多少|几)分(?![钟之])"), frozenset({"分"})),
    (
        re.compile(
            r"(?:多少|几)[万千百]*(?:人|名|位)|(?:岗位|员工|工人|用户|人员)|"
            r"\bhow many (?:[\w-]+ ){0,2}?(?:people|jobs|workers|employees|staff|users|"
            r"subscribers|specialists|experts|engineers|students|researchers|teachers|graduates|positions)\b",
            re.I,
        ),
        PEOPLE,
    ),
    (
        re.compile(
            r"(?:多少|几)[万千百]*(?:平方|公顷|亩)|面积|占地|"
            r"\b(?:square (?:met|kilomet|f)\w+|hectares|acres|floor space)\b",
            re.I,
        ),
        AREAS,
    ),
    (
        re.compile(r"(?:多少|几)[万亿千百]*吨|\bhow many (?:[\w-]+ )?(?:tonnes|tons)\b", re.I),
        frozenset({"吨"}),
    ),
    (
        re.compile(r"(?:多少|几)[万亿千百]*户|\bhow many (?:[\w-]+ ){0,2}?households\b", re.I),
        frozenset({"户"}),
    ),
    (re.compile(r"(?:多少|几)[万千百]*家(?!单位|部门)", re.I), frozenset({"家"})),
    (re.compile(r"(?<!哪)(?:多少|几)[万亿千百]*[台部套颗片只辆架]", re.I), PRODUCTS),
    (re.compile(r"(?<!哪)(?:多少|几)[万千百]*[座处]", re.I), PLACES_AND_PROJECTS),
)
COUNTED_KINDS = frozenset({"firm", "industry", "technology"})  # terms of which there are numbers
CLAUSE_ENDS = ",，;；。\n"
MEASURES = "个台部家座所名人项套辆件条颗艘"
UNITLESS = "(?!点|百分点|月|工作日|小时)"  # 几个月 and 几个点 count no things
COUNTING = re.compile(
    rf"(?<!哪)(?:多少|几)[万亿]*[{MEASURES}]{UNITLESS}|产量|产能|\bhow many\b|\bnumber of\b",
    re.IGNORECASE,
)
MEASURE = re.compile(rf"(?:多少|几)[万亿]*([{MEASURES}]){UNITLESS}")
ASKING = re.compile(
    r"多少|几(?:个|家|台|座|项)|多(?:大|高|快)|各(?:是|有|为)?|"
    r"\bhow (?:many|much|big|large|fast)\b|\bwhat\b|\beach\b|\bboth\b",
    re.IGNORECASE,
)
YES_NO = re.compile(r"^(?:will|is|are|does|do|did|can|could|has|have|may|should)\b", re.IGNORECASE)
WHOLE = re.compile("整个|全行业|整体|总(?:盘子|规模|量|产值|体)|全部|overall", re.IGNORECASE)
PART = re.compile("其中|内含")


def asks_number(asked: Understanding) -> bool:
    """Say whether a question is for a number, and not whether something is so."""
    if YES_NO.match(asked.core):
        return False
    goal = GOAL.search(asked.core) or COUNTING.search(asked.core)
    return asked.wants_quantity or bool(asked.wants_number and goal)


def unit_classes(question: str) -> list[frozenset[str]]:
    """Give the classes of units that a question asks for; none where it does not say."""
    return [units for pattern, units in ASKED_UNITS if pattern.search(question)]


def unit_score(target: Target, question: str) -> float:
    """Prefer the unit that is asked for: yuan for a revenue, per cent for a share."""
    wanted = frozenset().union(*unit_classes(question))
    counting = bool(COUNTING.search(question))
    measure = MEASURE.search(question)
    if target.unit in wanted or (measure and target.unit == measure[1]):
        return UNIT_BONUS
    if counting and (target.unit in UNCOUNTED or not target.aimed):
        return 0.0 if target.aimed and wanted else -UNIT_PENALTY
    if counting:
        return UNIT_BONUS
    return -UNIT_PENALTY if wanted else 0.0


def whole_score(document: Document, target: Target, question: str) -> float:
    """Prefer the whole to its parts (其中 …) where the whole is asked for."""
    if not WHOLE.search(question):
        return 0.0
    before = document.text[target.sentence_start : target.start]
    return -WHOLE_BONUS if PART.search(before) else WHOLE_BONUS


def around_numbers(document: Document) -> tuple[str, ...]:
    """Give, normalised, the clause of each number of a document with those next to it."""
    spans = (
        around(document.text, quantity.start, quantity.end)
        for quantity in find_quantities(document.text)
    )
    return tuple(dict.fromkeys(normalise(document.text[start:end]) for start, end in spans))


def stand_beside_number(terms: Sequence[Term], surroundings: Sequence[str]) -> bool:
    """Say whether all of some terms stand beside one of a document's numbers."""
    return any(stand_in(terms, near) for near in surroundings)


def stand_in(terms: Sequence[Term], plain: str) -> bool:
    """Say whether a normalised text has every one of some terms, under any name."""
    return all(any(normalise(n) in plain for n in (*t.chinese, *t.english)) for t in terms)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to its clause and the clauses next to it, within its line."""
    for step in range(2):  # to the ends of its own clause, then to those of the next ones
        start = max(text.rfind(mark, 0, max(0, start - step)) for mark in CLAUSE_ENDS) + 1
        stops = [at for mark in CLAUSE_ENDS if (at := text.find(mark, end + step)) >= 0]
        end = min(stops, default=len(text))
    return start, end


def numbers_asked(question: str) -> int:
    """Count the numbers that a question asks for: ``多少个、总投资多大 -> 2``."""
    return len(ASKING.findall(question))
