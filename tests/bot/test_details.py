"""Details that a question demands and a document lacks; questions that only look like them."""

from typing import get_args

import pytest

from bot.details import (
    DETAILS,
    DetailKind,
    detail_names,
    foreign_places,
    missing_details,
    missing_years,
)
from bot.strings import EN, ZH, strings_for

DEMANDS: dict[DetailKind, tuple[str, ...]] = {
    "phone": (
        "市科技局的电话号码是多少?",
        "有没有咨询热线?",
        "联系方式是什么?",
        "市科技局電話是多少?",
        "What is the phone number of the bureau?",
        "Is there a hotline?",
        "Please give me the contact details.",
    ),
    "email": (
        "申报邮箱是什么?",
        "官网网址是多少?",
        "公众号叫什么?",
        "What is the e-mail of the bureau?",
        "What is the web address?",
        "Which website should I look at?",
    ),
    "address": (
        "市科技局的地址在哪?",
        "他们在哪里办公?",
        "窗口在哪?",
        "What is the office address?",
        "What are the opening hours?",
        "On which street is the bureau?",
    ),
    "procedure": (
        "基金怎么申请?",
        "要准备哪些材料?",
        "申报流程是什么?",
        "需要办什么许可证?",
        "How do we apply for the fund?",
        "Which documents must be handed in?",
        "Where can I find the application form?",
    ),
    "deadline": (
        "申报截止到哪天?",
        "什么时候开始申报?",
        "审批多久能批下来?",
        "What is the deadline for applications?",
        "When can we apply?",
        "How long does the approval take?",
    ),
    "amount": (
        "研发补贴最高多少万元?",
        "每家企业奖励多少?",
        "产业基金规模有多大?",
        "一次能拿到多少钱?",
        "How much is the subsidy?",
        "What is the maximum grant per company?",
        "How large is the fund?",
    ),
    "rate": (
        "企业所得税税率是多少?",
        "贷款利率是多少?",
        "外资持股比例上限是多少?",
        "What is the tax rate?",
        "What interest rate do the loans have?",
        "Is there a foreign ownership cap?",
    ),
    "person": (
        "市科技局局长是谁?",
        "项目负责人叫什么?",
        "联系人是谁?",
        "Who is the director of the bureau?",
        "What is the name of the person in charge?",
        "Who signed the plan?",
    ),
    "rent": (
        "人才公寓的租金是多少?",
        "园区每平方米多少钱?",
        "入驻一年要多少钱?",
        "What is the rent of the apartments?",
        "What is the price per square metre?",
        "What is the monthly fee?",
    ),
    "outcome": (
        "目前已经建成了几个检测中心?",
        "目标完成了没有?",
        "实施效果如何?",
        "How many centres have actually been built so far?",
        "Was the target met?",
        "How did the plan turn out?",
    ),
    "penalty": (
        "违反规定会被罚款多少?",
        "对决定不服怎么申诉?",
        "违法有什么后果?",
        "What is the penalty for violations?",
        "Can a company be fined?",
        "How can we appeal against the decision?",
    ),
    "opinion": (
        "你觉得这个方案怎么样?",
        "海川雷达的股票值得买吗?",
        "你怎么看船舶电子的前景?",
        "Do you think the plan is good?",
        "Should I invest in radar?",
        "In your opinion, is 12 billion yuan realistic?",
    ),
    "errand": (
        "帮我写一首关于大海的诗",
        "今天天气怎么样?",
        "附近有什么好吃的餐馆?",
        "Write me a poem about the sea.",
        "What is the weather like today?",
        "Recommend me a good restaurant.",
    ),
}
PAIRS = [(kind, question) for kind, questions in DEMANDS.items() for question in questions]
STATED = {
    "phone": ("咨询热线是多少?", "咨询电话12345。"),
    "email": ("申报邮箱是什么?", "材料发至 plan@haichuan.example。"),
    "address": ("市科技局的地址在哪?", "地址:海川市滨江路8号。"),
    "procedure": ("要准备哪些材料?", "申报材料包括营业执照。"),
    "deadline": ("申报截止到哪天?", "2021年9月30日截止。"),
    "amount": ("研发补贴最高多少万元?", "研发补贴最高50万元。"),
    "rate": ("企业所得税税率是多少?", "减按15%的税率征收。"),
    "person": ("联系人是谁?", "联系人:李海。"),
    "rent": ("人才公寓的租金是多少?", "租金为每月20元/平方米。"),
    "outcome": ("目前已经建成了几个检测中心?", "截至2020年底,已完成两个。"),
    "penalty": ("违反规定会被罚款多少?", "处以五千元罚款。"),
}


