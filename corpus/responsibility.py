"""
Read the lists that say who is responsible: 责任单位, 牵头单位, 配合单位 … and their lookalikes.

Units are split only at 、 and commas outside brackets and kept exactly as printed, the last one
too (``津南区及其他有关区人民政府``, ``市农委等``, ``各县（市、区）政府``).
"""

import re
from dataclasses import dataclass

from corpus import english_lists
from corpus.tables import Cell, find_tables, rows_of

KIND = "(?:单位|部门|主体)"
LABEL = re.compile(
    rf"(?P<lead>牵头(?:责任|负责)?{KIND}?|主办{KIND}|主责{KIND}|(?:主要|第一)责任{KIND})"
    rf"|(?P<joint>(?:配合|协办|协同|协作|参与|参加|支持){KIND}|配合)"
    rf"|(?P<plain>(?:责任|负责|主管|承担|承办|实施|落实){KIND})"
)
MARK = r"(?:[（(][^（）()]{1,8}[)）])?\s*[:：]\s*"
LABELLED = re.compile(rf"(?:{LABEL.pattern}){MARK}")
BEFORE_LABEL = re.compile(
    r"(?:[^:：、]{2,8}[:：][^:：]*[;；，,\s])?\s*"
)  # 完成时限：2020年；责任单位：
BRACKET = re.compile(r"[（(](?P<inside>[^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*)[)）]")
SQUARE = re.compile(r"[【〔\[［](?P<inside>[^【】〔〕\[\]［］]{4,400})[】〕\]］]")
# 甲局牵头,乙局、丙局配合 … 丁局按职责分工负责: a list without a label is made of such clauses.
CLAUSE = re.compile(
    r"(?:由|会同)?(?P<units>[^。；;:：]{2,}?)(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:分别|共同|具体)?"
    r"(?:(?P<lead>牵头(?:负责|落实|实施)?)|(?P<shared>负责(?:落实|实施)?)"
    r"|(?P<doing>落实|组织实施)|(?P<guiding>指导)|(?P<joint>参与|参加|配合|协助))(?:[，,；;、]|(?=。)|$)"
)
NO_BODIES = re.compile("由|其|我|对|将|并")  # stands in a bracket that explains
BULLET = "[ \t\u3000\u2003*▲△●○■□◆◇★☆•·►▶※—-]*"
# A line of its own that names a 主办单位 is the foot of a web page.
LINE = re.compile(
    rf"^{BULLET}(?P<inside>(?!主办单位)(?:{LABEL.pattern}){MARK}[^\n。]+)",
    re.MULTILINE,
)
# Behind the last sentence of a paragraph: …1.2万份。责任单位：甲局、乙局
BEHIND = re.compile(
    rf"(?<=[。；])[ \t\u3000*]*(?P<inside>(?:{LABEL.pattern}){MARK}[^\n。；]+)。?$", re.MULTILINE
)
FIRST_LEADS = re.compile(
    "(?:(?:排|列)在?)?(?:第一位?|首位)的?(?:部门|单位|者)?(?:为|是)牵头(?:部门|单位)"
)
OTHER_LABEL = re.compile(
    r"[，,;；\s][ \u3000]*[^、，,;；：:\s]{2,10}[:：].*$"
)  # ；完成时限：2020年
SEPARATOR = re.compile(
    "[、，,](?![^（(]*[)）])"
)  # not inside a name's bracket: 市住建局（市人防办）
# A body's name, or all bodies of a kind; used where no label says what a bracket holds.
BODY = re.compile(
    r"(?!以下|简称|下称|含|不含|见|详见|如|即|包括)(?:(?:各|(?:其他)?(?:相关|有关)).{0,10}(?:单位|部门|区|县|市|政府|乡镇|街道).{0,8}"
    r"|[\u4e00-\u9fff“”]{1,20}(?:委|局|厅|办|署|部|院|政府|管委会|委员会|室|所|处|[总支大]队|中心|集团|公司|社"
    "|银行|分行|支行|协会|商会|联合会|工会|学会|妇联|工商联|残联|科协))"
    "(?:[（(][^（）()]{2,20}[)）])?(?:等(?:有关|相关)?(?:部门|单位)?)?"
)
UNIT = 25  # characters of a unit in a list without a label
COLUMN = re.compile(rf"(?:{LABEL.pattern}|(?P<guiding>指导{KIND}))(?:[（(].{{1,8}}[)）])?")
TASK_COLUMN = re.compile("事项|任务|措施|举措|项目|名称")
CONTENT_COLUMN = re.compile("内容|工作|目标")


