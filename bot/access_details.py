"""Details of how one gets in touch and applies: where, in what way, by when and how often."""

from bot.detail import make_detail

ACCESS = (
    make_detail(
        "phone",
        r"(?<!打)电话(?:号码|是|多少|\W*$)|的电话|打(?:什么|哪个)电话|手机号|号码是|联系方式|"
        r"(?:怎么|如何|怎样)联系|热线(?=电话|号码|是多少|\W*$)|传真|"
        r"\b(?:tele)?phone (?:number|contact)|\bphone\b(?=\W*$)|"
        r"\bhot ?line|\bhelp ?(?:line|desk)|\bcontact (?:number|details|information|info)|"
        r"\bhow (?:do|can|could|should) (?:i|we) (?:contact|reach|get in touch)|\bfax\b|"
        r"\bcall (?:them|to reach)|"
        r"\bnumber (?:to|can i|do i|should i) (?:call|ring|dial)",
        r"(?<!\d)(?:0\d{2,3}[-—]?)?[1-9]\d{6,10}(?!\d)|12345|电话",
    ),
    make_detail(
        "email",
        r"邮箱|电子邮件|网址|官网|网站(?:地址|是)|公众号|\be-?mail|"
        r"\b(?:their|your|its|official|which|what) web ?site\b|"
        r"\bweb ?site (?:address|of the|for the)|\burl\b|\bweb address|\bonline portal|\bhomepage",
        r"@|www\.|https?://|邮箱",
    ),
    make_detail(
        "address",
        r"(?:地址|办公地点|哪条(?:路|街)|几号楼|门牌|在哪(?:里|儿)?办公|怎么走|几楼|办公时间|"
        r"上班时间|营业时间|窗口在哪)|\b(?:street |office |postal |"
        r"mailing )?address\b(?! (?:the|this|these|those|issues|scheme|space|system))|"
        r"\boffice hours|\bopening hours|"
        r"\bwhere (?:is|are) [^?]{0,60}\b(?:offices?|headquarters|premises)\b|\blocated at\b|"
        r"\b(?:on|in) (?:which|what) (?:street|building|floor)|\bwhere are .{0,20}offices",
        r"(?:路|街|道)\d+号|地址[:：]|办公时间",
    ),
    make_detail(
        "procedure",
        r"(?:怎么|如何|怎样|在哪(?:里|儿)?|去哪(?:里|儿)?|到哪(?:里|儿)?|向谁|找谁)(?:去|"
        r"来)?(?:才能|可以)?(?:申请|申报|办理|报名|领取|下载|登记|提交|注册|备案|评上|入选|推荐)|"
        r"(?:申请|申报|办理|报名)(?:的)?(?:表|材料|流程|程序|手续|条件|入口|步骤|要求|资格)|"
        r"(?:要|需要|准备|交|提交)(?:什么|哪些|啥)(?:材料|手续(?!费)|文件|证件|资料|证明)|牌照|许可证|"
        r"执照|审批流程|手续(?!费)|哪个窗口|报批|版号|(?:飞行|经营|进网|入网)许可|"
        r"(?:找|由|归)(?:谁|哪(?:个|家)?(?:部门|单位)?)(?:审)?批(?!发|量)|"
        r"(?:满足|符合|具备|达到)(?:什么|哪些|啥)(?:样的)?(?:条件|要求|标准|资格)|"
        r"(?:走|办|履行)(?:什么|哪些|几个)(?:步骤|流程|程序|手续)|填(?:写)?(?:什么|哪|几)|"
        r"硬性(?:要求|条件|指标)|(?:什么|哪些|有|多高的?)[^,，。?？]{0,6}门槛|门槛(?:是|有|多)|"
        r"(?:有)?什么(?:条件|资格)(?:限制|要求)?|"
        r"\bhow (?:do|can|should|would|must|to) (?:i |we |you |a company |an? \w+ )?(?:apply|"
        r"register|file|claim|sign up|submit|obtain|nominate|enrol+|"
        r"be (?:listed|certified|nominated|recogni[sz]ed)|"
        r"get (?:a|the) (?:permit|licen[cs]e|visa))|"
        r"\bapplication (?:form|procedure|process|requirements?|window|guide|fee|criteria)|"
        r"\bwhere (?:do|can|should) (?:i|we) (?:apply|register|file|submit|sign up|download)|"
        r"\bwhat (?:documents|papers|paperwork)\b|\bwhat forms (?:do|must|should|are)\b|"
        r"\b(?:what|which|need(?:ed)?|requires?|required|obtain|get|issue[sd]?|grant(?:s|ed)?|"
        r"have|hold) (?:[\w-]+ ){0,2}(?:permit|licen[cs]e|visa)s?\b|\bpaperwork\b|"
        r"\b(?:my|our) (?:application|proposal|bid)\b|"
        r"\b(?:send|submit|hand in|mail) [^?]{0,30}\bapplications?\b|\bto apply\b|\bapply for\b|"
        r"\beligibility (?:criteria|requirements)|"
        r"\bwh(?:at|ich) (?:application )?forms? (?:do|should|must|to)|"
        r"\bwhat (?:conditions|requirements|criteria) (?:must|do|does|should|are)|"
        r"\bwhich documents\b"
        r"(?! (?:mention|cover|concern|deal|discuss|talk|speak|are (?:about|on)))|"
        r"\b(?:what|which) steps [^?]{0,40}\b(?:go through|follow|complete|"
        r"take to (?:invest|apply|register))\b|\b(?:the|a|an|any) (?:\w+ )?forms? (?:for|to)\b|"
        r"\bminimum (?:registered )?(?:size|turnover|revenue|investment|capital|requirements?)|"
        r"\bqualif(?:y|ying|ication)s? (?:criteria|conditions|requirements)",
        r"申请材料|申报材料|申请表|申报条件|办理流程|application form|许可证|牌照"
        r"|(?:应当?|必?须|需)(?:同时)?(?:符合|具备|满足)|(?:符合|具备|满足)(?:下列|以下|如下)"
        r"|(?:下列|以下|如下)[^。,，:：]{0,12}(?:条件|材料|程序|流程|步骤|情形|文件|方式)|"
        r"(?:条件|材料|程序|流程|步骤)如下"
        r"|(?:在线|线上|线下|网上|现场|当场)办理|办理[^。,，]{0,6}手续|执照|"
        r"取得[^。,，]{0,20}许可|提交[^。,，]{0,8}(?:材料|申请书)"
        r"|向[^。,，]{2,25}(?:提出|提交|递交)[^。,，]{0,8}申请|"
        r"\bshall (?:apply|file|submit an application)"
        r"|\bfollowing (?:conditions|documents|materials|requirements|criteria)|"
        r"\b(?:permit|licen[cs]e)s?\b",
    ),
    make_detail(
        "deadline",
        r"截止|最晚|最迟|几号(?:之)?前|几月(?:底|份)?(?:之)?前|"
        r"几月份?(?:开始)?(?:受理|申报|申请|报名)|(?:开始|启动)受理|"
        r"什么时候(?:开始)?(?:申请|申报|报名|交|发|兑现|到账|办)|"
        r"(?:申请|申报|报名)(?:的)?(?:时间|期限|日期|窗口期)|几月几号|"
        r"多久(?:能|可以)?(?:批|到账|拿到|办完|审批)|有效期|哪天开始|"
        r"\bdeadline|\bclosing date|\bby (?:when|what date) (?:must|do|should) (?:i|we|you|"
        r"applications?|applicants?|firms?|compan\w+|districts?|units?)\b|"
        r"\bwhen (?:do|does|is|are|can|must|should) (?:the )?(?:applications?|we apply|i apply|"
        r"registration)|\bhow long (?:does|will|do) (?:it|the (?:approval|review|application))|"
        r"\bexpir(?:e|y|ation)|\bwhen (?:can|do|should|must) (?:i|we) (?:apply|register|submit|"
        r"file)|\bapplication (?:date|deadline|period)|"
        r"(?:几|多少)(?:个)?工作日|(?:几|多少)(?:天|日|个月)[^,，。?？]{0,6}(?:批|"
        r"办(?:完|好|结|下))",
        r"截止|有效期|\d月\d{1,2}日前|申报时间|deadline"
        r"|(?:\d+|[一二三四五六七八九十]+)个?(?:工作日|自然日)(?:内|前)"
        r"|(?:之日|届满)[^。]{0,12}(?:\d+|[一二三四五六七八九十]+)(?:日|天|个月|年)(?:内|前)"
        r"|(?:\d+|[一二三四五六七八九十]+)(?:日|天|个月|年|小时)(?:之|以)?内"
        r"|不(?:得)?超过(?:\d+|[一二三四五六七八九十]+)个?(?:工作日|日|天|月|年|小时)"
        r"|\bwithin (?:\w+ ){1,3}(?:hours?|days?|months?|years?)\b",
    ),
    make_detail(
        "deadline",
        r"(?:几|多少|多久|什么时候|何时)(?:天|日|个月|个?工作日)?[^,，。?？]{0,6}(?:到账|发放|"
        r"发到|拿到|打款)",
        r"到账|拨付|发放(?:时间|日期)|(?:日|月)内[^。;；]{0,20}(?:发放|支付)|"
        r"(?:每月|按月|次月)[^。;；]{0,20}(?:发放|存入|领取|支付)",
    ),
    make_detail(
        "deadline",
        r"\b(?:deadline|closing date|last (?:day|date))\b[^?]*\b(?:appl(?:y|ying|ications?)|"
        r"submissions?|submit\w*)\b",
        r"截止|\d月\d{1,2}日前|申报时间|\bdeadline|"
        r"\b(?:appl|submi)\w+[^.]{0,60}\bwithin (?:\w+ ){1,3}(?:days?|months?|years?)\b"
        r"|(?:申请|申报|提交|提出)[^。;；]{0,40}内|内[^。;；,，]{0,20}(?:申请|申报|提交|提出)",
        nearest=True,
    ),
    make_detail(
        "frequency",
        r"\bhow (?:often|frequently|regularly)\b|多(?:久|长时间)[^,，。?？]{0,8}一次|"
        r"每(?:隔)?(?:多久|几(?:年|个?月|天))",
        r"每(?:半|[一二两三四五六七八九十\d]{0,3}个?)(?:年|月|季|周|日|天|学期)|定期|年度|季度|"
        r"按(?:年|月|季)|逐年|年检"
        r"|\b(?:annual|yearly|monthly|weekly|daily|quarterly|regular|periodic|biennial)(?:ly)?\b|"
        r"\b(?:each|every|once|twice|per) "
        r"|\b(?:at the end|within \w+ (?:days|months)) of the (?:fiscal |financial )?year\b",
    ),
)
