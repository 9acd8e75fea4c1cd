import ast
import socket
import sys
from pathlib import Path

import gradio as gr
import pytest

import app
from bot.settings import Settings


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    for name in ("HOST", "PORT", "INDEX", "GENERATOR", "CHAT_MODEL", "ENCODER", "RERANKER"):
        monkeypatch.delenv(f"ZHENGWEN_{name}", raising=False)


@pytest.fixture
def served(monkeypatch, stub_chatbot):
    """Run main without loading or serving anything; note what it would have done."""
    noted = {}

    def build_chatbot(settings, *, explicit=False):
        noted.update(settings=settings, explicit=explicit)
        return stub_chatbot

    def serve(page, listening):
        noted.update(page=page, address=listening.getsockname()[:2])
        listening.close()

    monkeypatch.setattr("bot.build.build_chatbot", build_chatbot)
    monkeypatch.setattr(app, "_serve", serve)
    return noted


def test_the_page_is_made_over_any_chatbot(stub_chatbot):
    assert isinstance(app.create_app(stub_chatbot), gr.Blocks)


def test_options_come_before_the_environment(served, monkeypatch, tmp_path):
    monkeypatch.setenv("ZHENGWEN_HOST", "localhost")
    monkeypatch.setenv("ZHENGWEN_PORT", "1")
    assert app.main(["--host", "127.0.0.1", "--port", "0", "--index", str(tmp_path)]) == 0
    assert served["address"][0] == "127.0.0.1"
    assert served["settings"] == Settings(index=tmp_path, host="127.0.0.1", port=0)
    assert served["explicit"] is True


def test_the_environment_counts_without_options(served, monkeypatch, tmp_path):
    monkeypatch.setenv("ZHENGWEN_PORT", "0")
    monkeypatch.setenv("ZHENGWEN_INDEX", str(tmp_path))
    assert app.main([]) == 0
    assert served["settings"].index == tmp_path
    assert served["explicit"] is False


def test_a_port_in_use_is_one_line_and_exit_1(served, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert app.main(["--host", "127.0.0.1", "--port", str(port)]) == 1
    error = capsys.readouterr().err
    assert f"cannot listen on 127.0.0.1 port {port}" in error
    assert error.count("\n") == 1
    assert "settings" not in served


def test_a_host_that_does_not_exist_is_one_line_and_exit_1(served, capsys):
    assert app.main(["--host", "256.0.0.1", "--port", "0"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_an_index_that_cannot_be_used_is_one_line_and_exit_1(monkeypatch, capsys):
    def refuse(settings, *, explicit=False):
        raise ValueError("no index in x;\nmake one with 'python -m index build'")

    monkeypatch.setattr("bot.build.build_chatbot", refuse)
    assert app.main(["--port", "0", "--index", "x"]) == 1
    assert capsys.readouterr().err.endswith(
        "no index in x; make one with 'python -m index build'\n"
    )


def test_a_wrong_setting_is_one_line_and_exit_1(monkeypatch, capsys):
    monkeypatch.setenv("ZHENGWEN_GENERATOR", "magic")
    assert app.main(["--port", "0"]) == 1
    assert "unknown generator 'magic'" in capsys.readouterr().err


def test_ctrl_c_ends_with_exit_0(served, monkeypatch):
    def interrupt(page, listening):
        listening.close()
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "_serve", interrupt)
    assert app.main(["--port", "0"]) == 0


@pytest.mark.parametrize("port", ["-1", "65536", "http", "1.5"])
def test_a_port_that_is_none_is_bad_usage(port, capsys):
    with pytest.raises(SystemExit, match="2"):
        app.main([f"--port={port}"])
    assert "must be a number from 0 to 65535" in capsys.readouterr().err


def test_help_shows_examples(capsys):
    with pytest.raises(SystemExit, match="0"):
        app.main(["--help"])
    assert "examples:" in capsys.readouterr().out


def test_the_module_is_wiring_only():
    """No heavy import on the way to --help, and no logic: under 120 lines."""
    source = Path(app.__file__).read_text(encoding="utf-8")
    assert len(source.splitlines()) < 120
    imports = [n for n in ast.parse(source).body if isinstance(n, ast.Import | ast.ImportFrom)]
    modules = [
        name
        for node in imports
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else map(_name, node.names))
    ]
    assert {module.split(".")[0] for module in modules} <= sys.stdlib_module_names


def _name(alias):
    return alias.name