@dataclass(frozen=True, slots=True)
class ResponsibilityList:
    """One list of responsible units: its span without brackets, and its units by role."""

    start: int
    end: int
    text: str
    units: tuple[str, ...]
    lead: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    topic: str = ""  # the task, where the list is a row of a table


def split_units(text: str) -> tuple[str, ...]:
    """
    Split a list at 、 and commas only: ``"A、B,C及其他有关区" -> ("A", "B", "C及其他有关区")``.
    """
    return tuple(unit for part in SEPARATOR.split(text) if (unit := part.strip(" \u3000。*；;")))


def find_lists(
    text: str, start: int, end: int, *, unlabelled: bool = False
) -> tuple[ResponsibilityList, ...]:
    """
    Find the responsibility lists of ``text[start:end]``, in order.

    :param unlabelled: whether a bracket that ends a paragraph and holds nothing but names of
        bodies is a list too
    """
    found: list[ResponsibilityList] = []
    for bracket in BRACKET.finditer(text, start, end):
        units = read_list(bracket["inside"], bracket.start("inside"))
        if units is None and unlabelled and _ends_paragraph(text, bracket.span(), end):
            units = _read_bodies(bracket["inside"], bracket.start("inside"))
        if units:
            found.append(units)
    for pattern in (SQUARE, LINE, BEHIND, english_lists.LINE):
        taken = [(f.start, f.end) for f in found]
        for match in pattern.finditer(text, start, end):
            inside = match["inside"]
            labelled = LABELLED.search(inside) or english_lists.MARKED.search(inside)
            if not any(a <= match.start("inside") < b for a, b in taken):
                units = read_list(inside, match.start("inside"))
                if units and (labelled or _names_bodies(units.units)):
                    found.append(units)
    for table in find_tables(text, start, end):
        found += _read_columns(text, *table)
    return tuple(sorted(found, key=lambda item: item.start))


def read_list(inside: str, offset: int) -> ResponsibilityList | None:
    """
    Read one bracket or line; None where it is no responsibility list.

    A list that a page break cuts in two is read as one.
    """
    span = (offset, offset + len(inside), inside)
    inside = _join(inside)
    labels = list(LABELLED.finditer(inside))
    if labels and BEFORE_LABEL.fullmatch(inside[: labels[0].start()]):
        return _read_labelled(inside, labels, span)
    if english := english_lists.read_roles(inside):
        return _of_roles(english, span)
    clauses = _read_clauses(inside, span)
    if clauses:
        return clauses
    together = english_lists.read_shared(inside)
    return ResponsibilityList(*span, together) if together else None


def _join(text: str) -> str:
    """Join what lines break: English words with a blank, Chinese ones without."""
    text = re.sub(r"(?<=[A-Za-z,;:.])[ \t]*\n\s*(?=[A-Za-z])", " ", text)
    return re.sub(r"\s*\n\s*", "", text)


def _read_clauses(inside: str, span: tuple[int, int, str]) -> ResponsibilityList | None:
    """Read clauses of units and what they do; who does not lead beside a leader supports it."""
    roles: dict[str, tuple[str, ...]] = dict.fromkeys(
        ("lead", "shared", "doing", "guiding", "joint"), ()
    )
    printed: dict[str, None] = {}
    at = 0
    while found := CLAUSE.match(inside, at):
        role = found.lastgroup or "shared"
        units = split_units(found["units"])
        beside = roles["lead"] and role in {"shared", "doing"}
        roles["joint" if beside else role] += units
        printed |= dict.fromkeys(units)
        at = found.end()
    every, lead, shared = tuple(printed), roles["lead"], roles["shared"]
    rest = split_units(inside[at:])
    if lead and _are_bodies(rest):  # 甲局牵头,乙局、丙局
        return ResponsibilityList(*span, (*every, *rest), lead, roles["joint"] + rest)
    if not every or (not lead and NO_BODIES.search("".join(every))):
        return None
    if not lead and not shared and not _names_bodies(every):
        return None
    return ResponsibilityList(*span, every, lead, roles["joint"])


def _are_bodies(units: tuple[str, ...]) -> bool:
    return bool(units) and all(BODY.fullmatch(unit) for unit in units)


def _names_bodies(units: tuple[str, ...]) -> bool:
    """Say whether names of bodies are among short units: 生态环境部、人民银行."""
    return any(map(BODY.fullmatch, units)) and all(len(unit) <= UNIT for unit in units)


def _ends_paragraph(text: str, bracket: tuple[int, int], end: int) -> bool:
    before = text[: bracket[0]][-1:]
    after = text[bracket[1] : min(end, bracket[1] + 3)].lstrip(" \u3000*。")
    return before in tuple("。；！") and (not after or after[0] == "\n")


