"""
Questions in two steps: which bodies are meant, then what these bodies do.

"Take the body listed first for funding support: what else is on its list?" names no body; the
list of the section that fits its first step does. 哪个部门任务最多?它排第一的有几项? counts first.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.duties import Duties, Step
from bot.plain_words import NO_TITLES, TitleWords
from bot.register_questions import Tally, read_tally
from bot.reply import Answer, Refusal
from bot.responsible import Responsible
from bot.role_words import FIRST
from bot.strings import Strings
from bot.tallies import Tallies
from bot.task_wording import names_of, task_name
from bot.understanding import Understanding, asks_duties, asks_who
from corpus.document import Document
from corpus.mentions import Mention
from corpus.normalise import normalise
from corpus.numerals import numeral_to_int
from corpus.organisations import Organisation, organisation_for, place_of
from corpus.register import Row, Task
from index.retriever import Search

UNIT = r"(?:责任|负责|牵头)?(?:单位|部门|机构|主体)"
ENGLISH_UNIT = r"(?:bod(?:y|ies)|units?|agenc(?:y|ies)|departments?|authorit(?:y|ies)|offices?)"
ORDINALS = ("first", "second", "third", "fourth", "fifth")
LAST = re.compile(
    r"排(?:在)?[^,，。?？]{0,8}(?:最后|末位)|末位|最后一?(?:个|家)(?:责任)?(?:单位|部门)|"
    r"\b(?:list|name)(?:ed|s)?\b[^?.,]{0,40}\blast\b|"
    rf"\blast(?:[- ](?:named|listed))? {ENGLISH_UNIT}\b",
    re.IGNORECASE,
)
NTH = re.compile(
    rf"(?:排)?第(?P<chinese>[一二三四五六七八九十\d]+)(?:位|个|家)?(?:的)?{UNIT}|"
    r"排第(?P<place>[一二三四五六七八九十\d]+)(?:位)?的|"
    rf"\b(?P<english>{'|'.join(ORDINALS)})(?:[- ](?:listed|named|responsible|"
    rf"mentioned))? {ENGLISH_UNIT}\b|"
    rf"\b(?:{ENGLISH_UNIT}|who)\b[^?.,]{{0,12}} (?:listed|named) (?P<named>{'|'.join(ORDINALS)})\b",
    re.IGNORECASE,
)
FIRST_BODY = re.compile(rf"首个{UNIT}|首要{UNIT}", re.IGNORECASE)
# The districts of a list are meant, not all its bodies.
DISTRICTS = re.compile(
    r"(?:负责|参与|承担|管)[^,，。?？]{2,16}的(?:[那这]个|[那这]?几个)?区(?![域别分块])|"
    rf"{UNIT}里的区|\bthe districts? (?:responsible|named|listed|in charge)\b",
    re.IGNORECASE,
)
# All bodies of a list: 负责云计算的单位, "the body in charge of radio".
EVERY_BODY = re.compile(
    r"(?:负责|主管|分管|管)[^,，。?？]{2,16}的(?:那|这)?(?:个|些|几个|几家)?(?:单位|部门|机构)|"
    rf"\bthe {ENGLISH_UNIT} (?:that (?:is|are) )?(?:in charge of|responsible for|behind|"
    rf"looking after)\b",
    re.IGNORECASE,
)
# What is asked of the bodies: their tasks, or those that they have besides.
ELSE = re.compile(
    r"(?:还|另外|同时|也|其他|别的)[^,，。?？]{0,8}"
    r"(?:负责|管|参与|承担|牵头|有|干|做|任务|工作)|(?:其他|别的|另外的)(?:任务|工作|事)|"
    r"\bwhat else\b|\b(?:other|further|more) (?:tasks?|duties|jobs?|work|sections?|measures?)\b|"
    r"\balso (?:responsible|involved|in charge|named)\b|\belse (?:is|does|do|are)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"(?:几|多少|哪些|哪几)(?:项|个|条|件)?(?:任务|工作|事)|"
    r"任务[^,，。?？]{0,4}(?:几|多少)(?:项|个|条)|(?:几|多少|哪)(?:项|条|件)\W*$|"
    r"\bhow many (?:other |further )?(?:tasks?|duties|jobs?|items?|sections?)\b|"
    r"\b(?:which|what) (?:other )?(?:tasks|duties|jobs)\b|"
    r"\ball (?:of )?(?:its|their) (?:tasks|duties)\b",
    re.IGNORECASE,
)
# A later clause speaks of the bodies of the one before.
LATER = re.compile(
    r"[,，。?？;；:：]\s*(?P<outer>[^,，。?？;；:：]{0,16}?"
    r"(?:它们?|他们|其(?![他它中余实])|该(?:单位|部门|机构|局|委|办)|"
    r"这(?:个|家|些|几家)(?:单位|部门|机构)).*)$|"
    r"[,.?;:]\s*(?P<english>(?:and |then |but )?[^,.?;:]{0,40}?\b(?:it|its|they|their|them|"
    r"that (?:body|unit|agency))\b.*)$",
    re.IGNORECASE | re.DOTALL,
)

# The tasks of the body that has most are asked for at the end: 哪个单位任务最多,是哪些?
ITS_TASKS = re.compile(
    r"[,，。?？;；:：]\s*(?:[^,，。?？]{0,4}(?:几|多少)(?:项|个|条)[,，])?"
    r"(?P<chinese>(?:请|并|具体|分别|又|都|各)*(?:是|有|包括|负责|管|列出)(?:了|着|来)?"
    r"(?:哪|什么|啥|其|它|全部|所有|任务)[^,，。?？]{0,8})\W*$|"
    r"[,;.?]\s*(?P<english>(?:and |then )?(?:please )?"
    r"(?:(?:which|what)(?: tasks| ones)? are (?:they|those|these)|"
    r"(?:list|name|show|give)(?: me)? (?:them|those|all of them)))\W*$",
    re.IGNORECASE,
)

# Which bodies of a list are meant, by their place in it; those counted are of all lists.
Which = Literal["first", "last", "nth", "districts", "all", "counted"]


@dataclass(frozen=True, slots=True)
class Chain:
    """A question in two steps: what finds the bodies, which of them, and what is asked of them."""

    inner: str
    outer: str
    which: Which
    place: int = 1
    tally: Tally | None = None  # that counts them


def read_chain(question: str, title_words: TitleWords = NO_TITLES) -> Chain | None:
    """
    Part a question that names no body into its two steps; None where it has but one.

    ``"云计算排第一的单位还负责什么?" -> inner as asked, outer 还负责什么, first``
    """
    text = normalise(question)
    counted = ITS_TASKS.search(text)
    first = read_tally(text[: counted.start()], title_words) if counted else None
    if counted and first and first.kind == "most_tasks":
        outer = counted["chinese"] or counted["english"]
        return Chain(text[: counted.start()], outer, "counted", tally=first)
    later = LATER.search(text)
    outer = next((part for part in later.groups() if part), "") if later else ""
    if outer and _asks_on(outer):
        inner = text[: later.start()] if later else text
        tally = read_tally(inner, title_words)
        if tally and tally.kind == "bodies_by_tasks":
            return None  # 只有一项任务的单位有哪些?分别是哪项?
        if tally and tally.kind == "most_tasks":
            return Chain(inner, outer, "counted", tally=tally)
        if found := _which(inner):
            return Chain(inner, outer, *found[:2])
        return Chain(inner, outer, "all") if asks_who(inner) else None
    found = _which(text)
    if found is None:
        return None
    which, place, phrase = found
    rest = text.replace(phrase, " ")
    return Chain(text, rest, which, place) if _asks_on(rest, whole=which != "all") else None


def _asks_on(text: str, *, whole: bool = True) -> bool:
    """Say whether a clause asks for the tasks of bodies that it does not name."""
    return bool(ELSE.search(text) or COUNTED.search(text) or (whole and asks_duties(text)))


def _which(text: str) -> tuple[Which, int, str] | None:
    """Read which bodies of a list are meant, at which place, and the words that say so."""
    if found := LAST.search(text):
        return "last", 1, found[0]
    if found := NTH.search(text):
        said = found["chinese"] or found["place"] or found["english"] or found["named"]
        place = _ordinal(said)
        return ("first" if place == 1 else "nth"), place, found[0]
    if found := FIRST_BODY.search(text) or FIRST.search(text):
        return "first", 1, found[0]
    if found := DISTRICTS.search(text):
        return "districts", 1, found[0]
    if found := EVERY_BODY.search(text):
        return "all", 1, found[0]
    return None


def _ordinal(said: str) -> int:
    if said in ORDINALS:
        return ORDINALS.index(said) + 1
    return numeral_to_int(said)


def rows_meant(chain: Chain, task: Task) -> tuple[Row, ...]:
    """Give the rows of a task's list that a chain means."""
    own = tuple(row for row in task.rows if not row.is_group)
    match chain.which:
        case "last":
            return own[-1:]
        case "districts":
            return tuple(row for row in own if row.is_place)
        case "all":
            return own
        case _:
            return own[chain.place - 1 : chain.place]


