"""Several questions in one, and clauses that are none by themselves."""

import pytest

from bot.reply import Answer, reply_text
from bot.several import questions_in, several_numbers


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("税收政策归谁落实?产业基金归谁管?", ("税收政策归谁落实", "产业基金归谁管")),
        ("航道由哪些单位负责,渔船又归谁管?", ("航道由哪些单位负责", "渔船又归谁管")),
        ("雷达写在哪一条?海图写在哪一条?", ("雷达写在哪一条", "海图写在哪一条")),
        (
            "Who is in charge of radar, and who of sea charts?",
            ("Who is in charge of radar", "who of sea charts"),
        ),
        (
            "Which units handle taxes, and which handle the fund?",
            ("Which units handle taxes", "which handle the fund"),
        ),
    ],
)
def test_each_question_is_told_apart(question, parts):
    assert questions_in(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "税收政策归谁落实?",
        "雷达写在哪一条,由哪些单位负责?",  # the second clause has no topic
        "航道由谁负责?它们还有别的任务吗?",
        "产业基金由谁负责,投资方式有哪几种?",  # of the fund's
        "Which section names radar, and who is responsible for it?",
        "Who is responsible for radar and sea charts?",
        "",
    ],
)
def test_other_questions_are_one(question):
    assert questions_in(question) == ()


def test_both_are_answered(tianjin_chatbot):
    reply = tianjin_chatbot.reply("「加强政策引导」由谁负责?「创新金融支持」由谁负责?")

    assert isinstance(reply, Answer)
    assert {"四(二)", "四(三)"} <= {c.ref for c in reply.citations}
    assert len({(hit.document, hit.ref) for hit in reply.hits}) == len(reply.hits) == 10
    assert "市国税局" in reply_text(reply)
    assert "市商务委" in reply_text(reply)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("雷达年产多少台?海图年产多少套?", ("雷达年产多少台", "海图年产多少套")),
        (
            "How many radars will be built and how fast must ships be?",
            ("How many radars will be built", "how fast must ships be"),
        ),
        ("雷达年产多少台?它们卖多少钱?", ()),
        ("雷达年产多少台,由谁负责?", ()),
        ("雷达年产多少台?一共多少?", ()),
        ("雷达年产多少台?", ()),
    ],
)
def test_numbers_asked_one_behind_the_other_are_told_apart(question, parts):
    assert several_numbers(question) == parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "雷达年产多少台?它属于哪个发展重点?",
            ("雷达年产多少台", "雷达属于哪个发展重点"),
        ),
        (
            "What share of radars is home-made, and which focus area covers them?",
            ("What share of radars is home-made", "which focus area covers radars"),
        ),
        ("雷达年产多少台,由谁负责?", ()),
        ("雷达写在哪个部分?", ()),
    ],
)
def test_a_number_and_the_part_in_which_its_thing_stands(question, parts):
    assert questions_in(question) == parts
