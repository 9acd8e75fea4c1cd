"""Titles of documents and of the notices around them, however their lines break."""

import pytest

from corpus.lines import split_lines
from corpus.titles import read_titles


def titles(text: str, official: str | None = None) -> tuple[str | None, str | None]:
    found = read_titles(text, split_lines(text), official)
    return tuple(line.text if line else None for line in (found.title, found.outer))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("海川市港口发展规划\n为了发展港口,制定本规划。\n", "海川市港口发展规划"),
        ("海川市人民政府关于促进综合港区\n高水平开放的若干意见\n海政发〔2019〕3号\n", "海川市人民政府关于促进综合港区高水平开放的若干意见"),
        ("中共海川市委 海川市人民政府\n关于全面振兴渔业的意见\n(2021年1月4日)\n", "中共海川市委 海川市人民政府关于全面振兴渔业的意见"),
        ("海川市人民政府关于棉粮、糖粮挂钩\n几 个 问 题 的 通 知\n各区:\n", "海川市人民政府关于棉粮、糖粮挂钩几个问题的通知"),
        ("海川市港口发展三年行动计划\n\n（2021-2023年）\n\n为了发展。", "海川市港口发展三年行动计划（2021-2023年）"),
        ("海川市渔船管理办法\n（试行）\n第一条", "海川市渔船管理办法（试行）"),
        ("海川高新技术产业开发区\n企业培育实施方案\n一、总则", "海川高新技术产业开发区企业培育实施方案"),
        ("海川市贯彻港口发展规划\n实施方案\n一、总则", "海川市贯彻港口发展规划实施方案"),
        ("海川市港口条例\n(2020年4月10日海川市第十五届人民代表大会第二次会议通过)\n", "海川市港口条例"),
        ("# **海川市港口条例**\n\n> 正文。", "海川市港口条例"),
        ("海川市渔业獎勵辦法\n第 1 條", "海川市渔业獎勵辦法"),
        ("海川日报/ 2001年/ 02月/ 20日/ 第A01版/海川省国民经济和社会发展\n第十个五年计划纲要\n目录", "海川省国民经济和社会发展第十个五年计划纲要"),
        ("22 中共海川市委关于提高港口防灾能力的意见\n为深入贯彻", "22 中共海川市委关于提高港口防灾能力的意见"),
        ("海川市国民经济和社会发展第十个五年规划纲要,根据建议编制,主要阐明意图\n第一篇", "海川市国民经济和社会发展第十个五年规划纲要"),
        ("　　海川市人民政府\n专题会议纪要\n〔2023〕18号\n海川市人民政府办公室　　　2023年8月4日\n研究渔港改造问题的会议纪要\n",
         "研究渔港改造问题的会议纪要"),
        ("　　海川市人民政府\n专题会议纪要\n〔2023〕18号\n海川市人民政府办公室　　　2023 年 8 月 4 日\n研究渔港改造问题的会议纪要\n",
         "研究渔港改造问题的会议纪要"),
        ("内部资料\n海川市人民政府\n专 题 会 议 纪 要\n〔2041〕36号\n关于渔港改造工作的\n会议纪要\n2041年8月，",
         "关于渔港改造工作的会议纪要"),
        ("海川港区管理委员会\n专题会议纪要\n〔2041〕第9期\n关于加快渔船检修的\n专题会议纪要\n", "关于加快渔船检修的专题会议纪要"),
        ("海川县政府\n常务会议纪要\n（第12次）\n县长主持召开会议。", "海川县政府常务会议纪要"),
        ("海川市人民政府公报2041年第6期\n海川市人民政府关于渔港的意见\n海政发〔2041〕5号\n", "海川市人民政府关于渔港的意见"),
        ("DB4102\n海川市渔船检验规范\n海川市海洋局 发布\n2041-03-01 发布", "海川市渔船检验规范"),
        ("教育部\n关于海洋教育的意见\n教海〔2041〕3号\n", "教育部关于海洋教育的意见"),
        ("交通运输部等五部门\n关于渔港建设的意见\n", "交通运输部等五部门关于渔港建设的意见"),
        ("教育部 财政部\n农业农村部\n关于渔港建设的意见\n", "教育部 财政部 农业农村部关于渔港建设的意见"),
        ("教育部\n渔业奖学金管理办法\n第一条", "渔业奖学金管理办法"),
        ("海川县政府　函\n发文字号：府渔字第1130098214号\n海川县渔港数位转型实施计画\n一、", "海川县渔港数位转型实施计画"),
        ("海川市民政局\n首 页 新闻中心 投资指南\n《渔民补贴办法》政策解读\n发布时间：2023-06-12\n近日，", "《渔民补贴办法》政策解读"),
        ("《渔民补贴办法》政策解读\n近日，海川市印发办法。", "《渔民补贴办法》政策解读"),
        ("Harbour Act of Haichuan\nArticle 1 Purpose.", "Harbour Act of Haichuan"),
        ("Regulations of Haichuan City on\nthe Management of Fishing Boats\nChapter 1", "Regulations of Haichuan City on the Management of Fishing Boats"),
        ("海川市人民政府\n海政发[2023]5号\n海川市人民政府关于渔港的意见\n各区:\n", "海川市人民政府关于渔港的意见"),
        ("海川市人民政府文件\n海川市人民政府关于渔港的意见\n各区:\n", "海川市人民政府关于渔港的意见"),
        ("海川市人民政府\n海川市人民政府关于渔港的意见\n各区:\n", "海川市人民政府关于渔港的意见"),
        ("海川市环保督察反馈意见\n问题整改责任清单\n序号\n", "海川市环保督察反馈意见问题整改责任清单"),
        ("海川市渔港工作\n重点任务分工方案\n一、目标\n", "海川市渔港工作重点任务分工方案"),
        ("海川新区惠企政策汇编\n（2025年版）\n新区管委会\n2025年3月\n", "海川新区惠企政策汇编（2025年版）"),
        ("海川市贯彻落实环保督察报告\n整改方案\n一、目标\n", "海川市贯彻落实环保督察报告整改方案"),
        ("信息公开指南\n渔港处\n海川市人民政府关于渔港的\n若干意见\n海政发〔2023〕5号\n各区:\n", "海川市人民政府关于渔港的若干意见"),
        ("海川市人民政府令\n第 61 号\n现予公布。\n海川市渔船办法\n第一章", "海川市渔船办法"),
        ("海川市税务局公告\n2021年第3号\n关于渔船税收事项的公告\n现公告如下:\n", "关于渔船税收事项的公告"),
        ("《海川市港口条例》\n第一章 总则", "海川市港口条例"),
        ("海川省渔港调度运行规程\n第一条", "海川省渔港调度运行规程"),
        ("各区人民政府:\n为了发展港口,制定本意见。\n", None),
    ],
)  # fmt: skip
def test_title_of_a_document(text, title):
    assert titles(text) == (title, None)