class Chains:
    """Answers questions in two steps over one index, and says both."""

    def __init__(self, responsible: Responsible, tallies: Tallies, duties: Duties) -> None:
        self._responsible = responsible
        self._tallies = tallies
        self._duties = duties

    def answer(
        self,
        asked: Understanding,
        chain: Chain,
        search_for: Callable[[Understanding], Search],
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | Refusal | None:
        """Find the bodies by the first step, and answer the second over them; None without any."""
        inner = replace(asked, core=chain.inner)
        search = search_for(inner)
        if chain.tally:
            bodies = self._tallies.leaders(inner, chain.tally, scope)
            step = Step(strings.step_most.format(body=names_of(bodies, asked.language, strings)))
        else:
            found = self._responsible.best_task(inner, search)
            if found is None:
                return None
            document, task = found
            rows = rows_meant(chain, task)
            bodies = tuple(
                dict.fromkeys(organisation_for(r.body, place_of(document)) for r in rows)
            )
            step = self._step(chain, document, rows, bodies, asked, strings)
        if not bodies:
            return None
        mentions = [Mention(0, 0, body.printed, (body,)) for body in bodies]
        outer = replace(asked, core=chain.outer, named=())
        return self._duties.answer(outer, mentions, search, strings, scope, step=step)

    @staticmethod
    def _step(
        chain: Chain,
        document: Document,
        rows: Sequence[Row],
        bodies: Sequence[Organisation],
        asked: Understanding,
        strings: Strings,
    ) -> Step:
        """Word the first step: which bodies the list names."""
        templates = {
            "first": strings.step_first,
            "last": strings.step_last,
            "nth": strings.step_nth,
            "districts": strings.step_districts,
            "all": strings.step_units,
        }
        section = document.section(rows[0].ref) if rows else None
        name = task_name(document, section, asked.language) if section else ""
        text = templates[chain.which].format(
            task=name, body=names_of(bodies, asked.language, strings), place=chain.place
        )
        return Step(text, document, rows)
