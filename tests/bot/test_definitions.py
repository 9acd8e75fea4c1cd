"""Questions for what a word means, and the sentences that define it."""

import pytest

from bot.chatbot import Chatbot
from bot.definitions import defined_term, defines
from bot.evidence import EvidenceReader
from corpus.document import parse_document
from index.library import build_index
from index.retriever import Retriever

RULES = """海川市渔港办法

第一条 夜间作业的渔船应当登记夜间作业。夜间作业的费用由船主承担。

第二条 本办法所称夜间作业,是指二十二时以后的捕捞。
"""


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("什么是夜间作业?", "夜间作业"),
        ("什么叫夜間作業?", "夜间作业"),
        ("何谓夜间作业", "夜间作业"),
        ("夜间作业是什么意思?", "夜间作业"),
        ("夜间作业是指什么?", "夜间作业"),
        ("夜间作业的定义是什么?", "夜间作业"),
        ("What is a night shift?", "night shift"),
        ("What does night shift mean?", "night shift"),
        ("What is a night shift under the Fishing Act?", "night shift"),
        ("What counts as a night shift in Lanwan?", "night shift"),
        ('How does the Fishing Act define "night shift"?', "night shift"),
        ("How is a night shift defined there?", "night shift"),
        ("What is the definition of night shift in the act?", "night shift"),
        ("Which ships may work a night shift?", ""),
        ("夜间作业要交什么费?", ""),
        ("夜间作业由谁管?", ""),
    ],
)
def test_the_word_whose_meaning_is_asked_for_is_found(question, term):
    assert defined_term(question) == term


@pytest.mark.parametrize(
    ("text", "term", "is_definition"),
    [
        ("本办法所称夜间作业,是指二十二时以后的捕捞。", "夜间作业", True),
        ("夜间作业指二十二时以后的捕捞。", "夜间作业", True),
        ("敏感信息是一旦泄露就有危害的信息。", "敏感信息", True),
        ("夜间作业指导由市海洋局提供。", "夜间作业", False),
        ("夜间作业是否登记,由区决定。", "夜间作业", False),
        ("夜间作业应当登记。", "夜间作业", False),
        ("“Night shift” means work after ten.", "night shift", True),
        ("The night shift is dangerous.", "night shift", False),
        ("“Night shift” is work after ten.", "night shift", True),
        ("night shift (夜間作業) means work after ten.", "night shift", True),
        ('The term "night shift" used in this Act shall refer to work.', "night shift", True),
        ("A “night shift” pays more.", "night shift", False),
        ("任何文字。", "", False),
    ],
)
def test_a_definition_is_told_from_other_sentences(text, term, is_definition):
    assert defines(text, term) is is_definition


def test_the_section_that_defines_comes_first(stub_chatbot):
    encoder = stub_chatbot.encoder
    retriever = Retriever(build_index([parse_document("night", RULES)], encoder), encoder)
    reader = EvidenceReader(retriever, retriever.search("什么是夜间作业?"))
    assert reader.sections()[0].ref == "第二条"


def test_a_meaning_is_told_by_its_sentence_and_not_by_a_chapter_of_the_name(stub_chatbot):
    law = parse_document(
        "tides",
        "Law on Tides\n\nChapter I General Provisions\n\n"
        "Article 1 “Tidal records” means notes on the height of water.\n\n"
        "Chapter II Keeping of Tidal Records\n\nArticle 2 Keepers shall write every hour.\n\n"
        "Article 3 Keepers shall store the tidal records.\n",
    )
    chatbot = Chatbot(build_index([law], stub_chatbot.encoder), stub_chatbot.encoder)
    reply = chatbot.reply("What are tidal records?")
    assert reply.citations[0].ref == "Article1"
