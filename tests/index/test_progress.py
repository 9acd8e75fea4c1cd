"""Progress on stderr: a bar on a terminal, else a line now and then."""

import io

import pytest

from index import progress
from index.library import Progress
from index.progress import shown


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_terminal_gets_a_bar_with_speed():
    terminal = Terminal()

    with shown(4, terminal) as report:
        report(Progress(1, 40))
        report(Progress(4, 170))

    last = terminal.getvalue().rstrip("\n").split("\r")[-1]
    assert last.startswith("indexing: 100%|")
    assert "4/4" in last
    assert "sections/s" in last


def test_file_gets_no_line_while_the_work_is_short():
    stream = io.StringIO()

    with shown(2, stream) as report:
        report(Progress(1, 40))
        report(Progress(2, 80))

    assert stream.getvalue() == ""


def test_file_gets_a_line_now_and_then(monkeypatch):
    """One at 12 s and one at 30 s; at 15 s the last line is too near."""
    times = iter([100.0, 112.0, 115.0, 130.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(times))
    stream = io.StringIO()

    with shown(60, stream) as report:
        for documents in (6, 9, 30):
            report(Progress(documents, documents * 40))

    assert stream.getvalue().splitlines() == [
        "indexed 6 of 60 documents, 0.5/s, 108 s left",
        "indexed 30 of 60 documents, 1.0/s, 30 s left",
    ]


def test_more_documents_than_files_are_counted_without_an_end(monkeypatch):
    times = iter([100.0, 112.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(times))
    stream = io.StringIO()

    with shown(4, stream) as report:
        report(Progress(24, 80))

    assert stream.getvalue() == "indexed 24 documents, 2.0/s\n"


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_nothing_to_do_is_shown_as_nothing(stream):
    with shown(0, stream) as report:
        report(Progress(0, 0))

    assert "Traceback" not in stream.getvalue()
