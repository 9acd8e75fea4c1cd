"""
Refusals: whether the evidence is enough, and what a refusal says.

It says what was looked for, where the nearest sections are, and whom to ask where the document
names units.
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.amounts import clause_of
from bot.aspects import is_of_other_aspect
from bot.borne import is_borne
from bot.citations import nearest_sections, refusal_from
from bot.comparison_sides import compares
from bot.deadlines import asks_to_apply, sentences_to_apply
from bot.detail import DetailKind
from bot.evidence import EvidenceReader, Strength
from bot.grounding import is_supported_question
from bot.levels import only_other_level
from bot.name_kinds import asked_kinds, named_beside
from bot.numbers import asks_number
from bot.plain_words import topics_as_written
from bot.registers import Registers
from bot.reply import Citation, Refusal
from bot.rules import Broken, Rules
from bot.strings import Strings, strings_for
from bot.targets import PLAINLY, Targets
from bot.together import document_names
from bot.understanding import Understanding
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import normalise
from corpus.quantities import MONEY, TIMES
from index.library import Index
from index.retriever import Search

NEAREST = 3  # sections that are looked at, and named
# Details that a number of a unit states, however it is worded: a fund of 50亿元, 30日内书面报批.
TOLD_IN: Mapping[DetailKind, frozenset[str]] = {
    "amount": MONEY,
    "procedure": TIMES,
    "deadline": TIMES,
}
LOOKED_FOR = 6  # words of a question that a refusal repeats


class Refusals:
    """Decides whether to refuse, by rules, by the numbers that stand there and by thresholds."""

    def __init__(self, index: Index, rules: Rules, registers: Registers, targets: Targets) -> None:
        self._index = index
        self._rules = rules
        self._registers = registers
        self._targets = targets

    def refuse(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Refusal | None:
        """Refuse what the documents do not say; None where the evidence is enough."""
        broken = self.broken(asked, search, reader, scope)
        if broken is None:
            strength = reader.strength(search.unraised[:NEAREST])
            quantity = asked.wants_quantity and not self._targets.states_foreign(
                asked, search, reader
            )
            if is_supported_question(strength, asked.language, quantity=quantity):
                if asked.intent != "lookup" or self._is_borne(reader, strength, scope):
                    return None
                if asked.wants_quantity and self._targets.states(asked, search, reader, PLAINLY):
                    return None
                return self.worded(
                    asked, search, Broken("no_evidence", strings.no_evidence), strings
                )
            number = asked.wants_quantity and is_supported_question(
                strength, asked.language, quantity=False
            )
            if number and self._targets.states(asked, search, reader, PLAINLY):
                return None
            broken = (
                Broken("missing_number", strings.missing_number)
                if number
                else Broken("no_evidence", strings.no_evidence)
            )
        return self.worded(asked, search, broken, strings)

    def broken(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        scope: Sequence[Document],
    ) -> Broken | None:
        """Give the rule that forbids an answer, whatever the strength of the evidence."""
        found = self.ruled(asked, search, scope)
        if found and not self._is_told(found, asked, search, reader):
            return found
        if asked.intent != "lookup" or compares(asked.core):
            return None
        strings = strings_for(asked.language, traditional=asked.traditional)
        if asked.wants_support or asked.wants_quantity:
            texts = map(self._registers.text, search.unraised[:NEAREST])
            if only_other_level(asked.core, texts):
                return Broken("missing_number", strings.missing_number)
        if not asks_number(asked):
            return None
        goal = asked.wants_quantity or not asked.wants_support  # 几个博士,有哪些资金 asks for none
        if not goal or not (asked.wants_quantity or self._names_other_aspect(asked, search)):
            return None
        if asked.years and not self._targets.in_years(asked, scope):
            message = strings.missing_year.format(years=", ".join(map(str, asked.years)))
            return Broken("missing_detail", message)
        if not self._targets.states(asked, search, reader):
            return Broken("missing_number", strings.missing_number)
        return None

    def _is_told(
        self, broken: Broken, asked: Understanding, search: Search, reader: EvidenceReader
    ) -> bool:
        """Say whether a number that is plainly the one asked for states the missing details."""
        if not broken.details or not asked.wants_quantity:
            return False
        best = self._targets.best_stated(asked, search, reader)
        return (
            best is not None
            and best.score >= PLAINLY
            and all(best.target.unit in TOLD_IN.get(kind, ()) for kind in broken.details)
        )

    def joint(
        self, asked: Understanding, search: Search, reader: EvidenceReader, strings: Strings
    ) -> Refusal | None:
        """Refuse to split a number that the documents state of several things together."""
        found = self._targets.joint(asked, search, reader) if asks_number(asked) else None
        if found is None:
            return None
        document, target = found
        clause = clause_of(target, document, asked.language)
        broken = Broken("missing_number", strings.joint_number.format(clause=clause))
        return self.worded(asked, search, broken, strings)

    def _is_borne(
        self, reader: EvidenceReader, strength: Strength, scope: Sequence[Document]
    ) -> bool:
        bodies = self._registers.organisations(scope)
        ids = frozenset(document.id for document in scope)
        return is_borne(reader.search, reader.retriever, bodies, strength.unknown, ids)

    def _names_other_aspect(self, asked: Understanding, search: Search) -> bool:
        """Say whether a goal is asked of a side of a thing that the best sections do not name."""
        evidence = self._registers.evidence_text(search, NEAREST)
        return is_of_other_aspect(normalise(asked.core), normalise(evidence))

    def ruled(
        self, asked: Understanding, search: Search, scope: Sequence[Document]
    ) -> Broken | None:
        """Give the rule that the question breaks over the best sections; None for none."""
        near = len(search.unraised) if compares(asked.core) else NEAREST  # each side has its own
        nearest, best = (self._registers.evidence_text(search, count) for count in (near, 1))
        if asked_kinds(asked.core):
            every = self._registers.evidence_text(search, len(search.unraised))
            nearest += named_beside(asked.core, every, asked.title_words)
        if asks_to_apply(asked.core):
            every = self._registers.evidence_text(search, len(search.unraised))
            told = sentences_to_apply(every)
            nearest, best = f"{nearest}\n{told}", f"{best}\n{told}"
        return self._rules.broken(asked, scope, nearest, best)

    def worded(
        self, asked: Understanding, search: Search, broken: Broken, strings: Strings
    ) -> Refusal:
        """Word what is broken, what was looked for, the nearest sections and whom to ask."""
        nearest = nearest_sections(self._index, search, NEAREST, asked.language)
        told = [broken.message]
        if nearest and broken.reason in ("no_evidence", "missing_number"):
            if words := _looked_for(asked):
                told.append(strings.looked_for.format(words=strings.comma.join(words)))
        if nearest:
            sections = strings.semicolon.join(self._named(nearest, search, asked.language))
            told.append(strings.nearest.format(sections=sections))
        if search.hits and broken.reason in ("missing_detail", "missing_number"):
            units = self._registers.unit_names(search.hits[0], asked.language)
            if units:
                told.append(strings.ask_units.format(units=strings.comma.join(units)))
        return refusal_from(asked, broken.reason, strings.space.join(told), search, nearest)

    def _named(
        self, nearest: Sequence[Citation], search: Search, language: Language
    ) -> Iterator[str]:
        """Name sections, with their documents where several were found."""
        ids = dict.fromkeys(citation.document for citation in nearest)
        names = document_names([self._index.document(name) for name in ids], language)
        several = len({hit.document for hit in search.hits}) > 1
        for citation in nearest:
            yield f"{names[citation.document] if several else ''}{citation.breadcrumb}"


def _looked_for(asked: Understanding) -> tuple[str, ...]:
    """Give what a question is about, in its own words and in the language of the reply."""
    words = topics_as_written(asked.core)
    if asked.language == "en":
        words = tuple(word for word in words if word.isascii())
    return words[:LOOKED_FOR]
