"""Where a name stands in a document: found by the words themselves, so that none is left out."""

import re
from collections.abc import Iterator, Sequence

from corpus.document import Document
from corpus.normalise import HAN, normalise
from corpus.sections import Section
from corpus.sentences import split_sentences
from corpus.terms import find_terms
from index.lexical import stem

LATIN = re.compile(r"[a-z0-9]+")
LETTERS = 4  # of a word that all its forms begin with


def names_of_one(text: str) -> tuple[str, ...]:
    """Give all names of the one known thing in a text, normalised; none for several things."""
    terms = find_terms(text)
    if len(terms) != 1:
        return ()
    return tuple(normalise(name) for name in (*terms[0].chinese, *terms[0].english))


def near_names_of_one(text: str) -> tuple[str, ...]:
    """Give what documents print of things near the one known thing in a text, normalised."""
    terms = find_terms(text)
    return tuple(map(normalise, terms[0].near)) if len(terms) == 1 else ()


def is_printed_in(name: str, text: str) -> bool:
    """
    Say whether a text prints a name; both are in normal form.

    A name in Latin letters stands as whole words, in any form: ``sea charts`` prints ``sea chart``,
    but ``maintain`` does not print ``ai``.
    """
    if HAN.search(name):
        return name in text
    return f" {_stems(name)} " in f" {_stems(text)} "


def may_print(name: str, text: str) -> bool:
    """Say whether a long text in normal form may print a name: quick, and never wrong if not."""
    if HAN.search(name):
        return name in text
    return all(word[:LETTERS] in text for word in LATIN.findall(name))


def find_places(
    document: Document, names: Sequence[str]
) -> Iterator[tuple[Section, tuple[int, int]]]:
    """
    Give the sentences that print one of several names, in the source or in the rendering.

    :param names: in normal form
    :returns: sections with spans of the source, in document order
    """
    for section in document.sections:
        for start, end in split_sentences(document.text, section.start, section.end):
            text = document.text[start:end]
            if document.rendering:
                text = f"{text} {document.rendering.text(start, end)}"
            plain = normalise(text)
            if any(is_printed_in(name, plain) for name in names):
                yield section, (start, end)


def _stems(text: str) -> str:
    return " ".join(stem(word) for word in LATIN.findall(text))
