"""What is set for one level of a thing holds for no other."""

import pytest

from bot.levels import is_of_other_level, only_other_level

ASSESSED = "通过数据管理评估三级、四级、五级的企业,分别奖励30万元、50万元、100万元"
DRONES = "(1)大型无人驾驶航空器,奖励300万元;(2)中型无人驾驶航空器,奖励100万元"
CENTRES = "对国家级、省级技术中心分别奖励100万元、50万元"
SCENIC = "创成5A级、4A级景区的,分别奖励500万元、200万元"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("通过二级评估奖多少?", ASSESSED),
        ("What is paid for a level 2 assessment?", ASSESSED),
        ("通過二級評估獎多少?", ASSESSED),
        ("三类新药奖多少?", "一类、二类新药分别奖励500万元、300万元"),
        ("市级技术中心奖多少?", CENTRES),
        ("How much does a county-level centre get?", CENTRES),
        ("小型无人机奖多少?", DRONES),
        ("How much for a small unmanned aircraft?", DRONES),
        ("3A级景区奖多少?", SCENIC),
    ],
)
def test_a_text_of_other_levels_alone_does_not_tell_of_one(question, text):
    assert is_of_other_level(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("通过四级评估奖多少?", ASSESSED),
        ("What is paid for a Level 4 assessment?", ASSESSED),
        ("通过四级评估奖多少?", "三至五级奖励30万元"),
        ("通过二级评估奖多少?", "三级以上奖励30万元"),  # it may count from either end
        ("二级以上的医院有多少?", "三级医院10家"),
        ("省级技术中心奖多少?", CENTRES),
        ("省级技术中心奖多少?", "国家、省级技术中心奖励50万元"),
        ("中型无人机奖多少?", DRONES),
        ("4A级景区奖多少?", SCENIC),
        ("How large is the reward?", DRONES),
        ("通过二级评估奖多少?", "通过评估的奖励30万元"),
        ("奖多少?", ASSESSED),
        ("市级财政出多少?", "省级技术中心奖励50万元"),  # whose money it is
    ],
)
def test_a_text_that_names_the_level_or_none_may_tell_of_it(question, text):
    assert not is_of_other_level(question, text)


@pytest.mark.parametrize(
    ("texts", "other"),
    [
        (["鼓励企业研发", CENTRES], True),
        ([CENTRES, "市级技术中心奖励10万元"], True),  # the best one that names levels decides
        (["市级技术中心奖励10万元", CENTRES], False),
        (["鼓励企业研发"], False),
    ],
)
def test_the_best_text_that_names_levels_decides(texts, other):
    assert only_other_level("市级技术中心奖多少?", texts) is other


def test_a_list_with_its_number_is_read():
    text = "按A、B、C三类分别给予500万元、300万元、100万元"
    assert only_other_level("D类人才奖多少?", [text])
    assert not only_other_level("B类人才奖多少?", [text])