def test_every_kind_of_detail_has_its_pattern_and_its_wording():
    assert {detail.kind for detail in DETAILS} == set(get_args(DetailKind))
    assert all(getattr(ZH, f"detail_{kind}") for kind in get_args(DetailKind))


@pytest.mark.parametrize(("kind", "question"), PAIRS)
def test_a_demanded_detail_that_the_evidence_lacks_is_missing(kind, question):
    assert kind in missing_details(question, "支持企业研发导航雷达。")


@pytest.mark.parametrize("kind", STATED)
def test_a_demanded_detail_that_the_evidence_states_is_not_missing(kind):
    question, evidence = STATED[kind]
    assert missing_details(question, "支持企业研发导航雷达。") == (kind,)
    assert missing_details(question, evidence) == ()


@pytest.mark.parametrize(
    "question",
    [
        "除了打电话,通信公司还要做什么?",
        "移动电话基站由谁建设?",
        "怎么提升电话业务?",
        "How will the plan address the issues of data security?",
        "Which units address this problem?",
        "How is the IP address space used?",
        "What does the plan say about telephone services?",
        "政务网站的安全由谁负责?",
        "鼓励申请专利由谁负责?",
        "What forms of cooperation are planned?",
        "电子海图什么时候普及?",
        "有哪些扶持资金?",
        "How is the fund used?",
        "How large will the industry be by 2023?",
        "规模要达到多少亿元?",
        "税收政策有哪些?",
        "What share of the market should domestic systems keep?",
        "领导小组由谁组成?",
        "人才公寓给谁住?",
        "Are companies allowed to rent computing power?",
        "What must be achieved by 2023?",
        "现在我想知道要建几个中心?",
        "What appeals to foreign investors?",
        "怎么防范风险?",
        "怎么让通信公司不只靠打电话?",
        "能耗要降低几个点?",
        "预测分析能力由谁培育?",
        "监测、预测系统由哪些部门建设?",
        "到2023年最终要建成多少个中心?",
        "Who heads the work on radar?",
        "Are fine ceramics supported?",
        "What is the appeal of Gangwan District?",
        "怎么提高技术门槛?",
        "哪些工作个人可以参加?",
        "动漫和电影制作有什么支持?",
        "Which departments draft the standards?",
    ],
)
def test_a_question_that_only_sounds_like_a_detail_is_not_refused(question):
    assert missing_details(question, "") == ()


def test_several_missing_details_are_all_named():
    kinds = missing_details("补贴多少钱?电话是多少?", "")
    assert set(kinds) == {"phone", "amount"}
    assert detail_names(kinds, ZH) == "联系电话、补贴、奖励或资助的金额"
    assert detail_names(kinds, EN) == (
        "a telephone number or an amount of subsidy, reward or funding"
    )


def test_details_are_named_in_traditional_characters_for_a_traditional_question():
    assert detail_names(("phone",), strings_for("zh", traditional=True)) == "聯繫電話"


def test_only_the_years_that_the_source_never_names_are_missing():
    assert missing_years((2017, 2020, 2025), "2017年制定,到2020年完成。") == (2025,)


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
        ("河北省的规划目标是什么?", "Hebei"),
        ("What are Beijing's own targets?", "Beijing"),
        ("What does the Beijing plan say about radar?", "Beijing"),
        ("What is Hebei's equivalent policy?", "Hebei"),
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
        "Our Shenzhen-based firm wants to invest. Who do we contact?",
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
