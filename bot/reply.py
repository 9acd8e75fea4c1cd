"""What the bot says: an answer, a refusal or a clarification, as plain frozen values."""

from dataclasses import dataclass
from typing import Literal

from corpus.language import Language
from index.retriever import Hit

RefusalReason = Literal[
    "empty",
    "too_long",
    "no_evidence",
    "missing_detail",
    "missing_term",
    "missing_number",
    "instruction",
    "unclear",
]


@dataclass(frozen=True, slots=True)
class Citation:
    """
    A pointer from a sentence to a section.

    ``quote`` is ``source[start:end]``, always; ``rendering`` is the unofficial English of it.
    """

    marker: int
    document: str
    title: str
    ref: str
    breadcrumb: str
    start: int
    end: int
    quote: str
    rendering: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """
    One sentence of an answer with the markers of the citations that support it.

    ``is_heading`` says that it opens the sentences below it.
    """

    text: str
    citations: tuple[int, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """
    An answer.

    ``opening`` and ``closing`` are our own wording around the sentences: what stands there is
    counted or read from what these cite, and is no claim by itself.
    """

    question: str
    language: Language
    sentences: tuple[CitedSentence, ...]
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    opening: str = ""
    closing: str = ""
    notices: tuple[str, ...] = ()
    generator: str = "extractive"
    elapsed_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer withheld, with the reason and the nearest sections: a correct outcome."""

    question: str
    language: Language
    reason: RefusalReason
    message: str
    hits: tuple[Hit, ...] = ()
    nearest: tuple[Citation, ...] = ()
    notices: tuple[str, ...] = ()
    generator: str = "extractive"
    elapsed_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Clarification:
    """A question back, with the readings to choose from."""

    question: str
    language: Language
    message: str
    options: tuple[str, ...]
    hits: tuple[Hit, ...] = ()
    notices: tuple[str, ...] = ()
    generator: str = "extractive"
    elapsed_ms: float = 0.0


Reply = Answer | Refusal | Clarification


def reply_text(reply: Reply) -> str:
    """Give a reply as one plain text with markers, in the reply's language."""
    if not isinstance(reply, Answer):
        return reply.message
    space = " " if reply.language == "en" else ""
    lines = [reply.opening] if reply.opening else []
    for sentence in reply.sentences:
        markers = "".join(f"[{marker}]" for marker in sentence.citations)
        lines.append(f"{sentence.text}{space}{markers}")
    if reply.closing:
        lines.append(reply.closing)
    return "\n".join(lines)


def citations_of(reply: Reply) -> tuple[Citation, ...]:
    """Give the citations of an answer; a refusal and a clarification cite nothing."""
    return reply.citations if isinstance(reply, Answer) else ()


def reply_json(reply: Reply) -> dict[str, object]:
    """Give a reply as plain values for JSON, in the shape that scripts rely on."""
    return {
        "question": reply.question,
        "language": reply.language,
        "kind": type(reply).__name__.lower(),
        "text": reply_text(reply),
        "sentences": [
            {"text": s.text, "citations": list(s.citations)}
            for s in (reply.sentences if isinstance(reply, Answer) else ())
        ],
        "citations": [
            {
                "marker": c.marker,
                "document": c.document,
                "title": c.title,
                "ref": c.ref,
                "breadcrumb": c.breadcrumb,
                "start": c.start,
                "end": c.end,
                "quote": c.quote,
                "rendering": c.rendering,
                "page": c.page,
            }
            for c in citations_of(reply)
        ],
        "hits": [
            {"document": hit.document, "ref": hit.ref, "score": round(hit.score, 4)}
            for hit in reply.hits
        ],
        "notices": list(reply.notices),
        "options": list(reply.options) if isinstance(reply, Clarification) else [],
        "generator": reply.generator,
        "elapsed_ms": round(reply.elapsed_ms, 1),
    }
