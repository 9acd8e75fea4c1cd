"""
Recognise lines that may open a section, whatever the numbering family.

The families are tried on every line; which of them nest in which, and which candidates are
false, is decided in :mod:`corpus.sections` from the order and the continuity of the numbers.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.lines import DECORATION
from corpus.numerals import numeral_to_int

CHINESE_NUMBER = "[〇○零一二三四五六七八九十百]"
# No mark begins with a blank: what an indent has taken is not given back.
INDENT = (
    r"[ \t\u00a0\u2000-\u200b\u3000\ufeff]*+"
    rf"(?:{DECORATION}{{1,3}}+[ \t\u00a0\u3000]*+(?!{DECORATION}))?+"
    r"(?:#{1,6}[ \t]++)?+[*_]{0,2}+[ \t\u2003\u3000]*+"
)
FORMAL_NUMBER = "[壹贰貳叁參参肆伍陆陸柒捌玖拾]"  # of the outermost sections in Taiwan: 壹、 > 一、
DIGIT = "[0-9０-９]"
# What was put in later: 第十二条之一, 第9-1條, 11A., (2A)
BEHIND = r"之(?P<behind>[一二三四五六七八九十]{1,2})(?=[ \u3000])"


@dataclass(frozen=True, slots=True)
class Family:
    """A way of numbering: its pattern (group ``n`` is the numeral) and its usual depth."""

    name: str
    pattern: re.Pattern[str]
    depth: int  # by convention, outermost first; only a tie-breaker


def _family(name: str, pattern: str, depth: int) -> Family:
    return Family(name, re.compile(INDENT + "(?P<mark>" + pattern + ")"), depth)


def _ordinal(unit: str, sub: str = "") -> str:
    """Build 第…unit: the number in Chinese or Arabic digits, blanks anywhere inside."""
    number = f"(?P<n>(?:{CHINESE_NUMBER}[ ]?)+|(?:{DIGIT}[ ]{{0,3}})+)"
    return rf"第[ ]{{0,3}}{number}{sub}[ ]{{0,3}}{unit}"


FAMILIES = (
    _family("附件", rf"附[ 　]*[件录表][ ]*(?P<n>{DIGIT}*|{CHINESE_NUMBER}*)(?=[:：]?[ 　]*\n)", 0),
    _family("附件", rf"附[ 　]*[件录表][ ]*(?P<n>{DIGIT}+|{CHINESE_NUMBER}+)(?=[:：]|[ 　]+\S)", 0),
    _family("附件", r"附[ 　]*件(?P<n>)(?=[:：][ 　]*[^\s:：]|[ 　]+[^\s:：])", 0),
    _family("编", _ordinal("[编編篇]"), 1),
    _family("部", rf"第(?P<n>{DIGIT}{{1,2}})(?P<sub>[A-Z])?部(?![分门門委])", 1),  # Hong Kong
    _family("分部", rf"第(?P<n>{DIGIT}{{1,2}})(?P<sub>[A-Z])?分部", 2),
    _family("部分", _ordinal("部分"), 1),
    _family("章", _ordinal("章"), 2),
    _family("节", _ordinal("节(?![能点])"), 3),
    _family("Chapter", r"(?:Chapter|CHAPTER|Part|PART)[ \u00a0]+(?P<n>[IVXLC]+|\d+)\b\.?", 2),
    _family("Section", r"(?:Section|SECTION)[ \u00a0]+(?P<n>[IVXLC]+|\d+)\b\.?", 3),
    _family(
        "条",
        _ordinal(rf"条(?:{BEHIND}|(?![约例款]))", rf"(?:-[ ]?(?P<sub>{DIGIT}{{1,2}}))?"),
        4,
    ),
    _family("Article", r"(?:Article|ARTICLE)[ \u00a0]+(?P<n>[IVXLC]+|\d+)\b\.?", 4),
    _family("壹、", rf"(?P<n>{FORMAL_NUMBER}+)[ ]*[、．]", 4),
    _family("一、", rf"(?P<n>{CHINESE_NUMBER}+)[ ]*[、．]", 5),
    _family("I.", r"(?P<n>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))[.、,][ ]", 5),
    _family("(一)", rf"[（(〈][ ]*(?P<n>{CHINESE_NUMBER}+)[ ]*[)）〕〉]", 6),
    _family("(一)", "(?P<n>[㈠-㈩])", 6),
    _family(
        "专栏", rf"专[ 　]?栏[ ]*(?P<n>{DIGIT}{{1,2}}|{CHINESE_NUMBER}{{1,3}})(?=[:： 　—\n])", 7
    ),
    _family("1.1", r"(?P<n>\d{1,2}(?:\.\d{1,2}){0,3})(?=[ \u3000\t\u2003]+[^\da-z\s])", 7),
    _family(
        "1.",
        rf"(?P<n>{DIGIT}{{1,3}})(?:(?P<sub>[A-Z]{{1,2}})(?=\.[ \u3000]))?"
        rf"[ ]*(?:[.．](?!{DIGIT}{{1,2}}(?!{DIGIT}))|、)",
        7,
    ),
    _family("1.", "(?P<n>[⒈-⒛])", 7),
    _family("(1)", rf"[（(][ ]*(?P<n>{DIGIT}{{1,3}})(?P<sub>[A-Z]{{1,2}})?[ ]*[)）]", 8),
    _family("(1)", "(?P<n>[⑴-⒇])", 8),
    _family("1)", rf"(?P<n>{DIGIT}{{1,2}})[ ]*[)）]", 9),
    _family("①", "(?P<n>[①-⑳])", 10),
    # Letters; corpus.letters tells Roman numerals from them.
    _family("(a)", r"[（(](?P<n>[a-z]{1,5})[)）]", 11),
    _family("(i)", r"[（(](?P<n>(?!))[)）]", 12),
    _family("(A)", r"[（(](?P<n>[A-Z]{1,5})[)）]", 13),
    _family("(I)", r"[（(](?P<n>(?!))[)）]", 14),
)
ANY_NUMBER = rf"第(?:{CHINESE_NUMBER}|{DIGIT}|[ ]){{1,12}}"
MARK = f"{ANY_NUMBER}[编篇章节条]"
TITLE_MARK = re.compile(f"{INDENT}{ANY_NUMBER}[编篇章节]")
# A title of up to 30 characters, then the mark that was glued to it.
INNER = re.compile(rf"[^。，；：\n第]{{1,30}}(?={MARK})")
GLUED = re.compile(
    rf"(?<=[。；])[ \u3000]{{1,9}}(?={ANY_NUMBER}[章节条][ \u3000])"
    r"|(?<=[责办合][)）])(?=[（(][二三四五六七八九十]{1,2}[)）][\u4e00-\u9fff])"
    rf"|(?<=。)(?={ANY_NUMBER}[章节節](?!的|规定)[^\n。，；：,;:]{{2,30}}\Z)"
)
ORDINALS = {"编", "部", "分部", "部分", "章", "节", "条", "Chapter", "Section", "Article"}
LETTERED = {"(a)", "(A)"}
# Families of one plan; an inner one never holds an outer one, whichever came first.
PLAN_ORDER = ("附件", "壹、", "一、", "(一)", "专栏", "1.", "(1)", "1)", "①")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that looks like the opening of a section."""

    family: Family
    number: int
    start: int  # of the numeral's mark, after the indent
    mark_end: int  # where the mark ends
    line_end: int
    label: str  # the mark as it stands in a reference: NFKC, no blanks, no 、 or dot
    sub: int = 0  # of what was put in later: 第9-1條, 11A., (2A)
    parts: tuple[int, ...] = ()  # the numbers of a decimal mark, 1.2.1 -> (1, 2, 1)


