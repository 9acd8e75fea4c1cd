"""What is refused, and what a refusal says."""

from dataclasses import replace

import pytest

from bot.evidence import EvidenceReader
from bot.reply import Refusal
from bot.understanding import understand


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
        ("云计算由谁负责?", None),
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


def test_a_refusal_tells_versions_of_one_document_apart(stub_chatbot, policy):
    newer = replace(policy, id="newer", text=policy.text.replace("120亿元", "150亿元"))
    refused = stub_chatbot.with_documents([newer]).reply("电子海图一年卖多少吨?")
    named = {citation.document for citation in refused.nearest}
    assert named == {"newer", "policy-zh"}
    assert all(f"》({id_})" in refused.message for id_ in named)


def test_a_refusal_of_a_traditional_question_is_traditional(stub_chatbot):
    message = stub_chatbot.reply("電子海圖一年賣多少噸?").message
    assert "查找的是:電子海圖" in message
