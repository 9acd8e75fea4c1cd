"""The stored index: whole or not there, whatever happens to the writer."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from index.library import build_index
from index.retriever import Retriever
from index.store import (
    IndexLockedError,
    IndexStoreError,
    current_generation,
    load_index,
    save_index,
    writing,
)

ROOT = Path(__file__).parent.parent.parent
WRITER = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
from conftest import DATA, StubEncoder
from corpus.library import read_document
from index.library import build_index
from index.store import save_index, writing
folder, index = Path({folder!r}), build_index([read_document(DATA / "policy-zh")], StubEncoder())
print("ready", flush=True)
while True:
    with writing(folder):
        save_index(index, folder)
"""


def test_a_loaded_index_equals_the_saved_one(policy_index, tmp_path):
    save_index(policy_index, tmp_path)
    loaded = load_index(tmp_path)
    assert loaded.documents == policy_index.documents
    assert loaded.chunks == policy_index.chunks
    assert loaded.rows == policy_index.rows
    count = len(policy_index.vectors)
    assert np.array_equal(loaded.vectors.rows(0, count), policy_index.vectors.rows(0, count))


def test_a_loaded_index_finds_the_same_sections(policy_index, stub_encoder, tmp_path):
    save_index(policy_index, tmp_path)
    before = Retriever(policy_index, stub_encoder).search("导航雷达由谁研发")
    after = Retriever(load_index(tmp_path), stub_encoder).search("导航雷达由谁研发")
    assert before.hits == after.hits


def test_a_new_generation_leaves_the_opened_one_readable(policy_index, tmp_path):
    first = save_index(policy_index, tmp_path)
    opened = load_index(tmp_path)
    second = save_index(policy_index, tmp_path)
    assert current_generation(tmp_path) == second
    assert first.exists()
    assert opened.chunks == policy_index.chunks


@pytest.mark.parametrize(
    "name",
    ["manifest.json", "chunks.jsonl", "rows.jsonl", "vectors.faiss", "lexical-zh/vocab.index.json"],
)
@pytest.mark.parametrize("damage", ["delete", "truncate", "flip"])
def test_damage_to_a_file_is_found(policy_index, tmp_path, name, damage):
    path = save_index(policy_index, tmp_path) / name
    content = path.read_bytes()
    flipped = content[:10] + bytes([content[10] ^ 1]) + content[11:]
    path.write_bytes({"delete": b"", "truncate": content[:-5], "flip": flipped}[damage])
    with pytest.raises(IndexStoreError, match="rebuild it with 'python -m index build --index"):
        load_index(tmp_path)


def test_a_folder_without_an_index_is_named(tmp_path):
    with pytest.raises(IndexStoreError, match="there is no index in"):
        load_index(tmp_path)


def test_a_second_writer_is_turned_away(tmp_path):
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\nfrom index.store import writing\n"
        f"with writing(Path({str(tmp_path)!r})):\n    print('held', flush=True)\n    input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(IndexLockedError, match="written by another process"), writing(tmp_path):
            pass
        holder.communicate("\n")


def test_a_full_disk_leaves_the_old_index(policy_index, tmp_path, monkeypatch):
    first = save_index(policy_index, tmp_path)

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("index.store._write_lines", full)
    with pytest.raises(OSError, match="No space left"):
        save_index(policy_index, tmp_path)
    assert current_generation(tmp_path) == first
    assert load_index(tmp_path).chunks == policy_index.chunks
    assert list((tmp_path / "generations").glob("*.partial")) == []


def test_a_killed_writer_leaves_a_whole_index(policy_index, stub_encoder, tmp_path):
    """Ten writers are killed at random moments; each time the index opens and answers."""
    save_index(policy_index, tmp_path)
    rng = random.Random(20170609)
    code = WRITER.format(root=str(ROOT), tests=str(ROOT / "tests"), folder=str(tmp_path))
    for _ in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout.readline() == "ready\n"
            time.sleep(rng.uniform(0.0, 0.25))
            os.kill(writer.pid, signal.SIGKILL)
        index = load_index(tmp_path)
        assert index.chunks == policy_index.chunks
        assert Retriever(index, stub_encoder).search("导航雷达").hits[0].ref == "二(一)1"


def test_no_module_of_the_index_uses_pickle():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "index").glob("*.py")]
    assert not any("import pickle" in source for source in sources)


def test_only_new_texts_are_embedded_again(policy, policy_index, stub_encoder):
    build_index([policy], stub_encoder, known=policy_index)
    assert stub_encoder.encoded == []
