"""Who issued an English text, and when: its adoption line and the heading of its decree."""

import re
from collections.abc import Sequence

from corpus.dates import find_dates

DECREE = re.compile(
    r"^(?:Decree|Order|Announcement)(?:,? (?:\[\d{4}\] ?)?No\. ?\d+)? (?:of|by) (?:the )?"
    r"(?P<body>[A-Z].+?)(?:,? ?\(?No\. ?\d+\)?)?$"
)
NATIONAL = re.compile(
    r"Adopted at .{0,80}?(?P<committee>Standing Committee of the )?"
    r"(?:\w+ )?National People[’']s Congress",
    re.IGNORECASE | re.DOTALL,
)
# (Promulgated by Decree No. 47 of the … on March 3, 2023 and effective as of May 1, 2023)
CLAUSE = re.compile(
    r"(?:^|[(;,]|\band) ?(?:first |as |and )?"
    r"(?:adopted|approved|passed|promulgated|issued|published|announced|amended|revised)\b",
    re.IGNORECASE | re.MULTILINE,
)
APPLIES = re.compile(r"\b(?:effective|in force|into force|effect|implement)", re.IGNORECASE)
BODY = re.compile(
    r"\b(?:by|of) (?:the |(?=[A-Z])(?!Decree|Order))(?P<body>[^;(),]*?"
    r"(?:Government|Congress|Council|Commission|Committee|Bureau|"
    r"Ministry|Department|Administration|Office)(?: of (?:the )?[A-Z][\w’' ]*?)?)"
    r"(?= on\b| at\b| in\b|[,;)]|$)"
)
# Alone on a line: who signs, or stands above a text. A Commissioner of a bureau is none.
SIGNED = re.compile(
    r"^(?:The )?(?P<body>(?:(?!of\b)[\w’'&-]+ ){1,6}?"
    r"(?:Government|Congress|Council|Commission|Committee|Bureau|Ministry|Department|"
    r"Administration|Office|Authority|Agency|Board)(?: (?:of|for) [A-Z\w][\w’' ]*)?|"
    r"Ministry (?:of|for) [A-Z][\w’' ]*)$"
)
ORDINAL = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|(?:[A-Z][a-z]+-?)?[A-Z]?[a-z]+(?:th|First|rst)) ")
LINE = 300  # characters of an adoption line at most


def decreed_by(head: Sequence[str]) -> str | None:
    """Give the body whose decree the lines above a text name: ``Decree No. 47 of the …``."""
    return next((found["body"] for line in head if (found := DECREE.match(line))), None)


def body_alone(line: str) -> str | None:
    """Give the body whose name is all of a line: ``Haichuan Municipal Port Bureau``."""
    found = SIGNED.match(line)
    words = found["body"].split() if found else []
    named = all(word[0].isupper() or word in ("of", "the", "and", "for", "on") for word in words)
    return found["body"] if found and named else None


def adoption(head: Sequence[str]) -> tuple[str | None, str | None]:
    """
    Read the adoption line: the body, and the day of issue, the last one of a chain.

    ``"(Adopted by the Council of Linchuan City on March 3, 2023)"``
    gives ``("Council of Linchuan City", "2023-03-03")``
    """
    joined = "\n".join(head)
    national = NATIONAL.search(joined)
    if national:
        day = next(find_dates(joined, national.end()), None)
        committee = "Standing Committee of the " if national["committee"] else ""
        return (committee + "National People's Congress", day.iso) if day else (None, None)
    body = date = None
    for clause in CLAUSE.finditer(joined):
        text = joined[clause.end() : clause.end() + LINE].split(")")[0]
        following = CLAUSE.search(text)
        text = text[: following.start()] if following else text
        day = next(find_dates(text), None)
        if day and not APPLIES.search(text[: day.start]):
            found = BODY.search(" ".join(text.split()))
            body = ORDINAL.sub("", found["body"]) if found else body
            date = day.iso
    return body, date
