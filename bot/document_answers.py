"""
Answers from the sections that a question names or that fit it best, or a refusal.

What can be given whole goes first: a section by its number, a list by its heading. Then it is
judged whether the evidence is enough, and only then answered from the best sections.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.age_brackets import answer_age
from bot.citations import refusal_from
from bot.comparison_sides import compares, of_one_side
from bot.comparisons import Comparisons, number_questions
from bot.contents import Contents
from bot.deadlines import answer_deadline
from bot.due_years import asks_when
from bot.enumerations import Enumerations
from bot.evidence import EvidenceReader
from bot.occurrences import Occurrences
from bot.parts import Parts
from bot.profile import asks_support
from bot.refusals import Refusals
from bot.registers import Registers
from bot.reply import Answer, Reply
from bot.responsible import Responsible
from bot.several import joined
from bot.strings import Strings
from bot.support import Support
from bot.table_lists import TableLists
from bot.table_values import TableValues
from bot.targets import Targets, asks_all_targets
from bot.understanding import Understanding, asks_whether, names_topic, read_like
from bot.writer import Writer
from corpus.document import Document
from index.retriever import Retriever, Search


class DocumentAnswers:
    """Answers from the sections of an index's documents."""

    def __init__(
        self,
        retriever: Retriever,
        writer: Writer,
        *,
        contents: Contents,
        registers: Registers,
        responsible: Responsible,
        targets: Targets,
        refusals: Refusals,
    ) -> None:
        index = retriever.index
        self.support = Support(index)
        self._retriever = retriever
        self._writer = writer
        self._contents = contents
        self._registers = registers
        self._responsible = responsible
        self._targets = targets
        self._refusals = refusals
        self._parts = Parts(index)
        self._occurrences = Occurrences(index)
        self._table_values = TableValues(retriever)
        self._table_lists = TableLists(index)
        self._comparisons = Comparisons(retriever)
        self._enumerations = Enumerations(index)

    def answer(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
        sides: Sequence[Sequence[Document]] = (),
    ) -> Reply:
        """
        Answer from the documents in scope, or refuse, or ask back.

        :param sides: the documents of each name in the question
        """
        if not names_topic(asked):
            return refusal_from(asked, "unclear", strings.unclear, search)
        reader = EvidenceReader(
            self._retriever, search, quantity=asked.wants_quantity, title_words=asked.title_words
        )
        found = self._named(asked, search, strings, scope, sides)
        found = found or self._of_each(asked, search, strings, sides)
        found = found or self._refusals.joint(asked, search, reader, strings)
        found = found or self._whole(asked, search, strings, scope)
        if found:
            return found
        refused = self._refused(asked, search, reader, strings, scope)
        return refused or self._evident(asked, search, reader, strings, scope, sides)

    def _of_each(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        sides: Sequence[Sequence[Document]],
    ) -> Answer | None:
        """Compare documents by what each answers to the question; None unless all of them do."""
        rest = of_one_side(asked.core) if len(sides) > 1 and not asked.named else ""
        own = read_like(asked, rest)
        if not rest or not names_topic(own):
            return None
        answers: list[Answer] = []
        for documents in sides:
            ids = frozenset(document.id for document in documents)
            found = self._retriever.search(
                own.core, k=len(search.hits), language=own.language, documents=ids
            )
            reply = self.answer(own, found, strings, documents)
            if not isinstance(reply, Answer):
                return None
            answers.append(reply)
        return joined(asked, answers, search, self._retriever.index, strings)

    def _named(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
        sides: Sequence[Sequence[Document]],
    ) -> Reply | None:
        """Answer from the section that the question names by number, or of a document itself."""
        if asked.intent == "section":
            return self._contents.section(asked, search, strings, scope, sides=sides)
        if asked.intent == "responsibility" and asked.named and not compares(asked.core):
            return self._responsible.responsible_for(asked, search, strings, scope)
        if asked.intent == "document":
            return self._contents.about(asked, search, strings, scope)
        return None

    def _whole(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Reply | None:
        """Give whole what the question asks for whole: all targets, all places of a name, parts."""
        if found := answer_deadline(asked, search, self._retriever.index, strings):
            if not self._refusals.ruled(asked, search, scope):
                return found
        if found := answer_age(asked, search, self._retriever.index, strings):
            return found
        if asks_all_targets(asked) and not self._refusals.ruled(asked, search, scope):
            if found := self._targets.listed(asked, search, strings, scope):
                return found
        for part in (
            self._occurrences.answer,
            self._table_values.answer,
            self._table_lists.answer,
            self._contents.named,
            self._parts.answer,
        ):
            if found := part(asked, search, strings, scope):
                return found
        if compares(asked.core) and (asked.wants_number or asked.wants_quantity):
            return self._numbers(asked, search, strings, scope)
        return None

    def _refused(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Reply | None:
        """Refuse; several numbers that each stand there are told, and support that is offered."""
        refused = self._refusals.refuse(asked, search, reader, strings, scope)
        if refused is None:
            return None
        if refused.reason == "no_evidence" and asks_support(asked):
            is_printed = partial(self._registers.is_printed, scope=scope)
            return None if self.support.offers(asked, scope, is_printed) else refused
        if refused.reason == "missing_number" and (parts := number_questions(asked.core)):
            return self._numbers(asked, search, strings, scope, parts) or refused
        return refused

    def _evident(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        strings: Strings,
        scope: Sequence[Document],
        sides: Sequence[Sequence[Document]],
    ) -> Reply:
        """Answer from the best sections, whose evidence is enough."""
        compared = self._comparisons.of_documents(asked, search, sides)
        compared = compared or self._comparisons.compare(asked, search, strings, scope)
        if compared:
            return compared
        if asked.intent == "responsibility":
            if found := self._responsible.responsible(asked, search, reader, strings, scope):
                return found
        if asked.intent == "summary":
            if found := self._contents.summary(asked, search, strings, scope):
                return found
        facts: Answer | None = None
        if asked.intent == "lookup":
            is_open = not (asked.wants_quantity or asks_whether(asked.core) or reader.defining)
            if is_open and (found := self._contents.part(asked, search, strings)):
                return found
            facts = self._facts(asked, search, reader, strings, scope)
        return self._writer.write(asked, search, reader, strings, facts)

    def _facts(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | None:
        """Answer with the enumeration, the number or the measures that are asked for; else None."""
        found = self._enumerations.answer(asked, search, reader, strings)
        found = found or self._targets.number(asked, search, reader, strings)
        if found is None and asks_support(asked) and not asks_when(asked.core):
            return self.support.answer(asked, search, reader, strings, scope)
        return found

    def _numbers(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
        parts: Sequence[str] = (),
    ) -> Answer | None:
        """
        State several numbers; that each stands in the documents is seen one by one.

        :param parts: the questions for one number each; those for the sides when empty
        """
        number = partial(self._targets.number, strings=strings)
        found = self._comparisons.numbers(asked, search, scope, number, parts)
        each = replace(asked, wants_quantity=False)
        return None if found and self._refusals.ruled(each, search, scope) else found
