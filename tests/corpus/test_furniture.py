"""What a page prints around a document."""

import pytest

from corpus.furniture import is_furniture, read_table, skip_furniture
from corpus.lines import Line, split_lines

TABLE = """索 引 号： | 000014349/2019-00003 | 主题分类： | 渔业
发文机关： | 海川市人民政府 | 成文日期： | 2019年01月12日
标　　题： | 海川市人民政府关于渔业的意见
发文字号： | 海政发〔2019〕3号 | 发布日期： | 2019年01月25日
海川市人民政府关于渔业的意见
"""


def test_info_table_of_a_government_page():
    table = read_table(TABLE, len(TABLE))

    assert table.get("标题") == "海川市人民政府关于渔业的意见"
    assert table.get("文号", "发文字号") == "海政发〔2019〕3号"
    assert table.get("成文日期") == "2019年01月12日"
    assert table.get("失效日期") is None
    start, end = table.places["成文日期"]
    assert TABLE[start:end].startswith("成文日期")


def test_rows_without_bars_are_read_too():
    text = "基本信息\n统一编号：GZ0320\n文\u3000\u3000号：海人社〔2019〕6号\n实施日期：2019年10月16日\n"

    assert read_table(text, len(text)).values == {
        "统一编号": "GZ0320",
        "文号": "海人社〔2019〕6号",
        "实施日期": "2019年10月16日",
    }


def test_header_without_an_index_number_is_no_info_table():
    text = "发布机关：海川市相关部门\n成文日期：2021年\n名称：计划\n"

    assert read_table(text, len(text)).values == {}


def test_facts_that_stand_on_one_line_or_in_square_brackets_are_parted():
    text = "发布机构：海川市政府办　　文号：海政发〔2014〕3号　　成文日期：2014-05-06\n"
    assert read_table(text, len(text)).values == {
        "发布机构": "海川市政府办", "文号": "海政发〔2014〕3号", "成文日期": "2014-05-06"
    }  # fmt: skip
    text = "[发文字号] 海政发〔2014〕3号\n[成文日期] 2014-05-06\n"
    assert read_table(text, len(text)).get("发文字号") == "海政发〔2014〕3号"


def test_facts_are_read_from_cells_without_colons_too():
    text = "索引号 | 640-2021 | 文号 | 海政发〔2021〕94号\n发文机关 | 海川市政府 | 成文日期 | 2021年12月20日\n"
    table = read_table(text, len(text))
    assert table.get("文号") == "海政发〔2021〕94号"
    assert table.date("成文日期") == "2021-12-20"


def test_dates_of_a_table_in_either_form():
    text = (
        "文号：海政规〔2019〕6号\n发文日期：2019-10-9\n失效日期：2024年10月15日\n实施日期：长期\n"
    )
    table = read_table(text, len(text))

    assert table.date("成文日期", "发文日期") == "2019-10-09"
    assert table.date("失效日期") == "2024-10-15"
    assert table.date("实施日期") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分享到:", True),
        ("扫一扫在手机打开当前页", True),
        ("海川市渔业条例", False),
        ("来源于海洋。", False),
        ("发布单位：海川区海洋局", True),
        ("发布单位：海川区海洋局　　2041年3月15日", False),  # the signature below a table's title
        ("无障碍浏览 长者模式", True),
        ("32 | 实施无障碍改造900户。 | 市残联 | 11月底", False),
        ("推进无障碍环境建设", False),
    ],
)
def test_furniture_is_told_by_its_words(text, expected):
    assert is_furniture(Line(0, len(text), text)) == expected


def test_last_list_of_a_text_is_not_its_foot():
    text = (
        "一、总则\n内容。\n主办：市港务局　协办：市财政局\n主办：海川市　承办：信息中心\n版权所有\n"
    )
    spans, _ = skip_furniture(text, [], [], 0)

    assert [text[s.start : s.end] for s in spans] == ["主办：海川市　承办：信息中心\n版权所有\n"]


def test_text_whose_lines_the_paper_broke_is_no_foot():
    text = (
        "一、追溯\n（一）推行扫码入库。码上\n记录来源、温度，\n扫码即可查询去\n向。（市商务局负责）\n"
        "二、保障\n（一）加强领导\n市政府督查\n"
    )

    assert skip_furniture(text, [], [], 0)[0] == ()


