"""
The title of a document, and of the notice around it, however the lines break.

A notice that forwards a plan has two titles: the plan's is the title, the notice's the outer
title. The form that is printed with the text wins over what a page or a crawler wrote above it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from corpus.dates import is_date_line
from corpus.document_numbers import own_number
from corpus.furniture import LABEL, PAGE_WORD, TOP, is_furniture
from corpus.issuers import JOINT, split_bodies
from corpus.lines import Line, split_lines
from corpus.normalise import HAN

KINDS = (
    "方案|规划|意见|办法|措施|规定|条例|细则|计划|计画|通知|纲要|指南|要点|通告|公告|决定|批复|报告|规则|法|预案|准则|制度|"
    "清单|汇编|标准|函|章程|规程|目录|名录|守则|指引|政策|举措|公报|纪要|答复|建议|令|條例|辦法|規定|規劃|計畫|計劃|意見|規則|要點|準則|綱要|細則"
)
TAIL = (
    r"[（(](?!\d{4}-\d\d?-\d\d?[）)])(?:[^（）()会月日]{0,24}(?:试行|暂行|修订|修正|年|稿|版|试点)[^（）()会月日]{0,12}"
    r"|[^（）()会月日]{1,12}[-—–][^（）()会月日]{1,12})[)）]"
)
TITLE = re.compile(
    rf"^[^，。；：,;:]{{4,120}}?(?:(?:{KINDS})(?:{TAIL})*|》(?:有关问题)?的?(?:政策)?(?:解读|问答|说明|答记者问|答问))$"
)
TAIL_LINE = re.compile(rf"^(?:{TAIL})+$")
# The end of a title that 关于 began on the line above: …提出的重点工作责任单位的通知
NOTICE_LINE = re.compile(
    rf"^[^，。；：]{{2,60}}的(?:通知|公告|通告|函|决定|意见|批复|复函|报告)(?:{TAIL})*$"
)
KIND_LINE = re.compile(
    rf"^(?!.{{1,4}}[省市区县])[\u4e00-\u9fff]{{0,6}}(?:{KINDS})(?:的通知)?(?:{TAIL})*$"
)
VERB = "(?:重新)?(?:转发|印发|批转|发布|公布|下发|颁布)"
NOTICE = re.compile(rf"{VERB}(?P<inner>.+?)的?(?:通知|函|决定|命令|令|公告)$")
OPENING = re.compile(
    rf"关于|{VERB}|^[《“]|^中共|^中[华華]人民|^国家|^国务院|^.{{1,12}}?[省市区县州盟旗縣國]"
)
ENGLISH_KINDS = (
    "Law|Regulations?|Measures|Provisions|Rules|Act|Opinions?|Notice|Circular|Plan|Guidelines?|"
    "Decisions?|Procedures|Ordinance|Outline|Policies|Programme|Program|Scheme|Catalogue|"
    "Guidance|Announcement|Standards?|Code|Directive|Statute"
)
ENGLISH_TITLE = re.compile(
    rf"^(?!Article|Chapter|Section)(?=[A-Z“\"].{{8,300}}$).*\b(?:{ENGLISH_KINDS})\b[^.;:,]*$"
)
ENGLISH_NOTICE = re.compile(
    r"^(?:Notice|Circular|Announcement)\b.{0,160}?\bon (?:(?:Printing and )?(?:Issuing|"
    r"Distributing|Promulgating|Forwarding|Releasing|Publishing)|"
    r"the (?:Issuance|Promulgation) of) (?:the )?(?P<inner>.+)$"
)
QUOTED = re.compile("^《([^《》]+)》$")
CONNECTOR = re.compile(r"(?:\b(?:of|on|for|and|in|the|to|with|by)|,)$")
# What stands above a title in red: 海川市人民政府文件, 海川市人民政府令, 海川市税务局公告.
DECREE = re.compile(
    r"^(?:Decree|Order) of |^(?:机密|秘密|特急|加急|签发人)|"
    r"(?:政府|国务院|主席|委员会|办公[厅室]|部|委|厅|局|署|院|会)(?:文件|令|公告|通告)$|"
    "^(?:[\u4e00-\u9fff]{0,14}(?:政府|委|局|厅|室))?[\u4e00-\u9fff]{0,4}会议纪要$"
)
SENTENCE = re.compile("[。；;]|[：:，,]$|[！？!?]$|^目[ \u3000]*[录錄次]")
# Where no line is a title, the first sentence may name it: …规划纲要,根据…
OPENING_SENTENCE = re.compile(
    rf"^(?P<title>[^，。,]{{6,60}}?(?:{KINDS}))[，,](?:根据|依据|按照|由|是)"
)
LABELLED = re.compile(
    r"^[-*• ]*(?:Title|Publication|标题|题名|文件名称|法规名称|法律名称|规章名称)[ ]?[:：][ ]*"
    r"(?P<title>\S.{4,300})$"
)
ATTACHMENT = re.compile("附[ \u3000]*件[ ]*[一1]?[:：]?")
FRAGMENT, ENGLISH_FRAGMENT = 140, 300  # characters of one line of a title at most
LINES = 4  # lines of one title at most


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
        inner = _inner(text, head, blocks, top) or _attached(text, top)
        return Titles(inner or top, top if inner else None, blocks)
    if top is None:
        top = next((b for b in blocks if _is_numbered(b, head)), next(iter(blocks), None))
    if top is None:
        return Titles(_fallback(head), None, blocks)
    same = [b for b in blocks if title_key(top.text) in title_key(b.text)]
    return Titles(same[-1], None, blocks)


def notice_of(title: str) -> str | None:
    """
    Give what a notice's title says that it forwards; None where it is no such notice.

    ``"海川市人民政府关于印发《港口规划》的通知" -> "《港口规划》"``
    """
    found = NOTICE.search(title) or ENGLISH_NOTICE.match(title)
    return found["inner"] if found else None


def title_key(title: str) -> str:
    """Reduce a title to what is compared: no blanks, quotes and brackets of any kind, one dash."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    return re.sub("[—–－]", "-", re.sub(r"[\s《》〈〉<>“”\"'‘’「」『』]", "", plain))


