"""Bodies that a text names, and words that only look like one."""

import pytest

from corpus.document import parse_document
from corpus.mentions import find_mentions, find_organisations
from corpus.organisations import known_organisations, organisations_of

TABLE = known_organisations()


def found(question: str) -> list[str]:
    return [organisation.printed for organisation in find_organisations(question, TABLE)]


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("工信委负责什么?", ["市工业和信息化委"]),
        ("網信辦管哪些?", ["市委网信办"]),  # traditional
        ("What does the Cyberspace Administration do?", ["市委网信办"]),
        ("Which tasks does MIIT lead?", ["市工业和信息化委"]),
        ("市财政局和市科委", ["市财政局", "市科委"]),  # in the order of the question
        ("市科委、市财政局、科委", ["市科委", "市财政局"]),  # each once
        ("市委网信办", ["市委网信办"]),  # not the 市委 inside it
        ("滨海新区的项目", ["滨海新区"]),
        ("滨海参与哪些?", ["滨海新区"]),
        ("Is Xiqing involved in anything?", ["西青区"]),
        ("What is Wuqing here for?", ["武清区"]),
        ("Where do Ninghe and the S&T Commission appear together?", ["宁河区", "市科委"]),
        ("市财政局面临哪些任务", ["市财政局"]),
        ("网信办事项有哪些", ["市委网信办"]),
        ("给市教委派了哪些任务", ["市教委"]),
        ("给财政局委派了哪些任务", ["市财政局"]),
        ("", []),
    ],
)
def test_bodies_that_a_question_names(question, bodies):
    assert found(question) == bodies


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("市科技局负责哪些任务?", ["市科委"]),
        ("生态环境局负责什么?", ["市环保局"]),
        ("工信局呢", ["市工业和信息化委"]),
        ("规划和自然资源局", ["市规划局", "市国土房管局"]),
        ("住建委负责什么", ["市国土房管局"]),
        ("文旅局", ["市文化广播影视局"]),
        ("the Ecology and Environment Bureau", ["市环保局"]),
        ("税务局负责什么?", ["市国税局", "市地税局"]),
        ("當地稅務部門", ["市国税局", "市地税局"]),
        ("What does the tax bureau do?", ["市国税局", "市地税局"]),
        ("Which tax authorities are named?", ["市国税局", "市地税局"]),
        ("国税局负责什么?", ["市国税局"]),  # not both: the name is not shared
    ],
)
def test_a_new_or_a_shared_name_finds_all_bodies_that_it_may_mean(question, bodies):
    assert found(question) == bodies


@pytest.mark.parametrize(
    "question",
    [
        "招商投资办法由谁制定?",
        "滨海—中关村科技园由谁负责?",
        "滨海高新区软件园由谁负责?",
        "滨海新区信息安全产业园由谁负责?",
        "津南八里台工业区",
        "外商委托加工",
        "宗教委员会",
        "广电局域网",
        "金融办理",
        "外国税收政策",
        "市政府采购",
        "市政府工作报告",
        "合作交流办法",
        "submit the form",  # MIIT is not inside a word
        "the Binhai-Zhongguancun Science Park",
        "Binhai New Area Information Security Industrial Park",
        "Xiqing Economic and Technological Development Area",
        "Baodi Jing-Jin Zhongguancun Science and Technology City",
    ],
)
def test_what_only_looks_like_a_body_is_none(question):
    assert found(question) == []


@pytest.mark.parametrize(
    "question", ["国家发改委负责什么?", "滨海新区财政局负责哪些任务?", "西青区发改委", "省科技厅"]
)
def test_the_body_of_another_level_is_not_the_citys(question):
    assert found(question) == []


def test_a_mention_says_that_it_was_found_by_a_successors_name():
    (mention,) = find_mentions("市科技局和它的任务", TABLE)
    (old,) = find_mentions("市科委的任务", TABLE)

    assert [s.full for s in mention.successors] == ["天津市科学技术局"]
    assert old.successors == ()


def test_the_printed_name_goes_before_a_successors_name_of_another_place(tianjin):
    text = "海川市方案\n一、甲\n乙。(责任单位:市科技局)"
    bodies = organisations_of([tianjin, parse_document("x", text)])
    names = [body.printed for body in find_organisations("市科技局负责什么", bodies)]

    assert names == ["市科技局"]


def test_old_and_new_name_of_one_place_are_both_found(tianjin):
    later = parse_document("x", "天津市灯塔方案\n\n一、甲\n乙。(责任单位:市科技局)")
    bodies = organisations_of([tianjin, later])
    names = [body.printed for body in find_organisations("市科技局负责什么", bodies)]

    assert names == ["市科技局", "市科委"]


@pytest.mark.parametrize(
    ("printed", "question"),
    [
        ("市发展和改革委员会", "发改委负责什么"),
        ("市工业和信息化局", "工信局负责什么"),
        ("市人力资源和社会保障局", "市人社局负责什么"),
        ("市委网络安全和信息化委员会办公室", "网信办负责什么"),
        ("国家发展改革委", "国家发改委负责什么"),
        ("省工业和信息化厅", "省工信厅负责什么"),
        ("市发展改革委", "What does the DRC do?"),
    ],
)
def test_bodies_of_other_places_are_known_by_rule(printed, question):
    document = parse_document("x", f"海川方案\n\n一、甲\n乙。(责任单位:{printed})")

    assert [b.printed for b in find_organisations(question, organisations_of([document]))] == [
        printed
    ]
