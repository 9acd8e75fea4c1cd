"""What happens when somebody adds files or removes documents."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from bot.web.collection import Collection
from bot.web.labels import Labels
from bot.web.layout import AT_ONCE, QUEUED, Parts
from bot.web.limits import Choice, chosen_limits
from bot.web.reading_events import picked_ids
from bot.web.session import Session
from bot.web.views import Updates, limit_updates, list_updates, shelf_updates, uploads_updates

ADDING_AT_ONCE = 3  # sessions whose files are read side by side, each in a process of its own
ADDING: dict[str, Any] = {**QUEUED, "concurrency_limit": ADDING_AT_ONCE}
REMOVING: dict[str, Any] = {**QUEUED, "concurrency_id": "remove", "concurrency_limit": None}

log = logging.getLogger(__name__)


def wire_files(
    parts: Parts, collection: Collection, labels_of: Callable[[str | None, gr.Request], Labels]
) -> None:
    """Connect the drop zone, the report on each file, and removal."""

    def refresh(
        language: str, session: Session, search: str, request: gr.Request, *chosen: Choice
    ) -> Updates:
        """Show what there is now in the list and the limits; what is chosen stays chosen."""
        labels, shelf = labels_of(language, request), session.shelf(collection)
        return {
            **list_updates(parts, labels, collection, shelf, search),
            **limit_updates(parts, labels, collection, shelf, chosen_limits(*chosen)),
        }

    def queue(
        paths: list[str] | None, language: str, session: Session, request: gr.Request
    ) -> Updates:
        """Take files at once and show that they wait; :func:`add` may be busy for another."""
        session.queue(map(Path, paths or ()))
        labels = labels_of(language, request)
        return {**uploads_updates(parts, labels, collection, session), parts.files: None}

    def add(language: str, session: Session, request: gr.Request) -> Iterator[Updates]:
        labels = labels_of(language, request)
        for _ in session.add_waiting(collection):
            yield shelf_updates(parts, labels, collection, session)

    def remove(
        event: gr.EventData, language: str, session: Session, request: gr.Request
    ) -> Updates:
        labels = labels_of(language, request)
        id_, _ = picked_ids(event)
        try:
            session.remove(id_, collection)
        except Exception:
            log.exception("cannot remove %s", id_)
            gr.Warning(labels.remove_failed)
        return shelf_updates(parts, labels, collection, session)

    def remove_all(language: str, session: Session, request: gr.Request) -> Updates:
        session.clear()
        return shelf_updates(parts, labels_of(language, request), collection, session)

    changed = [parts.uploads, parts.remove_all, parts.own]
    refreshing: dict[str, Any] = {
        "fn": refresh,
        "inputs": [parts.language, parts.session, parts.search, *parts.limit_choices],
        "outputs": [
            *(parts.documents, parts.documents_panel),
            *(*parts.limit_choices, parts.statement),
        ],
        **AT_ONCE,
    }
    own = [parts.language, parts.session]
    parts.files.upload(
        queue,
        [parts.files, *own],
        [parts.uploads, parts.files],
        trigger_mode="multiple",
        **AT_ONCE,
    ).then(add, own, changed, trigger_mode="multiple", **ADDING).then(**refreshing)
    parts.documents.delete(remove, own, changed, trigger_mode="multiple", **REMOVING).then(
        **refreshing
    ).then(None, js="() => zhengwen.removed()")
    parts.remove_all.click(remove_all, own, changed, **REMOVING).then(**refreshing).then(
        None, js="() => zhengwen.removed()"
    )
