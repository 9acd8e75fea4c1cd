"""Documents as plain values."""

import json

from corpus.document_values import document_values, restore_document


def test_a_document_comes_back_from_json_as_it_was(policy, english_policy):
    for document in (policy, english_policy):
        values = json.loads(json.dumps(document_values(document)))
        assert restore_document(values.pop("text"), values) == document


def test_a_document_without_an_english_rendering_keeps_its_pages(policy):
    from dataclasses import replace

    document = replace(policy, rendering=None, pages=(0, 5, 9), warnings=("page 2: …",))
    values = json.loads(json.dumps(document_values(document)))

    assert restore_document(values.pop("text"), values) == document
