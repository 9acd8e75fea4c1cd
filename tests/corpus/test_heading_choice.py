"""Which sections have a heading, seen from their siblings."""

import pytest

from corpus.sections import parse_sections


def headings(text: str) -> list[str]:
    return [section.heading for section in parse_sections(text)[0]]


def test_short_first_sentences_of_few_articles_are_no_headings():
    law = "".join(f"第{n}条 甲应当依照本法的规定,办理登记。乙可以。\n" for n in "一二三四五")

    assert set(headings(law + "第六条 国家实行登记制度。乙可以。\n")) == {""}


def test_short_first_sentences_of_most_articles_are_headings():
    rules = "".join(f"第{n}条 载体建设。甲应当依照规定办理。\n" for n in "一二三")

    assert headings(rules) == ["载体建设"] * 3


def test_numbered_articles_below_chapters_count_together():
    rules = "第一章 总则\n一、甲实行负责制。乙协助。\n二、丙召集会议。丁参加会议。\n第二章 会议\n"
    rules += "".join(f"{n}、甲要依照规定办理,乙、丙和丁应当各自协助。\n" for n in "三四五六七")

    assert headings(rules) == ["总则", "", "", "会议", "", "", "", "", ""]


def test_sentence_on_a_line_of_its_own_is_a_heading_where_its_siblings_are():
    text = "一、体系\n" + "".join(
        f"({n})推动企业和社会力量举办高质量职业教育。\n各级部门要支持。\n" for n in "一二三"
    )

    assert headings(text) == ["体系", *["推动企业和社会力量举办高质量职业教育"] * 3]


def test_lines_that_wrap_are_headings_only_where_their_siblings_are():
    text = "一、监督\n1.不得提高定额,不得指定代理。\n2.有争议的,可以申请复议。\n3.提供虚假资料的,依照法律第六条\n第一款处理。\n"

    assert headings(text) == ["监督", "", "", ""]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("(二)配建，配建比例不低于\n5%；\n", ""),  # a line that breaks off before a number
        ("(二)租赁设备，期限不超过\n2年。\n", ""),
        ("(二)主要目标\n2025年，建成基地。\n", "主要目标"),
        ("(二)强化引领，做大规模\n2025年，建成基地。\n", "强化引领，做大规模"),
        ("(二)家庭收入低于平均水平，其中：\n1.甲。\n2.乙。\n", ""),  # leads in what follows
        ("(二)申报材料：\n1.甲。\n2.乙。\n", "申报材料"),
        ("(二)报送下列材料：\n1.甲。\n2.乙。\n", ""),
        ("(二)发展林下经济——推广林药、林菌等模式，培育企业。\n", "发展林下经济"),
        (
            "(二)租购设备 融资租赁关键设备的，按照实际支付利息的一半给予贴息，期限以合同为准，每年兑付一次。\n",
            "租购设备",
        ),
        ("(二)财政政策 每年安排专项资金，重点支持节能改造项目。\n", "财政政策"),
        ("(二)《公告》何时施行？自四月起。\n", "《公告》何时施行？"),
    ],
)
def test_heading_beside_a_sibling_that_has_one(text, heading):
    assert headings(f"(一)甲乙丙丁。戊己。\n{text}")[1] == heading


def test_one_sentence_among_several_without_heading_has_none():
    pledge = "附件1\n承诺书\n一、材料真实、合法、有效，愿意接受监督。\n二、无失信记录。\n三、退回资金。\n单位：盖章。\n"

    assert headings(f"一、对象\n甲。\n二、标准\n乙。\n{pledge}")[-3:] == ["", "", ""]


def test_long_first_sentences_that_few_open_with_are_text():
    lines = [f"1.{n}　标题\n1.{n}.1　政府已提出建议征询各界人士意见。\n" for n in range(2, 12)]
    first = (
        "1.1　背景\n1.1.1　政府早前公布气候行动蓝图,承诺在二十年内实现碳中和。运输占两成。\n"
        "1.1.2　氢能被视为低碳能源之一种。全球需求增加。\n"
    )

    assert headings("第1章　引言\n" + first + "".join(lines))[:4] == ["引言", "背景", "", ""]


