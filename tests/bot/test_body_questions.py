"""Questions about bodies: which body is meant, and whether its tasks are asked for."""

import pytest

from bot.body_questions import asks_tasks_of, find_bodies, without_count
from corpus.organisations import known_organisations


def bodies(question: str) -> list[str]:
    mentions = find_bodies(question, known_organisations())
    return [body.printed for mention in mentions for body in mention.organisations]


def is_about_tasks(question: str) -> bool:
    return asks_tasks_of(question, find_bodies(question, known_organisations()))


@pytest.mark.parametrize(
    "question",
    [
        "通管局在里面露了几次面?",
        "文广局呢,要做点啥",
        "教委名下挂着什么?",
        "西青這邊攤到了哪幾件?",
        "Where does Binhai New Area come in?",
        "What's on the plate of Jinnan?",
        "What falls to the environmental people at the EPB?",
        "How often is the Commission of Commerce named?",
        "西青区和武清区谁的任务多?",
        "Between the finance bureau and the commerce commission, who has more tasks?",
        "Which tasks has Baodi been given?",
        "财政局都掺和了哪几件事",
    ],
)
def test_a_question_about_a_body_and_nothing_else_asks_for_its_tasks(question):
    assert is_about_tasks(question)


@pytest.mark.parametrize(
    "question",
    [
        "滨海新区有什么支持?",
        "Which department works with Binhai New Area?",
        "市科委和谁一起负责芯片?",
        "Who is the patent office?",
        "这份文件讲什么?",
    ],
)
def test_other_questions_do_not(question):
    assert not is_about_tasks(question)


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("管国有企业资产的那个委领了什么任务?", "市国资委"),
        ("主管知识产权的部门有哪些任务?", "市知识产权局"),
        ("What tasks does the body in charge of education have?", "市教委"),
        ("知识产全局负责什么?", "市知识产权局"),
    ],
)
def test_a_body_is_known_by_a_description_and_by_a_misspelt_name(question, body):
    assert bodies(question) == [body]


@pytest.mark.parametrize(
    "question",
    ["负责云计算的部门有哪些任务?", "管信息化的部门是哪个?", "哪些任务由三个以上单位负责?"],
)
def test_a_description_that_fits_no_body_or_several_names_none(question):
    assert bodies(question) == []


def test_a_word_that_differs_in_what_kind_of_body_it_is_is_none():
    assert bodies("中小企业发展基金用来做什么?") == []


@pytest.mark.parametrize(
    "question",
    [
        "财政局肩头的担子有哪些?",
        "凡责任单位含津南区的,请逐条编排出来",
        "Kindly enumerate the duties of Ninghe.",
        "What is SASAC here responsible for?",
    ],
)
def test_words_that_no_document_prints_are_no_topic(question):
    mentions = find_bodies(question, known_organisations())

    assert asks_tasks_of(question, mentions, lambda word: False)


@pytest.mark.parametrize(
    "question",
    [
        "市科委的任务什么时候完成?",
        "市科委的任务完成得怎么样了?",
        "武清区的任务拨款多少?",
        "When must the Science and Technology Commission finish its tasks?",
        "Has the Cyberspace Administration completed its tasks?",
        "What is the budget of the Education Commission for its tasks?",
    ],
)
def test_a_time_a_sum_or_progress_is_no_task(question):
    mentions = find_bodies(question, known_organisations())

    assert mentions
    assert not asks_tasks_of(question, mentions, lambda word: False)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("市民政局和市科委共同负责哪些任务?", ["市民政局", "市科委"]),
        ("市科委与市民政局都参与什么?", ["市科委", "市民政局"]),
        (
            "Which tasks do the Justice Bureau and the S&T Commission share?",
            ["Justice Bureau", "市科委"],
        ),
        ("市科委和谁一起负责?", ["市科委"]),
    ],
)
def test_a_body_that_no_list_names_is_found_beside_one_that_a_list_does(question, expected):
    assert bodies(question) == expected


def test_how_many_tasks_a_body_has_is_no_figure():
    assert without_count("How often is the EPB named?") == "which tasks is the EPB named?"
    assert without_count("How many piers?") == "How many piers?"


@pytest.mark.parametrize(
    "question",
    [
        "市发改委挂名的有几个领域?",
        "西青区参与了哪几个重点产业?",
        "财政局挂名的有几条措施?",
        "Which priority areas involve Xiqing District?",
        "How many industries name the Commission of Commerce?",
        "Which key fields list Wuqing District?",
        "西青区被点名的领域有哪些?",
        "Which of the fields does Jinnan District take part in?",
    ],
)
def test_areas_whose_lists_name_a_body_are_its_tasks(question):
    assert is_about_tasks(question)


@pytest.mark.parametrize(
    "question",
    [
        "滨海新区有哪些产业?",
        "Which industries grow in Binhai New Area?",
        "Which industries does the plan list for Xiqing District?",
    ],
)
def test_areas_of_a_place_are_no_tasks(question):
    assert not is_about_tasks(question)
