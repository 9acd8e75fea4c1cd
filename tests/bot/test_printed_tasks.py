"""The tasks that print what a question names: all of them, in order, and no other."""

import pytest

from bot.printed_tasks import tasks_printing
from corpus.document import parse_document
from corpus.register import read_register, tasks_of

HARBOUR = """海川市港口方案

一、设备

(一)雷达。建设导航雷达,接入岸基5G网络。
责任单位:市交通局。

(二)海图。推广电子海图,开展5G传输试点。
责任单位:市商务局、市科技局。

(三)浮标。更换灯具。
责任单位:市财政局。
"""


@pytest.fixture(scope="module")
def tasks():
    document = parse_document("harbour", HARBOUR)
    return [(document, task) for task in tasks_of(read_register(document))]


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("5G由谁负责?", ["一(一)", "一(二)"]),
        ("5G网络由谁负责?", ["一(一)"]),
        ("电子海图和5G由谁负责?", ["一(二)"]),
        ("5G、灯具由谁负责?", []),
        ("灯塔由谁负责?", []),
        ("由谁负责?", []),
        ("港口的5G由谁负责?", ["一(一)", "一(二)"]),  # the title names the first word
        ("海川港口由谁负责?", []),
        ("第五代移动通信归谁管?", ["一(一)", "一(二)"]),  # by another name of 5G
    ],
)
def test_the_tasks_that_print_every_topic_are_given(tasks, question, refs):
    assert [found.task.ref for found in tasks_printing(question, tasks)] == refs


def test_the_sentence_prints_the_topic(tasks):
    for found in tasks_printing("5G由谁负责?", tasks):
        assert "5G" in found.document.text[found.start : found.end]


def test_a_known_name_in_a_longer_one_tells_no_task():
    freight = parse_document("freight", "海川市方案\n\n一、冷库。发展物流。\n责任单位:市商务局。")
    tasks = [(freight, task) for task in tasks_of(read_register(freight))]

    assert [found.task.ref for found in tasks_printing("物流业由谁负责?", tasks)] == ["一"]
    assert list(tasks_printing("低空物流航线由谁负责?", tasks)) == []
