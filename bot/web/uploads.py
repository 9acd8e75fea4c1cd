"""The files that one browser session added: read one after the other, indexed, listed."""

import logging
from collections import deque
from collections.abc import Iterator, Sequence
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
    def documents(self) -> tuple[Document, ...]:
        """The documents that were added, in the order of their files."""
        return tuple(d for u in self.uploads if u.step is None for d in u.documents)


def add_files(shelf: Shelf, collection: Collection, waiting: deque[Path]) -> Iterator[Shelf]:
    """
    Read and index the files that wait, and those that come meanwhile.

    A file that cannot be read is listed with its problem; the others are added all the same.

    :param waiting: taken from; another thread may add to it
    :returns: the shelf after every step, lastly without any step going on
    """
    while waiting:
        paths = [waiting.popleft() for _ in range(len(waiting))]
        uploads = [Upload(path.name, step="waiting") for path in paths]
        with DocumentReader() as reader:
            for at, path in enumerate(paths):
                uploads[at] = Upload(path.name, step="reading")
                yield _with(shelf, uploads)
                uploads[at] = _read(path, reader, shelf, collection, uploads[:at])
        if any(upload.step for upload in uploads):
            yield _with(shelf, uploads)
        shelf = _index(shelf, collection, uploads)
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


def _with(shelf: Shelf, uploads: Sequence[Upload]) -> Shelf:
    return replace(shelf, uploads=(*shelf.uploads, *uploads))


def _read(
    path: Path,
    reader: DocumentReader,
    shelf: Shelf,
    collection: Collection,
    batch: Sequence[Upload],
) -> Upload:
    """Read one file; leave out what is there already and what there is no room for."""
    mine = [*shelf.documents, *(document for upload in batch for document in upload.documents)]
    room = collection.operation.files - len(mine)
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
    known = {document.text for document in mine}
    if collection.is_shared:
        known |= {document.text for document in collection.documents}
    new = {d.text: d for d in documents if d.text not in known}
    if not new:
        return Upload(path.name, problem="same")
    problem: Problem | None = "some_left" if len(new) > room else None
    return Upload(path.name, tuple(new.values())[:room], problem, "indexing")


def _index(shelf: Shelf, collection: Collection, uploads: Sequence[Upload]) -> Shelf:
    """Index what was read; where that fails, the shelf keeps what it had."""
    new = [document for upload in uploads for document in upload.documents]
    if not new:
        return _with(shelf, uploads)
    known = shelf.chatbot
    try:
        if collection.is_shared:
            added = collection.add(new)
        else:
            base = known or collection.chatbot
            taken = {document.id for document in base.index.documents}
            added = tuple(replace(d, id=id_) for d, id_ in unique_ids(new, taken))
            known = base.with_documents(added)
    except Exception as error:
        log.exception("cannot index %s", ", ".join(document.id for document in new))
        problem = _indexing_problem(error)
        return _with(
            shelf, [Upload(u.name, problem=problem) if u.documents else u for u in uploads]
        )
    named = iter(added)
    done = [
        replace(u, documents=tuple(next(named) for _ in u.documents), step=None) for u in uploads
    ]
    return Shelf((*shelf.uploads, *done), known)


def _indexing_problem(error: Exception) -> Problem:
    if isinstance(error, IndexLockedError):
        return "busy"
    return "unsaved" if isinstance(error, OSError) else "failed"
