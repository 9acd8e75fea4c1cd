"""Building, extending, opening and repairing the stored index."""

import dataclasses
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.document import parse_document
from corpus.library import read_document
from corpus.loading import UnreadableFileError
from index import maintenance
from index.generation import FORMAT
from index.library import build_index
from index.locking import IndexLockedError
from index.maintenance import (
    MissingDocumentError,
    add,
    build,
    default_folder,
    gather,
    insert,
    open_index,
    remove,
    repair,
)
from index.store import (
    IndexStoreError,
    current_generation,
    load_index,
    save_index,
)

DATA = Path(__file__).parent.parent / "data"
PLAN, REGULATIONS = DATA / "policy-zh", DATA / "policy_en.md"
EMBEDDED_ID = "tianjin-information-industry-2017"


def ids(folder: Path) -> list[str]:
    return [document.id for document in load_index(folder).documents]


@pytest.fixture
def notes() -> list[str]:
    return []


# --- where the index is ----------------------------------------------------------------------


def test_environment_names_the_place():
    assert default_folder({"ZHENGWEN_INDEX": "/srv/index"}) == Path("/srv/index")


@pytest.mark.parametrize("environ", [{}, {"ZHENGWEN_INDEX": ""}])
def test_checkout_is_the_next_place(environ):
    assert default_folder(environ) == maintenance.CHECKOUT / "build" / "index"


