"""Build, open, extend and repair the stored index."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import platformdirs

from corpus.document import Document
from corpus.library import EMBEDDED
from corpus.reader import read_documents
from index.encoder import SentenceEncoder
from index.library import Index, build_index, unique_ids
from index.store import IndexStoreError, load_index, recover_documents, save_index, writing

CHECKOUT = Path(__file__).resolve().parent.parent
Note = Callable[[str], None]


class MissingDocumentError(KeyError):
    """A document id that the index does not hold."""


def note(message: str) -> None:
    """Tell the user on stderr what is going on."""
    print(message, file=sys.stderr, flush=True)


def default_folder(environ: Mapping[str, str]) -> Path:
    """Give the index's place: ``ZHENGWEN_INDEX``, else the checkout's, else the user's data."""
    if environ.get("ZHENGWEN_INDEX"):
        return Path(environ["ZHENGWEN_INDEX"])
    if (CHECKOUT / "pyproject.toml").exists():
        return CHECKOUT / "build" / "index"
    return Path(platformdirs.user_data_dir("zhengwen")) / "index"


def gather(paths: Sequence[Path], *, taken: set[str], note: Note = note) -> list[Document]:
    """
    Read documents from files and folders; name on ``note`` what cannot be read.

    :param taken: ids that are in use; a document that has one gets a suffix
    :raises FileNotFoundError: if a path does not exist
    :raises UnreadableFileError: if nothing at all could be read
    """
    documents: list[Document] = []
    error: ValueError | None = None
    for _, found in read_documents(paths):
        if isinstance(found, ValueError):
            note(f"skipped: {found}")
            error = found
        else:
            documents.append(found)
    if error and not documents:
        raise error
    named = unique_ids(documents, taken)
    for document, name in named:
        if name != document.id:
            note(f"warning: a document {document.id!r} is there already; this one is {name!r}")
    return [replace(document, id=name) for document, name in named]


def build(
    folder: Path, encoder: SentenceEncoder, paths: Sequence[Path] = (), *, progress: bool = False
) -> Index:
    """Build the index anew from files and folders, by default from the embedded corpus."""
    with writing(folder):
        documents = gather(paths or [EMBEDDED], taken=set())
        index = build_index(documents, encoder, progress=progress)
        save_index(index, folder)
    return index


def add(
    folder: Path, encoder: SentenceEncoder, paths: Sequence[Path], *, progress: bool = False
) -> Index:
    """Add documents; one with the same id and other text replaces, the same text is left alone."""
    with writing(folder):
        index = load_index(folder)
        new = gather(paths, taken=set())
        ids = {document.id for document in new}
        kept = [document for document in index.documents if document.id not in ids]
        index = build_index([*kept, *new], encoder, known=index, progress=progress)
        save_index(index, folder)
    return index


def insert(
    folder: Path, encoder: SentenceEncoder, documents: Sequence[Document], *, wait: float = 0.0
) -> tuple[Index, tuple[Document, ...]]:
    """
    Add documents that replace no other: one whose id is in use gets an id of its own.

    :param wait: seconds to wait for another writer
    :returns: the new index, and the documents as they are in it
    """
    with writing(folder, wait=wait):
        index = load_index(folder)
        named = unique_ids(documents, set(index.by_id))
        new = tuple(replace(document, id=name) for document, name in named)
        index = build_index([*index.documents, *new], encoder, known=index)
        save_index(index, folder)
    return index, new


def remove(folder: Path, encoder: SentenceEncoder, name: str, *, wait: float = 0.0) -> Index:
    """
    Remove a document.

    :param wait: seconds to wait for another writer
    :raises MissingDocumentError: if the index does not hold it
    """
    with writing(folder, wait=wait):
        index = load_index(folder)
        if name not in index.by_id:
            raise MissingDocumentError(
                f"the index holds no document {name!r}; "
                f"it holds: {', '.join(index.by_id) or 'none'}"
            )
        kept = [document for document in index.documents if document.id != name]
        index = build_index(kept, encoder, known=index)
        save_index(index, folder)
    return index


def open_index(
    folder: Path, encoder: SentenceEncoder, *, explicit: bool, note: Note = note
) -> Index:
    """
    Open the index; at the default place, build or repair it where that is needed.

    :param explicit: whether the user named the folder; then nothing is repaired unasked
    :raises IndexStoreError: if a folder that the user named cannot be used as it is
    """
    try:
        index = load_index(folder)
        if index.encoder == encoder.identity:
            return index
        reason = "it was built with another encoder"
        documents: Sequence[Document] = index.documents
    except IndexStoreError as error:
        if explicit:
            raise
        reason = str(error).split(";")[0]
        lost: list[str] = []
        documents = recover_documents(folder, lost=lost.append)
        for name in lost:
            note(f"warning: the document {name!r} is damaged and left out; add it again")
    if explicit:
        raise IndexStoreError(
            f"the index {folder} does not fit: {reason}; rebuild it with "
            f"'python -m index build --index {folder}'"
        )
    note(f"building the index in {folder}: {reason}")
    with writing(folder, wait=60):
        try:
            index = load_index(folder)  # another process may have built it meanwhile
            if index.encoder == encoder.identity:
                return index
        except IndexStoreError:
            pass
        index = build_index(documents or gather([EMBEDDED], taken=set()), encoder)
        save_index(index, folder)
    return index
