"""Text copied out of pages: no page number and no running head is left, all else is."""

import pytest

from corpus.loading import load_texts
from corpus.paged_text import read_pages

HEAD = "海川市人民政府公报　2022年第10期"
PAGES = [
    f"{HEAD}\n一、灯塔。(市港务局牵头,市交\n\n    - 14 -",
    f"{HEAD}\n\n通局配合)\n二、浮标。2023年\n    - 15 -\n",
    f"{HEAD}\n12月底前更换。\n    - 16 -",
]


@pytest.mark.parametrize("mark", ["\f", "\n"])
def test_heads_and_numbers_are_dropped_and_pages_are_told(mark):
    text, starts = read_pages(mark.join(PAGES))
    assert text == "一、灯塔。(市港务局牵头,市交\n通局配合)\n二、浮标。2023年\n12月底前更换。"
    assert [text[at:].split("\n")[0] for at in starts] == [
        "一、灯塔。(市港务局牵头,市交", "通局配合)", "12月底前更换。"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "一、灯塔。\n\n二、浮标。\n",
        "一、灯塔\n- 3 -\n二、浮标\n- 7 -\n三、雷达\n",  # nothing that counts
        "序号\n1\n2\n3\n",
        "- 3 -\n一、灯塔\n",
        "",
    ],
)
def test_a_text_without_pages_stays_as_it_is(text):
    assert read_pages(text) == (text, ())


def test_controls_are_removed_all_the_same():
    assert read_pages("一、灯\x07塔\r\n二、浮标\r\n") == ("一、灯塔\n二、浮标\n", ())
    assert read_pages("灯\x07塔\r\n甲\f浮标")[0] == "灯塔\n甲\n浮标"


def test_a_lone_form_feed_at_the_end_makes_no_page():
    assert read_pages("一、灯塔\n\f") == ("一、灯塔\n", ())


def test_a_text_file_is_read_by_its_pages(tmp_path):
    path = tmp_path / "gazette.txt"
    path.write_text("\f".join(PAGES), encoding="utf-8")
    (loaded,) = load_texts(path)
    assert "公报" not in loaded.text
    assert len(loaded.pages) == len(PAGES)


def paged(lines: int) -> str:
    pages = ("".join(f"第{page}页的文字第{n}行\n" for n in range(lines)) for page in "甲乙丙")
    return "".join(f"{page}{number}\n\n" for number, page in enumerate(pages, 1))


def test_bare_numbers_count_pages_where_they_are_far_apart():
    text, starts = read_pages(paged(20))

    assert len(starts) == 3
    assert not any(line.isdecimal() for line in text.split("\n"))
    assert read_pages(paged(5))[1] == ()  # cells of a table, one to a line
