"""
The documents that a Chinese question names: by title, by part of a title, by number, by id.

A name ends with what documents are called (计划, 条例, 法); leftward from there it is read as long
as the words stand in a document's titles or in its issuer. 上海北斗行动计划 names every document
that holds 上海, 北斗 and 行动计划; 5G试点方案 names none where 5G is nowhere in the titles.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.foreign_places import PLACES
from corpus.document import Document
from corpus.normalise import to_simplified

# What documents are called; those of one row may stand for one another.
ALIKE = (
    ("规划纲要", "行动计划", "行动方案", "计划", "规划", "方案", "纲要"),
    ("暂行办法", "管理办法", "办法"),
    ("管理规定", "规定"),
    ("实施细则", "细则"),
    ("规则",),
    ("实施条例", "条例"),
    ("若干措施", "措施"),
    ("指导意见", "实施意见", "若干意见", "意见"),
    ("通知",),
    ("决定",),
    ("预案",),
    ("指南", "指引"),
    ("清单", "目录"),
    ("法",),
)
KINDS = tuple(sorted((kind for row in ALIKE for kind in row), key=len, reverse=True))
ANY = ("文件",)  # any document may be called so
NO_LAW = "办方做司立执违合非书语句看想说用依守普无设手"  # 办法 and 合法 are no laws
LAW_WORD = "[律院人定治庭官制案学]|规(?!定)"  # 法律 is none either
KIND = re.compile(
    "|".join([*ANY, *(k for k in KINDS if k != "法"), rf"(?<![{NO_LAW}])法(?!{LAW_WORD})"])
)
# What a title ends with: perhaps a period or 试行 in brackets, perhaps 的通知 around its kind.
TAIL = re.compile(r"[（(\[〔][^（）()]{1,20}[)）\]〕]$")
WRAPPED = re.compile("的(?:通知|函|批复|决定|公告)$")
# What says little of a document: it stands in many titles and questions.
COMMON = re.compile(
    "中华人民共和国|人民政府|办公厅|高质量|关于|产业|发展|工作|管理|实施|若干|推进|促进|加快|支持|建设|行动|"
    "指导|暂行|试行|进一步|全面|改革|创新|三年|五年|国家|全国|我国|我市|本市|印发|经济|企业|[的市省之年]"
)
FILLERS = "的之市省年"  # may stand between the words of a name
# What may stand before a name; anything else is a word of it that no title holds.
BEFORE = frozenset(
    "在按据照看从对问下结括绍较比和与跟同及或是把将到说讲谈释解查找里中给我依由用以当让个份部析述读询合于论"
    "道教反守理炼时后该本这那为了请想要有即如呢吗吧么就看出布发定"
)
LONGEST = 16  # characters of one word of a name
A_PLACE = "|".join(PLACES)
PLACED = re.compile(rf"(?:{A_PLACE})市?的?(?P<rest>.+)$")
BESIDE = re.compile(rf"(?P<place>{A_PLACE})市?[和与跟同及、]$")
SEVERAL = 6  # documents that a name may mean; more are no name
NUMBER = re.compile("[\u4e00-\u9fff]{1,8}\\d{4}\\d{1,4}号")
IN_BRACKETS = re.compile(r"[(（]([^()（）]{1,60})[)）]")
ARTICLE = r"(?:的|中|里)?(?P<article>第[一二三四五六七八九十百零〇\d ]+条)"
QUOTED = re.compile(
    rf"《(?P<quoted>[^《》]{{2,60}})》(?:{ARTICLE})?|"
    rf"(?:^|[,，。:：;；的在按照据问])(?P<law>[\u4e00-\u9fff]{{2,16}}(?:法|条例))"
    rf"{ARTICLE.replace('article', 'of_law')}"
)
ONE_HAN = "[\u4e00-\u9fff]"
HAN_ONLY = re.compile(f"{ONE_HAN}+")
WRAPPING = "《》〈〉「」『』"
DROPPED = "“”\"'‘’ 〔〕[]()（）【】［］"


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


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text for matching, with the offset in the text of each of its characters."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.origin[start], self.origin[end - 1] + 1


@dataclass(frozen=True)
class Titled:
    """A document with the strings that a name's words may come from."""

    document: Document

    @cached_property
    def names(self) -> str:
        """Give titles and issuer, in the form in which they are matched."""
        known = (self.document.title, self.document.outer_title, self.document.issuer)
        return "|".join(_plain(name).text for name in known if name)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Give what the document is called: 条例, or of a wrapped title 办法 and 通知."""
        found: set[str] = set()
        for title in (self.document.title, self.document.outer_title):
            plain = _plain(TAIL.sub("", title or "")).text.replace("|", "")
            inner = WRAPPED.sub("", plain)
            for text in (plain, inner):
                found.update(kind for kind in KINDS if text.endswith(kind))
        return frozenset(found)

    @cached_property
    def number(self) -> str:
        """Give the document's number without its brackets; empty where it has none."""
        return _plain(self.document.number or "").text.replace("第", "").replace("|", "")

    @cached_property
    def cites(self) -> frozenset[str]:
        """Give the numbers that the document cites, without their brackets."""
        return frozenset(_plain(n).text.replace("第", "") for n in self.document.cites)


