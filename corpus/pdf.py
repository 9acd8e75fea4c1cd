"""PDF files into text: the text layer, its broken lines joined, and where pages start."""

import re
import threading
import unicodedata
import zlib
from typing import TYPE_CHECKING

from corpus.formats import FormatError, LoadedText, is_wide, remove_controls
from corpus.pdf_tables import page_text
from corpus.running_heads import head_key, without_furniture
from corpus.tables import CELL

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MAX_EXPANDED_BYTES = 200 * 2**20
MAX_PAGES = 2_000
MAX_STREAM_BYTES = 2**24  # one content of a PDF, unpacked
MAX_STREAM_PIECES = 100_000  # its operators that show text
MAX_PIECES = 2_000_000
FEW = 50  # characters of a page that is a picture with at most a page number or a stamp

_PDFIUM = threading.Lock()  # PDFium is not safe under threads
# The end of a sentence, or of an entry of a contents page: dots and a page's number.
_SENTENCE_END = re.compile("(?:[。！？：；.!?:;][”’\"')）】》」』]*|[.…·]{4,}[ ]*\\d+)$")
_CHINESE_NUMBER = "〇零一二三四五六七八九十百千"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)"
# What begins a paragraph of its own. Not: 研发 / 一、二类新药, 增长 / 7.5%, 依照 / 第三条的规定.
_NEW_PARAGRAPH = re.compile(
    rf"\s{{2}}|\s*(?:[{_CHINESE_NUMBER}]+\s*、(?![{_CHINESE_NUMBER}]+[、类级期批])"
    rf"|[(（]\s*[{_CHINESE_NUMBER}\d]+\s*[)）]|\d+\s*[.．、](?!\d)|\d+(?:\.\d+)+\s(?![a-z])"
    rf"|第\s*[{_CHINESE_NUMBER}\d\s]+[编篇章节條条](?![的、和或至及与規规款之所第])"
    r"|[①-⑳]|——|(?:主要)?职责\s*[：:]|[•·●■]|附\s*件|专\s*栏\s*\d|[\u4e00-\u9fff]{1,12}\s*[〔﹝\[［（(]\s*\d{4}\s*[〕﹞\]］）)]\s*\d+\s*号\s*$"
    r"|Chapter\s|Article\s|Section\s|Part\s|\([a-z]{1,4}\)\s|Contents$"
    rf"|\d{{1,2}}[ \u3000]+(?![年月日万亿个项元%])[\u4e00-\u9fff]{{2,12}}\s*$"  # 6 附则
    # 4 Costs and funding, but not: on / 4 May 2032
    rf"|\d{{1,2}}\s+(?!{_MONTH})[A-Z][A-Za-z,'’ -]*[a-z](?:[ .…·]{{4,}}\d+)?\s*$)"
)
_SHORT = 36  # on a page of nothing but short lines (a cover) none is full
_SCAN_ADVICE = "run text recognition (OCR) on it first"


def pdf_text(data: bytes, max_characters: int) -> LoadedText:
    """
    Give the text layer of a PDF, broken lines joined into paragraphs, and where pages start.

    Pages that are pictures are named in a warning; a PDF of nothing else is refused as a scan.

    :param data: the file
    :param max_characters: reading stops with an error when there are more
    """
    import pypdfium2

    _check_streams(data)
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY)
            if error.err_code in locked:
                advice = "remove the password and save it again"
                raise FormatError("encrypted", f"the PDF is encrypted; {advice}") from error
            raise FormatError("damaged", "the PDF is broken; download or save it again") from error
        try:
            pages, unread = _page_texts(document, max_characters)
        except pypdfium2.PdfiumError as error:
            raise FormatError("damaged", "a page of the PDF is broken; save it again") from error
        finally:
            document.close()
    text, starts = _joined_pages([page.split("\n") for page in pages], {n - 1 for n in unread})
    return LoadedText(text, starts, (_unread(unread),) if unread else ())


def _check_streams(data: bytes) -> None:
    """Refuse what PDFium would unpack into gigabytes: it needs 2 KB for each piece of text."""
    bytes_left, pieces_left = MAX_EXPANDED_BYTES, MAX_PIECES
    for match in re.finditer(rb"(?<!end)stream\r?\n", data):
        head = data[max(0, match.start() - 4_000) : match.start()]
        head = head[head.rfind(b"obj") :]
        if b"/Fl" not in head or b"/Image" in head:
            continue
        packed = data[match.end() : data.find(b"endstream", match.end())]
        try:
            content = zlib.decompressobj().decompress(packed, MAX_STREAM_BYTES)
        except zlib.error:
            continue  # encrypted or damaged: for PDFium to say
        pieces = len(re.findall(rb"T[jJ]\b", content))
        bytes_left -= len(content)
        pieces_left -= pieces
        is_bomb = len(content) == MAX_STREAM_BYTES or pieces > MAX_STREAM_PIECES
        if is_bomb or bytes_left < 0 or pieces_left < 0:
            raise FormatError(
                "too_large", "a page of the PDF unpacks beyond measure; print it anew"
            )


