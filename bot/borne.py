"""
How much of a question the best sections bear, whatever its places.

A question for a train from one city of the documents to another names their places and nothing
else of theirs. Without the places it is searched again; what it then asks is borne as far as a
sentence is like it and each of its tokens finds its like in the sections
(:mod:`index.token_vectors`).
"""

import re
from collections.abc import Sequence

import numpy as np

from bot.place_names import PLACES
from bot.plain_words import topic_words
from corpus.language import Language
from corpus.mentions import find_mentions
from corpus.normalise import normalise
from corpus.organisations import Organisation
from corpus.units import is_place
from index.retriever import Retriever, Search
from index.rows import KINDS

SECTIONS = 3  # the best ones, of which together it is read
UNKNOWN = 0.2  # weight taken off for the share of its words that no document holds
# Below it nothing of the documents is asked for. Of the questions on which the refusal thresholds
# are calibrated, one in three hundred of those with an answer lies lower.
LEAST: dict[Language, float] = {"zh": 0.60, "en": 0.70}
PLACE = re.compile(
    rf"(?:{'|'.join(PLACES)})[市省]?|"
    rf"\b(?:{'|'.join(PLACES.values())})(?:['’]s)?(?: (?:city|municipality|province))?\b",
    re.IGNORECASE,
)


def is_borne(
    found: Search,
    retriever: Retriever,
    bodies: Sequence[Organisation],
    unknown: float,
    documents: frozenset[str],
) -> bool:
    """
    Say whether the documents bear what a question asks; so it is said where it cannot be told.

    :param found: the search for the question; only one with places is searched again without them
    :param bodies: those of the documents, of which the districts are places
    :param unknown: share of the question's words, by rarity, that no document holds
    """
    bare = without_places(found.question, bodies)
    encoded = retriever.encoder.encode_question(bare)
    if not len(encoded.tokens) or not topic_words(bare):
        return True
    if bare != " ".join(found.question.split()):
        found = retriever.search(bare, k=SECTIONS, language=found.language, documents=documents)
    index = retriever.index
    rows: list[int] = []
    cosine = 0.0
    for hit in found.hits[:SECTIONS]:
        start, end = index.row_starts[hit.chunk : hit.chunk + 2]
        kinds = index.rows["kind"][start:end]
        rows += (start + np.flatnonzero(kinds == KINDS.index("chunk"))).tolist()
        sentences = retriever.evidence(encoded.vector, hit.chunk)
        cosine = max([cosine, *(sentence.cosine for sentence in sentences)])
    tokens = index.tokens.nearest(encoded.tokens, np.array(rows, dtype=int)) @ encoded.weights
    return cosine + float(tokens) - UNKNOWN * unknown >= LEAST[found.language]


def without_places(question: str, bodies: Sequence[Organisation]) -> str:
    """Cut cities, provinces and the documents' districts out of a question."""
    bare = PLACE.sub(" ", question)
    plain = normalise(bare)
    if len(plain) == len(bare):
        districts = [body for body in bodies if is_place(body.printed)]
        for mention in reversed(find_mentions(plain, districts)):
            bare = f"{bare[: mention.start]} {bare[mention.end :]}"
    return " ".join(bare.split())
