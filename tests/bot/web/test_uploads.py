import dataclasses
import datetime
import json

import pytest

from bot.operation import Operation
from bot.web.collection import Collection
from bot.web.labels import ZH
from bot.web.library import documents_html, uploads_html
from bot.web.reading import outline_html, section_html
from bot.web.uploads import Shelf, Upload, place, read_file, rebased, without
from corpus.document import parse_document
from corpus.loading import UnreadableFileError
from corpus.reader import DocumentReader
from index.locking import IndexLockedError
from index.maintenance import insert, remove

TEXT = "白水市规定\n\n一、总则\n\n本规定自2024年起施行。\n\n二、职责\n\n由市数据局负责。\n"


@pytest.fixture
def folder(tmp_path):
    def write(name, text=TEXT):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def add(shelf, collection, paths):
    """Read and index files, one after the other."""
    with DocumentReader() as reader:
        for path in paths:
            shelf = place(shelf, collection, read_file(path, reader, shelf, collection))
    return shelf


def ids(documents):
    return [document.id for document in documents]


def test_a_file_becomes_a_document_of_the_session_only(collection, folder):
    shelf = add(Shelf(), collection, [folder("baishui.txt")])
    (document,) = shelf.documents
    assert document.title == "白水市规定"
    assert document.id == "baishui"
    assert ids(shelf.chatbot.index.documents) == ["qingshi", "baishui"]
    assert ids(collection.documents) == ["qingshi"]


def test_unreadable_files_are_listed_with_their_reason_beside_the_others(collection, folder):
    paths = [folder("empty.txt", ""), folder("good.txt"), folder("broken.pdf", "%PDF-1.4 x")]
    shelf = add(Shelf(), collection, paths)
    assert [(u.name, u.problem, u.step) for u in shelf.uploads] == [
        ("empty.txt", "empty", None),
        ("good.txt", None, None),
        ("broken.pdf", "damaged", None),
    ]
    assert len(shelf.documents) == 1


def test_nothing_readable_leaves_the_shared_chatbot_in_use(collection, folder):
    shelf = add(Shelf(), collection, [folder("empty.txt", "")])
    assert shelf.chatbot is None


def test_a_name_already_taken_gets_another_id(collection, folder):
    """An upload named like a shared document must not replace it."""
    shelf = add(Shelf(), collection, [folder("qingshi.txt")])
    assert ids(shelf.chatbot.index.documents) == ["qingshi", "qingshi-2"]


def test_the_same_text_is_added_once(collection, folder):
    shelf = add(Shelf(), collection, [folder("a.txt"), folder("b.txt")])
    shelf = add(shelf, collection, [folder("c.txt")])
    assert [u.problem for u in shelf.uploads] == [None, "same", "same"]
    assert len(shelf.documents) == 1


def test_a_session_has_room_for_a_limited_number_of_files(fake_chatbot, folder):
    small = Collection(fake_chatbot, Operation(files=2))
    paths = [folder(f"{n}.txt", f"{TEXT}第{n}版") for n in range(3)]
    shelf = add(Shelf(), small, paths)
    assert len(shelf.documents) == 2
    assert shelf.uploads[-1].problem == "too_many"


def test_a_file_of_records_adds_each_document_while_there_is_room(fake_chatbot, folder):
    small = Collection(fake_chatbot, Operation(files=3))
    records = [{"id": f"{n}", "text": f"{TEXT}第{n}版"} for n in range(5)]
    shelf = add(Shelf(), small, [folder("laws.json", json.dumps(records))])
    assert ids(shelf.documents) == ["laws-0", "laws-1", "laws-2"]
    assert [(len(u.documents), u.problem) for u in shelf.uploads] == [(3, "some_left")]


def test_one_of_several_documents_of_a_file_is_taken_away(collection, folder):
    records = [{"id": f"{n}", "text": f"{TEXT}第{n}版"} for n in range(2)]
    shelf = add(Shelf(), collection, [folder("laws.json", json.dumps(records))])
    assert ids(without(shelf, "laws-0").documents) == ["laws-1"]


@pytest.mark.parametrize("reason", ["too_slow", "crashed"])
def test_a_file_that_breaks_the_reader_is_listed_beside_the_others(
    collection, folder, monkeypatch, reason
):
    read = DocumentReader.read

    def break_on_some(self, path):
        if path.name == "bad.txt":
            raise UnreadableFileError(path, reason, "x")
        return read(self, path)

    monkeypatch.setattr(DocumentReader, "read", break_on_some)
    shelf = add(Shelf(), collection, [folder("bad.txt"), folder("good.txt")])
    assert [(u.name, u.problem) for u in shelf.uploads] == [("bad.txt", reason), ("good.txt", None)]


def test_later_files_join_the_earlier_ones(collection, folder):
    first = add(Shelf(), collection, [folder("a.txt")])
    second = add(first, collection, [folder("b.txt", TEXT + "又及。")])
    assert ids(second.chatbot.index.documents) == ["qingshi", "a", "b"]
    assert [u.name for u in first.uploads] == ["a.txt"]


def test_a_failure_while_indexing_keeps_what_was_there(collection, folder, monkeypatch):
    def fail(self, documents, **_):
        raise MemoryError("no room")

    monkeypatch.setattr(type(collection.chatbot), "with_documents", fail)
    shelf = add(Shelf(), collection, [folder("a.txt"), folder("empty.txt", "")])
    assert shelf.uploads == (
        Upload("a.txt", problem="failed"),
        Upload("empty.txt", problem="empty"),
    )
    assert shelf.chatbot is None


