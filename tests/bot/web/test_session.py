import copy
import threading

import pytest

from bot.web.session import Session
from corpus.reader import DocumentReader

TEXT = "白水市规定\n\n一、总则\n\n本规定自2024年起施行。\n\n二、职责\n\n由市数据局负责。\n"


@pytest.fixture
def folder(tmp_path):
    def write(name, text=TEXT):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def ids(documents):
    return [document.id for document in documents]


def names(session):
    return [(upload.name, upload.step or upload.problem) for upload in session.uploads]


def test_each_file_goes_through_its_steps(collection, folder):
    session = Session()
    session.queue([folder("a.txt"), folder("b.txt", TEXT + "又及。"), folder("empty.txt", "")])
    assert [step for _, step in names(session)] == ["waiting"] * 3
    steps = [[step for _, step in names(session)] for _ in session.add_waiting(collection)]
    assert steps == [
        ["reading", "waiting", "waiting"],
        ["indexing", "waiting", "waiting"],
        [None, "reading", "waiting"],
        [None, "indexing", "waiting"],
        [None, None, "reading"],
        [None, None, "empty"],
    ]


def test_each_document_can_be_asked_before_the_next_file_is_read(collection, folder):
    session = Session()
    session.queue([folder("a.txt"), folder("b.txt", TEXT + "又及。")])
    steps = session.add_waiting(collection)
    seen = [ids(session.shelf(collection).documents) for _ in zip(range(3), steps, strict=False)]
    assert seen == [[], [], ["a"]]
    assert ids(session.shelf(collection).chatbot.index.documents) == ["qingshi", "a"]


def test_files_that_come_meanwhile_are_added_by_the_call_that_is_at_it(collection, folder):
    session = Session()
    session.queue([folder("a.txt")])
    steps = session.add_waiting(collection)
    next(steps)
    session.queue([folder("b.txt", TEXT + "又及。")])
    assert list(session.add_waiting(collection)) == [None]
    assert names(session) == [("a.txt", "reading"), ("b.txt", "waiting")]
    list(steps)
    assert ids(session.shelf(collection).documents) == ["a", "b"]


def test_a_call_that_is_given_up_leaves_the_files_to_the_next_one(collection, folder):
    session = Session()
    session.queue([folder("a.txt"), folder("b.txt", TEXT + "又及。")])
    steps = session.add_waiting(collection)
    next(steps)
    steps.close()
    list(session.add_waiting(collection))
    assert names(session) == [("b.txt", None)]


def test_a_document_is_removed_while_a_file_is_read(collection, folder):
    session = Session()
    session.queue([folder("a.txt"), folder("b.txt", TEXT + "又及。")])
    steps = session.add_waiting(collection)
    while names(session) != [("a.txt", None), ("b.txt", "reading")]:
        next(steps)
    session.remove("a", collection)
    list(steps)
    shelf = session.shelf(collection)
    assert ids(shelf.documents) == ["b"]
    assert ids(shelf.chatbot.index.documents) == ["qingshi", "b"]


def test_what_is_read_while_everything_is_cleared_is_forgotten(collection, folder):
    session = Session()
    session.queue([folder("a.txt"), folder("b.txt", TEXT + "又及。")])
    steps = session.add_waiting(collection)
    next(steps)
    session.clear()
    list(steps)
    assert session.uploads == ()
    assert session.shelf(collection).chatbot is None


def test_a_slow_file_of_one_session_holds_up_no_other(collection, folder, monkeypatch):
    reading, go_on = threading.Event(), threading.Event()
    read = DocumentReader.read

    def slowly(self, path):
        if path.name == "slow.txt":
            reading.set()
            assert go_on.wait(60)
        return read(self, path)

    monkeypatch.setattr(DocumentReader, "read", slowly)
    slow, quick = Session(), Session()
    slow.queue([folder("slow.txt")])
    quick.queue([folder("quick.txt")])
    thread = threading.Thread(target=lambda: list(slow.add_waiting(collection)))
    thread.start()
    assert reading.wait(60)
    list(quick.add_waiting(collection))
    slow.clear()
    assert ids(quick.shelf(collection).documents) == ["quick"]
    go_on.set()
    thread.join()
    assert slow.uploads == ()


def test_no_session_answers_from_the_files_of_another(stored, folder):
    """Same questions, same names, same texts but for one number; every session has its own."""
    sessions = [Session() for _ in range(3)]
    for number, session in enumerate(sessions, start=1):
        path = folder(
            "same.txt", f"白水市规定\n\n一、总则\n\n白水市的研发补贴为每家{number}7万元。\n"
        )
        session.queue([path])
        list(session.add_waiting(stored))
    for number, session in enumerate(sessions, start=1):
        chatbot = session.shelf(stored).chatbot
        assert ids(chatbot.index.documents) == ["policy-zh", "same"]
        reply = chatbot.reply("白水市的研发补贴每家多少?")
        quotes = "".join(citation.quote for citation in reply.citations)
        assert f"每家{number}7万元" in quotes
        assert not any(f"每家{other}7万元" in quotes for other in {1, 2, 3} - {number})
    assert ids(stored.documents) == ["policy-zh"]
    sessions[0].remove("same", stored)
    assert sessions[0].shelf(stored).chatbot is None
    assert ids(sessions[1].shelf(stored).documents) == ["same"]


def test_what_is_not_the_sessions_own_is_not_removed(collection, folder):
    session = Session()
    session.queue([folder("a.txt")])
    list(session.add_waiting(collection))
    with pytest.raises(PermissionError, match="'qingshi' is not a file of this session"):
        session.remove("qingshi", collection)
    assert ids(session.shelf(collection).documents) == ["a"]


def test_a_copy_is_a_session_that_nothing_was_added_to(collection, folder):
    session = Session()
    session.queue([folder("a.txt")])
    assert copy.deepcopy(session).uploads == ()
