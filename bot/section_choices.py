"""
What a question says of the part that it names, and the choices where several parts fit.

A choice is worded so that it is understood as a question of its own.
"""

import re
from collections.abc import Sequence

from bot.citations import english_ref
from bot.places import of_places_named
from bot.plain_words import topic_words
from bot.reply import Clarification
from bot.strings import Strings
from bot.together import document_names
from bot.translated_words import share_held, translations_of
from bot.understanding import SUMMARY, Understanding
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import normalise
from corpus.sections import Section
from index.lexical import words
from index.retriever import Search

Places = tuple[Document, Sequence[Section]]
OPTIONS = 8  # of a clarification
WHOLE = re.compile(
    r"(?:这|该|本|整)(?:份|个|篇)?(?:文件|方案|规划|计划|政策|通知)|全文|全篇|文件|方案|"
    r"\b(?:this|the|whole|entire) (?:\w+ )?(?:document|plan|policy|notice|paper|text)\b",
    re.IGNORECASE,
)
PLAIN = frozenset(
    "内容 主要 介绍 大概 整体 全部 简单 简短 几句 话 讲 说 写 "
    "main content short brief whole".split()
)
ARTICLE = re.compile(r"第[^章节编部]{1,6}条|\barticle\b", re.IGNORECASE)
PART = re.compile(r"第[^章节条]{1,3}部分|\bparts? (?:[ivx]+|\d+)\b", re.IGNORECASE)


def names_whole(asked: Understanding) -> bool:
    """Say whether a summary is asked of the whole document: nothing else is named."""
    if not WHOLE.search(asked.core):
        return False
    rest = SUMMARY.sub(" ", WHOLE.sub(" ", asked.core))
    return not [word for word in words(rest, asked.language) if word not in PLAIN]


def which_section(
    asked: Understanding, search: Search, strings: Strings, found: Sequence[Places]
) -> Clarification:
    """Ask which document's section is meant; of many, those with the best hits are the options."""
    near = list(dict.fromkeys(hit.document for hit in search.hits))
    ranks = {name: rank for rank, name in enumerate(near)}
    ranked = list(found)
    if len(found) > OPTIONS:
        ranked.sort(key=lambda place: ranks.get(place[0].id, len(ranks)))
        del ranked[OPTIONS:]
    names = document_names([document for document, _ in ranked], asked.language)
    options = tuple(option_for(names[d.id], d, s[0], asked.language) for d, s in ranked)
    message = strings.which_section
    if len(found) > len(options):
        message = strings.which_of_many.format(count=len(found))
    return Clarification(asked.question, asked.language, message, options, search.hits)


def which_document(
    asked: Understanding, search: Search, strings: Strings, documents: Sequence[Document]
) -> Clarification | None:
    """
    Ask which document is meant by a question about one as a whole; None where only one may be.

    :param documents: one of each text
    """
    if len(documents) < 2:
        return None
    near = dict.fromkeys(hit.document for hit in search.hits)
    ranked = [d for name in near for d in documents if d.id == name][:OPTIONS]
    names = document_names(ranked, asked.language).values()
    options = tuple(ask_of(asked, name, strings) for name in names)
    message = strings.which_of_many.format(count=len(documents))
    return Clarification(asked.question, asked.language, message, options, search.hits)


def option_for(name: str, document: Document, section: Section, language: Language) -> str:
    """Word a choice so that it is understood as a question: document and section."""
    if language == "en":
        return f"{name}: {english_ref(document, section)}"
    outer = section.level == 1 and not section.ref.startswith("第")
    return f"{name}{f'第{section.ref}部分' if outer else section.ref}"


def ask_of(asked: Understanding, name: str, strings: Strings) -> str:
    """Put a question to one document: 这份文件 becomes its name."""
    if WHOLE.search(asked.core):
        return WHOLE.sub(lambda _: name, asked.core, count=1)
    return f"{name}{strings.colon}{asked.core}"


def of_topic(found: Sequence[Places], question: str) -> Sequence[Places]:
    """
    Keep the sections of documents of the place that a question names, or of the topic.

    A topic is one that the titles tell: 低空经济第十二条 is of the measures for 低空经济.
    """
    own = of_places_named(question, [document for document, _ in found])
    found = [(d, sections) for d, sections in found if d in own] or found
    topics = [translations_of(word) for word in dict.fromkeys(topic_words(question))]
    shares = [share_held(topics, normalise(document.title)) for document, _ in found]
    best = max(shares, default=0.0)
    return [place for place, share in zip(found, shares, strict=True) if share == best]


def labelled_so(found: Sequence[Places], question: str) -> Sequence[Places]:
    """Keep the sections that are called articles where the question calls them so, or parts."""
    articles = [(d, sections) for d, sections in found if _is_article(d, sections[0])]
    if articles and ARTICLE.search(question):
        return articles
    others = [(d, sections) for d, sections in found if not _is_article(d, sections[0])]
    return others if others and PART.search(question) else found


def _is_article(document: Document, section: Section) -> bool:
    """Say whether a section is an article, or stands in one."""
    labels = [step.label.lower() for step in document.path(section)]
    return any(label.endswith(("条", "條")) or label.startswith("article") for label in labels)
