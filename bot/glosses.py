"""
What a question says of a body beside its name: 财政局, 就是管预算的那个部门.

The other name in brackets behind the first ("the Finance Bureau (财政局)") and the words that say
which body is meant ("the one that holds the budget") are no topic: they belong to the name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.mentions import Mention
from corpus.normalise import normalise

KIND = r"(?:one|body|bureau|office|commission|department|agency|unit|authority|people|guys)"
CARES = (
    r"(?:is|are|holds?|runs?|handles?|manages?|oversees?|regulates?|controls?|keeps?|looks? after|"
    r"deals? with|takes? care of)"
)
GLOSS = re.compile(
    rf"(?:,| ?\(| ?[-–—]+) ?(?:(?:i\.e\.|meaning|that is(?: to say)?),? )?"
    rf"(?:the {KIND} (?:that|which|who|in charge of|responsible for|with|for|\w+ing)|"
    rf"which {CARES})\b"
    r"[^,;?()–—]+[,)–—]?|"
    r" ?[(,]?(?:也?就是|即|亦即)?(?:主?管|负责|掌管)[^,。?;()]{1,14}?的(?:那|这)(?:个|家)"
    r"(?:(?:部门|单位|机构|委|局|办)[),]?|[),])"
)
# A name in the other script: Jinghai District (静海区).
TRANSLATED = re.compile(
    r"(?<=[a-zA-Z]) ?[(（][\u4e00-\u9fff]{2,14}[)）]|"
    r"(?<=[\u4e00-\u9fff]) ?[(（][a-zA-Z][a-zA-Z'’ -]{7,}[)）]"
)
BRACKETED = re.compile(r" ?[(\[]([^()\[\]]{2,60})[)\]]")


def with_glosses(question: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """
    Give the mentions of a question with what it says of each body drawn to its name.

    :param mentions: in order
    """
    plain = normalise(question)
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if last and last.organisations == mention.organisations:
            if BRACKETED.fullmatch(plain[last.end : mention.end + 1]):
                found[-1] = replace(last, end=mention.end + 1)
                continue
        found.append(mention)
    return tuple(_with_gloss(plain, mention) for mention in found)


def _with_gloss(plain: str, mention: Mention) -> Mention:
    end = mention.end
    for pattern in (TRANSLATED, GLOSS):
        if gloss := pattern.match(plain, end):
            end = gloss.end()
    return replace(mention, end=end)


def without_translations(question: str) -> str:
    """Give a question without the names in the other script that it puts in brackets."""
    return TRANSLATED.sub("", question)
