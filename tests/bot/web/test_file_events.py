from collections import deque
from types import SimpleNamespace

import pytest

from bot.web.labels import EN, ZH
from bot.web.uploads import Shelf

RULES = "我的规定\n\n一、总则\n\n补贴三十万元。\n"


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text(RULES, encoding="utf-8")
    return path


@pytest.fixture
def added(mine, shown, chinese):
    """Add a file with the handlers of a page and give the shelf."""

    def added(handlers):
        *_, last = handlers["add"]("zh", Shelf(), deque([mine]), chinese)
        return shown.state(last, Shelf)

    return added


def event(**picked):
    return SimpleNamespace(_data=picked)


def test_files_wait_in_sight_until_their_turn_comes(handlers, mine, shown, english):
    waiting = deque()
    updates = handlers["queue"]([str(mine)], "en", Shelf(), waiting, english)
    assert list(waiting) == [mine]
    assert 'data-step="waiting"' in shown.text(updates)
    assert None in updates.values()  # the drop zone takes further files


def test_each_step_is_shown(handlers, mine, shown, english):
    steps = list(handlers["add"]("en", Shelf(), deque([mine]), english))
    texts = [shown.text(step) for step in steps]
    assert 'data-step="reading"' in texts[0]
    assert 'data-step="indexing"' in texts[1]
    assert "data-step" not in texts[-1]
    assert [len(shown.state(step, Shelf).documents) for step in steps] == [0, 0, 1]


def test_steps_that_end_early_leave_no_file_that_waits_for_ever(handlers, mine, shown, english):
    first = next(handlers["add"]("en", Shelf(), deque([mine, mine]), english))
    assert shown.state(first, Shelf) == Shelf()


def test_an_added_file_is_listed_and_offered_and_what_was_chosen_stays(
    handlers, added, shown, english
):
    shelf = added(handlers)
    chosen = (["qingshi"], "", "", "", "mine")
    updates = handlers["refresh"]("en", shelf, "规定", english, *chosen)
    assert EN.documents.format(count=2) in shown.text(updates)
    assert 'data-document="mine"' in shown.text(updates)
    assert 'data-document="qingshi"' not in shown.text(updates)
    assert "'value'" not in shown.text(updates)
    assert "('我的规定', 'mine')" in shown.text(updates)


def test_the_session_asks_its_files_alone_when_it_chooses_to(
    handlers, added, fake_chatbot, chinese
):
    shelf = added(handlers)
    for own in ("mine", "all"):
        list(handlers["answer"]("补贴?", "zh", (), shelf, chinese, [], "", "", "", own))
    assert [asked[2] for asked in shelf.chatbot.asked] == [frozenset({"mine"}), None]
    assert fake_chatbot.asked == []


def test_a_removed_file_is_listed_and_chosen_no_more(handlers, added, shown, chinese):
    updates = handlers["remove"](event(document="mine"), "zh", added(handlers), chinese)
    assert shown.state(updates, Shelf) == Shelf()
    chosen = (["mine", "qingshi"], "", "", "", "mine")
    refreshed = handlers["refresh"]("zh", Shelf(), "", chinese, *chosen)
    values = [u["value"] for u in refreshed.values() if isinstance(u, dict) and "value" in u]
    assert values == [["qingshi"], "", "", "", "all"]
    assert 'data-document="mine"' not in shown.text(refreshed)


def test_what_belongs_to_all_is_not_removed_by_a_forged_request(
    handlers, added, shown, chinese, collection, monkeypatch
):
    warned = []
    monkeypatch.setattr("gradio.Warning", warned.append)
    shelf = added(handlers)
    updates = handlers["remove"](event(document="qingshi"), "zh", shelf, chinese)
    assert warned == [ZH.remove_failed]
    assert shown.state(updates, Shelf) is shelf
    assert [document.id for document in collection.documents] == ["qingshi"]


def test_all_files_of_a_session_are_removed_at_once(handlers, shown, chinese):
    updates = handlers["remove_all"]("zh", chinese)
    assert shown.state(updates, Shelf) == Shelf()
    assert "" in updates.values()


def test_a_shared_file_is_removed_for_everybody(shared, handlers_of, added, shown, chinese):
    handlers = handlers_of(shared)
    shelf = added(handlers)
    assert [document.id for document in shared.documents] == ["policy-zh", "mine"]
    updates = handlers["remove"](event(document="mine"), "zh", shelf, chinese)
    assert [document.id for document in shared.documents] == ["policy-zh"]
    assert shown.state(updates, Shelf).documents == ()


def test_a_removal_that_fails_leaves_everything(shared, handlers_of, chinese, monkeypatch):
    warned = []
    monkeypatch.setattr("gradio.Warning", warned.append)
    handlers_of(shared)["remove"](event(document="gone"), "zh", Shelf(), chinese)
    assert warned == [ZH.remove_failed]
    assert [document.id for document in shared.documents] == ["policy-zh"]
