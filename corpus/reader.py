"""
Read files of others safely: in a process of its own, with bounds on memory and time.

A file is taken apart by large libraries, some of them in C, and a file made for it can crash
them, hang them or fill the memory. Here that costs one process, which is replaced, and the file
is named with its reason.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from corpus.document import Document
from corpus.document_values import restore_document
from corpus.formats import REASONS
from corpus.library import EMBEDDED, DocumentFolderError, clean_name, find_paths, read_file
from corpus.loading import UnreadableFileError
from corpus.rendering import RenderingError

MAX_SECONDS = 60.0
MAX_MEMORY = 2 * 2**30
MAX_REPLY_BYTES = 256 * 2**20

# What the process needs of the environment. The rest, keys of services among it, it never sees.
_PASSED_ON = (
    *("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "VIRTUAL_ENV"),
    *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME", "PYTHONUTF8"),
)
_SPLIT_ADVICE = "split the file, or save it again in a simpler format"
_AGAIN_ADVICE = "save the file again with another program, or as .docx, .html or .txt"

log = logging.getLogger(__name__)


class _DeadError(Exception):
    """The process ended without an answer."""


class DocumentReader:
    """
    Reads files in one worker process, which starts with the first file and serves many.

    A file on which it dies, or takes too long, costs the process; the next file gets a new one.
    Use it as a context manager, from one thread at a time or several.

    :param seconds: time for one file
    :param memory: bytes of memory for the process; not enforced on macOS and Windows
    """

    def __init__(self, *, seconds: float = MAX_SECONDS, memory: int = MAX_MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> "DocumentReader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, whatever it is doing, and remove its temporary files."""
        process, self._process = self._process, None
        if process is not None:
            _kill(process)
            process.communicate()
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()

    def read(self, path: Path) -> tuple[Document, ...]:
        """
        Read the documents of one file, or of one folder with ``source.txt``.

        :returns: one document; several where a file of records holds several
        :raises UnreadableFileError: if it cannot be read, takes too long or crashes the reader
        :raises DocumentFolderError: if a file of the folder is damaged
        :raises RenderingError: if the folder's rendering does not fit its text
        :raises OSError: if there is no such file or it may not be read
        """
        with self._lock:
            served = self._process is not None
            try:
                reply = self._ask(path)
            except _DeadError:
                if not served:
                    raise _crashed(path) from None
                try:  # what earlier files left behind may be to blame: once more, from anew
                    reply = self._ask(path)
                except _DeadError:
                    raise _crashed(path) from None
            if reply.get("error") == "memory":
                self.close()
        return _documents(path, reply)

    def _ask(self, path: Path) -> dict:
        process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise ValueError("the reader's process has no pipes")
        late = threading.Event()

        def stop() -> None:
            late.set()
            _kill(process)

        clock = threading.Timer(self._seconds, stop)
        clock.daemon = True
        clock.start()
        data = b""
        try:
            process.stdin.write(json.dumps(str(path.absolute())).encode() + b"\n")
            process.stdin.flush()
            length = int(process.stdout.readline(20) or -1)
            if 0 <= length <= MAX_REPLY_BYTES:
                data = process.stdout.read(length)
            whole = len(data) == length
        except (OSError, ValueError):
            whole = False
        finally:
            clock.cancel()
        if whole:
            try:
                reply = json.loads(data)
                if isinstance(reply, dict):
                    return reply
            except (ValueError, RecursionError):
                pass
        self.close()
        if late.is_set():
            what = f"reading it took longer than {self._seconds:g} seconds"
            raise UnreadableFileError(path, "too_slow", f"{what}; {_SPLIT_ADVICE}")
        raise _DeadError

    def _start(self) -> subprocess.Popen[bytes]:
        self._folder = tempfile.TemporaryDirectory(
            prefix="zhengwen-reader-", ignore_cleanup_errors=True
        )
        root = str(Path(__file__).parent.parent)
        paths = (root, os.environ.get("PYTHONPATH"))
        bounds = (str(self._seconds), str(self._memory), self._folder.name)
        self._process = subprocess.Popen(
            # -P: what lies in the current folder is not imported
            [sys.executable, "-P", "-m", "corpus.worker", *bounds],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # a group of its own, with what it starts
            env={
                **{name: os.environ[name] for name in _PASSED_ON if name in os.environ},
                "PYTHONPATH": os.pathsep.join(filter(None, paths)),
                "OPENBLAS_NUM_THREADS": "1",  # openpyxl imports numpy, whose threads take memory
            },
        )
        return self._process


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.returncode is not None:
        return
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        pass


def _crashed(path: Path) -> UnreadableFileError:
    what = "it crashed the reader, or took more memory than there is"
    return UnreadableFileError(path, "crashed", f"{what}; {_AGAIN_ADVICE}")


def _documents(path: Path, reply: dict) -> tuple[Document, ...]:
    """Make documents of an answer, or raise what it tells."""
    what = str(reply.get("what", ""))
    match reply.get("error"):
        case None:
            pass
        case "unreadable":
            reason = reply.get("reason")
            raise UnreadableFileError(path, reason if reason in REASONS else "damaged", what)
        case "folder":
            raise DocumentFolderError(what)
        case "rendering":
            raise RenderingError(what)
        case "system":
            raise OSError(reply.get("number"), what, str(path))
        case "memory":
            what = "reading it takes too much memory"
            raise UnreadableFileError(path, "too_large", f"{what}; {_SPLIT_ADVICE}")
        case _:
            log.error("the reader failed on %s: %s", path, reply.get("trace", what))
            what = f"the reader failed on it ({what})"
            raise UnreadableFileError(path, "crashed", f"{what}; {_AGAIN_ADVICE}")
    try:
        documents = tuple(
            restore_document(values.pop("text"), values) for values in reply["documents"]
        )
        fits = all(isinstance(d.text, str) and d.id == clean_name(d.id) for d in documents)
    except (KeyError, TypeError, ValueError, AttributeError):
        fits = False
    if not fits:
        raise _crashed(path)
    return documents


def read_documents(paths: Iterable[Path]) -> Iterator[tuple[Path, Document | ValueError]]:
    """
    Read every file, in one worker process; yield its documents, or the error that it gave.

    No error loses another file. The embedded documents are trusted and read in this process.

    :raises FileNotFoundError: if a path does not exist
    """
    with DocumentReader() as reader:
        for path in find_paths(paths):
            read = read_file if path.parent == EMBEDDED else reader.read
            try:
                documents = read(path)
            except (UnreadableFileError, DocumentFolderError, RenderingError) as error:
                yield path, error
            except OSError as error:
                what = f"it cannot be opened: {error.strerror or error}"
                yield path, UnreadableFileError(path, "damaged", what)
            else:
                for document in documents:
                    yield path, document
