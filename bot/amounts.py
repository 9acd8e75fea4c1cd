"""Numbers for English readers, and the clause of the rendering that holds them."""

import re

from bot.grounding import numbers_in
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import HAN
from corpus.quantity import Bound, Quantity
from corpus.sentences import on_one_line
from corpus.targets import Target

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# What follows the number; a unit that is not here is named in the words of the rendering.
UNITS = {
    "元": " yuan", "美元": " US dollars", "欧元": " euros", "港元": " Hong Kong dollars",
    "新台币元": " New Taiwan dollars", "次": " times", "周": " weeks", "分钟": " minutes",
    "户": " households",
    "元/亩": " yuan per mu", "%": "%", "‰": "‰", "个百分点": " percentage points", "Mbps": " Mbps",
    "Gbps": " Gbps", "Tbps": " Tbps", "bps": " bps", "台": " units", "部": " units", "套": " units",
    "人": " people", "名": " people", "人次": " visits", "英寸": " inches", "纳米": " nanometers",
    "公里": " kilometers", "米": " meters", "平方公里": " square kilometers", "亩": " mu",
    "平方米": " square meters", "立方米": " cubic meters", "公顷": " hectares", "吨": " tonnes",
    "千瓦": " kW", "兆瓦": " MW", "千瓦时": " kWh", "天": " days", "年": " years",
    "个月": " months", "个工作日": " working days", "小时": " hours", "倍": " times",
    "岁": " years", "摄氏度": " degrees Celsius", "学时": " class hours", "公斤": " kg",
    "克": " grams", "升": " liters", "分贝": " decibels", "标准箱": " TEU", "毫米": " mm",
    "厘米": " cm", "微克/立方米": " micrograms per cubic meter", "毫克/升": " mg per liter",
    "毫克/立方米": " mg per cubic meter", "千伏": " kV", "吉瓦": " GW",
    "吨标准煤": " tonnes of standard coal",
}  # fmt: skip
ONE = {unit: unit[:-1] for unit in UNITS.values() if unit.endswith("s") and "bps" not in unit}
ONE |= {" people": " person"}
BOUNDS: dict[Bound, str] = {
    "exactly": "", "at least": "at least ", "more than": "more than ", "at most": "at most ",
    "less than": "less than ", "about": "about ", "between": "",
}  # fmt: skip
CLAUSE = re.compile(r"(?:[^,;:]|,(?<=\d,)(?=\d{3}))+")
NUMERAL = re.compile(
    r"\d[\d,]*(?:\.\d+)?(?:\s*(?:trillion|billion|million|thousand))?|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
WORDS = {
    word: value
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
LEANING = re.compile(r"^\s*(?:which|who|that|with|so that|including|of which|whose|where)\b", re.I)
FINITE = re.compile(r"\b(?:will|shall|must|should|is|are|has|have)\b")
JOINING = re.compile(r"^\s*(?:and|but|or|while|as well as)\s+", re.IGNORECASE)
NOUN = re.compile(
    r"\s+((?:(?!(?:will|in|of|to|by|for|and|with|is|are|or|at|on|a|an|the|be|that|which|such)\b)[A-Za-z-]+\s?){1,4})"
)


def english_number(value: float) -> str:
    """
    Write a value for English readers: ``7.5e11 -> 750 billion``, ``11000.0 -> 11,000``.
    """
    for scale, name in SCALES:
        if value >= scale:
            return f"{_plain(value / scale)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text


def english_amount(target: Target, rendered: str | None) -> str:
    """
    Write a target's number with its bound and unit: ``more than 50 billion yuan``.

    :param rendered: the rendering's clause, whose words name what is counted
    """
    noun = ""
    if target.unit not in UNITS and rendered:
        noun = _noun_behind(target.value, rendered)
    return _worded(target, noun)


def english_quantity(quantity: Quantity) -> str:
    """Write a quantity with its bound and unit; what is counted is not named without a unit."""
    return _worded(quantity, "")


def _worded(stated: Target | Quantity, noun: str) -> str:
    number = english_number(stated.value)
    if stated.upper is not None:
        number = f"{number} to {english_number(stated.upper)}"
    unit = UNITS.get(stated.unit, noun)
    if number == "1":
        unit = ONE.get(unit, unit)
    amount = f"{BOUNDS[stated.bound]}{number}{unit}"
    match stated.change:
        case "down":
            return f"a reduction of {amount}"
        case "up":
            return f"an increase of {amount}"
    return amount


def english_clause(document: Document, target: Target) -> str | None:
    """
    Give the English clause that states a target, of the rendering or as printed; else None.

    A clause that leans on the one before it (``which are expected …``) comes with that one. What
    is given is a slice of the rendering.
    """
    if document.rendering is None:
        clause = on_one_line(document.text, target.start, target.end)
        return None if HAN.search(clause) else clause
    text = document.rendering.text(target.sentence_start, target.sentence_end)
    spans = [match.span() for match in CLAUSE.finditer(text)]
    holding = [place for place, (a, b) in enumerate(spans) if _holds(text[a:b], target.value)]
    if not holding:
        return None
    place = holding[0]
    start, end = spans[place]
    whole = document.text[target.start : target.end]
    if place and (LEANING.match(text[start:end]) or re.search("[,，]", whole)):
        start = _statement(text, spans[:place])
    stop = re.compile(r"(?<=[a-z0-9)%])\.\s+(?=[A-Z])")  # a clause may run over a full stop
    pieces = list(stop.finditer(text, start, end))
    for piece in pieces:
        if _holds(text[piece.end() : end], target.value):
            start = piece.end()
        else:
            end = piece.start()
            break
    joined = JOINING.match(text[start:end])
    start += joined.end() if joined else 0
    return text[start:end].strip(" .\n")


def clause_of(target: Target, document: Document, language: Language) -> str:
    """Give the clause that states a target in a reader's language, as printed where it has none."""
    printed = on_one_line(document.text, target.start, target.end)
    return (english_clause(document, target) or printed) if language == "en" else printed


def _statement(text: str, spans: list[tuple[int, int]]) -> int:
    """Give the start of the last of these clauses that states something by itself."""
    for start, end in reversed(spans):
        if JOINING.match(text[start:end]) or FINITE.search(text[start:end]):
            return start
    return spans[0][0]


def _holds(text: str, value: float) -> bool:
    """Say whether an English text states a value, in digits or as a word."""
    if value in numbers_in(text):
        return True
    return any(WORDS.get(found.lower()) == value for found in NUMERAL.findall(text))


def _noun_behind(value: float, text: str) -> str:
    """Give the words behind a number: ``11,000 base stations will be built -> base stations``."""
    for found in NUMERAL.finditer(text):
        if _holds(found[0], value):
            noun = NOUN.match(text, found.end())
            return f" {noun[1].strip()}" if noun else ""
    return ""
