"""
Bodies that a question names and no list: 河西区, 市公安局, "Tianjin Customs", another city's.

That no list names them is the answer. They are known where most cities have such a body
(:func:`corpus.organisations.common_bodies`), else by the form of the name, and only in a question
about nothing else: what is no body must not be taken for one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.glosses import with_glosses, without_translations
from bot.likely_names import ENGLISH_BODY, ENGLISH_OF, SEALS, words_of_name
from bot.place_names import PLACES
from bot.plain_words import (
    NO_TITLES,
    TitleWords,
    is_of_titles,
    is_plain,
    topics_beside_titles,
)
from bot.register_questions import ASKS_TASKS, RESPONSIBLE
from bot.understanding import asks_duties, asks_who
from corpus.mentions import Mention, find_mentions
from corpus.normalise import HAN, as_written, fold_script, normalise
from corpus.organisations import Organisation, common_bodies
from corpus.terms import find_terms, term_spans
from index.lexical import chinese_words

# What the name of a body ends with; words that only look so are no bodies.
ENDS = re.compile(
    r"(?:人民政府|(?<=[区县])政府|(?<!园)(?<!社)(?<!地)(?<!景)(?<!小)(?<!专)区|县|(?<![格布全结大当僵战])局|委|[\u4e00-\u9fff]{2}(?<![么样何咋])办|厅|署|"
    r"[\u4e00-\u9fff]{2}部|委员会|工会|协会|联合会|法院|检察院|海关|总队|办公室)$"
)
ZONE = re.compile(
    r"(?:开发|示范|试验|实验|先行|功能|合作|引领|高新|聚集|集聚|自贸|产业|工业|保税|城|特|山|郊)区$"
)
# A name at the head of a clause with a verb of duty behind it needs no more.
HOLDS = r"(?:在[^,，。?？]{0,8}[中里内上]面?)?(?:要|都|也|还|需要?|应|具体|主要)*"
DUTY = r"(?:负责|承担|牵头|参与|要?做|要?干|要?管|落实)(?:些)?(?:哪|什么|啥|几|多少|的)"
DUTIFUL = re.compile(
    r"(?<![\u4e00-\u9fff])(?!哪|各|每|其[他它]|什么|多少|几|全|所有|有)((?:天津)?市?[\u4e00-\u9fff]{2,6}(?:局|委|厅|集团|公司|大学)|[\u4e00-\u9fff]{2,3}[区县])"
    rf"(?:人民政府|政府)?{HOLDS}(?:{DUTY}|(?:有没有|有无|没有?|有)(?:哪|什么|几|多少)?.{{0,2}}(?:任务|职责|工作|活))"
)
OF_FIRM = re.compile(HOLDS + "(?:负责|承担|牵头)了?些?(?:哪|什么|啥|几|多少)")
# What a question takes for a responsible unit, whatever its form: 中科曙光是哪项任务的责任单位.
UNIT = r"(?:责任|负责|牵头|配合|承担|主办)(?:单位|部门|主体)"
TAKEN_FOR_UNIT = re.compile(
    r"(?:^|[,，。:：;；])(?:请问|那么?)?([^,，。:：;；?？的谁哪由有]{2,16}?)"
    r"(?:在[^,，。?？]{0,8}[中里内上]面?)?(?:都|也|还)*(?:有没有(?=被|列)|是不是|是否|算不算|是|算|作为|被)"
    rf"(?:被)?(?:列[为作入]|当[作成]?|算作?|作为)?了?(?:[^,，。?？由]{{1,12}}的)?{UNIT}(?:吗|之一|了|没有?)*\W*$"
)
TAKEN_FOR_UNIT_ENGLISH = re.compile(
    r"\b(?i:is|are|was|were|does|do|has|have) (?:the )?"
    r"([a-z]?[A-Z0-9][\w&.'’-]*(?: (?:(?:of|the|and|for|in|&) )*[A-Z0-9(][\w&.'’()-]*)*)"
    r" (?:(?:also|ever|actually|anywhere|count|counted|serve|named|listed|been|be|designated|as|one of) )*"
    r"(?:(?:an?|the) )?(?:lead )?responsible (?:units?|bod(?:y|ies)|part(?:y|ies)|departments?|for)\b"
)
ENDINGS = frozenset(
    "区 县 局 委 办 厅 署 部 区政府 县政府 人民政府 政府 委员会 办公室 海关".split()
)
BEFORE = ("市", "国家", "全国", *PLACES, *(f"{place}市" for place in PLACES))
LEADING = frozenset(["national", "municipal", "state", *map(str.lower, PLACES.values())])
# Names side by side: 东丽区、静海区, not 和平区.
BETWEEN = re.compile("(?<=[区县局委办厅署])(?:、|以及|[和与跟及])")
JOINED = re.compile(rf"\b({SEALS}),? (?:and|or)\b", re.IGNORECASE)
OWN_PLACE = re.compile(r"(?:天津市?|市|(?:\btianjin )?(?:\bmunicipal )?(?:\bpeople['’]s )?)$")
OF_PLACE = re.compile(
    rf"(?P<chinese>{'|'.join(PLACES)})(?:省|市|自治区)?$|"
    rf"\b(?P<english>{'|'.join(re.escape(name.lower()) for name in PLACES.values())})"
    r"(?:['’]s)?(?: city| municipal| provincial| province)*(?:['’]s)? $"
)


def nameless(name: str, start: int) -> Mention:
    """Make a mention of a body of which nothing but its name in the question is known."""
    plain = normalise(name)
    return Mention(start, start + len(plain), name, (Organisation(name, name, (plain,)),))


def of_other_places(
    question: str, mentions: Sequence[Mention], title_words: TitleWords = NO_TITLES
) -> tuple[Mention, ...]:
    """Give mentions with those that another place's name opens as bodies that no list prints."""
    plain = normalise(question)
    found: list[Mention] = []
    for mention in mentions:
        before = OF_PLACE.search(plain[: mention.start])
        place = (before["chinese"] or before["english"]) if before else ""
        if before and not is_of_titles(place, title_words):
            name = as_written(question, before.start(), mention.end).strip()
            found.append(nameless(name, before.start()))
        else:
            found.append(mention)
    return tuple(found)


