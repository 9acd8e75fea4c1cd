"""Answers from the section tree: complete, in its order."""

import pytest

from bot.chatbot import Chatbot
from bot.reply import Answer, Clarification, Refusal, reply_text
from corpus.document import parse_document
from index.library import build_index


def refs(reply) -> list[str]:
    return [citation.ref for citation in reply.citations]


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("第二部分第四条第1点讲什么?", "二(四)1"),
        ("二(四)1", "二(四)1"),
        ("第三部分第(七)条讲什么?", "三(七)"),
        ("三(七)", "三(七)"),
        ("What does Part III, section (7) say?", "三(七)"),
        ("What is in Part II, section (4), item 1?", "二(四)1"),
    ],
)
def test_a_numbered_section_is_given_with_all_its_sentences(tianjin_chatbot, question, ref):
    reply = tianjin_chatbot.reply(question)
    assert set(refs(reply)) == {ref}
    document = tianjin_chatbot.index.documents[0]
    section = document.section(ref)
    body = document.text[section.heading_end : section.end]
    assert "".join(c.quote for c in reply.citations) == body.strip()


@pytest.mark.parametrize(
    "question", ["第二部分第四条讲什么?", "What does Part II, section (4) say?", "二(四)"]
)
def test_a_section_with_parts_is_given_with_all_of_them(tianjin_chatbot, question):
    assert refs(tianjin_chatbot.reply(question)) == ["二(四)1", "二(四)2", "二(四)3"]


def test_an_outer_part_is_given_with_everything_two_levels_below(tianjin_chatbot, tianjin):
    reply = tianjin_chatbot.reply("第二部分讲什么?")
    assert refs(reply) == [
        section.ref for section in tianjin.sections if section.ref.startswith("二(")
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("二(四)1和二(四)2分别讲什么?", {"二(四)1", "二(四)2"}),
        ("Compare sections (1) and (2) of Part III.", {"三(一)", "三(二)"}),
    ],
)
def test_two_sections_named_by_number_are_both_given(tianjin_chatbot, question, expected):
    assert set(refs(tianjin_chatbot.reply(question))) == expected


def test_the_opening_names_the_section_in_the_language_of_the_question(tianjin_chatbot):
    assert tianjin_chatbot.reply("二(四)").opening == "二、主要任务 › (四)加快信息基础设施建设:"
    english = tianjin_chatbot.reply("What does Part II, section (4) say?")
    assert english.opening.startswith("Part II Main Tasks › (4) ")


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("第九部分讲什么?", "zh", "文件里没有这一部分"),
        ("第二部分第九条讲什么?", "zh", "文件里没有这一部分"),
        ("二(九)", "zh", "文件里没有这一部分"),
        ("第九部分講什麼?", "zh", "文件裏沒有這一部分"),
        ("What does Part IX say?", "en", "no such section"),
        ("What does Part III, section (20) say?", "en", "no such section"),
    ],
)
def test_a_section_that_does_not_exist_is_refused(tianjin_chatbot, question, language, words):
    reply = tianjin_chatbot.reply(question)
    assert isinstance(reply, Refusal)
    assert reply.language == language
    assert words in reply.message


def test_a_chapter_of_an_english_text_is_found(english_chatbot):
    reply = english_chatbot.reply("What does Chapter II say?")
    assert isinstance(reply, Answer)
    assert refs(reply) == ["Article3", "Article4"]


def test_an_article_that_an_english_text_lacks_is_refused(english_chatbot):
    assert isinstance(english_chatbot.reply("What does Article 99 say?"), Refusal)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("第二部分第六条第3点由谁负责?", {"二(六)3"}),
        ("二(四)由哪些部门负责?", {"二(四)1", "二(四)2", "二(四)3"}),
        ("Who is responsible for Part II, section (6), item 3?", {"二(六)3"}),
    ],
)
def test_who_is_responsible_for_a_numbered_section_is_read_from_that_section(
    tianjin_chatbot, question, expected
):
    assert set(refs(tianjin_chatbot.reply(question))) == expected


# Two documents that both have the section


@pytest.mark.parametrize(
    ("question", "language"),
    [("第二部分第一条讲什么?", "zh"), ("What does Part II, section (1) say?", "en")],
)
def test_a_section_that_two_documents_have_is_asked_back(two_plans, question, language):
    reply = two_plans.reply(question)
    assert isinstance(reply, Clarification)
    assert reply.language == language
    assert len(reply.options) == 2


def test_an_option_asked_back_is_answered_from_its_document(two_plans):
    options = two_plans.reply("第二部分第一条讲什么?").options
    answers = [two_plans.reply(option) for option in options]
    assert [{(c.document, c.ref[:4]) for c in answer.citations} for answer in answers] == [
        {(document.id, "二(一)")} for document in two_plans.index.documents
    ]


