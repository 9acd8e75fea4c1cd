"""The files of one generation. How they are replaced is tested with the store."""

import json

import numpy as np
import pytest

from corpus.document import parse_document
from index.generation import (
    FORMAT,
    PartialGeneration,
    check,
    digest,
    read_generation,
    read_manifest,
)
from index.library import build_index


@pytest.fixture
def generation(policy_index, tmp_path):
    PartialGeneration(tmp_path / "1", None).write(policy_index)
    return tmp_path / "1"


def test_written_generation_is_read_back(generation, policy_index):
    index = read_generation(generation)

    assert index.documents == policy_index.documents
    assert index.chunks == policy_index.chunks
    assert np.array_equal(index.rows, policy_index.rows)
    assert (index.encoder, index.dimension) == (policy_index.encoder, policy_index.dimension)


def test_every_file_but_the_manifest_is_in_the_manifest_with_its_digest(generation):
    files = read_manifest(generation)["files"]
    paths = [path for path in generation.rglob("*") if path.is_file()]

    assert {
        str(p.relative_to(generation)): digest(p) for p in paths if p.name != "manifest.json"
    } == files


def test_changed_file_is_named(generation):
    manifest = read_manifest(generation)
    (name,) = (name for name in manifest["files"] if name.endswith("rows.npy"))
    check(generation, name, manifest)

    (generation / name).write_bytes(b"damage")

    with pytest.raises(ValueError, match=r"segments/.*/rows\.npy has changed since it was written"):
        check(generation, name, manifest)


def test_damaged_live_generation_is_not_linked(generation, policy_index):
    """Everything is written again from memory."""
    (generation / "manifest.json").write_bytes(b"damage")
    PartialGeneration(generation.with_name("2"), generation).write(policy_index)

    assert read_generation(generation.with_name("2")).documents == policy_index.documents


def test_segment_that_is_held_already_is_not_read(generation, policy_index):
    for path in (generation / "segments").rglob("*.*"):
        path.write_bytes(b"damage")

    assert read_generation(generation, policy_index).segments == policy_index.segments


def test_lenient_reading_leaves_damaged_segments_out(generation):
    for path in (generation / "segments").rglob("rows.npy"):
        path.write_bytes(b"damage")

    assert read_generation(generation, lenient=True).segments == ()


@pytest.mark.parametrize("ids", [["../a", "a/b", ".."], ["a" * 300], ["奇", "\u2028"]])
def test_ids_are_never_paths(ids, stub_encoder, tmp_path):
    documents = [parse_document(name, f"一、甲\n{name}。") for name in ids]
    PartialGeneration(tmp_path / "deep" / "1", None).write(build_index(documents, stub_encoder))

    assert read_generation(tmp_path / "deep" / "1").documents == tuple(documents)
    assert [path.name for path in tmp_path.iterdir()] == ["deep"]
    assert json.loads((tmp_path / "deep/1/manifest.json").read_text("utf-8"))["format"] == FORMAT
