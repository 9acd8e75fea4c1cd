"""
What a sentence says beside its list of units: 建成食堂36个（市民政局牵头）, a row 36个 | 市民政局.

A list of units says of what no number is and answers nothing. The sentence that ends in one, and
the row of a table that has a column of them, say more than that.
"""

from collections.abc import Sequence

from corpus.responsibility import ResponsibilityList

OPENING, CLOSING = "（(【〔[［", "）)】〕]］"
CELL = "|"
LEAST = 8  # characters beside a list, fewer of which say nothing


def beside_lists(
    text: str, start: int, end: int, lists: Sequence[ResponsibilityList]
) -> list[tuple[int, int]]:
    """
    Give the parts of a sentence that stand outside lists of units; the cells of a row apart.

    Nothing is left of a sentence that is such a list; one without any is a single part.

    :param lists: those of the sentence's section
    """
    inside = sorted((s.start, s.end) for s in lists if s.start < end and start < s.end)
    if not inside:
        return [(start, end)]
    is_row = f" {CELL} " in text[start:end]
    if not is_row and not all(_is_bracketed(text, at) for at, _ in inside):
        return []
    starts = [start, *(stop for _, stop in inside)]
    ends = [*(at for at, _ in inside), end]
    found: list[tuple[int, int]] = []
    for a, b in zip(starts, ends, strict=True):
        cells = text[a:b].split(CELL) if is_row else [text[a : max(a, b)]]
        at = a
        for cell in cells:
            found.append(_trimmed(text, at, at + len(cell)))
            at += len(cell) + 1
    found = [(a, b) for a, b in found if a < b]
    return found if sum(b - a for a, b in found) >= LEAST else []


def _is_bracketed(text: str, start: int) -> bool:
    return text[start : start + 1] in OPENING or text[:start].rstrip()[-1:] in OPENING


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut off the brackets of a list, and what ends the sentence behind it."""
    while start < end and (text[start].isspace() or text[start] in f"{CLOSING}。；;，,"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in OPENING):
        end -= 1
    return start, end
