"""
Whether a number that a document states is the number that a question asks for.

A number stands with what it counts. It is not the one asked for when the question states it
itself (其中的700亿里芯片占多少), when it is of another unit (户 for 部), of several firms where one
is asked about, or when the question names things that the documents know and that do not stand
beside it (集成电路产值 and a number of the whole manufacturing industry). A word that no document
uses tells nothing: it may be another word for what stands there.
"""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

import numpy as np

from bot.amounts import clause_of
from bot.aspects import is_of_other_aspect, is_other_thing
from bot.compounds import is_other_compound, is_other_payment
from bot.grounding import numbers_in
from bot.levels import is_of_other_level
from bot.numbers import COUNTED_KINDS, around
from bot.place_names import PLACES
from bot.places import places_of_document, spelled_places
from bot.plain_words import topic_words
from corpus.asked_numbers import TELLING, unit_classes
from corpus.document import Document
from corpus.language import Language, detect_language
from corpus.normalise import HAN, normalise
from corpus.quantities import MONEY, TIMES, find_quantities
from corpus.targets import Target
from corpus.terms import Term, find_terms
from index.encoder import SentenceEncoder
from index.lexical import LexicalIndex, chinese_words, stem, words

LIKE = 0.5  # cosine from which one word stands for another
STRANGE = 1 / 3  # share of a question's words from which a number is another thing's
STRANGE_OF_UNIT = 2 / 3  # the same where hardly another number is of the unit that is asked for
LEAD = 300  # characters of a section above a rule that say what its numbers are of
COUNTED_LIKE = 0.42  # the same for the word that names what is counted
CHANGED_LIKE = 0.45  # and for what falls or rises
MEASURED_LIKE = 0.6  # and for what something is measured by: energy per unit of output
REMEMBERED = 5_000  # words with their vectors
LEAST_GIVEN = 10  # a smaller number in a question may be anything: 前3个, 4G
# Words of measuring: they say what kind of number is asked for, not of what.
MEASURING = frozenset(
    (
        "产值 规模 收入 营收 盘子 总量 数量 目标 指标 比例 占比 占有率 份额 比重 产量 产能 年产 "
        "生产 能力 销售 总收入 年产值 大规模 一年 每年 年度 预计 估计 市场 水平 达到 多大 百分之几 "
        "百分之 信息 产业 新建 建设 建成 年末 年底"
    ).split()
)
ENGLISH_MEASURING = frozenset(
    stem(word)
    for word in (
        "scale size value worth revenue turnover sale output production capacity target goal share "
        "percentage percent proportion rate growth amount money billion million yuan year annual "
        "per expect aim large big high pay speed fast use cost investment sum level volume able "
        "market term sector go build built"
    ).split()
)
# What is counted, up to the verb: "how many invention patents should …", 多少件发明专利.
WORDS = r"(?:[\w-]+ ){0,4}?[\w-]+"
BEHIND = "will|would|should|shall|must|can|could|may|be|to|by|in|per|a|each|every"
COUNTED = re.compile(
    r"(?:多少|几)[万亿千百]*[个件项座台部辆架套片颗家处条种](?P<chinese>[\u4e00-\u9fff]{2,12}?)"
    r"(?=[在落由是能要会被给归的]|[^\u4e00-\u9fff]|$)|"
    r"(?P<made>[\u4e00-\u9fff]{2,8}?)(?:的)?(?:年产量|月产量|产量|产能)|"
    rf"\bhow many (?P<many>{WORDS})(?= (?:{BEHIND}|does|do|did|are|is|were|was|have|has|had|an|for|"
    r"under|from|on|at|of|that|with)\b|[?,.]|$)|"
    rf"\bnumber of (?P<number>{WORDS})(?= (?:{BEHIND}|are|is|that|for|on|of)\b|[?,.]|$)|"
    r"\b(?:output|production|capacity|sales)(?: (?:target|goal|figure))? (?:for|of) "
    rf"(?P<output>{WORDS})(?= (?:{BEHIND}|is|are|that)\b|[?,.]|$)",
    re.IGNORECASE,
)
# What something is paid for or as, in the word before: 生活补贴, 岗位津贴.
PAID_FOR = re.compile(r"([\u4e00-\u9fff]{2})(?:津贴|补贴|补助|奖励|奖金|补偿)")
MEASURED_BY = re.compile(
    r"单位(?P<chinese>[\u4e00-\u9fff]{2,8}?)(?:的)?(?:综合)?(?:能耗|用能|用电|水耗|排放)|"
    rf"\bper unit of (?P<english>{WORDS})(?= (?:{BEHIND}|fall|drop|decline|down)\b|[?,.]|$)",
    re.IGNORECASE,
)
# What is to fall or rise, by how much.
CHANGES = (
    r"cut|reduced?|lower(?:ed)?|shr[aiu]nk|slash(?:ed)?|curb(?:ed)?|decreased?|falls?|drops?|"
    r"declines?|raised?|rises?|increased?|boost(?:ed)?|lift(?:ed)?|grows?|expand(?:ed)?|improved?"
)
CHANGED = re.compile(
    r"(?P<chinese>[\u4e00-\u9fff]{2,12}?)(?:[要应须需将得]|必须|计划|预计|打算)*"
    r"(?:降低|下降|减少|压减|削减|降|减|提高|提升|上升|增长|增加)(?:了)?(?:多少|几|百分之)|"
    r"(?:降低|减少|压减|削减)(?:多少|百分之几|几成|几个百分点)的?(?P<behind>[\u4e00-\u9fff]{2,8})|"
    rf"\b(?:{CHANGES}) (?:its|their|the|his|our|overall|total) "
    rf"(?P<cut>{WORDS})(?= (?:{BEHIND}|they|it|that|which|used)\b|[?,.]|$)|"
    r"\bhow (?:much|many percent|far) (?:will|should|must|shall|is|are|does|do) (?:the )?"
    rf"(?P<falls>{WORDS}) (?:be |to |is |are )*(?:{CHANGES})(?= by\b|\W*$)|"
    rf"\bpercent(?:age)? (?:will|should|must|shall|is|are|does|do) (?:the )?"
    rf"(?P<percent>{WORDS}) (?:be |to |is |are )*(?:{CHANGES})(?= by\b|\W*$)",
    re.IGNORECASE,
)
FALLS = re.compile(
    r"降|减|\b(?:cut|reduced?|lower(?:ed)?|slash(?:ed)?|curb(?:ed)?|decreased?|fall|drop|decline)\b",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"这些|这批|那批|合计|一共|总共|加起来|等(?!于)|"
    r"\b(?:among|including|such as|these|those|together|all)\b",
    re.IGNORECASE,
)


