"""The lines around a document's text that say nothing of its matter: title, number, addressees."""

import re

from corpus.document import Document
from corpus.normalise import normalise

LONGEST = 400  # characters of such a span
NOTHING = re.compile(r"[\W_]+")
YEAR, COUNT = r"(?:\d{4}|[二〇○零一九]{4})", r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = re.compile(rf"{YEAR}年{COUNT}月{COUNT}日")
# 各区人民政府,各委、局: and 经市政府同意,现印发给你们,请认真贯彻执行。
ADDRESSEES = re.compile(r"各[\u4e00-\u9fff、,()\s]{1,90}:")
AGREED = "(?:(?:已|业)?经[^。,]{2,30}(?:同意|批准|通过),)?"
ISSUING = re.compile(
    rf"{AGREED}现(?:将[^。]{{0,80}})?(?:印发|转发)[^。]{{0,20}}(?:给?你们|执行)[^。]{{0,40}}(?:。|$)|"
    rf"{AGREED}现[^。]{{0,60}}如下:|"
    r"[^.]{0,240}\bhereby (?:issued|forwarded|promulgated|printed)\b[^.]*\."
)


def is_letterhead(document: Document, start: int, end: int) -> bool:
    """
    Say whether a span holds nothing but a document's title, issuer, number, date and addressees.

    Also the sentence that only issues it is such: 现印发给你们,请认真贯彻执行。
    """
    if end - start > LONGEST:
        return False
    text = normalise(document.text[start:end])
    text = ISSUING.sub(" ", ADDRESSEES.sub(" ", text))
    text = DATE.sub("", NOTHING.sub("", text))
    issuers = re.split(r"[、 ]", document.issuer or "")
    facts = (document.title, document.outer_title or "", document.number or "", *issuers)
    for fact in sorted((NOTHING.sub("", normalise(fact)) for fact in facts), key=len, reverse=True):
        text = text.replace(fact, "") if fact else text
    return not text
