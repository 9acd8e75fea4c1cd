"""
The title of a document, and of the notice around it, however the lines break.

A notice that forwards a plan has two titles: the plan's is the title, the notice's the outer
title. The form that is printed with the text wins over what a page or a crawler wrote above it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from corpus.dates import is_date_line
from corpus.document_numbers import own_number
from corpus.forwarded_titles import find_forwarded
from corpus.furniture import LABEL, PAGE_WORD, TOP, is_furniture
from corpus.issuers import JOINT, split_bodies
from corpus.lines import Line
from corpus.normalise import HAN
from corpus.title_forms import (
    CONNECTOR,
    KIND_LINE,
    KINDS,
    LINES,
    NOTICE,
    NOTICE_LINE,
    OPENING,
    TAIL_LINE,
    VERB,
    is_title,
    join_lines,
    notice_of,
    title_key,
)

# What stands above a title in red: 海川市人民政府文件, 海川市人民政府令, 海川市税务局公告.
DECREE = re.compile(
    r"^(?:Decree|Order) of |^(?:机密|秘密|特急|加急|签发人)|"
    r"(?:政府|国务院|主席|委员会|办公[厅室]|部|委|厅|局|署|院|会)[ \u3000]*"
    r"(?:文件|令|公告|通告|函)$|"
    "^(?:[\u4e00-\u9fff]{0,14}(?:政府|委|局|厅|室))?[\u4e00-\u9fff]{0,4}会议纪要$|"
    r"\d{4}年第\d+期$"
)
SEVERAL = re.compile("等[两二三四五六七八九十\\d]+个?(?:部门|单位|部委)$")
MINUTES = re.compile("[\u4e00-\u9fff]{0,4}会议纪要$")
SENTENCE = re.compile("[。；;]|[：:，,]$|[！？!?]$|^目[ \u3000]*[录錄次]")
# Where no line is a title, the first sentence may name it: …规划纲要,根据…
OPENING_SENTENCE = re.compile(
    rf"^(?P<title>[^，。,]{{6,60}}?(?:{KINDS}))[，,](?:根据|依据|按照|由|是)"
)
LABELLED = re.compile(
    r"^[-*• ]*(?:Title|Publication|标题|题名|文件名称|法规名称|法律名称|规章名称)[ ]?[:：][ ]*"
    r"(?P<title>\S.{4,300})$"
)
FRAGMENT, ENGLISH_FRAGMENT = 140, 300  # characters of one line of a title at most


@dataclass(frozen=True, slots=True)
class Titles:
    """The title, the notice's title around it, and all title blocks of the head in order."""

    title: Line | None
    outer: Line | None
    blocks: tuple[Line, ...]


def read_titles(text: str, head: Sequence[Line], official: str | None = None) -> Titles:
    """
    Read the title and the outer title from a head's lines.

    :param head: the lines before the first heading, furniture included
    :param official: the title in the page's info table, if it has one
    """
    blocks = tuple(title_blocks(text, head))
    wanted = title_key(official) if official else ""
    top = next((b for b in blocks if wanted and title_key(b.text) == wanted), None)
    notices = [b for b in blocks if notice_of(b.text)]
    if top is None or not notice_of(top.text):
        top = next((n for n in notices if not wanted or wanted in title_key(n.text)), top)
    if top is not None and notice_of(top.text):
        inner = find_forwarded(text, head, blocks, top)
        return Titles(inner or top, top if inner else None, blocks)
    if top is None:
        top = next((b for b in blocks if _is_numbered(b, head)), next(iter(blocks), None))
    if top is None:
        return Titles(_fallback(head), None, blocks)
    same = [b for b in blocks if title_key(top.text) in title_key(b.text)]
    return Titles(same[-1], None, blocks)


def title_blocks(text: str, head: Sequence[Line]) -> list[Line]:
    """Find the titles among a head's lines, joining those that are broken over several."""
    blocks: list[Line] = []
    position = 0
    while position < len(head):
        count = _title_length(text, head, position)
        if count:
            blocks.append(join_lines(head[position : position + count]))
        position += count or 1
    return blocks


