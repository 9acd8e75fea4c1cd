"""Word documents (.docx) into text, with the numbers that Word prints but does not store."""

import posixpath
import zipfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from corpus.formats import FormatError, Lines
from corpus.package import SAVE_AGAIN, read_member, read_xml
from corpus.word_numbers import Numbering, attribute, children, number

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    "pPr rPr tblPr tblGrid trPr tcPr sectPr del moveFrom Fallback rt instrText delText".split()
)
_WORD_SIGNS = {"tab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "-", "softHyphen": ""}
_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_ROWS = "rows"  # over which a cell is merged, as an attribute that no file has
_OFF = ("0", "false", "off")


def docx_text(package: zipfile.ZipFile, read_chunk: Callable[[bytes], str]) -> str:
    """
    Give the text of a Word document: paragraphs, tables, text boxes and embedded pages.

    The XML is read directly. A reader of paragraphs alone sees nothing of a document that
    embeds its text as a web page (``w:altChunk``), loses tracked insertions, content
    controls and the numbers that Word makes, and refuses a dangling link to a picture.
    A note stands on a line of its own below the paragraph that refers to it. Deletions, hidden
    text, page headers and footers are left out.

    :param package: the file, from :func:`corpus.package.open_package`
    :param read_chunk: gives the text of an embedded page (HTML or MHT)
    """
    main = next(iter(_targets(package, "", "/officeDocument").values()), "word/document.xml")
    parts = [
        read_xml(package, target) if target in package.namelist() else None
        for kind in ("/numbering", "/styles")
        for target in [next(iter(_targets(package, main, kind).values()), "")]
    ]
    chunks = {
        key: read_chunk(read_member(package, target))
        for key, target in _targets(package, main, "/aFChunk").items()
    }
    root = read_xml(package, main)
    _take_out_deletions(root)
    walker = _Walker(Numbering(*parts), chunks, _notes(package, main))
    walker.walk(root)
    walker.out.end_line()
    return "\n".join(walker.out.lines)


def _notes(package: zipfile.ZipFile, main: str) -> dict[tuple[str, str], str]:
    """Give the texts of the foot- and endnotes by kind and id; those of separators are empty."""
    found: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        for target in _targets(package, main, f"/{kind}s").values():
            root = read_xml(package, target) if target in package.namelist() else None
            for note in children(root, kind):
                walker = _Walker(Numbering(None, None), {}, {})
                walker.walk(note)
                walker.out.end_line()
                found[kind, attribute(note, "id")] = " ".join(walker.out.lines).strip()
    return found


def _targets(package: zipfile.ZipFile, source: str, kind: str) -> dict[str, str]:
    """Give the members that ``source`` names for one kind of relation, by the relation's id."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package.namelist():
        return {}
    return {
        item.get("Id", ""): posixpath.normpath(
            posixpath.join("/", folder, item.get("Target", ""))
        ).lstrip("/")
        for item in read_xml(package, relations).iterfind("{*}Relationship")
        if item.get("Type", "").endswith(kind) and item.get("TargetMode") != "External"
    }


def _take_out_deletions(root: "_Element") -> None:
    """Remove rows whose deletion is tracked; join paragraphs whose end is deleted to the next."""
    for row in [row for row in root.iter("{*}tr") if row.find("{*}trPr/{*}del") is not None]:
        row.getparent().remove(row)
    ends = [p for p in root.iter("{*}p") if p.find("{*}pPr/{*}rPr/{*}del") is not None]
    for paragraph in reversed(ends):
        following = next(paragraph.itersiblings("{*}*"), None)
        if following is None or following.tag != paragraph.tag:
            continue
        kept = [c for c in paragraph.iterchildren("{*}*") if not c.tag.endswith("}pPr")]
        place = int(following.find("{*}pPr") is not None)
        for child in reversed(kept):
            following.insert(place, child)
        paragraph.getparent().remove(paragraph)


class _Walker:
    """Collects the text of a part of a Word document."""

    def __init__(
        self,
        numbering: "Numbering",
        chunks: dict[str, str],
        notes: dict[tuple[str, str], str],
    ) -> None:
        self.out = Lines(collapse=False)
        self._numbering = numbering
        self._chunks = chunks
        self._notes = notes
        self._referred: list[str] = []  # notes of the paragraph that is open

    def walk(self, element: "_Element") -> None:
        """Collect the text below an element; libxml2 allows no more than 256 levels."""
        for child in element.iterchildren("{*}*"):
            name = child.tag.rpartition("}")[2]
            hidden = child.find("{*}rPr/{*}vanish") if name == "r" else None
            if name in _SKIPPED or (hidden is not None and attribute(hidden, "val") not in _OFF):
                continue
            if name == "tc" and child.get(_ROWS) == "0":
                continue
            if name == "t":
                self.out.add(child.text or "")
            elif name in _WORD_SIGNS:
                self.out.add(_WORD_SIGNS[name])
            elif name == "altChunk":
                self._embedded(child)
            elif name in _REFERENCES:
                note = self._notes.get((_REFERENCES[name], attribute(child, "id")), "")
                self._referred += [note] if note else []
            else:
                self._open(name, child)
                self.walk(child)
                self._close(name)

    def _embedded(self, chunk: "_Element") -> None:
        if attribute(chunk, "id") not in self._chunks:
            raise FormatError("damaged", f"an embedded page is missing; {SAVE_AGAIN}")
        self.out.end_line()
        self.out.lines += filter(None, self._chunks[attribute(chunk, "id")].split("\n"))

    def _open(self, name: str, element: "_Element") -> None:
        if name == "p":
            self.out.end_line()
            self.out.add(self._numbering.label(element))
        elif name == "tbl":
            if next(element.iter("{*}vMerge"), None) is not None:
                _mark_merged(element)
            self.out.open_table()
        elif name == "tr":
            self.out.open_row()
        elif name == "tc":
            self.out.open_cell(_columns(element), number(element.get(_ROWS, ""), 1))

    def _close(self, name: str) -> None:
        if name == "p":
            self.out.end_line()
            for note in self._referred:
                self.out.add(f"注：{note}")
                self.out.end_line()
            self._referred.clear()
        elif name == "tbl":
            self.out.close_table()
        elif name == "tr":
            self.out.close_row()


def _columns(cell: "_Element") -> int:
    return number(attribute(cell.find("{*}tcPr/{*}gridSpan"), "val"), 1)


def _mark_merged(table: "_Element") -> None:
    """
    Mark each cell that is merged over rows with the number of its rows, and those below with 0.

    Word says only that a cell goes on below the one above. One with text of its own stands alone.
    """
    above: dict[int, _Element] = {}  # the first cell of those merged, by column
    for row in _nearest(table, "tr"):
        merged: dict[int, _Element] = {}
        column = 0
        for cell in _nearest(row, "tc"):
            merge = cell.find("{*}tcPr/{*}vMerge")
            if merge is not None:
                first = above.get(column)
                if first is None or attribute(merge, "val") == "restart" or _has_text(cell):
                    first = cell
                merged[column] = first
                first.set(_ROWS, str(number(first.get(_ROWS, ""), 0) + 1))
                if first is not cell:
                    cell.set(_ROWS, "0")
            column += _columns(cell)
        above = merged


def _has_text(cell: "_Element") -> bool:
    return any(part.text or len(part.attrib) for part in cell.iter("{*}t", "{*}altChunk"))


def _nearest(element: "_Element", name: str) -> "Iterator[_Element]":
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for child in element.iterchildren("{*}*"):
        if child.tag.endswith("}" + name):
            yield child
        elif not child.tag.endswith("}tbl"):
            yield from _nearest(child, name)
