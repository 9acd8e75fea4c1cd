import pytest

from bot.operation import Operation, OperationError
from bot.settings import Settings
from bot.web.collection import Collection
from corpus.document import parse_document
from index.maintenance import MissingDocumentError, insert
from index.store import load_index

LIGHTS = "关于灯塔的通知\n\n一、维护\n\n灯塔每年检修两次。\n"


def ids(documents):
    return [document.id for document in documents]


def test_a_shared_document_is_stored_and_answered_from_at_once(shared, tmp_path):
    before = shared.chatbot
    (added,) = shared.add([parse_document("lights", LIGHTS)])
    assert added.id == "lights"
    assert ids(shared.documents) == ["policy-zh", "lights"]
    assert ids(load_index(tmp_path / "index").documents) == ["policy-zh", "lights"]
    assert ids(before.index.documents) == ["policy-zh"]
    reply = shared.chatbot.reply("灯塔每年检修几次?")
    assert {citation.document for citation in reply.citations} == {"lights"}


def test_a_document_that_another_process_adds_is_answered_from(shared, tmp_path):
    insert(tmp_path / "index", shared.chatbot.encoder, [parse_document("lights", LIGHTS)])
    reply = shared.chatbot.reply("灯塔每年检修几次?")
    assert {citation.document for citation in reply.citations} == {"lights"}
    assert shared.chatbot is shared.chatbot


def test_questions_do_not_wait_for_a_change(shared, monkeypatch):
    during = []
    monkeypatch.setattr(
        "bot.web.collection.insert",
        lambda *_, **__: (shared.chatbot.index, during.append(shared.chatbot)),
    )
    before = shared.chatbot
    shared.add([parse_document("lights", LIGHTS)])
    assert during == [before]


def test_a_shared_document_replaces_no_other(shared, policy):
    (added,) = shared.add([parse_document("policy-zh", LIGHTS)])
    assert added.id == "policy-zh-2"
    assert shared.documents[0].text == policy.text


def test_a_removed_document_leaves_the_stored_index(shared, tmp_path):
    shared.add([parse_document("lights", LIGHTS)])
    shared.remove("lights")
    assert ids(shared.documents) == ["policy-zh"]
    assert ids(load_index(tmp_path / "index").documents) == ["policy-zh"]
    with pytest.raises(MissingDocumentError, match="no document 'lights'"):
        shared.remove("lights")


def test_shared_documents_stay_where_the_operator_does_not_allow_removal(shared, tmp_path):
    kept = Collection(shared.chatbot, Operation(kind="shared"), tmp_path / "index")
    assert kept.is_shared
    assert not kept.may_remove
    with pytest.raises(PermissionError, match="'policy-zh' may not be removed here"):
        kept.remove("policy-zh")
    assert ids(load_index(tmp_path / "index").documents) == ["policy-zh"]


def test_a_private_collection_is_changed_by_nobody(collection, qingshi):
    with pytest.raises(PermissionError, match="added files are private here"):
        collection.add([qingshi])
    with pytest.raises(PermissionError, match="may not be removed"):
        collection.remove("qingshi")
    assert ids(collection.documents) == ["qingshi"]


def test_removal_alone_allows_nothing_where_files_are_private(fake_chatbot, tmp_path):
    assert not Collection(fake_chatbot, Operation(removal=True), tmp_path).may_remove


def test_a_shared_collection_needs_its_stored_index(fake_chatbot):
    with pytest.raises(ValueError, match="needs the folder of its stored index"):
        Collection(fake_chatbot, Operation(kind="shared"))


def test_settings_name_the_operators_file(fake_chatbot, tmp_path):
    file = tmp_path / "operator.toml"
    file.write_text('[collection]\nkind = "shared"\n', encoding="utf-8")
    settings = Settings(config=file, index=tmp_path)
    assert Collection.from_settings(fake_chatbot, settings).is_shared
    assert not Collection.from_settings(fake_chatbot, Settings()).is_shared
    with pytest.raises(OperationError, match="ZHENGWEN_CONFIG"):
        Collection.from_settings(fake_chatbot, Settings(config=tmp_path / "none.toml"))
