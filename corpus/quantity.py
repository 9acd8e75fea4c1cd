"""A number with its unit, as a document states it, in whichever language."""

from dataclasses import dataclass
from typing import Literal

Bound = Literal["exactly", "at least", "more than", "at most", "less than", "about", "between"]
Change = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number with its unit: ``超过500亿元`` has the value 5e11, the unit 元, the bound "more than".

    ``start`` and ``end`` enclose number and unit with the word of the bound; ``upper`` is the
    other end of a range.
    """

    start: int
    end: int
    value: float
    unit: str
    bound: Bound
    upper: float | None = None
    change: Change | None = None
