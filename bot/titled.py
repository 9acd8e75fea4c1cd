"""
One document, and how much of a name in a question its titles hold.

Leftward from what documents are called (计划, 条例, 法) a name is read as long as its words stand
in a document's titles or in its issuer, in full or in a short form.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.place_names import PLACES
from corpus.document import Document
from corpus.normalise import to_simplified

# What documents are called; those of one row may stand for one another.
ALIKE = (
    ("规划纲要", "行动计划", "行动方案", "计划", "规划", "方案", "纲要"),
    ("暂行办法", "管理办法", "办法"),
    ("管理规定", "规定"),
    ("实施细则", "细则"),
    ("规则",),
    ("实施条例", "条例"),
    ("若干措施", "措施"),
    ("指导意见", "实施意见", "若干意见", "意见"),
    ("通知",),
    ("决定",),
    ("预案",),
    ("指南", "指引"),
    ("清单", "目录"),
    ("工作要点", "要点"),
    ("会议纪要", "纪要"),
    ("任务分工表", "分工表", "任务分解表", "分解表", "任务表"),
    ("政策解读", "解读"),
    ("公告", "通告"),
    ("报告",),
    ("法",),
)
KINDS = tuple(sorted((kind for row in ALIKE for kind in row), key=len, reverse=True))
ANY = ("文件",)  # any document may be called so
NO_LAW = "办方做司立执违合非书语句看想说用依守普无设手"  # 办法 and 合法 are no laws
LAW_WORD = "[律院人定治庭官制案学]|规(?!定)"  # 法律 is none either
KIND = re.compile(
    "|".join([*ANY, *(k for k in KINDS if k != "法"), rf"(?<![{NO_LAW}])法(?!{LAW_WORD})"])
)
# What a title ends with: perhaps a period or 试行 in brackets, perhaps 的通知 around its kind.
TAIL = re.compile(r"[（(\[〔][^（）()]{1,20}[)）\]〕]$")
WRAPPED = re.compile("的(?:通知|函|批复|决定|公告)$")
EXPLAINED = re.compile("(?:政策)?(?:解读|问答)$")  # it may be asked for what it explains
# 关于延长《港口办法》有效期的通知 is about another document, too; in plain form.
TREATED = re.compile(r"(?:修改|修正|修订|延长|延续|调整|废止)\|[^|]+\|")
# What says little of a document: it stands in many titles and questions.
COMMON = re.compile(
    "中华人民共和国|人民政府|办公厅|高质量|关于|产业|发展|工作|管理|实施|若干|推进|促进|加快|支持|建设|行动|"
    "指导|暂行|试行|进一步|全面|改革|创新|三年|五年|国家|全国|我国|我市|本市|印发|经济|企业|[的市省之年]"
)
FILLERS = "的之市省年"  # may stand between the words of a name
# What may stand before a name; anything else is a word of it that no title holds.
BEFORE = frozenset(
    "在按据照看从对问下结括绍较比和与跟同及或是把将到说讲谈释解查找里中给我依由用以当让个份部析述读询合于论"
    "实道教反守理炼时后该本这那为了请想要有即如呢吗吧么就看出布发定"
)
LONGEST = 16  # characters of one word of a name that are tried at once
ONE_HAN = "[\u4e00-\u9fff]"
HAN_ONLY = re.compile(f"{ONE_HAN}+")
WRAPPING = "《》〈〉「」『』"
DROPPED = "“”\"'‘’ 〔〕[]()（）【】［］"


@dataclass(frozen=True, slots=True)
class Plain:
    """A text for matching, with the offset in the text of each of its characters."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give where a stretch of it stands in the text."""
        return self.origin[start], self.origin[end - 1] + 1


