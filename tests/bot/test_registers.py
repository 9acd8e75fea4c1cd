"""Answers from the responsibility lists: complete, in the document's order, counted."""

import re
from itertools import pairwise

import pytest

from bot.registers import english_units
from bot.reply import Answer, Refusal, reply_text
from corpus.document import parse_document
from corpus.organisations import known_organisations

# The bodies of the embedded plan, with their first English name.
BODIES = [(body.printed, body.english) for body in known_organisations()]
LED = """海川市灯塔办法

一、灯塔维护

  灯塔每年检修两次。(牵头单位:市商务局,配合单位:市财政局)

二、灯塔改造

  灯塔更换灯具。(责任单位:市商务局、市财政局)

三、灯塔拆除

  灯塔可以拆除。(责任单位:市财政局)
"""


def refs(reply) -> list[str]:
    return list(dict.fromkeys(citation.ref for citation in reply.citations))


def printed_in(document, body) -> list[str]:
    """Brute force: the sections with a list in which the body's name stands."""
    return [
        section.ref
        for section in document.sections
        if any(body in units.text for units in document.lists.get(section.ref, ()))
    ]


@pytest.fixture(scope="module")
def led_chatbot(stub_chatbot):
    return stub_chatbot.with_documents([parse_document("led", LED)])


# What a body is responsible for


@pytest.mark.parametrize("body", [printed for printed, _ in BODIES])
def test_a_body_answers_for_every_section_that_prints_its_name_and_no_other(
    tianjin_chatbot, tianjin, body
):
    reply = tianjin_chatbot.reply(f"{body}负责哪些任务?")
    expected = printed_in(tianjin, body)
    assert expected
    assert refs(reply) == expected
    assert f"共{len(expected)}项" in reply_text(reply)


@pytest.mark.parametrize(("body", "english"), BODIES)
def test_a_body_answers_by_its_english_name_as_well(tianjin_chatbot, tianjin, body, english):
    reply = tianjin_chatbot.reply(f"What is the {english} responsible for?")
    expected = printed_in(tianjin, body)
    assert refs(reply) == expected
    assert reply.language == "en"
    assert f" {len(expected)} tasks" in reply_text(reply)


@pytest.mark.parametrize(
    ("called", "body"),
    [
        ("工信委", "市工业和信息化委"),
        ("网信办", "市委网信办"),
        ("天津市发展和改革委员会", "市发展改革委"),
        ("知識產權局", "市知识产权局"),
        ("滨海新区政府", "滨海新区"),
    ],
)
def test_a_body_is_known_by_its_other_names(tianjin_chatbot, tianjin, called, body):
    assert refs(tianjin_chatbot.reply(f"{called}负责哪些任务?")) == printed_in(tianjin, body)


def test_every_unit_of_the_embedded_plan_is_in_the_table_of_bodies(tianjin):
    lists = [units.text for found in tianjin.lists.values() for units in found]
    assert len(lists) == 33
    for text in lists:
        rest = text.removeprefix("责任单位:")
        for body, _ in sorted(BODIES, key=lambda pair: -len(pair[0])):
            rest = rest.replace(body, "")
        assert re.sub("[、,]|及其他有关区|人民政府|等", "", rest) == ""


@pytest.mark.parametrize(
    ("question", "group"),
    [("宝坻区负责哪些任务?", "其他有关区"), ("宁河区负责哪些任务?", "其他有关区")],
)
def test_lists_that_reach_a_district_through_a_group_are_told_uncounted(
    tianjin_chatbot, tianjin, question, group
):
    reply = tianjin_chatbot.reply(question)
    named = printed_in(tianjin, question[:3])
    others = [ref for ref in printed_in(tianjin, group) if ref not in named]
    assert f"共{len(named)}项" in reply.opening
    assert f"另有{len(others)}项" in reply.closing
    assert group in reply.closing
    assert set(refs(reply)).isdisjoint(others)


