"""The stored index: whole or not there, whatever happens to the writer."""

import errno
import json
import resource
import shutil
from pathlib import Path

import numpy as np
import pytest

from corpus.document import parse_document
from index import store
from index.generation import FORMAT, SEGMENT_FILES
from index.library import build_index
from index.locking import reading
from index.retriever import Retriever
from index.store import (
    IndexStoreError,
    current_generation,
    load_index,
    newer_index,
    save_index,
)

ROOT = Path(__file__).parent.parent.parent
DOCUMENT = "documents/4264b0f312b68afc"  # of the id policy-zh
FILES = [f"{DOCUMENT}.txt", f"{DOCUMENT}.json", *(f"segments/*/{name}" for name in SEGMENT_FILES)]
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


def saved_as(index, folder: Path) -> Path:
    """Save an index; give its generation."""
    save_index(index, folder)
    return current_generation(folder)


def file_of(folder: Path, pattern: str) -> Path:
    """Give the one file of the live generation that a pattern fits."""
    (path,) = current_generation(folder).glob(pattern)
    return path


# --- save and load ---------------------------------------------------------------------------


def test_loaded_index_equals_the_saved_one(policy_index, saved):
    loaded = load_index(saved)
    count = len(policy_index.vectors)

    assert loaded.encoder == policy_index.encoder
    assert loaded.documents == policy_index.documents
    assert loaded.chunks == policy_index.chunks
    assert np.array_equal(loaded.rows, policy_index.rows)
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

    assert (manifest["format"], manifest["encoder"], manifest["dimension"]) == (
        FORMAT,
        "stub-1",
        256,
    )
    assert (manifest["chunks"], manifest["rows"]) == (7, len(load_index(saved).rows))
    (segment,) = load_index(saved).segments
    assert sorted(manifest["files"]) == sorted(f.replace("*", segment.name) for f in FILES)
    (entry,) = manifest["documents"]
    assert (entry["id"], entry["title"], entry["sections"]) == ("policy-zh", policy.title, 10)


def test_source_text_is_stored_as_it_is(saved, policy):
    stored = (current_generation(saved) / f"{DOCUMENT}.txt").read_bytes()

    assert stored == policy.text.encode()


# --- generations -----------------------------------------------------------------------------


def test_current_names_the_live_generation(policy_index, tmp_path):
    first = saved_as(policy_index, tmp_path)
    assert (current_generation(tmp_path), (tmp_path / "CURRENT").read_text()) == (first, "1")

    second = saved_as(policy_index, tmp_path)

    assert (current_generation(tmp_path), (tmp_path / "CURRENT").read_text()) == (second, "2")


def test_reader_of_an_old_generation_keeps_working(policy, policy_index, stub_encoder, tmp_path):
    """Three more generations: the opened one is gone from the disk by then."""
    first = saved_as(policy_index, tmp_path)
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
    assert saved_as(policy_index, stored).name == "2"
    assert load_index(stored).chunks == policy_index.chunks


def test_generation_that_is_being_read_is_not_removed(policy_index, tmp_path):
    first = saved_as(policy_index, tmp_path)
    with reading(first):
        for _ in range(3):
            save_index(policy_index, tmp_path)
        assert generations(tmp_path) == ["1", "3", "4"]

    save_index(policy_index, tmp_path)
    assert generations(tmp_path) == ["4", "5"]


def test_reader_whose_generation_is_replaced_and_removed_takes_the_next(
    stored, other_index, policy_index, monkeypatch
):
    """It has read CURRENT, but has not opened the manifest yet."""
    calls = []

    def reading_late(generation):
        calls.append(generation.name)
        if len(calls) == 1:
            for _ in range(2):
                save_index(other_index, stored)
        return reading(generation)

    monkeypatch.setattr(store, "reading", reading_late)

    assert load_index(stored).chunks == other_index.chunks
    assert calls == ["1", "3"]


# --- sharing ---------------------------------------------------------------------------------


