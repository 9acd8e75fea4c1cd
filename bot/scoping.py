"""
The documents that a question is limited to: those that it names, or the conversation did.

What names a document is cut out of the question, so that only the rest is searched for. A name
that two documents fit equally well is asked back; one that no document has is refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.citations import refusal_from
from bot.counterparts import are_parts, preferred, with_counterparts
from bot.followup import LEANS, length_of
from bot.naming import Name, Naming, foreign_titles
from bot.naming_english import EnglishNaming
from bot.places import of_place, of_places_named, places_of_document
from bot.reply import Clarification, Refusal
from bot.strings import Strings
from bot.together import document_names
from bot.understanding import Understanding, names_topic, read_like, understand
from corpus.document import Document
from corpus.language import Language
from corpus.normalise import normalise
from index.duplicates import Duplicates
from index.encoder import SentenceEncoder
from index.library import Index
from index.selection import issuer_names

History = Sequence[tuple[str, str]]
SHORT: dict[Language, int] = {"zh": 12, "en": 6}  # characters, or words, of one that may lean
REMEMBERED = 8  # earlier turns in which a document may have been named
THIS = re.compile(
    r"(?:这|该|本|此)(?:份|个|部|项|篇)? ?(?:文件|方案|规划|计划|政策|通知|意见|办法|条例|法)|"
    r"\b(?:this|the|that) (?:\w+ )?(?:document|plan|policy|notice|law|regulations?|paper)\b",
    re.IGNORECASE,
)
CUT = "\ufffc"  # stands for a name that was cut out
JOINED = re.compile(
    rf"{CUT}\s*(?:和|与|跟|同|及|以及|、|,|and|with|to|versus|vs\.?)\s*(?:the )?{CUT}"
)
BEFORE = (
    "请问|在|按照|按|根据|依据|依照|"
    r"(?<!\w)(?:under|in|according to|of|within|from|by|per) (?:the |both )?|(?<!\w)(?:the|both) "
)
INTO = re.compile(
    rf"(?:{BEFORE})?{CUT}(?:里面|当中|里|中(?!心)|内|上)?(?:的)?\s*[,，、:：]?\s*", re.IGNORECASE
)
ISSUED = (
    "(?:发布|印发|出台|下发|颁布|制定|转发|公布|发)的(?:各项|所有|全部)?(?:政策|文件)*"
    "(?:里面?|中)?[,，]?"
)
ISSUERS = "的(?:政策)?文件(?:里面?|中)?[,，]?"


@dataclass(frozen=True, slots=True)
class Reading:
    """A question without the names of documents, and the documents to answer it from."""

    asked: Understanding
    documents: tuple[Document, ...]
    names: tuple[Name, ...] = ()  # what limits it to them, in the question or before it
    own: frozenset[str] = frozenset()  # those of the place that the question is about
    local: frozenset[str] = frozenset()  # these and others of a place, as of its province

    @property
    def sides(self) -> tuple[tuple[Document, ...], ...]:
        """Give the documents of each name; one name for all where nothing is set against it."""
        return tuple(name.documents for name in self.names)


class Scoping:
    """Reads which documents questions name; the titles are read once."""

    def __init__(self, index: Index, encoder: SentenceEncoder, duplicates: Duplicates) -> None:
        self._index = index
        self._duplicates = duplicates
        self._naming = Naming(index.documents)
        self._english = EnglishNaming(self._naming.titled, encoder)
        self._issuers: dict[str, list[Document]] = {}
        for document in index.documents:
            for name in issuer_names(document.issuer) if document.issuer else ():
                if len(name) >= 3:
                    self._issuers.setdefault(normalise(name), []).append(document)

    def read(
        self,
        asked: Understanding,
        history: History,
        scope: Sequence[Document],
        strings: Strings,
        source: str,
    ) -> Reading | Clarification | Refusal:
        """
        Read a question.

        :param scope: the documents that may be answered from
        :param source: the text of all of them, in which a title may be cited
        """
        names = self.names(asked.core)
        if unknown := self._unknown(asked, names, source):
            return refusal_from(asked, "no_evidence", strings.no_document.format(name=unknown))
        if len(self._index.documents) == 1:
            return Reading(asked, tuple(scope))
        if not names and self._leans(asked):
            names = self._remembered(history)
            limited = self._within(names, scope)
            if names and not isinstance(limited, Name):
                return Reading(asked, self._all_of(limited), limited)
            names = ()
        within = self._within(names, scope)
        if isinstance(within, Name):
            named = document_names(within.documents[:1], asked.language)
            message = strings.not_chosen.format(name="".join(named.values()))
            return refusal_from(asked, "no_evidence", message)
        for name in within:
            texts = preferred(self._texts(name), asked.language, self._index)
            if len(texts) > 1 and not are_parts(texts):
                return self._which(asked, name, strings)
        if within:
            return self._cut(asked, within, history)
        return self._limited(asked, scope)

    def talked_of(
        self, asked: Understanding, history: History, scope: Sequence[Document]
    ) -> Reading | None:
        """Limit a question to the one document that the conversation named; None without one."""
        names = self._within(self._remembered(history), scope)
        if isinstance(names, Name) or len(names) != 1:
            return None
        return Reading(asked, self._all_of(names), names)

    def names(self, text: str) -> tuple[Name, ...]:
        """Find what names documents in a text of either language."""
        found = list(self._naming.find(text))
        if len(self._index.documents) > 1 and re.search("[A-Za-z]{3}", text):
            found += [
                name
                for name in self._english.find(text)
                if all(name.end <= other.start or other.end <= name.start for other in found)
            ]
        found = [
            replace(name, documents=with_counterparts(name.documents, self._index))
            for name in found
        ]
        return tuple(sorted(found, key=lambda name: name.start))

    # What a name may mean

    def _unknown(self, asked: Understanding, names: Sequence[Name], source: str) -> str:
        """Name the document that a question is about and that is not there; empty if none is."""
        for name in names:
            if not name.documents:
                return name.text
        for title, of_article in foreign_titles(asked.core, names):
            if of_article or title not in source:
                return f"《{title}》"
        return ""

    def _within(self, names: Sequence[Name], scope: Sequence[Document]) -> tuple[Name, ...] | Name:
        """Keep of each name the documents in scope; a name that has none there is given back."""
        ids = {document.id for document in scope}
        kept: list[Name] = []
        for name in names:
            documents = tuple(d for d in name.documents if d.id in ids)
            if not documents:
                return name
            kept.append(replace(name, documents=documents))
        return tuple(kept)

    def _texts(self, name: Name) -> tuple[Document, ...]:
        """Give the documents of a name, one for each text."""
        return self._duplicates.distinct(name.documents, read_less_well=True)

    def _all_of(self, names: Sequence[Name]) -> tuple[Document, ...]:
        """Give the documents of all names in the index's order."""
        ids = {document.id for name in names for document in name.documents}
        return tuple(document for document in self._index.documents if document.id in ids)

    def _which(self, asked: Understanding, name: Name, strings: Strings) -> Clarification:
        """Ask back: each option is the question with another document's full title."""
        documents = self._texts(name)
        before, after = asked.core[: name.start], asked.core[name.end :]
        titles = document_names(documents, asked.language).values()
        options = tuple(f"{before}{title}{after}" for title in titles)
        message = strings.which_document.format(count=len(options))
        return Clarification(asked.question, asked.language, message, options)

    # The question without its names

    def _cut(self, asked: Understanding, names: tuple[Name, ...], history: History) -> Reading:
        """Read the question without the names; where nothing is left, the one before it."""
        documents = self._all_of(names)
        text = _cut_out(asked.core, names)
        whole, bare = _whole(text, asked.language), INTO.sub("", text).strip()
        read, rest = read_like(asked, whole), read_like(asked, bare)
        if read.intent not in ("summary", "document"):
            if bare and names_topic(rest):
                read = rest
            elif read.intent == "lookup":  # the name alone: as before, else the whole document
                earlier = self._question_before(history)
                read = read_like(asked, earlier) if earlier else replace(read, intent="summary")
        return Reading(read, documents, names)

    def _question_before(self, history: History) -> str:
        """Give the last question of a conversation without the documents that it named."""
        earlier = next((text for role, text in reversed(history) if role == "user"), "")
        core = understand(earlier).core if earlier else ""
        return INTO.sub("", _cut_out(core, self.names(core))).strip()

    def bare_history(self, history: History) -> History:
        """Give a conversation with the names of documents cut out of its last question."""
        if len(self._index.documents) == 1:
            return history
        earlier = self._question_before(history)
        return [*history, ("user", earlier)] if earlier else history

    # The conversation, the issuer, the place

    def _leans(self, asked: Understanding) -> bool:
        """Say whether a question may mean the document that was talked of before."""
        short = length_of(asked) <= SHORT[asked.language]
        leaning = bool(asked.named or THIS.search(asked.core) or LEANS.search(asked.core))
        return leaning or (short and not names_topic(asked))

    def _remembered(self, history: History) -> tuple[Name, ...]:
        """Give the last names of a conversation that each mean one document."""
        for role, text in reversed(history[-REMEMBERED:]):
            if role == "user":
                names = self.names(understand(text).core)
            else:
                printed = [d for d in self._index.documents if f"《{d.title}》" in text]
                names = (Name(0, 0, "", tuple(printed)),) if printed else ()
            names = tuple(name for name in names if name.documents)
            if names:
                alone = (len(self._texts(n)) == 1 for n in names)
                return names if all(alone) else ()
        return ()

    def _limited(self, asked: Understanding, scope: Sequence[Document]) -> Reading:
        """Limit a question that names no document to an issuer's, or to those of its place."""
        plain = normalise(asked.core)
        ids = {document.id for document in scope}
        for name in sorted(self._issuers, key=len, reverse=True):
            found = name in plain and re.search(
                rf"由?{re.escape(name)}(?:{ISSUED}|{ISSUERS})", plain
            )
            documents = tuple(d for d in self._issuers[name] if d.id in ids)
            if found and documents:
                rest = plain[: found.start()] + plain[found.end() :]
                return Reading(read_like(asked, rest), documents)
        within = of_place(asked.core, scope)
        own = frozenset(d.id for d in of_places_named(asked.core, within))
        local = frozenset(d.id for d in within if places_of_document(d))
        is_limited = len(within) < len(scope)
        return Reading(asked, within, own=own, local=local if is_limited else frozenset())


def _cut_out(text: str, names: Sequence[Name]) -> str:
    """Put one mark for every name, and one for several that are joined."""
    for name in sorted(names, key=lambda name: -name.start):
        text = text[: name.start] + CUT + text[name.end :]
    while (joined := JOINED.sub(CUT, text)) != text:
        text = joined
    return text


def _whole(text: str, language: Language) -> str:
    """Put "the document" for a name that was cut out."""
    if language == "zh":
        return text.replace(CUT, "文件")
    return re.sub(rf"(?:\bthe )?{CUT}", "the document", text, flags=re.IGNORECASE)
