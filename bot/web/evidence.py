"""
The evidence panel as HTML: each cited section whole, its quotes marked, its English beside it.

Markup follows the rules of :mod:`bot.web.rendering`.
"""

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from bot.reply import Citation
from bot.web.conversation import Turn
from bot.web.labels import Labels
from bot.web.rendering import lang, note_html
from corpus.document import Document
from corpus.sentences import trim

EMPTY_LINES = re.compile(r"\n\s*\n")
SHOWN_QUESTION = 60  # characters of the question that name a turn's evidence


def evidence_html(turns: Sequence[Turn], labels: Labels) -> str:
    """Give the evidence of every turn, each in a block of its own, the latest one shown."""
    blocks = "".join(_turn_evidence(turn, labels, shown=turn is turns[-1]) for turn in turns)
    empty = f'<p class="zw-empty">{escape(labels.evidence_empty)}</p>' if not turns else ""
    return (
        f'<section class="zw-evidence" lang="{labels.html_lang}" '
        f'aria-label="{escape(labels.evidence)}">'
        f"<h2>{escape(labels.evidence)}</h2>{blocks or empty}</section>"
    )


def _turn_evidence(turn: Turn, labels: Labels, *, shown: bool) -> str:
    groups: dict[tuple[str, str], list[Citation]] = {}
    for citation in turn.citations:
        groups.setdefault((citation.document, citation.ref), []).append(citation)
    cards = "".join(_card(turn, citations, labels) for citations in groups.values())
    question = turn.question
    if len(question) > SHOWN_QUESTION:
        question = question[:SHOWN_QUESTION] + "…"
    return (
        f'<div class="zw-turn-evidence{" zw-current" if shown else ""}" data-turn="{turn.number}">'
        f'<p class="zw-for">{escape(labels.evidence_for.format(question=question))}</p>'
        f"{cards or note_html(labels.evidence_none, labels)}</div>"
    )


def _card(turn: Turn, citations: Sequence[Citation], labels: Labels) -> str:
    """Show one section with all its quotes marked, then the English of each quote."""
    first = citations[0]
    document = turn.document(first.document)
    text, start = (document.text, 0) if document else (first.quote, first.start)
    section = document.section(first.ref) if document else None
    begin, end = trim(text, section.start, section.end) if section else (first.start, first.end)
    begin = min(begin, *(citation.start for citation in citations))
    end = max(end, *(citation.end for citation in citations))
    quotes = [(f"{turn.number}-{c.marker}", c.start - start, c.end - start) for c in citations]
    source = marked_html(text, begin - start, end - start, quotes)
    numbers = "".join(f"<b>[{citation.marker}]</b>" for citation in citations)
    page = labels.page.format(page=first.page) if first.page is not None else ""
    back = (
        f'<a class="zw-back" href="#turn-{turn.number}" data-back="{turn.number}">'
        f"{escape(labels.back)}</a>"
    )
    return (
        f'<article class="zw-card" tabindex="-1" data-card="{turn.number}">'
        f'<header>{numbers} <span class="zw-title" lang="{lang(first.title)}">'
        f"{escape(first.title)}</span>"
        f'<span class="zw-crumb" lang="{lang(first.breadcrumb)}">{escape(first.breadcrumb)}</span>'
        f'<span class="zw-page">{escape(page)}</span></header>'
        f'<div class="zw-source" lang="{lang(text[begin - start : end - start])}" tabindex="0" '
        f'role="region" aria-label="{escape(labels.original)}">{source}</div>'
        f"{_renderings(turn, citations, begin, end, labels)}{back}</article>"
    )


def marked_html(text: str, start: int, end: int, quotes: Sequence[tuple[str, int, int]]) -> str:
    """
    Give ``text[start:end]`` with every quote in ``<mark>``; quotes may overlap.

    Quotes are shown to the letter; between them, empty lines are left out.

    :param quotes: name, start and end of each; a mark names the quotes that it belongs to
    """
    cuts = sorted({start, end, *(cut for _, s, e in quotes for cut in (s, e))})
    pieces: list[str] = []
    named: set[str] = set()
    for a, b in pairwise(cuts):
        names = [name for name, s, e in quotes if s <= a and b <= e]
        piece = escape(text[a:b] if names else EMPTY_LINES.sub("\n", text[a:b]))
        if names:
            anchors = "".join(f'<a id="cite-{n}"></a>' for n in names if n not in named)
            named.update(names)
            piece = f'{anchors}<mark data-cites="{" ".join(names)}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)


def _renderings(
    turn: Turn, citations: Sequence[Citation], start: int, end: int, labels: Labels
) -> str:
    """Show the English of the quotes, and folded that of the section; both are unofficial."""
    document = turn.document(citations[0].document)
    rendered = [c for c in citations if c.rendering and c.rendering != c.quote]
    if not rendered:
        return ""
    lines = "".join(
        f'<p lang="en" data-cites="{turn.number}-{c.marker}"><b>[{c.marker}]</b> '
        f"{escape(c.rendering or '')}</p>"
        for c in rendered
    )
    parts = [f'<div class="zw-rendering"><p class="zw-label">{escape(labels.rendering)}</p>{lines}']
    whole = section_rendering(document, start, end) if document else ""
    if whole and whole != rendered[0].rendering:
        parts.append(
            f"<details><summary>{escape(labels.rendering_of_section)}</summary>"
            f'<div class="zw-whole" lang="en">{escape(whole)}</div></details>'
        )
    return "".join(parts) + "</div>"


def section_rendering(document: Document, start: int, end: int) -> str:
    """Give the English of a span with the line breaks of the source."""
    if document.rendering is None:
        return ""
    parts: list[str] = []
    last = start
    for sentence in document.rendering.overlapping(start, end):
        if parts:
            parts.append("\n" if "\n" in document.text[last : sentence.start] else " ")
        parts.append(sentence.text)
        last = sentence.end
    return "".join(parts)
