"""Packages of office programs, and what is refused before it is read."""

import io
import zipfile

import pytest

from corpus.formats import FormatError
from corpus.package import open_package, parse_xml, read_member


def package(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


def test_bytes_that_are_no_zip_are_refused():
    with pytest.raises(FormatError, match="the ZIP container is broken") as caught:
        open_package(b"PK\x03\x04 nothing")

    assert caught.value.reason == "damaged"


def test_zip_bomb_is_refused(monkeypatch):
    monkeypatch.setattr("corpus.package.RATIO_COUNTS_FROM", 100)

    with pytest.raises(FormatError, match="200 times its size") as caught:
        open_package(package(document="甲" * 100_000))

    assert caught.value.reason == "too_large"


def test_encrypted_package_is_refused():
    data = bytearray(package(a="甲"))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag in its directory

    with pytest.raises(FormatError, match="encrypted") as caught:
        open_package(bytes(data))

    assert caught.value.reason == "encrypted"


def test_missing_member_is_named():
    with pytest.raises(FormatError, match=r"b cannot be read; open the document"):
        read_member(open_package(package(a="甲")), "b")


def test_entities_are_neither_expanded_nor_fetched(tmp_path):
    (tmp_path / "secret").write_text("秘密", encoding="utf-8")
    markup = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{(tmp_path / "secret").as_uri()}">]><a>甲&b;</a>'

    assert "".join(parse_xml(markup.encode()).itertext("a")) == "甲"


@pytest.mark.parametrize("content", [b"", b"<a>", b"<a></b>", "甲".encode(), b"<a>" * 300])
def test_what_is_no_xml_is_refused(content):
    with pytest.raises(ValueError, match="no valid XML"):
        parse_xml(content)
