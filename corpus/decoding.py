"""Bytes into characters: text of any Chinese encoding, whatever a page declares."""

import codecs
import re
from functools import cache

from corpus.formats import CONTROLS, FormatError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
_DECLARED = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030"}
_DECLARED |= {"big5": "cp950", "big5-hkscs": "big5hkscs"}
_SIGNS = (
    "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—–…　·•○〇％－．①②③④⑤⑥⑦⑧⑨⑩０１２３４５６７８９"
)


@cache
def _common_characters() -> frozenset[str]:
    """Return the everyday characters: level 1 of GB 2312 and of Big5, and punctuation."""
    tails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    simplified = bytes(b for a in range(0xB0, 0xD8) for c in range(0xA1, 0xFF) for b in (a, c))
    traditional = bytes(b for a in range(0xA4, 0xC7) for c in tails for b in (a, c))
    letters = simplified.decode("gb18030", "ignore") + traditional.decode("big5", "ignore")
    return frozenset(letters + _SIGNS)


def _commonness(text: str) -> float:
    foreign = [c for c in text if c == "\0" or not c.isascii()]
    return sum(c in _common_characters() for c in foreign) / len(foreign) if foreign else 1.0


def decode(data: bytes, declared: str = "") -> str:
    """
    Decode text of any Chinese encoding.

    A byte order mark decides, then valid UTF-8; a false ``charset=gb2312`` over UTF-8 is
    common. Otherwise the encoding under which most characters are everyday ones wins, since
    nearly every Big5 text is also valid GB18030, only absurd.

    :param data: the bytes
    :param declared: an encoding that a page declares; it wins ties
    :raises FormatError: if no encoding explains all but one in a thousand characters
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    if data.count(0) * 4 < len(data):  # else UTF-16 without a mark, mostly ASCII
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        if text and not _is_short_gbk(data, text):
            return _checked(text)
    if not re.search(rb"[\x80-\xff]{2}|\0", data):  # lone accents: no Chinese encoding does this
        return _checked(data.decode("cp1252", "replace"))
    first = re.search(rb"[\0\x80-\xff]", data)
    start = first.start() // 2 * 2 if first else 0
    sample = data[start : start + 2**16]
    encodings = (_DECLARED.get(declared.lower(), "utf-8"), *_GUESSES)
    best = max(encodings, key=lambda name: _commonness(sample.decode(name, "replace")))
    if _commonness(sample.decode(best, "replace")) < 0.6:
        best = "ascii"
    return _checked(data.decode(best, "replace"))


def _is_short_gbk(data: bytes, text: str) -> bool:
    """Tell 通知 in GBK, whose bytes are valid UTF-8 too, from Latin letters in UTF-8."""
    runs = re.findall(rb"[\x80-\xff]+", data)
    return (
        bool(runs)
        and max(text) < "\u0800"
        and all(len(run) >= 4 for run in runs)
        and _commonness(data.decode("gb18030", "replace")) == 1
    )


def _checked(text: str) -> str:
    plain = text.replace("\r", "")
    odd = len(CONTROLS.findall(plain))
    if text.count("\ufffd") > 1 + len(text) // 1000 or odd > 9 + len(text) // 10:
        advice = "save it again as UTF-8 text, or download it again"
        raise FormatError("damaged", f"the content is not text in a known encoding; {advice}")
    return text.removeprefix("\ufeff")
