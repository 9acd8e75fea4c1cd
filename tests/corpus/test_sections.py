"""The section tree: every character in one section, refs as printed, false headings rejected."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.sections import parse_sections

NUMBERS = "一二三四五六七八九十"
MARKS = st.one_of(
    st.sampled_from([f"{n}、" for n in NUMBERS]),
    st.sampled_from([f"({n})" for n in NUMBERS]),
    st.sampled_from([f"（{n}）" for n in NUMBERS]),
    st.sampled_from([f"{n}." for n in range(1, 8)]),
    st.sampled_from([f"({n})" for n in range(1, 5)]),
    st.sampled_from([f"第{n}{unit}" for n in NUMBERS[:5] for unit in "章节条"]),
    st.sampled_from(["①", "②", "附件1", "1.1 ", "1.2 ", "Chapter I", "Article 2"]),
)
BODIES = st.sampled_from(
    ["", "总则", "目标。", "目标。到2020年。", "规定", "甲、乙;", "\n\n", "  "]
)
LINES = st.tuples(st.sampled_from(["", "  ", "\u3000"]), st.one_of(MARKS, st.just("")), BODIES)
TEXTS = st.lists(LINES.map("".join), min_size=1, max_size=14).map("\n".join)


def refs(text: str) -> list[str]:
    return [section.ref for section in parse_sections(text)[0]]


def headings(text: str) -> dict[str, str]:
    return {section.ref: section.heading for section in parse_sections(text)[0]}


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS.filter(str.strip))
def test_sections_stand_end_to_end_and_leave_no_character_out(text):
    sections, _ = parse_sections(text)

    assert [s.start for s in sections] == [0, *(s.end for s in sections)][:-1]
    assert sections[-1].end == len(text)
    assert all(s.start <= s.heading_end <= s.end for s in sections)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS)
def test_refs_are_unique_and_every_parent_stands_before_its_children(text):
    sections, _ = parse_sections(text)
    order = [section.ref for section in sections]

    assert len(set(order)) == len(order)
    assert all(s.parent in order[:i] for i, s in enumerate(sections) if s.parent)
    assert all((s.level == 1) == (s.parent is None) for s in sections)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(TEXTS)
def test_headings_are_printed_in_their_own_section(text):
    sections, _ = parse_sections(text)

    assert all(s.heading in text[s.start : s.heading_end] for s in sections)


def test_parsing_a_span_gives_offsets_into_the_whole_text():
    text = "网站名\n一、甲\n正文\n二、乙\n版权所有"

    sections, _ = parse_sections(text, 4, 15)

    assert [text[s.start : s.end] for s in sections] == ["一、甲\n正文\n", "二、乙\n"]


@pytest.mark.parametrize(
    "line", ["第二条规定的情形。", "第二条第一款所称。", "第二条至第四条。", "第二条的要求。"]
)
def test_wrapped_reference_to_an_article_opens_no_section(line):
    assert refs(f"第一条 依照\n{line}\n第二条 办法。\n") == ["第一条", "第二条"]


def test_years_and_shares_at_line_starts_open_no_section():
    assert refs("一、甲\n2020年建成。\n7.5%以上。\n1.乙。丙\n") == ["一", "一1"]


def test_sentences_alone_are_no_headings_where_others_beside_them_are_text():
    long = "推进雨污分流改造，新建管网一百公里，改造泵站二十座，完成清淤三十公里，并建立长效管护机制，落实资金和人员，按月调度通报"
    items = "".join(
        f"{n}.{text}。\n责任单位：甲局\n"
        for n, text in ((1, long), (2, "外贸增长8%，新增企业20家"), (3, long))
    )
    sections, _ = parse_sections(f"方案\n一、任务\n{items}")
    assert [section.heading for section in sections[-3:]] == ["", "", ""]


@pytest.mark.parametrize(
    ("item", "heading"),
    [
        ("　　1.小区内建筑物屋面、外墙、楼梯等公共部位维修，拆除私\n搭乱建、违章建筑和各类影响安全的附着物。\n", ""),
        ("　　1.加强老旧小区改造和城市基础设施建设，完善公共服\n务体系。年内完成。\n", "加强老旧小区改造和城市基础设施建设，完善公共服务体系"),
        ("　　1.工作要求\n各部门要压实责任。\n", "工作要求"),
    ],
)  # fmt: skip
def test_a_sentence_that_the_end_of_the_paper_breaks_is_read_whole(item, heading):
    sections, _ = parse_sections(f"方案\n　　一、任务\n{item}{item.replace('1.', '2.')}")
    assert [section.heading for section in sections[-2:]] == [heading, heading]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("(一)发展目标。到2020年建成。", "发展目标"),  # run-in
        ("(一)发展目标", "发展目标"),  # on a line of its own
        ("(一)发展目标:", "发展目标"),
        ("(一)将权限下放至自贸试验区内的各个片区管理委员会,由其按规定办理,并报备案,同时公开。(负责部门:甲)", ""),
        ("1.条件:符合规定。", ""),  # a label, not a heading
        ("1.改造燃气管道110公里、供水管网65公里;(责任单位:甲局)", ""),
        ("1.完成改造70公里,新建管网96公里。[牵头单位:甲局;配合单位:乙局]", ""),
        ("1.符合下列条件的;", ""),  # an item of a list
        ("**(一)发展目标。**到2020年。", "发展目标"),
    ],
)  # fmt: skip
def test_heading_is_told_from_body_text(line, heading):
    text = f"一、甲\n{line}\n正文在此。\n"

    assert list(headings(text).values())[1] == heading


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("第一章 总　则\n第一条 甲。", "总则"),  # letter-spaced
        ("第一章 总则和 目标\n第一条 甲。", "总则和 目标"),
        ("## 第一章 总则\n第一条 甲。", "总则"),
    ],
)
def test_headings_of_chapters_are_tidied(text, heading):
    assert headings(text)["第一章"] == heading


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("第一条(定义)\n外资研发中心是指机构。", "定义"),
        ("第一条 载体建设。被认定的。", "载体建设"),
        ("第一条 为了规范管理,制定本办法。依据法律。", ""),
    ],
)
def test_headings_of_articles(text, heading):
    assert headings(text)["第一条"] == heading


def test_heading_ends_where_the_body_begins():
    text = "(一)发展目标。到2020年,建成基地。"
    (section,) = parse_sections(text)[0]

    assert text[section.heading_end : section.end] == "到2020年,建成基地。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一条 甲。 第二条 乙。\n第三条 丙。\n", ["第一条", "第二条", "第三条"]),
        ("第一章 总则 第一条 甲。\n第二条 乙。\n", ["第一章", "第一条", "第二条"]),
        ("第一篇 目标第一章 形势\n甲。\n", ["第一篇", "第一篇第一章"]),
        ("第一条 甲,违反第二条 规定的。\n第二条 乙。\n", ["第一条", "第二条"]),
    ],
)
def test_marks_that_a_page_joint_glued_to_the_line_before_are_found(text, expected):
    assert refs(text) == expected


def test_sections_of_the_invented_plan(policy):
    assert [(s.ref, s.level, s.heading) for s in policy.sections] == [
        ("前言", 1, ""),
        ("一", 1, "总体目标"),
        ("二", 1, "主要任务"),
        ("二(一)", 2, "突破关键技术"),
        ("二(一)1", 3, "研发导航雷达"),
        ("二(一)2", 3, "推广电子海图"),
        ("二(二)", 2, "扩大开放合作"),
        ("三", 1, "保障措施"),
        ("三(一)", 2, "加强资金支持"),
        ("三(二)", 2, "加强督促检查"),
    ]


def test_sections_of_the_english_regulations(english_policy):
    assert [(s.ref, s.heading, s.parent) for s in english_policy.sections] == [
        ("前言", "", None),
        ("ChapterI", "General Provisions", None),
        ("Article1", "", "ChapterI"),
        ("Article2", "", "ChapterI"),
        ("ChapterII", "Duties", None),
        ("Article3", "", "ChapterII"),
        ("Article4", "", "ChapterII"),
    ]
