"""
Bodies by names that no table gives: shortened, worded differently or misspelt.

知产局 holds characters of 知识产权局 in their order, "Science and Tech Commission" and
"Commission of Industry and Informatization" hold words of one body's name, 知识产全局 differs from
it in one character. A name that fits several bodies alike, or that is another body's, fits none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.plain_words import CHINESE, SHORT_WORDS, is_plain
from corpus.mentions import Mention
from corpus.normalise import HAN, normalise
from corpus.organisations import Organisation
from index.lexical import is_chinese_word, stem

SEALS = (
    "district|county|bureau|commission|office|authority|administration|ministry|department|"
    "committee|council|customs|agency|court|government|board"
)
ENGLISH_BODY = re.compile(rf"\b((?:[A-Za-z][\w&'-]*,? ){{1,6}})({SEALS})\b", re.IGNORECASE)
ENGLISH_OF = re.compile(
    rf"\b(?i:{SEALS}) (?:of|for)"
    r"(?:(?: (?:[A-Z][\w&'-]*|&|and|of|the),?)+| [a-z][\w'-]*(?: and [a-z]\w*)?)"
)
ENGLISH_WORD = re.compile(r"[a-z0-9]+")
# Words that a name may have or lack without naming another body.
UNSPECIFIC = frozenset(
    f"{SEALS}|tianjin|municipal|city|local|people|and|of|for|the|s|work|affairs|administration|"
    "management|promotion|development".split("|")
)
STATE = re.compile(r"\b(?:ministry|national|state council)\b")
# What stands before the name of a body and is no part of it.
BEFORE_NAME = frozenset(
    "the a an our its their this that but while whereas is are was were do does did has have must "
    "should can will may in on by with without for to from not nor neither either both".split()
)
PREFIX = 4  # letters that a shortened word and the full one share: tech, technology
ENDINGS = ("委员会", "办公室", "局", "委", "办", "厅")
ENDED = re.compile("(?:(?:委员会|办公室|总局|局|委|办|厅)$)|^(?:市委|市政府|市|天津市|天津|国家)")
SHORTENED = re.compile(r"([\u4e00-\u9fff]+?)(委员会|办公室|局|厅|委|办)(?![法理事公案员托域部势])")
CITY = ("天津市", "天津", "市")
OTHER_LEVEL = re.compile("(?:国家|中央|全国|国务院|[省区县镇州家])$")
KINDS = "局委办厅部署会院区县处"  # what kind of body it is: 发展改革局 is no misspelt 发展改革委
SHORTEST = 3  # characters of a name that may be misspelt in one
LEAST_SHARE = 0.5  # of the words of a body's name that must be said
LONG = 5  # characters from which on a name is its own proof


def likely_mentions(
    question: str, organisations: Sequence[Organisation], taken: Sequence[Mention] = ()
) -> tuple[Mention, ...]:
    """
    Find the bodies that a question names by no name of theirs, beside those found before.

    ``知产局要做什么 -> 市知识产权局``, ``"the Science and Tech Commission" -> 市科委``
    """
    plain = list(normalise(question))
    for mention in taken:
        plain[mention.start : mention.end] = "\n" * (mention.end - mention.start)
    text = "".join(plain)
    found = (
        *_misspelt(text, organisations),
        *_shortened(text, organisations),
        *_worded(text, question, organisations),
    )
    kept: list[Mention] = []
    for mention in found:
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.start))


# Chinese


def _misspelt(text: str, organisations: Sequence[Organisation]) -> Iterator[Mention]:
    """
    Find the body of whose name a stretch differs in one character: 知识产全局, 市教萎.

    A short name counts where the stretch is no word that the dictionary knows: 民政局 is no
    misspelt 财政局.
    """
    found: dict[tuple[int, int], dict[str, Organisation]] = {}
    for body in organisations:
        for name in body.names:
            if len(name) < SHORTEST or not HAN.match(name):
                continue
            start = text.find(name[0])  # typing starts right
            while 0 <= start <= len(text) - len(name):
                if _is_misspelt(text[start : start + len(name)], name):
                    found.setdefault((start, start + len(name)), {})[body.printed] = body
                start = text.find(name[0], start + 1)
    for (start, end), bodies in sorted(found.items(), key=lambda item: item[0][0] - item[0][1]):
        if len(bodies) == 1:
            yield Mention(start, end, text[start:end], tuple(bodies.values()))


def _is_misspelt(window: str, name: str) -> bool:
    wrong = [at for at, pair in enumerate(zip(window, name, strict=True)) if pair[0] != pair[1]]
    if len(wrong) != 1 or not HAN.match(window[wrong[0]]):
        return False
    at = wrong[0]
    is_last = at == len(name) - 1
    if len(name) >= LONG:
        return not is_last
    if is_last and (window[at] in KINDS or not name.startswith("市")):
        return False
    around = {window[max(at - 1, 0) : at + 1], window[at : at + 2], ENDED.sub("", window)}
    return window[at] not in SHORT_WORDS and not any(
        is_chinese_word(word) for word in around if len(word) > 1
    )


def _shortened(text: str, organisations: Sequence[Organisation]) -> Iterator[Mention]:
    """Find the one body whose full name holds a shorter one's characters in order: 知产局."""
    for found in SHORTENED.finditer(text):
        run, ending = found.groups()
        for length in range(min(6, len(run)), 1, -1):
            core = run[-length:]
            if not _is_boundary(run[:-length]):
                continue
            bodies = [body for body in organisations if _abbreviates(core, body)]
            if len(bodies) == 1:
                start = found.end() - len(ending) - length
                yield Mention(start, found.end(), text[start : found.end()], (bodies[0],))
                break


