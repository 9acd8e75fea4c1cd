"""
The documents that a Chinese question names: by title, by part of a title, by number, by id.

A name ends with what documents are called (计划, 条例, 法); leftward from there it is read as long
as the words stand in a document's titles or in its issuer. 上海北斗行动计划 names every document
that holds 上海, 北斗 and 行动计划; 5G试点方案 names none where 5G is nowhere in the titles.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.place_names import PLACES
from bot.places import WHAT_PLACE, places_of_document, short_places
from bot.titled import (
    KIND,
    WRAPPING,
    Plain,
    Titled,
    explained_first,
    plain_form,
    says_something,
)
from corpus.document import Document
from corpus.normalise import fold_script

MOST_KINDS = 60  # words for documents in a question before which names are looked for
SEVERAL = 6  # documents that a name may mean; more are no name
BOTH = re.compile(
    rf"(?:这|的)?两(?:[个份部项]|地|市|区|县|省)的?(?=[\u4e00-\u9fff]{{0,8}}?(?:{KIND.pattern}))"
)
NUMBER = re.compile("[\u4e00-\u9fff]{1,8}\\d{4}\\d{1,4}号")
IN_BRACKETS = re.compile(r"[(（]([^()（）]{1,60})[)）]")
ARTICLE = r"(?:的|中|里)?(?P<article>第[一二三四五六七八九十百零〇\d ]+条)"
QUOTED = re.compile(
    rf"《(?P<quoted>[^《》]{{2,60}})》(?:{ARTICLE})?|"
    rf"(?:^|[,，。:：;；的在按照据问])(?P<law>[\u4e00-\u9fff]{{2,16}}(?:法|条例))"
    rf"{ARTICLE.replace('article', 'of_law')}"
)
# A document by its kind alone: 会议纪要里谁负责, 会议决定了什么.
ALONE = re.compile(
    r"(?:^|[,，。:：;；?？在按照据问]|这份|这次|该|本)(?P<kind>会议纪要|纪要|会议|工作要点|任务分工表|分工表|"
    r"任务分解表|分解表|政策解读|解读|规划纲要|行动计划|行动方案|管理办法|条例|通告|公告)"
    r"(?=里|中(?!心)|上(?!报)|议定|决定|研究|明确|规定|提出|要求|定了|由|的(?:主要|第|要点)|关于|讲|说|有|是)"
)
CALLED = {"会议": "纪要"}  # the minutes tell what a meeting decided


@dataclass(frozen=True, slots=True)
class Name:
    """
    A stretch of a question that names documents: all that it fits equally well.

    Without a document it names one by number, or in 《》, that is not among them.
    """

    start: int
    end: int
    text: str
    documents: tuple[Document, ...]


class Naming:
    """Finds what names documents; titles are read once."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.titled = tuple(Titled(document) for document in documents)
        own = (short_places(places_of_document(titled.document)) for titled in self.titled)
        places = "|".join(map(re.escape, sorted(set(PLACES).union(*own), key=len, reverse=True)))
        self._placed = re.compile(rf"(?:{places}){WHAT_PLACE}?的?(?P<rest>.+)$")
        self._before = re.compile(rf"(?P<place>{places}){WHAT_PLACE}?[和与跟同及、]$")

    def find(self, text: str) -> tuple[Name, ...]:
        """Find all names in a question, in order; none overlaps another."""
        plain = _without_both(plain_form(text))
        found = [*self._by_number(text, plain), *self._by_id(text)]
        for start, end, documents in self._by_title(plain):
            found.append(_told_apart(text, self._name(text, plain, start, end, documents)))
            found += self._beside(text, plain, start, end)
        found += self._alone(text, plain)
        kept: list[Name] = []
        for name in sorted(found, key=lambda name: (name.start - name.end, name.start)):
            if all(name.end <= other.start or other.end <= name.start for other in kept):
                kept.append(name)
        return tuple(sorted(kept, key=lambda name: name.start))

    # Numbers and ids

    def _by_number(self, text: str, plain: Plain) -> list[Name]:
        """Find document numbers; one that no document has or cites names a missing one."""
        found: list[Name] = []
        digits = Plain(
            plain.text.replace("第", ""),
            tuple(at for at, char in zip(plain.origin, plain.text, strict=True) if char != "第"),
        )
        for match in NUMBER.finditer(digits.text):
            named = [t for t in self.titled if t.number and match[0].endswith(t.number)]
            start = match.end() - len(named[0].number) if named else match.start()
            if not named and any(
                match[0].endswith(number) for t in self.titled for number in t.cites
            ):
                continue
            a, b = digits.span(start, match.end())
            b += text[b : b + 1] in tuple(WRAPPING)
            found.append(Name(a, b, text[a:b], tuple(t.document for t in named)))
        return found

    def _by_id(self, text: str) -> list[Name]:
        folded = text.casefold()
        return [
            Name(match.start(), match.end(), match[0], (t.document,))
            for t in self.titled
            if len(t.document.id) >= 4 and t.document.id.casefold() in folded
            for match in re.finditer(
                rf"(?<![\w-]){re.escape(t.document.id)}(?![\w-])", text, re.IGNORECASE
            )
        ]

    # Titles

    def _by_title(self, plain: Plain) -> list[tuple[int, int, tuple[Document, ...]]]:
        """Find, for each place where a kind of document is named, the titles that fit best."""
        found: list[tuple[int, int, tuple[Document, ...]]] = []
        for kind in islice(KIND.finditer(plain.text), MOST_KINDS):
            if best := self._best(plain.text, kind):
                found.append((best[0], kind.end(), best[1]))
        return found

    def _alone(self, text: str, plain: Plain) -> list[Name]:
        """Find a kind of document of which there is one alone."""
        match = ALONE.search(plain.text)
        if match is None:
            return []
        kind = CALLED.get(match["kind"], match["kind"])
        called = [t for t in self.titled if any(own.endswith(kind) for own in t.kinds)]
        called = [*explained_first(called, kind)]
        if len(called) != 1:
            return []
        return [self._name(text, plain, *match.span("kind"), (called[0].document,))]

    def _best(self, text: str, kind: re.Match[str]) -> tuple[int, tuple[Document, ...]] | None:
        """Give where the longest name before a kind starts, and the documents it fits."""
        fits = [
            (*fit, titled) for titled in self.titled if (fit := titled.fit(text, kind)) is not None
        ]
        if not fits:
            return None
        start = min(at for at, _, _ in fits)
        words = min(count for at, count, _ in fits if at == start)
        best = [t for at, count, t in fits if (at, count) == (start, words)]
        named = tuple(titled.document for titled in explained_first(best, kind[0]))
        return (start, named) if len(named) <= SEVERAL else None

    def _beside(self, text: str, plain: Plain, start: int, end: int) -> list[Name]:
        """Find the place that shares a name with the next: 上海和深圳的渔业条例 names two."""
        name = self._placed.match(plain.text[start:end])
        before = self._before.search(plain.text[:start])
        if not name or not before:
            return []
        other = f"{before['place']}{name['rest']}"
        kind = next((k for k in KIND.finditer(other) if k.end() == len(other)), None)
        best = self._best(other, kind) if kind else None
        if best is None or best[0] != 0:
            return []
        a, b = plain.span(before.start("place"), before.end("place"))
        return [Name(a, b, text[a:b], best[1])]

    @staticmethod
    def _name(
        text: str, plain: Plain, start: int, end: int, documents: tuple[Document, ...]
    ) -> Name:
        a, b = plain.span(start, end)
        while a and text[a - 1] in WRAPPING + '“"':
            a -= 1
        while b < len(text) and text[b] in WRAPPING + '”"':
            b += 1
        return Name(a, b, text[a:b], documents)


