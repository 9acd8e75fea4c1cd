"""
The documents that an English question names, though their titles are Chinese.

"the Shanghai Beidou action plan": what it is called must be what a title is called (行动计划), its
places must be the document's, and of the documents left the one is meant whose title has the most
of the name's words, by the word table, and lies nearest to it in the encoder's space.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np

from bot.citations import title_of
from bot.naming import SEVERAL, Name
from bot.place_names import PLACES
from bot.titled import Titled
from corpus.document import Document
from corpus.law_names import STATE_ENGLISH, chinese_law, plain_name
from corpus.normalise import HAN, normalise
from corpus.terms import find_terms
from index.encoder import SentenceEncoder
from index.lexical import words
from index.translations import load_translations

# English names of kinds with the Chinese ones, the longer before those that they end with.
KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"implement(?:ing|ation) (?:regulations?|rules?|measures)",
        ("实施条例", "实施细则", "实施办法"),
    ),
    (r"(?:implementation|pilot|work|working) (?:plan|scheme)", ("方案",)),
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
    "sets contain contains differ prescribe prescribes annex appendix attachment item items".split()
)
LINKS = frozenset("of on for concerning regarding about to".split())
LINKED = frozenset("of the and for on in".split())  # may stand inside a name
EMPTY = frozenset("the of and for on new current chinese china's national".split())
IMPLEMENTING = re.compile("实施(?:条例|细则|办法)")
# A title fits by its cosine alone, by the share of the name's words that it has, or by both.
COSINE, WHOLE, BOTH = 0.5, 0.6, (0.28, 0.4)
NEAR = 0.12  # how much less two scores may differ for both titles to fit
SHARE = 0.3  # what the share of words counts beside the cosine
SHORT = {
    "sme": "中小企业", "smes": "中小企业", "ftz": "自贸", "ftzs": "自贸", "pipl": "个人信息保护",
    "foreign": "外商", "r&d": "研发", "ip": "知识产权",
}  # fmt: skip
TRANSLATIONS = 12
PLACE = re.compile(rf"\b(?:{'|'.join(PLACES.values())})\b", re.IGNORECASE)
ALSO = re.compile(rf"(?P<the>\bthe )?(?P<place>{PLACE.pattern}) (?:and|or|with) (?:the )?$", re.I)
LAW = re.compile(r"\b[A-Z][\w-]* (?:Law|Act|Ordinance|Regulations?)$")
ASKED_OF = re.compile(r"(?:\b(?:under|according to)|\barticle \w+ of) (?:the )?$", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s ")
# A document by its kind alone, unless more of its name follows: the plan for ports.
ALONE = re.compile(
    r"\b(?:the|this) (?P<kind>plan|action plan|law|act|regulations|"
    r"implement(?:ing|ation) (?:regulations|rules|measures))(?! (?:of|on|for)\b)(?=\W|$)",
    re.IGNORECASE,
)
SHORTEST = 12  # characters of a title that is looked for as it is
TAIL = re.compile(r"\bof the (?:PRC|People['’]s Republic of China)$")
CANDIDATES = 24  # documents whose titles are compared with a name


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


def find_phrases(question: str) -> Iterator[Phrase]:
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
        bare = Phrase(left, match.end(), (), (), KINDS[number][1], question[left : match.end()])
        found = [_with_words(bare, inner)]
        if outer.strip():
            text = question[left:right].strip()
            found.insert(0, _with_words(replace(bare, end=right, text=text), inner, outer))
        also = ALSO.search(question[:left])
        if also and (proper or also["the"]):  # the Beijing and Shenzhen regulations
            said = f"{also['place']} {re.sub(PLACE, ' ', inner)}"
            other = replace(bare, start=also.start("place"), end=also.end("place"))
            yield _with_words(replace(other, text=f"{said} {match[0]}"), said)
            proper = True
        yield from (phrase for phrase in found if proper and (phrase.content or phrase.places))


def _with_words(phrase: Phrase, inner: str, outer: str = "") -> Phrase:
    """Part the words before and after a name's kind into its places and the others."""
    said = f"{inner} {outer}"
    places = tuple(zh for zh, en in PLACES.items() if re.search(rf"\b{en}\b", said, re.I))
    words_of = [_content(part) for part in (inner, outer)]
    content = (*words_of[0], *words_of[1])
    return replace(
        phrase, content=content, places=places, linked=words_of[1] if inner.strip() else ()
    )


def _content(text: str) -> tuple[str, ...]:
    plain = re.sub(r"['’]s\b", "", re.sub(PLACE, " ", text))
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


