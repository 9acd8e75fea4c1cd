"""One open page on the server: its shelf, and the files that are on their way to it."""

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bot.web.collection import Collection
from bot.web.uploads import Shelf, Upload, place, read_file, rebased, without
from corpus.reader import DocumentReader


class Session:
    """
    What one page added and is adding; safe to use from several threads.

    Reading a file, which may take long, holds up nothing. A change of the shelf is made in one
    piece, so that no addition undoes a removal made meanwhile, nor a removal an addition.
    """

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._waiting: deque[Path] = deque()
        self._current: Upload | None = None  # the file that is being read or indexed
        self._reading = threading.Lock()
        self._changing = threading.Lock()

    def __deepcopy__(self, memo: dict[int, object]) -> "Session":
        """Give a new session: every page begins with a copy of the one of its layout."""
        return Session()

    @property
    def uploads(self) -> tuple[Upload, ...]:
        """The files of the shelf, then the one in work, then those that wait."""
        waiting = tuple(Upload(path.name, step="waiting") for path in tuple(self._waiting))
        current = self._current
        return (*self._shelf.uploads, *((current,) if current else ()), *waiting)

    def shelf(self, collection: Collection) -> Shelf:
        """Give what was added, asked together with all that is in the collection now."""
        if self._changing.acquire(blocking=False):  # else it is being changed just now
            try:
                self._shelf = rebased(self._shelf, collection)
            finally:
                self._changing.release()
        return self._shelf

    def queue(self, paths: Iterable[Path]) -> None:
        """Let files wait for :meth:`add_waiting`."""
        self._waiting.extend(paths)

    def add_waiting(self, collection: Collection) -> Iterator[None]:
        """
        Read and index the files that wait, one after the other, and those that come meanwhile.

        A file that cannot be read is listed with its problem; the others are added all the same.
        Where a call is at it already, another one leaves the work to that.

        :returns: stops after every step, to show what there is
        """
        while self._waiting and self._reading.acquire(blocking=False):
            try:
                with DocumentReader() as reader:
                    while self._waiting:
                        yield from self._add(self._waiting.popleft(), reader, collection)
            finally:
                self._current = None
                self._reading.release()
        yield

    def _add(self, path: Path, reader: DocumentReader, collection: Collection) -> Iterator[None]:
        self._current = Upload(path.name, step="reading")
        yield
        upload = read_file(path, reader, self._shelf, collection)
        if upload.documents:
            with self._changing:
                if self._current:
                    self._current = replace(upload, step="indexing")
            yield
        with self._changing:
            if self._current:  # else everything was cleared meanwhile
                self._shelf = place(self._shelf, collection, upload)
                self._current = None

    def remove(self, id: str, collection: Collection) -> None:  # noqa: A002
        """
        Take a document away: from this session, and where files are shared from everybody.

        :raises PermissionError: if it is not this session's, or the operator does not allow it
        :raises MissingDocumentError: if a shared one is gone already
        """
        with self._changing:
            if collection.is_shared:
                collection.remove(id)
            elif id not in {document.id for document in self._shelf.documents}:
                raise PermissionError(f"{id!r} is not a file of this session")
            self._shelf = without(self._shelf, id)

    def clear(self) -> None:
        """Take away everything that was added and forget what waits."""
        with self._changing:
            self._waiting.clear()
            self._current = None
            self._shelf = Shelf()
