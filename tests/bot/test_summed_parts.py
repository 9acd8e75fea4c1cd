"""Which part of a document a summary is asked of."""

import pytest

from bot.summed_parts import SummedParts, beside_title
from bot.understanding import understand
from corpus.document import parse_document
from index.library import build_index
from index.retriever import Retriever

PLAN = """海川市渔港振兴行动方案

一、总体要求

(一)指导思想。全面振兴渔港。

(二)工作目标。新建渔港九座。

二、主要任务

(一)防治台风灾害。

1.加固堤坝。堤坝加高两米。

2.预警台风。建设预警站三座。

(二)发展贝类养殖。养殖贝类八种。

(三)发展藻类养殖。养殖藻类两种。

(四)发展鱼类养殖。养殖鱼类四种。

附件1

贝类名录

贝类八种。
"""


@pytest.fixture(scope="module")
def document():
    return parse_document("plan", PLAN)


@pytest.fixture
def parts(document, stub_encoder):
    return SummedParts(Retriever(build_index([document], stub_encoder), stub_encoder))


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("总结防治台风灾害的安排", ["二(一)"]),
        ("简要说说渔港振兴的工作目标", ["一(二)"]),
        ("概括贝类养殖", ["二(二)"]),
    ],
)
def test_the_part_is_chosen_by_its_heading_and_what_stands_below_it(
    parts, document, question, refs
):
    found, sections = parts.choose(understand(question), [document])
    assert (found, [section.ref for section in sections]) == (document, refs)


def test_nothing_is_chosen_where_nothing_fits(parts, document):
    assert parts.choose(understand("总结光伏补贴"), [document]) is None


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        (
            "概括贝类养殖、藻类养殖、鱼类养殖和防治台风灾害",
            ["二(一)", "二(二)", "二(三)", "二(四)"],
        ),
        ("概括贝类养殖、藻类养殖和鱼类养殖", ["二(二)", "二(三)", "二(四)"]),
    ],
)
def test_what_is_listed_is_looked_for_thing_by_thing(parts, document, question, refs):
    found, sections = parts.listed(understand(question), [document])
    assert (found, [section.ref for section in sections]) == (document, refs)


def test_one_thing_is_no_list(parts, document):
    assert parts.listed(understand("概括贝类养殖"), [document]) is None


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("总结海川市渔港振兴的工作目标", "工作目标"),
        ("Summarise Haichuan's harvest rules", "harvest rules"),
        ("总结渔港振兴", "渔港振兴"),  # nothing else is asked
    ],
)
def test_the_words_of_the_title_are_left_out(document, question, rest):
    assert beside_title(understand(question), document).strip(" 的") == rest
