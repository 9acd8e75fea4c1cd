"""From a question to a reply: the whole pipeline on one screen."""

import datetime
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.body_questions import find_bodies, looks_common
from bot.citations import refusal_from, title_of
from bot.contents import Contents
from bot.counterparts import preferred
from bot.document_answers import DocumentAnswers
from bot.followup import with_history
from bot.held_documents import answer_held, asks_held
from bot.narrowing import ALL_HITS, HITS, Narrowing, with_rest
from bot.originals import original_notices
from bot.places import without_home, without_own_places
from bot.plain_words import TitleWords, shared_words
from bot.refusals import NEAREST, Refusals
from bot.register_answers import RegisterAnswers
from bot.registers import Registers
from bot.reply import Answer, Refusal, Reply
from bot.responsible import Responsible
from bot.rules import Rules
from bot.scoping import Reading, Scoping
from bot.several import joined, questions_in
from bot.spelling import Speller
from bot.staying import stays
from bot.strings import Strings, strings_for
from bot.successors import successor_notes, without_told_change
from bot.targets import Targets
from bot.together import Together
from bot.understanding import MAX_CHARACTERS, Understanding, read_like, understand
from bot.validity import Validity
from bot.validity_questions import ValidityQuestions
from bot.writer import ExtractiveWriter, Writer
from corpus.document import Document
from corpus.language import is_traditional
from corpus.normalise import normalise
from index.encoder import SentenceEncoder
from index.library import Index, build_index
from index.reranker import Reranker
from index.retriever import Retriever, Search
from index.store import newer_index

BEGINNING = 400  # characters of a question that is too long, whose language is told
WARM = 3  # documents whose facts are parsed beforehand


