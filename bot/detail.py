"""A kind of detail that a question may demand, such as a phone number or an amount."""

import re
from dataclasses import dataclass
from typing import Literal

DetailKind = Literal[
    "phone",
    "email",
    "address",
    "procedure",
    "deadline",
    "frequency",
    "amount",
    "rate",
    "person",
    "rent",
    "outcome",
    "penalty",
    "date",
    "funding",
    "standard",
    "rank",
    "institution",
    "particular",
    "share",
    "opinion",
    "errand",
]


@dataclass(frozen=True, slots=True)
class Detail:
    """A kind of detail: how it is asked for, and what states it."""

    kind: DetailKind
    asked: re.Pattern[str]
    stated: re.Pattern[str]
    nearest: bool = False  # only the best section may state it: a year stands somewhere in any plan


def make_detail(kind: DetailKind, asked: str, stated: str, *, nearest: bool = False) -> Detail:
    """Compile a kind of detail from its two patterns, which hold in either case."""
    return Detail(
        kind, re.compile(asked, re.IGNORECASE), re.compile(stated, re.IGNORECASE), nearest
    )
