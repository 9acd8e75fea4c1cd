"""Who is responsible for a topic: the lists as printed, counted."""

from itertools import pairwise

import pytest

from bot.chatbot import Chatbot
from bot.reply import Answer, reply_text
from corpus.document import parse_document
from index.library import build_index

LED = """海川市灯塔办法

一、灯塔维护

  灯塔每年检修两次。(牵头单位:市商务局、市工信局,配合单位:市财政局)

二、灯塔改造

  浮标更换灯具。(责任单位:市商务局、市财政局)
"""


@pytest.fixture(scope="module")
def led_chatbot(stub_chatbot):
    return stub_chatbot.with_documents([parse_document("led", LED)])


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


@pytest.mark.parametrize("question", ["5G由谁负责?", "Who is responsible for 5G?", "誰負責5G?"])
def test_every_task_that_prints_the_topic_is_given_in_order(tianjin_chatbot, tianjin, question):
    reply = tianjin_chatbot.reply(question)
    printing = [
        ref
        for ref in tianjin.lists
        if "5G" in tianjin.text[tianjin.section(ref).start : tianjin.section(ref).end]
    ]
    assert list(dict.fromkeys(citation.ref for citation in reply.citations)) == printing
    quotes = {citation.quote for citation in reply.citations}
    assert all(tianjin.lists[ref][0].text in quotes for ref in printing)
    assert str(len(printing)) in reply.opening


def test_a_topic_that_many_tasks_print_is_answered_from_the_best(tianjin_chatbot):
    reply = tianjin_chatbot.reply("研发由谁负责?")
    assert len({citation.ref for citation in reply.citations}) <= 3


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
    assert reply.sentences[0].text == "「扩大开放合作」(二(二))牵头单位:市商务局"
    assert reply.closing == ""


def test_those_who_support_are_given(stub_chatbot):
    reply = stub_chatbot.reply("开放合作、研发中心由谁配合?")
    assert reply.sentences[0].text == "「扩大开放合作」(二(二))配合单位:市人社局、港湾区人民政府"


def test_all_who_lead_are_given_in_english_as_well(led_chatbot):
    led = frozenset(["led"])
    reply = led_chatbot.reply("灯塔维护、检修由谁牵头?", documents=led)
    english = led_chatbot.reply("Who leads the work on 灯塔维护 检修?", documents=led)
    assert reply.sentences[0].text.endswith("牵头单位:市商务局、市工信局")
    assert "Lead units" in english.sentences[0].text or "original" in english.sentences[0].text
    assert "市" not in reply_text(english)


@pytest.mark.parametrize(
    "question",
    [
        "灯塔维护、检修由哪个部门牵头,哪些单位配合?",
        "灯塔维护、检修谁牵头、谁配合?",
        "燈塔維護、檢修由哪個部門牽頭,哪些單位配合?",
        "灯塔维护、检修是谁牵头?还有哪些部门参与?",
    ],
)
def test_those_who_lead_are_given_with_those_who_support(led_chatbot, question):
    reply = led_chatbot.reply(question, documents=frozenset(["led"]))
    assert reply.sentences[0].text.endswith("牵头单位:市商务局、市工信局,配合单位:市财政局")
    assert reply.closing == ""


def test_what_no_list_tells_of_roles_is_said(led_chatbot):
    reply = led_chatbot.reply("浮标更换由谁牵头、谁配合?", documents=frozenset(["led"]))
    assert reply.sentences[0].text.endswith("责任单位:市商务局、市财政局")
    assert reply.closing == "文件没有写明由谁牵头。"


def test_the_units_are_counted_above_the_lists(stub_chatbot):
    reply = stub_chatbot.reply("电子海图由谁负责推广?")
    assert reply.opening.startswith("「推广电子海图」(二(一)2)列出责任单位4个")
    assert "「其他有关区」按1个单位计" in reply.opening


@pytest.mark.parametrize(
    "question",
    ["大数据和云计算由谁负责?", "Who is responsible for big data and for cloud computing?"],
)
def test_every_section_that_the_question_names_by_its_heading_is_given(tianjin_chatbot, question):
    cited = {c.ref for c in tianjin_chatbot.reply(question).citations}
    assert {"三(七)", "三(八)"} <= cited


def test_the_lists_stand_before_what_explains_them(stub_chatbot, policy):
    reply = stub_chatbot.reply("导航雷达的研发由谁负责?")
    are_lists = [
        any(units.text == c.quote for units in policy.lists[c.ref]) for c in reply.citations
    ]
    assert are_lists[0]
    assert all(before or not after for before, after in pairwise(are_lists))


def test_row_of_a_table_answers_for_its_own_task(stub_encoder):
    text = (
        "一、总体要求\n保障供应。\n附件1\n任务分工表\n序号 | 工作事项 | 牵头单位 | 配合单位\n"
        "1 | 扩建粮库 | 市粮食局 | 市财政局\n2 | 推广良种 | 市农业局 | 市科技局、市财政局\n"
    )
    chatbot = Chatbot(build_index([parse_document("plan", text)], stub_encoder), stub_encoder)

    reply = chatbot.reply("推广良种由谁负责?")

    assert [s.text for s in reply.sentences][:1] == [
        "「推广良种」(附件1)牵头单位:市农业局;配合单位:市科技局、市财政局"
    ]
    assert not any("粮库" in sentence.text for sentence in reply.sentences[:1])


def test_who_is_responsible_is_added_to_what_else_is_asked(tianjin_chatbot):
    reply = tianjin_chatbot.reply(
        "Blockchain is mentioned in which task, and who is responsible for it?"
    )

    assert {c.ref for c in reply.citations} == {"二(三)3"}
    assert "Tianjin Municipal Commission of Commerce" in reply_text(reply)
    assert all(sentence.citations for sentence in reply.sentences)


def test_the_section_that_alone_prints_a_name_goes_first(tianjin_chatbot):
    reply = tianjin_chatbot.reply(
        "Which section mentions Tsinghua Science Park and who is in charge of it?"
    )

    assert reply.citations[0].ref == "四(四)"


SUMS = """海川市基金办法

一、渔业基金

  设立渔业基金,总规模30亿元。(责任单位:市财政局)

二、保险基金

  设立保险基金,总规模5亿元。(责任单位:市商务局)
"""


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("30亿元的基金由谁负责?", "一"),
        ("5亿元的基金由谁负责?", "二"),
    ],
)
def test_the_section_that_states_the_sum_of_the_question_answers(stub_encoder, question, ref):
    chatbot = Chatbot(build_index([parse_document("sums", SUMS)], stub_encoder), stub_encoder)

    assert {citation.ref for citation in chatbot.reply(question).citations} == {ref}
