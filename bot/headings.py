"""The headings that a question may name: those of sections with others below."""

from dataclasses import dataclass

from bot.citations import english_heading
from corpus.document import Document
from corpus.normalise import normalise
from corpus.sections import Section


@dataclass(frozen=True, slots=True)
class Heading:
    """A section with others below it, and its heading in the form in which it is looked for."""

    section: Section
    plain: str
    rendered: str


def read_headings(document: Document) -> tuple[Heading, ...]:
    """Give a document's headings with sections below, in order."""
    parents = {section.parent for section in document.sections}
    return tuple(
        Heading(section, normalise(section.heading), normalise(english_heading(document, section)))
        for section in document.sections
        if section.ref in parents
    )
