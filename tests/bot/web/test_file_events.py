from collections import deque
from types import SimpleNamespace

import pytest

from bot.web.labels import EN, ZH
from bot.web.limits import Limits
from bot.web.uploads import Shelf

RULES = "我的规定\n\n一、总则\n\n补贴三十万元。\n"


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text(RULES, encoding="utf-8")
    return path


@pytest.fixture
def added(mine, chinese):
    """Add a file with the handlers of a page and give the last update."""

    def added(handlers, shelf=None, limits=None):
        steps = handlers["add"](
            "zh", shelf or Shelf(), deque([mine]), "", limits or Limits(), chinese
        )
        *_, last = steps
        return last

    return added


def event(**picked):
    return SimpleNamespace(_data=picked)


def test_files_wait_in_sight_until_their_turn_comes(handlers, mine, shown, english):
    waiting = deque()
    updates = handlers["queue"]([str(mine)], "en", Shelf(), waiting, english)
    assert list(waiting) == [mine]
    assert 'data-step="waiting"' in shown.text(updates)
    assert None in updates.values()  # the drop zone takes further files


def test_each_step_is_shown_and_the_document_listed_at_the_end(handlers, mine, shown, english):
    steps = list(handlers["add"]("en", Shelf(), deque([mine]), "", Limits(), english))
    texts = [shown.text(step) for step in steps]
    assert 'data-step="reading"' in texts[0]
    assert 'data-step="indexing"' in texts[1]
    assert not any(isinstance(value, Shelf) for step in steps[:2] for value in step.values())
    assert "data-step" not in texts[-1]
    assert EN.documents.format(count=2) in texts[-1]
    assert 'data-document="mine"' in texts[-1]
    assert [d.id for d in shown.state(steps[-1], Shelf).documents] == ["mine"]


def test_the_session_asks_its_files_alone_when_it_chooses_to(
    handlers, added, shown, fake_chatbot, chinese
):
    shelf = shown.state(added(handlers), Shelf)
    for limits in (Limits(own=True), Limits()):
        list(handlers["answer"]("补贴?", "zh", (), shelf, limits, chinese))
    assert [asked[2] for asked in shelf.chatbot.asked] == [frozenset({"mine"}), None]
    assert fake_chatbot.asked == []


def test_a_removed_file_is_listed_and_chosen_no_more(handlers, added, shown, chinese):
    shelf = shown.state(added(handlers), Shelf)
    limits = Limits(("mine", "qingshi"), own=True)
    updates = handlers["remove"](event(document="mine"), "zh", shelf, "", limits, chinese)
    assert shown.state(updates, Shelf) == Shelf()
    assert shown.state(updates, Limits) == Limits(("qingshi",))
    assert 'data-document="mine"' not in shown.text(updates)


def test_what_belongs_to_all_is_not_removed_by_a_forged_request(
    handlers, added, shown, chinese, collection, monkeypatch
):
    warned = []
    monkeypatch.setattr("gradio.Warning", warned.append)
    shelf = shown.state(added(handlers), Shelf)
    updates = handlers["remove"](event(document="qingshi"), "zh", shelf, "", Limits(), chinese)
    assert warned == [ZH.remove_failed]
    assert shown.state(updates, Shelf) == shelf
    assert [document.id for document in collection.documents] == ["qingshi"]


def test_all_files_of_a_session_are_removed_at_once(handlers, added, shown, chinese):
    added(handlers)
    updates = handlers["remove_all"]("zh", "", Limits(own=True), chinese)
    assert shown.state(updates, Shelf) == Shelf()
    assert shown.state(updates, Limits) == Limits()


def test_a_shared_file_is_removed_for_everybody(shared, handlers_of, added, shown, chinese):
    handlers = handlers_of(shared)
    shelf = shown.state(added(handlers), Shelf)
    assert [document.id for document in shared.documents] == ["policy-zh", "mine"]
    updates = handlers["remove"](event(document="mine"), "zh", shelf, "", Limits(), chinese)
    assert [document.id for document in shared.documents] == ["policy-zh"]
    assert shown.state(updates, Shelf).documents == ()


def test_a_removal_that_fails_leaves_everything(shared, handlers_of, shown, chinese, monkeypatch):
    warned = []
    monkeypatch.setattr("gradio.Warning", warned.append)
    handlers = handlers_of(shared)
    handlers["remove"](event(document="gone"), "zh", Shelf(), "", Limits(), chinese)
    assert warned == [ZH.remove_failed]
    assert [document.id for document in shared.documents] == ["policy-zh"]
