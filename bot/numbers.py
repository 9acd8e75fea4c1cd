"""What number a question asks for: whether it does, in which unit, how many, whole or part."""

import re
from collections.abc import Sequence

from bot.due_years import asks_when
from bot.plain_words import topic_words
from bot.understanding import Understanding
from corpus.asked_numbers import (
    AREAS,
    COUNTING,
    ENERGY,
    MEASURES,
    POWERS,
    UNCOUNTED,
    UNITLESS,
    unit_classes,
)
from corpus.document import Document
from corpus.normalise import normalise
from corpus.quantities import MONEY, TIMES, find_quantities
from corpus.targets import Target
from corpus.terms import Term

UNIT_BONUS, UNIT_PENALTY, WHOLE_BONUS = 0.15, 0.3, 0.1
GOAL = re.compile(r"目标|指标|\btargets?\b|\bgoals?\b|\bhow (?:much|many)\b|多少", re.IGNORECASE)
RELATIVE = frozenset({"%", "‰", "倍"})  # what a rule may set money as: 工资的二倍
DAYS = frozenset({"天", "个工作日", "小时"})
COUNTED_KINDS = frozenset({"firm", "industry", "technology"})  # terms of which there are numbers
ASKS_DAYS = re.compile(
    r"(?:多少|几)(?:天|日|小时|个?工作日)|\bhow many (?:\w+ )?(?:days|hours)\b", re.I
)
# A time is no count of things.
LASTING = re.compile(r"\bhow many (?:\w+ )?(?:years|months|weeks|days|hours)\b", re.IGNORECASE)
AGE = re.compile(r"岁|年龄|年纪|多大|\bages?\b|\baged\b|\bold\b", re.I)
# 2个月最低工资标准 is a sum, and no time.
PAID = re.compile("(?:的)?[^,，。;；、\\d内前后]{0,10}?(?:工资|薪酬|标准|保险金|租金|基数)")
MEASURES_OF = (UNCOUNTED - {"次"}) | POWERS | ENERGY | AREAS | {"吨", "吨标准煤", "立方米"}
CLAUSE_ENDS = ",，;；。\n"
MEASURE = re.compile(rf"(?:多少|几)[万亿]*([{MEASURES}]){UNITLESS}")
ASKING = re.compile(
    r"多少|几(?:个|家|台|座|项)|多(?:大|高|快)|各(?:是|有|为)?|"
    r"\bhow (?:many|much|big|large|fast)\b|"
    r"\bwhat\b(?! (?:\w+ )?(?:support|help|incentives?|benefits?|assistance|polic|measures?)\b)|"
    r"\beach\b(?! (?:year|month|week|day))|\bboth\b",
    re.IGNORECASE,
)
NEXT_QUESTION = re.compile(
    r"[,，;；。?？]|\.\s|\band (?=(?:what|how|which|for how)\b)", re.IGNORECASE
)
YES_NO = re.compile(r"^(?:will|is|are|does|do|did|can|could|has|have|may|should)\b", re.IGNORECASE)
WHOLE = re.compile("整个|全行业|整体|总(?:盘子|规模|量|产值|体)|全部|overall", re.IGNORECASE)
PART = re.compile(r"其中|内含|\b(?:of which|of this|of these)\b", re.IGNORECASE)


def asks_number(asked: Understanding) -> bool:
    """Say whether a question is for a number, and not whether something is so."""
    if YES_NO.match(asked.core) or (asks_when(asked.core) and not asked.wants_quantity):
        return False
    goal = GOAL.search(asked.core) or COUNTING.search(asked.core)
    return asked.wants_quantity or bool(asked.wants_number and goal)


def has_unit_asked(target: Target, document: Document, question: str) -> bool:
    """
    Say whether a target's unit is one of those that a question asks for, where it says.

    A rule may set money as a share, a multiple or by the month: 工资的二倍, 两个月工资. An age is
    no time that something takes, and days are not asked for where years are stated.
    """
    wanted = unit_classes(question)
    if not wanted:
        return True
    if target.unit == "岁" and not AGE.search(question):
        return False
    if target.unit == "年" and ASKS_DAYS.search(question):
        return False
    paid = target.unit in TIMES and bool(PAID.match(document.plain, target.number_end))
    if any(target.unit in units and not paid for units in wanted):
        return True
    return not target.aimed and MONEY in wanted and (paid or target.unit in RELATIVE)


def is_measure_for_count(unit: str, question: str) -> bool:
    """Say whether a unit measures where a question counts: 60万千瓦 is no number of vehicles."""
    counting = COUNTING.search(LASTING.sub(" ", question))
    wanted = frozenset().union(*unit_classes(question)) - MONEY
    return bool(counting) and unit in MEASURES_OF and unit not in wanted


def unit_score(target: Target, document: Document, question: str) -> float:
    """Prefer the unit that is asked for: yuan for a revenue, per cent for a share."""
    wanted = frozenset().union(*unit_classes(question))
    counting = bool(COUNTING.search(LASTING.sub(" ", question)))
    measure = MEASURE.search(question)
    if measure and target.unit == measure[1]:
        return UNIT_BONUS
    if wanted and has_unit_asked(target, document, question):
        days = target.unit in DAYS or not ASKS_DAYS.search(question)
        return UNIT_BONUS if days else -UNIT_PENALTY
    if counting and (target.unit in UNCOUNTED or not target.aimed):
        return 0.0 if target.aimed and wanted else -UNIT_PENALTY
    if counting:
        return UNIT_BONUS
    return -UNIT_PENALTY if wanted else 0.0


def whole_score(document: Document, target: Target, question: str) -> float:
    """Prefer the whole to its parts (其中 …) where the whole is asked for."""
    if not WHOLE.search(question):
        return 0.0
    before = document.plain[target.sentence_start : target.start]
    return -WHOLE_BONUS if PART.search(before) else WHOLE_BONUS


def around_numbers(document: Document) -> tuple[str, ...]:
    """Give, normalised, the clause of each number of a document with those next to it."""
    spans = (
        around(document.plain, quantity.start, quantity.end)
        for quantity in find_quantities(document.plain)
    )
    return tuple(dict.fromkeys(normalise(document.plain[start:end]) for start, end in spans))


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


def number_clauses(question: str) -> tuple[str, ...]:
    """
    Give the clauses of a question that each ask for a number of something; itself where it is one.

    ``"港口规模多大,泊位要建多少?" -> ("港口规模多大", "泊位要建多少")``
    """
    if numbers_asked(question) < 2:
        return (question,)
    clauses = [clause.strip() for clause in NEXT_QUESTION.split(question)]
    asking = (c for c in clauses if ASKING.search(c) and topic_words(ASKING.sub(" ", c)))
    return tuple(asking) or (question,)
