"""
Names of several words that a document prints, and not beside a number.

What is set as 护理补贴 is no 岗位津贴 where the document speaks of that elsewhere, and what is paid
for a project is not what a regional headquarters is paid.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from corpus.language import Language

PAYMENT = re.compile(r"[\u4e00-\u9fff]{2}(?:津贴|补贴|补助|奖励|奖金|补偿)")


def is_other_payment(question: str, document: str, context: str) -> bool:
    """
    Say whether a question names a payment that a document prints, and not beside a number.

    ``is_other_payment("岗位津贴多少?", "有岗位津贴。护理补贴100元。", "护理补贴100元") -> True``
    """
    named = [name for name in PAYMENT.findall(question) if name in document]
    return bool(named) and not any(name in context for name in named)


def is_other_compound(
    said: Sequence[str],
    topics: Collection[str],
    document: str,
    context: str,
    language: Language,
) -> bool:
    """
    Say whether two topics that follow one another stand so in a document, but not beside a number.

    :param said: the words of a question, in order
    :param topics: those of them that tell of what the number is
    :param context: what stands beside the number, normalised
    """
    space = "" if language == "zh" else r"\s+"
    return any(
        one in topics
        and other in topics
        and one not in context
        and other not in context
        and re.search(f"{re.escape(one)}{space}{re.escape(other)}", document, re.IGNORECASE)
        for one, other in pairwise(said)
    )
