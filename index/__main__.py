"""Build, extend, check and search the stored index."""

import argparse
import json
import os
import resource
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.command import leave
from corpus.document import Document
from corpus.library import EMBEDDED, find_paths
from corpus.normalise import normalise
from index.encoder import DEFAULT_MODEL, EncoderError, SentenceEncoder
from index.library import Index, Progress, Report
from index.locking import WAIT, IndexLockedError
from index.maintenance import (
    MissingDocumentError,
    add,
    build,
    default_folder,
    note,
    open_index,
    remove,
    repair,
)
from index.progress import shown
from index.retriever import Retriever, Search, copies_json
from index.selection import add_limits, selection_of
from index.store import load_index
from index.stored_document import document_name

EXAMPLES = """
examples:
  python -m index build                          # the embedded corpus
  python -m index build policies/ --index /tmp/i # every readable file of a folder
  python -m index add notice.pdf                 # one with the same id is replaced
  python -m index list --json
  python -m index search "5G试点由谁负责" -k 5
  python -m index search --queries q.jsonl --out hits.jsonl -k 10
"""


def parser() -> argparse.ArgumentParser:
    """Make the command line."""
    top = argparse.ArgumentParser(
        prog="python -m index",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", required=True)
    for name, text in (
        ("build", "build the index anew"),
        ("add", "add or replace documents"),
        ("remove", "remove a document"),
        ("list", "list the documents"),
        ("verify", "check every file of the index"),
        ("repair", "make a damaged index whole again from its own documents"),
        ("export", "write the documents' texts to a folder"),
        ("search", "find sections"),
    ):
        command = commands.add_parser(
            name,
            help=text,
            description=text,
            epilog=EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name in ("build", "add"):
            command.add_argument("paths", nargs="*" if name == "build" else "+", type=Path)
        if name == "remove":
            command.add_argument("document", metavar="DOCUMENT_ID")
        if name == "list":
            command.add_argument("--json", action="store_true", help="print a JSON array")
        if name == "export":
            command.add_argument("folder", type=Path, metavar="DIR")
        if name == "search":
            command.add_argument("query", nargs="?")
            command.add_argument("--queries", type=Path, help='JSON lines {"id","question"}')
            command.add_argument("--out", type=Path, help="where the JSON lines of hits go")
            command.add_argument("-k", type=int, default=10)
            add_limits(command)
            command.add_argument("--json", action="store_true")
        command.add_argument("--index", type=Path, metavar="DIR", help="the index's place")
    return top


def main(argv: list[str] | None = None) -> int:
    """Run a command; 0, 1 with a one-line reason on stderr, 2 for bad usage."""
    top = parser()
    args = top.parse_args(argv)
    if args.command == "search":
        if (args.query is None) == (args.queries is None) or bool(args.queries) != bool(args.out):
            top.error("search takes either QUERY, or --queries FILE with --out FILE")
        if args.k < 1:
            top.error(f"-k must be at least 1, was: {args.k}")
    folder = args.index or default_folder(os.environ)
    encoder = SentenceEncoder(os.environ.get("ZHENGWEN_ENCODER") or DEFAULT_MODEL)
    try:
        return run(args, folder, encoder)
    except BrokenPipeError:
        raise
    except (OSError, ValueError, IndexLockedError, EncoderError) as error:
        note(f"index {args.command}: {error}")
    except MissingDocumentError as error:
        note(f"index {args.command}: {error.args[0]}")
    return 1


def run(args: argparse.Namespace, folder: Path, encoder: SentenceEncoder) -> int:
    """Do what the command line asks."""
    match args.command:
        case "build":
            paths = args.paths or [EMBEDDED]
            _indexed(
                folder,
                len(list(find_paths(paths))),
                lambda report: build(folder, encoder, paths, report=report, wait=WAIT),
            )
        case "add":
            known = open_index(folder, encoder, explicit=args.index is not None)
            _indexed(
                folder,
                len(list(find_paths(args.paths))),
                lambda report: add(
                    folder, encoder, args.paths, known=known, report=report, wait=WAIT
                ),
            )
        case "remove":
            remove(folder, encoder, args.document, wait=WAIT)
            print(f"removed {args.document}")
        case "list":
            index = open_index(folder, encoder, explicit=args.index is not None)
            _list(index.documents, as_json=args.json)
        case "verify":
            index = load_index(folder)
            print(f"whole: {len(index.documents)} documents, {len(index.chunks)} chunks")
        case "repair":
            index = repair(folder, encoder, wait=WAIT)
            print(f"whole: {len(index.documents)} documents, {len(index.chunks)} chunks")
        case "export":
            _export(open_index(folder, encoder, explicit=args.index is not None), args.folder)
        case "search":
            if args.query is not None and not normalise(args.query).strip():
                raise ValueError("the question is empty")
            index = open_index(folder, encoder, explicit=args.index is not None)
            return _search(args, Retriever(index, encoder))
    return 0


def _indexed(folder: Path, total: int, work: Callable[[Report], Index]) -> None:
    """Do the work under a progress bar; say what is in the index then, how fast, in how much."""
    last = Progress(0, 0)
    started = time.perf_counter()
    with shown(total) as show:

        def report(progress: Progress) -> None:
            nonlocal last
            last = progress
            show(progress)

        index = work(report)
    seconds = time.perf_counter() - started
    print(
        f"indexed {len(index.documents)} documents, {len(index.chunks)} chunks, "
        f"{len(index.rows)} vectors in {seconds:.1f} s: {folder}"
    )
    print(
        f"{last.documents / seconds:.2f} documents/s, {last.sections / seconds:.0f} sections/s; "
        f"peak memory {_peak():.0f} MB"
    )


def _peak() -> float:
    """Give the most memory that this process has had, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _list(documents: Sequence[Document], *, as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "document": document.id,
                "title": document.title,
                "issuer": document.issuer,
                "number": document.number,
                "date": document.date,
                "sections": len(document.sections),
                "chars": len(document.text),
            }
            for document in documents
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for document in documents:
        count, date = len(document.sections), document.date or ""
        print(f"{document.id}\t{count}\t{date}\t{document.title}")


def _export(index: Index, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for document in index.documents:
        is_name = Path(document.id).name == document.id  # an id is never a path
        name = document.id if is_name else document_name(document.id)
        (folder / f"{name}.txt").write_text(document.text, encoding="utf-8", newline="")
    print(f"exported {len(index.documents)} documents to {folder}")


def search_json(search: Search, retriever: Retriever, id: str | None) -> dict[str, object]:  # noqa: A002
    """Give a search as plain values for JSON, in the shape that scripts rely on."""
    chunks = retriever.index.chunks
    return {
        "id": id,
        "question": search.question,
        "language": search.language,
        "hits": [
            {
                "rank": hit.rank,
                "score": round(hit.score, 4),
                "document": hit.document,
                "ref": hit.ref,
                "start": chunks[hit.chunk].start,
                "end": chunks[hit.chunk].end,
                "text": chunks[hit.chunk].text,
            }
            | copies_json(hit, retriever.index)
            for hit in search.hits
        ],
    }


def _search(args: argparse.Namespace, retriever: Retriever) -> int:
    documents = selection_of(args).choose(retriever.index.documents)
    if args.queries is None:
        found = retriever.search(args.query, k=args.k, documents=documents)
        if args.json:
            print(json.dumps(search_json(found, retriever, None), ensure_ascii=False))
        else:
            width = min(100, shutil.get_terminal_size().columns - 30)
            for hit in found.hits:
                text = " ".join(retriever.index.chunks[hit.chunk].text.split())
                print(f"{hit.rank:2}  {hit.score:6.3f}  {hit.document}  {hit.ref}  {text[:width]}")
        return 0
    questions = read_questions(args.queries)
    with args.out.open("w", encoding="utf-8") as out:
        for id, question in questions:  # noqa: A001
            found = retriever.search(question, k=args.k, documents=documents)
            out.write(json.dumps(search_json(found, retriever, id), ensure_ascii=False) + "\n")
    return 0


def read_questions(path: Path) -> list[tuple[str | None, str]]:
    """
    Read the ids and questions of a file of JSON lines; empty lines are passed over.

    :raises ValueError: if a line has no question; the message names file and line
    """
    found: list[tuple[str | None, str]] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                question = row["question"]
                if not isinstance(question, str):
                    raise TypeError(f"the question is {json.dumps(question)}, not a text")
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path}:{number}: no JSON with a question: {error}") from error
            if not normalise(question).strip():
                raise ValueError(f"{path}:{number}: the question is empty")
            found.append((row.get("id"), question))
    return found


if __name__ == "__main__":
    leave(main)
