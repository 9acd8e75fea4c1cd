"""Refusals by rule: the question demands what the documents plainly do not hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.detail import DetailKind
from bot.details import detail_names, missing_details, missing_years
from bot.foreign_places import foreign_places
from bot.numbers import COUNTED_KINDS, around_numbers, stand_beside_number, stand_in
from bot.reply import RefusalReason
from bot.strings import strings_for
from bot.understanding import Understanding
from corpus.document import Document
from corpus.normalise import normalise, to_simplified
from corpus.terms import Term, find_terms, missing_terms, near_names

# A blank between Chinese and Latin letters: 生成式 AI is 生成式AI.
SPACED = re.compile(r"(?<=[\u3400-\u9fff]) (?=[a-z0-9])|(?<=[a-z0-9]) (?=[\u3400-\u9fff])")
NUMBERS: frozenset[DetailKind] = frozenset({"amount", "rent", "rate", "share"})
JOINED = 64  # sets of documents whose texts are kept together
REMEMBERED = 1_000  # questions' terms


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that forbids an answer: the reason, and its wording."""

    reason: RefusalReason
    message: str
    details: tuple[DetailKind, ...] = ()  # that are missing


class Rules:
    """Checks years, places, names and details; each document is read once."""

    def __init__(self) -> None:
        self._joined: dict[frozenset[str], Texts] = {}
        self._plain: dict[str, tuple[str, str]] = {}
        self._surroundings: dict[str, tuple[str, ...]] = {}
        self._numbers: dict[tuple[tuple[Term, ...], frozenset[str]], bool] = {}

    def broken(
        self,
        asked: Understanding,
        scope: Sequence[Document],
        evidence: str,
        nearest: str | None = None,
    ) -> Broken | None:
        """
        Give the first rule that a question breaks; None where it breaks none.

        :param evidence: the text of the best sections, with their rendering
        :param nearest: the text of the best of them alone; all of the evidence when None
        """
        strings = strings_for(asked.language, traditional=asked.traditional)
        if beyond := self.beyond(asked, scope):
            return beyond
        if terms := missing_terms(asked.core, self._texts(scope).plain):
            names = [_name(term, asked) for term in terms]
            return Broken(
                "missing_term", strings.missing_term.format(term=strings.comma.join(names))
            )
        if asked.wants_quantity and not self._states_number(asked, scope):
            return Broken("missing_number", strings.missing_number)
        kinds = missing_details(asked.core, evidence, nearest)
        # who sets the price of electricity is no question for a price
        if asked.intent == "responsibility" and not asked.wants_quantity:
            kinds = tuple(kind for kind in kinds if kind not in NUMBERS)
        if kinds:
            detail = detail_names(kinds, asked.language, strings)
            return Broken("missing_detail", strings.missing_detail.format(detail=detail), kinds)
        return None

    def _states_number(self, asked: Understanding, scope: Sequence[Document]) -> bool:
        """Say whether any document states a number of the things that the question names."""
        source = self._texts(scope).source
        terms = tuple(
            term
            for term in find_terms(asked.core)
            if term.kind in COUNTED_KINDS and any(name in source for name in term.chinese)
        )
        key = (terms, frozenset(document.id for document in scope))
        if terms and key not in self._numbers:
            if len(self._numbers) >= REMEMBERED:
                self._numbers.clear()
            self._numbers[key] = any(
                stand_beside_number(terms, self._around_numbers(document))
                for document in scope
                if stand_in(terms, " ".join(self._plain_of(document)))
            )
        return not terms or self._numbers[key]

    def beyond(self, asked: Understanding, scope: Sequence[Document]) -> Broken | None:
        """Give the rule against years that no document names, and against other places."""
        source = self._texts(scope).source
        if years := missing_years(asked.years, source):
            strings = strings_for(asked.language, traditional=asked.traditional)
            message = strings.missing_year.format(years=strings.comma.join(map(str, years)))
            return Broken("missing_detail", message)
        return self.elsewhere(asked, scope)

    def elsewhere(self, asked: Understanding, scope: Sequence[Document]) -> Broken | None:
        """Give the rule against questions about another place's plan or bodies."""
        texts = self._texts(scope)
        places = foreign_places(asked.core, texts.source, texts.home)
        if not places:
            return None
        strings = strings_for(asked.language, traditional=asked.traditional)
        names = [place[asked.language == "en"] for place in places]
        message = strings.missing_place.format(places=strings.comma.join(names))
        return Broken("missing_detail", message)

    def near(self, asked: Understanding, scope: Sequence[Document]) -> tuple[str, ...]:
        """Say of each thing that no document mentions, but one near it, what is mentioned."""
        strings = strings_for(asked.language, traditional=asked.traditional)
        notices: list[str] = []
        for term, names in near_names(asked.core, self._texts(scope).plain):
            alike = [name for name in names if name.isascii() == (asked.language == "en")]
            if alike:
                names = strings.comma.join(alike)
                near = strings.near_term.format(term=_name(term, asked), near=names)
                notices.append(near)
        return tuple(notices)

    def source(self, scope: Sequence[Document]) -> str:
        """Give the text of all documents, joined, in simplified characters."""
        return self._texts(scope).source

    def _texts(self, scope: Sequence[Document]) -> "Texts":
        """Join the documents' texts."""
        key = frozenset(document.id for document in scope)
        if key not in self._joined:
            if len(self._joined) >= JOINED:
                self._joined.clear()
            plain = [text for document in scope for text in self._plain_of(document)]
            self._joined[key] = Texts(
                source=" ".join(d.plain for d in scope),
                plain=" ".join(plain),
                home=to_simplified(" ".join(f"{d.title} {d.issuer or ''}" for d in scope)),
            )
        return self._joined[key]

    def _plain_of(self, document: Document) -> tuple[str, str]:
        """Give a document's text and its rendering, normalised."""
        if document.id not in self._plain:
            sentences = document.rendering.sentences if document.rendering else ()
            rendered = " ".join(sentence.text for sentence in sentences)
            text = SPACED.sub("", normalise(document.text))
            self._plain[document.id] = (text, normalise(rendered))
        return self._plain[document.id]

    def _around_numbers(self, document: Document) -> tuple[str, ...]:
        """Give what stands beside the numbers of a document, normalised."""
        if document.id not in self._surroundings:
            self._surroundings[document.id] = around_numbers(document)
        return self._surroundings[document.id]


@dataclass(frozen=True, slots=True)
class Texts:
    """The joined texts of documents: simplified; normalised, with renderings; and their heads."""

    source: str
    plain: str
    home: str


def _name(term: Term, asked: Understanding) -> str:
    return term.english[0] if asked.language == "en" else term.chinese[0]
