"""Questions over collections of documents."""

import json

import pytest

from eval.many import MANY, run_collections
from eval.outlines import OUTLINES
from eval.questions import load_questions

RADAR = "关于雷达的通知\n\n一、导航雷达\n\n导航雷达每年检修两次。\n"
CHARTS = "关于海图的通知\n\n一、电子海图\n\n电子海图每年更新。\n"


def test_documents_of_a_files_answers_are_indexed_together(stub_encoder, tmp_path):
    for name, text in (("radar", RADAR), ("charts", CHARTS), ("other", CHARTS)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "radar.json").write_text("{}", encoding="utf-8")
    asked = [
        {
            "id": "a",
            "question": "导航雷达每年检修几次?",
            "gold_document": "radar",
            "gold_refs": ["一"],
        },
        {
            "id": "b",
            "question": "电子海图怎么更新?",
            "gold_document": "charts",
            "gold_refs": ["一"],
        },
        {"id": "c", "question": "渔船怎么补贴?", "answerable": False},
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")

    ((read, questions, replies),) = run_collections((path,), stub_encoder, tmp_path)

    assert (read, len(questions), set(replies)) == (path, 3, {"a", "b", "c"})
    found = {hit["document"] for reply in replies.values() for hit in reply["hits"]}
    assert found == {"radar", "charts"}
    assert replies["a"]["citations"][0]["document"] == "radar"


def test_missing_document_is_named(stub_encoder, tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text('{"question": "什么?", "gold_document": "radar"}', encoding="utf-8")

    with pytest.raises(FileNotFoundError, match="no document 'radar'"):
        next(run_collections((path,), stub_encoder, tmp_path))


def test_every_answer_of_the_repositorys_collections_has_its_outline():
    for path in MANY.glob("*.jsonl"):
        for question in load_questions(path):
            if question.document:
                outline = json.loads((OUTLINES / f"{question.document}.json").read_text("utf-8"))
                refs = {section["ref"] for section in outline["sections"]} | {"前言"}
                assert set(question.relevant) <= refs, question.id
