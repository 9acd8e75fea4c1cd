"""What a number measures: exports or output, the city or the countryside, a month or a year."""

import pytest

from bot.aspects import is_of_other_aspect, is_other_thing

PHONES = "智能手机年产400万部 4 million smartphones a year"
RURAL = "农村家庭宽带达到80兆 rural households get 80 mbps"
HOME_MADE = "国产数据库市场占有率50% domestic databases keep a share of 50%"


@pytest.mark.parametrize(
    ("question", "context"),
    [
        ("手机出口多少部?", PHONES),
        ("手机的单价是多少?", PHONES),
        ("how large is the profit?", PHONES),
        ("手机一个月造多少部?", PHONES),
        ("上半年产值多少?", "产值500亿元"),
        ("每户补贴多少?", "补贴500元"),
        ("城里家庭的网速要多快?", RURAL),
        ("外国数据库占多少?", HOME_MADE),
        ("大企业奖励多少?", "中小企业奖励5万元"),
        ("how many smartphones will be exported?", PHONES),
        ("how many smartphones per month?", PHONES),
        ("what speed must city households get?", RURAL),
        ("what share may foreign databases hold?", HOME_MADE),
        ("平均每个项目投资多少?", "60个项目总投资400亿元"),
        ("how much is invested in each project?", "60 projects, an investment of 40 billion"),
        ("how much per employee?", "500 yuan"),
        ("how much water may a factory use?", "每吨产品耗电40千瓦时"),
    ],
)
def test_a_number_of_another_aspect(question, context):
    assert is_of_other_aspect(question, context)


@pytest.mark.parametrize(
    ("question", "context"),
    [
        ("手机一年造多少部?", PHONES),
        ("城市给农村家庭的网速是多少?", RURAL),
        ("农村宽带多快?", RURAL),
        ("国内外专家引进多少名?", "引进国内外专家300名"),
        ("每人补贴多少?", "每人补贴500元"),
        ("how much is paid per voyage?", "每航次补贴500元"),
        ("how much is paid per flight?", "每班补贴500元"),
        ("每张床位补贴多少?", "每张补贴500元"),
        ("within how many days may a for-profit clinic open?", "二十个工作日内办结"),
        ("how many smartphones a year?", PHONES),
        ("how many smartphones a year, and what is each firm's share?", PHONES),
        ("what speed does the city promise rural homes?", RURAL),
        ("what share must domestic databases keep?", HOME_MADE),
        ("how many tickets does the water tourism plan give out?", "发放船票5万张"),
    ],
)
def test_a_number_of_the_same_aspect(question, context):
    assert not is_of_other_aspect(question, context)


def test_a_month_may_be_the_number_itself():
    assert not is_of_other_aspect("试用期是不是一个月?", "不得超过二个工作日", lasts=True)
    assert is_of_other_aspect("一个月多少?", "不得超过二个工作日")


def test_things_that_are_counted_are_called_by_their_own_words():
    assert is_other_thing("国家企业技术中心", "等3个国家示范基地")
    assert is_other_thing("invention patents", "4 million smartphones")
    assert not is_other_thing("示范基地", "等3个国家示范基地")
    assert not is_other_thing("centres", "5 training centers")
    assert not is_other_thing("智能手机", "等3个国家示范基地")
