"""
Keep an index on disk as generations, replaced atomically.

``DIR/generations/<n>/`` holds one whole index in plain files; ``DIR/CURRENT`` names the live
one. A writer fills a new folder, syncs it, and only then replaces ``CURRENT``: a crash at any
moment leaves the old index or the new one. One writer at a time; readers never wait and keep
the generation that they opened.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import filelock

from corpus.chunking import Chunk
from corpus.document import Document
from index.lexical import LexicalIndex
from index.library import Index, Row
from index.stored_document import document_name, read_document
from index.vectors import VectorIndex

FORMAT = 1
KEPT = 2  # generations that stay on disk, so that a reader's files do not vanish at once
# What reading a damaged file may raise: json, numpy and the dataclasses each in their own way.
DAMAGE = (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError)


class IndexStoreError(ValueError):
    """A stored index that is missing, damaged, or of another format."""


class IndexLockedError(RuntimeError):
    """Another process is writing to the same index."""


@contextmanager
def writing(folder: Path, *, wait: float = 0.0) -> Iterator[None]:
    """
    Hold the writer's lock.

    :param wait: seconds to wait for another writer
    :raises IndexLockedError: if another writer does not finish in time
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(str(folder / "LOCK"))
    try:
        lock.acquire(timeout=wait)
    except filelock.Timeout:
        raise IndexLockedError(
            f"{folder} is being written by another process; try again when it has finished"
        ) from None
    try:
        yield
    finally:
        lock.release()


def current_generation(folder: Path) -> Path | None:
    """Give the folder of the live generation; None where ``CURRENT`` does not name one."""
    try:
        name = (folder / "CURRENT").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return folder / "generations" / name if name.isascii() and name.isdecimal() else None


def save_index(index: Index, folder: Path) -> Path:
    """
    Write an index as the next generation and make it the live one. The caller holds the lock.

    :returns: the generation's folder
    :raises OSError: if the disk is full or cannot be written; the old index stays
    """
    generations = folder / "generations"
    generations.mkdir(parents=True, exist_ok=True)
    numbers = [int(p.name) for p in generations.iterdir() if p.name.isdecimal()]
    target = generations / str(max(numbers, default=0) + 1)
    partial = generations / f"{target.name}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    try:
        _write_generation(index, partial)
        partial.rename(target)
    except OSError:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    _sync(generations)
    pointer = folder / "CURRENT.new"
    with pointer.open("w", encoding="utf-8") as stream:
        stream.write(target.name)
        stream.flush()
        os.fsync(stream.fileno())
    pointer.replace(folder / "CURRENT")
    _sync(folder)
    for number in sorted(numbers)[: -(KEPT - 1)]:
        shutil.rmtree(generations / str(number), ignore_errors=True)
    for left in generations.glob("*.partial"):
        shutil.rmtree(left, ignore_errors=True)
    return target


def load_index(folder: Path) -> Index:
    """
    Open the live generation.

    :raises IndexStoreError: if it is missing, damaged or of another format; the message names
        the file and the command that repairs
    """
    generation = current_generation(folder)
    repair = f"rebuild it with 'python -m index build --index {folder}'"
    if generation is None:
        if (folder / "generations").exists() or (folder / "CURRENT").exists():
            raise IndexStoreError(
                f"the index {folder} is damaged: CURRENT does not name a generation; {repair}"
            )
        raise IndexStoreError(f"there is no index in {folder}; {repair}")
    try:
        manifest = _read_manifest(generation)
        for name, digest in manifest["files"].items():
            if _digest(generation / name) != digest:
                raise ValueError(f"{name} has changed since it was written")
        return _read_generation(generation, manifest)
    except DAMAGE as error:
        reason = " ".join(str(error).split())
        raise IndexStoreError(f"the index {generation} is damaged: {reason}; {repair}") from error


