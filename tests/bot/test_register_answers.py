"""Which of all that the lists together tell a question is for."""

import pytest

from bot.reply import Answer, Refusal
from bot.strings import strings_for
from bot.understanding import understand


def answer(chatbot, question, *, is_named=False):
    asked = understand(question)
    strings, scope = strings_for(asked.language), chatbot.index.documents
    search = chatbot.search(asked)
    return chatbot.register_answers.answer(
        asked, (), search, strings, scope, chatbot.search, is_named=is_named
    )


@pytest.mark.parametrize(
    "question",
    ["哪个单位承担的任务最多?", "哪些任务由三个以上单位负责?", "Which unit has the most tasks?"],
)
def test_what_is_counted_over_all_lists_is_answered(tianjin_chatbot, question):
    assert isinstance(answer(tianjin_chatbot, question), Answer)


@pytest.mark.parametrize(
    "question", ["手机产量目标是多少?", "这份文件是谁印发的?", "What is 5G for?"]
)
def test_a_question_for_something_else_is_left_alone(tianjin_chatbot, question):
    assert answer(tianjin_chatbot, question) is None


def test_what_became_of_the_tasks_is_refused(tianjin_chatbot):
    assert isinstance(tianjin_chatbot.reply("市知识产权局的任务完成了没有?"), Refusal)


def test_the_tasks_of_a_body_are_given_whole(tianjin_chatbot):
    reply = tianjin_chatbot.reply("市知识产权局负责哪些任务?")
    assert {citation.ref for citation in reply.citations} == {"二(一)4"}


@pytest.mark.parametrize(
    "question", ["文件由哪些单位负责?", "Who is responsible for the document?"]
)
def test_a_document_that_is_named_is_the_business_of_all_bodies_of_its_lists(
    tianjin_chatbot, question
):
    found = answer(tianjin_chatbot, question, is_named=True)
    bodies = {
        row.unit
        for task in tianjin_chatbot.registers.tasks(tianjin_chatbot.index.documents)
        for row in task.rows
    }
    assert 0 < len(found.sentences) <= len(bodies)
    assert answer(tianjin_chatbot, question) is None


def test_a_topic_in_a_document_that_is_named_is_not_the_business_of_all(tianjin_chatbot):
    assert answer(tianjin_chatbot, "无线电管理由谁负责?", is_named=True) is None
