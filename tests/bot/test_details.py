"""Details that a question demands and a document lacks; questions that only look like them."""

import pytest

from bot.detail import DetailKind
from bot.details import detail_names, missing_details, missing_years
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
        "他们怎么联系?",
        "What is the helpline?",
        "How do I contact the office?",
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
        "手游的版号怎么报批?",
        "试飞要找哪个部门批?",
        "To which office do I send my application?",
        "Is there a form for joining the park?",
        "What is the minimum investment for the park?",
    ),
    "deadline": (
        "申报截止到哪天?",
        "提交以后几天能到账?",
        "几个工作日出结果?",
        "什么时候开始申报?",
        "审批多久能批下来?",
        "What is the deadline for applications?",
        "When can we apply?",
        "How long does the approval take?",
    ),
    "frequency": (
        "渔船多久检修一次?",
        "How often are the boats inspected?",
    ),
    "amount": (
        "研发补贴最高多少万元?",
        "What does a breach cost in yuan?",
        "每家企业奖励多少?",
        "产业基金规模有多大?",
        "一次能拿到多少钱?",
        "How much is the subsidy?",
        "What is the maximum grant per company?",
        "How large is the fund?",
        "方案总共要花多少财政资金?",
        "What is the budget for the plan?",
        "What budget is set aside for the charts?",
    ),
    "rate": (
        "企业所得税税率是多少?",
        "贷款利率是多少?",
        "外资持股比例上限是多少?",
        "What is the tax rate?",
        "What interest rate do the loans have?",
        "Is there a foreign ownership cap?",
        "基金的收益率是多少?",
        "What stake may investors take?",
        "What return does the fund expect?",
    ),
    "person": (
        "哪位院士牵头?",
        "Who designed the logo?",
        "市科技局局长是谁?",
        "项目负责人叫什么?",
        "联系人是谁?",
        "Who is the director of the bureau?",
        "What is the name of the person in charge?",
        "Who signed the plan?",
        "哪位副市长分管这项工作?",
        "协调小组组长叫什么?",
        "Who chairs the coordination group?",
        "Which officials are mentioned by name?",
        "Who was the mayor at the time?",
    ),
    "rent": (
        "人才公寓的租金是多少?",
        "园区每平方米多少钱?",
        "入驻一年要多少钱?",
        "What is the rent of the apartments?",
        "What is the price per square metre?",
        "What is the monthly fee?",
        "宽带每月资费多少?",
        "检测平台怎么收费?",
    ),
    "outcome": (
        "What did the industry earn last year?",
        "港湾区完成任务了吗?",
        "科技局的工作完成得怎么样?",
        "是否已经实现目标?",
        "Did the city reach its target?",
        "Has Harbour District completed its tasks?",
        "目前已经建成了几个检测中心?",
        "目标完成了没有?",
        "实施效果如何?",
        "How many centres have actually been built so far?",
        "Was the target met?",
        "How did the plan turn out?",
        "Which company has signed up for the line?",
        "What was the actual revenue in 2023?",
        "一季度的完成情况怎么样?",
        "Who won the tender?",
    ),
    "penalty": (
        "违反规定会被罚款多少?",
        "对决定不服怎么申诉?",
        "违法有什么后果?",
        "What is the penalty for violations?",
        "Can a company be fined?",
        "How can we appeal against the decision?",
        "Is there an appeal if we are turned down?",
    ),
    "date": (
        "电子海图什么时候普及?",
        "检测中心哪一年开工?",
        "聯盟何時成立?",
        "When will the alliance be founded?",
        "In which year did the zone win its status?",
        "By which date must the rules be passed?",
        "5G商用的具体日期?",
    ),
    "funding": (
        "改造的钱由谁出?",
        "这笔经费从哪来?",
        "检测平台谁出资?",
        "Who foots the bill for the platform?",
        "Who pays for the test centre?",
        "Where does the money come from?",
        "电子海图有没有安排预算?",
        "Is there a budget for the charts?",
    ),
    "standard": (
        "智能工厂的验收标准是什么?",
        "雷达要通过什么认证?",
        "数据中心的PUE不能高于多少?",
        "To which standard must radars be certified?",
        "What is the uptime requirement?",
        "Which certificate is needed?",
        "谁来验收基地,标准是什么?",
    ),
    "rank": (
        "海川的产业规模在全国排第几名?",
        "人工智能的排名目标是多少?",
        "What ranking does the city aim for?",
        "Where is the port ranked among the ports of the country, and what rank is planned?",
    ),
    "institution": (
        "哪家银行管理这只基金?",
        "哪个律师事务所参与审查?",
        "Which bank will manage the fund?",
        "Which law firm reviewed the plan?",
        "雷达要出口到哪个国家?",
        "Which country will the radars be sold to?",
    ),
    "particular": (
        "贷款利息怎么算?",
        "谁家的产权?",
        "What discount on land do the makers get?",
        "Who owns the testing platform?",
    ),
    "share": (
        "产业规模占GDP多少?",
        "数字经济占地区生产总值的比重是多少?",
        "What share of GDP will the industry reach?",
        "What percentage of the city's economy is it?",
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
        "今晚哪趟车最快?",
        "把“雷达”翻译成日语",
        "What is the best boat tonight?",
        "Translate “radar” into Japanese.",
        "帮我写一首关于大海的诗",
        "今天天气怎么样?",
        "附近有什么好吃的餐馆?",
        "Write me a poem about the sea.",
        "What is the weather like today?",
        "Recommend me a good restaurant.",
        "家里无线网老是掉线怎么修?",
        "How do I reset my router?",
    ),
}
PAIRS = [(kind, question) for kind, questions in DEMANDS.items() for question in questions]
STATED = {
    "phone": ("咨询热线是多少?", "咨询电话12345。"),
    "email": ("申报邮箱是什么?", "材料发至 plan@haichuan.example。"),
    "address": ("市科技局的地址在哪?", "地址:海川市滨江路8号。"),
    "procedure": ("要准备哪些材料?", "申报材料包括营业执照。"),
    "deadline": ("申报截止到哪天?", "2021年9月30日截止。"),
    "frequency": ("渔船多久检修一次?", "渔船应当定期检修。"),
    "amount": ("研发补贴最高多少万元?", "研发补贴最高50万元。"),
    "rate": ("企业所得税税率是多少?", "减按15%的税率征收。"),
    "person": ("联系人是谁?", "联系人:李海。"),
    "rent": ("人才公寓的租金是多少?", "租金为每月20元/平方米。"),
    "outcome": ("目前已经建成了几个检测中心?", "截至2020年底,已完成两个。"),
    "date": ("电子海图什么时候普及?", "到2023年普及电子海图。"),
    "funding": ("检测平台谁出资?", "由市财政安排经费。"),
    "standard": ("智能工厂的验收标准是什么?", "验收标准见附件。"),
    "penalty": ("违反规定会被罚款多少?", "处以五千元罚款。"),
}


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
        "一次性奖励归哪一类?",
        "Who may sell a business licence?",
        "What points do residence permit holders get?",
        "Who keeps the certificate of termination?",
        "What radar projects are mentioned by name?",
        "科技局的名字出现在哪几项任务里?",
        "打算发多少渔船券?",
        "We fly drones. What is paid for each flight?",
    ],
)
def test_a_question_that_only_sounds_like_a_detail_is_not_refused(question):
    assert missing_details(question, "") == ()


