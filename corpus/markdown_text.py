"""Markdown into text: its marks go, what is printed stays."""

import re

from corpus.formats import FormatError, remove_controls, replace_spans
from corpus.web_page import html_text

MAX_TABLES = 1_000  # HTML tables in Markdown

_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}(?!#)[ \t\u3000]*(.*?)(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r"^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:[_=][ \t]*){3,}$")
# A link needs a target that looks like one: 国发[2015](40) is a document number.
_LINK = re.compile(
    r"!?(?<!\\)\[([^\[\]\n]*)\]"
    r"\((?=[^()\s]*[/.#:]|\))[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:[ \t]+\"[^\"\n]*\")?\)"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_EMPHASIS = (
    (re.compile(r"(?<!\\)\*\*+"), ""),
    (re.compile(r"(?<![\d\\*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s\\])\*(?!\*)"), r"\1"),
    (re.compile(r"(?<![\w\\])(__?)(?=[^\s_])([^_\n]+?)\1(?!\w)"), r"\2"),
)
_TAG = re.compile(
    r"</?(?:p|center|div|span|font|b|i|u|em|strong|sup|sub)(?:\s[^<>\n]{0,200})?>", re.I
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def markdown_text(text: str) -> str:
    """
    Remove the marks of Markdown and keep the text as printed, list numbers included.

    A Markdown parser is not used: it renumbers lists, and by its rules the ``**`` beside
    Chinese punctuation often is no mark at all.

    ``markdown_text("## 一、**总则**，见[附件](a.pdf)") -> "一、总则，见附件"``
    """
    text = replace_spans(remove_controls(text), "<!--", "-->", lambda _: "")
    if text.count("</table>") > MAX_TABLES:
        raise FormatError("too_large", f"there are more than {MAX_TABLES:,} tables; split the file")
    text = replace_spans(text, "<table", "</table>", html_text)
    text = _TAG.sub("", re.sub(r"<br\s*/?>", "\n", text))
    text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))  # twice: a picture inside a link
    text = _AUTOLINK.sub(r"\1", text)
    lines = [_markdown_line(line) for line in text.split("\n") if not _RULE.match(line)]
    text = "\n".join(line for line in lines if line is not None)
    for pattern, replacement in _EMPHASIS:
        text = pattern.sub(replacement, text)
    return _ESCAPE.sub(r"\1", text)


def _markdown_line(line: str) -> str | None:
    line = re.sub(r"^[ \t]{0,3}>[ \t]?", "", line)
    if heading := _HEADING.match(line):
        return heading[1]
    row = line.strip()
    if len(row) > 2 and row[0] == row[-1] == "|":
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row[1:-1])]
        return None if set(row) <= set("|-: ") else " | ".join(cells)
    return None if row.startswith("```") else line
