"""Markdown by itself; more by way of files in test_loading."""

import pytest

from corpus.markdown_text import markdown_text


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


def test_tags_of_layout_go():
    text = '<center>**港口计划**</center>\n<p align="right">2023年5月31日</p>\n温度<40度>以上'
    assert markdown_text(text) == "港口计划\n2023年5月31日\n温度<40度>以上"
