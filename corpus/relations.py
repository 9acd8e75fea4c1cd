"""
What a document says of other documents: on what it is based, what it repeals, forwards, amends.

Titles are read from 《》, with the document number that follows in brackets; each relation keeps
the span of the words that state it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.dates import find_dates, read_date
from corpus.document_numbers import ENGLISH_NUMBER, NUMBER, find_numbers
from corpus.sentences import split_sentences
from corpus.title_forms import notice_of, title_key

RelationKind = Literal["basis", "repeals", "forwards", "amends", "amended_by", "extends"]


@dataclass(frozen=True, slots=True)
class Relation:
    """
    A document named by another, and how.

    ``date`` is the day to which a term is extended; ``start`` and ``end`` enclose the sentence.
    """

    kind: RelationKind
    title: str | None
    number: str | None
    start: int
    end: int
    date: str | None = None


# One level of quotes inside: 《关于印发〈港口办法〉的通知》, 《关于修改《港口条例》的决定》.
NAMED = re.compile(
    r"《(?P<title>(?:[^《》\n]|《[^《》\n]*》|\n(?!\n)){2,120}?)》"
    r"(?:[ ]?[（(](?P<number>(?:[^（）()\n]|[（(][^（）()\n]{0,10}[）)]){2,60})[)）])?"
)
ENDED = re.compile(
    r"(?:同时|即行|自行|一并|相应|予以|随之|自动|现予|即){0,4}(?:废止|失效|作废|停止(?:执行|施行|使用)|"
    r"(?:终止|不再)(?:执行|施行|适用))(?=[ ]{0,9}(?:[，,。；;：:）)]|$))"
)
NOT_ENDED = re.compile("未|不得|被|已(?:经)?$|如|若|或者|修改|清理|凡")
ENDS_FIRST = re.compile(
    "(?:决定|现|予以|即行|宣布|同时|一并){1,4}废止(?:以下|下列)?[^《。；]{0,12}(?=《)"
    "|(?:代替|替代|取代)原?(?=《[^》\n]{2,80}》(?:[（(][^）)\n]{2,40}[)）])?(?:[，,。；;]|$))"
)
ENDS_NUMBER = re.compile("(?:同时|决定|一并|予以|即行)废止(?=[原\u4e00-\u9fff])")
BASED = re.compile("根据|依据|按照|依照|遵照|贯彻|落实|執行|依")
PURPOSE = re.compile(
    "制定|制訂|提出|编制|印发|订定|訂定|出台|通知如下|意见如下|公告如下|研究|修订|组织实施|函复|批复如下|通告如下|(?<!的)决定"
)
AMENDS = re.compile("(?:修改|修订|修正|对)[ ]?$")
AMENDS_HOW = re.compile("^[^。；]{0,30}(?:的决定|作(?:出)?(?:如下|以下)|修改为|部分条款|个别条款)")
AMENDED = re.compile("(?:修正|修改|修订)")
EXTENDED = re.compile("有效期[^。；]{0,8}(?:延长|延续|顺延|延至)|(?:延长|延续)[^。；]{0,4}有效期")
FORWARDED = re.compile("印发|转发|批转|发布|公布|下发|issued|forwarded|promulgated")
ENGLISH_ENDED = re.compile(
    r"(?:\bThe\s+(?:(?:former|original|previous|old)\s+)?)?(?P<title>[A-Z](?:[^.;]|No\.){5,160}?)\s+(?:shall|will|is|are|was|were)\s+(?:be\s+)?"
    r"(?:(?:simultaneously|concurrently|hereby|thereupon|also)\s+)?"
    r"(?:be\s+)?(?:repealed|annulled|abolished|abrogated|superseded)"
)
ENGLISH_REPEALS = re.compile(
    r"\b(?:repeals?|replaces?|supersedes?)\s+(?:the\s+)?(?P<title>[A-Z][A-Za-z’',\- ()]{5,160})"
)
LISTED = re.compile(r"[ \u3000]*(?:\d{1,3}[.．、 ]|[（(]?[一二三四五六七八九十]+[、）)]|《)")
OPENING = 3_000  # characters in which a document states its basis
SIGN = re.compile(
    "废止|失效|作废|代替|替代|取代|停止|终止|不再|根据|依据|按照|依照|遵照|贯彻|落实|修正|修改|修订|有效期|依"
)


def read_relations(text: str, *, title: str, outer: str | None, head: int) -> tuple[Relation, ...]:
    """
    Read what a document says of others, in text order, each pair of kind and document once.

    :param title: its title; with ``outer``, the notice's title, it tells what is forwarded
    :param head: where the text before the first heading ends
    """
    unique: dict[tuple[str | None, ...], Relation] = {}
    for relation in _all(text, title, outer, head):
        key = (relation.kind, title_key(relation.title or ""), relation.number, relation.date)
        unique.setdefault(key, relation)
    numbered = {(r.kind, title_key(r.title or "")) for r in unique.values() if r.number}
    return tuple(
        relation
        for relation in unique.values()
        if relation.number or (relation.kind, title_key(relation.title or "")) not in numbered
    )


def same_document(relation: Relation, titles: tuple[str, ...], number: str | None) -> bool:
    """
    Say whether a relation names the document with these titles and this number.

    Numbers decide where both have one; a title matches with or without the notice around it.
    """
    if relation.number and number:
        return number_key(relation.number) == number_key(number)
    if not relation.title:
        return False
    keys = {title_key(relation.title), title_key(notice_of(relation.title) or relation.title)}
    return bool(keys & {title_key(title) for title in titles})


def number_key(number: str) -> str:
    """Reduce a number to what is compared: one kind of bracket, no blanks."""
    plain = unicodedata.normalize("NFKC", number).casefold()
    return re.sub(r"\s", "", re.sub("[〔﹝\\[【(〈]", "(", re.sub("[〕﹞\\]】)〉]", ")", plain)))


def _all(text: str, title: str, outer: str | None, head: int) -> Iterator[Relation]:
    if outer:
        yield from _forwards(text, title, head)
    listing = bool(re.search("废止|宣布失效", outer or title))
    for start, end in split_sentences(text):
        sentence = text[start:end]
        if "《" in sentence or NUMBER.search(sentence):
            if SIGN.search(sentence):
                yield from _of_sentence(sentence, start, end, title, head)
            elif listing and LISTED.match(sentence):
                yield from _listed(sentence, start, end)
        elif (
            "repeal" in sentence or "annul" in sentence or "abol" in sentence or "abrog" in sentence
        ):
            yield from _english(sentence, start, end)


def _listed(sentence: str, start: int, end: int) -> Iterator[Relation]:
    """Read a line in the list of a decision that repeals: 1.《港口办法》(海政发〔2019〕3号)."""
    for match in NAMED.finditer(sentence):
        title = " ".join(match["title"].split())
        yield Relation("repeals", title, _number(match["number"]), start, end)


def _forwards(text: str, title: str, head: int) -> Iterator[Relation]:
    for start, end in split_sentences(text, 0, head):
        if FORWARDED.search(text, start, end) and title_key(title) in title_key(text[start:end]):
            yield Relation("forwards", title, None, start, end)
            return


def _of_sentence(sentence: str, start: int, end: int, own: str, head: int) -> Iterator[Relation]:
    named = list(NAMED.finditer(sentence))
    ended = _ended(sentence, named)
    for match in named:
        number, title = _number(match["number"]), " ".join(match["title"].split())
        before, after = sentence[: match.start()], sentence[match.end() :]
        if match.start() in ended:
            yield Relation("repeals", title, number, start, end)
        elif EXTENDED.search(after) or EXTENDED.search(before):
            yield Relation("extends", title, number, start, end, read_date(sentence))
        elif AMENDS.search(before) and AMENDS_HOW.search(after):
            yield Relation("amends", title, number, start, end)
        elif start < head and re.search("修改|修正", title) and AMENDED.search(after):
            day = [day.iso for day in find_dates(before)]
            yield Relation("amended_by", title, number, start, end, day[-1] if day else None)
        elif start < OPENING and title_key(title) != title_key(own) and _is_basis(before, after):
            yield Relation("basis", title, number, start, end)
    if not named:
        numbers = _ended_numbers(sentence)
        yield from (Relation("repeals", None, number, start, end) for number in numbers)


def _ended(sentence: str, named: list[re.Match[str]]) -> set[int]:
    """Give where the titles stand that a sentence ends: 《A》、《B》同时废止; 决定废止《A》."""
    first = ENDS_FIRST.search(sentence)
    if first:
        return {m.start() for m in named if m.start() >= first.end()}
    found: set[int] = set()
    for verb in ENDED.finditer(sentence):
        before = [m for m in named if m.end() <= verb.start()]
        gap = sentence[before[-1].end() : verb.start()] if before else ""
        if not before or len(gap) > 24 or NOT_ENDED.search(gap):
            continue
        kept = [before[-1]]
        for match, following in zip(reversed(before[:-1]), reversed(before), strict=False):
            between = sentence[match.end() : following.start()]
            if len(between) > 12 or re.search("根据|依据|按照|起施行|起实施|印发|。", between):
                break
            kept.append(match)
        if not BASED.search(sentence[max(0, kept[-1].start() - 3) : kept[-1].start()]):
            found |= {m.start() for m in kept}
    return found


def _ended_numbers(sentence: str) -> list[str]:
    """Give the numbers that a sentence without titles ends: 同时废止海政规〔2018〕1号."""
    first, last = ENDS_NUMBER.search(sentence), ENDED.search(sentence)
    if re.search("[已经]被|^被", sentence):  # this document is the one that ended
        return []
    if first:
        return find_numbers(sentence[first.end() :])
    return find_numbers(sentence[: last.start()]) if last else []


def _is_basis(before: str, after: str) -> bool:
    """Say whether a title stands between 根据 and what is made of it: 制定本办法."""
    based = list(BASED.finditer(before))
    between = before[based[-1].end() :] if based else ""
    return bool(based and PURPOSE.search(after) and not re.search("现将|现就", between))


def _english(sentence: str, start: int, end: int) -> Iterator[Relation]:
    for match in (*ENGLISH_ENDED.finditer(sentence), *ENGLISH_REPEALS.finditer(sentence)):
        title = " ".join(match["title"].split())
        number = ENGLISH_NUMBER.search(title)
        plain = re.sub(r"\s*[(（\[].*$", "", title)
        yield Relation("repeals", plain, number[0] if number else None, start, end)


def _number(printed: str | None) -> str | None:
    numbers = find_numbers(printed) if printed else []
    return numbers[0] if numbers else None
