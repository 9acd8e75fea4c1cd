"""
The second list of an article: the paragraph that opens it stands above its items.

``第八条 登记下列事项：（一）… （二）… 还应当登记下列事项：（一）…`` has two lists of the same
numbers. Where its text is cited, an article's paragraphs are counted (第八条第二款第一项), and so
they are here: the items of the second list are 第八条第二款(一) and so on.
"""

import re
from collections.abc import Collection

from corpus.headings import Candidate, Family

CLAUSE = "款"
FAMILY = Family(CLAUSE, re.compile("(?!)"), 5)
# What an article's paragraphs are called, by the family of the items below them; in Taiwan the
# items are 一、 and the paragraphs 項.
CALLED = {"(一)": "款", "一、": "项"}
COUNTED = "一二三四五六七八九十"
LINE = re.compile("[^\n]+")
ENDS = tuple("。；;：:")  # of a line behind which another paragraph begins


def opening_clause(
    text: str, article: Candidate, item: Candidate, starts: Collection[int]
) -> Candidate | None:
    """
    Give the paragraph right above an item as the opening of a section; None where none opens it.

    :param article: that the paragraph and the item stand in
    :param item: the first of its list
    :param starts: offsets at which the items before it start
    """
    called = CALLED.get(item.family.name)
    paragraphs: list[tuple[int, int]] = []
    in_item, before = False, ""
    for line in LINE.finditer(text, article.mark_end, item.start):
        words = line[0].strip()
        at = line.start() + len(line[0]) - len(line[0].lstrip())
        if not words:
            continue
        if at in starts or any(line.start() <= start < line.end() for start in starts):
            in_item = True
        elif not before or before.endswith(ENDS):
            in_item = False
            paragraphs.append((at, line.end()))
        elif not in_item and paragraphs:
            paragraphs[-1] = (paragraphs[-1][0], line.end())
        before = words
    count = len(paragraphs)
    if called is None or not before.endswith((":", "：")) or not 2 <= count <= len(COUNTED):
        return None
    start, end = paragraphs[-1]
    label = f"第{COUNTED[count - 1]}{called}"
    return Candidate(FAMILY, count, start, start, end, label)
