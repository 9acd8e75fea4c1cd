"""
What a question sets against what, such as 集成电路 and 云计算 in 集成电路和云计算有什么不同.

The sides are cut out of the question by its wording; there may be more than two.
"""

import re
from collections.abc import Sequence

from corpus.normalise import fold_script

COMPARES = re.compile(
    r"不同|区别|差别|差异|异同|相比|比较|对比|(?:一|两|相)(?:样|同)|各(?:自|是|派|靠|有)|分别|"
    r"共同的?(?:责任|负责)?(?:单位|部门)|重合|重叠|哪(?:个|条|项|边|块)[^,，。?？]{0,14}多(?!少)|"
    r"(?:谁|哪(?:个|边|头)).{0,10}更|还是一个|既.{2,14}又|同时(?:负责|参与|承担|管|抓)|(?:和|与|跟|以及|、)[^,，。?？]{2,16}?都(?:由|归|是|找|有)(?:谁|哪)|不在.{2,14}名单|却?(?:不|没有?)(?:负责|参与|管)|"
    r"\bdiffer|\bcompare|\bversus\b|\bvs\b|\bin common\b|\bcontrast|\bthe same (?!time)|"
    r"\bon (?:the )?(?:one|other)\b|\brespectively\b|\bbigger\b|\blarger\b|\bfor both\b|\bbut not\b|\bmore than for\b|\b(?:more|fewer) (?:responsible )?(?:units|bodies|departments|agencies)\b|\boverlap",
    re.IGNORECASE,
)
# The words that set things against each other, which one of them alone is not asked with.
COMPARING = re.compile(
    r"(?:之间|上|方面)?(?:有(?:什么|哪些|何|啥)?|的)?(?:主要)?(?:不同|区别|差别|差异|异同)(?:之处|在哪里?|是什么)?|"
    r"(?:一?样|相同)吗|(?:请|帮我)?(?:比较|对比)(?:一?下)?|相比|分别|各自|各(?=是|为|有|给|要|设|定)|"
    r"(?:谁|哪(?:个|边|一个|份))的?(?=.{1,14}更)|更(?:大|高|多|严|低|快|长|早|强)|"
    r"\b(?:how )?(?:do|does|did) (?=.+\bdiffer)|\b(?:differ\w*|compare[ds]?|comparison of|contrast|"
    r"respectively|each|both)\b(?: (?:between|of|in))?",
    re.IGNORECASE,
)
# One list against another: 既管物联网又管移动互联网的部门, 负责大数据的单位里哪家不在云计算的名单上.
LISTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"既(?:管|抓|负责|参与)?(?P<left>[^,，。?？]{2,14}?)[,，]?又(?:管|抓|负责|参与)?(?P<right>[^,，。?？]{2,14}?)(?:的|\W*$)",
        r"同时(?:负责|参与|承担|管|抓)(?:了|着)?(?P<left>[^,，。?？、]{2,14}?)(?:和|与|跟|以及|、)(?P<right>[^,，。?？]{2,14}?)(?:的|\W*$)",
        r"(?:负责|参与|管|抓)(?P<left>[^,，。?？]{2,14}?)的[^,，。?？]{0,8}[,，]?[^?？]{0,10}(?:却|但)?(?:不|没有?)(?:负责|参与|管|在)(?P<right>[^,，。?？]{2,14}?)(?:的|名单|\W*$)",
        r"\b(?:responsible|named|listed) for both (?P<left>[^?.,;]+?) and (?P<right>[^?.,;]+)",
        r"\b(?:responsible|named|listed) for (?P<left>[^?.,;]+?) but not (?:for )?(?P<right>[^?.,;]+)",
    )
)
LEAD_IN = re.compile(
    r"^(?:请问|请|麻烦|帮我|那么?|比较一下|对比一下|比较|对比|比一比|一下|方案(?:里|中)的?|文件(?:里|中)的?|在|对)+"
)
CHINESE_SIDES = re.compile(
    r"(?P<more>(?:[^,，。;；?？:：、]{2,14}、)*)(?P<left>[^,，。;；?？:：、]{2,20}?)(?:[,，]?(?:和|与|跟|(?<![共不相一])同|以及|比起|相比|对比|还是)|、)"
    r"(?P<right>[^,，。;；?？:：、]{2,20}?)"
    r"(?=的|在|这|[两三四五几]个|之间|相比|比较|对比|两|各|分别|有|,|，|是|都|哪|谁|里|方面|一样|由|上|$)"
)
SUFFIX = re.compile(
    r"(?: (?:in (?:terms of|which|what|how|their|the way)|when it comes to|regarding|"
    r"with (?:regard|respect) to|as (?:to|regards))\b.*|那头|那边|这块|那块|方面|领域|行业|产业|部分|"
    r"这两.*|两者.*| (?:differ|compare|diverge)\w*| respectively)$",
    re.IGNORECASE,
)
ENGLISH_SIDES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bsame [^?.,;]*?\b(?:for|in|on|of|behind) (?P<left>[^?.,;]+?) as "
        r"(?:(?:those|the ones?) )?(?:for |in |on |of |behind )?(?P<right>[^?.,;]+)",
        r"\bbetween (?P<left>.+?) and (?P<right>.+?)(?:[?.,;]|$)",
        r"\bcompare (?P<left>.+?) (?:with|and|to|against) (?P<right>.+?)(?:[?.,;:]|$)",
        r"(?P<left>.+?) on (?:the )?one (?:side|hand),? (?:and )?(?P<right>.+?) on the other",
        r"\bfor (?P<left>[^?.,;]+?) (?:differ|compare|diverge)[^?.,;]{0,20}? (?:from|with|to) "
        r"(?:(?:that|those|the \w+) (?:for|of|behind|in) )?(?P<right>[^?.,;]+)",
        r"(?P<left>.+?) (?:versus|vs\.?|compared (?:with|to)|as opposed to) (?P<right>.+?)(?:[?.,;]|$)",
        r"\b(?:does|do|is|are|how) (?P<left>[^?.,;]+?) (?:differ|compare|diverge)\w* (?:from|with|to) "
        r"(?P<right>[^?.,;]+)",
        r"\b(?:do|does|are|is|have) (?P<left>[^?.,;]+?) (?:and|or) (?P<right>[^?.,;]+?) (?:have|share|involve|name|list|rely|use|the same|under|need)\b",
        r"\b(?:do|does|did|are|is|would) (?:the )?(?P<left>(?:(?!\b(?:for|of|in|behind)\b)[^?.,;])+?)"
        r" and (?P<right>[^?.,;]+?)(?= (?:differ|compare|diverge|vary|contrast)\b)",
        r"\b(?:for|of|in|behind) (?P<left>[^?.,;]+?(?:, [^?.,;]{2,40}){0,4}?),? and (?:for |of |in |behind |with )?"
        r"(?P<right>[^?.,;]+)",
    )
)
# What stands for what is asked of the other side: the goal for A with *that for* B.
PREPOSITION = re.compile(
    r"(?:(?:that|those|the ones?) )?(from|for|of|in|about|on|with|to) ", re.IGNORECASE
)
SEVERAL = re.compile(r"、|, (?:and )?")  # between sides that are named one after the other


