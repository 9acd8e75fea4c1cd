"""Lists of responsible units: split at 、 and commas only, kept as printed."""

import pytest

from corpus.document import parse_document
from corpus.responsibility import find_lists, read_list


def lists(text: str):
    return find_lists(text, 0, len(text))


@pytest.mark.parametrize("text", ["甲。(责任单位:乙局、丙委)", "甲。（责任单位：乙局、丙委）"])
def test_list_in_either_kind_of_brackets_is_found(text):
    (found,) = lists(text)

    assert found.units == ("乙局", "丙委")
    assert text[found.start : found.end] == found.text == text[3:-1]


def test_span_of_a_list_counts_from_the_start_of_the_text():
    text = "前文(责任单位:甲局)。后文(责任单位:乙局)"

    (found,) = find_lists(text, 13, len(text))

    assert text[found.start : found.end] == "责任单位:乙局"


@pytest.mark.parametrize(
    ("inside", "units", "lead", "joint"),
    [
        ("牵头单位:甲局,配合单位:乙局、丙区", ("甲局", "乙局", "丙区"), ("甲局",), ("乙局", "丙区")),
        ("配合单位:乙局;牵头单位:甲局", ("甲局", "乙局"), ("甲局",), ("乙局",)),
        ("责任单位:甲局、乙局", ("甲局", "乙局"), (), ()),
        ("牵头部门：甲局；责任部门：乙局", ("甲局", "乙局"), ("甲局",), ()),
        ("甲局牵头,乙局、丙局负责", ("甲局", "乙局", "丙局"), ("甲局",), ()),
        ("甲局、乙局牵头负责", ("甲局", "乙局"), ("甲局", "乙局"), ()),
        ("甲局牵头，会同乙局、丙局落实", ("甲局", "乙局", "丙局"), ("甲局",), ("乙局", "丙局")),
        ("甲局牵头会同乙局，2025年完成", ("甲局", "乙局"), ("甲局",), ("乙局",)),
        ("甲局会同乙局负责", ("甲局会同乙局",), (), ()),
        ("牵头单位:甲局；配合单位:乙局、丙局；持续推进", ("甲局", "乙局", "丙局"), ("甲局",), ("乙局", "丙局")),
        ("牵头单位:甲局，2024年6月底前；配合单位:乙局；每年12月底前", ("甲局", "乙局"), ("甲局",), ("乙局",)),
        ("责任单位:甲局、乙局，长期坚持", ("甲局", "乙局"), (), ()),
        ("责任部门:甲局牵头，乙局、丙局按职责分工负责", ("甲局", "乙局", "丙局"), ("甲局",), ()),
        ("责任单位:甲局、乙局牵头，丙局配合", ("甲局", "乙局", "丙局"), ("甲局", "乙局"), ("丙局",)),
        ("牵头单位:甲局　成员单位:乙局、丙局", ("甲局", "乙局", "丙局"), ("甲局",), ()),
        ("参与单位:乙局、丙局职责:组织救治、心理援助", ("乙局", "丙局"), (), ("乙局", "丙局")),
        pytest.param(
            "甲部牵头,乙局、丙局参与", ("甲部", "乙局", "丙局"), ("甲部",), ("乙局", "丙局")
        ),
        pytest.param(
            "甲部牵头,乙局、丙局配合", ("甲部", "乙局", "丙局"), ("甲部",), ("乙局", "丙局")
        ),
        pytest.param("由甲局牵头负责", ("甲局",), ("甲局",), ()),
        ("甲局牵头", ("甲局",), ("甲局",), ()),
        ("甲局牵头，各有关部门按职责落实", ("甲局", "各有关部门"), ("甲局",), ()),
        ("甲局牵头，乙部指导", ("甲局", "乙部"), ("甲局",), ()),
        ("甲局牵头、乙局、丙局配合", ("甲局", "乙局", "丙局"), ("甲局",), ("乙局", "丙局")),
        ("甲局牵头，乙局、丙区政府", ("甲局", "乙局", "丙区政府"), ("甲局",), ()),
        ("甲部、人民银行指导", ("甲部", "人民银行"), (), ()),
        ("甲部指导，乙社参与", ("甲部", "乙社"), (), ("乙社",)),
        ("甲部指导，试点城市政府负责落实。以下均需落实", ("甲部", "试点城市政府"), (), ()),
        ("责任单位：甲局（乙办、丙办）、丁局", ("甲局（乙办、丙办）", "丁局"), (), ()),
        ("市场监管总局、乙局按职责分工负责", ("市场监管总局", "乙局"), (), ()),
        ("甲局、乙局分别负责", ("甲局", "乙局"), (), ()),
        ("责任单位:甲局,完成时限:2020年", ("甲局",), (), ()),
        ("完成时限:2020年底前;责任单位:甲局、乙局", ("甲局", "乙局"), (), ()),
        ("责任单位:甲局、乙局,其他有关部门配合", ("甲局", "乙局", "其他有关部门"), (), ("其他有关部门",)),
        ("责任单位:甲局、乙局,列首位的为牵头单位,下同", ("甲局", "乙局"), (), ()),
        ("责任单位:甲局、各区政府(含新区管委会、合作区管委会,下同)", ("甲局", "各区政府"), (), ()),
        ("牵头单位:甲局;协助单位:乙局", ("甲局", "乙局"), ("甲局",), ("乙局",)),
        ("责任科室:市场科、保障科;责任单位:甲局", ("市场科", "保障科", "甲局"), (), ()),
        ("责任单位:甲局、各县〔市、区〕政府", ("甲局", "各县〔市、区〕政府"), (), ()),
        ("责 任单 位:甲局、乙局", ("甲局", "乙局"), (), ()),
        ("责任单位:甲局、乙市政府。以下各项均需各市、县政府落实,不再列出", ("甲局", "乙市政府"), (), ()),
        ("主要责任单位:甲局;配合单位:乙局", ("甲局", "乙局"), (), ("乙局",)),
        ("责任部门:甲局(牵头)、乙局,丙局（配合单位）", ("甲局", "乙局", "丙局"), ("甲局",), ("丙局",)),
        ("牵头:甲局;配合:乙局", ("甲局", "乙局"), ("甲局",), ("乙局",)),
        ("责任单位（部门）：甲局", ("甲局",), (), ()),
        ("牵头部\n\n门:甲局、乙\n局", ("甲局", "乙局"), ("甲局", "乙局"), ()),
        ("Lead department: Finance Bureau; supporting departments: Tax Bureau, Port Office",
         ("Finance Bureau", "Tax Bureau", "Port Office"), ("Finance Bureau",),
         ("Tax Bureau", "Port Office")),
        ("The Commission of Commerce and the Finance Bureau are responsible",
         ("Commission of Commerce", "Finance Bureau"), (), ()),
    ],
)  # fmt: skip
def test_roles_are_read_from_the_labels(inside, units, lead, joint):
    found = read_list(inside, 0)

    assert (found.units, found.lead, found.joint) == (units, lead, joint)


