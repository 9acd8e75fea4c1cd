"""What a question asks for: its language, its intent, what it names, and what it demands."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.completeness import without_completeness
from bot.imprint_asked import asks_imprint
from bot.instructions import asks_something, drop_blocks, drop_instructions
from bot.plain_words import NO_TITLES, TitleWords
from corpus.asked_numbers import COUNTED_BODIES, NUMBER, QUANTITY, UNITS_COUNTED
from corpus.language import Language, detect_language, is_traditional
from corpus.named_paths import NamedPath, find_named_paths
from corpus.normalise import clean, fold_script
from corpus.numerals import chinese_to_int

Intent = Literal["lookup", "responsibility", "section", "summary", "document"]

MAX_CHARACTERS = 4_000

MARKUP = re.compile(
    r"<(script|style)\b.*?</\1\s*>|</?[a-zA-Z][^<>]*>|&[a-z]+;", re.DOTALL | re.IGNORECASE
)
WHO = re.compile(
    r"谁(?:在|来|负责|管|牵头|主管|抓|主抓|承担|落实|去|配合|协[助办同]|参与|参加)|(?:归|由|找|该|让)(?:谁|哪)|归(?:什么|口)|"
    r"责任(?:单位|部门|主体|方)|谁(?:出面|办|做主)|牵头(?:单位|部门)?|配合(?:单位|部门)|主管(?:部门|单位)|"
    r"(?:哪些|哪个|哪几个|哪几家|哪家|什么|几个|哪)(?:部门|单位|机构|机关|衙门|委办局|政府部门|委局|局|口子|方(?![面案式法向]))|"
    r"哪(?:几)?家头上|派给|(?:归|由).{1,30}还是.{1,20}(?:管|负责)|谁说了算|跟谁(?:联系|对接)|"
    r"(?:对接|联系|咨询|问)(?:谁|哪)|谁的(?:事|活|责任|职责)|(?:落|压)(?:在|到)谁|谁头上|谁(?:操心|张罗)|单位名单|哪些(?:委办|区)|"
    r"(?:几|多少)(?:个|家)(?:责任|负责)?(?:单位|部门|机构|委办局|区(?:负责|参与))",
)
WHO_ENGLISH = re.compile(
    r"\bwho(?:'?s| is| are|se)?\b.{0,60}\b(?:responsib|in charge|charge|lead|handle|run|oversee|"
    r"answer|deal|manage|look|talk|contact|approach|ask|turn|call|see|speak|go to|supervis|take)|"
    r"\b(?:which|what)\b(?! (?:do|does|did|will|can|may|must|should) (?:an?|my|our|each|every)\b)"
    r"(?! (?:[\w-]+ ){0,3}(?:share|percentage|proportion|amount|fee|fine|penalty|term|size)\b)"
    r".{0,40}\b(?:departments?|agenc(?:y|ies)|bod(?:y|ies)|bureaus?|authorit(?:y|ies)|"
    r"units?|commissions?|offices?|organi[sz]ations?|government bod(?:y|ies)|ministr(?:y|ies))\b|"
    r"\b(?:which|what) (?!is\b|are\b|was\b|does\b|do\b|did\b|has\b)(?:[\w-]+ ){0,2}districts?\b|"
    r"\bresponsible (?:units?|departments?|bodies|agencies|for it|authorit)|\bin charge\b|"
    r"\b(?:bodies|departments|agencies|units) behind\b|\bwho do (?:i|we)\b|\bwhom\b|\bwhose (?:job|task|responsib)|\bsame (?:agencies|bodies|departments)\b|"
    rf"\bhow many {COUNTED_BODIES}|"
    r"\blead (?:agency|unit|department)|\bwho (?:should|can|must) (?:i|we)\b",
    re.IGNORECASE,
)
# "Who inspects …": any verb may say what is done, but for those of a person's own affairs. A
# question that asks something else as well is for more than the units.
WHO_ACTS = re.compile(
    r"^(?!.*, and (?:do|does|is|are|what|how|when|where|which|why|can|will)\b)(?:so |and |then |but |tell me |please tell me )*"
    r"(?:(?:in|during|under|at|on|when|for|after|before|within) [^,?]{2,80}, )?who (?:(?:will|must|should|shall|has to|is to|ought to) (?!be\b|have\b)[a-z]+|"
    r"(?!(?:is|was|has|does|benefit|qualifie|get|receive|win|own|need|want|pay|profit|gain|enjoy|fall|applie|use|buy|like|live|work|know|say|think|become|belong|compete|come|make)s\b|[a-z]*ss\b|(?:is|was|has|does|us|as)\b)[a-z]+s\b)",
    re.IGNORECASE,
)
# What is asked for is who does it, though the thing that is done is a number.
EMBEDDED = re.compile(
    r"^[^,;.?]*\b(?:who|which|what)\b(?!(?:(?!\bhow\b)[^?])*(?:,|\band) how (?:much|many)\b)[^?]*\bhow (?:much|many)\b",
    re.IGNORECASE,
)
DUTIES = re.compile(
    r"(?:对照|落实|执行|遵照|涉及|关系到|看)[^,，。?？]{0,8}哪(?:一|几|些)?(?:条|项|款)|负责(?:什么|啥|哪|的|几|多少|些)|(?:承担|参与|参加|牵头|负责|分管|领|背|摊上)(?:了|到)?(?:哪|什么|几|多少|的)|"
    r"(?:哪些|哪几|什么|几|多少)(?:项|个|条|件)?(?:任务|工作|职责|事项|条目|活|事|条)|(?:任务|职责|责任)清单|"
    r"(?:的|有什么|有哪些)(?:主要|具体|全部|所有|各项)?(?:职责|任务|分工|事项)|(?:都|要)?(?:管|干|做)(?:了)?(?:什么|哪些|哪几|几|多少|啥)|(?:任务|职责|活|事)(?:都|一共|总共)?(?:有|是)(?:哪|什么|几|多少)|条目|"
    r"名下(?:的)?(?:任务|工作|职责|事)|(?:工作|任务)(?:拉|列)(?:一)?(?:份|个)?清单|有.{0,6}名字|(?:负责|参与|承担).{0,6}(?:条目|任务|事项|工作|部分)",
)
DUTIES_ENGLISH = re.compile(
    r"\bresponsib(?:le|ilit)|\b(?:tasks?|duties|jobs?|assignments?|roles?|work)\b|on the hook|\b(?:tasked|charged|entrusted) with\b|"
    r"\bin charge of\b|\bha(?:s|ve) to do\b|\bneeds? to do\b|\binvolved?\b|\bnamed\b|\bitems?\b",
    re.IGNORECASE,
)
# The question's subject is the body itself: "what is X responsible for", "list everything X …".
REVERSE_ENGLISH = re.compile(
    r"\b(?:what|which)\b[^?]{0,40}\b(?:tasks?|duties|jobs?|assignments?|sections?|parts?|items?|measures?)\b|"
    r"\bwhat (?:is|are|does|do|has|must|will|should)\b|\blist\b|\bhow many\b|\beverything\b|\ball (?:the )?"
    r"(?:tasks|duties|sections)|\bgive me\b|\bshow me\b|\bname (?:all|every)",
    re.IGNORECASE,
)
WHAT_IT_DOES = re.compile(
    r"\bwhat (?:else )?(?:do|does|must|should|will|shall) [^?]{3,90} (?:do|handle|work on|take care of)\W*$",
    re.IGNORECASE,
)
SUMMARY = re.compile(
    r"总结|概括|概述|归纳|梗概|主要内容|要点|简述|大意|(?:简要|简单|简短|大致)(?:地)?(?:说|讲|介绍|谈|概)|\bsumm?ari[sz]e|\bsum up\b|\bsummary\b|\boverview\b|"
    r"\bgist\b|\bmain points\b|\boutline\b|\bin a nutshell\b|\bkey points\b|\bbrief me\b|\bbriefly (?:describe|explain|tell|say|outline)\b",
    re.IGNORECASE,
)
EVERY = re.compile(
    r"全部|所有|一共|总共|共有|逐(?:个|一|条|项)|列(?:全|出|举)|哪几(?:个|项|条|类|方面)|每(?:个|一|项|条)|"
    r"一个(?:都)?别漏|不要漏|一条不漏|全列|有哪些|都有(?:哪|什么)|(?:有|分|共|含)(?:成|为)?几(?:大)?(?:条|项|点|块|类|方面|部分)|分别(?:是|有)(?:什么|啥|哪)|完整|"
    r"\ball\b|\bevery\b|\beach\b|\blist\b|\bcomplete\b|\bname the\b|\bwhat are the\b|\bwhich are\b",
    re.IGNORECASE,
)
SUPPORT = re.compile(
    r"支持|扶持|优惠|补贴|补助|资助|政策|好处|享受|帮(?:助|扶)?|鼓励|态度|(?:有没有|有无).{0,12}(?:基金|资金|措施)|有?(?:什么|哪些|啥)(?:基金|资金|钱)|"
    r"借.{0,2}力|(?:有|拿|给|出|领|要)(?:到|得到?)?(?:没有|点|些|一?笔)?钱|\b(?:money|cash) (?:for|to|towards|available|if|when|behind|in it)\b|"
    r"\bfor (?:people|firms|companies|someone) like\b|"
    r"\bsupport|\bincentiv|\bbenefit|\bhelp\b|\bsubsid|\bfund|\bgrant|\bencourag|\banything in (?:it|the plan)|"
    r"\bfor us\b|\beligib|\bassist|\boffer",
    re.IGNORECASE,
)
# All that is paid is asked for, with its sums: 有哪些奖励,最高多少.
PAYMENTS = re.compile(
    r"(?:哪些|什么|啥)[^,，。?？]{0,6}(?:奖励|奖补|补贴|补助|资助|支持|扶持|优惠|政策)[^,，。?？]{0,6}[,，;；。?？]"
    r"(?:分别|各|最高|最多|最长|一般|都)*(?:是|有|为|能)?(?:拿|给|奖|补|领)?(?:到)?(?:多少|多大|几何|多久|几年)(?:钱|元|万)?\W*$|"
    r"\bwhat (?:[\w-]+ ){0,2}(?:rewards?|subsid\w+|grants?|incentives?|support|help)\b[^?,;]*?"
    r"(?:[?,;]| and) ?(?:and )?(?:for )?how (?:much|high|long)(?: (?:at most|is it|are they|can (?:i|we) get|each))?\W*$",
    re.IGNORECASE,
)
WHETHER = re.compile(
    r"吗\W*$|(能|可|是|会|要|该|用|行|算|让|许|准|得|需|应)不\1|"
    r"是否|可否|能否|应否|有没有|[^要](?:不|没|没有)\W*$|"
    r"^(?:will|is|are|does|do|did|can|could|has|have|may|must|should)\b",
    re.IGNORECASE,
)
OPEN_WORD = re.compile(r"什么|啥|哪|多少|几|谁|怎|如何|多(?:久|大|长|高)|为何")
YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)(?!\s*(?:号|[万亿千百元家名人个项台部座]|"
    r"(?:employees|people|companies|firms|units|yuan|staff|workers|jobs|million|billion|sets|stations)\b))",
    re.IGNORECASE,
)
# A five-year plan stands for its last year: 十四五 and the 14th Five-Year Plan for 2025.
CHINESE_PLAN = re.compile("十([二三四五六七])五(?!年|[零〇一二三四五六七八九十])")
ENGLISH_PLAN = re.compile(r"\b(1\d)th five[- ]year\b", re.IGNORECASE)
OWN_STORY = re.compile(
    r"\b(?:founded|started|established|set up|opened|since|began|registered)\b[^.?!]{0,40}?\b(?:19|20)\d\d\b|"
    r"(?:19|20)\d\d年?(?:就)?(?:成立|创办|创立|注册|开业|起步)",
    re.IGNORECASE,
)
# Firms of that year are counted: it is asked about.
COUNTS_FOUNDED = re.compile(
    r"(?:多少|几)[家个户]|\bhow many (?:[\w-]+ )*?(?:compan|firm|enterprise|business|start-?up|entit)",
    re.IGNORECASE,
)
# A section that is broken is not the one that is asked for: the fine for violating Article 13.
BROKEN = re.compile(
    r"违反(?:了|本法|本条例|本办法|本规定)?(?:的)?第|\b(?:violat|breach|break|contraven|infring)\w*"
    r"(?: of)? (?:article|section|chapter)\b",
    re.IGNORECASE,
)
CHINESE_YEAR = re.compile(r"(?:一九|二[〇零○])[〇零○一二三四五六七八九]{2}(?=年)")


OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af]")
TOPICLESS = re.compile(
    r"(?:主要|大概|大致|到底|究竟|都)?(?:讲|说|写|谈)(?:了|的是|到了?)?(?=些|一?些?什么|啥|哪|\W|$)|"
    r"谁|哪些|哪个|部门|单位|负责|责任|什么|多少|如何|怎么|请问|帮助?|内容|"
    r"\b(?:who|what|which|how|when|where|why|responsible|departments?|units?|charge|can|do|does|you|your|help|"
    r"me|is|are|it|that|this|tell|more|please|the|of|for|in|a|an|about|say|know|want|i|to)\b",
    re.IGNORECASE,
)
# A word, or a name of letters and figures: what tells a topic.
NAMED = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{2,}|\d[A-Za-z]|[A-Za-z]\d")
# Bodies are asked for, also where one is named.
WHICH_BODIES = re.compile(
    r"谁|(?:哪些|哪个|哪几个|哪几家|哪家)(?:部门|单位|机构|委|局)|和谁|"
    r"(?<!牵头)(?<!主办)还是(?!配合|协办|协助|参与)|"
    r"\bwho\b|\bwhom\b|\b(?:which|what) (?:other )?(?:departments?|agenc|bod(?:y|ies)|bureaus?|"
    r"authorit|units?|commissions?|offices?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Understanding:
    """
    A question as understood.

    ``core`` is what is searched with: instructions cut out. ``title_words`` are those that the
    titles of all documents share from which it may be answered.
    """

    question: str
    core: str
    language: Language
    traditional: bool
    intent: Intent
    named: tuple[NamedPath, ...]  # the sections named by number, as numerals
    years: tuple[int, ...]
    wants_number: bool  # speaks of a number: 规模, "target", perhaps among other things
    wants_quantity: bool  # asks for one and nothing else: 多少, "how much"
    wants_support: bool
    wants_all: bool  # everything of a kind: 全部, 有哪些
    only_instruction: bool  # nothing is asked
    title_words: TitleWords


def understand(question: str, title_words: TitleWords = NO_TITLES) -> Understanding:
    """Read a question; of the documents only the words that all their titles share are known."""
    cleaned = clean(question)
    core, dropped = drop_instructions(clean(MARKUP.sub(" ", drop_blocks(cleaned))))
    language = detect_language(core or cleaned)
    wants_all = bool(EVERY.search(fold_script(core)))
    core = without_completeness(core)
    simple = fold_script(core)
    named = () if BROKEN.search(simple) else find_named_paths(simple)
    intent = _intent(simple, named, title_words)
    embedded = intent == "responsibility" and bool(EMBEDDED.search(simple))
    return Understanding(
        question=cleaned,
        core=core,
        language=language,
        traditional=language == "zh" and is_traditional(core or cleaned),
        intent=intent,
        named=named,
        years=find_years(simple),
        wants_number=bool(NUMBER.search(simple)),
        wants_quantity=bool(QUANTITY.search(simple) and not UNITS_COUNTED.search(simple))
        and not embedded
        and not PAYMENTS.search(simple)
        and not (language == "zh" and asks_whether(simple)),
        wants_support=bool(SUPPORT.search(simple)),
        wants_all=wants_all,
        only_instruction=dropped and not asks_something(core),
        title_words=title_words,
    )


def read_like(asked: Understanding, core: str) -> Understanding:
    """Read another text as the question of the same person, in the same language."""
    return replace(
        understand(core, asked.title_words),
        question=asked.question,
        language=asked.language,
        traditional=asked.traditional,
    )


def _intent(text: str, named: tuple[NamedPath, ...], title_words: TitleWords) -> Intent:
    if asks_imprint(text, title_words):
        return "document"
    who = any(pattern.search(text) for pattern in (WHO, WHO_ENGLISH, WHO_ACTS))
    if SUMMARY.search(text) and not who:
        return "summary"
    if named and not who:
        return "section"
    return "responsibility" if who else "lookup"


def find_years(text: str) -> tuple[int, ...]:
    """
    Find the years that a text asks about, in digits or in Chinese numerals, each once.

    A year in which the asker started his business is not asked about.
    """
    if not COUNTS_FOUNDED.search(text):
        text = OWN_STORY.sub(" ", text)
    years = [int(year) for year in YEAR.findall(text)]
    years += [2005 + 5 * chinese_to_int(n) for n in CHINESE_PLAN.findall(text)]
    years += [1955 + 5 * int(n) for n in ENGLISH_PLAN.findall(text)]
    for numeral in CHINESE_YEAR.findall(text):
        years.append(int("".join(str(chinese_to_int(digit)) for digit in numeral)))
    return tuple(dict.fromkeys(years))


def asks_duties(text: str) -> bool:
    """Say whether a question that names a body asks for that body's tasks."""
    simple = fold_script(text)
    if DUTIES.search(simple) or WHAT_IT_DOES.search(simple):
        return True
    return bool(DUTIES_ENGLISH.search(simple) and REVERSE_ENGLISH.search(simple))


def asks_whether(text: str) -> bool:
    """Say whether a question is for yes or no: 能不能, 可以…吗, "may we …"."""
    simple = fold_script(text)
    return bool(WHETHER.search(simple)) and not OPEN_WORD.search(simple)


def asks_who(text: str) -> bool:
    """Say whether a question asks for bodies, also where it names one."""
    return bool(WHICH_BODIES.search(fold_script(text)))


def names_topic(asked: Understanding) -> bool:
    """
    Say whether a question says what it is about, in a script that can be read.

    ``由谁负责?`` and ``help`` name nothing; a section's number or a summary needs no topic.
    """
    if asked.named or asked.intent in ("summary", "document"):
        return True
    letters = [character for character in asked.core if character.isalpha()]
    if letters and len(OTHER_SCRIPT.findall(asked.core)) > len(letters) / 2:
        return False
    return bool(NAMED.search(TOPICLESS.sub(" ", fold_script(asked.core))))
