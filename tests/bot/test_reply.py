"""Replies as values, as text and as JSON."""

import json
from dataclasses import FrozenInstanceError

import pytest

from bot.reply import (
    Answer,
    Citation,
    CitedSentence,
    Clarification,
    Refusal,
    citations_of,
    reply_json,
    reply_text,
)
from index.retriever import Hit

KEYS = {
    "question", "language", "kind", "text", "sentences", "citations", "hits", "notices", "options",
    "generator", "elapsed_ms",
}  # fmt: skip
CITATION_KEYS = {
    "marker", "document", "title", "ref", "breadcrumb", "start", "end", "quote", "rendering", "page"
}  # fmt: skip
HIT = Hit(document="plan", ref="一", score=0.123456, rank=1, chunk=0, cosine=0.9)
CITATION = Citation(1, "plan", "Plan", "一", "Part I", 0, 2, "目标", "Goals", 3)
ANSWER = Answer(
    "Goals?",
    "en",
    (CitedSentence("Twelve boats.", (1, 2)), CitedSentence("Two ports.", (2,))),
    (CITATION, Citation(2, "plan", "Plan", "二", "Part II", 3, 5, "任务")),
    (HIT,),
    opening="The goals:",
    closing="No amount.",
    notices=("Old.",),
    elapsed_ms=1.26,
)
REFUSAL = Refusal("目标?", "zh", "no_evidence", "没有找到。", (HIT,), nearest=(CITATION,))
CLARIFICATION = Clarification("第二部分?", "zh", "哪一部分?", ("《甲》 二", "《乙》 二"), (HIT,))


def test_an_english_answer_has_a_blank_before_its_markers():
    assert reply_text(ANSWER) == ("The goals:\nTwelve boats. [1][2]\nTwo ports. [2]\nNo amount.")


def test_a_chinese_answer_has_no_blank_before_its_markers():
    answer = Answer("几艘?", "zh", (CitedSentence("十二艘。", (1,)),), (CITATION,), ())
    assert reply_text(answer) == "十二艘。[1]"


@pytest.mark.parametrize("reply", [REFUSAL, CLARIFICATION], ids=["refusal", "clarification"])
def test_the_text_of_any_other_reply_is_its_message(reply):
    assert reply_text(reply) == reply.message


def test_only_an_answer_cites():
    assert citations_of(ANSWER) == ANSWER.citations
    assert citations_of(REFUSAL) == ()
    assert citations_of(CLARIFICATION) == ()


@pytest.mark.parametrize(
    ("reply", "kind"),
    [(ANSWER, "answer"), (REFUSAL, "refusal"), (CLARIFICATION, "clarification")],
    ids=["answer", "refusal", "clarification"],
)
def test_the_json_of_every_reply_has_the_same_keys(reply, kind):
    made = json.loads(json.dumps(reply_json(reply)))
    assert set(made) == KEYS
    assert made["kind"] == kind
    assert made["text"] == reply_text(reply)
    assert made["hits"] == [{"document": "plan", "ref": "一", "score": 0.1235}]


def test_options_stand_only_in_a_clarification():
    assert reply_json(CLARIFICATION)["options"] == ["《甲》 二", "《乙》 二"]
    assert reply_json(ANSWER)["options"] == []
    assert reply_json(REFUSAL)["options"] == []


def test_the_json_of_an_answer_holds_its_sentences_citations_and_notices():
    made = reply_json(ANSWER)
    assert made["sentences"] == [
        {"text": "Twelve boats.", "citations": [1, 2]},
        {"text": "Two ports.", "citations": [2]},
    ]
    assert [set(citation) for citation in made["citations"]] == [CITATION_KEYS, CITATION_KEYS]
    assert made["citations"][0]["rendering"] == "Goals"
    assert made["citations"][1]["rendering"] is None
    assert made["citations"][0]["page"] == 3
    assert made["notices"] == ["Old."]
    assert made["generator"] == "extractive"
    assert made["elapsed_ms"] == 1.3


def test_the_json_of_a_refusal_has_no_sentences_and_no_citations():
    made = reply_json(REFUSAL)
    assert made["sentences"] == []
    assert made["citations"] == []


def test_a_reply_cannot_be_changed():
    with pytest.raises(FrozenInstanceError, match="question"):
        ANSWER.question = "Other?"
