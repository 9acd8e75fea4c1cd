"""
The stored index survives: writers that are killed, and many processes at once.

``make soak`` kills some hundreds of times, ``make test`` ten times.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from eval.scale import HashEncoder
from index.library import build_index
from index.locking import writing
from index.retriever import Retriever
from index.store import current_generation, load_index, save_index

ROOT = Path(__file__).parent.parent.parent
KILLS = 200 if os.environ.get("SOAK") else 10
LONGEST = 0.4  # seconds that a writer lives

# What all processes here can do: a random change, told to a file with what is there before it.
CHANGES = """
import json, os, random, sys
from contextlib import suppress
from pathlib import Path
from corpus.document import parse_document
from eval.scale import HashEncoder
from index.library import build_index
from index.maintenance import MissingDocumentError, add, build, insert, remove, repair
from index.store import load_index

folder, told, notices = (Path(argument) for argument in sys.argv[1:4])
encoder = HashEncoder()

def change(rng):
    held = {d.id: d.text for d in load_index(folder).documents}
    name = f"notice-{rng.randrange(6)}"
    text = "".join(f"{n}.雷达{rng.randrange(50)}。建设{rng.randrange(9)}座。\\n" for n in range(1, 4))
    (notices / f"{name}.txt").write_text(text, encoding="utf-8")
    match rng.choice(["add", "add", "add", "insert", "remove", "build", "repair"]):
        case "add":
            tell(held, held | {name: text})
            add(folder, encoder, [notices / f"{name}.txt"], wait=60)
        case "insert" if name not in held:
            tell(held, held | {name: text})
            insert(folder, encoder, [parse_document(name, text)], wait=60)
        case "remove" if name in held:
            tell(held, {key: value for key, value in held.items() if key != name})
            with suppress(MissingDocumentError):  # another writer was quicker
                remove(folder, encoder, name, wait=60)
        case "build":
            tell(held, {name: text})
            build(folder, encoder, [notices / f"{name}.txt"], wait=60)
        case "repair":
            repair(folder, encoder, wait=60)

def tell(before, after):
    with told.open("a") as lines:
        print(json.dumps(before), json.dumps(after), sep="\\n", file=lines)
"""
# Imports once, then forks a writer for every line it is sent; says its number, later its end.
NURSERY = """
build_index([parse_document("warm-up", "一、雷达\\n建设3座。")], encoder)
for line in sys.stdin:
    writer = os.fork()
    if writer == 0:
        rng = random.Random(int(line))
        while True:
            change(rng)
    print(writer, flush=True)
    print(os.WTERMSIG(os.waitpid(writer, 0)[1]), flush=True)
"""
WRITER = """
rng = random.Random(int(sys.argv[4]))
while not (notices / "stop").exists():
    change(rng)
    print(flush=True)
"""
READER = """
from index.retriever import Retriever
while not (notices / "stop").exists():
    index = load_index(folder)
    hits = Retriever(index, encoder).search("雷达").hits
    assert all(index.document(hit.document) for hit in hits)
    print(flush=True)
"""


@pytest.fixture
def place(tmp_path):
    """A stored index of nothing, and beside it what the processes need."""
    (tmp_path / "notices").mkdir()
    (tmp_path / "told").write_text("{}\n")
    save_index(build_index([], HashEncoder()), tmp_path / "index")
    return tmp_path


@contextmanager
def process(place: Path, code: str, *arguments: str):
    """Start a Python process that knows the changes."""
    command = [sys.executable, "-c", CHANGES + code]
    command += [str(place / name) for name in ("index", "told", "notices")]
    with subprocess.Popen(
        [*command, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as started:
        yield started


def test_killed_writer_leaves_the_old_index_or_the_new_one(place):
    """Writers are killed at random moments of random changes; then all is whole and answers."""
    folder, rng, before = place / "index", random.Random(20170609), 0
    with process(place, NURSERY) as nursery:
        for number in range(KILLS):
            print(number, file=nursery.stdin, flush=True)
            writer = int(nursery.stdout.readline())
            time.sleep(rng.uniform(0.0, LONGEST))
            os.kill(writer, signal.SIGKILL)
            assert int(nursery.stdout.readline()) == signal.SIGKILL

            index = load_index(folder)
            outcomes = [json.loads(line) for line in (place / "told").read_text().splitlines()]
            assert {d.id: d.text for d in index.documents} in outcomes[-2:]
            hits = Retriever(index, HashEncoder()).search("雷达建设").hits
            assert {hit.document for hit in hits} <= set(index.by_id)
            assert bool(hits) == bool(index.documents)
            live = int(current_generation(folder).name)
            assert live >= before
            before = live
        nursery.stdin.close()

    assert len(outcomes) > 2 * KILLS  # or else the writers died before they had done anything
    with writing(folder):
        save_index(index, folder)
    assert sorted(p.name for p in folder.iterdir()) == ["CURRENT", "LOCK", "generations"]
    assert len(list((folder / "generations").iterdir())) == 2
    assert load_index(folder).documents == index.documents


def test_writers_take_turns_and_a_reader_never_fails(place):
    folder = place / "index"
    with (
        process(place, WRITER, "1") as one,
        process(place, WRITER, "2") as other,
        process(place, READER) as reader,
    ):
        for process_, rounds in ((one, 5), (other, 5), (reader, 20)):
            assert [process_.stdout.readline() for _ in range(rounds)] == ["\n"] * rounds
        (place / "notices" / "stop").touch()
        errors = [process_.communicate()[1] for process_ in (one, other, reader)]

    assert errors == ["", "", ""]
    assert int(current_generation(folder).name) > 5
    assert load_index(folder).documents
