"""
How a sentence words the day from which a document applies, its last day, and its term.

Here ``2024-05-01`` and ``2024.5.1`` are days too: what stands in such a sentence is no day of
posting.
"""

import re

from corpus.dates import (
    CHINESE_DATE,
    ENGLISH_DATE,
    add_days,
    add_months,
    end_of_month,
    is_day,
    read_date,
    read_year,
)
from corpus.numerals import numeral_to_int


def _bare(pattern: re.Pattern[str]) -> str:
    """Give a date pattern without its group names, to stand inside another."""
    return "(?:" + re.sub(r"\?P<\w+>", "?:", pattern.pattern) + ")"


_YEAR = r"(?:19|20)\d\d"
NUMERIC_DAY = re.compile(rf"(?<!\d)({_YEAR})[-./](\d{{1,2}})[-./](\d{{1,2}})(?!\d)")
DAY = rf"(?:{_bare(CHINESE_DATE)}|(?<!\d){_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}(?!\d))"
_NO_RANGE = "(?!起?[ ]*[至到—–~～-])"
ENGLISH_DAY = _bare(ENGLISH_DATE)
APPLY = "(?:正式|开始)?(?:施行|实施|執行|执行|实行|生效|實施|试行|試行)"
PERIOD = "(?:(?:有效|试行|执行|实施|施行|适用|政策)期[限间]?|(?:有效|执行|实施|政策执行)时间)"
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十两兩壹贰貳叁參伍]{1,3})"
NUMBER = rf"(?P<n>{_COUNT})[ ]*(?P<unit>年|個月|个月)(?P<half>半)?"
FROM_DAY = re.compile(
    rf"[自从從于於（(][ ]*(?P<day>{DAY}|{_YEAR}[ ]*年[ ]*\d{{1,2}}[ ]*月(?!\d)份?)"
    rf"(?:之日)?[ ]*(?:零时)?起?[ ]*(?:[至到][ ]*{DAY}止?)?[,，]?"
    rf"(?:{APPLY}|(?P<counts>计算|起算|算起|(?<=起){_COUNT}[ ]*个?[年月]))"
)
STARTS = re.compile(
    rf"(?:施行|实施|生效|执行|试行)(?:日期|时间)(?:为|是|[:：])[ ]*(?P<day>{DAY}){_NO_RANGE}"
    rf"|(?P<day2>{DAY})[ ]*起[ ]*{APPLY}"
)
FROM_ISSUE = re.compile(
    rf"自[\u4e00-\u9fff]{{0,6}}?(?P<act>发布|公布|印发|颁布|下发|通过|批准|签发|發布)(?:之?日|[后後])起?"
    rf"(?:满?[ ]*(?P<count>{_COUNT})[ ]*(?P<unit>日|天|个月|個月|年)[后後]?)?起?{APPLY}"
)
RANGE = re.compile(
    rf"{PERIOD}[^。；;]{{0,12}}?[自从從（(为為:：][ ]*(?P<since>{DAY})"
    rf"起?[ ]*[至到—–~～-]+[ ]*(?P<day>{DAY})"
)
UNTIL = re.compile(
    rf"(?!..时间(?:为|是|[:：]))(?:{PERIOD}|(?:有效|执行|施行|实施|试行|延续)(?=至|到))[^。；;\d]{{0,12}}?"
    rf"(?:自[^。；;]{{4,20}}?)?(?:至|到|截至|截止|为|延长|调整)+[^。；;\d自从]{{0,4}}?"
    rf"(?:(?P<from>{_YEAR})年?[ ]*[至到—–-][ ]*)?"
    rf"(?:(?P<day>{DAY}){_NO_RANGE}"
    rf"|(?P<y>{_YEAR})[ ]*年(?:[ ]*(?P<m>1[0-2]|0?[1-9])[ ]*月)?(?:底|末)?(?![至到\d]))"
)
FROM_TO = re.compile(
    rf"(?:{DAY}(?:起)?|{APPLY}[,，]?)[ ]*(?:至|到|截至)[ ]*(?P<day>{DAY})[ ]*"
    rf"(?:止|期间)?(?:有效|{APPLY}|自动失效|自行失效|失效|废止|止|终止|届满)"
)
LAPSES = re.compile(rf"(?P<day>{DAY})[ ]*(?P<since>起)?(?:自动|自行)?(?:失效|废止|停止执行)")
TERM = re.compile(
    rf"(?:{PERIOD}|试行期?|試行|暂行期?)[ ]*(?:自[^。；;，,]{{2,18}}?起(?:计算|算)?)?"
    rf"(?:限|暂定|定|暂)?[ ]*(?:为|為)?[ ]*{NUMBER}"
)
# What has a term of its own: 许可证有效期三年.
OF_OTHERS = re.compile(
    "(?:证书?|许可|协议|合同|批件|批准文件|保函|保险|登记|资格|认定|注册|复审)[^，。；]{0,4}$"
)
ENGLISH_FROM = re.compile(
    r"(?:(?:come|comes|enter|enters|go|goes)\s+into\s+(?:force|effect)|take[s]?\s+effect|"
    r"(?:be|become|becomes|is|are)\s+(?:effective|implemented|in\s+force))\s+(?:on|as\s+of|from|as\s+from|upon|since)\s+"
    rf"(?:and\s+from\s+)?(?:(?P<day>{ENGLISH_DAY})|(?P<act>(?:the\s+)?(?:date|day)\s+of\s+(?:its\s+|their\s+)?"
    r"(?:promulgation|issuance|issue|publication|announcement)|(?:its|their)\s+promulgation|promulgation))"
)
ENGLISH_AFTER = re.compile(
    r"(?P<days>\d{1,3})\s+days\s+(?:after|from)\s+(?:the\s+(?:date|day)\s+of\s+)?(?:(?:its|their|the)\s+)?"
    r"(?:promulgation|issuance|issue|publication|announcement)"
)
ENGLISH_UNTIL = re.compile(
    r"(?:valid|in\s+force|effective|in\s+effect|implemented|appl(?:y|ies|icable))\s+"
    r"(?:from\s+.{5,30}?\s+)?(?:until|till|through|to)\s+"
    rf"(?P<day>{ENGLISH_DAY})|\bexpires?\s+on\s+(?P<day2>{ENGLISH_DAY})"
)
ENGLISH_TERM = re.compile(
    r"(?:(?:valid|effective|in\s+force|in\s+effect)\s+for|(?:validity|trial)\s+(?:period|term)?\s*(?:of|is|shall\s+be)|"
    r"validity\s+of)\s+(?:a\s+(?:period|term)\s+of\s+)?(?P<word>\d{1,2}|one|two|three|four|five|six|ten)\s+"
    r"(?P<unit>years?|months?)"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}


