"""
Questions for yes or no: what the nearest provision says, in its own word.

Nothing is concluded from it. 不得, 可以 or 应当 is quoted where the provision is plainly about what
is asked and no sentence beside it says the contrary; the provision follows.
"""

import re
from typing import Literal

from bot.evidence import EvidenceReader
from bot.passages import Passage
from corpus.language import Language

Modality = Literal["forbids", "allows", "demands"]

LEAST_SHARE = 0.35  # of the question's words that the provision must hold
NEXT = 0.15  # how far below the best sentence another may say the contrary
NEEDS = re.compile(
    r"(?:^|[^可])(?:要|需要|必须|必要|应当|应该|得)[^,，?？]*(?:吗|么|不)\W*$|(?:要|用|需|该)不(?:要|用|需|该)|"
    r"\b(?:must|need|required?|have to)\b",
    re.IGNORECASE,
)
NEEDED = re.compile(  # what says whether something is needed
    r"应当|應當|必须|必須|无[需须]|無[需須]|不需要|不必|不再|不受|"
    r"\b(?:must|shall|not required|exempt)\b(?! not)",
    re.IGNORECASE,
)
WORDS: dict[Language, dict[Modality, re.Pattern[str]]] = {
    "zh": {
        "forbids": re.compile(
            "不得|禁止|[严嚴]禁|不予|不再|不受|不适用|不適用|不[应應]|不能|不可|不(?:实行|實行)|"
            "无[需须]|無[需須]|不需要|不必|除外"
        ),
        "allows": re.compile(
            "可以|允许|允許|有权|有權|得?(?:准用|準用|参照|參照)|可(?=[自依按向申同单独])|"
            "(?<![不获获取获使])得(?=[依向使])"
        ),
        "demands": re.compile("应当|應當|必须|必須"),
    },
    "en": {
        "forbids": re.compile(
            r"\b(?:(?:must|may|shall) not|cannot|(?:is|are) not allowed|prohibited|forbidden|"
            r"not required|exempt)\b",
            re.IGNORECASE,
        ),
        "allows": re.compile(r"\b(?:may|can|allowed|permitted)\b(?! not)", re.IGNORECASE),
        "demands": re.compile(r"\b(?:must|shall)\b(?! not)", re.IGNORECASE),
    },
}


def stated_word(question: str, passage: Passage, reader: EvidenceReader, language: Language) -> str:
    """
    Give the word by which the best sentence of a passage forbids, allows or demands.

    Empty where it has none, or none that tells whether a thing is needed where that is asked;
    where it holds too little of the question; and where another sentence of the passage that
    fits nearly as well says the contrary.
    """
    sentences = _texts(passage, language)
    if not sentences:
        return ""
    best = max(score for _, score in sentences)
    near = [(text, score) for text, score in sentences if score >= best - NEXT]
    text = max(near, key=lambda pair: pair[1])[0]
    item_texts = (passage.document.plain[item.start : item.end] for item in passage.items)
    whole = " ".join([text, *(item_texts if language == "zh" else ())])
    found = _words(text, language)
    if not found or reader.share(whole, language) < LEAST_SHARE:
        return ""
    said = {modality for other, _ in near for modality in _words(other, language)}
    word = next(iter(found.values()))
    if {"forbids", "allows"} <= said or (NEEDS.search(question) and not NEEDED.search(word)):
        return ""
    return word


def _words(text: str, language: Language) -> dict[Modality, str]:
    """Give the first word of each modality in a text, the most telling one first."""
    patterns = WORDS[language]
    found = ((modality, pattern.search(text)) for modality, pattern in patterns.items())
    return {modality: match[0] for modality, match in found if match}


def _texts(passage: Passage, language: Language) -> list[tuple[str, float]]:
    """Give the sentences of a passage, or its lead-in, in a language, with their scores."""
    document = passage.document
    spans = [(s.start, s.end, s.score) for s in passage.sentences]
    if passage.enumeration:
        spans = [(passage.enumeration.start, passage.enumeration.end, 1.0)]
    if language == "zh":
        return [(document.plain[start:end], score) for start, end, score in spans]
    if document.rendering is None:
        return []
    return [(document.rendering.text(start, end), score) for start, end, score in spans]
