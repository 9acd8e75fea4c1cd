"""
What may name a document in an English question: "Anluo's parking rules", "the Beidou action plan".

A name ends with what documents are called; leftward it goes on over its words, rightward over what
it adds with of, on or for.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bot.place_names import PLACES

# English names of kinds with the Chinese ones, the longer before those that they end with.
KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"implement(?:ing|ation) (?:regulations?|rules?|measures)",
        ("实施条例", "实施细则", "实施办法"),
    ),
    (r"(?:work|working) (?:plan|scheme|points)", ("工作要点", "要点", "方案", "计划")),
    (r"(?:implementation|pilot) (?:plan|scheme)", ("方案",)),
    (r"action (?:plan|programme|program)", ("行动计划", "行动方案")),
    (r"five[- ]year plan", ("规划", "计划", "纲要")),
    (r"(?:contingency|emergency) plan", ("预案",)),
    (r"guiding opinions?", ("指导意见", "意见")),
    (r"regulations?", ("条例", "规定", "细则", "办法")),
    (r"law", ("法",)),
    (r"(?:act|ordinance)", ("法", "条例")),
    (r"measures", ("办法", "措施")),
    (r"rules", ("规则", "细则", "规定", "办法")),
    (r"provisions", ("规定", "条例")),
    (r"opinions?", ("意见",)),
    (r"guidelines?", ("指南", "指引", "意见")),
    (r"(?:notice|circular)", ("通知",)),
    (r"(?:task|responsibility) (?:table|list|sheet)", ("分工表", "分解表", "清单", "方案")),
    (
        r"(?:task )?(?:division|allocation|breakdown) (?:plan|scheme|table|list)|"
        r"division of (?:labou?r|tasks|work|responsibilities)(?: (?:plan|scheme|table|list))?",
        ("分工方案", "分工表", "分解表", "方案"),
    ),
    (r"(?:meeting )?minutes|meeting", ("纪要",)),
    (r"(?:policy )?(?:interpretation|explainer)", ("解读",)),
    (r"(?:key )?work (?:points|priorities)", ("要点",)),
    (r"announcement", ("公告", "通告")),
    (r"report", ("报告",)),
    (r"(?:plan|scheme)", ("计划", "规划", "方案", "纲要", "要点")),
)
KIND = re.compile("|".join(rf"(?P<k{n}>\b(?:{text})\b)" for n, (text, _) in enumerate(KINDS)), re.I)
# A kind before another only tells more of it: a report task table is a task table.
MORE = re.compile(rf"\s+(?:{KIND.pattern})", re.I)
# The number of a section is no word of a name: Article 26 of the parking measures.
SECTION = re.compile(
    r"[(（]?\d{1,3}[)）]?|[ivxl]+|(?!\d{4}$)(?:附件|专栏|第)?[一二三四五六七八九十百\d()（）.、章节条项部分]+"
)
# What ends a name to the left, and to the right of its kind.
OUTSIDE = frozenset(
    "a an in on under by to from with at about into does do did what which who whom how is are "
    "was were has have per see says say said read summarise summarize explain compare tell me "
    "give list show between within according that this these those its their our your my any "
    "all where when can could should would and or article articles chapter section part "
    "paragraph responsible task tasks as than if but not support require requires define "
    "defines govern governs mention mentions provide provides apply applies cover covers set "
    "sets contain contains differ prescribe prescribes decide decides decided "
    "involve involves annex appendix attachment item items".split()
)
LINKS = frozenset("of on for concerning regarding about to".split())
LINKED = frozenset("of the and for on in".split())  # may stand inside a name
EMPTY = frozenset("the of and for on new current chinese china's national".split())
POSSESSIVE = re.compile(r"['’]s ")
GOVERNED = r"(?: (?:province|city|county|district|municipality|municipal))?"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch that may name a document: its words, its places, and the kinds it may be."""

    start: int
    end: int
    content: tuple[str, ...]
    places: tuple[str, ...]
    kinds: tuple[str, ...]
    text: str
    linked: tuple[str, ...] = ()  # the words that follow the kind with of, on or for
    head: str = ""  # the stretch without them


