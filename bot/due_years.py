"""When something is to be done: questions for it, and the years that plans set."""

import re

from bot.plain_words import topic_words
from corpus.normalise import normalise

ASKED = re.compile(
    r"哪(?:一)?年|什么时候|何时|\b(?:which|what) year\b|\bby when\b|^when\b", re.IGNORECASE
)
# A day or a year that is set, in whatever way: 一期2026年底前建成, 于8月10日前上报.
SET = re.compile(
    r"(?:19|20)\d\d ?年(?:\d{1,2} ?月(?:\d{1,2} ?日)?)?[底末]?(?:之?前|以前)|"
    r"\d{1,2} ?月(?:\d{1,2} ?日|[底末])(?:之?前|以前)|"
    r"\d{1,2} ?月(?:\d{1,2} ?日)?[至到—-]\d{1,2} ?月|[到至] ?(?:19|20)\d\d ?年|"
    r"\bby (?:the end of )?(?:\w+ )?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
BY_YEAR = re.compile(
    r"[到至] ?(?:19|20)\d\d ?年|\bby (?:the end of )?(?:19|20)\d\d\b", re.IGNORECASE
)
GOALS = re.compile(r"目标|指标|任务|\b(?:targets?|goals?|objectives?|aims?)\b")
# What is done to a goal tells no goal from another.
REACHED = re.compile(
    r"完成|实现|达到|达成|建成|建好|截止|哪(?:一)?年|什么时候|何时|"
    r"\b(?:met|reach(?:ed)?|achieved?|finish(?:ed)?|completed?|built|established|fulfilled|hit|due|year)\b"
)
SENTENCE = re.compile(r"[^。.\n]+")


def asks_when(question: str) -> bool:
    """Say whether a question asks when something is to be done."""
    return bool(ASKED.search(normalise(question)))


def is_set_for_year(question: str, text: str) -> bool:
    """
    Say whether a text sets a year for what a question asks about: 到2020年,建成研发基地.

    A question for the goals alone is about all of them.
    """
    plain = REACHED.sub(" ", normalise(question))
    topics = topic_words(GOALS.sub(" ", plain))
    if not topics and not GOALS.search(plain):
        return False
    sentences = SENTENCE.findall(normalise(text))
    return any(BY_YEAR.search(s) and all(topic in s for topic in topics) for s in sentences)
