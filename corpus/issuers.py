"""
Who issued a document and when: the signature, the adoption line, the title's beginning.

Bodies that issue jointly are given in printed order, joined by 、 as in a list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.dates import find_dates, is_date_line, read_date
from corpus.english_issue import DECREE, adoption, body_alone, decreed_by
from corpus.furniture import TOP
from corpus.lines import Line, split_lines
from corpus.normalise import HAN

ENDING = (
    "政府|办公厅|办公室|委员会|委|局|部|厅|院|署|会|中心|办|党组|小组|指挥部|妇联|残联|工商联|科协|团中央|银行|总行|法院|检察院|总工会|学会|管理处|公司|"
    "集团|联合会|研究院|科学院|大学|海关|分行|支行|总队|支队|总署|委员会|办公室|厅|处"
)
BODY_NAME = re.compile(
    rf"^(?:[\u4e00-\u9fff]{{1,40}}(?:{ENDING})|国务院|中共中央)(?:[（(][^）)]{{2,30}}[)）])?$"
)
# 市工业和信息化委市发展改革委: two names that nothing parts.
GLUED = re.compile(r"(?<=[委局部厅办会院])(?=[省市区县]\w{2,}(?:委|局|部|厅|办|会|院))")
ADOPTION = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{0,20}?)第[一二三四五六七八九十百\d]+届(?P<whole>全国)?"
    r"(?P<kind>人民代表大会(?:常务委员会)?)[^，。；）)]{0,30}?"
)
DECIDED = re.compile("通过|印发|制定|修订|修正|修改|批准|公布|发布|施行|订定|核定|颁")
RESOLVED = re.compile(
    "(?:令(?:第[^，。；]{1,8}号)?|函|会议?)(?:审议|制定)?(?:公布|发布|通过|订定|修正|核定|颁)"
    "|[〕\\]）)年]第?[ ]?[0-9]+号(?:文件?)?(?:公布|发布|印发)"
)
DECREED_BY = re.compile(
    "^[（(]?(?:(?:中华人民共和国(?=国务院))?(?P<body>[\u4e00-\u9fff]{2,20}(?:政府|部|委员会|局|署|院))令第"
    "|(?P<numbered>[\u4e00-\u9fff]{2,12}?(?:政府|部|院|會|局))[\u4e00-\u9fff（）()]{2,10}字第)"
)
# （2041年12月30日海川市人民政府办公室印发）
ISSUED_BY = re.compile(
    "(?P<bodies>[\u4e00-\u9fff、 ]{2,40}?)(?:制定|修订|批准)?"
    "(?:印发|发布|公布|制定|颁布)(?=[)）]|$)"
)
# 海川縣政府113年3月20日府社字第1130012345號函頒: the Taiwan calendar without its name.
TAIWAN_LETTER = re.compile(
    "^[（(]?(?P<body>[\u4e00-\u9fff]{2,12}?(?:政府|部|院|会|會|局))(?P<day>1[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)"
    "[\u4e00-\u9fff（）()]{2,10}字第[0-9]+[号號]"
)
STATE_COUNCIL = re.compile("(?:中华人民共和国)?国务院令第|国务院第")
ENGLISH_NOTICE = re.compile(
    r"^(?:Notice|Circular|Announcement|Opinions?|Decision) (?:of|by) (?:the )?(?P<body>.+?) on\b"
)
# Who stands in red above a text, or in the header of its page: 海川市人民政府 文件, 发布单位：….
MASTHEAD = re.compile(
    "^(?P<body>[\u4e00-\u9fff]{3,30}?)[ \u3000]*(?:文件|令|公告|通告|书?函)$"
    "|(?:发布|制定|印发|发文|解读)(?:单位|机构|机关)[ ]?[:：][ ]*(?P<page>[\u4e00-\u9fff]{3,40})"
    "(?=[ \u3000|]|$)"
)
OFFICIAL = re.compile("^(?:中共|国家|国务院|[\u4e00-\u9fff]{1,10}?[省市区县州盟旗镇乡])|部$")
TITLE_BODY = re.compile(
    "(?P<bodies>.{2,60}?)(?:关于|印发|转发|批转|发布|(?:有关|相关)?(?:负责人|负责同志)就)"
)
APPROVED = re.compile("[^，。；、（）()]{0,60}?批准")
# 府社字第1130012345號 under the title of a county: its government's number
COUNTY_NUMBER = re.compile(r"(?:\b|日)府[\u4e00-\u9fff（）()]{1,8}字第")
COUNTY = re.compile("[\u4e00-\u9fff]{2}[县市](?![县市])")
TAIWAN_BODY = re.compile("[\u4e00-\u9fff]{2,3}[县市]政府(?=[\u4e00-\u9fff])(?!办(?!理)|[信关和、])")
COMPILED_ON = re.compile(  # 填报单位：海川区海洋局 | | 填报日期：2041年2月5日
    "[ \u3000|]*(?:制表|编制|填报|制定|发布|填表)?(?:日期|时间)[:：][ \u3000|]*$"
)
COMPILED_BY = re.compile("^(?:制表|编制|填报|填表|制定|发布)(?:单位|机关|部门)[:：][ \u3000|]*")
SIGNATURES = 12  # lines of one signature at most
PRINTED_BELOW = 6  # lines between the day of issue and that of printing
FOOT = 400  # characters at the end of a text within which a lone date is its own
ENGLISH_FOOT = 1_200
NAME = 3  # words of an English body's name; fewer may be a page's menu
MASTHEADS = 2  # lines at the top in which an English text names its body
JOINT = 3  # lines of bodies above a title from which on they are no part of it


@dataclass(frozen=True, slots=True)
class Issue:
    """Who issued a document, the day of issue, and the number in an adoption line."""

    issuer: str | None = None
    date: str | None = None


def read_issue(text: str, head: Sequence[Line], titles: Sequence[str], first_heading: int) -> Issue:
    """
    Read who issued a document and when.

    A signature in the head comes first, then a lone date in the head, the adoption line under
    the title, a signature below the text, a lone date at the foot. The title names the issuer
    where nothing else does.

    :param head: the lines before the first heading, furniture left out
    :param titles: the document's titles, the notice's first
    """
    named = next((name for title in titles if (name := issuer_of_title(title))), None)
    signed = _signature(head)
    if signed:
        english = named and not HAN.search(named)
        return Issue(named, signed.date) if english else signed
    named = named or decreed_by([line.text for line in head]) or _county(head, titles)
    adopted = _adoption(head)
    lone = _lone_date(head)
    if adopted or lone:
        issuer = (adopted.issuer if adopted else None) or named
        return Issue(issuer, lone or (adopted.date if adopted else None))
    below = split_lines(text, first_heading)
    signed = _signature(below)
    foot = FOOT if HAN.search(text, len(text) - FOOT) else ENGLISH_FOOT
    tail = [line for line in below if line.start >= len(text) - foot]
    return signed or Issue(named, _lone_date(tail))


def _lone_date(lines: Sequence[Line]) -> str | None:
    """Give the first date that stands on a line of its own."""
    line = next((line for line in lines if is_date_line(line.text)), None)
    return next(find_dates(line.text)).iso if line else None


def named_above(lines: Sequence[Line]) -> str | None:
    """
    Give the body in red above a text, else the one that the header of its page names.

    Headers that crawlers wrote name much: only what has the name of a public body counts.
    """
    found = [match for line in lines[:TOP] if (match := MASTHEAD.search(line.text))]
    names = [match["body"] or match["page"] for match in sorted(found, key=lambda m: not m["body"])]
    named = next((n for n in names if OFFICIAL.search(n) and split_bodies(n) == (n,)), None)
    english = (body_alone(line.text) for line in lines[:MASTHEADS])
    return named or next((n for n in english if n and len(n.split()) >= NAME), None)


def split_bodies(line: str) -> tuple[str, ...]:
    """
    Read a line as names of bodies; empty where it holds anything else.

    ``"广州市财政局　广州市教育局" -> ("广州市财政局", "广州市教育局")``
    """
    names = [n for n in re.split(r"[\s、]+", line.strip()) if n]
    found: list[str] = []
    for name in names:
        if not BODY_NAME.match(name):
            return ()
        found += _unglue(name)
    return tuple(found)


def issuer_of_title(title: str) -> str | None:
    """
    Give the bodies that a title begins with.

    ``"中共海川市委、海川市人民政府关于…的意见" -> "中共海川市委、海川市人民政府"``
    """
    english = ENGLISH_NOTICE.match(title) or DECREE.match(title)
    if english:
        return english["body"]
    found = TITLE_BODY.match(title)
    bodies = split_bodies(found["bodies"]) if found else ()
    county = TAIWAN_BODY.match(title)
    return "、".join(bodies) or (county[0] if county else None)


def _county(head: Sequence[Line], titles: Sequence[str]) -> str | None:
    numbered = any(COUNTY_NUMBER.search(line.text) for line in head)
    county = next(filter(None, map(COUNTY.match, titles)), None) if numbered else None
    return f"{county[0]}政府" if county else None


def _unglue(name: str) -> list[str]:
    place = re.match("(?:中共)?([\u4e00-\u9fff]{2,5}?[省市区县])", name)
    if place and (again := name.find(place[1], place.end())) > 0:
        return [name[:again], *_unglue(name[again:])]
    return [part for part in GLUED.split(name) if part]


def _signature(lines: Sequence[Line]) -> Issue | None:
    """Find lines of bodies with a date below them, or a body and a date on one line."""
    for position, line in enumerate(lines):
        day = next(find_dates(line.text), None)
        if day is None:
            continue
        before = COMPILED_ON.sub("", line.text[: day.start].lstrip("（( "))
        beside = split_bodies(COMPILED_BY.sub("", before))
        if is_date_line(line.text):
            bodies = _bodies_above(lines, position)
        elif beside and line.text[day.end :].strip(" )）。") in ("", "印发"):
            bodies = [*_bodies_above(lines, position), *beside]
            if line.text.rstrip("。 ").endswith("印发"):  # the day of printing, below that of issue
                signed = _lone_date(lines[max(0, position - PRINTED_BELOW) : position])
                return Issue("、".join(dict.fromkeys(bodies)), signed or day.iso)
        else:
            continue
        if bodies:
            return Issue("、".join(dict.fromkeys(bodies)), day.iso)
        if position and (signed := body_alone(lines[position - 1].text)):
            return Issue(signed, day.iso)
        decree = DECREE.match(lines[0].text) if lines else None
        if decree and is_date_line(line.text):
            return Issue(decree["body"], day.iso)
    return None


def joint_issuers(lines: Sequence[Line], title: int) -> tuple[str, ...]:
    """Give the bodies in a column above a title, which begins at an offset; else none."""
    above = [line for line in lines if line.end <= title]
    bodies = _bodies_above(above, len(above))
    return tuple(bodies) if len(bodies) >= JOINT else ()


def _bodies_above(lines: Sequence[Line], position: int) -> list[str]:
    bodies: list[str] = []
    for line in reversed(lines[max(0, position - SIGNATURES) : position]):
        names = split_bodies(line.text)
        if not names:
            break
        bodies = [*names, *bodies]
    return bodies


def _adoption(head: Sequence[Line]) -> Issue | None:
    """
    Read the adoption line: …第三次会议通过, …国务院令第1号公布.

    Where a chain of amendments is printed, the last day is the day of the text as it stands.
    """
    lines = [line.text for line in head]
    if letter := next(filter(None, map(TAIWAN_LETTER.match, lines)), None):
        return Issue(letter["body"], read_date(f"民国{letter['day']}"))
    joined = "\n".join(lines)
    english = adoption(lines)
    if english[1]:
        return Issue(*english)
    chain: list[Issue] = []
    for day in find_dates(joined):
        line = joined[day.end : day.end + 120].split("。")[0].replace("\n", "")
        before = joined[joined.rfind("\n", 0, max(0, day.start - 60)) + 1 : day.start]
        if not DECIDED.search(line[:100]) or (before[-1:] in tuple("自从于") and line[:1] == "起"):
            continue
        body = _adopting_body(line) or _adopting_body(before.replace("\n", ""))
        if chain and chain[-1].issuer and APPROVED.match(line):
            body = chain[-1].issuer  # what a city's congress passed, the province's approves
        opens = not before.split("\n")[-1].strip("（( ")
        if body or (opens and RESOLVED.search(line)):
            chain.append(Issue(body, day.iso))
    return chain[-1] if chain else None


def _adopting_body(text: str) -> str | None:
    found = ADOPTION.search(text)
    if found:
        body = "".join(found["body"].split())
        place = re.search("[\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|县|区|旗|特区)$", body)
        name = place[0] if place else ("全国" if found["whole"] or not body else body)
        return name + found["kind"]
    if STATE_COUNCIL.match(text.strip("（( ")):
        return "国务院"
    if (issued := ISSUED_BY.match(text)) and (bodies := split_bodies(issued["bodies"])):
        return "、".join(bodies)
    decreed = DECREED_BY.match(text)
    return (decreed["body"] or decreed["numbered"]) if decreed else None
