"""Which documents a question is limited to, and what is left of it without their names."""

import pytest

from bot.chatbot import Chatbot
from bot.reply import Answer, Clarification, Refusal, citations_of, reply_text
from bot.scoping import Reading, Scoping
from bot.strings import strings_for
from bot.understanding import understand
from corpus.document import parse_document, with_metadata
from index.duplicates import Duplicates
from index.encoder import SentenceEncoder
from index.library import build_index

LAW = """海川市船舶登记条例

第一章 总则

第一条 为了管理船舶登记,制定本条例。

第二条 船舶所有人应当在三十日内登记船舶。

第二章 附则

第三条 违反本条例的,由港口局责令改正。
"""
PORTS = """{0}渔业投资条例

第一章 总则

第一条 为了促进渔业投资,制定本条例。

第二条 {0}渔业投资项目应当在{1}日内备案。
"""
PLAN = """海川市绿色港口三年行动计划

一、主要任务

(一)建设航标。每年建设航标{0}座。(责任单位:市港口局、市财政局)

(二)疏浚航道。每年疏浚航道两次。(责任单位:市港口局)
"""


@pytest.fixture(scope="module")
def documents():
    plan = with_metadata(
        parse_document("plan", PLAN.format(20)), {"issuer": "海川市人民政府办公厅"}
    )
    return [
        with_metadata(parse_document("law", LAW), {"title": "海川市船舶登记条例"}),
        with_metadata(
            parse_document("north", PORTS.format("上海市", "十")), {"title": "上海市渔业投资条例"}
        ),
        with_metadata(
            parse_document("south", PORTS.format("深圳市", "二十")),
            {"title": "深圳经济特区渔业投资条例"},
        ),
        with_metadata(plan, {"title": "海川市绿色港口三年行动计划"}),
    ]


@pytest.fixture
def chatbot(documents, stub_encoder) -> Chatbot:
    return Chatbot(build_index(documents, stub_encoder), stub_encoder)


@pytest.fixture
def read(documents, stub_encoder):
    index = build_index(documents, stub_encoder)
    scoping = Scoping(index, stub_encoder, Duplicates(index))

    def reading(question, history=(), scope=index.documents):
        source = " ".join(document.text for document in index.documents)
        return scoping.read(understand(question), history, scope, strings_for("zh"), source)

    return reading


def ids(reading: Reading) -> list[str]:
    return [document.id for document in reading.documents]


@pytest.mark.parametrize(
    ("question", "core", "limited"),
    [
        ("船舶登记条例第二条讲什么?", "第二条讲什么?", ["law"]),
        ("绿色港口行动计划里,航标由谁负责?", "航标由谁负责?", ["plan"]),
        ("按照《海川市船舶登记条例》,船舶多久登记?", "船舶多久登记?", ["law"]),
        ("绿色港口行动计划是谁发布的?", "文件是谁发布的?", ["plan"]),
        ("船舶登记条例和绿色港口行动计划有什么不同?", "有什么不同?", ["law", "plan"]),
        ("海川市人民政府办公厅发布的文件里,航标由谁负责?", "航标由谁负责?", ["plan"]),
        ("深圳的渔业项目多久备案?", "深圳的渔业项目多久备案?", ["south"]),
        ("航标由谁负责?", "航标由谁负责?", ["law", "north", "south", "plan"]),
    ],
)
def test_a_question_is_limited_to_what_it_names_and_goes_on_without(read, question, core, limited):
    reading = read(question)
    assert (reading.asked.core, ids(reading)) == (core, limited)
    assert reading.asked.question == question


def test_a_name_alone_asks_for_the_whole_document(read):
    reading = read("船舶登记条例")
    assert (reading.asked.intent, ids(reading)) == ("summary", ["law"])


def test_a_name_that_two_documents_fit_is_asked_back_with_the_question_in_each_option(read):
    asked_back = read("渔业投资条例第二条讲什么?")
    assert isinstance(asked_back, Clarification)
    assert asked_back.options == (
        "《上海市渔业投资条例》第二条讲什么?",
        "《深圳经济特区渔业投资条例》第二条讲什么?",
    )


