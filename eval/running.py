"""Put questions to the bot and keep its replies."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.chatbot import Chatbot
from bot.reply import reply_json
from eval.questions import Question


def run_questions(
    chatbot: Chatbot, questions: Iterable[Question], documents: frozenset[str] | None = None
) -> Iterator[dict]:
    """
    Yield the reply to each question as its JSON object, with the question's id.

    The bot is not told in which document the answer stands.

    :param documents: ids to answer from; all when None
    """
    for question in questions:
        reply = chatbot.reply(question.text, question.history, documents=documents)
        yield {"id": question.id} | reply_json(reply)


def write_replies(replies: Iterable[dict], path: Path) -> int:
    """Write replies as JSON lines; give their number."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for reply in replies:
            out.write(json.dumps(reply, ensure_ascii=False) + "\n")
            count += 1
            if count % 50 == 0:
                print(f"{count} questions", file=sys.stderr)
    return count


def read_replies(path: Path) -> dict[str, dict]:
    """
    Read replies by question id.

    :raises ValueError: naming the line that is no reply
    """
    replies: dict[str, dict] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                row = json.loads(line)
                replies[str(row["id"])] = row
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path}:{number}: no reply: {error!r}") from error
    return replies
