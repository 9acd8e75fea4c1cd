"""Finding documents by what stands on their first page: title, issuer, number."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.citations import title_of
from corpus.document import Document
from corpus.normalise import normalise

# Document numbers are typed with any brackets, or with none.
SIGNS = re.compile(r"[\s〔〕\[\]()（）【】《》<>〈〉,，.。、:：·\-—_/\"'“”‘’]+")

LONGEST = 200  # characters of a query that count


def find_documents(documents: Sequence[Document], query: str) -> tuple[Document, ...]:
    """
    Give the documents whose title, issuer, number or date hold every word of a query.

    Half and full width, simplified and traditional characters, and signs make no difference.
    ``"津政办发 2017"`` finds 津政办发〔2017〕88号. An empty query finds all.
    """
    words = [plain for word in query[:LONGEST].split() if (plain := _plain(word))]
    return tuple(document for document in documents if _holds(document, words))


def _holds(document: Document, words: Sequence[str]) -> bool:
    if not words:
        return True
    facts = (
        document.title,
        title_of(document, "en"),
        document.outer_title,
        document.issuer,
        document.number,
        document.date,
        document.id,
    )
    text = "\n".join(_plain(fact) for fact in facts if fact)
    return all(word in text for word in words)


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    return SIGNS.sub("", normalise(text))
