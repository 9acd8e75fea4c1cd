"""A question that leans on the one before it, such as 那责任单位是谁?."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding import Understanding, understand
from corpus.language import Language

LEANS = re.compile(
    r"^(?:那么?|它|他们|这|该|其|上面|刚才|前面|还有|另外|再)|(?:这|那)(?:项|个|些|条|方面|件)|它们?的?|上述|"
    r"^(?:and|what about|how about|so|then)\b|\b(?:it|its|they|their|them|that|this|those|these)\b",
    re.IGNORECASE,
)
LONGEST: dict[Language, int] = {"zh": 24, "en": 12}  # characters, or words, of one that leans


def length_of(asked: Understanding) -> int:
    """Count the characters of a Chinese question, the words of an English one."""
    return len(asked.core) if asked.language == "zh" else len(asked.core.split())


def with_history(asked: Understanding, history: Sequence[tuple[str, str]]) -> Understanding:
    """
    Search a leaning question together with the last question of the conversation.

    A question that stands alone is left as it is; the answer language stays the new question's.
    """
    earlier = next((text for role, text in reversed(history) if role == "user"), "")
    if not earlier or not LEANS.search(asked.core):
        return asked
    if length_of(asked) > LONGEST[asked.language]:
        return asked
    before = understand(earlier)
    if before.only_instruction:
        return asked
    return replace(asked, core=f"{before.core} {asked.core}")