@pytest.mark.parametrize(
    "inside",
    [
        "2016—2020年",
        "见附件",
        "由其负责",
        "简称:甲",
        "",
        "负责",
        "市长负责制",
        "在教师指导下",
        "家长参与",
    ],
)
def test_other_brackets_are_no_lists(inside):
    assert read_list(inside, 0) is None


@pytest.mark.parametrize("mark", ["  ", "▲", "● ", "——", "- "])
def test_line_without_brackets_is_read(mark):
    text = f"一、甲\n正文。\n{mark}责任单位：乙局、丙局\n"

    (found,) = lists(text)

    assert (found.units, text[found.start : found.end]) == (("乙局", "丙局"), found.text)


def test_list_behind_the_last_sentence_of_a_paragraph_is_read():
    (found,) = lists(
        "入库1.2万份。**责任单位：** 甲局、乙局。\n本办公室的责任单位：丙局可以变更。\n"
    )

    assert found.units == ("甲局", "乙局")


def test_bracketed_list_on_its_own_line_counts_once():
    assert len(lists("正文。\n(责任单位:乙局、丙局)\n")) == 1


def test_lists_come_in_text_order():
    found = lists("甲\n责任单位:丙局\n乙(责任单位:丁局)\n")

    assert [item.units for item in found] == [("丙局",), ("丁局",)]


