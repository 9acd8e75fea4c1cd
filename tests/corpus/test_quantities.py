"""Numbers with units: values, bounds, ranges, and what is no quantity."""

import pytest

from corpus.quantities import chinese_value, find_quantities, scaled, states_quantity


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三", 3),
        ("十二", 12),
        ("两千", 2_000),
        ("一百二十万", 1_200_000),
        ("百亿", 1e10),
        ("百亿亿", 1e18),
    ],
)
def test_a_chinese_numeral_is_read(numeral, value):
    assert chinese_value(numeral) == value


def test_a_multiplier_is_applied():
    assert scaled("1.4", "亿") == 140_000_000
    assert scaled("1,200.5", "万") == 12_005_000
    assert scaled("1 0 8 0", "") == 1080


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit", "bound"),
    [
        ("产值达到7500亿元", "7500亿元", 7.5e11, "元", "exactly"),
        ("收入超过500亿元", "超过500亿元", 5e10, "元", "more than"),
        ("收入突破1万亿元", "突破1万亿元", 1e12, "元", "more than"),
        ("推进60余个项目", "60余个", 60, "个", "more than"),
        ("服务5万余家企业", "5万余家", 50_000, "家", "more than"),
        ("事由发生在申请日前3个月内", "3个月", 3, "个月", "exactly"),
        ("1个自然年度内", "1个自然年度", 1, "年", "exactly"),
        ("室温不低于18摄氏度", "不低于18摄氏度", 18, "摄氏度", "at least"),
        ("储存温度不超过8℃", "不超过8℃", 8, "摄氏度", "at most"),
        ("每年培训不少于24学时", "不少于24学时", 24, "学时", "at least"),
        ("每周开行3列", "3列", 3, "列", "exactly"),
        ("吞吐量达到120万标箱", "120万标箱", 1.2e6, "标准箱", "exactly"),
        ("年均浓度降到35微克/立方米以下", "35微克/立方米以下", 35, "微克/立方米", "at most"),
        ("占有率保持50%以上", "50%以上", 50, "%", "at least"),
        ("占有率保持５０％以上", "５０％以上", 50, "%", "at least"),
        ("引进不少于200名专家", "不少于200名", 200, "名", "at least"),
        ("失业率控制在5%以内", "控制在5%以内", 5, "%", "at most"),
        ("产量控制在61万吨以上", "控制在61万吨以上", 610_000, "吨", "at least"),
        ("给予最高3000万元支持", "最高3000万元", 3e7, "元", "at most"),
        ("不超过研发投入30%的支持", "30%", 30, "%", "at most"),
        ("培养2000名左右人才", "2000名左右", 2_000, "名", "about"),
        ("能力达到50兆比特每秒(Mbps)以上", "50兆比特每秒(Mbps)以上", 50, "Mbps", "at least"),
        ("建设三个基地", "三个", 3, "个", "exactly"),
        ("总积分满150分", "150分", 150, "分", "exactly"),
        ("最多不超过六批", "不超过六批", 6, "批", "at most"),
        ("部署百亿亿次计算机", "百亿亿次", 1e18, "次", "exactly"),
        ("面积1,200.5平方米", "1,200.5平方米", 1200.5, "平方米", "exactly"),
        ("原则上5年为一个周期", "5年", 5, "年", "exactly"),
        ("不得超过一个月", "不得超过一个月", 1, "个月", "at most"),
        ("收到之日起十日内", "十日", 10, "天", "exactly"),
        ("提前3日书面通知", "3日", 3, "天", "exactly"),
        ("不满三年的", "不满三年", 3, "年", "less than"),
        ("不低于百分之八十", "不低于百分之八十", 80, "%", "at least"),
        ("三分之二以上委员", "三分之二以上", 66.7, "%", "at least"),
        ("不超过五分之一", "不超过五分之一", 20, "%", "at most"),
        ("自施行之日起一年内完善", "一年", 1, "年", "exactly"),
        ("增长1 5 %左右", "1 5 %左右", 15, "%", "about"),
    ],
)
def test_a_quantity_has_value_unit_and_bound(text, printed, value, unit, bound):
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == printed
    assert (found.value, found.unit, found.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("8—12英寸生产线", 8, 12, "英寸"),
        ("培育8-10家企业", 8, 10, "家"),
        ("给予5%-20%奖励", 5, 20, "%"),
        ("处五万元以上五十万元以下罚款", 50_000, 500_000, "元"),
        ("处5万元以上50万元以下罚款", 50_000, 500_000, "元"),
    ],
)
def test_a_range_has_both_ends(text, low, high, unit):
    (found,) = find_quantities(text)
    assert (found.value, found.upper, found.unit, found.bound) == (low, high, unit, "between")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("能耗降低8%", "down"),
        ("能耗降低到8%", None),
        ("产值年均增长7%以上", "up"),
        ("覆盖率提高到48%", None),
        ("城镇化率提高4个百分点", "up"),
        ("新增就业4500万人", None),
    ],
)
def test_a_difference_is_told_from_a_level(text, change):
    (found,) = find_quantities(text)
    assert found.change == change


