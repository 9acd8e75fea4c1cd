"""
Answers from what a document says of itself: who issued it, when, and under which number.

The facts are said first, then the lines of the preamble that print them.
"""

import re
from collections.abc import Iterable

from bot.citations import CitationList, answer_from, refusal_from, sentence_text, title_of
from bot.days import day_in
from bot.imprint_asked import BY_WHOM, WHEN
from bot.reply import Answer, CitedSentence, Refusal
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.dates import read_date
from corpus.document import Document
from corpus.language import Language
from corpus.organisations import english_unit, place_of
from corpus.sections import PREAMBLE
from corpus.sentences import split_sentences
from index.library import Index
from index.retriever import Search

WHO = re.compile(
    rf"{BY_WHOM.pattern}|哪(?:个|些|两个|几个)|\b(?:which|what) (?!day|date|year|is |was |number)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"文号|编号|几号文|\b(?:document|reference) number\b", re.IGNORECASE)
DRAFT = re.compile(
    r"起草|拟|制[定订]|写|编制|执笔|\bdraft|\bwrote\b|\bwritten\b|\bdr[ae]wn? up\b|\bdrew up\b|"
    r"\bauthor|\bprepared\b|\bformulat|\bcompiled\b|\bput together\b",
    re.IGNORECASE,
)
BASIS = re.compile(
    r"依据|根据|照着|对着|对应|贯彻|落实"
    r"|\bbased on\b|\bimplement|\bfollow|\brespond|\brest on\b|\bbehind\b",
    re.IGNORECASE,
)
# To whom it is addressed, and who consented to it: told by the lines themselves.
RECIPIENT = re.compile(
    r"(?:给|到|至|向)了?(?:谁|哪)|主送|收文|\bto (?:whom|which)\b|\baddressed\b|"
    r"\b(?:forwarded|sent|issued) to\b",
    re.IGNORECASE,
)
SALUTATION = re.compile("[:：]$")
APPROVAL = re.compile(r"批准|同意|\bapprov", re.IGNORECASE)
LINES = ((RECIPIENT, SALUTATION), (APPROVAL, APPROVAL))


def imprint_answer(
    asked: Understanding, search: Search, strings: Strings, document: Document, index: Index
) -> Answer | Refusal | None:
    """Give the facts that are asked for, and the lines that print them; None without any."""
    section = document.section(PREAMBLE)
    if section is None:
        return None
    citations = CitationList(index, asked.language)
    sentences: list[CitedSentence] = []
    for start, end in split_sentences(document.text, section.start, section.end):
        if not tells_asked(asked, document, document.text[start:end]):
            continue
        if text := sentence_text(document, start, end, asked.language):
            marker = citations.cite(document, section, start, end)
            sentences.append(CitedSentence(text, (marker,)))
    told = imprint(asked, document, strings)
    if not sentences:
        return refusal_from(asked, "missing_detail", told, search) if told else None
    return answer_from(asked, sentences, citations, search, opening=told)


def imprint(asked: Understanding, document: Document, strings: Strings) -> str:
    """Word the facts that a question asks for: date, number, issuer; empty where it asks others."""
    by_lines = (BASIS, *(pattern for pattern, _ in LINES))
    if any(pattern.search(asked.core) for pattern in by_lines):
        return ""
    told: list[str] = []
    if WHO.search(asked.core):
        drafted = DRAFT.search(asked.core) and document.drafters
        bodies = document.drafters if drafted else (document.issuer or "").split("、")
        if names := _names(bodies, document, asked.language, strings):
            template = strings.imprint_drafters if drafted else strings.imprint_issuer
            told.append(template.format(bodies=names))
    if WHEN.search(asked.core):
        day = day_in(document.date, asked.language) if document.date else ""
        told.append(strings.imprint_date.format(date=day) if day else strings.imprint_no_date)
    if NUMBER.search(asked.core):
        number = document.number
        if number is None:
            told.append(strings.imprint_no_number)
        elif asked.language == "zh":  # it is printed in Chinese; an English answer cites it
            told.append(strings.imprint_number.format(number=number))
    if not told:
        return ""
    title = title_of(document, asked.language)
    return strings.imprint.format(title=title, facts=strings.semicolon.join(told))


def tells_asked(asked: Understanding, document: Document, line: str) -> bool:
    """Say whether a line of the preamble prints what a question asks of the document itself."""
    for pattern, printed in LINES:
        if pattern.search(asked.core):
            return bool(printed.search(line.strip()))
    asks_date, asks_number, asks_body = (p.search(asked.core) for p in (WHEN, NUMBER, WHO))
    if BASIS.search(asked.core) or not (asks_date or asks_number or asks_body):
        asks_date = asks_number = asks_body = True
    facts: list[str | None] = []
    if asks_number:
        facts += [document.number, *document.cites]
    if asks_body:
        facts += [*(document.issuer or "").split("、"), *document.drafters]
    is_dated = bool(document.date) and read_date(line) == document.date
    return bool(asks_date and is_dated) or any(fact in line for fact in facts if fact)


def _names(bodies: Iterable[str], document: Document, language: Language, strings: Strings) -> str:
    """Join bodies in the answer's language; empty where one has no name in it."""
    printed = [body for body in bodies if body]
    if language == "zh":
        return strings.name_comma.join(printed)
    names = [english_unit(body, place_of(document)) for body in printed]
    return strings.name_comma.join(name for name in names if name) if all(names) else ""