def inodes(generation: Path) -> dict[str, int]:
    """Give the files but the manifest, which is always new."""
    paths = (path for path in generation.rglob("*") if path.is_file())
    return {path.name: path.stat().st_ino for path in paths if path.name != "manifest.json"}


def test_what_has_not_changed_is_linked(
    policy, english_policy, stub_encoder, tmp_path, monkeypatch
):
    monkeypatch.setattr("index.segment.MAX_ROWS", 1)  # segments do not grow together
    index = save_index(build_index([policy], stub_encoder), tmp_path)
    first = inodes(current_generation(tmp_path))

    save_index(build_index([policy, english_policy], stub_encoder, known=index), tmp_path)

    second = inodes(current_generation(tmp_path))
    assert len(second) == len(first) + 2  # of the English document; a segment's names are alike
    assert {name for name in first if first[name] == second[name]} >= {
        f"{Path(DOCUMENT).name}.txt",
        f"{Path(DOCUMENT).name}.json",
    }
    shared = current_generation(tmp_path) / "segments" / index.segments[0].name
    assert {path.stat().st_nlink for path in shared.iterdir()} == {2}


def test_files_are_copied_where_links_are_not_possible(stored, policy_index, monkeypatch):
    index = load_index(stored)

    def refused(*_args):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.link", refused)
    save_index(index, stored)

    assert {p.stat().st_nlink for p in current_generation(stored).rglob("*.*") if p.is_file()} == {
        1
    }
    assert load_index(stored).chunks == policy_index.chunks


def test_unchanged_document_of_a_changed_segment_is_linked(
    policy, english_policy, stub_encoder, tmp_path
):
    both = save_index(build_index([policy, english_policy], stub_encoder), tmp_path)

    save_index(build_index([policy], stub_encoder, known=both), tmp_path)

    text = current_generation(tmp_path) / f"{DOCUMENT}.txt"
    assert text.stat().st_nlink == 2


def test_next_generation_takes_over_what_is_open_already(
    policy, english_policy, stub_encoder, tmp_path, monkeypatch
):
    monkeypatch.setattr("index.segment.MAX_ROWS", 1)
    save_index(build_index([policy], stub_encoder), tmp_path)
    opened = load_index(tmp_path)
    save_index(build_index([policy, english_policy], stub_encoder, known=opened), tmp_path)

    again = load_index(tmp_path, known=opened)

    assert again.documents == (policy, english_policy)
    assert again.segments[0] is opened.segments[0]


def test_newer_index_is_opened_when_another_was_saved(policy_index, other_index, tmp_path):
    saved = save_index(policy_index, tmp_path)
    opened = load_index(tmp_path)
    assert newer_index(saved) is None
    assert newer_index(opened) is None

    save_index(other_index, tmp_path)

    newer = newer_index(opened)
    assert newer.documents == newer_index(saved).documents == other_index.documents
    assert newer_index(newer) is None


def test_index_that_is_not_stored_has_no_newer_one(policy_index):
    assert newer_index(policy_index) is None


def test_index_of_a_folder_made_anew_is_newer(policy_index, other_index, tmp_path):
    """It has the number of the old one."""
    opened = save_index(policy_index, tmp_path)
    shutil.rmtree(tmp_path)
    assert newer_index(opened) is None

    save_index(other_index, tmp_path)

    assert current_generation(tmp_path).name == "1"
    assert newer_index(opened).documents == other_index.documents


def test_newer_index_that_is_damaged_or_of_another_encoder_takes_no_place(
    policy, policy_index, other_encoder, tmp_path
):
    opened = save_index(policy_index, tmp_path)

    save_index(build_index([policy], other_encoder), tmp_path)
    assert newer_index(opened) is None

    save_index(policy_index, tmp_path)
    (current_generation(tmp_path) / "manifest.json").write_bytes(b"damage")
    assert newer_index(opened) is None


