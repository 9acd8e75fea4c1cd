"""
Numbers with their units in running English text: ``not more than RMB 1 million``, ``24 hours``.

Units are named as in :mod:`corpus.quantities`, so that a question compares with either language.
The numbers of articles and paragraphs, dates and what has no unit behind or before it are no
quantities.
"""

import re

from corpus.quantity import Bound, Quantity

SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: value for value, word in enumerate(SMALL, start=1)} | {
    word: 10 * value for value, word in enumerate(TENS, start=2)
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
CURRENCIES = {
    "rmb": "元", "cny": "元", "¥": "元", "nt$": "新台币元", "us$": "美元", "usd": "美元",
    "hk$": "港元", "eur": "欧元", "€": "欧元", "$": "美元",
}  # fmt: skip
# What follows a number, as a pattern, and the unit that it means; the first that fits counts.
UNITS = (
    (r"percentage points?", "个百分点"), (r"(?:percent|per cent)\b|[%％]", "%"), (r"‰", "‰"),
    (r"(?:yuan|rmb|renminbi)\b", "元"), (r"(?:us dollars?|dollars?|usd)\b", "美元"),
    (r"euros?\b", "欧元"), (r"hong kong dollars?\b", "港元"),
    (r"(?:working|business) days?\b", "个工作日"), (r"(?:calendar |natural )?days?\b", "天"),
    (r"months?\b", "个月"), (r"years? (?:of age|old)\b", "岁"), (r"years?\b", "年"),
    (r"(?:class|credit|training|teaching) hours?\b", "学时"), (r"hours?\b", "小时"),
    (r"minutes?\b", "分钟"), (r"weeks?\b", "周"),
    (r"square met(?:er|re)s?\b", "平方米"), (r"square kilomet(?:er|re)s?\b", "平方公里"),
    (r"degrees? (?:celsius|centigrade)\b|°C", "摄氏度"), (r"(?:kilograms?|kilos?|kg)\b", "公斤"),
    (r"grams?\b", "克"), (r"(?:liters?|litres?)\b", "升"), (r"decibels?\b|dB\b", "分贝"),
    (r"TEUs?\b", "标准箱"), (r"kilomet(?:er|re)s?\b|km\b", "公里"), (r"met(?:er|re)s?\b", "米"),
    (r"hectares?\b", "公顷"),
    (r"(?:tonnes?|tons?)\b", "吨"), (r"mbps\b|megabits? per second\b", "Mbps"), (r"gbps\b", "Gbps"),
    (r"mw\b|megawatts?\b", "兆瓦"), (r"kwh\b", "千瓦时"), (r"kw\b|kilowatts?\b", "千瓦"),
    (r"(?:[a-z-]+ ){0,3}?(?:people|persons|individuals|employees|staff|users|workers|members|"
     r"jobs)\b", "人"),
    (r"(?:[a-z-]+ ){0,2}?(?:enterprises|companies|firms|institutions)\b", "家"),
    (r"(?:[a-z-]+ ){0,2}?households\b", "户"), (r"times\b", "倍"), (r"units\b", "台"),
    (r"(?:[a-z-]+ ){0,2}?(?:projects|zones|parks|bases|cent(?:er|re)s|stations|platforms|points)"
     r"\b", "个"),
)  # fmt: skip
WORD = "|".join([*(f"{ten}-{one}" for ten in TENS for one in SMALL[:9]), *TENS, *SMALL[::-1]])
VALUE = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{WORD})\b)"
SCALE = rf"(?:[ -](?:{'|'.join(SCALES)})\b)?"
CURRENCY = "|".join(re.escape(name) for name in sorted(CURRENCIES, key=len, reverse=True))
BEFORE: tuple[tuple[str, Bound], ...] = (
    (r"(?:not|no|nor|and not) less than|not fewer than|no fewer than|not lower than|at least|"
     r"a minimum of", "at least"),
    (r"(?:not|no|nor) more than|up to|at most|(?:not|never) exceed(?:ing)?|within|a maximum of|"
     r"not (?:be )?(?:higher|longer|greater) than|a ceiling of", "at most"),
    (r"more than|over|exceed(?:s|ing)?|above|in excess of|greater than", "more than"),
    (r"less than|fewer than|under(?: the age of)?|below", "less than"),
    (r"about|approximately|around|nearly|almost|some", "about"),
)  # fmt: skip
AFTER = r"(?P<after> (?:or|and) (?:more|above|over|older|less|below|fewer)\b)?"
NUMBERS = re.compile(
    rf"(?:\b(?P<before>{'|'.join(text for text, _ in BEFORE)}) )?"
    rf"(?P<currency>{CURRENCY})?[ \u00a0]?"
    rf"(?:(?P<low>{VALUE})(?P<lowscale>{SCALE})(?: to |(?<=\d)[-–—~])(?:{CURRENCY})?[ \u00a0]?)?"
    rf"(?P<value>{VALUE})(?P<scale>{SCALE})",
    re.IGNORECASE,
)
UNIT = re.compile(
    "|".join(rf"(?P<u{n}>{text})" for n, (text, _) in enumerate(UNITS)), re.IGNORECASE
)
BOUND = re.compile("|".join(rf"(?P<b{n}>{t})" for n, (t, _) in enumerate(BEFORE)), re.IGNORECASE)
JOINT = re.compile(r"(?: ?\(\d+\))?[ \u00a0-]?(?:or more (?:of )?)?")  # twenty (20) years
BEHIND = re.compile(AFTER, re.IGNORECASE)
AGED = re.compile(r"\baged?(?: of)?$", re.IGNORECASE)
NUMBERED = re.compile(
    r"(?:\b(?:articles?|paragraphs?|subparagraphs?|items?|sections?|chapters?|part|no|items?)\.? ?"
    r"|[.(\d/-]|\d,)$",
    re.IGNORECASE,
)


