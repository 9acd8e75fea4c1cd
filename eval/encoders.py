"""
Compare encoders and lexical rankings on the same tasks, in one run, and print the tables.

Every ranking orders all passages of a task for each question. An encoder scores a passage by its
cosine plus the best cosine of one of its sentences, as the retriever does.
"""

import gzip
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from corpus.normalise import normalise
from corpus.sentences import split_sentences
from eval.tasks import Task, success
from index.encoder import SentenceEncoder
from index.lexical import LexicalIndex, words
from index.library import build_index
from index.retriever import Retriever
from index.training.pairs import HELD_OUT, read_pairs
from index.translations import Translations, load_translations

Ranking = Callable[[Task], list[list[int]] | None]  # None where it has nothing to say
DICTIONARIES = ("cedict", "ecdict-law-econ", "ecdict")
SENSES = 5  # of a word
DEPTH = 10
COST = """
import json, os, sys, time
import sentence_transformers, torch
from index.encoder import SentenceEncoder
def resident():
    status = open("/proc/self/status")
    return int(next(x for x in status if x.startswith("VmRSS")).split()[1]) / 1024
texts = json.load(sys.stdin)
before, started = resident(), time.perf_counter()
encoder = SentenceEncoder(sys.argv[1]); encoder.model
found = {"load": time.perf_counter() - started}
encoder.encode_passages(texts[:20])
for threads in (1, 2):
    torch.set_num_threads(threads)
    started = time.perf_counter()
    encoder.encode_passages(texts)
    found[str(threads)] = len(texts) / (time.perf_counter() - started)
print(json.dumps(found | {"memory": resident() - before}))
"""


def by_bm25(task: Task) -> list[list[int]] | None:
    """Rank by BM25; None across languages, where few words are shared."""
    lexical = LexicalIndex.from_texts(list(task.passages), task.answered, words)
    return _order(np.stack([lexical.scores(q) for q in task.questions]))


def by_bigrams(task: Task) -> list[list[int]] | None:
    """Rank by TF-IDF cosine over pairs of characters."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer="char", ngram_range=(2, 2), sublinear_tf=True)
    passages = vectors.fit_transform([normalise(text) for text in task.passages])
    questions = vectors.transform([normalise(q) for q in task.questions])
    return _order((questions @ passages.T).toarray())


def by_translated_bm25(table: Translations, task: Task) -> list[list[int]] | None:
    """Rank by BM25 on the question translated word by word; None within a language."""
    if task.asked == task.answered:
        return None
    lexical = LexicalIndex.from_texts(list(task.passages), task.answered, words)
    scores = [lexical.scores(q, lambda: table) for q in task.questions]
    return _order(np.stack(scores))


def by_encoder(encoder: SentenceEncoder, task: Task) -> list[list[int]] | None:
    """Rank by the cosine of the passage plus the best cosine of one of its sentences."""
    return _order(paragraph_scores(encoder, encoder.encode_queries(task.questions), task.passages))


def by_retriever(encoder: SentenceEncoder, task: Task) -> list[list[int]] | None:
    """Rank by the whole retriever over the task's documents."""
    retriever = Retriever(build_index(task.documents, encoder), encoder)
    number: dict[tuple[str, str], int] = {}
    for n, place in enumerate(task.places):
        number.setdefault(place, n)
    order = []
    for question in task.questions:
        hits = retriever.search(question, k=DEPTH, language=task.asked).hits
        order.append(
            [number.get((h.document, h.ref), number.get((h.document, ""), -1)) for h in hits]
        )
    return order


class WithoutTokens(SentenceEncoder):
    """An encoder without its head for token vectors."""

    head = None


def paragraph_scores(
    encoder: SentenceEncoder, questions: np.ndarray, texts: Sequence[str]
) -> np.ndarray:
    """
    Score paragraphs: their cosine plus the best cosine of one of their sentences.

    :param questions: unit rows. *Shape:* ``(n, dim)``
    :returns: *Shape:* ``(n, paragraphs)``
    """
    spans = [split_sentences(text) or [(0, len(text))] for text in texts]
    pieces = [text[a:b] for text, found in zip(texts, spans, strict=True) for a, b in found]
    cosines = questions @ encoder.encode_passages(pieces).T
    scores = questions @ encoder.encode_passages(texts).T
    at = 0
    for number, found in enumerate(spans):
        scores[:, number] += cosines[:, at : at + len(found)].max(1)
        at += len(found)
    return scores


