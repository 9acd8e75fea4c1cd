"""
Document numbers (发文字号): the one a document bears, and those that it cites.

``国发〔2019〕3号`` with every bracket that stands in for 〔〕, decrees and announcements
(``国务院令第746号``, ``…公告2021年第3号``), and what English texts print: ``Guo Fa [2015] No. 28``.
"""

import re

OPEN, CLOSE = "〔﹝［\\[【（(〈", "〕﹞］\\]】）)〉"
_BODY = "[\u4e00-\u9fff]"
_YEAR = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})"
NUMBER = re.compile(
    rf"{_BODY}{{1,12}}[ ]?[{OPEN}][ ]*{_YEAR}[ ]*[{CLOSE}][ ]*第?[ ]*\d[\d ]*号"
    rf"|(?:国务院|主席|国|{_BODY}{{2,12}}?(?:政府|部|委|局|署|院|会))令[ ]*(?:{_YEAR}年)?第?[ ]*"
    r"(?:\d[\d ]*|[一二三四五六七八九十百]+)号"
    rf"|[\u4e00-\u9fff（）()]{{2,16}}字第[ ]*\d[\d ]*号"
    rf"|{_BODY}{{2,24}}公告[ ]*(?:{_YEAR}年)?第[ ]*\d[\d ]*号"
)
_NAME = r"(?!(?:Decree|Order|No)\b)[A-Z][A-Za-z’'-]*"
ENGLISH_NUMBER = re.compile(
    r"\b(?:[A-Z][A-Za-z]{0,30}[ ]+){1,5}[\[(〔]\d{4}[\])〕][ ]*No\.?[ ]*\d+"
    r"|No\.?[ ]*\d+[ ]*[\[(〔]\d{4}[\])〕](?: of (?:the )?[A-Z][\w ]{2,40})?"
    rf"|\b(?:Decree|Order) No\.?[ ]*\d+ of (?:the )?{_NAME}(?: (?:(?:of|the|and) ){{0,2}}{_NAME})*"
    r"|\b(?:[A-Z]{2,4}[ ]+)No\.?[ ]*[\[(〔]\d{4}[\])〕][ ]*\d+"
)
DECREE_LINE = re.compile(
    rf"^[（(]?(?P<y>{_YEAR}年)?[ ]*第[ ]*(?P<n>\d[\d ]*|[一二三四五六七八九十百]+)[ ]*号[)）]?$"
)
DECREE_HEAD = re.compile(
    r"(?:中华人民共和国)?(?P<name>国务院|主席|[\u4e00-\u9fff]{2,20})(?P<kind>令|公告)$"
)
ISSUE_LINE = re.compile(rf"^[（(]?((?:{_YEAR}年)?[ ]*第[ ]*[\d一二三四五六七八九十]+[ ]*期)[)）]?$")
ENGLISH_LINE = re.compile(r"^[(]?(No\.?[ ]*\d+)[)]?$")
# 中华民国114年3月5日海府字第1140012号函订定: the day, and what was decided, beside the number
DECREED = re.compile(
    r"^[（(]?[ ]*(?:中华民国)?[^，。；]{5,14}日[ ]*(?P<number>[^，。；]{2,20}字第[ ]*\d[\d ]*号)"
    r"(?:[令函]?(?:订定|修正|发布|公布|核定|颁布|颁行|颁|施行|全文|[、及])*)[ ]*[)）]?$"
)
BODY_END = re.compile("(?:国务院|主席|政府|部|委|局|署|院|会|办|厅|处|行)$")
ENGLISH_DECREE = re.compile(  # in the order in which any is told: Decree No. 47 of …
    r"^[(]?(?P<kind>Decree|Order)(?:,? ?[(]?(?P<first>No\.?[ ]*\d+)[)]?)? (?:of|by) "
    r"(?P<body>.{5,90}?)(?:,? ?[(]?(?P<last>No\.?[ ]*\d+)[)]?)?[)]?$"
)
# Order [2025] No. 6 of the Ministry of Ports
ENGLISH_ORDER = re.compile(
    r"^(?:Decree|Order|Announcement|Proclamation) [\[(〔]\d{4}[\])〕] "
    r"No\.? ?\d+ of [A-Za-z][^.;:]+$"
)
BARE = re.compile(rf"[{OPEN}]{_YEAR}[{CLOSE}]第?\d+[号期]")  # minutes: 〔2023〕18号
# What may stand before a number that is cited: 根据国发〔2020〕12号. A 和 may belong to a name.
CITING = re.compile(
    "^(?:.*(?:根据|按照|依据|贯彻|落实|执行|参照|废止|印发|转发|发布|依照|修正|修订|通过)"
    "|.*(?:规定|通知|意见|要求|精神|文件|办法|方案)[和与及]|[和与及见的原日])(?=[\u4e00-\u9fff]{2})"
)
# Where nothing stands before it, such a word begins a place's name: 和田, 日照.
PLACE = re.compile("(?<=[（(])[和与及日]")
GOVERNMENT = re.compile("^.+政府(?=府[\u4e00-\u9fff]+字第)")  # whose number it is
STATE = re.compile("^中华人民共和国(?=[\u4e00-\u9fff]{2,}令)")
MARGIN = 8  # characters beside the number on a line that bears it


def find_numbers(text: str) -> list[str]:
    """
    Find the document numbers of a text, without the words that cite them.

    ``"应当根据国发〔2020〕12号" -> ["国发〔2020〕12号"]``
    """
    chinese = (_uncited(text, found) for found in NUMBER.finditer(text))
    english = (" ".join(m[0].split()) for m in ENGLISH_NUMBER.finditer(text))
    return [*chinese, *english]


def _uncited(text: str, found: re.Match[str]) -> str:
    number = "".join(found[0].split())
    place = PLACE.match(text, found.start())
    number = GOVERNMENT.sub("", number)
    return number if place else STATE.sub("", CITING.sub("", number))


def own_number(line: str) -> str | None:
    """Give the number on a line that holds hardly anything else: then it is the document's own."""
    line = DECREED.sub(r"\g<number>", line)
    if BARE.fullmatch(plain := "".join(line.split())):
        return plain
    if ENGLISH_ORDER.match(line):
        return " ".join(line.split())
    if plain[:1] in tuple("和与及日原") and NUMBER.fullmatch(plain):
        return plain
    numbers = find_numbers(line)
    if len(numbers) != 1 or re.search("[,，。；;]", line):
        return None
    number = numbers[0]
    if len(plain) > len("".join(number.split())) + MARGIN:
        return None
    return None if CITING.match(plain) and not plain.startswith(number) else number


def decree_number(line: str, following: str) -> str | None:
    """
    Give the number of a decree whose name and number stand on two lines.

    ``("中华人民共和国国务院令", "第706号") -> "国务院令第706号"``
    """
    english = ENGLISH_DECREE.match(line)
    if english:
        below = ENGLISH_LINE.match(following)
        number = english["first"] or english["last"] or (below and below[1])
        digits = re.sub(r"\D", "", number or "")
        return f"{english['kind']} No. {digits} of {english['body']}" if digits else None
    issue = ISSUE_LINE.match(following)
    if issue and "".join(line.split()).endswith("会议纪要"):
        return "".join(issue[1].split())
    head, number = DECREE_HEAD.search(line), DECREE_LINE.match(following)
    if not head or not number:
        return None
    if not BODY_END.search(head["name"]):  # the title stands above: 关于…的公告 / 2021年第3号
        return "".join(following.split()).strip("（()）")
    return f"{head['name']}{head['kind']}{number['y'] or ''}第{''.join(number['n'].split())}号"
