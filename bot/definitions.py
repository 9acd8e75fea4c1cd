"""Questions for what a word means, and the sentences that define it."""

import re

from corpus.normalise import normalise

ASKED = re.compile(
    r"^(?:请问)?(?:什么|啥|何)(?:是|叫(?:做|作)?|为|谓)(?P<before>[^,，。?？]{2,20}?)\W*$|"
    r"(?:^|[,，。?？])(?:请问)?(?:文件里的?|所称的?|所说的?|这里的?)?(?P<behind>[^,，。?？]{2,20}?)"
    r"(?:的(?:定义|含义|意思))?(?:是指|指的是|是|指)(?:什么|啥|哪些人|哪些|谁)(?:意思)?\W*$|"
    r"\bdefinition of (?:an? |the )?[\"']?(?P<of>[a-z][a-z -]{2,40}?)[\"']?"
    r"(?: (?:under|in) [^?]{2,90})?\W*$|"
    r"\bwhat (?:is|are|counts? as|qualif(?:y|ies) as) (?:meant by )?(?!the definition\b)"
    r"(?:an? |the )?[\"']?(?P<english>[a-z][a-z -]{2,40}?)[\"']?"
    r"(?: (?:under|in|according to|within|for the purposes? of) [^?]{2,90})?\W*$|"
    r"\bwhat does (?:an? |the )?(?:term )?[\"']?(?P<mean>[a-z][a-z -]{2,40}?)[\"']? mean\b|"
    r"\bhow (?:is|are) (?:an? |the )?[\"']?(?P<how>[a-z][a-z -]{2,40}?)[\"']? defined\b|"
    r"\bdefines? (?:an? |the )?[\"']?(?P<verb>[a-z][a-z -]{2,40}?)[\"']?\W*$",
    re.IGNORECASE,
)
QUOTE = "[“”\"‘’']"


def defined_term(question: str) -> str:
    """
    Give the word whose meaning a question asks for, normalised; empty where it asks for none.

    ``defined_term("什么叫技术交易?") -> "技术交易"``
    """
    found = ASKED.search(normalise(question))
    return next((term.strip() for term in found.groups() if term), "") if found else ""


def defines(text: str, term: str) -> bool:
    """Say whether a text defines a term: 本办法所称技术交易,是指以技术为核心的交易."""
    word = re.escape(term)
    chinese = rf"{word}(?:\([^()]*\))?[,，]?(?:是指|系指|指(?!导|定|标|引)|是(?!否|不))"
    meant = r"(?:means?|(?:shall )?refers? to|shall mean|(?:is|are) defined as)\b"
    behind = r"(?: ?\([^()]*\))?(?: (?:as )?used in this \w+)?"
    english = rf"\b{word}s?{QUOTE}?{behind} {meant}"
    opening = rf"(?:^|[.;:]|\barticle \w+) ?{QUOTE}{word}s?{QUOTE} (?:is|are|includes?)\b"
    return bool(term and re.search(f"{chinese}|{english}|{opening}", normalise(text)))
