"""Comparisons: what is set against what, and both sides in the answer."""

import pytest

from bot.chatbot import Chatbot
from bot.comparisons import number_questions
from bot.reply import Answer, Refusal, reply_text
from corpus.document import parse_document
from index.library import build_index


def test_units_are_compared_as_sets(stub_chatbot):
    """The invented plan: two sections whose lists share one unit."""
    reply = stub_chatbot.reply("导航雷达和电子海图的责任单位有什么不同?")

    assert isinstance(reply, Answer)
    lists = [stub_chatbot.index.documents[0].responsible(c.ref) for c in reply.citations]
    both = [unit for unit in lists[0] if unit in lists[1]]
    text = reply_text(reply)
    assert len({c.ref for c in reply.citations}) == 2
    assert [unit for own in lists for unit in own if unit not in text] == []
    assert "各方共有" in text if both else "没有相同的责任单位" in text


def test_other_comparisons_show_sentences_of_both_sides(stub_chatbot):
    reply = stub_chatbot.reply("导航雷达和电子海图的重点有什么区别?")

    assert isinstance(reply, Answer)
    assert len({c.ref for c in reply.citations}) == 2
    assert all(c.quote in reply.sentences[n].text for n, c in enumerate(reply.citations))


@pytest.mark.parametrize(
    "question",
    [
        "二(一)1和二(一)2的责任单位一样吗?",
        "Part II (1) 1 versus Part II (1) 2: who is responsible?",
    ],
)
def test_sections_named_by_number_are_compared_as_well(stub_chatbot, question):
    reply = stub_chatbot.reply(question)

    assert isinstance(reply, Answer)
    assert [c.ref for c in reply.citations] == ["二(一)1", "二(一)2"]


def test_three_sections_are_compared(tianjin_chatbot):
    reply = tianjin_chatbot.reply("集成电路、云计算、物联网三个方向的责任单位有什么不同?")

    assert isinstance(reply, Answer)
    assert {c.ref for c in reply.citations} == {"三(一)", "三(八)", "三(九)"}
    assert "只在「云计算」(三(八)):宁河区" in reply_text(reply)


@pytest.mark.parametrize(
    "question",
    [
        "How do the roles of the Tianhe-1 and Tianhe-3 supercomputer centres differ?",
        "天河一号超算中心和天河三号超算中心有什么不同?",
    ],
)
def test_a_side_is_found_by_the_name_in_it_that_is_printed(tianjin_chatbot, question):
    reply = tianjin_chatbot.reply(question)

    assert isinstance(reply, Answer)
    assert {c.ref for c in reply.citations} == {"三(七)", "三(八)"}


def test_a_side_is_found_under_any_name_of_what_heads_a_section(tianjin_chatbot):
    question = "Compare what is wanted from chip-making and from cloud services."
    reply = tianjin_chatbot.reply(question)

    assert {c.ref for c in reply.citations} == {"三(一)", "三(八)"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("服务器和智能手机的年产目标分别是多少?", ("80万台", "1.4亿部")),
        ("服务器年产多少台?手机年产多少部?", ("80万台", "1.4亿部")),
        (
            "What are the annual output targets for servers and smartphones?",
            ("800,000", "140 million"),
        ),
    ],
)
def test_numbers_of_several_things_are_stated(tianjin_chatbot, question, expected):
    reply = tianjin_chatbot.reply(question)

    assert isinstance(reply, Answer)
    assert all(number in reply_text(reply) for number in expected)


def test_one_of_several_numbers_that_is_not_stated_is_refused(tianjin_chatbot):
    reply = tianjin_chatbot.reply("集成电路和云计算的产值目标分别是多少?")
    assert isinstance(reply, Refusal)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("雷达年产多少台?海图年产多少套?", ("雷达年产多少台", "海图年产多少套")),
        (
            "What are the goals for radars and charts?",
            ("radars What are the goals for    ?", "charts What are the goals for    ?"),
        ),
        ("雷达年产多少台?", ()),
    ],
)
def test_each_number_is_asked_for_by_itself(question, parts):
    found = number_questions(question)
    assert [" ".join(part.split()) for part in found] == [" ".join(p.split()) for p in parts]


def test_numbers_of_both_sides_are_stated(tianjin_chatbot):
    reply = tianjin_chatbot.reply(
        "Compare the number of new base stations with the number of key projects."
    )

    assert isinstance(reply, Answer)
    assert {c.ref for c in reply.citations} == {"二(四)1", "四(四)"}
    assert "11,000" in reply_text(reply)
    assert "60" in reply_text(reply)


@pytest.mark.parametrize(
    "question",
    [
        "大数据和云计算的区有什么不同?",
        "Is the list of districts for big data different from that for cloud computing?",
        "Are the same districts named for big data as for cloud computing?",
    ],
)
def test_districts_are_compared_without_the_other_bodies(tianjin_chatbot, question):
    reply = tianjin_chatbot.reply(question)
    text = reply_text(reply)

    assert [c.ref for c in reply.citations] == ["三(七)", "三(八)"]
    assert "宁河区" in text or "Ninghe District" in text
    assert "通信管理局" not in text
    assert "Communications Administration" not in text


FINES = """望川市渔港条例

第一条 渔港单位应当履行下列义务:

(一)保持航道畅通;

(二)检查锚地。

第二条 渔船单位应当执行停泊规程。

第三条 本市建立渔港名录。

第四条 渔港单位违反第一条规定,不履行义务的,处一万元以上四万元以下罚款。

第五条 渔船单位违反第二条规定,不执行停泊规程的,处六千元以上二万元以下罚款。
"""


def test_the_sections_that_state_what_is_asked_of_both_sides_are_compared(stub_encoder):
    chatbot = Chatbot(build_index([parse_document("fines", FINES)], stub_encoder), stub_encoder)
    reply = chatbot.reply("渔港单位不履行义务和渔船单位不执行停泊规程,罚款额度有什么不同?")

    assert isinstance(reply, Answer)
    assert {citation.ref for citation in reply.citations} == {"第四条", "第五条"}
