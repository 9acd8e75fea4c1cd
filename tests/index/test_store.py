"""The stored index: whole or not there, whatever happens to the writer."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from corpus.document import parse_document
from index.library import build_index
from index.retriever import Retriever
from index.store import (
    IndexLockedError,
    IndexStoreError,
    current_generation,
    load_index,
    recover_documents,
    save_index,
    writing,
)

ROOT = Path(__file__).parent.parent.parent
LEXICAL = [
    *("data.csc.index.npy", "indices.csc.index.npy", "indptr.csc.index.npy"),
    *("params.index.json", "rows.txt", "vocab.index.json"),
]
DOCUMENT = "documents/4264b0f312b68afc"  # of the id policy-zh
FILES = [
    *("chunks.jsonl", "rows.jsonl", "vectors.faiss", f"{DOCUMENT}.txt", f"{DOCUMENT}.json"),
    *(f"lexical-{code}/{name}" for code in ("zh", "en") for name in LEXICAL),
]
DAMAGE = {
    "flip": lambda data: data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 255]) + data[len(data) // 2 + 1 :],
    "truncate": lambda data: data[:-5],
    "empty": lambda data: b"",
}  # fmt: skip


@pytest.fixture(scope="module")
def saved(policy_index, tmp_path_factory) -> Path:
    """A stored index that no test changes."""
    folder = tmp_path_factory.mktemp("saved")
    save_index(policy_index, folder)
    return folder


@pytest.fixture
def stored(saved, tmp_path) -> Path:
    """A copy of it, to be damaged."""
    return shutil.copytree(saved, tmp_path / "index")


def generations(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "generations").iterdir())


# --- save and load ---------------------------------------------------------------------------


def test_loaded_index_equals_the_saved_one(policy_index, saved):
    loaded = load_index(saved)
    count = len(policy_index.vectors)

    assert loaded.encoder == policy_index.encoder
    assert loaded.documents == policy_index.documents
    assert loaded.chunks == policy_index.chunks
    assert loaded.rows == policy_index.rows
    assert np.array_equal(loaded.vectors.rows(0, count), policy_index.vectors.rows(0, count))


@pytest.mark.parametrize(
    "question", ["导航雷达由谁研发", "Who spreads electronic sea charts?", "?"]
)
def test_loaded_index_searches_like_the_saved_one(policy_index, saved, stub_encoder, question):
    before = Retriever(policy_index, stub_encoder).search(question)
    after = Retriever(load_index(saved), stub_encoder).search(question)

    assert before.hits == after.hits


@pytest.mark.parametrize(
    "document",
    [
        parse_document(
            "a b/../奇", "一、甲\u2028乙\r丙\x0b\n二、丁(责任单位:戊局)\r\n", pages=(0, 4)
        ),
        parse_document("none", ""),
        parse_document("\u0085", "\ufeff\u0085甲"),
    ],
)
def test_odd_documents_come_back_unchanged(document, stub_encoder, tmp_path):
    save_index(build_index([document], stub_encoder), tmp_path)

    assert load_index(tmp_path).documents == (document,)


def test_embedded_document_comes_back_with_its_rendering_and_lists(tianjin, stub_encoder, tmp_path):
    save_index(build_index([tianjin], stub_encoder), tmp_path)

    assert load_index(tmp_path).documents == (tianjin,)


def test_index_of_nothing_comes_back(stub_encoder, tmp_path):
    save_index(build_index([], stub_encoder), tmp_path)

    loaded = load_index(tmp_path)
    assert (loaded.documents, loaded.chunks, len(loaded.vectors)) == ((), (), 0)


def test_manifest_tells_what_is_in_the_generation(saved, policy):
    manifest = json.loads((current_generation(saved) / "manifest.json").read_text("utf-8"))

    assert (manifest["format"], manifest["encoder"], manifest["dimension"]) == (1, "stub-1", 256)
    assert (manifest["chunks"], manifest["rows"]) == (7, len(load_index(saved).rows))
    assert sorted(manifest["files"]) == sorted(FILES)
    (entry,) = manifest["documents"]
    assert (entry["id"], entry["title"], entry["sections"]) == ("policy-zh", policy.title, 10)


def test_source_text_is_stored_as_it_is(saved, policy):
    stored = (current_generation(saved) / f"{DOCUMENT}.txt").read_bytes()

    assert stored == policy.text.encode()


# --- generations -----------------------------------------------------------------------------


def test_current_names_the_live_generation(policy_index, tmp_path):
    first = save_index(policy_index, tmp_path)
    assert (current_generation(tmp_path), (tmp_path / "CURRENT").read_text()) == (first, "1")

    second = save_index(policy_index, tmp_path)

    assert (current_generation(tmp_path), (tmp_path / "CURRENT").read_text()) == (second, "2")


def test_reader_of_an_old_generation_keeps_working(policy, policy_index, stub_encoder, tmp_path):
    """Three more generations: the opened one is gone from the disk by then."""
    first = save_index(policy_index, tmp_path)
    reader = Retriever(load_index(tmp_path), stub_encoder)
    before = reader.search("导航雷达")
    empty = build_index([], stub_encoder)
    for _ in range(3):
        save_index(empty, tmp_path)

    assert not first.exists()
    assert reader.search("导航雷达").hits == before.hits
    assert reader.index.documents == (policy,)
    assert load_index(tmp_path).documents == ()


def test_two_generations_stay_on_the_disk(policy_index, tmp_path):
    for _ in range(5):
        save_index(policy_index, tmp_path)

    assert generations(tmp_path) == ["4", "5"]


def test_leftovers_of_a_killed_writer_are_swept(policy_index, stored):
    (stored / "generations" / "2.partial").mkdir()
    (stored / "generations" / "7.partial").mkdir()
    (stored / "CURRENT.new").write_text("9")

    save_index(policy_index, stored)

    assert generations(stored) == ["1", "2"]
    assert sorted(path.name for path in stored.iterdir()) == ["CURRENT", "generations"]


def test_finished_generation_that_never_went_live_is_passed_over(policy_index, stored):
    """A writer was killed between the rename and the new CURRENT."""
    shutil.copytree(stored / "generations" / "1", stored / "generations" / "2")

    assert current_generation(stored).name == "1"
    assert save_index(policy_index, stored).name == "3"
    assert load_index(stored).chunks == policy_index.chunks


# --- damage ----------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", FILES)
def test_damage_to_any_file_is_detected_and_named(stored, name, damage):
    path = current_generation(stored) / name
    path.write_bytes(DAMAGE[damage](path.read_bytes()))

    with pytest.raises(IndexStoreError, match=rf"damaged: {name} has changed .* rebuild it with"):
        load_index(stored)


@pytest.mark.parametrize("name", [*FILES, "manifest.json"])
def test_missing_file_is_detected_and_named(stored, name):
    (current_generation(stored) / name).unlink()

    with pytest.raises(IndexStoreError, match=rf"damaged: .*{name}.* rebuild it with"):
        load_index(stored)


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_to_the_manifest_is_named(stored, damage):
    path = current_generation(stored) / "manifest.json"
    path.write_bytes(DAMAGE[damage](path.read_bytes()))

    with pytest.raises(IndexStoreError, match=r"manifest\.json"):
        load_index(stored)


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_to_the_manifest_is_detected(stored, damage):
    path = current_generation(stored) / "manifest.json"
    path.write_bytes(DAMAGE[damage](path.read_bytes()))

    with pytest.raises(IndexStoreError, match=r"is damaged: .* rebuild it with"):
        load_index(stored)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"encoder": "stub-1"', '"encoder": "stub-0"'),
        ('"chunks": 7', '"chunks": 8'),
        ('"sections": 10', '"sections": 11'),
    ],
)
def test_changed_value_in_the_manifest_is_detected(stored, before, after):
    path = current_generation(stored) / "manifest.json"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")

    with pytest.raises(IndexStoreError, match="is damaged"):
        load_index(stored)


@pytest.mark.parametrize(
    "value",
    ["[]", "null", '"x"', "{}", '{"format": 1, "files": []}'],
)
def test_manifest_of_another_shape_is_damage(stored, value):
    (current_generation(stored) / "manifest.json").write_text(value)

    with pytest.raises(IndexStoreError, match="is damaged"):
        load_index(stored)


def test_index_of_another_format_is_refused(stored):
    path = current_generation(stored) / "manifest.json"
    path.write_text(path.read_text("utf-8").replace('"format": 1', '"format": 99'), "utf-8")

    with pytest.raises(IndexStoreError, match="format 99, this program reads 1; rebuild it with"):
        load_index(stored)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"9",
        b"x/y",
        b"\0",
        b"\xce",
    ],
)
def test_damaged_pointer_is_detected(stored, content):
    (stored / "CURRENT").write_bytes(content)

    with pytest.raises(IndexStoreError, match="python -m index build --index"):
        load_index(stored)


def test_folder_without_an_index_is_named(tmp_path):
    with pytest.raises(
        IndexStoreError, match=r"there is no index in .* rebuild it with 'python -m"
    ):
        load_index(tmp_path)
    assert current_generation(tmp_path) is None


# --- recovery --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["vectors.faiss", "manifest.json", "chunks.jsonl"])
def test_documents_of_a_damaged_generation_are_recovered(stored, policy, name):
    (current_generation(stored) / name).write_bytes(b"damage")

    assert recover_documents(stored) == (policy,)


@pytest.mark.parametrize("content", [b"{", b"[]", b"null", b"{}"])
def test_document_whose_outline_is_broken_is_left_out(
    policy, english_policy, stub_encoder, tmp_path, content
):
    save_index(build_index([policy, english_policy], stub_encoder), tmp_path)
    (current_generation(tmp_path) / f"{DOCUMENT}.json").write_bytes(content)

    assert recover_documents(tmp_path) == (english_policy,)


def test_document_whose_text_has_changed_is_not_recovered(stored):
    path = current_generation(stored) / f"{DOCUMENT}.txt"
    path.write_bytes(path.read_bytes().replace(b"120", b"920"))

    assert recover_documents(stored) == ()


@pytest.mark.parametrize("content", [b"", b"7"])
def test_documents_are_recovered_where_the_pointer_is_lost(stored, policy, content):
    (stored / "CURRENT").write_bytes(content)

    assert recover_documents(stored) == (policy,)


def test_newest_whole_generation_is_recovered_where_the_pointer_is_lost(
    policy, english_policy, stub_encoder, tmp_path
):
    save_index(build_index([english_policy], stub_encoder), tmp_path)
    newest = save_index(build_index([policy, english_policy], stub_encoder), tmp_path)
    (tmp_path / "CURRENT").unlink()
    assert recover_documents(tmp_path) == (policy, english_policy)

    (newest / "manifest.json").write_bytes(b"damage")
    assert recover_documents(tmp_path) == (english_policy,)


@pytest.mark.parametrize(
    ("name", "lost"), [("rows.jsonl", "policy-zh"), ("manifest.json", DOCUMENT)]
)
def test_documents_that_are_lost_are_told(stored, name, lost):
    generation, told = current_generation(stored), []
    (generation / name).write_bytes(b"damage")
    (generation / f"{DOCUMENT}.txt").unlink()

    assert recover_documents(stored, lost=told.append) == ()
    assert told == [lost]


def test_nothing_is_recovered_where_nothing_is(tmp_path):
    assert recover_documents(tmp_path) == ()


# --- no pickle -------------------------------------------------------------------------------


def test_no_file_of_the_index_loads_as_a_pickle(saved):
    import pickle

    loaded = []
    for path in [p for p in saved.rglob("*") if p.is_file() and p.stat().st_size]:
        try:
            loaded.append((path, pickle.loads(path.read_bytes())))
        except Exception:  # anything but success is fine
            continue

    assert [path.name for path, _ in loaded] == []


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in LEXICAL if name.endswith(".npy")])
def test_arrays_load_without_pickle(saved, code, name):
    array = np.load(current_generation(saved) / f"lexical-{code}" / name, allow_pickle=False)

    assert array.dtype.kind in "if"


def test_word_pickle_does_not_occur_in_the_code():
    sources = sorted((ROOT / "index").rglob("*.py"))

    assert [p.name for p in sources if "pickle" in p.read_text("utf-8").lower()] == []
    assert len(sources) > 8


# --- one writer at a time --------------------------------------------------------------------


HOLDER = """
import sys
from pathlib import Path
from index.store import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    input()
"""


def test_second_writer_is_turned_away_and_readers_are_not(stored, policy_index):
    """Another process holds the lock; when it has finished, writing works."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(stored)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(IndexLockedError, match="is being written by another process; try again"),
            writing(stored),
        ):
            pytest.fail("the lock was given twice")
        assert load_index(stored).chunks == policy_index.chunks
        holder.communicate("\n")

    with writing(stored):
        assert save_index(policy_index, stored).name == "2"


