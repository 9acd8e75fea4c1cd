"""Read a document of a stored generation: its text in one file, the rest of it as JSON."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from corpus.document import Document
from corpus.furniture import Skipped
from corpus.rendering import RenderedSentence, Rendering
from corpus.responsibility import ResponsibilityList
from corpus.sections import Section


def document_name(id: str) -> str:  # noqa: A002
    """Give the name of a document's files, without their endings."""
    return hashlib.sha256(id.encode()).hexdigest()[:16]


def read_document(generation: Path, name: str) -> Document:
    """Read a document from its two files in a generation's folder."""
    with (generation / "documents" / f"{name}.txt").open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    outline = (generation / "documents" / f"{name}.json").read_text(encoding="utf-8")
    return restore_document(text, json.loads(outline))


def restore_document(text: str, values: dict) -> Document:
    """Restore a document from its text and its JSON values."""
    rendering = values.pop("rendering")
    lists = {
        ref: tuple(
            ResponsibilityList(**{k: tuple(v) if isinstance(v, list) else v for k, v in i.items()})
            for i in items
        )
        for ref, items in values.pop("lists").items()
    }
    sections = tuple(Section(**section) for section in values.pop("sections"))
    skipped = tuple(Skipped(**span) for span in values.pop("skipped"))
    plain = {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}
    document = Document(text=text, sections=sections, skipped=skipped, lists=lists, **plain)
    if rendering is None:
        return document
    sentences = tuple(RenderedSentence(**sentence) for sentence in rendering["sentences"])
    return replace(document, rendering=Rendering(sentences))
