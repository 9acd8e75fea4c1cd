"""The places of documents, and the documents that a question about a place is meant for."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.place_names import ORIGIN, PLACES, AroundPlace, places_named
from bot.plain_words import NO_TITLES, TitleWords, topics_beside_titles
from corpus.document import Document
from corpus.mentions import Mention
from corpus.normalise import HAN, normalise, to_simplified
from corpus.pinyin import romanise, spelled_in
from index.lexical import chinese_words

# What makes a place a partner in another place's plan, not the subject of the question.
PARTNER = AroundPlace(
    r"(?:和|与|跟|同|向|对接|合作|共建|联手|京津|从|承接){0}|"
    r"{0}[^,，。]{{0,6}}(?:合作|共建|对接|联手|资源|疏解|转移)",
    r"\b(?:with|from|between|to|and) (?:\w+ ){{0,2}}{0}",
)
# An English "in Shanghai" may be where the asker is or what is asked about: it counts as asked.
FROM = AroundPlace(
    ORIGIN.chinese,
    r"\b(?:from|based in|leaving|outside) {0}|{0}[- ](?:based|firm|company)|\b(?:my|our) {0}",
)
JOINS_BEFORE = re.compile(r"(?:[和与跟同及、]|\band (?:the )?|\bor (?:the )?|\bwith (?:the )?)$")
JOINS_BEHIND = re.compile(r"[和与跟同及、]|,? (?:and|or|with)\b")
EVERY = "|".join([*PLACES, *PLACES.values()])
LISTED = re.compile(
    rf"(?P<place>{EVERY})市?(?:和|与|跟|同|、|,| and | or )(?:the )?(?={EVERY})", re.IGNORECASE
)

# 望澜经济技术开发区, 沧宁高新区
ZONE = (
    "(?:国家级?)?(?:(?:经济|技术|高新|工业|产业|科技|临港|临空|综合|保税|自由|贸易|自贸)+"
    "(?:开发|试验|示范|集聚|港|园)?区|(?:开发|试验|园|新)区)"
)
WHAT_PLACE = f"(?:自治[州区县旗]|{ZONE}|[省市州盟县区旗])"
A_PLACE = f"[\u4e00-\u9fff]{{2,4}}?{WHAT_PLACE}"
# 奉阳市碧江区…的通知: the places with which a title or an issuer begins
OPENING = re.compile(
    r"[《〈「『“]*(?:\d{4}年|中共)?(?!关于|贯彻|落实|推进|加快|印发|转发|全|我|本|各)"
    rf"(?P<places>(?:{A_PLACE}){{1,3}})"
)
ENDING = re.compile(f"{WHAT_PLACE}$")
IN_ZONE = re.compile(f"{ZONE}$")
TOWNS = "省市县"  # of a place whose name is also said without it
ONE = re.compile(A_PLACE)
# Haiping Municipality, Haizhou Municipal People's Government
ENGLISH_OWN = re.compile(
    r"\b(?!(?:The|This|All|Each|Several|Other|State|National)\b)([A-Z][a-z]+(?:'[a-z]+)?) "
    r"(?:Municipal(?:ity)?|City|County|District|Provinc(?:e|ial)|Prefecture|New Area|"
    r"(?:[\w-]+ ){0,3}Zone)\b"
)
TRADITIONAL = re.compile("[為國關於會發業機]")
LATIN = re.compile("[A-Za-z]{3}")
CLAUSE = "(?:[,，。;；?？:：]|请问|想问|在|对|到|入驻|^)"  # at the head of which a place is named
HEAD = re.compile(f"{CLAUSE}([\u4e00-\u9fff]{{2,3}})")
BEFORE_ENDING = re.compile("([\u4e00-\u9fff]{2,3})(?=[省市州县区])")
CHINESE = {english: chinese for chinese, english in PLACES.items()}
OF_HOME = (  # "the rules for ports in Shanghai", "Shanghai's rules"
    r" (?:in|for|of|across) {0}(?=\W*$|[,;:?]| (?:by|to|in|is|are|be|will|under|have|has)\b)|"
    r"\b{0}(?:'s|’s) (?=[a-z])"
)

# 安洛市财政局, 安洛市公共交通公司
OF_BODY = "[\u4e00-\u9fff]{0,8}?(?:[局委办厅院]|政府|公司|集团|大学|中心|支队)"
OF_SMALL = (
    r" ?\b(?:in|for|of|across|within) (?:the )?{0}(?: (?:city|county|district|province|prefecture|"
    r"municipality|new area|(?:[\w-]+ ){{0,3}}zone))?(?=\W|$)(?!['’]s)"
)


@lru_cache(maxsize=4_096)
def places_of(title: str, outer_title: str, issuer: str) -> frozenset[str]:
    """
    Give the places that a document's titles and issuer name; none for a national one.

    A known place is told anywhere in them (深圳), any other where they begin with it (碧江区), or
    by an English title (Anluo Municipality).
    """
    lines = [to_simplified(line) for line in (title, outer_title, issuer)]
    openings = (found for line in lines if (found := OPENING.match(line)))
    own = {place for found in openings for place in ONE.findall(found["places"])}
    own |= {place for place in PLACES if any(place in line for line in lines)}
    english = (name for line in lines if not HAN.search(line) for name in ENGLISH_OWN.findall(line))
    return frozenset(own.union(CHINESE.get(name, name) for name in english))


def bare_name(place: str) -> str:
    """Give a place's name without what it is: ``"望澜经济技术开发区" -> "望澜"``."""
    return ENDING.sub("", place) if HAN.search(place) else place


