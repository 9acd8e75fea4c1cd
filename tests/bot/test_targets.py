"""Questions for numbers: the number first, its clause, its sentence; and the list of all."""

import datetime

import pytest

from bot.chatbot import Chatbot
from bot.reply import Answer, Refusal, reply_text
from corpus.document import parse_document
from corpus.normalise import HAN
from corpus.targets import find_targets
from index.library import build_index

LAW = """某市港口条例

第一条 港口应当安全。

第二条 港口每年检修二次,泊位不少于12个。
"""


def first_line(reply) -> str:
    return reply_text(reply).split("\n")[0]


def quotes(reply) -> str:
    return "".join(citation.quote for citation in reply.citations)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("2023年船舶电子产业规模要达到多少?", "120亿元:方案提出,到2023年,全市船舶电子产业规模达到120亿元。[1]"),
        ("免费培训渔民多少名?", "500名:方案提出,免费培训渔民500名。[1]"),
        ("導航雷達檢測中心要建多少個?", "3个:方案提出,到2023年,建成导航雷达检测中心3个。[1]"),
    ],
)  # fmt: skip
def test_the_number_comes_first_with_the_clause_as_the_plan_set_it(stub_chatbot, question, line):
    reply = stub_chatbot.reply(question)
    assert first_line(reply) == line
    assert reply.citations[0].quote in line


def test_an_english_answer_gives_the_number_that_english_readers_read(stub_chatbot):
    reply = stub_chatbot.reply("How large will the marine electronics industry be by 2023?")
    assert first_line(reply) == (
        "12 billion yuan: the plan set for 2023: “the marine electronics industry of the city will "
        "reach 12 billion yuan in scale”. [1]"
    )
    assert not HAN.search(reply_text(reply))


def test_the_sentence_of_the_number_follows_with_its_own_citation(stub_chatbot):
    reply = stub_chatbot.reply("免费培训渔民多少名?")
    assert reply.sentences[1].text == "在港口和渔船推广电子海图显示系统,免费培训渔民500名。"
    assert all(sentence.citations for sentence in reply.sentences)


def test_every_citation_is_a_slice_of_the_source(stub_chatbot, policy):
    for citation in stub_chatbot.reply("免费培训渔民多少名?").citations:
        assert policy.text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    "question", ["量化目标有哪些?", "请列出所有数字目标", "List all numeric targets."]
)
def test_all_targets_are_listed_in_order_with_their_count(stub_chatbot, policy, question):
    reply = stub_chatbot.reply(question)
    aimed = [target for target in find_targets(policy) if target.aimed]
    assert len(reply.sentences) == len(aimed) == 4
    assert "4" in first_line(reply)
    assert [c.start for c in reply.citations] == sorted(c.start for c in reply.citations)


def test_only_the_targets_of_the_year_are_listed(tianjin_chatbot):
    reply = tianjin_chatbot.reply("2020年的量化目标有哪些?")
    assert len(reply.sentences) == 9
    assert {citation.ref for citation in reply.citations} == {"一(二)"}
    assert isinstance(tianjin_chatbot.reply("2025年的量化目标有哪些?"), Refusal)


def test_the_whole_is_told_from_its_parts(tianjin_chatbot):
    reply = tianjin_chatbot.reply("整个信息产业2020年规模多大?")
    assert first_line(reply).startswith("7500亿元:")


def test_a_question_for_several_numbers_gets_several(tianjin_chatbot):
    reply = tianjin_chatbot.reply("重点项目有多少个、总投资多少元、新增销售收入多少元?")
    lines = reply_text(reply).split("\n")[:3]
    assert [line.split(":")[0] for line in lines] == ["超过400亿元", "60余个", "700亿元以上"]


def test_a_document_is_called_what_its_title_calls_it(stub_chatbot):
    chatbot = stub_chatbot.with_documents([parse_document("law", LAW)])
    reply = chatbot.reply("港口泊位不少于多少个?", documents=frozenset(["law"]))
    assert first_line(reply) == "不少于12个:条例提出,泊位不少于12个。[1]"


def test_without_a_rendering_the_english_line_names_the_section_only(stub_chatbot):
    chatbot = stub_chatbot.with_documents([parse_document("law", LAW)])
    reply = chatbot.reply("港口泊位 how many berths 泊位?", documents=frozenset(["law"]))
    assert first_line(reply) == (
        "at least 12 (不少于12个): the document states this in Article 2, in Chinese only. [1]"
    )


def test_of_an_english_document_the_clause_is_quoted(stub_chatbot):
    text = "# Harbour Rules\n\nArticle 1 A pilot shall report within 24 hours.\n"
    chatbot = stub_chatbot.with_documents([parse_document("rules", text)])
    reply = chatbot.reply(
        "Within how many hours shall a pilot report?", documents=frozenset(["rules"])
    )
    assert first_line(reply).startswith("at most 24 hours: the document states: “")


def test_a_question_whose_number_is_not_stated_is_left_to_the_refusals(stub_chatbot):
    assert isinstance(stub_chatbot.reply("产业基金规模有多大?"), Refusal)


def test_a_dated_target_of_the_past_carries_the_notice(stub_chatbot):
    reply = stub_chatbot.reply("免费培训渔民多少名?", today=datetime.date(2024, 1, 1))
    assert isinstance(reply, Answer)
    assert "2023年" in reply.notices[0]


