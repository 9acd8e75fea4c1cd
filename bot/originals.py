"""
What an English reader is told of a Chinese passage that has no English text.

Nothing is translated. What is certain without translating is given in the order in which it
stands: numbers with units, dates, bodies, the words that say must, may or must not, and other
words of fixed meaning. The passage itself is the citation's quote.
"""

import re
from collections.abc import Iterable

from bot.amounts import english_quantity
from bot.citations import english_heading, english_label, sentence_text
from bot.days import day_in
from bot.reply import Citation
from bot.strings import Strings
from bot.times import english_times
from corpus.dates import find_dates
from corpus.document import Document
from corpus.english_bodies import find_english_bodies
from corpus.fixed_words import find_fixed_words
from corpus.language import Language, detect_language
from corpus.normalise import HAN
from corpus.quantities import find_quantities
from corpus.sections import PREAMBLE, Section
from corpus.sentences import on_one_line

MOST = 24  # words of one sentence
LONGEST = 40  # characters of a heading that is read
SMALL = re.compile("[一两二三][个项种类家](?!月|百分)")  # 一个, 两类: they tell little
Part = tuple[int, int, str]


def shown_text(
    document: Document,
    section: Section,
    start: int,
    end: int,
    language: Language,
    strings: Strings,
) -> str:
    """Give a span in the answer's language, or what is certain of it where it has none."""
    text = sentence_text(document, start, end, language)
    if text is not None:
        return text
    passage = document.text[start:end]
    if language == "zh":
        name = section.ref
        numbers = (passage[q.start : q.end] for q in find_quantities(passage))
        words = "、".join(map(on_one_line, numbers))
    else:
        name = place_name(document, section)
        words = " … ".join(certain_words(passage))
    template = strings.original_words if words else strings.original_only
    return template.format(name=name, words=words)


def original_notices(
    citations: Iterable[Citation], language: Language, strings: Strings
) -> tuple[str, ...]:
    """Say of each document whose cited words are of another language that it is not translated."""
    titles = [c.title for c in citations if not c.rendering and _is_other(c.quote, language)]
    return tuple(strings.original_notice.format(title=title) for title in dict.fromkeys(titles))


def _is_other(quote: str, language: Language) -> bool:
    return detect_language(quote) != language and (language == "zh" or bool(HAN.search(quote)))


def place_name(document: Document, section: Section) -> str:
    """
    Name a section by its number and what is certain of its heading.

    ``Article 19 “probation period”``. An article stands alone; another section is named with
    those above it.
    """
    if section.ref == PREAMBLE:
        return "Preamble"
    path = document.path(section)
    articles = [n for n, step in enumerate(path) if step.label.endswith(("条", "條"))]
    numbers = " ".join(english_label(step) for step in path[articles[-1] if articles else 0 :])
    heading = english_heading(document, section) if len(section.heading) <= LONGEST else ""
    return f"{numbers} “{heading}”" if heading else numbers


def certain_words(text: str) -> list[str]:
    """
    Give the English of what is certain in a Chinese text, in its order, each once.

    ``试用期不得超过六个月 -> probation period, at most 6 months (不得超过六个月)``
    """
    found: list[Part] = []
    for day in find_dates(text):
        found.append(_printed(text, day.start, day.end, day_in(day.iso, "en")))
    found += [_printed(text, *time) for time in english_times(text)]
    for q in find_quantities(text):
        if not SMALL.fullmatch(text[q.start : q.end]):
            found.append(_printed(text, q.start, q.end, english_quantity(q)))
    found += [(word.start, word.end, word.english) for word in find_fixed_words(text)]
    found += find_english_bodies(text)
    kept: list[Part] = []
    taken = 0
    for part in sorted(found, key=lambda part: (part[0], -part[1])):
        if part[0] >= taken:
            kept.append(part)
            taken = part[1]
    return list(dict.fromkeys(english for _, _, english in kept))[:MOST]


def _printed(text: str, start: int, end: int, english: str) -> Part:
    """Put what is printed behind its English, so that it can be compared with the quote."""
    printed = "".join(text[start:end].split())
    return start, end, english if printed.isascii() else f"{english} ({printed})"
