"""The folder is the command: python -m corpus | index | bot | eval, as a user calls them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMMANDS = ("corpus", "index", "bot", "eval")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_exits_with_zero_and_prints_examples(command):
    done = run(command, "--help")
    assert done.returncode == 0
    assert done.stderr == ""
    assert f"examples:\n  python -m {command} " in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_bad_usage_exits_with_two_and_prints_the_usage_on_stderr(command):
    done = run(command, "no-such-command")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"usage: python -m {command}")


def test_a_failure_exits_with_one_and_one_line_on_stderr(tmp_path):
    done = run("eval", "score", str(tmp_path / "nothing.jsonl"), str(tmp_path / "nothing.jsonl"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("eval score: ")
    assert len(done.stderr.splitlines()) == 1
