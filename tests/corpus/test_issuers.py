"""Who issued a document and when."""

import pytest

from corpus.issuers import issuer_of_title, named_above, read_issue, split_bodies
from corpus.lines import split_lines


def issue(text: str, *titles: str, heading: str = "\0") -> tuple[str | None, str | None]:
    first = text.index(heading) if heading in text else len(text)
    found = read_issue(text, split_lines(text, 0, first), titles, first)
    return found.issuer, found.date


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        ("海川市财政局", ("海川市财政局",)),
        ("海川市财政局\u3000\u3000海川市教育局", ("海川市财政局", "海川市教育局")),
        ("中共海川市委、海川市人民政府", ("中共海川市委", "海川市人民政府")),
        ("海川市财政局海川市教育局海川市海洋局", ("海川市财政局", "海川市教育局", "海川市海洋局")),
        ("中共海川市委海川市人民政府", ("中共海川市委", "海川市人民政府")),
        ("市海洋局市财政局", ("市海洋局", "市财政局")),
        ("中共中央 国务院", ("中共中央", "国务院")),
        ("海川省发展和改革委员会", ("海川省发展和改革委员会",)),
        ("国务院国有资产监督管理委员会", ("国务院国有资产监督管理委员会",)),
        ("海川海关 中国人民银行海川省分行", ("海川海关", "中国人民银行海川省分行")),
        ("特此通知。", ()),
        ("海川市财政局 联系人", ()),
    ],
)
def test_bodies_on_a_line(line, bodies):
    assert split_bodies(line) == bodies


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("海川市人民政府关于渔业的意见", "海川市人民政府"),
        ("中共海川市委、海川市人民政府关于渔业的意见", "中共海川市委、海川市人民政府"),
        ("海川市人民政府办公厅转发市海洋局报告的通知", "海川市人民政府办公厅"),
        ("海川市海洋局等七部门关于渔业的意见", None),
        ("关于渔业的意见", None),
        ("海川市渔业条例", None),
        ("Circular of the Haichuan Council on Issuing the Boat Rules", "Haichuan Council"),
    ],
)
def test_issuer_that_a_title_begins_with(title, issuer):
    assert issuer_of_title(title) == issuer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海川市人民政府\n2021年3月8日\n", ("海川市人民政府", "2021-03-08")),
        ("海川市海洋局\n\n  海川市财政局\n\n二○二一年三月八日\n", ("海川市海洋局、海川市财政局", "2021-03-08")),
        ("海川市海洋局　　海川市财政局\n海川市教育局\n2021年3月8日\n", ("海川市海洋局、海川市财政局、海川市教育局", "2021-03-08")),
        ("海川市人民政府　2021年3月8日\n", ("海川市人民政府", "2021-03-08")),
        ("制表单位：海川市人民政府　　2021年3月8日\n", ("海川市人民政府", "2021-03-08")),
        ("要点\n（海川市海洋局  2021年3月8日）\n", ("海川市海洋局", "2021-03-08")),
        ("各区:\n（2021年1月4日）\n", (None, "2021-01-04")),
        ("自2021年3月8日起施行。\n", (None, None)),
        ("海川市人民政府\n2021-03-08\n", (None, None)),
        ("海川市人民政府办公室　2025年2月10日印发\n", ("海川市人民政府办公室", "2025-02-10")),
        ("2025年2月7日\n抄送：市委。\n海川市人民政府办公室　2025年2月10日印发\n", ("海川市人民政府办公室", "2025-02-07")),
    ],
)  # fmt: skip
def test_signature_in_the_head(text, expected):
    assert issue(f"题目\n{text}") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（2007年8月30日第十届全国人民代表大会常务委员会第二十九次会议通过）", ("全国人民代表大会常务委员会", "2007-08-30")),
        ("2019年3月15日 第十三届全国人民代表大会第二次\n\n会议通过）", ("全国人民代表大会", "2019-03-15")),
        ("2024年5月31日 海川市第十六届人民代表大会常务委员会第十次会议通过", ("海川市人民代表大会常务委员会", "2024-05-31")),
        ("（2023年11月20日海川市人民政府令第86号公布　自2024年1月1日起施行）", ("海川市人民政府", "2023-11-20")),
        ("（2024年3月28日县委农村工作领导小组会议审议通过）", (None, "2024-03-28")),
        ("中华民国114年3月5日海府字第1140012号函订定", (None, "2025-03-05")),
        ("(2 0 0 1年2月1 6日海川省第九届人民代表大会第四次会议通过)", ("海川省人民代表大会", "2001-02-16")),
        ("（2041年12月30日海川市人民政府办公室印发）", ("海川市人民政府办公室", "2041-12-30")),
        ("（2041年3月5日海川市财政局、海川市海洋局制定发布）", ("海川市财政局、海川市海洋局", "2041-03-05")),
        ("2041年6月28日海川市人民政府印发《渔港办法》，", (None, None)),
        ("中华民国130年6月1日海授法规字第1300456789号令制定公布", (None, "2041-06-01")),
        ("（第七届全国人民代表大会第四次会议1991年4月9日批准）", ("全国人民代表大会", "1991-04-09")),
        ("（2021年7月27日中华人民共和国国务院令第946号公布）", ("国务院", "2021-07-27")),
        ("(Adopted at the 30th Meeting of the Standing Committee of the Thirteenth National People's Congress on August 20, 2021)", ("Standing Committee of the National People's Congress", "2021-08-20")),
    ],
)  # fmt: skip
def test_adoption_line(line, expected):
    assert issue(f"海川市渔业条例\n{line}\n") == expected


