"""
Which documents there are: all of them, or those about something.

A document is about what its title names; where no title does, those are given that speak of it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from bot.citations import CitationList, answer_from, title_of
from bot.days import day_in
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.translated_words import translations_of
from bot.understanding import Understanding
from corpus.document import Document
from corpus.normalise import HAN, fold_script, normalise
from corpus.sections import Section
from corpus.terms import Term, find_terms
from index.library import Index
from index.retriever import Search

DOCUMENTS = "(?:政策)?(?:文件|文档)"
COUNTED = "(?:哪些|哪几份|哪几个|几份|几个|多少份|多少个?|什么)"
EVERY = re.compile(
    rf"^\W*(?:请问|目前|现在|你们?|您|系统|库|这里|里面?|一共|都|总共)*(?:收录|收|存|包含|包括|有)了?{COUNTED}"
    rf"{DOCUMENTS}\W*$|"
    r"\b(?:what|which|how many) (?:policy )?documents (?:do you (?:have|hold|know)|"
    r"(?:are|have been) (?:there|loaded|included|indexed|available))\W*$|"
    r"^\W*(?:please )?(?:list|show)(?: me)? (?:all )?(?:the |your )?(?:loaded )?documents\W*$",
    re.IGNORECASE,
)
ABOUT = re.compile(
    rf"(?:有|收录了?)(?:没有|{COUNTED})?(?:关于|有关|涉及|针对)(?P<a>[^,，。?？]{{2,20}}?)的{DOCUMENTS}|"
    rf"^\W*(?:请问)?(?:关于|有关|涉及|针对)(?P<b>[^,，。?？]{{2,20}}?)的{DOCUMENTS}(?:都|一共)?有{COUNTED}|"
    rf"哪(?:些|几份|几个){DOCUMENTS}(?:是)?(?:关于|有关|涉及|针对|提到|提及|写到|讲到|说到)了?"
    rf"(?P<c>[^,，。?？]{{2,20}}?)(?:的|方面的内容|的内容)?\W*$|"
    rf"^\W*(?:请问)?(?P<d>[^,，。?？]{{2,12}}?)(?:方面|领域)(?:的)?(?:都|一共)?有{COUNTED}{DOCUMENTS}\W*$|"
    r"\b(?:what|which|how many) (?:policy )?documents (?:do you have|are there|are) "
    r"(?:about|on|for|concerning|covering) (?P<e>[^?.,;]+)|"
    r"\b(?:what|which) (?:policy )?documents (?:mention|cover|concern|deal with|discuss|"
    r"talk about|speak of) (?P<f>[^?.,;]+)",
    re.IGNORECASE,
)
SMALL = frozenset("the a an of for on in and or to with any".split())
SHOWN = 60
LONGEST = 3  # words of an English topic that are put into Chinese one by one


def asks_held(question: str) -> bool:
    """Say whether a question is for documents, not for what they say."""
    text = fold_script(question)
    return bool(ABOUT.search(text) or EVERY.search(text))


def answer_held(
    asked: Understanding, search: Search, index: Index, strings: Strings, scope: Sequence[Document]
) -> Answer | None:
    """
    List the documents that a question asks for (:func:`asks_held`); None where none is found.

    :param scope: the documents that may be answered from
    """
    text = fold_script(asked.core)
    about = ABOUT.search(text)
    if about:
        topic = next(filter(None, about.groups())).strip()
        by_title = [d for d in scope if _holds(f"{d.title} {d.outer_title or ''}", topic)]
        found = by_title or [d for d in scope if _holds(d.text, topic)]
        template = strings.held_titled if by_title else strings.held_mentioning
        opening = template.format(topic=topic, count=len(found))
    else:
        found = list(scope)
        opening = strings.held_all.format(count=len(found))
    if not found:
        return None
    citations = CitationList(index, asked.language)
    sentences = [_named(document, citations, asked, strings) for document in found[:SHOWN]]
    more = strings.held_more.format(count=len(found) - SHOWN) if len(found) > SHOWN else ""
    return answer_from(asked, sentences, citations, search, opening=opening, closing=more)


def _holds(text: str, topic: str) -> bool:
    """
    Say whether a text holds what is asked for, in its own language or in Chinese.

    Of several English words the Chinese ones must stand together: leading talents is 领军人才.
    """
    plain = normalise(text)
    if normalise(topic) in plain:
        return True
    if HAN.search(topic):
        return False
    return any(chinese in plain for chinese in _in_chinese(topic.lower()))


@lru_cache(maxsize=64)
def _in_chinese(topic: str) -> tuple[str, ...]:
    """Give what an English topic may be called in Chinese: a term of its own, or word by word."""
    words = [word for word in re.findall(r"[\w&]+", topic) if word not in SMALL]
    terms = [name for term in find_terms(topic) for name in term.chinese if _is_whole(term, topic)]
    if not words or len(words) > LONGEST:
        return tuple(terms)
    parts = ([text for text in translations_of(word) if HAN.search(text)] for word in words)
    return (*terms, *("".join(texts) for texts in product(*parts)))


def _is_whole(term: Term, topic: str) -> bool:
    """Say whether a term is all of a topic, small words left out."""
    said = [word for word in re.findall(r"[\w&]+", topic) if word not in SMALL]
    return any(re.findall(r"[\w&]+", name.lower()) == said for name in term.english)


def _named(
    document: Document, citations: CitationList, asked: Understanding, strings: Strings
) -> CitedSentence:
    """Name a document with its number and date, citing where its title stands."""
    date = day_in(document.date, asked.language) if document.date else ""
    facts = strings.name_comma.join(filter(None, (document.number, date)))
    title = title_of(document, asked.language).strip("《》") or document.id
    text = f"《{title}》" + (f"({facts})" if facts else "")
    section, start, end = _title_place(document)
    return CitedSentence(text, (citations.cite(document, section, start, end),))


def _title_place(document: Document) -> tuple[Section, int, int]:
    """Give where a document's title stands; where it stands in no section, the first line."""
    at = document.text.find(document.title) if document.title else -1
    for section in document.sections:
        if section.start <= at < section.end:
            return section, at, at + len(document.title)
    section = document.sections[0]
    line = document.text[section.start : section.end].strip().split("\n")[0]
    start = document.text.index(line, section.start)
    return section, start, start + len(line)
