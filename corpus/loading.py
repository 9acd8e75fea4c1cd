"""
Files into text: find out what a file really is, read it, refuse clearly what cannot be read.

The content decides, never the name alone: a ``.doc`` that is a web page is read as one, a
``.docx`` that is a legacy ``.doc`` is named as such. How each format becomes text is in the
modules ``formats``, ``word`` and ``pdf``; heavy libraries are imported there, when needed.
"""

import codecs
import email
import re
import stat
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.formats import (
    FormatError,
    Reason,
    html_text,
    markdown_text,
    remove_controls,
    replace_spans,
)
from corpus.pdf import pdf_text
from corpus.word import docx_text, open_package

SUFFIXES: tuple[str, ...] = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
MAX_FILE_BYTES = 30 * 2**20
MAX_CHARACTERS = 5_000_000

_WORD_ADVICE = "open it in Word or WPS and save it as .docx"
_OCR_ADVICE = "run text recognition (OCR) on it and save the result as .txt or .docx"
_UNPACK_ADVICE = "unpack it and load the files inside"
# First bytes of formats that are known and not read.
_FOREIGN = (
    ((b"{\\rtf",), "a rich text (RTF) document", _WORD_ADVICE),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"), "a picture", _OCR_ADVICE),
    ((b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf"), "an archive", _UNPACK_ADVICE),
)
# What a ZIP that is no .docx may be, by a member's name.
_ZIP_KINDS = (
    ("xl/workbook.xml", "an Excel workbook", "save the sheet as .html or .txt"),
    ("ppt/presentation.xml", "a PowerPoint presentation", "save it as .pdf"),
    ("OFD.xml", "an OFD document", "save it as .pdf"),
    ("content.xml", "an OpenDocument file", _WORD_ADVICE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_META_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PAGE_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)
# Export functions of web systems write fragments; in Markdown these tags are legitimate.
_FRAGMENT_START = re.compile(r"\s*<(?:meta|title|style|table|div|center|p|h[1-6])\b", re.I)
_VISIBLE = re.compile("[^\\s\u200b-\u200f\u2060\ufeff]")

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


@dataclass(frozen=True, slots=True)
class LoadedText:
    """
    The text of one file, as it is stored and cited.

    ``text`` has no byte order mark, no carriage returns and no control characters but tab and
    newline; offsets are code points. ``pages`` holds the offset at which each PDF page starts
    (a page without text starts where the next one does); it is empty for other formats.
    """

    text: str
    pages: tuple[int, ...] = ()


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


def load_text(path: Path) -> LoadedText:
    """
    Read a file of any supported format as text.

    Nothing is normalised: full-width signs, indents and stray blanks stay as printed. Bytes
    that no encoding explains, at most one in a thousand characters, become U+FFFD.

    :param path: a file of one of the formats in :data:`SUFFIXES`, under any name
    :returns: its text, for a PDF with the start of each page
    :raises UnreadableFileError: if it cannot become text; ``.reason`` says why
    :raises OSError: if there is no such file or it may not be read
    """
    try:
        text, pages = _extract(_read(path), path.suffix.lower())
        if len(text) > MAX_CHARACTERS:
            limit = f"the text has more than {MAX_CHARACTERS:,} characters"
            raise FormatError("too_large", f"{limit}; split the file into smaller ones")
        if not _VISIBLE.search(text):
            raise FormatError("empty", "the file holds no text; check that it is the right file")
    except FormatError as error:
        raise UnreadableFileError(path, error.reason, error.what) from error
    return LoadedText(text, pages)


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


def _extract(data: bytes, suffix: str) -> tuple[str, tuple[int, ...]]:
    """Read bytes by what they are; the suffix only tells plain text kinds apart."""
    if data.startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in data[:1024]):
        return pdf_text(data, MAX_CHARACTERS)
    if data.startswith(b"PK\x03\x04"):
        package = open_package(data)
        names = package.namelist()
        if not any(name.startswith("word/") for name in names):
            raise _zip_refusal(suffix, names)
        return remove_controls(docx_text(package, _chunk_text)), ()
    if data.startswith(_OLE):
        raise _ole_refusal(data, suffix)
    for starts, kind, advice in _FOREIGN:
        if data.startswith(starts):
            raise _refusal(suffix, kind, advice)
    return remove_controls(_markup_text(data, suffix)), ()


def _markup_text(data: bytes, suffix: str) -> str:
    declared = _META_CHARSET.search(data[:4096])
    text = decode(data, declared[1].decode("ascii") if declared else "")
    head = replace_spans(text[:4096], "<!--", "-->", lambda _: "")
    if re.match(r"\s*(?:MIME-Version:|From: <Saved by)", head, re.I) and "multipart/" in head:
        return _mht_text(data)
    is_markdown = suffix in (".md", ".markdown")
    if (
        suffix in (".html", ".htm")
        or _PAGE_START.match(head)
        or (not is_markdown and _FRAGMENT_START.match(head))
    ):
        return html_text(text)
    if is_markdown:
        return markdown_text(text)
    if suffix != ".txt":
        advice = "if it is a policy text, name it .txt; else download or save it again"
        raise _refusal(suffix, "plain text", advice)
    return text


def _mht_text(data: bytes) -> str:
    """Give the text of a web page saved as one file, as Word and browsers write it (MHT)."""
    try:
        message = email.message_from_bytes(data)
        parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    except RecursionError as error:
        raise FormatError("damaged", "the MIME parts are nested too deep") from error
    parts.sort(key=lambda part: part.get_content_subtype() != "html")
    if not parts:
        raise FormatError("empty", "the saved page holds no text part; save the page again")
    content = parts[0].get_payload(decode=True)
    text = decode(content if isinstance(content, bytes) else b"", parts[0].get_content_charset(""))
    return html_text(text) if parts[0].get_content_subtype() == "html" else text


def _ole_refusal(data: bytes, suffix: str) -> FormatError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        advice = "open it in Word, remove the password and save it again"
        return FormatError("encrypted", f"the document is protected by a password; {advice}")
    if "WordDocument".encode("utf-16-le") in data:
        return _refusal(suffix, "a legacy Word (.doc) document", _WORD_ADVICE)
    return _refusal(suffix, "a legacy Office document", "save it as .docx or .pdf")


def _chunk_text(data: bytes) -> str:
    """Read what a Word document embeds: a web page, or plain text, never another document."""
    if data.startswith((b"PK\x03\x04", b"{\\rtf", _OLE)):
        what = "the text is an embedded document"
        raise FormatError("unsupported", f"{what}; open the file in Word or WPS and save it again")
    return _markup_text(data, ".html")


def _zip_refusal(suffix: str, names: list[str]) -> FormatError:
    for member, kind, advice in _ZIP_KINDS:
        if member in names:
            return _refusal(suffix, kind, advice)
    return _refusal(suffix, "an archive", _UNPACK_ADVICE)


def _refusal(suffix: str, kind: str, advice: str) -> FormatError:
    if suffix in SUFFIXES:
        return FormatError(
            "mislabelled", f"the name ends in {suffix} but the content is {kind}; {advice}"
        )
    formats = ", ".join(SUFFIXES)
    return FormatError("unsupported", f"this is {kind}; {advice} (supported: {formats})")


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
    odd = len(plain) - len(remove_controls(plain))
    if text.count("\ufffd") > 1 + len(text) // 1000 or odd > 9 + len(text) // 10:
        advice = "save it again as UTF-8 text, or download it again"
        raise FormatError("damaged", f"the content is not text in a known encoding; {advice}")
    return text.removeprefix("\ufeff")
