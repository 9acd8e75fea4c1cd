"""Mend misspelt English words of a question by the words of the documents."""

import difflib
import re

from corpus.language import detect_language
from index.encoder import SentenceEncoder
from index.lexical import ENGLISH_STOP
from index.library import Index

WORD = re.compile(r"[A-Za-z]{4,}")
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

    def correct(self, question: str) -> str:
        """Give the question with its misspelt words mended; mostly the question itself."""
        return WORD.sub(lambda found: self._mend(found[0]), question) if self._words else question

    def _mend(self, word: str) -> str:
        lowered = word.lower()
        if lowered in self._known or self._encoder.is_word(lowered):
            return word
        likest = difflib.get_close_matches(lowered, self._words, n=1, cutoff=LIKENESS)
        return likest[0] if likest else word
