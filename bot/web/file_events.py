"""What happens when somebody adds files or removes documents."""

import logging
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from bot.web.collection import Collection
from bot.web.labels import Labels
from bot.web.layout import AT_ONCE, QUEUED, Parts
from bot.web.library import uploads_html
from bot.web.limits import Choice, chosen_limits
from bot.web.reading_events import picked_ids
from bot.web.uploads import Shelf, Upload, add_files, remove_file
from bot.web.views import Updates, limit_updates, list_updates, own_ids, shelf_updates

# One change of a shelf after the other, so that none overwrites another's.
CHANGES: dict[str, Any] = {**QUEUED, "concurrency_id": "shelf", "concurrency_limit": 1}

log = logging.getLogger(__name__)


def wire_files(
    parts: Parts, collection: Collection, labels_of: Callable[[str | None, gr.Request], Labels]
) -> None:
    """Connect the drop zone, the report on each file, and removal."""

    def refresh(
        language: str, shelf: Shelf, search: str, request: gr.Request, *chosen: Choice
    ) -> Updates:
        """Show what there is now in the list and the limits; what is chosen stays chosen."""
        labels = labels_of(language, request)
        return {
            **list_updates(parts, labels, collection, shelf, search),
            **limit_updates(parts, labels, collection, shelf, chosen_limits(*chosen)),
        }

    def queue(
        paths: list[str] | None,
        language: str,
        shelf: Shelf,
        waiting: deque[Path],
        request: gr.Request,
    ) -> Updates:
        """Take files at once and show that they wait; :func:`add` may be busy for another."""
        waiting.extend(Path(path) for path in paths or ())
        uploads = [*shelf.uploads, *(Upload(path.name, step="waiting") for path in waiting)]
        labels = labels_of(language, request)
        return {parts.uploads: uploads_html(uploads, labels), parts.files: None}

    def add(
        language: str,
        shelf: Shelf,
        waiting: deque[Path],
        request: gr.Request,
    ) -> Iterator[Updates]:
        labels = labels_of(language, request)
        for step in add_files(shelf, collection, waiting):
            shown = shelf_updates(parts, labels, collection, step)
            yield {parts.shelf: step.settled, **shown}

    def remove(event: gr.EventData, language: str, shelf: Shelf, request: gr.Request) -> Updates:
        labels = labels_of(language, request)
        id_, _ = picked_ids(event)
        try:
            if collection.is_shared:
                collection.remove(id_)
            elif id_ not in own_ids(shelf):
                raise PermissionError(f"{id_!r} is not a file of this session")
            shelf = remove_file(shelf, id_)
        except Exception:
            log.exception("cannot remove %s", id_)
            gr.Warning(labels.remove_failed)
        return {parts.shelf: shelf, **shelf_updates(parts, labels, collection, shelf)}

    def remove_all(language: str, request: gr.Request) -> Updates:
        labels = labels_of(language, request)
        return {parts.shelf: Shelf(), **shelf_updates(parts, labels, collection, Shelf())}

    changed = [parts.shelf, parts.uploads, parts.remove_all, parts.own]
    refreshing: dict[str, Any] = {
        "fn": refresh,
        "inputs": [parts.language, parts.shelf, parts.search, *parts.limit_choices],
        "outputs": [
            *(parts.documents, parts.documents_panel),
            *(*parts.limit_choices, parts.statement),
        ],
        **AT_ONCE,
    }
    parts.files.upload(
        queue,
        [parts.files, parts.language, parts.shelf, parts.waiting],
        [parts.uploads, parts.files],
        trigger_mode="multiple",
        **AT_ONCE,
    ).then(
        add,
        [parts.language, parts.shelf, parts.waiting],
        changed,
        trigger_mode="multiple",
        **CHANGES,
    ).then(**refreshing)
    parts.documents.delete(
        remove,
        [parts.language, parts.shelf],
        changed,
        trigger_mode="multiple",
        **CHANGES,
    ).then(**refreshing).then(None, js="() => zhengwen.removed()")
    parts.remove_all.click(remove_all, [parts.language], changed, **CHANGES).then(
        **refreshing
    ).then(None, js="() => zhengwen.removed()")
