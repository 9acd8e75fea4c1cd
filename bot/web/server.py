"""The page behind its web server: look, limits and what a browser may load."""

from collections.abc import Awaitable, Callable, MutableMapping
from importlib.resources import files
from typing import Any

import gradio as gr
from fastapi import FastAPI
from gradio.themes import Font

from corpus.loading import MAX_FILE_BYTES

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

STYLES = ("page.css", "library.css")
SCRIPTS = ("page.js", "library.js")
FONTS = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei")
# Gradio needs inline scripts and compiles its templates with Function(). Everything comes from
# this server: a page that had markup smuggled in could still not reach another one.
HEADERS = {
    "content-security-policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'self'"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def create_server(page: gr.Blocks) -> FastAPI:
    """Put the page behind a server; it loads nothing from anywhere else."""
    server = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    gr.mount_gradio_app(
        server,
        page,
        path="/",
        theme=theme(),
        head="".join(f"<style>{_asset(name)}</style>" for name in STYLES)
        + "".join(f"<script>{_asset(name)}</script>" for name in SCRIPTS),
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=MAX_FILE_BYTES,
        ssr_mode=False,
        pwa=False,
        enable_monitoring=False,
    )
    server.add_middleware(SafeHeaders)
    return server


def theme() -> gr.themes.Base:
    """Give the page's colours and fonts; fonts are the reader's own."""
    return gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        font=[*(Font(name) for name in FONTS), "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
        radius_size=gr.themes.sizes.radius_md,
    ).set(
        body_background_fill="#f6f7f9",
        body_background_fill_dark="#14171c",
        block_background_fill_dark="#1b1f26",
        button_primary_background_fill="#1d4f80",
        button_primary_background_fill_hover="#163f67",
        button_primary_background_fill_dark="#2f6ca8",
        button_primary_text_color="#ffffff",
        checkbox_background_color_selected="#1d4f80",
        checkbox_background_color_selected_dark="#2f6ca8",
        button_primary_text_color_dark="#ffffff",
    )


class SafeHeaders:
    """Adds :data:`HEADERS` to every response."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on and its response back with the headers."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message["headers"] = [*message.get("headers", ()), *own]
            await send(message)

        await self.app(scope, receive, send_safely)


def _asset(name: str) -> str:
    return (files("bot.web") / name).read_text(encoding="utf-8")
