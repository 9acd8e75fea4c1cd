"""
The files of one generation: written and linked, checked against their digests, and read.

``documents/`` holds each document's text and its outline, ``segments/<name>/`` what is made of
some documents (:mod:`index.segment`), ``manifest.json`` the digest of every file.
"""

import errno
import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np

from corpus.chunking import Chunk
from corpus.document import Document
from index.library import Index
from index.postings import Postings
from index.rows import LANGUAGES, ROW
from index.segment import Segment
from index.stored_document import document_name, read_document, values_beside_text
from index.token_vectors import TokenVectors
from index.vectors import VectorIndex

FORMAT = 4
# What reading a damaged file may raise: json, numpy and the dataclasses each in their own way.
DAMAGE = (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, IndexError)
UNLINKABLE = (errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS)
TOKEN_FILES = ("tokens.npy", "token-starts.npy")
SEGMENT_FILES = (
    *("chunks.jsonl", "rows.npy", "vectors.faiss"),
    *TOKEN_FILES,
    *("words-zh.npz", "words-en.npz"),
)


class PartialGeneration:
    """A generation on its way to the disk."""

    def __init__(self, folder: Path, live: Path | None) -> None:
        """
        Name the places.

        :param folder: where to write; it must not exist
        :param live: a whole generation whose files may be linked
        """
        self._folder = folder
        self._live = live
        try:
            self._known: dict = read_manifest(live) if live else {}
        except (OSError, ValueError):
            self._known = {}
        self._digests: dict[str, str] = {}

    def write(self, index: Index) -> None:
        """
        Write a whole index and force it to the disk.

        :raises OSError: if it cannot be written
        """
        (self._folder / "documents").mkdir(parents=True)
        held = {segment["name"] for segment in self._known.get("segments", ())}
        for segment in index.segments:
            place = Path("segments") / segment.name
            (self._folder / place).mkdir(parents=True)
            if segment.name in held:
                for name in SEGMENT_FILES:
                    self._link(f"{place}/{name}")
                for document in segment.documents:
                    for ending in ("txt", "json"):
                        self._link(f"documents/{document_name(document.id)}.{ending}")
            else:
                self._write_segment(segment, place)
                for document in segment.documents:
                    self._write_document(document)
            sync(self._folder / place)
        manifest = {
            "format": FORMAT,
            "encoder": index.encoder,
            "dimension": index.dimension,
            "documents": [
                {"id": d.id, "title": d.title, "sections": len(d.sections)} for d in index.documents
            ],
            "segments": [
                {"name": segment.name, "documents": len(segment.documents)}
                for segment in index.segments
            ],
            "chunks": len(index.chunks),
            "rows": len(index.rows),
            "files": self._digests,
        }
        manifest["digest"] = _manifest_digest(manifest)
        self._write("manifest.json", _json(manifest))
        for folder in ("documents", "segments", "."):
            if (self._folder / folder).exists():
                sync(self._folder / folder)

    def _write_segment(self, segment: Segment, place: Path) -> None:
        lines = (_json(asdict(chunk)) + b"\n" for chunk in segment.chunks)
        self._write(f"{place}/chunks.jsonl", b"".join(lines))
        rows = io.BytesIO()
        np.save(rows, segment.rows)
        self._write(f"{place}/rows.npy", rows.getvalue())
        self._write(f"{place}/vectors.faiss", segment.vectors.to_bytes())
        for name, data in zip(TOKEN_FILES, segment.tokens.to_bytes(), strict=True):
            self._write(f"{place}/{name}", data)
        for language in LANGUAGES:
            self._write(f"{place}/words-{language}.npz", segment.words[language].to_bytes())

    def _write_document(self, document: Document) -> None:
        name = f"documents/{document_name(document.id)}"
        self._write_or_link(f"{name}.txt", document.text.encode())
        self._write_or_link(f"{name}.json", _json(values_beside_text(document)))

    def _write_or_link(self, name: str, data: bytes) -> None:
        """Link a file that the live generation has too, and has whole: repair writes the others."""
        if self._known.get("files", {}).get(name) == hashlib.sha256(data).hexdigest():
            assert self._live is not None
            try:
                check(self._live, name, self._known)
            except (OSError, ValueError):
                return self._write(name, data)
            return self._link(name)
        return self._write(name, data)

    def _write(self, name: str, data: bytes | memoryview) -> None:
        with (self._folder / name).open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        self._digests[name] = hashlib.sha256(data).hexdigest()

    def _link(self, name: str) -> None:
        """Give a file of the live generation a second name; copy it where that is not possible."""
        assert self._live is not None
        try:
            os.link(self._live / name, self._folder / name)
        except OSError as error:
            if error.errno not in UNLINKABLE:
                raise
            shutil.copyfile(self._live / name, self._folder / name)
            sync(self._folder / name)
        self._digests[name] = self._known["files"][name]