def test_an_option_that_is_put_as_a_question_is_answered(chatbot):
    for option, days in zip(
        chatbot.reply("渔业投资条例第二条讲什么?").options, "十 二十".split(), strict=True
    ):
        assert f"应当在{days}日内备案" in reply_text(chatbot.reply(option))


@pytest.mark.parametrize(
    ("question", "name"),
    [("渔业法第二条讲什么?", "《渔业法》"), ("海府〔2020〕1号讲什么?", "海府〔2020〕1号")],
)
def test_a_document_that_is_not_there_is_refused_by_its_name(read, question, name):
    refusal = read(question)
    assert isinstance(refusal, Refusal)
    assert refusal.message == f"所收录的文件里没有{name},无法回答。"


def test_a_document_outside_the_chosen_ones_is_refused(read, documents):
    refusal = read("船舶登记条例第二条讲什么?", scope=documents[1:])
    assert isinstance(refusal, Refusal)
    assert "《海川市船舶登记条例》不在所选的文件范围内" in refusal.message


@pytest.mark.parametrize(
    "history",
    [
        [("user", "船舶登记条例第一条讲什么?"), ("assistant", "为了管理船舶登记。")],
        [("user", "船舶怎么登记?"), ("assistant", "《海川市船舶登记条例》第一章 › 第一条:")],
    ],
)
def test_a_section_without_a_document_is_of_the_one_talked_of(read, history):
    assert ids(read("第二条呢?", history)) == ["law"]


def test_a_new_topic_is_not_limited_to_the_document_talked_of(read):
    history = [("user", "船舶登记条例第一条讲什么?"), ("assistant", "为了管理船舶登记。")]
    assert len(ids(read("航标建设由哪些部门负责,每年多少座?", history))) == 4


def test_a_name_alone_after_a_question_puts_it_to_that_document(read):
    reading = read("船舶登记条例", [("user", "第二条讲什么?"), ("assistant", "您指的是哪一部分?")])
    assert (reading.asked.core, ids(reading)) == ("第二条讲什么?", ["law"])


def test_a_section_that_many_documents_have_is_asked_back(chatbot):
    asked_back = chatbot.reply("第二条讲什么?")
    assert isinstance(asked_back, Clarification)
    assert asked_back.options == (
        "《海川市船舶登记条例》第二条",
        "《上海市渔业投资条例》第二条",
        "《深圳经济特区渔业投资条例》第二条",
    )
    chosen = chatbot.reply("第二条讲什么?", documents=frozenset({"law"}))
    assert "应当在三十日内登记船舶" in reply_text(chosen)


def test_a_question_about_this_document_asks_which(chatbot):
    asked_back = chatbot.reply("这份文件是谁发布的?")
    assert isinstance(asked_back, Clarification)
    assert "《海川市船舶登记条例》是谁发布的?" in asked_back.options


def test_two_documents_that_a_question_compares_are_both_cited_by_name(chatbot):
    reply = chatbot.reply("上海市渔业投资条例和深圳经济特区渔业投资条例对备案有什么不同?")
    assert isinstance(reply, Answer)
    assert {citation.document for citation in reply.citations} == {"north", "south"}
    assert "《上海市渔业投资条例》:" in reply_text(reply)
    assert "《深圳经济特区渔业投资条例》:" in reply_text(reply)


def test_one_article_of_two_named_documents_is_given_from_both(chatbot):
    reply = chatbot.reply("上海市渔业投资条例和船舶登记条例第二条分别讲什么?")
    assert {(c.document, c.ref) for c in reply.citations} == {
        ("north", "第二条"),
        ("law", "第二条"),
    }
    assert reply.opening.startswith("《海川市船舶登记条例》")


def test_two_copies_of_a_named_document_are_one_answer_that_cites_both(documents, stub_encoder):
    copy = with_metadata(parse_document("plan-2", PLAN.format(20)), {"title": documents[3].title})
    chatbot = Chatbot(build_index([*documents, copy], stub_encoder), stub_encoder)
    reply = chatbot.reply("绿色港口行动计划里,市港口局负责哪些任务?")
    assert "共2项" in reply.opening
    assert len(reply.sentences[0].citations) == 2
    assert {citation.document for citation in reply.citations} == {"plan", "plan-2"}


