"""``python -m index``: what it prints, where, and how it exits."""

import json
import re
from pathlib import Path

import pytest

from corpus.document import parse_document
from index.__main__ import main
from index.library import build_index
from index.locking import writing
from index.store import current_generation, load_index, save_index

DATA = Path(__file__).parent.parent / "data"
PLAN, REGULATIONS = str(DATA / "policy-zh"), str(DATA / "policy_en.md")


@pytest.fixture(autouse=True)
def encoder(stub_encoder, monkeypatch):
    """Put the stub in the place of the embedded encoder."""
    monkeypatch.delenv("ZHENGWEN_ENCODER", raising=False)
    monkeypatch.setattr("index.__main__.SentenceEncoder", lambda name: stub_encoder)
    monkeypatch.setattr("index.__main__.WAIT", 0.1)
    return stub_encoder


@pytest.fixture
def folder(tmp_path, policy, english_policy, stub_encoder):
    """A stored index of two documents."""
    save_index(build_index([policy, english_policy], stub_encoder), tmp_path / "index")
    return tmp_path / "index"


def run(*argv: str | Path) -> int:
    return main([str(arg) for arg in argv])


def failed(capsys) -> str:
    """Give the one line on stderr; nothing may stand on stdout."""
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    return printed.err


# --- build, add, remove, list, verify, export ------------------------------------------------


def test_build_stores_an_index_and_says_how_large_it_is(tmp_path, capsys):
    assert run("build", PLAN, REGULATIONS, "--index", tmp_path) == 0

    index = load_index(tmp_path)
    printed = capsys.readouterr()
    size = f"indexed 2 documents, {len(index.chunks)} chunks, {len(index.rows)} vectors in "
    first, second = printed.out.splitlines()
    assert first.startswith(size)
    assert first.endswith(f" s: {tmp_path}")
    figures = r"[\d.]+ documents/s, \d+ sections/s; peak memory \d{2,5} MB"
    assert re.fullmatch(figures, second)
    assert printed.err == ""


def test_build_without_paths_takes_the_embedded_corpus(tmp_path):
    assert run("build", "--index", tmp_path) == 0

    assert list(load_index(tmp_path).by_id) == ["tianjin-information-industry-2017"]


def test_place_comes_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHENGWEN_INDEX", str(tmp_path / "named"))

    assert run("build", REGULATIONS) == 0

    assert list(load_index(tmp_path / "named").by_id) == ["policy_en"]


def test_unreadable_file_is_noted_and_the_others_are_indexed(tmp_path, capsys):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\ngarbage")

    assert run("build", PLAN, tmp_path / "a.pdf", "--index", tmp_path / "i") == 0

    assert "skipped: " in capsys.readouterr().err
    assert list(load_index(tmp_path / "i").by_id) == ["policy-zh"]


def test_add_and_remove_change_the_list(tmp_path, capsys):
    run("build", PLAN, "--index", tmp_path)

    assert run("add", REGULATIONS, "--index", tmp_path) == 0
    assert list(load_index(tmp_path).by_id) == ["policy-zh", "policy_en"]
    assert run("remove", "policy-zh", "--index", tmp_path) == 0
    assert list(load_index(tmp_path).by_id) == ["policy_en"]
    assert capsys.readouterr().out.endswith("removed policy-zh\n")


def test_list_has_one_line_for_each_document(folder, capsys):
    assert run("list", "--index", folder) == 0

    assert capsys.readouterr().out.splitlines() == [
        "policy-zh\t10\t2021-03-08\t海川市船舶电子产业发展方案",
        "policy_en\t7\t\tRegulations on Harbour Pilots",
    ]


def test_list_as_json_tells_what_is_known_of_each_document(folder, policy, english_policy, capsys):
    assert run("list", "--json", "--index", folder) == 0

    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "document": "policy-zh",
        "title": policy.title,
        "issuer": policy.issuer,
        "number": policy.number,
        "date": "2021-03-08",
        "sections": 10,
        "chars": len(policy.text),
    }
    assert (second["document"], second["issuer"], second["date"]) == ("policy_en", None, None)


def test_verify_says_that_the_index_is_whole(folder, capsys):
    assert run("verify", "--index", folder) == 0

    assert capsys.readouterr().out == "whole: 2 documents, 12 chunks\n"


def test_verify_finds_damage(folder, capsys):
    (path,) = current_generation(folder).glob("segments/*/vectors.faiss")
    path.write_bytes(b"damage")

    assert run("verify", "--index", folder) == 1

    line = failed(capsys)
    assert "vectors.faiss has changed since it was written" in line
    assert f"repair it with 'python -m index repair --index {folder}'" in line