def test_section_responsible_is_the_union_of_its_lists_without_repeats():
    document = parse_document("x", "一、甲\n乙。(责任单位:丙局、丁局)\n戊。(责任单位:丁局、己局)\n")

    assert document.responsible("一") == ("丙局", "丁局", "己局")
    assert len(document.lists["一"]) == 2


@pytest.mark.parametrize("brackets", ["（）", "【】", "〔〕"])
def test_bodies_alone_in_brackets_are_a_list_only_where_that_is_asked(brackets):
    text = f"加强宣传。{brackets[0]}市委宣传部、市教育局、各镇（街道）{brackets[1]}\n"
    assert find_lists(text, 0, len(text)) == ()
    (found,) = find_lists(text, 0, len(text), unlabelled=True)
    assert found.units == ("市委宣传部", "市教育局", "各镇（街道）")


@pytest.mark.parametrize(
    "bracket",
    ["（市委宣传部、团市委，持续推进）", "（市委宣传部、团市委。2025年6月底前完成）", "（市委宣传部、团市委；完成时限：2025年）", "\n（市委宣传部、团市委）"],
)  # fmt: skip
def test_bodies_alone_in_a_bracket_may_have_a_term_or_a_line_of_their_own(bracket):
    text = f"加强宣传。{bracket}\n"
    (found,) = find_lists(text, 0, len(text), unlabelled=True)
    assert found.units == ("市委宣传部", "团市委")


@pytest.mark.parametrize(
    ("text", "lead", "units"),
    [
        ("✅ 更换灯具。\n◆ 牵头单位：市港务局\n", ("市港务局",), ("市港务局",)),
        ("📌责任单位：市港务局、市财政局\n", (), ("市港务局", "市财政局")),
        (
            "市级牵头领导：张三　 牵头单位：市港务局　 责任单位：市财政局、各区政府\n",
            ("市港务局",),
            ("市港务局", "市财政局", "各区政府"),
        ),
        (
            "数量达到3座。牵头单位：市港务局。配合单位：市财政局。\n",
            ("市港务局",),
            ("市港务局", "市财政局"),
        ),
        ("主办：市港务局\u3000协办：市财政局\n", ("市港务局",), ("市港务局", "市财政局")),
        ("（主办机关：港务处；协办机关：财政处）\n", ("港务处",), ("港务处", "财政处")),
    ],
)
def test_a_list_is_read_behind_marks_and_other_fields(text, lead, units):
    (found,) = find_lists(text, 0, len(text))
    assert (found.lead, found.units) == (lead, units)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "为抢险现场提供通信保障。责任单位：市工业和信息化局、市通信发展管理\n办公室、海川电信公司。\n二、灯塔\n",
            ("市工业和信息化局", "市通信发展管理办公室", "海川电信公司"),
        ),
        (
            "责任单位：市应急管理局、市消防救援支队、海川军分区、武警海川支\n队。\n",
            ("市应急管理局", "市消防救援支队", "海川军分区", "武警海川支队"),
        ),
        (
            "责任单位：市应急管理局、市消防救援支队、市水务局、市人民防空办公室\n各单位要认真落实责任。\n",
            ("市应急管理局", "市消防救援支队", "市水务局", "市人民防空办公室"),
        ),
        ("责任单位：市财政局\n（二）修缮塔身。\n", ("市财政局",)),
        (
            "主要责任单位：市司法局、市城管执法局、市市场监管局、市农业农村局、各区政府\n完成时限：年底前\n",
            ("市司法局", "市城管执法局", "市市场监管局", "市农业农村局", "各区政府"),
        ),
    ],
)
def test_a_list_goes_on_over_the_end_of_a_full_line(text, units):
    (found,) = find_lists(text, 0, len(text))
    assert found.units == units