# --- damage ----------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", FILES)
def test_damage_to_any_file_is_detected_and_named(stored, name, damage):
    path = file_of(stored, name)
    path.write_bytes(DAMAGE[damage](path.read_bytes()))

    repair = f"repair it with 'python -m index repair --index {stored}'"
    with pytest.raises(IndexStoreError, match=f"damaged: .*{path.name} has changed .* {repair}"):
        load_index(stored)


@pytest.mark.parametrize("name", [*FILES, "manifest.json"])
def test_missing_file_is_detected_and_named(stored, name):
    path = file_of(stored, name)
    path.unlink()

    with pytest.raises(IndexStoreError, match=rf"damaged: .*{path.name}.* repair it with"):
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

    with pytest.raises(IndexStoreError, match=r"is damaged: .* repair it with"):
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
    ["[]", "null", '"x"', "{}", f'{{"format": {FORMAT}, "files": []}}'],
)
def test_manifest_of_another_shape_is_damage(stored, value):
    (current_generation(stored) / "manifest.json").write_text(value)

    with pytest.raises(IndexStoreError, match="is damaged"):
        load_index(stored)


def test_index_of_another_format_is_refused(stored):
    path = current_generation(stored) / "manifest.json"
    path.write_text(path.read_text("utf-8").replace(f'"format": {FORMAT}', '"format": 99'), "utf-8")

    with pytest.raises(
        IndexStoreError, match=f"format 99, this program reads {FORMAT}; repair it with"
    ):
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

    with pytest.raises(IndexStoreError, match="python -m index repair --index"):
        load_index(stored)


def test_folder_without_an_index_is_named(tmp_path):
    with pytest.raises(
        IndexStoreError, match=r"there is no index in .* build it with 'python -m index build"
    ):
        load_index(tmp_path)
    assert current_generation(tmp_path) is None


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


def test_word_pickle_does_not_occur_in_the_code():
    sources = sorted((ROOT / "index").rglob("*.py"))

    assert [p.name for p in sources if "pickle" in p.read_text("utf-8").lower()] == []
    assert len(sources) > 8


# --- failing writes --------------------------------------------------------------------------


def full(*_args, **_kwargs):
    raise OSError(28, "No space left on device")


def everything_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.fixture
def other_index(policy, english_policy, stub_encoder):
    """An index that shares nothing with the stored one."""
    return build_index([english_policy, policy], stub_encoder)


@pytest.mark.parametrize(
    "target",
    ["os.fsync", "os.link", "pathlib.Path.open", "pathlib.Path.rename", "pathlib.Path.mkdir"],
)
def test_full_disk_leaves_the_old_index_and_no_partial_one(
    stored, policy_index, other_index, monkeypatch, target
):
    before = everything_below(stored)
    monkeypatch.setattr(target, full)
    with pytest.raises(OSError, match=r"cannot write .*: No space left on device; it is as"):
        save_index(other_index, stored)
    monkeypatch.undo()

    assert everything_below(stored) == before
    assert load_index(stored).chunks == policy_index.chunks
    assert saved_as(other_index, stored).name == "2"


@pytest.mark.parametrize("limit", [0, 1_000, 3_000, 5_000, 20_000, 50_000, 65_000, 66_000])
def test_file_that_cannot_grow_leaves_the_old_index(stored, policy_index, other_index, limit):
    """The limit stops a document's text, its outline, the chunks, the vectors or the words."""
    assert max(len(s.vectors.to_bytes()) for s in other_index.segments) > 66_000
    before = everything_below(stored)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            save_index(other_index, stored)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert everything_below(stored) == before
    assert load_index(stored).chunks == policy_index.chunks


def test_failing_pointer_leaves_the_old_index(stored, policy_index, other_index, monkeypatch):
    """The new generation is finished, but CURRENT cannot be replaced."""
    before = everything_below(stored)
    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match=r"cannot write .*: No space left on device; it is as"):
        save_index(other_index, stored)
    monkeypatch.undo()

    assert everything_below(stored) == before
    assert load_index(stored).chunks == policy_index.chunks
    assert saved_as(other_index, stored).name == "2"
