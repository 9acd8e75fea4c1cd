"""Build, open, extend and repair the stored index."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import platformdirs

from corpus.document import Document
from corpus.library import EMBEDDED
from corpus.reader import read_documents
from index.encoder import SentenceEncoder
from index.library import Index, Report, build_index, free_id, unique_ids
from index.locking import writing
from index.recovery import recover_documents, recover_index
from index.selection import named
from index.store import (
    DamagedIndexError,
    IndexStoreError,
    how_to_repair,
    load_index,
    save_index,
)

CHECKOUT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0  # seconds that opening waits for a process that builds the index
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
    return list(_read(paths, taken, note))


def _read(paths: Sequence[Path], taken: set[str], note: Note) -> Iterator[Document]:
    """Read documents one after the other, as :func:`gather` does."""
    taken = set(taken)
    error: ValueError | None = None
    count = 0
    for _, found in read_documents(paths):
        if isinstance(found, ValueError):
            note(f"skipped: {found}")
            error = found
            continue
        name = free_id(found.id, taken)
        if name != found.id:
            note(f"warning: a document {found.id!r} is there already; this one is {name!r}")
        taken.add(name)
        count += 1
        yield replace(found, id=name)
    if error and not count:
        raise error


def build(
    folder: Path,
    encoder: SentenceEncoder,
    paths: Sequence[Path] = (),
    *,
    report: Report = lambda _: None,
    wait: float = 0.0,
) -> Index:
    """
    Build the index anew from files and folders, by default from the embedded corpus.

    :param report: is told how far the work has come
    :param wait: seconds to wait for another writer; so in all functions here
    """
    with writing(folder, wait=wait):
        documents = _read(paths or [EMBEDDED], set(), note)
        return save_index(build_index(documents, encoder, report=report), folder)


def add(
    folder: Path,
    encoder: SentenceEncoder,
    paths: Sequence[Path],
    *,
    known: Index | None = None,
    report: Report = lambda _: None,
    wait: float = 0.0,
) -> Index:
    """
    Add documents; one with the same id and other text replaces, the same text is left alone.

    :param known: an index opened before; what the stored one shares with it is not read again
    """
    with writing(folder, wait=wait):
        index = load_index(folder, known=known)
        new = gather(paths, taken=set())
        ids = {document.id for document in new}
        kept = [document for document in index.documents if document.id not in ids]
        index = build_index([*kept, *new], encoder, known=index, report=report)
        return save_index(index, folder)


def insert(
    folder: Path,
    encoder: SentenceEncoder,
    documents: Sequence[Document],
    *,
    known: Index | None = None,
    wait: float = 0.0,
) -> tuple[Index, tuple[Document, ...]]:
    """
    Add documents that replace no other: one whose id is in use gets an id of its own.

    A document whose very text is there already is left out.

    :param known: an index opened before; what the stored one shares with it is not read again
    :returns: the new index, and the added documents as they are in it
    """
    with writing(folder, wait=wait):
        index = load_index(folder, known=known)
        held = {document.text for document in index.documents}
        fresh = {document.text: document for document in documents if document.text not in held}
        if not fresh:
            return index, ()
        named = unique_ids(fresh.values(), set(index.by_id))
        new = tuple(replace(document, id=name) for document, name in named)
        index = build_index([*index.documents, *new], encoder, known=index)
        return save_index(index, folder), new


def remove(
    folder: Path,
    encoder: SentenceEncoder,
    name: str,
    *,
    known: Index | None = None,
    wait: float = 0.0,
) -> Index:
    """
    Remove a document.

    :param known: an index opened before; what the stored one shares with it is not read again
    :raises MissingDocumentError: if the index does not hold it
    """
    with writing(folder, wait=wait):
        index = load_index(folder, known=known)
        if name not in index.by_id:
            raise MissingDocumentError(
                f"the index holds no document {name!r}; it holds: {named(index.by_id)}"
            )
        kept = [document for document in index.documents if document.id != name]
        return save_index(build_index(kept, encoder, known=index), folder)


def repair(
    folder: Path,
    encoder: SentenceEncoder,
    *,
    note: Note = note,
    report: Report = lambda _: None,
    wait: float = 0.0,
) -> Index:
    """
    Make an index whole again from its own documents; what is whole is not embedded again.

    :param note: is told of each document that is lost
    :raises IndexStoreError: if there is no index, or no document can be recovered
    """
    with writing(folder, wait=wait):
        try:
            index = load_index(folder)
            if index.encoder == encoder.identity:
                return index
            documents: Sequence[Document] = index.documents
        except IndexStoreError as error:
            if not isinstance(error, DamagedIndexError):
                raise
            index = recover_index(folder)
            documents = recover_documents(
                folder,
                lost=lambda name: note(_lost(name)),
                parsed=lambda name: note(_parsed(name)),
            )
            if not documents:
                raise IndexStoreError(
                    f"no document of the index {folder} can be recovered; build it anew with "
                    f"'python -m index build --index {folder} PATH ...'"
                ) from error
        return save_index(build_index(documents, encoder, known=index, report=report), folder)


def _lost(name: str) -> str:
    return f"warning: the document {name!r} is damaged and left out; add it again"


def _parsed(name: str) -> str:
    return f"warning: only the text of {name!r} is whole; add it again where pages are cited"


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
        if explicit:
            raise IndexStoreError(
                f"the index {folder} does not fit: {reason}; {how_to_repair(folder)}"
            )
    except IndexStoreError as error:
        if explicit:
            raise
        reason = str(error).split(";")[0]
    note(f"building the index in {folder}: {reason}")
    try:
        return repair(folder, encoder, note=note, wait=PATIENCE)
    except IndexStoreError:  # there are no documents
        return build(folder, encoder, wait=PATIENCE)
