"""Enumerations as answers: whole, counted, each item cited, and only where one is asked for."""

import pytest

from bot.chatbot import Chatbot
from bot.enumerations import LONGEST, Enumerations, asks_list, fits_kind, shortened
from bot.reply import Answer
from bot.understanding import understand
from corpus.document import parse_document
from corpus.sentences import split_sentences
from index.library import build_index

RULES = """海川市灯塔看守人管理办法

第一条 为规范灯塔看守,制定本办法。

第二条 灯塔看守人是指在灯塔上值守的人员。

第三条 申请担任灯塔看守人,应当同时符合下列条件:
(一)年满二十周岁;
(二)持有航标工证书;
(三)三年内未受过处分。
灯塔看守人的任期为五年。

第四条 申请担任灯塔看守人,应当提交下列材料:
(一)申请书;
(二)航标工证书。

第五条 灯塔看守人不得有下列行为:
(一)擅自离塔;
(二)熄灭灯火。
"""


@pytest.fixture(scope="module")
def chatbot(stub_chatbot) -> Chatbot:
    document = parse_document("lighthouse", RULES)
    return Chatbot(build_index([document], stub_chatbot.encoder), stub_chatbot.encoder)


def refs(reply) -> list[str]:
    return [citation.ref for citation in reply.citations]


@pytest.mark.parametrize(
    ("question", "article", "count"),
    [
        ("担任灯塔看守人要满足什么条件?", "第三条", 3),
        ("灯塔看守人的条件有哪些?", "第三条", 3),
        ("申请担任灯塔看守人要交什么材料?", "第四条", 2),
        ("灯塔看守人有哪些行为是不能做的?", "第五条", 2),
    ],
)
def test_what_is_asked_for_is_given_with_its_lead_in_and_every_item(
    chatbot, question, article, count
):
    reply = chatbot.reply(question)
    assert isinstance(reply, Answer)
    items = [f"{article}({label})" for label in "一二三"[:count]]
    assert refs(reply) == [article, *items]
    assert reply.opening.endswith(f"{article}列出{count}项:")
    for sentence, citation in zip(reply.sentences, reply.citations, strict=True):
        assert sentence.text == " ".join(citation.quote.split())


def test_the_lead_in_opens_the_items(chatbot):
    first, *rest = chatbot.reply("担任灯塔看守人要满足什么条件?").sentences
    assert first.is_heading
    assert not any(sentence.is_heading for sentence in rest)


def test_an_enumeration_is_found_though_no_hit_opens_it(chatbot, monkeypatch):
    monkeypatch.setattr("bot.enumerations.SECTIONS", 1)
    search = chatbot.search(understand("灯塔看守人的任期和条件是什么?"))
    near = Enumerations(chatbot.index)._near(search)
    assert [e.ref for e in near if not e.is_heading] != []
    assert {e.ref for e in near} >= {"第三条", "第四条", "第五条"}


def test_a_question_for_a_definition_gets_the_sentence_that_defines(chatbot):
    assert refs(chatbot.reply("灯塔看守人是指什么人员?"))[0] == "第二条"


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("要满足什么条件?", True),
        ("怎么申请?", True),
        ("能不能离塔?", False),
        ("看守人可以熄灭灯火吗?", False),
        ("灯塔有多少座?", False),
        ("How often are the lamps cleaned?", False),
        ("How can a keeper apply?", True),
    ],
)
def test_a_question_whether_or_how_many_asks_for_no_list(question, asks):
    assert asks_list(understand(question)) is asks


@pytest.mark.parametrize(
    ("question", "lead", "fits"),
    [
        ("谁可以申请?", "应当符合下列条件:", True),
        ("什么样的渔民可以申请?", "符合以下3个条件之一:", True),
        ("要交什么材料?", "应当提交下列文件:", True),
        ("怎么申请?", "申请程序如下:", True),
        ("什么时候会被取消?", "有下列情形之一的,取消资格:", True),
        ("要交什么材料?", "应当履行下列义务:", False),
        ("哪些情况算违规?", "禁止下列违规行为:", True),
        ("扣除包括哪几项?", "应当协助核实以下与扣除有关的信息:", False),
        ("要向谁申报?", "有下列情形之一的,可以不申报:", False),
        ("what are the requirements?", "applicants shall meet the following conditions:", True),
        ("conditions for the grant", "applicants shall meet the following conditions:", True),
        ("which further documents are needed?", "the following documents shall be filed:", True),
        ("in what ways may oil be moved?", "a keeper shall meet one of the following:", True),
        ("what is the fine for working without documents?", "the following documents:", False),
        ("what is tidal information?", "keepers shall give this information:", False),
        ("when did the law on lighthouse measures end?", "take these measures:", False),
    ],
)
def test_a_lead_in_fits_what_it_announces(question, lead, fits):
    assert fits_kind(question, lead) is fits


@pytest.mark.parametrize(
    ("question", "heading", "fits"),
    [
        ("申报要交什么材料?", "二、申报材料", True),
        ("申报条件是什么?", "一、申报条件", True),
        ("灯塔有哪些任务?", "二、主要任务", False),
        ("采取什么措施?", "四、保障措施", False),
    ],
)
def test_a_heading_announces_conditions_materials_or_steps_only(question, heading, fits):
    assert fits_kind(question, heading, headed=True) is fits


def test_a_word_that_is_defined_elsewhere_gets_no_list(stub_chatbot):
    rules = parse_document(
        "tides",
        "Rules on Tidal Records\n\nArticle 1 “Tidal records” means notes on the height of water.\n\n"
        "Article 2 Keepers of tidal records shall submit the following records:\n\n"
        "(1) the time;\n\n(2) the tidal height.\n",
    )
    chatbot = Chatbot(build_index([rules], stub_chatbot.encoder), stub_chatbot.encoder)
    reply = chatbot.reply("What are tidal records under the Rules on Tidal Records?")
    assert refs(reply)[0] == "Article1"
    assert not reply.opening.endswith("items:")


def test_a_long_item_is_cut_at_the_end_of_a_sentence():
    text = "看守人点灯。" * 100
    shown = shortened(text, 0, len(text))
    assert shown <= LONGEST
    assert shown in [end for _, end in split_sentences(text)]


def test_one_long_sentence_is_never_cut():
    text = "看守人点灯," * 100 + "守夜。"
    assert shortened(text, 0, len(text)) == len(text)
