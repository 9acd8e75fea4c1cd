"""Who writes the answer: the extractive writer, or a chat model behind the verifier."""

import logging
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from bot.citations import CitationList, sentence_text
from bot.enumerations import worded
from bot.evidence import EvidenceReader, ScoredSentence
from bot.grounding import is_supported_sentence
from bot.originals import shown_text
from bot.passages import Passage, chosen_passages
from bot.reply import Answer, Citation, CitedSentence
from bot.strings import Strings
from bot.understanding import Understanding, asks_whether
from bot.whether import stated_word
from corpus.language import Language
from corpus.normalise import normalise
from index.retriever import Hit, Search

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MARKER = re.compile(r"[\[［【]\s*(\d{1,3})\s*[\]］】]")
WRITTEN_SENTENCE = re.compile(
    r".+?(?:[。！？!?](?:\s*[\[［【]\d+[\]］】])*|\.(?:\s*\[\d+\])+|\.(?=\s|$)|$)", re.DOTALL
)
PASSAGES = 5
log = logging.getLogger(__name__)


class Writer(Protocol):
    """Writes an answer from a search whose evidence is known to be enough."""

    def write(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        strings: Strings,
        facts: Answer | None = None,
    ) -> Answer:
        """
        Write the answer.

        :param facts: the answer that the parsed facts give, where they give one
        """
        ...


class ExtractiveWriter:
    """Shows the sentences that answer, as they stand, by section. Deterministic."""

    def write(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        strings: Strings,
        facts: Answer | None = None,
    ) -> Answer:
        """Give the facts' answer; without one, pick sentences from the best sections."""
        if facts:
            return facts
        index = reader.retriever.index
        citations = CitationList(index, asked.language)
        sentences: list[CitedSentence] = []
        shown = chosen_passages(reader)
        for passage in shown:
            sentences += self._shown(passage, asked, citations, strings)
        opening, closing = "", ""
        if shown and asks_whether(asked.core):
            if word := stated_word(normalise(asked.core), shown[0], reader, asked.language):
                opening = strings.whether.format(word=word)
        if asked.wants_support:
            closing = self._support(asked, search.hits[0], reader, citations, sentences, strings)
        return Answer(
            asked.question,
            asked.language,
            tuple(sentences),
            citations.all(),
            search.hits,
            opening,
            closing,
        )

    def _shown(
        self,
        passage: Passage,
        asked: Understanding,
        citations: CitationList,
        strings: Strings,
    ) -> list[CitedSentence]:
        """Word a passage; what only the source has is named once."""
        document, language = passage.document, asked.language
        if passage.enumeration:
            lead, items = passage.enumeration, passage.items
            return list(worded(document, lead, items, citations, language, strings))
        section = document.section(passage.ref)
        assert section is not None
        sentences: list[CitedSentence] = []
        for chosen in in_order(passage, language):
            text = shown_text(document, section, chosen.start, chosen.end, language, strings)
            marker = citations.cite(document, section, chosen.start, chosen.end)
            if sentences and sentences[-1].text == text:
                sentences[-1] = CitedSentence(text, (*sentences[-1].citations, marker))
            else:
                sentences.append(CitedSentence(text, (marker,)))
        return sentences

    def _support(
        self,
        asked: Understanding,
        hit: Hit,
        reader: EvidenceReader,
        citations: CitationList,
        sentences: list[CitedSentence],
        strings: Strings,
    ) -> str:
        """Add the units to turn to, and say so where no amount is stated."""
        index = reader.retriever.index
        document = index.document(hit.document)
        section = document.section(hit.ref)
        for units in document.lists.get(hit.ref, ()):
            text = sentence_text(document, units.start, units.end, asked.language)
            if text and section:
                marker = citations.cite(document, section, units.start, units.end)
                sentences.append(CitedSentence(text.strip("()（）"), (marker,)))
        quotes = "".join(citation.quote for citation in citations.all())
        return "" if re.search(r"\d\s*(?:万|亿)?元|\byuan\b", quotes) else strings.no_amount


def in_order(passage: Passage, language: Language) -> Sequence[ScoredSentence]:
    """Give a passage's sentences as chosen; by their scores where they cannot be read."""
    first = passage.sentences[0]
    if sentence_text(passage.document, first.start, first.end, language) is not None:
        return passage.sentences
    return sorted(passage.sentences, key=lambda sentence: -sentence.score)


class ChatWriter:
    """A chat model writes; only sentences that their citations support are shown."""

    def __init__(self, model: "BaseChatModel", name: str) -> None:
        self._model = model
        self._name = name
        self._fallback = ExtractiveWriter()

    def write(
        self,
        asked: Understanding,
        search: Search,
        reader: EvidenceReader,
        strings: Strings,
        facts: Answer | None = None,
    ) -> Answer:
        """
        Ask the model, resolve its markers against the passages, drop what is not supported.

        If nothing survives, or the model cannot be reached, the extractive answer is given.
        """
        extractive = self._fallback.write(asked, search, reader, strings, facts)
        passages = self._passages(search, reader, asked)
        numbered = "\n\n".join(
            f"[{c.marker}] {c.breadcrumb}\n{c.quote}" + (f"\n{c.rendering}" if c.rendering else "")
            for c in passages
        )
        from bot.prompts import PROMPTS, REFUSED  # LangChain's prompts are slow to import

        prompt = PROMPTS[asked.language].invoke({"passages": numbered, "question": asked.core})
        try:
            written = str(self._model.invoke(prompt).text)
        except Exception:
            log.exception("the chat model %s failed; the extractive answer is given", self._name)
            return extractive
        if REFUSED in written:
            return extractive
        sentences = supported_sentences(written, passages, asked)
        if not sentences:
            return extractive
        used = {marker for sentence in sentences for marker in sentence.citations}
        return Answer(
            asked.question,
            asked.language,
            sentences,
            tuple(c for c in passages if c.marker in used),
            search.hits,
            generator=self._name,
        )

    def _passages(
        self, search: Search, reader: EvidenceReader, asked: Understanding
    ) -> tuple[Citation, ...]:
        index = reader.retriever.index
        citations = CitationList(index, asked.language)
        for hit in search.hits[:PASSAGES]:
            chunk = index.chunks[hit.chunk]
            document = index.document(hit.document)
            section = document.section(hit.ref)
            if section:
                citations.cite(document, section, chunk.start, chunk.end)
        return citations.all()


def supported_sentences(
    written: str, passages: tuple[Citation, ...], asked: Understanding
) -> tuple[CitedSentence, ...]:
    """
    Split a model's text into sentences and keep those that their own citations support.

    Markers that name no passage are dropped; a sentence without one left is withheld.
    """
    by_marker = {citation.marker: citation for citation in passages}
    kept: list[CitedSentence] = []
    for found in WRITTEN_SENTENCE.finditer(written):
        markers = tuple(
            dict.fromkeys(int(m) for m in MARKER.findall(found[0]) if int(m) in by_marker)
        )
        text = re.sub(r"\s+([。.!?！？])", r"\1", MARKER.sub("", found[0])).strip(" -*\n")
        evidence = " ".join(f"{by_marker[m].quote} {by_marker[m].rendering or ''}" for m in markers)
        if text and markers and is_supported_sentence(text, evidence, asked.language):
            kept.append(CitedSentence(text, markers))
    return tuple(kept)
