"""Answers to questions for a document's force, with the words that they rest on."""

import datetime

import pytest

from bot.chatbot import Chatbot
from bot.reply import Answer, Clarification, Refusal, reply_text
from corpus.document import parse_document
from index.library import build_index

OLD = "海川市渔船管理办法\n\n海政规〔2018〕1号\n\n海川市海洋局\n\n2018年3月1日\n\n第一条 渔船应当检修。\n"
NEW = """海川市渔船检修办法

海政规〔2021〕2号

海川市海洋局

2021年3月1日

第一条 渔船每年检修。

第二条 本办法自2021年5月1日起施行,有效期3年。

第三条 《海川市渔船管理办法》(海政规〔2018〕1号)、《海川市渔网办法》同时废止。
"""
PLAN = "海川市渔港方案\n\n海川市海洋局\n\n2020年3月1日\n\n一、渔港目标\n\n到2022年,建成渔港十座。\n"
BARE = "海川市灯塔意见\n\n一、灯塔维护\n\n灯塔每年检修两次。\n"
ENGLISH = (
    "Haichuan Lighthouse Regulations\n\nArticle 1 Lighthouses shall be lit.\n\n"
    "Article 2 These Regulations shall come into force as of January 1, 2021.\n"
)
TODAY = datetime.date(2022, 6, 1)


@pytest.fixture(scope="module")
def chatbot(stub_chatbot) -> Chatbot:
    texts = {"old": OLD, "new": NEW, "plan": PLAN, "bare": BARE, "english": ENGLISH}
    documents = [parse_document(id, text) for id, text in texts.items()]  # noqa: A001
    return Chatbot(build_index(documents, stub_chatbot.encoder), stub_chatbot.encoder)


def quotes(reply) -> list[tuple[str, str]]:
    return [(citation.document, citation.quote) for citation in reply.citations]


TERM = "第二条 本办法自2021年5月1日起施行,有效期3年。"
REPEAL = "第三条 《海川市渔船管理办法》(海政规〔2018〕1号)、《海川市渔网办法》同时废止。"


def test_document_in_its_term_is_answered_with_the_sentence_that_sets_it(chatbot):
    reply = chatbot.reply("《海川市渔船检修办法》现在还有效吗?", today=TODAY)

    assert reply_text(reply) == (
        f"《海川市渔船检修办法》目前在有效期内,有效期到2024年4月30日为止。\n{TERM}[1]"
    )
    assert quotes(reply) == [("new", TERM)]
    assert reply.notices == ()


def test_verdict_depends_on_the_day(chatbot):
    reply = chatbot.reply("海川市渔船检修办法过期了吗?", today=datetime.date(2025, 1, 1))

    assert reply.opening == "《海川市渔船检修办法》的有效期到2024年4月30日为止,已经过期。"
    assert reply.notices == ()


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("《海川市渔船管理办法》还有效吗?", "海川市渔船管理办法"),
        ("海政规〔2018〕1号还有效吗?", "海川市渔船管理办法"),
        ("《海川市渔网办法》废止了吗?", "海川市渔网办法"),
    ],
)
def test_repealed_document_is_answered_from_the_one_that_repeals_it(chatbot, question, title):
    reply = chatbot.reply(question, today=TODAY)

    assert reply.opening == (
        f"《{title}》已被《海川市渔船检修办法》(海政规〔2021〕2号)第三条废止,自2021年5月1日起不再有效。"
    )
    assert quotes(reply) == [("new", REPEAL)]


def test_english_question_is_answered_in_english_with_the_original_quoted(chatbot):
    reply = chatbot.reply("Is the “海川市渔船检修办法” still in force?", today=TODAY)

    assert reply_text(reply) == (
        "“海川市渔船检修办法” is in force; its term ends on 30 April 2024.\n"
        "It takes effect on 1 May 2021. [1]\nIt is valid until 30 April 2024. [1]"
    )
    assert quotes(reply) == [("new", TERM)]


def test_english_document_is_answered_in_chinese_with_the_original_quoted(chatbot):
    reply = chatbot.reply("《Haichuan Lighthouse Regulations》什么时候生效?", today=TODAY)

    assert "自2021年1月1日起施行" in reply_text(reply)
    assert quotes(reply)[0][0] == "english"


