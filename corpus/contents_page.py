"""Find the contents page of a document: lines that name headings, all of which come again."""

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

from corpus.headings import find_candidates

TITLE = re.compile(
    r"^[\s\u3000*#]*(?:目[\s\u3000]*[录錄次]|(?:table of )?contents)[\s\u3000*:：]*$", re.IGNORECASE
)
LEADER = re.compile(r"(?<![\s.…·\d])[\s.…·\d]+$")  # dots and a page number at the end of an entry
SEARCHED = 20_000  # characters from the start in which a contents page begins
LONGEST = 120  # characters of an entry
FEWEST = 3  # entries of a contents page


def find_contents_page(text: str) -> tuple[int, int] | None:
    """
    Find the span of the contents page, its title line included.

    Without a title line it takes a run of numbered lines with nothing between them.
    """
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    searched = [n for n, line in enumerate(lines) if starts[n] < SEARCHED]
    titled = next((n for n in searched if TITLE.match(lines[n])), None)
    labels = {bisect_right(starts, c.start) - 1: c.label for c in find_candidates(text)}
    first = titled + 1 if titled is not None else min(labels, default=len(lines))
    if titled is not None:
        again = _begins_again(lines, labels, first)
        if again is not None:
            return starts[titled], starts[again]
    squeezed = [_squeeze(line) for line in lines]
    offsets = [0, *accumulate(map(len, squeezed))]
    whole = "".join(squeezed)
    entries: list[str] = []
    end = first
    for number in range(first, len(lines)):
        entry = _squeeze(LEADER.sub("", lines[number]))
        if not entry:
            continue
        if len(entry) > LONGEST or (entries and entry == entries[0]):
            break
        if titled is None and number not in labels:
            break
        if whole.find(entry, offsets[number + 1]) < 0:
            break
        entries.append(entry)
        end = number + 1
    if len(entries) < FEWEST or (titled is None and not _comes_again(entries, whole)):
        return None
    return starts[titled if titled is not None else first], min(starts[end], len(text))


def _begins_again(lines: list[str], labels: dict[int, str], first: int) -> int | None:
    """Find the line that has the first entry's number again, if all lines before it are short."""
    first = next((n for n in range(first, len(lines)) if lines[n].strip()), first)
    if first not in labels:
        return None
    for number in range(first + 1, len(lines)):
        if len(lines[number].strip()) > LONGEST:
            return None
        if labels.get(number) == labels[first] and number - first >= FEWEST:
            return number
    return None


def _comes_again(entries: list[str], whole: str) -> bool:
    """Say whether the entries stand a second time in their order, with text between them."""
    at = whole.find("".join(entries)) + len("".join(entries))
    between = 0
    for entry in entries:
        found = whole.find(entry, at)
        if found < 0:
            return False
        between += found - at
        at = found + len(entry)
    return between > 0


def _squeeze(line: str) -> str:
    return "".join(unicodedata.normalize("NFKC", line).split())
