"""What the readers of all formats share; more by way of files in test_loading."""

import pytest

from corpus.formats import Lines, is_wide, remove_controls, replace_spans


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("甲\x00\x07乙\x85\ud800", "甲乙"),
        ("甲\t乙", "甲\t乙"),
    ],
)
def test_line_ends_become_newlines_and_controls_go(text, plain):
    assert remove_controls(text) == plain


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a<!--b-->c", "aXc"),
        ("a<!--b--><!--c-->", "aXX"),
        ("a<!--b", "a<!--b"),  # never closed
        ("a-->b", "a-->b"),
        ("", ""),
    ],
)
def test_spans_are_replaced_with_their_signs(text, result):
    assert replace_spans(text, "<!--", "-->", lambda span: "X") == result


def test_rows_are_lines_and_layout_tables_are_not():
    lines = Lines(collapse=True)
    lines.open_row()
    for text in ("指标", "产值\n  5亿"):
        lines.open_cell()
        lines.add(text)
    lines.close_row()
    lines.add("  \n ")
    lines.end_line()

    assert lines.lines == ["指标 | 产值5亿"]


@pytest.mark.parametrize(
    ("character", "wide"), [("甲", True), ("，", True), ("a", False), ("1", False)]
)
def test_width_of_a_character(character, wide):
    assert is_wide(character) is wide
