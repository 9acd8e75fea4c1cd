"""What happens when somebody looks for a document and reads it."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import gradio as gr

from bot.web.collection import Collection
from bot.web.labels import Labels
from bot.web.layout import AT_ONCE, Parts
from bot.web.reading import gone_html, outline_html, section_html
from bot.web.session import Session
from bot.web.views import Updates, list_updates

if TYPE_CHECKING:
    from bot.chatbot import Chatbot


def reading_updates(
    parts: Parts, labels: Labels, chatbot: "Chatbot", reading: tuple[str, str]
) -> Updates:
    """
    Show the outline of a document and the text of a section.

    :param chatbot: knows the document
    :param reading: ids of both; nothing is shown where they are empty
    """
    id_, ref = reading
    if not id_:
        return {parts.outline: "", parts.section: ""}
    document = next((d for d in chatbot.index.documents if d.id == id_), None)
    if document is None:
        return {parts.outline: gone_html(labels), parts.section: ""}
    today = datetime.date.today()
    return {
        parts.outline: outline_html(chatbot.validity.of(document, today), labels, today),
        parts.section: section_html(document, ref, labels),
    }


def wire_reading(
    parts: Parts, collection: Collection, labels_of: Callable[[str | None, gr.Request], Labels]
) -> None:
    """Connect the list of documents, the outline and the text."""

    def find(language: str, search: str, session: Session, request: gr.Request) -> Updates:
        labels, shelf = labels_of(language, request), session.shelf(collection)
        return list_updates(parts, labels, collection, shelf, search)

    def read(event: gr.EventData, language: str, session: Session, request: gr.Request) -> Updates:
        picked = picked_ids(event)
        labels = labels_of(language, request)
        chatbot = session.shelf(collection).chatbot or collection.chatbot
        updates = reading_updates(parts, labels, chatbot, picked)
        if picked[1]:  # a section of the outline that is shown already
            del updates[parts.outline]
        return {parts.reading: picked, **updates}

    listing: dict[str, Any] = {
        "fn": find,
        "inputs": [parts.language, parts.search, parts.session],
        "outputs": [parts.documents, parts.documents_panel],
        **AT_ONCE,
    }
    parts.documents_panel.expand(**listing)
    # Not "input": that misses what an input method or a paste puts in.
    parts.search.change(trigger_mode="always_last", **listing)
    gr.on(
        [part.click for part in (parts.documents, parts.uploads, parts.outline, parts.section)],
        read,
        [parts.language, parts.session],
        [parts.reading, parts.outline, parts.section],
        **AT_ONCE,
    ).then(None, js="() => zhengwen.read()")


def picked_ids(event: gr.EventData) -> tuple[str, str]:
    """Give the ids of the document and the section that a button stands for."""
    picked = event._data if isinstance(event._data, dict) else {}
    return str(picked.get("document", "")), str(picked.get("section", ""))
