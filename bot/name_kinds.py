"""
Kinds of name that a question may ask for: which country, which university, which bank.

For each kind there is a pattern of asking for it and one of names of that kind. Where the best
sections print none, no name can be given, however well they fit what else is asked.
"""

import re
from dataclasses import dataclass

from bot.place_names import COUNTRIES
from bot.plain_words import NO_TITLES, TitleWords, topics_beside_titles
from corpus.normalise import fold_script, normalise

WHICH_CHINESE = "哪(?:一)?(?:[所家个些种条位门]|几[所家个种条位])?(?:[\u4e00-\u9fff]{0,2}?)"
PLAIN = (
    "or|and|is|are|was|were|does|do|did|will|would|can|could|should|has|have|the|an?|to|of|in|on|"
    "about|with|for"
)
WHICH = rf"\b(?:which|what)(?: (?!(?:{PLAIN})\b)[\w'-]+){{0,2}}? "
# A name of a kind has more than the word for the kind: 南开大学, but not 各大学.
NAMED = (
    "[\u4e00-\u9fff]{2,8}"
    "(?<![高等的与和及各家所外全国内有型级类业方向同对由在城乡村农山中关励持导动请])"
)
PROPER = r"\b(?-i:[A-Z])[\w.-]+ (?:(?-i:[A-Z])[\w.-]+ )*"
UNIVERSITIES = (
    "清华|北大|南开|复旦|浙大|中科院|中国科学院|\\btsinghua\\b|\\bpeking\\b|\\bnankai\\b|\\bfudan\\b|"
    r"\buniversity of (?-i:[A-Z])|\binstitute of technology\b"
)
FIRMS = "firms?|compan(?:y|ies)|makers?|manufacturers?|investors?|partners?|banks?|experts?"
DEMONYMS = {
    "american": "美国", "japanese": "日本", "korean": "韩国", "german": "德国", "french": "法国",
    "british": "英国", "italian": "意大利", "dutch": "荷兰", "swiss": "瑞士", "swedish": "瑞典",
    "russian": "俄罗斯", "indian": "印度", "israeli": "以色列", "canadian": "加拿大",
    "taiwanese": "台湾", "singaporean": "新加坡", "european": "欧洲",
}  # fmt: skip
SENTENCE = re.compile(r"(?:[^。.\n]|\.(?!\s))+")
COUNTRY = "|".join(re.escape(name) for name in (*COUNTRIES, *COUNTRIES.values(), "香港", "台湾"))


@dataclass(frozen=True, slots=True)
class NameKind:
    """A kind of name: how it is asked for, and what is such a name."""

    asked: re.Pattern[str]
    printed: re.Pattern[str]


def _kind(chinese: str, english: str, printed: str) -> NameKind:
    asked = rf"{WHICH_CHINESE}(?:{chinese})|{WHICH}(?:{english})\b(?! or\b)"
    return NameKind(re.compile(asked, re.IGNORECASE), re.compile(printed, re.IGNORECASE))