def read_manifest(generation: Path) -> dict:
    """
    Read a manifest and check it against the digest that it carries.

    :raises ValueError: if it is damaged or of another format
    """
    text = (generation / "manifest.json").read_bytes()
    try:
        manifest = json.loads(text)
        written, carried = manifest["format"], manifest.get("digest")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"manifest.json cannot be read: {error}") from error
    if written != FORMAT:
        raise ValueError(f"format {written}, this program reads {FORMAT}")
    if carried != _manifest_digest(manifest):
        raise ValueError("manifest.json has changed since it was written")
    return manifest


def read_generation(
    generation: Path, known: Index | None = None, *, lenient: bool = False
) -> Index:
    """
    Read a generation whose every file is as it was written.

    :param known: an index whose segments need not be read again
    :param lenient: leave out the segments that have a damaged file
    :raises Exception: one of :data:`DAMAGE` if a file is missing or damaged
    """
    manifest = read_manifest(generation)
    held = {segment.name: segment for segment in known.segments} if known else {}
    ids = (entry["id"] for entry in manifest["documents"])
    segments: list[Segment] = []
    for entry in manifest["segments"]:
        own = [id for _, id in zip(range(entry["documents"]), ids, strict=False)]  # noqa: A001
        segment = held.get(entry["name"])
        try:
            segments.append(segment or _read_segment(generation, manifest, entry, own))
        except DAMAGE:
            if not lenient:
                raise
    return Index(manifest["encoder"], manifest["dimension"], tuple(segments))


def _read_segment(generation: Path, manifest: dict, entry: dict, ids: list[str]) -> Segment:
    place = f"segments/{entry['name']}"
    names = [f"{place}/{name}" for name in SEGMENT_FILES]
    names += [f"documents/{document_name(id)}.{end}" for id in ids for end in ("txt", "json")]  # noqa: A001
    for name in names:
        check(generation, name, manifest)
    folder = generation / place
    rows = np.load(folder / "rows.npy")
    vectors = VectorIndex.load(folder / "vectors.faiss")
    tokens = TokenVectors.load(*(folder / name for name in TOKEN_FILES))
    if rows.dtype != ROW or not len(rows) == len(vectors) == len(tokens):
        raise ValueError(
            f"rows.npy holds {len(rows)} rows, vectors.faiss {len(vectors)}, "
            f"{TOKEN_FILES[0]} {len(tokens)}"
        )
    if vectors.dimension != manifest["dimension"]:
        raise ValueError(f"{place}/vectors.faiss has {vectors.dimension} dimensions")
    return Segment(
        name=entry["name"],
        documents=tuple(read_document(generation, document_name(id)) for id in ids),  # noqa: A001
        chunks=tuple(Chunk(**row) for row in _read_lines(folder / "chunks.jsonl")),
        rows=rows,
        vectors=vectors,
        tokens=tokens,
        words={code: Postings.load(folder / f"words-{code}.npz") for code in LANGUAGES},
    )


def check(generation: Path, name: str, manifest: dict) -> None:
    """
    Compare a file with its digest in the manifest.

    :raises ValueError: if it is missing or has changed
    """
    try:
        found = digest(generation / name)
    except FileNotFoundError as error:
        raise ValueError(f"{name} is missing") from error
    if found != manifest["files"][name]:
        raise ValueError(f"{name} has changed since it was written")


def _manifest_digest(manifest: dict) -> str:
    """Give the digest of a manifest's values, its own digest left out."""
    values = {key: value for key, value in manifest.items() if key != "digest"}
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def _json(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode()


def _read_lines(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def digest(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Force a file or folder to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
