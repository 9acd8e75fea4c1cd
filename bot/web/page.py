"""The page: its parts, and what happens when somebody uses them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from bot.reply import reply_json
from bot.web.conversation import Turn, ask
from bot.web.evidence import evidence_html
from bot.web.examples import examples_for
from bot.web.labels import EN, Labels, labels_for, preferred_language
from bot.web.rendering import (
    conversation_html,
    documents_html,
    examples_html,
    header_html,
    note_html,
    uploads_html,
)
from bot.web.uploads import MAX_FILES, Shelf, add_files
from corpus.loading import MAX_FILE_BYTES, SUFFIXES

if TYPE_CHECKING:
    from bot.chatbot import Chatbot

ASKING_AT_ONCE = 4  # questions of different users answered side by side
FILES_KEPT = 3600  # seconds until an uploaded file is deleted; its text stays with the session
LANGUAGES = (("中文", "zh"), ("English", "en"))

Updates = dict[Any, Any]  # a component and what it shows next


@dataclass(frozen=True)
class Parts:
    """The components of one page."""

    turns: gr.State
    shelf: gr.State
    header: gr.HTML
    language: gr.Radio
    conversation: gr.HTML
    question: gr.Textbox
    send: gr.Button
    scope: gr.Radio
    restart: gr.Button
    disclaimer: gr.HTML
    examples: gr.HTML
    files_panel: gr.Accordion
    files: gr.File
    limits: gr.HTML
    uploads: gr.HTML
    remove: gr.Button
    documents: gr.HTML
    evidence: gr.HTML


def create_page(chatbot: "Chatbot") -> gr.Blocks:
    """
    Make the page over one chatbot, which all sessions share and none changes.

    Labels are filled in when a browser opens the page and says which language it prefers.
    """
    with gr.Blocks(
        title="政问 Zhengwen",
        analytics_enabled=False,
        fill_width=True,
        delete_cache=(FILES_KEPT, FILES_KEPT),
    ) as page:
        parts = _lay_out()
        _wire(page, parts, chatbot)
    return page


def _lay_out() -> Parts:
    turns, shelf = gr.State(()), gr.State(Shelf())
    with gr.Row(elem_id="zw-top"):
        header = _html()
        language = gr.Radio(LANGUAGES, label=" ", elem_id="zw-language", container=False)
    with gr.Row(elem_id="zw-main"):
        with gr.Column(elem_id="zw-talk"):
            conversation = _html()
            with gr.Row(elem_id="zw-ask"):
                question = gr.Textbox(
                    label=" ",
                    show_label=False,
                    container=False,
                    lines=1,
                    max_lines=6,
                    autofocus=True,
                    scale=1,
                    elem_id="zw-question",
                )
                send = gr.Button(" ", variant="primary", scale=0, min_width=88, elem_id="zw-send")
            scope = gr.Radio(
                [("", "all"), ("", "mine")], value="all", visible=False, elem_id="zw-scope"
            )
            with gr.Row(elem_id="zw-tools"):
                disclaimer = _html()
                restart = gr.Button(" ", size="sm", scale=0, min_width=96, elem_id="zw-restart")
        with gr.Column(elem_id="zw-side"):
            evidence = _html()
        with gr.Column(elem_id="zw-more"):
            examples = _html()
            with gr.Accordion(" ", open=False, elem_id="zw-files") as files_panel:
                files = gr.File(
                    file_count="multiple", show_label=False, height=96, elem_id="zw-drop"
                )
                limits, uploads = _html(), _html()
                remove = gr.Button(" ", size="sm", visible=False, elem_id="zw-remove")
            documents = _html()
    return Parts(
        turns,
        shelf,
        header,
        language,
        conversation,
        question,
        send,
        scope,
        restart,
        disclaimer,
        examples,
        files_panel,
        files,
        limits,
        uploads,
        remove,
        documents,
        evidence,
    )


def _html() -> gr.HTML:
    return gr.HTML(apply_default_css=False, js_on_load=None)


def _wire(page: gr.Blocks, parts: Parts, chatbot: "Chatbot") -> None:
    """Connect the components with what they do; handlers only fetch, call and show."""
    examples = examples_for(chatbot.index.documents)

    def reply_of(question: str) -> dict[str, Any]:
        return reply_json(chatbot.reply(question))

    gr.api(reply_of, api_name="ask", concurrency_limit=ASKING_AT_ONCE)

    def labels_of(language: str | None, request: gr.Request) -> Labels:
        preferred, traditional = preferred_language(request.headers.get("accept-language", ""))
        chosen = "en" if language == "en" else "zh" if language == "zh" else preferred
        return labels_for(chosen, traditional=traditional)

    def show(
        language: str | None, turns: tuple[Turn, ...], shelf: Shelf, request: gr.Request
    ) -> Updates:
        labels = labels_of(language, request)
        return {
            parts.language: gr.update(value="en" if labels is EN else "zh", label=labels.language),
            parts.header: header_html(labels),
            parts.conversation: conversation_html(turns, labels),
            parts.question: gr.update(label=labels.question, placeholder=labels.placeholder),
            parts.send: gr.update(value=labels.send),
            parts.scope: gr.update(
                label=labels.scope,
                choices=[(labels.scope_all, "all"), (labels.scope_mine, "mine")],
            ),
            parts.restart: gr.update(value=labels.restart),
            parts.disclaimer: note_html(labels.disclaimer, labels),
            parts.examples: examples_html(examples, labels, unfolded=not turns),
            parts.files_panel: gr.update(label=labels.files),
            parts.files: gr.update(label=labels.files_hint),
            parts.limits: note_html(_limits(labels), labels),
            parts.uploads: uploads_html(shelf.uploads, labels),
            parts.remove: gr.update(value=labels.files_remove),
            parts.documents: documents_html(chatbot.index.documents, labels),
            parts.evidence: evidence_html(turns, labels),
        }

    def answer(
        question: str,
        scope: str,
        language: str,
        turns: tuple[Turn, ...],
        shelf: Shelf,
        request: gr.Request,
    ) -> Iterator[Updates]:
        labels = labels_of(language, request)
        if not question.strip():
            yield {parts.question: gr.skip()}
            return
        yield {
            parts.question: "",
            parts.conversation: conversation_html(turns, labels, pending=question),
            parts.examples: examples_html(examples, labels, unfolded=False),
        }
        mine = frozenset(document.id for document in shelf.documents)
        turns = ask(
            shelf.chatbot or chatbot,
            question,
            turns,
            documents=mine if mine and scope == "mine" else None,
        )
        yield {
            parts.turns: turns,
            parts.conversation: conversation_html(turns, labels),
            parts.evidence: evidence_html(turns, labels),
        }

    def restart(language: str, request: gr.Request) -> Updates:
        labels = labels_of(language, request)
        return {
            parts.turns: (),
            parts.conversation: conversation_html((), labels),
            parts.evidence: evidence_html((), labels),
            parts.examples: examples_html(examples, labels, unfolded=True),
        }

    def add(
        paths: list[str] | None, language: str, shelf: Shelf, request: gr.Request
    ) -> Iterator[Updates]:
        labels = labels_of(language, request)
        paths = paths or []
        yield {parts.uploads: uploads_html(shelf.uploads, labels, reading=paths), parts.files: None}
        shelf = add_files(shelf, chatbot, [Path(path) for path in paths])
        yield {
            parts.shelf: shelf,
            parts.uploads: uploads_html(shelf.uploads, labels),
            parts.remove: gr.update(visible=bool(shelf.uploads)),
            parts.scope: gr.update(visible=bool(shelf.documents)),
        }

    def remove() -> Updates:
        return {
            parts.shelf: Shelf(),
            parts.uploads: "",
            parts.remove: gr.update(visible=False),
            parts.scope: gr.update(visible=False, value="all"),
        }

    shown = [
        parts.language, parts.header, parts.conversation, parts.question, parts.send,
        parts.scope, parts.restart, parts.disclaimer, parts.examples, parts.files_panel,
        parts.files, parts.limits, parts.uploads, parts.remove, parts.documents, parts.evidence,
    ]  # fmt: skip
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    state = [parts.language, parts.turns, parts.shelf]
    page.load(
        show, state, shown, js="(_, ...rest) => [zhengwen.language(), ...rest]", **quiet
    ).then(None, js="() => zhengwen.relabel()")
    parts.language.input(None, [parts.language], js="(language) => zhengwen.remember(language)")
    parts.language.input(show, state, shown, **quiet).then(None, js="() => zhengwen.relabel()")
    asked = [parts.question.submit, parts.send.click]
    gr.on(asked, None, js="() => zhengwen.follow()")
    gr.on(
        asked,
        answer,
        [parts.question, parts.scope, *state],
        [parts.question, parts.conversation, parts.examples, parts.turns, parts.evidence],
        concurrency_limit=ASKING_AT_ONCE,
        trigger_mode="once",
        **quiet,
    ).then(None, js="() => zhengwen.settle()")
    parts.restart.click(
        restart,
        [parts.language],
        [parts.turns, parts.conversation, parts.evidence, parts.examples],
        **quiet,
    )
    parts.files.upload(
        add,
        [parts.files, parts.language, parts.shelf],
        [parts.uploads, parts.files, parts.shelf, parts.remove, parts.scope],
        concurrency_limit=1,  # one after the other, so that none overwrites another's shelf
        trigger_mode="multiple",
        **quiet,
    )
    parts.remove.click(
        remove, None, [parts.shelf, parts.uploads, parts.remove, parts.scope], **quiet
    )


def _limits(labels: Labels) -> str:
    return labels.files_limits.format(
        suffixes=" ".join(SUFFIXES), megabytes=MAX_FILE_BYTES // 2**20, count=MAX_FILES
    )