def _page_texts(document: "PdfDocument", max_characters: int) -> tuple[list[str], list[int]]:
    """Give the text of each page, and the numbers of the pages that have none to read."""
    if len(document) > MAX_PAGES:
        raise FormatError("too_large", f"the PDF has more than {MAX_PAGES:,} pages; split it")
    pages: list[str] = []
    left = max_characters
    for page in document:
        text = page_text(page)
        page.close()
        # PDFium's sign for a hyphen at a line end; in official texts it is mostly a real one.
        pages.append(remove_controls(re.sub("[\ufffe\x02]\r?\n?", "-", text)))
        left -= len(pages[-1])
        if left < 0:
            limit = f"the text has more than {max_characters:,} characters"
            raise FormatError("too_large", f"{limit}; split the file into smaller ones")
    if not pages:
        raise FormatError("empty", "the PDF has no pages; download or save it again")
    shown = [_visible(page) for page in pages]
    garbled = [n for n, text in enumerate(shown) if text and not _is_readable(text)]
    if not any(shown) or sum(len(shown[n]) for n in garbled) > 0.3 * sum(map(len, shown)):
        raise FormatError("scanned", f"the PDF has no readable text layer; {_SCAN_ADVICE}")
    bare = [n for n, text in enumerate(shown) if len(text) < FEW]
    pictures = [n for n in bare if _has_picture(document[n])]
    if pictures and len(bare) == len(pages):
        raise FormatError("scanned", f"the PDF is pictures with hardly any text; {_SCAN_ADVICE}")
    pages = ["" if n in garbled else page for n, page in enumerate(pages)]
    return pages, [n + 1 for n in sorted({*garbled, *pictures})]


def _visible(text: str) -> str:
    return "".join(text.split())


def _is_readable(text: str) -> bool:
    """Tell text from the codes of a font that has no table of characters."""
    unreadable = sum(unicodedata.category(c) in ("Co", "Cn") or c == "\ufffd" for c in text)
    return unreadable <= 0.3 * len(text)


def _unread(numbers: list[int]) -> str:
    """
    Word the warning on pages without text.

    ``_unread([1, 3, 4, 5]) -> "page 1, 3-5: pictures without readable text, left out; …"``
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    names = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges[:20])
    more = " and more" if len(ranges) > 20 else ""
    return f"page {names}{more}: pictures without readable text, left out; {_SCAN_ADVICE}"


def _has_picture(page: "PdfPage") -> bool:
    import pypdfium2

    return any(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _joined_pages(pages: list[list[str]], unread: set[int]) -> tuple[str, tuple[int, ...]]:
    """
    Join each line to the one before, where the line break is only the end of the paper.

    That is: the line before is about as long as its page's longest and ends no sentence, and
    this one begins no section. A page may break a sentence, too, but nothing goes on over one
    that was not read.

    :param unread: places in ``pages`` of those whose text is missing
    """
    parts: list[str] = []
    starts: list[int] = []
    length, previous, is_full = 0, "", False
    pages, heads = without_furniture(pages)
    for place, lines in enumerate(pages):
        is_full = is_full and not unread & {place, place - 1}
        longest = _longest([n for n in lines if CELL not in n and head_key(n) not in heads])
        starts.append(length)
        for number, line in enumerate(lines):
            separator = (_separator(previous, line) if is_full else "\n") if parts else ""
            parts += [separator, line.strip(" \t")]
            if number == 0:
                starts[-1] += len(separator)
            length += len(separator) + len(parts[-1])
            previous, is_full = line.rstrip(), _fills(line, longest)
    return "".join(parts), tuple(starts)


def _longest(lines: list[str]) -> int:
    """Give the width of a page's full lines: the longest, unless it stands out from several."""
    widths = sorted(map(_width, lines), reverse=True)
    usual = (a for a, c in zip(widths, widths[2:], strict=False) if c >= 0.93 * a)
    width = next(usual, 0)
    return max(_SHORT, width if widths and width >= 0.7 * widths[0] else max(widths, default=0))


def _separator(previous: str, line: str) -> str:
    if _SENTENCE_END.search(previous) or _NEW_PARAGRAPH.match(line):
        return "\n"
    if CELL in previous or CELL in line:
        return "\n"
    joins = is_wide(previous[-1]) or is_wide(line.lstrip()[0]) or previous[-1] == "-"
    return "" if joins else " "


def _fills(line: str, longest: int) -> bool:
    """Tell whether a line goes on to the margin; lines of whole words end earlier."""
    return _width(line) >= (0.85 if is_wide(line.rstrip()[-1]) else 0.75) * longest


def _width(line: str) -> int:
    return sum(1 + is_wide(character) for character in line.strip())
