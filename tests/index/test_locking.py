"""Locks on a stored index: one writer, and readers whose generation stays."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from index.locking import IndexLockedError, is_being_read, reading, writing

ROOT = Path(__file__).parent.parent.parent
HOLDER = """
import sys
from pathlib import Path
from index.locking import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the writer's lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_second_writer_is_turned_away_with_the_name_of_the_first(holder, tmp_path):
    message = rf"{tmp_path} is being written by process {holder.pid} on .* since 20.*; try again"
    with pytest.raises(IndexLockedError, match=message), writing(tmp_path):
        pytest.fail("the lock was given twice")


def test_second_writer_waits_for_the_first(holder, tmp_path):
    threading.Timer(0.2, holder.stdin.close).start()
    started = time.monotonic()

    with writing(tmp_path, wait=30):
        assert time.monotonic() - started >= 0.15


def test_waiting_ends_at_the_limit(holder, tmp_path):
    started = time.monotonic()
    with pytest.raises(IndexLockedError, match="is being written"), writing(tmp_path, wait=0.3):
        pytest.fail("the lock was given twice")

    assert 0.3 <= time.monotonic() - started < 10


def test_killed_writer_gives_its_lock_back(holder, tmp_path):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()

    with writing(tmp_path):
        assert str(os.getpid()) in (tmp_path / "LOCK").read_text()


def test_lock_is_given_back_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError, match="division"), writing(tmp_path):
        _ = 1 / 0

    with writing(tmp_path):
        assert (tmp_path / "LOCK").exists()


def test_lock_holds_where_it_cannot_be_signed(tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.pwrite", full)
    with (
        writing(tmp_path),
        pytest.raises(IndexLockedError, match="being written by another process"),
        writing(tmp_path),
    ):
        pytest.fail("the lock was given twice")


def test_generation_is_being_read_as_long_as_anybody_reads_it(tmp_path):
    (tmp_path / "manifest.json").write_text("{}")
    with reading(tmp_path):
        with reading(tmp_path):
            assert is_being_read(tmp_path)
        assert is_being_read(tmp_path)

    assert not is_being_read(tmp_path)


def test_generation_without_a_manifest_is_read_by_nobody(tmp_path):
    assert not is_being_read(tmp_path)
    with pytest.raises(FileNotFoundError, match="manifest"), reading(tmp_path):
        pytest.fail("there is nothing to read")
