"""The unofficial English rendering of a document, sentence by sentence beside the source."""

import json
from dataclasses import dataclass
from pathlib import Path


class RenderingError(ValueError):
    """A rendering file that does not fit its document."""


@dataclass(frozen=True, slots=True)
class RenderedSentence:
    """The English of the source's sentence ``[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """All rendered sentences of a document, in source order."""

    sentences: tuple[RenderedSentence, ...]

    def within(self, start: int, end: int) -> tuple[RenderedSentence, ...]:
        """Give the rendered sentences that lie in a span of the source."""
        return tuple(s for s in self.sentences if start <= s.start and s.end <= end)

    def overlapping(self, start: int, end: int) -> tuple[RenderedSentence, ...]:
        """Give the rendered sentences that share a character with a span of the source."""
        return tuple(s for s in self.sentences if s.start < end and start < s.end)

    def text(self, start: int, end: int) -> str:
        """Give the English of a span of the source: of every sentence that overlaps it."""
        return " ".join(sentence.text for sentence in self.overlapping(start, end))


def load_rendering(path: Path, source: str) -> Rendering:
    """
    Read a rendering, one JSON line ``{"ref", "zh", "en"}`` for each sentence of the source.

    ``zh`` names the sentence: it must stand in the source, after the one before it.

    :raises RenderingError: if a sentence is empty or does not stand there
    """
    sentences: list[RenderedSentence] = []
    at = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            chinese, english = str(row["zh"]).strip(), str(row["en"]).strip()
        except (ValueError, KeyError, TypeError) as error:
            raise RenderingError(f"{path}:{number}: no rendered sentence: {error!r}") from error
        start = source.find(chinese, at)
        if start < 0 or not chinese or not english:
            raise RenderingError(
                f"{path}:{number}: {chinese[:20]!r} has no English or does not stand in the "
                "source after the sentence before it"
            )
        at = start + len(chinese)
        sentences.append(RenderedSentence(start, at, english))
    return Rendering(tuple(sentences))