def sides(question: str) -> tuple[str, ...]:
    """
    Cut out the things that a question compares, two or more; none where it compares nothing.

    ``sides("集成电路和云计算的责任单位有什么不同?") -> ("集成电路", "云计算")``,
    ``sides("Compare chips with cloud computing.") -> ("chips", "cloud computing")``
    """
    text = fold_script(question)
    return _cut(text, (*LISTS, CHINESE_SIDES, *ENGLISH_SIDES)) if COMPARES.search(text) else ()


def of_one_side(question: str) -> str:
    """
    Ask of one side what a question compares; empty where it compares nothing.

    ``of_one_side("发展目标有什么不同?") -> "发展目标?"``
    """
    text = fold_script(question)
    return COMPARING.sub(" ", text).strip() if COMPARING.search(text) else ""


def coordinated(question: str) -> tuple[str, ...]:
    """
    Cut out the things that a question names one beside the other, compared or not.

    ``coordinated("the targets for servers and phones") -> ("servers", "phones")``
    """
    text = fold_script(question)
    return _cut(text, (CHINESE_SIDES, ENGLISH_SIDES[-1]))


def _cut(text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[str, ...]:
    """Cut the sides out of a text by the first pattern that finds two or more."""
    for pattern in patterns:
        found = pattern.search(LEAD_IN.sub("", text))
        if found:
            more = found.groupdict().get("more") or ""
            left, right = _without_preposition(found["left"], found["right"])
            parts = [*SEVERAL.split(f"{more}{left}"), right]
            named = tuple(SUFFIX.sub("", part).strip(" “”\"'") for part in parts)
            if all(len(side) >= 2 for side in named):
                return named
    return ()


def _without_preposition(left: str, right: str) -> tuple[str, str]:
    """Cut two sides behind the preposition that both have: what is wanted *from* A and *from* B."""
    found = PREPOSITION.match(right)
    if found and (cut := left.rpartition(f" {found[1]} ")[2]) != left:
        return cut, right[found.end() :]
    return left, right


def compares(question: str) -> bool:
    """Say whether a question sets things against each other."""
    return bool(COMPARES.search(fold_script(question)))