def read_dictionary(folder: Path) -> Translations:
    """Make a table of a folder's dictionaries, at most ``SENSES`` a word, all of one weight."""
    tables: tuple[dict[str, dict[str, None]], ...] = (defaultdict(dict), defaultdict(dict))
    for name in DICTIONARIES:
        with gzip.open(folder / f"{name}.tsv.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                english, _, chinese = line.rstrip("\n").partition("\t")
                stems = words(re.sub(r"\([^)]*\)|^to ", "", english), "en")
                chinese = normalise(chinese)
                if len(stems) == 1:
                    tables[0][stems[0]].setdefault(chinese)
                if len(stems) <= 3:
                    for stem in stems:
                        tables[1][chinese].setdefault(stem)
    to_chinese, to_english = (
        {w: tuple((o, 1.0) for o in list(found)[:SENSES]) for w, found in table.items()}
        for table in tables
    )
    return Translations(to_chinese, to_english)


def bitext_accuracy(encoder: SentenceEncoder, pairs: Sequence[tuple[str, str]]) -> float:
    """Give the share of Chinese sentences whose own English one is nearest: 0 to 1."""
    english = encoder.encode_passages([e for e, _ in pairs])
    chinese = encoder.encode_passages([z for _, z in pairs])
    return float(((chinese @ english.T).argmax(1) == np.arange(len(pairs))).mean())


def rankings(encoders: dict[str, SentenceEncoder], data: Path | None) -> list[tuple[str, Ranking]]:
    """List what is compared; the last encoder is the one whose whole retriever is measured."""
    found: list[tuple[str, Ranking]] = [
        ("BM25 (jieba words, English stems)", by_bm25),
        ("character-bigram TF-IDF", by_bigrams),
    ]
    if data:
        table = read_dictionary(data / "dict")
        by_dictionary = partial(by_translated_bm25, table)
        found.append(("BM25, question translated by dictionary", by_dictionary))
    found.append(
        (
            "BM25, question translated by the learned table",
            partial(by_translated_bm25, load_translations()),
        )
    )
    found += [(f"{name}, alone", partial(by_encoder, e)) for name, e in encoders.items()]
    name, encoder = list(encoders.items())[-1]
    bare = WithoutTokens(encoder.name)
    return [
        *found,
        ("whole retriever without token vectors", partial(by_retriever, bare)),
        (f"whole retriever with {name}", partial(by_retriever, encoder)),
    ]


def task_table(tasks: Sequence[Task], compared: Sequence[tuple[str, Ranking]]) -> str:
    """Make a table of one kind of task: a right passage first / among five, by direction."""
    header = " | ".join(f"{task.direction} (n={len(task.questions)})" for task in tasks)
    lines = [f"| {tasks[0].name}: ranking | {header} |", "|---|" + "---|" * len(tasks)]
    for name, rank in compared:
        cells = []
        for task in tasks:
            order = rank(task)
            cells.append(
                "–"
                if order is None
                else " / ".join(f"{success(order, task.own, k):.3f}" for k in (1, 5))
            )
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
        print(lines[-1], file=sys.stderr, flush=True)
    return "\n".join(lines)


def bitext_table(encoders: dict[str, SentenceEncoder], data: Path) -> str:
    """Make the table of bitext retrieval on sources that were never trained on."""
    sets = {name: list(read_pairs(data / f"{name}.tsv.gz")) for name in HELD_OUT}
    header = " | ".join(f"{name} (n={len(pairs)})" for name, pairs in sets.items())
    lines = [f"| bitext, zh→en, nearest is right | {header} |", "|---|" + "---|" * len(sets)]
    for name, encoder in encoders.items():
        shares = [f"{bitext_accuracy(encoder, pairs):.3f}" for pairs in sets.values()]
        lines.append(f"| {name} | " + " | ".join(shares) + " |")
    return "\n".join(lines)


def cost_table(encoders: dict[str, SentenceEncoder], texts: Sequence[str]) -> str:
    """Make the table of what each encoder costs, each measured in a process of its own."""
    lines = [
        "| encoder | sections/s, one core | two cores | load | memory |",
        "|---|---|---|---|---|",
    ]
    for name, encoder in encoders.items():
        done = subprocess.run(
            [sys.executable, "-c", COST, encoder.name],
            input=json.dumps(list(texts)),
            capture_output=True,
            text=True,
            check=True,
        )
        cost = json.loads(done.stdout)
        lines.append(
            f"| {name} | {cost['1']:.0f} | {cost['2']:.0f} | {cost['load']:.1f} s "
            f"| {cost['memory']:.0f} MB |"
        )
    return "\n".join(lines)


def _order(scores: np.ndarray) -> list[list[int]]:
    return np.argsort(-scores, axis=1, kind="stable")[:, :DEPTH].tolist()