def measures(name: str) -> bool:
    """Say whether a word, an English one as its stem, says what kind of number is meant: 年产."""
    return name in MEASURING or name in ENGLISH_MEASURING


def without_measures(name: str) -> str:
    """Cut the words of measuring off the end of a name: ``"雷达年产" -> "雷达"``."""
    if HAN.search(name):
        tail = next((word for word in MEASURING if name.endswith(word)), "")
        return without_measures(name.removesuffix(tail)) if tail else name
    return "" if all(map(measures, words(name, "en"))) else name


def is_given(target: Target, question: str) -> bool:
    """Say whether the question itself states a target's number, and so asks for another."""
    if target.value < LEAST_GIVEN or target.value not in numbers_in(question):
        return False
    stated = [q.unit in MONEY for q in find_quantities(question) if q.value == target.value]
    return not stated or (target.unit in MONEY) in stated  # 超过100万人次奖多少: 100万元


def is_of_several(target: Target, document: Document, question: str) -> bool:
    """Say whether a sum of money is of several firms, and the question asks about one of them."""
    if target.unit not in MONEY or SEVERAL.search(question):
        return False
    asked = {term for term in find_terms(question) if term.kind == "firm"}
    clause = document.plain[slice(*around(document.plain, target.start, target.end))]
    named = {term for term in find_terms(clause) if term.kind == "firm"}
    return bool(asked & named) and len(named) > len(asked & named)


def is_contradicted(target: Target, document: Document, question: str) -> bool:
    """Say whether a question names another side or another thing than a number is printed with."""
    text, plain = _context(target, document), normalise(question)
    titled = f"{text} {normalise(document.title)}"  # funds are the matter of rules about a fund
    if is_of_other_aspect(plain, titled, lasts=target.unit in TIMES):
        return True
    return is_other_thing(_named_by(COUNTED, plain), text)