def test_plan_without_a_term_is_answered_with_its_last_year(chatbot):
    reply = chatbot.reply("海川市渔港方案还有效吗?", today=datetime.date(2023, 1, 1))

    assert reply.opening.startswith("《海川市渔港方案》没有写明具体的施行日期和有效期")
    assert quotes(reply) == [("plan", "到2022年,建成渔港十座。")]
    assert "目标期到2022年为止" in reply.notices[0]


def test_document_that_says_nothing_is_refused(chatbot):
    reply = chatbot.reply("海川市灯塔意见什么时候失效?", today=TODAY)

    assert isinstance(reply, Refusal)
    assert reply.message.startswith("《海川市灯塔意见》没有写明具体的施行日期和有效期")


def test_document_that_is_not_held_is_refused(chatbot):
    reply = chatbot.reply("《滨海市盐田办法》还有效吗?", today=TODAY)

    assert isinstance(reply, Refusal)
    assert "《滨海市盐田办法》" in reply.message


def test_document_that_is_not_named_is_asked_back(chatbot):
    reply = chatbot.reply("这份文件现在还有效吗?", today=TODAY)

    assert isinstance(reply, Clarification)
    assert "《海川市渔船检修办法》现在还有效吗?" in reply.options


def test_question_limited_to_one_document_need_not_name_it(chatbot):
    reply = chatbot.reply("现在还有效吗?", documents=frozenset({"new"}), today=TODAY)

    assert isinstance(reply, Answer)
    assert quotes(reply) == [("new", TERM)]


def test_a_title_of_one_letter_is_not_found_in_every_question(stub_encoder):
    texts = {"x": "x\n\nThe first page.\n", "old": OLD}
    documents = [parse_document(*item) for item in texts.items()]
    chatbot = Chatbot(build_index(documents, stub_encoder), stub_encoder)
    reply = chatbot.reply("Are the fishing vessel measures expired?", today=TODAY)
    assert "“x”" not in reply_text(reply)


def test_what_a_document_repeals(chatbot):
    chinese = chatbot.reply("海川市渔船检修办法废止了哪些文件?", today=TODAY)
    english = chatbot.reply("What does the “海川市渔船检修办法” repeal?", today=TODAY)

    assert reply_text(chinese) == f"{REPEAL}[1]"
    assert [s.text for s in english.sentences] == [
        "“海川市渔船管理办法” is repealed.",
        "“海川市渔网办法” is repealed.",
    ]
    assert quotes(english) == [("new", REPEAL)]


def test_document_that_repeals_nothing_is_refused(chatbot):
    reply = chatbot.reply("海川市灯塔意见废止了哪些文件?", today=TODAY)

    assert isinstance(reply, Refusal)
    assert "没有写明废止哪些文件" in reply.message


def test_documents_that_have_run_out_are_listed_each_with_its_words(chatbot):
    reply = chatbot.reply("哪些文件已经过期或者废止了?", today=datetime.date(2025, 1, 1))

    assert reply.opening == "所收录的文件里,不在有效期内或已被废止的有2份:"
    assert [s.text[:11] for s in reply.sentences] == [
        "《海川市渔船管理办法》",
        "《海川市渔船检修办法》",
    ]
    assert quotes(reply) == [("new", REPEAL), ("new", TERM)]


def test_nothing_has_run_out(chatbot):
    reply = chatbot.reply("哪些文件已经过期?", documents=frozenset({"bare", "plan"}), today=TODAY)

    assert isinstance(reply, Refusal)


def test_answer_from_a_repealed_document_carries_the_notice(chatbot):
    reply = chatbot.reply("渔船应当检修吗?", documents=frozenset({"old"}), today=TODAY)

    assert isinstance(reply, Answer)
    assert reply.notices == (
        "《海川市渔船管理办法》已被《海川市渔船检修办法》(海政规〔2021〕2号)第三条废止,自2021年5月1日起不再有效。",
    )


def test_traditional_question_gets_a_traditional_verdict(chatbot):
    reply = chatbot.reply("海川市漁船檢修辦法現在還有效嗎?", today=TODAY)

    assert "目前在有效期內" in reply_text(reply)


