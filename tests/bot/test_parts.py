"""What a document is made of."""

import pytest

from bot.chatbot import Chatbot
from bot.parts import asks_parts, parts_called
from bot.reply import Answer, reply_text
from bot.understanding import understand
from corpus.document import parse_document
from index.library import build_index

PLAN = """海川市灯塔产业行动计划

一、目标

到2030年,灯塔产业全面发展。

二、主要任务

(一)航标更新工程。更换旧灯。

(二)守塔培训工程。培训守塔人。

(三)夜航服务工程。提供夜航信息。

三、保障

(一)加强宣传。举办开放日。

(二)加强经费。安排资金。
"""
LAW = """海川市渔港条例

第一章 总则

第一条 为了管理渔港,制定本条例。

第二章 停泊

第二条 渔船应当在泊位停泊。

第三章 附则

第三条 本条例自2031年1月1日起施行。
"""


@pytest.fixture
def chatbot(stub_encoder):
    documents = [parse_document("lights", PLAN), parse_document("ports", LAW)]
    return Chatbot(build_index(documents, stub_encoder), stub_encoder)


@pytest.mark.parametrize(
    ("question", "called"),
    [
        ("有哪些重点任务?", "任务"),
        ("分成哪几个部分?", "部分"),
        ("这份方案部署了哪些工作?", "工作"),
        ("What are the main tasks of the plan?", "tasks"),
        ("和渔业有关的任务有哪些?", None),
        ("港口局的任务有哪些?", None),
        ("任务由谁负责?", None),
        ("有哪些目标?", None),
    ],
)
def test_a_question_for_parts_names_nothing_else(question, called):
    assert asks_parts(understand(question)) == called


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("灯塔产业行动计划有哪几大工程?", ["二(一)", "二(二)", "二(三)"]),
        ("灯塔产业行动计划有哪些重点任务?", ["二(一)", "二(二)", "二(三)"]),
        ("灯塔产业行动计划分成哪几个部分?", ["一", "二", "三"]),
        ("灯塔产业行动计划提出了哪些措施?", ["一", "二", "二(一)", "二(二)", "二(三)", "三", "三(一)", "三(二)"]),
        ("渔港条例有哪几章?", ["第一章", "第二章", "第三章"]),
    ],
)  # fmt: skip
def test_the_parts_of_the_document_that_is_named_are_given_whole(chatbot, question, refs):
    reply = chatbot.reply(question)
    assert isinstance(reply, Answer)
    assert [citation.ref for citation in reply.citations] == refs


def test_what_a_meeting_decided_is_the_outline_of_its_minutes(stub_encoder):
    text = "关于研究渔港问题的会议纪要\n\n一、关于码头\n\n(一)扩建码头。两座。\n\n二、关于航道\n\n疏浚航道。\n"
    documents = [parse_document("minutes", text), parse_document("plan", PLAN)]
    chatbot = Chatbot(build_index(documents, stub_encoder), stub_encoder)
    for question in ("会议决定了什么?", "会议纪要议定了哪些事项?"):
        assert [c.ref for c in chatbot.reply(question).citations] == ["一", "一(一)", "二"]


def test_a_heading_is_given_to_its_end(chatbot):
    assert "(三)夜航服务工程" in reply_text(chatbot.reply("灯塔产业行动计划有哪几大工程?"))


def test_parts_are_those_called_so_or_below_one_that_is():
    plan = parse_document("lights", PLAN)
    assert [s.ref for s in parts_called(plan, "工程")] == ["二(一)", "二(二)", "二(三)"]
    assert [s.ref for s in parts_called(plan, "任务")] == ["二", "二(一)", "二(二)", "二(三)"]


def test_where_several_documents_may_be_meant_none_is_taken_apart(chatbot):
    assert "主要任务" not in reply_text(chatbot.reply("有哪几章?"))


@pytest.mark.parametrize("question", ["重点项目有多少个?", "How many key projects are there?"])
def test_the_number_of_projects_is_a_figure(question):
    assert asks_parts(understand(question)) is None
