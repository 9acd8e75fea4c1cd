"""Topics beside a body's name, and the tasks that are about them."""

import pytest

from bot.task_topics import besides, tasks_about, topics_of
from corpus.document import parse_document
from corpus.register import read_register, tasks_of

PORT = parse_document(
    "port",
    "海川市港口方案\n\n一、航道整治\n疏浚航道,发展物联网。(责任单位:市交通局)\n\n"
    "二、云计算\n建设云计算中心。(责任单位:市物联网局)\n\n三、渔业\n发展云计算和渔业。(责任单位:市渔业局)\n",
)
PLACES = [(PORT, task) for task in tasks_of(read_register(PORT))]


def refs(question):
    return [task.ref for _, task in tasks_about(topics_of(question, PLACES), PLACES)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("在云计算方面负责什么", ["二"]),  # headed by it; another task only mentions it
        ("物联网的任务", ["一"]),  # in a text; a body's name in a list is no topic
        ("航道整治要做什么", ["一"]),
        ("What tasks on cloud computing are there?", ["二"]),
    ],
)
def test_tasks_headed_by_a_topic_go_before_those_that_mention_it(question, expected):
    assert refs(question) == expected


def test_the_title_of_a_document_is_no_topic():
    assert topics_of("Which tasks on the Haichuan port plan involve it?", PLACES) == ()
    assert topics_of("Which tasks on the cloud computing list involve it?", PLACES)


@pytest.mark.parametrize(
    "question", ["负责哪些任务", "What is it responsible for?", "列个任务分解表"]
)
def test_a_question_may_have_no_topic(question):
    assert topics_of(question, PLACES) == ()


def test_a_topic_is_marked_where_no_term_names_it():
    (topic,) = topics_of("在养老服务方面负责什么", PLACES)

    assert topic.is_marked
    assert tasks_about([topic], PLACES) == ()


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("除了渔业,市交通局还负责什么?", ("市交通局还负责什么?", "渔业")),
        ("除渔业以外,市交通局还负责什么?", ("市交通局还负责什么?", "渔业")),
        ("What else does it do besides fishing?", ("What else does it do?", "fishing")),
        ("Apart from fishing, what does it do?", ("what does it do?", "fishing")),
        ("市交通局负责什么?", ("市交通局负责什么?", "")),
    ],
)
def test_what_a_question_leaves_out_is_parted_from_what_it_asks(question, parts):
    assert besides(question) == parts
