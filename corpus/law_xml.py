"""
XML of laws into text, whatever its vocabulary: the form of the tree tells lines from words.

An element beside bare text is part of a sentence; any other element is a line of its own, and a
number stands on the line of what it numbers.
"""

from typing import TYPE_CHECKING

from corpus.formats import FormatError, Lines, LoadedText, remove_controls
from corpus.package import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

# Local names that say more than the form of the tree does, in HKLM, Akoma Ntoso and the like.
_NUMBERS = frozenset("num number no label enum".split())
_WORDS = frozenset(
    "a b br date def-term em i inline ref rref sourcenote span strong sub sup term u".split()
)
_NEVER_TEXT = frozenset("meta metadata head style script identification references".split())
_ROWS = frozenset(("tr", "row"))
_CELLS = frozenset(("td", "th", "entry", "cell"))
_TITLES = ("shortTitle", "docTitle", "title")
MAX_TITLE = 200  # characters
_OFFICE = "schemas.microsoft.com/office/"


def xml_text(data: bytes) -> LoadedText:
    """
    Give the text of a law in XML, with the short title by which it is cited.

    ``<section><num>2.</num><heading>释义</heading><p>本条例所称…</p></section>`` gives the lines
    ``2. 释义`` and ``本条例所称…``.

    :raises FormatError: if it is no XML, or the XML of an office program
    """
    try:
        root = parse_xml(data)
    except ValueError as error:
        advice = "download or save the file again"
        raise FormatError("damaged", f"the XML is broken; {advice}") from error
    if not len(root) and not _is_text(root.text):
        raise FormatError("empty", "the XML holds no text; check that it is the right file")
    if _OFFICE in str(root.tag):
        advice = "open it in Word or WPS and save it as .docx"
        raise FormatError("unsupported", f"this is an office document saved as XML; {advice}")
    reader = _Reader()
    reader.walk(root)
    titles = (_words(item) for name in _TITLES for item in root.iter(f"{{*}}{name}"))
    title = next(filter(None, titles), "").strip("《》〈〉")
    known = {"title": title} if len(title) <= MAX_TITLE else {}
    return LoadedText(remove_controls(reader.text()), known={k: v for k, v in known.items() if v})


class _Reader:
    """Walks the tree; libxml2 allows it no more than 256 levels."""

    def __init__(self) -> None:
        self._out = Lines(collapse=True)
        self._number = ""  # waits for the text that it numbers

    def text(self) -> str:
        """Give what was read."""
        self._out.end_line()
        self._out.add(self._number)
        self._out.end_line()
        return "\n".join(self._out.lines)

    def walk(self, element: "_Element") -> None:
        """Read what is in an element."""
        children = list(element)
        is_sentence = _is_text(element.text) or any(_is_text(child.tail) for child in children)
        self._say(element.text or "")
        for child in children:
            if isinstance(child.tag, str):  # else a comment, an entity, an instruction
                self._enter(child, child.tag.rpartition("}")[2].lower(), is_word=is_sentence)
            self._say(child.tail or "")

    def _enter(self, element: "_Element", name: str, *, is_word: bool) -> None:
        if name in _NEVER_TEXT:
            return
        if name in _NUMBERS and element.getnext() is not None and not is_word:
            self._out.end_line()
            self._number += f"{_words(element)} "
        elif name in _ROWS:
            self._out.open_row()
            self.walk(element)
            self._out.close_row()
        elif name in _CELLS:
            self._out.open_cell()
            self.walk(element)
        elif is_word or name in _WORDS:
            self.walk(element)
        else:
            self._out.end_line()
            self.walk(element)
            self._out.end_line()

    def _say(self, text: str) -> None:
        if self._number and _is_text(text):
            text = self._number + text.lstrip()
            self._number = ""
        self._out.add(text)


def _words(element: "_Element") -> str:
    text = " ".join("".join(element.itertext("{*}*")).split())
    return remove_controls(text)


def _is_text(text: str | None) -> bool:
    return bool(text and text.strip())
