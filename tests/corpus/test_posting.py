"""Who posted a page of questions and answers, and when."""

import pytest

from corpus.issuers import Issue
from corpus.lines import split_lines
from corpus.metadata import read_metadata
from corpus.posting import read_posting


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "来源：海川市财政局发布时间：2041-07-03 16:20浏览次数：18",
            ("海川市财政局", "2041-07-03"),
        ),
        (
            "发布日期：2041/9/1 来源：海川市海洋与渔业局浏览次数：",
            ("海川市海洋与渔业局", "2041-09-01"),
        ),
        (
            "时间：2041年9月1日　　信息来源：市海洋局渔港处　阅读：8次",
            ("市海洋局渔港处", "2041-09-01"),
        ),
        ("[发布时间] 2041-09-01 [来源] 海川市财政局", ("海川市财政局", "2041-09-01")),
        ("来源：海川日报　发布时间：2041-02-31", (None, None)),
        ("来源：本站", (None, None)),
        ("浏览次数：2041", (None, None)),
    ],
)
def test_line_of_posting(line, expected):
    found = read_posting("《海川市渔港办法》政策问答", split_lines(line))

    assert (found.issuer, found.date) == expected


def test_posting_dates_no_document_of_another_kind():
    line = "来源：海川市财政局　发布时间：2041-07-03"

    assert read_posting("海川市渔港办法", split_lines(line)) == Issue()


def test_what_the_page_says_elsewhere_wins_over_its_posting():
    page = "《海川市渔港办法》政策解读\n发布时间：2041-07-03 来源：海川市财政局\n近日印发办法。\n"
    signed = f"{page}海川市海洋局\n2041年6月30日\n"

    posted, told = (read_metadata(text, len(text)) for text in (page, signed))

    assert (posted.issuer, posted.date) == ("海川市财政局", "2041-07-03")
    assert (told.issuer, told.date) == ("海川市海洋局", "2041-06-30")
