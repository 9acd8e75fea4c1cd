"""Read a document of a stored generation: its text in one file, the rest of it as JSON."""

import hashlib
import json
from pathlib import Path

from corpus.document import Document
from corpus.document_values import restore_document


def document_name(id: str) -> str:  # noqa: A002
    """Give the name of a document's files, without their endings."""
    return hashlib.sha256(id.encode()).hexdigest()[:16]


def read_document(generation: Path, name: str) -> Document:
    """Read a document from its two files in a generation's folder."""
    with (generation / "documents" / f"{name}.txt").open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    outline = (generation / "documents" / f"{name}.json").read_text(encoding="utf-8")
    return restore_document(text, json.loads(outline))
