"""
Where a name stands: "Tencent is named twice: in which sections?", 麒麟在文件里出现在哪几条.

The sections are found by the words themselves, so that none is left out; their sentences follow.
"""

import re
from collections.abc import Sequence

from bot.citations import CitationList, answer_from, breadcrumb, cited_first, sentence_text
from bot.comparison_sides import LEAD_IN
from bot.name_places import find_places, is_printed_in, names_of_one, near_names_of_one
from bot.plain_words import topics_as_written
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.understanding import Understanding
from corpus.document import Document
from corpus.normalise import as_written, normalise, to_traditional
from corpus.sections import Section
from corpus.terms import Term, find_terms
from index.library import Index
from index.retriever import Search

STANDS = re.compile(
    r"(?:出现|提到|提及|点名|点到|写到|露面|说到)[^,，。?？]{0,8}(?:哪|几)|"
    r"(?:两|三|四|五|几|多)(?:处|次|回|个地方)(?:都)?(?:被)?(?:点名|提到|提及|出现)|"
    r"(?:哪|几)[^,，。?？]{0,6}(?:提到|提及|出现|写到|点名|说到)|"
    r"\b(?:mentioned|named|appears?|occurs?|comes? up|listed)\b[^.?]{0,30}"
    r"\b(?:twice|times|where|which|places?)\b|"
    r"\b(?:where|how often|how many times|"
    r"which (?:sections|parts|places|items|tasks|areas|measures|articles|chapters))\b[^?]{0,40}"
    r"\b(?:mention|name|appear|occur|come up|talk)|"
    r"\b(?:twice|(?:two|three|four|several) times)\b[^?]*\b(?:which|where)\b",
    re.IGNORECASE,
)
# Whether a thing is mentioned, and so where.
MENTIONED = re.compile(
    r"(?:提到|提及|提|写到|说到)[^,，。?？]{0,16}(?:吗|没有|没)\W*$|"
    r"(?:有没有|是否|有无)[^,，。?？]{0,16}(?:提到|提及|提|写到|说到)|"
    r"^(?:does|do|did|is|are|was|were)\b[^?]{0,60}\bmention(?:s|ed)?\b",
    re.IGNORECASE,
)
# Of what a thing is part: 钜宝电子是哪个领域的重点企业, "Which field does Sugon belong to?"
PART_OF = re.compile(
    r"(?:^|[,，。:：;；])(?P<name>[^,，。?？:：;；的又]{2,14}?)(?:在[^,，。?？]{1,8}?(?:里面?|中|当中))?"
    r"(?:是|属于|归于?|列入|列在|写在|放在|算)[^,，。?？]{0,4}哪(?:个|一个|一|些|类|几个)?"
    r"(?:发展|主要)?(?:领域|行业|方面|板块|部分|重点|任务|条|节|章)[^,，。?？]{0,8}\W*$|"
    r"\b(?:which|what) (?:\w+ ){0,2}(?:field|area|sector|industry|part|section|priority|task)s? "
    r"(?:does|do|is|are) (?P<english>[^?.,;]+?) "
    r"(?:belong|fall|come|stand|placed|listed|put|under)\b",
    re.IGNORECASE,
)
# Of what a firm is part, wherever the question names it: X既…又是哪个产业的依托企业?
FIELD = re.compile(
    r"哪(?:个|一个|一|些|类|几个)?(?:发展|主要|重点|关键)?(?:领域|产业|行业|板块|方向)|"
    r"\b(?:which|what) (?:[\w-]+ ){0,2}"
    r"(?:fields?|areas?|sectors?|industr(?:y|ies)|priorit(?:y|ies))\b",
    re.IGNORECASE,
)

Place = tuple[Document, Section, tuple[int, int]]

MANY = 8  # sections; a word that stands in more of them is no name to look up


class Occurrences:
    """Looks names up in an index's documents."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def answer(
        self, asked: Understanding, search: Search, strings: Strings, scope: Sequence[Document]
    ) -> Answer | None:
        """Give every section in which the one name that a question asks for stands; else None."""
        if topic := _part(asked.core):
            names = names_of_one(topic) or (normalise(topic),)
        elif STANDS.search(normalise(asked.core)):
            names = _names(asked.core)
            topic = next(iter(topics_as_written(asked.core)), "")
        elif FIELD.search(normalise(asked.core)) and (firm := _one_firm(asked.core)):
            names = tuple(map(normalise, (*firm.chinese, *firm.english)))
            topic = next(name for name in names if is_printed_in(name, normalise(asked.core)))
        elif MENTIONED.search(normalise(asked.core)) and not asked.wants_quantity:
            topics = topics_as_written(asked.core)
            topic = topics[0] if len(topics) == 1 else ""
            names = names_of_one(topic) or (normalise(topic),) if topic else ()
        else:
            return None
        places = [(d, *place) for d in scope for place in find_places(d, names)]
        if not places:
            names = near_names_of_one(topic)
            places = [(d, *place) for d in scope for place in find_places(d, names)]
            topic = strings.comma.join(_printed_of(names, places, asked))
        refs = list(dict.fromkeys((d.id, s.ref) for d, s, _ in places))
        if not names or not 0 < len(refs) <= MANY:
            return None
        citations = CitationList(self._index, asked.language)
        sentences: list[CitedSentence] = []
        for document, section, span in places:
            if text := sentence_text(document, *span, asked.language):
                marker = citations.cite(document, section, *span)
                place = breadcrumb(document, section, asked.language)
                place = to_traditional(place) if asked.traditional else place
                if place not in [sentence.text for sentence in sentences]:
                    sentences.append(CitedSentence(place, (marker,), is_heading=True))
                sentences.append(CitedSentence(text, (marker,)))
        if not sentences:
            return None
        opening = strings.occurrences.format(name=topic, count=len(refs))
        promoted = cited_first(search, citations)
        return answer_from(asked, sentences, citations, promoted, opening=opening)


def _printed_of(names: Sequence[str], places: Sequence[Place], asked: Understanding) -> list[str]:
    """Give those of several names that sentences print in the language of the reply."""
    texts = [normalise(sentence_text(d, *span, asked.language) or "") for d, _, span in places]
    return [name for name in names if any(is_printed_in(name, text) for text in texts)]


def _names(question: str) -> tuple[str, ...]:
    """Give all names of the one thing that a question is about, normalised; none for several."""
    topics = topics_as_written(question)
    if names := names_of_one(question):
        return names
    return (normalise(topics[0]),) if len(topics) == 1 and not find_terms(question) else ()


def _one_firm(question: str) -> Term | None:
    """Give the one firm that a question names; None for none or several."""
    firms = [term for term in find_terms(question) if term.kind == "firm"]
    return firms[0] if len(firms) == 1 else None


def _part(question: str) -> str:
    """Give the thing whose field or section a question asks for, as written; empty for none."""
    found = PART_OF.search(normalise(question))
    if found is None:
        return ""
    span = found.span("name" if found["name"] else "english")
    return LEAD_IN.sub("", as_written(question, *span))