class Contexts:
    """Compares the words of questions with those that stand beside numbers."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, np.ndarray] = {}

    def is_elsewhere(
        self, target: Target, document: Document, question: str, lexical: LexicalIndex
    ) -> bool:
        """
        Say whether a question names things of the documents that do not stand beside a number.

        :param lexical: knows the words that the documents use in the question's language
        """
        language = lexical.language
        spelled = spelled_places(question, [document]).items()
        # a place of its own stands in no clause
        home = normalise(" ".join((*places_of_document(document), *chain.from_iterable(spelled))))
        asked = [word for word in _asked(question, language) if word not in home]
        text = _context(target, document)
        if is_contradicted(target, document, question) or is_of_other_level(question, text):
            return True
        plain = normalise(question)
        if is_other_payment(plain, document.plain, text):
            return True
        titled = normalise(f"{text} {document.title}")  # it names what all its numbers are of
        if not target.aimed and is_other_compound(
            _spoken(plain, language), asked, document.plain, titled, language
        ):
            return True
        wanted = frozenset().union(*unit_classes(question))
        is_telling = target.unit in TELLING & wanted
        terms = [term for term in find_terms(question) if term.kind in COUNTED_KINDS]
        beside = set(find_terms(text))
        if not is_telling and any(t not in beside and _is_named(t, document) for t in terms):
            return True
        if document.rendering is None and detect_language(text) != language:
            return False  # words of two languages are not compared
        own = set(words(text, language))
        names = (name for t in terms if t in beside for name in (*t.chinese, *t.english))
        called = normalise(" ".join((*names, titled)))
        strange = [word for word in asked if word not in called and _is_known(word, lexical, own)]
        told = _context(target, document, listed=False)
        beside_it = [word for word in dict.fromkeys(_spoken(told, language)) if len(word) > 1]
        likes = ((COUNTED, COUNTED_LIKE), (MEASURED_BY, MEASURED_LIKE), (PAID_FOR, COUNTED_LIKE))
        for pattern, least in likes:
            phrase = _named_by(pattern, question)
            topics = _asked(phrase, language)
            if pattern is COUNTED:  # its last word says what it is
                topics = [word for word in topics if phrase.endswith(word)]
            named = [word for word in topics if word not in called]
            if named and beside_it and self._likest(named, beside_it).max() < least:
                return True
        if self._is_of_other_change(target, document, question, language):
            return True
        least = STRANGE_OF_UNIT if is_telling else STRANGE
        if not asked or len(strange) / len(asked) < least:
            return False
        if not beside_it:
            return True
        unlike = (self._likest(strange, beside_it) < LIKE).sum()
        return int(unlike) / len(asked) >= least

    def _is_of_other_change(
        self, target: Target, document: Document, question: str, language: Language
    ) -> bool:
        """Say whether by how much another thing changes is asked than what a clause is of."""
        clause = normalise(clause_of(target, document, language))
        phrase = _named_by(CHANGED, question)
        printed = document.plain[target.start : target.end]
        if phrase and FALLS.search(question) and HAN.search(printed) and target.change != "down":
            return True
        named = _spoken(phrase, language)
        beside = [word for word in _spoken(clause, language) if len(word) > 1]
        if (
            not named
            or not beside
            or set(words(named[-1], language)) & set(words(clause, language))
        ):
            return False
        space = "" if language == "zh" else " "
        pairs = [space.join(pair) for pair in pairwise(beside)]
        asked = [space.join(named[-2:])]
        return bool(self._likest(asked, [*beside, *pairs]).max() < CHANGED_LIKE)

    def _likest(self, texts: Sequence[str], others: Sequence[str]) -> np.ndarray:
        """Give for each word the cosine of the other that is most like it. *Shape:* ``(n,)``."""
        return (self._encoded(texts) @ self._encoded(others).T).max(axis=1)

    def _encoded(self, texts: Sequence[str]) -> np.ndarray:
        """Encode words, each once. *Shape:* ``(n, dim)``."""
        if len(self._vectors) > REMEMBERED:
            self._vectors = {}  # another thread may be reading the old ones
        vectors = self._vectors
        new = [text for text in texts if text not in vectors]
        if new:
            vectors.update(zip(new, self._encoder.encode_queries(new), strict=True))
        return np.stack([vectors[text] for text in texts])


def _names_place(word: str) -> bool:
    return any(place in word or english.lower() == word for place, english in PLACES.items())


def _is_named(term: Term, document: Document) -> bool:
    return any(name in document.plain for name in term.chinese)


def _is_known(word: str, lexical: LexicalIndex, own: set[str]) -> bool:
    """Say whether documents use a word, and not beside the number."""
    parts = words(word, lexical.language)
    return bool(parts) and all(lexical.knows(part) and part not in own for part in parts)


def _asked(question: str, language: Language) -> Sequence[str]:
    """Give the words of a question that say of what a number is asked."""
    topics = [word for word in topic_words(question) if not _names_place(word)]
    if language == "en":
        return [word for word in topics if stem(word) not in ENGLISH_MEASURING]
    named = " ".join(topics)  # 津市 is a part of a place's name
    found = [w for w in words(question, "zh") if len(w) > 1 and w in named and topic_words(w)]
    return list(dict.fromkeys(w for w in found if w not in MEASURING and not w.isdecimal()))


def _spoken(text: str, language: Language) -> list[str]:
    """Split a normalised text into whole words, one after the other."""
    return chinese_words(text) if language == "zh" else re.findall("[a-z0-9]+", text)


def _named_by(pattern: re.Pattern[str], question: str) -> str:
    """Give what a pattern finds to name what a number is of; empty where it finds nothing."""
    found = pattern.search(normalise(question))
    return next((text for text in found.groups() if text), "") if found else ""


def _context(target: Target, document: Document, *, listed: bool = True) -> str:
    """
    Join what stands beside a number: its clauses, their rendering, the headings above.

    For a number of a rule that is all of its section: its conditions stand in other sentences.

    :param listed: whether with the section's lists of units, which say of what no number is
    """
    section = document.section(target.ref)
    if section and not target.aimed:
        near = document.plain[section.start : section.end]
        for units in () if listed else reversed(document.lists.get(section.ref, ())):
            start, end = units.start - section.start, units.end - section.start
            near = f"{near[:start]} {near[end:]}"
    else:
        near = document.plain[slice(*around(document.plain, target.start, target.end))]
    above = document.path(section) if section else ()
    leads = (document.plain[s.start : s.end] for s in above if s.end - s.start <= LEAD)
    parts = [near, *(step.heading for step in above), *([] if target.aimed else leads)]
    if document.rendering:
        parts.append(document.rendering.text(target.sentence_start, target.sentence_end))
    return normalise(" ".join(parts))
