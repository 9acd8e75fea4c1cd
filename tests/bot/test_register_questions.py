"""What is asked of the lists as a whole: bounds, rankings, totals."""

import pytest

from bot.register_questions import Tally, read_tally


@pytest.mark.parametrize(
    ("question", "least", "most"),
    [
        ("哪些任务由三个以上单位负责?", 3, None),  # 以上 includes three
        ("哪些任務由三個以上單位負責?", 3, None),
        ("哪些任务由超过三个单位负责?", 4, None),
        ("至少有5个责任单位的任务有哪些?", 5, None),
        ("责任单位在三个以上的任务", 3, None),
        ("责任单位不到三个的任务有几项?", None, 2),
        ("哪些任务最多由两个部门负责?", None, 2),
        ("由三个以下单位负责的任务有哪些?", None, 3),  # 以下 includes three
        ("只有一个责任单位的任务是哪项?", 1, 1),
        ("哪些任务的责任单位正好是两个?", 2, 2),
        ("哪些任务由一家单独负责?", 1, 1),
        ("四家单位负责的任务有哪几项?", 4, 4),
        ("Which bodies work alone on a task?", 1, 1),
        ("有没有哪项任务是只归一个单位的?", 1, 1),
        ("哪些工作要三家以上单位一起扛?", 3, None),
        ("Which tasks have at least five responsible bodies?", 5, None),
        ("Which tasks have three or more responsible units?", 3, None),
        ("Which tasks have more than three responsible units?", 4, None),
        ("List tasks with fewer than three responsible units.", None, 2),
        ("Which tasks involve no more than two departments?", None, 2),
        ("Which tasks have only one responsible unit?", 1, 1),
        ("How many tasks have exactly 4 responsible units?", 4, 4),
    ],
)
def test_bounds(question, least, most):
    tally = read_tally(question)
    assert (tally.kind, tally.least, tally.most) == ("tasks_by_units", least, most)


@pytest.mark.parametrize(
    ("question", "least", "most"),
    [
        ("只出现过一次的单位有哪些?", 1, 1),
        ("有几个部门只分到一项任务?", 1, 1),
        ("哪些单位的任务超过二十项?", 21, None),
        ("任务在五项以上的部门有哪些?", 5, None),
        ("Which bodies have more than 20 tasks?", 21, None),
        ("Which units are named only once?", 1, 1),
        ("哪些单位只被点到一次?", 1, 1),
        ("承担两项任务的部门有哪些?", 2, 2),
        ("Which bodies appear for one task only?", 1, 1),
        ("Which departments appear in only a single task?", 1, 1),
        ("Which bodies turn up once only?", 1, 1),
    ],
)
def test_bounds_on_the_tasks_of_a_body(question, least, most):
    tally = read_tally(question)
    assert (tally.kind, tally.least, tally.most) == ("bodies_by_tasks", least, most)


@pytest.mark.parametrize(
    "question", ["涉及区政府的任务有几项?", "Which tasks involve district governments?"]
)
def test_tasks_with_a_district(question):
    tally = read_tally(question)
    assert (tally.kind, tally.least, tally.places_only) == ("tasks_by_units", 1, True)


def test_bounds_are_included():
    assert [Tally("tasks_by_units", 3, 4).holds(n) for n in (2, 3, 4, 5)] == [
        *(False, True, True, False),
    ]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("哪个单位承担的任务最多?", "most_tasks"),
        ("谁的任务最重?", "most_tasks"),
        ("哪个部门身上的担子最多,总共几项?", "most_tasks"),
        ("Who carries the heaviest load?", "most_tasks"),
        ("Which body turns up in the most lists?", "most_tasks"),
        ("Which department has the most tasks?", "most_tasks"),
        ("哪项任务的责任单位最多?", "most_units"),
        ("责任单位最多的任务是哪一项?", "most_units"),
        ("Which task names the most departments?", "most_units"),
        ("这份方案一共涉及多少个部门?", "all_bodies"),
        ("列出所有责任单位", "all_bodies"),
        ("How many bodies are named in all?", "all_bodies"),
        ("一共有多少项任务写了责任单位?", "all_tasks"),
        ("哪些任务没有写责任单位?", "bare_tasks"),
        ("Which tasks have no responsible unit?", "bare_tasks"),
        ("哪几个区被列为责任单位?", "all_bodies"),
        ("How many tasks name a responsible unit?", "all_tasks"),
    ],
)
def test_rankings_and_totals(question, kind):
    assert read_tally(question).kind == kind


