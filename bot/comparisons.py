"""
Compare two things that a question sets against each other.

The two sides are cut out of the question, and each is looked for by itself: by a heading that
names it, else by a search. Responsible units are compared as sets; anything else is answered by
the best sentences of both sides.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.citations import (
    CitationList,
    answer_from,
    cited_first,
    english_heading,
    english_ref,
    sentence_text,
)
from bot.evidence import EvidenceReader
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.task_wording import english_units
from bot.understanding import Understanding
from corpus.document import Document
from corpus.named_paths import resolve_all
from corpus.normalise import normalise, to_simplified
from corpus.sections import Section
from index.retriever import Hit, Retriever, Search

COMPARES = re.compile(
    r"不同|区别|差别|差异|异同|相比|比较|对比|(?:一|两|相)(?:样|同)|各(?:自|是|派|靠|有)|分别|"
    r"(?:谁|哪(?:个|边|头)).{0,10}更|还是一个|既.{2,14}又|不在.{2,14}名单|却?(?:不|没有?)(?:负责|参与|管)|"
    r"\bdiffer|\bcompare|\bversus\b|\bvs\b|\bin common\b|\bcontrast|\bthe same (?!time)|"
    r"\bon (?:the )?(?:one|other)\b|\brespectively\b|\bbigger\b|\blarger\b|\bfor both\b|\bbut not\b|\bmore than for\b",
    re.IGNORECASE,
)
UNITS = re.compile(r"单位|部门|哪家|\b(?:units|bodies|departments|agencies)\b", re.IGNORECASE)
# One list against another: 既管物联网又管移动互联网的部门, 负责大数据的单位里哪家不在云计算的名单上.
LISTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"既(?:管|抓|负责|参与)?(?P<left>[^,，。?？]{2,14}?)[,，]?又(?:管|抓|负责|参与)?(?P<right>[^,，。?？]{2,14}?)的",
        r"(?:负责|参与|管|抓)(?P<left>[^,，。?？]{2,14}?)的[^,，。?？]{0,8}[,，]?[^?？]{0,10}(?:却|但)?(?:不|没有?)(?:负责|参与|管|在)(?P<right>[^,，。?？]{2,14}?)(?:的|名单|\W*$)",
        r"\b(?:responsible|named|listed) for both (?P<left>[^?.,;]+?) and (?P<right>[^?.,;]+)",
        r"\b(?:responsible|named|listed) for (?P<left>[^?.,;]+?) but not (?:for )?(?P<right>[^?.,;]+)",
    )
)
LEAD_IN = re.compile(
    r"^(?:请问|请|麻烦|帮我|那么?|比较一下|对比一下|比较|对比|比一比|一下|方案(?:里|中)的?|文件(?:里|中)的?|在|对)+"
)
CHINESE_SIDES = re.compile(
    r"(?P<left>[^,，。;；?？:：、]{2,20}?)(?:[,，]?(?:和|与|跟|同|以及|比起|相比|对比|还是)|、)"
    r"(?P<right>[^,，。;；?？:：、]{2,20}?)"
    r"(?=的|在|这|之间|相比|比较|对比|两|各|分别|有|,|，|是|都|哪|谁|里|方面|一样|由|上|$)"
)
SUFFIX = re.compile(
    r"(?:那头|那边|这块|那块|方面|领域|行业|产业|部分|这两.*|两者.*| (?:differ|compare|diverge)\w*)$",
    re.IGNORECASE,
)
ENGLISH_SIDES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bbetween (?P<left>.+?) and (?P<right>.+?)(?:[?.,;]|$)",
        r"\bcompare (?P<left>.+?) (?:with|and|to|against) (?P<right>.+?)(?:[?.,;:]|$)",
        r"(?P<left>.+?) on (?:the )?one (?:side|hand),? (?:and )?(?P<right>.+?) on the other",
        r"\bfor (?P<left>[^?.,;]+?) (?:differ|compare|diverge)[^?.,;]{0,20}? (?:from|with|to) "
        r"(?:(?:that|those|the \w+) (?:for|of|behind|in) )?(?P<right>[^?.,;]+)",
        r"(?P<left>.+?) (?:versus|vs\.?|compared (?:with|to)|as opposed to) (?P<right>.+?)(?:[?.,;]|$)",
        r"\b(?:does|do|is|are|how) (?P<left>[^?.,;]+?) (?:differ|compare|diverge)\w* (?:from|with|to) "
        r"(?P<right>[^?.,;]+)",
        r"^(?:do|does|are|is|have) (?P<left>[^?.,;]+?) and (?P<right>[^?.,;]+?) (?:have|share|involve|name|list|rely|use|the same|under)\b",
        r"\b(?:for|of|in|behind) (?P<left>[^?.,;]+?) and (?:for |of |in |behind |with )?"
        r"(?P<right>[^?.,;]+)",
    )
)
SENTENCES = 3  # shown of each side


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: the section found for it, and the search that found it."""

    hit: Hit
    document: Document
    section: Section
    search: Search


