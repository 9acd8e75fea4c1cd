"""
Mend misspelt words of a question by the words of the documents.

An English word gives way to the likest one of the documents; in Chinese, a term of the documents
takes the place of as many characters that differ from it in one.
"""

import difflib
import re

from corpus.language import detect_language
from corpus.normalise import HAN, normalise
from corpus.terms import known_terms
from index.encoder import SentenceEncoder
from index.lexical import ENGLISH_STOP, is_chinese_word
from index.library import Index

WORD = re.compile(r"[A-Za-z]{4,}")
ALL_HAN = re.compile("^[\u4e00-\u9fff]+$")
TERM_LENGTH = 4  # characters of a Chinese term that may be misspelt
LABELS = ("责任单位", "牵头单位", "配合单位", "负责部门")
LIKENESS = 0.8  # difflib's ratio between a misspelt word and the one put in its place


class Speller:
    """
    Replaces a word that neither the encoder nor the documents know by the likest one they use.

    The encoder's vocabulary stands for all of English, so that a plain word that the documents
    do not use is left alone.
    """

    def __init__(self, index: Index, encoder: SentenceEncoder) -> None:
        self._encoder = encoder
        texts = [
            sentence.text
            for document in index.documents
            if document.rendering
            for sentence in document.rendering.sentences
        ]
        texts += [d.text for d in index.documents if detect_language(d.text[:2000]) == "en"]
        self._words = sorted({w.lower() for text in texts for w in WORD.findall(text)})
        self._known = frozenset(self._words) | ENGLISH_STOP

        texts = [normalise(document.text) for document in index.documents]
        self._texts = "\n".join(texts)
        names = {normalise(name) for term in known_terms() for name in term.chinese}
        headings = {normalise(s.heading) for d in index.documents for s in d.sections}
        self._terms = tuple(
            sorted(
                term
                for term in {*names, *headings, *LABELS}
                if TERM_LENGTH <= len(term) <= 8 and ALL_HAN.match(term) and term in self._texts
            )
        )

    def correct(self, question: str) -> str:
        """Give the question with its misspelt words mended; mostly the question itself."""
        mended = WORD.sub(lambda found: self._mend(found[0]), question) if self._words else question
        return self._mend_terms(mended) if HAN.search(mended) else mended

    def _mend_terms(self, question: str) -> str:
        """Put terms where a stretch that no document prints differs in one character."""
        plain = normalise(question)
        if len(plain) != len(question):
            return question
        for term in self._terms:
            if term in plain:
                continue
            for start in range(len(plain) - len(term) + 1):
                window = plain[start : start + len(term)]
                differing = [
                    n for n, pair in enumerate(zip(window, term, strict=True)) if pair[0] != pair[1]
                ]
                if len(differing) != 1 or not ALL_HAN.match(window) or window in self._texts:
                    continue
                at = differing[0]
                pieces = window[max(0, at - 1) : at + 1], window[at : at + 2]
                if any(len(piece) == 2 and is_chinese_word(piece) for piece in pieces):
                    continue  # a word of its own: 集成电器 is no misspelt 集成电路
                question = question[:start] + term + question[start + len(term) :]
                plain = plain[:start] + term + plain[start + len(term) :]
        return question

    def _mend(self, word: str) -> str:
        lowered = word.lower()
        if lowered in self._known or self._encoder.is_word(lowered):
            return word
        likest = difflib.get_close_matches(lowered, self._words, n=1, cutoff=LIKENESS)
        return likest[0] if likest else word
