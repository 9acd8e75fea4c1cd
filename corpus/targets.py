"""
Targets and other stated quantities of a document, parsed by rule from its source.

A clause such as ``信息产业规模达到7500亿元`` gives one fact: the quantity, its value in the base
unit, how it is bounded, and the year that governs it. A leading ``到2020年`` governs the clauses
and sentences after it in its section; nothing is assumed where no year stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.beside_lists import beside_lists
from corpus.document import Document
from corpus.normalise import HAN
from corpus.quantities import HALF_WIDTH, SIZES, TIMES, find_quantities
from corpus.quantity import Bound, Change, Quantity
from corpus.sections import PREAMBLE, Section
from corpus.sentences import split_sentences, trim

# A comma inside a number (1,000) does not part clauses.
CLAUSE = re.compile(r"(?:[^,，;；:：]|[,，](?<=\d.)(?=\d{3}))+")
YEAR = re.compile(
    r"(?<!\d)(?P<lead>到|至|截至|力争到?)?(?P<year>(?:19|20)\d\d) ?年"
    r"(?! ?\d{1,2} ?月|起|以来|以后|版)(?P<end>底前|底|末|前|以前)?"
)
SINCE = re.compile("(?:比|较|以|自|从|于|按)$")  # 比2015年增长: a base, not the year that is meant
HEAD_END = re.compile(  # what joins a noun and its number, cut off the noun
    r"(?:(?:力争|预计|分别|均|都|将|要|已|基本|全部|全面|普遍|稳定|保持|维持|控制|达到|达|实现|形成|"
    r"为|是|至|到|在|突破|超过|占|降低|下降|减少|提高|提升|增长|增加|约|年产|年均|平均|总计|合计|共计|共有|共|有|率先)+)$"
)
HEAD_START = re.compile(
    r"^(?:[^()（）]{0,3}[)）]|其中|力争|预计|使|将|并|到|争取|同时|以及|及|和|与|或|的|至|内|\s|[、(（])+"
)
WEAK = re.compile(  # nouns that do not say of what: 市场占有率, 年产
    "^(?:.{0,2}(?:占有率|占比|比重|比例|规模|产值|产能|产量|数量|总量|面积|收入|人数|年产|贡献率))?$"
)
VERB = re.compile(
    "^(?:巩固|加大|推进|推动|加快|加强|提升|提高|打造|构建|建设|形成|发展|培育|完善|优化|保持|力争|实现)"
)
AIM = re.compile(
    "达到|达|超过|突破|保持|控制在|不低于|不少于|不超过|降低|下降|减少|提高|提升|增长|增加|新增|新建|建成|建设|"
    "建立|培育|引进|引育|引导|形成|实现|打造|推进|完成|培训|培养|力争|确保|预计|覆盖|发展|扶持|资助|设立|创建|认定"
)
GRANT = re.compile("给予|奖励|补贴|补助|罚款|处以")  # what is paid, not what is aimed at
GOALS = re.compile("目标|指标")
PERIOD = re.compile("内|以内|间|的?时间")
# 近3年平均增长20%
PAST = re.compile(r"(?:近|过去|前|连续) ?[\d一二两三四五六七八九十]+个?(?:会计)?(?:年度?|个?月)$")
WITHIN = re.compile(r"^.{0,6}年(?:以)?内")
MADE = re.compile(
    "(?:建设|建成|建立|新建|新增|培育|引进|形成|打造|设立|创建|组建|达到|发展|培养|完成)(?:了)?$"
)
SMALL = re.compile("[二两三四五六七八九]")
COMPUTING = 1e8  # operations in a second: the name of a machine, not a count
TAIL_LIMIT = 24


@dataclass(frozen=True, slots=True)
class Target:
    """
    One stated quantity.

    ``start`` and ``end`` enclose the clause, with the clause before it where that names the
    subject; ``number_start`` and ``number_end`` the number with its unit; ``aimed`` says whether
    the document sets it as a goal.
    """

    document: str
    ref: str
    quantity: str
    value: float
    unit: str
    bound: Bound
    upper: float | None
    change: Change | None
    year: int | None
    aimed: bool
    number_start: int
    number_end: int
    start: int
    end: int
    sentence_start: int
    sentence_end: int


def find_targets(document: Document) -> tuple[Target, ...]:
    """Find every stated quantity of a document, in its order."""
    found: list[Target] = []
    for section in document.sections:
        if section.ref != PREAMBLE or len(document.sections) == 1:
            found += _of_section(document, section)
    return tuple(found)


def _of_section(document: Document, section: Section) -> Iterator[Target]:
    lists = document.lists.get(section.ref, ())
    year: int | None = None
    start = section.heading_end if section.heading else section.start
    goals = any(GOALS.search(step.heading) for step in document.path(section))
    for sentence in split_sentences(document.plain, start, section.end):
        parts = beside_lists(document.plain, *sentence, lists)
        own: int | None = None  # a year without 到 governs its sentence only
        before: tuple[int, int] | None = None
        last: Target | None = None
        for clause in (clause for part in parts for clause in clauses(document.plain, *part)):
            text = document.plain[clause[0] : clause[1]]
            if stated := _year(text):
                year, own = (stated[0], None) if stated[1] else (year, stated[0])
            for part in _parts(text):
                target = _target(document, section, part, clause, before, sentence)
                if target is None and last:
                    target = _later(last, part, clause)
                last = target or last
                if target:
                    governing = (own, False) if own else (year, True)
                    aimed = _is_aim(document, target, governing, goals, text)
                    yield replace(target, year=own or year, aimed=aimed)
            before = clause


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """
    Split a sentence at commas, semicolons and colons, full stops and blanks trimmed.

    ``clauses("甲1,000元,其中,乙。", 0, 12) -> [(0, 7), (8, 10), (11, 12)]``
    """
    spans = []
    for match in CLAUSE.finditer(text, start, end):
        a, b = trim(text, *match.span())
        while b > a and text[b - 1] in "。.!?！？ ":
            b -= 1
        if a < b:
            spans.append((a, b))
    return spans


def _year(clause: str) -> tuple[int, bool] | None:
    """Give the year that a clause sets, and whether it governs what follows too."""
    found: tuple[int, bool] | None = None
    for match in YEAR.finditer(clause.translate(HALF_WIDTH)):
        if not match["lead"] and SINCE.search(clause[: match.start()]):
            continue
        leading = bool(match["lead"] or match["end"]) and not clause[: match.start()].strip()
        found = (int(match["year"]), leading or bool(match["lead"]))
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """A quantity of a clause with the nouns before and behind it."""

    quantity: Quantity
    head: str
    tail: str


def _parts(clause: str) -> list[_Part]:
    """Divide a clause among its quantities: ``引进专家10名、名校长100名`` has two."""
    found = _own_quantities(clause)
    parts: list[_Part] = []
    at = 0
    for place, quantity in enumerate(found):
        stop = found[place + 1].start if place + 1 < len(found) else len(clause)
        between = clause[quantity.end : stop]
        cut = re.search("[、和及与]|并| (?:and|or|but)|$", between)
        last = place + 1 == len(found)
        tail = between if last or not cut else between[: cut.start()]
        tail = re.split(r"[、(（]|以及|并|等(?!级)", tail)[0][:TAIL_LIMIT]
        head = clause[at : quantity.start]
        dated = YEAR.search(head.translate(HALF_WIDTH))
        head = head[dated.end() :] if dated else head
        parts.append(_Part(quantity, head, tail))
        at = quantity.end + len(between if tail == between and not last else tail)
    return _shared(parts)


def _own_quantities(clause: str) -> list[Quantity]:
    """
    Leave out a number that only helps to name what another one measures.

    5年内引进200名 has one quantity, and so have 三项医疗保险参保率提高3个百分点, 近3年平均增长20%
    and 三年新增360个.
    """
    found = list(find_quantities(clause))
    kept: list[Quantity] = []
    for place, quantity in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        between = clause[quantity.end : following.start] if following else ""
        period = quantity.unit in TIMES and PERIOD.match(clause, quantity.end)
        years = quantity.unit == "年" and not clause[: quantity.start].strip()
        years = years or bool(PAST.search(clause[: quantity.end]))
        if following and (period or years or (HEAD_END.search(between) and "、" not in between)):
            continue
        kept.append(quantity)
    return kept


def _shared(parts: list[_Part]) -> list[_Part]:
    """Give each number its own noun in ``甲和乙分别达到85%和80%``."""
    if len(parts) < 2 or "分别" not in parts[0].head:
        return parts
    nouns = re.split("、|和|与", HEAD_START.sub("", parts[0].head.split("分别")[0]))
    if len(nouns) != len(parts):
        return parts
    return [_Part(p.quantity, noun, p.tail) for p, noun in zip(parts, nouns, strict=True)]


def _target(
    document: Document,
    section: Section,
    part: _Part,
    clause: tuple[int, int],
    before: tuple[int, int] | None,
    sentence: tuple[int, int],
) -> Target | None:
    head = _noun(part.head)
    tail = re.sub("^(?:的|内)|(?:的|工程建设)$", "", part.tail.strip(" 。"))
    quantity, start = head + tail, clause[0]
    if before and WEAK.match(head) and (not tail or _is_product(part)):
        subject = document.plain[before[0] : before[1]]
        if subject not in ("其中",) and not find_quantities(subject):
            quantity, start = VERB.sub("", _noun(subject)) + quantity, before[0]
    if not quantity and not HAN.search(document.plain[slice(*clause)]):
        quantity = document.plain[slice(*clause)]
    if not quantity:
        return None
    q, offset = part.quantity, clause[0]
    return Target(
        document.id, section.ref, quantity, q.value, q.unit, q.bound, q.upper, q.change, None,
        False, offset + q.start, offset + q.end, start, clause[1], *sentence,
    )  # fmt: skip


def _later(last: Target, part: _Part, clause: tuple[int, int]) -> Target | None:
    """Read a number without a noun as one of the thing before it: 到2023年甲达4人,到2025年达5人."""
    q, offset = part.quantity, clause[0]
    if part.tail.strip(" 。") or q.unit != last.unit:
        return None
    return replace(
        last, value=q.value, bound=q.bound, upper=q.upper, change=q.change,
        number_start=offset + q.start, number_end=offset + q.end, end=clause[1],
    )  # fmt: skip


def _noun(head: str) -> str:
    """Cut off what joins a noun to a number: ``其中,制造业规模达到 -> 制造业规模``."""
    head = HEAD_START.sub("", WITHIN.sub("", head.strip()))
    if "等" in head and len(head) > TAIL_LIMIT:  # 推进甲、乙、丙等总投资: the last noun counts
        head = head.rsplit("等", 1)[1]
    head = re.sub("^(?:.*?)(?=每(?:人|家|户|年))", "", head)
    previous = None
    while previous != head:
        previous, head = head, HEAD_END.sub("", head.rstrip(" 、的"))
    return head


def _is_product(part: _Part) -> bool:
    """Say whether the noun behind a number only repeats what is measured: 年产80万台生产规模."""
    return bool(re.fullmatch("(?:的)?(?:生产|制造)?(?:规模|能力|产能|水平|产值)", part.tail))


def _is_aim(
    document: Document, target: Target, year: tuple[int | None, bool], goals: bool, clause: str
) -> bool:
    """
    Say whether a quantity is set as a goal and is not a size, a period or a past figure.

    :param year: the year that governs it, and whether the text says 到 before it
    """
    computing = target.unit == "次" and target.value >= COMPUTING
    if target.unit in SIZES or computing or (target.unit in TIMES and not target.change):
        return False
    printed = document.plain[target.number_start : target.number_end]
    before = document.plain[max(0, target.number_start - 6) : target.number_start]
    if SMALL.match(printed) and len(printed) < 3 and not MADE.search(before):
        return False
    if year[0] is not None:
        issued = int(document.date[:4]) if document.date else None
        return year[1] if issued is None else year[0] >= issued
    return goals or bool(AIM.search(clause) and not GRANT.search(clause))
