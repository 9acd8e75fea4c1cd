"""
Tell the heading behind a section's number from the text that the number opens, in English.

``(a) Use natural buffers. Saltmarsh and dunes will be restored …`` has a heading: a few words
without a verb that is conjugated, before text.
"""

import re
from typing import Literal

from corpus import english_lists

RUN_IN_LIMIT = 90  # characters of a heading that shares its line with its text
RUN_IN_WORDS = 10
FULL_LINE = 40  # characters of a line that goes on in the next
OWN_LINE_LIMIT = 100  # characters of a heading on a line of its own
TEXT = 40  # characters that make what stands below text
END = re.compile(
    r"(?<![ .][A-Z])(?<!\b(?:No|St|Dr|Mr|vs))(?<!\b(?:Art|etc|Mrs))"
    r"(?:[.?!](?=\s+[\"“(‘]?[A-Z])|:(?=\s))"
)
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|shall|must|may|will|should|can|could|has|have|had|does|do"
    r"|means|includes?|applies|apply)\b",
    re.IGNORECASE,
)
JOINED = re.compile(r"(?:[;,:—–-]|\b(?:and|or|the|of|to|in|for|with|by))$")


def is_english(line: str) -> bool:
    """Say whether a line is in Latin letters: three words of them, and no Chinese."""
    return not re.search("[\u3400-\u9fff]", line) and bool(re.search("[A-Za-z]{3}", line))


def unwrapped(line: str, text: str) -> str:
    """
    Give a line with the next one where the heading of its text ends there; offsets stay.

    ``(12) A secure mechanism for cross-border data⏎flows. A green channel shall be …``

    :param text: the line and what stands below it
    """
    below = text[len(line) :]
    goes_on = re.match(r"[ ]*\n(?=[a-z])[^\n]*", below)
    if not goes_on or len(line) < FULL_LINE or END.search(line):
        return line
    joined = line + goes_on[0].replace("\n", " ")
    stopped = END.search(joined)
    return joined if stopped and stopped[0] != ":" else line


def read_english(
    line: str, below: str, *, may_lead: bool, has_children: bool
) -> tuple[Literal["certain", "likely"], str, int] | None:
    """
    Read what follows a number; None where it is text.

    :param below: what stands below the line before the next section
    :param may_lead: whether the numbering is one whose lines may be headings whatever follows
    :returns: how sure it is, the heading and where it ends in the line
    """
    if line[:1].islower():
        return None
    stopped = END.search(line)
    first = line[: stopped.start()] if stopped else line.rstrip(".?!")
    is_name = not (VERB.search(first) or ";" in first or first.count(",") > 2)
    if stopped:
        if stopped[0] == ":" or not is_name or len(first) > RUN_IN_LIMIT:
            return None
        return ("likely", first, stopped.end()) if len(first.split()) <= RUN_IN_WORDS else None
    if not line or len(line) > OWN_LINE_LIMIT or JOINED.search(line):
        return None
    has_text = has_children or len(english_lists.LINE.sub("", below).strip()) >= TEXT
    if line[-1] in ".!":
        return ("likely", first, len(line)) if is_name and has_text else None
    heading = line.rstrip()
    if may_lead:
        return ("certain" if has_text else "likely", heading, len(line))
    return ("likely", heading, len(line)) if is_name and has_text else None
