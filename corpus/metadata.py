"""
Title, issuer, document number, dates and what is no part of the document, read from its text.

A notice that forwards a plan has two titles: the plan's is the title, the notice's the outer
title. The number and the date are the document's own; numbers it cites are kept apart.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus.numerals import chinese_to_int
from corpus.sentences import trim

NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,12}[〔\[［（(]\s*\d{4}\s*[〕\]］）)]\s*第?\s*\d+\s*号"
    r"|国务院令第\s*\d+\s*号|国令第\s*\d+\s*号|[\u4e00-\u9fff]{2,12}令第\s*\d+\s*号"
)
# What may stand before a number that is cited: 根据国发〔2020〕12号.
CITING = re.compile(
    "^.*?(?:根据|按照|依据|贯彻|落实|执行|参照|废止|印发|转发|和|与|及|见)(?=[\u4e00-\u9fff]{2})"
)
DATE = re.compile(
    r"(?P<y>\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月"
    r"\s*(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
TITLE_END = (
    "方案|规划|意见|办法|措施|规定|条例|细则|计划|通知|纲要|指南|要点|通告|公告|决定|批复|报告|"
    "规则|法|预案|准则|制度|清单|标准|函"
)
TITLE = re.compile(rf"^[^，。；：:;,]{{4,80}}(?:{TITLE_END})(?:[（(][^（）()]{{1,30}}[)）])?$")
NOTICE = re.compile("(?:转发|印发|批转|发布).*(?:通知|函|决定|命令|令)$")
BODY_NAME = re.compile(
    r"^[\u4e00-\u9fff、 \u3000]{2,60}(?:政府|办公厅|办公室|委员会|委|局|部|厅|院|署|会|中心|办)$"
)
HORIZON = re.compile(r"到[ ]?(20\d\d)[ ]?年(?:底|末)?|[（(](?:20\d\d)[ ]?[-—–至][ ]?(20\d\d)[ ]?年")
BOILERPLATE = re.compile(
    r"欢迎您|分享到|点击[:：]?$|点击数|浏览(?:量|次数)|^(?:时间|日期|发布时间|发布日期|来源|信息来源|"
    r"作者|责任编辑|编辑|字体|字号|索引号|索 引 号|主题分类|发文机关|主题词|主 题 词|成文日期|"
    r"发文日期|公开方式|有效性)[ ]?[:：]|扫一扫|打印本页|关闭窗口|^打印$|^关闭$|当前位置|您的位置|"
    r"无障碍|长者助手|网站地图|ICP备|版权所有|上一篇|下一篇|^\[?字体|【(?:打印|关闭|字体)|返回顶部|"
    r"^首页|Your current location|收藏本页"
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A span of the source that is no part of the document, and why."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself; None where it does not say."""

    title: str | None
    outer_title: str | None
    issuer: str | None
    number: str | None
    date: str | None  # ISO
    cites: tuple[str, ...]
    horizon: int | None  # the last year its targets name: 到2020年
    body_start: int  # where the title lines end and the sections begin
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def _lines(text: str, start: int, end: int) -> list[_Line]:
    lines: list[_Line] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        a, b = trim(text, at, stop)
        if a < b:
            lines.append(_Line(a, b, text[a:b].strip("*#_ \u3000")))
        at = stop + 1
    return lines


