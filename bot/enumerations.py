"""
Answers that give an enumeration whole: conditions, materials, steps, duties, cases.

The enumerations are parsed (:mod:`corpus.enumerations`). A question that asks for what one lists
gets its lead-in and every item, counted; which of them it means is read as for any sentence, and
from the kind of thing that is asked for (什么条件) and that the lead-in announces (下列条件).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.citations import CitationList, answer_from, breadcrumb
from bot.definitions import defined_term, defines
from bot.evidence import LEXICAL_WEIGHT, EvidenceReader
from bot.numbers import asks_number
from bot.originals import shown_text
from bot.reply import Answer, CitedSentence
from bot.strings import Strings
from bot.together import document_names
from bot.understanding import Understanding, asks_whether
from corpus.document import Document
from corpus.enumerations import Enumeration, Item, find_enumerations
from corpus.language import Language
from corpus.normalise import normalise
from corpus.sections import Section
from corpus.sentences import split_sentences
from index.library import Index
from index.retriever import Hit, Search

LONGEST = 240  # characters of one item; a longer one is shown up to the end of a sentence
SECTIONS = 8  # of the best hits, whose enumerations a question may mean
DOCUMENTS = 2  # of the best hits, any of whose enumerations it may mean
KIND_BONUS = 0.3  # for a lead-in that announces what is asked for
POLARITY_PENALTY = 0.1  # for one that forbids where the question does not, or the other way
RANK_PENALTY = 0.02  # for each hit before it
CLOSE = 0.05  # how far below the best sentence a lead-in of the right kind may be


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that is enumerated: how it is asked for, and how a lead-in announces it."""

    asked: re.Pattern[str]
    announced: re.Pattern[str]


# What an English question asks for: "which further documents", not "the penalty for … documents".
SOUGHT = (
    r"(?:^(?!who\b|when\b)|\b(?:what|which|list|name|give|tell|state|show|all)\b)\W*"
    r"(?:(?!is\b|was\b)[\w'/-]+ ){0,5}"
)


def _kind(asked: str, sought: str, announced: str) -> Kind:
    """Make a kind from how it is asked for, its English nouns and how lead-ins announce it."""
    asked = f"{asked}|{SOUGHT}(?:{sought})\\b"
    return Kind(re.compile(asked, re.IGNORECASE), re.compile(announced, re.IGNORECASE))


