"""
The documents that an English question names, though their titles are Chinese.

"the Shanghai Beidou action plan": what it is called must be what a title is called (行动计划), its
places must be the document's, and of the documents left the one is meant whose title has the most
of the name's words, by the word table, and lies nearest to it in the encoder's space.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property

import numpy as np

from bot.citations import title_of
from bot.english_phrases import KINDS, KNOWN, Phrase, Places, find_phrases
from bot.naming import SEVERAL, Name
from bot.place_names import PLACES
from bot.places import bare_name, spelled_places
from bot.spelled_numbers import find_spelled_numbers
from bot.titled import Titled, explained_first
from bot.translated_words import share_held, translations_of
from corpus.document import Document
from corpus.law_names import STATE_ENGLISH, chinese_law, plain_name
from corpus.normalise import HAN
from index.encoder import SentenceEncoder

IMPLEMENTING = re.compile("实施(?:条例|细则|办法)")
# A title fits by its cosine alone, by the share of the name's words that it has, or by both.
COSINE, WHOLE, BOTH = 0.5, 0.6, (0.28, 0.4)
PLACED = 0.2  # cosine that is enough for the one document of a place that is called so
NEAR = 0.12  # how much less two scores may differ for both titles to fit
SHARE = 0.3  # what the share of words counts beside the cosine
LAW = re.compile(r"\b[A-Z][\w-]* (?:Law|Act|Ordinance|Regulations?)$")
ASKED_OF = re.compile(r"(?:\b(?:under|according to)|\barticle \w+ of) (?:the )?$", re.IGNORECASE)
# A document by its kind alone, unless more of its name follows: the plan for ports.
ALONE = re.compile(
    r"\b(?:the|this) (?P<kind>plan|action plan|law|act|regulations|"
    r"implement(?:ing|ation) (?:regulations|rules|measures))(?! (?:of|on|for)\b)(?=\W|$)",
    re.IGNORECASE,
)
SHORTEST = 12  # characters of a title that is looked for as it is
TAIL = re.compile(r"\bof the (?:PRC|People['’]s Republic of China)$")
LOOSELY = frozenset({"方案"})  # as which an English name of another kind may be meant
CANDIDATES = 24  # documents whose titles are compared with a name


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
        names = [*find_spelled_numbers(question, self._titled)]
        names += [name for name in self._rendered(question) if not _overlaps(name, names)]
        names += self._only(question, names)
        for phrase in find_phrases(question, self._places(question)):
            if _overlaps(phrase, names):
                continue
            documents = self._meant(phrase)
            if documents or _is_law_asked(question, phrase):
                names.append(Name(phrase.start, phrase.end, phrase.text, documents))
        return tuple(sorted(names, key=lambda name: name.start))

    def _places(self, question: str) -> Places:
        """Give the known places, and those of documents that the question spells."""
        spelled = spelled_places(question, [titled.document for titled in self._titled])
        own = {bare_name(place): spelling for place, spelling in spelled.items()}
        return Places({**PLACES, **own}) if own else KNOWN

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
        if phrase.kinds[-1] in LOOSELY and len(phrase.kinds) > 1:  # a table is rather a 分解表
            exactly = replace(phrase, kinds=phrase.kinds[:-1])
            called = [t for t in called if self._may_be(exactly, t)] or called
        if not phrase.content:
            alone = explained_first(called, phrase.kinds[0])
            return tuple(t.document for t in alone) if len(alone) <= SEVERAL else ()
        translated = [translations_of(word) for word in phrase.content]
        shares = {t.document.id: share_held(translated, t.names) for t in called}
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
        placed = bool(phrase.places) and len(called) == 1 and cosines[best] >= PLACED
        if not (both or placed) and cosines[best] < COSINE and shares[best] < WHOLE:
            return ()
        linked = [translations_of(word) for word in phrase.linked]
        if linked and not any(share_held(linked, t.names) for t in called if t.document.id == best):
            head = self._encoder.encode_queries([phrase.head])[0]
            title = self._vectors[next(t.document.title for t in called if t.document.id == best)]
            if float(title @ head) >= cosines[best]:
                return ()  # "on complaints" is what is asked, not what the document is called
        near = [t for t in called if scores[t.document.id] >= scores[best] - NEAR]
        named = [titled.document for titled in explained_first(near, phrase.kinds[0])]
        return tuple(named) if len(named) <= SEVERAL else ()

    def _may_be(self, phrase: Phrase, titled: Titled) -> bool:
        """Say whether a document is called so, and is of the places that the phrase names."""
        of_kind = any(own.endswith(kind) for kind in phrase.kinds for own in _kinds_of(titled))
        return of_kind and all(place.casefold() in titled.names for place in phrase.places)

    def _encode(self, titles: Sequence[str]) -> None:
        """Encode the titles that have not been."""
        new = [title for title in dict.fromkeys(titles) if title not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode_passages(new), strict=True))


def _overlaps(found: Name | Phrase, names: Sequence[Name]) -> bool:
    """Say whether any of the names has a part of what was found."""
    return any(name.start < found.end and found.start < name.end for name in names)


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
