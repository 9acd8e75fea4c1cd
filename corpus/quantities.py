"""
Numbers with their units in running Chinese text: value, unit, bound and direction.

Section and document numbers, dates, ordinals and numbers inside names have no unit here, or are
passed over: only what counts or measures something is read.
"""

import re
from dataclasses import replace

from corpus.english_quantities import english_quantities
from corpus.normalise import HAN
from corpus.numerals import DIGITS
from corpus.quantity import Bound, Change, Quantity

# Full-width signs are read as the plain ones; every offset stays where it is.
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
PLAIN = HALF_WIDTH | str.maketrans(  # and traditional characters as the simplified ones
    "個萬億兩項種處戶滿過於達內後間", "个万亿两项种处户满过于达内后间"
)
SCALES = {"千": 1e3, "百": 1e2, "十": 1e1, "万": 1e4, "亿": 1e8}
# What is printed, longest first, and the unit that it means.
UNITS = {
    "兆比特每秒": "Mbps", "比特每秒": "bps", "兆比特/秒": "Mbps", "Mbit/s": "Mbps", "Mbps": "Mbps",
    "Gbps": "Gbps", "Tbps": "Tbps", "兆": "Mbps", "吨标准煤": "吨标准煤", "平方公里": "平方公里",
    "平方千米": "平方公里", "平方米": "平方米", "立方米": "立方米", "个百分点": "个百分点",
    "百分点": "个百分点", "千瓦时": "千瓦时", "个工作日": "个工作日", "工作日": "个工作日",
    "周岁": "岁", "小时": "小时", "分钟": "分钟", "个小时": "小时", "个月": "个月", "公里": "公里",
    "千米": "公里", "公顷": "公顷", "公斤": "公斤", "千克": "公斤", "兆瓦": "兆瓦", "千瓦": "千瓦",
    "吉瓦": "吉瓦", "英寸": "英寸", "纳米": "纳米", "毫米": "毫米", "厘米": "厘米", "微米": "微米",
    "人次": "人次", "场次": "场次", "元/亩": "元/亩", "美元": "美元",
    "欧元": "欧元", "港元": "港元", "元": "元",
    "%": "%", "‰": "‰", "吨": "吨", "克": "克", "升": "升", "米": "米", "亩": "亩", "度": "度",
    "个": "个", "台": "台", "部": "部", "家": "家", "户": "户", "名": "名", "人": "人", "位": "位",
    "项": "项", "套": "套", "件": "件", "条": "条", "座": "座", "所": "所", "辆": "辆", "架": "架",
    "艘": "艘", "颗": "颗", "张": "张", "只": "只", "支": "支", "枚": "枚", "种": "种", "类": "类",
    "次": "次", "处": "处", "篇": "篇", "批": "批", "场": "场", "栋": "栋", "间": "间", "站": "站",
    "床": "床", "倍": "倍", "成": "成", "天": "天", "年": "年", "岁": "岁", "股": "股", "根": "根",
    "头": "头", "发": "发", "口": "口", "株": "株", "箱": "箱", "片": "片", "块": "块",
    "个自然年度": "年", "个年度": "年", "个自然年": "年",
    "日": "天", "门": "门", "期": "期", "轮": "轮", "分": "分", "周年": "年", "周": "周",
    "摄氏度": "摄氏度", "℃": "摄氏度", "°C": "摄氏度", "学时": "学时", "课时": "学时",
    "分贝": "分贝", "微克/立方米": "微克/立方米", "毫克/立方米": "毫克/立方米",
    "毫克/升": "毫克/升", "毫升": "毫升", "毫克": "毫克", "微克": "微克", "千伏": "千伏",
    "标准箱": "标准箱", "标箱": "标准箱", "TEU": "标准箱", "列": "列", "趟": "趟", "册": "册",
    "盒": "盒", "瓶": "瓶", "袋": "袋", "桶": "桶",
}  # fmt: skip
# A numeral in Chinese characters needs one of these behind it: 三个, but not 三农 or 两岸.
COUNTED = (
    "个百分点 个工作日 个月 个小时 小时 工作日 平方公里 平方米 公里 千瓦 周岁 人次 美元 元 个 台 "
    "部 批 家 户 名 人 位 项 套 件 条 座 所 辆 架 艘 颗 张 种 类 次 处 倍 吨 亩 天 日 年 "
    "岁 成 米 箱 片"
).split()
MONEY = frozenset({"元", "美元", "欧元", "港元", "新台币元", "元/亩"})
SIZES = frozenset({"英寸", "纳米", "毫米", "厘米", "微米"})  # mostly say which, not how many
TIMES = frozenset({"个月", "个工作日", "小时", "分钟", "天", "周", "年", "岁"})

ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d(?: \d)+(?: ?\. ?\d)?|\d+(?: ?\. ?\d+)?"
CHINESE = "[一二两三四五六七八九十百千万亿零〇]+"
SCALE = "[万亿千百十]*"
UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
CHINESE_UNIT = "|".join(sorted(COUNTED, key=len, reverse=True))
BEFORE = (
    "(?P<before>不得?低于|不得?少于|不小于|至少|最低|达到或超过|不得?超过|不高于|不多于|不大于|最高|最多|至多|"
    "控制在|不满|未满|不足|未逾|低于|少于|小于|超过|超出|突破|多于|高于|大于|逾|超|大约|将近|接近|约|近)?"
)
AFTER = r"(?:\([^()]{1,8}\))?(?P<after>(?:及|或)?以上|以下|以内|之内|左右|上下|前后)?"
TO = "[-—–~～至到]{1,2}"
# What stands before a number that is no quantity: 第三, 〔2016〕, IPv6, a longer number, 数十, and
# 前3名; but 申请前3个月内 is one.
PERIOD_AHEAD = r"(?=[\d一二两三四五六七八九十]+ ?(?:个月|天|日|个?工作日|小时|年内))"
NO_NUMBER = rf"(?<![第\d.A-Za-z〔\[数几])(?:(?<!(?<!提)前)|{PERIOD_AHEAD})(?<!\d,)"
WHOLE = "(?<![一二两三四五六七八九十百千万亿零〇上])"  # 上百家 is no hundred, 原则上5年 is
NUMBERS = re.compile(
    rf"{BEFORE} ?(?:{NO_NUMBER}(?P<low>{ARABIC}) ?(?P<lowscale>{SCALE})(?P<lowunit>%|{UNIT})?{TO})?"
    rf"{NO_NUMBER}(?P<number>{ARABIC}) ?(?P<more>[多余])?(?P<scale>{SCALE})(?P<more2>[多余])? ?"
    rf"(?P<unit>{UNIT})(?P<more3>多)?{AFTER}"
    rf"|{BEFORE.replace('before', 'cbefore')}{NO_NUMBER}{WHOLE}(?P<chinese>{CHINESE})"
    rf"(?P<cmore>[多余])?(?P<cunit>{CHINESE_UNIT}){AFTER.replace('after', 'cafter')}"
    rf"|{BEFORE.replace('before', 'pbefore')}百分之(?P<percent>{CHINESE})"
    rf"{AFTER.replace('after', 'pafter')}"
    rf"|{BEFORE.replace('before', 'fbefore')}"
    rf"(?P<fraction>[二三四五六七八九十]分之[一二三四五六七八九])"
    rf"{AFTER.replace('after', 'fafter')}"
)
DATE = re.compile(
    r"\d(?: ?\d){3} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?|\d{1,2} ?月 ?\d{1,2} ?日|"
    r"[一二][〇零○一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?|"
    r"[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|[每本当]月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
# The end of a line inside a number or behind the word of its bound: 十⏎五米, 不超过⏎二十年.
# A number that heads the next line, 五、 or 5., does not go on there.
LINE_END = re.compile(
    r"(?<=[一二两三四五六七八九十百千万亿零〇过于少到约近])\n"
    r"(?=[\d一二两三四五六七八九十百千万亿零〇])(?!\d+[.、]\D|[一二三四五六七八九十]+、)|"
    r"(?<=\d)\n(?=[万亿元%])"
)
NAMED = re.compile("(?:所|院|站)(?=等)|列(?=[入为出明席举])")  # 中电46所等: a name, no count
NO_CHINESE = re.compile(  # 一个, 零部件, 百人计划, 三次产业: words, not counts
    "[一零〇十]{1}(?![一二三四五六七八九十百千万亿]|个月|个?工作日|日[内前]|年内|[日年]以[内上下]|小时内|周岁|倍)|[百千万]{1,3}[家人个户](?:计划|才|工程|口|亿|)?|两(?:院|岸|会|地|者)|"
    "三次产业|万元"
)
# Signs of a number that count nothing above: digits, 十万亿次, 百分之五, 十日内, three years.
STATED = re.compile(
    r"\d|[百千万亿]+次|[二三四五六七八九百千万]分之|"
    r"[一二两三四五六七八九十百千]+(?:个月|日|天|年(?!代)|周岁|小时|个?工作日|倍|元)|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|ninety|hundred|thousand|million|billion|trillion|half|twice)\b",
    re.IGNORECASE,
)
MET = re.compile("(?:满|提前|期限为|为期)$")
CHANGES: dict[Change, str] = {
    "down": "(?:降低|下降|减少|压减|缩短|缩减|削减|下浮|降幅|减排)",
    "up": "(?:增长|提高|提升|增加|上升|扩大|增幅|递增|上浮|翻)",
}
CHANGED = {
    kind: re.compile(rf"{verb}(?:率)?(?:了|幅度)?[^,，。;；到至为在]{{0,3}}$")
    for kind, verb in CHANGES.items()
}
APART = re.compile(
    r"(不得?超过|不高于|不得?低于|不得?少于|至少|最多|最高|最长)[^,，、。;；\d]{1,10}$"
)
LEAST = {"不低于", "不得低于", "不少于", "不得少于", "不小于", "至少", "最低", "达到或超过"}
MOST = {"不超过", "不得超过", "不高于", "不多于", "不大于", "最高", "最多", "至多", "最长"}
LESS = {"不满", "未满", "不足", "未逾", "低于", "少于", "小于"}
ABOUT = {"大约", "将近", "接近", "约", "近"}


def chinese_value(numeral: str) -> float:
    """
    Read a Chinese numeral of any size: ``一百二十万 -> 1200000``, ``百亿亿 -> 1e18``.
    """
    total = section = digit = 0.0
    for character in numeral:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in "十百千":
            section += (digit or 1) * SCALES[character]
            digit = 0
        else:
            total = (total + section + digit or 1) * SCALES[character]
            section = digit = 0
    return total + section + digit


def scaled(number: str, scale: str) -> float:
    """Read digits with a multiplier: ``("1.4", "亿") -> 140000000``."""
    value = float(number.replace(",", "").replace(" ", ""))
    for character in scale:
        value *= SCALES[character]
    return round(value, 6)


ENGLISH_LINE_END = re.compile(r"(?<=[\w,])\n(?=[a-z])")  # within a sentence: 10\nmillion


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of a text in order, dates and ordinals left aside."""
    if not HAN.search(text):
        return english_quantities(ENGLISH_LINE_END.sub(" ", text))
    cuts = [match.start() for match in LINE_END.finditer(text)]
    if not cuts:
        return _found(text)
    kept = sorted(set(range(len(text))).difference(cuts))
    found = _found("".join(text[at] for at in kept))
    return tuple(replace(q, start=kept[q.start], end=kept[q.end - 1] + 1) for q in found)


def _found(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of a Chinese text in which no number runs over the end of a line."""
    plain = text.translate(PLAIN)
    dates = [match.span() for match in DATE.finditer(plain)]
    found: list[Quantity] = []
    at = 0
    while match := NUMBERS.search(plain, at):
        group = next(name for name in READERS if match[name])
        start, end = match.start(group), match.end()
        dated = next((span for span in dates if span[0] < end and start < span[1]), None)
        if dated and not (match["low"] and match.start("number") >= dated[1]):
            at = max(dated[1], match.start() + 1)
            continue
        quantity = READERS[group](plain, match)
        if quantity:
            found.append(quantity)
        at = quantity.end if quantity else match.end()
    return tuple(found)


def states_quantity(text: str) -> bool:
    """Say whether a Chinese or English text states a number, in digits or in words."""
    return bool(STATED.search(text) or find_quantities(text))


def _arabic(text: str, match: re.Match[str]) -> Quantity | None:
    if NAMED.match(text, match.start("unit")):
        return None
    value = scaled(match["number"], match["scale"])
    more = match["more"] or match["more2"] or match["more3"]
    before = match["before"] or _apart(text, match.start())
    bound = _bound(before, match["after"] or "", bool(more))
    upper = None
    if match["low"]:
        low = scaled(match["low"], match["lowscale"] or match["scale"])
        value, upper, bound = low, value, "between"
    elif follow := _upper(text, match):
        upper, bound = follow[0], "between"
        return Quantity(match.start(), follow[1], value, UNITS[match["unit"]], bound, upper)
    change = _change(text, match.start())
    return Quantity(match.start(), match.end(), value, UNITS[match["unit"]], bound, upper, change)


def _upper(text: str, match: re.Match[str]) -> tuple[float, int] | None:
    """Read the other end of 五万元以上五十万元以下, written in digits."""
    if match["after"] != "以上":
        return None
    other = re.compile(rf"({ARABIC}) ?({SCALE})({UNIT})以下").match(text, match.end())
    return (scaled(other[1], other[2]), other.end()) if other else None


def _chinese(text: str, match: re.Match[str]) -> Quantity | None:
    quoted = text[match.start() - 1 : match.start()] in ("“", "‘", "《", "「", '"')
    word = NO_CHINESE.match(text, match.start("chinese")) and not _is_term(text, match)
    if quoted or word:
        return None
    value = chinese_value(match["chinese"])
    before = match["cbefore"] or _apart(text, match.start())
    bound = _bound(before, match["cafter"] or "", bool(match["cmore"]))
    end, upper = match.end(), None
    other = re.compile(rf"({CHINESE})({CHINESE_UNIT})以下").match(text, end)
    if match["cafter"] == "以上" and other:
        upper, end, bound = chinese_value(other[1]), other.end(), "between"
    change = _change(text, match.start())
    return Quantity(match.start(), end, value, UNITS[match["cunit"]], bound, upper, change)


def _is_term(text: str, match: re.Match[str]) -> bool:
    """Say whether 一 or 十 counts a stretch of time: 不满一年, 满十年, and not 一年来."""
    time = UNITS[match["cunit"]] in TIMES and match["chinese"] in ("一", "十")
    return time and bool(match["cbefore"] or MET.search(text[: match.start()]))


def _percent(text: str, match: re.Match[str]) -> Quantity:
    """Read 百分之五十, and 百分之五十以上百分之八十以下."""
    before = match["pbefore"] or _apart(text, match.start())
    bound = _bound(before, match["pafter"] or "", more=False)
    change = _change(text, match.start())
    value, upper, end = chinese_value(match["percent"]), None, match.end()
    other = re.compile(rf"百分之({CHINESE})以下").match(text, end)
    if match["pafter"] == "以上" and other:
        upper, end, bound = chinese_value(other[1]), other.end(), "between"
    return Quantity(match.start(), end, value, "%", bound, upper, change)


def _fraction(text: str, match: re.Match[str]) -> Quantity:
    """Read 三分之二以上 as a share: 66.7 per cent or more."""
    parts, counted = match["fraction"].split("分之")
    value = round(100 * chinese_value(counted) / chinese_value(parts), 1)
    before = match["fbefore"] or _apart(text, match.start())
    bound = _bound(before, match["fafter"] or "", more=False)
    change = _change(text, match.start())
    return Quantity(match.start(), match.end(), value, "%", bound, None, change)


def _bound(before: str, after: str, more: bool) -> Bound:
    """Give the bound that the words around a number set: 以上 behind it outweighs 控制在 before."""
    if after.endswith("以上"):
        return "at least" if before not in ("超过", "超", "突破") else "more than"
    if after in ("以下", "以内", "之内") or before in MOST or before == "控制在":
        return "at most"
    if before in LESS:
        return "less than"
    if before in LEAST:
        return "at least"
    if after in ("左右", "上下", "前后") or before in ABOUT:
        return "about"
    return "more than" if more or before else "exactly"


def _apart(text: str, start: int) -> str:
    """Find the word of a bound that a noun parts from its number: 不超过总投入30%."""
    apart = APART.search(text, max(0, start - 14), start)
    return apart[1] if apart else ""


def _change(text: str, start: int) -> Change | None:
    """Say whether a number is a difference (降低8%) and not a level (降低到8%)."""
    before = text[max(0, start - 10) : start]
    return next((kind for kind, verb in CHANGED.items() if verb.search(before)), None)


READERS = {  # by group of NUMBERS
    "chinese": _chinese, "percent": _percent, "fraction": _fraction, "number": _arabic,
}  # fmt: skip
