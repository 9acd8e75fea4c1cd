"""
Until when one may apply, and when a phase of a project is due.

Any document has dates. One by which something is to be handed in stands in one sentence with that;
one of the first phase is none of the second.
"""

import re

from bot.citations import CitationList, answer_from
from bot.due_years import SET, asks_when
from bot.originals import shown_text
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.normalise import fold_script, normalise
from corpus.sentences import split_sentences
from index.library import Index
from index.retriever import Search

HAND_IN = "申报|申请|报名|提交|报送|上报"
APPLY = f"{HAND_IN}|受理|征集"
DAY = r"(?:\d{1,2} ?月 ?\d{1,2} ?日|\d{1,2} ?月底|(?:19|20)\d\d ?年 ?\d{1,2} ?月)"
WITHIN = r"(?:\d+|[一二三四五六七八九十]+)个?(?:工作日|日|天|月|年)(?:之|以)?内"
ASKED = re.compile(
    r"(?:申报|申请|报名|受理|征集|材料)[^,，。?？]{0,12}(?:截止|截至|最晚|最迟|哪(?:一)?天|几号|几月)|"
    r"(?:截止|最晚|最迟|几号之?前)[^。?？]{0,10}(?:申报|申请|报名|提交|交(?!通|易|流)|报送|上报)|"
    r"\b(?:deadline|closing date|last (?:day|date))\b[^?]*\b(?:appl|submi)|"
    r"\b(?:application|submission) (?:deadline|period|date)|"
    r"\bwhen\b[^?]*\b(?:applications?|submissions?) (?:close|due|end)",
    re.IGNORECASE,
)
APPLY_BY = re.compile(
    rf"截止|(?:申报|报名|受理)时间|{DAY}[^。;；\n]{{0,40}}(?:{APPLY})|"
    rf"(?:{APPLY})[^。;；\n]{{0,40}}{DAY}|(?:{HAND_IN})[^。;；\n]{{0,40}}{WITHIN}|"
    rf"{WITHIN}[^。;；\n]{{0,20}}(?:{HAND_IN}|提出)|"
    r"\bdeadline|\b(?:appl|submi)\w+[^.]{0,60}\b(?:by|before|within) ",
    re.IGNORECASE,
)
# The day itself, in the sentence that says what is handed in by then.
APPLY_DAY = re.compile(
    rf"(?:截止|{DAY}(?:之?前|以前))[^。;；\n]{{0,40}}(?:{APPLY})|"
    rf"(?:{APPLY})[^。;；\n]{{0,40}}(?:截止|{DAY})"
)
MOST = 3  # sentences that are given
PHASE = re.compile(
    r"(?<![一二三四五六七八九十])(?P<chinese>[一二三四五首])(?=期(?!限|间|待|望)|批|阶段)|"
    r"\b(?P<english>first|second|third|fourth|fifth) (?:phase|stage|batch)\b",
    re.IGNORECASE,
)
ENGLISH_PHASES = dict(zip("first second third fourth fifth".split(), "一二三四五", strict=True))
SENTENCE = re.compile(r"[^。;；\n]+")


def asks_to_apply(question: str) -> bool:
    """Say whether a question asks until when one may apply: 材料最晚几号前交."""
    return bool(ASKED.search(fold_script(question)))


def sentences_to_apply(text: str) -> str:
    """Give the sentences of a text that say until when one may apply."""
    return "\n".join(s for s in SENTENCE.findall(text) if APPLY_BY.search(s))


def answer_deadline(
    asked: Understanding, search: Search, index: Index, strings: Strings
) -> Answer | None:
    """Give the days by which the best document has things handed in; None where it names none."""
    if not search.hits or not asks_to_apply(asked.core):
        return None
    document = index.document(search.hits[0].document)
    citations = CitationList(index, asked.language)
    sentences: list[CitedSentence] = []
    for section in document.sections:
        for start, end in split_sentences(document.plain, section.start, section.end):
            if len(sentences) < MOST and APPLY_DAY.search(document.plain, start, end):
                text = shown_text(document, section, start, end, asked.language, strings)
                marker = citations.cite(document, section, start, end)
                sentences.append(CitedSentence(text, (marker,)))
    return answer_from(asked, sentences, citations, search) if sentences else None


def lacks_phase(question: str, text: str) -> bool:
    """
    Say whether a question asks when a phase is due of which a text sets no time.

    ``lacks_phase("二期什么时候开工?", "一期2026年底前建成。") -> True``
    """
    asked = _phases(question) if asks_when(question) else frozenset()
    dated = (s for s in SENTENCE.findall(normalise(text)) if SET.search(s))
    return bool(asked) and not any(asked & _phases(sentence) for sentence in dated)


def _phases(text: str) -> frozenset[str]:
    found = PHASE.finditer(fold_script(text))
    numbers = (m["chinese"] or ENGLISH_PHASES[m["english"].lower()] for m in found)
    return frozenset(number.replace("首", "一") for number in numbers)
