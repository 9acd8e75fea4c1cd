"""Chunks: verbatim slices of one section each, small enough to embed."""

from dataclasses import dataclass

from corpus.document import Document
from corpus.sections import Section
from corpus.sentences import split_sentences, trim

MAX_CHARACTERS = 800  # of one chunk; longer sections are split at sentence ends


@dataclass(frozen=True, slots=True)
class Chunk:
    """``text == document.text[start:end]``, always."""

    id: str
    document: str
    ref: str
    start: int
    end: int
    text: str


def has_body(document: Document, section: Section) -> bool:
    """Say whether the section's own text is more than its heading."""
    start, end = trim(document.text, section.heading_end, section.end)
    return start < end if section.heading else section.start < section.end


def chunk_section(document: Document, section: Section) -> tuple[Chunk, ...]:
    """
    Cut a section's own text into chunks of at most ``MAX_CHARACTERS``, at sentence ends.

    A section whose own text is only its heading gives none.
    """
    if not has_body(document, section):
        return ()
    spans: list[tuple[int, int]] = []
    for start, end in split_sentences(document.text, section.start, section.end):
        if spans and end - spans[-1][0] <= MAX_CHARACTERS:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(
        Chunk(
            f"{document.id}#{section.ref}#{n}", document.id, section.ref, a, b, document.text[a:b]
        )
        for n, (start, end) in enumerate(spans)
        for a, b in [trim(document.text, start, end)]
    )


def chunk_document(document: Document) -> tuple[Chunk, ...]:
    """Cut all sections of a document, in order."""
    return tuple(c for section in document.sections for c in chunk_section(document, section))