def test_details_of_rankings():
    assert read_tally("任务最多的前三个单位是谁?").top == 3
    assert read_tally("Top 5 departments by number of tasks").top == 5
    assert read_tally("哪个单位任务最少?").fewest
    assert read_tally("Which bodies have the fewest tasks?").fewest
    assert read_tally("Rank the departments by number of tasks.").ranked
    assert read_tally("哪个区承担的任务最多?").places_only
    assert read_tally("涉及三个以上区的任务有哪些?").places_only
    assert not read_tally("哪个单位承担的任务最多?").places_only


@pytest.mark.parametrize(
    "question",
    [
        "5G涉及几个单位?",  # a topic: the list of its section
        "How many departments are responsible for big data?",
        "支持三个以上国家级基地",
        "滨海新区参与几项?",
        "芯片领域哪个企业最多?",
        "3个国家新型工业化产业示范基地是哪些?",
        "总投资超过400亿元的项目有多少个?",
        "What is the most important task in the plan?",
        "芯片方面哪个单位承担的任务最多?",
        "",
    ],
)
def test_other_questions_are_none(question):
    assert read_tally(question) is None


def test_municipal_bodies_are_counted_without_districts():
    tally = read_tally("哪些市级部门只负责一项任务?")

    assert tally.offices_only
    assert not tally.counts("港湾区", is_place=True)
    assert tally.counts("市甲局", is_place=False)
    assert not read_tally("Which units, districts included, have only one task?").offices_only


def test_districts_that_are_left_out_are_not_what_is_counted():
    tally = read_tally("Leaving the districts aside, which bodies have exactly two tasks?")

    assert (tally.kind, tally.offices_only) == ("bodies_by_tasks", True)


@pytest.mark.parametrize(
    ("question", "offices", "districts"),
    [
        ("哪些任务只有市级部门、没有区?", None, False),
        ("哪些條的責任單位裡沒有區政府?", None, False),
        ("Which tasks name only municipal bodies?", None, False),
        ("哪些任务全由区政府负责?", False, None),
        ("Which tasks list no municipal department?", False, None),
        ("哪些任务由市、区两级共同负责?", True, True),
    ],
)
def test_kinds_of_bodies_that_lists_must_hold(question, offices, districts):
    tally = read_tally(question)

    assert (tally.kind, tally.least, tally.most) == ("tasks_by_units", None, None)
    assert (tally.kinds.offices, tally.kinds.districts) == (offices, districts)


def test_kinds_stand_beside_a_number():
    tally = read_tally("哪些任务没有区、只有两个市级部门负责?")

    assert (tally.least, tally.most, tally.kinds.districts) == (2, 2, False)


def test_only_what_stands_there_by_name_may_be_counted():
    tally = read_tally("点名三个以上区的任务有哪些?")

    assert (tally.least, tally.places_only, tally.by_name) == (3, True, True)
    assert not read_tally("涉及三个以上区的任务有哪些?").by_name


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("哪些任务涉及只出现一次的部门?", "tasks_by_bodies"),
        ("Which tasks involve a body that appears nowhere else?", "tasks_by_bodies"),
        ("只有一项任务的单位有哪些?", "bodies_by_tasks"),
        ("Which bodies appear nowhere else?", "bodies_by_tasks"),
    ],
)
def test_tasks_are_told_from_bodies_that_have_one_task(question, kind):
    tally = read_tally(question)

    assert (tally.kind, tally.least, tally.most) == (kind, 1, 1)