def test_two_versions_that_differ_are_asked_back(documents, stub_encoder):
    other = with_metadata(
        parse_document("plan-2", PLAN.format(30)),
        {"title": documents[3].title, "date": "2024-01-02"},
    )
    old = with_metadata(documents[3], {"date": "2021-01-02"})
    chatbot = Chatbot(build_index([old, other], stub_encoder), stub_encoder)
    asked_back = chatbot.reply("绿色港口行动计划第一部分讲什么?")
    assert isinstance(asked_back, Clarification)
    assert asked_back.options[1] == "《海川市绿色港口三年行动计划》(2024-01-02)第一部分讲什么?"
    assert "30座" in reply_text(chatbot.reply(asked_back.options[1]))


def test_what_the_places_own_documents_say_goes_before_national_ones(documents, stub_encoder):
    text = "中华人民共和国渔业投资法\n\n第一条 为了促进渔业投资,制定本法。\n\n第二条 渔业投资项目应当备案。\n"
    national = with_metadata(parse_document("nation", text), {"title": "中华人民共和国渔业投资法"})
    chatbot = Chatbot(build_index([national, *documents], stub_encoder), stub_encoder)
    reply = chatbot.reply("深圳的渔业投资项目备案有什么规定?")
    assert {citation.document for citation in reply.citations} == {"south"}


def test_names_of_copies_are_one_name(documents, stub_encoder):
    copy = with_metadata(parse_document("plan-2", PLAN.format(20)), {"title": documents[3].title})
    other = parse_document("reef", "临江市礁石办法\n\n一、礁石\n\n清除礁石。(责任单位:市港口局)\n")
    chatbot = Chatbot(build_index([documents[3], copy, other], stub_encoder), stub_encoder)
    reply = chatbot.reply("市港口局负责哪些任务?")
    assert reply.sentences[0].text == "《海川市绿色港口三年行动计划》:一(一) 建设航标"
    assert len(reply.sentences[0].citations) == 2


@pytest.fixture(scope="module")
def towns() -> Chatbot:
    """Two documents on one subject, and one on another, before the embedded encoder."""
    texts = {
        "anluo": "安洛市渔港停泊办法\n\n第一条 渔船停泊每日收费30元。\n\n第二条 逾期缴费的,处200元罚款。\n",
        "bijiang": "碧江区渔港停泊办法\n\n第一条 渔船停泊每日收费50元。\n\n第二条 逾期缴费的,处900元罚款。\n",
        "school": "碧江区学校食堂规定\n\n第一条 学生午餐每份补助6元。\n\n第二条 食堂每年检查两次。\n",
    }
    encoder = SentenceEncoder()
    documents = [parse_document(name, text) for name, text in texts.items()]
    return Chatbot(build_index(documents, encoder), encoder)


def cited(chatbot, question, history):
    return {c.document for c in citations_of(chatbot.reply(question, history))}


def test_a_further_question_is_answered_from_the_document_talked_of(towns):
    history = [("user", "安洛的停泊办法里,收费多少?"), ("assistant", "渔船停泊每日收费30元。")]
    assert cited(towns, "逾期缴费罚多少?", history) == {"anluo"}
    assert cited(towns, "逾期缴费罚多少?", []) == {"anluo", "bijiang"}


def test_a_further_question_about_something_else_or_elsewhere_leaves_it(towns):
    history = [("user", "安洛的停泊办法里,收费多少?"), ("assistant", "渔船停泊每日收费30元。")]
    assert cited(towns, "学生午餐每份补助多少?", history) == {"school"}
    assert cited(towns, "碧江区的停泊收费是多少?", history) == {"bijiang"}


def test_documents_that_are_compared_are_each_asked(towns):
    text = reply_text(towns.reply("安洛和碧江的停泊办法,逾期缴费的罚款有什么不同?"))
    assert "200元" in text
    assert "900元" in text
