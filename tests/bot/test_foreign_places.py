"""Questions about other places, and questions that only name one."""

import pytest

from bot.foreign_places import foreign_places

HOME = "海川市船舶电子产业发展方案 海川市人民政府办公室"
SOURCE = "夯实与北京市、河北省的合作。"


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("上海的船舶电子目标是多少?", "Shanghai"),
        ("深圳有什么扶持政策?", "Shenzhen"),
        ("廣州的規模目標是多少?", "Guangzhou"),
        ("What is Shanghai's target?", "Shanghai"),
        ("What does the plan say about Shenzhen?", "Shenzhen"),
        ("Which support does Suzhou offer?", "Suzhou"),
        ("北京自己的产业规模目标是多少?", "Beijing"),
        ("北京的同类方案有什么政策?", "Beijing"),
        ("海川的目标比北京高吗?", "Beijing"),
        ("How does the plan differ from Shenzhen's?", "Shenzhen"),
        ("Is the target higher than Beijing's?", "Beijing"),
        ("河北省的规划目标是什么?", "Hebei"),
        ("What are Beijing's own targets?", "Beijing"),
        ("What does the Beijing plan say about radar?", "Beijing"),
        ("What is Hebei's equivalent policy?", "Hebei"),
        ("What has Beijing set for its chip output?", "Beijing"),
        ("北京打算建多少个数据中心?", "Beijing"),
        ("北京市的船舶电子产业到2023年目标是多少?", "Beijing"),
        ("河北省到2023年船舶电子产业规模要达到多少?", "Hebei"),
        ("What revenue should Hebei's radar industry reach?", "Hebei"),
        ("日本怎么支持船舶电子?", "Japan"),
        ("澳大利亞的首都是哪裡?", "Australia"),
        ("What is the capital of France?", "France"),
        ("What is the target for the radar industry in Shenzhen?", "Shenzhen"),
    ],
)
def test_another_place_that_a_question_is_about_is_foreign(question, place):
    assert [english for _, english in foreign_places(question, SOURCE, HOME)] == [place]


@pytest.mark.parametrize(
    "question",
    [
        "和北京怎么合作?",
        "怎么对接北京的创新资源?",
        "与河北省在产业上有什么合作目标?",
        "How will the city cooperate with Beijing?",
        "What is planned with Hebei?",
        "我们是上海的公司,能享受什么支持?",
        "我们公司在深圳,想来投资,找谁?",
        "We are a company from Shanghai; what support is there?",
        "We run a small office in Shenzhen; what support is there?",
        "Our Shenzhen-based firm wants to invest. Who do we contact?",
        "我们是日本独资企业,做雷达,有什么支持?",
        "去年接触了德国一家船厂,想买下来,有没有基金?",
        "怎么引进欧洲的人才?",
        "I am from Germany and make sensors. What support is there?",
        "Can we sell radar to Korea?",
        "北京的企业来投资有什么政策?",
        "北京的雷达企业到海川来有什么目标?",
        "北京的项目疏解到我市的规模有多大?",
        "How will the city cooperate with Beijing's radar industry?",
        "海川的目标是多少?",
        "导航雷达由谁负责?",
        "怎么推广西青区的产业园经验?",
        "电子海图怎么推广东港区的渔船?",
        "检测中心建成都由谁负责?",
        "怎么扩大连接范围?",
        "入海口的船怎么用电子海图?",
    ],
)
def test_a_partner_an_origin_or_the_own_place_is_not_foreign(question):
    assert foreign_places(question, SOURCE, HOME) == ()


def test_the_documents_own_place_is_never_foreign():
    assert foreign_places("天津的规划目标是多少?", "", "天津市人民政府办公厅") == ()
    assert foreign_places("天津的规划目标是多少?", "", HOME) == (("天津", "Tianjin"),)
