"""
Several questions in one, such as 税收政策归谁落实?产业基金归谁管.

They are told apart where each asks the same, who is responsible or where a thing stands, of a topic
of its own. A clause that speaks of the one before (由哪些单位负责, "who is responsible for it") is
no question by itself.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from bot.citations import CitationList
from bot.plain_words import topic_words, topics_as_written
from bot.reply import Answer, CitedSentence
from bot.stated_numbers import without_measures
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.asked_numbers import QUANTITY
from corpus.normalise import fold_script, to_simplified
from index.library import Index
from index.retriever import Hit, Search

BREAK = re.compile(
    r"[,，;；。?？]\s*(?:and\s+|but\s+)?|\s+and\s+(?=(?:who|which|whose)\b)", re.IGNORECASE
)
BACK = re.compile(
    r"它|他们|其(?!他)|该|那|这|上述|两者|二者|"
    r"\b(?:it|its|they|their|them|that|this|these|those|there|both|else|other|same)\b",
    re.IGNORECASE,
)
# What a clause may ask: who is responsible, or where a thing stands.
ASKED = (
    re.compile(
        r"谁|哪(?:个|些|几个|几家|家)?(?:单位|部门|机构|委|局)|"
        r"\bwho\b|\bwhom\b|"
        r"^which\b(?! (?:section|part|task|area|measure|chapter|article|item)s?\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"哪(?:一|个|些|几)?(?:条|个方向|方向|章|节|部分|项任务)|"
        r"\b(?:which|what) (?:section|part|task|area|measure|chapter|article|item)s?\b",
        re.IGNORECASE,
    ),
)
# A number, and behind it in which part of the document its thing stands.
THEN_PART = re.compile(
    r"^(?P<number>.+?)[,，;；。.?？]\s*(?:and |以及|并且|另外|同时)?"
    r"(?P<part>[^,，;；。.?？]*(?:哪(?:一)?(?:个|条|项|章|节|部分|块|大)?(?:发展)?"
    r"(?:重点|领域|板块|方向|部分|任务|章节?|节|条|产业)|"
    r"\b(?:which|what) (?:[\w-]+ ){0,2}?(?:section|part|task|area|measure|chapter|article|item|"
    r"focus(?:es)?|field|priorit(?:y|ies)|sector|heading)s?\b)[^,，;；。.?？]*)[?？.。]?\s*$",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"它们?|他们|这(?:些|个|项|两个)?(?!一)|该|\b(?:it|they|them|this|that|these|those)\b",
    re.IGNORECASE,
)
NEXT_NUMBER = re.compile(r"[,，、;；。?？]|\band\s+(?=how\b)", re.IGNORECASE)
HOW_MANY = re.compile(
    r"多少|几(?=[^,，。?？]{0,3}$)|\bhow (?:many|much|big|large|fast|high)\b", re.IGNORECASE
)


def questions_in(question: str) -> tuple[str, ...]:
    """
    Part a question into those that it consists of; none where it is one.

    ``"税收政策归谁落实?产业基金归谁管?" -> 税收政策归谁落实, 产业基金归谁管``
    """
    clauses = _clauses(BREAK, question)
    for kind in ASKED:
        asking = [clause for clause in clauses if kind.search(to_simplified(clause))]
        if (
            clauses
            and asking == clauses
            and all(topic_words(kind.sub(" ", clause)) for clause in clauses)
        ):
            return tuple(clauses)
    return _number_and_part(question)


def _number_and_part(question: str) -> tuple[str, ...]:
    """
    Part a question for a number and the part of the document where its thing stands.

    ``"灯塔要建多少座?它属于哪个发展重点?" -> 灯塔要建多少座, 灯塔属于哪个发展重点``
    """
    found = THEN_PART.search(question)
    if not found or not QUANTITY.search(fold_script(found["number"])):
        return ()
    topics = map(without_measures, topics_as_written(HOW_MANY.sub(" ", found["number"])))
    thing = next(filter(None, topics), "")
    return found["number"], PRONOUN.sub(lambda _: thing, found["part"], count=1)


def several_numbers(question: str) -> tuple[str, ...]:
    """
    Part a question that asks for one number after the other; none where it asks for one.

    ``"服务器年产多少台?手机年产多少部?" -> 服务器年产多少台, 手机年产多少部``
    """
    clauses = _clauses(NEXT_NUMBER, question)
    asking = all(HOW_MANY.search(clause) for clause in clauses)
    named = all(topic_words(HOW_MANY.sub(" ", clause)) for clause in clauses)
    return tuple(clauses) if asking and named else ()


def _clauses(end: re.Pattern[str], question: str) -> list[str]:
    """Part a question into clauses; none for one clause, or where a later one speaks of another."""
    clauses = [clause.strip() for clause in end.split(question) if clause and clause.strip()]
    leans = any(BACK.search(to_simplified(clause)) for clause in clauses[1:])
    return [] if leans or len(clauses) < 2 else clauses


def joined(
    asked: Understanding,
    answers: Sequence[Answer],
    search: Search,
    index: Index,
    strings: Strings,
) -> Answer:
    """Put answers one behind the other, each under the line that opens it."""
    citations = CitationList(index, asked.language)
    sentences: list[CitedSentence] = []
    hits: dict[tuple[str, str], Hit] = {}
    for answer in answers:
        own = citations.sentences_of(answer)
        if answer.opening:
            sentences.append(CitedSentence(answer.opening, own[0].citations, is_heading=True))
        sentences += own
    best = chain.from_iterable(zip(*(answer.hits for answer in answers), strict=False))
    for hit in (*best, *search.hits):
        hits.setdefault((hit.document, hit.ref), hit)
    closings = dict.fromkeys(answer.closing for answer in answers if answer.closing)
    return Answer(
        asked.question,
        asked.language,
        tuple(sentences),
        citations.all(),
        tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits.values(), start=1)),
        closing=strings.space.join(closings),
        notices=tuple(dict.fromkeys(notice for answer in answers for notice in answer.notices)),
    )
