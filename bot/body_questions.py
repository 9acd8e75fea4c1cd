"""
Which body a question is about, and whether its tasks are what is asked for.

A body is known by its names (:mod:`corpus.mentions`), or by one much like them
(:mod:`bot.likely_names`). Beside these a question may describe one (管国有资产的那个委), or name
one that no list prints: then the answer is that no list names it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.body_groups import NEGATION
from bot.foreign_places import PLACES
from bot.likely_names import (
    ENGLISH_BODY,
    ENGLISH_OF,
    LEAST_SHARE,
    SEALS,
    likely_mentions,
    name_share,
    telling_words,
    words_of_name,
)
from bot.plain_words import is_of_titles, is_plain, topics_beside_titles
from bot.register_questions import ASKS_TASKS, RESPONSIBLE, read_tally
from bot.role_words import CONTRAST, EITHER_ROLE, ONE_TASK
from bot.understanding import asks_duties, asks_who
from corpus.mentions import Mention, find_mentions
from corpus.normalise import HAN, normalise, to_simplified
from corpus.organisations import Organisation
from index.lexical import chinese_words

# What the name of a body ends with; words that only look so are no bodies.
ENDS = re.compile(
    r"(?:人民政府|(?<!园)(?<!社)(?<!地)(?<!景)(?<!小)(?<!专)区|县|(?<![格布全结大当僵战])局|委|[\u4e00-\u9fff]{2}(?<![么样何咋])办|厅|署|"
    r"[\u4e00-\u9fff]{2}部|委员会|工会|协会|联合会|法院|检察院|海关|总队|办公室)$"
)
ZONE = re.compile(
    r"(?:开发|示范|试验|实验|先行|功能|合作|引领|高新|聚集|集聚|自贸|产业|工业|保税|城|特|山|郊)区$"
)
# A name at the head of a clause with a verb of duty behind it needs no more.
DUTIFUL = re.compile(
    r"(?<![\u4e00-\u9fff])((?:天津)?市?[\u4e00-\u9fff]{2,6}(?:局|委|厅)|[\u4e00-\u9fff]{2,3}[区县])"
    r"(?:人民政府|政府)?(?:要|都|也|还|具体|主要)?"
    r"(?:(?:负责|承担|牵头|参与|要?做|要?干|要?管|落实)(?:些)?(?:哪|什么|啥|几|多少|的)|有(?:哪|什么|几|多少).{0,2}(?:任务|职责|工作))"
)
ENDINGS = frozenset("区 县 局 委 办 厅 署 部 人民政府 政府 委员会 办公室 海关".split())
BEFORE = ("市", "国家", "全国", *PLACES, *(f"{place}市" for place in PLACES))
LEADING = frozenset(["national", "municipal", "state", *map(str.lower, PLACES.values())])
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
    re.compile(rf",? (?:and|with|or) the ({LATIN_NAME})\b"),
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
PRESENT = re.compile(r"\bpresent\b(?=\W*$|,| and\b| but\b)")  # on a list
MATCH = 0.6  # of a description's characters must stand in a body's full name


def find_bodies(question: str, organisations: Sequence[Organisation]) -> tuple[Mention, ...]:
    """
    Find the bodies that a question names, in whatever wording, else the one that it describes.

    A question that counts over all lists (哪些任务由三个以上单位负责) names none.
    """
    named = find_mentions(question, organisations)
    if read_tally(question):
        return named
    likely = likely_mentions(question, organisations, named)
    named = tuple(sorted((*named, *likely), key=lambda mention: mention.start))
    if named:
        return tuple(sorted((*named, *_beside(question, named)), key=lambda m: m.start))
    return tuple(_described(question, organisations)) or tuple(_unlisted(question))


def asks_tasks_of(
    question: str, mentions: Sequence[Mention], is_printed: Callable[[str], bool] = bool
) -> bool:
    """
    Say whether a question that names bodies asks for their tasks.

    It does where it says so, and where it says nothing else: no word beside the bodies' names is
    about any topic, or none that stands in the documents where it speaks of tasks at all. A
    question for bodies does not, unless two are set against each other (西青区和武清区谁的任务多).

    :param is_printed: says whether a word stands in the documents
    """
    if not mentions or ASIDE.search(to_simplified(question)):
        return False
    bodies = [body for mention in mentions for body in mention.organisations]
    rest = other_words(question, mentions)
    only = not rest or bool(RESPONSIBLE.search(question) and not any(map(is_printed, rest)))
    if asks_who(question):
        return only and len(mentions) > 1
    if not only and ONE_TASK.search(question):
        return False
    several = len(bodies) > 1 and RESPONSIBLE.search(question)
    several = several and (ASKS_TASKS.search(question) or CONTRAST.search(question))
    return only or asks_duties(question) or bool(several)


def other_words(question: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Give the words of a question that name a topic and are of no body's name."""
    bodies = [body for mention in mentions for body in mention.organisations]
    wording = NEGATION.sub(" ", EITHER_ROLE.sub(" ", without_names(question, mentions)))
    rest = topics_beside_titles(PRESENT.sub(" ", wording))
    return tuple(word for word in rest if not any(_holds(body, word) for body in bodies))


