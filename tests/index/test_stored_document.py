"""A document of a stored generation, read back from its two files."""

import json
from dataclasses import asdict

import pytest

from index.stored_document import document_name, read_document, restore_document


def written(folder, document) -> str:
    """Write a document as a generation holds it; give the name of its files."""
    values = asdict(document)
    text = values.pop("text")
    name = document_name(document.id)
    (folder / "documents").mkdir()
    (folder / "documents" / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    outline = json.dumps(values, ensure_ascii=False)
    (folder / "documents" / f"{name}.json").write_text(outline, encoding="utf-8")
    return name


def test_a_document_is_read_back_as_it_was(policy, tmp_path):
    assert read_document(tmp_path, written(tmp_path, policy)) == policy


def test_a_document_without_a_rendering_is_restored(english_policy):
    values = json.loads(json.dumps(asdict(english_policy)))
    text = values.pop("text")
    assert restore_document(text, values) == english_policy


def test_a_name_is_safe_as_a_file_name_and_differs_by_id():
    assert document_name("../a/方案").isalnum()
    assert document_name("a") != document_name("b")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="nothing"):
        read_document(tmp_path, "nothing")
