"""
Numbers that a document states of several things together, asked for one of them alone.

智能手机和平板电脑年产1.4亿部 tells nothing of the tablets alone, and no share of each.
"""

import re

from bot.amounts import clause_of
from bot.stated_numbers import measures
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import fold_script, normalise
from corpus.targets import Target
from index.lexical import words

ALONE = re.compile(
    r"单(?:独|看|算|说|就|单)|光(?![纤电伏刻学缆传网通盘源谷])|仅|只(?:算|看|是|说|就|计|统计|论|有)|本身|其中|"
    r"\b(?:alone|only|just|solely|purely|exclusively|(?:by|of) (?:itself|themselves)|"
    r"on (?:its|their) own|of (?:which|these|them|those))\b",
    re.IGNORECASE,
)
EACH = re.compile(
    r"分别|各(?=是|有|为|占|达|年产|生产|多少|自|要|产)|分开|拆开|单列|"
    r"\b(?:respectively|separately|individually|each(?! (?:year|month|week|day|quarter|hour)\b)|"
    r"apiece|breakdown|broken down)\b",
    re.IGNORECASE,
)
WITHOUT = re.compile(
    r"(?:不(?:算|含|包括|计|要)|除(?:了|去|开|掉)?|剔除|扣除|去掉|刨(?:去|除|开))"
    r"(?P<chinese>[^,，。?？]{2,12}?)(?=以?外|之外|[,，。?？]|$)|"
    r"\b(?:without|excluding|not (?:counting|including)|apart from|except(?: for)?|leaving out|"
    r"other than|minus|rather than) (?P<english>[^,.?;]+)",
    re.IGNORECASE,
)
# Between the things of which a clause states one number.
JOINT = {
    "zh": re.compile("以及|[和与及、]"),
    "en": re.compile(r",? (?:and|as well as) |, ", re.IGNORECASE),
}
BESIDE = 3  # words of each thing, on its side of what joins them


def asks_split(question: str) -> bool:
    """Say whether a question asks for one thing without others, or for each of several."""
    text = fold_script(question)
    return any(pattern.search(text) for pattern in (ALONE, EACH, WITHOUT))


def is_joint(target: Target, document: Document, question: str, language: Language) -> bool:
    """
    Say whether a number is of several things of which the question wants one apart.

    :param question: one that :func:`asks_split`
    """
    text = fold_script(question)
    things = _things(target, document, language)
    without = WITHOUT.search(text)
    rest = WITHOUT.sub(" ", text)
    excluded = next(filter(None, without.groups()), "") if without else ""
    named, left_out = (_named(part, things, language) for part in (rest, excluded))
    if left_out or ALONE.search(rest):
        return 0 < len(named - left_out) < len(things)
    return bool(EACH.search(rest)) and len(named) > 1


def _things(target: Target, document: Document, language: Language) -> list[frozenset[str]]:
    """Give the words of each of the things that a clause joins; none where it joins none."""
    clause = normalise(clause_of(target, document, language))
    parts = [words(part, language) for part in JOINT[language].split(clause)]
    if len(parts) < 2:
        return []
    sides = [parts[0][-BESIDE:], *parts[1:-1], parts[-1][:BESIDE]]
    common = frozenset.intersection(*map(frozenset, sides))
    return [frozenset(side) - common for side in sides]


def _named(text: str, things: list[frozenset[str]], language: Language) -> frozenset[int]:
    """Give the places of the things that a text names."""
    said = frozenset(w for w in words(text, language) if len(w) > 1 and not measures(w))
    return frozenset(place for place, thing in enumerate(things) if thing & said)
