"""
Added files and the list of documents as HTML.

Markup follows the rules of :mod:`bot.web.rendering`. What a ``data-pick`` button stands for
reaches the server through ``library.js``; one with ``data-confirm`` asks first.
"""

import datetime
import re
from collections import Counter
from collections.abc import Collection as Ids
from collections.abc import Sequence
from html import escape

from bot.citations import title_of
from bot.days import day_in
from bot.validity import Force, Validity
from bot.web.labels import Labels, language_of
from bot.web.limits import Scope, scope_text
from bot.web.rendering import lang
from bot.web.uploads import Step, Upload
from corpus.document import Document

SHOWN_DOCUMENTS = 50
SHOWN_WARNINGS = 20
STEPS: tuple[Step, ...] = ("waiting", "reading", "indexing")
WARNINGS = {
    "warning_discontinuous": re.compile(
        r"(?P<label>.+) at \d+ does not continue the numbering; read as text of (?P<ref>.+)"
    ),
    "warning_repeated": re.compile(r"(?P<ref>.+) at \d+ stands twice; the second is text"),
    "warning_gap": re.compile(
        r"(?P<label>.+) follows (?P<before>.+?)(?:: \d+ missing from| in) the text"
    ),
    "warning_mislabelled": re.compile(
        r"the name ends in (?P<suffix>\S+) but the content is (?P<kind>.+); it was read as that"
    ),
    "warning_pictures": re.compile(r"page (?P<pages>[\d, -]+)(?: and more)?: pictures without .+"),
}
KINDS = {  # of content, as corpus.loading names them
    "plain text": "kind_text",
    "Markdown": "kind_markdown",
    "a web page": "kind_page",
    "a Word document (.docx)": "kind_word",
    "a legacy document": "kind_legacy",
    "an OpenDocument text (.odt)": "kind_odt",
    "an Excel workbook (.xlsx)": "kind_sheet",
    "a PDF": "kind_pdf",
    "JSON": "kind_json",
    "XML": "kind_xml",
}


# Added files


def uploads_html(
    uploads: Sequence[Upload],
    labels: Labels,
    *,
    files: int,
    namesakes: Ids[str] = (),
    twins: Ids[str] = (),
) -> str:
    """
    Give one line for each file: what is going on, what was found in it, or why it was not added.

    :param files: how many files a session may add
    :param namesakes: ids of documents that only these tell from others
    :param twins: ids of documents whose very text another one has
    """
    if not uploads:
        return ""
    lines = "".join(_upload(upload, labels, files, namesakes, twins) for upload in uploads)
    return f'<ul class="zw-uploads" lang="{labels.html_lang}" role="status">{lines}</ul>'


def _upload(
    upload: Upload, labels: Labels, files: int, namesakes: Ids[str], twins: Ids[str]
) -> str:
    name = f'<span class="zw-name" dir="auto">{escape(upload.name)}</span>'
    if upload.step:
        step = escape(getattr(labels, f"step_{upload.step}"))
        done = STEPS.index(upload.step)
        bar = f'<progress max="{len(STEPS)}" value="{done}" aria-hidden="true"></progress>'
        return (
            f'<li class="zw-step" data-step="{upload.step}">{name} <span>{step}</span> {bar}</li>'
        )
    problem = ""
    if upload.problem:
        problem = getattr(labels, f"problem_{upload.problem}").format(count=files)
    if not upload.documents:
        text = escape(labels.file_left_out.format(problem=problem))
        return f'<li class="zw-problem">{name} <span>{text}</span></li>'
    reports = "".join(_report(document, labels) for document in upload.documents)
    notes = [
        labels.file_twin if d.id in twins else labels.file_namesake.format(id=d.id)
        for d in upload.documents
        if d.id in twins or d.id in namesakes
    ]
    notes += [problem] if problem else []
    more = "".join(f'<p class="zw-note">{escape(note)}</p>' for note in notes)
    return f'<li class="zw-ready">{name} {reports}{more}</li>'


def _report(document: Document, labels: Labels) -> str:
    """Say what was found in a document; unfolded, its head and what is doubtful."""
    lists = sum(len(found) for found in document.lists.values())
    found = [labels.file_ready.format(sections=len(document.sections), lists=lists)]
    if document.warnings:
        found.append(labels.file_warnings.format(warnings=len(document.warnings)))
    facts = (
        (labels.file_title, document.title),
        (labels.file_issuer, document.issuer),
        (labels.file_number, document.number),
        (labels.file_date, document.date),
    )
    head = "".join(
        f'<dt>{escape(name)}</dt><dd lang="{lang(fact)}">{escape(fact)}</dd>'
        for name, fact in facts
        if fact
    )
    warnings = "".join(
        f"<li>{escape(warning_text(warning, labels))}</li>"
        for warning in document.warnings[:SHOWN_WARNINGS]
    )
    warnings = f'<ul class="zw-warnings">{warnings}</ul>' if warnings else ""
    unfolded = " open" if warnings else ""
    return (
        f"<details{unfolded}><summary>{escape('; '.join(found))}</summary><dl>{head}</dl>{warnings}"
        f"{_pick('open', document, labels.file_open)}</details>"
    )