@dataclass(frozen=True)
class Places:
    """Places by their Chinese names, with their English ones."""

    names: Mapping[str, str]

    @cached_property
    def named(self) -> re.Pattern[str]:
        """Find the English name of a place, with what the place is: Qingping County."""
        names = "|".join(re.escape(name) for name in self.names.values())
        return re.compile(rf"\b(?:{names})\b{GOVERNED}", re.IGNORECASE)

    @cached_property
    def also(self) -> re.Pattern[str]:
        """Find the place that shares a name with the next, at the end of a text."""
        return re.compile(
            rf"(?P<the>\bthe )?(?P<place>{self.named.pattern}) (?:and|or|with) (?:the )?$",
            re.IGNORECASE,
        )

    @cached_property
    def linked(self) -> re.Pattern[str]:
        """Find a place right behind a kind: the minutes on Dongpu's port, the plan of Anluo."""
        links = "|".join(LINKS)
        return re.compile(rf"\s+(?:{links}) (?:the )?{self.named.pattern}(?:['’]s)?", re.IGNORECASE)

    def within(self, text: str) -> tuple[str, ...]:
        """Give the Chinese names of the places that a text names."""
        return tuple(
            chinese
            for chinese, english in self.names.items()
            if re.search(rf"\b{re.escape(english)}\b", text, re.IGNORECASE)
        )


KNOWN = Places(PLACES)


def find_phrases(question: str, places: Places = KNOWN) -> Iterator[Phrase]:
    """
    Find what may name documents: "the Foreign Investment Law", "Shanghai's Beidou action plan".

    A common noun without an article or a capital (measures, plans) names none. What follows
    with of, on or for may or may not belong to the name: it is given with it, then without.
    """
    for match in KIND.finditer(question):
        if MORE.match(question, match.end()):
            continue
        number = next(n for n in range(len(KINDS)) if match[f"k{n}"])
        left = _leftward(question, match.start())
        right = _rightward(question, match.end())
        before = question[:left].rstrip().rsplit(" ", 1)[-1].lower()
        text = question[left:right].strip()
        proper = match[0][0].isupper() or before in ("the", "this") or POSSESSIVE.search(text)
        inner = question[left : match.start()]
        outer = question[match.end() : right]
        head = question[left : match.end()]
        bare = Phrase(left, match.end(), (), (), KINDS[number][1], head, head=head)
        found = [_with_words(bare, places, inner)]
        if outer.strip():
            text = question[left:right].strip()
            found.insert(0, _with_words(replace(bare, end=right, text=text), places, inner, outer))
            if of := places.linked.match(question, match.end()):
                text = question[left : of.end()].strip()
                whole = replace(bare, end=of.end(), text=text)
                found.append(_with_words(whole, places, f"{inner} {of[0]}"))
        also = places.also.search(question[:left])
        if also and (proper or also["the"]):  # the Beijing and Shenzhen regulations
            said = f"{also['place']} {places.named.sub(' ', inner)}"
            other = replace(bare, start=also.start("place"), end=also.end("place"))
            yield _with_words(replace(other, text=f"{said} {match[0]}"), places, said)
            proper = True
        yield from (phrase for phrase in found if proper and (phrase.content or phrase.places))


def _with_words(phrase: Phrase, places: Places, inner: str, outer: str = "") -> Phrase:
    """Part the words before and after a name's kind into its places and the others."""
    words_of = [_content(part, places) for part in (inner, outer)]
    return replace(
        phrase,
        content=(*words_of[0], *words_of[1]),
        places=places.within(f"{inner} {outer}"),
        linked=words_of[1] if inner.strip() else (),
    )


def _content(text: str, places: Places) -> tuple[str, ...]:
    plain = re.sub(r"['’]s\b", "", places.named.sub(" ", text))
    return tuple(w for w in re.findall(r"[\w&.-]+", plain.lower()) if w not in EMPTY)


def _leftward(question: str, end: int) -> int:
    """Go back over the words of a name."""
    start = end
    for word in reversed(list(re.finditer(r"\S+", question[:end]))):
        plain = word[0].lower().strip("\"“”'‘’()")
        if plain in OUTSIDE or plain == "the" or word[0][-1] in ",.;:?!":
            break
        if SECTION.fullmatch(plain):
            linked = re.match(rf"\s*(?:(?:{'|'.join(LINKS)})\b\s*)*", question[word.end() : end])
            return word.end() + linked.end() if linked else start
        start = word.start()
    return start


def _rightward(question: str, start: int) -> int:
    """Go on over what a name adds with of, on or for, while its words are of a name."""
    end = start
    linked = False
    for word in re.finditer(r"\S+", question[start:]):
        plain = word[0].lower().strip("\"“”'‘’()?!,.;:")
        if not linked and plain not in LINKS:
            break
        if linked and plain in OUTSIDE and plain not in LINKED:
            break
        linked = True
        end = start + word.start() + len(word[0].rstrip("?!,.;:"))
        if word[0][-1] in "?!,.;:":
            break
    return end
