"""What a number is followed by: a heading, perhaps one, or text."""

import pytest

from corpus.heading_text import read_opening, tidy
from corpus.headings import find_candidates
from corpus.sections import parse_sections


def headings(text: str) -> list[str]:
    return [section.heading for section in parse_sections(text)[0]]


@pytest.mark.parametrize(
    ("line", "form", "heading"),
    [
        ("(一)发展目标。到2020年建成。", "short", "发展目标"),
        ("(一)完善产业创新体系,提升能力。到2020年建成。", "likely", "完善产业创新体系,提升能力"),
        ("(一)发展目标", "certain", "发展目标"),
        ("(一)发展目标　到2020年,全面建成基地。", "likely", "发展目标"),
        ("(一)申请书;", "body", ""),
        ("(1)以人为本，减少危害。保障生命安全。", "slogan", "以人为本，减少危害"),
        ("(一)条件:符合规定。", "slogan", "条件"),
        ("一、总体目标:到2020年,全面建成基地。", "short", "总体目标"),
        ("三、申请人应当符合下列条件:", "body", ""),
        ("四、额度由市局核定;最高二十万元。期限一年。", "body", ""),
        ("五、审批程序有哪些？答:由乡镇审批。", "short", "审批程序有哪些？"),
        ("六、申请人不得将补贴资金挪作他用。违者追回。", "body", ""),
        ("七、本措施自2030年1月1日起施行,有效期3年。由市商务局解释。", "body", ""),
        ("八、建房应当遵循哪些原则？答:先申请。", "likely", "建房应当遵循哪些原则？"),
        ("第六条（删除）", "body", ""),
        ("第一章 总则　　为了发展", "certain", "总则"),
        ("第一章　总　　则", "certain", "总则"),
        ("三、问：补贴有哪些，怎样申请？", "certain", "问：补贴有哪些，怎样申请？"),
        ("第三条 载体建设。被认定的。", "likely", "载体建设"),
        ("第三条 为了规范管理,制定本办法。依据法律。", "body", ""),
        ("第三条(定义)", "certain", "定义"),
        ("第三条（定义） 中心是指机构。", "certain", "定义"),
        ("第三条【定义】中心是指机构。", "certain", "定义"),
        ("第三条〔定义〕", "certain", "定义"),
        ("(一)加强宣传。（甲局、乙局负责）", "likely", "加强宣传"),
        ("(一)加强宣传。（不含广告）", "body", ""),
        ("(一)将施工许可等审批权限下放至试验区。（甲局负责）", "body", ""),
        ("Article 3 (Purposes and Basis) The law.", "certain", "Purposes and Basis"),
    ],
)
def test_opening_of_a_line(line, form, heading):
    (candidate,) = find_candidates(line)

    opening = read_opening(line, candidate, len(line), has_children=False)

    assert (opening.form, opening.heading) == (form, heading)


def test_title_may_stand_on_the_next_line():
    assert (
        headings("Chapter I\nGeneral Provisions\nArticle 1 The law.\n")[0] == "General Provisions"
    )


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("海川市技能大师工作室\n建设项目申报指南", "海川市技能大师工作室建设项目申报指南"),
        ("海川市港口建设重点任务\n分工表（2025年）", "海川市港口建设重点任务分工表（2025年）"),
        ("海川市港口建设分工表\n海川市港务局编制说明", "海川市港口建设分工表"),
        ("海川市港口泊位分布\n单位：个", "海川市港口泊位分布"),
    ],
)
def test_name_of_an_attachment_may_be_broken_over_two_lines(lines, title):
    assert headings(f"一、甲\n附件1\n{lines}\n正文。\n")[1] == title


def test_text_on_the_next_line_is_no_title():
    assert headings("第一章\n为了发展，制定本办法。\n")[0] == ""


def test_article_whose_heading_is_followed_by_items_has_a_heading():
    text = "第一条 支持落地。对企业给予奖励。\n第二条 支持研发\n(一)对甲,给予十万元。\n(二)对乙,给予二十万元。\n"

    assert headings(text) == ["支持落地", "支持研发", "", ""]


def test_long_first_sentence_of_an_articles_item_is_text():
    items = "(一)申请人应当具有本市户籍并在本市工作或者居住满三年。未满的除外。\n(二)家庭收入应当符合本市公布的标准并且没有自有住房。标准另定。\n"

    assert headings("第一条 条件是:\n" + items) == ["", "", ""]


def test_last_item_with_a_paragraph_below_the_list_has_no_heading():
    text = (
        "第八条 会议的任务是:\n(一)讨论重要事项;\n(二)审议草案;\n(三)通报情况。\n会议每月召开。\n"
    )

    assert headings(text)[1:] == ["", "", ""]


@pytest.mark.parametrize(
    ("printed", "heading"),
    [("总　则", "总则"), ("**总 则**", "总则"), ("总则和 目标", "总则和 目标")],
)
def test_letter_spaced_titles_are_closed_up(printed, heading):
    assert tidy(printed, spaced=True) == heading