WHICH = "(?:什么|哪些|哪几|啥|几|多少|何)"
KINDS = (
    _kind(
        rf"条件|资格|门槛|{WHICH}[^,，。?？]{{0,4}}要求|(?:谁|哪些人|什么人|(?:哪些|哪种|哪类|什么样的|啥样的)[^,，。?？]{{0,6}})(?:才)?(?:能|可以)|"
        rf"(?:满足|符合|具备|达到)[^,，。?？]{{0,4}}{WHICH}|\beligib|\bqualif",
        "conditions?|requirements?|criteria",
        r"条件|资格|要求|符合|具备|满足|\bconditions?\b|\brequirements?\b|\bcriteria\b",
    ),
    _kind(
        r"材料|资料|(?:什么|哪些|啥)(?:文件|证件|证明|手续|表)",
        "materials?|documents|paperwork",
        r"材料|资料|文件|\bmaterials?\b|\bdocuments\b",
    ),
    _kind(
        r"流程|程序|步骤|(?:怎么|如何|怎样|咋)(?:去|来)?(?:申请|申报|办|报|认定|审|评|走|处理)|"
        r"\bhow (?:do|can|to)\b",
        "procedures?|steps",
        r"流程|程序|步骤|方式|处理|\bprocedures?\b|\bsteps\b",
    ),
    _kind(
        rf"职责|义务|职权|权[利力限]|任务|(?:负责|承担|管|做|干){WHICH}",
        "duties|responsibilit(?:y|ies)|obligations?|powers|rights",
        r"职责|义务|职权|权[利力]|任务|工作|措施|\bduties\b|\bresponsibilit|\bobligations?\b|\bpowers\b|\brights\b",
    ),
    _kind(
        r"情形|情况|什么时候|(?:哪些|什么)(?:时候|场合|原因)|"
        r"\bwhen (?:can|may|must|should|is|are)\b",
        "cases?|circumstances|situations?",
        r"情形|情况|行为|之一|\bcases?\b|\bcircumstances\b|\bsituations?\b",
    ),
    _kind(
        rf"{WHICH}[^,，。?？]{{0,3}}(?:内容|事项|条款|项目|方面)|(?:写明|载明|约定|注明|列明){WHICH}",
        "contents?|items|matters",
        r"内容|事项|条款|\bcontents?\b|\bitems\b|\bmatters\b",
    ),
    _kind(
        rf"(?:包括|包含|分为){WHICH}|{WHICH}[^,，。?？]{{0,2}}(?:类|种|部分)|\binclud",
        "kinds|types|forms",
        r"包括|包含|分为|如下|\binclud|\bkinds\b|\btypes\b|\bforms\b",
    ),
    _kind(rf"{WHICH}[^,，。?？]{{0,4}}信息", "information", r"信息|\binformation\b"),
    _kind(rf"{WHICH}[^,，。?？]{{0,4}}措施", "measures", r"措施|\bmeasures\b"),
    _kind(
        rf"渠道|途径|来源|{WHICH}[^,，。?？]{{0,3}}方式",
        "channels?|sources?|methods?|ways|options",
        r"渠道|途径|来源|方式|\bchannels?\b|\bsources?\b|\bmethods?\b|\bone of the following\b",
    ),
    _kind(
        r"哪些人|什么人|对象|人员|哪些(?:单位|企业|主体)|\bwhom\b",
        "persons",
        r"人员|对象|单位|企业|主体|\bpersons?\b|\bindividuals\b",
    ),
    _kind(rf"行为|{WHICH}[^,，。?？]{{0,3}}(?:事|动作)", "acts", r"行为|事项|情形|\bacts?\b"),
)
HEADED = 3  # of these kinds may be announced by a heading: conditions, materials, steps
OPEN = re.compile(
    r"哪些|哪几|什么|啥|几(?:种|类|项|条|个|方面)|怎么|怎样|如何|谁|"
    r"\bwhat\b|\bwhich\b|\bwho\b|\blist\b|\bname\b|"
    r"\bhow\b(?! (?:often|long|much|soon|frequently)\b)",
    re.IGNORECASE,
)
FORBIDS = re.compile(
    r"不得|禁止|严禁|不可|不能|不予|不许|不准|不应|不让|不纳入|除外|\bnot\b|\bnever\b|\bprohibit|\bforbid",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """An enumeration of a document with how well it fits the question."""

    document: Document
    enumeration: Enumeration
    score: float
    is_kind: bool


class Enumerations:
    """Finds the enumerations of an index's documents; each document is parsed once."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def of(self, document: Document) -> tuple[Enumeration, ...]:
        """Give a document's enumerations in its order."""
        return self._index.derived(find_enumerations, document)

    def answer(
        self, asked: Understanding, search: Search, reader: EvidenceReader, strings: Strings
    ) -> Answer | None:
        """Give the enumeration that the question asks for, whole; None where it asks for none."""
        if not asks_list(asked):
            return None
        found = self._meant(asked, search, reader)
        if found is None:
            return None
        document, enumeration = found.document, found.enumeration
        citations = CitationList(self._index, asked.language)
        sentences = list(
            worded(document, enumeration, enumeration.items, citations, asked.language, strings)
        )
        section = document.section(enumeration.ref)
        assert section is not None
        name = breadcrumb(document, section, asked.language)
        if len(self._index.documents) > 1:
            name = document_names([document], asked.language)[document.id] + name
        opening = strings.enumerated.format(name=name, count=enumeration.count)
        return answer_from(asked, sentences, citations, search, opening=opening)

    def _meant(self, asked: Understanding, search: Search, reader: EvidenceReader) -> Found | None:
        """Choose the enumeration that fits best, where no sentence fits better."""
        found = list(self._scored(asked, search, reader))
        if not found:
            return None
        best = max(found, key=lambda f: f.score)
        sentences = [reader.sentences(hit)[0].score for hit in reader.sections()]
        least = max(sentences, default=0.0) - (CLOSE if best.is_kind else 0.0)
        return best if best.score >= least else None

    def _scored(
        self, asked: Understanding, search: Search, reader: EvidenceReader
    ) -> Iterable[Found]:
        """Score the enumerations that the best sections open or stand in."""
        question = normalise(asked.core)
        for enumeration, (rank, hit) in self._near(search).items():
            document = self._index.document(hit.document)
            lead = normalise(document.text[enumeration.start : enumeration.end])
            if reader.defining and not defines(lead, defined_term(question)):
                continue  # the meaning of a word is asked for, and told elsewhere
            is_kind = fits_kind(question, lead, headed=enumeration.is_heading)
            if enumeration.is_heading and not is_kind:
                continue
            score = self._score(document, enumeration, hit, reader) - RANK_PENALTY * rank
            score += KIND_BONUS if is_kind else 0.0
            if bool(FORBIDS.search(question)) != bool(FORBIDS.search(lead)):
                score -= POLARITY_PENALTY
            yield Found(document, enumeration, score, is_kind)

    def _near(self, search: Search) -> dict[Enumeration, tuple[int, Hit]]:
        """Give the enumerations of the best sections, then all others of the best documents."""
        hits = search.hits[:SECTIONS]
        found: dict[Enumeration, tuple[int, Hit]] = {}
        for rank, hit in enumerate(hits):
            for enumeration in self.of(self._index.document(hit.document)):
                if hit.ref in {enumeration.ref, *enumeration.refs}:
                    found.setdefault(enumeration, (rank, hit))
        first = {hit.document: hit for hit in reversed(hits)}
        for hit in sorted(first.values(), key=lambda hit: hit.rank)[:DOCUMENTS]:
            for enumeration in self.of(self._index.document(hit.document)):
                if not enumeration.is_heading:
                    found.setdefault(enumeration, (SECTIONS, hit))
        return found

    def _score(
        self, document: Document, enumeration: Enumeration, hit: Hit, reader: EvidenceReader
    ) -> float:
        """Add the cosine of a lead-in and the share of the question's words in it."""
        section = document.section(enumeration.ref)
        assert section is not None
        text = f"{section.heading} {document.text[enumeration.start : enumeration.end]}"
        cosine = max(
            (
                evidence.cosine
                for number in self._chunks(document, section)
                for evidence in reader.retriever.evidence(reader.search.vector, number)
                if evidence.start <= enumeration.start < evidence.end
            ),
            default=hit.cosine,
        )
        return cosine + LEXICAL_WEIGHT * reader.share(text, reader.search.language)

    def _chunks(self, document: Document, section: Section) -> Iterable[int]:
        """Give the numbers of a section's chunks."""
        start, end = self._index.document_chunks[document.id]
        return (n for n in range(start, end) if self._index.chunks[n].ref == section.ref)


def asks_list(asked: Understanding) -> bool:
    """Say whether a question may ask for several things, and not for a number or whether."""
    question = normalise(asked.core)
    if asks_whether(question) or not OPEN.search(question):
        return False
    return not asks_number(asked)


def fits_kind(question: str, lead: str, *, headed: bool = False) -> bool:
    """
    Say whether a lead-in announces a kind of thing that a question asks for.

    :param headed: whether it is a heading; one of tasks or measures stands above half a plan
    """
    kinds = KINDS[:HEADED] if headed else KINDS
    return any(kind.asked.search(question) and kind.announced.search(lead) for kind in kinds)


def worded(
    document: Document,
    enumeration: Enumeration,
    items: Sequence[Item],
    citations: CitationList,
    language: Language,
    strings: Strings,
) -> Iterable[CitedSentence]:
    """Word a lead-in and some of its items, each cited."""
    spans = [(enumeration.ref, enumeration.start, enumeration.end)]
    spans += [(item.ref, item.start, item.end) for item in items]
    for place, (ref, start, end) in enumerate(spans):
        section = document.section(ref)
        assert section is not None
        marker = citations.cite(document, section, start, end)
        shown = shortened(document.text, start, end)
        text = shown_text(document, section, start, shown, language, strings)
        if shown < end:
            text += " …"
        yield CitedSentence(text, (marker,), is_heading=place == 0)


def shortened(text: str, start: int, end: int) -> int:
    """Give where a paragraph is shown up to: its end, or that of the last sentence that fits."""
    if end - start <= LONGEST:
        return end
    ends = [stop for _, stop in split_sentences(text, start, end)]
    return max((stop for stop in ends if stop - start <= LONGEST), default=ends[0])
