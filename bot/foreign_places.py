"""Other places than the documents' own: another city's plan is not in them."""

import re

from corpus.normalise import fold_script
from index.lexical import chinese_words

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
COUNTRIES: dict[str, str] = {
    "美国": "United States", "日本": "Japan", "韩国": "Korea", "德国": "Germany", "法国": "France",
    "英国": "United Kingdom", "意大利": "Italy", "西班牙": "Spain", "荷兰": "Netherlands", "瑞士": "Switzerland",
    "瑞典": "Sweden", "俄罗斯": "Russia", "乌克兰": "Ukraine", "印度": "India", "新加坡": "Singapore",
    "马来西亚": "Malaysia", "泰国": "Thailand", "越南": "Vietnam", "印尼": "Indonesia", "菲律宾": "Philippines",
    "澳大利亚": "Australia", "新西兰": "New Zealand", "加拿大": "Canada", "墨西哥": "Mexico", "巴西": "Brazil",
    "以色列": "Israel", "沙特": "Saudi Arabia", "阿联酋": "United Arab Emirates", "埃及": "Egypt",
    "南非": "South Africa", "欧盟": "European Union", "欧洲": "Europe", "非洲": "Africa",
}  # fmt: skip
CLAUSES = re.compile(r"[,，。;；:：?？!！]|\.\s")
ASKING = re.compile(
    r"什么|啥|哪|谁|几|多少|怎|如何|吗|呢|有没有|是否|"
    r"\b(?:what|which|who|how|when|where|why|is|are|does|do|did|has|will|can)\b",
    re.IGNORECASE,
)
# Where the asker comes from is not what is asked about.
ORIGIN = (
    r"(?:我们?(?:公司|厂|家)?(?:在|是|从)|来自|从|总部在|注册在|人在)(?:了)?{0}|{0}(?:来的|过来|人|搬|的?(?:一家)?(?:公司|企业|客户|同行|老板)|[^,，。?？]{{0,4}}(?:独资|合资|外资|投资(?:者|商|人)|商人|公民|护照|国籍))",
    r"\b(?:from|based in|in|leaving|outside) {0}(?!'s|’s)|{0}[- ](?:based|firm|company)|\b(?:my|our) {0}",
)
OWN_PLAN = (  # "Shanghai's plan", "北京自己的目标": another place is the subject, not a partner
    r"(?:(?:市|省)?(?:的|自己|那边|本地|当地|自身)?[^,，。?？]{0,8}(?:同类|方案|计划|规划|目标|政策|指标|文件|规模|产值|收入|自己的)"
    r"|(?:市|省)?(?:的|到)[^,，。?？]{0,18}(?:目标|指标|规模|产值|收入|多少))",
    r"(?:(?:'s|’s)? (?:own |equivalent |similar )*(?:\w+ ){0,3}(?:plan|plans|targets?|goals?|policy|policies|programme|program|aiming|sector)"
    r"|(?:'s|’s) (?:[\w-]+ ){0,3}(?:industry|output|revenue|scale|economy|budget))\b",
)


OURS = re.compile("[我本][市省]|[在到赴]津|(?<![未将以本原])来|落户|搬|迁")  # who comes from there
ACTS = (  # 北京打算…, "has Beijing set"
    r"比{0}[^,，。?？]{{0,4}}(?:高|低|大|小|多|少|快|慢|强)|{0}(?:市|省)?(?:自己)?(?:打算|计划|准备|提出|定|出台|要|给)",
    r"\bthan (?:in |that (?:of|in) |those (?:of|in) )?{0}\b(?:'s|’s)?(?=\W*$)|"
    r"\b(?:has|does|did|is|will) {0} (?:set|aim|plan|want|target|spend|expect|promise|offer|giv|do)",
)


def foreign_places(question: str, source: str, home: str) -> tuple[tuple[str, str], ...]:
    """
    Give the places, Chinese and English, that a question is about and the documents are not.

    A place that the source never names is foreign. One that it does name (北京, 河北) is foreign
    only where the question asks for that place's own plan or figures.

    :param home: text that names the documents' own place: titles and issuers
    """
    text = fold_script(question)
    spoken = chinese_words(text)
    found: list[tuple[str, str]] = []
    for chinese, english in (PLACES | COUNTRIES).items():
        named = any(word.startswith(chinese) for word in spoken) or re.search(
            rf"\b{re.escape(english)}\b", text, re.IGNORECASE
        )
        if not named or chinese in home:
            continue
        if chinese in COUNTRIES and _is_aside(text, chinese, english):
            continue
        subject = _is_subject(text, chinese, english, home)
        origin = re.search(ORIGIN[0].format(chinese), text) or re.search(
            ORIGIN[1].format(re.escape(english)), text, re.IGNORECASE
        )
        if (subject or chinese not in source) and not origin:
            found.append((chinese, english))
    return tuple(found)


def _is_aside(text: str, chinese: str, english: str) -> bool:
    """
    Say whether no clause that asks names a country, or only as a partner: 引进欧洲的人才.

    A country is told of in many a story: 我们接触过德国一家同行,…有没有基金?
    """
    partner = (
        rf"(?:和|与|跟|同|对|向|到|去|往|引进|进口|吸引){chinese}",
        rf"\b(?:with|from|to|between) {english}\b",
    )
    if any(re.search(pattern, text, re.IGNORECASE) for pattern in partner):
        return True
    names = re.compile(rf"{chinese}|\b{english}\b", re.IGNORECASE)
    return not any(names.search(clause) and ASKING.search(clause) for clause in CLAUSES.split(text))


def _is_subject(text: str, chinese: str, english: str, home: str) -> bool:
    """Say whether a place's own plan or figures are asked for, and nothing of the home place."""
    before = r"(?<![和与跟同向、对接在承京津])"
    body = rf"{chinese}(?:市|省)?[\u4e00-\u9fff]{{1,6}}(?:委|局|办|厅)"
    own = re.search(before + chinese + OWN_PLAN[0], text) or re.search(before + body, text)
    joint = re.search(
        rf"(?:和|与|跟|同|向|对接|合作|共建|联手|京津){chinese}|{chinese}[^,，。]{{0,6}}(?:合作|共建|对接|联手|资源)",
        text,
    )
    own = own or re.search(before + ACTS[0].format(chinese), text)
    at_home = own and (OURS.search(own[0]) or any(p in own[0] for p in PLACES if p in home))
    if own and not joint and not at_home:
        return True
    pattern = rf"\b{re.escape(english)}\b" + OWN_PLAN[1]
    together = rf"\b(?:with|from|between|to) (?:\w+ ){{0,2}}{re.escape(english)}"
    asked = re.search(pattern, text, re.IGNORECASE) or re.search(
        ACTS[1].format(re.escape(english)), text, re.IGNORECASE
    )
    return bool(asked and not re.search(together, text, re.IGNORECASE))
