"""The process that reads files, asked directly."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import worker
from corpus.document_values import restore_document
from corpus.library import read_document

ROOT = Path(worker.__file__).parent.parent
TEXT = "海川市港口规划\n一、总则\n"


def asked(*paths: Path, folder: Path) -> list[dict]:
    lines = "".join(json.dumps(str(path)) + "\n" for path in paths)
    done = subprocess.run(
        [sys.executable, "-m", "corpus.worker", "60", str(2**31), str(folder)],
        input=lines.encode(),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    stream, replies = io.BytesIO(done.stdout), []
    while length := stream.readline():
        replies.append(json.loads(stream.read(int(length))))
    return replies


def test_each_line_is_answered_with_a_length_and_json(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    folder = tmp_path / "temporary"
    folder.mkdir()

    one, two = asked(tmp_path / "a.txt", tmp_path / "none.txt", folder=folder)

    (values,) = one["documents"]
    assert restore_document(values.pop("text"), values) == read_document(tmp_path / "a.txt")
    assert (two["error"], two["what"]) == ("system", "No such file or directory")
    assert not folder.exists()


@pytest.mark.parametrize(
    ("error", "reply"),
    [
        (MemoryError(), {"error": "memory"}),
        (RecursionError(), {"error": "unreadable", "reason": "damaged"}),
        (KeyError("x"), {"error": "failed", "what": "KeyError"}),
    ],
)
def test_what_goes_wrong_is_told(monkeypatch, error, reply):
    def fail(path):
        raise error

    monkeypatch.setattr(worker, "read_file", fail)

    assert worker.answer(Path("a.txt")).items() >= reply.items()


def test_an_answer_that_cannot_be_sent_says_so():
    assert json.loads(worker.encoded({"text": "\ud800"})) == {
        "error": "failed",
        "what": "UnicodeEncodeError",
    }


def test_libraries_that_print_do_not_answer(tmp_path, monkeypatch):
    """Whatever is printed while a file is read goes to standard error."""
    code = "import corpus.worker as w; w.read_file = lambda path: print('noise') or (); w.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "60", str(2**31), str(tmp_path / "none")],
        input=b'"a.txt"\n',
        capture_output=True,
        cwd=ROOT,
        check=True,
    )

    assert done.stdout == b'17\n{"documents": []}'
