"""
What paper prints around each page: page numbers, and heads and feet that run through a document.

The title may itself run as the head. It stays where it is printed nowhere else.
"""

import re
from collections import Counter

from corpus.title_forms import is_title

_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?(\d{1,4})(?:\s*页.*|[-—–·\s]*|\s*/\s*\d{1,4})$")
_DASHED = re.compile(r"[-—–]\s*\d{1,4}\s*[-—–]")  # a page number even inside a page
_MANY_PAGES = 3  # that share a running head
_HEAD_LENGTH = 4  # characters of its words
_HEAD_LINES = 3  # lines of one


def without_furniture(pages: list[list[str]]) -> tuple[list[list[str]], set[str]]:
    """
    Drop page numbers and running heads, and the numbers that stood below or above a head.

    :returns: the pages, and the keys of the heads that were dropped
    """
    pages, heads = without_running_heads(without_page_numbers(pages))
    return without_page_numbers(pages) if heads else pages, heads


def without_page_numbers(pages: list[list[str]]) -> list[list[str]]:
    """Drop blank lines, and what counts the pages: first or last lines, or ``— 3 —`` anywhere."""
    filled = [[line for line in lines if line.strip()] for lines in pages]
    offsets: Counter[int] = Counter()
    for index, lines in enumerate(filled):
        offsets.update({n - index for line in lines[:1] + lines[-1:] for n in _page_number(line)})
    offset, count = max(offsets.items(), key=lambda item: item[1], default=(0, 0))
    if count < 2:
        return filled
    return [
        [
            line
            for place, line in enumerate(lines)
            if (place not in (0, len(lines) - 1) and not _DASHED.fullmatch(line.strip()))
            or index + offset not in _page_number(line)
        ]
        for index, lines in enumerate(filled)
    ]


def without_running_heads(pages: list[list[str]]) -> tuple[list[list[str]], set[str]]:
    """
    Drop first and last lines that many pages share; a title that is printed nowhere else stays.

    :returns: the pages, and the keys of what was dropped
    """
    often = max(2, min(len(pages), _MANY_PAGES), 0.3 * len(pages))
    dropped: set[str] = set()
    for _ in range(_HEAD_LINES):
        edges = [{head_key(line) for line in _edges(lines)} for lines in pages]
        counts = Counter(key for keys in edges for key in keys if key)
        heads = {key for key, count in counts.items() if count >= often}
        if not heads:
            break
        headed = [bool(keys & heads) for keys in edges]
        inside = {
            _words(line)
            for lines, has_head in zip(pages, headed, strict=True)
            for line in (lines[1:-1] if has_head else ())
            if "《" not in line
        }
        kept_once = {key for key in heads if not any(_is_printed(key, w) for w in inside)}
        rest: list[list[str]] = []
        for number, lines in enumerate(pages):
            anywhere = not headed[number] and any(headed[:number])  # read between two tables
            rest.append([])
            for place, line in enumerate(lines):
                key = head_key(line)
                is_head = key in heads and (anywhere or place in (0, len(lines) - 1))
                if not is_head or (key in kept_once and _may_be_title(line)):
                    rest[-1].append(line)
                    kept_once -= {key} if is_head else set()
        if not any(rest):
            break  # pages with the same lines and no others: these are the text
        pages, dropped = rest, dropped | heads
    return pages, dropped


def _is_printed(key: str, words: str) -> bool:
    """Say whether a line prints a head again, or begins or ends with it, or is its beginning."""
    begins = len(words) >= 2 * _HEAD_LENGTH and key.startswith(words)
    return words.startswith(key) or words.endswith(key) or begins


def _may_be_title(line: str) -> bool:
    plain = "".join(line.split())
    return is_title(plain) and not plain.endswith("公报")


def _edges(lines: list[str]) -> list[str]:
    return lines[:1] + lines[1:][-1:]


def head_key(line: str) -> str:
    """Reduce a line to what all pages share of it; empty where it holds too few words."""
    words = _words(line)
    return words if len(words) >= _HEAD_LENGTH else ""


def _words(line: str) -> str:
    return re.sub(r"[\W\d_]", "", line)


def _page_number(line: str) -> set[int]:
    match = _PAGE_NUMBER.fullmatch(line.strip())
    return {int(match[1])} if match else set()
