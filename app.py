"""Serve the page: put chatbot, page and server together."""

import argparse
import logging
import os
import socket
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr

    from bot.chatbot import Chatbot
    from bot.settings import Settings

EXAMPLES = """examples:
  python app.py                              the embedded documents on http://127.0.0.1:7860
  python app.py --port 8080 --index DIR      an index made with 'python -m index build'
  python app.py --host 0.0.0.0               for other machines too; put a login in front of it

Settings of the environment (ZHENGWEN_*) apply where no option is given; see README.md.
"""


def create_app(chatbot: "Chatbot", settings: "Settings | None" = None) -> "gr.Blocks":
    """Make the page over a chatbot; a test passes a fake one, without settings."""
    from bot.settings import Settings
    from bot.web.collection import Collection
    from bot.web.page import create_page

    return create_page(Collection.from_settings(chatbot, settings or Settings()))


def main(argv: Sequence[str] | None = None) -> int:
    """
    Serve the page until Ctrl-C.

    :returns: 0 after Ctrl-C, 1 where it cannot start; the reason is on stderr in one line
    """
    arguments = (parser := _parser()).parse_args(argv)
    notes = logging.StreamHandler()
    notes.setLevel(logging.WARNING)  # of the handler: some libraries set their own logger's
    logging.basicConfig(handlers=[notes], format="%(levelname)s %(name)s: %(message)s")
    from bot.settings import Settings

    try:
        settings = Settings.from_environ(os.environ)
        settings = replace(
            settings,
            host=arguments.host or settings.host,
            port=settings.port if arguments.port is None else arguments.port,
            index=arguments.index or settings.index,
        )
        listening = _listen(settings.host, settings.port)
        from bot.build import build_chatbot

        chatbot = build_chatbot(settings, explicit=arguments.index is not None)
        threading.Thread(target=chatbot.warm_up, daemon=True).start()
        _serve(create_app(chatbot, settings), listening)
    except (OSError, ValueError) as error:
        print(f"{parser.prog}: {' '.join(str(error).split())}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Ask Chinese policy documents in Chinese or English, in the browser.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--host", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=_port, help="port to listen on, 0 for a free one (7860)")
    parser.add_argument("--index", type=Path, metavar="DIR", help="folder of the stored index")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 65535, was: {text!r}")
    return int(text)


def _listen(host: str, port: int) -> socket.socket:
    """Take the port at once: a port in use is found before anything heavy is loaded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise OSError(
            f"cannot listen on {host} port {port}: {error.strerror or error}; "
            "choose another one with --port"
        ) from error


def _serve(page: "gr.Blocks", listening: socket.socket) -> None:
    """Serve on a socket, saying where on stdout; Ctrl-C comes back as KeyboardInterrupt."""
    import uvicorn

    from bot.web.server import create_server

    host, port = listening.getsockname()[:2]
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
    config = uvicorn.Config(create_server(page), log_level="warning", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    # Each open page holds a connection; that Ctrl-C cuts them off is not worth a traceback.
    logging.getLogger("uvicorn.error").addFilter(lambda record: not server.should_exit)
    print(f"http://{shown}:{port}/", flush=True)
    server.run(sockets=[listening])


if __name__ == "__main__":
    sys.exit(main())
