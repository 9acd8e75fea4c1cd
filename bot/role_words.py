"""
How a question says in what part a body must stand in a responsibility list.

Together with others, alone, first, leading, supporting, or not at all.
"""

import re

MARK = "[\ue000-\uf8ff]"  # stands for a body (:mod:`bot.body_groups`)
JOINT = re.compile(
    r"共同|合作|[两三](?:家|个)(?:单位|部门)?(?:负责|承担|参与|管)|既[^,，。?？]{0,30}又|联手|联名|一起|一块|一道|一同|一并|会同|搭档|共担|共有|携手|并列|并肩|"
    r"都(?!有(?:哪|什么|啥|几|多少)|是(?:哪|什么|啥|些)|列(?:出|给)|给我|[要得]?(?:干|做|管)(?:些|了)?(?:什么|啥|哪))|均|联合|同时|同[在列框]|同一[条项份个张]|凑齐|齐全|缺一不可|一个(?:都|也)?不少|同台|碰(?:头|面|到一起)|两边|双方|三方|"
    r"全(?:都|部)?(?:参与|在|要|出现|被列)|也(?:在|要|都)?(?:负责|参与|承担|参加|出现|有份|列|干|管)|"
    r"\bjoint|\bboth\b|(?<!put )(?<!taken )(?<!all )\btogether\b|\bshare|\bside by side\b|\balongside\b|\bcommon (?:to|between)\b|\bin common\b|\b(?:on|in|under) the same\b|\bevery one of (?:them|these|those)\b|\balong with\b|\bteam|\bunit(?:es?|ing)\b|"
    r"\bat the same time\b|\bsimultaneously\b|\b(?:work|appear|pair|nam|list)\w* with\b|"
    r"\ball (?:two|three|four|five|of (?:them|these|those))\b|"
    r"\ball(?: be)? (?:nam|list|appear|tak|involv|responsib|together|present|sit|on\b)",
    re.IGNORECASE,
)
SEPARATE = re.compile(
    r"分别|各自|各有|各要|加起来|加在一起|合计|\brespectively\b|\beach\b|\bseparately\b|\bbetween them\b|\bcombined\b",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"单独|独自|单干|独干|独揽|包[揽办]|独家|一家(?:干|来|做|管|扛|包)|独立(?:负责|承担)|唯一(?=(?:的)?(?:责任|负责|承担|单位|部门|主体))|(?:只|仅|就)(?:由|归|有|是)[^,，。?？]{0,16}(?:一家|一个单位|自己)|"
    r"\balone\b|\bsolely\b|\bsole (?:unit|body|department|agency|party|responsib)|\bon its own\b|\bby itself\b|\bsingle-?handed|\bexclusively\b",
    re.I,
)
EACH_ALONE = re.compile(rf"单独|独自|{SEPARATE.pattern}", re.IGNORECASE)
# 只有科委和网信办
ONLY_NAMED = re.compile(
    r"(?:只|仅|光|单单)(?:由|归|有|是|靠|让|交给|写了?|列了?|点了?|涉及)+(?=[\ue000-\uf8ff])|"
    r"\bonly (?:for |by |to |on |names? |lists? |naming |listing )?(?:the )?(?=[\ue000-\uf8ff])|"
    r"\b(?:names?|lists?|naming|listing) only (?:the )?(?=[\ue000-\uf8ff])"
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
# Those who take part beside the one that leads: 牵头的是谁,还有哪些部门参与.
TAKE_PART = re.compile(
    rf"{SUPPORTS.pattern}|参与|参加|协同|协作|还有|其他|其它|另外|分别|各自|"
    r"\bsupport|\bcooperat|\bhelp|\belse\b|\bothers?\b|\binvolved?\b|\bparticipat|\b(?:take|takes|taking) part\b|"
    r"\bback(?:s|ing|ed)? (?:it|them)\b|\bwork(?:s|ing)? with\b",
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
# One task is meant that is named by its bodies; what it says is asked for.
ONE_TASK = re.compile(
    r"那(?:一)?(?:项|条|个|件)|(?:唯一|仅有)的(?:一)?(?:项|条|个|件)?|"
    r"\b(?:the (?:one |only |single |sole )?|its (?:only|single|sole) )"
    r"(?:task|item|measure|section|area)\b(?! of\b)",
    re.IGNORECASE,
)
