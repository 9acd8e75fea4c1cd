import gradio as gr
import pytest

from bot.web.collection import Collection
from bot.web.labels import EN, ZH
from bot.web.layout import lay_out
from bot.web.limits import EVERYTHING, Limits
from bot.web.session import Session
from bot.web.uploads import Shelf
from bot.web.views import (
    documents_of,
    label_updates,
    limit_updates,
    list_updates,
    own_ids,
    session_scope,
    shelf_updates,
)


@pytest.fixture
def parts():
    with gr.Blocks(analytics_enabled=False):
        return lay_out()


@pytest.fixture
def filled(tmp_path):
    """Make a session that has added a file."""

    def filled(collection: Collection) -> Session:
        path = tmp_path / "mine.txt"
        path.write_text("我的规定\n\n一、总则\n\n补贴三十万元。\n", encoding="utf-8")
        session = Session()
        session.queue([path])
        list(session.add_waiting(collection))
        return session

    return filled


def test_a_session_sees_everybodys_documents_and_its_own(collection, filled):
    shelf = filled(collection).shelf(collection)
    assert [d.id for d in documents_of(Shelf(), collection)] == ["qingshi"]
    assert [d.id for d in documents_of(shelf, collection)] == ["qingshi", "mine"]
    assert own_ids(shelf) == {"mine"}
    assert session_scope(Limits(own=True), collection, shelf).ids == {"mine"}
    assert session_scope(Limits(), collection, shelf) is EVERYTHING
    assert session_scope(Limits(own=True), collection, Shelf()) is EVERYTHING


def test_who_sees_added_files_is_said_beside_the_drop_zone(parts, collection, shared):
    private = label_updates(parts, ZH, collection)
    assert ZH.files_private_note in private[parts.files_note]
    assert private[parts.files_panel]["label"] == ZH.files
    everybody = label_updates(parts, EN, shared)
    assert EN.files_shared_note in everybody[parts.files_note]
    assert everybody[parts.files_panel]["label"] == EN.files_shared
    assert "20 files at most" in everybody[parts.files_note]


def test_private_files_can_be_removed_all_at_once(parts, collection, filled):
    assert not shelf_updates(parts, ZH, collection, Session())[parts.remove_all]["visible"]
    assert shelf_updates(parts, ZH, collection, filled(collection))[parts.remove_all]["visible"]


def test_shared_files_are_removed_one_by_one(parts, shared, filled):
    session = filled(shared)
    assert not shelf_updates(parts, ZH, shared, session)[parts.remove_all]["visible"]
    listed = list_updates(parts, ZH, shared, session.shelf(shared), "")[parts.documents]
    assert listed.count('data-pick="remove"') == 2
    assert f'"zw-badge">{ZH.document_mine}' not in listed


def test_the_choice_of_own_files_is_there_once_there_are_some(parts, collection, filled):
    before = limit_updates(parts, ZH, collection, Shelf(), Limits())
    shelf = filled(collection).shelf(collection)
    after = limit_updates(parts, ZH, collection, shelf, Limits(own=True), choose=True)
    assert before[parts.own]["visible"] is False
    assert after[parts.own]["visible"] is True
    assert after[parts.own]["value"] == "mine"
    assert ZH.scope_mine in after[parts.statement]
