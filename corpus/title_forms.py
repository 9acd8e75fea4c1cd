"""What titles look like in either language, and what the title of a notice says it forwards."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from corpus.issuers import split_bodies
from corpus.lines import Line
from corpus.normalise import HAN

KINDS = (
    "方案|规划|意见|办法|措施|规定|条例|细则|计划|计画|通知|纲要|指南|要点|通告|公告|决定|批复|报告|规则|法|预案|准则|制度|"
    "清单|汇编|标准|函|章程|规程|目录|名录|守则|指引|政策|举措|公报|纪要|答复|建议|令|规范|纲领|蓝图|白皮书|路线图|任务分工|责任分解|條例|辦法|規定|規劃|計畫|計劃|意見|規則|要點|準則|綱要|細則"
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
LINES = 4  # lines of one title at most


def is_title(text: str) -> bool:
    """Say whether a text has the form of a title in either language."""
    if HAN.search(text):
        return bool(TITLE.match(text)) and text.count("《") == text.count("》")
    return bool(ENGLISH_TITLE.match(text)) and not CONNECTOR.search(text)


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


def join_lines(lines: Sequence[Line]) -> Line:
    """Join the lines of one title, with a blank between English words and between bodies."""
    joined = lines[0].text
    for before, line in pairwise(lines):
        blank = joined[-1:].isascii() and re.match("[A-Za-z(]", line.text)
        blank = blank or (split_bodies(before.text) and split_bodies(line.text))
        joined += (" " if blank else "") + line.text
    return Line(lines[0].start, lines[-1].end, QUOTED.sub(r"\1", joined))
