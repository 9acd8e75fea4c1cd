"""
Read the lists that say who is responsible: 责任单位, 牵头单位, 配合单位 … and their lookalikes.

Units are split only at 、 and commas outside brackets and kept exactly as printed, the last one
too (``津南区及其他有关区人民政府``, ``市农委等``, ``各县（市、区）政府``).
"""

import re
from dataclasses import dataclass, replace

from corpus import english_lists
from corpus.lines import DECORATION
from corpus.tables import Cell, find_tables, rows_of
from corpus.unit_columns import Header, are_units, cell_units, column_role, read_header
from corpus.unit_names import (
    BODY,
    LABEL,
    WHEN,
    are_bodies,
    role_behind,
    split_at_blanks,
    split_units,
)

MARK = r"(?:[（(][^（）()]{1,30}[)）])?\s*[:：]\s*"
LABELLED = re.compile(rf"(?:{LABEL.pattern}){MARK}")
BEFORE_LABEL = re.compile(
    r"(?:[^:：、]{2,8}[:：][^:：]*[;；，,\s])?\s*"
)  # 完成时限：2020年；责任单位：
BRACKET = re.compile(r"[（(](?P<inside>[^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*)[)）]")
SQUARE = re.compile(r"[【〔\[［](?P<inside>[^【】〔〕\[\]［］]{4,400})[】〕\]］]")
# 甲局牵头,乙局、丙局配合 … 丁局按职责分工负责: a list without a label is made of such clauses.
CLAUSE = re.compile(
    r"(?:由|(?P<joined>会同))?(?P<units>[^。；;:：]{2,}?)(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:分别|共同|具体)?"
    r"(?:(?P<lead>牵头(?:负责|落实|实施)?|主办)|(?P<shared>负责(?:落实|实施)?)"
    r"|(?P<doing>落实|组织实施)|(?P<guiding>指导)|(?P<joint>参与|参加|配合|协助|(?<=[局委办部厅院会门位府区县市处司团社联行队所站心等])协办))(?:[，,；;、]|(?=。|会同)|$)"
)
NO_BODIES = re.compile("由|其|我|对|将|并")  # stands in a bracket that explains
BARE_LABEL = re.sub(r"[?]P<[a-z]+>", "?:", LABEL.pattern)
BULLET = rf"(?:[ \t\u00a0\u3000\u2003*—-]|{DECORATION})*"
NUMBER = (  # of an item that is such a list: 4.责任部门：甲局
    r"(?:(?:\d{1,2}[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳])[ \u3000]*)?"
)
DUTY = re.compile(  # 主管部门：负责制定办法: what a body does, not which
    "(?:主要|具体|应当?|要)?(?:负责|承担|组织(?!部|人事)|制定|指导(?!处|中心)|牵头|做好|按照|对)"
)
# What may stand before the label on its line: 市级牵头领导：张三  牵头单位：甲局
FIELD = (
    rf"(?:(?!(?:{BARE_LABEL}){MARK})"
    r"[^\n:：。、，；]{2,8}[:：][^\n:：。；]{1,20}?[ \u00a0\u3000;；,，]+)?"
)
# （1）抢险救援组：牵头单位：甲局
NAMED = (
    rf"(?:(?!(?:{BARE_LABEL}){MARK})[\u4e00-\u9fff]{{2,14}}[:：][ ]*"
    rf"(?=(?:{BARE_LABEL}){MARK}))?"
)
# A line of its own that names a 主办单位 and no 协办 is the foot of a web page.
LINE = re.compile(
    rf"^{BULLET}{NUMBER}{NAMED}{FIELD}(?P<inside>(?!主办(?:单位)?[:：](?!.*(?:\n.*)?协办))(?:{LABEL.pattern}){MARK}[^\n。]+)",
    re.MULTILINE,
)
# Behind the last sentence of a paragraph: …1.2万份。责任单位：甲局、乙局
BEHIND = re.compile(
    rf"(?<=[。；])[ \t\u00a0\u3000*]*(?P<inside>(?:{LABEL.pattern}){MARK}[^\n。；]+"
    rf"(?:[；。][ ]*(?:{BARE_LABEL}){MARK}[^\n。；]+)*)"
    r"(?:[；;，,。][ ]*[^\n。；：:、，]{2,8}[:：][^\n。；：:]{1,40})*[。；]?$",
    re.MULTILINE,
)
FIRST_LEADS = re.compile(  # lines may break it anywhere; no long run of blanks is tried
    r"(?:(?:排\s?名?|列)\s{0,3}在?\s{0,3})?"
    + re.sub(
        r"(?<=[\u4e00-\u9fff)?])(?=[\u4e00-\u9fff(])",
        r"\\s{0,3}",
        "(?:第一位?|首位)的?(?:部门|单位|者)?(?:为|是)牵头(?:部门|单位)",
    )
)
RULE_BEHIND = re.compile(rf"[，,。；;]?[ ]*{FIRST_LEADS.pattern}.*$")
# A sentence behind a list that names no more units: …市财政局。以下各项不再列出
SENTENCE_BEHIND = re.compile(
    rf"(?:按(?:照)?(?:各自)?职责(?:分工)?负责)?。(?![^。]*(?:(?:{BARE_LABEL}){MARK}|{FIRST_LEADS.pattern})).+$"
)
OTHER_LABEL = re.compile(
    r"(?:主要)?职责[:：].*$|(?<![ \u3000])[，,;；\s][ \u3000]*+[^、，,;；：:\s]{2,10}[:：].*$"
)  # ；完成时限：2020年
# The next line of a paragraph, up to its first full stop.
WRAPPED = re.compile(
    rf"\n(?![ \t\u00a0\u3000\n|]|{BULLET}(?:[（(【〔\[#]|\d|[一二三四五六七八九十]+、|第))"
    r"(?P<rest>[^\n。；:：|]+)"
)
FULL_LINE = 24  # characters of a line that goes on in the next
WRAPPED_LINES = 3
UNIT = 25  # characters of a unit in a list without a label


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
        if units := read_list(bracket["inside"], bracket.start("inside")):
            found.append(units)
    for pattern in (BRACKET, SQUARE) if unlabelled else ():
        taken = {item.start for item in found}
        for bracket in pattern.finditer(text, start, end):
            at = bracket.start("inside")
            if at not in taken and _ends_paragraph(text, bracket.span(), end):
                units = _read_bodies(bracket["inside"], at)
                found += [units] if units else []
    for pattern in (SQUARE, LINE, BEHIND, english_lists.LINE):
        taken = [(f.start, f.end) for f in found]
        for match in pattern.finditer(text, start, end):
            inside = _with_wrapped(text, match, end)
            labelled = LABELLED.search(inside) or english_lists.MARKED.search(inside)
            if not any(a <= match.start("inside") < b for a, b in taken):
                units = read_list(inside, match.start("inside"))
                if not units or not units.units or DUTY.match(units.units[0]):
                    continue
                if labelled or _names_bodies(units.units):
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
    inside = SENTENCE_BEHIND.sub("", RULE_BEHIND.sub("", WHEN.sub("", joined(inside))))
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


