"""
Which of a body's tasks are about what a question names beside the body.

市科委在云计算方面负责什么 asks for the task headed by that topic, else for those whose text holds
it. A topic that only other sections hold is no topic of the body's tasks.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.citations import english_heading
from bot.plain_words import NO_TITLES, TitleWords, is_of_titles, topic_words, topics_as_written
from bot.registers import Place
from bot.translated_words import share_held, translations_of
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import HAN, normalise
from corpus.pinyin import romanise
from corpus.register import Task
from corpus.sections import Section
from corpus.terms import find_terms

# Where a question says that a thing is its topic: 在养老方面, "on elderly care".
CHINESE_TOPIC = re.compile(
    r"([\u4e00-\u9fffa-z0-9+“”\"-]{2,14}?)"
    r"(?:方面|领域|这一?块|这件事|上(?!述|面|的?任务)|(?:的)?相关的?(?:任务|工作|事))"
)
ENGLISH_TOPIC = re.compile(
    r"\b(?:on|about|regarding|concerning|relating to|related to|in (?:the )?(?:field|area)s? of|"
    r"in terms of|when it comes to)\b(?! board\b)(?: the)? ([a-z0-9][\w' /&+-]{2,60}?)"
    r"(?=\W*$|[,;:?.]| (?:does|do|is|are|must|should|has|have|will|name|list|involve)s?\b)"
)
# What a question leaves out: 除了养老,民政局还负责什么.
BESIDES = re.compile(
    r"除了?(?P<chinese>[^,，。?？]{2,20}?)(?:以外|之外|外)?[,，]|"
    r"\b(?:besides|apart from|other than|aside from|in addition to|except(?: for)?) "
    r"(?P<english>[^?,;.]+?)(?:,|(?=\W*$))",
    re.IGNORECASE,
)
# A document by what it is about: "on the 2030 harbour works task list".
OF_DOCUMENT = re.compile(
    r"\b(?:on|in|of|under|from) the ([\w' /&+-]{2,60}?) "
    r"(?:list|plan|measures|opinions|programme|policies|notice)\b"
    r"(?=\W*$|[,;:?.]| (?:does|do|is|are|must|should|has|have|will|names?|lists?|involves?)\b)",
    re.IGNORECASE,
)
TITLED = 0.5  # of its words must stand in the title
LEAST_SPELLED = 5  # letters of a name in pinyin
LEAD_IN = re.compile("^(?:关于|围绕|针对|就|在|对于|对|和|与|跟|的)+")
LEAST_HEADING = 3  # characters of a heading that a question names as its topic


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing, by all its names in normal form."""

    names: tuple[str, ...]
    is_marked: bool = False  # the question says that it is its topic

    def name(self, language: Language) -> str:
        """Give its first name in a language, else its first name."""
        alike = (name for name in self.names if name.isascii() == (language == "en"))
        return next(alike, self.names[0])

    def stands_in(self, text: str) -> bool:
        """Say whether a text in normal form holds one of the names, English ones as words."""
        return any(_holds(text, name) for name in self.names)


def topics_of(
    wording: str, places: Iterable[Place], title_words: TitleWords = NO_TITLES
) -> tuple[Topic, ...]:
    """
    Read the topics of a question in which the names of bodies are blanked out.

    They are the terms that everyone uses, the headings of tasks, and what the question itself
    marks as its topic. What the titles of all documents name is none, nor what calls one by its
    title.
    """
    places = tuple(places)
    wording = _without_document(wording, places)
    text = normalise(wording)
    found = [_topic(*term.chinese, *term.english) for term in find_terms(wording)]
    for document, task in places:
        section = document.section(task.ref)
        names = _headings(document, section) if section else ()
        if any(len(name) >= LEAST_HEADING and _holds(text, name) for name in names):
            found.append(_topic(*names))
    marked = [*CHINESE_TOPIC.findall(text), *ENGLISH_TOPIC.findall(text)]
    if not found:
        phrases = (phrase for part in marked for phrase in topics_as_written(LEAD_IN.sub("", part)))
        found += [_topic(phrase) for phrase in phrases]
    return tuple(
        replace(topic, is_marked=any(topic.stands_in(part) for part in marked))
        for topic in dict.fromkeys(found)
        if not _is_of_titles(topic, text, title_words)
    )


