"""Questions put to the bot, and its replies on disk."""

import json

import pytest

from bot.reply import reply_json
from corpus.document import parse_document
from eval.questions import load_questions
from eval.running import read_replies, run_questions, write_replies

LINES = [
    {"id": "zh", "question": "导航雷达由谁负责?"},
    {"id": "en", "question": "Who is responsible for navigation radar?", "lang": "en"},
    {"id": "no", "question": "2035年的目标是多少?", "answerable": False},
]


@pytest.fixture
def questions(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in LINES), encoding="utf-8")
    return load_questions(path)


def test_every_question_gets_the_reply_that_a_user_would_get(stub_chatbot, questions):
    replies = list(run_questions(stub_chatbot, questions))
    assert [reply.pop("id") for reply in replies] == ["zh", "en", "no"]
    expected = [reply_json(stub_chatbot.reply(line["question"])) for line in LINES]
    assert [reply | {"elapsed_ms": 0} for reply in replies] == [
        reply | {"elapsed_ms": 0} for reply in expected
    ]


def test_a_question_is_asked_with_its_history(stub_chatbot, tmp_path):
    path = tmp_path / "q.jsonl"
    history = [{"role": "user", "content": "电子海图怎么推广?"}]
    path.write_text(json.dumps({"question": "那由谁负责?", "history": history}), encoding="utf-8")
    (reply,) = run_questions(stub_chatbot, load_questions(path))
    assert "市交通局" in reply["text"]


def test_the_bot_is_not_told_in_which_document_the_answer_stands(stub_chatbot, tmp_path):
    extra = parse_document("notice", "关于雷达的通知\n\n一、导航雷达\n\n导航雷达每年检修。\n")
    path = tmp_path / "q.jsonl"
    asked = {"question": "导航雷达怎么检修?", "gold_document": "notice"}
    path.write_text(json.dumps(asked), encoding="utf-8")
    (reply,) = run_questions(stub_chatbot.with_documents([extra]), load_questions(path))
    assert len({hit["document"] for hit in reply["hits"]}) > 1


def test_replies_read_back_as_they_were_written(stub_chatbot, questions, tmp_path):
    replies = list(run_questions(stub_chatbot, questions))
    path = tmp_path / "replies.jsonl"
    assert write_replies(replies, path) == 3
    assert read_replies(path) == {reply["id"]: reply for reply in replies}
    assert "导航雷达" in path.read_text(encoding="utf-8")


def test_progress_is_told_on_stderr(tmp_path, capsys):
    write_replies(({"id": str(n)} for n in range(101)), tmp_path / "replies.jsonl")
    captured = capsys.readouterr()
    assert captured.err == "50 questions\n100 questions\n"
    assert captured.out == ""


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "no id"}', "7"])
def test_a_line_that_is_no_reply_is_named(tmp_path, line):
    path = tmp_path / "replies.jsonl"
    path.write_text(f'{{"id": "a"}}\n\n{line}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"replies\.jsonl:3: no reply"):
        read_replies(path)


def test_a_question_that_names_no_document_is_limited_as_the_run_is(stub_chatbot, questions):
    extra = parse_document("notice", "关于雷达的通知\n\n一、导航雷达\n\n导航雷达每年检修。\n")
    both = stub_chatbot.with_documents([extra])
    for reply in run_questions(both, questions, frozenset({"notice"})):
        assert {hit["document"] for hit in reply["hits"]} <= {"notice"}
