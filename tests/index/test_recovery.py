"""What can be saved of a damaged index."""

import shutil
from dataclasses import replace

import pytest

from index.library import build_index
from index.recovery import recover_documents, recover_index
from index.store import current_generation, save_index

DOCUMENT = "documents/4264b0f312b68afc"  # of the id policy-zh


@pytest.fixture(scope="module")
def saved(policy_index, tmp_path_factory):
    """A stored index that no test changes."""
    folder = tmp_path_factory.mktemp("saved")
    save_index(policy_index, folder)
    return folder


@pytest.fixture
def stored(saved, tmp_path):
    """A copy of it, to be damaged."""
    return shutil.copytree(saved, tmp_path / "index")


@pytest.mark.parametrize(
    "name", ["segments/*/vectors.faiss", "manifest.json", "segments/*/chunks.jsonl"]
)
def test_documents_of_a_damaged_generation_are_recovered(stored, policy, name):
    (path,) = current_generation(stored).glob(name)
    path.write_bytes(b"damage")

    assert recover_documents(stored) == (policy,)


@pytest.mark.parametrize("content", [b"{", b"[]", b"null", b"{}"])
def test_document_whose_outline_is_broken_is_parsed_again(stored, policy, content):
    (current_generation(stored) / f"{DOCUMENT}.json").write_bytes(content)
    parsed, lost = [], []

    found = recover_documents(stored, parsed=parsed.append, lost=lost.append)

    assert [(document.id, document.text) for document in found] == [(policy.id, policy.text)]
    assert [section.ref for section in found[0].sections] == [s.ref for s in policy.sections]
    assert (parsed, lost) == ([policy.id], [])


@pytest.mark.parametrize("ending", ["txt", "json"])
def test_a_file_that_is_gone_is_taken_from_an_older_generation(
    policy, english_policy, stub_encoder, tmp_path, ending
):
    save_index(build_index([policy], stub_encoder), tmp_path)
    save_index(build_index([policy, english_policy], stub_encoder), tmp_path)
    (current_generation(tmp_path) / f"{DOCUMENT}.{ending}").unlink()

    assert recover_documents(tmp_path) == (policy, english_policy)


def test_an_older_text_of_a_document_never_takes_its_place(policy, stub_encoder, tmp_path):
    older = replace(policy, text=policy.text.replace("120", "920"))
    save_index(build_index([older], stub_encoder), tmp_path)
    save_index(build_index([policy], stub_encoder), tmp_path)
    (current_generation(tmp_path) / f"{DOCUMENT}.txt").unlink()

    assert recover_documents(tmp_path) == ()


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
    save_index(build_index([policy, english_policy], stub_encoder), tmp_path)
    newest = current_generation(tmp_path)
    (tmp_path / "CURRENT").unlink()
    assert recover_documents(tmp_path) == (policy, english_policy)

    (newest / "manifest.json").write_bytes(b"damage")
    assert recover_documents(tmp_path) == (english_policy,)


@pytest.mark.parametrize(
    ("name", "lost"), [("segments/*/rows.npy", "policy-zh"), ("manifest.json", DOCUMENT)]
)
def test_documents_that_are_lost_are_told(stored, name, lost):
    generation, told = current_generation(stored), []
    (path,) = generation.glob(name)
    path.write_bytes(b"damage")
    (generation / f"{DOCUMENT}.txt").unlink()

    assert recover_documents(stored, lost=told.append) == ()
    assert told == [lost]


def test_nothing_is_recovered_where_nothing_is(tmp_path):
    assert recover_documents(tmp_path) == ()


def test_whole_segments_are_recovered_and_damaged_ones_left_out(
    policy, english_policy, stub_encoder, tmp_path, monkeypatch
):
    monkeypatch.setattr("index.segment.MAX_ROWS", 1)  # segments do not grow together
    index = build_index([policy], stub_encoder)
    index = build_index([policy, english_policy], stub_encoder, known=index)
    save_index(index, tmp_path)
    place = current_generation(tmp_path) / "segments"
    (place / index.segments[0].name / "rows.npy").write_bytes(b"damage")

    assert recover_index(tmp_path).documents == (english_policy,)
    (current_generation(tmp_path) / "manifest.json").write_bytes(b"damage")
    assert recover_index(tmp_path) is None


def test_no_index_is_recovered_where_nothing_is(tmp_path):
    assert recover_index(tmp_path) is None
