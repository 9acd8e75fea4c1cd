"""Which sentence pairs are drawn, and how they are written."""

import gzip
import json
import random
import re

import pytest

from index.training import pairs
from index.training.pairs import HELD_OUT, SOURCES, Source, draw, read_pairs, write_pairs

LINES = [(f"Sentence number {n}", f"第{n}句") for n in range(20)]
LAWS = Source("parallel/laws", 5, "CC0")
WORDS = Source("dict/words", 50, "MIT", max_words=2)


@pytest.fixture
def data(tmp_path):
    """A data folder with one parallel file and one dictionary."""
    write(tmp_path / "parallel" / "laws.tsv.gz", LINES)
    write(
        tmp_path / "dict" / "words.tsv.gz",
        [
            ("RADAR", "雷達"),
            ("a long gloss here", "長"),
            ("(archaic) chart", "海图"),
            ("fund", "基金"),
        ],
    )
    return tmp_path


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(f"{english}\t{chinese}\n" for english, chinese in rows)


def test_lines_with_both_sides_are_read(tmp_path):
    write(tmp_path / "x.tsv.gz", [("One", "一"), ("", "二"), ("Three", ""), ("Four\tfive", "四")])

    assert list(read_pairs(tmp_path / "x.tsv.gz")) == [("One", "一"), ("Four", "five\t四")]


def test_as_many_pairs_are_drawn_as_the_source_says(data):
    drawn = draw(LAWS, data, random.Random(1))

    assert len(drawn) == len(set(drawn)) == 5
    assert set(drawn) < set(LINES)


def test_passages_are_lines_that_follow_each_other(data):
    """Two to five lines of the file, in its order, joined on both sides alike."""
    source = Source("parallel/laws", 0, "CC0", passages=30)
    drawn = draw(source, data, random.Random(1))

    assert len(drawn) == 30
    for english, chinese in drawn:
        numbers = [int(n) for n in re.findall(r"\d+", english)]
        assert 2 <= len(numbers) <= 5
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        assert chinese == "".join(f"第{n}句" for n in numbers)


def test_seed_fixes_the_draw(data):
    assert draw(LAWS, data, random.Random(1)) == draw(LAWS, data, random.Random(1))
    assert draw(LAWS, data, random.Random(1)) != draw(LAWS, data, random.Random(2))


def test_long_glosses_and_notes_in_brackets_are_not_drawn(data):
    assert sorted(draw(WORDS, data, random.Random(1))) == [("RADAR", "雷達"), ("fund", "基金")]


def test_missing_source_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"laws\.tsv\.gz"):
        draw(LAWS, tmp_path, random.Random(1))


def test_pairs_are_written_normalised_with_their_source(data, tmp_path, monkeypatch):
    monkeypatch.setattr(pairs, "SOURCES", (WORDS,))
    out = tmp_path / "work" / "pairs.jsonl"

    counts = write_pairs(data, out)

    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert counts == {"dict/words": 2}
    assert sorted(rows, key=lambda row: row["en"]) == [
        {"en": "fund", "zh": "基金", "source": "dict/words"},
        {"en": "radar", "zh": "雷达", "source": "dict/words"},
    ]


def test_same_seed_writes_the_same_file(data, tmp_path, monkeypatch):
    monkeypatch.setattr(pairs, "SOURCES", (LAWS, WORDS))
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_pairs(data, tmp_path / name, seed=seed)

    first, again, other = ((tmp_path / name).read_bytes() for name in "abc")
    assert first == again != other


def test_held_out_sources_are_never_drawn():
    assert not {source.name for source in SOURCES} & set(HELD_OUT)


def test_every_source_states_its_licence():
    assert [source.name for source in SOURCES if not source.licence] == []