def test_lock_is_given_back_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError, match="division"), writing(tmp_path):
        _ = 1 / 0

    with writing(tmp_path):
        assert (tmp_path / "LOCK").exists()


# --- failing writes --------------------------------------------------------------------------


def full(*_args, **_kwargs):
    raise OSError(28, "No space left on device")


def full_in_faiss(*_args):
    raise RuntimeError("write error in vectors.faiss: 4051 != 63488 (No space left on device)")


@pytest.mark.parametrize(
    ("target", "failure"),
    [
        ("index.store._write_json", full),
        ("index.store._write_lines", full),
        ("index.store._sync", full),
        ("index.lexical.LexicalIndex.save", full),
        ("pathlib.Path.write_text", full),
        ("os.fsync", full),
        ("faiss.write_index", full_in_faiss),
    ],
)
def test_full_disk_leaves_the_old_index_and_no_partial_one(
    stored, policy_index, monkeypatch, target, failure
):
    monkeypatch.setattr(target, failure)
    with pytest.raises(OSError, match="No space left on device"):
        save_index(policy_index, stored)
    monkeypatch.undo()

    assert load_index(stored).chunks == policy_index.chunks
    assert generations(stored) == ["1"]
    assert save_index(policy_index, stored).name == "2"


def test_failing_pointer_leaves_the_old_index(stored, policy_index, monkeypatch):
    """The new generation is finished, but CURRENT cannot be replaced."""
    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space left on device"):
        save_index(policy_index, stored)
    monkeypatch.undo()

    assert current_generation(stored).name == "1"
    assert load_index(stored).chunks == policy_index.chunks
    assert save_index(policy_index, stored).name == "3"