class Chatbot:
    """Answers questions over one index; safe to use from several threads."""

    def __init__(
        self,
        index: Index,
        encoder: SentenceEncoder,
        *,
        writer: Writer | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self.index = index
        self.encoder = encoder
        self.writer = writer or ExtractiveWriter()
        self.retriever = Retriever(index, encoder, reranker=reranker)
        self.contents = Contents(self.retriever)
        self.registers = Registers(index)
        self.narrowing = Narrowing(self.retriever, self.registers)
        self.responsible = Responsible(index, self.registers)
        self.targets = Targets(index)
        self.rules = Rules()
        self.refusals = Refusals(index, self.rules, self.registers, self.targets)
        self.register_answers = RegisterAnswers(
            index, self.registers, self.responsible, self.rules, self.refusals
        )
        self.document_answers = DocumentAnswers(
            self.retriever,
            self.writer,
            contents=self.contents,
            registers=self.registers,
            responsible=self.responsible,
            targets=self.targets,
            refusals=self.refusals,
        )
        self.validity = Validity(index)
        self.validity_questions = ValidityQuestions(index, self.validity)
        self.speller = Speller(index, encoder)
        self.scoping = Scoping(index, encoder, self.retriever.duplicates)
        self.together = Together(index, self.retriever.duplicates)

    def warm_up(self) -> None:
        """Load what the first questions would load: weights, word lists, the documents' facts."""
        for question in ("发展目标是什么?", "Who is responsible for the targets?"):
            self.reply(question)
        for document in self.index.documents[:WARM]:
            self.targets.of(document)
            self.document_answers.support.read(document)

    def with_documents(
        self, documents: Sequence[Document], *, known: "Chatbot | None" = None
    ) -> "Chatbot":
        """
        Make a chatbot that also knows these documents; only new texts are embedded.

        :param known: another chatbot that knows these documents, whose vectors are taken over
        """
        ids = {document.id for document in documents}
        kept = [document for document in self.index.documents if document.id not in ids]
        held = self.index.joined(known.index) if known else self.index
        return self.over(build_index([*kept, *documents], self.encoder, known=held))

    def without_documents(self, ids: Collection[str]) -> "Chatbot":
        """Make a chatbot that no longer knows these documents; nothing is embedded."""
        kept = [document for document in self.index.documents if document.id not in ids]
        return self.over(build_index(kept, self.encoder, known=self.index))

    def refreshed(self) -> "Chatbot":
        """Give a chatbot over the stored index as it is now; itself where nothing is new."""
        newer = newer_index(self.index)
        return self.over(newer) if newer else self

    def over(self, index: Index) -> "Chatbot":
        """Make a chatbot with the same parts over another index."""
        return Chatbot(index, self.encoder, writer=self.writer, reranker=self.retriever.reranker)

    def reply(
        self,
        question: str,
        history: Sequence[tuple[str, str]] = (),
        *,
        documents: frozenset[str] | None = None,
        today: datetime.date | None = None,
    ) -> Reply:
        """
        Answer a question, or refuse, or ask back.

        :param history: earlier turns, oldest first, as (role, plain text)
        :param documents: ids to answer from; all when None
        :param today: the day that terms and horizons are compared with; the real one when None
        """
        started = time.perf_counter()
        today = today or datetime.date.today()
        reply = self._reply(question, history, documents, today)
        notices = (*reply.notices, *self._notices(reply, today))
        reply = replace(reply, hits=reply.hits[:HITS])
        elapsed = (time.perf_counter() - started) * 1000
        return replace(reply, question=question, notices=notices, elapsed_ms=elapsed)

    def _reply(
        self,
        question: str,
        history: Sequence[tuple[str, str]],
        documents: frozenset[str] | None,
        today: datetime.date,
    ) -> Reply:
        length = max(len(question), len(normalise(question[:MAX_CHARACTERS])))
        read = question if length <= MAX_CHARACTERS else question.strip()[:BEGINNING]
        asked = self.understand(read)
        strings = strings_for(asked.language, traditional=asked.traditional)
        if asked.only_instruction:
            return refusal_from(asked, "instruction", strings.instruction)
        if not any(character.isalnum() for character in asked.core):
            return refusal_from(asked, "empty", strings.empty)
        if length > MAX_CHARACTERS:
            message = strings.too_long.format(length=length, limit=MAX_CHARACTERS)
            return refusal_from(asked, "too_long", message)
        everything = self._scope(documents)
        if len(self.index.documents) > 1 and asks_held(asked.core):
            search = self.search(asked, documents)
            if held := answer_held(asked, search, self.index, strings, everything):
                return held
        reading = self.scoping.read(
            asked, history, everything, strings, self.rules.source(everything)
        )
        if not isinstance(reading, Reading):
            return replace(reading, hits=self.search(asked, documents).hits)
        if not reading.names and (kept := self._kept(asked, history, everything, strings, today)):
            return kept
        return self._answered_from(reading, history, documents, strings, today)

    def _kept(
        self,
        asked: Understanding,
        history: Sequence[tuple[str, str]],
        everything: tuple[Document, ...],
        strings: Strings,
        today: datetime.date,
    ) -> Answer | None:
        """
        Answer from the document that was talked of; None where it does not answer.

        A question that names a body is put to all documents: its tasks may lie in each of them.
        """
        reading = self.scoping.talked_of(asked, history, everything) if history else None
        if reading is None or len(reading.documents) == len(everything):
            return None
        if find_bodies(asked.core, self.registers.organisations(everything), asked.title_words):
            return None
        if not stays(asked, reading.documents, everything, self.search):
            return None
        found = self._answered_from(reading, history, None, strings, today)
        return found if isinstance(found, Answer) else None

    def _answered_from(
        self,
        reading: Reading,
        history: Sequence[tuple[str, str]],
        documents: frozenset[str] | None,
        strings: Strings,
        today: datetime.date,
    ) -> Reply:
        """Answer a question from one text of each document that it is limited to."""
        asked = reading.asked
        scope = self.retriever.duplicates.distinct(reading.documents)
        scope = preferred(scope, asked.language, self.index)
        if len(scope) < len(self.index.documents):
            documents = frozenset(document.id for document in scope)
        asked = replace(reading.asked, title_words=self._title_words(scope))
        reading = replace(reading, asked=asked)
        return self._answered(reading, history, documents, scope, strings, today)

    def _answered(
        self,
        reading: Reading,
        history: Sequence[tuple[str, str]],
        documents: frozenset[str] | None,
        scope: tuple[Document, ...],
        strings: Strings,
        today: datetime.date,
    ) -> Reply:
        """Answer a question that is read, from the documents that it is limited to."""
        asked = self._mended(with_history(reading.asked, self.scoping.bare_history(history)))
        listed, titles = self.registers.organisations(scope), asked.title_words
        core = without_told_change(asked.core, lambda text: find_bodies(text, listed, titles))
        asked = replace(asked, core=core)
        search = self.search(asked, documents)
        among = NEAREST if reading.local else 1  # its asker's place may be all that it names
        for local in (reading.own, reading.local):
            if local.intersection(hit.document for hit in search.hits[:among]):
                documents = local  # what its own documents say goes before national ones
                scope = tuple(document for document in scope if document.id in documents)
                search = self.search(asked, documents)
                break
        if found := self.validity_questions.answer(asked, search, strings, scope, today):
            return found
        listed = self.registers.organisations(scope)
        named = find_bodies(asked.core, listed, asked.title_words)
        mentions = without_own_places(asked.core, named, scope)
        common = bool(mentions) and all(map(looks_common, mentions))
        if common and self.contents.part_named(asked, search):
            mentions = ()  # radio administration is what a part is headed by
        is_named = bool(reading.names) and len(scope) == 1
        found = self.register_answers.answer(
            asked, mentions, search, strings, scope, self.search, is_named=is_named
        )
        if found is None and not mentions:
            found = self._several(asked, search, strings, scope)
        if found is None:
            narrow, narrowed = self.narrowing.narrowed(asked, search, mentions, scope)
            found = self.document_answers.answer(narrow, narrowed, strings, scope, reading.sides)
            if narrowed is not search:
                found = replace(found, hits=with_rest(narrowed, search))
        found = self.responsible.with_units(asked, found, strings)
        found = self.together.finish(
            found, reading.documents, strings, traditional=asked.traditional
        )
        notes = successor_notes(mentions, asked.language, strings)
        near = self.rules.near(asked, scope) if isinstance(found, Answer) else ()
        return replace(found, notices=(*near, *found.notices, *notes))

    def _mended(self, asked: Understanding) -> Understanding:
        """Mend misspelt words; what is asked for is read again from the mended question."""
        core = self.speller.correct(asked.core)
        return asked if core == asked.core else replace(read_like(asked, core), named=asked.named)

    def _several(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
    ) -> Answer | None:
        """Answer each of several questions in one by itself; None unless all have an answer."""
        parts = questions_in(asked.core)
        documents = frozenset(document.id for document in scope)
        answers: list[Answer] = []
        for part in parts:
            own = read_like(asked, part)
            found = self.search(own, documents)
            reply = self.document_answers.answer(own, found, strings, scope)
            if not isinstance(reply, Answer):
                return None
            answers.append(reply)
        return joined(asked, answers, search, self.index, strings) if answers else None

    def understand(self, question: str) -> Understanding:
        """Read a question of which it is not yet known what documents it is limited to."""
        return understand(question, self._title_words(self.index.documents))

    def search(self, asked: Understanding, documents: frozenset[str] | None = None) -> Search:
        """Search with the question; one that names a section finds it wherever it ranks."""
        k = ALL_HITS if asked.named else HITS
        question = without_home(asked.core, self._scope(documents), asked.title_words)
        return self.retriever.search(question, k=k, language=asked.language, documents=documents)

    def _scope(self, documents: frozenset[str] | None) -> tuple[Document, ...]:
        return tuple(d for d in self.index.documents if documents is None or d.id in documents)

    def _title_words(self, documents: Iterable[Document]) -> TitleWords:
        """Give the words that the titles of documents share."""
        return shared_words(self.index.derived(_titles, document) for document in documents)

    def _notices(self, reply: Reply, today: datetime.date) -> tuple[str, ...]:
        """Say of each cited document what keeps it from being in force, and its past horizon."""
        strings = strings_for(reply.language, traditional=is_traditional(reply.question))
        if isinstance(reply, Refusal) and reply.nearest:
            nearest = self.index.document(reply.nearest[0].document)
            told = self.validity.out_of_force(nearest, today, reply.language, strings)
            return (told,) if told and told not in reply.message else ()
        if not isinstance(reply, Answer):
            return ()
        ids = dict.fromkeys(citation.document for citation in reply.citations)
        cited = map(self.index.document, ids)
        notices = self.validity.notices(cited, today, reply.language, strings)
        notices += original_notices(reply.citations, reply.language, strings)
        told = {reply.opening, *(sentence.text for sentence in reply.sentences)}
        return tuple(notice for notice in notices if notice not in told)


def _titles(document: Document) -> str:
    """Give the titles of a document in all its languages."""
    return f"{document.title} {title_of(document, 'en')}"
