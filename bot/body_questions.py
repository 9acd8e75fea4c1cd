"""
Which body a question is about, and whether its tasks are what is asked for.

A body is known by its names (:mod:`corpus.mentions`), or by one much like them
(:mod:`bot.likely_names`). Beside these a question may describe one (管国有资产的那个委), or name
one that no list prints: then the answer is that no list names it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bot.body_groups import NEGATION, read_frame
from bot.glosses import with_glosses
from bot.likely_names import (
    LEAST_SHARE,
    SEALS,
    likely_mentions,
    name_share,
    telling_words,
    words_of_name,
)
from bot.plain_words import NO_TITLES, TitleWords, topics_beside_titles
from bot.register_questions import ASKS_TASKS, RESPONSIBLE, read_tally
from bot.role_words import CONTRAST, EITHER_ROLE, JOINT, ONE_TASK
from bot.understanding import asks_duties, asks_who
from bot.unlisted import nameless, of_other_places, unlisted_bodies
from corpus.mentions import Mention, find_mentions
from corpus.normalise import HAN, as_written, normalise
from corpus.organisations import Organisation

DESCRIBED = re.compile(
    r"(?:主管|分管|管理|管|负责)(?P<chinese>[\u4e00-\u9fff]{2,10}?)的(?:那|这)?(?:个|家)?(?:市级|政府)?"
    r"(?:委|局|办公室|办|部门|单位|机构)(?!们)|"
    r"\b(?:body|bodies|office|bureau|commission|agency|department|unit|authority|people|regulator)"
    r"(?: (?:that|which|who))?(?: (?:is|are))? "
    r"(?:looks? after|in charge of|responsible for|for|handl(?:es?|ing)|deal(?:s|ing)? with|"
    r"regulates?|oversee(?:s|ing)?|runs?|running|manag(?:es?|ing)) "
    r"(?P<english>[\w' -]{3,40}?)"
    r"(?=\W*$|[,;:?]| (?:do|does|must|have|has|is|are|need|needs|handle|take|get)\b)",
    re.IGNORECASE,
)
# A body's name that 和 or "and" joins to another's, which stands before or behind it.
HAN_NAME = (
    r"(?:天津)?市?[\u4e00-\u9fff]{2,6}(?:局|委(?!托)|厅|海关)|[\u4e00-\u9fff]{2,3}区(?![域别分块])"
)
LATIN_NAME = rf"(?:[\w&'-]+,? ){{1,5}}?(?:{SEALS})"
JOINED_BEFORE = (
    re.compile(rf"(?:^|(?<![\u4e00-\u9fff]))({HAN_NAME})(?:和|与|跟|同|、|以及|及)$"),
    re.compile(rf"\b(?:the|do|does|must)(?: the)? ({LATIN_NAME}),? (?:and|with|or)(?: the)? $"),
)
JOINED_BEHIND = (
    re.compile(rf"(?:和|与|跟|同|、|以及|及)({HAN_NAME})"),
    re.compile(rf",? (?:and|with|or) (?:the )?({LATIN_NAME})\b"),
)
# A time, a sum, a person or progress is asked for, and no task.
ASIDE = re.compile(
    r"什么时候|何时|几时|哪天|哪年|多久|期限|截止|完成(?:得|了|情况|率|没)|怎么样了|进展|进度|拨款|"
    r"多少(?:钱|资金|经费|预算|人(?!才))|几个人|叫什么|电话|地址|"
    r"^when\b|\bhow (?:long|soon|much (?:money|funding))\b|\bdeadlines?\b|"
    r"\b(?:has|have|had) [^?]{2,60} (?:completed|finished|done|achieved)\b|\bprogress\b|"
    r"\b(?:salary|salaries|wages?|budgets?|phone|population)\b",
    re.IGNORECASE,
)
COUNT = re.compile(
    r"\bhow (?:often|frequently|many times)\b|"
    r"\bhow many (?:tasks|items|sections|measures|duties|jobs|assignments|areas|lists|parts)\b",
    re.IGNORECASE,
)
PRESENT = re.compile(r"\bpresent\b(?=\W*$|,| and\b| but\b)")  # on a list
# That a list names a body, in whatever words.
ON_LIST = re.compile(
    rf"{RESPONSIBLE.pattern}|{JOINT.pattern}|出现|写|提到|点到|在内|第.{1, 3}部分|\bpart [ivx\d]+\b|\bleav\w+ out\b|\baccountab|"
    r"\bappear|\bcrops? up\b|\bmention|\bon board\b|\bdown for\b|\bcarr(?:y|ies)\b|\bturns? up\b|\bshows? up\b|"
    r"\bcomes? in(?:to)?\b|\bput",
    re.IGNORECASE,
)
# What a question calls the tasks of a list, whatever the plan does: 挂名的有几个领域.
CALLED = re.compile(
    r"(?:哪|几|多少)[些几个项条种类大]*(?:重点|优先|主要|具体)?(?:发展)?(?:领域|方向|产业|行业|方面|板块|举措|措施|保障)(?:措施)?|"
    r"(?:领域|方向|产业|行业|板块|举措|措施|保障)(?:都|一共|总共|分别)*(?:有|是)(?:哪|几|多少)[些几个项条种类]*|"
    r"\b(?:which|what|how many)(?: of the)?"
    r"(?: (?:priority|key|industrial|development|policy|supporting|different)){0,2} "
    r"(?:priorities|areas?|fields?|industr(?:y|ies)|sectors?|domains?|directions?|measures?|safeguards?|provisions?)\b"
    r"(?! do(?:es)? the (?:plan|document|text|city)\b)",
    re.IGNORECASE,
)
MATCH = 0.6  # of a description's characters must stand in a body's full name


def find_bodies(
    question: str, organisations: Sequence[Organisation], title_words: TitleWords = NO_TITLES
) -> tuple[Mention, ...]:
    """
    Find the bodies that a question names, in whatever wording, else the one that it describes.

    A question that counts over all lists (哪些任务由三个以上单位负责) names none.
    """
    named = find_mentions(question, organisations)
    if read_tally(question, title_words):
        return named
    likely = likely_mentions(question, organisations, named)
    named = tuple(sorted((*named, *likely), key=lambda mention: mention.start))
    if named:
        named = of_other_places(question, named, title_words)
        named = tuple(sorted((*named, *_beside(question, named)), key=lambda m: m.start))
        return with_glosses(question, named)
    described = tuple(_described(question, organisations, title_words))
    return described or unlisted_bodies(
        question, lambda m: not other_words(question, [m], title_words), title_words
    )


def asks_tasks_of(
    question: str,
    mentions: Sequence[Mention],
    is_printed: Callable[[str], bool] = bool,
    title_words: TitleWords = NO_TITLES,
) -> bool:
    """
    Say whether a question that names bodies asks for their tasks.

    It does where it says so, and where it says nothing else: no word beside the bodies' names is
    about any topic, or none that stands in the documents where it speaks of tasks at all. A
    question for bodies does not, unless two are set against each other (西青区和武清区谁的任务多).

    :param is_printed: says whether a word stands in the documents
    """
    question = normalise(question)
    if not mentions or ASIDE.search(without_names(question, mentions)):
        return False
    bodies = [body for mention in mentions for body in mention.organisations]
    rest = other_words(question, mentions, title_words)
    only = not rest or bool(RESPONSIBLE.search(question) and not any(map(is_printed, rest)))
    if asks_who(_without_glosses(question, mentions)):
        return only and len(mentions) > 1
    if not only and ONE_TASK.search(question):
        return False
    frame = read_frame(question, mentions)
    lists = RESPONSIBLE.search(question) or ASKS_TASKS.search(question)
    if lists and frame.mentions(excluded=True) and frame.mentions(excluded=False):
        return True
    asks = any(p.search(question) for p in (ASKS_TASKS, CALLED, CONTRAST))
    several = len(bodies) > 1 and asks and ON_LIST.search(question)
    return only or asks_duties(question) or bool(several)


def other_words(
    question: str, mentions: Sequence[Mention], title_words: TitleWords = NO_TITLES
) -> tuple[str, ...]:
    """Give the words of a question that name a topic and are of no body's name."""
    bodies = [body for mention in mentions for body in mention.organisations]
    wording = NEGATION.sub(" ", EITHER_ROLE.sub(" ", without_names(question, mentions)))
    if ON_LIST.search(normalise(question)):
        wording = CALLED.sub(" ", wording)
    rest = topics_beside_titles(PRESENT.sub(" ", wording), title_words)
    return tuple(word for word in rest if not any(_holds(body, word) for body in bodies))


