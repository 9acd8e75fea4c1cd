"""The page: what happens when somebody opens it and asks."""

from collections.abc import Callable, Iterator
from typing import Any

import gradio as gr

from bot.reply import Refusal, reply_json
from bot.web.collection import Collection
from bot.web.conversation import Turn, ask
from bot.web.evidence import evidence_html
from bot.web.examples import examples_for
from bot.web.file_events import wire_files
from bot.web.labels import EN, Labels, labels_for, preferred_language
from bot.web.layout import AT_ONCE, QUEUED, Parts, lay_out
from bot.web.library import scope_html
from bot.web.limit_events import wire_limits
from bot.web.limits import Choice, chosen_limits
from bot.web.reading_events import reading_updates, wire_reading
from bot.web.rendering import conversation_html, examples_html
from bot.web.session import Session
from bot.web.uploaded import check_uploaded
from bot.web.views import (
    Updates,
    label_updates,
    limit_updates,
    list_updates,
    session_scope,
    shelf_updates,
)

ASKING_AT_ONCE = 4  # questions of different users answered side by side
FILES_KEPT = 3600  # seconds until an uploaded file is deleted; its text stays with the session

LabelsOf = Callable[[str | None, gr.Request], Labels]


class Page(gr.Blocks):
    """
    Blocks that take the files of their visitors only, whatever a request names.

    Gradio itself looks after that only for a page that was launched, not for one behind a server.
    Their scripts may leave the documents out when they ask.
    """

    def validate_inputs(self, block_fn: Any, inputs: list[Any]) -> None:  # noqa: ANN401
        """
        Fill in what a script left out; a client of Gradio's own does so by itself.

        :raises PermissionError: if an input names a file that nobody uploaded
        """
        check_uploaded(inputs)
        if block_fn.api_name == "ask":
            inputs += [None] * (len(block_fn.inputs) - len(inputs))
        super().validate_inputs(block_fn, inputs)


def create_page(collection: Collection) -> gr.Blocks:
    """
    Make the page over a collection, which all sessions share.

    Labels are filled in when a browser opens the page and says which language it prefers.
    """
    with Page(
        title="政问 Zhengwen",
        analytics_enabled=False,
        fill_width=True,
        delete_cache=(FILES_KEPT, FILES_KEPT),
    ) as page:
        parts = lay_out()
        _wire_api(collection)
        _wire_opening(page, parts, collection)
        _wire_asking(parts, collection)
        wire_limits(parts, collection, labels_of)
        wire_files(parts, collection, labels_of)
        wire_reading(parts, collection, labels_of)
    return page


def labels_of(language: str | None, request: gr.Request) -> Labels:
    """Give the words of the language that was chosen, else of the one that a browser prefers."""
    preferred, traditional = preferred_language(request.headers.get("accept-language", ""))
    chosen = "en" if language == "en" else "zh" if language == "zh" else preferred
    return labels_for(chosen, traditional=traditional)


def _wire_api(collection: Collection) -> None:
    def reply_of(question: str, documents: list[str] | None = None) -> dict[str, Any]:
        """Answer a question, from all documents or from those with the given ids."""
        reason = ""
        if not isinstance(question, str):
            reason = "the question must be a text"
        elif not (documents is None or isinstance(documents, list)):
            reason = "the documents must be a list of ids; leave it out to ask all of them"
        elif documents == []:
            reason = "the list of documents is empty; leave it out to ask all of them"
        if reason:
            raise gr.Error(reason, print_exception=False)
        chatbot = collection.chatbot
        held = {document.id for document in chatbot.index.documents}
        if missing := [id_ for id_ in documents or () if id_ not in held]:
            raise gr.Error(f"there is no document {missing[0]!r}", print_exception=False)
        ids = None if documents is None else frozenset(documents)
        return reply_json(chatbot.reply(question, documents=ids))

    gr.api(reply_of, api_name="ask", concurrency_limit=ASKING_AT_ONCE)


