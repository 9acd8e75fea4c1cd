"""How the broken lines of a PDF become paragraphs; whole files are in test_loading."""

import zlib

import pytest

from corpus.formats import FormatError
from corpus.pdf import (
    _joined_pages,
    _page_number,
    _separator,
    _without_page_numbers,
    _without_running_heads,
    pdf_text,
)

FULL = "各区各部门要加强组织领导完善工作机制落实主体责任"


@pytest.mark.parametrize(
    ("previous", "line", "separator"),
    [
        ("推动信息产业", "健康发展", ""),
        ("推动发展。", "各区要落实", "\n"),
        ("推动发展", "（二）强化保障", "\n"),
        ("推动发展", "二、主要任务", "\n"),
        ("推动发展", "3.加强创新", "\n"),
        ("依照", "第三条的规定", ""),
        ("增长", "7.5%以上", ""),
        ("研发", "一、二类新药", ""),
        ("supported by", "the city", " "),
        ("long-", "term", ""),
    ],
)
def test_what_stands_between_two_lines(previous, line, separator):
    assert _separator(previous, line) == separator


@pytest.mark.parametrize(
    ("line", "numbers"),
    [("12", {12}), ("- 3 -", {3}), ("第 4 页 共 9 页", {4}), ("5 / 20", {5}), ("第三条", set())],
)
def test_page_numbers(line, numbers):
    assert _page_number(line) == numbers


def test_lines_that_count_the_pages_go_and_other_numbers_stay():
    pages = [["甲", "1"], ["7", "乙", "2"], ["丙", "2020"], ["丁", "— 4 —", "戊"]]

    assert _without_page_numbers(pages) == [["甲"], ["7", "乙"], ["丙", "2020"], ["丁", "戊"]]


@pytest.mark.parametrize("head", ["海川市港口规划", "海川市港口规划 · 第{}页", "— {} —海川市公报"])
def test_running_heads_go_after_the_first(head):
    pages = [[head.format(n), "甲", f"正文{n}"] for n in (1, 2, 3, 4)]

    kept, _ = _without_running_heads(pages)

    assert kept == [pages[0], *(page[1:] for page in pages[1:])]


def test_running_head_of_two_lines_goes_where_the_title_is_printed_too():
    title = ["海川市港口", "发展规划（2025年）"]
    pages = [[*title, "海川市港口发展规划（2025年）", "甲"], [*title, "乙"], [*title, "丙"]]

    kept, heads = _without_running_heads(pages)

    assert kept == [["海川市港口发展规划（2025年）", "甲"], ["乙"], ["丙"]]
    assert heads == {"海川市港口", "发展规划年"}


def test_running_foot_goes_where_the_title_stands_first():
    pages = [
        ["海川市港口规划", "甲", "海川市港口规划"],
        ["乙", "海川市港口规划"],
        ["丙", "海川市港口规划"],
    ]

    assert _without_running_heads(pages)[0] == [["海川市港口规划", "甲"], ["乙"], ["丙"]]


def test_title_that_only_a_sentence_names_again_stays():
    pages = [["海川市港口规划", "一月"], ["海川市港口规划", "《海川市港口规划》已印发。", "甲"]]
    pages += [["海川市港口规划", "乙"]]

    assert _without_running_heads(pages)[0][0] == ["海川市港口规划", "一月"]


def test_lines_that_few_pages_share_or_that_stand_inside_stay():
    pages = [["海川市", "甲"], ["海川市", "乙"], ["丙", "海川市", "丁"], ["戊", "海川市", "己"]]

    assert _without_running_heads(pages) == (pages, set())


def test_pages_start_where_their_text_starts():
    text, starts = _joined_pages([["标题", FULL], ["收尾。"], ["二、下一页"]])

    assert text == f"标题\n{FULL}收尾。\n二、下一页"
    assert [text[start:][:2] for start in starts] == ["标题", "收尾", "二、"]


def test_bytes_that_are_no_pdf_are_refused():
    with pytest.raises(FormatError, match="the PDF is broken") as caught:
        pdf_text(b"%PDF-1.4 nothing", 1_000)

    assert caught.value.reason == "damaged"


def test_stream_that_unpacks_beyond_measure_is_refused():
    packed = zlib.compress(b" " * (2**24 + 1))

    with pytest.raises(FormatError, match="unpacks beyond measure"):
        pdf_text(b"1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream", 1_000)
