"""What English words of a question may be in a Chinese text, by the word table."""

from collections.abc import Sequence

from corpus.normalise import normalise
from corpus.terms import find_terms
from index.lexical import words
from index.translations import load_translations

SHORT = {
    "sme": "中小企业", "smes": "中小企业", "ftz": "自贸", "ftzs": "自贸", "pipl": "个人信息保护",
    "foreign": "外商", "r&d": "研发", "ip": "知识产权",
}  # fmt: skip
TRANSLATIONS = 12


def translations_of(word: str) -> tuple[str, ...]:
    """Give what a word may be in a text: itself, and Chinese words of two characters or more."""
    table = load_translations().to_chinese
    found = [t for stem in words(word, "en") for t, _ in table.get(stem, ())[:TRANSLATIONS]]
    found += [name for term in find_terms(word) for name in term.chinese]
    found += [SHORT[word]] if word in SHORT else []
    return (normalise(word), *(text for text in found if len(text) > 1))


def share_held(translated: Sequence[Sequence[str]], text: str) -> float:
    """
    Give the share of words of which a text has a translation: 0 to 1.

    :param translated: for each word what :func:`translations_of` gives
    """
    held = (any(word in text for word in texts) for texts in translated)
    return sum(held) / len(translated) if translated else 0.0
