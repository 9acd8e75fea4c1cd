"""Measures of one reply and means over many; pure functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.language import detect_language
from corpus.normalise import normalise
from eval.questions import Question


@dataclass(frozen=True, slots=True)
class Scored:
    """One question with what its reply achieved; None where a measure does not apply."""

    question: Question
    rank: int | None  # of the first relevant section; None when it is not among the hits
    first: bool | None
    top_five: bool | None
    cited: bool | None  # a relevant section is cited
    all_cited: bool | None  # every required section is cited
    precision: float | None  # share of the citations that point to a relevant section
    facts: bool | None  # every required fact stands in the text
    language: bool  # the text is in the question's language
    refused: bool
    solved: bool


def success_at_k(ranked: Sequence[str], relevant: Iterable[str], k: int) -> bool:
    """
    Say whether any relevant section is among the first ``k`` (Success@k, not recall@k).
    """
    return not set(relevant).isdisjoint(ranked[:k])


def reciprocal_rank(ranked: Sequence[str], relevant: Iterable[str]) -> float:
    """
    Give 1 / rank of the first relevant section; 0 when there is none.

    ``reciprocal_rank(["a", "b"], {"b"}) -> 0.5``
    """
    wanted = set(relevant)
    return next((1 / rank for rank, ref in enumerate(ranked, start=1) if ref in wanted), 0.0)


def contains_facts(text: str, groups: Sequence[Sequence[str]]) -> bool:
    """Say whether a text holds one alternative of every group, both normalised."""
    plain = normalise(text).replace(" ", "")
    return all(any(normalise(a).replace(" ", "") in plain for a in group) for group in groups)


def score_reply(question: Question, reply: dict) -> Scored:
    """Score one reply, given as its JSON object."""
    ranked = [hit["ref"] for hit in reply["hits"] if question.document in (None, hit["document"])]
    cited = [c["ref"] for c in reply["citations"] if question.document in (None, c["document"])]
    text = reply["text"]
    refused = reply["kind"] == "refusal"
    language = detect_language(text) == question.language and reply["language"] == question.language
    clean = not any(normalise(bad) in normalise(text) for bad in question.must_not_contain)
    if not question.answerable:
        right = refused and language and clean
        none = (None,) * 7
        return Scored(question, *none, language=language, refused=refused, solved=right)
    relevant = question.relevant
    wanted = set(relevant)
    enough = wanted <= set(cited) if question.all_required else not wanted.isdisjoint(cited)
    facts = contains_facts(text, question.must_contain)
    rank = next((n for n, ref in enumerate(ranked, start=1) if ref in wanted), None)
    return Scored(
        question=question,
        rank=rank,
        first=success_at_k(ranked, relevant, 1),
        top_five=success_at_k(ranked, relevant, 5),
        cited=not wanted.isdisjoint(cited),
        all_cited=enough,
        precision=sum(ref in wanted for ref in cited) / len(cited) if cited else None,
        facts=facts,
        language=language,
        refused=refused,
        solved=reply["kind"] == "answer" and language and enough and facts and clean,
    )


def mean(values: Iterable[bool | float | None]) -> float | None:
    """Average the values that apply; None where none does."""
    known = [float(value) for value in values if value is not None]
    return sum(known) / len(known) if known else None
