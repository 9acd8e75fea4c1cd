"""
How a question says that nothing may be left out: 一条不落地, "without leaving any out".

It negates nothing of what is asked, so it is cut out before negations are read.
"""

import re

from corpus.normalise import fold_script

COUNTED = "(?:个|项|条|件|处|样|家|点|丝|字)"
ONE = f"(?:任何|哪怕|哪)?[一半1]?{COUNTED}(?:任务|工作|事项?)?"
LEAVE = r"(?:遗漏|错漏|漏(?![洞水电税油])掉?|落下?(?![实后])|拉下|丢下?|省略|遗忘|放过|错过)"
NOT = "(?:不|别|没有?|勿|莫)(?:要|能|可以?|许|得|准|应该?|会)?(?:再|有)?"
LEST = (
    "(?:(?:不(?:要|能|可以?|许|得|准|应该?)?|别|请?勿|切勿|莫|毋|无|毫无|绝无|避免|防止|(?<!有)没有)"
    "(?:有|再|出现|存在|任何|所|丝毫|半点)*)"
)
GAP = "(?:缺漏|疏漏|缺失|缺项|漏项|少列|漏列|脱漏)"
SHOWN = "(?:地|的?(?=[请都全]{0,2}(?:列|说|讲|告|写|报|找|摆|念|数|排|罗|梳|整|给|拉)))"
CHINESE = "|".join(
    (
        rf"{ONE}(?:都|也|均)?(?:千万|绝)?{NOT}(?:{LEAVE}|差)(?:了|任何)?",
        # Of tasks, not of bodies: 科委、网信办一个都不少 wants both.
        rf"(?:任何|哪怕|哪)?[一半1](?:项|条|件|样)(?:任务|工作|事项?)?(?:都|也|均)?{NOT}[少缺]",
        rf"[一半1](?:个|家)(?:都|也|均)?{NOT}[少缺](?={SHOWN})",
        rf"[少漏缺落差]了?[一1半]{COUNTED}(?:都|也)(?:不行|不可以?|不成|不算)",
        rf"{LEST}(?:(?!落地){LEAVE}|{GAP})(?:掉|了|任何|其中|{ONE})*",
        "无一(?:例外|遗漏)|毫无保留|不重不漏|不漏不重|一网打尽|不留死角|巨细无遗|应列尽列",
    )
)
LEAVING = r"(?:leav|omit|miss|skip|forget|overlook|drop|neglect)(?:e|t?ing|p?ing)?"
ANY = (
    r"(?:(?:even )?(?:a single|any|one)(?: single)?"
    r"(?: (?:one|tasks?|items?|entr(?:y|ies)|of (?:them|these|it)))?|anything|anyone)"
)
NONE = (
    r"(?:none|nothing|not (?:one|a (?:single )?(?:one|task|item))|"
    r"no(?: single)? (?:tasks?|items?|one|entr(?:y|ies)))(?: of (?:them|these))?"
)
OUT = r"(?: (?:out|off|behind|unlisted|unmentioned))?"
ENGLISH = "|".join(
    (
        r"(?:without|\w+n['’]t|do not|never|(?:must|can|should|would|could) ?not|not to|avoid)"
        rf"(?: (?:want|wish|like|afford)(?: you)? to)? {LEAVING}{OUT} {ANY}{OUT}",
        rf"{LEAVING}{OUT} {NONE}{OUT}",
        rf"(?:with )?{NONE} (?:(?:may|must|should|can|to|is|are|be|being|has|been|gets?) )*"
        r"(?:left (?:out|off|behind)|omitted|missing|missed|skipped|forgotten|overlooked|lacking)",
        r"(?:without|with no|no)(?: any| a single)? (?:omission|exception|gap)s?"
        r"(?! (?:to|in|of|for)\b)",
        r"(?:right )?down to the (?:very )?last (?:one|item|task)|(?:every|to the) last one",
    )
)
MAKE_SURE = (
    r"(?:(?:please |and )*(?:(?:make|be) (?:very )?sure|ensure|take care)(?: that)?(?: you| to)? )?"
)
COMPLETELY = re.compile(
    r"[\s,，、;；:：]*(?:"
    rf"(?:请|务必|一定|必须|确保|保证|注意|千万|记得|要|得|做到)*(?:{CHINESE}){SHOWN}?|"
    rf"(?:\bplease )?\b{MAKE_SURE}(?:{ENGLISH})\b(?: please\b)?)[\s,，、;；:：]*",
    re.IGNORECASE,
)
PAUSE = re.compile("[,，;；:：]")


def without_completeness(question: str) -> str:
    """
    Give a question without saying that nothing may be left out, unless it says nothing else.

    ``without_completeness("请把科委的任务一条不落地列出来") -> "请把科委的任务 列出来"``
    """
    simple = fold_script(question)
    text = question if len(question) == len(simple) else simple
    kept, at = "", 0
    for found in COMPLETELY.finditer(simple):
        kept += text[at : found.start()]
        at = found.end()
        if kept and any(character.isalnum() for character in text[at:]):
            kept += ", " if PAUSE.search(found[0]) else " "
    kept = (kept + text[at:]).strip()
    return kept if any(character.isalnum() for character in kept) else question
