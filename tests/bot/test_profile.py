"""Who asks for support, and for what."""

import pytest

from bot.profile import asks_support, read_profile
from bot.understanding import understand
from corpus.support import find_measures


def profile(question, document):
    return read_profile(question, [document], find_measures)


def test_industry_district_and_size_are_read(tianjin):
    read = profile("我们是津南区做人工智能的小企业,有什么政策?", tianjin)
    assert {term.chinese[0] for term in read.industries} == {"人工智能"}
    assert read.places == {"津南区"}
    assert "中小企业" in read.sizes
    assert read.oneself
    assert not read.is_empty


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("有没有并购方面的扶持?", "merger"),
        ("What support is there for mergers and acquisitions?", "merger"),
        ("What financial support is there?", "fund"),
        ("想引进几位专家,有什么支持?", "talent"),
        ("稅收上有什麼優惠?", "tax"),
    ],
)
def test_the_kind_of_support_is_read(tianjin, question, kind):
    read = profile(question, tianjin)
    assert kind in read.kinds
    assert read.only_kind


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("有没有资金支持企业并购?", {"merger"}),
        ("Is there any money for buying an overseas chip designer?", {"merger"}),
        ("Is there cash for hiring experts?", {"talent"}),
        ("有没有资金支持?", {"money", "fund"}),
    ],
)
def test_money_is_wanted_for_what_is_named_beside_it(tianjin, question, wanted):
    assert profile(question, tianjin).wanted == wanted


@pytest.mark.parametrize(
    "question",
    [
        "有什么扶持政策?",
        "这个方案里都有哪些支持措施?",
        "What support does the plan offer?",
        "List all support measures.",
    ],
)
def test_a_question_for_any_support_names_nothing(tianjin, question):
    assert profile(question, tianjin).is_empty


@pytest.mark.parametrize(
    "question", ["人工智能企业有什么支持?", "What help is there for chip makers?"]
)
def test_a_question_with_a_topic_names_something(tianjin, question):
    assert not profile(question, tianjin).is_empty


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("做芯片的有什么扶持?", True),
        ("方案支持建设的特色园区,名字都报一遍", False),
        ("What is the name of the fund that supports chips?", False),
        ("导航雷达由谁负责?", False),
        ("申请渔船补贴要满足什么条件?", False),
        ("租金补贴最多能领几年?", False),
        ("哪些人可以申请渔船资助?", False),
        ("渔业公司可以申请渔船补贴吗?", False),
        ("我们可以申请哪些补贴?", True),
        ("买下一家船厂,能拿到钱吗?", True),
        ("有没有并购方面的扶持?", True),
    ],
)
def test_a_question_for_names_is_none_for_support(question, asks):
    assert asks_support(understand(question)) == asks
