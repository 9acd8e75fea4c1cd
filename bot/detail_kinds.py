"""
The kinds of detail that a question may demand: how each is asked for, and what states it.

A kind may have several rows; where one of them is asked for, it must be stated by that row.
"""

from bot.access_details import ACCESS
from bot.detail import Detail, make_detail
from bot.name_kinds import NAME_KINDS
from bot.particulars import PARTICULARS

MONEY = (
    r"(?:\d[\d,.]*\s*(?:万|亿|千|百)?(?:元|块|美元|人民币)|(?:rmb|cny|usd|\$|¥|￥)\s*\d|"
    r"\d[\d,.]*\s*(?:million|billion|thousand)?\s*(?:yuan|rmb|dollars))"
)
GRANT = (
    "补贴|补助|经费|奖励|奖金|资助|津贴|扶持资金|专项资金|奖补|拨款|贴息|减免|返还|红包|创业资金|"
    "研发费用"
)
GRANT_ENGLISH = (
    "subsid(?:y|ies)|grants?|rewards?|bonus(?:es)?|allowances?|stipends?|rebates?|cash|"
    "tax (?:break|relief|credit|cut)s?|awards?|funding|financial support|compensation|loans?"
)
# What money is paid as, which may be set as a share or a multiple.
PAID = f"{GRANT}|救助|补偿|赔偿|待遇|发放|消费券|服务券|创新券"
SHARE = r"(?:\d ?%|百分之|\d ?倍|[一二两三四五六七八九十]倍)"
# 多少个工作日 is no sum.
MANY = r"多少(?!个?(?:工作日|自然日|天|小时|分钟|月|年|人|名|家|户|项|次|岁|公里|平方))"
HOW_MUCH = rf"{MANY}|几(?:万|百万|千|个点|块)|多大|金额|额度|标准是|上限|最高|封顶|具体数额|数额"
HOW_MUCH_ENGLISH = (
    r"how (?:much|large|big|high|generous)|what (?:amount|sum|size)|amount|ceiling|maximum|cap|"
    r"exact (?:sum|figure)"
)

# What one pays for a service of an office or an entry.
FEES = "[\u4e00-\u9fff]{1,2}(?<![经消免自公收付缴交耗研发])费(?![用者率县])"
TICKETS = "门票(?!经济)|票价|入场券"
# What is paid for having something, and not what is given to those who pay it.
PRICES = (
    "(?:租金|房租|租费|单价|售价|地价|房价|电价|水价|电费|水费)"
    "(?!的?(?:补贴|补助|优惠|减免|减半|贴息))"
)
PRICES_ENGLISH = r"rents?|prices?|fees?|charges?|tariffs?"
TICKETS_ENGLISH = r"(?:entrance|entry|admission|bus|train|metro) (?:tickets?|fees?|fares?)|tickets?"
FEES_ENGLISH = (
    r"(?:handling|service|processing|registration|application|parking|tuition) (?:fees?|charges?)"
)
# What those who work somewhere are paid for it.
STAFF = "护理员|护理人员|服务人员|工作人员|网格员|保洁员|教师|医生|职工|员工|社工|岗位(?!目标)"
STAFF_ENGLISH = "workers?|nurses?|caregivers?|carers?|staff|employees|teachers?|doctors?|posts?"
PAY = "津贴|补贴|补助|工资|待遇|薪酬|奖励"
PAY_ENGLISH = "allowances?|subsid(?:y|ies)|wages?|salar(?:y|ies)|stipends?|bonus(?:es)?|pay"

ROLES = (
    "市长|区长|县长|局长|主任|处长|科长|组长|书记|主席|秘书长|院长|董事长|总经理|经理"
    "|负责人|联系人|经办人|(?<!责任)(?<!牵头)(?<!分管)(?<!包联)领导|管理人|法人|法定代表人|创始人|发言人|校长"
)
ENGLISH_ROLES = (
    "mayor|director|chair(?:man|woman|person)?|chief|ceo|manager|secretary|minister|governor|"
    "commissioner|president|contact person|officer|founder|owner|dean|spokesperson"
)

