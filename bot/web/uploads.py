"""The files that one browser session added: read one after the other, indexed, listed."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bot.web.collection import Collection
from corpus.document import Document
from corpus.formats import Reason
from corpus.loading import UnreadableFileError
from corpus.reader import DocumentReader
from index.library import unique_ids
from index.locking import IndexLockedError

if TYPE_CHECKING:
    from bot.chatbot import Chatbot

Step = Literal["waiting", "reading", "indexing"]
Problem = Reason | Literal["same", "too_many", "some_left", "failed", "busy", "unsaved"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upload:
    """
    One file that was added: its documents, or the problem that kept it, or some of them, out.

    ``step`` is what is going on with it; None when all is done.
    """

    name: str
    documents: tuple[Document, ...] = ()
    problem: Problem | None = None
    step: Step | None = None


@dataclass(frozen=True)
class Shelf:
    """
    What one session added.

    ``chatbot`` also knows these documents where they are private; it is None as long as there
    are none, and where they are shared.
    """

    uploads: tuple[Upload, ...] = ()
    chatbot: "Chatbot | None" = None

    @property
    def settled(self) -> "Shelf":
        """The shelf without the files that something is still going on with."""
        return replace(self, uploads=tuple(u for u in self.uploads if u.step is None))

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that were added, in the order of their files."""
        return tuple(d for u in self.uploads if u.step is None for d in u.documents)


def add_files(shelf: Shelf, collection: Collection, waiting: deque[Path]) -> Iterator[Shelf]:
    """
    Read and index the files that wait, one after the other, and those that come meanwhile.

    A file that cannot be read is listed with its problem; the others are added all the same.

    :param waiting: taken from; another thread may add to it
    :returns: the shelf after every step, lastly without any step going on
    """
    with DocumentReader() as reader:
        while waiting:
            path = waiting.popleft()
            yield _with(shelf, Upload(path.name, step="reading"), waiting)
            upload = _read(path, reader, shelf, collection)
            if upload.documents:
                yield _with(shelf, replace(upload, step="indexing"), waiting)
                shelf = _index(shelf, collection, upload)
            else:
                shelf = _with(shelf, upload)
    yield shelf


def remove_file(shelf: Shelf, id: str) -> Shelf:  # noqa: A002
    """Take one document away again; a private one is answered from no more."""
    uploads = [
        replace(upload, documents=tuple(d for d in upload.documents if d.id != id))
        if upload.documents
        else upload
        for upload in shelf.uploads
    ]
    kept = Shelf(tuple(u for u in uploads if u.documents or u.problem))
    if shelf.chatbot is None or not kept.documents:
        return kept
    return replace(kept, chatbot=shelf.chatbot.without_documents([id]))


def _with(shelf: Shelf, upload: Upload, waiting: Iterable[Path] = ()) -> Shelf:
    """Put an upload on the shelf, and the files that wait behind it."""
    later = (Upload(path.name, step="waiting") for path in tuple(waiting))
    return replace(shelf, uploads=(*shelf.uploads, upload, *later))


def _read(path: Path, reader: DocumentReader, shelf: Shelf, collection: Collection) -> Upload:
    """Read one file; leave out what is there already and what there is no room for."""
    room = collection.operation.files - len(shelf.documents)
    if room <= 0:
        return Upload(path.name, problem="too_many")
    try:
        documents = reader.read(path)
    except UnreadableFileError as error:
        log.info("%s", error)
        return Upload(path.name, problem=error.reason)
    except Exception:
        log.exception("cannot read %s", path)
        return Upload(path.name, problem="failed")
    known = {document.text for document in shelf.documents}
    if collection.is_shared:
        known |= {document.text for document in collection.documents}
    new = {d.text: d for d in documents if d.text not in known}
    if not new:
        return Upload(path.name, problem="same")
    problem: Problem | None = "some_left" if len(new) > room else None
    return Upload(path.name, tuple(new.values())[:room], problem)


def _index(shelf: Shelf, collection: Collection, upload: Upload) -> Shelf:
    """Index what was read; where that fails, the shelf keeps what it had."""
    known = shelf.chatbot
    try:
        if collection.is_shared:
            added = collection.add(upload.documents)
        else:
            base = known or collection.chatbot
            taken = {document.id for document in base.index.documents}
            named = unique_ids(upload.documents, taken)
            added = tuple(replace(document, id=id_) for document, id_ in named)
            known = base.with_documents(added)
    except Exception as error:
        log.exception("cannot index %s", upload.name)
        return _with(shelf, Upload(upload.name, problem=_indexing_problem(error)))
    return _with(replace(shelf, chatbot=known), replace(upload, documents=added))


def _indexing_problem(error: Exception) -> Problem:
    if isinstance(error, IndexLockedError):
        return "busy"
    return "unsaved" if isinstance(error, OSError) else "failed"
