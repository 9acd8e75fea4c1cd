"""The components of the page and where they stand."""

from dataclasses import dataclass, fields
from typing import Any

import gradio as gr

from bot.web.session import Session

LANGUAGES = (("中文", "zh"), ("English", "en"))
# A button with data-pick sends what it stands for to the handlers of its component.
PICKED = (
    "element.addEventListener('zw-pick', (event) => "
    "trigger(event.detail.pick === 'remove' ? 'delete' : 'click', event.detail))"
)
# How events are handled: long ones wait in the queue. Quick ones go past it, also because its
# stream of results may close just when an event is sent right behind another one.
QUEUED: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
AT_ONCE: dict[str, Any] = {**QUEUED, "queue": False}


@dataclass(frozen=True)
class Parts:
    """The components of one page; the first three hold what a session knows."""

    turns: gr.State
    session: gr.State
    reading: gr.State  # ids of the document and the section that are shown
    header: gr.HTML
    language: gr.Radio
    conversation: gr.HTML
    question: gr.Textbox
    send: gr.Button
    nudge: gr.Button  # out of sight; page.js clicks it
    statement: gr.HTML
    restart: gr.Button
    disclaimer: gr.HTML
    own: gr.Radio
    limits_panel: gr.Accordion
    chosen: gr.Dropdown
    issuer: gr.Dropdown
    first: gr.Dropdown
    last: gr.Dropdown
    clear: gr.Button
    limits_note: gr.HTML
    examples: gr.HTML
    files_panel: gr.Accordion
    files: gr.File
    files_note: gr.HTML
    uploads: gr.HTML
    remove_all: gr.Button
    documents_panel: gr.Accordion
    search: gr.Textbox
    documents: gr.HTML
    evidence: gr.HTML
    outline: gr.HTML
    section: gr.HTML

    @property
    def limit_choices(self) -> list[gr.Dropdown | gr.Radio]:
        """What limits the questions, in the order of ``chosen_limits``."""
        return [self.chosen, self.issuer, self.first, self.last, self.own]

    @property
    def shown(self) -> list[Any]:
        """Every component with words of the page's language."""
        hidden = {"turns", "session", "reading", "nudge"}
        return [getattr(self, field.name) for field in fields(self) if field.name not in hidden]


def lay_out() -> Parts:
    """Make the components: conversation left, evidence or a document right, the rest below."""
    made: dict[str, Any] = {
        "turns": gr.State(()),
        "session": gr.State(Session()),
        "reading": gr.State(("", "")),
    }
    with gr.Row(elem_id="zw-top"):
        made["header"] = _html()
        made["language"] = gr.Radio(LANGUAGES, label=" ", elem_id="zw-language", container=False)
    with gr.Row(elem_id="zw-main"):
        with gr.Column(elem_id="zw-talk"):
            made |= _talk()
        with gr.Column(elem_id="zw-side"):
            made["evidence"] = _html()
            with gr.Column(elem_id="zw-reading"):
                made["outline"], made["section"] = _html(PICKED), _html(PICKED)
        with gr.Column(elem_id="zw-more"):
            made["examples"] = _html()
            made |= _limits() | _files() | _documents()
    return Parts(**made)


def _talk() -> dict[str, Any]:
    made: dict[str, Any] = {"conversation": _html(), "statement": _html(PICKED)}
    with gr.Row(elem_id="zw-ask"):
        made["question"] = gr.Textbox(
            label=" ",
            show_label=False,
            container=False,
            lines=1,
            max_lines=6,
            autofocus=True,
            scale=1,
            elem_id="zw-question",
        )
        made["send"] = gr.Button(" ", variant="primary", scale=0, min_width=88, elem_id="zw-send")
    made["nudge"] = gr.Button("", visible="hidden", elem_id="zw-nudge")
    made["own"] = gr.Radio(
        [("", "all"), ("", "mine")], value="all", visible=False, elem_id="zw-scope"
    )
    with gr.Row(elem_id="zw-tools"):
        made["disclaimer"] = _html()
        made["restart"] = gr.Button(" ", size="sm", scale=0, min_width=96, elem_id="zw-restart")
    return made


def _limits() -> dict[str, Any]:
    made: dict[str, Any] = {}
    with gr.Accordion(" ", open=False, elem_id="zw-limit", elem_classes="zw-fold") as panel:
        made["chosen"] = gr.Dropdown([], multiselect=True, elem_id="zw-chosen")
        with gr.Row(elem_id="zw-limit-row"):
            made["issuer"] = gr.Dropdown([("", "")], scale=2, min_width=160, elem_id="zw-issuer")
            made["first"] = gr.Dropdown([("", "")], scale=1, min_width=110, elem_id="zw-first")
            made["last"] = gr.Dropdown([("", "")], scale=1, min_width=110, elem_id="zw-last")
        made["limits_note"] = _html()
        made["clear"] = gr.Button(" ", size="sm", elem_id="zw-clear")
    return made | {"limits_panel": panel}


def _files() -> dict[str, Any]:
    made: dict[str, Any] = {}
    with gr.Accordion(" ", open=False, elem_id="zw-files", elem_classes="zw-fold") as panel:
        made["files"] = gr.File(
            file_count="multiple", show_label=False, height=96, elem_id="zw-drop"
        )
        made["files_note"], made["uploads"] = _html(), _html(PICKED)
        made["remove_all"] = gr.Button(" ", size="sm", visible=False, elem_id="zw-remove")
    return made | {"files_panel": panel}


def _documents() -> dict[str, Any]:
    made: dict[str, Any] = {}
    with gr.Accordion(" ", open=False, elem_id="zw-list", elem_classes="zw-fold") as panel:
        made["search"] = gr.Textbox(
            "", label=" ", show_label=False, container=False, elem_id="zw-search"
        )
        made["documents"] = _html(PICKED)
    return made | {"documents_panel": panel}


def _html(script: str | None = None) -> gr.HTML:
    return gr.HTML(apply_default_css=False, js_on_load=script)
