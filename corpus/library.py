"""Read documents from files and folders: the embedded corpus, and anything a user has."""

import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from corpus.document import Document, parse_document, with_metadata
from corpus.loading import SUFFIXES, UnreadableFileError, load_text
from corpus.rendering import RenderingError, load_rendering

EMBEDDED = Path(str(files("corpus") / "documents"))
UNSAFE = re.compile(r"[^\w.()（）〔〕\-]+")


class DocumentFolderError(ValueError):
    """A document folder with a damaged file."""


def document_id(path: Path) -> str:
    """Give a document's id: its file name without extension, blanks and signs as hyphens."""
    return UNSAFE.sub("-", path.stem).strip("-.") or "document"


def read_document(path: Path) -> Document:
    """
    Read one file, or one folder with ``source.txt`` and perhaps metadata and a rendering.

    :raises UnreadableFileError: if the file cannot become text
    :raises DocumentFolderError: if a file of the folder is damaged
    :raises RenderingError: if its rendering does not fit its text
    """
    if not path.is_dir():
        loaded = load_text(path)
        return parse_document(document_id(path), loaded.text, pages=loaded.pages)
    try:
        return _read_folder(path)
    except RenderingError:
        raise
    except (OSError, ValueError, TypeError) as error:
        raise DocumentFolderError(f"{path} is damaged: {error}") from error


def _read_folder(path: Path) -> Document:
    text = (path / "source.txt").read_text(encoding="utf-8")
    if not text.strip():
        raise ValueError("source.txt is empty")
    document = parse_document(path.name, text)
    known: dict[str, object] = {}
    if (path / "metadata.json").exists():
        known = json.loads((path / "metadata.json").read_text(encoding="utf-8"))
    if (path / "rendering.en.jsonl").exists():
        known["rendering"] = load_rendering(path / "rendering.en.jsonl", document.text)
    return with_metadata(document, known)


def find_paths(paths: Iterable[Path]) -> Iterator[Path]:
    """
    Yield the readable files and document folders at or below ``paths``, in sorted order.

    :raises FileNotFoundError: if a path does not exist
    """
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path} does not exist; give a file or a folder of documents")
        if path.is_file() or (path / "source.txt").exists():
            yield path
        else:
            below = sorted(p for p in path.iterdir() if not p.name.startswith("."))
            wanted = [p for p in below if p.is_dir() or p.suffix.lower() in SUFFIXES]
            yield from find_paths(p for p in wanted if p.name != "SOURCES.md")


def read_documents(
    paths: Iterable[Path],
) -> Iterator[tuple[Path, Document | ValueError]]:
    """Read every file; a file that cannot be read is yielded with its error, and no more lost."""
    for path in find_paths(paths):
        try:
            yield path, read_document(path)
        except (UnreadableFileError, DocumentFolderError, RenderingError) as error:
            yield path, error
