"""Page numbers and running heads."""

import pytest

from corpus.running_heads import (
    _page_number,
    without_furniture,
    without_page_numbers,
    without_running_heads,
)


@pytest.mark.parametrize(
    ("line", "numbers"),
    [("12", {12}), ("- 3 -", {3}), ("第 4 页 共 9 页", {4}), ("5 / 20", {5}), ("第三条", set())],
)
def test_page_numbers(line, numbers):
    assert _page_number(line) == numbers


def test_lines_that_count_the_pages_go_and_other_numbers_stay():
    pages = [["甲", "1"], ["7", "乙", "2"], ["丙", "2020"], ["丁", "— 4 —", "戊"]]

    assert without_page_numbers(pages) == [["甲"], ["7", "乙"], ["丙", "2020"], ["丁", "戊"]]


@pytest.mark.parametrize("head", ["海川市法规全书", "海川市港口规划 · 第{}页", "— {} —海川市公报"])
def test_running_heads_go(head):
    pages = [[head.format(n), "甲", f"正文{n}"] for n in (1, 2, 3, 4)]

    assert without_running_heads(pages)[0] == [page[1:] for page in pages]


def test_a_number_below_a_head_goes_with_it():
    pages = [["海川市公报", str(n), "甲", f"正文{n}"] for n in (1, 2, 3, 4)]

    assert without_furniture(pages)[0] == [page[2:] for page in pages]


def test_title_that_runs_on_over_the_pages_stays_on_the_first():
    pages = [["海川市港口规划", "甲", f"正文{n}"] for n in (1, 2, 3, 4)]

    assert without_running_heads(pages)[0] == [pages[0], *(page[1:] for page in pages[1:])]


def test_running_head_that_a_table_put_into_the_page_goes():
    pages = [
        ["海川市公报", "甲", "乙"],
        ["丙", "海川市公报", "序号 | 任务"],
        ["海川市公报", "丁", "戊"],
        ["海川市公报", "己"],
    ]

    assert without_running_heads(pages)[0][:2] == [["甲", "乙"], ["丙", "序号 | 任务"]]


def test_running_head_of_two_lines_goes_where_the_title_is_printed_too():
    title = ["海川市港口", "发展规划（2025年）"]
    pages = [[*title, "海川市港口发展规划（2025年）", "甲"], [*title, "乙"], [*title, "丙"]]

    kept, heads = without_running_heads(pages)

    assert kept == [["海川市港口发展规划（2025年）", "甲"], ["乙"], ["丙"]]
    assert heads == {"海川市港口", "发展规划年"}


def test_running_foot_goes_where_the_title_stands_first():
    pages = [
        ["海川市港口规划", "甲", "海川市港口规划"],
        ["乙", "海川市港口规划"],
        ["丙", "海川市港口规划"],
    ]

    assert without_running_heads(pages)[0] == [["海川市港口规划", "甲"], ["乙"], ["丙"]]


def test_title_that_only_a_sentence_names_again_stays():
    pages = [["海川市港口规划", "一月"], ["海川市港口规划", "《海川市港口规划》已印发。", "甲"]]
    pages += [["海川市港口规划", "乙"]]

    assert without_running_heads(pages)[0][0] == ["海川市港口规划", "一月"]


def test_lines_that_few_pages_share_or_that_stand_inside_stay():
    pages = [["海川市", "甲"], ["海川市", "乙"], ["丙", "海川市", "丁"], ["戊", "海川市", "己"]]

    assert without_running_heads(pages) == (pages, set())


def test_pages_that_hold_nothing_else_keep_their_lines():
    pages = [["请按时缴纳港口费。", "港口局办公室"]] * 3

    assert without_running_heads(pages) == (pages, set())
