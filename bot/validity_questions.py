"""
Questions for a document's force: is it still valid, since when, until when, what repealed it.

They are answered from the sentences that date the document, or that repeal it in another one.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.citations import CitationList, answer_from, refusal_from, sentence_text, title_of
from bot.days import day_in
from bot.instructions import drop_instructions
from bot.plain_words import topic_words
from bot.reply import Answer, CitedSentence, Clarification, Refusal
from bot.strings import Strings
from bot.understanding import Understanding
from bot.validity import Force, Ruling, Validity, repeal, section_at, verdict
from bot.validity_asked import (
    DOCUMENT,
    FILLER,
    STILL,
    asks_repeals,
    asks_validity,
    asks_which,
    has_topic,
)
from corpus.document import Document
from corpus.document_numbers import find_numbers
from corpus.normalise import normalise
from corpus.relations import number_key, same_document
from corpus.sentences import split_sentences
from corpus.title_forms import notice_of, title_key
from corpus.validity import Clause
from index.library import Index
from index.retriever import Search

QUOTED = re.compile("《(?P<title>[^》]{2,80})》|“(?P<english>[^”]{4,160})”")
CHOICES = 5
SHORTEST = 4  # characters of a title that is looked for in a question without quotes
# The title of a law or rule before what is asked of its force: 渔港条例什么时候实施.
MISSING = re.compile(
    r"([\u4e00-\u9fff]{3,24}(?:条例|办法|规定|细则|[^办方做司合]法))"
    rf"(?:是|从|自|到底|究竟|现在|目前|还|已经?|正式)*(?:{STILL.pattern})"
)
DATED = re.compile(f"{STILL.pattern}|{FILLER.pattern}|正式|{DOCUMENT}")


class ValidityQuestions:
    """Answers questions for the force of an index's documents."""

    def __init__(self, index: Index, validity: Validity) -> None:
        self._index = index
        self._validity = validity

    def answer(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
        today: datetime.date,
    ) -> Answer | Refusal | Clarification | None:
        """Answer such a question; None where the question is another."""
        question, _ = drop_instructions(asked.question)
        if not asks_validity(question, limited=len(scope) == 1):
            return None
        named = self._named(question, scope)
        if not named and asks_which(question):
            return self._out(asked, search, strings, scope, today)
        if not named and (gone := self._repealed(question)):
            return self._gone(asked, search, strings, *gone)
        quoted = QUOTED.search(question)
        if not named and quoted and quoted["title"]:
            return self._missing(asked, search, strings, quoted["title"])
        documents = named or (scope if len(scope) == 1 else self._found(asked, search, scope))
        if not documents:
            missing = MISSING.search(normalise(asked.core))
            return self._missing(asked, search, strings, missing[1]) if missing else None
        if len(documents) != 1:
            titles = [title_of(document, asked.language) for document in documents]
            options = tuple(strings.still_in_force.format(title=t) for t in dict.fromkeys(titles))
            return Clarification(
                asked.question, asked.language, strings.which_in_force, options, search.hits
            )
        if asks_repeals(question):
            return self._ends(asked, search, strings, documents[0])
        return self._state(asked, search, strings, self._validity.of(documents[0], today))

    # Which document

    def _named(self, question: str, scope: Sequence[Document]) -> tuple[Document, ...]:
        """Find the documents whose title or number the question prints."""
        numbers = {number_key(number) for number in find_numbers(question)}
        by_number = [d for d in scope if d.number and number_key(d.number) in numbers]
        if by_number:
            return tuple(by_number)
        text = title_key(question)
        quoted = [title_key(m["title"] or m["english"]) for m in QUOTED.finditer(question)]
        found: list[Document] = []
        for document in scope:
            titles = (document.title, document.outer_title, title_of(document, "en"))
            keys = [title_key(title) for title in titles if title]
            keys += [key[place:] for key in keys if (place := key.find("关于")) > 0]
            if any((len(key) >= SHORTEST and key in text) or key in quoted for key in keys):
                found.append(document)
        return tuple(found)

    def _repealed(self, question: str) -> tuple[str, Ruling] | None:
        """Find a document that the question names and that only a repeal tells of."""
        text = title_key(question)
        numbers = find_numbers(question)
        for document in self._index.documents:
            for relation in document.relations:
                if relation.kind != "repeals":
                    continue
                title = relation.title or ""
                inner = notice_of(title) or title
                keys = {title_key(title), title_key(inner)}
                by_title = any(len(key) >= SHORTEST and key in text for key in keys)
                if by_title or (relation.number and relation.number in numbers):
                    return inner.strip("《》〈〉") or relation.number or "", Ruling(
                        document, relation
                    )
        return None

    def _missing(
        self, asked: Understanding, search: Search, strings: Strings, title: str
    ) -> Refusal:
        """Say that a document which the question names by its title is not there."""
        told = strings.not_held.format(title=title)
        return refusal_from(asked, "missing_term", told, search)

    def _found(
        self, asked: Understanding, search: Search, scope: Sequence[Document]
    ) -> tuple[Document, ...]:
        """
        Take the best hit's document where the question has a topic, else the first few.

        Of a notice that only extends another document's term, it is that document.
        """
        ids = dict.fromkeys(hit.document for hit in search.hits)
        documents = tuple(self._index.document(id) for id in ids)  # noqa: A001
        if not has_topic(asked.core, asked.language):
            return documents[:CHOICES]
        return tuple(_extended(d, scope) for d in documents[:1] if is_about(asked, d))

    # What is said of it

    def _state(
        self, asked: Understanding, search: Search, strings: Strings, force: Force
    ) -> Answer | Refusal:
        citations = CitationList(self._index, asked.language)
        sentences = self._proof(asked, citations, strings, force)
        told = verdict(force, asked.language, strings)
        if not sentences:
            told_by = [r for r in force.document.relations if r.kind == "extends" and r.date]
            for relation in told_by:
                until = strings.in_force_until.format(
                    date=day_in(relation.date or "", asked.language)
                )
                ruling = Ruling(force.document, relation)
                sentences += self._ruling(asked, citations, until, ruling)
            told = "" if sentences else told
        if not sentences:
            return refusal_from(asked, "missing_detail", told, search)
        return answer_from(asked, sentences, citations, search, opening=told)

    def _ends(
        self, asked: Understanding, search: Search, strings: Strings, document: Document
    ) -> Answer | Refusal:
        """Give what a document itself repeals."""
        citations = CitationList(self._index, asked.language)
        found: dict[str, CitedSentence] = {}
        for relation in document.relations:
            if relation.kind == "repeals":
                title = relation.title or relation.number or ""
                for sentence in self._repeal(
                    asked, citations, strings, title, Ruling(document, relation)
                ):
                    found.setdefault(sentence.text, sentence)
        if not found:
            told = strings.repeals_none.format(title=title_of(document, asked.language))
            return refusal_from(asked, "missing_detail", told, search)
        return answer_from(asked, tuple(found.values()), citations, search)

    def _out(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
        today: datetime.date,
    ) -> Answer | Refusal:
        """List the documents that are not in force, each with the words that say so."""
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        marked: list[str] = []  # by their pages, in lines that are no part of the text
        for document in scope:
            force = self._validity.of(document, today)
            if force.state not in ("repealed", "void", "expired"):
                continue
            told = verdict(force, asked.language, strings)
            proof = [m for s in self._proof(asked, citations, strings, force) for m in s.citations]
            if proof:
                sentences.append(CitedSentence(told, tuple(dict.fromkeys(proof))))
            else:
                marked.append(told)
        if not sentences:
            told = "\n".join(marked) or strings.out_of_force_none
            return refusal_from(asked, "no_evidence", told, search)
        opening = strings.out_of_force.format(count=len(sentences))
        answer = answer_from(asked, sentences, citations, search, opening=opening)
        return replace(answer, notices=(*marked, *answer.notices))

    def _gone(
        self, asked: Understanding, search: Search, strings: Strings, title: str, ruling: Ruling
    ) -> Answer | Refusal:
        """Answer for a document that is known only from the one that repeals it."""
        citations = CitationList(self._index, asked.language)
        sentences = self._repeal(asked, citations, strings, title, ruling)
        told = repeal(title, ruling, asked.language, strings)
        return answer_from(asked, sentences, citations, search, opening=told)

    def _proof(
        self, asked: Understanding, citations: CitationList, strings: Strings, force: Force
    ) -> list[CitedSentence]:
        """Give the sentences on which a judgement rests."""
        if force.repealed and force.state == "repealed":
            return self._repeal(asked, citations, strings, force.document.title, force.repealed)
        found = list(self._clauses(asked, citations, strings, force))
        if force.extended:
            day = day_in(force.expires or "", asked.language)
            told = strings.in_force_until.format(date=day)
            found += self._ruling(asked, citations, told, force.extended)
        return found

    def _repeal(
        self,
        asked: Understanding,
        citations: CitationList,
        strings: Strings,
        title: str,
        ruling: Ruling,
    ) -> list[CitedSentence]:
        return self._ruling(asked, citations, strings.repeals.format(title=title), ruling)

    def _ruling(
        self, asked: Understanding, citations: CitationList, told: str, ruling: Ruling
    ) -> list[CitedSentence]:
        """Give the sentence in which another document rules; ``told`` where it has no English."""
        document, relation = ruling.document, ruling.relation
        section = section_at(document, relation.start)
        if section is None:
            return []
        marker = citations.cite(document, section, relation.start, relation.end)
        text = sentence_text(document, relation.start, relation.end, asked.language)
        return [CitedSentence(text or told, (marker,))]

    def _clauses(
        self, asked: Understanding, citations: CitationList, strings: Strings, force: Force
    ) -> Iterator[CitedSentence]:
        """Give the sentences that date the document, else the one that names its last year."""
        document = force.document
        dated = [c for c in document.validity if c.kind in ("effective", "expires")]
        told: set[str] = set()
        for clause in dated or [c for c in document.validity if c.kind == "horizon"]:
            start, end = _sentence(document, clause)
            section = section_at(document, start)
            text = sentence_text(document, start, end, asked.language)
            if not text and clause.date and clause.kind != "horizon":
                began = clause.kind == "effective"
                wording = strings.in_force_from if began else strings.in_force_until
                text = wording.format(date=day_in(clause.date, asked.language))
            if section and text and text not in told:
                told.add(text)
                yield CitedSentence(text, (citations.cite(document, section, start, end),))


def _extended(document: Document, scope: Sequence[Document]) -> Document:
    """Give the document whose term another one extends that has none itself, else that one."""
    if document.effective or document.expires:
        return document
    for relation in document.relations:
        for other in scope if relation.kind == "extends" else ():
            titles = tuple(t for t in (other.title, other.outer_title) if t)
            if other.id != document.id and same_document(relation, titles, other.number):
                return other
    return document


def is_about(asked: Understanding, document: Document) -> bool:
    """Say whether most of a Chinese question's topic stands in a document's titles."""
    if asked.language != "zh":
        return True
    titles = normalise(f"{document.title} {document.outer_title or ''}")
    topics = topic_words(DATED.sub(" ", normalise(asked.core)))
    return 2 * sum(word in titles for word in topics) >= len(topics)


def _sentence(document: Document, clause: Clause) -> tuple[int, int]:
    """Widen a clause to the sentence that it stands in."""
    section = section_at(document, clause.start)
    if section is None or clause.kind != "horizon":
        return clause.start, clause.end
    spans = split_sentences(document.text, section.start, section.end)
    return next((s for s in spans if s[0] <= clause.start < s[1]), (clause.start, clause.end))
