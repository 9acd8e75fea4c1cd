"""Read documents from files and folders: the embedded corpus, and anything a user has."""

import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from corpus.document import Document, parse_document, with_metadata
from corpus.formats import LoadedText
from corpus.loading import SUFFIXES, load_texts
from corpus.rendering import RenderingError, load_rendering

EMBEDDED = Path(str(files("corpus") / "documents"))
# What else a folder of documents holds: read by its content where that can be, else named.
OFFICE = (".mht", ".mhtml", ".rtf", ".wps", ".dot", ".dotx", ".ofd", ".xls", ".xlsm", ".et", ".ods")
MAX_ID_LENGTH = 80  # a file's name may take 255 bytes: 80 Chinese characters and an ending
UNSAFE = re.compile(r"[^\w.()（）〔〕\-]+")


class DocumentFolderError(ValueError):
    """A document folder with a damaged file."""


def clean_name(name: str) -> str:
    """
    Make any name fit to be an id, and part of a file's name: no path, no control characters.

    ``clean_name("../a b?.pdf") -> "a-b-.pdf"``
    """
    return UNSAFE.sub("-", name).strip("-.")[:MAX_ID_LENGTH].strip("-.") or "document"


def document_id(path: Path) -> str:
    """Give a document's id: its file name without extension, blanks and signs as hyphens."""
    return clean_name(path.stem)


def read_file(path: Path) -> tuple[Document, ...]:
    """
    Read the documents of one file, or of one folder with ``source.txt``, in this process.

    For files of others use :class:`corpus.reader.DocumentReader`, which bounds memory and time.

    :returns: one document; several where a file of records holds several
    :raises UnreadableFileError: if the file cannot become text
    :raises DocumentFolderError: if a file of the folder is damaged
    :raises RenderingError: if its rendering does not fit its text
    """
    if path.is_dir():
        return (read_document(path),)
    name = document_id(path)
    return tuple(
        _document(clean_name(f"{name}-{loaded.name}") if loaded.name else name, loaded)
        for loaded in load_texts(path)
    )


def read_document(path: Path) -> Document:
    """
    Read one file, or one folder with ``source.txt`` and perhaps metadata and a rendering.

    :raises ValueError: as :func:`read_file` does, and if the file holds several documents
    """
    if not path.is_dir():
        documents = read_file(path)
        if len(documents) > 1:
            raise ValueError(f"{path} holds {len(documents)} documents; give a file with one")
        return documents[0]
    try:
        return _read_folder(path)
    except RenderingError:
        raise
    except (OSError, ValueError, TypeError) as error:
        raise DocumentFolderError(f"{path} is damaged: {error}") from error


def _document(name: str, loaded: LoadedText) -> Document:
    document = parse_document(name, loaded.text, pages=loaded.pages)
    warnings = (*loaded.warnings, *document.warnings)
    return with_metadata(document, {**loaded.known, "warnings": warnings})


def _read_folder(path: Path) -> Document:
    text = (path / "source.txt").read_text(encoding="utf-8")
    if not text.strip():
        raise ValueError("source.txt is empty")
    document = parse_document(clean_name(path.resolve().name), text)
    known: dict[str, object] = {}
    if (path / "metadata.json").exists():
        known = json.loads((path / "metadata.json").read_text(encoding="utf-8"))
    if (path / "rendering.en.jsonl").exists():
        known["rendering"] = load_rendering(path / "rendering.en.jsonl", document.text)
    return with_metadata(document, known)


def find_paths(paths: Iterable[Path]) -> Iterator[Path]:
    """
    Yield the readable files and document folders at or below ``paths``, in sorted order.

    What only looks like one, a broken link or a pipe, is yielded too, for the reader to name. A
    folder that a link leads back to is read once.

    :raises FileNotFoundError: if a path does not exist
    """
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path} does not exist; give a file or a folder of documents")
        yield from _below(path, ())


def _below(path: Path, above: tuple[Path, ...]) -> Iterator[Path]:
    """Yield what is at or below a path; ``above`` are the folders on the way to it."""
    if not path.is_dir() or (path / "source.txt").exists():
        yield path
        return
    place = path.resolve()
    if place in above:
        return
    for inner in sorted(p for p in path.iterdir() if not p.name.startswith(".")):
        is_wanted = inner.is_dir() or inner.suffix.lower() in SUFFIXES + OFFICE
        if is_wanted and inner.name != "SOURCES.md":
            yield from _below(inner, (*above, place))
