"""
Give the teacher's English tokenizer Chinese words, and each word a first vector.

The words are the most frequent characters and jieba words of two to four characters in the
training pairs and in a folder of policy texts. They become added tokens, which the tokenizer
matches longest first. A word's first vector is the mean of the English word pieces of its
dictionary translations; without one, of its characters.
"""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import jieba
import torch
from sentence_transformers import SentenceTransformer
from tokenizers import AddedToken

from corpus.normalise import HAN, normalise

CHARACTERS = 5_000
WORDS = 17_000
ALL_HAN = re.compile("^[\u3400-\u4dbf\u4e00-\u9fff]+$")
GLOSS_NOISE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
DICTIONARIES = ("cedict", "ecdict-law-econ", "cow-wordnet", "ecdict")


def count_words(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Count single characters and jieba words of two to four characters."""
    characters: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for text in texts:
        characters.update(HAN.findall(text))
        words.update(w for w in jieba.cut(text) if 2 <= len(w) <= 4 and ALL_HAN.match(w))
    return characters, words


def choose_words(
    pairs: Iterable[str], policies: Iterable[str], *, policy_weight: int = 40
) -> list[str]:
    """
    Choose the added tokens: characters first, then words, most frequent first.

    Policy texts are few and weigh ``policy_weight`` times as much as the pairs.
    """
    characters, words = count_words(pairs)
    more_characters, more_words = count_words(policies)
    for counts, more in ((characters, more_characters), (words, more_words)):
        for word, count in more.items():
            counts[word] += count * policy_weight
    return [c for c, _ in characters.most_common(CHARACTERS)] + [
        w for w, _ in words.most_common(WORDS)
    ]


def read_glosses(folder: Path, wanted: set[str]) -> dict[str, list[str]]:
    """Read up to four short English glosses of each wanted Chinese word, best dictionary first."""
    glosses: dict[str, list[str]] = defaultdict(list)
    for name in DICTIONARIES:
        with gzip.open(folder / f"{name}.tsv.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                english, _, chinese = line.rstrip("\n").partition("\t")
                chinese = normalise(chinese)
                if chinese in wanted and len(glosses[chinese]) < 4:
                    gloss = GLOSS_NOISE.sub("", english).strip().removeprefix("to ")
                    if gloss and len(gloss.split()) <= 4:
                        glosses[chinese].append(gloss)
    return glosses


def read_policies(folder: Path | None) -> Iterator[str]:
    """Yield the lines of the text and Markdown files of a folder; nothing without one."""
    for path in sorted(folder.glob("*")) if folder else ():
        if path.suffix in {".txt", ".md"}:
            yield from normalise_lines(path.read_text(encoding="utf-8", errors="replace"))


def normalise_lines(text: str) -> Iterator[str]:
    """Yield the normalised lines that are not empty."""
    yield from (normalise(line) for line in text.splitlines() if line.strip())


def extend(student: SentenceTransformer, words: list[str], glosses: dict[str, list[str]]) -> int:
    """
    Add ``words`` to the student's tokenizer and give each its first vector, in place.

    :returns: how many words found a dictionary translation
    """
    tokenizer = student.tokenizer
    model = student[0].auto_model
    table = model.get_input_embeddings().weight.detach()
    every = sorted({gloss for several in glosses.values() for gloss in several})
    tokens = tokenizer(every, add_special_tokens=False)["input_ids"] if every else []
    pieces = dict(zip(every, tokens, strict=True))
    known = set(tokenizer.get_vocab())
    words = [word for word in words if word not in known]
    first = len(tokenizer)
    tokenizer.add_tokens([AddedToken(w, normalized=False, single_word=False) for w in words])
    model.resize_token_embeddings(len(tokenizer), mean_resizing=False)
    new = model.get_input_embeddings().weight.data
    vectors: dict[str, torch.Tensor] = {}
    centre = table.mean(0)
    for word in words:
        ids = [i for gloss in glosses.get(word, ()) for i in pieces[gloss]]
        if ids:
            vectors[word] = table[ids].mean(0)
    translated = len(vectors)
    for word in words:
        if word not in vectors:
            parts = [vectors[c] for c in word if c in vectors]
            vectors[word] = torch.stack(parts).mean(0) if parts else centre
    for row, word in enumerate(words, start=first):
        new[row] = vectors[word]
    return translated
