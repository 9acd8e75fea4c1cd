"""What a document says about itself, and what is no part of it."""

import pytest

from corpus.metadata import read_date, read_metadata

NOTICE = """海川市人民政府办公厅关于印发海川市港口发展规划的通知

海政办发〔2021〕5号

各区人民政府:

  《海川市港口发展规划》(国发〔2020〕12号)已经同意,现印发给你们。

  海川市人民政府办公厅

  2021年3月8日

  海川市港口发展规划
"""


def head(text: str):
    return read_metadata(text, len(text))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2017年6月9日", "2017-06-09"),
        ("二〇一七年六月九日", "2017-06-09"),
        ("二○二一年十二月三十一日", "2021-12-31"),
        ("（ 2001 年 2 月 16 日印发）", "2001-02-16"),
        ("2017年13月9日", None),
        ("2017年6月32日", None),
        ("2017年6月", None),
        ("", None),
    ],
)
def test_first_date_in_iso_form(text, date):
    assert read_date(text) == date


def test_head_of_a_notice_that_forwards_a_plan():
    found = head(NOTICE)

    assert found.title == "海川市港口发展规划"
    assert found.outer_title == "海川市人民政府办公厅关于印发海川市港口发展规划的通知"
    assert found.issuer == "海川市人民政府办公厅"
    assert found.number == "海政办发〔2021〕5号"
    assert found.date == "2021-03-08"
    assert found.cites == ("国发〔2020〕12号",)
    assert (found.body_start, found.skipped) == (0, ())


def test_document_without_number_and_date_has_none():
    found = head("海川市港口发展规划\n依据(国发〔2020〕12号)及国家的其他有关规定,制定本规划。\n")

    assert (found.number, found.date) == (None, None)
    assert found.cites == ("国发〔2020〕12号",)


def test_cited_numbers_come_once_without_blanks_in_text_order():
    found = head("规划\n依据(甲发〔 2020 〕 2 号)、(乙发[2019]1号)和(甲发〔2020〕2号)。")

    assert found.cites == ("甲发〔2020〕2号", "乙发[2019]1号")


def test_cited_number_is_told_from_the_words_before_it():
    found = head("规划\n各有关单位应当根据国发〔2020〕12号和国发〔2019〕3号文件的精神,制定本规划。")

    assert found.cites == ("国发〔2020〕12号", "国发〔2019〕3号")


def test_short_line_that_cites_a_number_gives_the_document_none():
    assert head("海川市港口发展规划\n依据国发〔2020〕12号,制定规划。\n").number is None


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("到2020年建成。", 2020),
        ("到2020年,再到 2035 年。", 2035),
        ("规划(2016—2025年)", 2025),
        ("2017年发布。", None),
    ],
)
def test_horizon_is_the_last_year_of_the_targets(text, horizon):
    assert head(text).horizon == horizon


def test_date_at_the_foot_is_read_where_the_head_has_none():
    text = "海川市港口管理办法\n一、总则。内容。\n海川市人民政府\n2020年5月1日\n"

    assert read_metadata(text, text.index("一、")).date == "2020-05-01"


def test_year_in_running_text_is_no_date_of_issue():
    assert head("规划\n本办法自2020年5月1日起在全市范围内施行。").date is None


def test_issuer_stands_before_the_date_else_in_the_title():
    assert head("海川市人民政府关于加强港口管理的意见\n内容。").issuer == "海川市人民政府"


def test_furniture_of_a_web_page_is_skipped_up_to_its_last_line():
    page = "海川网欢迎您!\n港口管理办法\n分享到:\n时间: 2021-03-20 来源:海川\n\n各区:\n"
    found = head(page)

    assert page[found.body_start :] == "各区:\n"
    assert [(page[s.start : s.end], s.why) for s in found.skipped] == [
        ("海川网欢迎您!\n", "web page furniture"),
        ("港口管理办法", "title of the page, kept as metadata"),
        ("\n分享到:\n时间: 2021-03-20 来源:海川\n\n", "web page furniture"),
    ]


def test_foot_of_a_web_page_is_skipped():
    page = "港口管理办法\n一、总则。内容。\n上一篇:甲\n版权所有 海川市\n"
    found = read_metadata(page, page.index("一、"))

    (foot,) = found.skipped
    assert (page[foot.start : foot.end], foot.why) == (
        "上一篇:甲\n版权所有 海川市\n",
        "web page foot",
    )


def test_boilerplate_words_in_the_body_are_not_skipped():
    page = "港口管理办法\n一、总则。内容。\n来源:港口统计。\n二、附则。内容。\n"

    assert read_metadata(page, page.index("一、")).skipped == ()
