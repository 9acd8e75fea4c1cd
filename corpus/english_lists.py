"""
Read the labels of responsible bodies in English: ``Responsible: A; B``, ``Lead agency: A``.

What follows a label goes up to the next one. Its bodies are parted by semicolons where there are
any, else by commas.
"""

import re

NOUN = (
    r"(?:unit|department|agenc|bod|authorit|organi[sz]ation|institution|office|ministr|part)"
    r"(?:s|y|ies|\(s\))?"
)
LABEL = re.compile(
    rf"\b(?:(?P<lead>lead(?:ing)?(?: {NOUN})?|led by)"
    rf"|(?P<joint>(?:support(?:ing)?|co-?operating|participating|assisting|partner)(?: {NOUN})?"
    r"|partners|supported by)"
    rf"|(?P<plain>(?:responsible|implementing|accountable)(?: {NOUN})?|responsibility"
    r"|implemented by))",
    re.IGNORECASE,
)
MARKED = re.compile(rf"{LABEL.pattern}[ ]*[:：][ ]*", re.IGNORECASE)
BULLET = r"[ \t\u3000*•●▪‣–—-]*"
# A line of its own, or the end of a paragraph: …at less cost. Responsible: Port Authority.
LINE = re.compile(
    rf"(?:^{BULLET}|(?<=[.;)] ))(?P<inside>(?:{LABEL.pattern})[ ]*[:：][^\n]+)$",
    re.IGNORECASE | re.MULTILINE,
)
BARE_SUPPORT = re.compile(r"\s*support(?:ing)?[ ]*[:：]", re.IGNORECASE)
SHARED = re.compile(r"(?P<units>(?:[Tt]he )?[A-Z].{3,}?) (?:is|are)(?: jointly)? responsible")
OTHER_LABEL = re.compile(r"[;,.][ ]*[A-Z]?[a-z]+(?: [a-z]+){0,2}[:：].*$")  # ; deadline: 2032
KINDS = (
    r"(?:Bureau|Commission|Office|Department|Administration|Authority|Committee|Cent(?:er|re)|Court|"
    r"Group|Unions?|Council|Customs|Station|Branch|Company|Agency|Ministry|Service|Federation|"
    r"Association|Bank|Board|Government|Governments|Police|Ltd\.?|Hospital|University)"
)
# Two bodies, not one whose field has two names: Housing and Urban-Rural Development.
BODIES = re.compile(
    rf"(?P<first>.*\b{KINDS}(?: (?:of|for) .+)?) and "
    r"(?P<second>(?:the )?(?:[A-Z]|relevant|all|other)(?:[^,;]|, ?Ltd)*"
    rf"\b(?i:{KINDS})(?: (?:of|for) .+)?)"
)
BY_COMMAS = re.compile(r"[、;]|,(?! ?(?:Ltd|Inc|LLC)\b)\s*(?:and\s+)?|(?<!\s)\s++and\s++(?=the\s)")
BY_SEMICOLONS = re.compile(r"[;；]\s*(?:and\s+)?")
NAME = re.compile(
    r"[A-Z\u4e00-\u9fff]|\d{5} |(?:all|each|any|every|the|local|relevant|other"
    "|competent|municipal|provincial|county|city|district|township|administrative|people[’']s) "
)


def role_of(title: str) -> str | None:
    """Give the role that a column's title names: ``Lead agency -> lead``; None for another."""
    label = LABEL.fullmatch(" ".join(title.split()).rstrip(":"))
    return label.lastgroup if label else None


def read_roles(inside: str) -> dict[str, tuple[str, ...]]:
    """
    Read the bodies of a bracket or line by role; empty where it begins with no such label.

    ``"Lead: Port Authority; support: Harbour Police, Customs"`` has one that leads and two that
    support. ``Support: grants of 5,000 a year`` is none: support alone follows a leader.
    """
    labels = list(MARKED.finditer(inside))
    if not labels or inside[: labels[0].start()].strip():
        return {}
    if BARE_SUPPORT.match(inside):
        return {}
    roles: dict[str, tuple[str, ...]] = {"lead": (), "joint": (), "plain": ()}
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start() if following else len(inside)
        role = label.lastgroup or "plain"
        roles[role] += split(OTHER_LABEL.sub("", inside[label.end() : stop]))
    every = [unit for units in roles.values() for unit in units]
    return roles if every and all(map(NAME.match, every)) else {}


def read_shared(inside: str) -> tuple[str, ...]:
    """Read ``The Commission of Commerce and the Finance Bureau are responsible``."""
    together = SHARED.fullmatch(inside)
    return split(together["units"]) if together else ()


def split(text: str) -> tuple[str, ...]:
    """Split at semicolons where there are any, else at commas; a leading the goes."""
    text = text.strip(" .,;；")
    separator = BY_SEMICOLONS if re.search("[;；]", text) else BY_COMMAS
    parts = (body for part in separator.split(text) for body in _apart(part.strip()))
    return tuple(re.sub("^the ", "", part, flags=re.I) for part in parts if part)


def _apart(part: str) -> tuple[str, ...]:
    """Part two bodies that *and* joins: ``Port Authority and Harbour Police``."""
    both = BODIES.fullmatch(part)
    return (both["first"], both["second"]) if both else (part,)


def names(text: str) -> tuple[str, ...]:
    """Split a cell of a table; what begins like no name of a body (0.05, yes) is left out."""
    return tuple(part for part in split(text) if NAME.match(part))
