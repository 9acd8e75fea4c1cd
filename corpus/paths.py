"""The numerals of a question that name a section, outermost first."""

import re

CN = "[一二三四五六七八九十]"
NUMBER = rf"(?:{CN}{{1,3}}|\d{{1,2}})"
ROMAN = r"[IVX]{1,5}"
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
CARDINALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
LAST = "last"
RUNNING = 10  # an item from this number on is counted through all parts: item 48
OUTER = ""  # before a path whose outermost part is not named: it is the child of a heading
# The order of the words; the levels are counted from the outermost that is there.
LEVELS = {
    "part": 1, "chapter": 2, "section": 3, "heading": 3, "subsection": 4, "item": 4, "point": 4,
    "paragraph": 4,
}  # fmt: skip
CHINESE_PART = "部分|章|编|篇|大点|大项|块"
CHINESE_STEP = "节|条|款|项|点|小点|小节|小项|小条|方面"
CHINESE = re.compile(
    rf"(?:最后|末)(?:一|1)?(?:个)?大?(?P<last>{CHINESE_PART}|{CHINESE_STEP})"
    rf"|第\s*[(（]?\s*(?P<number>{NUMBER})\s*[)）]?\s*大?(?P<unit>{CHINESE_PART}|{CHINESE_STEP})"
    rf"|(?<![第一二三四五六七八九十])(?P<bare>{CN}{{1,3}})部分(?=第|[(（]|{CN})"
    rf"|(?<=部分)(?P<step>{CN}{{1,3}})(?:条|项|点|节)"
    rf"|[(（]\s*(?P<bracket>{NUMBER})\s*[)）]\s*、?\s*(?P<item>\d{{1,2}}(?![\d年个万亿%]))?"
)
PRINTED = (
    re.compile(
        rf"(?<![第一二三四五六七八九十])({CN}{{1,3}})\s*、?\s*[(（]\s*({CN}{{1,3}})\s*[)）]\s*、?\s*(\d{{1,2}})?"
    ),
    re.compile(rf"(?<![A-Za-z.])({ROMAN})\s*[(（]\s*(\d{{1,2}})\s*[)）]\s*(\d{{1,2}})?(?!\d)"),
    re.compile(rf"(?<![A-Za-z.])({ROMAN})\.(\d{{1,2}})(?:\.(\d{{1,2}}))?(?![\d.])"),
    re.compile(r"(?<![\d.])([1-9])\.([1-9]\d?)\.([1-9]\d?)(?![\d.])"),
    re.compile(r"(?:\b[Ss]ection |\b[Pp]art |第)\s*([1-9])\.([1-9]\d?)()(?![\d.%])"),
    re.compile(
        rf"(?<![分一二三四五六七八九十])({CN})之({CN})(?:之({CN}))?(?=[讲说写是的里中?？ ])"
    ),
)
# What follows a printed path goes on from it: 二(二)的第3小点.
ON = re.compile(
    rf"^(?:的|里面?的?|中的?|下面?的?|之下的?)?第\s*(?P<number>{NUMBER})\s*(?:{CHINESE_STEP})"
)
ENGLISH_VALUE = rf"{ROMAN}|\d{{1,2}}|{'|'.join([*ORDINALS, *CARDINALS])}"
ENGLISH = re.compile(
    rf"\b(?P<word>{'|'.join(LEVELS)})s?\s+[\"'(“]*(?P<value>{ENGLISH_VALUE})\b[\"')”]*"
    r"(?:\s*\((?P<inner>\d{1,2})\)\s*(?P<innermost>\d{1,2})?)?"
    rf"|\b(?P<ordinal>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|last|final|closing)\s+"
    rf"(?P<what>{'|'.join(LEVELS)})\b",
    re.IGNORECASE,
)
# What else a counted thing is called: task 20, row 3.
ROW = re.compile(r"\b(?:row|task|measure|clause|entry)\s+\(?(?=\d{1,2}\b(?!\s*%))", re.IGNORECASE)
# "No." says nothing beside what is counted: task No. 12.
NUMERO = re.compile(
    rf"\b({'|'.join(LEVELS)}|row|task|measure|clause|entry|article)\s+(?:no\.?|number)\s*"
    r"(?=\d{1,2}\b(?!\s*%))",
    re.IGNORECASE,
)
OF_NAME = re.compile(
    r"\b(?:item|point|paragraph)\s+\(?\d{1,2}\)? (?:of|in|on|from|under)\b", re.IGNORECASE
)
CHINESE_ROW = re.compile(
    rf"第\s*[(（]?\s*(?P<row>{NUMBER})\s*[)）]?\s*(?:项|号|行)"
    r"(?:任务|工作|内容|措施|指标|事项)?(?=[是讲说规写要有的由谁里包怎,，:：?？ ]|具体|内容|$)"
    rf"|[(（]\s*(?P<mark>{CN}{{1,3}})\s*[)）](?=\s*(?:讲|说|是|写|里|规定|部分|条|项|中|of\b|in\b|say|[?？]))"
    r"|(?:任务|序号|编号)\s*(?P<number>\d{1,2})(?![\d年月日个项条类%.])"
)
# Annexes and boxes stand outside the numbering; what follows them is counted below.
ANNEX = re.compile(
    rf"(?P<kind>附件|附表|附录|专栏)\s*(?P<number>{NUMBER})"
    rf"|\b(?P<word>annex|appendix|attachment|box)\s+(?P<value>\d{{1,2}}|{ROMAN})\b",
    re.IGNORECASE,
)
BELOW_ANNEX = re.compile(
    rf"^(?:的|里面?的?|中的?|之|[,，、\s])*(?P<part>{CN}{{1,3}})?\s*、?\s*"
    rf"(?:[(（]\s*(?P<bracket>{NUMBER})\s*[)）])?\s*(?P<item>\d{{1,2}})?"
    r"(?=部分|[讲说写是的里中规有要“,，:：?？\s]|$)"
)


