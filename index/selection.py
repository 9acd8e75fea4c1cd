"""Which documents a search or a question is limited to: by id, by issuer, by date."""

import argparse
import datetime
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.body_names import chinese_names
from corpus.document import Document
from corpus.normalise import normalise

NAMED = 20  # names in a message; the others are counted
CITY = re.compile("[\u4e00-\u9fff]{2,4}?(?=市)")
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class SelectionError(ValueError):
    """A limit that names a document which is not there, or that leaves no document."""


@dataclass(frozen=True, slots=True)
class Selection:
    """
    Limits on documents; all of them must hold. One without limits selects every document.

    ``issuer`` is a part of the issuer's name, or a short form of it. A document that prints no
    date lies in no span of dates.
    """

    ids: frozenset[str] = frozenset()
    issuer: str = ""
    first: datetime.date | None = None
    last: datetime.date | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is limited."""
        return not (self.ids or self.issuer.strip() or self.first or self.last)

    def holds(self, document: Document) -> bool:
        """Say whether a document lies within all limits."""
        return (
            (not self.ids or document.id in self.ids)
            and (not self.issuer.strip() or _is_issued_by(document, self.issuer))
            and (not (self.first or self.last) or self._is_in_time(document))
        )

    def choose(self, documents: Iterable[Document]) -> frozenset[str] | None:
        """
        Give the ids of the documents within the limits; None where nothing is limited.

        :raises SelectionError: if an id is not among the documents, or none is within the limits
        """
        if self.is_empty:
            return None
        documents = tuple(documents)
        held = [document.id for document in documents]
        for name in sorted(self.ids.difference(held)):
            raise SelectionError(f"the index holds no document {name!r}; it holds: {named(held)}")
        chosen = frozenset(document.id for document in documents if self.holds(document))
        if not chosen:
            issuers = dict.fromkeys(d.issuer for d in documents if d.issuer)
            dates = sorted(d.date for d in documents if d.date)
            raise SelectionError(
                "no document is within these limits; "
                f"issuers: {named(issuers, 'none known')}; "
                f"dates: {f'{dates[0]} to {dates[-1]}' if dates else 'none known'}"
            )
        return chosen

    def _is_in_time(self, document: Document) -> bool:
        if document.date is None:
            return False
        date = datetime.date.fromisoformat(document.date)
        return (self.first or date) <= date <= (self.last or date)


def _is_issued_by(document: Document, name: str) -> bool:
    """Look in the issuer's names, else in what the title begins with: 国务院关于…."""
    wanted = normalise(name)
    if document.issuer:
        return any(wanted in normalise(name) for name in issuer_names(document.issuer))
    titles = (document.outer_title, document.title)
    return any(normalise(title).startswith(wanted) for title in titles if title)


def issuer_names(issuer: str) -> tuple[str, ...]:
    """
    Give an issuer's name as printed and its short forms.

    ``海川市科学技术委员会 -> 海川市科学技术委员会, 海川市科委, 海川市科技委, …``
    """
    found = CITY.match(issuer)
    city = found[0] if found else ""
    rest = f"市{issuer[len(city) + 1 :]}" if city else issuer
    return tuple(dict.fromkeys([issuer, *(city + name for name in chinese_names(rest))]))


def named(names: Iterable[str], none: str = "none") -> str:
    """Name a few of many things for a message: ``"a, b and 40 more"``."""
    names = list(names)
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more or none


def first_day(text: str) -> datetime.date:
    """Read a year, a month or a day as the first day of it: ``2021 -> 2021-01-01``."""
    year, month, day = _parts(text)
    return _date(text, year, month or 1, day or 1)


def last_day(text: str) -> datetime.date:
    """Read a year, a month or a day as the last day of it: ``2021-02 -> 2021-02-28``."""
    year, month, day = _parts(text)
    month = month or 12
    if day is None and year and 1 <= month <= 12:
        day = monthrange(year, month)[1]
    return _date(text, year, month, day or 1)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = DAY.fullmatch(text.strip())
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2024-06-30, 2024-06 or 2024")
    year, month, day = (int(part) if part else None for part in found.groups())
    return year or 0, month, day


def _date(text: str, year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: {error}") from None


def add_limits(command: argparse.ArgumentParser) -> None:
    """Give a command the flags ``--document``, ``--issuer``, ``--from`` and ``--to``."""
    command.add_argument(
        "--document",
        metavar="ID",
        action="append",
        default=[],
        help="only this document; may be given several times",
    )
    command.add_argument("--issuer", metavar="NAME", default="", help="only what NAME issued")
    command.add_argument(
        "--from", dest="first", type=first_day, metavar="DAY", help="only dated DAY or later"
    )
    command.add_argument(
        "--to", dest="last", type=last_day, metavar="DAY", help="only dated DAY or earlier"
    )


def selection_of(args: argparse.Namespace) -> Selection:
    """Give the selection that the flags of :func:`add_limits` say."""
    return Selection(frozenset(args.document), args.issuer, args.first, args.last)