def read_date(text: str) -> str | None:
    """
    Give the first date in ISO form: ``二〇一七年六月九日 -> 2017-06-09``.
    """
    found = DATE.search(text)
    if not found:
        return None
    year, month, day = (
        int(part) if part.isascii() and part.isdecimal() else None
        for part in (found["y"], found["m"], found["d"])
    )
    if year is None:
        year = int("".join(str(chinese_to_int(c)) for c in found["y"]))
    month = chinese_to_int(found["m"]) if month is None else month
    day = chinese_to_int(found["d"]) if day is None else day
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def read_metadata(text: str, first_heading: int) -> Metadata:
    """
    Read the head of a document: everything before the first heading, and a web page's foot.

    :param first_heading: offset of the first numbered heading, or the text's length
    """
    head = _lines(text, 0, min(first_heading, 6_000))
    boilerplate = [line for line in head[:40] if BOILERPLATE.search(line.text)]
    head = [line for line in head if line not in boilerplate]
    titles = _titles(head)
    outer, inner = (
        (titles[0], titles[1]) if len(titles) > 1 else (None, titles[0] if titles else None)
    )
    top = titles[0].start if titles else 0
    numbers = find_numbers(text)
    own = next(
        (n for line in head[:30] if (n := _own_number(line)) and line.start < first_heading), None
    )
    date = next((d for line in head if _is_date_line(line) and (d := read_date(line.text))), None)
    if date is None and len(text) > first_heading:
        tail = _lines(text, max(first_heading, len(text) - 400), len(text))
        date = next(
            (d for line in tail if _is_date_line(line) and (d := read_date(line.text))), None
        )
    skipped, body_start = _skipped(text, boilerplate, titles, first_heading)
    return Metadata(
        title=inner.text if inner else None,
        outer_title=outer.text if outer else None,
        issuer=_issuer(head, outer or inner, top),
        number=own,
        date=date,
        cites=tuple(dict.fromkeys(n for n in numbers if n != own)),
        horizon=max((int(a or b) for a, b in HORIZON.findall(text)), default=None),
        body_start=body_start,
        skipped=skipped,
    )


def _titles(head: list[_Line]) -> list[_Line]:
    """Find the notice's title and the plan's, in this order, or the one title there is."""
    found = [line for line in head if TITLE.match(line.text) and not BODY_NAME.match(line.text)]
    if not found:
        short = [line for line in head[:3] if 4 <= len(line.text) <= 60 and "。" not in line.text]
        return short[:1]
    outer = found[0]
    if NOTICE.search(outer.text):
        inner = next((line for line in found[1:] if line.text != outer.text), None)
        if inner:
            return [outer, inner]
    return [outer]


def find_numbers(text: str) -> list[str]:
    """
    Find the document numbers of a text, without the words that cite them.

    ``"应当根据国发〔2020〕12号" -> ["国发〔2020〕12号"]``
    """
    return [CITING.sub("", "".join(m[0].split())) for m in NUMBER.finditer(text)]


def _own_number(line: _Line) -> str | None:
    numbers = find_numbers(line.text)
    if len(numbers) != 1 or re.search("[,，。；;]", line.text):
        return None
    plain = "".join(line.text.split())
    return numbers[0] if len(plain) <= len(numbers[0]) + 8 and not CITING.match(plain) else None


def _is_date_line(line: _Line) -> bool:
    found = DATE.search(line.text)
    return bool(found and len(line.text) <= len(found[0]) + 4)


def _issuer(head: list[_Line], title: _Line | None, top: int) -> str | None:
    """Take the signature line before the date, else what the title begins with: …关于."""
    for line, following in pairwise(head):
        if _is_date_line(following) and BODY_NAME.match(line.text) and line.start > top:
            return " ".join(line.text.split())
    if title and "关于" in title.text:
        name = title.text.split("关于")[0].strip()
        if 2 <= len(name) <= 40 and BODY_NAME.match(name):
            return name
    return None


def _skipped(
    text: str, boilerplate: list[_Line], titles: list[_Line], first_heading: int
) -> tuple[tuple[Skipped, ...], int]:
    """Cut the head of a web page, its foot, and a contents page."""
    spans: list[Skipped] = []
    body_start = 0
    if boilerplate:
        last = max(line.end for line in boilerplate)
        body_start = last + (len(text[last:]) - len(text[last:].lstrip()))
        title = next((t for t in titles if t.start < last), None)
        if title:
            spans.append(Skipped(0, title.start, "web page furniture"))
            spans.append(Skipped(title.start, title.end, "title of the page, kept as metadata"))
            spans.append(Skipped(title.end, body_start, "web page furniture"))
        else:
            spans.append(Skipped(0, body_start, "web page furniture"))
    body_start = min(body_start, first_heading)
    for line in reversed(_lines(text, max(first_heading, len(text) - 600), len(text))):
        if not BOILERPLATE.search(line.text):
            break
        if spans and spans[-1].why == "web page foot":
            spans.pop()
        spans.append(Skipped(line.start, len(text), "web page foot"))
    return tuple(span for span in spans if span.start < span.end), body_start
