"""Documents whole: the identities that everything else rests on, and the embedded document."""

import dataclasses
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document, outline, parse_document, with_metadata

FIXTURES = ["policy", "english_policy", "tianjin"]
LINES = st.sampled_from(
    [
        *("海川网欢迎您!", "分享到:", "时间: 2021-03-20", "海川市港口发展规划", "各区人民政府:"),
        *("一、总则", "二、任务", "三、措施", "(一)目标。到2020年。", "（二）原则。", "1.甲。乙", "2.丙。丁"),
        *("(1)戊", "①己", "第一章 总则", "第一条 庚。", "第二条 辛。", "附件1", "1.1 壬", "Article 1 Text."),
        *("目　录", "总则", "任务", "措施", "正文。(责任单位:甲局)", "2021年3月8日", "上一篇:甲", "版权所有"),
        *("", "   ", "\u3000\u200b", "## **四、保障**"),
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, min_size=1, max_size=18).map("\n".join)
TEXTS = TEXTS.filter(lambda text: text.strip("\n\u3000\u200b "))

TIANJIN_REFS = (
    "一 一(一) 一(二) 二 "
    "二(一) 二(一)1 二(一)2 二(一)3 二(一)4 "
    "二(二) 二(二)1 二(二)2 二(二)3 二(二)4 "
    "二(三) 二(三)1 二(三)2 二(三)3 "
    "二(四) 二(四)1 二(四)2 二(四)3 "
    "二(五) 二(五)1 二(五)2 "
    "二(六) 二(六)1 二(六)2 二(六)3 "
    "三 三(一) 三(二) 三(三) 三(四) 三(五) 三(六) 三(七) 三(八) 三(九) "
    "四 四(一) 四(二) 四(三) 四(四) 四(五)"
).split()
# The refs whose text ends in a responsibility list, in document order.
RESPONSIBLE = [
    *("二(一)1", "二(一)2", "二(一)3", "二(一)4", "二(二)1", "二(二)2", "二(二)3", "二(二)4"),
    *("二(三)1", "二(三)2", "二(三)3", "二(四)1", "二(四)2", "二(四)3", "二(五)1", "二(五)2"),
    *("二(六)1", "二(六)2", "二(六)3", "三(一)", "三(二)", "三(三)", "三(四)", "三(五)", "三(六)"),
    *("三(七)", "三(八)", "三(九)", "四(一)", "四(二)", "四(三)", "四(四)", "四(五)"),
]


def owners(document: Document) -> list[int]:
    """Count for each character the sections and skipped spans that hold it."""
    counts = [0] * len(document.text)
    for span in (*document.sections, *document.skipped):
        for offset in range(span.start, span.end):
            counts[offset] += 1
    return counts


@pytest.mark.parametrize("name", FIXTURES)
def test_every_character_is_in_one_section_or_one_skipped_span(request, name):
    assert set(owners(request.getfixturevalue(name))) == {1}


@settings(derandomize=True, deadline=None, max_examples=400)
@given(TEXTS)
def test_every_character_of_any_text_is_in_one_section_or_one_skipped_span(text):
    assert set(owners(parse_document("x", text))) == {1}


@settings(derandomize=True, deadline=None, max_examples=200)
@given(TEXTS)
def test_lists_lie_in_the_section_that_they_belong_to(text):
    document = parse_document("x", text)
    spans = [
        (document.section(ref), item) for ref, items in document.lists.items() for item in items
    ]

    assert all(s.start <= item.start and item.end <= s.end for s, item in spans)
    assert all(text[item.start : item.end] == item.text for _, item in spans)


@pytest.mark.parametrize("name", FIXTURES)
def test_reading_again_gives_the_same_document(request, name):
    document = request.getfixturevalue(name)
    again = parse_document(document.id, document.text)

    assert (again.sections, again.skipped, again.lists) == (
        document.sections,
        document.skipped,
        document.lists,
    )


# --- the embedded document -------------------------------------------------------------------


def test_embedded_document_has_its_45_numbered_sections_in_order(tianjin):
    assert [section.ref for section in tianjin.sections] == ["前言", *TIANJIN_REFS]
    assert len(TIANJIN_REFS) == 45


def test_embedded_document_parses_without_warnings(tianjin):
    assert tianjin.warnings == ()


@pytest.mark.parametrize(
    ("ref", "heading"),
    [
        ("一", "总体要求"),
        ("一(二)", "发展目标"),
        ("二(一)3", "加强信息技术服务创新"),
        ("二(二)2", "培育制造业“单项冠军”"),
        ("二(三)2", "积极推进“互联网+”行动"),
        ("二(六)", "提升信息通信和无线电行业管理水平"),
        ("三(九)", "物联网"),
        ("四(五)", "强化人才支撑"),
    ],
)
def test_headings_of_the_embedded_document(tianjin, ref, heading):
    assert tianjin.section(ref).heading == heading


def test_every_section_of_the_embedded_document_opens_with_its_number(tianjin):
    opened = [tianjin.text[s.start :].startswith(s.label) for s in tianjin.sections[1:]]

    assert opened == [True] * 45


def test_responsibility_lists_of_the_embedded_document_are_as_printed(tianjin):
    """Read once more by one regular expression, which knows nothing of the parser."""
    printed = re.findall(r"\(责任单位:([^)]*)\)", tianjin.text)

    assert list(tianjin.lists) == RESPONSIBLE
    assert [found.text for (found,) in tianjin.lists.values()] == [f"责任单位:{p}" for p in printed]
    assert [tianjin.responsible(ref) for ref in RESPONSIBLE] == [
        tuple(re.split("[、,]", units)) for units in printed
    ]


@pytest.mark.parametrize(
    ("ref", "units"),
    [
        ("二(一)1", ("市工业和信息化委", "市科委", "滨海新区人民政府")),
        (
            "二(二)3",
            (
                *("市工业和信息化委", "市委网信办", "市发展改革委", "市商务委", "市合作交流办", "市投资办"),
                *("滨海新区", "西青区", "武清区", "宝坻区", "津南区及其他有关区人民政府"),
            ),
        ),
        (
            "二(三)2",
            (
                *("市发展改革委", "市委网信办", "市科委", "市通信管理局", "市工业和信息化委"),
                *("市交通运输委", "市环保局", "市金融局", "市农委等"),
            ),
        ),
        ("二(六)3", ("市工业和信息化委",)),
        (
            "三(八)",
            (
                *("市委网信办", "市工业和信息化委", "市发展改革委", "市科委"),
                *("滨海新区", "宁河区及其他有关区人民政府"),
            ),
        ),
    ],
)  # fmt: skip
def test_five_responsibility_lists_spelt_out(tianjin, ref, units):
    assert tianjin.responsible(ref) == units


def test_embedded_document_names_no_leading_unit(tianjin):
    assert {tianjin.lead(ref) + tianjin.joint(ref) for ref in RESPONSIBLE} == {()}


def test_metadata_of_the_embedded_document(tianjin):
    assert tianjin.id == "tianjin-information-industry-2017"
    assert tianjin.title == "天津市贯彻国家信息产业发展指南实施方案"
    assert tianjin.outer_title == (
        "天津市人民政府办公厅关于转发市工业和信息化委市发展改革委拟定的"
        "天津市贯彻国家信息产业发展指南实施方案的通知"
    )
    assert tianjin.issuer == "天津市人民政府办公厅"
    assert tianjin.drafters == ("市工业和信息化委", "市发展改革委")
    assert (tianjin.number, tianjin.date, tianjin.posted) == (None, "2017-06-09", "2017-09-12")
    assert (tianjin.horizon, tianjin.cites) == (2020, ("工信部联规〔2016〕453号",))
    assert tianjin.url == "http://www.tj-fwwb.com/news/news/2017-09-12/1112.html"


def test_parser_reads_the_facts_that_the_metadata_file_confirms(tianjin):
    read = parse_document(tianjin.id, tianjin.text)

    assert (read.title, read.outer_title) == (tianjin.title, tianjin.outer_title)
    assert (read.issuer, read.number, read.date) == (tianjin.issuer, None, tianjin.date)
    assert read.horizon == tianjin.horizon


def test_furniture_of_the_embedded_web_page_is_skipped(tianjin):
    skipped = [tianjin.text[span.start : span.end] for span in tianjin.skipped]

    assert skipped == [
        "天津服务外包公共信息平台欢迎您!\n\n",
        tianjin.outer_title,
        "\n\n分享到:\n时间: 2017-09-12  来源:天津政务网www.tj.gov.cn   点击:\n\n",
    ]


# --- the invented plan -----------------------------------------------------------------------


def test_leading_and_supporting_units_of_the_invented_plan(policy):
    assert policy.lead("二(二)") == ("市商务局",)
    assert policy.joint("二(二)") == ("市人社局", "港湾区人民政府")
    assert policy.responsible("二(二)") == ("市商务局", "市人社局", "港湾区人民政府")


def test_metadata_of_the_invented_plan(policy):
    assert (policy.title, policy.issuer) == ("海川市船舶电子产业发展方案", "海川市人民政府办公室")
    assert (policy.number, policy.date) == (None, "2021-03-08")
    assert (policy.cites, policy.horizon) == (("船信规〔2020〕12号",), 2023)


def test_family_of_a_section(policy):
    section = policy.section("二(一)2")

    assert [step.ref for step in policy.path(section)] == ["二", "二(一)", "二(一)2"]
    assert [child.ref for child in policy.children("二")] == ["二(一)", "二(二)"]
    assert policy.section("九") is None
    assert policy.responsible("九") == ()


# --- special pages and parts -----------------------------------------------------------------


CONTENTS = "应急预案\n目　录\n一、总则\n二、组织\n三、附则\n一、总则\n内容。\n二、组织\n内容。\n三、附则\n内容。\n"


def test_contents_page_is_skipped():
    document = parse_document("x", CONTENTS)

    assert [CONTENTS[s.start : s.end] for s in document.skipped if s.why == "contents page"] == [
        "目　录\n一、总则\n二、组织\n三、附则\n"
    ]
    assert [s.ref for s in document.sections] == ["一", "二", "三"]
    assert set(owners(document)) == {1}


def test_notice_before_a_contents_page_is_text():
    notice = "海川市政府关于印发港口预案的通知\n各区:\n预案已经同意,现印发给你们。\n海川市政府\n2031年5月6日\n"
    contents = "海川市港口预案\n目录\n一、总则\n二、组织\n三、附则\n"
    body = "一、总则\n为了安全,制定本预案。\n二、组织\n设立指挥部。\n三、附则\n本预案自印发之日起施行。\n"
    document = parse_document("plan", notice + contents + body)

    preamble = document.section("前言")
    assert "现印发给你们" in document.text[preamble.start : preamble.end]
    assert [s.why for s in document.skipped] == ["contents page"]


def test_contents_page_with_page_numbers_is_skipped():
    text = CONTENTS.replace("则\n二", "则……1\n二", 1).replace("织\n三", "织 12\n三", 1)

    assert [s.ref for s in parse_document("x", text).sections] == ["一", "二", "三"]


def test_first_unit_leads_where_the_document_says_so():
    text = (
        "一、甲\n乙。(A局、B局负责,排在第一位的部门为牵头部门,下同)\n二、丙\n丁。(C局、D局负责)\n"
    )
    document = parse_document("x", text)

    assert (document.lead("一"), document.joint("一")) == (("A局",), ())
    assert (document.lead("二"), document.joint("二")) == (("C局",), ())


def test_a_rule_for_one_list_alone_makes_no_other_units_lead():
    text = "一、甲\n乙。(A局、B局负责,列第一位者为牵头单位)\n二、丙\n丁。(C局、D局负责)\n"
    document = parse_document("plan", text)
    assert (document.lead("一"), document.lead("二")) == (("A局",), ())


def test_no_break_spaces_are_read_like_blanks():
    text = "方案\n1\u00a0\u00a0总则\n1.1\u00a0目标\n港口。\n1.2\u00a0依据\n办法。\n2\u00a0任务\n2.1\u00a0航标\n建设。\n"
    document = parse_document("plan", text)
    assert [s.ref for s in document.sections if s.ref != "前言"] == ["1", "1.1", "1.2", "2", "2.1"]


def test_brackets_of_bodies_are_lists_where_many_sections_end_with_one():
    tasks = [f"({n})做好工作{n}。推进事项。(市水产局、相关区)" for n in "一二三四五"]
    five = parse_document("plan", "\n\n".join(["某市方案", "一、任务", *tasks]))
    assert five.responsible("一(三)") == ("市水产局", "相关区")
    four = parse_document("plan", "\n\n".join(["某市方案", "一、任务", *tasks[:4]]))
    assert not four.lists


def test_title_is_the_id_where_the_text_has_none():
    assert parse_document("notes", "一、甲\n乙。").title == "notes"


def test_page_of_an_offset_counts_from_one():
    document = parse_document("x", "一、甲乙丙丁", pages=(0, 3, 5))

    assert [document.page(offset) for offset in (0, 2, 3, 4, 5, 6)] == [1, 1, 2, 2, 3, 3]


def test_document_without_pages_has_no_page(policy):
    assert policy.page(10) is None


# --- outline and metadata --------------------------------------------------------------------


def test_outline_has_the_keys_of_the_contract(policy):
    values = outline(policy)

    assert list(values) == [
        *("document", "title", "outer_title", "issuer", "number", "date", "cites"),
        *("sections", "skipped", "warnings"),
        *("effective", "expires", "horizon", "relations"),
    ]
    assert {tuple(section) for section in values["sections"]} == {
        (
            *("ref", "level", "heading", "start", "end"),
            *("responsible", "lead", "joint", "responsible_text"),
        )
    }
    assert {tuple(span) for span in values["skipped"]} == {("start", "end", "why")}


def test_outline_states_force_and_relations():
    text = (
        "海川市渔港办法\n第一条 根据《海川条例》,制定本办法。\n第二条 到2025年建成渔港。\n"
        "第三条 本办法自2021年1月1日起施行,有效期5年。《旧办法》(海政规〔2018〕1号)同时废止。\n"
    )
    document = parse_document("x", text)
    values = outline(document)

    assert (values["effective"], values["expires"], values["horizon"]) == (
        "2021-01-01",
        "2025-12-31",
        2025,
    )
    assert [(r["kind"], r["title"], r["number"]) for r in values["relations"]] == [
        ("basis", "海川条例", None),
        ("repeals", "旧办法", "海政规〔2018〕1号"),
    ]
    repeal = values["relations"][1]
    assert text[repeal["start"] : repeal["end"]] == "《旧办法》(海政规〔2018〕1号)同时废止。"
    assert [(c.kind, text[c.start : c.end]) for c in document.validity] == [
        ("effective", "第三条 本办法自2021年1月1日起施行,有效期5年。"),
        ("expires", "第三条 本办法自2021年1月1日起施行,有效期5年。"),
        ("horizon", "到2025年"),
    ]


def test_outline_is_plain_json(policy):
    values = outline(policy)

    assert json.loads(json.dumps(values, ensure_ascii=False)) == values


def test_outline_shows_lists_as_printed(policy):
    section = outline(policy)["sections"][6]

    assert section == {
        "ref": "二(二)",
        "level": 2,
        "heading": "扩大开放合作",
        "start": policy.text.index("(二)扩大开放合作"),
        "end": policy.text.index("三、保障措施"),
        "responsible": ["市商务局", "市人社局", "港湾区人民政府"],
        "lead": ["市商务局"],
        "joint": ["市人社局", "港湾区人民政府"],
        "responsible_text": "牵头单位:市商务局,配合单位:市人社局、港湾区人民政府",
    }


def test_known_metadata_takes_precedence_and_changes_nothing_else(policy):
    changed = with_metadata(policy, {"number": "海政〔2021〕1号", "drafters": ["甲", "乙"]})

    assert (changed.number, changed.drafters) == ("海政〔2021〕1号", ("甲", "乙"))
    assert dataclasses.replace(changed, number=None, drafters=()) == policy


def test_blanks_that_no_section_takes_in_are_skipped():
    document = parse_document("x", "海川市\n扫一扫\n\u200b")

    spans = [(s.start, s.end) for s in (*document.sections, *document.skipped)]
    assert sorted(spans)[-1][1] == len(document.text)
    assert document.skipped[-1].why == "blank"


def test_long_foot_of_a_page_is_warned_of():
    page = "海川市港口方案\n一、目标\n建成港口。\n网站地图\n" + "· 港区概况与航道\n" * 150
    short = page[: page.index("网站地图")] + "网站地图\n· 港区\n"

    (warning,) = parse_document("page", page).warnings
    assert "web page's foot" in warning
    assert parse_document("page", short).warnings == ()
