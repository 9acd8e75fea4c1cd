import dataclasses
import json

import pytest

from bot.web.uploads import MAX_FILES, Shelf, Upload, add_files
from corpus.loading import UnreadableFileError
from corpus.reader import DocumentReader

TEXT = "白水市规定\n\n一、总则\n\n本规定自2024年起施行。\n\n二、职责\n\n由市数据局负责。\n"


@pytest.fixture
def folder(tmp_path):
    def write(name, text=TEXT):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_file_becomes_a_document_of_the_session_only(fake_chatbot, folder):
    shelf = add_files(Shelf(), fake_chatbot, [folder("baishui.txt")])
    (document,) = shelf.documents
    assert document.title == "白水市规定"
    assert document.id == "baishui"
    assert [d.id for d in shelf.chatbot.index.documents] == ["qingshi", "baishui"]
    assert [d.id for d in fake_chatbot.index.documents] == ["qingshi"]


def test_unreadable_files_are_listed_with_their_reason_beside_the_others(fake_chatbot, folder):
    paths = [folder("empty.txt", ""), folder("good.txt"), folder("broken.pdf", "%PDF-1.4 x")]
    shelf = add_files(Shelf(), fake_chatbot, paths)
    assert [(u.name, u.problem) for u in shelf.uploads] == [
        ("empty.txt", "empty"),
        ("good.txt", None),
        ("broken.pdf", "damaged"),
    ]
    assert len(shelf.documents) == 1


def test_nothing_readable_leaves_the_shared_chatbot_in_use(fake_chatbot, folder):
    shelf = add_files(Shelf(), fake_chatbot, [folder("empty.txt", "")])
    assert shelf.chatbot is None


def test_a_name_already_taken_gets_another_id(fake_chatbot, folder):
    """An upload named like a shared document must not replace it."""
    shelf = add_files(Shelf(), fake_chatbot, [folder("qingshi.txt")])
    assert [d.id for d in shelf.chatbot.index.documents] == ["qingshi", "qingshi-2"]


def test_the_same_text_is_added_once(fake_chatbot, folder):
    shelf = add_files(Shelf(), fake_chatbot, [folder("a.txt"), folder("b.txt")])
    shelf = add_files(shelf, fake_chatbot, [folder("c.txt")])
    assert [u.problem for u in shelf.uploads] == [None, "same", "same"]
    assert len(shelf.documents) == 1


def test_a_session_has_room_for_a_limited_number_of_files(fake_chatbot, folder):
    paths = [folder(f"{n}.txt", f"{TEXT}第{n}版") for n in range(MAX_FILES + 1)]
    shelf = add_files(Shelf(), fake_chatbot, paths)
    assert len(shelf.documents) == MAX_FILES
    assert shelf.uploads[-1].problem == "too_many"


def test_later_files_join_the_earlier_ones(fake_chatbot, folder):
    first = add_files(Shelf(), fake_chatbot, [folder("a.txt")])
    second = add_files(first, fake_chatbot, [folder("b.txt", TEXT + "又及。")])
    assert [d.id for d in second.chatbot.index.documents] == ["qingshi", "a", "b"]
    assert [u.name for u in first.uploads] == ["a.txt"]


def test_a_failure_while_indexing_keeps_what_was_there(fake_chatbot, folder, monkeypatch):
    def fail(self, documents):
        raise MemoryError("no room")

    monkeypatch.setattr(type(fake_chatbot), "with_documents", fail)
    shelf = add_files(Shelf(), fake_chatbot, [folder("a.txt"), folder("empty.txt", "")])
    assert shelf.uploads == (
        Upload("a.txt", problem="failed"),
        Upload("empty.txt", problem="empty"),
    )
    assert shelf.chatbot is None


def test_a_file_of_records_adds_each_document_while_there_is_room(fake_chatbot, folder):
    records = [{"id": f"{n}", "text": f"{TEXT}第{n}版"} for n in range(MAX_FILES + 2)]
    shelf = add_files(Shelf(), fake_chatbot, [folder("laws.json", json.dumps(records))])
    assert [d.id for d in shelf.documents] == [f"laws-{n}" for n in range(MAX_FILES)]
    assert [u.problem for u in shelf.uploads] == [*[None] * MAX_FILES, "too_many"]


@pytest.mark.parametrize("reason", ["too_slow", "crashed"])
def test_a_file_that_breaks_the_reader_is_listed_beside_the_others(
    fake_chatbot, folder, monkeypatch, reason
):
    read = DocumentReader.read

    def break_on_some(self, path):
        if path.name == "bad.txt":
            raise UnreadableFileError(path, reason, "x")
        return read(self, path)

    monkeypatch.setattr(DocumentReader, "read", break_on_some)
    shelf = add_files(Shelf(), fake_chatbot, [folder("bad.txt"), folder("good.txt")])
    assert [(u.name, u.problem) for u in shelf.uploads] == [("bad.txt", reason), ("good.txt", None)]


def test_an_upload_is_a_value():
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign"):
        Upload("a.txt").name = "b.txt"
