"""Documents from files and folders, each with its id, and errors that lose nothing else."""

import json
import os

import pytest

from corpus.library import (
    MAX_ID_LENGTH,
    clean_name,
    document_id,
    find_paths,
    read_document,
    read_file,
)
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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c", "a-b-c"),
        ("甲\x00\n\u202e乙\udcff", "甲-乙"),
        ("<img src=x onerror=alert(1)>", "img-src-x-onerror-alert(1)"),
        ("", "document"),
        ("...", "document"),
        ("甲" * 300, "甲" * MAX_ID_LENGTH),
        ("a" * (MAX_ID_LENGTH - 1) + "--b", "a" * (MAX_ID_LENGTH - 1)),
    ],
)
def test_no_name_is_a_path_or_carries_signs(name, expected):
    assert clean_name(name) == clean_name(expected) == expected


def test_a_folder_of_any_name_has_an_id(tmp_path):
    folder = tmp_path / "a b.c"
    folder.mkdir()
    (folder / "source.txt").write_text(TEXT, encoding="utf-8")

    assert read_document(folder).id == "a-b.c"
    assert read_document(folder / ".." / "a b.c" / ".").id == "a-b.c"


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


def test_office_files_are_tried_and_what_is_no_file_is_left_to_the_reader(tmp_path):
    (tmp_path / "a.WPS").write_text("一")
    (tmp_path / "b.jpg").write_text("一")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "d.txt")

    assert [path.name for path in find_paths([tmp_path])] == ["a.WPS", "c.txt", "d.txt"]


def test_a_folder_that_a_link_leads_back_to_is_read_once(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("一")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)

    assert list(find_paths([tmp_path])) == [tmp_path / "sub" / "a.txt"]


def test_missing_path_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"none does not exist; give a file or a folder"):
        list(find_paths([tmp_path / "none"]))


def test_a_file_of_records_is_several_documents_with_ids_and_what_the_records_say(tmp_path):
    path = tmp_path / "laws.json"
    records = [
        {"id": "../甲", "title": "甲办法", "issuer": "海川市", "text": "一、总则\n"},
        {"text": "乙办法\n一、总则\n"},
    ]
    path.write_text(json.dumps(records), encoding="utf-8")

    found = read_file(path)

    assert [document.id for document in found] == ["laws-..-甲", "laws-2"]
    assert (found[0].title, found[0].issuer) == ("甲办法", "海川市")
    with pytest.raises(ValueError, match="holds 2 documents; give a file with one"):
        read_document(path)


def test_a_file_gives_its_one_document(folder):
    assert read_file(folder / "b.txt") == (read_document(folder / "b.txt"),)
    assert read_file(folder / "sub" / "plan") == (read_document(folder / "sub" / "plan"),)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("source.txt", b"\xff\xfe\xfa"),  # no UTF-8
        ("source.txt", b" \n"),  # blank
        ("metadata.json", b"{"),
        ("metadata.json", b'{"unknown": 1}'),
        ("metadata.json", b'{"date": "2017-06"}'),
        ("metadata.json", b'{"expires": 2030}'),
        ("rendering.en.jsonl", b'{"ref":"x","zh":"none","en":"x"}'),
    ],
)
def test_damaged_document_folder_is_an_error(folder, name, content):
    plan = folder / "sub" / "plan"
    (plan / name).write_bytes(content)

    with pytest.raises(ValueError, match=r"plan"):
        read_document(plan)
