"""Lines of a head: their spans and their plain text."""

import pytest

from corpus.lines import plain_line, split_lines


def test_blank_lines_are_left_out_and_spans_enclose_the_printed_text():
    text = "\n  # 海川市港口规划\n\u200b\n\u3000\u3000**正文。**\u3000\n尾"
    lines = split_lines(text)

    assert [line.text for line in lines] == ["海川市港口规划", "正文。", "尾"]
    assert [text[line.start : line.end] for line in lines] == [
        "# 海川市港口规划",
        "**正文。**",
        "尾",
    ]


def test_only_the_span_asked_for_is_split():
    assert [line.text for line in split_lines("甲\n乙丙\n丁", 2, 3)] == ["乙"]


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("海 川 市 港 口 规 则", "海川市港口规则"),
        ("几\u3000个\u3000问\u3000题\u3000的\u3000通\u3000知", "几个问题的通知"),
        ("海川市 滨海市", "海川市 滨海市"),
        ("总 则", "总 则"),
        ("甲 A 乙 丙 丁", "甲 A 乙 丙 丁"),
    ],
)
def test_letter_spaced_words_are_closed_up(printed, plain):
    assert plain_line(printed) == plain
