"""
What a question names outright: a section by number, a part by heading, a thing by any name.

No vector and no word tells 二(四) from 四(二), nor lists the sections of a body that is printed
under another name, nor knows that a section stands in the part 保障措施; the section tree and the
responsibility register do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile

import numpy as np

from corpus.document import Document
from corpus.everyday_words import everyday_words, official_words
from corpus.mentions import find_organisations
from corpus.named_paths import find_named_paths, resolve_all
from corpus.normalise import HAN, normalise
from corpus.organisations import Organisation, organisation_for, place_of
from corpus.register import read_register
from corpus.sections import PREAMBLE, Section
from corpus.terms import find_terms, other_names
from index.lexical import chinese_words
from index.library import Index

BODY_BONUS = 1.4  # added to the fused z-score of a section that names a body of the question
PART_BONUS = 0.6  # added to the sections below a heading that the question says
SAID = 4  # characters of a heading, one after the other, by which a question says it
PREAMBLE_MALUS = 0.2  # taken off the preamble of a document with sections: it answers least
PATH_LEAD = 1.0  # how far a section that is named by its number stands above all others
# The place that a title or an issuer begins with: 海川市人民政府, 中共海川市委
PLACE = re.compile(
    "(?:中共)?(?P<name>[\u4e00-\u9fff]{2,6}?)(?P<kind>省|市|自治区|自治州|州|盟|县|区|旗)"
)

Place = tuple[str, str]  # document id and ref


class Structure:
    """
    Knows the chunks of every section of an index, and the sections of every body.

    ``preambles`` marks the chunks before the sections of their document. *Shape:* ``(chunks,)``.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._chunks: dict[Place, list[int]] = defaultdict(list)
        for number, chunk in enumerate(index.chunks):
            self._chunks[chunk.document, chunk.ref].append(number)
        with_sections = {place[0] for place in self._chunks if place[1] != PREAMBLE}
        self.preambles = np.array(
            [c.ref == PREAMBLE and c.document in with_sections for c in index.chunks], dtype=bool
        )
        self._parts: tuple[tuple[frozenset[str], tuple[int, ...]], ...] | None = None
        self._bodies: dict[Organisation, set[Place]] | None = None

    def named_sections(self, question: str, documents: Iterable[Document]) -> list[int]:
        """Give the chunks of the sections that a question names by number, with all below them."""
        simple = normalise(question)
        named = find_named_paths(simple)
        found: list[int] = []
        for document in documents if named else ():
            for section in resolve_all(document, named):
                for part in _with_all_below(document, section):
                    found += self._chunks.get((document.id, part.ref), ())
        return found

    def without_place(self, question: str, documents: Iterable[Document]) -> str:
        """
        Leave out of a question the place of which all the documents are: it tells none apart.

        ``天津怎么吸引人才? -> 怎么吸引人才?``, where all are of 天津市; 天津港集团 is another word.
        """
        places = {self._index.derived(place_at_head, document) for document in documents}
        place = places.pop() if len(places) == 1 else None
        if place is None or place[0] not in question:
            return question
        words = (place[0], "".join(place))
        left = "".join(word for word in chinese_words(question) if word not in words)
        return left if len(left) >= SAID else question

    def other_names(self, question: str, documents: Iterable[Document]) -> tuple[str, ...]:
        """Give the documents' own names for what a question calls by another name."""
        everyday = everyday_words(question)
        if not everyday and not find_terms(question):
            return ()
        pairs = [self._index.derived(plain_texts, document) for document in documents]
        texts = [source for source, _ in pairs]
        if not HAN.search(question):
            texts += [rendered for _, rendered in pairs]
        return (*other_names(question, texts), *official_words(everyday, texts))

    def sections_of_parts(self, question: str) -> list[int]:
        """Give the chunks of the sections below the Chinese headings that a question says."""
        if self._parts is None:
            self._parts = tuple(self._read_parts())
        said = _pieces(normalise(question))
        return [chunk for pieces, chunks in self._parts if pieces & said for chunk in chunks]

    def sections_of_bodies(self, question: str) -> dict[int, int]:
        """Map the chunks whose lists name a body of the question to how many of them they name."""
        bodies = self._sections_by_body()
        counts: dict[int, int] = defaultdict(int)
        for body in find_organisations(question, bodies):
            for place in bodies[body]:
                for chunk in self._chunks.get(place, ()):
                    counts[chunk] += 1
        return counts

    def _read_parts(self) -> Iterator[tuple[frozenset[str], tuple[int, ...]]]:
        """Give what each heading with sections below is said by, and the chunks below it."""
        for document in self._index.documents:
            parents = {section.parent for section in document.sections}
            for section in document.sections:
                if section.ref in parents and HAN.search(section.heading):
                    below = _with_all_below(document, section)
                    chunks = (self._chunks.get((document.id, part.ref), ()) for part in below)
                    yield _pieces(normalise(section.heading)), tuple(chain.from_iterable(chunks))

    def _sections_by_body(self) -> dict[Organisation, set[Place]]:
        if self._bodies is None:
            self._bodies = defaultdict(set)
            for document in self._index.documents:
                place = place_of(document)
                for row in self._index.derived(read_register, document):
                    if not row.is_group and len(row.body) > 1:
                        body = organisation_for(row.body, place)
                        self._bodies[body].add((document.id, row.ref))
        return self._bodies


def place_at_head(document: Document) -> tuple[str, str] | None:
    """Give the place that a document's issuer or title begins with: ``("海川", "市")``."""
    for line in (document.issuer, document.outer_title, document.title):
        if found := PLACE.match(line or ""):
            return found["name"], found["kind"]
    return None


def plain_texts(document: Document) -> tuple[str, str]:
    """Give a document's text and its rendering, normalised for the look-up of names."""
    sentences = document.rendering.sentences if document.rendering else ()
    return normalise(document.text), normalise(" ".join(s.text for s in sentences))


def _pieces(text: str) -> frozenset[str]:
    """Give every piece of ``SAID`` characters of a text."""
    return frozenset(text[at : at + SAID] for at in range(len(text) - SAID + 1))


def _with_all_below(document: Document, section: Section) -> Iterable[Section]:
    """Give a section and all below it, which follow it in document order."""
    after = document.sections[document.sections.index(section) + 1 :]
    return [section, *takewhile(lambda following: following.level > section.level, after)]


def raise_named(
    fused: np.ndarray,
    candidates: np.ndarray,
    named: Iterable[int],
    parts: Iterable[int],
    counts: dict[int, int],
) -> np.ndarray:
    """
    Add to fused scores what a question names outright.

    :param fused: scores of the candidates. *Shape:* ``(n,)``, as ``candidates``
    :param named: chunks of sections named by number; they come first, in the order of their score
    :param parts: chunks of the sections below a heading that the question says
    :param counts: chunks with the number of bodies of the question that they name
    """
    raised = fused + BODY_BONUS * np.array([counts.get(int(i), 0) for i in candidates])
    raised += PART_BONUS * np.isin(candidates, list(parts))
    wanted = np.isin(candidates, list(named))
    if wanted.any() and not wanted.all():
        raised[wanted] += max(0.0, raised[~wanted].max() - raised[wanted].min()) + PATH_LEAD
    return raised
