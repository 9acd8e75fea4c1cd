"""Names of cities, provinces and countries in both languages, and what stands around them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.lexical import chinese_words

PLACES: dict[str, str] = {
    "上海": "Shanghai", "深圳": "Shenzhen", "广州": "Guangzhou", "重庆": "Chongqing",
    "杭州": "Hangzhou", "苏州": "Suzhou", "南京": "Nanjing", "武汉": "Wuhan", "成都": "Chengdu",
    "西安": "Xi'an", "合肥": "Hefei", "青岛": "Qingdao", "济南": "Jinan", "大连": "Dalian",
    "沈阳": "Shenyang", "长沙": "Changsha", "郑州": "Zhengzhou", "厦门": "Xiamen", "福州": "Fuzhou",
    "宁波": "Ningbo", "无锡": "Wuxi", "东莞": "Dongguan", "佛山": "Foshan", "贵阳": "Guiyang",
    "昆明": "Kunming", "哈尔滨": "Harbin", "长春": "Changchun", "石家庄": "Shijiazhuang",
    "太原": "Taiyuan", "南宁": "Nanning", "海口": "Haikou", "三亚": "Sanya", "兰州": "Lanzhou",
    "乌鲁木齐": "Urumqi", "呼和浩特": "Hohhot", "北京": "Beijing", "天津": "Tianjin",
    "河北": "Hebei", "雄安": "Xiong'an", "唐山": "Tangshan", "广东": "Guangdong", "江苏": "Jiangsu",
    "浙江": "Zhejiang", "山东": "Shandong", "四川": "Sichuan", "湖北": "Hubei", "湖南": "Hunan",
    "河南": "Henan", "福建": "Fujian", "安徽": "Anhui", "江西": "Jiangxi", "辽宁": "Liaoning",
    "吉林": "Jilin", "黑龙江": "Heilongjiang", "陕西": "Shaanxi", "山西": "Shanxi", "甘肃": "Gansu",
    "青海": "Qinghai", "贵州": "Guizhou", "云南": "Yunnan", "海南": "Hainan",
    "内蒙古": "Inner Mongolia", "广西": "Guangxi", "宁夏": "Ningxia", "新疆": "Xinjiang",
    "西藏": "Tibet", "香港": "Hong Kong", "澳门": "Macau", "台湾": "Taiwan",
    "粤港澳": "Greater Bay Area", "长三角": "Yangtze River Delta",
}  # fmt: skip
COUNTRIES: dict[str, str] = {
    "美国": "United States", "日本": "Japan", "韩国": "Korea", "德国": "Germany", "法国": "France",
    "英国": "United Kingdom", "意大利": "Italy", "西班牙": "Spain", "荷兰": "Netherlands",
    "瑞士": "Switzerland", "瑞典": "Sweden", "俄罗斯": "Russia", "乌克兰": "Ukraine",
    "印度": "India", "新加坡": "Singapore", "马来西亚": "Malaysia", "泰国": "Thailand",
    "越南": "Vietnam", "印尼": "Indonesia", "菲律宾": "Philippines", "澳大利亚": "Australia",
    "新西兰": "New Zealand", "加拿大": "Canada", "墨西哥": "Mexico", "巴西": "Brazil",
    "以色列": "Israel", "沙特": "Saudi Arabia", "阿联酋": "United Arab Emirates", "埃及": "Egypt",
    "南非": "South Africa", "欧盟": "European Union", "欧洲": "Europe", "非洲": "Africa",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AroundPlace:
    """Wordings around the name of a place, for which ``{0}`` stands, in either language."""

    chinese: str
    english: str

    def search(self, text: str, chinese: str, english: str) -> re.Match[str] | None:
        """Find such a wording around a place by either of its names."""
        return re.search(self.chinese.format(chinese), text) or re.search(
            self.english.format(re.escape(english)), text, re.IGNORECASE
        )


# Where the asker comes from, which is not what is asked about.
ORIGIN = AroundPlace(
    r"(?:我们?(?:公司|厂|家)?(?:在|是|从)|来自|从|总部在|注册在|人在)(?:了)?{0}|"
    r"{0}(?:来的|过来|人|搬|的?(?:一家)?(?:公司|企业|客户|同行|老板)|"
    r"[^,，。?？]{{0,4}}(?:独资|合资|外资|投资(?:者|商|人)|商人|公民|护照|国籍))",
    r"\b(?:from|based in|leaving|outside) {0}(?!'s|’s)|"
    r"\b(?:we|i|our|us|my|firms?|company|companies|business|office|start-?up|living|located|"
    r"registered|incorporated|operating|working)\b[^,.?]{{0,24}}\bin {0}(?!'s|’s)|"
    r"{0}[- ](?:based|firm|company)|\b(?:my|our) {0}",
)


def places_named(text: str, table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """
    Give the places of a table that a question names, by their Chinese and English names.

    :param text: in simplified characters; 海南 is named where a word begins with it
    """
    spoken = chinese_words(text)
    for chinese, english in table.items():
        if any(word.startswith(chinese) for word in spoken) or re.search(
            rf"\b{re.escape(english)}\b", text, re.IGNORECASE
        ):
            yield chinese, english
