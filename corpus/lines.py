"""Lines of a document's head as they are read for titles and signatures."""

import re
from dataclasses import dataclass

from corpus.sentences import trim

# 国 务 院 工 作 规 则: every character apart.
LETTER_SPACED = re.compile("[\u4e00-\u9fff](?:[ \u00a0\u2003\u3000]+[\u4e00-\u9fff《》“”、]){3,}")
# A newspaper's line before the title that it prints: 海川日报/ 2001年/ 02月/ 20日/ 第A01版/海川省….
NEWSPAPER = re.compile("^.{2,12}报[ ]?/.{8,40}版[ ]?/")
# Bullets, boxes, ticks and pictures that decorate the beginning of a line: ▌一、, ✅(一), ◆ 甲局.
DECORATION = "[\u2500-\u27bf\ufe0f\U0001f300-\U0001faff•·※➤]"
MARKS = "*#_ \t\u00a0\u2003\u3000\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without the blanks around it, and its plain text."""

    start: int
    end: int
    text: str


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """
    Split ``text[start:end]`` into its lines, blank ones left out.

    A line's ``text`` has no marks of bold type and headings, and letter-spaced words closed up.
    """
    end = len(text) if end is None else end
    lines: list[Line] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        a, b = trim(text, at, stop)
        if a < b:
            lines.append(Line(a, b, plain_line(text[a:b])))
        at = stop + 1
    return lines


def plain_line(printed: str) -> str:
    """
    Strip a line's marks and close up letter-spaced words.

    ``"## **国 务 院 工 作 规 则**" -> "国务院工作规则"``
    """
    plain = NEWSPAPER.sub("", printed.strip(MARKS)).strip()
    return "".join(plain.split()) if LETTER_SPACED.fullmatch(plain) else plain
