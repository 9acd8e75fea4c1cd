"""
Mend misspelt words of a question by the words of the documents.

An English word gives way to the likest one of the documents; in Chinese, a term of the documents
takes the place of as many characters that differ from it in one.
"""

import difflib
import re
from functools import cache, cached_property
from itertools import chain

from bot.plain_words import is_plain
from corpus.document import Document
from corpus.language import detect_language
from corpus.normalise import HAN, normalise
from corpus.terms import known_terms
from index.encoder import SentenceEncoder
from index.lexical import CHINESE_STOP, ENGLISH_STOP, chinese_words, is_chinese_word
from index.library import Index

WORD = re.compile(r"[A-Za-z]{4,}")
ALL_HAN = re.compile("^[\u4e00-\u9fff]+$")
SHORTEST, LONGEST = 4, 8  # characters of a Chinese term that may be misspelt
LABELS = ("责任单位", "牵头单位", "配合单位", "负责部门")
ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "ers")
LIKENESS = 0.8  # difflib's ratio between a misspelt word and the one put in its place


class Speller:
    """
    Replaces a word that neither the encoder nor the documents know by the likest one they use.

    The encoder's vocabulary stands for all of English, so that a plain word that the documents
    do not use is left alone.
    """

    def __init__(self, index: Index, encoder: SentenceEncoder) -> None:
        self._index = index
        self._encoder = encoder

    @cached_property
    def _words(self) -> list[str]:
        """Give the documents' English words."""
        words = (self._index.derived(_english_words, d) for d in self._index.documents)
        return sorted(set().union(*words))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._words) | ENGLISH_STOP | _words_of_terms()

    @cached_property
    def _terms(self) -> dict[str, list[str]]:
        """Give the documents' Chinese terms by their first character."""
        terms = (self._index.derived(_chinese_terms, d) for d in self._index.documents)
        by_first: dict[str, list[str]] = {}
        for term in sorted(set().union(*terms)):
            by_first.setdefault(term[0], []).append(term)
        return by_first

    def _is_printed(self, text: str) -> bool:
        return any(text in self._index.derived(_plain_text, d) for d in self._index.documents)

    def correct(self, question: str) -> str:
        """Give the question with its misspelt words mended; mostly the question itself."""
        mended = WORD.sub(lambda found: self._mend(found[0]), question) if self._words else question
        return self._mend_terms(mended) if HAN.search(mended) else mended

    def _mend_terms(self, question: str) -> str:
        """
        Put terms where a stretch that no document prints differs in one character.

        That character must stand alone when the question is split into words, and mean something:
        量子计算 and 的服务器 are no misspelt 云计算 and 云服务器.
        """
        plain = normalise(question)
        if len(plain) != len(question):
            return question
        for at in self._unknown_characters(plain):
            near = set(plain[max(0, at - LONGEST + 1) : at])
            for term in sorted(chain.from_iterable(self._terms.get(first, ()) for first in near)):
                for before in range(1, len(term)):
                    start = at - before
                    window = plain[start : start + len(term)] if start >= 0 else ""
                    if window == term or window[:before] != term[:before]:
                        continue
                    if window[before + 1 :] == term[before + 1 :] and not self._is_printed(window):
                        question = question[:start] + term + question[start + len(term) :]
                        plain = plain[:start] + term + plain[start + len(term) :]
        return question

    def _unknown_characters(self, plain: str) -> list[int]:
        """Give the places of characters in no word of the dictionary, stop words left out."""
        places: list[int] = []
        at = 0
        for word in chinese_words(plain):
            unknown = word not in CHINESE_STOP if len(word) == 1 else not is_chinese_word(word)
            if unknown:
                places += [at + n for n in range(len(word)) if ALL_HAN.match(word[n])]
            at += len(word)
        return places

    def _mend(self, word: str) -> str:
        lowered = word.lower()
        if f"{lowered}s" in self._known or is_plain(lowered):
            return word
        if any(form in self._known or self._encoder.is_word(form) for form in _forms(lowered)):
            return word
        alike = [known for known in self._words if known[0] == lowered[0]]  # typing starts right
        likest = difflib.get_close_matches(lowered, alike, n=1, cutoff=LIKENESS)
        return likest[0] if likest else word


def _forms(word: str) -> set[str]:
    """Give a word and what it may be a form of: ``approves -> approves, approve``."""
    cut = {word.removesuffix(ending) for ending in ENDINGS}
    return {word} | {form for stem in cut - {word} for form in (stem, f"{stem}e") if len(form) > 3}


def _english_words(document: Document) -> frozenset[str]:
    texts = (
        [sentence.text for sentence in document.rendering.sentences] if document.rendering else []
    )
    if detect_language(document.text[:2000]) == "en":
        texts.append(document.text)
    return frozenset(w.lower() for text in texts for w in WORD.findall(text))


def _plain_text(document: Document) -> str:
    return normalise(document.text)


def _chinese_terms(document: Document) -> frozenset[str]:
    """Give the known terms and the headings that a document prints, if they are long enough."""
    plain = normalise(document.text)
    pairs = {plain[at : at + 2] for at in range(len(plain))}
    headings = (normalise(section.heading) for section in document.sections)
    terms = chain(_known_names(), filter(_may_be_misspelt, headings))
    return frozenset(term for term in terms if term[:2] in pairs and term in plain)


@cache
def _words_of_terms() -> frozenset[str]:
    """Give the words of known things, which no document need use to be spelt right: wafer."""
    names = " ".join(name for term in known_terms() for name in term.english)
    return frozenset(WORD.findall(names.lower()))


@cache
def _known_names() -> tuple[str, ...]:
    names = {normalise(name) for term in known_terms() for name in term.chinese} | {*LABELS}
    return tuple(filter(_may_be_misspelt, names))


def _may_be_misspelt(term: str) -> bool:
    return SHORTEST <= len(term) <= LONGEST and bool(ALL_HAN.match(term))
