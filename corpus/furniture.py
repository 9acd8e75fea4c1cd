"""
What a page prints around a document: navigation, info tables, crawlers' headers, the foot.

The info table of a government page (索引号, 发文字号, 成文日期 …) is evidence of the document's
own facts. The header that a crawler or a re-posting site wrote (发布机构, 发布日期, 来源) is none:
it names the site and the day of posting, and counts only where nothing else names an issuer.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.dates import read_date
from corpus.lines import Line, split_lines

BOILERPLATE = re.compile(
    r"欢迎您|分享到|点击[:：]?$|点击数|浏览(?:量|次数)|^(?:时间|日期|发布时间|发布日期|来源|信息来源|"
    r"作者|责任编辑|编辑|字体|字号|索引号|索 引 号|主题分类|发文机关|主题词|主 题 词|成文日期|"
    r"发文日期|公开方式|有效性)[ ]?[:：]|^\[[\u4e00-\u9fff]{2}(?:分类|机构|机关|日期|字号|性)\]|"
    r"^跳[到至]主要[內内]容|^:::|現在位置|扫一扫|打印本页|关闭窗口|^打印$|^关闭$|当前位置|您的位置|"
    r"无障碍(?:浏览|阅读|版|辅助|工具|访问|[ |·]|$)|长者(?:助手|模式|版)"
    r"|网站地图|ICP备|版权所有|上一篇|下一篇|^\[?字体|【(?:打印|关闭|字体)|返回顶部|"
    r"^首页|Your current location|收藏本页|"
    r"^(?:- )?\*{0,2}(?:发布(?:机构|单位)(?!.*[ \u3000]\d{4}年\d+月\d+日$)|"
    r"原文链接|检索时间|检索关键词|分类|更新时间|文件编号|"
    r"文档类型|文件名称|来源|发布日期)\*{0,2}[ ]?[:：]|^https?://"
)
# What begins the foot of a page, below which stand only links and names.
FOOT = re.compile(
    r"扫一扫|扫码|返回顶部|关闭窗口|打印本页|版权(?:所有|声明)|ICP备|公网安备|网站标识码|网站地图|"
    r"^(?:主办|承办|协办)(?:单位)?[:：](?!.*协办)|^分享[到至]?[:：]?$|^分享[到至][:：][^。；]{0,30}$|^标签[:：]|浏览(?:量|次数)|责任编辑|"
    r"^相关(?:附件|新闻|链接|文章|阅读|稿件|解读)|^(?:(?:政策|文件|图文)解读|图解)[:：]|^一图读懂|^(?:热点|相关|精彩|为您|猜你)(?:推荐|政策(?:文件|解读)?|信息|内容|喜欢)$|【(?:原文下载|相关附件|高亮说明|打印|关闭|返回顶部)|"
    r"^更新时间\*{0,2}[ ]?[:：]|上一篇|下一篇|Copyright|All Rights Reserved|^打印$|^关闭$"
)
# Words that never stand in a title: what a page or a crawler prints around it.
PAGE_WORD = re.compile(
    r"(?<!》)政策解读|图读懂|^政策全文$|^正文$|^附件\d*[:：]?$|^新华社|导读|下载|\.(?:md|pdf|docx?|html?)\b|^https?:|"
    r"首[ \u3000]*页|新闻中心|政民互动|"
    r"搜索|登录|[>＞|]|门户网站|规章库|^基本信息$|^[（(](?:此件|本文|本件|本通知)|^政务公开$|^规范性文件$"
)
LABEL = re.compile(
    r"^[-*• ]*[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,7}[:：]|^[A-Z][A-Za-z ]{2,20}:(?=\s|$)"
)
_LABELS = (
    "标题|名称|发文机关|制发机关|发布机关|发布机构|成文日期|成文时间|发文日期|修正日期|公发布日|发文字号|文号|文件编号|实施日期|施行日期|生效日期|失效日期|"
    "废止日期|文件状态|时效性|有效性|效力状态|索引号|索取号|统一编号"
)
# 索 引 号： | 0001/2019-3 | 文\u3000号：…: labels are spaced out to one width
_FIELD = re.compile(
    r"[\[【]?(?P<label>"
    + "|".join("[ \u3000]*".join(label) for label in _LABELS.split("|"))
    + r")[ \u3000]*(?:[:：\]】]|(?=[ ]\|))[ ]*\|?[ ]*"
    r"(?P<value>[^|\n]*?)(?=[ \u3000]+[\u4e00-\u9fff]{2,4}[:：]|[|\n]|\Z)"
)
# A row of a table whose cells became lines, or that blanks part: 成文日期 2023-04-01.
_ROW_LABELS = "|".join(label for label in _LABELS.split("|") if label not in ("标题", "名称"))
_ROW = re.compile(rf"(?P<label>{_ROW_LABELS})(?:[ \t\u3000]+(?P<value>\S{{2,40}})|[:：])")
NEXT_FIELD = re.compile("[\u4e00-\u9fff]{2,4}(?:日期|机关|机构|单位|分类|性|状态)[:：]")
_OFFICIAL = {"索引号", "索取号", "统一编号", "发文字号", "文号"}
FILE = re.compile(  # that is attached to a page, with its size or the times it was fetched
    r"^\S[^。；\n]{0,120}\.(?:pdf|ofd|docx?|wps|xlsx?|et|pptx?|zip|rar|7z|jpe?g|png|ceb|txt)"
    r"[ ]?(?:[（(【\[][^（）()]{1,24}[)）】\]])?$",
    re.IGNORECASE,
)
FILES = re.compile(r"^(?:相关)?附[ ]?件(?:下载|列表)?\d*[:：]?$")
TEXT = re.compile(  # what stands in no foot: a sentence, the opening of a section
    r"。|[；;]$|^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十百]+[章节条])"
)
FOOT_LINE = 80  # characters of a line in a foot; a longer one, or a sentence, is text
HEAD = 6_000  # characters of a head at most
TABLE = 120  # lines within which a page's info table stands
TOP = 40  # lines within which a page's own head ends


@dataclass(frozen=True, slots=True)
class Skipped:
    """A span of the source that is no part of the document, and why."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class InfoTable:
    """The info table of a government page: each label's value and where the line stands."""

    values: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def get(self, *labels: str) -> str | None:
        """Give the value of the first label that has one."""
        return next((self.values[label] for label in labels if self.values.get(label)), None)

    def date(self, *labels: str) -> str | None:
        """Give the first of these rows' dates; here ``2019-10-16`` is one too."""
        value = self.get(*labels) or ""
        iso = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", value)
        return read_date("{}年{}月{}日".format(*iso.groups())) if iso else read_date(value)