class Naming:
    """Finds what names documents; titles are read once."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.titled = tuple(Titled(document) for document in documents)

    def find(self, text: str) -> tuple[Name, ...]:
        """Find all names in a question, in order; none overlaps another."""
        plain = _plain(text)
        found = [*self._by_number(text, plain), *self._by_id(text)]
        for start, end, documents in self._by_title(plain):
            found.append(_told_apart(text, self._name(text, plain, start, end, documents)))
            found += self._beside(text, plain, start, end)
        kept: list[Name] = []
        for name in sorted(found, key=lambda name: (name.start - name.end, name.start)):
            if all(name.end <= other.start or other.end <= name.start for other in kept):
                kept.append(name)
        return tuple(sorted(kept, key=lambda name: name.start))

    # Numbers and ids

    def _by_number(self, text: str, plain: _Plain) -> list[Name]:
        """Find document numbers; one that no document has or cites names a missing one."""
        found: list[Name] = []
        digits = _Plain(
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

    def _by_title(self, plain: _Plain) -> list[tuple[int, int, tuple[Document, ...]]]:
        """Find, for each place where a kind of document is named, the titles that fit best."""
        found: list[tuple[int, int, tuple[Document, ...]]] = []
        for kind in KIND.finditer(plain.text):
            if best := self._best(plain.text, kind):
                found.append((best[0], kind.end(), best[1]))
        return found

    def _best(self, text: str, kind: re.Match[str]) -> tuple[int, tuple[Document, ...]] | None:
        """Give where the longest name before a kind starts, and the documents it fits."""
        fits = [
            (*fit, titled.document)
            for titled in self.titled
            if (fit := self._fit(text, kind, titled)) is not None
        ]
        if not fits:
            return None
        start = min(at for at, _, _ in fits)
        words = min(count for at, count, _ in fits if at == start)
        named = tuple(d for at, count, d in fits if (at, count) == (start, words))
        return (start, named) if len(named) <= SEVERAL else None

    def _beside(self, text: str, plain: _Plain, start: int, end: int) -> list[Name]:
        """Find the place that shares a name with the next: 上海和深圳的渔业条例 names two."""
        name = PLACED.match(plain.text[start:end])
        before = BESIDE.search(plain.text[:start])
        if not name or not before:
            return []
        other = f"{before['place']}{name['rest']}"
        kind = next((k for k in KIND.finditer(other) if k.end() == len(other)), None)
        best = self._best(other, kind) if kind else None
        if best is None or best[0] != 0:
            return []
        a, b = plain.span(before.start("place"), before.end("place"))
        return [Name(a, b, text[a:b], best[1])]

    def _fit(self, text: str, kind: re.Match[str], titled: Titled) -> tuple[int, int] | None:
        """
        Read a name leftward from its kind as far as a document's titles have its words.

        :returns: where it starts, and of how many words it is made: the fewer, the closer it is
        """
        called = _called_so(kind[0], titled.kinds)
        if called is None:
            return None
        names, at = titled.names, kind.start() if called else kind.end()
        words = 1 if called else 0
        said: list[str] = []
        while at > 0:
            length = next(
                (n for n in range(min(LONGEST, at), 1, -1) if text[at - n : at] in names), 0
            )
            year = re.search(r"(?:19|20)\d\d$", text[:at])
            if length:
                said.append(text[at - length : at])
                at -= length
                words += 1
            elif text[at - 1] in FILLERS:
                at -= 1
            elif short := _short_form(text[:at], names):
                said.append(short)
                at -= len(short)
                words += 1
            elif year and (titled.document.date or "").startswith(year[0]):
                at -= 4
            else:
                break
        while text[at : at + 1] and text[at] in FILLERS:
            at += 1
        before = text[at - 1] if at else ""
        if before and (before.isalnum() and before not in BEFORE):
            return None
        content = "".join(said)
        for name in (*KINDS, *ANY):
            content = content.removesuffix(name)
        return (at, words) if _says_something(content, kind[0]) else None

    @staticmethod
    def _name(
        text: str, plain: _Plain, start: int, end: int, documents: tuple[Document, ...]
    ) -> Name:
        a, b = plain.span(start, end)
        while a and text[a - 1] in WRAPPING + '“"':
            a -= 1
        while b < len(text) and text[b] in WRAPPING + '”"':
            b += 1
        return Name(a, b, text[a:b], documents)


def _told_apart(text: str, name: Name) -> Name:
    """Narrow a title by the number, date or id in brackets behind it: 《…办法》(2021-02-03)."""
    behind = IN_BRACKETS.match(text, name.end)
    if behind is None or len(name.documents) < 2:
        return name
    fact = _plain(behind[1]).text
    documents = tuple(
        document
        for document in name.documents
        if fact in (_plain(own or "").text for own in (document.number, document.date, document.id))
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
    plain = to_simplified(unicodedata.normalize("NFKC", text))
    for match in QUOTED.finditer(plain):
        title = match["quoted"] or match["law"]
        taken = any(title in name.text or name.text.strip(WRAPPING) in title for name in names)
        if not taken and (match["quoted"] or _says_something(title, "")):
            found[title] = bool(match["article"] or match["of_law"])
    return tuple(found.items())


def _short_form(text: str, names: str) -> str:
    """
    Give the short form of words of a title that a text ends with; empty where there is none.

    ``自贸`` is short for 自由贸易, ``公租房`` for 公共租赁住房, ``个保法`` for 个人信息保护法.
    """
    for length in (4, 3, 2):
        short = text[-length:]
        if len(short) == length and HAN_ONLY.fullmatch(short):
            gaps = f"{ONE_HAN}{{0,3}}" if length > 2 else ONE_HAN
            last = "" if length > 2 else ONE_HAN
            if re.search(gaps.join(short) + last, names):
                return short
    return ""


def places_in(text: str) -> tuple[str, ...]:
    """Give the places of the table that a text prints."""
    return tuple(place for place in PLACES if place in text)


def _called_so(kind: str, kinds: frozenset[str]) -> bool | None:
    """
    Say whether a document may be called by a kind: None where not.

    :returns: False where its title has the very word, so that the word is matched with the title
    """
    if kind in kinds or any(own.endswith(kind) for own in kinds):
        return False
    if kind in ANY:
        return True
    row = next(row for row in ALIKE if kind in row)
    return True if kinds.intersection(row) else None


def _says_something(content: str, kind: str) -> bool:
    """Say whether the words of a name tell a document from others: a topic, or its place."""
    places = places_in(content)
    for place in places:
        content = content.replace(place, "")
    rest = COMMON.sub("", content)
    return len(rest) >= 2 or (bool(places) and kind not in ANY)


def _plain(text: str) -> _Plain:
    """Fold a text for matching: simplified, half-width, no quotes, blanks and brackets."""
    simple = to_simplified(text)
    simple = simple if len(simple) == len(text) else text
    letters: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(simple):
        for letter in unicodedata.normalize("NFKC", char).casefold():
            if letter in DROPPED:
                continue
            letters.append("|" if letter in WRAPPING else letter)
            origin.append(at)
    return _Plain("".join(letters), tuple(origin))