NOTICE = """海川市人民政府关于印发海川市港口
发展规划的通知
海政发〔2021〕5号
各区人民政府:
现将《海川市港口发展规划》印发给你们,请认真贯彻执行。
海川市人民政府
2021年3月8日
(此件公开发布)
海川市港口发展规划
港口是海川的命脉。
"""


def test_notice_and_plan_have_each_their_title():
    assert titles(NOTICE) == (
        "海川市港口发展规划",
        "海川市人民政府关于印发海川市港口发展规划的通知",
    )


@pytest.mark.parametrize(
    ("notice", "plan"),
    [
        ("海川市人民政府办公厅转发市海洋局关于我市渔港的确定和管理意见报告的通知", "关于我市渔港的确定和管理意见的报告"),
        ("海川市海洋局等四部门关于印发推进渔船检修实施方案的通知", "关于推进渔船检修实施方案"),
        ("关于印发《海川“数”港建设方案》的通知", "海川“数”港建设方案"),
        ("海川市人民政府印发关于促进港区改革实施方案的通知", "关于促进港区改革的实施方案"),
        ("海川市人民政府办公厅关于重新发布海川市渔船管理办法的通知", "海川市渔船管理办法"),
        ("海川市人民政府关于印发海川市粮食应急预案的函", "海川市粮食应急预案"),
    ],
)  # fmt: skip
def test_plan_is_found_below_every_kind_of_notice(notice, plan):
    text = (
        f"{notice}\n各区人民政府:\n现印发给你们。\n海川市人民政府\n2021年3月8日\n{plan}\n一、总则\n"
    )

    assert titles(text) == (plan, notice)


