"""Words that carry no topic are known; what is left over is one."""

import pytest

from bot.plain_words import (
    NO_TITLES,
    shared_words,
    topic_words,
    topics_as_written,
    topics_beside_titles,
)


@pytest.mark.parametrize(
    "question",
    [
        "在这里头要干些啥?",
        "名下挂着什么?",
        "這邊攤到了哪幾件?",
        "谁身上的担子最重,一共几项?",
        "Where does it come in?",
        "What's on its plate?",
        "HOW OFTEN IS IT NAMED?",
        "",
    ],
)
def test_a_question_about_nothing_in_particular_has_no_topic(question):
    assert topic_words(question) == ()


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("在5G方面要干些啥?", ("5g",)),
        ("有什么支持?", ("支持",)),
        ("What support is there for radar makers?", ("support", "radar", "makers")),
        ("ＲＡＤＡＲ由谁负责?", ("radar",)),
        ("区块链归谁管?", ("区块链",)),
        ("Who is in charge of information security?", ("information", "security")),
    ],
)
def test_what_is_left_over_is_the_topic(question, topics):
    assert topic_words(question) == topics


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("How many 5G base stations, and which stations?", ("5G base stations", "stations")),
        ("5G基站建多少?", ("5G基站",)),
        ("機器人產值多少?", ("機器人產值",)),
        ("ＲＡＤＡＲ?", ("ＲＡＤＡＲ",)),
        ("谁负责?", ()),
    ],
)
def test_topics_are_given_as_they_are_written(question, topics):
    assert topics_as_written(question) == topics


PLAN = "上海市港口电子产业行动方案 Shanghai Action Plan for the Port Electronics Industry"


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("上海的港口电子产业里,灯塔归谁管?", ("灯塔",)),
        ("上海市要在航道方面做什么?", ("航道",)),
        ("What must Shanghai's ports do about channels?", ("channels",)),
        ("Which electronics industry tasks are there?", ()),
    ],
)
def test_the_words_of_every_title_are_no_topics_beside_a_body(question, topics):
    assert topics_beside_titles(question, NO_TITLES) == topic_words(question)
    assert topics_beside_titles(question, shared_words([PLAN])) == topics
    assert topic_words(question) != topics  # of a printed thing they may be the name


@pytest.mark.parametrize(
    ("others", "topics"),
    [(["上海市渔船办法"], ("港口",)), (["北京市渔船办法"], ("上海", "港口"))],
)
def test_only_what_all_titles_share_is_left_out(others, topics):
    shared = shared_words([PLAN, *others])

    assert topics_beside_titles("上海的港口归谁管?", shared) == topics


def test_no_titles_share_no_words():
    assert shared_words([]) == NO_TITLES


def test_a_chinese_title_is_also_said_by_its_terms_and_its_place_in_english():
    shared = shared_words(["望川市支持低空经济发展的措施"])

    assert topics_beside_titles("Wangchuan's low-altitude economy", shared) == ()
    assert topics_beside_titles("the harbour of Wangchuan", shared) == ("harbour",)
