"""A number is told from the number of another thing."""

import pytest

from bot.reply import Answer, Refusal
from bot.stated_numbers import Contexts, is_contradicted, is_given, is_of_several
from corpus.document import parse_document
from corpus.targets import find_targets
from index.lexical import LexicalIndex

TEXT = """海川市方案

一、目标

到2023年,制造业规模达到5000亿元,软件收入超过2000亿元。新建基站300个,推进雷达研发。

二、项目

推进华为、中兴通讯等总投资400亿元的60个重点项目。发展集成电路产业,支持导航设备生产。
"""
DOCUMENT = parse_document("plan", TEXT)
MAKING, SOFTWARE, STATIONS, INVESTED, PROJECTS = find_targets(DOCUMENT)


@pytest.fixture(scope="module")
def lexical():
    return LexicalIndex.from_texts(
        [section.heading or TEXT for section in DOCUMENT.sections] + [TEXT], "zh"
    )


def is_elsewhere(stub_encoder, lexical, target, question):
    return Contexts(stub_encoder).is_elsewhere(target, DOCUMENT, question, lexical)


def test_a_number_that_the_question_states_is_not_what_it_asks_for():
    assert is_given(INVESTED, "总投资400亿元里,芯片占多少?")
    assert is_given(INVESTED, "How much of the 40 billion yuan is for chips?")
    assert not is_given(INVESTED, "总投资多少?")
    assert not is_given(INVESTED, "超过400亿人次的总投资多少?")


@pytest.mark.parametrize(
    ("question", "of_several"),
    [
        ("华为投了多少钱?", True),
        ("How much does Huawei invest?", True),
        ("华为、中兴通讯这些项目一共投多少钱?", False),
        ("重点项目总投资多少?", False),
    ],
)
def test_a_sum_of_several_firms_is_not_the_sum_of_one(question, of_several):
    assert is_of_several(INVESTED, DOCUMENT, question) is of_several


def test_a_number_of_another_aspect_or_of_things_called_otherwise(stub_encoder, lexical):
    assert is_elsewhere(stub_encoder, lexical, STATIONS, "新建基站每月建多少个?")
    assert is_elsewhere(stub_encoder, lexical, SOFTWARE, "软件出口收入多少?")
    assert is_elsewhere(stub_encoder, lexical, STATIONS, "新建多少个技术中心?")


def test_a_number_is_contradicted_by_what_it_is_not_printed_with():
    assert is_contradicted(STATIONS, DOCUMENT, "新建多少个技术中心?")
    assert is_contradicted(INVESTED, DOCUMENT, "利润多少?")
    assert not is_contradicted(STATIONS, DOCUMENT, "新建多少个基站?")
    assert not is_contradicted(INVESTED, DOCUMENT, "投资多少?")


def test_funds_are_the_matter_of_rules_about_funds():
    text = "江北市专项资金管理办法\n\n第一条 项目变更应当在30日内书面报告。\n"
    document = parse_document("funds", text)
    (target,) = find_targets(document)
    assert not is_contradicted(target, document, "资金项目变更多少天内报告?")
    assert is_contradicted(target, document, "出口项目变更多少天内报告?")


def test_a_number_with_which_the_thing_asked_about_does_not_stand(stub_encoder, lexical):
    assert is_elsewhere(stub_encoder, lexical, MAKING, "集成电路产值多少?")
    assert is_elsewhere(stub_encoder, lexical, STATIONS, "导航设备生产多少?")


@pytest.mark.parametrize(
    ("target", "question"),
    [
        (MAKING, "制造业规模多大?"),
        (SOFTWARE, "软件收入多少?"),
        (STATIONS, "信号塔建多少座?"),  # another name of the same thing
        (STATIONS, "铁桩子要立多少根?"),  # words that the document does not use tell nothing
    ],
)
def test_a_number_that_may_be_what_is_asked_for(stub_encoder, lexical, target, question):
    assert not is_elsewhere(stub_encoder, lexical, target, question)


@pytest.mark.parametrize(
    "question",
    [
        "到2020年全市软件企业要有多少家?",
        "2020年信息产业要新增多少个就业岗位?",
        "集成电路产值要达到多少亿元?",
        "2016年信息产业规模是多少亿元?",
        "1.4亿部里面,平板电脑占多少部?",
        "How many people will work in the key projects?",
        "How many of the 11,000 new base stations go to Jinnan?",
    ],
)
def test_the_number_of_another_thing_is_refused(tianjin_chatbot, question):
    assert isinstance(tianjin_chatbot.reply(question), Refusal)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("到2020年软件和信息技术服务业业务收入要达到多少?", "2000亿元"),
        ("新建基站多少个?", "11000个"),
        ("天津市的信息产业到2020年目标是多少?", "7500亿元"),  # 津市 is no thing
        ("总投资超过400亿元的重点项目,预计新增销售收入多少?", "700亿元"),
        ("How many new base stations will be built?", "11,000"),
    ],
)
def test_the_number_that_stands_with_the_thing_is_given(tianjin_chatbot, question, number):
    reply = tianjin_chatbot.reply(question)
    assert isinstance(reply, Answer)
    assert number in reply.sentences[0].text


def test_words_of_an_english_question_are_not_looked_for_beside_a_chinese_number(stub_encoder):
    lexical = LexicalIndex.from_texts(["the revenue of ports and harbours"], "en")
    question = "What is the revenue of the ports?"
    assert not is_elsewhere(stub_encoder, lexical, SOFTWARE, question)


def test_questions_may_be_compared_side_by_side(stub_encoder, monkeypatch):
    """One that forgets the vectors does not take them from another that is using them."""
    monkeypatch.setattr("bot.stated_numbers.REMEMBERED", 1)
    contexts = Contexts(stub_encoder)
    encode = stub_encoder.encode_queries

    def meanwhile(texts):
        monkeypatch.setattr(stub_encoder, "encode_queries", encode)
        contexts._encoded(["雷达"])
        contexts._encoded(["浮标", "灯塔"])
        return encode(texts)

    contexts._encoded(["渔船", "码头"])
    monkeypatch.setattr(stub_encoder, "encode_queries", meanwhile)
    assert contexts._encoded(["航道"]).shape == (1, stub_encoder.dimension)


def test_a_place_is_no_thing_that_must_stand_beside_a_number(stub_encoder, lexical):
    assert not is_elsewhere(stub_encoder, lexical, MAKING, "上海、深圳和天津的制造业规模多大?")


def test_a_unit_of_few_numbers_tells_which_number_is_meant(stub_encoder):
    document = parse_document(
        "post",
        "海川市方案\n\n一、班车\n\n班车代运邮件,单件不超过20公斤。\n\n二、快递\n\n推进快递进村,发展客运。\n",
    )
    lexical = LexicalIndex.from_texts([document.text], "zh")
    (weight,) = find_targets(document)

    def elsewhere(question: str) -> bool:
        return Contexts(stub_encoder).is_elsewhere(weight, document, question, lexical)

    assert not elsewhere("班车代运快递,单件最多几公斤?")
    assert elsewhere("班车代运快递,单件最多多少?")