@pytest.mark.parametrize(
    "below", ["责任单位：甲局\n", "（牵头单位：甲局）\n", "附件：申请表\n乙局\n", "抄送：丙局。\n"]
)
def test_sentence_with_only_units_or_attachments_below_is_no_heading(below):
    text = f"(一)任务。甲乙。\n(二)各区要倒排工期。\n{below}"

    assert headings(text) == ["任务", ""]


def test_article_with_only_a_name_on_its_line_has_a_heading():
    rules = "".join(f"第{n}条 甲应当依照本细则办理，乙可以参照。\n" for n in "一二三四")
    named = "第五条 危险化学品管理\n(一)采购。统一申购。\n第六条 特种设备管理\n应当登记。\n"

    assert headings(f"{rules}{named}第七条 教育不少于\n8学时。\n")[4:] == [
        "危险化学品管理", "采购", "特种设备管理", "",
    ]  # fmt: skip


def test_title_in_two_parts_is_a_heading_where_sections_follow():
    assert headings(
        "一、策略一：完善法例\n（一）修订条例\n二、策略二：确立标准\n（一）制定标准\n"
    ) == [
        "策略一：完善法例",
        "修订条例",
        "策略二：确立标准",
        "制定标准",
    ]
    assert headings("一、联系人：王明\n二、电话：无\n") == ["", ""]


def test_sentence_among_items_is_text_though_a_list_of_units_follows():
    text = "①地面防滑；\n②安装扶手；\n③配备报警器。（责任单位：市民政局）\n"

    assert headings(text) == ["", "", ""]


def test_list_of_units_at_the_end_of_a_heading_is_no_part_of_it():
    text = (
        "（一）建设起降网络（责任单位：市交通局、市规划局）\n到2034年建成起降点120个。\n"
        "（二）保护老字号（含县级）\n新认定20家。\n"
    )

    assert headings(text) == ["建设起降网络", "保护老字号（含县级）"]
    assert headings("（一）下放审批权限（市商务局负责）\n") == ["下放审批权限"]
    assert headings("（一）将施工许可等权限下放至试验区（市商务局负责）\n") == [""]


def test_name_of_a_group_above_its_units_is_a_heading():
    text = "一、工作组\n（1）抢险救援组\n牵头单位：市应急管理局\n（2）医疗防疫组\n牵头单位：市卫生健康委\n"

    assert headings(text)[1:] == ["抢险救援组", "医疗防疫组"]


def test_names_of_levels_behind_decimal_numbers_are_headings():
    text = "1 总则\n1.1 分级\n1.1.1 特大型（Ⅰ级）：死亡30人以上的。\n1.1.2 大型（Ⅱ级）：死亡10人以上的。\n"

    assert headings(text) == ["总则", "分级", "特大型（Ⅰ级）", "大型（Ⅱ级）"]


def test_step_with_a_term_of_days_is_no_heading():
    text = (
        "一、评审\n（一）名单在门户网站公示，公示期不少于5个工作日。有异议的，由市港务局复核。\n"
        "（二）企业准备材料，于每年4月30日前报送初审。初审完成后加盖公章。\n"
    )

    assert headings(text)[1:] == ["", ""]


def test_provision_at_a_number_is_no_heading():
    text = (
        "6.4.1　对参加抢险的人员，应给予补助。对有突出表现的，给予奖励。\n"
        "6.4.2　有下列行为之一的，依照法律处理。\n（1）谎报情况的；\n（2）不服从指挥的。\n"
    )

    assert headings("6.4　奖惩\n" + text)[1:3] == ["", ""]


def test_label_of_an_item_that_lists_units_is_its_heading():
    text = "第一条【（首台）奖励】\n1.条件:在本市的企业。\n2.责任部门:市港务局(牵头)、市财政局。\n"
    sections = {s.ref: s.heading for s in parse_sections(text)[0]}
    assert sections["第一条"] == "（首台）奖励"
    assert sections["第一条2"] == "责任部门"


@pytest.mark.parametrize(
    "item", ["(二)地址:港湾路1号。", "(二)船舶:指各类船只。", "(二)农业处:补助农民。"]
)
def test_other_words_before_a_colon_name_nothing(item):
    assert headings(f"一、事项\n(一)政策咨询:拨打热线。\n{item}\n")[1:] == ["", ""]


def test_first_line_of_a_paragraph_that_hangs_is_no_heading():
    text = (
        "一、程序如下：\n"
        "　　（一）进港前二十四小时报告船名、吨位及预计到港时间，并按照港口调度的顺\n"
        "　　　　序进港；\n"
        "　　（二）离港前二小时报告货物品名、数量及目的港，经港口调度核准后方可起锚\n"
        "　　　　离港，不得延误。\n"
    )
    assert headings(text) == ["", "", ""]


def test_group_above_its_units_has_a_heading_that_ends_in_a_stop():
    text = "（1）抢险组。\n牵头单位：县人武部\n（2）医疗组。\n牵头单位：县卫生局\n"

    assert headings("2.3 工作组\n" + text)[-2:] == ["抢险组", "医疗组"]
