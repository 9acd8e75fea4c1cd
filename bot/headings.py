"""The headings that a question may name: those of sections with others below."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.citations import english_heading
from bot.plain_words import topic_words, topics_as_written
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import normalise
from corpus.sections import Section
from index.lexical import stem, words

LISTED = ("等", "、", "和", "与", "及", "以及", "跟")
SHARE = 0.4  # of a heading that a question must say to mean it
WHOLE = 0.9  # of one with no sections below it
# What English headings of plans do with their topics: it tells no heading from another.
GENERAL = frozenset(
    stem(word)
    for word in (
        "accelerate achieve advance broaden build boost capability capacity comprehensively "
        "construct construction deepen develop development effort enhance expand foster further "
        "implement improve increase level make optimize optimise perfect promote raise "
        "reinforce speed step strengthen strive support upgrade vigorously work"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section and its heading in the form in which it is looked for."""

    section: Section
    plain: str
    rendered: str
    stems: frozenset[str]  # of the heading in English, those of its topic where it has any
    is_parent: bool  # other sections stand below

    def says(self, word: str, language: Language) -> bool:
        """Say whether a word of a question stands in the heading."""
        return word in self.plain if language == "zh" else word in self.stems

    def share(self, spoken: Sequence[str], language: Language) -> float:
        """Give the share of the heading that words of a question say."""
        if language == "en":
            return len(self.stems.intersection(spoken)) / max(len(self.stems), 1)
        said = [False] * len(self.plain)
        for word in spoken:
            at = self.plain.find(word)
            if at >= 0:
                said[at : at + len(word)] = [True] * len(word)
        return sum(said) / max(len(said), 1)


def read_headings(document: Document) -> tuple[Heading, ...]:
    """Give a document's headings with sections below, in order."""
    return tuple(heading for heading in all_headings(document) if heading.is_parent)


def all_headings(document: Document) -> tuple[Heading, ...]:
    """Give all headings of a document, in order."""
    parents = {section.parent for section in document.sections}
    found: list[Heading] = []
    for section in document.sections:
        rendered = normalise(english_heading(document, section))
        spoken = frozenset(words(rendered, "en"))
        stems = spoken - GENERAL or spoken
        is_parent = section.ref in parents
        found.append(Heading(section, normalise(section.heading), rendered, stems, is_parent))
    return tuple(found)


def loosely_named(
    question: str, language: Language, headings: Sequence[Heading], *, parents: bool = True
) -> Section | None:
    """
    Find the section that a question is about, named in its own words.

    What the question is about must stand in that heading, or be named beside it and stand right
    below, and no other heading may say as much of it, or a like part of itself: 网络等基础设施要
    怎么建 means 加快信息基础设施建设.

    :param parents: whether only a section with others below is meant
    """
    topics = [normalise(word) for word in topic_words(question)]
    spoken = words(question, language)
    if language == "en":
        stems = [stem for topic in topics for stem in words(topic, language)]
        topics = [stem for stem in stems if stem not in GENERAL] or stems
    topics = list(dict.fromkeys(topics))

    def weight(heading: Heading) -> tuple[int, float]:
        said = [topic for topic in topics if heading.says(topic, language)]
        told = sum(map(len, said)) if language == "zh" else len(said)
        return told, heading.share(spoken, language)

    best = max(headings, key=weight, default=None)
    if best is None or not topics or not weight(best)[0] or (parents and not best.is_parent):
        return None
    if sum(weight(heading) == weight(best) for heading in headings) > 1:
        return None
    below = [h for h in headings if h.section.parent == best.section.ref]
    text = normalise(question)
    phrases = [normalise(phrase) for phrase in topics_as_written(question)]
    listed = [p for p in phrases if any(f"{p}{j}" in text or f"{j}{p}" in text for j in LISTED)]

    def is_told(topic: str) -> bool:
        if best.says(topic, language):
            return True
        beside = any(topic in phrase for phrase in listed)
        return beside and any(heading.says(topic, language) for heading in below)

    told = all(map(is_told, topics))
    least = SHARE if best.is_parent else WHOLE
    return best.section if told and best.share(spoken, language) >= least else None
