"""What a question asks of documents' force: whether, since when, until when, by what ended."""

import re

from corpus.document_numbers import find_numbers
from corpus.language import Language
from corpus.normalise import normalise

DOCUMENT = (
    "文件|办法|条例|规定|细则|规则|措施|方案|规划|计划|纲要|意见|通知|政策|法律|法规|决定|指南|指引|章程|"
    '预案|标准|公告|法(?=[》”"]?(?:现|还|仍|是|目|从|自|何|什|有|被|失|废|到|过|生|施|实|的))'
)
ENDED = "废止|取代|替代|代替|作废|废除"
IN_FORCE = f"有效|生效|失效|过期|到期|停止执行|适用|施行|执行|管用|算数|实施|终止|{ENDED}"
STILL = re.compile(
    rf"(?:还|仍|仍然|依然|现在|目前|现行|如今|是否|是不是|有没有|已经|已)[^,，。?？]{{0,8}}(?:{IN_FORCE})|"
    "(?:有效|失效|作废|废止|废除|过期|到期|生效)(?:了)?(?:吗|没有|没|么|不|呢|否)|有没有过期|"
    "有效期(?:限)?(?:是|到|至|多|几|为|有|截|什)|(?:什么时候|何时|哪天|哪一天|哪年|哪一年|多久|几号|几年|何日)"
    "[^,，。?？]{0,6}(?:生效|有效|施行|实施(?!方案|细则|意见|办法|计划)|失效|到期|过期|废止|作废)|"
    "(?:有效|执行|施行|实施|适用)(?:期限?)?(?:延长)?[到至](?:什么|何|哪|几)|"
    "(?:生效|施行|实施|失效|到期|废止)(?:的)?(?:日期|时间|日)|"
    rf"被(?:哪|什么|谁|其他|别)[^,，。?？]{{0,12}}(?:{ENDED})|被(?:{ENDED})"
)
STILL_ENGLISH = re.compile(
    r"\b(?:still|currently|now|yet|already|any longer|no longer)\b[^?]{0,40}\b(?:in force|"
    r"in effect|valid|effective|apply|applies|applicable|binding|good law)\b|"
    r"\b(?:in force|in effect)\b|"
    r"\b(?:expired?|expires|repealed|abolished|superseded|annulled|lapsed?|replaced)\b|"
    r"\bwhen\b[^?]{0,90}\b(?:tak|com|enter|go|took|cam)\w*\b[^?]{0,12}\b(?:effect|force)(?:ive)?\b|"
    r"\bhow long\b[^?]{0,60}\b(?:valid|in force|effective)\b|\bvalidity\b|\bexpiry\b|"
    r"\buntil when\b[^?]{0,90}\b(?:valid|in force|effective|apply|applies|applicable)\b|"
    r"\beffective (?:date|from)\b|\bvalid until\b|\bout of date\b",
    re.IGNORECASE,
)
# What does it repeal? Which documents have run out?
ENDS = re.compile(
    rf"(?:{ENDED})(?:了|的)?(?:是)?(?:哪|什么)|\bwhat\b[^?]{{0,60}}\b(?:do|does|did)\b[^?]{{0,90}}\b"
    r"(?:repeal|replace|supersede)\b|\bwhich\b[^?]{0,90}\b(?:do|does|did)\b[^?]{0,90}\b"
    r"(?:repeal|replace|supersede)\b",
    re.IGNORECASE,
)
LISTS = re.compile(
    r"哪(?:些|几[份个部项])[^,，。?？]{0,12}(?:过期|失效|废止|作废|到期)|"
    r"\bwhich (?:\w+ ){0,4}?(?:documents|policies|measures|plans|regulations|laws|rules|notices)\b"
    r"[^?]{0,40}\b(?:expired|repealed|lapsed|out of date|no longer)\b",
    re.IGNORECASE,
)
DOCUMENT_ENGLISH = re.compile(
    r"\b(?:documents?|measures?|regulations?|rules?|polic(?:y|ies)|plans?|notices?|laws?|provisions?|"
    r"acts?|opinions?|ordinances?|circulars?|decrees?|guidelines?|procedures?)\b",
    re.IGNORECASE,
)
# What has a term of its own: a question for it is no question for the document's force.
OTHERS = re.compile(
    "(?:证|许可|执照|合同|协议|资格|专利|商标|签证|牌照|报告|认定|登记|备案)[^,，。?？]{0,8}"
    "(?:有效|到期|过期|失效)|"
    r"\b(?:licen[cs]e|permit|visa|certificate|contract|patent|registration)s?\b"
    r"(?! (?:\w+ )?(?:measures|regulations|rules|law|act|ordinance|provisions|procedures)\b)",
    re.IGNORECASE,
)
FILLER = re.compile(
    "[这该本此那]|请问|[份个项部]|我想知道|告诉我|一下|是|的|了|吗|呢|么|有|没有|到|至|多久|几年|什么时候|"
    "何时|截止|现在|目前|还|仍然?|是否|是不是|已经?|日期|时间|期限?|它|被|哪|里|中|从|自|起|文件|政策"
)


def asks_validity(question: str, *, limited: bool = False) -> bool:
    """
    Say whether a question asks for the force of a document.

    :param limited: whether only one document can be meant, so that it need not be named
    """
    text = normalise(question)
    if OTHERS.search(text):
        return False
    if asks_repeals(text) or asks_which(text):
        named = re.search(f"{DOCUMENT}|[《“]", text) or DOCUMENT_ENGLISH.search(text)
        return limited or bool(named)
    if STILL.search(text):
        rest = FILLER.sub("", STILL.sub("", text))
        bare = limited and not re.search("[\u4e00-\u9fff]{2}", rest)
        return bare or bool(re.search(DOCUMENT, text) or "《" in text or find_numbers(text))
    if STILL_ENGLISH.search(text):
        bare = limited and bool(re.search(r"\b(?:it|this)\b", text))
        printed = re.search(f"{DOCUMENT}|[《“]", text) or find_numbers(text)
        return bare or bool(DOCUMENT_ENGLISH.search(text) or printed)
    return False


def asks_repeals(question: str) -> bool:
    """Say whether a question asks what a document repeals: 这个办法废止了哪些文件."""
    return bool(ENDS.search(normalise(question)))


def asks_which(question: str) -> bool:
    """Say whether a question asks which documents have run out: 哪些政策已经过期."""
    return bool(LISTS.search(normalise(question)))


def has_topic(question: str, language: Language) -> bool:
    """Say whether a question for force names what it is about: 渔船补贴政策还有效吗."""
    if language == "en":
        rest = DOCUMENT_ENGLISH.sub("", STILL_ENGLISH.sub("", normalise(question)))
        return len(re.findall("[a-z]{4,}", rest)) >= 2
    rest = FILLER.sub("", STILL.sub("", normalise(question)))
    return len(re.findall("[\u4e00-\u9fff]", rest)) >= 4
