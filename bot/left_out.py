"""
The bodies that a question leaves out of a count: 除工信委外,哪个单位任务最多, "apart from the DRC".

A question that names another body beside them is for the tasks of that one, and counts nothing.
"""

import re
from collections.abc import Sequence

from bot.body_groups import GROUP, read_frame
from corpus.mentions import Mention

BODIES = rf"[「“\"(（]?(?:the )?(?:tianjin )?(?:municipal )?{GROUP}[」”\"]?"
CHINESE_BUT = (
    r"(?:除(?:了|去|开|掉)?|不(?:算|含|包括|计入?|考虑)|撇开|抛开|排除|去掉|剔除|刨去|扣除)"
)
ENGLISH_BUT = (
    r"\b(?:(?:apart|aside) from|other than|besides|but not|except(?:ing)?(?: for)?|excluding|"
    r"barring|(?:not|without) (?:counting|including|considering)|without|"
    r"leaving(?: out| aside)?|setting aside|ignoring|disregarding)"
)
BUT = re.compile(
    rf"{CHINESE_BUT}{BODIES}(?:这一?[类种家个][^,，。]{{0,4}})?(?:以外|之外|外)?(?:的)?\s*[,，]?|"
    rf"{BODIES}(?:除外|不算|不计|以外|之外)[)）]?\s*[,，]?|"
    rf"{ENGLISH_BUT} {BODIES}(?: (?:out|aside|apart))?\s*[,)]?"
)


def bodies_left_out(
    question: str, mentions: Sequence[Mention]
) -> tuple[tuple[Mention, ...], str] | None:
    """
    Give the bodies that a question leaves out, and the question without saying so.

    :returns: None where it names other bodies too, or leaves none out in such words
    """
    frame = read_frame(question, mentions) if mentions else None
    if frame is None or frame.mentions(excluded=False):
        return None
    rest = BUT.sub(" ", frame.text)
    if any(0xE000 <= ord(character) <= 0xF8FF for character in rest):
        return None
    return frame.mentions(excluded=True), rest.strip()
