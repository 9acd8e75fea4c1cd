"""The command line: python -m eval run | score | calibrate | report | bench."""

import json

import pytest

from eval.__main__ import main

ASKED = {
    "id": "zh-1", "lang": "zh", "type": "responsibility", "question": "导航雷达由谁负责?",
    "gold_refs": ["二(一)1"], "answer_must_contain": [["市科技局"]],
}  # fmt: skip
LACKING = {
    "id": "en-1", "lang": "en", "type": "unanswerable", "question": "What is the target for 2035?",
    "answerable": False,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _stub(monkeypatch, stub_chatbot):
    monkeypatch.setattr("bot.build.build_chatbot", lambda settings, *, explicit: stub_chatbot)
    monkeypatch.delenv("ZHENGWEN_GENERATOR", raising=False)


@pytest.fixture
def questions(tmp_path):
    path = tmp_path / "questions.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in (ASKED, LACKING)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def replies(questions, tmp_path):
    path = tmp_path / "replies.jsonl"
    main(["run", str(questions), "--out", str(path)])
    return path


def test_run_writes_one_reply_for_each_question(questions, tmp_path, capsys):
    out = tmp_path / "replies.jsonl"
    assert main(["run", str(questions), "--out", str(out)]) == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["kind"]) for row in rows] == [("zh-1", "answer"), ("en-1", "refusal")]
    assert capsys.readouterr().out == f"2 replies in {out}\n"


def test_score_prints_a_table_by_language_and_one_by_type(questions, replies, capsys):
    capsys.readouterr()
    assert main(["score", str(questions), str(replies)]) == 0
    out = capsys.readouterr().out
    assert "| Chinese, all | 1 |" in out
    assert "| English, all | 1 |" in out
    assert "| responsibility, zh | 1 |" in out
    assert "| unanswerable, en | 1 |" in out


def test_failures_are_listed_where_asked_for(questions, replies, capsys):
    wrong = json.loads(replies.read_text(encoding="utf-8").splitlines()[1]) | {"kind": "answer"}
    with replies.open("a", encoding="utf-8") as file:
        file.write(json.dumps(wrong) + "\n")
    capsys.readouterr()
    main(["score", str(questions), str(replies)])
    assert "What is the target for 2035?" not in capsys.readouterr().out
    main(["score", str(questions), str(replies), "--failures"])
    out = capsys.readouterr().out
    assert "en-1 unanswerable What is the target for 2035?" in out
    assert "zh-1 responsibility" not in out


def test_a_question_without_a_reply_is_a_failure_that_names_it(questions, tmp_path, capsys):
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    assert main(["score", str(questions), str(empty)]) == 1
    captured = capsys.readouterr()
    assert captured.err == "eval score: 2 questions have no reply, the first is 'zh-1'\n"
    assert captured.out == ""


def test_a_missing_file_is_a_failure_of_one_line(tmp_path, capsys):
    assert main(["run", str(tmp_path / "no.jsonl"), "--out", str(tmp_path / "r.jsonl")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "no.jsonl" in line


def test_calibrate_prints_thresholds_of_tuned_questions(questions, monkeypatch, capsys):
    monkeypatch.setattr("eval.questions.QUESTIONS", questions)
    monkeypatch.setattr("eval.questions.CALIBRATION", questions)
    assert main(["calibrate"]) == 0
    assert capsys.readouterr().out.startswith('("zh", False): Threshold(')


def test_report_prints_the_baselines_and_both_tables(questions, monkeypatch, capsys):
    monkeypatch.setattr("eval.questions.QUESTIONS", questions)
    assert main(["report"]) == 0
    out = capsys.readouterr().out
    assert out.index("BM25 over the Chinese text") < out.index("| Chinese, all | 1 |")
    assert "| responsibility, zh | 1 |" in out


@pytest.mark.parametrize("arguments", [[], ["run"], ["score", "a.jsonl"], ["sing"]])
def test_bad_usage_exits_with_two(arguments):
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


@pytest.mark.parametrize("argv", [["--stub"], ["--documents", "0"], ["--documents", "many"]])
def test_a_benchmark_of_no_documents_is_bad_usage(argv, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["bench", *argv])
    assert "usage: python -m eval" in capsys.readouterr().err


def test_a_benchmark_of_many_documents_takes_the_encoder_that_is_named(monkeypatch):
    measured = []
    monkeypatch.setattr("eval.bench.bench_many", lambda *arguments: measured.append(arguments))
    monkeypatch.setenv("ZHENGWEN_ENCODER", "/models/other")
    assert main(["bench", "--documents", "7", "--stub"]) == main(["bench", "--documents", "9"]) == 0
    assert [(count, encoder.name) for count, encoder in measured] == [
        (7, "hash"),
        (9, "/models/other"),
    ]