def _read_bodies(inside: str, offset: int) -> ResponsibilityList | None:
    units = split_units(_join(inside))
    if not _are_bodies(units):
        return None
    return ResponsibilityList(offset, offset + len(inside), inside, units)


def _read_columns(text: str, start: int, end: int) -> list[ResponsibilityList]:
    """Read a table whose header names columns of units: one list a row, with the row's task."""
    found: list[ResponsibilityList] = []
    columns: list[tuple[int, str]] = []
    width, named_at, topic = 0, None, ""
    for cells in rows_of(text, start, end):
        named = [(n, role) for n, cell in enumerate(cells) if (role := _column_role(cell.text))]
        if named and not any(_are_units(cell.text) for cell in cells):
            columns, width, topic = named, len(cells), ""
            named_at = _topic_column([cell.text for cell in cells[: named[0][0]]])
        elif named:  # a label beside its units
            beside = {n + 1: role for n, role in named if n + 1 < len(cells)}
            found += _list_of([(cells[n], role) for n, role in beside.items()], text, "")
        elif columns:
            # merged cells are missing at the left, empty ones at the right
            shift = 0 if cells[0].text.isdecimal() else len(cells) - width
            chosen = [
                (cells[n + shift], role) for n, role in columns if 0 <= n + shift < len(cells)
            ]
            if named_at is not None and named_at + shift >= 0:
                topic = cells[named_at + shift].text.rstrip("。")
            found += _list_of(chosen, text, topic)
    return found


def _column_role(title: str) -> str | None:
    """Give the role of the units below a column's title; None for a column of other things."""
    label = COLUMN.fullmatch("".join(title.split()))
    if label is None:
        return english_lists.role_of(title)
    return "plain" if label.lastgroup in {None, "guiding"} else label.lastgroup


def _topic_column(header: list[str]) -> int | None:
    """Find the column that names the tasks of a table: 工作事项 before 主要内容."""
    for pattern in (TASK_COLUMN, CONTENT_COLUMN):
        found = next((n for n, cell in enumerate(header) if pattern.search(cell)), None)
        if found is not None:
            return found
    return None


def _list_of(cells: list[tuple[Cell, str]], text: str, topic: str) -> list[ResponsibilityList]:
    roles: dict[str, tuple[str, ...]] = {"lead": (), "joint": (), "plain": ()}
    filled = []
    for cell, role in cells:
        units = tuple(unit for unit in _cell_units(cell.text) if re.search(r"\w\w", unit))
        if units:
            roles[role] += units
            filled.append(cell)
    if not filled:
        return []
    start, end = filled[0].start, filled[-1].end
    every = tuple(dict.fromkeys(roles["lead"] + roles["plain"] + roles["joint"]))
    lead, joint = roles["lead"], roles["joint"]
    return [ResponsibilityList(start, end, text[start:end], every, lead, joint, topic)]


def _cell_units(text: str) -> tuple[str, ...]:
    """
    Split a cell of units, whose lines are parted by blanks: ``市财政局 市审计局、市国资委``.
    """
    if text.isascii():
        return english_lists.names(text)
    return tuple(part for unit in split_units(text) for part in _lines(unit))


def _lines(unit: str) -> tuple[str, ...]:
    """Part a unit at a blank that stands between the name of a body and another name."""
    for blank in re.finditer(r"[ \u3000]+(?=[\u4e00-\u9fff]{3})", unit):
        if BODY.fullmatch(unit[: blank.start()]):
            return (unit[: blank.start()], *_lines(unit[blank.end() :]))
    return (unit,)


def _are_units(text: str) -> bool:
    units = split_units(text)
    return _are_bodies(units) and not any(COLUMN.match(u) or LABEL.search(u) for u in units)


def _read_labelled(
    inside: str, labels: list[re.Match[str]], span: tuple[int, int, str]
) -> ResponsibilityList:
    roles: dict[str, tuple[str, ...]] = {"lead": (), "joint": (), "plain": ()}
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start() if following else len(inside)
        units = split_units(OTHER_LABEL.sub("", inside[label.end() : stop]))
        roles[label.lastgroup or "plain"] += units
    return _of_roles(roles, span)


def _of_roles(roles: dict[str, tuple[str, ...]], span: tuple[int, int, str]) -> ResponsibilityList:
    every = dict.fromkeys(roles["lead"] + roles["plain"] + roles["joint"])
    return ResponsibilityList(*span, tuple(every), roles["lead"], roles["joint"])