def _wire_opening(page: gr.Blocks, parts: Parts, collection: Collection) -> None:
    def show(
        language: str | None,
        turns: tuple[Turn, ...],
        session: Session,
        reading: tuple[str, str],
        search: str,
        request: gr.Request,
        *chosen: Choice,
    ) -> Updates:
        labels = labels_of(language, request)
        examples = examples_for(collection.documents)
        limits, shelf = chosen_limits(*chosen), session.shelf(collection)
        return {
            parts.language: gr.update(value="en" if labels is EN else "zh", label=labels.language),
            parts.conversation: conversation_html(turns, labels),
            parts.evidence: evidence_html(turns, labels),
            parts.examples: examples_html(examples, labels, unfolded=not turns),
            **label_updates(parts, labels, collection),
            **shelf_updates(parts, labels, collection, session),
            **list_updates(parts, labels, collection, shelf, search),
            **limit_updates(parts, labels, collection, shelf, limits, choose=True),
            **reading_updates(parts, labels, shelf.chatbot or collection.chatbot, reading),
        }

    inputs = [
        parts.language,
        parts.turns,
        parts.session,
        parts.reading,
        parts.search,
        *parts.limit_choices,
    ]
    page.load(
        show, inputs, parts.shown, js="(_, ...rest) => [zhengwen.language(), ...rest]", **AT_ONCE
    ).then(None, js="() => zhengwen.relabel()")
    parts.language.input(None, [parts.language], js="(language) => zhengwen.remember(language)")
    parts.language.input(show, inputs, parts.shown, **AT_ONCE).then(
        None, js="() => zhengwen.relabel()"
    )


def _wire_asking(parts: Parts, collection: Collection) -> None:
    def answer(
        question: str,
        language: str,
        turns: tuple[Turn, ...],
        session: Session,
        request: gr.Request,
        *chosen: Choice,
    ) -> Iterator[Updates]:
        labels = labels_of(language, request)
        shelf = session.shelf(collection)
        scope = session_scope(chosen_limits(*chosen), collection, shelf)
        # Since the limits were chosen, the last document within them may have gone: say so.
        statement = {parts.statement: scope_html(scope, labels)}
        if not question.strip() or scope.ids == frozenset():
            yield statement
            return
        yield {
            parts.question: "",
            **statement,
            parts.conversation: conversation_html(turns, labels, pending=question),
            parts.examples: _examples(labels, unfolded=False),
        }
        turns = ask(shelf.chatbot or collection.chatbot, question, turns, scope)
        reply = turns[-1].reply
        is_kept = isinstance(reply, Refusal) and reply.reason == "too_long"  # to be shortened
        yield {
            parts.turns: turns,
            **({parts.question: question} if is_kept else {}),
            parts.conversation: conversation_html(turns, labels),
            parts.evidence: evidence_html(turns, labels),
        }

    def nudge() -> None:
        """Do nothing; that the queue is asked opens its stream of results again."""

    def restart(language: str, request: gr.Request) -> Updates:
        labels = labels_of(language, request)
        return {
            parts.turns: (),
            parts.conversation: conversation_html((), labels),
            parts.evidence: evidence_html((), labels),
            parts.examples: _examples(labels, unfolded=True),
        }

    def _examples(labels: Labels, *, unfolded: bool) -> str:
        return examples_html(examples_for(collection.documents), labels, unfolded=unfolded)

    asked = [parts.question.submit, parts.send.click]
    gr.on(asked, None, js="() => zhengwen.follow()")
    gr.on(
        asked,
        answer,
        [parts.question, parts.language, parts.turns, parts.session, *parts.limit_choices],
        [
            *(parts.question, parts.statement, parts.conversation, parts.examples),
            *(parts.turns, parts.evidence),
        ],
        concurrency_limit=ASKING_AT_ONCE,
        trigger_mode="once",
        **QUEUED,
    ).then(None, js="() => zhengwen.settle()")
    parts.nudge.click(nudge, None, None, concurrency_limit=None, **QUEUED)
    parts.restart.click(
        restart,
        [parts.language],
        [parts.turns, parts.conversation, parts.evidence, parts.examples],
        **AT_ONCE,
    )
