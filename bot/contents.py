"""
Answers that give what stands under a number or a heading, and what a document says of itself.

They are read from the section tree, complete and in its order.
"""

from collections.abc import Sequence

from bot.citations import (
    CitationList,
    answer_from,
    breadcrumb,
    cited_first,
    nearest_sections,
    refusal_from,
    title_of,
)
from bot.headings import (
    LABEL,
    Heading,
    all_headings,
    loosely_named,
    only_said,
    read_headings,
    widened,
)
from bot.imprint import imprint_answer
from bot.part_names import part_called
from bot.places import of_places_named
from bot.reply import Answer, CitedSentence, Clarification, Refusal
from bot.section_choices import (
    Places,
    labelled_so,
    names_whole,
    of_topic,
    which_document,
    which_section,
)
from bot.section_sentences import heading_sentence, opening_sentences, own_sentences
from bot.strings import Strings
from bot.summed_parts import SummedParts
from bot.together import document_names
from bot.understanding import SUMMARY, Understanding
from corpus.asked_numbers import unit_classes
from corpus.document import Document
from corpus.named_paths import resolve_all
from corpus.normalise import fold_script, normalise, to_traditional
from corpus.sections import PREAMBLE, Section
from index.retriever import Retriever, Search

HEADED = 3  # headings that are enough for a summary
PARENTS = 5  # best hits whose parents may be summed up
CANDIDATES = 3  # documents in which the part is looked for that a summary is asked of
HALF = 0.6  # of a parent's children must be among the best hits