@pytest.mark.parametrize(
    "text",
    [
        "2017年6月9日",
        "二〇〇四年六月十六日",
        "(工信部联规〔2016〕453号)",
        "第五代移动通信(5G)",
        "第十二条规定",
        "互联网协议第6版(IPv6)",
        "依托奇虎360、中电46所等企业",
        "“三个着力”重要要求",
        "建设一批平台,形成一个体系",
        "关键零部件",
        "实施百人计划",
        "推动三次产业协同",
        "数十个国家",
        "十八届三中全会",
    ],
)
def test_what_counts_nothing_is_no_quantity(text):
    assert find_quantities(text) == ()


def test_several_quantities_keep_their_order():
    text = "总投资超过400亿元的60余个项目"
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["超过400亿元", "60余个"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("建设基站3个", True),
        ("罚款额的三分之二", True),
        ("年满十八周岁", True),
        ("within two years", True),
        ("第三条另有规定的除外", False),
        ("三农工作", False),
        ("one of the bodies, often", False),
    ],
)
def test_a_number_is_stated_in_digits_or_in_words(text, states):
    assert states_quantity(text) is states


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("租期不满一年的", 1, "年", "less than"),
        ("任职满十年的", 10, "年", "exactly"),
        ("至少保存二年", 2, "年", "at least"),
        ("不得少於三個月", 3, "个月", "at least"),
        ("最长可以延期六个月", 6, "个月", "at most"),
    ],
)
def test_a_bound_may_stand_apart_and_in_traditional_characters(text, value, unit, bound):
    (found,) = find_quantities(text)
    assert (found.value, found.unit, found.bound) == (value, unit, bound)


def test_a_share_in_words_may_be_a_range():
    (found,) = find_quantities("按百分之五十以上百分之八十以下加付")
    assert (found.value, found.upper, found.unit, found.bound) == (50, 80, "%", "between")


def test_an_english_text_is_read_as_one():
    (found,) = find_quantities("The term must not exceed three years.")
    assert (found.value, found.unit, found.bound) == (3, "年", "at most")


@pytest.mark.parametrize(
    ("text", "printed", "value", "bound"),
    [
        ("控制范围为外边线向外十\n五米", "十\n五米", 15, "exactly"),
        ("分期年限一般不超过\n二十年。", "不超过\n二十年", 20, "at most"),
        ("注册资本不低于500\n万元", "不低于500\n万元", 5e6, "at least"),
    ],
)
def test_a_number_over_the_end_of_a_line_is_read_whole(text, printed, value, bound):
    (found,) = find_quantities(text)

    assert text[found.start : found.end] == printed
    assert (found.value, found.bound) == (value, bound)


def test_a_number_that_heads_the_next_line_is_not_joined():
    text = "渔船增至三十\n五、保障三个渔港\n任务分三十\n6.新建泊位七个"
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["三个", "七个"]


def test_an_english_number_runs_over_the_end_of_a_line():
    text = "exceeds RMB 10\nmillion, a reward of 1\npercent"
    assert [(q.value, q.unit) for q in find_quantities(text)] == [(1e7, "元"), (1, "%")]
    assert find_quantities("Article 1\nPercent signs") == ()
