"""Answers that all responsibility lists together give: which of them a question is for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.body_groups import NEGATION
from bot.body_questions import asks_tasks_of, find_bodies, without_count, without_names
from bot.chains import Chain, Chains, read_chain
from bot.citations import refusal_from
from bot.duties import Duties
from bot.left_out import bodies_left_out
from bot.named_in import NamedIn
from bot.plain_words import topics_beside_titles
from bot.refusals import Refusals
from bot.register_questions import Tally, read_tally
from bot.registers import Registers
from bot.reply import Reply
from bot.responsible import Responsible
from bot.rules import Rules
from bot.section_choices import WHOLE
from bot.strings import Strings
from bot.successors import asks_successor
from bot.tallies import Tallies
from bot.task_topics import besides
from bot.task_wording import names_of
from bot.understanding import Understanding
from corpus.document import Document
from corpus.mentions import Mention
from corpus.units import read_unit
from index.library import Index
from index.retriever import Search


class RegisterAnswers:
    """Answers from the register of an index's documents."""

    def __init__(
        self,
        index: Index,
        registers: Registers,
        responsible: Responsible,
        rules: Rules,
        refusals: Refusals,
    ) -> None:
        self._registers = registers
        self._rules = rules
        self._refusals = refusals
        self._duties = Duties(index, registers)
        self._named_in = NamedIn(index, registers)
        self._tallies = Tallies(index, registers)
        self._chains = Chains(responsible, self._tallies, self._duties)

    def answer(
        self,
        asked: Understanding,
        mentions: tuple[Mention, ...],
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
        find: Callable[..., Search],
        *,
        is_named: bool = False,
    ) -> Reply | None:
        """
        Answer from all responsibility lists: what bodies do, and what is counted over them.

        :param find: searches the documents with another question
        :param is_named: whether the question names the one document in scope
        :returns: None where the question is for something else
        """
        if asked.intent == "document":
            return None
        titles = asked.title_words
        wording = self._registers.without_part(asked.core, scope)
        tally = read_tally(wording, titles) if not mentions else None
        if tally is None and not mentions and is_named and _asks_for_all(asked):
            tally = Tally("all_bodies") if self._registers.tasks(scope) else None
        chain = None if mentions else read_chain(asked.core, titles)
        if left := bodies_left_out(wording, mentions):
            tally, chain = _without(
                left[0], read_tally(left[1], titles), read_chain(left[1], titles)
            )
        is_printed = partial(self._registers.is_printed, scope=scope)
        asks, left_out = besides(asked.core)
        listed = self._registers.organisations(scope)
        own = find_bodies(asks, listed, titles) if left_out else mentions
        core, named = (asks, own) if own else (asked.core, mentions)
        core = self._registers.without_part(core, scope)
        duties = not (tally or (left and chain)) and asks_tasks_of(core, named, is_printed, titles)
        if mentions and asks_successor(asked.core):
            bodies = [body for mention in mentions for body in mention.organisations]
            name = names_of(bodies, asked.language, strings)
            return refusal_from(asked, "no_evidence", strings.renamed.format(body=name), search)
        named_in = self._named_in.answer(asked, mentions, search, strings, scope)
        if named_in and not self._rules.beyond(asked, scope):
            return named_in
        if not (tally or duties or chain):
            return None
        beyond = self._rules.beyond(asked, scope)
        if duties:  # perhaps a detail of the tasks, or what became of them
            wording = NEGATION.sub(" ", without_names(asked.core, mentions))  # of bodies
            rest = replace(asked, core=without_count(wording))
            beyond = beyond or self._refusals.ruled(rest, search, scope)
        if beyond:
            return self._refusals.worded(asked, search, beyond, strings)
        if chain:
            ids = frozenset(document.id for document in scope)
            return self._chains.answer(asked, chain, partial(find, documents=ids), strings, scope)
        if tally:
            return self._tallies.answer(asked, tally, search, strings, scope)
        return self._duties.answer(asked, mentions, search, strings, scope)


def _asks_for_all(asked: Understanding) -> bool:
    """Say whether nothing is asked but who is responsible for a document as a whole."""
    rest = topics_beside_titles(WHOLE.sub(" ", asked.core), asked.title_words)
    return asked.intent == "responsibility" and not (asked.named or rest)


def _without(
    left_out: Sequence[Mention], tally: Tally | None, chain: Chain | None
) -> tuple[Tally | None, Chain | None]:
    """
    Leave bodies out of a count, or out of the one that a chain begins with.

    Groups are left out of the units of a task; other bodies are not: without them its list is
    another's.
    """
    bodies = tuple(body.printed for mention in left_out for body in mention.organisations)
    if tally and tally.kind == "tasks_by_units":
        groups = all(part.is_group for body in bodies for part in read_unit(body))
        tally = replace(tally, by_name=True) if groups else None
    elif tally:
        tally = replace(tally, left_out=bodies)
    counted = chain.tally if chain else None
    if chain and counted:
        chain = replace(chain, tally=replace(counted, left_out=bodies))
    return tally, chain if counted else None
