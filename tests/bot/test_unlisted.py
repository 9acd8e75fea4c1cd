"""Bodies that a question names and no list."""

import pytest

from bot.body_questions import find_bodies
from bot.unlisted import unlisted_names
from corpus.organisations import known_organisations


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("河西区负责哪些任务?", "河西区"),
        ("请问红桥区都有啥任务", "红桥区"),
        ("静海区有什么任务?", "静海区"),
        ("静海区政府在方案中有哪些任务?", "静海区"),
        ("静海区人民政府在这份文件里有什么工作?", "静海区"),
        ("河西区人民政府在本方案中承担哪些职责?", "河西区"),
        ("宁河区政府的任务清单", "宁河区"),
        ("Which tasks does Jinghai District (静海区) have?", "Jinghai District"),
        ("政府在方案中有哪些任务?", None),
        ("统计监测这块,市统计局负责哪几条?", "市统计局"),
        ("南开区人民政府的任务清单", "南开区"),
        ("市公安局负责什么?", "市公安局"),
        ("天津海关要配合做什么?", "天津海关"),
        ("蓝鲸造船是哪几项任务的责任单位?", "蓝鲸造船"),
        ("蓝鲸造船有没有被列为责任单位?", "蓝鲸造船"),
        ("蓝鲸造船被列为哪项任务的牵头单位?", "蓝鲸造船"),
        ("華為承擔哪些任務?", "华为"),
        ("Which tasks is Blue Whale Shipyard a responsible unit for?", "Blue Whale Shipyard"),
        ("Is Huawei named as a responsible unit for any task?", "Huawei"),
        ("云计算有没有责任单位?", None),
        ("云计算是哪些责任单位负责的?", None),
        ("What is Hexi District told to do?", "Hexi District"),
        ("Which duties fall to the Tianjin port authority?", "Tianjin port authority"),
        ("Which of the tasks are for the Ministry of Education?", "Ministry of Education"),
        ("导航雷达由谁负责?", None),
        ("产业园区的布局", None),
        ("开发区有哪些?", None),
        ("What is the fund for?", None),
        ("Which department has the most tasks?", None),
    ],
)
def test_a_body_that_no_list_names_is_known_by_its_form(question, body):
    assert unlisted_names(question) == ((body,) if body else ())


@pytest.mark.parametrize("question", ["执照丢了怎么办?", "船坏了咋办", "材料不全如何办?"])
def test_what_to_do_is_no_body(question):
    assert unlisted_names(question) == ()


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("东丽区、静海区有没有任务?", ["东丽区", "静海区"]),
        ("和平区和河东区负责哪些任务?", ["和平区", "河东区"]),
        ("海关有没有被列为责任单位?", ["海关"]),
        ("公安部门要做什么?", ["公安部门"]),
        ("Which tasks does Tianjin Customs take part in?", ["Tianjin Customs"]),
        ("Is the police force given any task?", ["police force"]),
        (
            "What must the Tianjin Municipal People's Procuratorate do?",
            ["Tianjin Municipal People's Procuratorate"],
        ),
        (
            "What are Dongli District and Jinghai District responsible for?",
            ["Dongli District", "Jinghai District"],
        ),
        (
            "Which tasks are for the Beijing Municipal Commission of Economy?",
            ["Beijing Municipal Commission of Economy"],
        ),
        (
            "What are the duties of the Hebei Development and Reform Commission?",
            ["Hebei Development and Reform Commission"],
        ),
        ("北京市科委负责哪些任务?", ["北京市科委"]),
        ("市水务局和市科委共同负责哪些?", ["市水务局", "市科委"]),
    ],
)
def test_bodies_that_no_list_prints_are_found_by_their_names(question, names):
    mentions = find_bodies(question, known_organisations())

    assert [mention.name for mention in mentions] == names


@pytest.mark.parametrize(
    "question",
    [
        "海关监管怎么改革?",
        "警察怎么查网络诈骗?",
        "法院判决由谁执行?",
        "How does the plan improve the customs clearance of goods?",
        "What is the custom software industry?",
        "What tasks are there for community policing?",
        "Which tasks make the industry safe?",
        "市区的任务有哪些?",
        "哪些区有任务?",
    ],
)
def test_a_thing_is_no_body(question):
    assert find_bodies(question, known_organisations()) == ()


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Which sections make the Tianjin Water Authority (市水务局) a responsible unit?", "Tianjin Water Authority"),
        ("Is the police (公安局) a responsible unit in any section?", "police"),
        ("市审计局(Audit Bureau)负责哪些任务?", "市审计局"),
    ],
)  # fmt: skip
def test_a_body_named_twice_is_one(question, name):
    assert [mention.name for mention in find_bodies(question, known_organisations())] == [name]
