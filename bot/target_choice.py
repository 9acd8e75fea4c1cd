"""
Which of the numbers that stand in the best sections a question means.

A goal goes before another number where a target is asked for, the largest number of a rule where
the most is, and of the numbers among which the case decides none goes before the others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.amounts import clause_of
from bot.grounding import numbers_in
from bot.numbers import PART, numbers_asked, unit_score, whole_score
from bot.understanding import find_years
from corpus.chunking import Chunk
from corpus.document import Document
from corpus.language import Language
from corpus.quantities import MONEY
from corpus.targets import Target, clauses
from index.lexical import words
from index.retriever import Hit

AIM = re.compile(r"目标|指标|\b(?:target|goal|aim)", re.IGNORECASE)
AIM_BONUS = 0.45  # of a number to be reached, where a target is asked for
EXTREME = re.compile(r"最高|最大|最多|上限|顶格|\b(?:maximum|highest|largest|ceiling|most)\b", re.I)
EXTREME_BONUS = 0.15  # of the largest number of a section, where the most is asked for
# A sum that is paid, and what is asked and said of one.
PAID_ASKED = re.compile(
    r"奖励|奖补|奖金|补贴|补助|资助|津贴|(?:奖|拿|领|补)(?:到|给)?多少|"
    r"\b(?:rewards?|subsid\w+|grants?|allowances?|bonus(?:es)?|receive)\b",
    re.IGNORECASE,
)
PAID = re.compile(
    r"奖|补|资助|给予|支付|发给|发放|领取|享受|津贴|贴息|扶持|减免|券|配套|"
    r"\b(?:reward|subsid|grant|allowance|bonus|award|pa(?:y|id)|support|fund)",
    re.IGNORECASE,
)
RATE = re.compile(r"[^\d]{0,8}每[^\d]{1,12}\d[\d.,]*[百千万亿]*元")  # 每平方米每月30元
CAP = re.compile("最高|最多|封顶|上限")  # of what is paid: 单个企业最高30万元
RIVAL = 0.4  # how far below the best another number of a rule may be the one that applies
WHOLE_MARGIN = 0.3  # how far below its part's score a whole may be what is asked for
YEAR_BONUS = 0.1  # for a target of the year that is asked for
BESIDE = 2  # clauses on each side of a rule's number that may say of what it is
RANK_PENALTY = 0.02  # of a number, for each hit before its section
RANK_PENALTY_FOREIGN = 0.15  # the same where words of two languages cannot tell the sections apart


@dataclass(frozen=True, slots=True)
class Scored:
    """A target with how well it fits the question."""

    target: Target
    score: float


def meant(scored: Sequence[Scored], question: str) -> list[Target]:
    """Give the best target, or as many of its sentence as the question asks for, in order."""
    best = scored[0].target
    asked = numbers_asked(question)
    if asked < 2:
        return [best]
    beside = [s.target for s in scored if s.target.sentence_start == best.sentence_start]
    return sorted(beside[:asked], key=lambda target: target.number_start)


def own_clauses(
    document: Document, target: Target, others: Sequence[Target]
) -> list[tuple[int, int]]:
    """
    Give the clauses that say of what a number is.

    For a rule these are also the next ones, which say for whom or what for, as far as no other
    number or ; stands between: 创办企业培训,每人最高可补贴1200元, 受理之日起3个工作日内,提出意见.

    :param others: the numbers of the same section
    """
    own = clauses(document.plain, target.start, target.end)
    if target.aimed:
        return own
    text = document.plain
    taken = [other.number_start for other in others]
    every = clauses(text, target.sentence_start, target.sentence_end)
    before = [span for span in every if span[1] <= target.start][::-1]
    after = [span for span in every if span[0] >= target.end]
    for side in (before, after):
        start, end = own[0][0], own[-1][1]
        for a, b in side[:BESIDE]:
            between = text[b:start] if b <= start else text[end:a]
            if re.search("[;；]", between) or any(a <= number < b for number in taken):
                break
            own.append((a, b))
            start, end = min(start, a), max(end, b)
    return sorted(own)


def preference(target: Target, document: Document, question: str, years: Sequence[int]) -> float:
    """Give what a target's unit, scope, year and aim count beside its words."""
    score = unit_score(target, document, question) + whole_score(document, target, question)
    score += YEAR_BONUS if years and target.year else 0.0
    return score + (AIM_BONUS if target.aimed and AIM.search(question) else 0.0)


