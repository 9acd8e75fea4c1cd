"""What a document says about itself, and what is no part of it."""

import pytest

from corpus.document import parse_document
from corpus.metadata import read_metadata

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


def test_head_of_a_notice_that_forwards_a_plan():
    found = head(NOTICE)

    assert found.title == "海川市港口发展规划"
    assert found.outer_title == "海川市人民政府办公厅关于印发海川市港口发展规划的通知"
    assert found.issuer == "海川市人民政府办公厅"
    assert found.number == "海政办发〔2021〕5号"
    assert found.date == "2021-03-08"
    assert found.cites == ("国发〔2020〕12号",)
    assert (found.body_start, found.skipped) == (0, ())


def test_info_table_gives_what_the_text_leaves_out():
    page = (
        "索 引 号： | 0001/2019-3 | 主题分类： | 渔业\n发文机关： | 海川市人民政府 | 成文日期： | 2019年1月12日\n"
        "标　　题： | 海川市渔业意见\n发文字号： | 海政发〔2019〕3号 | 发布日期： | 2019年1月25日\n"
        "海川市渔业意见\n各区:\n"
    )
    found = head(page)

    assert (found.title, found.issuer) == ("海川市渔业意见", "海川市人民政府")
    assert (found.number, found.date, found.cites) == ("海政发〔2019〕3号", "2019-01-12", ())


def test_number_of_a_decree_stands_on_two_lines_or_in_the_adoption_line():
    decree = head("中华人民共和国国务院令\n第906号\n现公布。\n2018年11月6日\n海川条例\n")
    adopted = head("海川登记条例\n(2021年7月27日中华人民共和国国务院令第946号公布)\n")

    assert (decree.number, decree.date) == ("国务院令第906号", "2018-11-06")
    assert decree.issuer == "国务院"
    assert (adopted.number, adopted.issuer, adopted.cites) == ("国务院令第946号", "国务院", ())


def test_drafters_are_the_bodies_under_the_title_of_a_forwarded_plan():
    found = head(f"{NOTICE}\n市海洋局市财政局\n\n为了发展港口。\n")

    assert found.drafters == ("市海洋局", "市财政局")
    assert head("海川市港口发展规划\n市海洋局\n").drafters == ()


def test_stray_number_before_the_title_is_no_part_of_it():
    found = head("22 中共海川市委、海川市人民政府关于提高防灾能力的意见\n为深入贯彻。\n")

    assert found.title == "中共海川市委、海川市人民政府关于提高防灾能力的意见"
    assert found.issuer == "中共海川市委、海川市人民政府"


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


def test_body_under_a_title_that_no_notice_forwards_is_the_issuer():
    assert head("海川市渔港规划\n海川市海洋局\n2022年5月\n为了发展。\n").issuer == "海川市海洋局"


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


def test_bodies_in_a_column_issue_what_is_below_and_are_no_part_of_its_title():
    found = head(
        "海川市民政局\n海川市财政局\n海川市残联\n关于完善助残服务的通知\n海民发〔2023〕7号\n各区:\n"
    )

    assert found.title == "关于完善助残服务的通知"
    assert found.issuer == "海川市民政局、海川市财政局、海川市残联"


def test_one_body_above_a_title_begins_it():
    assert (
        head("海川市民政局\n关于完善助残服务的通知\n").title == "海川市民政局关于完善助残服务的通知"
    )


def test_cover_of_a_plan_names_it_and_its_issuers_on_one_line():
    found = head(
        "海川市民政局 海川市财政局关于印发养老规划的通知\n各区:\n  现印发给你们。\n2023年5月6日\n"
        "养老规划海川市民政局 海川市财政局\n"
    )

    assert found.title == "养老规划"


def test_decree_is_dated_by_its_signature_and_not_by_the_day_of_force():
    found = head(
        "中华人民共和国国务院令\n第912号\n《湖泊条例》已经2031年3月1日国务院第9次常务会议通过,"
        "自2031年6月1日起施行。\n总理\n2031年3月8日\n湖泊条例\n"
    )

    assert (found.issuer, found.date) == ("国务院", "2031-03-08")


def test_interview_about_a_document_is_its_bodys():
    found = head("海川市数据局有关负责人就《公共数据\n运营细则》答记者问\n来源:海川市数据局\n")

    assert found.title == "海川市数据局有关负责人就《公共数据运营细则》答记者问"
    assert found.issuer == "海川市数据局"


def test_english_date_at_the_foot_may_stand_above_a_pages_links():
    links = "Port throughput rises again in the first half of the year\n" * 12
    text = f"Notice of Haichuan on Ports\nI. Aims\nBuild.\nAugust 5, 2031\nRelated\n{links}"

    assert read_metadata(text, text.index("I. Aims")).date == "2031-08-05"


@pytest.mark.parametrize(
    ("signed", "filed", "issuer"),
    [
        ("市人民政府办公室", "海川市人民政府办公室", "海川市人民政府办公室"),
        ("市海洋局", "海川市人民政府办公室", "市海洋局"),
        ("", "海川市人民政府办公室", "海川市人民政府办公室"),
    ],
)
def test_body_that_signs_without_its_place_is_filed_with_it(signed, filed, issuer):
    table = (
        f"索取号： | AB0/2041-6 | 公开类别： | 主动公开\n制发机关： | {filed} | 有效性： | 有效\n"
    )
    text = f"{table}关于渔港的意见\n各区：\n现通知如下。\n{signed}\n2041年6月8日\n"

    assert (head(text).issuer, head(text).date) == (issuer, "2041-06-08")


def test_english_number_stands_in_the_line_of_issue():
    text = "Rules of Haichuan on Boats\n(Issued by Order No. 9 of Haichuan Port Bureau on May 8, 2041)\n"

    assert head(text).number == "Order No. 9 of Haichuan Port Bureau"
    assert head(text.replace(" on May 8, 2041)", "")).number is None


def test_number_of_a_place_whose_name_begins_with_and_is_not_cited():
    assert head("和田办发〔2041〕3号\n关于渔港的意见\n各区：\n").cites == ()


def test_page_of_a_taiwan_regulation_states_title_number_and_day():
    text = (
        "海川縣政府主管法規查詢系統\n法規名稱：海川縣政府補助漁民購置設備作業要點\n"
        "公發布日：民國 113 年 05 月 20 日\n發文字號：府漁字第1130012345號\n一、為補助漁民。\n"
    )
    document = parse_document("x", text)
    assert document.title == "海川縣政府補助漁民購置設備作業要點"
    assert document.issuer == "海川縣政府"
    assert (document.number, document.date) == ("府漁字第1130012345號", "2024-05-20")
