"""Files read in a process of their own: hostile ones cost that process and nothing else."""

import json
import os
import sys
import textwrap
import time

import pytest

from corpus import reader as reader_module
from corpus.document import Document
from corpus.library import EMBEDDED, DocumentFolderError, read_document
from corpus.loading import UnreadableFileError
from corpus.reader import DocumentReader, read_documents
from corpus.rendering import RenderingError

TEXT = "海川市港口规划\n一、总则\n(一)目标。到2030年,建成。\n"


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def reader():
    with DocumentReader() as reader:
        yield reader


@pytest.fixture
def worker_that(tmp_path, monkeypatch):
    """Put a worker of the test's own in place of ours: ``path`` is the file that it is asked for."""

    def put(body: str) -> None:
        folder = tmp_path / "fake"
        (folder / "corpus").mkdir(parents=True)
        (folder / "corpus" / "__init__.py").touch()
        code = """
            import json, os, signal, sys, time
            def reply(values, length=None):
                data = json.dumps(values).encode()
                os.write(1, b"%d\\n" % (len(data) if length is None else length) + data)
            for line in sys.stdin:
                path = json.loads(line)
        """
        body = textwrap.indent(textwrap.dedent(body).strip(), "    ")
        worker = f"{textwrap.dedent(code).strip()}\n{body}\n"
        (folder / "corpus" / "worker.py").write_text(worker, encoding="utf-8")
        monkeypatch.setattr(reader_module, "__file__", str(folder / "corpus" / "reader.py"))

    return put


def test_a_document_is_what_it_would_be_without_the_process(reader, plan):
    assert reader.read(plan) == (read_document(plan),)


def test_a_document_folder_with_its_rendering_is_read(reader):
    folder = EMBEDDED / "tianjin-information-industry-2017"

    assert reader.read(folder) == (read_document(folder),)


def test_many_files_share_one_process(reader, plan):
    reader.read(plan)
    first = reader._process

    for _ in range(20):
        reader.read(plan)

    assert reader._process is first


def test_nothing_starts_before_the_first_file_and_nothing_stays_after_the_last(plan):
    with DocumentReader() as reader:
        assert reader._process is None
        reader.read(plan)
        process, folder = reader._process, reader._folder.name

    assert process.returncode is not None
    assert not os.path.exists(folder)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.pdf", b"%PDF-1.4\nx", "damaged"),
        ("a.zip", b"PK\x03\x04", "damaged"),
    ],
)
def test_refusals_come_through_and_the_process_lives_on(
    reader, plan, tmp_path, name, content, reason
):
    reader.read(plan)
    process = reader._process
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UnreadableFileError, match=name) as caught:
        reader.read(tmp_path / name)

    assert caught.value.reason == reason
    assert reader._process is process


def test_errors_of_folders_and_of_the_system_come_through(reader, tmp_path):
    (tmp_path / "source.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"none\.txt"):
        reader.read(tmp_path / "none.txt")
    (tmp_path / "rendering.en.jsonl").write_text('{"ref":"一","zh":"别的","en":"Other"}', "utf-8")
    with pytest.raises(RenderingError, match="does not stand in the source"):
        reader.read(tmp_path)
    (tmp_path / "metadata.json").write_text("{", encoding="utf-8")
    with pytest.raises(DocumentFolderError, match="is damaged"):
        reader.read(tmp_path)


def test_memory_is_bounded(tmp_path, plan):
    """The tree of a page takes a hundred times the memory of its markup."""
    path = tmp_path / "big.html"
    path.write_text("<p>甲</p>" * 70_000, encoding="utf-8")

    with DocumentReader(memory=120 * 2**20) as reader:
        with pytest.raises(UnreadableFileError, match="memory") as caught:
            reader.read(path)
        assert caught.value.reason in ("too_large", "crashed")
        assert reader.read(plan)[0].text == TEXT


def test_a_file_that_takes_too_long_is_named_and_the_next_one_is_read(
    worker_that, plan, monkeypatch
):
    worker_that("time.sleep(60)")
    started = time.monotonic()
    with DocumentReader(seconds=0.5) as reader:
        with pytest.raises(UnreadableFileError, match=r"took longer than 0\.5 seconds") as caught:
            reader.read(plan)
        monkeypatch.undo()
        reader._seconds = 60
        assert reader.read(plan)[0].text == TEXT

    assert caught.value.reason == "too_slow"
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "body",
    [
        "os.kill(os.getpid(), signal.SIGSEGV)",
        "sys.exit(1)",
        "print('<<< not a length'); sys.stdout.flush(); os._exit(0)",
        "reply({}, length=10**12)",
        "reply({}, length=100); os._exit(0)",
        "os.write(1, b'2\\n[]')",
        "os.write(1, b'1\\n{')",
        'reply({"documents": [{"text": 1}]})',
        'reply({"documents": [{"id": "../../etc/passwd", "text": "x", "title": "x", "rendering": None,'
        ' "lists": {}, "sections": [], "skipped": []}]})',
        'reply({"error": "failed", "what": "KeyError"})',
        'reply({"documents": {}, "error": "what is this"})',
    ],
)
def test_a_process_that_dies_or_lies_is_a_crash_of_that_file(worker_that, plan, monkeypatch, body):
    worker_that(body)
    with DocumentReader() as reader:
        with pytest.raises(
            UnreadableFileError, match=r"plan\.txt: .*reader.*; save the file"
        ) as caught:
            reader.read(plan)
        monkeypatch.undo()
        reader.close()
        assert reader.read(plan)[0].text == TEXT

    assert caught.value.reason == "crashed"


