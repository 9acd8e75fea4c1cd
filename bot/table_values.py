"""
The values of an indicator in a table: 灌溉水有效利用系数2020年是多少,2025年要到多少?.

A Chinese question names the row; of an English one it is the row that lies nearest to it in the
encoder's space, by a clear lead.
"""

import re
from collections.abc import Sequence

import numpy as np

from bot.citations import CitationList, answer_from, cited_first
from bot.originals import certain_words, place_name
from bot.plain_words import topic_words
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import HAN, normalise
from corpus.value_rows import YEAR, ValueRow, read_value_rows
from index.lexical import chinese_words
from index.retriever import Retriever, Search

Place = tuple[Document, ValueRow]
SHORTEST = 4  # characters of a name that a question holds
COSINE, LEAD = 0.5, 0.05  # of the nearest row, and before the next
NEAR = 10  # hits among whose sections the row of an English question stands
EACH_YEAR = re.compile(
    r"[各每逐]个?年度?|分年度?|\b(?:each|every|per|yearly|annual|annually|year by year)\b"
)
ENDINGS = "率量值数"  # a question need not say them: 用水量下降多少


class TableValues:
    """Reads the tables of indicators of an index's documents."""

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever
        self._index = retriever.index

    def answer(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Give the values of the row that a question asks for; None where it asks for none."""
        wanted = asked.wants_number or asked.wants_quantity or asked.years
        if asked.intent != "lookup" or not wanted:
            return None
        years = years_between(asked)
        places = [(d, row) for d in scope for row in self._index.derived(read_value_rows, d)]
        find = self._named if asked.language == "zh" else self._nearest
        found = [(d, row) for d, row in find(asked, search, places) if row.of_years(years)]
        if not found:
            return None
        citations = CitationList(self._index, asked.language)
        sentences = [
            sentence
            for document, row in found
            if (sentence := _sentence(document, row, years, asked.language, citations, strings))
        ]
        if not sentences:
            return None
        return answer_from(asked, sentences, citations, cited_first(search, citations))

    def _named(
        self, asked: Understanding, search: Search, places: Sequence[Place]
    ) -> Sequence[Place]:
        """Find the rows with the longest name that stands in a question, whole or by its words."""
        question = normalise(asked.core)
        said = set(chinese_words(question))
        fits = [(_length_said(row.plain, question, said), (d, row)) for d, row in places]
        longest = max((length for length, _ in fits), default=0)
        return [place for length, place in fits if longest and length == longest]

    def _nearest(
        self, asked: Understanding, search: Search, places: Sequence[Place]
    ) -> Sequence[Place]:
        """Find the row of a table among the best sections that is clearly the nearest."""
        near = {(hit.document, hit.ref) for hit in search.hits[:NEAR]}
        places = [(d, row) for d, row in places if (d.id, row.ref) in near]
        if not places or not asked.years:
            return ()
        encoder = self._retriever.encoder
        names = encoder.encode_passages([row.plain for _, row in places])
        topics = " ".join(topic_words(asked.core))
        cosines = names @ encoder.encode_queries([topics or asked.core])[0]
        order = np.argsort(-cosines)
        best = float(cosines[order[0]])
        lead = best - (float(cosines[order[1]]) if len(order) > 1 else 0.0)
        return [places[order[0]]] if best >= COSINE and lead >= LEAD else ()


def years_between(asked: Understanding) -> tuple[int, ...]:
    """Give the years of a question, and those between two where it asks for every one of them."""
    years = asked.years
    if len(years) == 2 and EACH_YEAR.search(normalise(asked.core)):
        return tuple(range(min(years), max(years) + 1))
    return years


def _length_said(name: str, question: str, said: set[str]) -> int:
    """Give how much of a row's name a question says: all of it, or nothing."""
    short = name.rstrip(ENDINGS)
    if len(short) >= SHORTEST and short in question:
        return len(short)
    words = [word for word in chinese_words(name) if len(word) > 1]
    return len("".join(words)) if len(words) > 1 and said.issuperset(words) else 0


def _sentence(
    document: Document,
    row: ValueRow,
    years: tuple[int, ...],
    language: Language,
    citations: CitationList,
    strings: Strings,
) -> CitedSentence | None:
    """Word the values of a row: ``农村自来水普及率(%):2020年97;2025年98``."""
    section = document.section(row.ref)
    if section is None:
        return None
    told: list[str] = []
    for column, value in row.of_years(years):
        if language == "zh":
            told.append(f"{column}{value}{row.unit if value[-1].isdigit() else ''}")
        elif (year := YEAR.search(column)) and (english := _in_english(row, value)):
            told.append(f"{year[0]}: {english}")
    if not told:
        return None
    values = strings.semicolon.join(told)
    if language == "zh":
        text = f"{row.name}{strings.colon}{values}{strings.full_stop}"
    else:
        text = strings.original_words.format(name=place_name(document, section), words=values)
    return CitedSentence(text, (citations.cite(document, section, row.start, row.end),))


def _in_english(row: ValueRow, value: str) -> str:
    """Give a value with its unit in English: ``25`` of 零售额(亿元) is 2.5 billion yuan."""
    if not value[-1].isdigit():
        return next(iter(certain_words(value)), "") if HAN.search(value) else value
    printed = f"{value}{row.unit or row.named_unit}"
    return next(iter(certain_words(printed)), value) if HAN.search(printed) else printed