def test_an_option_that_names_an_outer_part_is_answered_from_that_part(two_plans):
    options = two_plans.reply("第二部分讲什么?").options
    answers = [two_plans.reply(option) for option in options]
    assert [{c.ref[0] for c in answer.citations} for answer in answers] == [{"二"}, {"二"}]


def test_the_options_of_an_english_question_lead_to_english_answers(two_plans):
    options = two_plans.reply("What does Part II, section (1) say?").options
    assert [two_plans.reply(option).language for option in options] == ["en", "en"]


def test_a_named_document_is_not_asked_back_about(two_plans, policy):
    reply = two_plans.reply("《海川市船舶电子产业发展方案》第二部分第一条讲什么?")
    assert isinstance(reply, Answer)
    assert {citation.document for citation in reply.citations} == {policy.id}


def test_documents_limit_the_section_to_one(two_plans, policy):
    reply = two_plans.reply("第二部分第一条讲什么?", documents=frozenset([policy.id]))
    assert isinstance(reply, Answer)
    assert {citation.document for citation in reply.citations} == {policy.id}


# Summaries and lists


@pytest.mark.parametrize(
    "question", ["总结一下保障措施", "保障措施有哪些?", "Summarise the supporting measures."]
)
def test_a_named_heading_is_summed_up_by_every_section_below_it(stub_chatbot, question):
    assert refs(stub_chatbot.reply(question)) == ["三(一)", "三(二)"]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("概括一下整个方案", "海川市船舶电子产业发展方案"),
        ("Summarise this plan.", "Haichuan Plan for the Development"),
        ("总结这份文件", "海川市船舶电子产业发展方案"),
        ("Give me an overview of the whole document.", "Haichuan"),
    ],
)
def test_a_summary_of_the_whole_represents_every_section_of_the_first_two_levels(
    stub_chatbot, question, title
):
    reply = stub_chatbot.reply(question)
    assert refs(reply) == ["一", "二", "二(一)", "二(二)", "三", "三(一)", "三(二)"]
    assert reply.opening.startswith(title)


# What a document says of itself


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("这份文件是谁发布的?", "海川市人民政府办公室"),
        ("这份文件的落款是哪一天?", "2021年3月8日"),
        ("这份方案依据哪份文件制定?", "智能船舶发展指引"),
        ("When was this plan issued?", "March 8, 2021"),
        ("Who issued this notice?", "General Office of the Haichuan Municipal"),
        ("Which document is this plan based on?", "Guidelines on Smart Ships"),
    ],
)
def test_what_a_document_says_of_itself_is_cited_from_its_preamble(stub_chatbot, question, words):
    reply = stub_chatbot.reply(question)
    assert words in reply_text(reply)
    assert set(refs(reply)) == {"前言"}


def test_a_part_is_not_an_article_of_the_same_number(stub_encoder):
    plan = parse_document(
        "plan", "海川市方案\n\n一、目标\n\n(一)建港。灯塔亮。\n\n(二)修路。路通。\n"
    )
    law = parse_document("law", "海川市条例\n\n第一条 下列事项:\n\n(一)泊位;\n\n(二)航道。\n")
    chatbot = Chatbot(build_index([plan, law], stub_encoder), stub_encoder)
    reply = chatbot.reply("What does Part I (2) say?")
    assert {citation.document for citation in reply.citations} == {"plan"}
    reply = chatbot.reply("What does Article 1 (2) say?")
    assert {citation.document for citation in reply.citations} == {"law"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("信息基础设施那部分主要讲了什么?", {"二(四)1", "二(四)2", "二(四)3"}),
        ("網絡等基礎設施要怎麼建?", {"二(四)1", "二(四)2", "二(四)3"}),
        ("保障措施有几条,分别是什么?", {"四(一)", "四(二)", "四(三)", "四(四)", "四(五)"}),
        (
            "How is the industrial structure to be optimized?",
            {"二(二)1", "二(二)2", "二(二)3", "二(二)4"},
        ),
    ],
)
def test_a_part_named_loosely_is_given_with_every_section_below(
    tianjin_chatbot, question, expected
):
    assert set(refs(tianjin_chatbot.reply(question))) == expected


@pytest.mark.parametrize(
    "question", ["List the five safeguard measures.", "Which items stand under guarantee measures?"]
)
def test_a_part_is_found_by_other_names_of_its_kind(tianjin_chatbot, tianjin, question):
    reply = tianjin_chatbot.reply(question)

    assert {c.ref for c in reply.citations} == {s.ref for s in tianjin.children("四")}
