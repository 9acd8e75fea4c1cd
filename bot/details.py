"""
Details that a question may demand and a document may lack: years, places, amounts, contacts.

A question can be right on topic and still ask for what no plan states. For each kind of detail
there is a pattern of asking for it and a pattern of what would state it; when the evidence
holds nothing of that kind, the answer is a refusal that names the detail.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from bot.strings import Strings
from corpus.normalise import to_simplified
from index.lexical import chinese_words

DetailKind = Literal[
    "phone",
    "email",
    "address",
    "procedure",
    "deadline",
    "amount",
    "rate",
    "person",
    "rent",
    "outcome",
    "penalty",
    "opinion",
    "errand",
]

MONEY = r"(?:\d[\d,.]*\s*(?:万|亿|千|百)?(?:元|块|美元|人民币)|(?:rmb|cny|usd|\$|¥|￥)\s*\d|\d[\d,.]*\s*(?:million|billion|thousand)?\s*(?:yuan|rmb|dollars))"


@dataclass(frozen=True, slots=True)
class Detail:
    """A kind of detail: how it is asked for, and what states it."""

    kind: DetailKind
    asked: re.Pattern[str]
    stated: re.Pattern[str]


def _detail(kind: DetailKind, asked: str, stated: str) -> Detail:
    return Detail(kind, re.compile(asked, re.IGNORECASE), re.compile(stated, re.IGNORECASE))


GRANT = "补贴|补助|奖励|奖金|资助|津贴|扶持资金|专项资金|奖补|拨款|贴息|减免|返还|红包|创业资金|研发费用"
GRANT_ENGLISH = (
    "subsid(?:y|ies)|grants?|rewards?|bonus(?:es)?|allowances?|stipends?|rebates?|cash|"
    "tax (?:break|relief|credit|cut)s?|awards?|funding|financial support|compensation|loans?"
)
HOW_MUCH = "多少|几(?:万|百万|千|个点|块)|多大|金额|额度|标准是|上限|最高|封顶|具体数额|数额"
HOW_MUCH_ENGLISH = r"how (?:much|large|big|high|generous)|what (?:amount|sum|size)|amount|ceiling|maximum|cap|exact (?:sum|figure)"

DETAILS = (
    _detail(
        "phone",
        r"(?<!打)电话(?:号码|是|多少|\W*$)|的电话|打(?:什么|哪个)电话|手机号|号码是|联系方式|热线|传真|\b(?:tele)?phone (?:number|contact)|\bphone\b(?=\W*$)|"
        r"\bhotline|\bcontact (?:number|details|information|info)|\bfax\b|\bcall (?:them|to reach)|"
        r"\bnumber (?:to|can i|do i|should i) (?:call|ring|dial)|\b(?:tele)?phone number",
        r"(?<!\d)(?:0\d{2,3}[-—]?)?[1-9]\d{6,10}(?!\d)|12345|电话",
    ),
    _detail(
        "email",
        r"邮箱|电子邮件|网址|官网|网站(?:地址|是)|公众号|\be-?mail|\b(?:their|your|its|official|which|what) web ?site\b|\bweb ?site (?:address|of the|for the)|\burl\b|\bweb address|\bonline portal|\bhomepage",
        r"@|www\.|https?://|邮箱",
    ),
    _detail(
        "address",
        r"(?:地址|办公地点|哪条(?:路|街)|几号楼|门牌|在哪(?:里|儿)?办公|怎么走|几楼|办公时间|上班时间|营业时间|窗口在哪)|\b(?:street |office |postal |mailing )?address\b(?! (?:the|this|these|those|issues|scheme|space|system))|"
        r"\boffice hours|\bopening hours|\bwhere is (?:the|its|their) office|\blocated at\b|\b(?:on|in) (?:which|what) (?:street|building|floor)|\bwhere are .{0,20}offices",
        r"(?:路|街|道)\d+号|地址[:：]|办公时间",
    ),
    _detail(
        "procedure",
        r"(?:怎么|如何|怎样|在哪(?:里|儿)?|去哪(?:里|儿)?|到哪(?:里|儿)?|向谁|找谁)(?:去|来)?(?:才能|可以)?(?:申请|申报|办理|报名|领取|下载|登记|提交|注册|备案)|"
        r"(?:申请|申报|办理|报名)(?:的)?(?:表|材料|流程|程序|手续|条件|入口|步骤|要求|资格)|(?:要|需要|准备|交|提交)(?:什么|哪些|啥)(?:材料|手续|文件|证件|资料|证明)|牌照|许可证|执照|审批流程|手续|哪个窗口|"
        r"(?:满足|符合|具备|达到)(?:什么|哪些|啥)(?:样的)?(?:条件|要求|标准|资格)|硬性(?:要求|条件|指标)|(?:什么|哪些|有|多高的?)[^,，。?？]{0,6}门槛|门槛(?:是|有|多)|(?:有)?什么(?:条件|资格)(?:限制|要求)?|(?:几|多少)(?:个)?工作日|"
        r"\bhow (?:do|can|should|would|must|to) (?:i |we |you |a company |an? \w+ )?(?:apply|register|file|claim|sign up|submit|obtain|get (?:a|the) (?:permit|licen[cs]e|visa))|"
        r"\bapplication (?:form|procedure|process|requirements?|window|guide|fee|criteria)|\bwhere (?:do|can|should) (?:i|we) (?:apply|register|file|submit|sign up|download)|"
        r"\bwhat (?:documents|papers|paperwork)\b|\bwhat forms (?:do|must|should|are)\b|\b(?:permit|licen[cs]e|visa)s?\b|\bpaperwork\b|\bto apply\b|\bapply for\b|\beligibility (?:criteria|requirements)|\bwh(?:at|ich) (?:application )?forms? (?:do|should|must|to)|\bwhat (?:conditions|requirements|criteria) (?:must|do|does|should|are)|\bwhich documents\b|\bminimum (?:size|turnover|revenue|requirements?)|\bqualif(?:y|ying|ication)s? (?:criteria|conditions|requirements)",
        r"申请材料|申报材料|申请表|申报条件|办理流程|application form|许可证|牌照",
    ),
    _detail(
        "deadline",
        r"截止|最晚|最迟|几月份?(?:开始)?(?:受理|申报|申请|报名)|(?:开始|启动)受理|什么时候(?:开始)?(?:申请|申报|报名|交|发|兑现|到账|办)|(?:申请|申报|报名)(?:的)?(?:时间|期限|日期|窗口期)|几月几号|多久(?:能|可以)?(?:批|到账|拿到|办完|审批)|有效期|哪天开始|"
        r"\bdeadline|\bclosing date|\bby (?:when|what date) (?:must|do|should)|\bwhen (?:do|does|is|are|can|must|should) (?:the )?(?:applications?|we apply|i apply|registration)|\bhow long (?:does|will|do) (?:it|the (?:approval|review|application))|"
        r"\bexpir(?:e|y|ation)|\bwhen (?:can|do|should|must) (?:i|we) (?:apply|register|submit|file)|\bapplication (?:date|deadline|period)",
        r"截止|有效期|\d月\d{1,2}日前|申报时间|deadline",
    ),
    _detail(
        "amount",
        rf"(?:{GRANT}).{{0,25}}(?:{HOW_MUCH})|(?:{HOW_MUCH}).{{0,12}}(?:{GRANT})|(?:给|发|补|奖|拿|领|得)(?:到)?(?:多少钱|多少|几万)|"
        rf"(?:基金|资金).{{0,14}}(?:{HOW_MUCH}|规模|总额)|(?:每人|每年|每家|单个(?:企业|项目)).{{0,15}}(?:{HOW_MUCH})|"
        rf"(?:{HOW_MUCH_ENGLISH})[^?]{{0,60}}\b(?:{GRANT_ENGLISH}|fund|support|help|money)\b|\b(?:{GRANT_ENGLISH}|fund)\b[^?]{{0,50}}(?:{HOW_MUCH_ENGLISH})|"
        r"\bhow many (?:yuan|rmb|dollars)\b[^?]{0,30}\b(?:subsid|grant|support|reward|fund)|\bper (?:company|firm|enterprise|person|head|employee|applicant|project)\b|\bhow much (?:(?:money|cash) )?(?:can|could|will|would|do|may|might) (?:i|we|a company|firms) (?:get|claim|receive|expect)|\bsize of the [\w ]*fund",
        rf"(?:{GRANT}|基金|资金)[^。;；]{{0,40}}{MONEY}|{MONEY}[^。;；]{{0,20}}(?:{GRANT})|\b(?:{GRANT_ENGLISH})\b[^.]{{0,60}}{MONEY}",
    ),
    _detail(
        "rate",
        r"税率|利率|利息|(?:税|利|息)[^,，。?？]{0,6}几个点|税.{0,8}(?:百分之几|几成)|(?:税|费)(?:要)?(?:交|缴|收|减|免)(?:多少|几)|持股(?:比例)?(?:上限|最高|多少|不超过)|外资(?:持股|股比|占股)|"
        r"\b(?:tax|interest|vat|duty) rates?\b|\brate of [\w ]*tax|\bforeign (?:ownership|shareholding|equity|shareholders?)\b|\bwhat (?:percentage|share|stake) (?:may|can|of the (?:company|shares))|\bownership (?:cap|limit)|\btax holidays?\b|\bvat\b[^?]*\brefund|\bcorporate (?:income )?tax\b[^?]*\b(?:rate|pay|percent)",
        r"税率|利率|持股比例|\btax rate|\d+%的(?:税|利)|股比",
    ),
    _detail(
        "person",
        r"(?:局长|主任|市长|处长|书记|负责人|联系人|领导|科长|经办人)(?:的)?(?:是谁|叫什么|姓名|名字|姓什么|是哪(?:一)?位|是哪个人)|谁是.{0,14}(?:局长|主任|市长|处长|书记)|谁(?:签发|签的字|签署)|哪(?:一)?位(?:副)?(?:市|区|局|省|委)?(?:长|领导|主任|书记)|(?:分管|主管)(?:的)?(?:副)?(?:市|区)长|"
        r"\b(?:his|her|their) names?\b|\bwhich (?:\w+ )?(?:mayor|official|director|secretary|minister)s?\b|\bnames? of (?:the )?(?:\w+ ){0,2}(?:mayor|officials?|leaders?)\b|\bname of the (?:person|director|official|head|mayor|chief|minister|contact|officer)|\bwho is the (?:director|head|mayor|chief|secretary|commissioner|minister|current|chairman)|\b(?:director|mayor|official|head)'s name|\bwho signed\b|\bwho (?:heads|chairs) the (?:bureau|office|commission|department|agency|committee|authority)|\bcontact person",
        r"(?:局长|主任|市长|书记|联系人)[:：]?\s*[\u4e00-\u9fff]{2,3}(?=[,，。;；]|$)",
    ),
    _detail(
        "rent",
        r"租金|房租|房价|每平(?:方)?米|一平(?:方)?米?|地价|电价|电费|水费|收费标准|入驻费|(?:一年|一个月|每月|每年)(?:要)?(?:多少钱|交多少)|(?:价格|费用|价钱)(?:是)?(?:多少|多高)|"
        r"\brents?\b(?! (?:out|a|computing))|\b(?:per|a|one) square (?:met(?:re|er)|foot)|\bland cost|\bprice (?:per|of)|\bhow much (?:does|do|would|will) (?:it|the [\w -]+?|a [\w -]+?|an [\w -]+?) cost|\belectricity (?:price|rate|tariff|cost)|\bmonthly fee|\bannual fee|\bfees?\b[^?]*\bhow much|\bentry fee",
        r"租金|元/|平方米",
    ),
    _detail(
        "outcome",
        r"(?:目前|现在(?!我|想|要|请)|当前|如今|至今|截至|已经|实际|真正)(?:上)?[^?？,，。]{0,18}(?:有多少|多少|几(?:家|个|名|人|项|件)|达成|完成了|实现了|做到了|花了|用了|建成了)|"
        r"(?:目标|任务|指标)[^?？,，。]{0,10}(?:达成|完成|实现)了?(?:没有|没|吗|了吗|多少)|(?:效果|成效|结果)(?:如何|怎么样|怎样)|"
        r"\b(?:how (?:many|much)|what (?:share|percentage|number|revenue|output|is|are|was))\b[^?]*\b(?:actually|already|currently|at present|so far|to date|nowadays|right now|as of (?:now|today))\b|\b(?:was|were|has|have|had|did) [^?]{0,40}(?:achieved|met|reached|accomplished|actually|turned out|been spent)|"
        r"\bhow many [^?]{0,50}\b(?:operate|operating|exist|hold|employ|does .{1,20} (?:have|hold|own))\b|\bhow did [^?]{0,40} (?:turn out|perform|go)\b",
        r"截至|实际完成|已完成",
    ),
    _detail(
        "penalty",
        r"罚(?:款|多少|几|金)|处罚|受罚|判刑|坐牢|刑事|赔偿(?:多少|标准)|申诉|复议|起诉|投诉(?:电话|渠道|到哪)|违法.{0,10}(?:后果|怎么)|"
        r"\bpenalt(?:y|ies)\b|\bfines\b|\bfined\b|\b(?:a|the) fine\b|\bfine (?:for|of)\b|\bprison\b|\bjail\b|\bsanction(?:s|ed)\b|\b(?:can|could|may|to|we|i) appeal\b|\bappeal(?:ed)? (?:against|to)\b|\bsue\b|\blawsuit|\bliabilit",
        r"罚款|处罚|行政复议|刑事责任|\bpenalt|\bfine of",
    ),
    _detail(
        "opinion",
        r"你(?:觉得|认为|看好|怎么看)|值得(?:买|投|去)|股(?:票|价)|会不会(?:涨|跌|超过|成功)|能不能(?:超过|赶上)|(?:你|您|请|帮我)预测|靠谱吗|"
        r"\bdo you (?:think|believe|reckon|expect)\b|\bin your (?:opinion|view)\b|\bshare price|\bstock price|\bstocks?\b[^?]*\b(?:buy|sell|price)|\bshould i (?:buy|invest|sell)|\bwill .{0,40} (?:go up|succeed|overtake|win)\b",
        r"(?!)",
    ),
    _detail(
        "errand",
        r"(?:帮我|给我|替我|请(?:你|您)?)(?:再)?(?:写|作|编|画|翻译|起草)|(?:写|作|编)(?:一)?(?:首|篇)|天气|下雨|气温|(?:餐馆|饭店|火锅|美食|好吃|小吃|酒店|宾馆|机票|球赛|彩票|星座|菜谱|笑话)|怎么(?:走|去).{0,6}(?:站|机场)|坐(?:几号线|地铁)|"
        r"\b(?:write|compose|draw|translate|sing) (?:me |us )?(?:a|an|the|this|my)\b|\bdraft (?:me|us)\b|\b(?:poem|limerick|haiku|joke|recipe|lyrics)\b|\bweather\b|\brain(?:ing)? (?:today|tomorrow)|"
        r"\b(?:restaurants?|hotpot|dumplings?|hotels?|flights?|movies?|horoscope|football|lottery)\b|\brecommend (?:me )?(?:a|an|some|any) (?:good |nice )?(?:place|book|film|bar|cafe)|\bhow do i (?:get (?:from|to)|install|fix|cook|repair)\b",
        r"(?!)",
    ),
)
PLACES: dict[str, str] = {
    "上海": "Shanghai", "深圳": "Shenzhen", "广州": "Guangzhou", "重庆": "Chongqing", "杭州": "Hangzhou",
    "苏州": "Suzhou", "南京": "Nanjing", "武汉": "Wuhan", "成都": "Chengdu", "西安": "Xi'an",
    "合肥": "Hefei", "青岛": "Qingdao", "济南": "Jinan", "大连": "Dalian", "沈阳": "Shenyang",
    "长沙": "Changsha", "郑州": "Zhengzhou", "厦门": "Xiamen", "福州": "Fuzhou", "宁波": "Ningbo",
    "无锡": "Wuxi", "东莞": "Dongguan", "佛山": "Foshan", "贵阳": "Guiyang", "昆明": "Kunming",
    "哈尔滨": "Harbin", "长春": "Changchun", "石家庄": "Shijiazhuang", "太原": "Taiyuan", "南宁": "Nanning",
    "海口": "Haikou", "三亚": "Sanya", "兰州": "Lanzhou", "乌鲁木齐": "Urumqi", "呼和浩特": "Hohhot",
    "北京": "Beijing", "天津": "Tianjin", "河北": "Hebei", "雄安": "Xiong'an", "唐山": "Tangshan",
    "广东": "Guangdong", "江苏": "Jiangsu", "浙江": "Zhejiang", "山东": "Shandong", "四川": "Sichuan",
    "湖北": "Hubei", "湖南": "Hunan", "河南": "Henan", "福建": "Fujian", "安徽": "Anhui",
    "江西": "Jiangxi", "辽宁": "Liaoning", "吉林": "Jilin", "黑龙江": "Heilongjiang", "陕西": "Shaanxi",
    "山西": "Shanxi", "甘肃": "Gansu", "青海": "Qinghai", "贵州": "Guizhou", "云南": "Yunnan",
    "海南": "Hainan", "内蒙古": "Inner Mongolia", "广西": "Guangxi", "宁夏": "Ningxia", "新疆": "Xinjiang",
    "西藏": "Tibet", "香港": "Hong Kong", "澳门": "Macau", "台湾": "Taiwan", "粤港澳": "Greater Bay Area",
    "长三角": "Yangtze River Delta",
}  # fmt: skip
# Where the asker comes from is not what is asked about.
ORIGIN = (
    r"(?:我们?(?:公司|厂|家)?(?:在|是|从)|来自|从|总部在|注册在|人在)(?:了)?{0}|{0}(?:来的|过来|人|搬|的?(?:一家)?(?:公司|企业|客户|同行|老板))",
    r"\b(?:from|based in|in|leaving|outside) {0}|{0}[- ](?:based|firm|company)|\b(?:my|our) {0}",
)
OWN_PLAN = (  # "Shanghai's plan", "北京自己的目标": another place is the subject, not a partner
    r"(?:市|省)?(?:的|自己|那边|本地|当地|自身)?[^,，。?？]{0,8}(?:同类|方案|计划|规划|目标|政策|指标|文件|规模|产值|收入|自己的)",
    r"\b(?:'s|’s)? (?:own |equivalent |similar )*(?:\w+ ){0,3}(?:plan|plans|targets?|goals?|policy|policies|programme|program|aiming|sector)\b",
)


def missing_details(question: str, evidence: str) -> tuple[DetailKind, ...]:
    """
    Give the kinds of detail that a question demands and the evidence does not state.

    :param evidence: the text of the best sections, with their rendering
    """
    text = to_simplified(unicodedata.normalize("NFKC", question))
    return tuple(
        detail.kind
        for detail in DETAILS
        if detail.asked.search(text) and not detail.stated.search(evidence)
    )


def missing_years(years: tuple[int, ...], source: str) -> tuple[int, ...]:
    """Give the years that a question names and the source nowhere does."""
    return tuple(year for year in years if str(year) not in source)


def foreign_places(question: str, source: str, home: str) -> tuple[tuple[str, str], ...]:
    """
    Give the places, Chinese and English, that a question is about and the documents are not.

    A place that the source never names is foreign. One that it does name (北京, 河北) is foreign
    only where the question asks for that place's own plan or figures.

    :param home: text that names the documents' own place: titles and issuers
    """
    text = to_simplified(unicodedata.normalize("NFKC", question))
    spoken = chinese_words(text)
    found: list[tuple[str, str]] = []
    for chinese, english in PLACES.items():
        named = any(word.startswith(chinese) for word in spoken) or re.search(
            rf"\b{re.escape(english)}\b", text, re.IGNORECASE
        )
        if not named or chinese in home:
            continue
        subject = _is_subject(text, chinese, english)
        origin = re.search(ORIGIN[0].format(chinese), text) or re.search(
            ORIGIN[1].format(re.escape(english)), text, re.IGNORECASE
        )
        if subject or (chinese not in source and not origin):
            found.append((chinese, english))
    return tuple(found)


def _is_subject(text: str, chinese: str, english: str) -> bool:
    before = r"(?<![和与跟同向、对接在承京津])"
    body = rf"{chinese}(?:市|省)?[\u4e00-\u9fff]{{1,6}}(?:委|局|办|厅)"
    own = re.search(before + chinese + OWN_PLAN[0], text) or re.search(before + body, text)
    joint = re.search(
        rf"(?:和|与|跟|同|向|对接|合作|共建|联手|京津){chinese}|{chinese}[^,，。]{{0,6}}(?:合作|共建|对接|联手|资源)",
        text,
    )
    if own and not joint:
        return True
    pattern = rf"\b{re.escape(english)}\b" + OWN_PLAN[1]
    together = rf"\b(?:with|from|between|to) (?:\w+ ){{0,2}}{re.escape(english)}"
    asked = re.search(pattern, text, re.IGNORECASE)
    return bool(asked and not re.search(together, text, re.IGNORECASE))


def detail_names(kinds: tuple[DetailKind, ...], strings: Strings) -> str:
    """Word kinds of detail in the reply's language."""
    names = [getattr(strings, f"detail_{kind}") for kind in kinds]
    return "、".join(names) if strings.detail_phone[0] > "\u2000" else " or ".join(names)
