"""Whether the lists of topics name a body: said of each list, with the whole of it."""

import pytest

from bot.reply import Answer, reply_text

YES, NO = "的责任单位里有", "的责任单位里没有印出"


def refs(reply) -> set[str]:
    return {citation.ref for citation in reply.citations}


def is_named(document, ref: str, body: str) -> bool:
    """Brute force: the body stands in the section's list."""
    return any(body in unit for unit in document.responsible(ref))


@pytest.mark.parametrize(
    ("question", "body", "topics"),
    [
        ("宁河区负责大数据吗?", "宁河区", {"三(七)"}),
        ("滨海新区参与大数据吗?", "滨海新区", {"三(七)"}),
        ("宁河区参与云计算,大数据的责任单位里也有它吗?", "宁河区", {"三(七)", "三(八)"}),
        ("武清区管大数据,那云计算呢也归它吗?", "武清区", {"三(七)", "三(八)"}),
        ("市财政局参不参与大数据?", "市财政局", {"三(七)"}),
    ],
)
def test_each_list_is_said_to_name_the_body_or_not(
    tianjin_chatbot, tianjin, question, body, topics
):
    reply = tianjin_chatbot.reply(question)

    assert isinstance(reply, Answer)
    assert refs(reply) == topics
    for sentence, ref in zip(reply.sentences, [c.ref for c in reply.citations], strict=True):
        assert (YES if is_named(tianjin, ref, body) else NO) in sentence.text
        assert all(unit in sentence.text for unit in tianjin.responsible(ref))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "Ninghe District shares in cloud computing; is it also printed for big data?",
            ("names Ninghe District", "does not name Ninghe District"),
        ),
        ("Does the Finance Bureau take part in cloud computing?", ("does not name",)),
    ],
)
def test_english_questions_are_answered_alike(tianjin_chatbot, question, words):
    text = reply_text(tianjin_chatbot.reply(question))
    assert [word for word in words if word not in text] == []


def test_a_group_may_include_the_body_only_where_it_is_of_its_kind(tianjin_chatbot):
    district = reply_text(tianjin_chatbot.reply("宁河区负责大数据吗?"))
    bureau = reply_text(tianjin_chatbot.reply("市财政局负责大数据吗?"))
    assert "其他有关区」这类统称" in district
    assert "这类统称" not in bureau


@pytest.mark.parametrize(
    "question",
    [
        "大数据由谁负责?",
        "宁河区的云计算企业有什么支持?",
        "宁河区负责哪些任务?",
        "宁河区有没有负责云计算的企业?",
        "Is there a list of cloud computing projects in Ninghe District?",
        "宁河区负责养老吗?",  # no list is headed so
        "上海市的大数据归宁河区管吗?",  # of another place
    ],
)
def test_other_questions_are_left_to_others(tianjin_chatbot, question):
    text = reply_text(tianjin_chatbot.reply(question))
    assert YES not in text
    assert NO not in text
    assert "The list of" not in text
