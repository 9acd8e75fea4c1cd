"""Which language a text is in, and in which script."""

import re
from typing import Literal

from corpus.normalise import HAN, to_simplified

Language = Literal["zh", "en"]

LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
# Function words carry the grammar; a mixed question is in the language of its grammar.
ENGLISH_GRAMMAR = re.compile(
    r"\b(?:what|which|who|whom|whose|where|when|why|how|is|are|was|were|does|do|did|can|could|"
    r"should|will|would|has|have|had|been|be|this|that|these|those|from|with|under|not|still|"
    r"the|of|for|in|on|to|by|and|about|there|any|tell|me|list|give|show)\b",
    re.IGNORECASE,
)
CHINESE_GRAMMAR = re.compile(
    "[的是吗呢么谁哪几请把被有在和与及或要会能可]|什么|怎么|如何|多少|哪些|為|嗎|誰|麼|幾|請"
)


def detect_language(text: str) -> Language:
    """
    Decide between Chinese and English by the grammar, not by counting letters.

    A text without Han characters is English, one without Latin words Chinese. In a mixed
    one, function words decide: ``"i-Tianjin Wi-Fi 归谁管?"`` is Chinese,
    ``"Who is responsible for 三网融合?"`` is English.
    """
    han = len(HAN.findall(text))
    words = LATIN_WORD.findall(text)
    if not han:
        return "en" if words else "zh"
    if not words:
        return "zh"
    english = len(ENGLISH_GRAMMAR.findall(text))
    chinese = len(CHINESE_GRAMMAR.findall(text))
    if english != chinese:
        return "en" if english > chinese else "zh"
    return "en" if len(words) > han else "zh"


def is_traditional(text: str) -> bool:
    """Say whether the text holds characters that simplified Chinese writes differently."""
    return to_simplified(text) != text
