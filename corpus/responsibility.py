"""
Read the lists that say who is responsible: 责任单位, 牵头单位, 配合单位 … and their lookalikes.

Units are split only at 、 and commas and kept exactly as printed, the last one too
(``津南区及其他有关区人民政府``, ``市农委等``).
"""

import re
from dataclasses import dataclass

LABEL = re.compile(
    r"(?P<lead>牵头(?:责任)?(?:单位|部门)|主办单位|主责部门|主要责任单位)"
    r"|(?P<joint>(?:配合|协办|协同|参与|参加|支持)(?:单位|部门))"
    r"|(?P<plain>(?:责任|负责|主管|承担)(?:单位|部门|主体))"
)
MARK = r"[ ]*[:：][ ]*"
LABELLED = re.compile(rf"(?:{LABEL.pattern}){MARK}")
BRACKET = re.compile(r"[（(](?P<inside>[^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*)[)）]")
SHARED = re.compile(r"^(?P<units>[^。；;:：]{2,}?)(?:按(?:照)?职责分工)?(?:分别|共同)?负责")
LED = re.compile(r"^由?(?P<lead>[^。；;:：，,]{2,}?)牵头(?:负责)?[，,]?(?P<rest>.*)$")
JOINED = re.compile(
    r"^(?P<units>[^。；;:：]{2,}?)(?:按(?:照)?职责分工)?(?:分别|共同)?(?:负责|参与|参加|配合|协助)$"
)
# A line of its own that names a 主办单位 is the foot of a web page.
LINE = re.compile(
    rf"^[ \t\u3000\u2003*]*(?P<inside>(?!主办单位)(?:{LABEL.pattern}){MARK}[^\n。]+)", re.MULTILINE
)
FIRST_LEADS = re.compile(
    "(?:排在第一位|列第一位|排第一位|第一)的?(?:部门|单位|者)?为牵头(?:部门|单位)"
)
SCOPE = re.compile("[，,;；][ ]*(?:适用范围|完成时限|完成时间|时限|实施范围)[:：].*$")
SEPARATOR = re.compile("[、，,]")


@dataclass(frozen=True, slots=True)
class ResponsibilityList:
    """One list of responsible units: its span without brackets, and its units by role."""

    start: int
    end: int
    text: str
    units: tuple[str, ...]
    lead: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()


def split_units(text: str) -> tuple[str, ...]:
    """
    Split a list at 、 and commas only: ``"A、B,C及其他有关区" -> ("A", "B", "C及其他有关区")``.
    """
    return tuple(unit for part in SEPARATOR.split(text) if (unit := part.strip(" \u3000。*；;")))


def find_lists(text: str, start: int, end: int) -> tuple[ResponsibilityList, ...]:
    """Find the responsibility lists of ``text[start:end]``, in order."""
    found: list[ResponsibilityList] = []
    for bracket in BRACKET.finditer(text, start, end):
        inside, offset = bracket["inside"], bracket.start("inside")
        units = read_list(inside, offset)
        if units:
            found.append(units)
    taken = [(f.start, f.end) for f in found]
    for line in LINE.finditer(text, start, end):
        if not any(a <= line.start("inside") < b for a, b in taken):
            units = read_list(line["inside"], line.start("inside"))
            if units:
                found.append(units)
    return tuple(sorted(found, key=lambda item: item.start))


def read_list(inside: str, offset: int) -> ResponsibilityList | None:
    """Read one bracket or line; None where it is no responsibility list."""
    span = (offset, offset + len(inside), inside)
    labels = list(LABELLED.finditer(inside))
    if labels and labels[0].start() == 0:
        return _read_labelled(inside, labels, span)
    shared = SHARED.match(inside)
    led = LED.match(inside)
    joined = JOINED.match(led["rest"]) if led else None
    if led and (shared or joined or led["rest"] == ""):
        rest = joined or SHARED.match(led["rest"])
        lead = split_units(led["lead"])
        joint = split_units(rest["units"]) if rest else ()
        return ResponsibilityList(*span, lead + joint, lead, joint)
    if shared and not re.search("由|其|我|对|将|并", shared["units"]):
        return ResponsibilityList(*span, split_units(shared["units"]))
    return None


def _read_labelled(
    inside: str, labels: list[re.Match[str]], span: tuple[int, int, str]
) -> ResponsibilityList:
    roles: dict[str, tuple[str, ...]] = {"lead": (), "joint": (), "plain": ()}
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start() if following else len(inside)
        units = split_units(SCOPE.sub("", inside[label.end() : stop]))
        roles[label.lastgroup or "plain"] += units
    every = dict.fromkeys(roles["lead"] + roles["plain"] + roles["joint"])
    return ResponsibilityList(*span, tuple(every), roles["lead"], roles["joint"])
