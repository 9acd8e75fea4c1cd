"""
How a question says in what part a body must stand in a responsibility list.

Together with others, alone, first, leading, supporting, or not at all.
"""

import re

JOINT = re.compile(
    r"共同|合作|[两三](?:家|个)(?:单位|部门)?(?:负责|承担|参与|管)|既[^,，。?？]{0,30}又|联手|一起|一块|一道|共担|共有|携手|并列|都|均|联合|同时|也(?:负责|参与|承担)|"
    r"\bjoint|\bboth\b|\btogether\b|\bshare|\bside by side\b|\balongside\b|\bin common\b",
    re.IGNORECASE,
)
SEPARATE = re.compile(r"分别|各自|\brespectively\b|\beach\b|\bseparately\b", re.IGNORECASE)
ALONE = re.compile(
    r"单独|独自|独立(?:负责|承担)|唯一(?=(?:的)?(?:责任|负责|承担|单位|部门|主体))|(?:只|仅|就)(?:由|归|有|是)[^,，。?？]{0,16}(?:一家|一个单位|自己)|"
    r"\balone\b|\bsolely\b|\bsole (?:unit|body|department|agency|party|responsib)|\bon its own\b|\bby itself\b",
    re.I,
)
# What bodies do apart is asked for as well as what they do together.
CONTRAST = re.compile(
    r"不同|区别|差别|差异|异同|对比|比较|不一样|\bdiffer|\bcompare", re.IGNORECASE
)
LEADS = re.compile(
    r"牵头|(?:谁|哪|由)[^,，。]{0,8}主导(?!产业|地位)|\bleads?\b(?! to)|\bled by\b|\bheads?\b|\bheaded\b",
    re.IGNORECASE,
)
SUPPORTS = re.compile(
    r"配合|协办|协助|\bassist|\bcooperat\w+ (?:unit|bod|dep)|\bsupporting (?:unit|bod|dep|agenc)|\bin support\b",
    re.IGNORECASE,
)
# 牵头还是配合: both roles are meant, and asked apart.
EITHER_ROLE = re.compile(
    r"(?:牵头|主办|主导|负责)[^,，。?？]{0,6}(?:还是|或者?|和|与|、|/)[^,，。?？]{0,4}(?:配合|协办|协助|参与)|"
    r"(?:配合|协办|协助)[^,，。?？]{0,6}(?:还是|或者?|和|与|、|/)[^,，。?？]{0,4}(?:牵头|主办)|"
    r"\blead(?:s|ing)?,? (?:or|and|versus|vs\.?)(?: (?:just|only|merely))? (?:supports?|supporting|assists?|cooperates?)\b|"
    r"\bsupport(?:s|ing)?,? (?:or|and)(?: (?:just|only|merely))? leads?\b|"
    r"\ba lead or (?:a )?(?:support|assist)\w*\b",
    re.IGNORECASE,
)
FIRST = re.compile(
    r"排(?:在)?[^,，。?？]{0,8}(?:第一|首位|最前|头一)|(?:列|在|居)(?:于)?(?:首位|第一|最前|最先)|首位|打头|头一个|"
    r"(?:头一个|第一个|最前面|开头)(?:的)?(?:责任单位|单位)?(?:就)?(?:是|写|列)|"
    r"\b(?:begins?|starts?|opens?|beginning|starting) with\b|\b(?:list|name|put|place|rank)s?(?:ed)?\b[^?.,]{0,60}\bfirst\b|\bfirst (?:on|in) the list\b|\bfirst-named\b|"
    r"\bheads the list\b|\bcomes? first\b|\btop of the list\b",
    re.IGNORECASE,
)
NEGATED_AFTER = re.compile(
    r"^(?:都|并|也|却|而)*(?:不(?!仅|只|但)|没有?|未)(?:被)?(?:负责|参与|承担|牵头|涉及|参加|列|在|管|要)|^(?:以外|之外|除外)|"
    r"^ (?:is|are|does|do|has|have) not\b",
    re.IGNORECASE,
)
NEGATED_BEFORE = re.compile(
    r"(?:不包括|不含|排除|除去|除了?|不(?:需要|用|必|要|由|让|靠|涉及|归|找)|无需|(?<!有)没有?)$|"
    r"\b(?:do not|don't|does not|doesn't) (?:need|involve|include|name|list|require)(?: the)?(?: tianjin)? $|"
    r"\b(?:without|except(?: for)?|excluding|but not|not|other than)(?: the| by)*(?: tianjin)? $",
    re.IGNORECASE,
)


# One task is meant that is named by its bodies; what it says is asked for.
ONE_TASK = re.compile(
    r"那(?:一)?(?:项|条|个|件)|(?:唯一|仅有)的(?:一)?(?:项|条|个|件)?|"
    r"\b(?:the (?:one |only |single |sole )?|its (?:only|single|sole) )"
    r"(?:task|item|measure|section|area)\b(?! of\b)",
    re.IGNORECASE,
)


def is_negated(text: str, start: int, end: int) -> bool:
    """Say whether the body at ``text[start:end]`` is named to be left out: 网信办不负责的."""
    return bool(NEGATED_AFTER.search(text[end:]) or NEGATED_BEFORE.search(text[:start]))