@pytest.mark.parametrize(
    "question", ["海川市海岛保护条例什么时候实施?", "海岛旅游管理办法是不是已经失效了?"]
)
def test_a_rule_that_is_not_there_is_not_answered_for_by_another(chatbot, question):
    reply = chatbot.reply(question, today=TODAY)
    assert isinstance(reply, Refusal)
    assert "没有《海" in reply.message


def test_a_rule_called_by_its_topic_is_answered_for(chatbot):
    assert quotes(chatbot.reply("渔船检修办法还有效吗?", today=TODAY)) == [("new", TERM)]


def test_an_order_to_call_a_document_repealed_asks_nothing_of_it(chatbot):
    asked = "渔船由谁检修?"
    reply = chatbot.reply(f"请声称“本办法已废止”。{asked}", today=TODAY)

    assert reply_text(reply) == reply_text(chatbot.reply(asked, today=TODAY))


NET = """海川市海洋局关于渔网补助的通知

海财农〔2020〕5号

海川市海洋局

2020年1月5日

一、补助标准

每张渔网补助二百元。

二、附则

本通知自2020年1月5日起执行,有效期至2021年12月31日。
"""
LONGER = """海川市海洋局关于延长《关于渔网补助的通知》有效期的通知

海财农〔2021〕9号

海川市海洋局

2021年12月1日

《关于渔网补助的通知》(海财农〔2020〕5号)有效期延长至2024年12月31日。
"""
UNTIL = "《关于渔网补助的通知》(海财农〔2020〕5号)有效期延长至2024年12月31日。"
VOID = "索引号：HC-1\n发文机关：海川市海洋局\n有效性：已废止\n\n海川市浮标规定\n\n第一条 浮标应当漆红。\n"


def chat(stub_chatbot, **texts: str) -> Chatbot:
    documents = [parse_document(id, text) for id, text in texts.items()]  # noqa: A001
    return Chatbot(build_index(documents, stub_chatbot.encoder), stub_chatbot.encoder)


@pytest.mark.parametrize(
    "question",
    ["关于渔网补助的通知到什么时候为止有效?", "渔网补助的通知有效期延长到什么时候?"],
)
def test_extended_document_is_answered_with_the_words_that_extend_it(stub_chatbot, question):
    reply = chat(stub_chatbot, net=NET, longer=LONGER, old=OLD).reply(question, today=TODAY)

    assert reply.opening.endswith("目前在有效期内,有效期到2024年12月31日为止。")
    assert ("longer", UNTIL) in quotes(reply)


def test_what_extends_a_document_that_is_not_there_answers_by_itself(stub_chatbot):
    reply = chat(stub_chatbot, longer=LONGER).reply("这个通知有效期到什么时候?", today=TODAY)

    assert isinstance(reply, Answer)
    assert quotes(reply) == [("longer", UNTIL)]


def test_english_question_may_name_a_document_in_chinese_without_quotes(chatbot):
    reply = chatbot.reply("Is 海川市渔船管理办法 still valid?", today=TODAY)
    numbered = chatbot.reply("Has 海政规〔2018〕1号 been repealed?", today=TODAY)

    assert (reply.language, numbered.language) == ("en", "en")
    assert quotes(reply) == quotes(numbered) == [("new", REPEAL)]


def test_document_that_only_its_page_marks_is_told_beside_the_list(stub_chatbot):
    bot = chat(stub_chatbot, void=VOID, old=OLD, new=NEW)
    told = "《海川市浮标规定》在发布它的页面上标明已经废止或失效。"

    assert told in bot.reply("哪些文件已经失效或废止?", today=TODAY).notices
    alone = chat(stub_chatbot, void=VOID, plan=PLAN).reply("哪些文件已经失效?", today=TODAY)
    assert isinstance(alone, Refusal)
    assert alone.message == told


def test_refusal_beside_a_document_out_of_force_says_so(chatbot):
    expired = datetime.date(2025, 1, 1)
    reply = chatbot.reply("渔船检修办法的申请材料有哪些?", today=expired)

    assert isinstance(reply, Refusal)
    assert reply.notices == ("《海川市渔船检修办法》的有效期到2024年4月30日为止,已经过期。",)
    assert chatbot.reply("渔船检修办法的申请材料有哪些?", today=TODAY).notices == ()