def without_names(question: str, mentions: Iterable[Mention]) -> str:
    """Give a question without the names of bodies in it."""
    text = list(normalise(question))
    for mention in mentions:
        text[mention.start : mention.end] = " " * (mention.end - mention.start)
    return "".join(text)


def _described(question: str, organisations: Sequence[Organisation]) -> Iterator[Mention]:
    """Find the one body whose full name holds most of what a question says that it looks after."""
    plain = normalise(question)
    found = DESCRIBED.search(plain)
    if not found or asks_who(question):
        return
    if wanted := found["chinese"]:
        least = MATCH
        shares = [sum(_holds(body, c) for c in wanted) / len(wanted) for body in organisations]
    else:
        least, words = LEAST_SHARE, telling_words(" ".join(topics_beside_titles(found["english"])))
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


def _unlisted(question: str) -> Iterator[Mention]:
    """Find the name of a body that no list prints, by its form."""
    if name := unlisted_body(question):
        start = max(normalise(question).find(normalise(name)), 0)
        yield _nameless(name, start)


def looks_common(mention: Mention) -> bool:
    """Say whether what was taken for a body that no list prints is written like no name at all."""
    bodies = mention.organisations
    return mention.name.islower() and [body.names for body in bodies] == [(mention.name,)]


def _nameless(name: str, start: int) -> Mention:
    """Make a mention of a body of which nothing but its name in the question is known."""
    plain = normalise(name)
    return Mention(start, start + len(plain), name, (Organisation(name, name, (plain,)),))


def _beside(question: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Find the names of bodies that no list prints, joined to a listed one: 民政局和科委."""
    plain = normalise(question)
    for mention in named:
        places = [(pattern.search(plain[: mention.start]), 0) for pattern in JOINED_BEFORE]
        places += [(p.match(plain[mention.end :]), mention.end) for p in JOINED_BEHIND]
        for found, offset in places:
            start = offset + found.start(1) if found else 0
            if found and all(start >= m.end or offset + found.end(1) <= m.start for m in named):
                name = (
                    question[start:][: len(found[1])] if len(question) == len(plain) else found[1]
                )
                yield _nameless(name, start)


def unlisted_body(question: str) -> str | None:
    """
    Find the name of a body in a question about nothing else, by its form alone.

    ``河西区负责哪些任务 -> 河西区``, ``"What is Hexi District told to do?" -> Hexi District``
    """
    text = to_simplified(unicodedata.normalize("NFKC", question))
    if asks_who(text):
        return None
    return _chinese_body(text) if HAN.search(text) else _english_body(text)


def _chinese_body(text: str) -> str | None:
    if found := DUTIFUL.search(text):
        return found[1]
    words = chinese_words(text)
    topics = [place for place, word in enumerate(words) if topics_beside_titles(word)]
    if not topics:
        return None
    first, last = topics[0], topics[-1]
    while last + 1 < len(words) and not ENDS.search(words[last]) and words[last + 1] in ENDINGS:
        last += 1
    while first and words[first - 1] in BEFORE:
        first -= 1
    name = "".join(words[first : last + 1])
    found = re.fullmatch(r"[\u4e00-\u9fff]{3,12}", name) and ENDS.search(name)
    if not found or (ZONE.search(name) and not asks_duties(text)):
        return None
    return re.sub("(?<=.[区县])(?:人民)?政府$", "", name)


def _english_body(text: str) -> str | None:
    for found in ENGLISH_BODY.finditer(text):
        words = words_of_name(found[1].split(), LEADING)
        if any(not (is_plain(word) or is_of_titles(word)) for word in map(str.lower, words)):
            name = " ".join([*words, found[2]])
            if not topics_beside_titles(text.replace(name, " ")):
                return name
    for found in ENGLISH_OF.finditer(text):
        name = found[0].removesuffix(" and").rstrip(" ,")
        if topics_beside_titles(name) and not topics_beside_titles(text.replace(name, " ")):
            return name
    return None
