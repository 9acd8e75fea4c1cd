"""What happens when somebody adds files or removes documents."""

import logging
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from bot.web.collection import Collection
from bot.web.labels import Labels
from bot.web.layout import Parts
from bot.web.library import uploads_html
from bot.web.limits import Limits
from bot.web.reading_events import picked_ids
from bot.web.uploads import Shelf, Upload, add_files, remove_file
from bot.web.views import Updates, limit_updates, list_updates, own_ids, shelf_updates

# One change of a shelf after the other, so that none overwrites another's.
CHANGES: dict[str, Any] = {"concurrency_id": "shelf", "concurrency_limit": 1}

log = logging.getLogger(__name__)


def wire_files(
    parts: Parts, collection: Collection, labels_of: Callable[[str | None, gr.Request], Labels]
) -> None:
    """Connect the drop zone, the report on each file, and removal."""

    def everything(labels: Labels, shelf: Shelf, search: str, limits: Limits) -> Updates:
        return {
            parts.shelf: shelf.settled,
            **shelf_updates(parts, labels, collection, shelf),
            **list_updates(parts, labels, collection, shelf, search),
            **limit_updates(parts, labels, collection, shelf, limits),
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
        search: str,
        limits: Limits,
        request: gr.Request,
    ) -> Iterator[Updates]:
        labels = labels_of(language, request)
        known = shelf.documents
        for step in add_files(shelf, collection, waiting):
            if step.documents == known and step != step.settled:
                yield shelf_updates(parts, labels, collection, step)
            else:  # a document more that can be asked, or the end
                known = step.documents
                yield everything(labels, step, search, limits)

    def remove(
        event: gr.EventData,
        language: str,
        shelf: Shelf,
        search: str,
        limits: Limits,
        request: gr.Request,
    ) -> Updates:
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
        return everything(labels, shelf, search, limits)

    def remove_all(language: str, search: str, limits: Limits, request: gr.Request) -> Updates:
        return everything(labels_of(language, request), Shelf(), search, limits)

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    changed = [
        parts.shelf,
        parts.uploads,
        parts.remove_all,
        parts.documents,
        parts.documents_panel,
        parts.limits,
        *parts.limit_choices,
        parts.statement,
    ]
    parts.files.upload(
        queue,
        [parts.files, parts.language, parts.shelf, parts.waiting],
        [parts.uploads, parts.files],
        concurrency_limit=None,
        trigger_mode="multiple",
        **quiet,
    ).then(
        add,
        [parts.language, parts.shelf, parts.waiting, parts.search, parts.limits],
        changed,
        trigger_mode="multiple",
        **CHANGES,
        **quiet,
    )
    parts.documents.delete(
        remove,
        [parts.language, parts.shelf, parts.search, parts.limits],
        changed,
        trigger_mode="multiple",
        **CHANGES,
        **quiet,
    ).then(None, js="() => zhengwen.removed()")
    parts.remove_all.click(
        remove_all,
        [parts.language, parts.search, parts.limits],
        changed,
        **CHANGES,
        **quiet,
    ).then(None, js="() => zhengwen.removed()")
