"""Text copied out of pages: where they part, and without what the paper prints around them."""

import re

from corpus.formats import remove_controls
from corpus.running_heads import without_furniture

PAGE_END = "\f"
# — 3 —, 第3页 共8页: a number that can be of nothing but a page.
NUMBERED = re.compile(
    r"[ \t\u3000]*(?:[-—–][ ]*(?P<dashed>\d{1,4})[ ]*[-—–]"
    r"|第[ ]*(?P<said>\d{1,4})[ ]*页[^\n]{0,12})\s*"
)
BARE = re.compile(r"\s*\d{1,3}\s*")
LEAST_PAGES = 3  # that bare numbers count
LEAST_LINES = 15  # with text, of a page that a bare number ends


def read_pages(text: str) -> tuple[str, tuple[int, ...]]:
    """
    Drop page numbers and running heads from a text that was copied out of pages, and controls.

    Its pages end with a form feed or with a line that counts them. A text without two pages stays
    as it is.

    :returns: the text, and the offsets at which its pages start; none where it is not paged
    """
    plain = remove_controls(text)
    pages = _split(PAGE_END.join(map(remove_controls, text.split(PAGE_END))))
    if len(pages) < 2:
        return plain, ()
    kept, _ = without_furniture(pages)
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for lines, wanted in zip(pages, kept, strict=True):
        page = "\n".join(_with_blanks(lines, wanted))
        starts.append(length)
        parts.append(page)
        length += len(page) + 1
    return "\n".join(parts), tuple(starts)


def _split(text: str) -> list[list[str]]:
    """Part a text into the lines of its pages; one page where nothing counts or ends them."""
    if PAGE_END in text.strip():
        return [page.split("\n") for page in text.rstrip("\f\n ").split(PAGE_END)]
    lines = text.split("\n")
    found = [(at, match) for at, line in enumerate(lines) if (match := NUMBERED.fullmatch(line))]
    numbers = [int(match["dashed"] or match["said"]) for _, match in found]
    counted = [n == numbers[0] + place for place, n in enumerate(numbers)]
    if len(found) >= 2 and all(counted):
        ends = [at + 1 for at, _ in found]
    else:
        ends = _counted_ends(lines)
    if not ends:
        return [lines]
    pages = [lines[a:b] for a, b in zip([0, *ends], [*ends, len(lines)], strict=True)]
    return pages if any(line.strip() for line in pages[-1]) else pages[:-1]


def _counted_ends(lines: list[str]) -> list[int]:
    """Give where pages end that bare numbers count, 1, 2, 3 …; none where other lines are bare."""
    found = [(at, int(line)) for at, line in enumerate(lines) if BARE.fullmatch(line)]
    if len(found) < LEAST_PAGES or [n for _, n in found] != [*range(1, len(found) + 1)]:
        return []
    starts = [-1, *(at for at, _ in found[:-1])]
    sizes = [
        sum(bool(line.strip()) for line in lines[start + 1 : at])
        for start, (at, _) in zip(starts, found, strict=True)
    ]
    return [at + 1 for at, _ in found] if min(sizes) >= LEAST_LINES else []


def _with_blanks(lines: list[str], wanted: list[str]) -> list[str]:
    """Give a page's lines that are wanted, with the blank lines between them."""
    left = list(wanted)
    found: list[str] = []
    for line in lines:
        if not line.strip():
            found.append(line)
        elif left and line == left[0]:
            found.append(left.pop(0))
    while found and not found[0].strip():
        del found[0]
    while found and not found[-1].strip():
        del found[-1]
    return found
