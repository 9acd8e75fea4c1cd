"""
Questions over collections of documents that nobody wrote the bot for.

Each file of questions in ``eval/many/`` is about the documents that its answers stand in, which lie
in ``eval/outlines/``. They are indexed together, and the bot is not told which holds the answer.
"""

from collections.abc import Iterator
from pathlib import Path

from bot.chatbot import Chatbot
from eval.outlines import OUTLINES
from eval.questions import Question, load_questions
from eval.running import run_questions
from index.encoder import SentenceEncoder
from index.library import build_index
from index.maintenance import gather

MANY = Path(__file__).parent / "many"


def run_collections(
    paths: tuple[Path, ...], encoder: SentenceEncoder, folder: Path = OUTLINES
) -> Iterator[tuple[Path, tuple[Question, ...], dict[str, dict]]]:
    """
    Put each file of questions to the bot over its own documents.

    :param folder: holds the documents, named by their ids
    :returns: the file, its questions, and the replies by question id
    :raises FileNotFoundError: if a document of an answer is not in the folder
    """
    for path in paths or tuple(sorted(MANY.glob("*.jsonl"))):
        questions = load_questions(path)
        ids = sorted({question.document for question in questions if question.document})
        documents = gather([_file_of(folder, name) for name in ids], taken=set())
        chatbot = Chatbot(build_index(documents, encoder), encoder)
        yield path, questions, {reply["id"]: reply for reply in run_questions(chatbot, questions)}


def _file_of(folder: Path, name: str) -> Path:
    found = [p for p in sorted(folder.glob(f"{name}.*")) if p.suffix != ".json"]
    if not found:
        raise FileNotFoundError(f"{folder} has no document {name!r}")
    return found[0]
