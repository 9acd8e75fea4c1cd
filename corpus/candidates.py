"""
Which lines with a number may open a section: references, cells and lists are left out.

What stands in a table, a wrapped line that begins with a reference (第五条规定…), a list of
attachments before the signature, and notes behind the text (名词解释) open none.
"""

import re

from corpus.dates import is_date_line
from corpus.furniture import FILE
from corpus.heading_text import OWN_LINE_LIMIT
from corpus.headings import ORDINALS, Candidate, find_candidates
from corpus.letters import read_letters
from corpus.lines import split_lines
from corpus.tables import find_tables

BLANK = "[ \t\u00a0\u2000-\u200b\u3000*]"
CONTINUATION = re.compile(  # what follows the mark when it is a reference in running text
    r"[ ]*(?:规定|所列|所称|第[一二三四五六七八九十0-9]+[款项]|的(?:规定|要求)|要求|和第|、第|至第|之一|执行(?=.))"
)
ATTACHED = re.compile(  # the head of a list of attachments
    rf"^{BLANK}*(?P<mark>附[ \u3000]*[件表录][ ]*[:：]){BLANK}*(?P<first>[1１][.．、][^\n]*)?\n",
    re.MULTILINE,
)
ENTRY = re.compile(r"\s*(?P<mark>[0-9０-９]{1,2}[.．、][^\n。]{2,60})(?:\n|$)")
# A row of a table whose cells only blanks part: 一、批发业 12,360 618 第一税务所
PLAIN_ROW = re.compile(r"[^。；：A-Za-z\n]*?(?:[ \u3000\t]+[-—]?\d[\d,，.]*%?(?=[ \u3000\t]|$)){2}")
CELL_BELOW = re.compile(r"\s*\n\s*[0-9]{1,3}\s*\n")
# Notes behind a text; their numbers are no sections.
NOTES = re.compile(
    rf"^{BLANK}*(?:名词|术语|专业术语|指标|有关名词)?(?:解释|注释)(?:说明)?{BLANK}*[:：]?{BLANK}*$",
    re.MULTILINE,
)
FIRST = re.compile("[（(]?[一1][）)、.．]|第[一1]")  # number of any family
BELOW = 3  # lines below an attachment's name within which a list of them is dated


def read_candidates(text: str, start: int, end: int) -> list[Candidate]:
    """List what may open a section in ``text[start:end]``."""
    tables = find_tables(text, start, end)
    listed = _listed_attachments(text, start, end)
    notes = [found.start() for found in NOTES.finditer(text, start, end)]
    found: list[Candidate] = []
    attachments: list[Candidate] = []
    for candidate in find_candidates(text[:end], start):
        while tables and tables[0][1] <= candidate.start:
            tables.pop(0)
        in_table = bool(tables) and tables[0][0] <= candidate.start
        if in_table or candidate.start in listed or _is_reference(text, candidate):
            continue
        if candidate.family.name == "附件":
            if _is_named(text, candidate, end, attachments[-1:]):
                attachments.append(candidate)
                found.append(candidate)
            continue
        after = attachments[-1].start if attachments else start
        is_outermost = not found or candidate.family.name == found[0].family.name
        if is_outermost or not any(after < note < candidate.start for note in notes):
            found.append(candidate)
    if all(len(candidate.parts) < 2 for candidate in found):  # 22 before a title, not 2 over 2.1
        found = [candidate for candidate in found if not candidate.parts]
    return read_letters(found)


def _listed_attachments(text: str, start: int, end: int) -> set[int]:
    """
    Give the offsets of the entries of lists of attachments, which are no sections.

    ``附件：1.体系`` on one line with the further entries below, or 附件： on a line of its own.
    """
    listed: set[int] = set()
    for head in ATTACHED.finditer(text, start, end):
        at, entries = head.end(), []
        while entry := ENTRY.match(text, at, end):
            entries.append(entry.start("mark"))
            at = entry.end()
        follows = text[at : at + 80].lstrip()
        if head["first"] or len(entries) > 1 or (entries and not follows):
            listed |= {head.start("mark"), *entries}
    return listed


def _is_named(text: str, attachment: Candidate, end: int, before: list[Candidate]) -> bool:
    """
    Say whether the line of an attachment begins it, rather than naming it in a list.

    A mark alone on its line does. With its name beside it, 附件1：任务表, it is one of a list
    where another or a date follows at once, unless the attachment before it has begun. Without a
    number, 附件 任务表, it begins what a table or a number follows.
    """
    name = text[attachment.mark_end : attachment.line_end].strip(" \u3000:：*")
    if not name:
        return True
    if len(name) > OWN_LINE_LIMIT or re.search("[。；;]", name):
        return False
    if before and attachment.number == before[-1].number + 1:
        return True
    below = split_lines(text, attachment.line_end, min(end, attachment.line_end + 200))[:BELOW]
    marks = [re.match("附[ \u3000]*[件录表]", line.text) for line in below]
    if not attachment.number and below:
        is_list = bool(FIRST.match(below[0].text)) and not FILE.match(below[0].text)
        return " | " in below[0].text or is_list
    return bool(below) and not (marks[0] or any(is_date_line(line.text) for line in below))


def _is_reference(text: str, candidate: Candidate) -> bool:
    """
    Say whether a mark opens no section: a reference in a wrapped line, a file's name, or a cell.

    In a table whose cells stand one to a line, a group's name is followed by a bare number.
    """
    name = candidate.family.name
    if name != "附件" and FILE.match(text[candidate.mark_end : candidate.line_end].strip()):
        return True
    if PLAIN_ROW.match(text, candidate.mark_end, candidate.line_end):
        return True
    if name == "一、" and CELL_BELOW.match(text, candidate.line_end):
        return True
    if name == "专栏" and "。" in text[candidate.mark_end : candidate.line_end]:
        return True
    if name not in ORDINALS | {"专栏"}:
        return False
    return bool(CONTINUATION.match(text, candidate.mark_end, candidate.line_end))
