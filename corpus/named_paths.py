"""Several sections named in one question: 二(四)1和2, "sections 4 and 5 of Part III"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document import Document
from corpus.named_sections import resolve_path
from corpus.numerals import numeral_to_int
from corpus.paths import NUMBER, OUTER, find_path
from corpus.sections import Section

# Between two sections; a 、 also stands inside the number of one (二、(三)、2).
BETWEEN = re.compile(
    r"和|与|跟|同|以及|及|、(?=\s*(?:第|[一二三四五六七八九十]{1,3}\s*[(（]))|[,，;；](?=\s*(?:第|part\b))|"
    r"\band\b|\bversus\b|\bvs\b\.?|\bwith\b|\bfrom\b|\bto\b|&|/",
    re.IGNORECASE,
)
# A number that stands at the head of a piece and leans on a section before or after it.
TAIL = re.compile(
    rf"^(?:\s|the\b|sections?\b|items?\b|points?\b)*(?:"
    rf"[(（]\s*(?P<bracket>{NUMBER})\s*[)）]\s*(?P<item>\d{{1,2}})?(?![a-z0-9%.])"
    rf"|第\s*(?P<ordinal>{NUMBER})\s*(?:条|款|项|点|小点|节|小节|方面)"
    rf"|(?P<bare>\d{{1,2}})(?![\d%.]|[a-z]|\s*[年个万亿家项台部条]|\s+(?!of\b|in\b|under\b|differ|compare|say)[a-z]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedPath:
    """The numerals of one section, outermost first, and the words that name it."""

    steps: tuple[str, ...]
    text: str


def find_named_paths(text: str) -> tuple[NamedPath, ...]:
    """
    Find every section that a question names by its number, in order.

    What names only the last steps takes the others from the section before it, or from the one
    after: ``二(四)1和2 -> 二(四)1, 二(四)2``; ``sections 4 and 5 of Part III -> III 4, III 5``.
    """
    pieces = BETWEEN.split(text)
    named = [(piece, *found) for piece in pieces if (found := _read(piece))[0]]
    whole = [steps for _, steps, leans in named if not leans]
    paths: list[NamedPath] = []
    for piece, steps, leans in named:
        if leans and whole:
            before = paths[-1].steps if paths else whole[0]
            steps = (*before[: max(len(before) - len(steps), 0)], *steps)
        elif leans:  # 第十二条和第十五条: under the heading that the first one names, if any
            steps, piece = (OUTER, *steps), pieces[0].partition("第")[0] + piece
        paths.append(NamedPath(steps, piece))
    unique = {_values(path.steps): path for path in paths}
    if len(unique) > 1 and (whole or all(find_path(path.text) for path in paths)):
        return tuple(unique.values())
    steps = find_path(text)
    return (NamedPath(steps, text),) if steps else ()


def resolve_all(document: Document, named: Iterable[NamedPath]) -> tuple[Section, ...]:
    """Give the sections of a document that numerals name, each once; none where it lacks one."""
    found = [resolve_path(document, path.steps, path.text) for path in named]
    return tuple(dict.fromkeys(s for s in found if s)) if all(found) else ()


def _read(piece: str) -> tuple[tuple[str, ...], bool]:
    """Read the numerals of a piece, and whether they lean on another piece's."""
    steps = find_path(piece)
    tail = TAIL.match(piece)
    own = tuple(part for part in tail.groups() if part) if tail else ()
    if not steps:
        return own, True
    if steps[0] == OUTER:
        return steps[1:], True
    if len(steps) == 1 and steps[0].isdecimal() and not re.search(r"\bparts?\b", piece, re.I):
        return steps, True
    # "5 of Part III": the number before the part is its section
    if own and len(steps) == 1 and re.search(r"\b(?:of|in|under)\b", piece, re.IGNORECASE):
        return (*steps, *own), False
    return steps, False


def _values(steps: tuple[str, ...]) -> tuple[int | str, ...]:
    values: list[int | str] = []
    for step in steps:
        try:
            values.append(numeral_to_int(step.strip("()（）")))
        except ValueError:
            values.append(step)
    return tuple(values)