def places_of_document(document: Document) -> frozenset[str]:
    """Give the places of a document."""
    return places_of(document.title, document.outer_title or "", document.issuer or "")


def short_places(places: Iterable[str]) -> frozenset[str]:
    """Give places as they are called for short: 安洛 for 安洛市, 碧江 for 碧江区."""
    names = {place: bare_name(place) for place in places}
    return frozenset(name for place, name in names.items() if name != place and len(name) > 1)


def spelled_places(question: str, documents: Sequence[Document]) -> dict[str, str]:
    """
    Give the places of documents that an English question spells, with their spellings there.

    ``"What does Anluo offer?" -> {"安洛市": "Anluo"}``, where a document is of 安洛市
    """
    if not LATIN.search(question):
        return {}
    own = frozenset().union(*map(places_of_document, documents))
    names = {place: bare_name(place) for place in own if place not in PLACES}
    found = {place: _spelled(name, question) for place, name in names.items()}
    return {place: spelling for place, spelling in found.items() if spelling}


def _spelled(name: str, question: str) -> str:
    if HAN.search(name):
        return spelled_in(name, question) if len(name) > 1 else ""
    return name if re.search(rf"(?<![A-Za-z]){name}(?![A-Za-z])", question) else ""


def places_asked(question: str) -> frozenset[str]:
    """Give the places that a question is about: not where its asker comes from, nor partners."""
    text = LISTED.sub(r"\g<place>; ", to_simplified(question))
    return frozenset(
        chinese
        for chinese, english in places_named(text, PLACES)
        if not any(around.search(text, chinese, english) for around in (FROM, PARTNER))
    )