def test_names_before_colons_are_headings_where_all_beside_them_have_one():
    named = "一、照顾\n（一）扩大照顾据点：鼓励设置据点。\n（二）设置学习中心：每乡设置一处。\n"
    duties = "一、职责\n（一）市港务局：负责检修。\n（二）市财政局：负责拨款。\n"

    assert headings(named)[1:] == ["扩大照顾据点", "设置学习中心"]
    assert headings(named + "（三）建立名册，每日问安。\n")[1:] == ["", "", ""]
    assert headings(duties)[1:] == ["市港务局", "市财政局"]


def test_names_with_what_they_hold_behind_a_colon_are_headings_beside_one_that_holds_nothing():
    lines = (
        "（一）渔港建设方面5项：甲；乙。\n（二）仓储物流方面6项。\n（三）监管创新方面3项：丙。\n"
    )

    assert headings(lines) == ["渔港建设方面5项", "仓储物流方面6项", "监管创新方面3项"]
    assert headings("（一）渔港建设方面。\n（二）仓储物流方面。\n") == ["", ""]


def test_short_names_are_headings_only_beside_longer_ones():
    steps = "一、程序\n(一){}:由市局审查材料。\n(二)复审:由小组评议。\n(三)核定:由市长批准。\n"
    assert headings(steps.format("资格审查"))[1:] == ["资格审查", "复审", "核定"]
    assert headings(steps.format("初审"))[1:] == ["", "", ""]


def test_sentence_beside_text_does_not_make_a_heading_of_another():
    text = (
        "一、事项\n(一)单位对材料的真实性负责。违者追回。\n(二)同一项目不得重复申报。\n"
        "(三)企业迁出的，应退回资金；逾期加收利息。\n(四)中介机构未经授权，请自主申报。\n特此通知。\n"
    )
    assert headings(text)[1:] == ["", "", "", ""]


def test_articles_of_one_chapter_may_have_headings_where_others_have_none():
    plain = "".join(f"第{n}条 管理资金应当公开。" + "专款专用。\n" for n in "一二三四五")
    plain = plain.replace("管理资金应当公开", "为了规范资金管理，根据法律，制定本办法")
    named = "".join(
        f"第{n}条 支持{what}。对认定的企业，给予奖励。\n"
        for n, what in zip("六七八九", ("创新", "改造", "孵化", "团队"), strict=True)
    )
    found = headings(f"第一章 总则\n{plain}第二章 标准\n{named}")

    assert found[1:6] == [""] * 5
    assert found[7:] == ["支持创新", "支持改造", "支持孵化", "支持团队"]


def test_several_bodies_before_a_colon_are_a_name():
    text = "一、职责\n（一）民政部门：负责审核。\n（二）公安、税务等部门：负责核查。\n"

    assert headings(text)[1:] == ["民政部门", "公安、税务等部门"]


def test_names_with_a_bracket_inside_are_names():
    text = "一、联络\n（一）首台（套）装备：装备处，陈工。\n（二）首版次软件：软件处，吴工。\n"

    assert headings(text)[1:] == ["首台（套）装备", "首版次软件"]


def test_all_of_three_articles_may_have_headings():
    plain = "".join(f"第{n}条 为了规范管理，根据法律，制定本办法。\n" for n in "一二三四")
    named = "".join(
        f"第{n}条 {what}。对认定的企业，给予奖励。\n"
        for n, what in zip("五六七", ("支持创新", "支持改造", "加大投入"), strict=True)
    )

    assert headings(f"第一章 总则\n{plain}第二章 标准\n{named}")[6:] == [
        "支持创新", "支持改造", "加大投入"
    ]  # fmt: skip


def test_sentence_with_only_labels_below_is_no_heading():
    text = "一、目标\n1.总产值增长6%以上。\n**牵头领导：**副市长\n**牵头单位：**市统计局\n"

    assert headings(text)[1] == ""


def test_sentence_before_a_list_of_units_on_its_line_is_text():
    text = (
        "六、缓缴\n（一）纳税有困难的，可延期；免收滞纳金。责任单位：市税务局。\n"
        "（二）对单位缴费实行减半征收，期限5个月。责任单位：市医保局、市税务局。\n"
        "（三）企业可缓缴公积金，不影响贷款。责任单位：市公积金中心。\n"
    )

    assert headings(text)[1:] == ["", "", ""]
