"""Whether the evidence is enough to answer, and whether a sentence is supported by it."""

import re
import unicodedata
from dataclasses import dataclass

from bot.evidence import Strength
from corpus.language import Language
from corpus.mentions import Mention, find_mentions
from corpus.normalise import normalise
from corpus.organisations import known_organisations
from corpus.sentences import split_sentences
from index.lexical import words


@dataclass(frozen=True, slots=True)
class Threshold:
    """A question is answered when the weighted sum of its strength reaches ``least``."""

    coverage: float  # weight of the share of the question's words that the evidence holds
    unknown: float  # weight taken off for the share that no document holds
    least: float

    def value(self, strength: Strength, *, quantity: bool) -> float:
        """Give the weighted strength, to be compared with ``least``."""
        cosine = strength.number if quantity else strength.cosine
        return cosine + self.coverage * strength.coverage - self.unknown * strength.unknown


# For each language, and whether a number is asked for: then the best clause that states one
# counts instead of the best sentence. Chosen by ``python -m eval calibrate``.
THRESHOLDS: dict[tuple[Language, bool], Threshold] = {
    ("zh", False): Threshold(coverage=0.0, unknown=0.4, least=-0.14),
    ("zh", True): Threshold(coverage=0.0, unknown=0.4, least=0.00),
    ("en", False): Threshold(coverage=0.0, unknown=0.4, least=-0.22),
    ("en", True): Threshold(coverage=0.0, unknown=0.0, least=0.35),
}


def is_supported_question(strength: Strength, language: Language, *, quantity: bool) -> bool:
    """Say whether the best evidence fits the question well enough to answer from it."""
    threshold = THRESHOLDS[language, quantity]
    return threshold.value(strength, quantity=quantity) >= threshold.least


NUMERAL = re.compile(
    r"\d[\d,]*(?:\.\d+)?\s*(?:万亿|千亿|百亿|亿|万|千|billion|million|thousand|trillion|%)?", re.I
)
SCALE = {
    "万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "亿": 1e8, "万": 1e4, "千": 1e3,
    "trillion": 1e12, "billion": 1e9, "million": 1e6, "thousand": 1e3,
}  # fmt: skip
NEGATION = re.compile(
    r"[不未无没非]|\b(?:not?|never|neither|nor|without|cannot)\b|n't\b", re.IGNORECASE
)
SHARE = 0.5  # of a written sentence's content words that its citation must hold


def numbers_in(text: str) -> frozenset[float]:
    """
    Read the numbers of a text as values: ``7500亿 -> 7.5e11``, ``750 billion -> 7.5e11``.
    """
    plain = unicodedata.normalize("NFKC", text)
    values: set[float] = set()
    for found in NUMERAL.findall(plain):
        digits = re.match(r"\d[\d,]*(?:\.\d+)?", found)
        assert digits is not None
        unit = found[digits.end() :].strip().lower()
        values.add(round(float(digits[0].replace(",", "")) * SCALE.get(unit, 1.0), 6))
    return frozenset(values)


def is_supported_sentence(sentence: str, evidence: str, language: Language) -> bool:
    """
    Check a written sentence against its cited evidence (quote and rendering together).

    Its numbers must stand there as values, the bodies it names must be named there, its polarity
    must be that of the sentence nearest to it, and at least ``SHARE`` of its content words must
    be the evidence's.
    """
    bare = re.sub(r"\[\d+\]", "", sentence)
    if not numbers_in(bare) <= numbers_in(evidence):
        return False
    said = set(words(bare, language))
    nearest = _nearest_sentence(said, evidence, language)
    if bool(NEGATION.search(bare)) != bool(NEGATION.search(nearest)):
        return False
    plain = normalise(evidence)
    mentions = find_mentions(bare, known_organisations())
    if not all(_is_named(mention, plain) for mention in mentions):
        return False
    held = set(words(plain, language))
    return bool(said) and len(said & held) / len(said) >= SHARE


def _is_named(mention: Mention, plain: str) -> bool:
    """Say whether evidence names a body: by any own name, by a successor's only if it prints it."""
    if mention.successors:
        return mention.name in plain
    return any(name in plain for body in mention.organisations for name in body.names)


def _nearest_sentence(said: set[str], evidence: str, language: Language) -> str:
    """Give the sentence of the evidence that shares most words with what is said."""
    sentences = [evidence[a:b] for a, b in split_sentences(evidence)] or [evidence]
    return max(sentences, key=lambda sentence: len(said & set(words(sentence, language))))
