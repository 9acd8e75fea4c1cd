"""What a question asks of a document itself: who issued it, when, its number, its basis."""

import re

from bot.plain_words import TitleWords, topics_beside_titles

THIS = r"(?:这|该|本)?(?:份|个|项|一)? ?(?:文件|方案|规划|计划|通知|东西|plan|文|document)"
CHINESE = re.compile(
    rf"落款|文号|谁(?:发布|印发|起草|制定|拟定|转发|批准)的?{THIS}|"
    rf"{THIS}[^,，。?？]{{0,8}}"
    r"(?:谁|哪(?:个|家|些|两个|几个)?(?:机关|部门|单位|机构|级)?|什么(?:机关|部门|单位))(?:来)? ?"
    r"(?:发(?:的|布|出|下|文)|转发|印发|起草|拟(?:定|的|写)?|制定|牵头起草|draft|写的|出的|批准)|"
    rf"{THIS}[^,，。?？]{{0,8}}(?:什么时候|何时|哪(?:一)?(?:天|年|月|日)|几号|几月)"
    r"(?:[^,，。?？]{0,6})(?:发|印|出|转|公布|下)|"
    r"(?:发文|印发|转发|成文|发布)(?:的)?(?:机关|日期|时间|单位)|"
    rf"{THIS}[^,，。?？]{{0,10}}(?:依据|根据|照着|对着|对应|贯彻|落实)[^,，。?？]{{0,8}}(?:哪(?!几?[条项])|什么)",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(?:when|what date|which (?:day|date|year))\b[^?]{0,40}"
    r"\b(?:plan|document|notice|paper|it|this)\b[^?]{0,20}"
    r"\b(?:issued|dated|published|released|forwarded|come out|signed|adopted|put out)\b|"
    r"\bwho\b[^?]{0,20}\b(?:issued|drafted|wrote|drew up|published|forwarded|approved|prepared|"
    r"authored|put out)\b|"
    r"\b(?:which|what) [^?]{0,40}\b(?:issued|drafted|wrote|drew up|published|forwarded|prepared|"
    r"put out|drafting(?! of ))\b|"
    r"\bdocument number\b|\breference number\b|"
    r"\bdate of (?:issue|the (?:plan|notice|document))|"
    r"\b(?:issuing|drafting) (?:body|bodies|authority|office|department)|"
    r"\b(?:which|what) (?:national |central |ministry )?(?:document|guidelines?|policy|paper)"
    r"[^?]{0,40}\b(?:based on|implement|carry out|follow|respond|rest on|behind)|"
    r"\bbased on (?:which|what)\b",
    re.IGNORECASE,
)
# Its basis, where the question is of nothing else.
BASIS = re.compile(
    "(?:依据|根据|照着|对着|贯彻)[^,，。?？]{0,12}哪(?:份|个|一个|部|项)(?:文件|政策|指南|规划)"
)
DOES = "issue|forward|publish|release|approve|circulate|adopt|draft|sign|send out|put out"
# What a body does to a document as a whole; asked of nothing else, it is asked of the document.
ISSUING = re.compile(
    r"拟(?:定|订|就|写|出)?|起草|草拟|制定|制订|撰写|编写|编制|执笔|印发|发布|发(?:的|出来?|文|给|到)|"
    r"下发|转发|签发|出台|公布|批准|同意|主送|收文|"
    r"\b(?:formulat(?:ed|ing)|draft(?:ed|ing|ers?)?|issu(?:ed|ing|ers?)|publish(?:ed|ers?)|"
    r"forwarded|approved|prepared|addressed|authors?|authored|wrote|written|dr[ae]wn? up|drew up|"
    r"compiled|released|put (?:out|together))\b|"
    rf"\b(?:{DOES})(?= (?:the|this|that|it)\b)",
    re.IGNORECASE,
)
ISSUED = re.compile(
    r"(?:实施|行动|工作|发展|专项|总体)?(?:文件|方案|规划|计划|政策|通知|意见|办法)|"
    r"\b(?:documents?|plan|policy|notice|paper|text|scheme|programme|programs?)\b",
    re.IGNORECASE,
)
BY_WHOM = re.compile(
    r"谁|单位|部门|机关|机构|落款|哪[^,，。?？]{0,3}家|\bwho(?:m|se)?\b|\bauthors?\b|"
    r"\b(?:bod(?:y|ies)|departments?|commissions?|offices?|agenc(?:y|ies)|authorit(?:y|ies)|"
    r"units?|bureaus?)\b",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"什么时候|何时|哪(?:一)?(?:天|年|月|日)|几号|几月|日期|时间|"
    r"\bwhen\b|\bdate[ds]?\b|\bwh(?:at|ich) (?:day|year)\b",
    re.IGNORECASE,
)
# Who did it, where it is asked when.
ACTOR = re.compile(
    r"[\u4e00-\u9fff]{1,16}?(?:政府|办公[厅室]|委员会|[委局厅部办])(?=是|在|于|把|将|什么时候|何时|哪|几)|"
    r"由[\u4e00-\u9fff]{1,12}(?:政府|办公[厅室]|委员会|[委局厅部办])|"
    rf"\b(?:did|does) (?:[\w'’]+ ){{1,10}}?(?=(?:{DOES})\b)|"
    r"\bby (?:the )?(?:[\w'’]+ ){0,6}?(?:office|government|commission|bureau|ministry|council)\b",
    re.IGNORECASE,
)


def asks_imprint(text: str, title_words: TitleWords) -> bool:
    """
    Say whether a question asks what a document says of itself.

    :param text: in half-width and simplified characters
    :param title_words: those that the titles of all documents share; they are no other topic
    """
    if CHINESE.search(text) or ENGLISH.search(text):
        return True
    if BASIS.search(text) and not topics_beside_titles(BASIS.sub(" ", text), title_words):
        return True
    is_issuing = ISSUING.search(text) and ISSUED.search(text)
    if not is_issuing or not (BY_WHOM.search(text) or WHEN.search(text)):
        return False
    if WHEN.search(text):
        text = WHEN.sub(" ", ACTOR.sub(" ", text))
    rest = ISSUED.sub(" ", ISSUING.sub(" ", text))
    return not topics_beside_titles(rest, title_words)