def of_place(question: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """
    Leave out other places' documents where a question is about a place that has documents.

    National documents stay: they hold everywhere. Beside the documents of a place that is known
    by them alone (碧江区) those stay that speak of it, and those of the places that it lies in.
    """
    places = [places_of_document(document) for document in documents]
    asked = places_asked(question) & frozenset().union(*places)
    small = _small_places_asked(question, documents, places)
    if not asked and not small:
        return tuple(documents)
    around = asked.union(*(own for own in places if own & small))

    def is_kept(document: Document, own: frozenset[str]) -> bool:
        above = small and any(place.endswith("省") for place in own)
        known = not own or bool(own & around) or bool(above)
        return known or any(_speaks_of(place, document) for place in small)

    kept = zip(documents, places, strict=True)
    return tuple(document for document, own in kept if is_kept(document, own))


def _speaks_of(place: str, document: Document) -> bool:
    """Say whether a document names a place; only texts of the other script are simplified."""
    return place in document.text or bool(
        TRADITIONAL.search(document.text) and place in document.plain
    )


def of_places_named(question: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """
    Give the documents of the places that a question is about; none where it names no place.

    Where it is about none, those of the places that its asker comes from, or a partner does.
    """
    places = [places_of_document(document) for document in documents]
    asked = places_asked(question) | _small_places_asked(question, documents, places)
    asked = asked or _small_places_named(question, documents, places).keys()
    return tuple(d for d, own in zip(documents, places, strict=True) if own & asked)


def _small_places_asked(
    question: str, documents: Sequence[Document], places: Sequence[frozenset[str]]
) -> frozenset[str]:
    """Give the places that a question is about and that are known by their documents alone."""
    text = to_simplified(question)
    return frozenset(
        place
        for place, spelling in _small_places_named(question, documents, places).items()
        if not any(around.search(text, place, spelling) for around in (FROM, PARTNER))
    )


def _small_places_named(
    question: str, documents: Sequence[Document], places: Sequence[frozenset[str]]
) -> dict[str, str]:
    """
    Give such places that a question names, as it spells them.

    A Chinese question names them in full, or at the head of a clause (安洛的停车费, 在安洛停车).
    """
    text = to_simplified(question)
    own = frozenset().union(*places).difference(PLACES)
    named = {place: place for place in own if place in text or _is_named(place, text)}
    return {**named, **spelled_places(question, documents)}


def _is_named(place: str, text: str) -> bool:
    """Say whether a text names a place of documents by another name than its full one."""
    name = bare_name(place)
    if len(name) < 2:
        return False
    if not HAN.search(name):  # 海平市, of a document whose title says Haiping Municipality
        said = (run[-length:] for run in BEFORE_ENDING.findall(text) for length in (2, 3))
        heads = (run[:length] for run in HEAD.findall(text) for length in (2, 3))
        return any(romanise(run) == name for run in (*said, *heads))
    if IN_ZONE.search(place) and re.search(rf"{name}[\u4e00-\u9fff]{{0,10}}?区(?![域别])", text):
        return True
    return (place[-1] in TOWNS or bool(IN_ZONE.search(place))) and bool(
        re.search(rf"{CLAUSE}{name}", text)
    )


def without_home(
    question: str, documents: Sequence[Document], title_words: TitleWords = NO_TITLES
) -> str:
    """
    Leave out of a question the place that all documents are of, where it names nothing more.

    It stands in every heading of their letters and tells no section from another:
    ``"天津市的信息产业到2020年目标是多少?" -> "信息产业到2020年目标是多少?"``
    """
    named = [place for place in PLACES if place in question or PLACES[place] in question]
    for place in named:
        if all(place in places_of_document(document) for document in documents):
            titles = " ".join(document.title for document in documents)
            question = _without(question, place, titles, title_words)
    return _without_small(question, documents, title_words)


def _without_small(question: str, documents: Sequence[Document], title_words: TitleWords) -> str:
    """Leave out such a place that is known by its documents alone, called in full: 安洛市."""
    common = frozenset.intersection(*map(places_of_document, documents)) if documents else ()
    rest = question
    for place in sorted(set(common).difference(PLACES), key=len, reverse=True):
        name = bare_name(place)
        if HAN.search(place) and len(name) > 1:
            rest = re.sub(rf"{name}{WHAT_PLACE}的?(?!{OF_BODY})", "", rest)
        if spelling := _spelled(name, question) if LATIN.search(question) else "":
            rest = re.sub(OF_SMALL.format(re.escape(spelling)), " ", rest)
    return rest.strip() if topics_beside_titles(rest, title_words) else question


def _without(question: str, place: str, titles: str, title_words: TitleWords) -> str:
    english = re.escape(PLACES[place])
    rest = re.sub(OF_HOME.format(english), "", question)
    for found in reversed([*re.finditer(f"{place}[市省]?的?", rest)]):
        following = next(iter(chinese_words(rest[found.end() :])), "")
        names_more = following not in titles and topics_beside_titles(following, title_words)
        if found[0].endswith("的") or not names_more:
            rest = rest[: found.start()] + rest[found.end() :]
    return rest if topics_beside_titles(rest, title_words) else question


def without_own_places(
    question: str, mentions: Sequence[Mention], documents: Sequence[Document]
) -> tuple[Mention, ...]:
    """
    Leave out of the bodies of a question the place that only says whose documents it means.

    ``海川市任务里市商务局牵头哪些`` names one body, ``海川市和市商务局`` two: they are joined.
    """
    own = {place for d in documents for place in places_of_document(d)}
    plain = normalise(question)
    rest = tuple(
        mention
        for mention in mentions
        if JOINS_BEFORE.search(plain[: mention.start])
        or JOINS_BEHIND.match(plain[mention.end :])
        or not all(body.printed in own for body in mention.organisations)
    )
    return rest or tuple(mentions)
