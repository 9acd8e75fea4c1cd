"""
The parts that plans have in common, by all their names: 保障措施 is "safeguard measures" to one.

A plan's part on how it is secured is headed 保障措施, 组织保障 or 政策保障, and rendered as
safeguard, supporting or guarantee measures. A question that names such a part by any of these
names, and nothing else, is for what stands under it.
"""

import re

from bot.plain_words import topic_words
from bot.understanding import SUMMARY
from corpus.document import Document
from corpus.normalise import normalise
from corpus.sections import Section

MEASURES = "measures?|steps?|provisions"
AREAS = "areas?|fields?|sectors?|priorit(?:y|ies)|points?|directions?"
# What Chinese headings and questions call a part, and what English ones do.
PARTS: tuple[tuple[str, str], ...] = (
    (
        "保障措施|保障机制|组织保障|政策保障|实施保障|保障条件",
        rf"(?:safeguard(?:ing)?|supporting|guarantee(?:ing)?|backing) (?:{MEASURES})|safeguards",
    ),
    (
        "总体要求|总体思路|总体考虑",
        r"(?:general|overall|overarching) (?:requirements?|demands?|approach|considerations?)",
    ),
    ("主要任务|重点任务|重点工作", r"(?:main|major|key|principal|core|priority) (?:tasks?)"),
    (
        "发展重点|重点领域|重点方向|重点产业|发展方向",
        rf"(?:development(?:al)?|key|priority|focus|focal|main) (?:{AREAS})|"
        r"priorities (?:for|of) development|focus(?:es)? of development",
    ),
    ("指导思想", r"guiding (?:principles?|ideology|thoughts?|ideas?)"),
    ("基本原则", r"(?:basic|fundamental) principles?"),
)
NAMES = tuple(
    (re.compile(chinese), re.compile(rf"\b(?:{english})\b")) for chinese, english in PARTS
)
# What a question may say beside the name of a part.
BESIDE = re.compile(
    rf"{SUMMARY.pattern}|[一二三四五六七八九十两]+大|\b(?:three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
DEEPEST = 2  # level down to which a part is looked for


def part_called(question: str, document: Document, rendered: dict[str, str]) -> Section | None:
    """
    Find the one part that a question names by any name of its kind; None where it says more.

    :param rendered: the English headings of the document's sections by their refs, normalised
    """
    text = normalise(question)
    for chinese, english in NAMES:
        found = chinese.search(text) or english.search(text)
        rest = f"{text[: found.start()]} {text[found.end() :]}" if found else text
        if not found or topic_words(BESIDE.sub(" ", rest)):
            continue
        named = [
            section
            for section in document.sections
            if section.level <= DEEPEST
            and (chinese.search(section.heading) or english.search(rendered[section.ref]))
        ]
        exact = [s for s in named if found[0] in (normalise(s.heading), rendered[s.ref])]
        named = exact or named
        return named[0] if len(named) == 1 else None
    return None