def english_quantities(text: str) -> tuple[Quantity, ...]:
    """Find the quantities of an English text in order."""
    found: list[Quantity] = []
    at = 0
    while match := NUMBERS.search(text, at):
        quantity = _quantity(text, match)
        if quantity:
            found.append(quantity)
        at = quantity.end if quantity else max(match.end("value"), at + 1)
    return tuple(found)


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    first = match.start("low") if match["low"] else match.start("value")
    number = match.start("currency") if match["currency"] else first
    if NUMBERED.search(text[:number]):
        return None
    end = match.end()
    unit = CURRENCIES[match["currency"].lower()] if match["currency"] else None
    joint = JOINT.match(text, end)
    assert joint is not None
    behind = UNIT.match(text, joint.end())
    if behind and (unit is None or behind[0].lower() in ("yuan", "rmb", "dollars")):
        unit = unit or next(name for n, (_, name) in enumerate(UNITS) if behind[f"u{n}"])
        end = behind.end()
    if AGED.search(text[:number].rstrip()) and unit in (None, "年"):
        unit = "岁"
    if unit is None:
        return None
    after = BEHIND.match(text, end)
    said = (after["after"] or "") if after else ""
    end += len(said)
    scale = match["scale"]
    value, upper = _value(match["value"], scale), None
    bound = _bound(match["before"] or "", said or joint[0])
    if match["low"]:
        low = _value(match["low"], match["lowscale"] or scale)
        value, upper, bound = low, value, "between"
    return Quantity(match.start() if match["before"] else number, end, value, unit, bound, upper)


def _value(number: str, scale: str) -> float:
    plain = number.lower().replace(",", "")
    digits = plain if plain[0].isdigit() else str(sum(WORDS[part] for part in plain.split("-")))
    return round(float(digits) * SCALES.get(scale.strip(" -").lower(), 1.0), 6)


def _bound(before: str, after: str) -> Bound:
    if re.search("more|above|over|older", after):
        return "at least"
    if re.search("less|below|fewer", after):
        return "at most"
    if match := BOUND.fullmatch(before):
        return next(bound for n, (_, bound) in enumerate(BEFORE) if match[f"b{n}"])
    return "exactly"