def test_repair_makes_a_damaged_index_whole(folder, encoder, capsys):
    (path,) = current_generation(folder).glob("segments/*/words-zh.npz")
    path.unlink()
    assert run("list", "--index", folder) == 1
    capsys.readouterr()

    assert run("repair", "--index", folder) == 0

    assert capsys.readouterr().out == "whole: 2 documents, 12 chunks\n"
    assert run("verify", "--index", folder) == 0


def test_export_writes_the_texts_as_stored(folder, tmp_path, policy, english_policy, capsys):
    out = tmp_path / "texts"

    assert run("export", out, "--index", folder) == 0

    assert (out / "policy-zh.txt").read_bytes() == policy.text.encode()
    assert (out / "policy_en.txt").read_bytes() == english_policy.text.encode()
    assert capsys.readouterr().out == f"exported 2 documents to {out}\n"


def test_exported_file_stays_in_the_folder(stub_encoder, tmp_path):
    document = parse_document("../outside", "一、甲\n乙。")
    save_index(build_index([document], stub_encoder), tmp_path / "index")

    assert run("export", tmp_path / "out", "--index", tmp_path / "index") == 0

    (path,) = (tmp_path / "out").iterdir()
    assert path.read_text("utf-8") == "一、甲\n乙。"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["index", "out"]


