"""
Documents in traditional characters: read in simplified ones, told as printed.

Every rule of reading is written for simplified characters (牵头单位, 有效期). A document in
traditional ones is read from a copy in which each character is replaced by its simplified one; as
no character moves, the offsets hold for the source, and what was read is given back as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus.normalise import HAN, to_simplified

if TYPE_CHECKING:
    from corpus.document import Document


BLANKS = "\u00a0\u2002\u2005\u2009\u202f"  # read like any other blank


@cache
def _simple(character: str) -> str:
    if character in BLANKS:
        return " "
    simple = to_simplified(character) if HAN.match(character) else character
    return simple if len(simple) == 1 else character


@lru_cache(maxsize=256)
def simplify(text: str) -> str:
    """Replace every traditional character by its simplified one: a text of the same length."""
    table = {ord(c): _simple(c) for c in set(text) if _simple(c) != c}
    return text.translate(table) if table else text


def as_printed(document: Document, text: str) -> Document:
    """
    Give a document that was read from the simplified copy of a text as that text prints it.

    :param text: the source, as long as the document's own text
    """
    told = _teller(document.text, text)
    labels = str.maketrans(_label_characters(document, text))

    def ref(name: str) -> str:
        return name.translate(labels)

    return replace(
        document,
        text=text,
        title=told(document.title),
        outer_title=document.outer_title and told(document.outer_title),
        issuer=document.issuer and told(document.issuer),
        drafters=tuple(map(told, document.drafters)),
        number=document.number and told(document.number),
        cites=tuple(map(told, document.cites)),
        relations=tuple(
            replace(r, title=r.title and told(r.title), number=r.number and told(r.number))
            for r in document.relations
        ),
        sections=tuple(
            replace(
                s,
                ref=ref(s.ref),
                label=ref(s.label),
                heading=told(s.heading),
                parent=s.parent and ref(s.parent),
            )
            for s in document.sections
        ),
        lists={
            ref(name): tuple(
                replace(
                    item,
                    text=text[item.start : item.end],
                    units=tuple(map(told, item.units)),
                    lead=tuple(map(told, item.lead)),
                    joint=tuple(map(told, item.joint)),
                    topic=told(item.topic),
                )
                for item in items
            )
            for name, items in document.lists.items()
        },
        warnings=tuple(warning.translate(labels) for warning in document.warnings),
    )


def _label_characters(document: Document, text: str) -> dict[str, str]:
    """Map the characters of the sections' numbers, of which refs are made, to those printed."""
    printed = {"项": "項"}  # of an article's paragraph, which is counted and not printed
    for section in document.sections:
        for character in section.label:
            at = document.text.find(character, section.start, section.heading_end)
            if at >= 0:
                printed[character] = text[at]
    return printed


def _teller(plain: str, text: str) -> Callable[[str], str]:
    """Make a function that gives what was read from ``plain`` in the characters of ``text``."""
    single = {simple: own for simple, own in zip(plain, text, strict=True) if simple != own}

    @cache
    def told(value: str) -> str:
        at = plain.find(value)
        if at >= 0:
            return text[at : at + len(value)]
        pattern = r"\s*".join(map(re.escape, "".join(value.split())))
        found = re.search(pattern, plain)  # over the ends of lines
        if found and not re.search(r"\s", value):
            return "".join(text[slice(*found.span())].split())
        return "".join(single.get(character, character) for character in value)

    return told
