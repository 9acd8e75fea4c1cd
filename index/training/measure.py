"""
Measure an encoder on data that it was never trained on.

Bitext retrieval: for each sentence of the held-out parallel files, is its translation the
nearest of all? Paragraph retrieval: for each question of XQuAD (google-deepmind/xquad,
CC-BY-SA-4.0), is its paragraph first, and among five, within and across the languages?
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.sentences import split_sentences
from index.encoder import SentenceEncoder
from index.lexical import LexicalIndex
from index.training.pairs import HELD_OUT, read_pairs

DIRECTIONS = (("en", "zh"), ("zh", "en"), ("zh", "zh"), ("en", "en"))


def bitext_accuracy(encoder: SentenceEncoder, pairs: Sequence[tuple[str, str]]) -> float:
    """Give the share of Chinese sentences whose own English one is nearest: 0 to 1."""
    english = encoder.encode_passages([e for e, _ in pairs])
    chinese = encoder.encode_passages([z for _, z in pairs])
    return float(((chinese @ english.T).argmax(1) == np.arange(len(pairs))).mean())


def read_xquad(path: Path) -> tuple[list[str], list[str], list[int]]:
    """Read paragraphs, questions, and the paragraph number of each question."""
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    paragraphs: list[str] = []
    questions: list[str] = []
    own: list[int] = []
    for article in data:
        for paragraph in article["paragraphs"]:
            for question in paragraph["qas"]:
                questions.append(question["question"])
                own.append(len(paragraphs))
            paragraphs.append(paragraph["context"])
    return paragraphs, questions, own


def paragraph_scores(
    encoder: SentenceEncoder, questions: np.ndarray, texts: list[str]
) -> np.ndarray:
    """
    Score paragraphs: their cosine plus the best cosine of one of their sentences.

    :param questions: unit rows. *Shape:* ``(n, dim)``
    :returns: *Shape:* ``(n, paragraphs)``
    """
    scores = questions @ encoder.encode_passages(texts).T
    for number, text in enumerate(texts):
        spans = split_sentences(text) or [(0, len(text))]
        vectors = encoder.encode_passages([text[a:b] for a, b in spans])
        scores[:, number] += (questions @ vectors.T).max(1)
    return scores


def measure(encoder: SentenceEncoder, data: Path) -> str:
    """Make the card's table of results."""
    lines = ["| measure | result |", "|---|---|"]
    for name in HELD_OUT:
        pairs = list(read_pairs(data / f"{name}.tsv.gz"))
        share = bitext_accuracy(encoder, pairs)
        lines.append(f"| bitext, {name}, zh→en, {len(pairs)} sentences: R@1 | {share:.3f} |")
    sets = {code: read_xquad(data / "eval" / f"xquad-dev.{code}.json") for code in ("zh", "en")}
    vectors = {code: encoder.encode_passages(sets[code][1]) for code in sets}
    for asked, answered in DIRECTIONS:
        paragraphs, own = sets[answered][0], np.array(sets[asked][2])
        scores = paragraph_scores(encoder, vectors[asked], paragraphs)
        lines.append(f"| XQuAD {asked}→{answered}, dense: R@1 / R@5 | {_recall(scores, own)} |")
        if asked == answered:
            lexical = LexicalIndex.from_texts(paragraphs, answered)
            plain = np.stack([lexical.scores(q) for q in sets[asked][1]])
            lines.append(f"| XQuAD {asked}→{answered}, BM25: R@1 / R@5 | {_recall(plain, own)} |")
    return "\n".join(lines)


def _recall(scores: np.ndarray, own: np.ndarray) -> str:
    ranks = (scores > scores[np.arange(len(own)), own][:, None]).sum(1)
    return f"{(ranks < 1).mean():.3f} / {(ranks < 5).mean():.3f}"