def test_users_data_folder_is_the_last_place(monkeypatch, tmp_path):
    monkeypatch.setattr(maintenance, "CHECKOUT", tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")

    assert default_folder({}) == Path("/data/zhengwen/index")


# --- gathering documents ---------------------------------------------------------------------


def test_documents_of_files_and_folders_are_gathered(notes):
    found = gather([PLAN, REGULATIONS], taken=set(), note=notes.append)

    assert [document.id for document in found] == ["policy-zh", "policy_en"]
    assert notes == []


def test_unreadable_file_is_named_and_the_others_are_gathered(tmp_path, notes):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\ngarbage")
    (tmp_path / "b.txt").write_text("一、甲\n乙。", encoding="utf-8")

    found = gather([tmp_path], taken=set(), note=notes.append)

    assert [document.id for document in found] == ["b"]
    assert len(notes) == 1
    assert notes[0].startswith(f"skipped: {tmp_path / 'a.pdf'}: the PDF is broken")


def test_nothing_readable_at_all_is_an_error(tmp_path, notes):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\ngarbage")

    with pytest.raises(UnreadableFileError, match="the PDF is broken"):
        gather([tmp_path], taken=set(), note=notes.append)


def test_two_documents_with_one_id_are_told_apart_with_a_warning(tmp_path, notes):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.txt").write_text(f"一、{name}\n乙。", encoding="utf-8")

    found = gather([tmp_path], taken=set(), note=notes.append)

    assert [document.id for document in found] == ["plan", "plan-2"]
    assert notes == ["warning: a document 'plan' is there already; this one is 'plan-2'"]


# --- build, add, remove ----------------------------------------------------------------------


def test_built_index_is_stored(tmp_path, stub_encoder):
    index = build(tmp_path, stub_encoder, [PLAN, REGULATIONS])

    assert load_index(tmp_path).documents == index.documents
    assert ids(tmp_path) == ["policy-zh", "policy_en"]


def test_embedded_corpus_is_built_where_no_path_is_given(tmp_path, stub_encoder):
    build(tmp_path, stub_encoder)

    assert ids(tmp_path) == [EMBEDDED_ID]


def test_failing_build_leaves_the_old_index(tmp_path, stub_encoder):
    build(tmp_path, stub_encoder, [PLAN])

    with pytest.raises(FileNotFoundError, match="none does not exist"):
        build(tmp_path, stub_encoder, [tmp_path / "none"])

    assert ids(tmp_path) == ["policy-zh"]


def test_added_document_is_embedded_alone(tmp_path, stub_encoder):
    build(tmp_path, stub_encoder, [PLAN])
    stub_encoder.encoded.clear()

    add(tmp_path, stub_encoder, [REGULATIONS])

    assert ids(tmp_path) == ["policy-zh", "policy_en"]
    assert [text for text in stub_encoder.encoded if "雷达" in text] == []


def test_same_document_added_again_is_embedded_no_more(tmp_path, stub_encoder):
    build(tmp_path, stub_encoder, [PLAN])
    stub_encoder.encoded.clear()

    add(tmp_path, stub_encoder, [PLAN])

    assert (ids(tmp_path), stub_encoder.encoded) == (["policy-zh"], [])


def test_process_that_has_the_index_open_reads_only_what_is_new(
    tmp_path, stub_encoder, policy, english_policy, monkeypatch
):
    monkeypatch.setattr("index.segment.MAX_ROWS", 1)
    opened_before = build(tmp_path, stub_encoder, [PLAN])

    index, _ = insert(tmp_path, stub_encoder, [english_policy], known=opened_before)

    assert index.documents == (policy, english_policy)
    assert index.segments[0] is opened_before.segments[0]
    assert remove(tmp_path, stub_encoder, "policy_en", known=index).segments == index.segments[:1]


def test_document_with_another_text_replaces_its_namesake(tmp_path, stub_encoder):
    path = tmp_path / "plan.txt"
    path.write_text("一、甲\n旧文。", encoding="utf-8")
    build(tmp_path / "index", stub_encoder, [path])
    path.write_text("一、甲\n新文。", encoding="utf-8")

    add(tmp_path / "index", stub_encoder, [path])

    assert [d.text for d in load_index(tmp_path / "index").documents] == ["一、甲\n新文。"]


def test_adding_to_no_index_is_refused(tmp_path, stub_encoder):
    with pytest.raises(IndexStoreError, match="there is no index in"):
        add(tmp_path, stub_encoder, [PLAN])


def test_inserted_documents_replace_no_other(tmp_path, stub_encoder, policy):
    build(tmp_path, stub_encoder, [PLAN])
    stub_encoder.encoded.clear()
    other = parse_document("policy-zh", "关于灯塔的通知\n\n一、维护\n\n灯塔每年检修两次。\n")

    index, (added,) = insert(tmp_path, stub_encoder, [other])

    assert added.id == "policy-zh-2"
    assert index.document("policy-zh").text == policy.text
    assert ids(tmp_path) == ["policy-zh", "policy-zh-2"]
    assert 0 < len(stub_encoder.encoded) < len(index.rows) / 2


def test_text_that_is_there_already_is_not_inserted_again(tmp_path, stub_encoder, policy):
    build(tmp_path, stub_encoder, [PLAN])
    live = current_generation(tmp_path)
    lights = parse_document("lights", "关于灯塔的通知\n\n一、维护\n\n灯塔每年检修两次。\n")
    copies = [dataclasses.replace(each, id="copy") for each in (policy, lights)]

    _, added = insert(tmp_path, stub_encoder, [copies[0]])
    assert (added, current_generation(tmp_path)) == ((), live)
    index, added = insert(tmp_path, stub_encoder, [*copies, lights])

    assert [document.text for document in added] == [lights.text]
    assert len(index.documents) == 2


def test_removed_document_is_gone_and_the_others_are_not_embedded_again(tmp_path, stub_encoder):
    build(tmp_path, stub_encoder, [PLAN, REGULATIONS])
    stub_encoder.encoded.clear()

    index = remove(tmp_path, stub_encoder, "policy-zh")

    assert (ids(tmp_path), stub_encoder.encoded) == (["policy_en"], [])
    assert {chunk.document for chunk in index.chunks} == {"policy_en"}


def test_last_document_can_be_removed(tmp_path, stub_encoder):
    build(tmp_path, stub_encoder, [PLAN])

    remove(tmp_path, stub_encoder, "policy-zh")

    assert ids(tmp_path) == []


def test_missing_document_is_named_with_those_there_are(tmp_path, stub_encoder):
    build(tmp_path, stub_encoder, [PLAN])

    with pytest.raises(MissingDocumentError, match="no document 'none'; it holds: policy-zh"):
        remove(tmp_path, stub_encoder, "none")

    assert ids(tmp_path) == ["policy-zh"]


@pytest.mark.parametrize("change", [build, add, lambda *a: remove(*a[:2], "policy-zh")])
def test_every_change_takes_the_lock(tmp_path, stub_encoder, monkeypatch, change):
    build(tmp_path, stub_encoder, [PLAN])

    def locked(folder, **_options):
        raise IndexLockedError(f"{folder} is locked")

    monkeypatch.setattr(maintenance, "writing", locked)

    with pytest.raises(IndexLockedError, match="is locked"):
        change(tmp_path, stub_encoder, [PLAN])


# --- repair ----------------------------------------------------------------------------------


def test_repair_embeds_only_what_is_damaged(tmp_path, stub_encoder, notes, monkeypatch):
    monkeypatch.setattr("index.segment.MAX_ROWS", 1)  # segments do not grow together
    build(tmp_path, stub_encoder, [PLAN])
    index = add(tmp_path, stub_encoder, [REGULATIONS])
    segments = current_generation(tmp_path) / "segments"
    (segments / index.segments[1].name / "vectors.faiss").write_bytes(b"damage")
    stub_encoder.encoded.clear()

    repair(tmp_path, stub_encoder, note=notes.append)

    assert ids(tmp_path) == ["policy-zh", "policy_en"]
    assert stub_encoder.encoded
    assert [text for text in stub_encoder.encoded if "雷达" in text] == []
    assert notes == []


def test_repair_names_what_is_lost(tmp_path, stub_encoder, notes):
    build(tmp_path, stub_encoder, [PLAN, REGULATIONS])
    (current_generation(tmp_path) / "documents/4264b0f312b68afc.txt").unlink()

    repair(tmp_path, stub_encoder, note=notes.append)

    assert ids(tmp_path) == ["policy_en"]
    assert notes == ["warning: the document 'policy-zh' is damaged and left out; add it again"]


@pytest.mark.parametrize("ending", ["txt", "json"])
@pytest.mark.parametrize("content", [None, b"", b"damage"])
def test_repair_writes_a_file_anew_that_an_older_generation_has_whole(
    tmp_path, stub_encoder, notes, ending, content
):
    build(tmp_path, stub_encoder, [PLAN])
    add(tmp_path, stub_encoder, [REGULATIONS])
    damaged = current_generation(tmp_path) / f"documents/4264b0f312b68afc.{ending}"
    whole = damaged.read_bytes()
    damaged.unlink()  # the older generation keeps its own name for it
    if content is not None:
        damaged.write_bytes(content)

    repair(tmp_path, stub_encoder, note=notes.append)

    assert sorted(ids(tmp_path)) == ["policy-zh", "policy_en"]
    assert (
        current_generation(tmp_path) / damaged.relative_to(damaged.parents[1])
    ).read_bytes() == whole
    assert notes == []


@pytest.mark.parametrize("content", [None, b"{", b"null"])
def test_repair_parses_a_text_again_whose_outline_is_damaged(
    tmp_path, stub_encoder, notes, content
):
    build(tmp_path, stub_encoder, [PLAN, REGULATIONS])
    damaged = current_generation(tmp_path) / "documents/4264b0f312b68afc.json"
    damaged.unlink()
    if content is not None:
        damaged.write_bytes(content)

    repair(tmp_path, stub_encoder, note=notes.append)

    assert ids(tmp_path) == ["policy-zh", "policy_en"]
    assert notes == [
        "warning: only the text of 'policy-zh' is whole; add it again where pages are cited"
    ]


def test_repair_leaves_a_whole_index_alone(tmp_path, stub_encoder):
    build(tmp_path, stub_encoder, [PLAN])

    repair(tmp_path, stub_encoder)

    assert current_generation(tmp_path).name == "1"


def test_repair_embeds_anew_for_another_encoder(tmp_path, stub_encoder, other_encoder, policy):
    build(tmp_path, stub_encoder, [PLAN])

    repair(tmp_path, other_encoder)

    assert load_index(tmp_path).encoder == "stub-2"
    assert load_index(tmp_path).documents == (policy,)


def test_repair_of_nothing_is_refused(tmp_path, stub_encoder):
    with pytest.raises(IndexStoreError, match=r"there is no index in .* index build --index"):
        repair(tmp_path, stub_encoder)

    build(tmp_path, stub_encoder, [PLAN])
    for path in current_generation(tmp_path).glob("documents/*.txt"):
        path.unlink()
    with pytest.raises(IndexStoreError, match=r"no document .* can be recovered; .* PATH \.\.\.'"):
        repair(tmp_path, stub_encoder)


# --- opening at the default place ------------------------------------------------------------


def opened(folder: Path, encoder, notes: list[str]):
    return open_index(folder, encoder, explicit=False, note=notes.append)


def test_fitting_index_is_opened_without_a_word(tmp_path, stub_encoder, notes):
    build(tmp_path, stub_encoder, [PLAN])
    stub_encoder.encoded.clear()

    index = opened(tmp_path, stub_encoder, notes)

    assert [document.id for document in index.documents] == ["policy-zh"]
    assert (notes, stub_encoder.encoded) == ([], [])


def test_missing_index_is_built_from_the_embedded_corpus_with_a_note(tmp_path, stub_encoder, notes):
    index = opened(tmp_path, stub_encoder, notes)

    assert [document.id for document in index.documents] == [EMBEDDED_ID] == ids(tmp_path)
    assert notes == [f"building the index in {tmp_path}: there is no index in {tmp_path}"]


@pytest.mark.parametrize(
    "name", ["segments/*/vectors.faiss", "manifest.json", "segments/*/rows.npy"]
)
def test_damaged_index_is_rebuilt_from_its_documents_with_a_note(
    tmp_path, stub_encoder, notes, policy, name
):
    build(tmp_path, stub_encoder, [PLAN])
    (path,) = current_generation(tmp_path).glob(name)
    path.write_bytes(b"damage")

    index = opened(tmp_path, stub_encoder, notes)

    assert index.documents == (policy,) == load_index(tmp_path).documents
    assert len(notes) == 1
    assert "is damaged" in notes[0]


def test_index_of_an_earlier_format_is_rebuilt_from_its_documents(
    tmp_path, stub_encoder, notes, policy
):
    build(tmp_path, stub_encoder, [PLAN])
    path = current_generation(tmp_path) / "manifest.json"
    path.write_text(path.read_text("utf-8").replace(f'"format": {FORMAT}', '"format": 1'), "utf-8")

    assert opened(tmp_path, stub_encoder, notes).documents == (policy,)
    assert len(notes) == 1
    assert notes[0].endswith(f"format 1, this program reads {FORMAT}")


def test_index_of_another_encoder_is_rebuilt_with_a_note(
    tmp_path, stub_encoder, other_encoder, notes, policy
):
    build(tmp_path, stub_encoder, [PLAN])

    index = opened(tmp_path, other_encoder, notes)

    assert (index.encoder, index.documents) == ("stub-2", (policy,))
    assert load_index(tmp_path).encoder == "stub-2"
    assert notes == [f"building the index in {tmp_path}: it was built with another encoder"]


def test_index_that_another_process_has_built_meanwhile_is_taken(
    tmp_path, stub_encoder, notes, monkeypatch
):
    """The damage is found, but mended by another before this process gets the lock."""
    build(tmp_path, stub_encoder, [PLAN])
    (path,) = current_generation(tmp_path).glob("segments/*/rows.npy")
    path.write_bytes(b"damage")

    @contextmanager
    def writing_late(folder, **options):
        monkeypatch.undo()
        repair(folder, stub_encoder)
        stub_encoder.encoded.clear()
        with maintenance.writing(folder, **options):
            yield

    monkeypatch.setattr(maintenance, "writing", writing_late)

    assert [d.id for d in opened(tmp_path, stub_encoder, notes).documents] == ["policy-zh"]
    assert stub_encoder.encoded == []
    assert current_generation(tmp_path).name == "2"


@pytest.mark.parametrize("content", [None, b"", b"7", b"\xce"])
def test_documents_survive_a_lost_pointer(tmp_path, stub_encoder, notes, policy, content):
    """Else the users' documents give way to the embedded corpus, and later leave the disk."""
    build(tmp_path, stub_encoder, [PLAN])
    (tmp_path / "CURRENT").unlink()
    if content is not None:
        (tmp_path / "CURRENT").write_bytes(content)

    assert opened(tmp_path, stub_encoder, notes).documents == (policy,)


def test_document_that_cannot_be_recovered_is_named(tmp_path, stub_encoder, notes):
    build(tmp_path, stub_encoder, [PLAN, REGULATIONS])
    (path,) = current_generation(tmp_path).glob("documents/4264b0f312b68afc.txt")
    path.unlink()

    opened(tmp_path, stub_encoder, notes)

    assert any("policy-zh" in note for note in notes)


def test_damaged_text_does_not_become_the_source(tmp_path, stub_encoder, notes, policy):
    build(tmp_path, stub_encoder, [PLAN])
    (path,) = current_generation(tmp_path).glob("documents/*.txt")
    path.write_bytes(path.read_bytes().replace(b"120", b"920"))

    index = opened(tmp_path, stub_encoder, notes)

    assert [d.text for d in index.documents if d.id == "policy-zh" and d.text != policy.text] == []


# --- opening at a place that the user named --------------------------------------------------


def refused(folder: Path, encoder, match: str) -> None:
    with pytest.raises(IndexStoreError, match=match) as caught:
        open_index(folder, encoder, explicit=True, note=pytest.fail)

    assert f"--index {folder}'" in str(caught.value)


def test_missing_index_at_a_named_place_is_refused(tmp_path, stub_encoder):
    refused(tmp_path, stub_encoder, "there is no index in")

    assert list(tmp_path.iterdir()) == []


def test_damaged_index_at_a_named_place_is_refused(tmp_path, stub_encoder):
    build(tmp_path, stub_encoder, [PLAN])
    (path,) = current_generation(tmp_path).glob("segments/*/rows.npy")
    path.unlink()

    refused(tmp_path, stub_encoder, r"is damaged: .*rows\.npy.*; repair it with")


def test_index_of_another_encoder_at_a_named_place_is_refused(
    tmp_path, stub_encoder, other_encoder
):
    build(tmp_path, stub_encoder, [PLAN])

    refused(tmp_path, other_encoder, "does not fit: it was built with another encoder; repair it")

    assert load_index(tmp_path).encoder == "stub-1"


def test_index_of_another_dimension_is_damage(tmp_path, stub_encoder, policy):
    """The manifest's number is compared with the vectors'."""
    save_index(build_index([policy], stub_encoder), tmp_path)
    path = current_generation(tmp_path) / "manifest.json"
    path.write_text(
        path.read_text("utf-8").replace('"dimension": 256', '"dimension": 128'), "utf-8"
    )

    refused(tmp_path, stub_encoder, "is damaged")


def test_notes_go_to_stderr(capsys):
    maintenance.note("building")

    assert capsys.readouterr() == ("", "building\n")


def test_fixture_documents_are_the_ones_that_are_read(policy, english_policy):
    assert (read_document(PLAN), read_document(REGULATIONS)) == (policy, english_policy)