def test_title_of_two_lines_is_whole_though_the_first_could_be_one():
    text = "海川市人民政府关于明确政府工作报告\n提出的重点工作责任单位的通知\n海政发〔2021〕5号\n各区:\n"

    assert titles(text)[0] == "海川市人民政府关于明确政府工作报告提出的重点工作责任单位的通知"


def test_plan_has_the_place_that_stands_above_the_name_that_its_notice_says():
    notice = "海川经济开发区管委会关于印发《港口提升方案》的通知"
    text = f"{notice}\n各办事处:\n现印发给你们。\n2021年3月8日\n海川经济开发区\n港口提升方案\n"

    assert titles(text) == ("海川经济开发区港口提升方案", notice)


def test_day_in_brackets_below_a_pages_title_is_no_part_of_it():
    notice, plan = "海川市海洋局关于印发《海川市港口规划》的通知", "海川市港口规划"
    text = f"{notice}\n（2041-07-02）\n海政发〔2041〕5号\n各区:\n2041年6月8日\n{plan}\n"

    assert titles(text) == (plan, notice)


def test_notice_without_a_plan_below_it_is_the_document_itself():
    text = "海川市人民政府关于发布渔船名录的通知\n各区人民政府:\n现通知如下。\n"

    assert titles(text) == ("海川市人民政府关于发布渔船名录的通知", None)


def test_plan_attached_to_a_notice_with_sections_of_its_own_is_the_document():
    notice = "海川市关于印发渔港整治方案的通知"
    head, attached = (
        f"{notice}\n各区：\n",
        "一、压实责任。\n附件：渔港整治方案\n附件\n渔港整治方案\n一、目标\n",
    )
    found = read_titles(head + attached, split_lines(head))

    assert (found.title.text, found.outer.text) == ("渔港整治方案", notice)


def test_title_printed_with_the_text_wins_over_a_crawlers():
    text = (
        "海川关于落实“十四五”渔业规划的实施意见\n发布机构: 海川市\n来源: 网\n各区:\n现印发给你们。\n"
        "海川关于落实《“十四五”渔业规划》的实施意见\n一、总则\n"
    )

    assert titles(text) == ("海川关于落实《“十四五”渔业规划》的实施意见", None)


def test_crawlers_plan_title_above_a_notice_does_not_hide_it():
    text = f"海川市港口发展规划\n发布日期: 2021年4月\n政策全文\n{NOTICE}"

    assert titles(text)[1] == "海川市人民政府关于印发海川市港口发展规划的通知"


def test_title_of_the_info_table_decides_among_a_pages_lines():
    text = "海川市海洋局规章制度\n海川市渔船管理办法\n第一条"

    assert titles(text) == ("海川市海洋局规章制度", None)
    assert titles(text, "海川市渔船管理办法") == ("海川市渔船管理办法", None)


def test_line_above_the_day_of_posting_is_the_title_of_a_page():
    text = "登录\n就业创业\n渔民补贴,请查收\n发布日期:2025-04-08 来源:海川网\n1、一次性补贴\n"

    assert titles(text) == ("渔民补贴,请查收", None)


def test_labelled_title_is_taken_where_no_line_is_one():
    text = (
        "Source: Haichuan Institute\nTitle: In Their Words: Interim Measures for Boats\nArticle 1"
    )

    assert titles(text) == ("In Their Words: Interim Measures for Boats", None)


def test_years_on_the_line_below_belong_to_an_english_title():
    text = "Action Plan for Boats in Haichuan\n(2031-2034)\n\nThis plan is issued.\nI. Goals\n"

    assert titles(text) == ("Action Plan for Boats in Haichuan (2031-2034)", None)


def test_english_notice_and_plan():
    text = (
        "Circular of the Haichuan Council on Issuing the Made in Haichuan 2035\n"
        "Guo Fa [2035] No. 28\nMay 8, 2035\nTo all districts,\n"
        "The Made in Haichuan 2035 is hereby issued to you.\nMade in Haichuan 2035\n"
    )

    assert titles(text) == (
        "Made in Haichuan 2035",
        "Circular of the Haichuan Council on Issuing the Made in Haichuan 2035",
    )


def test_span_of_a_broken_title_encloses_all_its_lines():
    text = "海川市人民政府关于促进港区\n高水平开放的意见\n各区:\n"
    title = read_titles(text, split_lines(text)).title

    assert text[title.start : title.end] == "海川市人民政府关于促进港区\n高水平开放的意见"