def recover_documents(
    folder: Path, *, lost: Callable[[str], None] = lambda _: None
) -> tuple[Document, ...]:
    """
    Read what documents of a damaged index can still be read whole.

    They come from the live generation; where ``CURRENT`` is lost, from the newest whole one. Each
    file is checked against the manifest, unless the manifest itself is damaged.

    :param lost: is told the id (or else the file) of each document that cannot be recovered
    """
    generation = current_generation(folder)
    if generation is None or not (generation / "documents").is_dir():
        generation = _newest_generation(folder)
    if generation is None:
        return ()
    manifest = _manifest_or_none(generation)
    if manifest:
        names = {document_name(entry["id"]): entry["id"] for entry in manifest["documents"]}
    else:
        stems = {path.stem for path in (generation / "documents").glob("*.*")}
        names = {stem: f"documents/{stem}" for stem in sorted(stems)}
    found: list[Document] = []
    for name, label in names.items():
        try:
            for file in (f"documents/{name}.txt", f"documents/{name}.json") if manifest else ():
                if _digest(generation / file) != manifest["files"][file]:
                    raise ValueError(f"{file} has changed since it was written")
            found.append(read_document(generation, name))
        except DAMAGE:
            lost(label)
    return tuple(found)


def _newest_generation(folder: Path) -> Path | None:
    """Give the newest generation whose manifest is whole, else the newest; None without any."""
    numbered = [p for p in (folder / "generations").glob("*") if p.name.isdecimal()]
    newest = sorted(numbered, key=lambda path: int(path.name), reverse=True)
    return next((path for path in newest if _manifest_or_none(path)), next(iter(newest), None))


def _write_generation(index: Index, folder: Path) -> None:
    (folder / "documents").mkdir(parents=True)
    for document in index.documents:
        values = asdict(document)
        text = values.pop("text")
        name = document_name(document.id)
        (folder / "documents" / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        _write_json(folder / "documents" / f"{name}.json", values)
    _write_lines(folder / "chunks.jsonl", (asdict(chunk) for chunk in index.chunks))
    _write_lines(folder / "rows.jsonl", (asdict(row) for row in index.rows))
    index.vectors.save(folder / "vectors.faiss")
    for language, lexical in index.lexical.items():
        (folder / f"lexical-{language}").mkdir()
        lexical.save(folder / f"lexical-{language}")
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    manifest = {
        "format": FORMAT,
        "encoder": index.encoder,
        "dimension": index.vectors.dimension,
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
                "sections": len(document.sections),
            }
            for document in index.documents
        ],
        "chunks": len(index.chunks),
        "rows": len(index.rows),
        "files": {str(path.relative_to(folder)): _digest(path) for path in files},
    }
    for path in files:
        _sync(path)
    _write_json(folder / "manifest.json", manifest | {"digest": _manifest_digest(manifest)})
    _sync(folder / "manifest.json")
    _sync(folder)


def _manifest_digest(manifest: dict) -> str:
    """Give the digest of a manifest's values, its own digest left out."""
    values = {key: value for key, value in manifest.items() if key != "digest"}
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def _read_manifest(generation: Path) -> dict:
    """
    Read a manifest and check it against the digest that it carries.

    :raises ValueError: if it is damaged or of another format
    """
    text = (generation / "manifest.json").read_bytes()
    try:
        manifest = json.loads(text)
        written, digest = manifest["format"], manifest.get("digest")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"manifest.json cannot be read: {error}") from error
    if written != FORMAT:
        raise ValueError(f"format {written}, this program reads {FORMAT}")
    if digest != _manifest_digest(manifest):
        raise ValueError("manifest.json has changed since it was written")
    return manifest


def _manifest_or_none(generation: Path) -> dict | None:
    try:
        return _read_manifest(generation)
    except (OSError, ValueError):
        return None


def _read_generation(folder: Path, manifest: dict) -> Index:
    documents = [
        read_document(folder, document_name(entry["id"])) for entry in manifest["documents"]
    ]
    vectors = VectorIndex.load(folder / "vectors.faiss")
    chunks = tuple(Chunk(**row) for row in _read_lines(folder / "chunks.jsonl"))
    rows = tuple(Row(**row) for row in _read_lines(folder / "rows.jsonl"))
    if len(rows) != len(vectors) or vectors.dimension != manifest["dimension"]:
        raise ValueError(f"vectors.faiss holds {len(vectors)} rows, rows.jsonl {len(rows)}")
    return Index(
        encoder=manifest["encoder"],
        documents=tuple(documents),
        chunks=chunks,
        rows=rows,
        vectors=vectors,
        lexical={
            language: LexicalIndex.load(folder / f"lexical-{language}") for language in ("zh", "en")
        },
    )


def _write_json(path: Path, values: object) -> None:
    path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


def _write_lines(path: Path, rows: Iterator[dict]) -> None:
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _read_lines(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sync(path: Path) -> None:
    """Force a file or folder to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
