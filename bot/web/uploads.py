"""The files that one browser session added: read, indexed beside the rest, seen by nobody else."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from corpus.document import Document
from corpus.formats import Reason
from corpus.loading import UnreadableFileError
from corpus.reader import DocumentReader
from index.library import unique_ids

if TYPE_CHECKING:
    from bot.chatbot import Chatbot

MAX_FILES = 20

Problem = Reason | Literal["same", "too_many", "failed"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upload:
    """One document that was added, or a file with the problem that kept it out."""

    name: str
    document: Document | None = None
    problem: Problem | None = None


@dataclass(frozen=True)
class Shelf:
    """
    What one session added.

    ``chatbot`` also knows these documents; it is None as long as there are none.
    """

    uploads: tuple[Upload, ...] = ()
    chatbot: "Chatbot | None" = None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that could be read, in the order of their files."""
        return tuple(upload.document for upload in self.uploads if upload.document)


def add_files(shelf: Shelf, chatbot: "Chatbot", paths: Sequence[Path]) -> Shelf:
    """
    Read files and make a chatbot that also knows them.

    A file that cannot be read is listed with its problem; the others are added all the same.

    :param chatbot: what everybody shares; it stays unchanged
    """
    added: list[Upload] = []
    taken = {document.id for document in (*chatbot.index.documents, *shelf.documents)}
    texts = {document.text for document in shelf.documents}
    for upload in _read(paths, lambda: len(texts) < MAX_FILES):
        if upload.document:
            if upload.document.text in texts:
                upload = Upload(upload.name, problem="same")
            else:
                document, id_ = unique_ids([upload.document], taken)[0]
                upload = replace(upload, document=replace(document, id=id_))
                taken.add(id_)
                texts.add(document.text)
        added.append(upload)
    new = [upload.document for upload in added if upload.document]
    known = shelf.chatbot
    if new:
        try:
            known = (known or chatbot).with_documents(new)
        except Exception:
            log.exception("cannot index %s", ", ".join(document.id for document in new))
            added = [Upload(u.name, problem="failed") if u.document else u for u in added]
    return Shelf((*shelf.uploads, *added), known)


def _read(paths: Sequence[Path], has_room: Callable[[], bool]) -> Iterator[Upload]:
    """
    Read the files in a process that is this call's own; one upload for each document.

    :param has_room: whether one more document may be added
    """
    with DocumentReader() as reader:
        for path in paths:
            if not has_room():
                yield Upload(path.name, problem="too_many")
                continue
            try:
                documents = reader.read(path)
            except UnreadableFileError as error:
                log.info("%s", error)
                yield Upload(path.name, problem=error.reason)
            except Exception:
                log.exception("cannot read %s", path)
                yield Upload(path.name, problem="failed")
            else:
                for document in documents:
                    room = has_room()
                    yield (
                        Upload(path.name, document) if room else Upload(path.name, None, "too_many")
                    )
                    if not room:
                        break
