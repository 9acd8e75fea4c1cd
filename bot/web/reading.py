"""
A document to read: its outline, and the text of one section, as HTML.

Markup follows the rules of :mod:`bot.web.rendering`.
"""

import datetime
from collections.abc import Sequence
from html import escape

from bot.citations import breadcrumb, english_heading, title_of
from bot.validity import Force
from bot.web.evidence import EMPTY_LINES, section_rendering
from bot.web.labels import Labels, language_of
from bot.web.library import facts_html
from bot.web.rendering import lang, note_html
from corpus.document import Document
from corpus.language import Language
from corpus.sections import Section
from corpus.sentences import trim

SHOWN_SECTIONS = 1_500
SHOWN_CHARACTERS = 20_000
SHOWN_WORDS = 60  # characters of the text of a section without heading


def outline_html(force: Force, labels: Labels, today: datetime.date) -> str:
    """Give a document's head, how it stands, and its sections as a tree of buttons."""
    document = force.document
    title = title_of(document, language_of(labels))
    outline = labels.outline.format(count=len(document.sections))
    cut = ""
    if len(document.sections) > SHOWN_SECTIONS:
        cut = note_html(labels.outline_more.format(count=SHOWN_SECTIONS), labels)
    tree = _tree(document, document.sections[:SHOWN_SECTIONS], language_of(labels))
    return (
        f'<section class="zw-document" lang="{labels.html_lang}" '
        f'aria-label="{escape(labels.reading)}">'
        f'<button type="button" class="zw-close">{escape(labels.reading_back)}</button>'
        f'<h2 tabindex="-1" lang="{lang(title)}">{escape(title)}</h2>'
        f"<p>{facts_html(force, labels, today)} "
        f"{_source_link(document, labels)}</p>"
        f'<details open><summary>{escape(outline)}</summary>{cut}<nav aria-label="'
        f'{escape(outline)}">{tree}</nav></details></section>'
    )


def gone_html(labels: Labels) -> str:
    """Say that a document is not there any more."""
    return (
        f'<section class="zw-document" lang="{labels.html_lang}">'
        f'<button type="button" class="zw-close">{escape(labels.reading_back)}</button>'
        f'<p tabindex="-1">{escape(labels.reading_gone)}</p></section>'
    )


def _source_link(document: Document, labels: Labels) -> str:
    if not document.url or not document.url.startswith(("http://", "https://")):
        return ""
    return (
        f'<a href="{escape(document.url)}" target="_blank" rel="noopener noreferrer">'
        f"{escape(labels.document_source)}</a>"
    )


def _tree(document: Document, sections: Sequence[Section], language: Language) -> str:
    """Nest lists by level; where levels are skipped, one list deeper is enough."""
    parts: list[str] = []
    depth = 0
    for section in sections:
        level = max(1, min(section.level, depth + 1))
        parts.append("<ol>" if level > depth else "</li>" + "</ol></li>" * (depth - level))
        parts.append(f"<li>{_section_button(document, section, language)}")
        depth = level
    return "".join(parts) + "</li></ol>" * depth


def _section_button(document: Document, section: Section, language: Language) -> str:
    """Show a section's ref and heading; where it has none, the first words of its text."""
    name = section.heading
    if language == "en" and section.heading:
        name = english_heading(document, section) or section.heading
    if not name:
        first = document.text[section.heading_end : section.end].split()
        name = " ".join(first)
        name = name if len(name) <= SHOWN_WORDS else name[:SHOWN_WORDS] + "…"
    return (
        f'<button type="button" class="zw-pick" data-pick="section" data-document='
        f'"{escape(document.id)}" data-section="{escape(section.ref)}">'
        f'<b lang="{lang(section.ref)}">{escape(section.ref)}</b> '
        f'<span lang="{lang(name)}">{escape(name)}</span></button>'
    )


def section_html(document: Document, ref: str, labels: Labels) -> str:
    """Give the text of a section with all below it, who is responsible, and its English."""
    section = document.section(ref)
    if section is None:
        return note_html(labels.outline_choose, labels)
    start, end = trim(document.text, section.start, whole_end(document, section))
    shown = document.text[start : min(end, start + SHOWN_CHARACTERS)]
    cut = ""
    if end - start > SHOWN_CHARACTERS:
        cut = note_html(labels.section_cut.format(count=SHOWN_CHARACTERS), labels)
    crumb = breadcrumb(document, section, language_of(labels))
    page = document.page(start)
    where = f'<span class="zw-page">{escape(labels.page.format(page=page))}</span>' if page else ""
    return (
        f'<article class="zw-passage" lang="{labels.html_lang}">'
        f'<header tabindex="-1" data-ref="{escape(ref)}"><span class="zw-crumb" '
        f'lang="{lang(crumb)}">{escape(crumb)}</span> {where}</header>'
        f'<div class="zw-source" lang="{lang(shown)}" tabindex="0" role="region" '
        f'aria-label="{escape(labels.original)}">{escape(EMPTY_LINES.sub(chr(10), shown))}</div>'
        f"{cut}{_responsible(document, ref, labels)}"
        f"{_rendering(document, start, start + len(shown), labels)}"
        f"{_neighbours(document, section, labels)}</article>"
    )


def whole_end(document: Document, section: Section) -> int:
    """Give the end of a section with all that stands below it."""
    below = {section.ref}
    end = section.end
    for other in document.sections:
        if other.parent in below:
            below.add(other.ref)
            end = max(end, other.end)
    return end


def _responsible(document: Document, ref: str, labels: Labels) -> str:
    lead, joint = document.lead(ref), document.joint(ref)
    others = [unit for unit in document.responsible(ref) if unit not in {*lead, *joint}]
    rows = (
        (labels.section_lead, lead),
        (labels.section_joint, joint),
        (labels.section_responsible, others),
    )
    items = "".join(
        f'<dt>{escape(name)}</dt><dd lang="zh-Hans">{escape("、".join(units))}</dd>'
        for name, units in rows
        if units
    )
    return f'<dl class="zw-units">{items}</dl>' if items else ""


def _rendering(document: Document, start: int, end: int, labels: Labels) -> str:
    rendered = section_rendering(document, start, end)
    if not rendered:
        return ""
    unfolded = " open" if language_of(labels) == "en" else ""
    return (
        f'<details class="zw-rendering"{unfolded}><summary>{escape(labels.rendering_of_section)}'
        f'</summary><div class="zw-whole" lang="en">{escape(rendered)}</div></details>'
    )


def _neighbours(document: Document, section: Section, labels: Labels) -> str:
    """Lead to the section before and the one after, in the document's order."""
    at = document.sections.index(section)
    before, after = document.sections[:at][-1:], document.sections[at + 1 : at + 2]
    buttons = "".join(
        f'<button type="button" class="zw-pick" data-pick="section" '
        f'data-document="{escape(document.id)}" data-section="{escape(other.ref)}">'
        f"{escape(label)}</button>"
        for others, label in ((before, labels.section_previous), (after, labels.section_next))
        for other in others
    )
    return f'<div class="zw-neighbours">{buttons}</div>' if buttons else ""