def test_the_group_is_told_in_english_to_an_english_question(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("What is Ninghe District responsible for?")
    others = set(printed_in(tianjin, "其他有关区")) - set(printed_in(tianjin, "宁河区"))
    assert f"{len(others)} lists" in reply.closing
    assert "other relevant districts" in reply.closing


def test_a_body_that_is_no_district_is_not_reached_through_a_group_of_districts(tianjin_chatbot):
    assert tianjin_chatbot.reply("市农委负责哪些任务?").closing == ""


@pytest.mark.parametrize(
    ("question", "language", "body", "group"),
    [
        ("河西区负责哪些任务?", "zh", "河西区", "其他有关区"),
        ("What is Hexi District responsible for?", "en", "Hexi District", "relevant districts"),
    ],
)
def test_a_district_printed_nowhere_is_refused_with_the_groups_that_may_mean_it(
    tianjin_chatbot, question, language, body, group
):
    reply = tianjin_chatbot.reply(question)
    assert isinstance(reply, Refusal)
    assert reply.language == language
    assert body in reply.message
    assert group in reply.message


def test_a_body_printed_nowhere_is_refused(tianjin_chatbot):
    reply = tianjin_chatbot.reply("市公安局负责哪些任务?")
    assert isinstance(reply, Refusal)
    assert "市公安局" in reply.message
    assert "其他有关区" not in reply.message


@pytest.mark.parametrize(
    "question",
    [
        "北京市工信委负责什么?",
        "上海市科委负责哪些任务?",
        "What is the Shanghai Development and Reform Commission responsible for?",
    ],
)
def test_the_body_of_another_city_is_not_taken_for_the_own_one(tianjin_chatbot, question):
    assert isinstance(tianjin_chatbot.reply(question), Refusal)


def test_a_traditional_question_gets_the_list_in_a_traditional_frame(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("市知識產權局負責哪些任務?")
    assert refs(reply) == printed_in(tianjin, "市知识产权局")
    assert reply.language == "zh"
    assert "被列爲責任單位的任務" in reply.opening
    assert reply.citations[0].quote.startswith("责任单位")


def test_two_bodies_are_answered_with_the_tasks_of_either_or_of_both(led_chatbot):
    led = frozenset(["led"])
    either = led_chatbot.reply("市商务局和市财政局负责哪些任务?", documents=led)
    both = led_chatbot.reply("市商务局和市财政局共同负责哪些任务?", documents=led)
    assert refs(either) == ["一", "二", "三"]
    assert refs(both) == ["一", "二"]
    assert "共2项" in both.opening


def test_the_tasks_of_all_documents_are_listed_in_their_order(led_chatbot):
    reply = led_chatbot.reply("市财政局负责哪些任务?")
    assert list(dict.fromkeys((c.document, c.ref) for c in reply.citations)) == [
        ("policy-zh", "三(一)"), ("led", "一"), ("led", "二"), ("led", "三"),
    ]  # fmt: skip
    assert "共4项" in reply.opening


# Who is responsible


def test_the_printed_list_is_given_exactly(stub_chatbot, policy):
    reply = stub_chatbot.reply("电子海图由谁负责推广?")
    assert isinstance(reply, Answer)
    (units,) = policy.lists["二(一)2"]
    assert reply.citations[0].quote == units.text
    assert reply.sentences[0].text.endswith(
        "责任单位:市交通局、市农业农村局,港湾区及其他有关区人民政府"
    )


def test_an_english_answer_gives_the_rendering_of_the_printed_list(stub_chatbot):
    reply = stub_chatbot.reply("Who is responsible for electronic sea charts?")
    assert reply.sentences[0].text == (
        "“Spread electronic sea charts” (Part II (1) 2): Responsible units: Municipal Transport "
        "Bureau; Municipal Bureau of Agriculture and Rural Affairs; the people's governments of "
        "Gangwan District and other relevant districts"
    )


def test_every_list_of_the_plan_can_be_asked_for_and_is_cited_whole(tianjin_chatbot, tianjin):
    for ref, (units,) in tianjin.lists.items():
        reply = tianjin_chatbot.reply(f"「{tianjin.section(ref).heading}」由谁负责?")
        assert units.text in {c.quote for c in reply.citations if c.ref == ref}


def test_the_text_of_a_chinese_list_is_the_printed_one(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("「大数据」由谁负责?")
    assert reply.sentences[0].text == f"「大数据」(三(七)){tianjin.lists['三(七)'][0].text}"


@pytest.mark.parametrize(
    ("question", "closing"),
    [
        ("导航雷达由谁牵头?", "文件没有写明由谁牵头。"),
        (
            "Which unit leads the work on navigation radar?",
            "The document does not say which of them leads.",
        ),
        ("导航雷达由谁负责?", ""),
    ],
)
def test_asked_who_leads_the_answer_says_where_no_lead_is_named(stub_chatbot, question, closing):
    assert stub_chatbot.reply(question).closing == closing


def test_a_lead_that_is_named_is_given(stub_chatbot):
    reply = stub_chatbot.reply("开放合作、研发中心由谁牵头?")
    assert "牵头单位:市商务局,配合单位:市人社局、港湾区人民政府" in reply.sentences[0].text
    assert reply.closing == ""


def test_the_lists_stand_before_what_explains_them(stub_chatbot, policy):
    reply = stub_chatbot.reply("导航雷达的研发由谁负责?")
    are_lists = [
        any(units.text == c.quote for units in policy.lists[c.ref]) for c in reply.citations
    ]
    assert are_lists[0]
    assert all(before or not after for before, after in pairwise(are_lists))


# Names of units


def test_units_have_english_names_and_groups_are_kept():
    assert english_units(["市科委", "津南区及其他有关区人民政府", "市某某局"]) == [
        "Tianjin Municipal Science and Technology Commission",
        "Jinnan District People's Government and other relevant districts",
        "市某某局",
    ]


def test_the_units_to_ask_are_those_of_the_nearest_section(stub_chatbot):
    search = stub_chatbot.retriever.search("海洋大学固态导航雷达")
    assert search.hits[0].ref == "二(一)1"
    names = stub_chatbot.registers.unit_names(search.hits[0], "zh")
    assert names == "市科技局、市工信局"
    reply = stub_chatbot.reply("海洋大学固态导航雷达的咨询热线是多少?")
    assert names in reply.message


def test_the_text_of_the_evidence_holds_source_and_rendering(stub_chatbot):
    search = stub_chatbot.retriever.search("海洋大学固态导航雷达")
    text = stub_chatbot.registers.evidence_text(search, count=1)
    assert "支持企业与海洋大学联合研发固态导航雷达" in text
    assert "solid-state navigation radar" in text
    assert "电子海图" not in text
