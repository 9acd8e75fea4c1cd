"""Comparisons: what is set against what, and both sides in the answer."""

import pytest

from bot.comparisons import sides
from bot.reply import Answer, reply_text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("雷达和海图的责任单位有什么不同?", ("雷达", "海图")),
        ("比较一下人才和金融两方面的措施", ("人才", "金融")),
        ("造船那头和港口那头,2030年的指标哪个更大?", ("造船", "港口")),
        ("“探海一号”和“探海二号”各派什么用场?", ("探海一号", "探海二号")),
        ("雷達跟海圖誰的責任單位更多?", ("雷达", "海图")),
        ("What is the difference between radar and sea charts?", ("radar", "sea charts")),
        (
            "Compare the bodies for radar with those for charts.",
            ("the bodies for radar", "those for charts"),
        ),
        ("How do the goals for radar and charts differ?", ("radar", "charts")),
        ("Radar on one side, charts on the other: the same agencies?", ("Radar", "charts")),
        ("Do radar and charts have the same responsible units?", ("radar", "charts")),
        ("既管雷达又管海图的部门有哪些?", ("雷达", "海图")),
        ("负责雷达的单位里,哪家不在海图的名单上?", ("雷达", "海图")),
        ("Which bodies are responsible for both radar and charts?", ("radar", "charts")),
        ("Who is responsible for radar but not charts?", ("radar", "charts")),
        ("雷达由谁负责?", None),
        ("雷达和海图由谁负责?", None),
        ("Who is responsible for radar?", None),
    ],
)
def test_sides_of_a_comparison(question, expected):
    assert sides(question) == expected


def test_units_are_compared_as_sets(stub_chatbot):
    """The invented plan: two sections whose lists share one unit."""
    reply = stub_chatbot.reply("导航雷达和电子海图的责任单位有什么不同?")

    assert isinstance(reply, Answer)
    lists = [stub_chatbot.index.documents[0].responsible(c.ref) for c in reply.citations]
    both = [unit for unit in lists[0] if unit in lists[1]]
    text = reply_text(reply)
    assert len({c.ref for c in reply.citations}) == 2
    assert [unit for own in lists for unit in own if unit not in text] == []
    assert f"共有{len(both)}个" in text if both else "没有相同的责任单位" in text


def test_other_comparisons_show_sentences_of_both_sides(stub_chatbot):
    reply = stub_chatbot.reply("导航雷达和电子海图的重点有什么区别?")

    assert isinstance(reply, Answer)
    assert len({c.ref for c in reply.citations}) == 2
    assert all(c.quote in reply.sentences[n].text for n, c in enumerate(reply.citations))


@pytest.mark.parametrize(
    "question",
    [
        "二(一)1和二(一)2的责任单位一样吗?",
        "Part II (1) 1 versus Part II (1) 2: who is responsible?",
    ],
)
def test_sections_named_by_number_are_compared_as_well(stub_chatbot, question):
    reply = stub_chatbot.reply(question)

    assert isinstance(reply, Answer)
    assert [c.ref for c in reply.citations] == ["二(一)1", "二(一)2"]