def effective_day(sentence: str, issued: str | None) -> str | None:
    """
    Read the day from which a document applies; empty where it runs from one not known.

    ``("本办法自公布之日起30日后施行", "2023-03-15") -> "2023-04-14"``

    :param issued: the day of issue
    """
    found = FROM_DAY.search(sentence)
    if found and (not found["counts"] or TERM.search(sentence)):
        return _day(found["day"])
    found = FROM_ISSUE.search(sentence)
    if found:
        return _after(issued, found) if issued and found["count"] else issued or ""
    found = RANGE.search(sentence)
    if found and not _is_of_others(sentence, found):
        return _day(found["since"])
    found = STARTS.search(sentence)
    if found:
        return _day(found["day"] or found["day2"])
    found = ENGLISH_AFTER.search(sentence)
    if found:
        return add_days(issued, int(found["days"])) if issued else ""
    found = ENGLISH_FROM.search(sentence)
    if found:
        return read_date(found["day"]) if found["day"] else issued or ""
    return None


def last_day(sentence: str, subject: int | None) -> str | None:
    """
    Read the last day on which a document applies, where a sentence names it.

    :param subject: where the sentence names the document; only what follows may lapse (失效)
    """
    for pattern in (RANGE, UNTIL, FROM_TO, ENGLISH_UNTIL, LAPSES):
        for found in pattern.finditer(sentence):
            if _is_of_others(sentence, found):
                continue
            if pattern is LAPSES and (subject is None or subject > found.start()):
                continue
            groups = found.groupdict()
            printed = groups.get("day") or groups.get("day2")
            if printed:
                day = _day(printed)
                is_after = pattern is LAPSES and found["since"]  # 2028年5月1日起失效
                return add_days(day, -1) if day and is_after else day
            if groups.get("y"):
                return end_of_month(read_year(groups["y"]), int(groups["m"] or 12))
    return None


def months(sentence: str) -> int | None:
    """Read a term as months: ``有效期五年 -> 60``, ``试行一年半 -> 18``."""
    found = TERM.search(sentence)
    if found and not _is_of_others(sentence, found):
        count = numeral_to_int(found["n"])
        return count * 12 + 6 * bool(found["half"]) if found["unit"] == "年" else count
    english = ENGLISH_TERM.search(sentence)
    if english:
        count = _WORDS.get(english["word"]) or int(english["word"])
        return count * 12 if english["unit"].startswith("year") else count
    return None


def _day(printed: str) -> str | None:
    """Read a day, or the first one of a month, in any of the forms above."""
    if numeric := NUMERIC_DAY.match(printed):
        iso = "{}-{:02}-{:02}".format(*map(int, numeric.groups()))
        return iso if is_day(iso) else None
    return read_date(printed) or read_date(f"{printed.rstrip('份 ')}1日")


def _after(issued: str, found: re.Match[str]) -> str:
    """Give the day that comes a number of days, months or years after the day of issue."""
    count = numeral_to_int(found["count"])
    if found["unit"] in ("日", "天"):
        return add_days(issued, count)
    return add_days(add_months(issued, count * (12 if found["unit"] == "年" else 1)), 1)


def _is_of_others(sentence: str, found: re.Match[str]) -> bool:
    return bool(OF_OTHERS.search(sentence[: found.start()]))
