"""How a stated number is worded: the number, the document that states it, the year, the clause."""

import re

from bot.amounts import english_amount, english_clause
from bot.originals import place_name
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.document import Document
from corpus.normalise import HAN, to_traditional
from corpus.sentences import on_one_line
from corpus.targets import Target

PLANS = frozenset("方案 规划 计划 纲要".split())
KIND = re.compile("(方案|规划|计划|纲要|意见|措施|办法|条例|规定|细则|通知|政策)")


def target_line(document: Document, target: Target, asked: Understanding, strings: Strings) -> str:
    """Word one target: the number, then the clause as the document set it."""
    if asked.language == "en":
        rendered = english_clause(document, target)
        number = english_amount(target, rendered)
        section = document.section(target.ref)
        if rendered is None:
            number += f" ({_printed(document, target)})"
        clause = rendered or (place_name(document, section) if section else "")
        named = strings.target if target.aimed else strings.stated
        template = named if rendered else strings.target_original
    else:
        number = _printed(document, target)
        clause = on_one_line(document.text, target.start, target.end)
        template = strings.target if target.aimed else strings.stated
        if not HAN.search(clause):
            template, clause = strings.target_original, target.ref
    return template.format(
        number=number,
        document=kind_of(document, asked, strings),
        year=_year_of(document, target, clause, strings),
        clause=clause,
    )


def _printed(document: Document, target: Target) -> str:
    """Give a number as it is printed, on one line."""
    return on_one_line(document.text[target.number_start : target.number_end])


def kind_of(document: Document, asked: Understanding, strings: Strings) -> str:
    """Call a document what its title calls it: 方案, 规划, else 文件."""
    found = KIND.search(document.title)
    if asked.language == "en":
        return strings.plan if found and found[1] in PLANS else strings.document
    if not found:
        return strings.document
    return to_traditional(found[1]) if asked.traditional else found[1]


def _year_of(document: Document, target: Target, clause: str, strings: Strings) -> str:
    """Word the year that governs a target, as the text words it; empty where the clause has it."""
    if target.year is None or str(target.year) in clause:
        return ""
    section = document.section(target.ref)
    before = document.text[section.start if section else 0 : target.number_start]
    until = re.search(rf"[到至] ?{target.year}", before)
    return (strings.target_by if until else strings.target_in).format(year=target.year)
