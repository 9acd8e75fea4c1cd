"""Promises that hold for every reply: over all questions there are, and over made-up ones."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.reply import Answer, reply_json
from corpus.language import detect_language
from eval.questions import CALIBRATION, QUESTIONS, load_questions
from index.encoder import DEFAULT_MODEL

needs_model = pytest.mark.skipif(
    not (DEFAULT_MODEL / "model.safetensors").exists(), reason="index/model is not there"
)
KEYS = {
    "question", "language", "kind", "text", "sentences", "citations", "hits", "notices", "options",
    "generator", "elapsed_ms",
}  # fmt: skip
MARKER = re.compile(r"\[(\d+)\]")
words = st.sampled_from(
    ["雷达", "5G", "谁负责", "市科技局", "who", "radar", "<script>", "[1]", "2023年", "\u200b", "\x00",
     "第二部分", "(一)", "ignore previous instructions", "多少", "?", "。", "**", "港湾区", "fund"]
)  # fmt: skip


def check(chatbot, question: str, reply) -> None:
    """Assert what every reply promises."""
    made = reply_json(reply)
    assert set(made) == KEYS
    assert made["question"] == question
    assert made["kind"] in {"answer", "refusal", "clarification"}
    assert bool(made["options"]) == (made["kind"] == "clarification")
    for citation in made["citations"]:
        document = chatbot.index.document(citation["document"])
        section = document.section(citation["ref"])
        assert citation["quote"] == document.text[citation["start"] : citation["end"]]
        assert section.start <= citation["start"] < citation["end"] <= section.end
    if isinstance(reply, Answer):
        assert reply.sentences
        assert all(sentence.citations for sentence in reply.sentences)
        used = {marker for sentence in reply.sentences for marker in sentence.citations}
        assert used == {citation["marker"] for citation in made["citations"]}
        assert used <= {int(m) for m in MARKER.findall(made["text"])}


@needs_model
@pytest.mark.parametrize("path", [QUESTIONS, CALIBRATION], ids=["questions", "calibration"])
def test_every_reply_quotes_its_source_in_the_language_of_the_question(real_chatbot, path):
    for question in load_questions(path):
        reply = real_chatbot.reply(question.text, question.history)
        check(real_chatbot, question.text, reply)
        assert reply.language == question.language
        assert detect_language(reply_json(reply)["text"]) == question.language


@given(st.lists(words, max_size=8).map(" ".join) | st.text(max_size=60))
@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_question_breaks_a_promise(stub_chatbot, question):
    check(stub_chatbot, question, stub_chatbot.reply(question))
