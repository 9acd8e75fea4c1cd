"""
HTML into text: one line for each block, one for each row of a data table.

Numbers that a browser prints before list items become text here, because they are section
numbers.
"""

import email
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.decoding import decode
from corpus.formats import FormatError, Lines, remove_controls
from corpus.list_numbers import chinese_numeral, printed_numeral

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, PageElement, Tag

MAX_MARKS = 150_000  # "<" signs in a page; its tree takes about 1 KB for each

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption "
    "figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead "
    "tr ul".split()
)
# A cell reaches over no more rows than its group has, whatever its page asks for.
_ROW_GROUPS = frozenset("table thead tbody tfoot".split())
MAX_COLUMNS, MAX_ROWS = 1_000, 65_534  # of a cell, as browsers read them
_NEVER_TEXT = (
    "head script style template noscript iframe object svg button select textarea rt rp".split()
)
NEAR = 8  # levels and parts of a list item among which its first words are looked for
_FIELD = re.compile(r"\s*[\[【][\u4e00-\u9fff]{2,6}[\]】]")
_CHINESE_LIST = re.compile("cjk-ideographic|(?:simp|trad)-chinese|cjk-decimal")
_LIST_TYPES = {"A": "upperLetter", "a": "lowerLetter", "I": "upperRoman", "i": "lowerRoman"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def mht_text(data: bytes) -> str:
    """Give the text of a web page saved as one file, as Word and browsers write it (MHT)."""
    try:
        message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
        parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    except RecursionError as error:
        raise FormatError("damaged", "the MIME parts are nested too deep") from error
    parts.sort(key=lambda part: part.get_content_subtype() != "html")
    if not parts:
        raise FormatError("empty", "the saved page holds no text part; save the page again")
    content = parts[0].get_payload(decode=True)
    text = decode(content if isinstance(content, bytes) else b"", parts[0].get_content_charset(""))
    return html_text(text) if parts[0].get_content_subtype() == "html" else text


def html_text(markup: str) -> str:
    """
    Give the text of a page, one line for each block and for each row of a data table.

    Site navigation, forms and hidden copies are dropped, unless they hold most of the page:
    some systems wrap the whole page into one form.
    """
    from bs4 import BeautifulSoup

    if "<" not in markup:
        return markup
    if markup.count("<") > MAX_MARKS:
        raise FormatError("too_large", f"the page has more than {MAX_MARKS:,} tags; split it")
    markup = re.sub(r"^\s*<\?xml[^>]*>", "", remove_controls(markup))
    soup = BeautifulSoup(markup, "lxml")
    _drop_chrome(soup)
    for preformatted in soup.find_all("pre"):
        for string in preformatted.find_all(string=True):
            string.replace_with(string.replace("\n", "\v"))
    return "\n".join(_html_lines(soup))


def _drop_chrome(soup: "BeautifulSoup") -> None:
    for tag in soup.find_all(_NEVER_TEXT):
        tag.decompose()
    most = 0.75 * _visible_length(soup)
    kept = 0
    heads = soup.find_all("header", limit=20) if soup.find(["article", "main"]) else []
    heads = [tag for tag in heads if not tag.find_parent(["article", "main"])]
    for tag in (*soup.find_all(_is_chrome), *heads):
        if tag.decomposed:
            continue
        if _visible_length(tag) <= most:
            tag.decompose()
        elif (kept := kept + 1) > 5:  # measuring each of many nested ones is quadratic
            break


def _visible_length(tag: "Tag") -> int:
    return len("".join(tag.get_text().split()))


def _is_chrome(tag: "Tag") -> bool:
    is_hidden = tag.has_attr("hidden") or _HIDDEN.search(str(tag.get("style", "")))
    return tag.name in ("nav", "footer", "form") or bool(is_hidden)


def _html_lines(root: "Tag") -> list[str]:
    """Walk the tree without recursion: unclosed tags make pages very deep."""
    from bs4 import NavigableString, Tag

    out = Lines(collapse=True)
    stack = [(root, _numbered(root))]
    waiting = ""  # the number of a list item, until its first words
    while stack:
        tag, children = stack[-1]
        child, number = next(children, (None, ""))
        if type(child) is NavigableString:  # its subclasses are comments and the like
            if child.strip():
                out.add(waiting)
                waiting = ""
            out.add(child)
        elif isinstance(child, Tag):
            _open_tag(child, out)
            waiting = number or waiting
            stack.append((child, _numbered(child)))
        elif child is None:
            stack.pop()
            _close_tag(tag.name, out)
    out.end_line()
    return out.lines


def _open_tag(tag: "Tag", out: Lines) -> None:
    name = tag.name
    if name in _ROW_GROUPS:
        out.open_table()
    elif name == "tr":
        out.open_row()
    elif name in ("td", "th"):
        rows = _span(tag, "rowspan", MAX_ROWS) or MAX_ROWS  # 0: all that follow
        out.open_cell(_span(tag, "colspan", MAX_COLUMNS) or 1, rows)
    elif name in _BLOCKS:
        out.end_line()


def _close_tag(name: str, out: Lines) -> None:
    if name in _ROW_GROUPS:
        out.close_table()
    elif name == "tr":
        out.close_row()
    elif name in _BLOCKS:
        out.end_line()


def _span(cell: "Tag", name: str, most: int) -> int:
    digits = re.match(r"\s*(\d{1,9})", str(cell.get(name, "")), re.ASCII)
    return min(int(digits[1]), most) if digits else 1


def _is_field(item: "PageElement") -> bool:
    """Say whether a list item is a fact of a page, without a number: [文号] 海政发〔2022〕9号."""
    return bool(_FIELD.match(_first_words(item)))


def _first_words(item: "PageElement") -> str:
    """Give the first words of an element, looked for only a little way down: pages may be deep."""
    for _ in range(NEAR):
        parts = getattr(item, "contents", ())[:NEAR]
        parts = [part for part in parts if part.name or str(part).strip()]
        if not parts:
            return ""
        if parts[0].name is None:
            return str(parts[0])
        item = parts[0]
    return ""


def _numbered(tag: "Tag") -> "Iterator[tuple[PageElement, str]]":
    """Give the children of a tag, each with the number that a browser prints before it."""
    is_list = (
        tag.name == "ol"
        and "none" not in str(tag.get("style", ""))
        and "crumb" not in str(tag.get("class", "")).lower()  # the path to a page
    )
    number = _count(tag.get("start"), 1)
    for child in tag.children:
        is_item = is_list and getattr(child, "name", None) == "li" and not _is_field(child)
        if is_item:
            number = _count(child.get("value"), number)
        yield child, _printed_number(tag, number) if is_item else ""
        number += is_item


def _count(value: object, default: int) -> int:
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def _printed_number(tag: "Tag", number: int) -> str:
    """Print the number of a list's item as a browser does: ``1. ``, ``一、``, ``b. ``."""
    form = f"{tag.get('type', '')} {tag.get('style', '')}".lower()
    if _CHINESE_LIST.search(form):
        return f"{chinese_numeral(number)}、"
    letters = str(tag.get("type", "")).strip()
    return f"{printed_numeral(number, _LIST_TYPES.get(letters, 'decimal'))}. "
