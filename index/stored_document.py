"""A document of a stored generation: its text in one file, the rest of it as JSON."""

import hashlib
import json
from pathlib import Path

from corpus.document import Document
from corpus.document_values import document_values, restore_document


def document_name(id: str) -> str:  # noqa: A002
    """Give the name of a document's files, without their endings."""
    return hashlib.sha256(id.encode()).hexdigest()[:16]


def values_beside_text(document: Document) -> dict:
    """Give all of a document but its text as values for JSON."""
    values = document_values(document)
    del values["text"]
    return values


def read_document(generation: Path, name: str) -> Document:
    """Read a document from its two files in a generation's folder."""
    outline = read_values(generation, name)
    return restore_document(read_text(generation, name), outline)


def read_text(generation: Path, name: str) -> str:
    """Read a document's text as it was written."""
    with (generation / "documents" / f"{name}.txt").open(encoding="utf-8", newline="") as stream:
        return stream.read()


def read_values(generation: Path, name: str) -> dict:
    """Read what stands beside a document's text."""
    return json.loads((generation / "documents" / f"{name}.json").read_text(encoding="utf-8"))