def find_path(text: str) -> tuple[str, ...]:
    """
    Find the section that a question names by its number, outermost numeral first.

    ``第二部分第四条 -> ("二", "四")``, ``二(一)3 -> ("二", "一", "3")``,
    ``"Part III, section (7)" -> ("III", "7")``, ``第三部分最后一条 -> ("三", "last")``. A path that
    begins with "" names no part: 第四条第三款 is ``("", "四", "三")``; an annex is named with its
    number: 附件1第二部分 is ``("附件1", "二")``. Nothing found gives ().
    """
    text = NUMERO.sub(r"\1 ", text)
    if annex := ANNEX.search(text):
        return (annex_name(annex), *_below_annex(text, annex))
    for pattern in PRINTED:
        if found := pattern.search(text):
            steps = tuple(part for part in found.groups() if part)
            on = ON.match(text[found.end() :])
            return (*steps, on["number"]) if on else steps
    if article := re.search(r"\barticle\s+(\d{1,3}|[IVXLC]+)\b", text, re.IGNORECASE):
        return (article[1].upper(),)
    return _chinese_path(text) or _english_path(ROW.sub("item ", text))


def annex_name(annex: re.Match[str]) -> str:
    """Give an annex or a box by its Chinese name and its number: "Annex 2" is 附件2."""
    if annex["kind"]:
        return f"{annex['kind']}{annex['number']}"
    return f"{'专栏' if annex['word'].lower() == 'box' else '附件'}{annex['value'].upper()}"


def _below_annex(text: str, annex: re.Match[str]) -> tuple[str, ...]:
    """Find what is named below an annex: 附件1二(一), 附件1第二部分, "item 3 of Annex 2"."""
    rest = text[annex.end() :]
    below = BELOW_ANNEX.match(rest) if annex["kind"] else None
    if below and any(below.groups()):
        return tuple(step for step in below.groups() if step)
    steps = find_path(f"{text[: annex.start()]} {rest}")
    item = re.search(r"\b(?:item|row|point|section)\s+\(?(\d{1,2})\b", text, re.IGNORECASE)
    return tuple(step for step in steps if step != OUTER) or ((item[1],) if item else ())


def _chinese_path(text: str) -> tuple[str, ...]:
    steps: list[str] = []
    part = False
    units: list[str] = []
    for found in CHINESE.finditer(text):
        if found["last"]:
            steps.append(LAST)
            units.append(found["last"])
            part = part or (len(steps) == 1 and found["last"] in CHINESE_PART.split("|"))
        elif found["number"]:
            steps.append(found["number"])
            units.append(found["unit"])
            part = part or (len(steps) == 1 and found["unit"] in CHINESE_PART.split("|"))
        elif found["bare"]:
            steps.append(found["bare"])
            part = True
        elif found["step"]:
            steps.append(found["step"])
        elif steps:  # a bracket says nothing by itself
            steps += [step for step in (found["bracket"], found["item"]) if step]
    if part:
        return tuple(steps)
    named = "条" in units or (len(steps) > 1 and units) or ("项" in units and "(" in text)
    if named:
        return (OUTER, *steps)
    row = None if steps[1:] else CHINESE_ROW.search(text)
    return (OUTER, row["row"] or row["mark"] or row["number"]) if row else ()


def _english_path(text: str) -> tuple[str, ...]:
    """Find "Part II, section (5), item 2" in any order of the words."""
    steps: dict[int, list[str]] = {}
    for found in ENGLISH.finditer(text):
        word, value = found["word"] or found["what"], found["value"] or found["ordinal"]
        value = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", value.lower())
        if value in ("last", "final", "closing"):
            value = LAST
        number = str((ORDINALS | CARDINALS).get(value, value if value == LAST else value.upper()))
        inner = [step for step in (found["inner"], found["innermost"]) if step]
        level = LEVELS[word.lower()]
        if level == 3 and found["value"] and re.fullmatch(ROMAN, found["value"]):
            level = 1  # Section III (9): Roman numerals count parts
        if level in steps and steps[level] != [number, *inner]:
            return ()  # two sections are set against each other
        steps[level] = [number, *inner]
    found_steps = [step for level in sorted(steps) for step in steps[level]]
    if steps.keys() & {1, 2}:
        return tuple(found_steps)
    running = 4 in steps and steps[4][0].isdecimal() and int(steps[4][0]) >= RUNNING
    running = running or (4 in steps and bool(OF_NAME.search(text)))
    if len(steps) > 1 or running or (4 in steps and re.search(r"[“\"‘']", text)):
        return (OUTER, *found_steps)
    return tuple(found_steps) if 3 in steps else ()