# --- the kill test ---------------------------------------------------------------------------

# Imports once, then forks a writer for every line it is sent; says its number, later its end.
NURSERY = """
import os, sys
from pathlib import Path
sys.path.append(sys.argv[1])
from conftest import DATA, StubEncoder
from corpus.library import read_document
from index.library import build_index
from index.store import save_index, writing
folder, encoder = Path(sys.argv[2]), StubEncoder()
plans = [read_document(DATA / "policy-zh"), read_document(DATA / "policy_en.md")]
build_index(plans, encoder)
for _ in sys.stdin:
    writer = os.fork()
    while writer == 0:
        for documents in (plans, plans[:1]):
            with writing(folder):
                save_index(build_index(documents, encoder), folder)
    print(writer, flush=True)
    print(os.WTERMSIG(os.waitpid(writer, 0)[1]), flush=True)
"""


def test_killed_writer_leaves_a_whole_index(policy, policy_index, stub_encoder, tmp_path):
    """Ten writers are killed at random moments; each time the index opens and answers."""
    folder = tmp_path / "index"
    save_index(policy_index, folder)
    rng = random.Random(20170609)
    lives = []
    with subprocess.Popen(
        [sys.executable, "-c", NURSERY, str(ROOT / "tests"), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as nursery:
        for _ in range(10):
            print(file=nursery.stdin, flush=True)
            writer = int(nursery.stdout.readline())
            time.sleep(rng.uniform(0.05, 0.6))
            os.kill(writer, signal.SIGKILL)
            assert int(nursery.stdout.readline()) == signal.SIGKILL
            index = load_index(folder)
            lives.append(int(current_generation(folder).name))
            assert index.documents[0] == policy
            assert Retriever(index, stub_encoder).search("导航雷达").hits[0].ref == "二(一)1"
        nursery.stdin.close()

    assert lives == sorted(lives)
    assert lives[-1] >= 10
    with writing(folder):
        live = save_index(policy_index, folder)
    assert [name for name in generations(folder) if name.endswith(".partial")] == []
    assert live.name in generations(folder)
    assert len(generations(folder)) == 2
