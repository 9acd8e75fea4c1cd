"""Chinese, Arabic, circled and Roman numerals as section numbers."""

import unicodedata

DIGITS = dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)) | {
    "○": 0,
    "两": 2,
    "兩": 2,
}
# 壹、貳、 of formal lists, and 俩 of speech.
FORMAL = str.maketrans("壹贰貳叁參参肆伍陆陸柒捌玖拾俩倆", "一二二三三三四五六六七八九十两两")
UNITS = {"十": 10, "百": 100, "千": 1000}
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def chinese_to_int(numeral: str) -> int:
    """
    Read a Chinese numeral below ten thousand: ``十二 -> 12``, ``一百零三 -> 103``, ``參 -> 3``.

    :raises ValueError: if the text is no such numeral
    """
    total = digit = 0
    for character in numeral.translate(FORMAL):
        if character in DIGITS:
            digit = digit * 10 + DIGITS[character] if digit else DIGITS[character]
        elif character in UNITS:
            total += (digit or 1) * UNITS[character]
            digit = 0
        else:
            raise ValueError(f"{numeral!r} is no Chinese numeral")
    return total + digit


def roman_to_int(numeral: str) -> int:
    """
    Read a Roman numeral below 400: ``XIV -> 14``.

    :raises ValueError: if the text is no such numeral
    """
    total = 0
    try:
        values = [ROMAN[character] for character in numeral.upper()]
    except KeyError:
        raise ValueError(f"{numeral!r} is no Roman numeral") from None
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total


def numeral_to_int(numeral: str) -> int:
    """
    Read a printed section number of any kind; blanks inside it are ignored.

    ``numeral_to_int("１ ２") -> 12``, ``numeral_to_int("③") -> 3``, ``numeral_to_int("㈢") -> 3``

    :raises ValueError: if the text is no numeral
    """
    plain = "".join(unicodedata.normalize("NFKC", numeral).split()).strip("().")
    if not plain:
        raise ValueError("an empty text is no Chinese numeral")
    if plain.isdecimal():
        return int(plain)
    if plain and plain[0].upper() in ROMAN and plain.isascii():
        return roman_to_int(plain)
    return chinese_to_int(plain)