def read_table(text: str, end: int) -> InfoTable:
    """
    Read the info table in ``text[:end]``; empty where there is none.

    Only a table with an index or document number counts: a lone 发布机构 may be invented.
    """
    values: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    lines = split_lines(text, 0, min(end, HEAD))[:TABLE]
    for line, following in pairwise([*lines, Line(end, end, "")]):
        row = _ROW.fullmatch(line.text)
        if row and row["label"] not in values:
            below = "" if LABEL.match(following.text) else following.text
            values[row["label"]] = row["value"] or below
            places[row["label"]] = (line.start, line.end if row["value"] else following.end)
            continue
        for found in _FIELD.finditer(text, line.start, line.end):
            label = "".join(found["label"].split())
            if label not in values:
                values[label] = NEXT_FIELD.split(found["value"])[0].strip()
                places[label] = found.span()
    if not _OFFICIAL & {label for label, value in values.items() if value}:
        return InfoTable()
    return InfoTable(values, places)


def is_furniture(line: Line) -> bool:
    """Say whether a line belongs to the page around a document; a sentence does not."""
    return "。" not in line.text and bool(BOILERPLATE.search(line.text))


def skip_furniture(
    text: str, furniture: list[Line], titles: list[Line], first_heading: int
) -> tuple[tuple[Skipped, ...], int]:
    """
    Cut the head of a web page and its foot.

    :returns: the spans that are no part of the document, and where its body starts
    """
    spans: list[Skipped] = []
    body_start = 0
    if furniture:
        last = max(line.end for line in furniture)
        body_start = last + (len(text[last:]) - len(text[last:].lstrip()))
        title = next((t for t in titles if t.start < last), None)
        if title:
            spans.append(Skipped(0, title.start, "web page furniture"))
            spans.append(Skipped(title.start, title.end, "title of the page, kept as metadata"))
            spans.append(Skipped(title.end, body_start, "web page furniture"))
        else:
            spans.append(Skipped(0, body_start, "web page furniture"))
    body_start = min(body_start, first_heading)
    foot = _foot(split_lines(text, first_heading))
    if foot is not None:
        spans.append(Skipped(foot, len(text), "web page foot"))
    return tuple(span for span in spans if span.start < span.end), body_start


def _foot(lines: list[Line]) -> int | None:
    """Find where a page's foot begins: its first mark below the last line of text."""
    start: int | None = None
    for line in reversed(lines):
        mark = FOOT.search(line.text)
        is_text = len(line.text) > FOOT_LINE or TEXT.search(line.text)
        if not mark and is_text and "](" not in line.text:
            break
        if mark:
            start = line.start
    return _files_above(lines, start)


def _files_above(lines: list[Line], foot: int | None) -> int | None:
    """Take the files attached to a page, which end its text, for its foot."""
    above = [line for line in lines if foot is None or line.start < foot]
    while above and FILE.match(above[-1].text):
        foot = above.pop().start
        if above and FILES.match(above[-1].text):
            foot = above.pop().start
    return foot