@dataclass(frozen=True)
class Titled:
    """A document with the strings that a name's words may come from."""

    document: Document

    @cached_property
    def names(self) -> str:
        """Give titles and issuer, in the form in which they are matched."""
        known = (self.document.title, self.document.outer_title, self.document.issuer)
        return "|".join(plain_form(name).text for name in known if name)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Give what the document is called: 条例, or of a wrapped title 办法 and 通知."""
        found: set[str] = set()
        for title in (self.document.title, self.document.outer_title):
            plain = plain_form(TAIL.sub("", title or "")).text.replace("|", "")
            inner = WRAPPED.sub("", plain)
            for text in (plain, inner, EXPLAINED.sub("", plain)):
                found.update(kind for kind in KINDS if text.endswith(kind))
        return frozenset(found)

    @cached_property
    def explains(self) -> bool:
        """
        Say whether the document explains or changes another one, by whose name it may go.

        Such are 《港口办法》政策解读 and 关于修改《港口办法》的决定.
        """
        plain = plain_form(self.document.title).text
        return bool(EXPLAINED.search(plain.replace("|", "")) or TREATED.search(plain))

    @cached_property
    def number(self) -> str:
        """Give the document's number without its brackets; empty where it has none."""
        return plain_form(self.document.number or "").text.replace("第", "").replace("|", "")

    @cached_property
    def cites(self) -> frozenset[str]:
        """Give the numbers that the document cites, without their brackets."""
        return frozenset(plain_form(n).text.replace("第", "") for n in self.document.cites)

    def fit(self, text: str, kind: re.Match[str]) -> tuple[int, int] | None:
        """
        Read a name leftward from its kind as far as the titles have its words.

        :returns: where it starts, and of how many words it is made: the fewer, the closer it is
        """
        called = _called_so(kind[0], self.kinds)
        if called is None:
            return None
        names, at = self.names, kind.start() if called else kind.end()
        words = 1 if called else 0
        said: list[str] = []
        while at > 0:
            length = next(
                (n for n in range(min(LONGEST, at), 1, -1) if text[at - n : at] in names), 0
            )
            while length >= LONGEST and length < at and text[at - length - 1 : at] in names:
                length += 1
            year = re.search(r"(?:19|20)\d\d$", text[:at])
            if length:
                said.append(text[at - length : at])
                at -= length
                words += 1
            elif text[at - 1] in FILLERS:
                at -= 1
            elif short := _short_form(text[:at], names):
                said.append(short)
                at -= len(short)
                words += 1
            elif year and (self.document.date or "").startswith(year[0]):
                at -= 4
            else:
                break
        while text[at : at + 1] and text[at] in FILLERS:
            at += 1
        before = text[at - 1] if at else ""
        if before and (before.isalnum() and before not in BEFORE):
            return None
        content = "".join(said)
        for name in (*KINDS, *ANY):
            content = content.removesuffix(name)
        return (at, words) if says_something(content, kind[0]) else None


def explained_first(named: Sequence[Titled], kind: str) -> Sequence[Titled]:
    """Leave out documents on another one where that one fits too, unless so called."""
    own = [titled for titled in named if not titled.explains]
    return own if own and not EXPLAINED.search(kind) else named


def _short_form(text: str, names: str) -> str:
    """
    Give the short form of words of a title that a text ends with; empty where there is none.

    ``自贸`` is short for 自由贸易, ``公租房`` for 公共租赁住房, ``个保法`` for 个人信息保护法.
    """
    for length in (4, 3, 2):
        short = text[-length:]
        if len(short) == length and HAN_ONLY.fullmatch(short):
            gaps = f"{ONE_HAN}{{0,3}}" if length > 2 else ONE_HAN
            last = "" if length > 2 else ONE_HAN
            if re.search(gaps.join(short) + last, names):
                return short
    return ""


def places_in(text: str) -> tuple[str, ...]:
    """Give the places of the table that a text prints."""
    return tuple(place for place in PLACES if place in text)


def _called_so(kind: str, kinds: frozenset[str]) -> bool | None:
    """
    Say whether a document may be called by a kind: None where not.

    :returns: False where its title has the very word, so that the word is matched with the title
    """
    if kind in kinds or any(own.endswith(kind) for own in kinds):
        return False
    if kind in ANY:
        return True
    row = next(row for row in ALIKE if kind in row)
    return True if kinds.intersection(row) else None


def says_something(content: str, kind: str) -> bool:
    """Say whether the words of a name tell a document from others: a topic, or its place."""
    places = places_in(content)
    for place in places:
        content = content.replace(place, "")
    rest = COMMON.sub("", content)
    return len(rest) >= 2 or (bool(places) and kind not in ANY)


def plain_form(text: str) -> Plain:
    """Fold a text for matching: simplified, half-width, no quotes, blanks and brackets."""
    simple = to_simplified(text)
    simple = simple if len(simple) == len(text) else text
    letters: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(simple):
        for letter in unicodedata.normalize("NFKC", char).casefold():
            if letter in DROPPED:
                continue
            letters.append("|" if letter in WRAPPING else letter)
            origin.append(at)
    return Plain("".join(letters), tuple(origin))