def is_condition(target: Target, document: Document, question: str) -> bool:
    """
    Say whether a sum is none that is paid, and a question asks for one that is.

    ``营业收入首次突破1亿元的,给予50万元奖励``: the reward is 50万元, on the condition of 1亿元.
    """
    if target.unit not in MONEY or not PAID_ASKED.search(question):
        return False
    clause = document.plain[target.start : target.end]
    if RATE.fullmatch(clause):
        return False
    if document.rendering:
        clause += document.rendering.text(target.sentence_start, target.sentence_end)
    return not (PAID.search(clause) or CAP.search(clause))


def paired(best: Target, targets: Sequence[Target], document: Document, question: str) -> Target:
    """
    Give the number that goes with the condition which a question names; the best one without it.

    ``突破1亿元、5亿元的,分别给予50万元、100万元奖励``: who asks of 5亿元 asks for 100万元.
    """
    beside = [t for t in targets if t.sentence_start == best.sentence_start]
    own = [t for t in beside if (t.start, t.end) == (best.start, best.end)]
    conditions = [t for t in beside if is_condition(t, document, question)]
    named = [at for at, t in enumerate(conditions) if t.value in numbers_in(question)]
    if len(own) == len(conditions) and len(named) == 1:
        return own[named[0]]
    return best


def whole_first(
    scored: Sequence[Scored], document: Document, question: str, language: Language
) -> Sequence[Scored]:
    """
    Put the whole before its part (其中 …) where the question has no word of the part's alone.

    The scale of the industry is 7500亿元, and not the 5000亿元 of its manufacturing.
    """
    part = scored[0].target
    if not PART.search(document.plain[part.sentence_start : part.start]):
        return scored
    wholes = [
        s
        for s in scored[1:]
        if s.target.sentence_start == part.sentence_start
        and (s.target.unit, s.target.year) == (part.unit, part.year)
        and s.score >= scored[0].score - WHOLE_MARGIN
        and not PART.search(document.plain[part.sentence_start : s.target.start])
    ]
    asked = set(words(question, language))
    own = set(words(clause_of(part, document, language), language))
    for whole in wholes[:1]:
        if not asked & (own - set(words(clause_of(whole.target, document, language), language))):
            return [whole, *(s for s in scored if s is not whole)]
    return scored


def ordered(found: Sequence[Scored], question: str) -> list[Scored]:
    """Order scored targets, best first; of a rule, the largest where the most is asked for."""
    if EXTREME.search(question):
        found = [_with_extreme(scored, found) for scored in found]
    return sorted(found, key=lambda s: (-s.score, s.target.number_start))


def _with_extreme(scored: Scored, found: Sequence[Scored]) -> Scored:
    target = scored.target
    alike = [s.target for s in found if section_key(s.target) == section_key(target)]
    most = max((t.upper or t.value) for t in alike if t.unit == target.unit)
    bonus = EXTREME_BONUS if (target.upper or target.value) == most else 0.0
    beside = any(
        (t.start, t.end) == (target.start, target.end) and t.unit != target.unit for t in alike
    )
    if beside and target.bound == "at most":  # 按投入的30%给予最高200万元
        bonus += EXTREME_BONUS
    return Scored(target, scored.score + bonus)


def rivals(scored: Sequence[Scored]) -> list[Target]:
    """
    Give the numbers of a rule among which the case decides, in the order of the text.

    No one of them is the answer: probation is one month, two or six by the contract's length.
    """
    best = scored[0]
    if best.target.aimed:
        return []
    others = [
        s.target
        for s in scored
        if section_key(s.target) == section_key(best.target)
        and s.target.unit == best.target.unit
        and s.target.sentence_start != best.target.sentence_start
        and s.score >= best.score - RIVAL
        and not s.target.aimed
    ]
    return sorted([best.target, *others], key=lambda target: target.number_start)


def section_key(found: Target | Chunk | Hit) -> tuple[str, str]:
    """Give document and ref of the section in which something stands."""
    return found.document, found.ref


def places_before(hit: Hit, hits: Sequence[Hit], document: Document) -> int:
    """
    Count the hits before one, but for those that it stands in.

    What 第十三条 leaves to its (一) is found there as well.
    """
    section = document.section(hit.ref)
    above = {(hit.document, step.ref) for step in document.path(section)} if section else set()
    before = hits[: hits.index(hit)]
    return sum(section_key(other) not in above for other in before)


def in_year(target: Target, years: Sequence[int], title: str) -> bool:
    """
    Say whether a target is of one of the years asked for, or of none that is stated.

    What the document of another year says without a year is of that year: 2023年度民生实事.
    """
    if not years:
        return True
    if target.year is None:
        titled = find_years(title)
        return len(titled) != 1 or titled[0] in years
    return target.year in years