def test_a_line_that_begins_with_a_no_break_space_is_read():
    text = "更换灯具。\n\u00a0\u00a0牵头单位：市港务局\n"
    (found,) = find_lists(text, 0, len(text))
    assert found.lead == ("市港务局",)


@pytest.mark.parametrize("brackets", ["【】", "〔〕", "[]", "［］"])
@pytest.mark.parametrize("inside", ["责任单位:乙局、丙委", "乙局牵头，丙委参与", "乙局、丙委负责"])
def test_list_in_square_brackets_says_what_its_units_do(brackets, inside):
    opening, closing = brackets

    (found,) = lists(f"甲。{opening}{inside}{closing}\n依据{opening}2016{closing}乙局、丙委")

    assert found.units == ("乙局", "丙委")


@pytest.mark.parametrize(
    ("bracket", "units"),
    [
        ("（各有关单位）", ("各有关单位",)),
        ("（市财政局、各区政府）", ("市财政局", "各区政府")),
        ("（市政府督查室、海川银行、市妇联）", ("市政府督查室", "海川银行", "市妇联")),
        ("（另行通知）", None),
        ("（以下简称市财政局）", None),
        ("（含税）", None),
    ],
)
def test_bracket_of_bodies_at_the_end_of_a_paragraph_counts_beside_other_lists(bracket, units):
    labelled = "".join(f"({n})甲。（责任单位：乙局）\n" for n in "一二三")
    document = parse_document("x", f"一、丁\n{labelled}(四)戊。{bracket}\n")

    assert document.responsible("一(四)") == (units or ())


def test_bracket_of_bodies_alone_is_no_list():
    assert parse_document("x", "一、丁\n戊。（市财政局）\n").lists == {}


def test_first_unit_leads_where_a_rule_says_so_once():
    text = "一、甲\n乙。（丙局、丁局负责，列第一位者为牵头单位，下同）\n二、戊\n己。（庚局、辛局负责）\n"
    document = parse_document("x", text)

    assert (document.lead("二"), document.joint("二")) == (("庚局",), ())


def test_rule_that_the_first_unit_leads_may_run_over_lines():
    text = "一、甲\n乙。（丙局、丁局负责，列首\n位的为牵头单位，下同）\n二、戊\n己。（庚局、辛局负责）\n"

    assert parse_document("x", text).lead("二") == ("庚局",)


def test_name_may_end_like_a_verb():
    assert read_list("丙局牵头，市经协办、丁局配合", 0).joint == ("市经协办", "丁局")


def test_sentence_behind_a_list_names_no_unit_though_it_says_department():
    inside = (
        "责任单位：丙局、各县〔市、区〕主管部门。除列出外，以下任务均涉及各县主管部门，不再重复"
    )

    assert read_list(inside, 0).units == ("丙局", "各县〔市、区〕主管部门")
    assert read_list("责任单位：丙局、丁局按职责分工负责。下同", 0).units == ("丙局", "丁局")


TABLE = (
    "附件2\n分工表\n序号 | 事项 | 内容 | 牵头单位 | 配合单位 | 时限\n"
    "1 | 种粮 | 扩大面积 | 甲局 | 乙局、丙局 | 年底\n"
    "增加投入 | 甲局、丁局 | / | 年底\n"
    "2 | 养鱼 | 推广良种 | 戊局\n"
)


def test_columns_of_a_table_name_the_units_of_each_row():
    found = lists(TABLE)

    assert [(item.lead, item.joint) for item in found] == [
        (("甲局",), ("乙局", "丙局")),
        (("甲局", "丁局"), ()),
        (("戊局",), ()),
    ]
    assert all(TABLE[item.start : item.end] == item.text for item in found)
    assert [item.topic for item in found] == ["种粮", "种粮", "养鱼"]


def test_header_may_name_offices_inside_a_body():
    (found,) = lists("事项 | 牵头单位 | 市卫健委内牵头处室\n种粮 | 市卫健委 | 农村处\n")

    assert found.lead == ("市卫健委", "农村处")


