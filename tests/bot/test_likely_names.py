"""Bodies by names that no table gives, and names that are another body's."""

import pytest

from bot.likely_names import likely_mentions
from corpus.document import parse_document
from corpus.organisations import known_organisations, organisations_of

HARBOUR = parse_document(
    "x", "海川市方案\n\n一、甲\n乙。(责任单位:市渔业资源保护局、市港口航道管理局、港湾区)"
)


def bodies(question, organisations=None):
    found = likely_mentions(question, organisations or known_organisations())
    return [body.printed for mention in found for body in mention.organisations]


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("知产局要做什么", "市知识产权局"),
        ("知识产全局要做什么", "市知识产权局"),
        ("市教萎有哪些任务", "市教委"),
        ("西清区负责什么", "西青区"),
        ("列出文化局的任务", "市文化广播影视局"),
        ("the Science and Tech Commission", "市科委"),
        ("Commission of Industry and Informatization", "市工业和信息化委"),
        ("What does the HRSS Bureau do?", "市人力社保局"),
        ("the Cooperation & Exchange Office", "市合作交流办"),
        ("I'm with the Transport Bureau.", "市交通运输委"),
    ],
)
def test_a_name_much_like_one_body_finds_it(question, body):
    assert bodies(question) == [body]


@pytest.mark.parametrize(
    "question",
    [
        "市民政局负责什么",  # a body of its own, one character from 市财政局
        "武侯区负责哪些",
        "市体委要做什么",
        "国家发改委负责什么",
        "滨海新区财政局负责哪些任务",
        "标准化技术委员会负责什么",
        "the Ministry of Education",
        "the National Development and Reform Commission",
        "the Public Security Bureau",
        "Hexi District Education Bureau",
        "the Statistics Bureau",
        "哪个部门负责",
        "",
    ],
)
def test_another_bodys_name_finds_none(question):
    assert bodies(question) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [("渔保局管什么", "市渔业资源保护局"), ("港航局管什么", "市港口航道管理局")],
)
def test_bodies_of_other_places_are_shortened_alike(question, expected):
    assert bodies(question, organisations_of([HARBOUR])) == [expected]


def test_a_body_without_a_name_of_its_own_is_no_abbreviation():
    party = parse_document("p", "海川市方案\n\n一、甲\n乙。(责任单位:市委、市政府)")
    assert bodies("领导小组办公室设在哪个部门", organisations_of([party])) == []
