from types import SimpleNamespace

import pytest

from bot.operation import Operation
from bot.web.collection import Collection
from bot.web.labels import EN, ZH
from bot.web.session import Session

RULES = "我的规定\n\n一、总则\n\n补贴三十万元。\n"


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text(RULES, encoding="utf-8")
    return path


@pytest.fixture
def added(mine, chinese):
    """Add a file with the handlers of a page and give the session."""

    def added(handlers):
        session = Session()
        handlers["queue"]([str(mine)], "zh", session, chinese)
        list(handlers["add"]("zh", session, chinese))
        return session

    return added


def event(**picked):
    return SimpleNamespace(_data=picked)


def ids(session, collection):
    return [document.id for document in session.shelf(collection).documents]


def test_files_wait_in_sight_until_their_turn_comes(handlers, mine, shown, english):
    session = Session()
    updates = handlers["queue"]([str(mine)], "en", session, english)
    assert [upload.name for upload in session.uploads] == ["mine.txt"]
    assert 'data-step="waiting"' in shown.text(updates)
    assert None in updates.values()  # the drop zone takes further files


def test_each_step_is_shown(handlers, mine, shown, english):
    session = Session()
    handlers["queue"]([str(mine)], "en", session, english)
    texts = [shown.text(step) for step in handlers["add"]("en", session, english)]
    assert 'data-step="reading"' in texts[0]
    assert 'data-step="indexing"' in texts[1]
    assert "data-step" not in texts[-1]


def test_a_file_too_many_names_how_many_may_be_added(
    fake_chatbot, handlers_of, added, shown, mine, english
):
    """Also while another one is taken in."""
    handlers = handlers_of(Collection(fake_chatbot, Operation(files=1)))
    session = added(handlers)
    handlers["queue"]([str(mine)], "en", session, english)
    list(handlers["add"]("en", session, english))
    updates = handlers["queue"]([str(mine)], "en", session, english)
    assert EN.problem_too_many.format(count=1) in shown.text(updates)


def test_an_added_file_is_listed_and_offered_and_what_was_chosen_stays(
    handlers, added, shown, english
):
    chosen = (["qingshi"], "", "", "", "mine")
    updates = handlers["refresh"]("en", added(handlers), "规定", english, *chosen)
    assert EN.documents.format(count=2) in shown.text(updates)
    assert 'data-document="mine"' in shown.text(updates)
    assert 'data-document="qingshi"' not in shown.text(updates)
    assert "'value'" not in shown.text(updates)
    assert "('我的规定', 'mine')" in shown.text(updates)


def test_the_session_asks_its_files_alone_when_it_chooses_to(
    handlers, added, fake_chatbot, collection, chinese
):
    session = added(handlers)
    for own in ("mine", "all"):
        list(handlers["answer"]("补贴?", "zh", (), session, chinese, [], "", "", "", own))
    asked = session.shelf(collection).chatbot.asked
    assert [documents for _, _, documents in asked] == [frozenset({"mine"}), None]
    assert fake_chatbot.asked == []


def test_a_removed_file_is_listed_and_chosen_no_more(handlers, added, collection, shown, chinese):
    session = added(handlers)
    handlers["remove"](event(document="mine"), "zh", session, chinese)
    assert ids(session, collection) == []
    chosen = (["mine", "qingshi"], "", "", "", "mine")
    refreshed = handlers["refresh"]("zh", session, "", chinese, *chosen)
    values = [u["value"] for u in refreshed.values() if isinstance(u, dict) and "value" in u]
    assert values == [["qingshi"], "", "", "", "all"]
    assert 'data-document="mine"' not in shown.text(refreshed)


def test_what_belongs_to_all_is_not_removed_by_a_forged_request(
    handlers, added, chinese, collection, monkeypatch
):
    warned = []
    monkeypatch.setattr("gradio.Warning", warned.append)
    session = added(handlers)
    handlers["remove"](event(document="qingshi"), "zh", session, chinese)
    assert warned == [ZH.remove_failed]
    assert ids(session, collection) == ["mine"]
    assert [document.id for document in collection.documents] == ["qingshi"]


def test_all_files_of_a_session_are_removed_at_once(handlers, added, collection, chinese):
    session = added(handlers)
    updates = handlers["remove_all"]("zh", session, chinese)
    assert ids(session, collection) == []
    assert "" in updates.values()


def test_a_shared_file_is_removed_for_everybody(shared, handlers_of, added, chinese):
    handlers = handlers_of(shared)
    session = added(handlers)
    assert [document.id for document in shared.documents] == ["policy-zh", "mine"]
    handlers["remove"](event(document="mine"), "zh", session, chinese)
    assert [document.id for document in shared.documents] == ["policy-zh"]
    assert ids(session, shared) == []


def test_a_removal_that_fails_leaves_everything(shared, handlers_of, chinese, monkeypatch):
    warned = []
    monkeypatch.setattr("gradio.Warning", warned.append)
    handlers_of(shared)["remove"](event(document="gone"), "zh", Session(), chinese)
    assert warned == [ZH.remove_failed]
    assert [document.id for document in shared.documents] == ["policy-zh"]
