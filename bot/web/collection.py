"""The documents that every session asks, and what a session may do to them."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.operation import Operation, read_operation
from bot.settings import Settings
from corpus.document import Document
from index.maintenance import default_folder, insert, remove

if TYPE_CHECKING:
    from bot.chatbot import Chatbot

WAIT = 60.0  # seconds for another writer of the stored index


class Collection:
    """
    One chatbot for all sessions.

    A change puts another chatbot in its place; a question that is being answered keeps the one
    that it began with.

    :param folder: where the index is stored; needed only where added files are shared
    """

    def __init__(
        self, chatbot: "Chatbot", operation: Operation | None = None, folder: Path | None = None
    ) -> None:
        self._chatbot = chatbot
        self.operation = operation or Operation()
        self._folder = folder
        self._changing = threading.Lock()
        if self.is_shared and folder is None:
            raise ValueError("a shared collection needs the folder of its stored index")

    @classmethod
    def from_settings(cls, chatbot: "Chatbot", settings: Settings) -> "Collection":
        """
        Make the collection that the operator wants, over the index that the settings name.

        :raises OperationError: if the operator's file cannot be used
        """
        operation = read_operation(settings.config) if settings.config else Operation()
        return cls(chatbot, operation, settings.index or default_folder({}))

    @property
    def chatbot(self) -> "Chatbot":
        """The chatbot over the stored index as it is now, whichever process has changed it."""
        if self._changing.acquire(blocking=False):  # else somebody puts a new one there just now
            try:
                self._chatbot = self._chatbot.refreshed()
            finally:
                self._changing.release()
        return self._chatbot

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents as they are now."""
        return self.chatbot.index.documents

    @property
    def is_shared(self) -> bool:
        """Whether an added file is seen by everybody."""
        return self.operation.kind == "shared"

    @property
    def may_remove(self) -> bool:
        """Whether a session may remove what everybody sees."""
        return self.is_shared and self.operation.removal

    def add(self, documents: Sequence[Document]) -> tuple[Document, ...]:
        """
        Add documents to the stored index and answer from them at once; none replaces another.

        :returns: the documents as they are in the index; without those whose text was there
        :raises PermissionError: if added files are private here
        :raises IndexLockedError: if another process keeps on writing
        :raises OSError: if the index cannot be written; the old one stays
        """
        if not self.is_shared or self._folder is None:
            raise PermissionError("added files are private here; see docs/operating.md")
        with self._changing:
            index, added = insert(
                self._folder,
                self._chatbot.encoder,
                documents,
                known=self._chatbot.index,
                wait=WAIT,
            )
            self._chatbot = self._chatbot.over(index)
        return added

    def remove(self, id: str) -> None:  # noqa: A002
        """
        Remove a document from the stored index.

        :raises PermissionError: if the operator does not allow it
        :raises MissingDocumentError: if the index does not hold it
        """
        if not self.may_remove or self._folder is None:
            raise PermissionError(f"{id!r} may not be removed here; see docs/operating.md")
        with self._changing:
            known = self._chatbot.index
            index = remove(self._folder, self._chatbot.encoder, id, known=known, wait=WAIT)
            self._chatbot = self._chatbot.over(index)