def test_a_date_must_stand_in_the_best_section():
    question = "联盟什么时候成立?"
    assert missing_details(question, "建立联盟。到2023年建成中心。", "建立联盟。") == ("date",)
    assert missing_details(question, "", "2019年建立联盟。") == ()


def test_the_deadline_of_an_application_is_no_other_term():
    question = "What is the deadline for applying for the boat subsidy?"
    other = "赛事获奖之日起两年内登记的,可以参加。"
    assert missing_details(question, other, other) == ("deadline",)
    assert missing_details(question, "应当在三十日内申请补贴。", "发放渔船补贴。") == ("deadline",)


def test_the_size_of_a_fund_is_not_stated_by_an_amount_of_support():
    evidence = "设立航运基金。给予最高500万元的开办经费。"
    assert missing_details("航运基金规模多大?", evidence) == ("amount",)


@pytest.mark.parametrize(
    ("evidence", "missing"),
    [
        ("申请补贴后12个月内不得再次申领。", ("deadline",)),
        ("复核后5个工作日内将资金拨付到账户。", ()),
        ("每月将补贴存入社会保障卡。", ()),
    ],
)
def test_when_money_is_paid_is_no_other_term(evidence, missing):
    assert missing_details("补贴几天能到账?", evidence) == missing


def test_several_missing_details_are_all_named():
    kinds = missing_details("补贴多少钱?电话是多少?", "")
    assert set(kinds) == {"phone", "amount"}
    assert detail_names(kinds, "zh", ZH) == "联系电话、补贴、奖励或资助的金额"
    assert detail_names(kinds, "en", EN) == (
        "a telephone number or an amount of subsidy, reward or funding"
    )