def _is_boundary(before: str) -> bool:
    """Say whether a name may begin behind a run of characters: behind nothing or a plain word."""
    if not before or before.endswith(CITY):
        return True
    return not OTHER_LEVEL.search(before) and any(before[-n:] in CHINESE for n in (1, 2, 3))


def _abbreviates(core: str, body: Organisation) -> bool:
    """Say whether characters stand in a body's full name in order, the first one at a word."""
    full = ENDED.sub("", ENDED.sub("", (body.full or body.printed).removeprefix("天津市")))
    rest = iter(full)
    return full.startswith(core[0]) and all(character in rest for character in core)


# English


def _worded(text: str, question: str, organisations: Sequence[Organisation]) -> Iterator[Mention]:
    """Find the one body whose English name holds the words of a name in the question best."""
    for start, end, words in _english_names(text, question):
        shares = [(name_share(words, body), body) for body in organisations]
        best = max((share for share, _ in shares), default=0.0)
        bodies = [body for share, body in shares if share == best]
        if best >= LEAST_SHARE and len(bodies) == 1:
            yield Mention(start, end, text[start:end], (bodies[0],))


def _english_names(text: str, question: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Give what looks like the English name of a body: its place and its telling words."""
    written = question if len(question) == len(text) else text
    masked = "".join(b if a == "\n" else c for a, b, c in zip(text, text, written, strict=True))
    for found in ENGLISH_OF.finditer(masked):
        yield found.start(), found.end(), telling_words(found[0].lower())
    for found in ENGLISH_BODY.finditer(masked):
        if STATE.search(found[0].lower()):
            continue
        words = words_of_name(found[1].split(" "))
        name = f"{' '.join(words)}{found[2]}"
        start = found.end() - len(name)
        yield start, found.end(), telling_words(name.lower())


def words_of_name(words: Sequence[str], kept: frozenset[str] = frozenset()) -> list[str]:
    """
    Give the words that may be of a body's name, out of all that stand before its last one.

    :param kept: plain words with which a name may begin
    """
    starts = [at + 1 for at, word in enumerate(words) if word.lower() in BEFORE_NAME]
    rest = list(words[max(starts, default=0) :])
    while rest and rest[0].lower() not in kept and is_plain(rest[0].lower().strip(",")):
        rest.pop(0)
    return rest


def telling_words(name: str) -> tuple[str, ...]:
    """Give the stems of the words that tell a body from others; none for a body of the state."""
    if STATE.search(name):
        return ()
    return tuple(stem(word) for word in ENGLISH_WORD.findall(name) if word not in UNSPECIFIC)


def name_share(words: Sequence[str], body: Organisation) -> float:
    """
    Give the share of the words of a body's name that words name; 0 where one of them is foreign.

    A word may be cut short (tech) or formed otherwise (informatization); a single one may be the
    initials of the name (HRSS).
    """
    if not words:
        return 0.0
    best = 0.0
    for name in _english_words(body):
        if len(name) > 1 and words == ("".join(word[0] for word in name),):
            return 1.0
        matched = {other for word in words for other in name if _are_alike(word, other)}
        if all(any(_are_alike(word, other) for other in name) for word in words):
            best = max(best, len(matched) / len(name))
    return best


@lru_cache(maxsize=10_000)
def _english_words(body: Organisation) -> tuple[tuple[str, ...], ...]:
    """Give the telling words of each English name of a body."""
    names = [name for name in body.names if name.isascii() and not STATE.search(name)]
    return tuple(filter(None, dict.fromkeys(telling_words(name) for name in names)))


def _are_alike(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) >= PREFIX and long.startswith(short))
