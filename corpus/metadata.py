"""
What a document says about itself: title, issuer, number, dates, and what is no part of it.

The parts are read by :mod:`corpus.titles`, :mod:`corpus.issuers`, :mod:`corpus.document_numbers`
and :mod:`corpus.furniture`. Number and date are the document's own; numbers it cites are apart.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.document_numbers import decree_number, find_numbers, own_number
from corpus.furniture import (
    HEAD,
    TOP,
    InfoTable,
    Skipped,
    is_furniture,
    read_table,
    skip_furniture,
)
from corpus.horizon import Horizon, read_horizon
from corpus.issuers import joint_issuers, named_above, read_issue, split_bodies
from corpus.lines import Line, split_lines
from corpus.posting import read_posting
from corpus.relations import Relation, read_relations
from corpus.titles import read_titles
from corpus.validity import Clause, Validity, read_validity

STRAY_NUMBER = re.compile("^\\d{1,3}[ \u3000]+(?=[\u4e00-\u9fff])")
ADOPTED_AS = re.compile(
    "[\u4e00-\u9fff]{2,40}令第.{1,8}号(?=(?:公布|发布)?[)）\u3000 ，])"
    "|[\u4e00-\u9fff]{2,16}[〔﹝\\[（(][0-9]{4}[〕﹞\\]）)]第?[0-9]+号(?=(?:文件?)?(?:公布|发布|印发))"
    "|[\u4e00-\u9fff（）()]{2,16}字第[ ]*\\d[\\d ]*号(?=令)"
    r"|(?<=\bby )(?:Decree|Order) No\.? ?\d+ of [^,;()]+?(?= on\b|[,;)])"
)
DECREED = re.compile("^(国务院|[\u4e00-\u9fff]{2,}(?:政府|部|委员会|局|署|院))令第")
REPOSTED = re.compile("^[（(]转载[)）]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself; None where it does not say."""

    title: str | None
    outer_title: str | None
    issuer: str | None
    drafters: tuple[str, ...]  # the bodies named under a forwarded plan's title
    number: str | None
    date: str | None  # ISO
    cites: tuple[str, ...]
    horizon: int | None  # the last year its targets name: 到2020年
    validity: Validity
    relations: tuple[Relation, ...]
    body_start: int  # where the title lines end and the sections begin
    skipped: tuple[Skipped, ...]


def read_metadata(text: str, first_heading: int) -> Metadata:
    """
    Read the head of a document: everything before the first heading, and a web page's foot.

    :param first_heading: offset of the first numbered heading, or the text's length
    """
    lines = split_lines(text, 0, min(first_heading, HEAD))
    table = read_table(text, first_heading)
    furniture = [line for line in lines[:TOP] if is_furniture(line)]
    head = [line for line in lines if not is_furniture(line)]
    official = table.get("标题", "名称")
    titles = read_titles(text, lines, REPOSTED.sub("", official) if official else None)
    outer, inner = titles.outer, titles.title
    names = [STRAY_NUMBER.sub("", line.text) for line in (outer, inner) if line]
    issue = read_issue(text, head, [*names, *([official] if official else [])], first_heading)
    number = _own_number(head, table)
    date = issue.date or table.date("成文日期", "成文时间", "发文日期", "修正日期", "公发布日")
    decreed = DECREED.match(number or "")
    title = names[-1] if names else ""
    validity = read_validity(text, issued=date, title=title, head=first_heading, table=table)
    horizon = read_horizon(text, title, date)
    skipped, body_start = skip_furniture(
        text, furniture, [*titles.blocks, *([inner] if inner else [])], first_heading
    )
    drafters = _drafters(lines, inner)
    # A body that signs without its place is filed with it: 市政府办公室, 海川市政府办公室.
    filed = table.get("发文机关", "制发机关", "发布机关", "发布机构")
    posted = read_posting(title, furniture)
    return Metadata(
        title=STRAY_NUMBER.sub("", inner.text) if inner else None,
        outer_title=outer.text if outer else None,
        issuer=(filed if filed and filed.endswith(issue.issuer or "") else issue.issuer)
        or (decreed[1] if decreed else None)
        or (None if outer else "、".join(drafters) or None)
        or "、".join(joint_issuers(head, inner.start if inner else 0))
        or named_above(lines)
        or posted.issuer,
        drafters=drafters if outer else (),
        number=number,
        date=date or posted.date,
        cites=tuple(dict.fromkeys(n for n in find_numbers(text) if n not in (number or ""))),
        horizon=horizon.year if horizon else None,
        validity=_with_horizon(validity, horizon),
        relations=read_relations(
            text, title=title, outer=outer.text if outer else None, head=first_heading
        ),
        body_start=body_start,
        skipped=skipped,
    )


def _with_horizon(validity: Validity, horizon: Horizon | None) -> Validity:
    """Add the words that name the last year of the targets to the clauses that date a document."""
    if horizon is None:
        return validity
    clause = Clause("horizon", f"{horizon.year}-12-31", horizon.start, horizon.end)
    return replace(validity, clauses=(*validity.clauses, clause))


def _own_number(head: list[Line], table: InfoTable) -> str | None:
    """Find the number: in the info table, else on a line of the head that is only a number."""
    printed = table.get("发文字号", "文号", "文件编号")
    if printed and find_numbers(printed):
        return "".join(printed.split())
    for line in head:
        number = own_number(line.text)
        if number:
            return number
    for line, following in pairwise([*head, Line(0, 0, "")]):
        number = decree_number(line.text, following.text)
        if number:
            return number
    adopted = next((found for line in head if (found := ADOPTED_AS.search(line.text))), None)
    numbers = find_numbers(adopted[0]) if adopted else []
    return numbers[-1] if numbers else None


def _drafters(lines: list[Line], title: Line | None) -> tuple[str, ...]:
    """Read the author line under a plan's title: 市工业和信息化委市发展改革委."""
    if title is None:
        return ()
    found: list[str] = []
    for line in lines:
        if line.start >= title.end:
            names = split_bodies(line.text)
            if not names:
                break
            found += names
    return tuple(found)
