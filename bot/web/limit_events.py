"""What happens when somebody limits the questions."""

from collections.abc import Callable

import gradio as gr

from bot.web.collection import Collection
from bot.web.labels import Labels
from bot.web.layout import AT_ONCE, Parts
from bot.web.library import scope_html
from bot.web.limits import Choice, Limits, chosen_limits
from bot.web.session import Session
from bot.web.views import Updates, limit_updates, session_scope


def wire_limits(
    parts: Parts, collection: Collection, labels_of: Callable[[str | None, gr.Request], Labels]
) -> None:
    """Show the limits in force at every change; offer what there is when they are unfolded."""

    def limit(language: str, session: Session, request: gr.Request, *chosen: Choice) -> Updates:
        shelf = session.shelf(collection)
        scope = session_scope(chosen_limits(*chosen), collection, shelf)
        return {parts.statement: scope_html(scope, labels_of(language, request))}

    def offer_limits(
        language: str, session: Session, request: gr.Request, *chosen: Choice
    ) -> Updates:
        labels = labels_of(language, request)
        limits, shelf = chosen_limits(*chosen), session.shelf(collection)
        return limit_updates(parts, labels, collection, shelf, limits)

    def clear_limits(language: str, session: Session, request: gr.Request) -> Updates:
        labels = labels_of(language, request)
        shelf = session.shelf(collection)
        return limit_updates(parts, labels, collection, shelf, Limits(), choose=True)

    inputs = [parts.language, parts.session, *parts.limit_choices]
    outputs = [*parts.limit_choices, parts.statement]
    gr.on(
        [choice.input for choice in parts.limit_choices],
        limit,
        inputs,
        [parts.statement],
        trigger_mode="always_last",
        **AT_ONCE,
    )
    parts.limits_panel.expand(offer_limits, inputs, outputs, **AT_ONCE)
    gr.on(
        [parts.clear.click, parts.statement.click],
        clear_limits,
        [parts.language, parts.session],
        outputs,
        **AT_ONCE,
    )