def _with_wrapped(text: str, match: re.Match[str], end: int) -> str:
    """
    Give a list with the lines on which it goes on, where lines are broken at the end of the paper.

    It goes on where the line is full, the next is no paragraph of its own, and the name that they
    share is that of a body.
    """
    inside, at = match["inside"], match.end("inside")
    line = text.rfind("\n", 0, match.start("inside")) + 1
    for _ in range(WRAPPED_LINES):
        follows = WRAPPED.match(text, at, end)
        if follows is None or at - line < FULL_LINE:
            break
        line, at = at + 1, follows.end("rest")
        if text[at : at + 1] in tuple(":："):
            break  # another field
        whole = text[match.start("inside") : at]
        units = split_units(LABELLED.sub("、", joined(whole)))
        shared = units[len(units) - len(split_units(follows["rest"])) :]
        is_open = inside.rstrip()[-1:] in tuple("、，,")
        is_body = shared and (is_open or BODY.fullmatch(shared[0]))
        if is_body and max(map(len, units)) <= UNIT:
            inside = whole
    return inside


def joined(text: str) -> str:
    """Join the lines of a list: English words with a blank, Chinese ones without."""
    if "\n" not in text:
        return text
    text = re.sub(r"(?<=[A-Za-z,;:.])[ \t]*\n\s*(?=[A-Za-z])", " ", text)
    return re.sub(r"\s*\n\s*", "", text)


def _read_clauses(inside: str, span: tuple[int, int, str]) -> ResponsibilityList | None:
    """Read clauses of units and what they do: who leads, who supports, and who is responsible."""
    roles: dict[str, tuple[str, ...]] = dict.fromkeys(
        ("lead", "shared", "doing", "guiding", "joint"), ()
    )
    printed: dict[str, None] = {}
    at = 0
    while found := CLAUSE.match(inside, at):
        role = "joint" if found["joined"] and roles["lead"] else found.lastgroup or "shared"
        units = split_units(found["units"])
        roles[role] += units
        printed |= dict.fromkeys(units)
        at = found.end()
    every, lead, shared = tuple(printed), roles["lead"], roles["shared"]
    joined = inside.startswith("会同", at)
    rest = split_units(inside[at:].removeprefix("会同"))
    if lead and are_bodies(rest):  # 甲局牵头,乙局、丙局; 甲局牵头，会同乙局
        joint = roles["joint"] + (rest if joined else ())
        return ResponsibilityList(*span, (*every, *rest), lead, joint)
    if not every or (not lead and NO_BODIES.search("".join(every))):
        return None
    if not lead and not shared and not _names_bodies(every):
        return None
    return ResponsibilityList(*span, every, lead, roles["joint"])


