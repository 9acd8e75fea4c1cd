"""The headings that a question may name: those of sections with others below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.citations import english_heading
from bot.plain_words import topic_words, topics_as_written
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import HAN, normalise
from corpus.sections import Section
from corpus.terms import Term, find_terms, term_spans
from index.lexical import stem, words

# The words of a Chinese compound, two characters each, the first perhaps three: 信息, 安全.
PAIR = re.compile("[a-z0-9.+-]+|[^a-z0-9]{2,3}(?=(?:[^a-z0-9]{2})*(?:[a-z0-9]|$))")
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
# What a question calls the part that it names: 物联网那一节, "the section on chips".
LABEL = re.compile(
    r"(?:的)?[那这该](?:一|个|一个)?(?:小节|章节|部分|条目|[节章条块段])(?:里面?|当中|中|上)?(?:的|所)?|"
    r"(?:的)?(?:小节|章节|(?<!大)部分|(?<![环季])节|(?<![规印])章)(?=的?内容|里|中|主要|都|讲|说|写|\W*$)|"
    r"\b(?:section|part|chapter|heading) (?:on|about|called|titled|entitled|headed|named|for|"
    r"dealing with|covering|that (?:covers|deals with))\b|"
    r"(?<=\w )(?:section|chapter|part)(?=\W*$|\W* (?:says?|covers?|contains?|about)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section and its heading in the form in which it is looked for."""

    section: Section
    plain: str
    rendered: str
    stems: frozenset[str]  # of the heading in English, those of its topic where it has any
    terms: frozenset[Term]
    is_parent: bool  # other sections stand below

    def says(self, word: str, language: Language) -> bool:
        """Say whether a word of a question stands in the heading."""
        return word in (self.stems if language == "en" and not HAN.search(word) else self.plain)

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
        plain = normalise(section.heading)
        terms = frozenset(find_terms(f"{plain} {rendered}"))
        found.append(Heading(section, plain, rendered, stems, terms, is_parent))
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
    topics = _topics(question, language)
    spoken = words(question, language)

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


def only_said(question: str, language: Language, headings: Sequence[Heading]) -> Section | None:
    """
    Find the one section whose heading says all that a question is about; None of several.

    A known thing is said by any of its names: ``"三网融合"`` means 深入推进“三网融合”集成应用.
    """
    plain = normalise(question)
    terms = set(find_terms(plain))
    for start, end in term_spans(plain):
        plain = f"{plain[:start]}{' ' * (end - start)}{plain[end:]}"
    topics = _topics(plain, language)
    saying = [
        heading
        for heading in headings
        if terms <= heading.terms and all(heading.says(topic, language) for topic in topics)
    ]
    spoken = words(question, language)
    exact = [heading for heading in saying if heading.share(spoken, language) == 1]
    found = [heading.section for heading in exact or saying]
    if len(found) > 1:  # the one over all others stands for them
        found = [s for s in found if all(o is s or o.parent == s.ref for o in found)]
    return found[0] if len(found) == 1 and (terms or topics) else None


def widened(
    section: Section, question: str, language: Language, headings: Sequence[Heading]
) -> Section:
    """
    Give the section around one that says as much of a question word by word, else the section.

    信息安全保障那一节 is 提升信息产业安全保障能力 with all below it, not the one item of it that is
    headed 提升工业信息安全保障能力.
    """
    parent = next((h for h in headings if h.section.ref == section.parent), None)
    topics = _topics(question, language)
    parts = topics if language == "en" else [p for topic in topics for p in PAIR.findall(topic)]
    own = next(h for h in headings if h.section == section)
    exact = own.share(words(question, language), language) == 1
    if parent is None or exact or not parts:
        return section
    return parent.section if all(parent.says(part, language) for part in parts) else section


def _topics(question: str, language: Language) -> list[str]:
    """Give the words that say what a question is about, each once; of English ones the stems."""
    topics = [normalise(word) for word in topic_words(question)]
    if language == "en":
        stems = [stem for topic in topics for stem in words(topic, language)]
        topics = [stem for stem in stems if stem not in GENERAL] or stems
    return list(dict.fromkeys(topics))