def title_blocks(text: str, head: Sequence[Line]) -> list[Line]:
    """Find the titles among a head's lines, joining those that are broken over several."""
    blocks: list[Line] = []
    position = 0
    while position < len(head):
        count = _title_length(text, head, position)
        if count:
            blocks.append(_join(head[position : position + count]))
        position += count or 1
    return blocks


def _title_length(text: str, head: Sequence[Line], position: int) -> int:
    """Give the number of lines from ``position`` that make one title; 0 where none begins."""
    fragments: list[Line] = []
    if _is_joint(head, position):
        return 0
    for line in head[position : position + LINES]:
        if not _is_fragment(line) or (fragments and not _adjacent(text, fragments[-1], line)):
            break
        if fragments and line.text.startswith(fragments[0].text):
            break  # the body above a title that begins with it
        fragments.append(line)
    best = 0
    for count in range(1, len(fragments) + 1):
        if count > 1 and not _continues(fragments[:count]):
            break
        if is_title(_join(fragments[:count]).text):
            best = count
            if not _is_open(_join(fragments[:count]).text):
                following = fragments[count].text if count < len(fragments) else ""
                if TAIL_LINE.match(following) or (
                    KIND_LINE.match(following) and fragments[0].text != following
                ):
                    continue
                about = _join(fragments[:count]).text.partition("关于")[2]
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


def is_title(text: str) -> bool:
    """Say whether a text has the form of a title in either language."""
    if HAN.search(text):
        return bool(TITLE.match(text)) and text.count("《") == text.count("》")
    return bool(ENGLISH_TITLE.match(text)) and not CONNECTOR.search(text)


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
    return bool(OPENING.search(first)) or bool(TAIL_LINE.match(last))


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


def _join(lines: Sequence[Line]) -> Line:
    joined = lines[0].text
    for line in lines[1:]:
        blank = joined[-1:].isascii() and re.match("[A-Za-z(]", line.text)
        joined += (" " if blank else "") + line.text
    return Line(lines[0].start, lines[-1].end, QUOTED.sub(r"\1", joined))


def _inner(text: str, head: Sequence[Line], blocks: Sequence[Line], outer: Line) -> Line | None:
    """Find the printed title of what a notice forwards, below the notice's own, else above it."""
    last = max(b.start for b in blocks if title_key(b.text) == title_key(outer.text))
    below = [b for b in blocks if b.start > last and not _repeats(b, outer)]
    above = [b for b in blocks if b.start < last and not _repeats(b, outer)]
    named = _short_key(notice_of(outer.text) or "")
    after = [line for line in head if line.start > last]
    for count in range(1, LINES + 1):
        runs = (after[at : at + count] for at in range(len(after) - count + 1))
        for run in runs:
            if _short_key("".join(line.text for line in run)) == named:
                whole = (b for b in below if b.start <= run[0].start and b.end == run[-1].end)
                return next(whole, _join(run))
    for line in after:  # the cover of a plan: its title, and who issues it
        if (found := re.match(f".*?(?:{KINDS})(?=[\u4e00-\u9fff]{{3}})", line.text)) and (
            _short_key(found[0]) == named and split_bodies(line.text[found.end() :])
        ):
            return Line(line.start, line.start + found.end(), found[0])
    for block in (*reversed(below), *reversed(above)):
        key = _short_key(block.text)
        if key and (named.endswith(key) or key.endswith(named)):
            return block
    return below[0] if below else None


def _attached(text: str, outer: Line) -> Line | None:
    """Find the title of what a notice with sections of its own forwards, below the mark 附件."""
    named = _short_key(notice_of(outer.text) or "")
    for mark, line in pairwise(split_lines(text, outer.end)):
        if ATTACHMENT.fullmatch(mark.text) and named and _short_key(line.text) == named:
            return line
    return None


def _is_numbered(block: Line, head: Sequence[Line]) -> bool:
    """Say whether the line below a title is a document number, as links beside it have none."""
    below = next((line for line in head if line.start >= block.end), None)
    return below is not None and bool(own_number(below.text))


def _repeats(block: Line, outer: Line) -> bool:
    return title_key(outer.text).endswith(title_key(block.text)) and bool(notice_of(block.text))


def _short_key(title: str) -> str:
    return re.sub("关于|的", "", title_key(title))


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
