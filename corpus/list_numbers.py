"""Numbers as office programs print them before list items and headings."""

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def printed_numeral(number: int, form: str) -> str:
    """
    Print a number in one of Word's forms; as plain digits where the form has no sign for it.

    ``printed_numeral(21, "chineseCounting") -> "二十一"``
    """
    if form.startswith(("chinese", "japaneseCounting", "taiwaneseCounting", "ideographDigital")):
        return chinese_numeral(number)
    if form.startswith("ideographTraditional") and 1 <= number <= 10:
        return "甲乙丙丁戊己庚辛壬癸"[number - 1]
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if form.startswith("decimalFullWidth"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if form in ("upperLetter", "lowerLetter") and 1 <= number <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + number - 1)
    if form in ("upperRoman", "lowerRoman") and 1 <= number < 40:
        roman = "X" * (number // 10) + _ROMAN[number % 10]
        return roman if form == "upperRoman" else roman.lower()
    return str(number)


def chinese_numeral(number: int) -> str:
    """Write a number below ten thousand: ``12 -> 十二``, ``105 -> 一百零五``."""
    if not 0 < number < 10_000:
        return str(number)
    text = ""
    for unit, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            text += "零一二三四五六七八九"[digit] + unit
        elif text and number and not text.endswith("零"):
            text += "零"
    return text[1:] if text.startswith("一十") else text