NAME_KINDS = (
    _kind(
        "国家(?=[和去有做卖买,，。?？!！]|的?(?:市场|公司|企业|客户|专家|技术|产品|人)|[进出]口|"
        "合作|投资|$)|外国|国(?=[的,，。?？!！]|$)",
        "countr(?:y|ies)|nations?",
        COUNTRY,
    ),
    _kind(
        "大学(?!生)|高校|学院",
        "universit(?:y|ies)|colleges?",
        rf"{NAMED}(?:大学|学院)|{PROPER}(?:university|college)\b|{UNIVERSITIES}",
    ),
    _kind(
        "银行|保险公司|保险机构|券商|证券公司|基金公司|担保公司",
        r"banks?|insurers?|insurance (?:company|companies|firm)|brokers?|lenders?",
        rf"{NAMED}(?:银行|保险公司|证券)|{PROPER}bank\b|\bbank of (?-i:[A-Z])",
    ),
    _kind(
        "律所|律师事务所|会计师?事务所|事务所|咨询公司|审计机构|设计院|建筑师|施工单位|承建商|"
        "开发商",
        r"(?:law|consulting|accounting|audit|architecture|construction) firms?|auditors?|"
        r"consultanc(?:y|ies)|consultants?|architects?|"
        r"contractors?|builders?",
        rf"{NAMED}(?:事务所|设计院|咨询公司)|\blaw firm\b|\b(?:architect|contractor|auditor)\b",
    ),
    NameKind(
        re.compile(
            r"哪(?:一)?所(?:中学|小学|学校|幼儿园)|\b(?:which|what) (?:\w+ )?school\b",
            re.IGNORECASE,
        ),
        re.compile(rf"{NAMED}(?:中学|小学|学校|幼儿园)|{PROPER}school\b", re.IGNORECASE),
    ),
    _kind(
        "法院|仲裁(?:机构|委)",
        r"courts?|tribunals?|arbitrators?",
        r"法院|仲裁|\bcourts?\b|\btribunal|\barbitrat",
    ),
    _kind(
        "医院|诊所",
        r"hospitals?|clinics?",
        rf"{NAMED}医院|{PROPER}hospital\b",
    ),
    _kind(
        "媒体|报纸|报社|杂志|电视台|频道|期刊",
        r"newspapers?|magazines?|journals?|tv (?:station|channel)s?|broadcasters?|media outlets?",
        rf"{NAMED}(?:日报|晚报|电视台|杂志)|{PROPER}(?:daily|times|news)\b",
    ),
    _kind(
        "航空公司|航线|航班|高铁|地铁|公交",
        r"airlines?|flights?|railway lines?|metro lines?|bus lines?",
        rf"{NAMED}(?:航空|高铁)|地铁\d|{PROPER}airlines?\b",
    ),
    _kind(
        "街道|社区|小区|村|乡镇|镇|街|路(?![线由径段网灯面])",
        r"streets?|roads?|villages?|towns?(?!hip)|neighbou?rhoods?|sub-?districts?",
        rf"{NAMED}(?:街道|社区|小区|村|镇)|路\d+号|{PROPER}(?:street|road|village|town)\b",
    ),
    _kind(
        "语言|语种|外语",
        r"(?<!programming )languages?",
        r"英语|日语|韩语|法语|德语|俄语|普通话|"
        r"\b(?:english|japanese|korean|french|german|russian)\b",
    ),
    *(
        NameKind(
            re.compile(
                rf"{WHICH_CHINESE}{chinese}的?(?:企业|公司|厂商|银行|大学|专家)|"
                rf"\b(?:which|what) {demonym} (?:\w+ )?(?:{FIRMS})\b",
                re.IGNORECASE,
            ),
            re.compile(rf"{chinese}|{demonym}", re.IGNORECASE),
        )
        for demonym, chinese in DEMONYMS.items()
    ),
)


def asked_kinds(question: str) -> tuple[NameKind, ...]:
    """Give the kinds of name that a question asks for: ``"哪家银行放贷?"`` asks for a bank."""
    text = fold_script(question)
    return tuple(kind for kind in NAME_KINDS if kind.asked.search(text))


def named_beside(question: str, text: str, title_words: TitleWords = NO_TITLES) -> str:
    """
    Give the sentences of a text with a name of a kind asked for and a topic of the question.

    Such a sentence may stand below the best sections: 清华科技园 for 哪所大学的科技园.
    """
    kinds = asked_kinds(question)
    asked = fold_script(question)
    for kind in kinds:
        asked = kind.asked.sub(" ", asked)
    topics = [word for word in topics_beside_titles(asked, title_words) if len(word) > 2]
    found = (
        sentence
        for sentence in SENTENCE.findall(text if kinds and topics else "")
        if any(kind.printed.search(sentence) for kind in kinds)
        and any(topic in normalise(sentence) for topic in topics)
    )
    return "\n".join(found)
