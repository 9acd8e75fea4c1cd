"""What number a question asks for, and in which units."""

import pytest

from corpus.asked_numbers import asked_number, unit_classes


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("一座基站造价多少?", "元"),
        ("投了多少亿?", "元"),
        ("雷达的出口额要达到多少?", "元"),
        ("带动就业补贴能拿多少?", "元"),
        ("占GDP的比重是多少?", "%"),
        ("带宽要扩到多少?", "Mbps"),
        ("会开几次?", "次"),
        ("多久检修一次?", "年"),
        ("总分要达到多少分?", "分"),
        ("招多少名工程师?", "名"),
        ("新增多少个就业岗位?", "人"),
        ("占地几公顷?", "公顷"),
        ("发展多少万户?", "户"),
        ("要有多少家软件企业?", "家"),
        ("一年造多少台?", "部"),
        ("How many people will be employed?", "人"),
        ("How many tonnes are made?", "吨"),
        ("What will it cost?", "元"),
        ("How many times is it inspected?", "次"),
        ("How many officers inspect it?", "人"),
        ("How far is the port?", "公里"),
        ("How many kilometres long is the road?", "公里"),
        ("How many meters deep is the port?", "米"),
        ("What is the age limit?", "岁"),
        ("How many points are needed?", "分"),
        ("What is the first prize?", "元"),
        ("What height may the towers have?", "米"),
        ("What is the noise limit of the engines?", "分贝"),
        ("What is the retirement age of the pilots?", "岁"),
        ("晶圆一年造多少片?", "颗"),
        ("拿下多少件专利?", "件"),
        ("芯片做到几纳米?", "纳米"),
        ("How many kWh are saved?", "千瓦时"),
    ],
)
def test_the_unit_of_a_number_is_read_from_the_question(question, unit):
    assert any(unit in units for units in unit_classes(question))


@pytest.mark.parametrize("question", ["规模多大?", "How big is it?", "有几家单位负责?"])
def test_a_question_may_leave_the_unit_open(question):
    assert unit_classes(question) == []


@pytest.mark.parametrize(
    ("question", "fitting", "other"),
    [
        ("补贴多少钱?", "元", "台"),
        ("試用期多久?", "个月", "元"),
        ("手机产量目标是多少?", "部", "%"),
        ("How many base stations will be built?", "座", "元"),
        ("规模多大?", "元", None),
    ],
)
def test_units_that_may_be_meant_fit(question, fitting, other):
    asked = asked_number(question)
    assert asked.fits(fitting)
    assert other is None or not asked.fits(other)


@pytest.mark.parametrize("question", ["5G由谁负责?", "责任单位有几家?", "Who runs it?"])
def test_other_questions_ask_for_no_number(question):
    assert asked_number(question) is None


def test_persons_whom_a_question_names_are_not_what_it_counts():
    assert unit_classes("困难人员的护理标准每天多少?") == []
    assert unit_classes("技术人员要达到多少?") != []


@pytest.mark.parametrize(
    ("question", "unit"),
    [("晶圆一年造多少片?", "部"), ("拿下多少件专利?", "台"), ("造多少架无人机?", "部")],
)
def test_pieces_and_devices_are_counted_in_units_of_their_own(question, unit):
    assert not asked_number(question).fits(unit)


@pytest.mark.parametrize(
    "question",
    [
        "What is the export target for radars?",
        "What are the goals for imports?",
        "船舱温度保持几度?",
    ],
)
def test_a_target_of_what_is_made_or_sold_is_a_number(question):
    assert asked_number(question)


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("每吨收多少处置费?", {"元"}),
        ("津贴每个月发多少?", {"元"}),
        ("每亩要交多少税?", {"元"}),
        ("How much does the county pay for a certificate?", {"元"}),
        ("What does an agency earn for each worker?", {"元"}),
        ("How fast must a complaint be answered?", {"个工作日"}),
        ("How quickly is it approved?", {"天"}),
        ("至少要有几个人?", {"人"}),
        ("What average growth must a firm have?", {"%"}),
    ],
)
def test_what_is_paid_and_how_fast_something_is_done_have_units(question, units):
    assert units <= frozenset().union(*unit_classes(question))


def test_to_share_something_is_no_percentage():
    wanted = frozenset().union(*unit_classes("How many households share one collection point?"))
    assert wanted == {"户"}
