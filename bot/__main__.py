"""Ask one question, or chat in the terminal."""

import argparse
import datetime
import json
import sys
from pathlib import Path

from corpus.command import leave
from index.selection import add_limits, selection_of

EXAMPLES = """
examples:
  python -m bot ask "2020年信息产业规模目标是多少?"
  python -m bot ask "Which department is responsible for 5G trials?" --json
  python -m bot ask "有什么扶持政策?" --today 2019-06-30
  python -m bot ask "企业培育由谁负责?" --issuer 上海市 --from 2021 --to 2023-06
  python -m bot chat --document notice
"""
FAREWELL = {"exit", "quit", "退出", "再见", "bye"}


def parser() -> argparse.ArgumentParser:
    """Make the command line."""
    top = argparse.ArgumentParser(
        prog="python -m bot",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", required=True)
    for name, text in (("ask", "ask one question"), ("chat", "chat in the terminal")):
        command = commands.add_parser(
            name,
            help=text,
            description=text,
            epilog=EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name == "ask":
            command.add_argument("question", metavar="QUESTION")
            command.add_argument(
                "--today",
                type=day,
                metavar="YYYY-MM-DD",
                help="the day that terms and horizons are compared with (default: today)",
            )
            command.add_argument("--json", action="store_true", help="print the reply as JSON")
        add_limits(command)
        command.add_argument("--index", type=Path, metavar="DIR", help="the index's place")
    return top


def day(text: str) -> datetime.date:
    """Read a day; argparse words the error."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2024-06-30") from None


def main(argv: list[str] | None = None) -> int:
    """Run a command; 0 (a refusal too), or 1 with a one-line reason on stderr."""
    args = parser().parse_args(argv)
    from bot.build import build_chatbot, settings_with

    try:
        settings, explicit = settings_with(args.index)
        chatbot = build_chatbot(settings, explicit=explicit)
        documents = selection_of(args).choose(chatbot.index.documents)
        if args.command == "chat":
            return chat(chatbot, documents)
    except (OSError, ValueError, RuntimeError) as error:
        print(f"bot {args.command}: {error}", file=sys.stderr)
        return 1
    from bot.reply import reply_json

    reply = chatbot.reply(args.question, documents=documents, today=args.today)
    if args.json:
        print(json.dumps(reply_json(reply), ensure_ascii=False))
    else:
        print_reply(reply, named=len(chatbot.index.documents) > 1)
    return 0


def print_reply(reply, *, named: bool = False) -> None:  # noqa: ANN001 - Reply, imported late
    """
    Print a reply, its notices, options and quotes as plain text.

    :param named: whether each citation names its document, though all are of one
    """
    from bot.reply import Clarification, citations_of, reply_text

    print(reply_text(reply))
    for notice in reply.notices:
        print(f"\n! {notice}")
    if isinstance(reply, Clarification):
        for number, option in enumerate(reply.options, start=1):
            print(f"  {number}. {option}")
    cited = citations_of(reply)
    if cited:
        print()
    named = named or len({citation.document for citation in cited}) > 1
    for citation in cited:
        page = f" (p. {citation.page})" if citation.page else ""
        title = f"《{citation.title}》" if named else ""
        print(f"[{citation.marker}] {title}{citation.breadcrumb}{page}")
        print(f"    {' '.join(citation.quote.split())}")


def chat(chatbot, documents: frozenset[str] | None) -> int:  # noqa: ANN001 - Chatbot, as above
    """
    Read questions from the terminal until the end of input.

    :param documents: ids to answer from; all when None
    """
    from bot.reply import reply_text

    history: list[tuple[str, str]] = []
    print("政问 Zhengwen · exit / 退出", file=sys.stderr)
    while True:
        try:
            question = input("? ")
        except (EOFError, KeyboardInterrupt):
            return 0
        if question.strip().lower() in FAREWELL:
            return 0
        chatbot = chatbot.refreshed()
        reply = chatbot.reply(question, history, documents=documents)
        print_reply(reply, named=len(chatbot.index.documents) > 1)
        print()
        history += [("user", question), ("assistant", reply_text(reply))]


if __name__ == "__main__":
    leave(main)