def _without_document(wording: str, places: Iterable[Place]) -> str:
    """Give a question without the words that call a document by its title."""
    named = OF_DOCUMENT.search(wording)
    if named is None:
        return wording
    words = topic_words(named[1])
    titles = {document.title for document, _ in places}
    is_title = any(_share_of_title(words, title) >= TITLED for title in titles)
    return wording.replace(named[0], " ") if is_title else wording


def _share_of_title(words: Sequence[str], title: str) -> float:
    """Give the share of words that a title holds: translated, or as it is read aloud."""
    read = (romanise("".join(re.findall(HAN, title))) or "").lower().replace("'", "")
    spelled = [word for word in words if len(word) >= LEAST_SPELLED and word in read]
    rest = [translations_of(word) for word in words if word not in spelled]
    held = len(spelled) + len(rest) * share_held(rest, normalise(title))
    return held / len(words) if words else 0.0


def _is_of_titles(topic: Topic, text: str, title_words: TitleWords) -> bool:
    """Say whether a text calls a topic only as the titles of all documents do."""
    called = [name for name in topic.names if name in text]
    return bool(called) and all(is_of_titles(name, title_words) for name in called)


def besides(wording: str) -> tuple[str, str]:
    """
    Part a question into what it asks for and what it leaves out.

    ``"除了养老,民政局还负责什么?" -> ("民政局还负责什么?", "养老")``
    """
    found = BESIDES.search(wording)
    if found is None:
        return wording, ""
    rest = f"{wording[: found.start()].rstrip()}{wording[found.end() :]}".strip()
    return rest, found["chinese"] or found["english"]


def tasks_headed_by(topics: Sequence[Topic], places: Sequence[Place]) -> tuple[Place, ...]:
    """Give the tasks whose headings hold every topic."""
    return tuple(place for place in places if _hold(topics, _head(*place)))


def tasks_about(topics: Sequence[Topic], places: Sequence[Place]) -> tuple[Place, ...]:
    """Give the tasks whose headings hold every topic, else those whose text does."""
    headed = tasks_headed_by(topics, places)
    return tuple(headed or [place for place in places if _hold(topics, _text(*place))])


def _topic(*names: str) -> Topic:
    return Topic(tuple(normalise(name) for name in names if name.strip()))


def _hold(topics: Sequence[Topic], text: str) -> bool:
    return all(topic.stands_in(text) for topic in topics)


def _holds(text: str, name: str) -> bool:
    if not name.isascii():
        return name in text
    words = (re.sub("(?:ies|es|s|y)$", "", word) or word for word in name.split())
    return all(re.search(rf"\b{re.escape(word)}(?:ies|es|s|y)?\b", text) for word in words)


def _headings(document: Document, section: Section) -> tuple[str, ...]:
    names = (section.heading, english_heading(document, section))
    return tuple(normalise(name) for name in names if name)


def _head(document: Document, task: Task) -> str:
    section = document.section(task.ref)
    headings = _headings(document, section) if section else ()
    return "\n".join((*headings, *dict.fromkeys(normalise(row.heading) for row in task.rows)))


def _text(document: Document, task: Task) -> str:
    section = document.section(task.ref)
    if section is None:
        return ""
    lists = document.lists.get(task.ref, ())
    starts = (section.start, *(item.end for item in lists))
    ends = (*(item.start for item in lists), section.end)
    parts = [document.text[start:end] for start, end in zip(starts, ends, strict=True)]
    if document.rendering and parts[0]:
        parts.append(document.rendering.text(starts[0], ends[0]))
    return normalise("\n".join(parts))  # a body's name in a list is no topic
