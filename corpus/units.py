"""
Read what a printed responsible unit means: the bodies and the group that it names.

A responsibility list is split at 、 and commas only, so that its last unit may hold more than
one thing: ``津南区及其他有关区人民政府`` is the body 津南区 and the group 其他有关区,
``市农委等`` is the body 市农委 and an open end, ``教育部和财政部`` is two bodies.
"""

import re
from dataclasses import dataclass

OPEN = "等"  # the group of a list that ends in 等 and says no more
WITH = "以及|会同|联合|及|和|与"
GOVERNMENT = re.compile("(?:人民政府|政府|管委会|管理委员会)$")
PLACE = re.compile(
    r"(?:(?<!社)(?<!地)区|县|自治州|(?<!全)州|(?<!上)(?<!城)市|旗|镇|乡|街道)$|"
    r"\b(?:district|county|new area)$",
    re.IGNORECASE,
)
GROUP = re.compile(
    rf"^(?:(?P<body>.+?)(?:等(?:{WITH})?|{WITH}))?"
    r"(?P<group>(?:其他|其它|各|有关|相关|[\u4e00-\u9fff]{0,4}?(?:所在地?|发生地|属地)|所属).+)$"
)
KIND = re.compile(
    r"^(?P<body>.+?)(?P<group>等(?:\d+个|[一二三四五六七八九十]+个)?"
    r"(?:区县?|县区?|市县?|地区|地方|部委|部门|单位|机构|委办局|委局|市级部门)(?:(?:和|及|、)单位)?)$"
)
CLASS = re.compile(
    r"^(?:县级市|区\(?市\)?县|区县|县区|市县|市县区|乡镇|镇街|街镇|区)(?:人民政府|政府)?$"
)
# The name of a body ends so; 文化 in 文化和旅游部 does not, so that it is one name.
BODY_END = re.compile(
    "(?:部|委|局|办|厅|署|政府|法院|检察院|(?<!社)会|(?<!社)(?<!地)区|县|公司|集团|中心)$"
)
BETWEEN = re.compile(WITH)
VERB = re.compile("(?:牵头|指导|督导|主办|配合|参与|参加|协助|组织|实施|落实)$")


@dataclass(frozen=True, slots=True)
class Part:
    """One body or one group of a unit: its name, and its own words ``unit[start:end]``."""

    name: str
    start: int
    end: int
    is_group: bool
    is_place: bool  # a district, or a group of districts

    @property
    def counts(self) -> bool:
        """Say whether it is one unit more: a bare 等 is not."""
        return self.name != OPEN


def is_place(name: str) -> bool:
    """Say whether a body is a district, a county or another place: ``津南区``."""
    return len(name) >= 2 and bool(PLACE.search(name))


def body_name(words: str) -> str:
    """
    Name a body without the 人民政府 behind a place.

    ``滨海新区人民政府 -> 滨海新区``, but ``市人民政府`` stays as it is.
    """
    place = GOVERNMENT.sub("", words)
    return place if len(place) >= 2 and is_place(place) else words


def read_unit(unit: str) -> tuple[Part, ...]:
    """
    Give the bodies and groups that a printed unit names, in order.

    ``"津南区及其他有关区人民政府" -> 津南区, 其他有关区 (group)``
    """
    if CLASS.match(unit):
        return (_group(unit, 0, len(unit)),)
    found = GROUP.match(unit) or KIND.match(unit)
    if found:
        group = _group(unit, *found.span("group"))
        return (*_bodies(unit, 0, found.end("body")), group) if found["body"] else (group,)
    if unit.endswith(OPEN) and len(unit) > 2:
        bodies = _bodies(unit, 0, len(unit) - 1)
        return (*bodies, Part(OPEN, len(unit) - 1, len(unit), True, bodies[-1].is_place))
    return _bodies(unit, 0, len(unit))


def _group(unit: str, start: int, end: int) -> Part:
    name = body_name(unit[start:end])
    place = re.search("[区县市州镇乡省]|街道|地方", name)
    return Part(name, start, end, True, bool(place and not re.search("部门|单位|机构", name)))


def _bodies(unit: str, start: int, end: int) -> tuple[Part, ...]:
    """Split at 和 and the like where a body's name ends before it and another ends behind."""
    for joint in BETWEEN.finditer(unit, start, end):
        left, right = unit[start : joint.start()], unit[joint.end() : end]
        if len(left) >= 3 and BODY_END.search(left) and BODY_END.search(right):
            return (_body(unit, start, joint.start()), *_bodies(unit, joint.end(), end))
    return (_body(unit, start, end),)


def _body(unit: str, start: int, end: int) -> Part:
    if verb := VERB.search(unit, start + 2, end):
        end = verb.start()
    name = body_name(unit[start:end])
    return Part(name, start, end, False, is_place(name))
