"""Legacy Word files, through a stand-in for LibreOffice and, where it is installed, through it."""

import io
import os
import stat
import zipfile

import pytest

from corpus.formats import FormatError
from corpus.legacy import can_convert, to_docx
from corpus.package import open_package
from corpus.word import docx_text

RTF = rb"{\rtf1\ansi\ansicpg936 Article 1 Build the harbour.\par Article 2 Run it.\par}"
posix_only = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Put a script in place of LibreOffice; ``$out`` and ``$in`` are its folder and file."""

    def put(body: str) -> None:
        script = tmp_path / "bin" / "soffice"
        script.parent.mkdir()
        script.write_text(
            "#!/bin/sh\n"
            'for word; do [ "$last" = --outdir ] && out=$word; last=$word; done; in=$last\n' + body,
            encoding="utf-8",
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")

    return put


def test_without_libreoffice_the_advice_is_to_save_it_anew(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not can_convert()
    with pytest.raises(FormatError, match=r"not installed; open it in Word or WPS") as caught:
        to_docx(RTF)

    assert caught.value.reason == "unsupported"


@posix_only
def test_what_is_converted_comes_back_and_nothing_is_left(stand_in, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    stand_in('mkdir -p "$out"; cat "$in" > "$out/in.docx"; echo "$1 $HOME" >> "$out/in.docx"\n')

    content, arguments = to_docx(b"x\n").split(b"\n")[:2]

    assert content == b"x"
    profile, home = arguments.decode().split(" ")
    assert profile == f"-env:UserInstallation=file://{home}/profile"
    assert [path.name for path in tmp_path.iterdir()] == ["bin"]


@posix_only
@pytest.mark.parametrize("body", ["exit 1\n", "echo nothing\n"])
def test_what_cannot_be_converted_is_named(stand_in, body):
    stand_in(body)

    with pytest.raises(FormatError, match="LibreOffice could not convert") as caught:
        to_docx(RTF)

    assert caught.value.reason == "damaged"


@pytest.mark.skipif(not can_convert(), reason="LibreOffice is not installed")
def test_libreoffice_converts():
    data = to_docx(RTF)

    assert zipfile.is_zipfile(io.BytesIO(data))
    text = docx_text(open_package(data), lambda chunk: chunk.decode())
    assert text == "Article 1 Build the harbour.\nArticle 2 Run it."
