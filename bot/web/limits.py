"""What a question is limited to: documents, an issuer, years, a session's own files."""

import datetime
from collections import Counter
from collections.abc import Collection as Ids
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.citations import title_of
from bot.web.labels import Labels, language_of
from corpus.document import Document
from index.selection import Selection

SHOWN_TITLES = 3  # of chosen documents, in the statement of the limits


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What a user chose; everything empty means all documents.

    All that is chosen must hold. ``first`` and ``last`` are years of issue; where one is set, a
    document without a date is left out. ``own`` means the files of the session alone.
    """

    documents: tuple[str, ...] = ()
    issuer: str = ""
    first: int | None = None
    last: int | None = None
    own: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is limited."""
        return self != Limits()

    def allow(self, document: Document, own: Ids[str]) -> bool:
        """Tell whether a document may answer; ``own`` are the ids of the session's files."""
        selection = Selection(
            frozenset(self.documents),
            first=datetime.date(self.first, 1, 1) if self.first else None,
            last=datetime.date(self.last, 12, 31) if self.last else None,
        )
        return (
            selection.holds(document)
            and (not self.issuer or self.issuer in issuers_of([document]))
            and (not self.own or document.id in own)
        )


@dataclass(frozen=True, slots=True)
class Scope:
    """
    Limits over the documents that there are.

    ``ids`` are those that may answer; None where nothing is limited. ``chosen`` are the documents
    that were chosen one by one.
    """

    limits: Limits = Limits()
    ids: frozenset[str] | None = None
    chosen: tuple[Document, ...] = ()


EVERYTHING = Scope()
Choice = str | list[str] | None  # the value of a component that limits the questions


def chosen_limits(
    documents: Choice = None,
    issuer: Choice = None,
    first: Choice = None,
    last: Choice = None,
    own: Choice = "all",
) -> Limits:
    """Read the limits from the values of their components, as they were when something was sent."""
    return Limits(
        tuple(documents or ()),
        str(issuer or ""),
        int(str(first)) if first else None,
        int(str(last)) if last else None,
        own == "mine",
    )


def scope_of(limits: Limits, documents: Sequence[Document], own: Ids[str] = ()) -> Scope:
    """Find the documents that limits allow."""
    if not limits:
        return EVERYTHING
    ids = frozenset(document.id for document in documents if limits.allow(document, own))
    chosen = tuple(document for document in documents if document.id in limits.documents)
    return Scope(limits, ids, chosen)


def issuers_of(documents: Iterable[Document]) -> list[str]:
    """List all issuers, those of most documents first; of a joint document, each one."""
    counts = Counter(name for d in documents if d.issuer for name in d.issuer.split("、"))
    return [issuer for issuer, _ in counts.most_common()]


def years_of(documents: Iterable[Document]) -> list[int]:
    """List the years in which documents were issued, the latest first."""
    return sorted({int(d.date[:4]) for d in documents if d.date}, reverse=True)


def scope_text(scope: Scope, labels: Labels) -> str:
    """Say what questions are limited to and how many documents that leaves; empty without."""
    if scope.ids is None:
        return ""
    parts = _limit_texts(scope, labels)
    template = labels.scope_statement if scope.ids else labels.scope_none
    return template.format(limits=" · ".join(parts), count=len(scope.ids))


def _limit_texts(scope: Scope, labels: Labels) -> list[str]:
    limits = scope.limits
    parts: list[str] = []
    if limits.own:
        parts.append(labels.scope_mine)
    if len(limits.documents) > SHOWN_TITLES:
        parts.append(labels.scope_documents.format(count=len(limits.documents)))
    else:
        titles = [title_of(document, language_of(labels)) for document in scope.chosen]
        parts += [labels.scope_document.format(title=title) for title in titles]
    if limits.issuer:
        parts.append(limits.issuer)
    if limits.first is not None and limits.last is not None:
        parts.append(labels.scope_between.format(first=limits.first, last=limits.last))
    elif limits.first is not None:
        parts.append(labels.scope_since.format(first=limits.first))
    elif limits.last is not None:
        parts.append(labels.scope_until.format(last=limits.last))
    return parts