def test_a_reason_that_does_not_exist_does_not_come_through(worker_that, plan):
    worker_that('reply({"error": "unreadable", "reason": "__class__", "what": "x"})')
    with DocumentReader() as reader, pytest.raises(UnreadableFileError, match="x") as caught:
        reader.read(plan)

    assert caught.value.reason == "damaged"


def test_a_file_is_not_blamed_for_what_an_earlier_one_left_behind(worker_that, plan, tmp_path):
    """The process dies at its second file; a new one reads that file."""
    worker_that(
        """
        if getattr(sys, "served", False):
            os._exit(1)
        sys.served = True
        reply({"error": "unreadable", "reason": "empty", "what": path})
        """
    )
    with DocumentReader() as reader:
        for name in ("a.txt", "b.txt"):
            with pytest.raises(UnreadableFileError, match=name) as caught:
                reader.read(tmp_path / name)
            assert caught.value.reason == "empty"


def test_the_process_does_not_see_keys_nor_import_from_the_current_folder(
    worker_that, plan, monkeypatch, tmp_path
):
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "json.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    worker_that(
        """
        seen = json.dumps([sorted(os.environ), "torch" in sys.modules])
        reply({"error": "unreadable", "reason": "empty", "what": seen})
        """
    )
    with (
        DocumentReader() as reader,
        pytest.raises(UnreadableFileError, match="PYTHONPATH") as caught,
    ):
        reader.read(plan)

    names, _ = json.loads(caught.value.what)
    assert "OPENAI_API_KEY" not in names


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_heavy_libraries_are_not_loaded_in_the_process(reader, plan):
    reader.read(plan)

    with open(f"/proc/{reader._process.pid}/maps", encoding="utf-8") as maps:
        loaded = maps.read()

    assert "torch" not in loaded
    assert "faiss" not in loaded


def test_every_file_of_a_folder_is_read_or_named(tmp_path, plan):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\ngarbage")
    (tmp_path / "b.json").write_text('[{"text": "一"}, {"text": "二"}]', encoding="utf-8")

    found = [(path.name, value) for path, value in read_documents([tmp_path])]

    assert [name for name, _ in found] == ["a.pdf", "b.json", "b.json", "plan.txt"]
    assert isinstance(found[0][1], UnreadableFileError)
    assert [d.id for _, d in found if isinstance(d, Document)] == ["b-1", "b-2", "plan"]


def test_a_file_that_may_not_be_read_is_named_and_loses_no_other(tmp_path, plan, monkeypatch):
    def refuse(self, path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(DocumentReader, "read", refuse)

    ((_, error), (path, document)) = read_documents([plan, EMBEDDED])

    assert str(error) == f"{plan}: it cannot be opened: Permission denied"
    assert document.id == path.name == "tianjin-information-industry-2017"


def test_embedded_documents_need_no_process(monkeypatch):
    monkeypatch.delattr(DocumentReader, "read")

    ((path, document),) = read_documents([EMBEDDED])

    assert (path.name, document.id) == ("tianjin-information-industry-2017",) * 2
