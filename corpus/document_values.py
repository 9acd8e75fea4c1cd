"""A document as plain values for JSON, and back: for the stored index and between processes."""

from dataclasses import asdict, replace

from corpus.document import Document
from corpus.furniture import Skipped
from corpus.relations import Relation
from corpus.rendering import RenderedSentence, Rendering
from corpus.responsibility import ResponsibilityList
from corpus.sections import Section
from corpus.validity import Clause


def document_values(document: Document) -> dict:
    """Give a document as plain values, its text among them."""
    return asdict(document)


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
    validity = tuple(Clause(**clause) for clause in values.pop("validity", ()))
    relations = tuple(Relation(**relation) for relation in values.pop("relations", ()))
    plain = {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}
    document = Document(
        text=text,
        sections=sections,
        skipped=skipped,
        lists=lists,
        validity=validity,
        relations=relations,
        **plain,
    )
    if rendering is None:
        return document
    sentences = tuple(RenderedSentence(**sentence) for sentence in rendering["sentences"])
    return replace(document, rendering=Rendering(sentences))