def test_targets_of_several_documents_are_counted_by_document(stub_chatbot):
    texts = {
        "ports": "海川市港口规划\n\n一、目标\n\n到2030年,泊位达到12个,产值达到30亿元。\n",
        "boats": "临江市渔船规划\n\n一、目标\n\n到2030年,渔船达到500艘。\n",
    }
    several = stub_chatbot.with_documents([parse_document(*item) for item in texts.items()])
    reply = several.reply("量化目标有哪些?", documents=frozenset(texts))
    assert (
        reply.opening == "2份文件提出量化目标,共3项(《海川市港口规划》2项、《临江市渔船规划》1项):"
    )
    assert [s.text.split(":")[0] for s in reply.sentences] == [
        "《海川市港口规划》", "30亿元", "《临江市渔船规划》",
    ]  # fmt: skip


def test_of_very_many_targets_each_document_shows_its_first(stub_chatbot, monkeypatch):
    monkeypatch.setattr("bot.targets.MOST_LINES", 2)
    texts = {
        "ports": "海川市港口规划\n\n一、目标\n\n到2030年,泊位达到12个,产值达到30亿元。\n",
        "boats": "临江市渔船规划\n\n一、目标\n\n到2030年,渔船达到500艘。\n",
    }
    several = stub_chatbot.with_documents([parse_document(*item) for item in texts.items()])
    reply = several.reply("量化目标有哪些?", documents=frozenset(texts))
    assert len(reply.sentences) == 2
    assert "写明文件名称再问" in reply.closing


def test_target_goes_before_a_number_that_only_describes(tianjin_chatbot):
    assert first_line(tianjin_chatbot.reply("服务器的目标是多少?")).startswith("80万台:")


RULES = """港口工作人员管理条例

第一条 为了规范港口工作人员的聘用,制定本条例。

第二条 聘期一年以上不满三年的,见习期不得超过二个月;聘期三年以上的,见习期不得超过六个月。

第三条 工作人员在见习期的工资不得低于同岗位工资的百分之八十。

第四条 工作人员辞职的,应当提前三十日书面告知。
"""


@pytest.fixture
def rules_chatbot(stub_chatbot):
    return stub_chatbot.with_documents([parse_document("rules", RULES)])


def test_where_the_case_decides_no_one_number_is_the_answer(rules_chatbot):
    text = reply_text(rules_chatbot.reply("见习期最长多久?"))
    assert "不得超过二个月" in text
    assert "不得超过六个月" in text
    assert not text.startswith(("不得超过二个月:", "不得超过六个月:"))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("见习期工资不得低于多少?", "百分之八十:条例写明,"),
        ("辞职要提前多少天书面告知?", "三十日:条例写明,"),
    ],
)
def test_a_number_in_words_is_the_answer_of_a_rule(rules_chatbot, question, line):
    assert reply_text(rules_chatbot.reply(question)).startswith(line)


def test_the_largest_number_of_a_rule_is_preferred_where_the_most_is_asked_for(stub_chatbot):
    text = (
        "# Harbour Rules\n\nArticle 1 A berth fine is at least RMB 1,000 yuan and "
        "a berth fine is at most RMB 9,000 yuan.\n"
    )
    chatbot = stub_chatbot.with_documents([parse_document("rules", text)])
    ask = lambda question: first_line(chatbot.reply(question, documents=frozenset(["rules"])))  # noqa: E731
    assert ask("What is the highest berth fine in yuan?").startswith("at most 9,000 yuan")


def test_of_numbers_that_fit_alike_that_of_the_best_section_is_given(stub_encoder):
    text = "海川市方案\n\n一、渔港\n\n到2030年,新建泊位30个。\n\n二、新建泊位\n\n到2030年,新建泊位50个。\n"
    document = parse_document("plan", text)
    chatbot = Chatbot(build_index([document], stub_encoder), stub_encoder)
    reply = chatbot.reply("新建泊位多少个?")
    assert reply.hits[0].ref == "二"
    assert first_line(reply).startswith("50个")


SEAPORT = """望川市渔港方案(2024年)

一、目标

到2026年底,全市渔获加工规模突破480亿元,年均增速保持在18%以上,新建冷库30座。

二、补贴

对参加境外展会的渔业企业按展位费的70%给予补助,单个企业每年最高30万元。

三、航线

发放渔船券1.5亿元,海产品零售额增长6.5%。
"""


@pytest.fixture
def seaport_chatbot(stub_encoder) -> Chatbot:
    return Chatbot(build_index([parse_document("seaport", SEAPORT)], stub_encoder), stub_encoder)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("到2026年底,望川的渔获加工规模目标是多少,每年要增长多少?", ("480亿元", "18%")),
        ("望川2024年打算发多少渔船券,海产品零售额要增长多少?", ("1.5亿元", "6.5%")),
    ],
)
def test_each_number_of_a_question_for_two_is_given(seaport_chatbot, question, numbers):
    reply = seaport_chatbot.reply(question)
    assert isinstance(reply, Answer)
    assert all(number in reply_text(reply) for number in numbers)


def test_a_number_of_another_year_than_the_title_names_is_refused(seaport_chatbot):
    assert isinstance(seaport_chatbot.reply("望川2025年打算发多少渔船券?"), Refusal)