def _names_bodies(units: tuple[str, ...]) -> bool:
    """Say whether names of bodies are among short units: 生态环境部、人民银行."""
    return any(map(BODY.fullmatch, units)) and all(len(unit) <= UNIT for unit in units)


def _ends_paragraph(text: str, bracket: tuple[int, int], end: int) -> bool:
    before = text[max(0, bracket[0] - 6) : bracket[0]].rstrip()[-1:]  # it may have its own line
    after = text[bracket[1] : min(end, bracket[1] + 3)].lstrip(" \u3000*。")
    return before in tuple("。；！：:") and (not after or after[0] == "\n")


def _read_bodies(inside: str, offset: int) -> ResponsibilityList | None:
    units = split_units(WHEN.sub("", OTHER_LABEL.sub("", joined(inside))))
    if not are_bodies(units):
        return None
    return ResponsibilityList(offset, offset + len(inside), inside, units)


def _read_columns(text: str, start: int, end: int) -> list[ResponsibilityList]:
    """Read a table whose header names columns of units: one list a row, with the row's task."""
    found: list[ResponsibilityList] = []
    header = Header()
    topic = ""
    above: list[object] = []  # the task of the row above, and its list
    for cells in rows_of(text, start, end):
        titles = [cell.text for cell in cells]
        named = [(n, role) for n, title in enumerate(titles) if (role := column_role(title))]
        if named and not any(map(are_units, titles)):
            header, topic = header.below(titles, named) or read_header(titles, named), ""
            header = header.with_tasks(rows_of(text, cells[-1].end, end))
        elif named:  # a label beside its units
            beside = {n + 1: role for n, role in named if n + 1 < len(cells)}
            found += _list_of([(cells[n], role) for n, role in beside.items()], text, "")
        elif header.columns:
            header = replace(header, is_open=False)
            shift = header.shift(titles)
            chosen = [
                (cells[n + shift], role)
                for n, role in header.columns
                if 0 <= n + shift < len(cells)
            ]
            if header.topic_at is not None and 0 <= header.topic_at + shift < len(cells):
                topic = titles[header.topic_at + shift].rstrip("。") or topic  # merged: blank
            for item in _list_of(chosen, text, topic):
                task = [header.task(titles, shift), topic, item.units, item.lead, item.joint]
                found += [item] if task != above else []  # merged over rows: one task
                above = task
    return found


def _list_of(cells: list[tuple[Cell, str]], text: str, topic: str) -> list[ResponsibilityList]:
    roles: dict[str, tuple[str, ...]] = {"lead": (), "joint": (), "plain": ()}
    filled = []
    for cell, role in cells:
        units = tuple(unit for unit in cell_units(cell.text) if re.search(r"\w\w", unit))
        if units:
            roles[role] += units
            filled.append(cell)
    if not filled:
        return []
    start, end = filled[0].start, filled[-1].end
    return [replace(_of_roles(roles, (start, end, text[start:end])), topic=topic)]


def _read_labelled(
    inside: str, labels: list[re.Match[str]], span: tuple[int, int, str]
) -> ResponsibilityList:
    roles: dict[str, tuple[str, ...]] = {"lead": (), "joint": (), "plain": ()}
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start() if following else len(inside)
        text = WHEN.sub("", OTHER_LABEL.sub("", inside[label.end() : stop]))
        clauses = _read_clauses(text, span) if label["plain"] else None
        if clauses and clauses.lead:  # 责任单位：甲局牵头，乙局配合
            told = {"lead": clauses.lead, "joint": clauses.joint}
            others = set(clauses.units).difference(clauses.lead, clauses.joint)
            told["plain"] = tuple(unit for unit in clauses.units if unit in others)
            roles = {role: roles[role] + told[role] for role in roles}
        else:
            roles[label.lastgroup or "plain"] += split_at_blanks(text)
    return _of_roles(roles, span)


def _of_roles(roles: dict[str, tuple[str, ...]], span: tuple[int, int, str]) -> ResponsibilityList:
    """Make a list of units by role; a unit may tell its own: 甲局（牵头）、乙局."""
    every: dict[str, None] = {}
    told: dict[str, list[str]] = {"lead": [], "joint": [], "plain": []}
    for label in ("lead", "plain", "joint"):
        for printed in roles[label]:
            unit, own = role_behind(printed)
            every.setdefault(unit)
            told[own or label].append(unit)
    return ResponsibilityList(*span, tuple(every), tuple(told["lead"]), tuple(told["joint"]))
