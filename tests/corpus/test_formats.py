"""Markdown, HTML and the lines that all formats share; more by way of files in test_loading."""

import pytest

from corpus.formats import (
    FormatError,
    Lines,
    html_text,
    is_wide,
    markdown_text,
    remove_controls,
    replace_spans,
)


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


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("## 一、**总则**，见[附件](a.pdf)", "一、总则，见附件"),
        ("1. 甲\n2. 乙\n1. 丙", "1. 甲\n2. 乙\n1. 丙"),  # numbers stay as printed
        ("国发[2015](40)号", "国发[2015](40)号"),  # a number, not a link
        ("| 指标 | 目标 |\n|---|---|\n| 产值 | 5亿 |", "指标 | 目标\n产值 | 5亿"),
        ("> 引文\n---\n甲*强调*乙 3*4*5", "引文\n甲强调乙 3*4*5"),
        (r"\*不是强调\*", "*不是强调*"),
        ("甲<!-- 注 -->乙<br/>丙", "甲乙\n丙"),
    ],
)
def test_marks_of_markdown_go_and_text_stays(text, plain):
    assert markdown_text(text) == plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>一、<b>总则</b></p><div>正文<br>续行</div>", "一、总则\n正文\n续行"),
        ("<p>甲 <script>x</script><!--y-->乙</p>", "甲 乙"),
        ("<nav>首页</nav><p>第一条 为了规范港口管理。</p>", "第一条 为了规范港口管理。"),
        ("<p style='display: none'>甲</p><p>正文在这里。</p>", "正文在这里。"),
        ("<ol start='3'><li>甲</li><li>乙</li></ol>", "3. 甲\n4. 乙"),
        ("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲 | 乙"),
        ("<p>信息\n   产业 of\n the city</p>", "信息产业 of the city"),
        ("没有标记", "没有标记"),
    ],
)
def test_text_of_a_page(markup, text):
    assert html_text(markup) == text


def test_page_of_too_many_tags_is_refused(monkeypatch):
    monkeypatch.setattr("corpus.formats.MAX_MARKS", 3)

    with pytest.raises(FormatError, match="more than 3 tags") as caught:
        html_text("<p>" * 4)

    assert (caught.value.reason, caught.value.what) == (
        "too_large",
        "the page has more than 3 tags; split it",
    )


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
