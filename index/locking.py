"""
Who may write to a stored index, and which generations are being read.

The locks are the kernel's (flock): a process that is killed gives back what it held.
"""

import fcntl
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT = 5.0  # seconds that a command waits for another writer
PAUSE = 0.05  # seconds between two attempts


class IndexLockedError(RuntimeError):
    """Another process is writing to the same index."""


@contextmanager
def writing(folder: Path, *, wait: float = 0.0) -> Iterator[None]:
    """
    Hold the writer's lock; the file ``LOCK`` says who does.

    :param wait: seconds to wait for another writer
    :raises IndexLockedError: if another writer does not finish in time; the message names it
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder / "LOCK", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        until = time.monotonic() + wait
        while not _flock(lock, fcntl.LOCK_EX):
            if time.monotonic() >= until:
                holder = os.pread(lock, 200, 0).decode("utf-8", "replace").strip()
                raise IndexLockedError(
                    f"{folder} is being written by {holder or 'another process'}; "
                    "try again when it has finished"
                )
            time.sleep(PAUSE)
        _sign(lock)
        yield
    finally:
        os.close(lock)


def _sign(lock: int) -> None:
    """Say who holds a lock; where the disk is too full for that, the lock holds all the same."""
    since = time.strftime("%Y-%m-%d %H:%M:%S")
    try:
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"process {os.getpid()} on {platform.node()} since {since}".encode(), 0)
    except OSError:
        return


@contextmanager
def reading(generation: Path) -> Iterator[None]:
    """
    Keep a generation from being removed while it is read.

    :raises FileNotFoundError: if it is gone already
    """
    manifest = os.open(generation / "manifest.json", os.O_RDONLY)
    try:
        fcntl.flock(manifest, fcntl.LOCK_SH)
        yield
    finally:
        os.close(manifest)


def is_being_read(generation: Path) -> bool:
    """Say whether any process is reading a generation."""
    try:
        manifest = os.open(generation / "manifest.json", os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        return not _flock(manifest, fcntl.LOCK_EX)
    finally:
        os.close(manifest)


def _flock(descriptor: int, kind: int) -> bool:
    """Take a lock if it is free."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