def test_details_are_named_in_traditional_characters_for_a_traditional_question():
    assert detail_names(("phone",), "zh", strings_for("zh", traditional=True)) == "聯繫電話"


def test_only_the_years_that_the_source_never_names_are_missing():
    assert missing_years((2017, 2020, 2025), "2017年制定,到2020年完成。") == (2025,)


@pytest.mark.parametrize(
    ("question", "evidence"),
    [
        ("申请补贴要符合什么条件?", "第六条 申请人应同时符合以下条件:(一)在本市就业;"),
        ("要交哪些材料?", "申请认定,应当向市港口局提出申请并提交材料。"),
        ("多久能批下来?", "自受理之日起二十个工作日内作出决定。"),
        ("违反了会怎么处罚?", "由登记机关责令改正,没收违法所得。"),
        ("隐瞒事故会受什么处分?", "对直接责任人员依法给予处分。"),
        ("怎么申请?", "泊位的申请程序如下:"),
        ("人在外地怎么办手续?", "可以采取在线办理等方式。"),
        ("营业执照可以借人吗?", "不得出借营业执照。"),
        ("几个工作日内备案?", "应当在变更后10个工作日内备案。"),
        ("保障资金从哪来?", "保障资金可以按下列渠道筹集:"),
        ("研究最高给多少经费?", "给予最高3000万元的经费支持。"),
        ("困难家庭一年能拿多少钱?", "同一家庭救助金额累计不得超过6万元。"),
        ("企业能返还多少渔业保险费?", "可返还其上年度缴纳渔业保险费的40%。"),
        ("基金规模多大?", "设立100亿元的渔业基金。"),
        (
            "What conditions must an applicant meet?",
            "The applicant shall meet the following conditions:",
        ),
        ("What is the fine for late reports?", "Violators shall be fined RMB 20,000."),
        ("When must the data be erased?", "It shall be erased in the following circumstances:"),
        ("What is the deadline for filing?", "企业应当在三十日内备案。"),
        ("What is the deadline for filing?", "It shall be filed within 30 days."),
        ("What is the deadline for applying?", "企业应当在三十日内提出申请。"),
        ("How often are the boats inspected?", "The bureau shall publish an annual report."),
        ("How often is the list revised?", "The list is revised at the end of each fiscal year."),
        ("渔船多久检修一次?", "每两年检修一次。"),
        ("How much tax credit is there?", "A tax credit of up to 15% of the expenses applies."),
    ],
)
def test_detail_that_a_regulation_states_is_not_missing(question, evidence):
    assert missing_details(question, evidence) == ()


@pytest.mark.parametrize(
    ("question", "evidence"),
    [
        ("厂房租金每平方米多少钱?", "租金由评估确定,租金减免30%。"),
        ("What is the rent per square metre?", "租金减免30%,面积不小于500平方米。"),
        ("处置一吨收多少处置费?", "新增处置能力每日4200吨。"),
        ("物业费每平方米收多少?", "物业服务费标准报备案。"),
        ("How much is an entrance ticket?", "检测费补贴50%。"),
    ],
)
def test_a_price_is_stated_by_a_price(question, evidence):
    assert missing_details(question, evidence) == ("rent",)


@pytest.mark.parametrize(
    ("question", "evidence"),
    [
        ("厂房租金每平方米多少钱?", "租金标准为每平方米12元。"),
        ("公寓租金多少?", "租金为市场价的50%。"),
        ("验收后每平方米奖多少?", "每平方米奖补60元。"),
        ("每张床位补多少建设费?", "给予建设补贴1.2万元。"),
        ("What is the highest guarantee fee on a loan?", "担保费率不高于0.8%。"),
        ("展位费补贴多少?", "展位费给予补贴,每年最高5万元。"),
        ("政策资金最迟多少个工作日拨到?", "资金拨付不超过15个工作日。"),
        ("How large is the reward?", "A reward of 1\npercent may be given."),
    ],
)
def test_what_is_stated_in_another_way_is_not_missing(question, evidence):
    assert missing_details(question, evidence) == ()