def _title_length(text: str, head: Sequence[Line], position: int) -> int:
    """Give the number of lines from ``position`` that make one title; 0 where none begins."""
    fragments: list[Line] = []
    if _is_joint(head, position):
        return 0
    for line in head[position : position + LINES]:
        minutes = fragments and fragments[-1].text.endswith("的") and MINUTES.match(line.text)
        if not (minutes or _is_fragment(line)):
            break
        if fragments and not _adjacent(text, fragments[-1], line):
            break
        if fragments and line.text.startswith(fragments[0].text):
            break  # the body above a title that begins with it
        fragments.append(line)
    best = 0
    for count in range(1, len(fragments) + 1):
        if count > 1 and not _continues(fragments[:count]):
            break
        if is_title(join_lines(fragments[:count]).text):
            best = count
            if not _is_open(join_lines(fragments[:count]).text):
                following = fragments[count].text if count < len(fragments) else ""
                if TAIL_LINE.match(following) or (
                    KIND_LINE.match(following) and fragments[0].text != following
                ):
                    continue
                about = join_lines(fragments[:count]).text.partition("关于")[2]
                if about and not NOTICE_LINE.match(about) and NOTICE_LINE.match(following):
                    continue
                break
    return best


def _is_joint(head: Sequence[Line], position: int) -> bool:
    """Say whether a line is the name of a body in a column of them: they issue what is below."""
    start = position
    while start and split_bodies(head[start - 1].text):
        start -= 1
    column = takewhile(lambda line: split_bodies(line.text), head[start:])
    return start + sum(1 for _ in column) >= max(position + 1, start + JOINT)


def _is_open(title: str) -> bool:
    """Say whether a title that could end here is a notice's beginning: 关于印发…规划."""
    if title.count("《") != title.count("》"):
        return True
    return bool(re.search(f"关于{VERB}|{VERB}《", title)) and not NOTICE.search(title)


def _continues(fragments: Sequence[Line]) -> bool:
    """Say whether the last line may go on with the title that the first ones begin."""
    first, last = fragments[0].text, fragments[-1].text
    if not HAN.search(first):
        before = fragments[-2].text
        goes_on = re.match("(?:of|on|for|and|in|the|to)\\b", last) or TAIL_LINE.match(last)
        return bool(CONNECTOR.search(before) or goes_on)
    if OPENING.search(first) or TAIL_LINE.match(last):
        return True
    issued = all(split_bodies(line.text) or SEVERAL.search(line.text) for line in fragments[:-1])
    return issued and bool(re.match(f"关于|{VERB}", last) or split_bodies(last))


def _is_fragment(line: Line) -> bool:
    text = line.text
    limit = FRAGMENT if HAN.search(text) else ENGLISH_FRAGMENT
    if not text or len(text) > limit or SENTENCE.search(text):
        return False
    if is_furniture(line) or PAGE_WORD.search(text) or LABEL.match(text):
        return False
    parts = (text, text.rsplit(maxsplit=1)[-1], re.split("[ \u3000]{2,}", text)[-1])
    dated = any(map(is_date_line, parts))
    return not (dated or own_number(text) or DECREE.search(text))


def _adjacent(text: str, line: Line, following: Line) -> bool:
    return not text[line.end : following.start].strip("*#_ \n\t\u00a0\u2003\u3000\u200b")


def _is_numbered(block: Line, head: Sequence[Line]) -> bool:
    """Say whether the line below a title is a document number, as links beside it have none."""
    below = next((line for line in head if line.start >= block.end), None)
    return below is not None and bool(own_number(below.text))


def _fallback(head: Sequence[Line]) -> Line | None:
    """Take the line above the day of posting, a title that a sentence names, or the first line."""
    for line, following in pairwise(head):
        posted = re.match(r"(?:发布)?(?:日期|时间)[:：]|\d{4}-\d\d-\d\d\b|Updated:", following.text)
        if posted and (_may_name(line) or re.search("《.+》", line.text)):
            return line
    for line in head[:3]:
        found = OPENING_SENTENCE.match(line.text)
        if found:
            return Line(line.start, line.start + found.end("title"), found["title"])
    for above, line in pairwise(head[:TOP]):
        if MINUTES.match("".join(line.text.split())) and split_bodies(above.text):
            return join_lines((above, line))
    labelled = ((line, LABELLED.match(line.text)) for line in head[:TOP])
    named = next((_value(line, found) for line, found in labelled if found), None)
    return named or next((line for line in head[:3] if _may_name(line)), None)


def _value(line: Line, found: re.Match[str]) -> Line:
    return Line(line.end - len(found["title"]), line.end, found["title"])


def _may_name(line: Line) -> bool:
    return (
        4 <= len(line.text) <= 60
        and not re.search("[。：:]", line.text)
        and not PAGE_WORD.search(line.text)
        and not is_furniture(line)
    )