def sides(question: str) -> tuple[str, str] | None:
    """
    Cut out the two things that a question compares; None where it compares nothing.

    ``sides("集成电路和云计算的责任单位有什么不同?") -> ("集成电路", "云计算")``,
    ``sides("Compare chips with cloud computing.") -> ("chips", "cloud computing")``
    """
    text = to_simplified(unicodedata.normalize("NFKC", question))
    if not COMPARES.search(text):
        return None
    for pattern in (*LISTS, CHINESE_SIDES, *ENGLISH_SIDES):
        found = pattern.search(LEAD_IN.sub("", text))
        if found:
            pair = tuple(SUFFIX.sub("", found[side]).strip(" “”\"'") for side in ("left", "right"))
            if all(len(side) >= 2 for side in pair):
                return pair[0], pair[1]
    return None


def asks_comparison(asked: Understanding) -> bool:
    """Say whether a question sets things against each other."""
    return bool(COMPARES.search(to_simplified(unicodedata.normalize("NFKC", asked.core))))


class Comparisons:
    """Answers comparisons over one index."""

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever
        self._index = retriever.index

    def compare(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | None:
        """Answer a comparison; None where the question is none or both sides are one section."""
        pair = self._numbered(asked, search, scope) or self._worded(asked, scope)
        if pair is None:
            return None
        citations = CitationList(self._index, asked.language)
        if asked.intent == "responsibility" or UNITS.search(asked.core):
            sentences = self._units(pair, asked, citations, strings)
        else:
            sentences = self._evidence(pair, asked, citations)
        if not sentences:
            return None
        return answer_from(asked, sentences, citations, cited_first(search, citations))

    def _numbered(
        self, asked: Understanding, search: Search, scope: Sequence[Document]
    ) -> tuple[Side, Side] | None:
        """Find the two sections that a comparison names by number."""
        if len(asked.named) != 2 or not asks_comparison(asked):
            return None
        for document in scope:
            hits = {hit.ref: hit for hit in search.hits if hit.document == document.id}
            found = [
                Side(hits[section.ref], document, section, search)
                for section in resolve_all(document, asked.named)
                if section.ref in hits
            ]
            if len(found) == 2:
                return found[0], found[1]
        return None

    def _worded(self, asked: Understanding, scope: Sequence[Document]) -> tuple[Side, Side] | None:
        """Find the sections of the two things that a comparison names in words."""
        named = sides(asked.core)
        if named is None:
            return None
        rest = asked.core
        for side in named:
            rest = rest.replace(side, " ")
        left = self._find(named[0], rest, asked, scope)
        right = self._find(named[1], rest, asked, scope, other=left)
        return (left, right) if left and right else None

    def of_documents(
        self, asked: Understanding, search: Search, sides: Sequence[Sequence[Document]]
    ) -> Answer | None:
        """Give the best sentences of each document that the question names; None for one name."""
        if len(sides) < 2:
            return None
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        for documents in sides:
            found = self._retriever.search(
                asked.core,
                k=10,
                language=asked.language,
                documents=frozenset(document.id for document in documents),
            )
            for hit in found.hits[:1]:
                document = self._index.document(hit.document)
                section = document.section(hit.ref)
                if section is not None:
                    side = Side(hit, document, section, found)
                    sentences += self._sentences(side, asked, citations)
        if not sentences:
            return None
        return answer_from(asked, sentences, citations, cited_first(search, citations))

    def _find(
        self,
        side: str,
        rest: str,
        asked: Understanding,
        scope: Sequence[Document],
        *,
        other: Side | None = None,
    ) -> Side | None:
        """
        Find the section for one side: headed by it, else printing it, else the best one.

        :param other: the side found before; its section is not taken again
        """
        documents = frozenset(document.id for document in scope)
        question = f"{side} {rest}"
        search = self._retriever.search(
            question, k=10, language=asked.language, documents=documents
        )
        found = [
            Side(hit, document, section, search)
            for hit in search.hits
            if (section := (document := self._index.document(hit.document)).section(hit.ref))
        ]
        plain = normalise(side)
        texts = self._index.plain_texts
        headed = [s for s in found if _heads(s, plain)]
        printed = [s for s in found if plain in texts[s.hit.chunk]]
        taken = (other.document.id, other.section.ref) if other else None
        ordered = (*headed, *printed, *found)
        return next((s for s in ordered if (s.document.id, s.section.ref) != taken), None)

    def _units(
        self,
        pair: tuple[Side, Side],
        asked: Understanding,
        citations: CitationList,
        strings: Strings,
    ) -> list[CitedSentence]:
        """Compare the responsible units: each side's list, what both have, and what one has."""
        units: list[tuple[str, ...]] = []
        markers: list[int] = []
        names: list[str] = []
        english = asked.language == "en"
        sentences: list[CitedSentence] = []
        for side in pair:
            lists = side.document.lists.get(side.section.ref, ())
            if not lists:
                return []
            own = side.document.responsible(side.section.ref)
            units.append(english_units(own, side.document) if english else own)
            markers.append(
                citations.cite(side.document, side.section, lists[0].start, lists[-1].end)
            )
            names.append(_name(side, english))
            listed = _join(units[-1], english)
            text = strings.units_of.format(name=names[-1], count=len(own), units=listed)
            sentences.append(CitedSentence(text, (markers[-1],)))
        both = [unit for unit in units[0] if unit in units[1]]
        shared = strings.units_shared.format(count=len(both), units=_join(both, english))
        sentences.append(CitedSentence(shared if both else strings.units_none, tuple(markers)))
        for own, other, name, marker in (
            (units[0], units[1], names[0], markers[0]),
            (units[1], units[0], names[1], markers[1]),
        ):
            only = [unit for unit in own if unit not in other]
            if only:
                text = strings.units_only.format(name=name, units=_join(only, english))
                sentences.append(CitedSentence(text, (marker,)))
        return sentences

    def _evidence(
        self, pair: tuple[Side, Side], asked: Understanding, citations: CitationList
    ) -> list[CitedSentence]:
        """Give the best sentences of both sides."""
        return [sentence for side in pair for sentence in self._sentences(side, asked, citations)]

    def _sentences(
        self, side: Side, asked: Understanding, citations: CitationList
    ) -> list[CitedSentence]:
        """Give the best sentences of one side."""
        sentences: list[CitedSentence] = []
        reader = EvidenceReader(self._retriever, side.search, quantity=asked.wants_quantity)
        for chosen in reader.best_sentences(side.hit, limit=SENTENCES):
            text = sentence_text(side.document, chosen.start, chosen.end, asked.language)
            if text:
                marker = citations.cite(side.document, side.section, chosen.start, chosen.end)
                sentences.append(CitedSentence(text, (marker,)))
        return sentences


def _heads(side: Side, plain: str) -> bool:
    """Say whether the heading names one side, or one side the heading."""
    heading = normalise(side.section.heading)
    rendered = normalise(english_heading(side.document, side.section))
    return any(
        len(name) >= 2 and (name == plain or (len(plain) >= 3 and plain in name) or name in plain)
        for name in (heading, rendered)
    )


def _name(side: Side, english: bool) -> str:
    if not english:
        return f"「{side.section.heading}」({side.section.ref})"
    heading = english_heading(side.document, side.section)
    label = english_ref(side.document, side.section)
    return f"“{heading}” ({label})" if heading else label


def _join(units: Sequence[str], english: bool) -> str:
    return ("; " if english else "、").join(units)
