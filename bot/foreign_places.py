"""Other places than the documents' own: another city's plan is not in them."""

import re

from bot.place_names import COUNTRIES, ORIGIN, PLACES, AroundPlace, places_named
from corpus.normalise import fold_script

CLAUSES = re.compile(r"[,，。;；:：?？!！]|\.\s")
ASKING = re.compile(
    r"什么|啥|哪|谁|几|多少|怎|如何|吗|呢|有没有|是否|"
    r"\b(?:what|which|who|how|when|where|why|is|are|does|do|did|has|will|can)\b",
    re.IGNORECASE,
)
# "Shanghai's plan", "北京自己的目标": another place is the subject, not a partner.
CHINESE_PLAN = (
    r"(?:(?:市|省)?(?:的|自己|那边|本地|当地|自身)?[^,，。?？]{0,8}(?:同类|方案|计划|规划|目标|"
    r"政策|指标|文件|规模|产值|收入|自己的)"
    r"|(?:市|省)?(?:的|到)[^,，。?？]{0,18}(?:目标|指标|规模|产值|收入|多少))"
)
ENGLISH_PLAN = (
    r"(?:(?:'s|’s)? (?:own |equivalent |similar )*(?:\w+ ){0,3}(?:plan|plans|targets?|goals?|"
    r"policy|policies|programme|program|aiming|sector)"
    r"|(?:'s|’s) (?:[\w-]+ ){0,3}(?:industry|output|revenue|scale|economy|budget))\b"
)
OURS = re.compile("[我本][市省]|[在到赴]津|(?<![未将以本原])来|落户|搬|迁")  # who comes from there
# 北京打算…, "has Beijing set": what another place does.
CHINESE_ACTS = (
    r"比{0}[^,，。?？]{{0,4}}(?:高|低|大|小|多|少|快|慢|强)|"
    r"{0}(?:市|省)?(?:自己)?(?:打算|计划|准备|提出|定|出台|要|给)"
)
ENGLISH_ACTS = (
    r"\bthan (?:in |that (?:of|in) |those (?:of|in) )?{0}\b(?:'s|’s)?(?=\W*$)|"
    r"\b(?:has|does|did|is|will) {0} (?:set|aim|plan|want|target|spend|expect|promise|offer|giv|do)"
)
PARTNER_COUNTRY = AroundPlace(
    "(?:和|与|跟|同|对|向|到|去|往|引进|进口|吸引){0}", r"\b(?:with|from|to|between) {0}\b"
)


def foreign_places(question: str, source: str, home: str) -> tuple[tuple[str, str], ...]:
    """
    Give the places, Chinese and English, that a question is about and the documents are not.

    A place that the source never names is foreign. One that it does name (北京, 河北) is foreign
    only where the question asks for that place's own plan or figures.

    :param home: text that names the documents' own place: titles and issuers
    """
    text = fold_script(question)
    found: list[tuple[str, str]] = []
    for chinese, english in places_named(text, PLACES | COUNTRIES):
        if chinese in home:
            continue
        if chinese in COUNTRIES and _is_aside(text, chinese, english):
            continue
        subject = _is_subject(text, chinese, english, home)
        if (subject or chinese not in source) and not ORIGIN.search(text, chinese, english):
            found.append((chinese, english))
    return tuple(found)


def _is_aside(text: str, chinese: str, english: str) -> bool:
    """
    Say whether no clause that asks names a country, or only as a partner: 引进欧洲的人才.

    A country is told of in many a story: 我们接触过德国一家同行,…有没有基金?
    """
    if PARTNER_COUNTRY.search(text, chinese, english):
        return True
    names = re.compile(rf"{chinese}|\b{english}\b", re.IGNORECASE)
    return not any(names.search(clause) and ASKING.search(clause) for clause in CLAUSES.split(text))


def _is_subject(text: str, chinese: str, english: str, home: str) -> bool:
    """Say whether a place's own plan or figures are asked for, and nothing of the home place."""
    before = r"(?<![和与跟同向、对接在承京津])"
    body = rf"{chinese}(?:市|省)?[\u4e00-\u9fff]{{1,6}}(?:委|局|办|厅)"
    own = re.search(before + chinese + CHINESE_PLAN, text) or re.search(before + body, text)
    joint = re.search(
        rf"(?:和|与|跟|同|向|对接|合作|共建|联手|京津){chinese}|"
        rf"{chinese}[^,，。]{{0,6}}(?:合作|共建|对接|联手|资源)",
        text,
    )
    own = own or re.search(before + CHINESE_ACTS.format(chinese), text)
    at_home = own and (OURS.search(own[0]) or any(p in own[0] for p in PLACES if p in home))
    if own and not joint and not at_home:
        return True
    pattern = rf"\b{re.escape(english)}\b" + ENGLISH_PLAN
    together = rf"\b(?:with|from|between|to) (?:\w+ ){{0,2}}{re.escape(english)}"
    asked = re.search(pattern, text, re.IGNORECASE) or re.search(
        ENGLISH_ACTS.format(re.escape(english)), text, re.IGNORECASE
    )
    return bool(asked and not re.search(together, text, re.IGNORECASE))
