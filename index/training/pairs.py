"""
Choose the word, sentence and passage pairs to learn from, one JSON line each.

Law, government and business text is drawn on most; technical documentation, which makes up
most of the folder, least. ``HELD_OUT`` sources are never drawn: they measure.
"""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.normalise import normalise

LONGEST = 5  # lines of a passage
TABLE_PAIRS = {
    "parallel/tw-laws": 120_000,
    "parallel/ms-dynamics365": 60_000,
    "parallel/ms-admin-business": 60_000,
    "parallel/kubernetes-docs": 30_000,
    "parallel/python-docs-zh-cn": 30_000,
    "parallel/tensorflow-docs": 20_000,
    "parallel/bible-nheb-cuv": 32_000,
}  # sentences of a source for the word table, where it takes more than the encoder
HELD_OUT = ("parallel/ud-pud", "parallel/opensource-guide")


@dataclass(frozen=True, slots=True)
class Source:
    """One file below the data folder, how many of its pairs to draw, and its licence."""

    name: str
    pairs: int
    licence: str
    max_words: int = 80  # longest English side; dictionaries are cut to short glosses
    passages: int = 0  # drawn besides: two to five lines that follow each other, as one


MICROSOFT = "CC-BY-4.0 (Microsoft documentation)"
TAIWAN = "Open Government Data License v1.0 (Taiwan)"
SOURCES = (
    Source("parallel/tw-laws", 70_000, TAIWAN, passages=16_000),
    Source("parallel/ms-dynamics365", 24_000, MICROSOFT, passages=5_000),
    Source("parallel/ms-admin-business", 22_000, MICROSOFT, passages=4_000),
    Source("parallel/ms-compliance-service", 16_000, MICROSOFT, passages=4_000),
    Source("parallel/tatoeba-manythings", 22_000, "CC-BY-2.0-FR"),
    Source("parallel/tico19", 3_000, "CC0-1.0", passages=1_500),
    Source("parallel/open-sdg", 600, "MIT"),
    Source("parallel/mozilla-www", 2_500, "MPL-2.0"),
    Source("parallel/kubernetes-docs", 12_000, "CC-BY-4.0", passages=3_000),
    Source("parallel/python-docs-zh-cn", 10_000, "CC0-1.0 / PSF-2.0", passages=2_000),
    Source("parallel/tensorflow-docs", 7_000, "Apache-2.0", passages=1_500),
    Source("parallel/ms-dev-misc", 10_000, MICROSOFT),
    Source("parallel/ms-office-developer", 8_000, MICROSOFT),
    Source("parallel/ms-dotnet-docs", 4_000, MICROSOFT),
    Source("parallel/ms-sql-docs", 4_000, MICROSOFT),
    Source("parallel/bible-nheb-cuv", 10_000, "Public Domain", passages=2_000),
    Source("dict/cedict", 110_000, "CC-BY-SA-4.0", max_words=5),
    Source("dict/ecdict-law-econ", 60_000, "MIT", max_words=5),
    Source("dict/ecdict", 120_000, "MIT", max_words=4),
    Source("dict/cow-wordnet", 30_000, "WordNet-style (COW) / CC-BY-4.0", max_words=4),
    Source("dict/tw-law-names", 3_000, TAIWAN),
    Source("dict/cldr-names", 4_000, "Unicode-3.0"),
    Source("dict/osm-features", 3_000, "ISC"),
)


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the ``(english, chinese)`` lines of a gzipped TSV file, normalised."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            english, _, chinese = line.rstrip("\n").partition("\t")
            if english and chinese:
                yield english, chinese


def draw(source: Source, data: Path, rng: random.Random) -> list[tuple[str, str]]:
    """
    Draw ``source.pairs`` pairs at random, without the ones that are too long, and passages.

    :raises FileNotFoundError: if the data folder lacks the source
    """
    path = data / f"{source.name}.tsv.gz"
    kept = [
        pair
        for pair in read_pairs(path)
        if len(pair[0].split()) <= source.max_words and "(" not in pair[0][:1]
    ]
    passages = [_join(kept, rng) for _ in range(source.passages if len(kept) > LONGEST else 0)]
    rng.shuffle(kept)
    return kept[: source.pairs] + passages


def _join(lines: list[tuple[str, str]], rng: random.Random) -> tuple[str, str]:
    """Join two to five lines that follow each other: most files keep their documents' order."""
    length = rng.randint(2, LONGEST)
    first = rng.randrange(len(lines) - length)
    english, chinese = zip(*lines[first : first + length], strict=True)
    return " ".join(english), "".join(chinese)


def write_pairs(data: Path, out: Path, *, seed: int = 20171) -> dict[str, int]:
    """
    Write the training pairs as JSON lines ``{"en", "zh", "source"}``, shuffled.

    :returns: pairs drawn by source
    """
    rng = random.Random(seed)
    rows: list[dict[str, str]] = []
    counts: dict[str, int] = {}
    for source in SOURCES:
        drawn = draw(source, data, rng)
        counts[source.name] = len(drawn)
        rows += [{"en": normalise(e), "zh": normalise(z), "source": source.name} for e, z in drawn]
    rng.shuffle(rows)
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return counts
