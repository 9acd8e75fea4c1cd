"""
Sentences as spans of a text: offsets, never copies.

A line that the end of the paper breaks is no end of a sentence: it is full, ends without a mark,
and the line below goes on at its left edge, no longer than the one above. Below a number the lines
may hang; none around is longer then.
"""

import re

# The end of a sentence with the quotes and brackets that close after it.
END = re.compile(r"[。！？!?；;]+[”’」』）)》\"]*|\n+|(?<=[a-z0-9)\"'%])\.(?=\s+[A-Z(\"])")
BLANK = re.compile(r"[\s\u200b\ufeff]*")
FULL_LINE = 48  # columns of a line that the end of the paper broke; a Chinese character takes two
RAGGED = 6  # columns by which the lines of a page differ
INDENT = " \t\u3000"
AROUND = 500  # characters to both sides that show how wide the paper is
LONGEST = 200  # characters of a line on paper
ENDED = tuple("。！？!?；;：:…|.")
_NUMERAL = "[〇零一二三四五六七八九十百0-9０-９]{1,4}"
# What a paragraph of its own begins with: a blank, a number, a label, a mark of a list.
OPENING = re.compile(
    rf"[\s|#>*•·●■◆—①-⑳\[【]|[（(]{_NUMERAL}[）)]|{_NUMERAL}[、.．](?![0-9])|第{_NUMERAL}[编篇章节條条款]"
    r"|附[件录表]|专栏|[\u4e00-\u9fff]{2,6}(?:单位|部门|机关|时限)[：:]|https?:|[-–]\s"
)
INDENTED = re.compile(f"[{INDENT}]*")
BREAK = re.compile(r"(?<![ \t])[ \t]*+\n")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """
    Split ``text[start:end]`` at sentence ends and line ends, blanks trimmed.

    ``split_sentences("甲。乙!") -> [(0, 2), (2, 4)]``
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    at = search = start
    while at < end:
        found = END.search(text, search, end)
        stop = search = found.end() if found else end
        if found and found[0] == "\n" and is_wrapped(text, found.start()):
            continue
        span = trim(text, at, stop)
        if span[0] < span[1]:
            spans.append(span)
        at = stop
    return spans


def is_wrapped(text: str, at: int) -> bool:
    """Say whether the end of the paper, not of a paragraph, broke the line that ends at ``at``."""
    line = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    below = text[at + 1 : at + LONGEST].partition("\n")[0].rstrip()
    if not line or line.endswith(ENDED) or "|" in line or OPENING.match(below.lstrip(INDENT)):
        return False
    width = _width(line)
    if not below or width < FULL_LINE or _width(below) > width + RAGGED:
        return False
    indent, own = _indent(below), _indent(line)
    if not indent:
        return True
    hangs = indent == own or (indent > own and OPENING.match(line.lstrip(INDENT)))
    return bool(hangs) and _is_widest(text, at, width)


def _is_widest(text: str, at: int, width: int) -> bool:
    """Say whether the lines around are no longer than the one that ends at ``at``."""
    around = text[max(0, at - AROUND) : at + AROUND]
    return max(map(_width, around.split("\n"))) <= width + RAGGED


def _indent(line: str) -> int:
    return _width(line) - _width(line.lstrip(INDENT))


def _width(line: str) -> int:
    """Measure a line in columns: a Chinese character takes two."""
    return len(line) + sum(character > "\u2e7f" for character in line)


def unwrapped(text: str, start: int = 0, end: int | None = None) -> str:
    """
    Give ``text[start:end]`` with the lines joined that the end of the paper broke.

    Between Chinese characters nothing is put, between others a blank. All other lines stay.
    """
    end = len(text) if end is None else end
    parts: list[str] = []
    at = start
    for found in BREAK.finditer(text, start, end):
        if start < found.start() and found.end() < end and is_wrapped(text, found.end() - 1):
            around = text[found.start() - 1] + text[found.end()]
            parts += (text[at : found.start()], " " if around.isascii() else "")
            at = INDENTED.match(text, found.end(), end).end()
    return "".join((*parts, text[at:end]))


def on_one_line(text: str, start: int = 0, end: int | None = None) -> str:
    """Give ``text[start:end]`` as a reader sees it: its lines joined, its blanks single."""
    return " ".join(unwrapped(text, start, end).split())


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a span so that it neither begins nor ends with blanks."""
    start = BLANK.match(text, start, end).end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return start, end