def test_label_beside_its_units_in_a_table_is_read():
    (found,) = lists("项目 | 港口扩建\n责任单位 | 市港口局、市财政局\n")

    assert found.units == ("市港口局", "市财政局")


def test_lines_of_a_cell_are_units_of_their_own():
    (found,) = lists(
        "事项 | 牵头单位 | 配合单位\n种粮 | 市农业农村局 | 市财政局 市审计局、人行 营业部\n"
    )

    assert found.joint == ("市财政局", "市审计局", "人行 营业部")


def test_roles_behind_the_last_sentence_are_read_together():
    text = "新增就业5万人以上。牵头单位：市人社局；责任单位：市发改委、市总工会\n"
    (found,) = find_lists(text, 0, len(text))
    assert (found.lead, found.units) == (("市人社局",), ("市人社局", "市发改委", "市总工会"))


@pytest.mark.parametrize("number", ["4.", "4．", "（三）", "(3) ", "④"])
def test_item_that_is_a_label_and_its_units_is_a_list(number):
    text = f"{number}责任部门：市港务局（牵头）、市财政局。\n"
    found = find_lists(text, 0, len(text))
    assert [(item.units, item.lead) for item in found] == [
        (("市港务局", "市财政局"), ("市港务局",))
    ]


@pytest.mark.parametrize("duty", ["负责制定办法，组织考核。", "承担建设任务，按时报送进度。"])
def test_what_a_body_does_is_no_list_of_units(duty):
    text = f"（一）主管部门：{duty}\n"
    assert find_lists(text, 0, len(text)) == ()


def test_bracket_of_bodies_behind_a_colon_is_a_list_where_that_is_asked():
    text = "开通航线，包括：（市港务局、市交通局）\n"
    found = find_lists(text, 0, len(text), unlabelled=True)
    assert [item.units for item in found] == [("市港务局", "市交通局")]


@pytest.mark.parametrize(
    "line",
    [
        "（1）抢险组：牵头单位：甲局；成员单位：乙局、丙局。负责抢险。",
        "抢险组：牵头单位：甲局；成员单位：乙局、丙局",
    ],
)
def test_list_may_stand_behind_the_name_of_a_group(line):
    (found,) = find_lists(line, 0, len(line))

    assert (found.units, found.lead) == (("甲局", "乙局", "丙局"), ("甲局",))


def test_body_may_be_the_host_of_a_task():
    found = read_list("市水务局主办，市建设局、消防支队等协办", 0)

    assert (found.lead, found.joint) == (("市水务局",), ("市建设局", "消防支队等"))


def test_marks_of_type_are_no_part_of_a_name():
    assert read_list("责任单位：市科技局、_市工信局_", 0).units == ("市科技局", "市工信局")


def test_host_above_its_helpers_is_no_foot_of_a_page():
    text = "1、修渠。\n主办单位：县水利局\n协办单位：县财政局\n责任人：王明\n"
    found = find_lists(text, 0, len(text))

    assert [item.lead for item in found if item.lead] == [("县水利局",)]
    assert find_lists("正文。\n主办单位：海川市政府\n版权所有\n", 0, 20) == ()


def test_other_fields_may_follow_a_list_behind_a_sentence():
    text = "引进项目20个。责任单位：商务局、财政局；责任人：于海；完成时限：2025年12月。\n"

    assert find_lists(text, 0, len(text))[0].units == ("商务局", "财政局")


def test_list_that_ends_in_a_comma_goes_on_with_places():
    text = "　　责任单位：省农业农村厅、省卫生健康委、省交通运输厅，\n舟海市、衢岭市人民政府\n　　（八）其他\n"

    assert find_lists(text, 0, len(text))[0].units[-2:] == ("舟海市", "衢岭市人民政府")


@pytest.mark.parametrize(
    "line", ["责任单位：、\n", "责任单位：；\n", "1.责任单位：_，\n", "（责任单位：、）\n"]
)
def test_label_without_a_name_lists_nothing(line):
    assert not any(item.units for item in find_lists(line, 0, len(line)))
