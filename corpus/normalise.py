"""
Normal form of text for matching: never for storing, quoting or display.

Queries, index words and encoder input all pass through :func:`normalise`, so that
full-width digits, traditional characters and letter case cannot keep a question from
its section. What is shown is always the printed form.
"""

import re
import unicodedata
from functools import cache

import opencc

from corpus import formats

INVISIBLE = re.compile(f"[{formats.INVISIBLE}]")
# Control characters but not tab, newline and carriage return, which are spaces.
CONTROL = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]")
SPACES = re.compile(r"\s+")
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@cache
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)


def to_simplified(text: str) -> str:
    """Convert traditional characters to simplified ones, character by character (OpenCC t2s)."""
    return _converter("t2s").convert(text) if HAN.search(text) else text


def to_traditional(text: str) -> str:
    """Convert simplified characters to traditional ones (OpenCC s2t)."""
    return _converter("s2t").convert(text) if HAN.search(text) else text


def fold_script(text: str) -> str:
    """Give a text in half-width and simplified characters; case and spaces stay as they are."""
    return to_simplified(unicodedata.normalize("NFKC", text))


def clean(text: str) -> str:
    """Drop invisible and control characters and fold runs of white space to one blank."""
    return SPACES.sub(" ", CONTROL.sub("", INVISIBLE.sub("", text))).strip()


def as_written(text: str, start: int, end: int) -> str:
    """Give a stretch of a text's normal form as it is written, where both are of one length."""
    plain = normalise(text)
    return (text if len(text) == len(plain) else plain)[start:end]


def normalise(text: str) -> str:
    """
    Give the form in which texts are compared: NFKC, case folded, simplified, clean.

    ``normalise("２０２０年　5Ｇ試點") -> "2020年 5g试点"``
    """
    return to_simplified(clean(unicodedata.normalize("NFKC", text)).casefold())
