"""
Files into text: find out what a file really is, read it, refuse clearly what cannot be read.

The content decides, never the name alone: a ``.doc`` that is a web page is read as one, a
``.docx`` that is a legacy ``.doc`` is named as such. How each format becomes text is in a
module of its own; heavy libraries are imported there, when needed.

This runs a file through large libraries. :class:`corpus.reader.DocumentReader` does it in a
process of its own, with bounds on memory and time; whoever reads files of others uses that.
"""

import re
import stat
from dataclasses import replace
from pathlib import Path

from corpus.decoding import decode
from corpus.formats import FormatError, LoadedText, Reason, remove_controls, replace_spans
from corpus.law_xml import xml_text
from corpus.legacy import can_convert, to_docx
from corpus.markdown_text import markdown_text
from corpus.open_document import odt_text
from corpus.package import open_package
from corpus.paged_text import read_pages
from corpus.pdf import pdf_text
from corpus.records import looks_like_records, read_records
from corpus.spreadsheet import xlsx_text
from corpus.tables import with_rows
from corpus.web_page import html_text, mht_text
from corpus.word import docx_text

SUFFIXES: tuple[str, ...] = (
    *(".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".doc", ".odt", ".xlsx", ".pdf"),
    *(".json", ".jsonl", ".xml"),
)
MAX_FILE_BYTES = 30 * 2**20
MAX_CHARACTERS = 5_000_000

# What a file of each suffix holds; a file that holds something else is read as what it is.
KINDS = {
    ".txt": ("plain text",),
    ".md": ("Markdown",),
    ".markdown": ("Markdown",),
    ".html": ("a web page",),
    ".htm": ("a web page",),
    ".docx": ("a Word document (.docx)",),
    ".doc": ("a legacy document",),
    ".odt": ("an OpenDocument text (.odt)",),
    ".xlsx": ("an Excel workbook (.xlsx)",),
    ".pdf": ("a PDF",),
    ".json": ("JSON",),
    ".jsonl": ("JSON",),
    ".xml": ("XML",),
}
_WORD_ADVICE = "open it in Word or WPS and save it as .docx"
_OCR_ADVICE = "run text recognition (OCR) on it and save the result as .txt or .docx"
_UNPACK_ADVICE = "unpack it and load the files inside"
# First bytes of formats that are known and not read.
_FOREIGN = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"), "a picture", _OCR_ADVICE),
    ((b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf"), "an archive", _UNPACK_ADVICE),
)
# What a ZIP that cannot be read may be, by a member's name.
_ZIPKINDS = (
    ("xl/workbook.bin", "a binary Excel workbook", "save it as .xlsx"),
    ("ppt/presentation.xml", "a PowerPoint presentation", "save it as .pdf"),
    ("OFD.xml", "an OFD document", "save it as .pdf"),
    ("content.xml", "an OpenDocument file that is no text", "save it as .odt, .xlsx or .pdf"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_META_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PAGE_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)
# Export functions of web systems write fragments; in Markdown these tags are legitimate.
_FRAGMENT_START = re.compile(r"\s*<(?:meta|title|style|table|div|center|p|h[1-6])\b", re.I)
_XML_START = re.compile(r"\s*<\?xml\b")
_MIME_LINE = re.compile(r"[A-Za-z][\w-]*:|[ \t]|$")
_MIME_TYPE = re.compile(r"^content-type:\s*(?:multipart/|text/html)", re.I | re.M)
_VISIBLE = re.compile("[^\\s\u200b-\u200f\u2060\ufeff]")


class UnreadableFileError(ValueError):
    """
    A file that cannot become text.

    ``str(error)`` is one line that names the file, what happened and what to do.

    :param path: the file, kept as ``.path``
    :param reason: why, as a fixed code for callers, kept as ``.reason``
    :param what: what happened and what to do, kept as ``.what``
    """

    def __init__(self, path: Path, reason: Reason, what: str) -> None:
        super().__init__(path, reason, what)
        self.path = path
        self.reason: Reason = reason
        self.what = what

    def __str__(self) -> str:
        return " ".join(f"{self.path}: {self.what}".split())


def load_texts(path: Path) -> tuple[LoadedText, ...]:
    """
    Read a file of any supported format as text: one document, or several from a JSON file.

    Nothing is normalised: full-width signs, indents and stray blanks stay as printed. Bytes
    that no encoding explains, at most one in a thousand characters, become U+FFFD.

    :param path: a file of one of the formats in :data:`SUFFIXES`, under any name
    :returns: its texts, at least one, each with visible characters
    :raises UnreadableFileError: if it cannot become text; ``.reason`` says why
    :raises OSError: if there is no such file or it may not be read
    """
    try:
        suffix = path.suffix.lower()
        kind, texts = _extract(_read(path), suffix)
        if sum(len(loaded.text) for loaded in texts) > MAX_CHARACTERS:
            limit = f"the text has more than {MAX_CHARACTERS:,} characters"
            raise FormatError("too_large", f"{limit}; split the file into smaller ones")
        texts = [loaded for loaded in texts if _VISIBLE.search(loaded.text)]
        if not texts:
            raise FormatError("empty", "the file holds no text; check that it is the right file")
    except FormatError as error:
        raise UnreadableFileError(path, error.reason, error.what) from error
    if kind in KINDS.get(suffix, (kind,)):
        return tuple(texts)
    what = f"the name ends in {suffix} but the content is {kind}; it was read as that"
    return tuple(replace(loaded, warnings=(what, *loaded.warnings)) for loaded in texts)


def _read(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise FormatError("unsupported", "this is not a file but a folder or device; name a file")
    with path.open("rb") as file:
        data = file.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        limit = f"the file is larger than {MAX_FILE_BYTES:,} bytes"
        raise FormatError("too_large", f"{limit}; split it, or remove its pictures")
    if not data:
        raise FormatError("empty", "the file is empty; download or save it again")
    return data


def _extract(data: bytes, suffix: str) -> tuple[str, list[LoadedText]]:
    """Read bytes by what they are, and say what; the suffix only tells plain text kinds apart."""
    if data.startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in data[:1024]):
        return "a PDF", [pdf_text(data, MAX_CHARACTERS)]
    if data.startswith(b"PK\x03\x04"):
        kind, text = _package_text(data, suffix)
        return kind, [LoadedText(remove_controls(text))]
    if data.startswith((_OLE, _RTF)):
        return "a legacy document", [LoadedText(remove_controls(_legacy_text(data, suffix)))]
    for starts, kind, advice in _FOREIGN:
        if data.startswith(starts):
            raise _refusal(suffix, kind, advice)
    return _plain_texts(data, suffix)


def _package_text(data: bytes, suffix: str) -> tuple[str, str]:
    package = open_package(data)
    names = package.namelist()
    if any(name.startswith("word/") for name in names):
        return "a Word document (.docx)", docx_text(package, _chunk_text)
    if "xl/workbook.xml" in names:
        return "an Excel workbook (.xlsx)", xlsx_text(package)
    if "content.xml" in names and (text := odt_text(package)) is not None:
        return "an OpenDocument text (.odt)", text
    for member, kind, advice in _ZIPKINDS:
        if member in names:
            raise _refusal(suffix, kind, advice)
    raise _refusal(suffix, "an archive", _UNPACK_ADVICE)


def _legacy_text(data: bytes, suffix: str) -> str:
    """Read what LibreOffice has to convert first: legacy Word documents and rich text."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        advice = "open it in Word, remove the password and save it again"
        raise FormatError("encrypted", f"the document is protected by a password; {advice}")
    is_word = "WordDocument".encode("utf-16-le") in data
    is_other = any(name.encode("utf-16-le") in data for name in ("Workbook", "PowerPoint"))
    if suffix == ".doc" and data.startswith(_OLE) and not is_word and not is_other:
        raise FormatError("damaged", f"the legacy Word document is damaged; {_WORD_ADVICE}")
    if not is_word and not data.startswith(_RTF):
        raise _refusal(suffix, "a legacy Office document", "save it as .docx, .xlsx or .pdf")
    if can_convert():
        return docx_text(open_package(to_docx(data)), _chunk_text)
    kind = "a legacy Word (.doc) document" if is_word else "a rich text (RTF) document"
    advice = f"{_WORD_ADVICE}, or install LibreOffice, with which it can be read"
    raise _refusal("" if suffix == ".doc" else suffix, kind, advice)


def _plain_texts(data: bytes, suffix: str) -> tuple[str, list[LoadedText]]:
    try:
        text = _decoded(data)
    except FormatError as error:
        if suffix in SUFFIXES:
            raise
        advice = "save what it holds as .docx, .pdf, .html or .txt"
        raise _refusal(suffix, "no text in a known encoding", advice) from error
    head = replace_spans(text[:4096], "<!--", "-->", lambda _: "")
    if looks_like_records(head) or suffix in (".json", ".jsonl"):
        found = read_records(text, must=suffix in (".json", ".jsonl"))
        if found:
            return "JSON", found
    if _is_xml(head, suffix):
        return "XML", [xml_text(data)]
    kind, text = _markup_text(data, text, head, suffix)
    if kind == "plain text":
        return kind, [LoadedText(*read_pages(with_rows(text)))]
    return kind, [LoadedText(remove_controls(text))]


def _is_xml(head: str, suffix: str) -> bool:
    is_page = suffix in (".html", ".htm") or _PAGE_START.match(head)
    return not is_page and (suffix == ".xml" or bool(_XML_START.match(head)))


def _markup_text(data: bytes, text: str, head: str, suffix: str) -> tuple[str, str]:
    if _is_saved_page(head):
        return "a web page", mht_text(data)
    is_markdown = suffix in (".md", ".markdown")
    if (
        suffix in (".html", ".htm")
        or _PAGE_START.match(head)
        or (not is_markdown and _FRAGMENT_START.match(head))
    ):
        return "a web page", html_text(text)
    if is_markdown:
        return "Markdown", markdown_text(text)
    if suffix != ".txt":
        advice = "if it is a policy text, name it .txt; else download or save it again"
        raise _refusal(suffix, "plain text", advice)
    return "plain text", text


def _is_saved_page(head: str) -> bool:
    """Say whether a text begins with the head of a MIME message, its lines in any order."""
    lines = re.split(r"\r?\n\r?\n", head.lstrip("\ufeff \t\r\n"), maxsplit=1)[0].splitlines()
    return all(map(_MIME_LINE.match, lines)) and bool(_MIME_TYPE.search("\n".join(lines)))


def _chunk_text(data: bytes) -> str:
    """Read what a Word document embeds: a web page, plain text, or a Word document."""
    if data.startswith(b"PK\x03\x04"):
        return docx_text(open_package(data), _page_text)
    return _page_text(data)


def _page_text(data: bytes) -> str:
    """Read what a Word document embeds, never a document in an embedded document."""
    if data.startswith((b"PK\x03\x04", _RTF, _OLE)):
        what = "the text is an embedded document"
        raise FormatError("unsupported", f"{what}; open the file in Word or WPS and save it again")
    text = _decoded(data)
    return _markup_text(data, text, text[:4096], ".html")[1]


def _decoded(data: bytes) -> str:
    declared = _META_CHARSET.search(data[:4096])
    return decode(data, declared[1].decode("ascii") if declared else "")


def _refusal(suffix: str, kind: str, advice: str) -> FormatError:
    if suffix in SUFFIXES:
        return FormatError(
            "mislabelled", f"the name ends in {suffix} but the content is {kind}; {advice}"
        )
    formats = ", ".join(SUFFIXES)
    return FormatError("unsupported", f"this is {kind}; {advice} (supported: {formats})")
