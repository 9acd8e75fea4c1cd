"""Documents from files and folders, each with its id, and errors that lose nothing else."""

import json

import pytest

from corpus.document import Document
from corpus.library import (
    EMBEDDED,
    document_id,
    find_paths,
    read_document,
    read_documents,
)
from corpus.loading import UnreadableFileError
from corpus.rendering import RenderingError

TEXT = "海川市港口规划\n一、总则\n(一)目标。到2030年,建成。\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with texts, what is no text, and a document folder below it."""
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.md").write_text("# 规划\n## 一、总则\n", encoding="utf-8")
    (tmp_path / "table.csv").write_text("x", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sub" / "plan").mkdir(parents=True)
    (tmp_path / "sub" / "plan" / "source.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plan.txt", "plan"),
        ("海川市 规划（2021）.docx", "海川市-规划（2021）"),
        ("a/b?c*.pdf", "b-c"),
        ("v1.2 final.txt", "v1.2-final"),
        ("..txt", "document"),
        ("???.txt", "document"),
    ],
)
def test_id_is_the_file_name_without_extension_and_signs(tmp_path, name, expected):
    assert document_id(tmp_path / name) == expected


def test_file_becomes_a_document(folder):
    document = read_document(folder / "b.txt")

    assert (document.id, document.text, document.title) == ("b", TEXT, "海川市港口规划")
    assert document.rendering is None


def test_line_ends_of_a_document_folder_become_newlines(folder):
    source = folder / "sub" / "plan" / "source.txt"
    source.write_bytes(TEXT.replace("\n", "\r\n").encode())

    assert read_document(source.parent).text == TEXT


def test_metadata_and_rendering_of_a_folder_are_read(folder):
    plan = folder / "sub" / "plan"
    (plan / "metadata.json").write_text('{"number": "海政〔2021〕1号"}', encoding="utf-8")
    row = {"ref": "一(一)", "zh": "到2030年,建成。", "en": "Built by 2030."}
    (plan / "rendering.en.jsonl").write_text(json.dumps(row), encoding="utf-8")

    document = read_document(plan)

    assert document.number == "海政〔2021〕1号"
    assert document.rendering.text(0, len(TEXT)) == "Built by 2030."


def test_rendering_of_another_text_is_refused(folder):
    plan = folder / "sub" / "plan"
    (plan / "rendering.en.jsonl").write_text('{"ref":"一","zh":"别的","en":"Other"}', "utf-8")

    with pytest.raises(RenderingError, match="does not stand in the source"):
        read_document(plan)


def test_paths_below_a_folder_come_sorted_without_what_cannot_be_a_document(folder):
    found = [path.relative_to(folder).as_posix() for path in find_paths([folder])]

    assert found == ["a.md", "b.txt", "sub/plan"]


def test_named_file_of_any_kind_is_tried(folder):
    assert list(find_paths([folder / "table.csv"])) == [folder / "table.csv"]


def test_missing_path_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"none does not exist; give a file or a folder"):
        list(find_paths([tmp_path / "none"]))


def test_unreadable_file_is_yielded_as_an_error_and_the_others_are_read(folder):
    (folder / "aa.pdf").write_bytes(b"%PDF-1.4\ngarbage")

    found = dict(read_documents([folder]))

    assert isinstance(found.pop(folder / "aa.pdf"), UnreadableFileError)
    assert [type(document) for document in found.values()] == [Document] * 3


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("source.txt", b"\xff\xfe\xfa"),  # no UTF-8
        ("source.txt", b" \n"),  # blank
        ("metadata.json", b"{"),
        ("metadata.json", b'{"unknown": 1}'),
        ("rendering.en.jsonl", b'{"ref":"x","zh":"none","en":"x"}'),
    ],
)
def test_damaged_document_folder_is_yielded_as_an_error_too(folder, name, content):
    plan = folder / "sub" / "plan"
    (plan / name).write_bytes(content)

    found = dict(read_documents([folder]))

    assert isinstance(found.pop(plan), ValueError)
    assert len(found) == 2


def test_embedded_corpus_is_one_document():
    ((path, document),) = read_documents([EMBEDDED])

    assert (path.name, document.id) == ("tianjin-information-industry-2017",) * 2
