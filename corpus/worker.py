"""
The process that reads files for :class:`corpus.reader.DocumentReader`.

It takes one JSON line for each file on its standard input and answers with a length and that
many bytes of JSON: plain values, so that a process taken over by a file it reads can make the
other side believe a wrong text, but not run anything.
"""

import json
import os
import re
import shutil
import signal
import sys
import tempfile
import traceback
from pathlib import Path

from corpus.document_values import document_values
from corpus.library import DocumentFolderError, read_file
from corpus.loading import UnreadableFileError
from corpus.rendering import RenderingError

GRACE = 10  # seconds after which it ends itself, should nobody be left to end it


def bound_memory(most: int) -> None:
    """Let this process have no more memory than ``most`` bytes, and leave no core dumps."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    try:
        _, ceiling = resource.getrlimit(resource.RLIMIT_AS)
        hard = 2 * most if ceiling == resource.RLIM_INFINITY else ceiling  # for LibreOffice
        resource.setrlimit(resource.RLIMIT_AS, (min(most, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):  # macOS knows the limit, but does not let it be set
        pass


def ran_short(most: int) -> bool:
    """
    Tell whether this process ever came near its bound.

    A parser in C that gets no memory may go on with the part of a file that it has; a text that
    ends in the middle must not pass for the document. No allocation is as large as the margin.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:  # only Linux has it
        return False
    peak = re.search(r"VmPeak:\s*(\d+) kB", status)
    return bool(peak) and int(peak[1]) * 1024 > 0.75 * most


def answer(path: Path) -> dict:
    """Read a file; give its documents, or what is wrong with it, as plain values."""
    try:
        return {"documents": [document_values(document) for document in read_file(path)]}
    except UnreadableFileError as error:
        return {"error": "unreadable", "reason": error.reason, "what": error.what}
    except DocumentFolderError as error:
        return {"error": "folder", "what": str(error)}
    except RenderingError as error:
        return {"error": "rendering", "what": str(error)}
    except OSError as error:
        return {"error": "system", "number": error.errno, "what": error.strerror or str(error)}
    except MemoryError:
        return {"error": "memory"}
    except RecursionError:
        what = "its parts are nested too deep; save it again in another format"
        return {"error": "unreadable", "reason": "damaged", "what": what}
    except Exception as error:  # a bug of ours or of a library: tell, and go on
        trace = traceback.format_exc()[-4_000:]
        return {"error": "failed", "what": type(error).__name__, "trace": trace}


def encoded(values: dict) -> bytes:
    """Give an answer's bytes; what cannot be sent becomes an answer that says so."""
    try:
        return json.dumps(values, ensure_ascii=False).encode("utf-8")
    except MemoryError:
        return b'{"error": "memory"}'
    except (ValueError, TypeError, RecursionError) as error:
        return json.dumps({"error": "failed", "what": type(error).__name__}).encode("utf-8")


def main() -> None:
    """
    Answer until standard input ends: ``python -m corpus.worker SECONDS BYTES FOLDER``.

    The folder is for temporary files; it goes with this process, even where the other side was
    killed and cannot remove it.
    """
    seconds, most, folder = float(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    tempfile.tempdir = folder
    bound_memory(most)
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # libraries that print must not answer
    for line in sys.stdin.buffer:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
        reply = answer(Path(json.loads(line)))
        data = encoded({"error": "memory"} if ran_short(most) else reply)
        replies.write(b"%d\n" % len(data) + data)
        replies.flush()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