def test_one_document_is_taken_away_and_the_others_stay(collection, folder):
    shelf = add(Shelf(), collection, [folder("a.txt"), folder("b.txt", TEXT + "又及。")])
    fewer = without(shelf, "a")
    assert ids(fewer.documents) == ["b"]
    assert ids(fewer.chatbot.index.documents) == ["qingshi", "b"]
    assert ids(shelf.documents) == ["a", "b"]


def test_after_the_last_one_the_chatbot_of_all_is_in_use_again(collection, folder):
    shelf = add(Shelf(), collection, [folder("a.txt"), folder("empty.txt", "")])
    left = without(shelf, "a")
    assert left == Shelf((Upload("empty.txt", problem="empty"),))


def test_a_shared_file_is_seen_by_everybody(shared, folder):
    shelf = add(Shelf(), shared, [folder("a.txt")])
    assert ids(shelf.documents) == ["a"]
    assert shelf.chatbot is None
    assert ids(shared.documents) == ["policy-zh", "a"]


def test_a_shared_file_that_somebody_added_before_is_not_added_again(shared, folder):
    add(Shelf(), shared, [folder("a.txt")])
    shelf = add(Shelf(), shared, [folder("b.txt")])
    assert [u.problem for u in shelf.uploads] == ["same"]
    assert ids(shared.documents) == ["policy-zh", "a"]


@pytest.mark.parametrize(
    ("error", "problem"),
    [(IndexLockedError("busy"), "busy"), (OSError(28, "No space left"), "unsaved")],
)
def test_a_shared_index_that_cannot_be_written_is_named(
    shared, folder, monkeypatch, error, problem
):
    def fail(*_arguments, **_options):
        raise error

    monkeypatch.setattr("bot.web.collection.insert", fail)
    shelf = add(Shelf(), shared, [folder("a.txt")])
    assert [u.problem for u in shelf.uploads] == [problem]
    assert ids(shared.documents) == ["policy-zh"]


def test_a_shared_file_that_two_sessions_add_at_once_is_added_once(shared, folder):
    """Both have read it before either has stored it."""
    paths = [folder("a.txt"), folder("b.txt")]
    with DocumentReader() as reader:
        read = [read_file(path, reader, Shelf(), shared) for path in paths]
    shelves = [place(Shelf(), shared, upload) for upload in read]
    assert [shelf.uploads[0].problem for shelf in shelves] == [None, "same"]
    assert ids(shared.documents) == ["policy-zh", "a"]


LIGHTS = "关于灯塔的通知\n\n一、维护\n\n灯塔每年检修两次。\n"


def test_private_documents_are_asked_beside_all_that_is_shared_now(
    stored, folder, stub_encoder, tmp_path
):
    """Another process adds a document to the stored index, and removes one."""
    shelf = add(Shelf(), stored, [folder("a.txt")])
    insert(tmp_path / "index", stub_encoder, [parse_document("lights", LIGHTS)])
    remove(tmp_path / "index", stub_encoder, "policy-zh")
    encoded = len(stub_encoder.encoded)
    now = rebased(shelf, stored)
    assert ids(now.chatbot.index.documents) == ["lights", "a"]
    assert len(stub_encoder.encoded) == encoded
    assert rebased(now, stored) is now
    reply = now.chatbot.reply("灯塔每年检修几次?")
    assert {citation.document for citation in reply.citations} == {"lights"}
    assert ids(stored.documents) == ["lights"]


def test_a_private_document_gives_way_to_a_shared_one_of_its_name(
    stored, folder, stub_encoder, tmp_path
):
    shelf = add(Shelf(), stored, [folder("lights.txt")])
    insert(tmp_path / "index", stub_encoder, [parse_document("lights", LIGHTS)])
    now = rebased(shelf, stored)
    assert ids(now.documents) == ["lights-2"]
    held = {d.id: d.title for d in now.chatbot.index.documents}
    assert held["lights"] == "关于灯塔的通知"
    assert held["lights-2"] == "白水市规定"


def test_an_upload_is_a_value():
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign"):
        Upload("a.txt").name = "b.txt"


HOSTILE = "<img src=x onerror=alert(1)>..%2f"


@pytest.mark.parametrize("suffix", ["html", "md", "txt", "json"])
def test_markup_in_a_file_and_in_its_name_is_shown_as_text(collection, folder, suffix):
    body = "# <b>办法</b>\n\n一、<script>alert(1)</script>[甲](javascript:alert(1))总则\n"
    page = f"<p>&lt;b&gt;办法&lt;/b&gt;</p><p>一、&lt;script&gt;alert(1)总则</p><p>{TEXT}</p>"
    record = json.dumps({"title": HOSTILE, "url": "javascript:alert(1)", "text": body})
    text = {"html": page, "json": record}.get(suffix, body)

    shelf = add(Shelf(), collection, [folder(f"{HOSTILE}.{suffix}", text)])

    (document,) = shelf.documents
    assert document.id == "img-src-x-onerror-alert(1)-..-2f"
    validity, today = shelf.chatbot.validity, datetime.date(2024, 6, 1)
    shown = [
        uploads_html(shelf.uploads, ZH, files=20),
        documents_html(shelf.documents, ZH, validity=validity, today=today),
        outline_html(validity.of(document, today), ZH, today),
        *(section_html(document, section.ref, ZH) for section in document.sections),
    ]
    for mark in ("<img", "<script", "<b>", 'href="javascript:'):
        assert not any(mark in part for part in shown)
