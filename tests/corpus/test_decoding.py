"""Encodings by themselves; whole files are in test_loading."""

import pytest

from corpus.decoding import decode
from corpus.formats import FormatError


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("第一条 为了规范港口管理", "gbk", ""),
        ("第一條 為了規範港口管理", "big5", ""),
        ("第一条", "utf-8", "gb2312"),  # a false declaration
        ("第一条", "utf-16", ""),
        ("通知", "gbk", "gb2312"),
    ],
)
def test_the_encoding_is_found(text, encoding, declared):
    assert decode(text.encode(encoding), declared) == text


def test_bytes_of_no_encoding_are_refused():
    with pytest.raises(FormatError, match="not text in a known encoding; save it again") as caught:
        decode(bytes(range(1, 256)) * 9)

    assert caught.value.reason == "damaged"
