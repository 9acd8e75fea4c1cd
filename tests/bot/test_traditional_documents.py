"""Documents in traditional characters: their numbers, measures and lists are found and answered."""

import pytest

from bot.reply import Answer, reply_text
from corpus.document import parse_document

YOUTH = """海珠灣市支持青年創業行動計劃

一、加大創業資金扶持
1.發放一次性創業資助。對符合條件的青年給予1萬元一次性創業資助。(牽頭單位:市人力資源局,配合單位:市財政局、各區人民政府(管委會))
2.設立青年創業基金。設立規模5億元的青年創業投資基金。(責任單位:市國資委)

二、強化住房保障
3.提供人才住房。每年安排人才公寓300套。(牽頭單位:市住房局,配合單位:市財政局)
"""


@pytest.fixture(scope="module")
def youth_chatbot(stub_chatbot):
    return stub_chatbot.with_documents([parse_document("youth", YOUTH)])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青年創業投資基金規模多少?", "5億元"),
        ("青年创业投资基金规模多少?", "5億元"),
        ("一次性创业资助多少钱?", "1萬元"),
        ("人才公寓每年安排多少套?", "300套"),
    ],
)
def test_a_number_is_stated_as_printed(youth_chatbot, question, said):
    reply = youth_chatbot.reply(question)
    assert isinstance(reply, Answer)
    assert said in reply_text(reply)


def test_the_tasks_of_a_body_are_counted_in_either_script(youth_chatbot):
    for question in ("市財政局負責哪些任務?", "市财政局负责哪些任务?"):
        reply = youth_chatbot.reply(question)
        refs = [c.ref for c in reply.citations if c.document == "youth"]
        assert refs == ["一1", "二3"]


def test_support_is_given_with_the_whole_list_of_its_units(youth_chatbot):
    text = reply_text(youth_chatbot.reply("青年创业有什么补贴?"))
    assert "給予1萬元一次性創業資助" in text
    assert "各區人民政府(管委會)" in text
