"""How the broken lines of a PDF become paragraphs; whole files are in test_loading."""

import zlib

import pytest

from corpus.formats import FormatError
from corpus.pdf import _SHORT, _joined_pages, _longest, _separator, pdf_text

FULL = "各区各部门要加强组织领导完善工作机制落实主体责任"


@pytest.mark.parametrize(
    ("previous", "line", "separator"),
    [
        ("推动信息产业", "健康发展", ""),
        ("推动发展。", "各区要落实", "\n"),
        ("推动发展", "（二）强化保障", "\n"),
        ("推动发展", "二、主要任务", "\n"),
        ("推动发展", "3.加强创新", "\n"),
        ("(责任单位:市财政局)", "6 附则", "\n"),
        ("每年新建", "6 个停车场", ""),
        ("依照", "第三条的规定", ""),
        ("增长", "7.5%以上", ""),
        ("研发", "一、二类新药", ""),
        ("supported by", "the city", " "),
        ("long-", "term", ""),
        ("Regional Transport Authority", "4 Costs and funding", "\n"),
        ("the Board met on", "4 May", " "),
        ("which fares bring in", "2.1 million", " "),
        ("Harbour Police", "2.1 Goals", "\n"),
        ("every 20 minutes; and", "(c) an on-demand service", "\n"),
        ("1.2 Scope ............ 3", "Notes", "\n"),
    ],
)
def test_what_stands_between_two_lines(previous, line, separator):
    assert _separator(previous, line) == separator


def test_pages_start_where_their_text_starts():
    text, starts = _joined_pages([["标题", FULL], ["收尾。"], ["二、下一页"]], set())

    assert text == f"标题\n{FULL}收尾。\n二、下一页"
    assert [text[start:][:2] for start in starts] == ["标题", "收尾", "二、"]


def test_line_that_stands_out_is_not_the_measure_of_full_lines():
    assert _longest(["甲" * 55, *["乙" * 40] * 3]) == 80
    assert _longest(["甲" * 40, *["乙" * 20] * 3]) == 80  # a paragraph's line above headings
    assert _longest(["甲" * 30, "乙" * 12]) == 60
    assert _longest([]) == _SHORT


def test_bytes_that_are_no_pdf_are_refused():
    with pytest.raises(FormatError, match="the PDF is broken") as caught:
        pdf_text(b"%PDF-1.4 nothing", 1_000)

    assert caught.value.reason == "damaged"


def test_stream_that_unpacks_beyond_measure_is_refused():
    packed = zlib.compress(b" " * (2**24 + 1))

    with pytest.raises(FormatError, match="unpacks beyond measure"):
        pdf_text(b"1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream", 1_000)


def test_a_sentence_does_not_go_on_over_a_page_that_was_not_read():
    whole, _ = _joined_pages([[FULL], ["这是下一页的半句。"]], set())
    parted, _ = _joined_pages([[FULL], [""], ["这是下一页的半句。"]], {1})

    assert whole == FULL + "这是下一页的半句。"
    assert parted == FULL + "\n这是下一页的半句。"
