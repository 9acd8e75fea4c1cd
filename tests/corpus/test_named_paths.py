"""Several sections named by number in one question."""

import pytest

from corpus.document import parse_document
from corpus.named_paths import find_named_paths, resolve_all

PLAN = """海川市港口方案

一、总则

(一)目标。建港。

(二)原则。稳妥。

二、任务

(一)码头。

1.深水。挖深。

2.浅水。填平。

(二)航道。疏通。

三、保障

(一)资金。筹措。
"""
LAW = """海川市港口条例

第一章 总则

第一条 为了管理港口,制定本条例。

第二条 港口包括码头。

第二章 管理

第三条 港口由市管理。
"""


def refs(question: str, text: str = PLAN) -> list[str]:
    document = parse_document("port", text)
    return [section.ref for section in resolve_all(document, find_named_paths(question))]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("二(一)1和二(二)分别讲什么?", ["二(一)1", "二(二)"]),
        ("二(一)1和2分别讲什么?", ["二(一)1", "二(一)2"]),
        ("第二部分的(一)与(二)各讲什么", ["二(一)", "二(二)"]),
        ("第一部分第一条和第二条", ["一(一)", "一(二)"]),
        ("第一部分第一条和第三部分第一条", ["一(一)", "三(一)"]),
        ("一(二)、二(一)2和三(一)", ["一(二)", "二(一)2", "三(一)"]),
        ("Compare sections (1) and (2) of Part II.", ["二(一)", "二(二)"]),
        ("Sections 1 and 2 of Part I", ["一(一)", "一(二)"]),
        ("Part II (1) 1 versus Part II (2)", ["二(一)1", "二(二)"]),
        ("How do parts 1 and 3 differ?", ["一", "三"]),
        ("Part II section 1 item 1 and item 2", ["二(一)1", "二(一)2"]),
    ],
)
def test_all_sections_named_are_found(question, expected):
    assert refs(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("二(一)1和5G由谁负责?", ["二(一)1"]),
        ("第二部分第一条和三网融合", ["二(一)"]),
        ("二、(一)、2说的啥", ["二(一)2"]),
        ("Part II, section (1) and 6 other things", ["二(一)"]),
        ("码头和航道", []),
        ("二(一)1和二(九)", []),
    ],
)
def test_what_is_no_second_section_changes_nothing(question, expected):
    assert refs(question) == expected


def test_articles_stand_alone():
    assert refs("第一条和第三条讲什么?", LAW) == ["第一条", "第三条"]