def test_default_place_is_built_unasked_with_a_note(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ZHENGWEN_INDEX", str(tmp_path / "default"))

    assert run("list") == 0

    printed = capsys.readouterr()
    assert printed.err.startswith(f"building the index in {tmp_path / 'default'}: there is no")
    assert printed.out.startswith("tianjin-information-industry-2017\t46\t2017-06-09\t")


# --- search ----------------------------------------------------------------------------------


def test_search_json_has_the_keys_of_the_contract(folder, policy, capsys):
    assert run("search", "导航雷达由谁研发?", "-k", 3, "--json", "--index", folder) == 0

    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["id", "question", "language", "hits"]
    assert {tuple(hit) for hit in found["hits"]} == {
        ("rank", "score", "document", "ref", "start", "end", "text")
    }
    assert (found["id"], found["question"], found["language"]) == (None, "导航雷达由谁研发?", "zh")
    assert [hit["rank"] for hit in found["hits"]] == [1, 2, 3]
    best = found["hits"][0]
    assert (best["document"], best["ref"]) == ("policy-zh", "二(一)1")
    assert best["text"] == policy.text[best["start"] : best["end"]]


def test_search_prints_one_line_for_each_hit(folder, capsys):
    assert run("search", "licence of a pilot", "-k", 2, "--index", folder) == 0

    first, second = capsys.readouterr().out.splitlines()
    assert first.split()[0] == "1"
    assert first.split()[2:5] == ["policy_en", "Article2", "Article"]
    assert second.split()[0] == "2"


def test_search_in_one_document_finds_no_other(folder, capsys):
    run("search", "雷达", "--document", "policy_en", "--json", "--index", folder)

    hits = json.loads(capsys.readouterr().out)["hits"]
    assert {hit["document"] for hit in hits} == {"policy_en"}
    assert len(hits) == 5


def test_queries_of_a_file_give_one_line_each_with_k_hits(folder, tmp_path, capsys):
    queries, out = tmp_path / "q.jsonl", tmp_path / "hits.jsonl"
    queries.write_text(
        '{"id": "a", "question": "导航雷达"}\n\n{"id": 7, "question": "pilots", "more": 1}\n'
        '{"question": "基金"}\n',
        encoding="utf-8",
    )

    assert run("search", "--queries", queries, "--out", out, "-k", 4, "--index", folder) == 0

    found = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [(row["id"], row["question"], row["language"]) for row in found] == [
        ("a", "导航雷达", "zh"),
        (7, "pilots", "en"),
        (None, "基金", "zh"),
    ]
    assert [len(row["hits"]) for row in found] == [4, 4, 4]
    assert capsys.readouterr() == ("", "")


def test_question_in_a_file_is_answered_like_one_on_the_command_line(folder, tmp_path, capsys):
    queries, out = tmp_path / "q.jsonl", tmp_path / "hits.jsonl"
    queries.write_text('{"id": null, "question": "导航雷达"}\n', encoding="utf-8")
    run("search", "--queries", queries, "--out", out, "--index", folder)

    run("search", "导航雷达", "--json", "--index", folder)

    assert json.loads(out.read_text("utf-8")) == json.loads(capsys.readouterr().out)


# --- failures: exit code 1, one line on stderr -----------------------------------------------


@pytest.mark.parametrize(
    "argv",
    [
        ["list"],
        ["verify"],
        ["repair"],
        ["add", PLAN],
        ["remove", "x"],
        ["export", "out"],
        ["search", "雷达"],
    ],
)
def test_missing_index_at_a_named_place_exits_with_1(argv, tmp_path, capsys):
    assert run(*argv, "--index", tmp_path / "none") == 1

    line = failed(capsys)
    assert line.startswith(f"index {argv[0]}: there is no index in")
    assert f"python -m index build --index {tmp_path / 'none'}" in line


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        (["build", "none.txt"], "none.txt does not exist; give a file or a folder"),
        (["add", "none.txt"], "none.txt does not exist"),
        (["remove", "none"], "the index holds no document 'none'; it holds: policy-zh, policy_en"),
        (["search", "雷达", "--document", "none"], "the index holds no document 'none'"),
        (["search", "--queries", "none.jsonl", "--out", "x"], "No such file"),
    ],
)
def test_failure_is_one_line(argv, reason, folder, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert run(*argv, "--index", folder) == 1

    line = failed(capsys)
    assert line.startswith(f"index {argv[0]}: ")
    assert reason in line


@pytest.mark.parametrize("row", ["{", '{"id": "a"}', "[]", '"x"', "7"])
def test_line_without_a_question_is_named(row, folder, tmp_path, capsys):
    queries = tmp_path / "q.jsonl"
    queries.write_text('{"question": "雷达"}\n' + row + "\n", encoding="utf-8")

    assert run("search", "--queries", queries, "--out", tmp_path / "o", "--index", folder) == 1

    assert f"{queries}:2: no JSON with a question" in failed(capsys)


@pytest.mark.parametrize("value", ["7", "null", "[]"])
def test_question_that_is_no_text_is_named(value, folder, tmp_path, capsys):
    queries = tmp_path / "q.jsonl"
    queries.write_text('{"question": ' + value + "}\n", encoding="utf-8")

    assert run("search", "--queries", queries, "--out", tmp_path / "o", "--index", folder) == 1

    assert f"{queries}:1: no JSON with a question" in failed(capsys)


@pytest.mark.parametrize("query", ["", "  ", "\u200b"])
def test_empty_query_is_refused(query, folder, capsys):
    assert run("search", query, "--index", folder) == 1

    assert "empty" in failed(capsys)


def test_empty_question_of_a_file_is_named_and_the_old_hits_stay(folder, tmp_path, capsys):
    queries, out = tmp_path / "q.jsonl", tmp_path / "o"
    queries.write_text('{"question": "雷达"}\n{"question": " "}\n', encoding="utf-8")
    out.write_text("old", encoding="utf-8")

    assert run("search", "--queries", queries, "--out", out, "--index", folder) == 1

    assert f"{queries}:2: the question is empty" in failed(capsys)
    assert out.read_text("utf-8") == "old"


def test_second_writer_is_told_to_try_again(folder, capsys):
    with writing(folder):
        assert run("build", PLAN, "--index", folder) == 1

    assert "is being written by process" in failed(capsys)


def test_full_disk_is_one_line(folder, monkeypatch, capsys):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    assert run("build", PLAN, "--index", folder) == 1

    assert "No space left on device" in failed(capsys)
    assert list(load_index(folder).by_id) == ["policy-zh", "policy_en"]


# --- bad usage: exit code 2 ------------------------------------------------------------------


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["rebuild"],
        ["add"],
        ["remove"],
        ["export"],
        ["search"],
        ["search", "雷达", "--queries", "q.jsonl", "--out", "o"],
        ["search", "--queries", "q.jsonl"],
        ["search", "雷达", "--out", "o"],
        ["search", "雷达", "-k", "0"],
        ["search", "雷达", "-k", "many"],
        ["build", "--yaml"],
    ],
)
def test_bad_usage_exits_with_2(argv, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(argv)

    printed = capsys.readouterr()
    assert printed.out == ""
    assert "usage: python -m index" in printed.err


@pytest.mark.parametrize(
    "command", ["build", "add", "remove", "list", "verify", "repair", "export", "search"]
)
def test_help_of_every_command_shows_examples(command, capsys):
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])

    assert "python -m index search --queries q.jsonl --out hits.jsonl" in capsys.readouterr().out