DETAILS = (
    *ACCESS,
    make_detail(
        "amount",
        r"\b(?:in|how many) (?:yuan|rmb|renminbi|dollars|euros?)\b",
        rf"{MONEY}|[一二三四五六七八九十百千万亿]+元|"
        rf"\b(?:million|billion|thousand|hundred) (?:yuan|rmb|dollars)\b",
    ),
    make_detail(
        "amount",
        rf"(?:{GRANT}).{{0,25}}(?:{HOW_MUCH})|(?:{HOW_MUCH}).{{0,12}}(?:{GRANT})|"
        rf"(?:给|发|补|奖|拿|领|得)(?:到)?(?:多少钱|多少(?![\u4e00-\u9fff])|几万)|"
        rf"(?:每人|每家|每户|单个(?:企业|项目)).{{0,15}}(?:{HOW_MUCH})|"
        rf"每年.{{0,12}}(?:给|补|领|拿|发|奖).{{0,6}}(?:{HOW_MUCH})|"
        rf"(?:{HOW_MUCH_ENGLISH})[^?]{{0,60}}\b(?:{GRANT_ENGLISH}|fund|support|help)\b|"
        rf"\b(?:{GRANT_ENGLISH}|fund)\b[^?]{{0,50}}(?:{HOW_MUCH_ENGLISH})|"
        r"\bwhat (?:cash |annual |monthly |yearly )?(?:prize(?: money)?|bonus|stipend|salary)\b|"
        r"\bhow many (?:yuan|rmb|dollars)\b[^?]{0,30}\b(?:subsid|grant|support|reward|fund)|"
        r"\bper (?:company|firm|enterprise|person|head|employee|applicant|project)\b|"
        r"\bhow much (?:(?:money|cash) )?(?:can|could|will|would|do|may|might) (?:i|we|a company|"
        r"firms) (?:get|claim|receive|expect)|\bsize of the [\w ]*fund|"
        r"\b(?:what|how (?:large|big)) (?:is|was|are) (?:the )?(?:\w+ )?budget\b|"
        r"\b(?:what|which) (?:\w+ )?budget\b"
        r"|总?预算(?:是|有|为)?(?:多少|多大)",
        rf"(?:{PAID})[^。;；]{{0,40}}(?:{MONEY}|{SHARE})|{MONEY}[^。;；]{{0,20}}(?:{GRANT})|"
        rf"\b(?:{GRANT_ENGLISH})\b[^.]{{0,60}}(?:{MONEY}|\d ?[%％]|\d\s+per ?cent)",
    ),
    make_detail(
        "amount",
        r"(?:花|拨|出|安排|投入)(?:掉|了)?(?:多少|几)[^,，。?？]{0,4}(?:财政|资金|经费|预算)",
        rf"(?:财政|资金|经费|预算|投入)[^。;；]{{0,40}}{MONEY}|{MONEY}[^。;；,，]{{0,12}}(?:资金|经费)",
    ),
    make_detail(
        "amount",
        rf"(?:基金|资金(?!支持|扶持|资助|补助|补贴|奖励|奖补)).{{0,14}}(?:{HOW_MUCH}|规模|总额)",
        rf"(?:基金|资金)[^。;；]{{0,40}}{MONEY}|{MONEY}[^。;；,，]{{0,12}}(?:基金|资金)|"
        rf"\bfund[^.]{{0,60}}{MONEY}",
    ),
    make_detail(
        "rate",
        r"税率|利率|利息|(?:税|利|息)[^,，。?？]{0,6}几个点|税.{0,8}(?:百分之几|几成)|"
        r"(?:税|费)(?:要)?(?:交|缴|收|减|免)(?:多少|几)|持股(?:比例)?(?:上限|最高|多少|不超过)|"
        r"(?:股份|股权|股比)[^,，。?？]{0,6}(?:多少|几成|比例|上限)|"
        r"(?:收益|回报)率?[^,，。?？]{0,6}(?:多少|多高|几个点)|外资(?:持股|股比|占股)|"
        r"\b(?:tax|interest|vat|duty) rates?\b|\brate of [\w ]*tax|"
        r"\bforeign (?:ownership|shareholding|equity|shareholders?)\b|"
        r"\bwhat (?:percentage|share|stake) (?:may|can|of the (?:company|shares))|"
        r"\bownership (?:cap|limit)|\bwhat (?:stake|return|yield|roi)\b|"
        r"\b(?:half|majority|\d+%|percent) of (?:the |its )?(?:shares|equity|stock)\b|"
        r"\btax holidays?\b|\bvat\b[^?]*\brefund|"
        r"\bcorporate (?:income )?tax\b[^?]*\b(?:rate|pay|percent)",
        r"税率|利率|持股比例|\btax rate|\d+%的(?:税|利)|股比",
    ),
    make_detail(
        "person",
        rf"(?:{ROLES})[^,，。?？]{{0,4}}(?:是谁|叫|姓)|"
        rf"(?:谁|哪(?:一)?(?:位|个))[^,，。?？]{{0,8}}(?:当|任|做|担任|出任|"
        rf"兼任)[^,，。?？]{{0,8}}(?:{ROLES})|"
        rf"\bwho (?:is|was|are|were|'s|will be)\b[^?]{{0,40}}\b(?:{ENGLISH_ROLES})\b|"
        rf"\b(?:{ENGLISH_ROLES})s?\b[^?]{{0,40}}\bby name\b|"
        rf"\bwho (?:chairs|chaired|presides|headed|designed|invented|founded|discovered|created|"
        rf"built|developed)\b|\b(?:{ENGLISH_ROLES}),? who is (?:it|he|she)\b|"
        r"(?:局长|主任|市长|处长|书记|负责人|联系人|科长|经办人)(?:的)?(?:是谁|叫什么|姓名|"
        r"名字|姓什么|是哪(?:一)?位|是哪个人)|"
        r"谁是.{0,14}(?:局长|主任|市长|处长|书记|组长|秘书长|院长|董事长)|谁(?:签发|签的字|签署)|"
        r"哪(?:一)?位(?!数|置)|(?:分管|主管)(?:的)?(?:副)?(?:市|区)长|"
        r"\b(?:his|her|their) names?\b|\bwhich (?:\w+ )?(?:mayor|official|director|secretary|"
        r"minister)s?\b|\bnames? of (?:the )?(?:\w+ ){0,2}(?:mayor|officials?|leaders?)\b|"
        r"\bname of the (?:person|director|official|head|mayor|chief|minister|contact|officer)|"
        r"\bwho is the (?:director|head|mayor|chief|secretary|commissioner|minister|current|"
        r"chairman)|\b(?:director|mayor|official|head)'s name|\bwho signed\b|"
        r"\bwho (?:heads|chairs) the (?:bureau|office|commission|department|agency|committee|"
        r"authority)|\b(?:who|person|people|officials?|leaders?|staff)\b[^?]{0,40}\bby name\b|"
        r"\bwho heads (?:the )?(?:[\w-]+ ){0,3}(?:office|bureau|commission|administration|"
        r"committee)\b|\bcontact person",
        r"(?:局长|主任|市长|书记|联系人)[:：]?\s*[\u4e00-\u9fff]{2,3}(?=[,，。;；]|$)",
    ),
    make_detail(
        "rent",
        r"租金|房租|房价|(?:每|一)平(?:方)?米?(?![^,，。?？]{0,6}[补奖给])|单价|售价|地价|电价|电费|水费|收费标准|"
        r"入驻费|(?:一年|一个月|每月|每年)(?:要)?(?:多少钱|交多少)|"
        r"(?:价格|费用|价钱|资费|初装费|月租|套餐)[^,，。?？]{0,4}(?:多少|多高|几|怎么(?:收|算))|"
        r"(?:怎么|如何|咋)收费|费(?:用)?(?:怎么|如何|咋)(?:收|算|交|缴)|收(?:多少|什么)费|"
        r"(?:每|一)(?:小时|次(?!性)|台|座|兆|[GM]|年|个?月|人|"
        r"户)[^,，。?？拿领得补给奖罚赔]{0,6}(?:多少钱|几块|几元)|"
        r"\brents?\b(?! (?:out|a|computing))|\b(?:per|a|one) square (?:met(?:re|er)|foot)|"
        r"\bland cost|\bprice (?:per|of)|"
        r"\b(?:what|which) (?:[\w-]+ )?(?:prices?|tariffs?) (?:will|do|does|must|should|is|are|"
        r"can|would)\b|\bhow much (?:does|do|would|will) (?:it|the [\w -]+?|a [\w -]+?|"
        r"an [\w -]+?) cost|\belectricity (?:price|rate|tariff|cost)|\bmonthly fee|\bannual fee|"
        r"\bfees?\b[^?]*\bhow much|\bentry fee|"
        r"\b(?:what|which) (?:is the |are the )?(?:[\w-]+ ){0,2}(?:fees?|charges?)\b",
        rf"租金|元/|收费标准|平方米[^。;；,，]{{0,16}}{MONEY}|费率?[^。;；,，]{{0,12}}(?:{MONEY}|{SHARE})|"
        rf"\bfees?\b[^.]{{0,60}}{MONEY}",
    ),
    make_detail(
        "rent",
        rf"(?:租金|房租)[^,，。?？]{{0,8}}(?:{HOW_MUCH})|(?:{HOW_MUCH})(?:钱)?的?(?:租金|房租)|"
        rf"\bhow (?:much|high)\b[^?]{{0,40}}\brents?\b(?! (?:subsid|help|support|allowance))|"
        rf"\bwhat (?:is|are|will be|does) (?:the )?(?:[\w-]+ )?(?:rents?|rental price)"
        rf"(?= (?:per|a|for|of|in|on|at)\b|\W*$)",
        rf"{PRICES}[^。;；,，]{{0,40}}(?:{MONEY}|{SHARE})|"
        rf"{MONEY}[^。;；,，]{{0,12}}{PRICES}|"
        rf"\b(?:{PRICES_ENGLISH})\b[^.]{{0,60}}(?:{MONEY}|\d ?[%％]| per ?cent)",
    ),
    *(
        make_detail(
            "rent",
            rf"(?:{chinese})[^,，。?？]{{0,8}}(?:{HOW_MUCH})|"
            rf"(?<![补奖贴助给])(?:{HOW_MUCH})(?:钱)?(?:的)?(?:{chinese})|"
            rf"\bhow much\b[^?]{{0,40}}\b(?:{english})\b|"
            rf"\bwhat (?:is|are|does|will) (?:the |an? )?(?:[\w-]+ ){{0,2}}(?:{english})"
            rf"(?= (?:price|cost|for|to|of)\b|\W*$)|\b(?:{english})\b[^?]{{0,30}}\bhow much\b",
            rf"(?:{chinese})[^。;；]{{0,30}}(?:{MONEY}|{SHARE})|"
            rf"{MONEY}[^。;；,，]{{0,12}}(?:{chinese})|收费标准|"
            rf"免(?:收|费|除)[^。;；]{{0,20}}(?:{chinese})|(?:{chinese})[^。;；]{{0,12}}(?:免|减半)|"
            rf"\b(?:{english})\b[^.]{{0,60}}{MONEY}",
        )
        for chinese, english in ((FEES, FEES_ENGLISH), (TICKETS, TICKETS_ENGLISH))
    ),
    make_detail(
        "amount",
        rf"(?:{STAFF})[^,，。?？]{{0,16}}(?:{PAY})[^,，。?？]{{0,8}}(?:{HOW_MUCH})|"
        rf"\b(?:how much|what)\b[^?]{{0,40}}(?:\b(?:{PAY_ENGLISH})\b[^?]{{0,40}}"
        rf"\b(?:{STAFF_ENGLISH})\b|\b(?:{STAFF_ENGLISH})\b[^?]{{0,40}}\b(?:{PAY_ENGLISH})\b)",
        rf"(?:{STAFF})[^。;；|\n]{{0,40}}(?:{PAY})|(?:{PAY})[^。;；|\n]{{0,20}}(?:{STAFF})|"
        rf"\b(?:{STAFF_ENGLISH})\b[^.]{{0,80}}\b(?:{PAY_ENGLISH})\b|"
        rf"\b(?:{PAY_ENGLISH})\b[^.]{{0,60}}\b(?:{STAFF_ENGLISH})\b",
    ),
    make_detail(
        "outcome",
        r"(?:目前|(?<![出体表呈实])现在(?!我|想|要|请)|当前|如今|至今|截至|已经|实际|"
        r"真正)(?:上)?[^?？,，。]{0,18}(?:有多少|多少|几(?:家|个|名|人|项|件)|达成|完成了|实现了|"
        r"做到了|花了|用了|建成了)|"
        r"(?:目标|任务|指标|工作|项目)[^?？,，。]{0,10}(?:达成|完成|实现|达到)(?:得|的|"
        r"了)?(?:没有|没|吗|了吗|多少|几成|怎么样|如何|怎样|咋样)|"
        r"(?:达成|完成|实现|达到)(?:得|了)?(?:所有|全部|各项|自己的|规定的|既定的)?(?:目标|任务|"
        r"指标|工作)(?:没有|没|吗|了吗|了没)|是否(?:已经?|都已)(?:达成|完成|实现|达到)|"
        r"(?:效果|成效|结果)(?:如何|怎么样|怎样)|"
        r"(?:完成|进展|执行|实施)(?:的)?(?:情况|进度)[^,，。?？]{0,4}(?:如何|怎么样|怎样|\W*$)|"
        r"中标|"
        r"\b(?:how (?:many|much)|what (?:share|percentage|number|revenue|output|is|are|"
        r"was))\b[^?]*\b(?:actually|already|currently|at present|so far|to date|nowadays|today|"
        r"right now|as of (?:now|today))\b|"
        r"\b(?:was|were|has|have|had|did) [^?]{0,40}(?:achieved|met|reached|accomplished|"
        r"actually|turned out|been spent)|"
        r"^(?:did|has|have|had|was|were) [^?]{0,80}\b(?:achieve|meet|met|reach|hit|attain|"
        r"complete|fulfil|finish|deliver|accomplish)(?:e?d|led)?\b|"
        r"\bhow many [^?]{0,50}\b(?:operate|operating|exist|hold|employ|"
        r"does .{1,20} (?:have|hold|own))\b|"
        r"\b(?:has|have) (?:already )?(?:signed|agreed|committed|pledged|"
        r"been (?:chosen|selected|awarded|appointed|completed|opened))\b|"
        r"\b(?:which|what|how many) (?:[\w-]+ ){0,2}(?:companies|firms|enterprises|institutions|"
        r"banks|applicants|people|providers) "
        r"(?:(?:have|has|were|was|had|been|already) )*(?:received|obtained|got|granted|awarded|"
        r"won|licensed|approved|fined|punished|admitted)\b"
        r"|\bactual(?:ly)? (?:\w+ ){0,3}(?:revenue|output|sales|figure|result)|"
        r"\bwho (?:won|has won|was (?:chosen|awarded|selected))\b|"
        r"\bwon the (?:tender|bid|contract)\b|\bhow did [^?]{0,40} (?:turn out|perform|go)\b|"
        r"\bwhat did [^?]{2,60}\b(?:earn|make|sell|produce|spend|receive|achieve|cost|export|"
        r"import)\b",
        r"截至|实际完成|已完成",
    ),
    make_detail(
        "penalty",
        r"罚(?:款|多少|几|金)|处罚|受罚|(?:什么|哪些|啥|被|受|记)[^,，。?？]{0,3}处分|"
        r"被(?:开除|追责|问责)|判刑|坐牢|刑事|赔偿(?:多少|标准)|申诉|复议|起诉|"
        r"投诉(?:电话|渠道|到哪)|违法.{0,10}(?:后果|怎么)|"
        r"\bpenalt(?:y|ies)\b|\b(?:what|which|"
        r"how (?:big|large|high|heavy)) (?:[\w-]+ ){0,2}(?:fine(?!-)|punishments?|sentence)\b|"
        r"\bfines\b|\bfined\b|\b(?:a|the) fine\b|\bfine (?:for|of)\b|\bprison\b|\bjail\b|"
        r"\bsanction(?:s|ed)\b|\b(?:can|could|may|to|we|i) appeal\b|"
        r"\bappeal(?:ed)? (?:against|to)\b|\bappeals? if\b|\ban appeal\b|\bsue\b|\blawsuit|"
        r"\bliabilit",
        r"罚款|处罚|处分|行政复议|刑事责任|没收|责令|赔偿|追究|撤销|吊销|\bpenalt|\bfine[sd]?\b|"
        r"\bliab(?:le|ilit)|\bconfiscat|\bcriminal",
    ),
    make_detail(
        "penalty",
        r"(?:完不成|没完成|未完成|不达标|违反|拖延|失败)[^,，。?？]{0,10}(?:怎么办|会怎(?:么)?样|"
        r"后果|怎么处理|如何处理)|"
        r"\bwhat happens (?:if|when|to (?:those|people|any\w+|whoever|violators|infringers|"
        r"offenders|(?:an? |the )?\w+ (?:that|who|which)))\b|"
        r"\bwhat (?:are|is) the consequences?\b",
        r"罚|处分|责令|追责|问责|追究|通报批评|撤销|吊销|取消|严惩|打击|约谈|\bpunish|\bpenalt|"
        r"\bfine[sd]?\b|"
        r"\bcrack(?:ed)? down|\bliab(?:le|ilit)|\bconfiscat|\brevo[ck]|\bshall\b",
    ),
    make_detail(
        "date",
        r"什么时候|什么时间|何时|(?:具体)?(?:日期|时间表|时间节点)|哪(?:一)?年|哪(?:一)?天|"
        r"哪个月|几月|几号|何年何月|多会儿|\b(?:what|which) (?:date|day|month|year)\b|"
        r"(?<!say )\bwhen (?:exactly )?(?:will|does|do|did|is|are|was|were|must|should|can|"
        r"could)\b|\bhow soon\b|\bsince when\b|\bby when\b",
        r"\d{4} ?年|\d{1,2} ?月|\b(?:19|20)\d\d\b|情形之一|之日起|\bfollowing circumstances\b"
        r"|(?:\d+|[一二三四五六七八九十]+)个?(?:工作日|日|天|月|年)(?:以|之)?内"
        r"|\bwithin (?:\w+ ){1,3}(?:hours?|days?|months?|years?)\b",
        nearest=True,
    ),
    make_detail(
        "funding",
        r"(?:谁|哪(?:个|家|里)?|由谁)[^,，。?？]{0,6}(?:出钱|掏钱|买单|埋单|出资|付钱|付费)|"
        r"(?:钱|经费|资金|费用)[^,，。?？]{0,6}(?:谁出|谁付|哪来|从哪|哪里来|哪儿来)|"
        r"(?:钱|经费|费用)[^,，。?？]{0,4}(?:由|是)?[^,，。?？]{1,8}(?:出|付|承担)还是|"
        r"(?:有没有|有无|是否有|安排了?|列了?)[^,，。?？]{0,12}预算|"
        r"预算[^,，。?？]{0,6}(?:吗|没有)\W*$|\bis there (?:a |any )?(?:\w+ )?budget\b|"
        r"\bwho (?:pays|funds|finances|covers the cost|foots|bears the cost|will pay|is paying|"
        r"puts up)\b|\bfoots? the bill\b|\bwhere does the money come from\b",
        r"财政(?:资金|投入|安排|预算|列支|年度预算)|经费|自筹|出资|"
        r"(?:资金|经费)[^。,，]{0,12}(?:渠道|来源|筹集|列支)|\bbudget\b|\bfinanced by\b",
    ),
    make_detail(
        "standard",
        r"验收[^。?？]{0,12}标准|(?:验收|认证|评定|评价|考评|检测|合格)[^,，。?？]{0,6}(?:标准|"
        r"指标|看(?:什么|哪些)|要求(?:是|有))|"
        r"(?:什么|哪(?:个|些|项))[^,，。?？]{0,6}(?:认证|国标|行标)|(?<![A-Za-z])PUE(?![A-Za-z])|"
        r"\bcertif(?:y|ied|ication)\b|\buptime\b|\bservice level\b|"
        r"\b(?:which|what) (?:\w+ ){0,2}(?:certificate|certification|iso)\b|"
        r"\bacceptance (?:test|criteria)",
        r"验收(?:标准|指标)|认证|GB/?T|ISO ?\d|PUE|certif",
    ),
    make_detail(
        "rank",
        r"第几(?:名|位|(?=[,，。?？]|$))|(?:什么|哪个|多少)(?:位次|名次)|"
        r"(?:排名|排行|名次|位次)[^,，。?？]{0,6}(?:第几|多少|如何|怎样|是|目标)|"
        r"\b(?:what|which|how) [^?]{0,20}\b(?:rank(?:ing|s|ed)?|league table)\b|"
        r"\brank(?:ed|ing)? (?:among|in the|nationally|nationwide)|\bwhere\b[^?]*\branks?\b|"
        r"哪(?:一)?[个座](?:城市|省份?|地区|国家)[^,，。?？]{0,14}(?:最[大多高强好快]|领先)|"
        r"\b(?:which|what) (?:city|province|region|country)\b[^?]{0,40}\b(?:largest|biggest|most|"
        r"highest|best|fastest|strongest)\b",
        r"第[一二三四五六七八九十\d]+(?:位|名)|前[一二三四五六七八九十\d]+(?:位|名|强)|位居|名列|"
        r"首位|前列|\brank(?:s|ed|ing)?\b",
    ),
    *(Detail("institution", kind.asked, kind.printed) for kind in NAME_KINDS),
    *(Detail("particular", one.asked, one.named) for one in PARTICULARS),
    make_detail(
        "share",
        r"占[^,，。?？]{0,12}(?:gdp|生产总值|财政收入|市场份额)[^,，。?？]{0,8}(?:多少|几成|比重|"
        r"比例|几)|(?:gdp|生产总值)[^,，。?？]{0,4}(?:比重|占比|比例)|"
        r"\b(?:share|percentage|proportion|percent|"
        r"per cent) of (?:the )?(?:\w+'s )?(?:\w+ )?(?:gdp|gross domestic product|"
        r"economy(?![- ]wide)|economic output)\b|"
        r"\b(?:contribut\w+|amount) to (?:the )?(?:\w+ )?gdp\b",
        r"gdp|生产总值|gross domestic product",
    ),
    make_detail(
        "opinion",
        r"你(?:觉得|认为|看好|怎么看)|值得(?:买|投|去)|股(?:票|价)|会不会(?:涨|跌|超过|成功)|"
        r"能不能(?:超过|赶上)|(?:你|您|请|帮我)预测|靠谱吗|"
        r"\bdo you (?:think|believe|reckon|expect)\b|\bin your (?:opinion|view)\b|\bshare price|"
        r"\bstock price|\bstocks?\b[^?]*\b(?:buy|sell|price)|\bshould i (?:buy|invest|sell)|"
        r"\bwill .{0,40} (?:go up|succeed|overtake|win)\b",
        r"(?!)",
    ),
    make_detail(
        "errand",
        # of the asker's own moment and things
        r"今晚|今夜|明晚|昨晚|昨天|明天|后天|翻译(?:成|一下)|推荐(?:一|几)[款部本台]|好[玩吃看喝]的|"
        r"忘了[^,，。?？]{0,4}怎么办|开不了|用不了|信号(?:这么|那么|很|太)?差|叫(?:个|辆|一辆)车|"
        r"\b(?:tonight|last night|yesterday|tomorrow(?!['’]s)|"
        r"(?:this|next) (?:evening|afternoon))\b|"
        r"\btranslate [^?]{2,80} (?:in)?to (?:chinese|english|japanese|french|german|korean|"
        r"spanish)\b|^(?:please |can you )?recommend\b|"
        r"(?:哪家|哪个|哪里|哪儿)[^,，。?？]{0,4}(?:餐馆|饭店|火锅|小吃|酒店|宾馆)[^,，。?？]{0,4}"
        r"(?:最|更|比较|便宜|实惠|干净)|\b(?:which|what) (?:hotels?|restaurants?)\b[^?]*"
        r"\b(?:best|nicest|tastiest|cheapest|cleanest|good)\b|"
        r"\bworth (?:studying|learning|buying|visiting|watching)\b|"
        r"\bwhy (?:is|does) my\b|\b(?:which|what) [^?]{2,40} is the most popular\b|"
        r"(?:帮我|给我|替我|请(?:你|您)?)(?:再)?(?:写|作|编|画|翻译|起草)|"
        r"(?:写|作|编)(?:一)?(?:首|篇)|天气|下雨|气温|"
        r"(?:好吃|机票|球赛|彩票|星座|菜谱|笑话)|"
        r"(?:装不上|打不开|连不上|登录不上|上不去|死机|掉线|报错|崩溃|黑屏)|"
        r"怎么(?:走|去).{0,6}(?:站|机场)|坐(?:几号线|地铁)|"
        r"\b(?:write|compose|draw|translate|sing) (?:me |us )?(?:a|an|the|this|my)\b|"
        r"\bdraft (?:me|us)\b|\b(?:poem|limerick|haiku|joke|recipe|lyrics)\b|\bweather\b|"
        r"\brain(?:ing)? (?:today|tomorrow)|"
        r"\b(?:book|cheap|find|catch|direct) (?:me )?(?:an? |the )?flights?\b|"
        r"\b(?:movies?|horoscope|football|lottery)\b|"
        r"\brecommend (?:me )?(?:a|an|some|any) (?:good |nice )?(?:place|book|film|bar|cafe)|"
        r"\bhow do i (?:get (?:from|to)|install|fix|cook|repair|reset|set up|"
        r"troubleshoot)\b",
        r"(?!)",
    ),
    make_detail("errand", r"周末|\b(?:this|next) weekend\b", r"周末|双休日|节假日|\bweekends?\b"),
    make_detail("errand", "坏了", "[报维保抢检]修|故障|售后"),
    make_detail(
        "errand",  # unless the best section is about such businesses
        r"餐馆|饭店|火锅|美食|小吃|酒店|宾馆|\b(?:restaurants?|hotpot|dumplings?|hotels?)\b",
        r"餐饮|住宿业|餐馆|饭店|火锅|美食|小吃|酒店|宾馆|"
        r"\b(?:catering|restaurants?|hotpot|dumplings?|hotels?)\b",
        nearest=True,
    ),
)
