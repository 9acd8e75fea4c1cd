"""The numerals of a question that name a section."""

import pytest

from corpus.paths import find_path


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("二(二)的第3小点讲什么?", ("二", "二", "3")),
        ("二(二)里面的第三条讲什么?", ("二", "二", "三")),
        ("二(二)和第三条讲什么?", ("二", "二")),
        ("二(二)讲什么?", ("二", "二")),
    ],
)
def test_a_printed_path_goes_on_in_words(question, path):
    assert find_path(question) == path


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("What does item 12 of the harbour measures provide?", ("", "12")),
        ("And point 25?", ("", "25")),
        ("What is task No. 12 on the harbour list?", ("", "12")),
        ("What is task number 4 on the harbour list?", ("", "4")),
        ("What does Section No. 3 say?", ("3",)),
        ("How many tasks are there, and what is No. 3?", ()),
        ("What does item 2 say?", ()),
        ("Are there fines in one section of the harbour?", ()),
        ("What does the first section say?", ("1",)),
        ("What does part two say?", ("2",)),
    ],
)
def test_a_counted_thing_is_no_ordinal(question, path):
    assert find_path(question) == path


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("附件1第二部分“核算口径”怎么规定", ("附件1", "二")),
        ("附件1二(一)讲什么", ("附件1", "二", "一")),
        ("附件2的(三)写了什么", ("附件2", "三")),
        ("专栏3讲什么", ("专栏3",)),
        ("What does Annex 1 say?", ("附件1",)),
        ("What does item 3 of Annex 2 require?", ("附件2", "3")),
        ("Part II of Appendix 1", ("附件1", "II")),
        ("What is in Box 2?", ("专栏2",)),
        ("需要提交哪些附件", ()),
    ],
)
def test_an_annex_stands_outside_the_numbering(question, path):
    assert find_path(question) == path


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("任务分工表第20项是什么", ("", "20")),
        ("第三项任务由谁负责", ("", "三")),
        ("序号7的内容", ("", "7")),
        ("(十六)讲了什么", ("", "十六")),
        ("What is in (十六) of the harbour opinions?", ("", "十六")),
        ("我们的第一项目标是什么", ()),
        ("What does item 5 of the harbour task table say?", ("", "5")),
        ("What is task 12 about?", ("", "12")),
        ("Does measure 30% apply?", ()),
    ],
)
def test_a_row_is_counted_through_the_document(question, path):
    assert find_path(question) == path
