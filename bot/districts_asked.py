"""
How a question speaks of districts beside the other bodies: not counted, or one alone of them.

不算各区,只有一项任务的部门 counts the municipal bodies, 只点了港湾区一个区的任务 wants the lists
that name no district but that one, whatever other bodies stand in them.
"""

import re

from bot.role_words import MARK

MUNICIPAL = r"(?:departments?|bod(?:y|ies)|units?|agenc(?:y|ies)|offices|bureaus|commissions)"
WITHOUT = re.compile(
    r"(?:不(?:算|含|包括|包含|计入?|考虑|看)|除(?:了|去|开|掉)?|排除|撇开|去掉|抛开|剔除|刨去)"
    r"(?:各个?|所有|全部|有关|相关|掉|的)*区(?![域别分块]|委|教育)县?级?(?:人民)?(?:政府)?(?:以?外|之外)?|"
    r"各?区县?级?(?:政府)?(?:除外|不算|不计|另算)|"
    r"\b(?:not (?:counting|including)|(?:leaving|setting|putting) (?:aside|out)|excluding|without|"
    r"other than|apart from|aside from|except(?: for)?|ignoring)(?: the| any| all)? districts?\b|"
    r"\b(?:(?:leaving|setting|putting) )?(?:the )?districts? "
    r"(?:aside|apart|excluded|excepted|left out|out|not (?:counted|included))\b",
    re.IGNORECASE,
)
WITH = re.compile(
    r"(?<!不)(?:连同|包括|包含|含|算上|加上|计入)(?:各个?|所有|了)*区县?(?:级|政府)*(?:在内|都算)?|"
    r"(?:不论|无论|不管|不分)市级?(?:还是|、|和|或)?区级?|"
    r"\bdistricts? (?:included|and all|too|as well|counted)\b|"
    r"(?<!not )\b(?:include|including|counting)(?: the| all)? districts?\b|"
    r"(?:whether )?\bmunicipal (?:or|and|as well as) districts?(?: level)?\b",
    re.IGNORECASE,
)
OFFICES = re.compile(
    r"市级(?:的|政府|责任|主管|有关|相关)*(?=部门|单位|机构|机关|委办局)|市直(?=部门|单位|机关|机构)|"
    rf"\b(?:municipal|city)(?:[- ]level)?(?: government)?(?: responsible)? (?={MUNICIPAL}\b)",
    re.IGNORECASE,
)
NAMING = "(?:点名?|提|写|列|涉及|出现|含|包括|带|有)"
NAMED = (
    r"(?:(?:that is |to be )?(?:actually )?(?:named|mentioned|listed|included|involved|by name))"
)
# One district alone of all: what is kept of the wording is the body.
ALONE = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (rf"区(?:级)?(?:里[面头]?|中间?|当中|之中|之间)[,，]?(?:就|也)?(?:只|仅|光){NAMING}*[了到名着]*({MARK})", r" \1"),
        (rf"(?:只|仅|光|单单?|就)(?:{NAMING}|是|由)+[了到名着]*({MARK})(?:政府)?(?:这|那)?(?:一|1)?个区县?", r"\1"),
        (rf"({MARK})(?:就|才)?(?:是|作为|为)?(?:其中|各区中)?(?:唯一|仅有|独一|惟一)(?:的|一个|被|具|{NAMING}|名|到|及)*区", r"\1"),
        (rf"(?:具名|{NAMING}[了到名]*)的区县?(?:就|也)?(?:只|仅)(?:有|是)({MARK})(?:一个|一家)?", r"\1"),
        (rf"(?:而|且|并|也|再|却|但)*(?:没有?|不|未|无){NAMING}*[了到名及]*(?:任何)?(?:其他|其它|别的?|另外的?|旁的)(?:任何|的)*区县?(?:政府)?", "\0"),
        (rf"\b(?:as )?(?:the )?(?:only|sole|lone|(?<!a )single|one and only|(?:only|just|exactly) one)(?: named)? district\b(?: {NAMED})*", " "),
        (rf"\b(?:is |stands )?alone (?:among|of|amongst)(?: all)?(?: the)?(?: other)? districts\b(?: {NAMED})*", " "),
        (r"\bamong(?:st)?(?: all)?(?: the)? districts,? (?:only|just)\b", " "),
        (
            rf"\b(?:and |but |with )?(?:no|none of the|not any|without (?:any )?)(?: ?named)? ?(?:other|further|more) districts?\b"
            rf"(?: (?:besides? it|at all|{NAMED}))*",
            "\0",
        ),
    )
)  # fmt: skip
BESIDES = re.compile(rf"(?:除了?)?({MARK})(?:以外|之外|外)?[,，]?(?=\0)")  # 除了港湾区没有别的区


def without_districts(text: str) -> tuple[str, bool]:
    """
    Read whether districts are left out of a count; give the text without saying so.

    :param text: in normal form, simplified
    """
    offices_only = bool(WITHOUT.search(text) or OFFICES.search(text)) and not WITH.search(text)
    for pattern in (WITH, WITHOUT, OFFICES):
        text = pattern.sub(" ", text)
    return text, offices_only


def without_only_district(frame: str) -> tuple[str, bool]:
    """
    Read whether a district must be the only one of a list; give the frame without saying so.

    :param frame: a question in which every body is one mark
    """
    text = frame
    for pattern, form in ALONE:
        text = pattern.sub(form, text)
    text = BESIDES.sub(r"\1", text).replace("\0", " ")
    return text, text != frame