def warning_text(warning: str, labels: Labels) -> str:
    """Say in the page's language what is doubtful in an outline; as it is where it is unknown."""
    for name, pattern in WARNINGS.items():
        if found := pattern.fullmatch(warning):
            parts = {key: part.strip("'\"") for key, part in found.groupdict().items()}
            if parts.get("before") == "nothing":
                parts["before"] = "—"
            if (kind := parts.get("kind")) in KINDS:
                parts["kind"] = getattr(labels, KINDS[kind])
            return getattr(labels, name).format(**parts)
    return warning


def _pick(pick: str, document: Document, text: str, more: str = "") -> str:
    return (
        f'<button type="button" class="zw-pick" data-pick="{pick}" '
        f'data-document="{escape(document.id)}"{more}>{escape(text)}</button>'
    )


# Documents


def find_namesakes(documents: Sequence[Document]) -> frozenset[str]:
    """Give the ids of documents that title, number and date do not tell apart: versions, mostly."""
    heads = Counter((d.title, d.number, d.date) for d in documents)
    return frozenset(d.id for d in documents if heads[d.title, d.number, d.date] > 1)


def find_twins(documents: Sequence[Document]) -> frozenset[str]:
    """Give the ids of documents whose very text another one has."""
    texts = Counter(document.text for document in documents)
    return frozenset(document.id for document in documents if texts[document.text] > 1)


def documents_html(
    documents: Sequence[Document],
    labels: Labels,
    *,
    validity: Validity,
    today: datetime.date,
    own: Ids[str] = (),
    namesakes: Ids[str] = (),
    shared_too: bool = False,
) -> str:
    """
    List documents with their issuer, number, date and sections, and whether they are in force.

    :param own: ids of the session's own ones, which it may remove
    :param namesakes: ids of documents that only these tell from others
    :param shared_too: whether the session may remove the others as well
    """
    if not documents:
        return f'<p class="zw-note" lang="{labels.html_lang}">{escape(labels.documents_none)}</p>'
    lines: list[str] = []
    for document in documents[:SHOWN_DOCUMENTS]:
        title = title_of(document, language_of(labels))
        mine = document.id in own
        badge = f'<span class="zw-badge">{escape(labels.document_mine)}</span> ' if mine else ""
        force, with_id = validity.of(document, today), document.id in namesakes
        called = f"{title} · {document.id}" if with_id else title
        lines.append(
            f"<li><div>{badge}{_pick('open', document, title, f' lang={lang(title)!r}')} "
            f"{facts_html(force, labels, today, with_id=with_id)}</div>"
            f"{_remove(document, called, labels, mine) if mine or shared_too else ''}</li>"
        )
    if len(documents) > SHOWN_DOCUMENTS:
        more = labels.documents_more.format(count=len(documents) - SHOWN_DOCUMENTS)
        lines.append(f'<li class="zw-note">{escape(more)}</li>')
    return f'<ul class="zw-documents" lang="{labels.html_lang}">{"".join(lines)}</ul>'


def facts_html(force: Force, labels: Labels, today: datetime.date, *, with_id: bool = False) -> str:
    """Give issuer, number, date, number of sections, id if asked, and if its time has passed."""
    document = force.document
    sections = labels.document_sections.format(sections=len(document.sections))
    date = document.date or labels.document_undated
    id_ = labels.document_id.format(id=document.id) if with_id else ""
    facts = " · ".join(filter(None, (document.issuer, document.number, date, sections, id_)))
    badges = "".join(
        f' <span class="zw-badge zw-past">{escape(text)}</span>'
        for text in _time_texts(force, labels, today)
    )
    return f'<span class="zw-facts">{escape(facts)}</span>{badges}'


def _time_texts(force: Force, labels: Labels, today: datetime.date) -> list[str]:
    """Say how a document stands on a day, where anything is known; then if its targets are past."""
    document, language = force.document, language_of(labels)
    expires = day_in(force.expires or "", language)
    found: list[str] = []
    match force.state:
        case "repealed":
            found.append(labels.document_repealed)
        case "void":
            found.append(labels.document_void)
        case "expired":
            found.append(labels.document_expired.format(date=expires))
        case "pending":
            effective = day_in(document.effective or "", language)
            found.append(labels.document_pending.format(date=effective))
        case "in_force" if expires:
            found.append(labels.document_until.format(date=expires))
    if document.horizon and document.horizon < today.year:
        found.append(labels.document_past.format(year=document.horizon))
    return found


def _remove(document: Document, called: str, labels: Labels, mine: bool) -> str:
    question = labels.remove_question if mine else labels.remove_question_shared
    more = (
        f' data-confirm="{escape(question.format(title=called))}"'
        f' aria-label="{escape(labels.remove_named.format(title=called))}"'
    )
    return _pick("remove", document, labels.remove, more)


# Limits


def scope_html(scope: Scope, labels: Labels) -> str:
    """Show the limits in force above the questions; nothing where there are none."""
    text = scope_text(scope, labels)
    if not text:
        return ""
    role, kind = ("status", "") if scope.ids else ("alert", " zw-empty-scope")
    clear = escape(labels.limits_clear)
    return (
        f'<p class="zw-limits{kind}" role="{role}" lang="{labels.html_lang}">{escape(text)} '
        f'<button type="button" class="zw-pick" data-pick="clear">{clear}</button></p>'
    )
