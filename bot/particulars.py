"""
Particulars that a text must print to be able to tell them: an interest, a quota, an owner.

A question for one of them is not answered by sections that fit it in everything else and never
name it. Each has its words in both languages, of which one must stand in the best sections.
"""

import re
from dataclasses import dataclass

ASKED_CHINESE = "(?:什么|啥|哪(?:些|种|个|几种)?|多少|几(?:种|个)?|怎样的)(?:样的)?"
PLAIN = r"(?:is|are|was|does|do|will|can|of|in|on|for|to|with|about|by|from|that)\b"
ASKED_ENGLISH = (
    r"\b(?:what|which|how (?:much|many|high|large|big|long))(?: (?:is|are) (?:the|its|their|an?))?"
    rf"(?: (?!{PLAIN})[\w'-]+){{0,3}}? "
)


@dataclass(frozen=True, slots=True)
class Particular:
    """A particular: how it is asked for, and the words that name it."""

    asked: re.Pattern[str]
    named: re.Pattern[str]


def _particular(chinese: str, english: str, also: str = "", printed: str = "") -> Particular:
    """
    Make a particular.

    :param also: another pattern of asking for it
    :param printed: another pattern of naming it
    """
    asked = (
        rf"{ASKED_CHINESE}(?:{chinese})|(?:{chinese})(?:都|分别)?(?:是|有|为|要|怎么|如何)?"
        rf"(?:什么|啥|多少|哪|几|谁|怎么|如何)|{ASKED_ENGLISH}(?:{english})\b"
    )
    asked = f"{asked}|{also}" if also else asked
    named = rf"{chinese}|\b(?:{english})\b"
    named = f"{named}|{printed}" if printed else named
    return Particular(re.compile(asked, re.IGNORECASE), re.compile(named, re.IGNORECASE))


PARTICULARS = (
    _particular("利息|贴息", r"interest(?! (?:in|of))"),
    _particular("折扣|打折", "discounts?"),
    _particular("配额|名额", "quotas?", printed="额度"),
    _particular("押金|保证金|订金", "deposits?"),
    _particular("抵押|质押", "collateral|mortgages?"),
    _particular("保险|保费|险种", "insurance|premiums?"),
    _particular("分红|股息", "dividends?"),
    _particular(
        "股东|产权人|所有者", "shareholders?|owners?", r"\bwho owns\b|归谁所有|谁(?:的|家的)产权"
    ),
    _particular("签证|居留许可", "visas?|residence permits?"),
    _particular("户口|户籍|居住证", "household registration|hukou"),
    _particular("课程|课表|教材", "curricul(?:um|a)|courses?|textbooks?"),
    _particular("学制|学费|学位", "tuition|degrees?"),
    _particular("工时|假期|休假", "working hours|holidays?|vacations?|leave"),
    _particular("型号|规格|版本号", "model numbers?|version numbers?|specifications?"),
    _particular("口号|标语|吉祥物", "slogans?|mottos?|mascots?"),
    _particular("版本", "versions?"),
    _particular("寿命|使用年限", "lifespans?|life ?spans?|service life"),
    _particular("颜色", "colou?rs?"),
    _particular("币种|货币", "currenc(?:y|ies)"),
    _particular("时间表|日程|路线图", "timetables?|schedules?|road-?maps?|milestones?"),
    _particular("供应商|供货商|承包商", "suppliers?|vendors?|subcontractors?"),
    _particular("投票|表决", "votes?|ballots?"),
    _particular("伤亡|事故率", "casualt(?:y|ies)|accident rates?"),
    _particular("游客|观众|参观人数", "tourists?|visitors?|audiences?"),
    _particular("碳排放量|排放量", "tonnes of (?:co2|carbon)|carbon footprint"),
)
