"""Which documents there are: all of them, or those about something."""

import pytest

from bot.chatbot import Chatbot
from bot.held_documents import asks_held
from bot.reply import Answer, citations_of, reply_text
from corpus.document import parse_document
from index.library import build_index

TEXTS = {
    "berths": "安洛市渔港停泊办法\n\n第一条 渔船停泊每日收费30元。\n",
    "berths-2": "碧江区渔港停泊办法\n\n第一条 渔船停泊每日收费50元,补助渔民。\n",
    "school": "碧江区学校食堂规定\n\n第一条 学生午餐每份补助6元。\n",
}


@pytest.fixture
def chatbot(stub_encoder) -> Chatbot:
    documents = [parse_document(name, text) for name, text in TEXTS.items()]
    return Chatbot(build_index(documents, stub_encoder), stub_encoder)


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("都收录了哪些文件?", ["berths", "berths-2", "school"]),
        ("一共有多少份文件?", ["berths", "berths-2", "school"]),
        ("What documents do you have?", ["berths", "berths-2", "school"]),
        ("List all documents", ["berths", "berths-2", "school"]),
        ("有哪些关于停泊的文件?", ["berths", "berths-2"]),
        ("關於停泊的文件有哪些?", ["berths", "berths-2"]),
        ("食堂方面有哪些文件?", ["school"]),
        ("哪些文件提到补助?", ["berths-2", "school"]),
        ("Which documents mention subsidies?", ["berths-2", "school"]),
        ("Which documents mention student lunches?", ["school"]),
    ],
)
def test_documents_are_listed_with_the_place_of_their_titles(chatbot, question, ids):
    reply = chatbot.reply(question)
    assert isinstance(reply, Answer)
    cited = citations_of(reply)
    assert [citation.document for citation in cited] == ids
    assert [citation.quote for citation in cited] == [TEXTS[id_].split("\n")[0] for id_ in ids]
    assert str(len(ids)) in reply.opening
    assert all(f"《{TEXTS[id_].split(chr(10))[0]}》" in reply_text(reply) for id_ in ids)


def test_only_the_chosen_documents_are_listed(chatbot):
    reply = chatbot.reply("都收录了哪些文件?", documents=frozenset({"school"}))
    assert [citation.document for citation in citations_of(reply)] == ["school"]


@pytest.mark.parametrize(
    "question",
    [
        "申请要交哪些文件?",
        "这份文件有哪些内容?",
        "停泊收费是多少?",
        "What documents do I need to apply?",
        "Which documents must be submitted?",
    ],
)
def test_papers_to_hand_in_and_contents_are_no_documents_here(question):
    assert not asks_held(question)