def test_promulgation_without_a_congress_dates_a_text():
    text = "海川市渔船自治条例\n中华民国110年3月8日海川市政府府法字第1100012345号令公布\n第 1 条"

    assert issue(text, heading="第 1 條") == ("海川市政府", "2021-03-08")


def test_letter_of_the_taiwan_calendar_dates_a_text():
    text = "海川縣港口推動計畫\n海川縣政府113年3月20日府社字第1130012345號函頒\n壹、緣起"

    assert issue(text, heading="壹、") == ("海川縣政府", "2024-03-20")


def test_number_of_the_county_in_a_title_is_its_governments():
    text = "海川县渔港行动计画\n中华民国113年4月15日府渔综字第1130061284号函颁\n壹、缘起"
    other = text.replace("府渔综", "农渔综")

    assert issue(text, "海川县渔港行动计画", heading="壹、") == ("海川县政府", "2024-04-15")
    assert issue(other, "海川县渔港行动计画", heading="壹、") == (None, "2024-04-15")


def test_what_a_city_passed_and_its_province_approved_is_the_citys():
    passed = "（2041年4月10日海川市第十五届人民代表大会常务委员会第二十次会议通过"
    approved = "　2041年6月1日东海省第十三届人民代表大会常务委员会第三次会议批准）"

    assert issue(f"海川市港口条例\n{passed}{approved}\n") == (
        "海川市人民代表大会常务委员会",
        "2041-06-01",
    )
    assert issue(f"海川市港口条例\n{passed}\n{approved}\n")[0] == "海川市人民代表大会常务委员会"


def test_last_amendment_of_a_chain_is_the_day_of_the_text():
    text = (
        "海川市港口条例\n2020年4月10日 海川市第十五届人民代表大会常务委员会第二十次会议通过\n"
        "2023年11月22日 海川市第十六届人民代表大会常务委员会第八次会议《关于修改〈海川市港口条例〉的决定》修正\n"
    )

    assert issue(text) == ("海川市人民代表大会常务委员会", "2023-11-22")


def test_day_of_a_decree_wins_over_the_meeting_that_adopted_the_text():
    text = "国务院令\n第9号\n总理 某某\n2018年11月6日\n条例\n（2018年9月6日国务院第23次常务会议通过）\n"

    assert issue(text)[1] == "2018-11-06"


def test_signature_below_the_text_counts_where_the_head_has_none():
    text = "海川市渔业意见\n一、甲。\n内容。\n海川市海洋局\n2021年3月8日\n附件\n海川市教育局\n2020年1月1日\n"

    assert issue(text, heading="一、") == ("海川市海洋局", "2021-03-08")


def test_row_above_a_table_names_who_compiled_it_and_when():
    text = "海川区重点任务分解表\n填表单位：海川区海洋局 |  | 填表日期：2041年2月25日\n"

    assert issue(text) == ("海川区海洋局", "2041-02-25")


def test_english_body_above_a_day_has_signed():
    signed = "All districts:\nHaichuan Municipal Port Bureau\nJune 3, 2041\n"
    notice = "Notice of the General Office of Haichuan Government on Boats"

    assert issue(signed) == ("Haichuan Municipal Port Bureau", "2041-06-03")
    assert issue(signed, notice)[0] == "General Office of Haichuan Government"
    assert issue("Commissioner of the Port Bureau\nJune 3, 2041\n") == (None, "2041-06-03")


def test_title_names_the_issuer_of_a_lone_date():
    text = "一、甲。\n内容。\n2021年3月8日\n"

    assert issue(text, "海川市海洋局关于渔业的意见", heading="一、") == (
        "海川市海洋局",
        "2021-03-08",
    )


def test_crawlers_header_names_no_issuer():
    assert issue("海川市渔业意见\n发布机构: 海川市海洋局\n发布日期: 2021年3月\n") == (None, None)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["海川市人民政府办公室 文件"], "海川市人民政府办公室"),
        (["海川县政府　函"], "海川县政府"),
        (["海川市海洋局公告"], "海川市海洋局"),
        (["发布单位：海川市财政局  发布时间：2023-04-10"], "海川市财政局"),
        (["解读机关：海川市海洋局"], "海川市海洋局"),
        (["发布单位：海川市财政局", "海川市人民政府文件"], "海川市人民政府"),
        (["发布机构：加快布局"], None),
        (["发布机构：渔业新闻网"], None),
        (["来源：海川市财政局"], None),
        (["Haichuan Maritime Authority", "Rules on Boats"], "Haichuan Maritime Authority"),
        (["Commerce Department", "Rules on Boats"], None),
        (["海川市海洋局有关文件"], None),
    ],
)
def test_body_above_a_text_or_in_its_pages_header(lines, expected):
    assert named_above(split_lines("\n".join(lines))) == expected


def test_day_and_number_in_brackets_below_the_title_are_those_of_issue():
    head = "海川市渔港办法\n（2023年3月15日海政规〔2023〕5号公布 自2023年5月1日起施行）\n"
    told = "2024年6月28日，市海洋管理委员会印发《海川市渔港办法》，自2024年8月1日起施行\n"

    assert issue(head)[1] == "2023-03-15"
    assert issue(f"《海川市渔港办法》政策问答\n{told}")[1] is None