class Contents:
    """Reads the section trees of an index's documents."""

    def __init__(self, retriever: Retriever) -> None:
        self._index = retriever.index
        self._duplicates = retriever.duplicates
        self._summed = SummedParts(retriever)

    # Sections named by number

    def section(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        scope: Sequence[Document],
        *,
        sides: Sequence[Sequence[Document]] = (),
    ) -> Answer | Clarification | Refusal | None:
        """
        Answer from the sections that the question names; ask back where several documents fit.

        :param sides: the documents of each name in the question, where it names several
        """
        every = [(d, found) for d in scope if (found := resolve_all(d, asked.named))]
        found = self._distinct(labelled_so(of_topic(every, asked.core), asked.core))
        if not found:
            return self._no_section(asked, search, strings, scope)
        if len(found) > 1 and len(sides) < len(found):
            return which_section(asked, search, strings, found)
        places = [(document, section) for document, sections in found for section in sections]
        return self._contents(asked, search, strings, *places)

    def _distinct(self, found: Sequence[Places]) -> list[Places]:
        """Leave out the sections of documents that are copies of one before them."""
        kept = self._duplicates.distinct([document for document, _ in found])
        return [(document, sections) for document, sections in found if document in kept]

    def _which_document(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Clarification | None:
        """Ask which document is meant by a question about one as a whole; None where one is left."""
        return which_document(asked, search, strings, self._duplicates.distinct(scope))

    def _no_section(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Refusal | None:
        """Refuse a number that no document has; a text without numbered parts is searched."""
        if not any(section.ref != PREAMBLE for d in scope for section in d.sections):
            return None
        missing = [n for n in asked.named if not any(resolve_all(d, [n]) for d in scope)]
        paths = strings.comma.join(
            " ".join(named.steps).strip() for named in missing or asked.named
        )
        message = strings.section_missing.format(path=paths)
        nearest = nearest_sections(self._index, search, 3, asked.language)
        return refusal_from(asked, "no_evidence", message, search, nearest)

    def _contents(
        self,
        asked: Understanding,
        search: Search,
        strings: Strings,
        *places: tuple[Document, Section],
    ) -> Answer | None:
        """Give all of sections: their own sentences, and what stands below them."""
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        for document, section in places:
            sentences += own_sentences(document, section, citations, asked.language, strings)
            for child in document.children(section.ref):
                sentences += opening_sentences(document, child, citations, asked.language, strings)
                for grandchild in document.children(child.ref):
                    sentences.append(
                        heading_sentence(document, grandchild, citations, asked.language, strings)
                    )
        if not sentences:
            return None
        names = document_names([document for document, _ in places], asked.language)
        titles = [
            (names[document.id] if len(self._index.documents) > 1 else "")
            + breadcrumb(document, section, asked.language)
            for document, section in places
        ]
        opening = strings.semicolon.join(titles)
        if asked.traditional:
            opening = to_traditional(opening)
        promoted = cited_first(search, citations)
        return answer_from(asked, sentences, citations, promoted, opening=f"{opening}:")

    # Summaries and lists of what stands under a heading

    def named(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Answer with every section under the heading that the question names; else None."""
        found = self._part_called(asked, scope)
        every = asked.wants_all and not (asked.wants_quantity and unit_classes(asked.core))
        if found is None and (asked.intent == "summary" or every):
            found = self._parent_named(asked, scope)
        if found is None:
            return None
        document, sections = found
        return self._contents(asked, search, strings, *((document, s) for s in sections))

    def summary(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | Clarification | None:
        """Sum up what the question is about: the heading over the best sections; else None."""
        if names_whole(asked):
            if which := self._which_document(asked, search, strings, scope):
                return which
            return self._whole(asked, search, strings, scope[0]) if scope else None
        if found := self.part(asked, search, strings, parents=False):
            return found
        near = [
            self._index.document(name) for name in dict.fromkeys(h.document for h in search.hits)
        ]
        near = (of_places_named(asked.core, near) or near)[:CANDIDATES]
        found = self._summed.listed(asked, near) or self._parent_of_hits(search)
        found = found or self._summed.choose(asked, near) or self._best_hit(search)
        if found is None:
            return None
        document, sections = found
        said = only_said(_topic_of(asked), asked.language, self._headings_of(search))
        if said and said.parent != sections[0].ref:
            document, sections = self._index.document(search.hits[0].document), [said]
        return self._contents(asked, search, strings, *((document, s) for s in sections))

    def part(
        self, asked: Understanding, search: Search, strings: Strings, *, parents: bool = True
    ) -> Answer | None:
        """
        Answer with every section of the part that a question names in its own words; else None.

        :param parents: whether only a part with sections below is meant
        """
        found = self.part_named(asked, search, parents=parents)
        return self._contents(asked, search, strings, found) if found else None

    def part_named(
        self, asked: Understanding, search: Search, *, parents: bool = True
    ) -> tuple[Document, Section] | None:
        """Find the part of the best document that a question names in its own words."""
        if not search.hits:
            return None
        document = self._index.document(search.hits[0].document)
        headings = self._headings_of(search)
        text = _topic_of(asked)
        question = LABEL.sub(" ", text)
        labelled = question != text  # the section itself is called by its heading
        section = loosely_named(
            question, asked.language, headings, parents=parents and not labelled
        )
        if section is None and labelled:
            section = only_said(question, asked.language, headings)
        if section and labelled:
            section = widened(section, question, asked.language, headings)
        hits = [document.section(h.ref) for h in search.hits if h.document == document.id]
        is_hit = any(section in document.path(hit) for hit in hits if hit)
        return (document, section) if section and is_hit else None

    def _headings_of(self, search: Search) -> Sequence[Heading]:
        """Give all headings of the best document."""
        return self._index.derived(all_headings, self._index.document(search.hits[0].document))

    def _part_called(
        self, asked: Understanding, scope: Sequence[Document]
    ) -> tuple[Document, Sequence[Section]] | None:
        """Find the part of the one document that the question calls by a name of its kind."""
        if len(scope) != 1 or asked.intent not in ("lookup", "summary"):
            return None
        headings = self._index.derived(all_headings, scope[0])
        rendered = {heading.section.ref: heading.rendered for heading in headings}
        section = part_called(asked.core, scope[0], rendered)
        return (scope[0], [section]) if section else None

    def _parent_named(
        self, asked: Understanding, scope: Sequence[Document]
    ) -> tuple[Document, Sequence[Section]] | None:
        """Find the sections that the question names by number, or the one by its heading."""
        text = normalise(asked.core)
        for document in scope:
            if sections := resolve_all(document, asked.named):
                return document, sections
            for heading in self._index.derived(read_headings, document):
                named = (len(heading.plain) >= 4 and heading.plain in text) or (
                    len(heading.rendered) >= 12 and heading.rendered in text
                )
                if named:
                    return document, [heading.section]
        return None

    def _parent_of_hits(self, search: Search) -> tuple[Document, Sequence[Section]] | None:
        """
        Find the parent of the best hits where they are most of it.

        A parent counts by the share of its children among as many best hits as it has children
        and one more, and must hold at least half of them.
        """
        best: tuple[float, Document, Section] | None = None
        places = [(hit.document, hit.ref) for hit in search.hits]
        for hit in search.hits[:PARENTS]:
            document = self._index.document(hit.document)
            section = document.section(hit.ref)
            parent = document.section(section.parent) if section and section.parent else None
            if parent is None:
                continue
            children = [(document.id, child.ref) for child in document.children(parent.ref)]
            among = places[: len(children) + 1]
            share = sum(place in among for place in children) / len(children)
            if len(children) > 1 and share >= HALF and (best is None or share > best[0]):
                best = (share, document, parent)
        return (best[1], [best[2]]) if best else None

    def _best_hit(self, search: Search) -> tuple[Document, Sequence[Section]] | None:
        """Give the section of the best hit, unless it is the text before the first heading."""
        if not search.hits:
            return None
        document = self._index.document(search.hits[0].document)
        section = document.section(search.hits[0].ref)
        return (document, [section]) if section and section.ref != PREAMBLE else None

    def _whole(
        self, asked: Understanding, search: Search, strings: Strings, document: Document
    ) -> Answer | None:
        citations = CitationList(self._index, asked.language)
        upper = [s for s in document.sections if s.ref != PREAMBLE and s.level <= 2]
        headed = [section for section in upper if section.heading]
        if len(headed) >= HEADED:  # the chapters of a law stand for its articles
            upper = headed
        sentences = [
            heading_sentence(document, section, citations, asked.language, strings)
            for section in upper
        ]
        if not sentences:
            return None
        title = title_of(document, asked.language)
        return answer_from(asked, sentences, citations, search, opening=f"{title}:")

    # What a document says of itself

    def about(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | Clarification | Refusal | None:
        """Answer what is asked of a document itself: issuer, date, drafters, number and basis."""
        if which := self._which_document(asked, search, strings, scope):
            return which
        if not scope:
            return None
        return imprint_answer(asked, search, strings, scope[0], self._index)


def _topic_of(asked: Understanding) -> str:
    """Give a question, in simplified characters, without what asks for a summary."""
    return SUMMARY.sub(" ", fold_script(asked.core))