def _without_both(plain: Plain) -> Plain:
    """Leave out what only counts two documents: 上海和深圳两个行动计划."""
    cut = {at for match in BOTH.finditer(plain.text) for at in range(*match.span())}
    kept = [at for at in range(len(plain.text)) if at not in cut]
    if not cut:
        return plain
    return Plain("".join(plain.text[at] for at in kept), tuple(plain.origin[at] for at in kept))


def _told_apart(text: str, name: Name) -> Name:
    """Narrow a title by the number, date or id in brackets behind it: 《…办法》(2021-02-03)."""
    behind = IN_BRACKETS.match(text, name.end)
    if behind is None or len(name.documents) < 2:
        return name
    fact = plain_form(behind[1]).text
    documents = tuple(
        document
        for document in name.documents
        if fact
        in (plain_form(own or "").text for own in (document.number, document.date, document.id))
    )
    if not documents:
        return name
    return Name(name.start, behind.end(), text[name.start : behind.end()], documents)


def foreign_titles(text: str, names: Sequence[Name]) -> tuple[tuple[str, bool], ...]:
    """
    Give the titles in 《》, and laws before 第…条, that name none of the documents.

    :param names: what was found to name documents
    :returns: each title, and whether one of its articles is asked for
    """
    found: dict[str, bool] = {}
    plain = fold_script(text)
    for match in QUOTED.finditer(plain):
        title = match["quoted"] or match["law"]
        taken = any(title in name.text or name.text.strip(WRAPPING) in title for name in names)
        if not taken and (match["quoted"] or says_something(title, "")):
            found[title] = bool(match["article"] or match["of_law"])
    return tuple(found.items())
