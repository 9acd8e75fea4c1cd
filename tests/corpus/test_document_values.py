"""Documents as plain values."""

import json

from corpus.document import parse_document
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


def test_force_and_relations_come_back():
    text = "海川市渔港办法\n第一条 本办法自2021年1月1日起施行。《旧办法》同时废止。\n"
    document = parse_document("x", text)
    values = json.loads(json.dumps(document_values(document)))

    assert document.validity
    assert document.relations
    assert restore_document(values.pop("text"), values) == document


def test_values_written_before_force_was_read_still_open(policy):
    values = json.loads(json.dumps(document_values(policy)))
    del values["validity"], values["relations"]

    assert restore_document(values.pop("text"), values).sections == policy.sections
