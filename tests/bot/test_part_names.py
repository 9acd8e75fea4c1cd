"""Parts that plans have in common are found by all their names."""

import pytest

from bot.part_names import part_called
from corpus.document import parse_document

DOCUMENT = parse_document(
    "plan",
    "海川市方案\n\n一、总体要求\n\n加快发展。\n\n二、重点任务\n\n(一)雷达。研发雷达。\n\n"
    "(二)海图。绘制海图。\n\n三、组织保障\n\n加强领导。\n",
)
RENDERED = {"前言": "", "一": "overall demands", "二": "key tasks", "二(一)": "radar"}
RENDERED |= {"二(二)": "charts", "三": "organisational guarantees"}


def called(question):
    section = part_called(question, DOCUMENT, RENDERED)
    return section and section.ref


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("保障措施有哪些?", "三"),
        ("List the five safeguard measures.", "三"),
        ("What do the supporting measures cover?", "三"),
        ("Summarise the general requirements.", "一"),
        ("总体思路是什么?", "一"),
        ("Which main tasks are there?", "二"),
        ("三大主要任务是什么?", "二"),
    ],
)
def test_a_part_is_found_by_any_name_of_its_kind(question, ref):
    assert called(question) == ref


@pytest.mark.parametrize(
    "question",
    [
        "Which safeguard measures concern talent?",
        "保障措施里的人才部分讲什么?",
        "What are the development priorities?",
        "雷达由谁研发?",
    ],
)
def test_no_part_is_meant_where_more_is_said_or_none_is_called_so(question):
    assert called(question) is None
