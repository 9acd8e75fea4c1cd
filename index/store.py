"""
Keep an index on disk as generations, replaced atomically.

``DIR/generations/<n>/`` holds one whole index in plain files; ``DIR/CURRENT`` names the live
one. A writer fills a new folder, syncs it, and only then replaces ``CURRENT``: a crash at any
moment leaves the old index or the new one. What has not changed is linked from the live
generation, not written again. One writer at a time; readers never wait and keep the generation
that they opened.
"""

import json
import logging
import os
import shutil
from dataclasses import replace
from pathlib import Path

from index.generation import (
    DAMAGE,
    PartialGeneration,
    read_generation,
    read_manifest,
    sync,
)
from index.library import Index, Stored
from index.locking import is_being_read, reading

log = logging.getLogger(__name__)


class IndexStoreError(ValueError):
    """A stored index that is missing, damaged, or of another format."""


class DamagedIndexError(IndexStoreError):
    """A stored index that is there and cannot be used as it is."""


def current_generation(folder: Path) -> Path | None:
    """Give the folder of the live generation; None where ``CURRENT`` does not name one."""
    try:
        name = (folder / "CURRENT").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return folder / "generations" / name if name.isascii() and name.isdecimal() else None


def _stored(folder: Path, generation: Path | None) -> Stored | None:
    try:
        found = (generation / "manifest.json").stat() if generation else None
    except OSError:
        return None
    if generation is None or found is None:
        return None
    return Stored(folder, generation.name, found.st_mtime_ns, found.st_ino)


def newer_index(index: Index) -> Index | None:
    """
    Open the generation that has replaced an index on the disk since it was opened or saved.

    Where nothing is new this takes two small look-ups, so it may be asked before every question.
    What both share is not read again.

    :returns: None if nothing is new, or nothing that could take the index's place
    """
    if index.stored is None:
        return None
    folder = index.stored.folder
    live = _stored(folder, current_generation(folder))
    if live is None or live == index.stored:
        return None
    try:
        newer = load_index(folder, known=index)
    except IndexStoreError as error:
        log.warning("%s", error)
        return None
    return newer if newer.encoder == index.encoder else None


def save_index(index: Index, folder: Path) -> Index:
    """
    Write an index as the next generation and make it the live one. The caller holds the lock.

    :returns: the index, which knows now that it is the live one
    :raises OSError: if the disk is full or cannot be written; the old index stays
    """
    try:
        target = _written(index, folder)
    except OSError as error:
        raise OSError(
            f"cannot write the index {folder}: {error.strerror or error}; it is as it was, try "
            "again when there is room for it"
        ) from error
    sync(folder)
    _sweep(folder / "generations", keep=target)
    return replace(index, stored=_stored(folder, target))


def _written(index: Index, folder: Path) -> Path:
    """Write the next generation and let ``CURRENT`` name it; nothing of it stays if that fails."""
    generations = folder / "generations"
    generations.mkdir(parents=True, exist_ok=True)
    live = current_generation(folder)
    if live:
        _sweep(generations, keep=live)
    target = generations / str(max(_numbers(generations), default=0) + 1)
    partial = generations / f"{target.name}.partial"
    pointer = folder / "CURRENT.new"
    shutil.rmtree(partial, ignore_errors=True)
    try:
        PartialGeneration(partial, live).write(index)
        partial.rename(target)
        sync(generations)
        with pointer.open("w", encoding="utf-8") as stream:
            stream.write(target.name)
            stream.flush()
            os.fsync(stream.fileno())
        pointer.replace(folder / "CURRENT")
    except OSError:
        pointer.unlink(missing_ok=True)
        for rubbish in (partial, target):
            shutil.rmtree(rubbish, ignore_errors=True)
        raise
    return target


def _numbers(generations: Path) -> list[int]:
    return sorted(int(path.name) for path in generations.iterdir() if path.name.isdecimal())


def _sweep(generations: Path, *, keep: Path) -> None:
    """
    Remove what a killed writer left, and all generations but the live one and the one before it.

    One that a process is reading stays until a later writer finds it unread.
    """
    older = [number for number in _numbers(generations) if number < int(keep.name)]
    kept = {keep.name, *map(str, older[-1:])}
    for path in list(generations.iterdir()):
        if path.suffix != ".partial" and (path.name in kept or is_being_read(path)):
            continue
        rubbish = path.with_suffix(".partial")  # so that a half removed one has no number
        try:
            path.rename(rubbish)
        except OSError:
            continue
        shutil.rmtree(rubbish, ignore_errors=True)


def load_index(folder: Path, *, known: Index | None = None) -> Index:
    """
    Open the live generation.

    :param known: an index opened before; what the live one shares with it is not read again
    :raises IndexStoreError: if it is missing, damaged or of another format; the message names
        the file and the command that repairs
    """
    while True:
        generation = current_generation(folder)
        if generation is None:
            raise _missing(folder)
        try:
            with reading(generation):
                stored = _stored(folder, generation)
                return replace(read_generation(generation, known), stored=stored)
        except DAMAGE as error:
            if current_generation(folder) not in (generation, None):
                continue  # a writer has replaced and removed it meanwhile
            reason = " ".join(str(error).split())
            raise DamagedIndexError(
                f"the index {generation} is damaged: {reason}; {how_to_repair(folder)}"
            ) from error


def _missing(folder: Path) -> IndexStoreError:
    if (folder / "generations").exists() or (folder / "CURRENT").exists():
        what = "CURRENT does not name a generation"
        return DamagedIndexError(f"the index {folder} is damaged: {what}; {how_to_repair(folder)}")
    return IndexStoreError(
        f"there is no index in {folder}; build it with 'python -m index build --index {folder}'"
    )


def how_to_repair(folder: Path) -> str:
    """Name the command that repairs an index; it keeps the documents."""
    return f"repair it with 'python -m index repair --index {folder}'"


def newest_generations(folder: Path) -> list[Path]:
    """List the generations that are on the disk, the newest first."""
    generations = folder / "generations"
    if not generations.is_dir():
        return []
    return [generations / str(number) for number in reversed(_numbers(generations))]


def manifest_or_none(generation: Path) -> dict | None:
    """Read a generation's manifest; None where it is damaged."""
    try:
        return read_manifest(generation)
    except (OSError, ValueError, json.JSONDecodeError):
        return None
