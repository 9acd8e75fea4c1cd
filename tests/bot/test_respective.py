"""Which number of a sentence goes with the thing that is asked about."""

import pytest

from bot.respective import respective
from corpus.document import parse_document
from corpus.targets import find_targets

RULES = parse_document(
    "rules",
    "办法\n\n一、人才\n\n对领军人才,按A、B、C三类分别给予500万元、300万元、100万元启动资金。\n\n"
    "二、工作室\n\n对新建的国家级、省级技能工作室,分别给予20万元、10万元补助。\n\n"
    "三、港口\n\n每个泊位给予5万元补助。\n",
)
TARGETS = find_targets(RULES)


def value(ref, question):
    own = [target for target in TARGETS if target.ref == ref]
    return respective(own[0], own, RULES, question).value / 1e4


@pytest.mark.parametrize(
    ("ref", "question", "expected"),
    [
        ("一", "A类人才的启动资金多少?", 500),
        ("一", "B类人才的启动资金多少?", 300),
        ("一", "C类人才的启动资金多少?", 100),
        ("一", "人才的启动资金多少?", 500),  # not told: the best one
        ("二", "省级技能工作室补多少?", 10),
        ("二", "国家级技能工作室补多少?", 20),
        ("三", "每个泊位补多少?", 5),
    ],
)
def test_the_number_of_the_thing_that_is_named_is_given(ref, question, expected):
    assert value(ref, question) == expected