def label_of(family: Family, mark: str) -> str:
    """
    Give the part of a reference that a printed mark stands for.

    ``二、 -> 二``, ``（一） -> (一)``, ``3． -> 3``, ``第 1 条 -> 第1条``, ``① -> ①``
    """
    if family.name == "①":
        return mark
    plain = "".join(unicodedata.normalize("NFKC", mark).split())
    if family.name == "(一)":
        return "(" + plain.strip("()〈〉〔〕") + ")"
    return plain.rstrip("、.,．") if family.name not in {"Chapter", "Section", "Article"} else mark


def find_candidates(text: str, start: int = 0) -> Iterator[Candidate]:
    """
    Yield the heading candidates from ``start`` on, in order.

    They open lines; where a page joint glued two lines, an article after 。 and a chapter's or
    an article's mark in the line of a chapter count too.
    """
    at = start
    while at < len(text):
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        begins = [at, *(m.start() for m in GLUED.finditer(text, at, line_end))]
        title = TITLE_MARK.match(text, at, line_end)
        if title:
            inner = INNER.match(text, title.end(), line_end)
            begins += [inner.end()] if inner else []
        begins = sorted(set(begins))
        for begin, stop in zip(begins, [*begins[1:], line_end], strict=True):
            candidate = _match(text, begin, stop)
            if candidate:
                yield candidate
        at = line_end + 1


def _match(text: str, begin: int, stop: int) -> Candidate | None:
    """Find the family of what stands at ``begin``; the text belongs to it up to ``stop``."""
    for family in FAMILIES:
        found = family.pattern.match(text, begin, min(stop + 1, len(text)))
        if found:
            return _candidate(family, found, stop)
    return None


def _candidate(family: Family, found: re.Match[str], line_end: int) -> Candidate | None:
    numeral = found["n"]
    parts: tuple[int, ...] = ()
    if family.name == "1.1":
        parts = tuple(int(part) for part in numeral.split("."))
        number = parts[-1]
    elif family.name in LETTERED:
        number = 0  # read by corpus.letters
    else:
        try:
            number = numeral_to_int(numeral) if numeral else 0
        except ValueError:
            return None
    groups = found.groupdict()
    sub = _sub_number(groups.get("sub") or groups.get("behind") or "")
    start, end = found.span("mark")
    label = label_of(family, found["mark"])
    return Candidate(family, number, start, end, line_end, label, sub, parts)


def _sub_number(printed: str) -> int:
    """Read what follows a number: ``-1 -> 1``, ``之二 -> 2``, ``A -> 1``."""
    if printed.isascii() and printed.isalpha():
        return ord(printed[-1]) - ord("A") + 1
    return numeral_to_int(printed) if printed else 0
