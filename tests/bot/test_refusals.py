"""What is refused, and what a refusal says."""

import pytest

from bot.chatbot import Chatbot
from bot.evidence import EvidenceReader
from bot.reply import Refusal
from bot.understanding import understand
from corpus.document import parse_document
from index.library import build_index


def broken(chatbot, question):
    asked = understand(question)
    search = chatbot.search(asked)
    reader = EvidenceReader(chatbot.retriever, search, quantity=asked.wants_quantity)
    return chatbot.refusals.broken(asked, search, reader, chatbot.index.documents)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("2016年信息产业规模是多少亿元?", "missing_detail"),  # no number is set for that year
        ("2020年要新增多少个就业岗位?", "missing_number"),
        ("海河产业基金的联系电话是多少?", "missing_detail"),
        ("到2020年信息产业规模达到多少亿元?", None),
        ("制造业和软件业的规模哪个更大?", None),
        ("要把服务器出口到哪个国家?", "missing_detail"),
        ("天河三号哪年建成?", "missing_detail"),
        ("服务器每月要产多少台?", "missing_number"),
        ("这些目标哪一年要实现?", None),
        ("哪所大学的科技园是重点合作项目?", None),
        ("云计算由谁负责?", None),
        ("软件出口的目标是什么?", "missing_number"),
        ("电信业的碳排放要降低百分之几?", "missing_number"),
    ],
)
def test_the_rule_that_forbids_an_answer(tianjin_chatbot, question, reason):
    found = broken(tianjin_chatbot, question)
    assert (found.reason if found else None) == reason


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "电子海图一年卖多少吨?",
            (
                "没有写明这个数字",
                "查找的是:电子海图",
                "最接近的内容在:",
                "可以向文件列出的责任单位了解:",
            ),
        ),
        (
            "How many tonnes of electronic charts are there?",
            ("do not state this number", "I looked for: tonnes, electronic charts.", "nearest"),
        ),
    ],
)
def test_a_refusal_says_what_was_looked_for_and_where_to_look(stub_chatbot, question, parts):
    reply = stub_chatbot.reply(question)
    assert isinstance(reply, Refusal)
    assert [part for part in parts if part not in reply.message] == []
    assert reply.nearest


def test_a_refusal_tells_versions_of_one_document_apart(stub_encoder):
    text = "白水市渡口办法\n\n一、总则\n\n渡口每天开行{}班,由市渡口局管理。\n"
    versions = [parse_document(id_, text.format(n)) for id_, n in (("old", 8), ("new", 12))]
    chatbot = Chatbot(build_index(versions, stub_encoder), stub_encoder)
    refused = chatbot.reply("渡口一年卖多少吨电子海图?")
    assert {citation.document for citation in refused.nearest} == {"old", "new"}
    assert all(f"《白水市渡口办法》({id_})" in refused.message for id_ in ("old", "new"))


def test_a_refusal_of_a_traditional_question_is_traditional(stub_chatbot):
    message = stub_chatbot.reply("電子海圖一年賣多少噸?").message
    assert "查找的是:電子海圖" in message


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("不算智能手机,平板电脑年产多少部?", "只给出合在一起的数字"),
        ("How many tablets alone, without smartphones, will be made a year?", "do not split it"),
    ],
)
def test_a_number_of_several_things_is_not_split(tianjin_chatbot, question, part):
    reply = tianjin_chatbot.reply(question)
    assert isinstance(reply, Refusal)
    assert part in reply.message


def test_a_number_that_is_plainly_asked_for_states_the_detail(stub_encoder):
    text = "江北市科技项目管理办法\n\n第一条 项目变更应当在30日内书面报市科技局批准。\n"
    documents = (parse_document("rules", text),)
    chatbot = Chatbot(build_index(documents, stub_encoder), stub_encoder)

    assert broken(chatbot, "项目变更多少天内书面报市科技局报批?") is None
    assert broken(chatbot, "项目变更书面报市科技局报批要什么手续?").reason == "missing_detail"
