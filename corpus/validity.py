"""
From when a document is in force and until when, with the sentences that say so.

What the text says outright comes first (有效期至2030年7月31日), then the info table of its page,
then what follows from a term (自印发之日起施行,有效期五年). A date that the text gives for
something else, a licence or a wage, is not the document's: the sentence must speak of 本办法, or
open or close the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.dates import add_months, read_date
from corpus.furniture import InfoTable
from corpus.validity_terms import DAY, PERIOD, effective_day, last_day, months

ClauseKind = Literal["effective", "expires", "void", "horizon"]


@dataclass(frozen=True, slots=True)
class Clause:
    """
    A sentence of the document that dates its force.

    ``date`` is ISO; None for a mark 已废止, and where a day of issue that counts is not known.
    """

    kind: ClauseKind
    date: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Validity:
    """The days from and until which a document is in force; None where it does not say."""

    effective: str | None = None
    expires: str | None = None
    clauses: tuple[Clause, ...] = ()


KIND = (
    "法|条例|办法|规定|细则|规则|决定|意见|通知|措施|方案|规划|计划|政策|纲要|指南|指引|章程|规程|预案|标准|公告|"
    "通告|文件|清单|制度|要点|條例|辦法|規定|細則|規則|要點|規劃|計畫"
)
SUBJECT = re.compile(rf"(?:[本该]|上述|以上)[\u4e00-\u9fff“”]{{0,8}}?(?P<kind>{KIND})")
ENGLISH_SUBJECT = re.compile(r"\b(?:(?:These|This)\s+|[Tt]he\s+(?:\w+\s+){0,3}?(?=[A-Z]))\w+")
SIGN = re.compile(
    "施行|实施|實施|执行|執行|生效|试行|試行|有效|期限|失效|废止|effect|force|valid|expire|implemented"
)
STOP = re.compile(r"[。；;！!？?\n]|\.(?=\s+[A-Z]|\s*$)")
# A line that goes on: "as of January 1,\n2025."
WRAPPED = re.compile(r"[,，]\n|[A-Za-z]\n(?!Article|Chapter|Section)(?=[A-Za-z])")
PRINTED = re.compile(rf"(?P<day>{DAY})[ \u3000]*印发[ \u3000]*$", re.MULTILINE)
VOID_VALUE = re.compile("^(?:已|全文|现已)?(?:失效|废止)")
# (已失效), (该文件已被临政规〔2023〕5号废止), 本办法已于2023年5月1日废止, 效力状态：失效
_VOIDED = "(?:已经?|现已|全文)?(?:[被于由][^，。；\n]{2,60}?)?(?:宣布|明令|予以)*(?:失效|废止|作废)"
VOID_MARK = re.compile(
    rf"[（(【\[][ ]*(?:[本该此][\u4e00-\u9fff]{{1,6}}?)?{_VOIDED}[ ]*[)）】\]]"
    rf"|^[ \u3000]*(?:[注备说][注明]?[:：])?[本该此][\u4e00-\u9fff]{{0,4}}?(?:{KIND})"
    rf"(?=已|现已|全文){_VOIDED}[ 。]*$"
    r"|^[ \u3000]*(?:文件状态|文件效力|时效性?|有效性|效力状态?)[ ]?[:：|][ ]*"
    r"(?:已|全文|现已)?(?:失效|废止|无效)",
    re.MULTILINE,
)
TABLE_LABELS = {
    "effective": ("实施日期", "施行日期", "生效日期"),
    "expires": ("失效日期", "废止日期"),
}
STATES = ("文件状态", "时效性", "有效性", "效力状态")
CLOSING_WORDS = re.compile(f"(?:政策)?{PERIOD}|试行|自|本")
WINDOW = 300  # characters of a sentence on either side of its sign
CLOSING = 500  # characters at the end in which a sentence needs no subject


@dataclass(frozen=True, slots=True)
class _Found:
    """A reading of one sentence: how sure it is that it speaks of the document."""

    start: int
    end: int
    sure: int
    effective: str | None = None  # empty where it runs from a day of issue that is not known
    expires: str | None = None
    term: int | None = None  # in months


def read_validity(
    text: str, *, issued: str | None, title: str, head: int, table: InfoTable
) -> Validity:
    """
    Read from when and until when a document is in force.

    :param issued: the day of issue, for 自印发之日起施行
    :param title: its title; a sentence on 本办法 counts more for a title that ends in 办法
    :param head: where the text before the first heading ends
    :param table: the info table of its page
    """
    printed = PRINTED.search(text)
    page = {kind: table.date(*labels) for kind, labels in TABLE_LABELS.items()}
    day = (read_date(printed["day"]) if printed else None) or page["effective"] or issued
    found = list(_sentences(text, title, head, day))
    start = _best([f for f in found if f.effective is not None])
    until = _best([f for f in found if f.expires])
    term = _best([f for f in found if f.term])
    effective = (start.effective if start else None) or page["effective"] or None
    begins = effective or day
    computed = add_months(begins, term.term) if term and term.term and begins else None
    expires = (until.expires if until else None) or page["expires"] or computed
    if expires and effective and expires < effective:
        expires = None
    clauses: list[Clause] = []
    if effective or start:
        place = (start.start, start.end) if start else _row(table, TABLE_LABELS["effective"])
        clauses.append(Clause("effective", effective, *place))
    if expires:
        told = until or (term if expires == computed else None)
        place = (told.start, told.end) if told else _row(table, TABLE_LABELS["expires"])
        clauses.append(Clause("expires", expires, *place))
    if VOID_VALUE.match(table.get(*STATES) or ""):
        clauses.append(Clause("void", None, *_row(table, STATES)))
    elif mark := VOID_MARK.search(text, 0, head):
        clauses.append(Clause("void", None, *mark.span()))
    return Validity(effective, expires, tuple(clauses))


def _row(table: InfoTable, labels: Sequence[str]) -> tuple[int, int]:
    """Give the place of the first of these rows that has a value."""
    return next(table.places[label] for label in labels if table.values.get(label))


def _best(found: list[_Found]) -> _Found | None:
    """Choose the sentence that most surely speaks of the document, the last of equals."""
    return max(found, key=lambda f: (f.sure, f.start), default=None)


def _sentences(text: str, title: str, head: int, day: str | None) -> Iterator[_Found]:
    """Read each sentence that holds a sign of validity, once."""
    seen = -1
    for sign in SIGN.finditer(text):
        if sign.start() < seen:
            continue
        low = max(0, sign.start() - WINDOW)
        stops = [stop.end() for stop in STOP.finditer(text, low, sign.start())]
        start = stops[-1] if stops else low
        high = min(len(text), sign.end() + WINDOW)
        end = next(
            (
                stop.start()
                for stop in STOP.finditer(text, sign.end(), high)
                if not WRAPPED.match(text, stop.start() - 1)
            ),
            high,
        )
        seen = end
        reading = _read(text, start, end, title, head, day)
        if reading:
            yield reading


def _read(text: str, start: int, end: int, title: str, head: int, day: str | None) -> _Found | None:
    sentence = text[start:end]
    sure = _sureness(sentence, start, end, len(text), title, head)
    if not sure:
        return None
    begins = start + len(sentence) - len(sentence.lstrip())
    effective = effective_day(sentence, day)
    subject = SUBJECT.search(sentence)
    expires = last_day(sentence, subject.start() if subject else None)
    term = None if expires else months(sentence)
    if effective is None and not (expires or term):
        return None
    stop = end + (text[end : end + 1] in "。.；;")
    return _Found(begins, stop, sure, effective, expires, term)


def _sureness(sentence: str, start: int, end: int, length: int, title: str, head: int) -> int:
    """Say how surely a sentence speaks of the document itself: 0 is not at all."""
    if "《" in sentence and re.search("》[^。]{0,24}有效期[^。]{0,8}(?:延长|延续|顺延)", sentence):
        return 0  # another document's term is extended
    subject = SUBJECT.search(sentence)
    if subject:
        apart = re.search(
            "^.{0,12}第[一二三四五六七八九十百\\d]+[条條章款]|修正(?:公布)?之",
            sentence[subject.end() :],
        )
        return 0 if apart else (3 if title.rstrip("）)").endswith(subject["kind"]) else 2)
    if re.search(r"\bArticles?\b", re.sub(r"^\s*Article\s+\S+", "", sentence)):
        return 0  # some articles have days of their own
    if ENGLISH_SUBJECT.search(sentence) and re.search(r"\b(?:shall|will|are|is)\b", sentence):
        return 2
    bare = sentence.lstrip(" \u3000\u2003\u00a0")
    if start < head:
        return int(
            bool(re.search("公布|发布|印发|公告|政策期限|有效期|promulgated|issued", sentence))
        )
    closing = start > length - CLOSING
    return int(closing and bool(CLOSING_WORDS.match(bare)))
