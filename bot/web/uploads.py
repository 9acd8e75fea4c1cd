"""The files that one browser session added: read, indexed, listed and taken away again."""

import logging
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
    What one session added, as it is at one moment.

    ``chatbot`` also knows these documents where they are private; it is None as long as there
    are none, and where they are shared. ``base`` is everybody's chatbot that it was made from.
    """

    uploads: tuple[Upload, ...] = ()
    chatbot: "Chatbot | None" = None
    base: "Chatbot | None" = None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that were added, in the order of their files."""
        return tuple(document for upload in self.uploads for document in upload.documents)


def read_file(path: Path, reader: DocumentReader, shelf: Shelf, collection: Collection) -> Upload:
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


def place(shelf: Shelf, collection: Collection, upload: Upload) -> Shelf:
    """Put an upload on the shelf and index what was read; a failure keeps what was there."""
    if upload.documents:
        try:
            if collection.is_shared:
                upload = _shared(collection, upload)
            else:
                return _private(rebased(shelf, collection), collection, upload)
        except Exception as error:
            log.exception("cannot index %s", upload.name)
            upload = Upload(upload.name, problem=_indexing_problem(error))
    return replace(shelf, uploads=(*shelf.uploads, upload))


def _shared(collection: Collection, upload: Upload) -> Upload:
    added = collection.add(upload.documents)
    if not added:  # another session was quicker
        return Upload(upload.name, problem="same")
    return replace(upload, documents=added)


def _private(shelf: Shelf, collection: Collection, upload: Upload) -> Shelf:
    base = shelf.base or collection.chatbot
    known = shelf.chatbot or base
    named = unique_ids(upload.documents, {document.id for document in known.index.documents})
    added = tuple(replace(document, id=id_) for document, id_ in named)
    uploads = (*shelf.uploads, replace(upload, documents=added))
    return Shelf(uploads, known.with_documents(added), base)


def _indexing_problem(error: Exception) -> Problem:
    if isinstance(error, IndexLockedError):
        return "busy"
    return "unsaved" if isinstance(error, OSError) else "failed"


def rebased(shelf: Shelf, collection: Collection) -> Shelf:
    """
    Give the shelf over everybody's documents as they are now; itself where these are the same.

    Where a new document of everybody's has the id of a private one, the private one gets another.
    """
    if shelf.chatbot is None or shelf.base is (base := collection.chatbot):
        return shelf
    named = unique_ids(shelf.documents, {document.id for document in base.index.documents})
    renamed = iter([replace(d, id=id_) if id_ != d.id else d for d, id_ in named])
    uploads = tuple(
        replace(upload, documents=tuple(next(renamed) for _ in upload.documents))
        for upload in shelf.uploads
    )
    moved = Shelf(uploads, base=base)
    return replace(moved, chatbot=base.with_documents(moved.documents, known=shelf.chatbot))


def without(shelf: Shelf, id: str) -> Shelf:  # noqa: A002
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
    return replace(kept, chatbot=shelf.chatbot.without_documents([id]), base=shelf.base)
