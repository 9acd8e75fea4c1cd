"""
The number that a question asks for: whether it does, and in which units.

A question's words decide; nothing of the documents is known here.
"""

import re
from dataclasses import dataclass

from corpus.normalise import fold_script
from corpus.quantities import MONEY, SIZES, TIMES

COUNTED_BODIES = (
    r"(?:\w+ ){0,2}?(?:units|bodies|departments|agencies|authorities|districts|bureaus)\b"
)
AIMED_AT = "output|exports?|imports?|sales|revenue|growth|production|profits?"
NUMBER = re.compile(
    r"多少|几(?:个|家|亿|万|成|倍|台|部)|多(?:大|高|快|长)|百分之|规模|产值|目标|指标|比例|占比|"
    r"\bhow (?:much|many|big|large|fast|far|high)\b|\btargets?\b|\bpercent|\bshare\b|"
    r"\bnumber of\b|\bfigure",
    re.IGNORECASE,
)
QUANTITY = re.compile(
    r"多少(?!(?:个|家)?(?:责任|负责)?(?:部门|单位|机构|委办局)|支持|扶持|优惠)|^(?!.*(?:什么|哪|谁|吗|怎|如何|有没有)).*几(?:个|家|亿|万|成|倍|台|部|条|所|项|人|名|座|兆|英寸|件|户|次|吨|公顷|平方|片|度|米|公里|克|公斤|升|千瓦|兆瓦|纳米)(?!(?:责任|负责)?(?:部门|单位|机构|委办局))|"
    r"^(?!.*(?:什么|哪|谁|吗|怎|如何|有没有)).*(?<![这过近好来])(?<!(?<!提)前)(?<!今后)几(?:天|日|年|月|周|小时|个?工作日|分)|"
    r"百分之几|占比|比重|比例|多(?:大|快|长|宽|高)(?:规模|的)?|"
    r"产值|(?:增长|年均)率|多久(?!.{0,8}一次)|(?:数量|产量|产能|收入|规模|金额|比例|增速)(?:的)?(?:目标|指标)|"
    r"\bwhat (?:will|does|do|would) [^?]{2,80}\b(?:cost|earn|(?<!in )charge)\b|"
    r"的(?:具体)?(?:面积|数量|人数|金额|产量|销量|利润|投资额|价格|成本|工资|薪酬|薪资|良率|增速)(?:目标)?(?:是|为)?\W*$|"
    r"\bwhat (?:part|portion|fraction) of the \d|"
    rf"\b(?:{AIMED_AT}|capacity|speed|price) (?:target|goal|quota)s?\b|"
    rf"\b(?:target|goal|quota)s? for (?:the )?(?:{AIMED_AT})\b|"
    r"\b(?:target|goal)s? for the (?:share|number|percentage|proportion|rate|amount|volume) of\b|"
    r"\bwhat(?:'s|’s| is| are) the (?:maximum|minimum|highest|lowest|longest|shortest)\b|"
    rf"\bhow (?:much|many(?! {COUNTED_BODIES})|big|large|fast|far|high|long)\b|"
    r"\bwhat(?:'s|’s)? (?:[\w'’-]+ ){0,4}(?:percentage|share|proportion|"
    r"salary|wages?|(?<!new )area|yield|ratio|profits?|"
    r"population|gdp|headcount|number|rate|speed|sizes?|amount|revenue|output|turnover|volume|capacity|sum|total|figure|limit|bandwidth|"
    r"height|weight|altitude|depth|width|distance|temperature|voltage|noise level|(?<!new )age)\b",
    re.IGNORECASE,
)
# How many units a list has is told by the list: 责任单位有几家.
UNITS_COUNTED = re.compile(
    r"(?:单位|部门|机构|主体)(?:总共|一共|共)?(?:有|是)?(?:几|多少)(?:家|个)"
)
LENGTHS = frozenset({"米", "公里"})
UNCOUNTED = MONEY | TIMES | SIZES | LENGTHS | {"%", "‰", "个百分点", "Mbps", "次"}
PEOPLE = frozenset({"人", "名", "位", "人次", "万人"})
DEVICES = frozenset("台 部 套 件 只".split())
PIECES = frozenset("颗 片 只 枚 块".split())
PLACES_AND_PROJECTS = frozenset("个 座 项 处 批 种 家".split())
INCHES = frozenset({"英寸"})
POWERS = frozenset({"兆瓦", "千瓦", "吉瓦"})
ENERGY = frozenset({"千瓦时", "度"})
AREAS = frozenset({"平方米", "平方公里", "亩", "公顷"})
# Units of few numbers of a document, so that one of them tells which number is meant.
TELLING = frozenset(
    "吨 公斤 克 升 毫升 摄氏度 度 学时 分贝 标准箱 千伏 微克/立方米 毫克/升 毫克/立方米".split()
)
# The units that a question asks for.
ASKED_UNITS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        re.compile(
            r"(?:几|多少)[亿万千百]*[元块]|(?:收|交|缴|付|发)(?:取|纳)?多少(?![%％个家户名人项次天年吨度])|"
            r"[费税款金贴](?:每|一)?(?:个)?[年月天人户亩吨]?(?:要|得|应)?(?:收|交|缴|付|发)(?:多少|几)(?![%％个成])|(?:几|多少)[千百十]*亿(?![部台人次件户颗片个])|多少钱|盘子|"
            r"(?:赔偿?|罚款?|处罚|补贴|补助|资助|奖励|奖金|津贴)(?:金|费)?(?:标准)?(?:是|为|有)?(?:多少|几)(?![%％个家户名人])|"
            r"(?:拿|领|给|补|奖|罚|赔|贷|返)(?:到|还)?多少(?![%％个家户名人项次天年])|"
            r"(?:产值|收入|营收|投资|(?:销售|出口|进口|进出口|交易|成交|贸易|融资|纳税)总?额|市值|造价|资费|价格|费用|成本|预算|工资|薪酬|薪资|利润|注册资本|罚款)|"
            r"\b(?:yuan|rmb|money|revenue|sales|worth|invest\w*|costs?|price|budget|fees?|salar\w+|wages?|profits?|capital|fines?)\b|"
            r"\bhow much (?:(?:money|cash|support) )?"
            r"(?:can|could|will|would|may|might|do|does|is|are)\b[^?]{0,90}\b(?:receive|get|claim|obtain|paid|granted|awarded|given|refunded)\b|"
            r"\bhow much (?:do|does|did|will|would|must|should) [^?]{1,60}?"
            r"\b(?:pay|charge|cost|give|earn|owe)\b|"
            r"\bwhat (?:do|does|will|would|must) [^?]{1,60}?\b(?:earn|charge|cost)\b|"
            r"\b(?:how (?:much|high|large|big)|what)\b[^?]{0,60}\b(?:grants?|subsid(?:y|ies)|"
            r"rewards?|prizes?|allowances?|bonus(?:es)?)\b",
            re.I,
        ),
        MONEY,
    ),
    (
        re.compile(
            r"百分|比例|比重|占比|占有率|份额|几成|几个(?:百分)?点|(?<![频功效])率|"
            r"\b(?:average|annual|revenue|sales|output|yearly) growth\b|"
            r"\b(?:percent\w*|per cent|share(?! (?:an?|one|the same|with|out|their)\b)|proportion|"
            r"rate|slice|fraction)\b",
            re.I,
        ),
        frozenset({"%", "‰", "个百分点", "成"}),
    ),
    (
        re.compile(r"多快|网速|速率|多少兆|带宽|\b(?:speed|fast|bandwidth|mbps)\b", re.I),
        frozenset({"Mbps", "Gbps", "Tbps", "bps", "次"}),
    ),
    (
        re.compile(
            r"多(?:长|久)|几年|几个月|(?:多少|几)(?:天|小时|个?工作日)|\bhow long\b|"
            r"\bhow (?:quickly|soon)\b|"
            r"\bhow fast (?:must|should|do|does|is|are|will|can)\b[^?]*\b(?:answer|repl|respond|"
            r"handl|process|approv|pa(?:y|id)|issu|decid|complet|finish|report|review|settl|notif|transfer|deal)\w*|"
            r"\bhow many (?:\w+ )?(?:years|months|weeks|days|hours)\b",
            re.I,
        ),
        TIMES,
    ),
    (re.compile(r"几次|\bhow many times\b", re.I), frozenset({"次"})),
    (
        re.compile(
            r"年龄|年纪|几岁|多大岁数|\bage (?:limit|of)\b|\bhow old\b|"
            r"\b(?:what|which|retirement|minimum|maximum) age\b",
            re.I,
        ),
        frozenset({"岁"}),
    ),
    (
        re.compile(
            r"高度|多高(?!的)|深度(?:是|为)?多少|间距|相距|宽度|"
            r"\bheight\b|\bhow (?:tall|deep|wide)\b|\baltitude\b|\bdistance\b|\bhow far apart\b",
            re.I,
        ),
        LENGTHS | SIZES,
    ),
    (
        re.compile(
            r"重量|多重|(?:多少|几)[万千百]*(?:公斤|千克|斤|克)|\bweigh(?:t|s)?\b|\bhow heavy\b|"
            r"\bhow many (?:kilo(?:gram)?s|kg|grams)\b",
            re.I,
        ),
        frozenset({"吨", "公斤", "克"}),
    ),
    (
        re.compile(
            r"温度|室温|气温|(?:多少|几)(?:摄氏)?度(?!电)|\btemperatures?\b|\bdegrees\b|"
            r"\bhow (?:warm|cold|hot)\b",
            re.I,
        ),
        frozenset({"度", "摄氏度"}),
    ),
    (
        re.compile(r"学时|课时|\bhow many (?:[\w-]+ ){0,2}?hours\b", re.I),
        frozenset({"学时"}),
    ),
    (
        re.compile(r"(?:多少|几)(?:毫升|升)|\bhow many (?:lit(?:er|re)s)\b", re.I),
        frozenset({"升", "毫升"}),
    ),
    (re.compile(r"(?:多少|几)[万千百]*个?标(?:准)?箱|\bTEUs?\b", re.I), frozenset({"标准箱"})),
    (re.compile(r"PM2\.5|PM10|颗粒物浓度", re.I), frozenset({"微克/立方米"})),
    (re.compile(r"多远|(?:多少|几)(?:公里|千米|里路)", re.I), LENGTHS),
    (re.compile(r"(?:多少|几)(?:毫米|厘米)", re.I), LENGTHS | SIZES),
    (re.compile(r"噪[声音]|分贝|\bnoise\b|\bdecibels?\b", re.I), frozenset({"分贝"})),
    (re.compile(r"电压|\bvoltage\b", re.I), frozenset({"伏", "千伏"})),
    (re.compile(r"\bhow many kilomet(?:er|re)s\b", re.I), frozenset({"公里"})),
    (re.compile(r"\bhow many met(?:er|re)s\b", re.I), frozenset({"米"})),
    (re.compile(r"\bhow far\b", re.I), LENGTHS),
    (re.compile(r"多久.{0,6}一次|每(?:隔)?(?:多久|几年)", re.I), frozenset({"次"}) | TIMES),
    (re.compile(r"(?:多少|几)分(?![钟之])|\bhow many points\b", re.I), frozenset({"分"})),
    (
        re.compile(
            r"(?:多少|几)[万千百]*(?:个?人(?!民币)|名|位)|"
            r"(?:岗位|员工|工人|用户|人员)(?:总?数|数量|规模)?[^,，。?？]{0,3}(?:多少|几)|"
            r"(?:多少|几)[^,，。?？]{0,4}(?:岗位|员工|工人|用户|人员)|"
            r"\bhow many (?:[\w-]+ ){0,4}?(?:people|jobs|workers|employees|staff|users|"
            r"subscribers|specialists|experts|engineers|students|researchers|teachers|graduates|positions|"
            r"officers|persons|members|individuals|inspectors|shareholders|directors)\b",
            re.I,
        ),
        PEOPLE,
    ),
    (
        re.compile(
            r"(?:多少|几)[万千百]*(?:平方|公顷|亩)|面积|占地|"
            r"\b(?:square (?:met|kilomet|f)\w+|hectares|acres|floor space)\b",
            re.I,
        ),
        AREAS,
    ),
    (
        re.compile(r"(?:多少|几)[万亿千百]*吨|\bhow many (?:[\w-]+ )?(?:tonnes|tons)\b", re.I),
        frozenset({"吨"}),
    ),
    (
        re.compile(r"(?:多少|几)[万亿千百]*户|\bhow many (?:[\w-]+ ){0,2}?households\b", re.I),
        frozenset({"户"}),
    ),
    (re.compile(r"(?:多少|几)[万千百]*家(?!单位|部门)", re.I), frozenset({"家"})),
    (re.compile(r"(?<!哪)(?:多少|几)[万亿千百]*[台部套]", re.I), DEVICES),
    (re.compile(r"(?<!哪)(?:多少|几)[万亿千百]*[颗片枚](?!地|区|方)", re.I), PIECES),
    (re.compile(r"(?<!哪)(?:多少|几)[万亿千百]*件(?!事|套)", re.I), frozenset({"件", "项"})),
    (re.compile(r"(?<!哪)(?:多少|几)[万亿千百]*[辆架艘]", re.I), frozenset("辆 架 艘 台".split())),
    (
        re.compile(
            r"英[寸吋]|(?:多少|几)[寸吋]|晶圆尺寸|\binch(?:es)?\b|\bwafer (?:size|diameter)s?\b",
            re.I,
        ),
        INCHES,
    ),
    (re.compile(r"纳米|制程|\bnanomet(?:er|re)s?\b|\bnm\b", re.I), frozenset({"纳米"})),
    (re.compile(r"(?:多少|几)(?:兆瓦|千瓦(?!时))|\bmegawatts?\b", re.I), POWERS),
    (re.compile(r"(?:多少|几)[万亿]*(?:千瓦时|度电)|\bkwh\b|\bkilowatt-?hours?\b", re.I), ENERGY),
    (re.compile(r"(?<!哪)(?:多少|几)[万千百]*[座处]", re.I), PLACES_AND_PROJECTS),
)
MEASURES = "个台部家座所名人项套辆件条颗艘"
UNITLESS = "(?!点|百分点|月|工作日|小时)"  # 几个月 and 几个点 count no things
COUNTING = re.compile(
    rf"(?<!哪)(?:多少|几)[万亿]*[{MEASURES}]{UNITLESS}|产量|产能|\bhow many\b|\bnumber of\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """The units that an asked number may have: these, else those that count, else any."""

    units: frozenset[str]
    counts: bool

    def fits(self, unit: str) -> bool:
        """Say whether a number of a unit may be the one that is asked for."""
        if self.units:
            return unit in self.units
        return not self.counts or unit not in UNCOUNTED


def asked_number(question: str) -> AskedNumber | None:
    """
    Say what number a question asks for; None where it asks for none.

    ``asked_number("试用期多久").units`` holds 个月, ``asked_number("5G由谁负责") -> None``
    """
    simple = fold_script(question)
    if UNITS_COUNTED.search(simple) or not (NUMBER.search(simple) or QUANTITY.search(simple)):
        return None
    units = frozenset().union(*unit_classes(simple))
    return AskedNumber(units, bool(COUNTING.search(simple)))


def unit_classes(question: str) -> list[frozenset[str]]:
    """Give the classes of units that a question asks for; none where it does not say."""
    return [units for pattern, units in ASKED_UNITS if pattern.search(question)]
