"""
Names of responsible units as lists print them: how they are labelled, parted and recognised.

A list is split at 、 and commas outside brackets; where only a blank stands between the name of a
body and another name, there too.
"""

import re


def _spaced(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose words a reader of scans may have torn apart: 责 任单位."""
    return re.compile(re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff(])", "[ ]?", pattern))


KIND = "(?:单位|部门|机关|科室|处室|主体)"
LABEL = _spaced(
    rf"(?P<lead>牵头(?:责任|负责)?{KIND}?|主办{KIND}?|主责{KIND}|第一责任{KIND})"
    rf"|(?P<joint>(?:配合|协办|协助|协同|协作|参与|参加|支持){KIND}|配合|协办)"
    rf"|(?P<plain>(?:主要责任|责任|负责|主管|承担|承办|实施|落实){KIND}|成员单位)"
)
SIGNS = "★☆●○▲△◆◇■□※*＊"  # of units: what they mean stands in a note
SEPARATOR = re.compile(
    "[、，,](?![^（(〔]{0,200}[)）〕])"
)  # not inside a name's bracket: 市住建局（市人防办）
# A body's name, or all bodies of a kind; used where no label says what a bracket holds.
BODY = re.compile(
    r"(?!以下|简称|下称|含|不含|见|详见|如|即|包括)(?:(?:各|(?:其他)?(?:相关|有关)).{0,10}(?:单位|部门|区|县|市|政府|乡镇|街道).{0,8}"
    r"|[\u4e00-\u9fff“”]{1,20}(?:委|局|厅|办|署|部|院|政府|管委会|委员会|室|所|处|[总支大]队|中心|集团|公司|社"
    "|银行|分行|支行|科|站|协会|商会|联合会|工会|学会|妇联|工商联|残联|科协|大学))"
    "(?:[（(][^（）()]{2,20}[)）])?(?:等(?:有关|相关)?(?:部门|单位)?)?"
)
ROLE_BEHIND = re.compile(
    rf"[（(](?:(?P<lead>牵头|主办|主责)|(?P<joint>配合|协办|协助|参与)){KIND}?[)）]$"
    r"|(?<=[部门位局委厅办府])(?:(?P<leads>牵头)|(?P<joins>配合|协助|参与))$"
)
# Behind a list: 甲局、乙局，列首位的为牵头单位，下同; behind a name: 各区政府（含新区管委会，下同）
REMARK = re.compile(r"[（(](?:[^（）()]*下同|以下[^（）()]*)[)）]$")
# Behind the last unit: 甲局、乙局，2024年底前完成; 甲局、乙局；持续推进
WHEN = re.compile(
    r"[，,；;。][ ]*(?:(?:力争|确保)?(?:20\d\d年|今年|每年|每季度|年底|\d{1,2}月)"
    r"|持续|长期|常态|全年|滚动|按(?:季度|年度|计划|时序))[^、，,；;。：:]{0,12}[。；;]?$"
)
BLANKS = re.compile(r"(?<![ \u3000])[ \u3000]++(?=[\u4e00-\u9fff]{2})")


def split_units(text: str) -> tuple[str, ...]:
    """
    Split a list at 、 and commas only: ``"A、★B,C及其他有关区" -> ("A", "B", "C及其他有关区")``.
    """
    outside = f" \u3000。；;_{SIGNS}"
    return tuple(unit for part in SEPARATOR.split(text) if (unit := part.strip(outside)))


def split_at_blanks(text: str) -> tuple[str, ...]:
    """Split units, also where only a blank parts them: ``市公安局 市应急局、各区政府``."""
    return tuple(part for unit in split_units(text) for part in _lines(unit))


def _lines(unit: str) -> tuple[str, ...]:
    """Part a unit at a blank that stands between the name of a body and another name."""
    parts: list[str] = []
    begin = 0
    for blank in BLANKS.finditer(unit):
        if BODY.fullmatch(unit, begin, blank.start()):
            parts.append(unit[begin : blank.start()])
            begin = blank.end()
    return (*parts, unit[begin:])


def role_behind(unit: str) -> tuple[str, str | None]:
    """Part a unit from the role that a bracket behind it tells: ``甲局（牵头） -> 甲局, lead``."""
    found = ROLE_BEHIND.search(unit)
    if found is None:
        return REMARK.sub("", unit), None
    return unit[: found.start()], "lead" if found["lead"] or found["leads"] else "joint"


def are_bodies(units: tuple[str, ...]) -> bool:
    """Say whether units are names of bodies and nothing else; an empty list is not."""
    return bool(units) and all(BODY.fullmatch(unit) for unit in units)
