"""
Who heads a group that a document sets up, and which leader is charged with a task.

A post answers, 由市长任组长, as does a name that a list prints, 责任领导:何敏. The sentence that
says so is no list of responsible units.
"""

import re

from bot.evidence import EvidenceReader
from bot.reply import Answer
from bot.seats import telling_sentence
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.normalise import fold_script
from index.retriever import Search

HEADS = "(?:副|总|第一|常务)?(?:组长|召集人|总指挥|指挥长|链长|河长|田长|林长|主任委员|会长|理事长)"
ACTS = "(?:担任|出任|兼任|当|任|做)"
WHO = "(?:谁|什么人|哪(?:一)?(?:位|级)(?:领导|干部|负责人)?)"
LEADERS = "(?:责任|牵头|分管|包联)领导"
GROUP = r"(?:groups?|conference|headquarters|committee|task force|command|meetings?)\b"
LEAD = r"(?:heads?|headed|chairs?|chaired|convenes?|convened|presides over)"
HEAD = r"(?:head|chair\w*|(?:group )?leader|conven[eo]r|commander)"
# How it is asked for, and what tells it.
TOLD = (
    (
        re.compile(
            rf"{WHO}(?:来|牵头|挂帅)*{ACTS}[^,，。;；?？]{{0,20}}{HEADS}|"
            rf"{HEADS}(?:分别|都)?(?:应当|应|要)?(?:是|由|为)?{WHO}(?:来)?{ACTS}?|"
            rf"谁是[^,，。;；?？]{{0,24}}{HEADS}|{WHO}(?:来|负责)?(?:召集|挂帅)|"
            rf"\bwho (?:is to |will |shall |should |must )?{LEAD} [^?,;]{{0,80}}\b{GROUP}|"
            rf"\bwho (?:is|will be|acts as|serves as) (?:the )?{HEAD}\b[^?,;]{{0,80}}\b{GROUP}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{ACTS}[^,，。;；]{{0,8}}?{HEADS}|{HEADS}(?:由|为|是|[:：])|"
            r"由[^,，。;；]{2,16}(?:负责)?召集|(?:主持|召集)召开|"
            rf"\b(?:headed|chaired|convened) by\b|\bas (?:its |the )?{HEAD}\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            rf"{LEADERS}(?:的)?(?:分别)?(?:是|叫|姓|有)?(?:{WHO}|什么(?:名字)?|哪些人)|"
            rf"谁是[^,，。?？]{{0,14}}{LEADERS}"
        ),
        re.compile(rf"{LEADERS} ?[:：|]"),
    ),
)


def lacks_post(question: str, text: str) -> bool:
    """Say whether a question asks for a post or a leader that a text does not tell."""
    asked, told = fold_script(question), fold_script(text)
    return any(asks.search(asked) and not tells.search(told) for asks, tells in TOLD)


def without_post(question: str) -> str:
    """Cut out of a question, in simplified characters, what asks for a post or a leader."""
    for asks, _ in TOLD:
        question = asks.sub(" ", question)
    return question


def answer_post(
    asked: Understanding, search: Search, reader: EvidenceReader, strings: Strings
) -> Answer | None:
    """Give the sentence that tells a post or a leader; None where none is asked for or told."""
    question = fold_script(asked.core)
    for asks, tells in TOLD:
        if asks.search(question):
            return telling_sentence(tells, asked, search, reader, strings)
    return None
