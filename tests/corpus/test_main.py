"""``python -m corpus outline``."""

import json

import pytest

from corpus.__main__ import main
from corpus.library import EMBEDDED

TIANJIN = str(EMBEDDED / "tianjin-information-industry-2017")


def test_outline_json_has_the_keys_of_the_contract(capsys):
    assert main(["outline", TIANJIN, "--json"]) == 0

    values = json.loads(capsys.readouterr().out)
    assert set(values) == {
        *("document", "title", "outer_title", "issuer", "number", "date", "cites"),
        *("sections", "skipped", "warnings"),
        *("effective", "expires", "horizon", "relations"),
    }
    assert set(values["sections"][0]) == {
        *("ref", "level", "heading", "start", "end"),
        *("responsible", "lead", "joint", "responsible_text"),
    }
    assert set(values["skipped"][0]) == {"start", "end", "why"}
    assert (values["document"], len(values["sections"])) == (
        "tianjin-information-industry-2017",
        46,
    )


def test_outline_prints_the_tree_by_level(tmp_path, capsys):
    path = tmp_path / "plan.txt"
    text = "海川市港口规划\n一、总则\n(一)目标。建成港口。(责任单位:甲局、乙局)\n1.丙。丁\n"
    path.write_text(text, encoding="utf-8")

    assert main(["outline", str(path)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "海川市港口规划",
        "",
        "前言  ",
        "一  总则",
        "  一(一)  目标  [甲局、乙局]",
        "    一(一)1  丙",
    ]


def test_warnings_go_to_stderr_and_results_to_stdout(tmp_path, capsys):
    path = tmp_path / "plan.txt"
    path.write_text("一、甲\n二、乙\n四、丙\n五、丁\n", encoding="utf-8")

    assert main(["outline", str(path), "--json"]) == 0

    printed = capsys.readouterr()
    assert json.loads(printed.out)["warnings"] == ["四 follows 2: 1 missing from the text"]
    assert printed.err == "warning: 四 follows 2: 1 missing from the text\n"


def test_a_file_of_several_documents_gives_a_list_of_outlines(tmp_path, capsys):
    path = tmp_path / "laws.json"
    path.write_text('[{"text": "一、甲\\n三、乙\\n四、丙"}, {"text": "二"}]', encoding="utf-8")

    assert main(["outline", str(path), "--json"]) == 0

    printed = capsys.readouterr()
    assert [values["document"] for values in json.loads(printed.out)] == ["laws-1", "laws-2"]
    assert printed.err.startswith("warning: laws-1: ")
    assert main(["outline", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "laws-1"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("none.txt", None, "No such file"),
        ("a.csv", b"a,b", "supported: .txt"),
        ("a.txt", b"", "the file is empty"),
        ("a.pdf", b"%PDF-1.4\ngarbage", "PDF is broken"),
    ],
)
def test_failure_is_one_line_on_stderr_and_exit_code_1(tmp_path, capsys, name, content, reason):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    assert main(["outline", str(path)]) == 1

    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"cannot outline {path}: ")
    assert reason in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("argv", [[], ["outline"], ["sections", "x"], ["outline", "x", "--yaml"]])
def test_bad_usage_exits_with_2(argv, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(argv)

    assert "usage: python -m corpus" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["--help"], ["outline", "--help"]])
def test_help_shows_examples(argv, capsys):
    with pytest.raises(SystemExit, match="0"):
        main(argv)

    assert "python -m corpus outline notice.docx --json" in capsys.readouterr().out
