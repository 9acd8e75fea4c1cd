"""What a question sets against what."""

import pytest

from bot.comparison_sides import compares, coordinated, of_one_side, sides


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("雷达和海图的责任单位有什么不同?", ("雷达", "海图")),
        ("比较一下人才和金融两方面的措施", ("人才", "金融")),
        ("造船那头和港口那头,2030年的指标哪个更大?", ("造船", "港口")),
        ("“探海一号”和“探海二号”各派什么用场?", ("探海一号", "探海二号")),
        ("雷達跟海圖誰的責任單位更多?", ("雷达", "海图")),
        ("What is the difference between radar and sea charts?", ("radar", "sea charts")),
        (
            "Compare the bodies for radar with those for charts.",
            ("radar", "charts"),
        ),
        ("How do radar and sea charts differ in which bodies lead?", ("radar", "sea charts")),
        (
            "What is the difference between radar and charts in terms of responsible bodies?",
            ("radar", "charts"),
        ),
        ("Compare what is wanted from radar and from sea charts.", ("radar", "sea charts")),
        ("How do the goals for radar and charts differ?", ("radar", "charts")),
        ("Radar on one side, charts on the other: the same agencies?", ("Radar", "charts")),
        ("Do radar and charts have the same responsible units?", ("radar", "charts")),
        ("既管雷达又管海图的部门有哪些?", ("雷达", "海图")),
        ("负责雷达的单位里,哪家不在海图的名单上?", ("雷达", "海图")),
        ("Which bodies are responsible for both radar and charts?", ("radar", "charts")),
        ("Who is responsible for radar but not charts?", ("radar", "charts")),
        ("雷达、海图、航道三个方向的责任单位有什么不同?", ("雷达", "海图", "航道")),
        ("雷达、海图这两块共同的责任单位有哪些?", ("雷达", "海图")),
        ("雷达和海图哪个的责任单位多?", ("雷达", "海图")),
        ("Does radar or charts have more responsible units?", ("radar", "charts")),
        (
            "Which units are responsible for radar, charts and channels respectively?",
            ("radar", "charts", "channels"),
        ),
        ("哪个部门既负责雷达又负责海图?", ("雷达", "海图")),
        ("哪些单位同时参与雷达和海图?", ("雷达", "海图")),
        ("雷达和海图都由谁负责?", ("雷达", "海图")),
        ("雷达由谁负责?", ()),
        ("雷达和海图由谁负责?", ()),
        ("Are the same bodies named for radar as for charts?", ("radar", "charts")),
        ("Who is responsible for radar?", ()),
    ],
)
def test_sides_of_a_comparison(question, expected):
    assert sides(question) == expected


@pytest.mark.parametrize(
    ("question", "asked"),
    [("雷达和海图有何异同?", True), ("Who is responsible for radar?", False)],
)
def test_setting_things_against_each_other(question, asked):
    assert compares(question) is asked


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("雷达和海图的产量目标是多少?", ("雷达", "海图")),
        ("What are the targets for radars and charts?", ("radars", "charts")),
        ("雷达的产量目标是多少?", ()),
    ],
)
def test_things_side_by_side_need_not_be_compared(question, expected):
    assert coordinated(question) == expected
    assert sides(question) == ()


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("发展目标有什么不同?", "发展目标?"),
        ("收费各是多少?", "收费是多少?"),
        ("谁的产业规模更大?", "产业规模?"),
        ("How do the targets differ?", "the targets?"),
        ("Compare the fines.", "the fines."),
        ("收费是多少?", ""),
        ("What are the targets?", ""),
    ],
)
def test_what_is_compared_is_asked_of_one_side(question, rest):
    assert of_one_side(question).replace(" ", "") == rest.replace(" ", "")
