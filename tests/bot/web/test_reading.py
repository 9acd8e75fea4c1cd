import datetime
from dataclasses import replace

import pytest

from bot.validity import Force
from bot.web.labels import EN, ZH
from bot.web.reading import (
    SHOWN_CHARACTERS,
    gone_html,
    outline_html,
    section_html,
    whole_end,
)
from corpus.document import parse_document

TODAY = datetime.date(2024, 6, 1)
PLAN = """白水市计划

一、总体要求

(一)思路。坚持创新。

(二)目标。到2027年,建成12个。

二、任务

1.建设。新建5个。(牵头单位:市数据局;配合单位:市财政局)

三、保障

加强领导。
"""


def outlined(document, labels):
    """Give the outline of a document that is in force."""
    return outline_html(Force(document, "in_force"), labels, TODAY)


@pytest.fixture
def plan():
    return parse_document("plan", PLAN)


@pytest.fixture
def evil(hostile):
    text = f"{hostile}的规定\n\n一、{hostile}\n\n{hostile}。\n\n(一){hostile}。内容。\n"
    return replace(parse_document("x", text), title=hostile, id=hostile, url="javascript:alert(4)")


def test_the_outline_nests_every_section_with_ref_and_heading(plan, read_html):
    elements = read_html(outlined(plan, ZH))
    buttons = elements.of("button", data_pick="section")
    assert [attrs["data-section"] for attrs, _ in buttons] == [s.ref for s in plan.sections]
    assert [text for _, text in buttons][1:4] == ["一 总体要求", "一(一) 思路", "一(二) 目标"]
    lists = elements.of("ol")
    assert "总体要求" in lists[0][1]
    assert lists[1][1] == "一(一) 思路一(二) 目标"


def test_a_section_without_heading_is_named_by_its_first_words(read_html):
    law = parse_document("law", "白水市规定\n\n第一条 为了规范数据中心建设,制定本规定。\n")
    buttons = read_html(outlined(law, ZH)).of("button", data_section="第一条")
    assert buttons[0][1].startswith("第一条 为了规范数据中心")


def test_headings_are_in_the_language_of_the_page_where_they_are_known(policy, read_html):
    chinese = read_html(outlined(policy, ZH))
    english = read_html(outlined(policy, EN))
    assert len(chinese.of("button")) == len(english.of("button"))
    assert "Haichuan" in english.of("h2")[0][1]
    assert any(attrs.get("lang") == "en" for attrs, _ in english.of("span"))


@pytest.mark.parametrize("labels", [ZH, EN])
def test_hostile_documents_are_read_as_text(labels, evil, hostile, read_html):
    parts = [outlined(evil, labels)]
    parts += [section_html(evil, section.ref, labels) for section in evil.sections]
    for part in parts:
        elements = read_html(part)
        assert {name for name, _, _ in elements.found}.isdisjoint({"script", "img", "a"})
        assert not any(key.startswith("on") for _, attrs, _ in elements.found for key in attrs)
    assert read_html(parts[0]).of("h2")[0][1] == hostile
    assert hostile in read_html(section_html(evil, "一", labels)).of("div", role="region")[0][1]


def test_a_section_is_shown_with_all_below_it(plan, read_html):
    ((_, text),) = read_html(section_html(plan, "一", ZH)).of("div", role="region")
    assert text == "一、总体要求\n(一)思路。坚持创新。\n(二)目标。到2027年,建成12个。"
    section = plan.section("一")
    assert plan.text[: whole_end(plan, section)].endswith("建成12个。\n\n")


def test_who_leads_and_who_supports_are_named_apart(plan, read_html):
    elements = read_html(section_html(plan, "二1", ZH))
    assert [text for _, text in elements.of("dt")] == [ZH.section_lead, ZH.section_joint]
    assert [text for _, text in elements.of("dd")] == ["市数据局", "市财政局"]


def test_sections_lead_to_their_neighbours(plan, read_html):
    refs = [section.ref for section in plan.sections]
    for at, ref in enumerate(refs):
        buttons = read_html(section_html(plan, ref, EN)).of("button", data_pick="section")
        wanted = refs[max(at - 1, 0) : at] + refs[at + 1 : at + 2]
        assert [attrs["data-section"] for attrs, _ in buttons] == wanted


def test_a_section_shows_its_unofficial_english(policy, read_html):
    ref = next(s.ref for s in policy.sections if s.heading and s.end - s.heading_end > 20)
    elements = read_html(section_html(policy, ref, EN))
    assert "open" in elements.of("details", **{"class": "zw-rendering"})[0][0]
    assert "open" not in read_html(section_html(policy, ref, ZH)).of("details")[0][0]
    assert EN.rendering_of_section in elements.of("summary")[0][1]


def test_a_very_long_section_is_cut_and_says_so(read_html):
    long = parse_document("long", "规定\n\n一、总则\n\n" + "很长的内容。" * 5_000)
    elements = read_html(section_html(long, "一", ZH))
    ((_, text),) = elements.of("div", role="region")
    assert long.text[long.text.index("一、") :][:SHOWN_CHARACTERS].replace("\n\n", "\n") == text
    assert "只显示前20000个字" in elements.of("p")[0][1]


def test_pages_are_named_where_there_are_pages(plan):
    paged = replace(plan, pages=(0, PLAN.index("二、")))
    assert ZH.page.format(page=2) in section_html(paged, "二1", ZH)
    assert "zw-page" not in section_html(plan, "二1", ZH)


def test_without_a_section_the_reader_is_told_to_choose_one(plan):
    assert ZH.outline_choose in section_html(plan, "", ZH)
    assert ZH.outline_choose in section_html(plan, "九", ZH)


def test_only_web_addresses_become_links(plan, read_html):
    safe = replace(plan, url="https://www.example.com/?a=1&b=2")
    ((attrs, _),) = read_html(outlined(safe, ZH)).of("a")
    assert attrs["href"] == "https://www.example.com/?a=1&b=2"
    assert attrs["rel"] == "noopener noreferrer"


def test_a_document_that_is_gone_says_so(read_html):
    elements = read_html(gone_html(EN))
    assert EN.reading_gone in elements.of("p")[0][1]
    assert elements.of("button")[0][1] == EN.reading_back
