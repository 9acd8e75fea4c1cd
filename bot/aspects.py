"""
What a number measures, beside the thing that it is of: exports, prices, a month's output.

A number of the right thing may still be another number: the phones that are made in a year are
not those that are exported, nor those of a month; what is set for the countryside is not set for
the city. A question that names such an aspect is not answered by a number beside which it does
not stand.
"""

import re

# A question that names one of these is answered only by a number beside which it stands.
ASPECTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"出口(?!带宽)|外销|\bexport\w*",
        r"进口|\bimport(?:s|ed|ing)?\b",
        r"出口带宽|国际出口|\b(?:exit|outlet|egress|outbound|gateway)\b",
        r"专利|\bpatents?\b",
        r"利润|盈利|(?<!for-)(?<!for )(?<!non-)(?<!non)\bprofits?\b",
        r"税|\btax\w*|\bvat\b",
        r"单价|售价|价格|定价|\bprices?\b(?! tag)|\bpricing\b",
        r"(?<!利)用水(?!平)|水耗|节水|取水|"
        r"\bwater (?:us|consum|sav|intake|withdraw)\w*|\bhow much (?:\w+ )?water\b|"
        r"\b(?:us|consum|sav|withdraw)\w* (?:\w+ ){0,2}water\b",
        r"投资|投入|资金|基金|\binvest\w*|\bfunds?\b",
        r"增速|增幅|新增|(?:增长|增加|提高|提升)(?![到至])|\bgrow(?:s|n|ing)? (?:by|at)\b|"
        r"\bgrowth\b|"
        r"\bincreas\w+|\brais\w+|\badditional\b",
        r"每(?:平方米?|亩|万人|千人|人|户|家|吨|度|千|百|[班航架人]次|班|趟|场|床|头|只|批|例|公里|立方米|"
        r"[个座台套部架条辆项件张次])(?!月|季)|单(?:个|家|项|户)|平均|人均|户均|亩均|均产|"
        r"\b(?:per|(?:for|in|of|to|by|at|on) (?:each|every)) (?!(?:year|annum|month|week|day|"
        r"quarter|term|semester|hour|unit|second|cent|of|be|is|are|have)\b)\w+",
    )
)
PERIODS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[每一]个?月|月(?:产|均|租|薪|工资|最低|度|供)|按月|"
        r"\b(?<!in )(?<!within )(?:per|a|each|every) month\b|\bmonthly\b",
        r"[每一]个?季度|按季|\b(?:per|a|each|every) quarter\b|\bquarterly\b",
        r"上半年|下半年|\b(?:first|second) half\b|\bhalf-year",
        r"[每一]个?(?:周|星期)|\b(?:per|a|each|every) week\b|\bweekly\b",
        r"[每一]天|每日|日产|日均|\b(?<!in )(?<!within )(?:per|a|each|every) day\b|\bdaily\b",
        r"每小时|\b(?:per|an|each|every) hour\b|\bhourly\b",
    )
)
# What holds of the one does not hold of the other.
OPPOSITES = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in (
        (
            r"城市(?!群)|城镇|城区|市区|城里|市民家|\burban\b|\bdowntown\b|\bmetropolitan\b|"
            r"\bcity(?:'s)? (?:home|household|famil|resident|dweller|user|flat|area|centre|"
            r"center)\w*|"
            r"\b(?:home|household|famil|resident|people|user)\w* in (?:the )?(?:city|cities|"
            r"towns?)\b",
            r"农村|乡村|乡镇|乡下|村里|村民|农户|\brural\b|\bcountryside\b|\bvillag\w+|\bfarm\w*",
        ),
        (
            r"国产|国内|内外|自主|本土|\bdomestic\w*|\bhome-?(?:grown|made)\b|\bindigenous\w*",
            r"国外|内外|外国|海外|境外|\bforeign\b|\boverseas\b|\babroad\b",
        ),
        (
            r"大(?:型)?企业|大公司|\b(?:large|big)(?:-sized|-scale)? (?:compan|enterpris|firm|"
            r"business)\w*",
            r"中小|小微|小型|小企业|\bsmall\b|\bsmes?\b|\bmicro\b",
        ),
        (r"公立|公办|\bpublic (?:school|hospital)s?", r"民办|私立|\bprivate (?:school|hospital)s?"),
        (r"全日制|专职|\bfull[- ]time\b", r"非全日制|兼职|\bpart[- ]time\b"),
        (r"男性|男职工|\b(?:men|male|males)\b", r"女性|女职工|\b(?:women|female|females)\b"),
    )
)
# Things that are counted and called by no other word than these.
THINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"中心|\bcent(?:er|re)s?\b",
        r"实验室|\blabs?\b|\blaborator(?:y|ies)\b",
        r"园区|产业园|科技园|\bparks?\b",
        r"基地|\bbases?\b(?! stations?)",
        r"平台|\bplatforms?\b",
        r"联盟|\balliances?\b",
        r"企业|公司|厂家|\b(?:compan(?:y|ies)|firms?|enterprises?|businesses|makers?|champions?)\b",
        r"学校|院校|高校|大学|\b(?:schools?|universit(?:y|ies)|colleges?)\b",
        r"医院|\bhospitals?\b",
        r"车间|\bworkshops?\b",
        r"工厂|\bfactor(?:y|ies)\b",
        r"热点|\bhot-?spots?\b",
        r"孵化器|\bincubators?\b",
        r"充电桩|\bcharg(?:ers?|ing (?:piles?|points?|stations?))\b",
        r"标准|\bstandards?\b",
        r"专利|\bpatents?\b",
        r"项目|工程(?!师|技术)|\bprojects?\b|\bschemes?\b",
    )
)


def is_other_thing(named: str, context: str) -> bool:
    """
    Say whether what a question counts is called by a word that does not stand beside a number.

    ``is_other_thing("国家企业技术中心", "等3个国家示范基地") -> True``

    :param named: what is counted, as the question calls it: its last word says what it is
    """
    called = [
        thing for thing in THINGS if any(m.end() == len(named) for m in thing.finditer(named))
    ]
    return bool(called) and not any(thing.search(context) for thing in called)


def is_of_other_aspect(question: str, context: str, *, lasts: bool = False) -> bool:
    """
    Say whether a question asks for another side of a thing than the number beside it measures.

    ``is_of_other_aspect("手机出口多少部?", "智能手机年产1.4亿部") -> True``

    :param context: what stands beside the number, with its rendering
    :param lasts: whether the number is a length of time, of which a month may be one
    """
    measured = ASPECTS if lasts else (*ASPECTS, *PERIODS)
    if any(aspect.search(question) and not aspect.search(context) for aspect in measured):
        return True
    return any(
        _only(one, other, question) and _only(other, one, context)
        for pair in OPPOSITES
        for one, other in (pair, pair[::-1])
    )


def _only(one: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    return bool(one.search(text)) and not other.search(text)
