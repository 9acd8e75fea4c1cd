"""
The English names of the state's laws and regulations, of which documents of every place speak.

The table ``law_names.tsv`` gives each law by its Chinese name without 中华人民共和国 and by the
name that its official or usual English text bears, without "of the People's Republic of China".
"""

import csv
import re
from functools import cache
from importlib.resources import files

STATE = "中华人民共和国"
STATE_ENGLISH = " of the People's Republic of China"
SPELLINGS = (("labor", "labour"), ("’", "'"), ("organiz", "organis"), ("optimiz", "optimis"))
EXTRA = re.compile(r"[（(【\[][^（）()]{1,20}[)）】\]]$")  # (2012年修正)


@cache
def _english() -> dict[str, str]:
    text = (files("corpus") / "law_names.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {row["chinese"]: row["english"] for row in rows}


@cache
def _chinese() -> dict[str, str]:
    return {plain_name(english): chinese for chinese, english in _english().items()}


def law_names() -> tuple[str, ...]:
    """Give the Chinese names of the table."""
    return tuple(_english())


def english_law(title: str) -> str | None:
    """
    Give the English name of a law by its Chinese title; None where it is not in the table.

    ``《劳动合同法(2012年修正)》 -> Labour Contract Law``
    """
    plain = EXTRA.sub("", title.strip()).strip("《》 ")
    found = _english().get(plain.removeprefix(STATE))
    return found and found + (STATE_ENGLISH if plain.startswith(STATE) else "")


def chinese_law(title: str) -> str | None:
    """Give the Chinese name, without 中华人民共和国, of a law by its English title; else None."""
    return _chinese().get(plain_name(title))


def plain_name(english: str) -> str:
    """Give an English name as it is compared: without the state, folded, of one spelling."""
    plain = " ".join(english.casefold().split())
    for one, other in SPELLINGS:
        plain = plain.replace(one, other)
    plain = plain.removesuffix(STATE_ENGLISH.casefold())
    return re.sub(r"^the |[^\w' -]", "", plain.rsplit(": ", 1)[-1]).strip()