def test_links_behind_the_text_of_a_page_are_its_foot():
    text = "一、总则\n内容。\n热点推荐\n1.渔船补贴问答\n2.港口改造公示\n版权所有\n"
    spans, _ = skip_furniture(text, [], [], 0)

    assert [text[s.start : s.end] for s in spans] == [text[text.index("热点") :]]


@pytest.mark.parametrize(
    "line", ["相关解读：一图读懂渔港办法", "政策解读：渔港办法问答", "一图读懂丨渔港办法"]
)
def test_what_explains_a_document_below_its_last_table_is_the_foot(line):
    text = f"附件\n序号 | 项目\n1 | 东湾码头\n2 | 西湾码头\n{line}\n"
    spans, _ = skip_furniture(text, [], [], 0)

    assert [text[s.start : s.end] for s in spans] == [f"{line}\n"]


def test_foot_begins_at_its_first_mark_below_the_text():
    text = (
        "一、总则\n内容。\n海川市海洋局\n2021年3月8日\n扫一扫在手机打开当前页\n· 市财政局\n· 市海洋局\n"
        "主办单位:海川市\n· 海港区\n- [办法.pdf](/files/" + "0" * 90 + ".pdf)\n"
    )
    spans, _ = skip_furniture(text, [], [], 0)

    assert [(text[s.start : s.end], s.why) for s in spans] == [
        (text[text.index("扫一扫") :], "web page foot")
    ]


def test_marks_above_the_last_sentence_are_text():
    text = "一、网站\n扫一扫二维码\n登记后生效。\n附表\n"

    assert skip_furniture(text, [], [], 0) == ((), 0)


def test_crawlers_header_is_furniture():
    lines = split_lines("**发布机构**: 海川市\n- 原文链接: http://x\n发布机构应当登记\n")

    assert [is_furniture(line) for line in lines] == [True, True, False]


def test_head_is_skipped_up_to_its_last_line_and_keeps_the_title_apart():
    text = "欢迎您!\n渔业条例\n分享到:\n各区:\n一、总则\n"
    lines = split_lines(text)
    spans, start = skip_furniture(text, [lines[0], lines[2]], [lines[1]], text.index("一"))

    assert text[start:] == "各区:\n一、总则\n"
    assert [text[s.start : s.end] for s in spans] == ["欢迎您!\n", "渔业条例", "\n分享到:\n"]


@pytest.mark.parametrize("below", ["【打印本页】 【关闭窗口】\n", "扫一扫在手机打开\n", ""])
@pytest.mark.parametrize("file", ["关于港口的通知.ofd", "1. 附件1：名单.xlsx（35KB）"])
def test_files_attached_to_a_page_are_its_foot(file, below):
    text = f"一、建港\n建设港口。\n附件：\n{file}\n{below}"
    spans, _ = skip_furniture(text, [], [], 0)
    assert [(text[s.start :], s.why) for s in spans] == [
        (f"附件：\n{file}\n{below}", "web page foot")
    ]


def test_attachment_with_text_below_it_is_no_foot():
    text = "一、建港\n建设港口。\n附件\n名单\n张三\n【打印】\n"
    spans, _ = skip_furniture(text, [], [], 0)
    assert [text[s.start :] for s in spans] == ["【打印】\n"]


@pytest.mark.parametrize(
    "rows",
    [
        ["文号 海政规〔2023〕5号", "成文日期\u30002023-03-15", "有效性 已废止"],
        ["文号:", "海政规〔2023〕5号", "成文日期：", "2023-03-15", "有效性：", "已废止"],
    ],
)
def test_rows_of_an_info_table_without_marks_between_or_with_cells_on_lines(rows):
    text = "\n".join(rows)
    table = read_table(text, len(text))

    assert table.get("文号") == "海政规〔2023〕5号"
    assert table.date("成文日期") == "2023-03-15"
    start, end = table.places["有效性"]
    assert text[start:end].split()[-1].endswith("已废止")


def test_a_label_above_another_label_has_no_value():
    text = "文号: 海政规〔2023〕5号\n成文日期:\n发布机构: 海川市海洋局"

    assert read_table(text, len(text)).get("成文日期") is None


def test_file_above_the_buttons_of_a_page_is_its_foot():
    text = "第九条　本条例自公布之日起施行。\n附件：\n港口条例.docx\n分享到：微信新浪微博\n上一篇：渔船条例\n"
    spans, _ = skip_furniture(text, [], [], 0)

    assert [text[s.start : s.end] for s in spans] == [text[text.index("附件") :]]