def without_count(question: str) -> str:
    """Give a question for a body's tasks without asking how many they are: lists tell that."""
    return COUNT.sub("which tasks", question)


def without_names(question: str, mentions: Iterable[Mention]) -> str:
    """Give a question without the names of bodies in it."""
    text = list(normalise(question))
    for mention in mentions:
        text[mention.start : mention.end] = " " * (mention.end - mention.start)
    return "".join(text)


def _without_glosses(question: str, mentions: Iterable[Mention]) -> str:
    """Give a question with the names of bodies, but not what it says of them beside these."""
    glosses = [replace(m, start=min(m.start + len(m.name), m.end)) for m in mentions]
    is_plain_name = all(gloss.start == gloss.end for gloss in glosses)
    return question if is_plain_name else without_names(question, glosses)


def _described(
    question: str, organisations: Sequence[Organisation], title_words: TitleWords
) -> Iterator[Mention]:
    """Find the one body whose full name holds most of what a question says that it looks after."""
    plain = normalise(question)
    found = DESCRIBED.search(plain)
    if not found or asks_who(question):
        return
    if wanted := found["chinese"]:
        least = MATCH
        shares = [sum(_holds(body, c) for c in wanted) / len(wanted) for body in organisations]
    else:
        topics = topics_beside_titles(found["english"], title_words)
        least, words = LEAST_SHARE, telling_words(" ".join(topics))
        shares = [name_share(words, body) for body in organisations]
    best = max(shares, default=0.0)
    if best >= least and shares.count(best) == 1:
        body = organisations[shares.index(best)]
        yield Mention(*found.span(), found[0], (body,))


def _holds(body: Organisation, part: str) -> bool:
    """Say whether a body's full name holds a stretch of Chinese, or its English name a word."""
    if HAN.match(part):
        return part in (body.full or body.printed)
    return bool(re.search(rf"\b{re.escape(part.rstrip('s'))}", normalise(body.english or "")))


def looks_common(mention: Mention) -> bool:
    """Say whether what was taken for a body that no list prints is written like no name at all."""
    bodies = mention.organisations
    return mention.name.islower() and [body.names for body in bodies] == [(mention.name,)]


def _beside(question: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Find the names of bodies that no list prints, joined to a listed one: 民政局和科委."""
    plain = normalise(question)
    for mention in named:
        places = [(pattern.search(plain[: mention.start]), 0) for pattern in JOINED_BEFORE]
        places += [(p.match(plain[mention.end :]), mention.end) for p in JOINED_BEHIND]
        for found, offset in places:
            start = offset + found.start(1) if found else 0
            words = found[1].split() if found else []
            if (
                found
                and words_of_name(words) == words
                and all(start >= m.end or offset + found.end(1) <= m.start for m in named)
            ):
                yield nameless(as_written(question, start, start + len(found[1])), start)
