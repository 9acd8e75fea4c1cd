"""Whether a question that names no document stays with the one that was talked of."""

import re
from collections.abc import Callable, Sequence

from bot.places import of_place, places_of_document, short_places
from bot.understanding import Understanding
from corpus.document import Document
from corpus.normalise import to_simplified
from index.retriever import Search

ELSEWHERE = re.compile(
    r"哪(?:些|几[份个]|份|个)(?:政策)?文件|"
    r"(?:其他|其它|别的|所有|全部|各)(?:政策)?(?:文件|地方|城市|地区|方案|规划|计划|办法)|"
    r"\b(?:which|what|other|all|any|every) (?:the |of the )?"
    r"(?:documents?|plans?|polic(?:y|ies)|measures|cities|places)\b",
    re.IGNORECASE,
)
# How much farther than the nearest passage of all the document's own may be. Over 80 questions of
# the collections in eval/many, nine in ten other documents are farther by 0.14 and more.
FARTHER = 0.12


def stays(
    asked: Understanding,
    own: Sequence[Document],
    scope: Sequence[Document],
    search: Callable[[Understanding, frozenset[str]], Search],
) -> bool:
    """
    Say whether a question may be about what was talked of, as far as it and the passages tell.

    It is not where it asks which documents there are, or about another place, or where another
    document has a passage that is much nearer to it.

    :param own: the document that was talked of
    :param scope: all that may be answered from
    """
    if ELSEWHERE.search(asked.core) or _is_of_another_place(asked.core, own, scope):
        return False
    in_own, anywhere = (
        max(
            (hit.cosine for hit in search(asked, frozenset(d.id for d in documents)).hits),
            default=-1,
        )
        for documents in (own, scope)
    )
    return in_own >= anywhere - FARTHER


def _is_of_another_place(question: str, own: Sequence[Document], scope: Sequence[Document]) -> bool:
    """Say whether a question is about a place of other documents, called in full or for short."""
    here = {document.id for document in of_place(question, scope)}
    if not all(document.id in here for document in own):
        return True
    places = {document.id: short_places(places_of_document(document)) for document in scope}
    known = frozenset().union(*(places[document.id] for document in own))
    text = to_simplified(question)
    return any(place in text for other in places.values() for place in other - known)
