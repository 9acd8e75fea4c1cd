"""Contents pages, with and without a title line, in both languages."""

import pytest

from corpus.contents_page import find_contents_page

BODY = "第一章 总 则\n第一条 甲。\n第二章 管理\n第二条 乙。\n第三章 附则\n第三条 丙。\n"


def page(text: str) -> str | None:
    found = find_contents_page(text)
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    "contents",
    [
        "目　录\n第一章 总则\n第二章 管理\n第三章 附则\n",
        "目次\n\n第一章 总则……1\n第二章 管理……5\n第三章 附则……9\n",
        "# 目录\n第一章　总则 1\n第二章　管理 2\n第三章　附则 3\n",
    ],
)
def test_titled_page_ends_where_the_first_chapter_comes_again(contents):
    assert page(f"某某条例\n{contents}{BODY}") == contents


def test_page_without_a_title_line_is_found_by_what_comes_again():
    contents = "一、总则\n二、组织\n三、附则\n"
    text = f"应急预案\n{contents}一、总则\n甲。\n二、组织\n乙。\n三、附则\n丙。\n"

    assert page(text) == contents


def test_english_page_may_name_chapters_of_later_pages():
    contents = "Contents\nChapter I General\nChapter II Duties\nChapter III Liability\n"

    assert page(f"The Law\n{contents}Chapter I General\nArticle 1 Text.\n") == contents


def test_width_of_signs_does_not_matter():
    contents = "目录\n1.1 响应(Ⅰ级)\n1.2 响应(Ⅱ级)\n1.3 终止\n"
    body = "1.1 响应（Ⅰ级）\n甲。\n1.2 响应（Ⅱ级）\n乙。\n1.3 终止\n丙。\n"

    assert page(f"预案\n{contents}{body}") == contents


@pytest.mark.parametrize(
    "text",
    [
        "一、总则\n甲。\n二、组织\n乙。\n",
        "目录\n以下为目录以外的正文，没有条目再次出现。\n一、总则\n甲。\n",
        "一、总则\n二、组织\n三、附则\n",
        "",
    ],
)
def test_other_texts_have_none(text):
    assert page(text) is None
