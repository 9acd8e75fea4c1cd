"""
Documents that are one text in two languages, or one text in several files.

A law and its English text are counterparts: a question is answered from the one that is in its
language. The pages of one long document, each a file, are parts of one text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.document import Document
from corpus.language import Language
from corpus.law_names import english_law, plain_name
from corpus.normalise import HAN
from corpus.sections import PREAMBLE
from index.library import Index

TAG = re.compile(
    r"(?:[_.-](?:zh|en|cn|chs|cht|eng|chi)(?:[-_]?(?:hans|hant|cn|tw|hk|us|gb))?)+$", re.IGNORECASE
)
OPENING = 4_000  # characters that tell the language of a document
CHINESE = 0.25  # share of Han characters from which a text is Chinese


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document shares with its counterpart: a law's name, a number and a day, a file's."""

    is_chinese: bool
    is_rendered: bool
    keys: frozenset[str]

    def speaks(self, language: Language) -> bool:
        """Say whether it can be read in a language: as it is, or by its rendering."""
        return (language == "zh") == self.is_chinese or (language == "en" and self.is_rendered)


def identity_of(document: Document) -> Identity:
    """Read what tells a document's counterpart."""
    opening = document.text[:OPENING]
    is_chinese = len(HAN.findall(opening)) > CHINESE * len(re.findall(r"\w", opening))
    law = english_law(document.title) if is_chinese else document.title
    keys = {f"law {plain_name(law)}"} if law else set()
    keys.add(f"file {TAG.sub('', document.id).casefold()}")
    number = re.findall(r"\d+", document.number or "")[-1:]
    days = {document.date, document.effective} - {None}
    keys.update(f"number {number[0]} {day}" for day in days if number)
    return Identity(is_chinese, document.rendering is not None, frozenset(keys))


def preferred(
    documents: Sequence[Document], language: Language, index: Index
) -> tuple[Document, ...]:
    """Leave out the documents that are also there in a question's language."""
    known = [(document, index.derived(identity_of, document)) for document in documents]
    own = {key for _, identity in known if identity.speaks(language) for key in identity.keys}
    return tuple(
        document
        for document, identity in known
        if identity.speaks(language) or not identity.keys & own
    )


def with_counterparts(documents: Iterable[Document], index: Index) -> tuple[Document, ...]:
    """Add to documents those that are one text with them in the other language."""
    kept = {document.id: document for document in documents}
    known = [index.derived(identity_of, document) for document in kept.values()]
    keys = {language: set[str]() for language in (True, False)}
    for identity in known:
        keys[identity.is_chinese] |= identity.keys
    for document in index.documents:
        identity = index.derived(identity_of, document)
        if identity.keys & keys[not identity.is_chinese]:
            kept.setdefault(document.id, document)
    return tuple(kept.values())


def are_parts(documents: Iterable[Document]) -> bool:
    """Say whether documents of one title share no section: the pages of one text."""
    documents = tuple(documents)
    refs = [section.ref for d in documents for section in d.sections if section.ref != PREAMBLE]
    return len({document.title for document in documents}) == 1 and len(refs) == len(set(refs))
