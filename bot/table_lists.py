"""
Lists that are tables: 任务分解表里列了哪些项目, and what the table groups as 强化科技创新.

A question names a table by the line above it, or a group by the cell that its rows share. What
it says beside that chooses among the rows; where no row has it, the table is not what is asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.citations import CitationList, answer_from, cited_first, title_of
from bot.originals import shown_text
from bot.plain_words import topic_words
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.summed_parts import beside_title
from bot.together import document_names
from bot.translated_words import share_held, translations_of
from bot.understanding import Understanding, asks_whether
from corpus.document import Document
from corpus.listed_tables import ListedRow, ListedTable, read_listed_tables
from corpus.normalise import HAN, fold_script, normalise
from corpus.unit_columns import are_units
from index.lexical import chinese_words
from index.library import Index
from index.retriever import Search

NAMED = 0.5  # of the words above a table that a question says
TIME = re.compile(r"(?:(?:19|20)\d\d年)?\d{1,2}月底?|(?:19|20)\d\d年")
GROUP = 3  # characters of a cell that rows share, at least
TABLE = re.compile(r"表|清单|名单|名录|目录|台账|\b(?:table|list|schedule|annex|catalogue)\b", re.I)
OPEN = re.compile(r"哪|什么|啥|列出|列举|\b(?:what|which|list|give|name)\b", re.IGNORECASE)
OF_ROWS = re.compile("任务|项目|指标|工作|事项|工程|措施|举措|服务|内容")


@dataclass(frozen=True, slots=True)
class _Listed:
    """Rows of a table that fit a question, and how well the question names the table."""

    document: Document
    table: ListedTable
    rows: tuple[ListedRow, ...]
    fit: float


class TableLists:
    """Reads the tables of an index's documents as lists."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def answer(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Give the rows of the table, or of the group in one, that a question asks for."""
        question = normalise(fold_script(asked.core))
        if asked.intent not in ("lookup", "summary") or asked.wants_quantity:
            return None
        if asks_whether(question) or not (asked.intent == "summary" or OPEN.search(question)):
            return None
        found = list(self._found(question, asked, scope))
        if not found:
            return None
        order = {hit.document: -hit.rank for hit in reversed(search.hits)}
        best = max(found, key=lambda one: (one.fit, order.get(one.document.id, -len(order) - 1)))
        return self._worded(best, asked, search, strings)

    def _found(
        self, question: str, asked: Understanding, scope: Sequence[Document]
    ) -> Iterator[_Listed]:
        """Yield the tables of which a question asks for rows."""
        for document in scope:
            tables = self._index.derived(read_listed_tables, document)
            topics = topic_words(beside_title(asked, document)) if tables else ()
            for table in tables:
                group = max(
                    (cell for cell in _groups(table) if cell in question), key=len, default=""
                )
                fit = _fit(table, question, topics, document)
                named = fit >= NAMED and TABLE.search(normalise(asked.question))
                grouped = group and OF_ROWS.search(question)
                if not named and not grouped:
                    continue
                rows = tuple(row for row in table.rows if not group or group in row.cells)
                said = f"{_title(document)} {_named_by(table)} {group}"
                texts = [*map(translations_of, topics), *((t,) for t in TIME.findall(question))]
                rest = [one for one in texts if not share_held([one], said)]
                if rest:
                    rows = tuple(r for r in rows if share_held(rest, " ".join(r.cells)) == 1)
                if rows:
                    yield _Listed(document, table, rows, max(fit, 1.0 if group else 0.0))

    def _worded(
        self, listed: _Listed, asked: Understanding, search: Search, strings: Strings
    ) -> Answer:
        """Give the head of a table and rows of it, each cited."""
        document, language = listed.document, asked.language
        citations = CitationList(self._index, language)
        sentences: list[CitedSentence] = []
        head = listed.table.head
        with_head = [head] if head.ref == listed.rows[0].ref else []
        for row in (*with_head, *listed.rows):
            section = document.section(row.ref)
            assert section is not None
            marker = citations.cite(document, section, row.start, row.end)
            text = shown_text(document, section, row.start, row.end, language, strings)
            sentences.append(CitedSentence(text, (marker,), is_heading=row is head))
        name = document_names([document], language)[document.id]
        if language == "zh" and listed.table.caption not in name:
            name += listed.table.caption
        opening = strings.enumerated.format(name=name, count=len(listed.rows))
        promoted = cited_first(search, citations)
        return answer_from(asked, sentences, citations, promoted, opening=opening)


def _groups(table: ListedTable) -> set[str]:
    """Give the cells that several rows share, other than those of units and numbers."""
    found: set[str] = set()
    for column in zip(*(row.cells for row in table.rows), strict=False):
        for cell in set(column):
            shared = column.count(cell) > 1 and len(cell) >= GROUP and HAN.match(cell)
            if shared and not are_units(cell):
                found.add(cell)
    return found


def _title(document: Document) -> str:
    title = f"{document.title} {document.issuer or ''} {title_of(document, 'en')}"
    return normalise(title)


def _named_by(table: ListedTable) -> str:
    """Give what names a table beside its document's title: what stands above it, and its head."""
    return f"{table.caption} {' '.join(table.head.cells)}"


def _fit(table: ListedTable, question: str, topics: Sequence[str], document: Document) -> float:
    """
    Give how well a question names a table, beside what the document's title says: 0 to 1.

    In Chinese it is the share of the words above the table that are said; of an English question
    the share of its words that name the table.
    """
    title = _title(document)
    if HAN.search(question):
        words = [word for word in chinese_words(table.caption) if len(word) > 1]
        own = [word for word in words if word not in title] or words
        return sum(word in question for word in own) / len(own) if own else 0.0
    texts = [translations_of(topic) for topic in topics]
    own = [one for one in texts if not share_held([one], title)]
    return share_held(own, _named_by(table)) if own else float(bool(texts))
