"""Sentences as spans of a text: offsets, never copies."""

import re

# The end of a sentence with the quotes and brackets that close after it.
END = re.compile(r"[。！？!?；;]+[”’」』）)》\"]*|\n+|(?<=[a-z0-9)\"'%])\.(?=\s+[A-Z(\"])")
BLANK = re.compile(r"[\s\u200b\ufeff]*")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """
    Split ``text[start:end]`` at sentence ends and line ends, blanks trimmed.

    ``split_sentences("甲。乙!") -> [(0, 2), (2, 4)]``
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    at = start
    while at < end:
        found = END.search(text, at, end)
        stop = found.end() if found else end
        span = trim(text, at, stop)
        if span[0] < span[1]:
            spans.append(span)
        at = stop
    return spans


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a span so that it neither begins nor ends with blanks."""
    start = BLANK.match(text, start, end).end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return start, end
