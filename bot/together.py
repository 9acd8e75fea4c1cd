"""
Answers that cite several documents: which says what, and what several of them print.

A passage that stands in other documents too is shown once and cited in each; a sentence says of
which document it is where that changes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.citations import CitationList, title_of
from bot.reply import Answer, Citation, CitedSentence, Reply
from bot.strings import Strings
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import to_traditional
from index.duplicates import Duplicates, passage_key
from index.library import Index

COPIES = 3  # of a passage that are cited beside it
MARKS = "《》"


class Together:
    """Puts what documents say side by side, over one index."""

    def __init__(self, index: Index, duplicates: Duplicates) -> None:
        self._index = index
        self._duplicates = duplicates

    def finish(
        self, reply: Reply, scope: Sequence[Document], strings: Strings, *, traditional: bool
    ) -> Reply:
        """Cite a reply's passages in every document of the scope that prints them, and name it."""
        if not isinstance(reply, Answer) or len(scope) < 2:
            return reply
        answer = self._with_copies(reply, frozenset(document.id for document in scope))
        if len({citation.document for citation in answer.citations}) < 2:
            return answer
        return self._named(answer, strings, traditional)

    # The same passage in several documents

    def _with_copies(self, answer: Answer, scope: frozenset[str]) -> Answer:
        """Cite copies beside what is cited, and show a passage of two documents once."""
        citations = CitationList(self._index, answer.language)
        cited = {citation.marker: citation for citation in answer.citations}
        kept: dict[object, CitedSentence] = {}
        for place, sentence in enumerate(answer.sentences):
            markers: list[int] = []
            for old in (cited[marker] for marker in sentence.citations):
                for document, ref, start, end in self._places(old, scope):
                    section = document.section(ref)
                    assert section is not None
                    markers.append(citations.cite(document, section, start, end))
            merged = CitedSentence(
                sentence.text, tuple(dict.fromkeys(markers)), sentence.is_heading
            )
            said = passage_key(sentence.text)
            is_verbatim = any(passage_key(cited[m].quote) == said for m in sentence.citations)
            key: object = said if is_verbatim else place  # a task's name may be another's too
            before = kept.get(key)
            documents = {citation.document for m in sentence.citations if (citation := cited[m])}
            if before is None or not self._is_elsewhere(before, documents, citations):
                kept[key if before is None else place] = merged
            else:
                both = (*before.citations, *merged.citations)
                kept[key] = replace(before, citations=tuple(dict.fromkeys(both)))
        return replace(answer, sentences=tuple(kept.values()), citations=citations.all())

    def _places(
        self, citation: Citation, scope: frozenset[str]
    ) -> Iterable[tuple[Document, str, int, int]]:
        """Give the place that a citation names, then those of the same words elsewhere."""
        own = self._index.document(citation.document)
        yield own, citation.ref, citation.start, citation.end
        found = 0
        for passage in self._duplicates.passages(citation.document, citation.start, citation.end):
            if passage.document in scope and found < COPIES:
                found += 1
                document = self._index.document(passage.document)
                yield document, passage.ref, passage.start, passage.end
        if found or self._duplicates.passages(citation.document, citation.start, citation.end):
            return
        for document in self._duplicates.copies(own):
            section = document.section(citation.ref)
            if document.id not in scope or section is None:
                continue
            at = document.text.find(citation.quote, section.start, section.end)
            if at >= 0:
                yield document, citation.ref, at, at + len(citation.quote)

    @staticmethod
    def _is_elsewhere(before: CitedSentence, documents: set[str], citations: CitationList) -> bool:
        """Say whether a sentence was said of other documents, not of these."""
        held = {c.document for c in citations.all() if c.marker in before.citations}
        return not held & documents or documents < held

    # Which document says what

    def _named(self, answer: Answer, strings: Strings, traditional: bool) -> Answer:
        """Open each run of sentences of one document with its title."""
        by_marker = {citation.marker: citation.document for citation in answer.citations}
        every = [self._index.document(name) for name in dict.fromkeys(by_marker.values())]
        if len(self._duplicates.distinct(every)) < 2:
            return answer  # copies of one text
        names = self._names(every, answer.language)
        said: tuple[str, ...] = ()
        sentences: list[CitedSentence] = []
        for sentence in answer.sentences:
            documents = tuple(dict.fromkeys(by_marker[m] for m in sentence.citations))
            title = strings.comma.join(dict.fromkeys(names[name] for name in documents))
            new = documents and documents != said and not sentence.is_heading
            if new and not any(names[name] in sentence.text for name in documents):
                shown = to_traditional(title) if traditional else title
                sentence = replace(sentence, text=f"{shown}{strings.colon}{sentence.text}")
            said = documents
            sentences.append(sentence)
        return replace(answer, sentences=tuple(sentences))

    def _names(self, documents: Sequence[Document], language: Language) -> dict[str, str]:
        """Name documents; copies of one text have one name."""
        distinct = self._duplicates.distinct(documents)
        names = document_names(distinct, language)
        for document in distinct:
            for copy in self._duplicates.copies(document):
                names.setdefault(copy.id, names[document.id])
        return names


def document_names(documents: Sequence[Document], language: Language) -> dict[str, str]:
    """
    Name documents by their titles; those of one title by number, date or id as well.

    ``{"plan": "《海川市港口方案》", "plan-2": "《海川市港口方案》(plan-2)"}``
    """
    titles = {d.id: f"《{title_of(d, language).strip(MARKS)}》" for d in documents}
    counts = Counter(titles.values())
    names: dict[str, str] = {}
    for document in documents:
        name = titles[document.id]
        if counts[name] > 1:
            alike = [d for d in documents if titles[d.id] == name and d.id != document.id]
            own = next(
                fact
                for fact in (document.number, document.date, document.id)
                if fact and fact not in {f for d in alike for f in (d.number, d.date)}
            )
            name = f"{name}({own})"
        names[document.id] = name
    return names


def by_document(
    documents: Sequence[Document], counts: Sequence[str], language: Language, strings: Strings
) -> str:
    """Word the counts of documents: ``《A》7项、《B》5项``; empty for one document."""
    if len(documents) < 2:
        return ""
    names = document_names(documents, language)
    pairs = zip(documents, counts, strict=True)
    told = (f"{names[document.id]}{strings.space}{count}" for document, count in pairs)
    return strings.name_comma.join(told)
