"""What the components show: updates for the labels, the list of documents and the limits."""

import datetime
from dataclasses import replace
from typing import Any

import gradio as gr

from bot.citations import title_of
from bot.web.catalogue import find_documents
from bot.web.collection import Collection
from bot.web.labels import Labels, language_of
from bot.web.layout import Parts
from bot.web.library import (
    documents_html,
    find_namesakes,
    find_twins,
    scope_html,
    uploads_html,
)
from bot.web.limits import Limits, Scope, issuers_of, scope_of, years_of
from bot.web.rendering import header_html, note_html
from bot.web.session import Session
from bot.web.uploads import Shelf
from corpus.document import Document
from corpus.loading import MAX_FILE_BYTES, SUFFIXES

Updates = dict[Any, Any]  # a component and what it shows next
SHOWN_TITLE = 70  # characters of a title among the chosen documents


def documents_of(shelf: Shelf, collection: Collection) -> tuple[Document, ...]:
    """Give all documents that a session can ask: everybody's and its own."""
    return (shelf.chatbot or collection.chatbot).index.documents


def own_ids(shelf: Shelf) -> frozenset[str]:
    """Give the ids of what a session added."""
    return frozenset(document.id for document in shelf.documents)


def label_updates(parts: Parts, labels: Labels, collection: Collection) -> Updates:
    """Give every component the words of a language."""
    is_shared = collection.is_shared
    note = labels.files_limits.format(
        suffixes=" ".join(SUFFIXES),
        megabytes=MAX_FILE_BYTES // 2**20,
        count=collection.operation.files,
    )
    note += " " + (labels.files_shared_note if is_shared else labels.files_private_note)
    return {
        parts.header: header_html(labels),
        parts.question: gr.update(label=labels.question, placeholder=labels.placeholder),
        parts.send: gr.update(value=labels.send),
        parts.restart: gr.update(value=labels.restart),
        parts.disclaimer: note_html(labels.disclaimer, labels),
        parts.files_panel: gr.update(label=labels.files_shared if is_shared else labels.files),
        parts.files: gr.update(label=labels.files_hint),
        parts.files_note: note_html(note, labels),
        parts.limits_panel: gr.update(label=labels.limits),
        parts.limits_note: note_html(labels.limits_note, labels),
        parts.clear: gr.update(value=labels.limits_clear),
        parts.search: gr.update(label=labels.documents_search, placeholder=labels.documents_search),
    }


def uploads_updates(
    parts: Parts, labels: Labels, collection: Collection, session: Session
) -> Updates:
    """Show what becomes of a session's files."""
    documents = documents_of(session.shelf(collection), collection)
    shown = uploads_html(
        session.uploads,
        labels,
        files=collection.operation.files,
        namesakes=find_namesakes(documents),
        twins=find_twins(documents),
    )
    return {parts.uploads: shown}


def shelf_updates(
    parts: Parts, labels: Labels, collection: Collection, session: Session
) -> Updates:
    """Show what became of a session's files; what it has chosen meanwhile stays as it is."""
    removable = bool(session.uploads) and not collection.is_shared
    return {
        **uploads_updates(parts, labels, collection, session),
        parts.own: gr.update(visible=bool(session.shelf(collection).documents)),
        parts.remove_all: gr.update(value=labels.files_remove, visible=removable),
    }


def list_updates(
    parts: Parts, labels: Labels, collection: Collection, shelf: Shelf, search: str
) -> Updates:
    """List the documents that a search finds, all without one."""
    documents = documents_of(shelf, collection)
    shown = documents_html(
        find_documents(documents, search),
        labels,
        validity=(shelf.chatbot or collection.chatbot).validity,
        today=datetime.date.today(),
        own=() if collection.is_shared else own_ids(shelf),
        namesakes=find_namesakes(documents),
        shared_too=collection.may_remove,
    )
    label = labels.documents.format(count=len(documents))
    return {parts.documents: shown, parts.documents_panel: gr.update(label=label)}


def limit_updates(
    parts: Parts,
    labels: Labels,
    collection: Collection,
    shelf: Shelf,
    limits: Limits,
    *,
    choose: bool = False,
) -> Updates:
    """
    Offer what questions can be limited to; what is gone is chosen no more.

    :param choose: choose the limits in the components; else what a user chose meanwhile stays
    """
    documents = documents_of(shelf, collection)
    ids = {document.id for document in documents}
    issuers, years = issuers_of(documents), [str(year) for year in years_of(documents)]
    kept = Limits(
        tuple(id_ for id_ in limits.documents if id_ in ids),
        limits.issuer if limits.issuer in issuers else "",
        limits.first if str(limits.first) in years else None,
        limits.last if str(limits.last) in years else None,
        own=limits.own and bool(shelf.documents),
    )
    any_ = (labels.limits_any, "")
    year_choices = [any_, *((year, year) for year in years)]
    namesakes = find_namesakes(documents)
    offered: dict[Any, dict[str, Any]] = {
        parts.chosen: {
            "label": labels.limits_documents,
            "choices": [(_choice(d, labels, d.id in namesakes), d.id) for d in documents],
        },
        parts.issuer: {
            "label": labels.limits_issuer,
            "choices": [any_, *((issuer, issuer) for issuer in issuers)],
        },
        parts.first: {"label": labels.limits_first, "choices": year_choices},
        parts.last: {"label": labels.limits_last, "choices": year_choices},
        parts.own: {
            "label": labels.scope,
            "choices": [(labels.scope_all, "all"), (labels.scope_mine, "mine")],
            "visible": bool(shelf.documents),
        },
    }
    if choose or kept != limits:
        values = (list(kept.documents), kept.issuer, str(kept.first or ""), str(kept.last or ""))
        values = (*values, "mine" if kept.own else "all")
        for component, value in zip(parts.limit_choices, values, strict=True):
            offered[component]["value"] = value
    statement = scope_html(session_scope(kept, collection, shelf), labels)
    updates = {component: gr.update(**update) for component, update in offered.items()}
    return {**updates, parts.statement: statement}


def session_scope(limits: Limits, collection: Collection, shelf: Shelf) -> Scope:
    """Find the documents that a session's limits allow; own files do not limit where none are."""
    limits = replace(limits, own=limits.own and bool(shelf.documents))
    return scope_of(limits, documents_of(shelf, collection), own_ids(shelf))


def _choice(document: Document, labels: Labels, with_id: bool) -> str:
    """Name a document in a list to choose from, so that two with one title are told apart."""
    title = title_of(document, language_of(labels))
    title = title if len(title) <= SHOWN_TITLE else title[:SHOWN_TITLE] + "…"
    id_ = labels.document_id.format(id=document.id) if with_id else None
    return " · ".join(filter(None, (title, document.number or document.date, id_)))
