"""What happens when somebody limits the questions."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from bot.web.collection import Collection
from bot.web.labels import Labels
from bot.web.layout import Parts
from bot.web.library import scope_html
from bot.web.limits import Limits
from bot.web.uploads import Shelf
from bot.web.views import Updates, limit_updates, session_scope


def chosen_limits(
    documents: list[str] | None, issuer: str | None, first: str | None, last: str | None, own: str
) -> Limits:
    """Read the limits from the values of their components."""
    return Limits(
        tuple(documents or ()),
        issuer or "",
        int(first) if first else None,
        int(last) if last else None,
        own == "mine",
    )


def wire_limits(
    parts: Parts, collection: Collection, labels_of: Callable[[str | None, gr.Request], Labels]
) -> None:
    """Show the limits in force at every change; offer what there is when they are unfolded."""

    def limit(
        documents: list[str] | None,
        issuer: str | None,
        first: str | None,
        last: str | None,
        own: str,
        language: str,
        shelf: Shelf,
        request: gr.Request,
    ) -> Updates:
        limits = chosen_limits(documents, issuer, first, last, own)
        scope = session_scope(limits, collection, shelf)
        return {
            parts.limits: limits,
            parts.statement: scope_html(scope, labels_of(language, request)),
        }

    def offer_limits(language: str, shelf: Shelf, limits: Limits, request: gr.Request) -> Updates:
        return limit_updates(parts, labels_of(language, request), collection, shelf, limits)

    def clear_limits(language: str, shelf: Shelf, request: gr.Request) -> Updates:
        return limit_updates(parts, labels_of(language, request), collection, shelf, Limits())

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    outputs = [parts.limits, *parts.limit_choices, parts.statement]
    gr.on(
        [choice.input for choice in parts.limit_choices],
        limit,
        [*parts.limit_choices, parts.language, parts.shelf],
        [parts.limits, parts.statement],
        trigger_mode="always_last",
        concurrency_limit=None,
        **quiet,
    )
    parts.limits_panel.expand(
        offer_limits,
        [parts.language, parts.shelf, parts.limits],
        outputs,
        concurrency_limit=None,
        **quiet,
    )
    gr.on(
        [parts.clear.click, parts.statement.click],
        clear_limits,
        [parts.language, parts.shelf],
        outputs,
        concurrency_limit=None,
        **quiet,
    )
