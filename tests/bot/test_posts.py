"""Which post heads a group, and which leader is charged with a task."""

import pytest

from bot.chatbot import Chatbot
from bot.posts import lacks_post, without_post
from bot.reply import Answer, Refusal
from corpus.document import parse_document

HARBOUR = """海川市港口方案

一、工作机制

  成立由副市长任组长的港口改革领导小组,每季度通报一次。

二、码头改造

  改造三座旧码头。(责任领导:林远;牵头单位:市航道局;责任单位:市商务局)

三、宣传

  宣传港口改革的成效。(责任单位:市商务局)
"""


@pytest.fixture(scope="module")
def harbour_chatbot(stub_chatbot) -> Chatbot:
    return stub_chatbot.with_documents([parse_document("harbour", HARBOUR)])


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("领导小组由谁担任组长?", "由市长任组长", "由市长负责"),
        ("領導小組由誰擔任組長?", "由市长任组长", "由市长负责"),
        ("联席会议由谁来召集?", "由市政府副秘书长担任召集人", "联席会议每季度召开"),
        ("茶产业链的链长是谁?", "链长由县长担任", "建立链长制"),
        ("这项任务的责任领导是谁?", "(责任领导:林远)", "由县长任组长"),
        ("Who chairs the leading group?", "a group chaired by the mayor", "a group is set up"),
    ],
)
def test_a_post_that_is_asked_for_must_be_told(question, told, untold):
    assert not lacks_post(question, told)
    assert lacks_post(question, untold)


@pytest.mark.parametrize(
    "question", ["市长叫什么名字?", "港口改革由谁负责?", "Who leads the harbour reform?"]
)
def test_a_name_or_a_body_is_no_post(question):
    assert not lacks_post(question, "")
    assert without_post(question) == question


def test_the_post_that_heads_a_group_answers(harbour_chatbot):
    reply = harbour_chatbot.reply("港口改革领导小组由谁担任组长?", documents=frozenset(["harbour"]))

    assert isinstance(reply, Answer)
    assert "由副市长任组长" in reply.sentences[0].text


def test_the_list_that_prints_the_leader_answers(harbour_chatbot):
    reply = harbour_chatbot.reply(
        "码头改造由哪个单位牵头,责任领导是谁?", documents=frozenset(["harbour"])
    )

    assert isinstance(reply, Answer)
    assert "林远" in reply.sentences[0].text
    assert "市航道局" in reply.sentences[0].text


def test_a_leader_that_no_list_prints_is_refused(harbour_chatbot):
    reply = harbour_chatbot.reply("港口改革宣传的责任领导是谁?", documents=frozenset(["harbour"]))

    assert isinstance(reply, Refusal)
