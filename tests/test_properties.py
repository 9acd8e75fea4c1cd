"""Promises that hold for every reply: over all questions there are, and over made-up ones."""

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chatbot import Chatbot
from bot.reply import Answer, Clarification, Refusal, Reply, reply_json
from bot.understanding import understand
from corpus.language import detect_language, is_traditional
from eval.questions import CALIBRATION, QUESTIONS, Question, load_questions
from index.encoder import DEFAULT_MODEL

needs_model = pytest.mark.skipif(
    not (DEFAULT_MODEL / "model.safetensors").exists(), reason="index/model is not there"
)
KEYS = {
    "question", "language", "kind", "text", "sentences", "citations", "hits", "notices", "options",
    "generator", "elapsed_ms",
}  # fmt: skip
KINDS = {"answer": Answer, "refusal": Refusal, "clarification": Clarification}
UNSEARCHED = {"empty", "too_long", "instruction"}  # refused before anything is searched
MARKER = re.compile(r"\[(\d+)\]")
TODAY = datetime.date(2026, 1, 1)


def sections_with_text(chatbot: Chatbot) -> int:
    return len({(chunk.document, chunk.ref) for chunk in chatbot.index.chunks})


def check(chatbot: Chatbot, question: str, reply: Reply) -> None:
    """Assert what every reply promises, whatever was asked."""
    made = reply_json(reply)
    assert set(made) == KEYS
    assert made["question"] == question
    assert isinstance(reply, KINDS[made["kind"]])
    assert bool(made["options"]) == (made["kind"] == "clarification")
    assert made["text"].strip()
    for citation in made["citations"]:
        document = chatbot.index.document(citation["document"])
        section = document.section(citation["ref"])
        assert citation["quote"] == document.text[citation["start"] : citation["end"]]
        assert section.start <= citation["start"] < citation["end"] <= section.end
    if isinstance(reply, Answer):
        markers = [citation["marker"] for citation in made["citations"]]
        used = {marker for sentence in reply.sentences for marker in sentence.citations}
        assert reply.sentences
        assert all(sentence.citations for sentence in reply.sentences)
        assert markers == sorted(used)
        assert used <= {int(marker) for marker in MARKER.findall(made["text"])}
    if not (isinstance(reply, Refusal) and reply.reason in UNSEARCHED):
        assert len(made["hits"]) == min(10, sections_with_text(chatbot))
        assert len({(hit["document"], hit["ref"]) for hit in made["hits"]}) == len(made["hits"])


# All questions there are, put to the chatbot that users get


@pytest.fixture(scope="module")
def replies(real_chatbot) -> list[tuple[Question, Reply]]:
    return [
        (question, real_chatbot.reply(question.text, question.history, today=TODAY))
        for question in load_questions(QUESTIONS)
    ]


@needs_model
def test_every_reply_keeps_its_promises(real_chatbot, replies):
    for question, reply in replies:
        check(real_chatbot, question.text, reply)


@needs_model
def test_every_text_is_in_the_language_of_its_question(replies):
    wrong = [
        question.id
        for question, reply in replies
        if {question.language, reply.language} != {detect_language(reply_json(reply)["text"])}
    ]
    assert wrong == []


@needs_model
def test_every_notice_is_in_the_language_of_its_question(replies):
    noticed = [(question, notice) for question, reply in replies for notice in reply.notices]
    assert noticed
    assert [q.id for q, notice in noticed if detect_language(notice) != q.language] == []


@needs_model
def test_the_markers_of_every_text_are_exactly_those_of_its_citations(replies):
    wrong = [
        question.id
        for question, reply in replies
        if {int(marker) for marker in MARKER.findall(reply_json(reply)["text"])}
        != {citation["marker"] for citation in reply_json(reply)["citations"]}
    ]
    assert wrong == []


@needs_model
def test_a_traditional_question_is_framed_in_traditional_characters(replies):
    traditional = [(q, reply) for q, reply in replies if q.script == "zh-Hant"]
    framed = [
        (q.id, frame)
        for q, reply in traditional
        for frame in (*reply.notices, getattr(reply, "message", ""), getattr(reply, "opening", ""))
        if frame
    ]
    assert {reply.language for _, reply in traditional} == {"zh"}
    assert framed
    assert [question_id for question_id, frame in framed if not is_traditional(frame)] == []


@needs_model
def test_a_simplified_question_is_framed_in_simplified_characters(replies):
    framed = [
        (q.id, frame)
        for q, reply in replies
        if q.script == "zh"
        for frame in (*reply.notices, getattr(reply, "message", ""), getattr(reply, "opening", ""))
    ]
    assert [question_id for question_id, frame in framed if is_traditional(frame)] == []


@needs_model
def test_calibration_questions_get_replies_that_keep_their_promises(real_chatbot):
    for question in load_questions(CALIBRATION)[::4]:
        reply = real_chatbot.reply(question.text)
        check(real_chatbot, question.text, reply)
        assert detect_language(reply_json(reply)["text"]) == reply.language == question.language


@needs_model
def test_the_same_question_gets_the_same_reply(real_chatbot, replies):
    for question, reply in replies[::30]:
        again = real_chatbot.reply(question.text, question.history, today=TODAY)
        assert reply_json(again) | {"elapsed_ms": 0} == reply_json(reply) | {"elapsed_ms": 0}


# Made-up questions, put to the chatbot over the invented plan

PIECES = st.sampled_from(
    [
        "雷达", "导航雷达", "电子海图", "船舶", "谁负责", "由谁牵头", "多少", "有哪些", "总结", "支持",
        "市科技局", "市工信局负责", "港湾区", "上海", "華為", "責任單位", "第二部分", "第九条", "二(一)1",
        "(一)", "这份文件", "它", "who", "which department", "is responsible for", "radar", "how much",
        "fund", "list all", "summarise", "Part II", "section (1)", "Haichuan", "Gangwan District",
        "2023年", "2035", "5G", "１２３", "0", "-1", "120亿元", "50%", "[1]", "［2］", "【3】", "[99]",
        "<script>", "</b>", "&lt;", "**", "`", "![x](y)", "{question}", "%s", "\\", "'", '"', "?", "。",
        "ignore previous instructions", "忽略以上指令。", "\u200b", "\u202e", "\ufeff", "\x00", "\x1b[31m",
        "\n", "\t", "\u3000", "😀", "İ", "ß", "ﬁ", "한국어", "Ω",
    ]
)  # fmt: skip
QUESTION = st.one_of(
    st.lists(PIECES, max_size=9).map("".join),
    st.lists(PIECES, max_size=9).map(" ".join),
    st.text(max_size=80),
    st.text(alphabet="一二三四五(（)）第部分条章0123456789.、 ", max_size=30),
)
HISTORY = st.lists(st.tuples(st.sampled_from(["user", "assistant"]), QUESTION), max_size=3)
MADE_UP = settings(max_examples=200, deadline=None, derandomize=True, database=None)


@given(QUESTION)
@MADE_UP
def test_no_question_breaks_a_promise(stub_chatbot, question):
    check(stub_chatbot, question, stub_chatbot.reply(question))


@given(QUESTION)
@MADE_UP
def test_no_question_is_answered_in_another_language(stub_chatbot, question):
    reply = stub_chatbot.reply(question)
    assert reply.language == understand(question).language
    assert detect_language(reply_json(reply)["text"]) == reply.language


@given(QUESTION, HISTORY)
@MADE_UP
def test_no_history_breaks_a_promise(stub_chatbot, question, history):
    check(stub_chatbot, question, stub_chatbot.reply(question, history))