def unlisted_bodies(
    question: str,
    is_only: Callable[[Mention], bool] = lambda _: True,
    title_words: TitleWords = NO_TITLES,
) -> tuple[Mention, ...]:
    """
    Find the bodies in a question about nothing else that no list prints.

    :param is_only: says whether a question names nothing beside a body that most cities have
    """
    asks = asks_duties(question) or RESPONSIBLE.search(question) or ASKS_TASKS.search(question)
    common = find_mentions(question, common_bodies()) if asks and not asks_who(question) else ()
    common = with_glosses(question, common)
    if len(common) == 1:
        start = common[0].start - len(_own_place(normalise(question)[: common[0].start]))
        named_to = common[0].start + len(common[0].name)
        body = nameless(as_written(question, start, named_to).strip(), start)
        body = replace(body, end=common[0].end)
        if is_only(body):
            return (body,)
    plain = normalise(question)
    names = unlisted_names(question, title_words)
    found = (nameless(name, max(plain.find(normalise(name)), 0)) for name in names)
    return with_glosses(question, tuple(found))


def _own_place(before: str) -> str:
    """Give what a text ends with that opens a body's name: 天津市, "tianjin municipal "."""
    found = OWN_PLACE.search(before)
    assert found is not None  # nothing is a place, too
    return found[0]


def unlisted_names(question: str, title_words: TitleWords = NO_TITLES) -> tuple[str, ...]:
    """
    Find the names of bodies in a question about nothing else, by their form alone.

    ``河西区负责哪些任务 -> 河西区``, ``"What is Hexi District told to do?" -> Hexi District``
    """
    text = without_translations(fold_script(question))
    if asks_who(text):
        return ()
    if names := _named_by_form(text, title_words):
        return names
    taken = _taken_for_unit(text, title_words)
    return (taken,) if taken else ()


def _named_by_form(text: str, title_words: TitleWords) -> tuple[str, ...]:
    if not HAN.search(text):
        return tuple(_english_bodies(text, title_words))
    parts = BETWEEN.split(text)
    names = [_chinese_body(part, title_words) for part in parts]
    if len(parts) > 1 and all(names):
        return tuple(name for name in names if name)
    whole = _chinese_body(text, title_words)
    return (whole,) if whole else ()


def _taken_for_unit(text: str, title_words: TitleWords) -> str | None:
    """Give what a question takes for a responsible unit, by what it says of it."""
    found = TAKEN_FOR_UNIT.search(text) or TAKEN_FOR_UNIT_ENGLISH.search(text)
    if found:
        return found[1] if topics_beside_titles(found[1], title_words) else None
    for start, end in term_spans(normalise(text)):
        firms = [term for term in find_terms(text[start:end]) if term.kind == "firm"]
        if firms and OF_FIRM.match(text, end):
            return text[start:end]
    return None


def _chinese_body(text: str, title_words: TitleWords) -> str | None:
    if found := DUTIFUL.search(text):
        return found[1]
    words = chinese_words(text)
    topics = [place for place, word in enumerate(words) if topics_beside_titles(word, title_words)]
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


def _english_bodies(text: str, title_words: TitleWords) -> Iterator[str]:
    """Find the names in a text that names nothing else."""
    names: list[str] = []
    text = JOINED.sub(r"\1\n", text)
    for found in ENGLISH_OF.finditer(text):
        name = found[0].removesuffix(" and").rstrip(" ,")
        before = re.search(rf"(?:\b(?:{'|'.join(LEADING)})['’s]* )+$", text[: found.start()], re.I)
        if topics_beside_titles(name, title_words):
            names.append((before[0] if before else "") + name)
    rest = text
    for name in names:
        rest = rest.replace(name, " ")
    for found in ENGLISH_BODY.finditer(rest):
        words = words_of_name(found[1].split(), LEADING)
        if not all(is_plain(w) or is_of_titles(w, title_words) for w in map(str.lower, words)):
            names.append(" ".join([*words, found[2]]))
    for name in names:
        rest = rest.replace(name, " ")
    if not topics_beside_titles(rest, title_words):
        yield from names
