"""
Retrieval tasks that compare encoders: questions, passages, and which passages answer which.

Three kinds: XQuAD (google-deepmind/xquad, CC-BY-SA-4.0, from a data folder), the policy sections
that training never saw (in the repository), and the questions about the embedded document, asked
of its Chinese text alone.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from corpus.document import Document, parse_document
from corpus.language import Language
from eval.questions import Question
from index.library import Index
from index.training.questions import is_held_out, policy_body, read_policy

DIRECTIONS: tuple[tuple[Language, Language], ...] = (
    ("en", "zh"),
    ("zh", "en"),
    ("zh", "zh"),
    ("en", "en"),
)


@dataclass(frozen=True)
class Task:
    """Questions in one language over passages in one language; ``own`` are the right passages."""

    name: str
    asked: Language
    answered: Language
    questions: tuple[str, ...]
    own: tuple[frozenset[int], ...]
    documents: tuple[Document, ...]  # what the whole retriever indexes
    passages: tuple[str, ...]
    places: tuple[tuple[str, str], ...]  # document id and ref of each passage

    @property
    def direction(self) -> str:
        """Name the pair of languages: ``en→zh``."""
        return f"{self.asked}→{self.answered}"


def success(order: Sequence[Sequence[int]], own: Sequence[frozenset[int]], k: int) -> float:
    """Give the share of questions with a right passage among the first ``k``: 0 to 1."""
    hits = [not right.isdisjoint(ranked[:k]) for ranked, right in zip(order, own, strict=True)]
    return float(np.mean(hits))


def read_xquad(path: Path) -> tuple[list[str], list[str], list[int]]:
    """Read paragraphs, questions, and the paragraph number of each question."""
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    paragraphs: list[str] = []
    questions: list[str] = []
    own: list[int] = []
    for article in data:
        for paragraph in article["paragraphs"]:
            for question in paragraph["qas"]:
                questions.append(question["question"])
                own.append(len(paragraphs))
            paragraphs.append(paragraph["context"])
    return paragraphs, questions, own


def passage_task(
    name: str,
    direction: tuple[Language, Language],
    questions: Sequence[str],
    own: Sequence[int],
    passages: Sequence[str],
) -> Task:
    """Make a task of plain passages, each a document of its own."""
    documents = tuple(parse_document(f"p{n}", text) for n, text in enumerate(passages))
    return Task(
        name,
        *direction,
        tuple(questions),
        tuple(frozenset([n]) for n in own),
        documents,
        tuple(passages),
        tuple((document.id, "") for document in documents),
    )


def xquad_tasks(data: Path) -> list[Task]:
    """Make the tasks of XQuAD, within and across the languages."""
    sets = {code: read_xquad(data / "eval" / f"xquad-dev.{code}.json") for code in ("zh", "en")}
    return [
        passage_task("XQuAD", (asked, answered), *sets[asked][1:], sets[answered][0])
        for asked, answered in DIRECTIONS
    ]


def policy_tasks() -> list[Task]:
    """Make the tasks of the policy sections that training never saw."""
    sections = [section for section in read_policy() if is_held_out(section["doc"])]
    passages = {
        "zh": [policy_body(section["zh"]) for section in sections],
        "en": [section["en"] for section in sections],
    }
    asked = {
        code: [(q, n) for n, section in enumerate(sections) for q in section[f"{code}_q"]]
        for code in ("zh", "en")
    }
    return [
        passage_task(
            "policy sections",
            (question_language, answered),
            *zip(*asked[question_language], strict=True),
            passages[answered],
        )
        for question_language, answered in DIRECTIONS
    ]


def plan_tasks(index: Index, questions: Sequence[Question]) -> list[Task]:
    """Make the tasks of the questions about the embedded document, without its rendering."""
    documents = tuple(replace(document, rendering=None) for document in index.documents)
    places = tuple((chunk.document, chunk.ref) for chunk in index.chunks)
    judged = [q for q in questions if q.answerable and q.relevant]
    tasks = []
    for language in ("en", "zh"):
        own = [q for q in judged if q.language == language]
        right = [
            frozenset(n for n, (_, ref) in enumerate(places) if ref in q.relevant) for q in own
        ]
        passages = tuple(chunk.text for chunk in index.chunks)
        texts = tuple(q.text for q in own)
        tasks.append(
            Task("the plan", language, "zh", texts, tuple(right), documents, passages, places)
        )
    return tasks