class EnglishNaming:
    """Finds the documents that English phrases name; a title is encoded once."""

    def __init__(self, titled: Sequence[Titled], encoder: SentenceEncoder) -> None:
        self._titled = titled
        self._encoder = encoder
        self._vectors: dict[str, np.ndarray] = {}

    def find(self, question: str) -> tuple[Name, ...]:
        """
        Find what names documents of the index in an English question, in order.

        A law that is asked about by its proper name, and is not there, is a name of no document.
        """
        names = [*self._rendered(question)]
        names += self._only(question, names)
        for phrase in find_phrases(question):
            if any(name.start < phrase.end and phrase.start < name.end for name in names):
                continue
            documents = self._meant(phrase)
            if documents or _is_law_asked(question, phrase):
                names.append(Name(phrase.start, phrase.end, phrase.text, documents))
        return tuple(sorted(names, key=lambda name: name.start))

    def _rendered(self, question: str) -> Iterator[Name]:
        """Find English titles that stand in the question, or their initials: PIPL."""
        found: dict[tuple[int, int], list[Document]] = {}
        for name, documents in self._english.items():
            for match in _pattern(name).finditer(question):
                found.setdefault(match.span(), []).extend(documents)
        for start, end in sorted(found, key=lambda span: span[0] - span[1]):  # the longest first
            if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in found):
                documents = {document.id: document for document in found[start, end]}
                yield Name(start, end, question[start:end], tuple(documents.values()))

    def _only(self, question: str, taken: Sequence[Name]) -> Iterator[Name]:
        """Find "the plan" where one document alone is called so."""
        for match in ALONE.finditer(question):
            kinds = next(kinds for text, kinds in KINDS if re.fullmatch(text, match["kind"], re.I))
            of_kind = [t for t in self._titled if any(k.endswith(kinds) for k in _kinds_of(t))]
            free = all(match.end() <= name.start or name.end <= match.start() for name in taken)
            if free and len(of_kind) == 1:
                yield Name(*match.span(), match[0], (of_kind[0].document,))

    @cached_property
    def _english(self) -> dict[str, list[Document]]:
        """Give the documents by their English names, and by the initials of these."""
        names: dict[str, list[Document]] = {}
        for titled in self._titled:
            title = title_of(titled.document, "en").strip()
            plain = plain_name(title)
            if not title.isascii() or (len(plain) < SHORTEST and not chinese_law(title)):
                continue
            initials = "".join(re.findall(r"\b[A-Z]", TAIL.sub("", title)))
            for name in (plain, *([initials] if len(initials) >= 3 else [])):
                names.setdefault(name, []).append(titled.document)
        return names

    def _meant(self, phrase: Phrase) -> tuple[Document, ...]:
        """Give the documents that a phrase fits equally well; none where it fits none."""
        called = [t for t in self._titled if self._may_be(phrase, t)]
        if not phrase.content:
            return tuple(t.document for t in called) if len(called) <= SEVERAL else ()
        translated = [_translations(word) for word in phrase.content]
        shares = {t.document.id: _share(translated, t) for t in called}
        called.sort(key=lambda t: -shares[t.document.id])
        called = called[:CANDIDATES]
        if not IMPLEMENTING.match(phrase.kinds[0]):
            called = [t for t in called if not IMPLEMENTING.search(t.names)] or called
        if not called:
            return ()
        vector = self._encoder.encode_queries([phrase.text])[0]
        self._encode([titled.document.title for titled in called])
        cosines = {t.document.id: float(self._vectors[t.document.title] @ vector) for t in called}
        scores = {name: cosine + SHARE * shares[name] for name, cosine in cosines.items()}
        best = max(scores, key=lambda name: scores[name])
        both = cosines[best] >= BOTH[0] and shares[best] >= BOTH[1]
        if not both and cosines[best] < COSINE and shares[best] < WHOLE:
            return ()
        linked = [_translations(word) for word in phrase.linked]
        if linked and not any(_share(linked, t) for t in called if t.document.id == best):
            return ()  # "on complaints" is what is asked, not what the document is called
        named = [t.document for t in called if scores[t.document.id] >= scores[best] - NEAR]
        return tuple(named) if len(named) <= SEVERAL else ()

    def _may_be(self, phrase: Phrase, titled: Titled) -> bool:
        """Say whether a document is called so, and is of the places that the phrase names."""
        of_kind = any(own.endswith(kind) for kind in phrase.kinds for own in _kinds_of(titled))
        return of_kind and all(place in titled.names for place in phrase.places)

    def _encode(self, titles: Sequence[str]) -> None:
        """Encode the titles that have not been."""
        new = [title for title in dict.fromkeys(titles) if title not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode_passages(new), strict=True))


def _kinds_of(titled: Titled) -> frozenset[str]:
    """Give what a document is called; an English title's kind as the Chinese ones it may be."""
    title = titled.document.title
    if HAN.search(title):
        return titled.kinds
    return frozenset(
        kind for text, kinds in KINDS if re.search(rf"\b{text}\b", title, re.I) for kind in kinds
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compile the pattern of a name in either spelling; initials are capitals."""
    if name.isupper():
        return re.compile(rf"\b{name}\b")
    text = re.escape(name).replace("labour", "labou?r")
    text = re.sub(r"(organ|optim)is", r"\1i[sz]", text).replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.compile(rf"\b{text}\b(?:{re.escape(STATE_ENGLISH)})?", re.IGNORECASE)


def _is_law_asked(question: str, phrase: Phrase) -> bool:
    """Say whether a law is asked about by its proper name: under the Company Law."""
    proper = phrase.content and not phrase.linked and LAW.search(phrase.text)
    return bool(proper and ASKED_OF.search(question[: phrase.start]))


def _translations(word: str) -> tuple[str, ...]:
    """Give what a word of a name may be in a title."""
    table = load_translations().to_chinese
    found = [t for stem in words(word, "en") for t, _ in table.get(stem, ())[:TRANSLATIONS]]
    found += [name for term in find_terms(word) for name in term.chinese]
    found += [SHORT[word]] if word in SHORT else []
    return (normalise(word), *(text for text in found if len(text) > 1))


def _share(translated: Sequence[Sequence[str]], titled: Titled) -> float:
    """Give the share of a name's words of which a title has a translation: 0 to 1."""
    held = (any(text in titled.names for text in texts) for texts in translated)
    return sum(held) / len(translated)
