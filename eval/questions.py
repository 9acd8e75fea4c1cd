"""Questions with judged sections, read from JSON lines."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from corpus.language import Language

QUESTIONS = Path(str(files("eval") / "questions.jsonl"))
SECOND = Path(str(files("eval") / "second.jsonl"))
THIRD = Path(str(files("eval") / "third.jsonl"))
CALIBRATION = Path(str(files("eval") / "calibration.jsonl"))


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``relevant`` are the refs judged to answer it."""

    id: str
    text: str
    language: Language
    script: str  # zh, en or zh-Hant, as the file says
    persona: str
    type: str
    history: tuple[tuple[str, str], ...]
    document: str | None
    relevant: tuple[str, ...]
    all_required: bool
    must_contain: tuple[tuple[str, ...], ...]
    must_not_contain: tuple[str, ...]
    answerable: bool


def load_questions(path: Path) -> tuple[Question, ...]:
    """
    Read a question file.

    :raises ValueError: naming the line that is no question
    """
    questions: list[Question] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            questions.append(_question(json.loads(line), number))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path}:{number}: no question: {error!r}") from error
    return tuple(questions)


def all_questions(paths: Sequence[Path]) -> tuple[Question, ...]:
    """Read the questions of several files in order; without a file, those of the repository."""
    return tuple(question for path in paths or (QUESTIONS,) for question in load_questions(path))


def _question(row: dict, number: int) -> Question:
    script = row.get("lang") or row.get("language") or "zh"
    return Question(
        id=str(row.get("id", number)),
        text=row["question"],
        language="en" if script == "en" else "zh",
        script=script,
        persona=row.get("persona", ""),
        type=row.get("type", ""),
        history=tuple((turn["role"], turn["content"]) for turn in row.get("history") or ()),
        document=row.get("gold_document"),
        relevant=tuple(row.get("gold_refs") or ()),
        all_required=bool(row.get("all_required", False)),
        must_contain=tuple(tuple(group) for group in row.get("answer_must_contain") or ()),
        must_not_contain=tuple(row.get("answer_must_not_contain") or ()),
        answerable=bool(row.get("answerable", True)),
    )


def is_held_out(question_id: str) -> bool:
    """
    Say whether a question is in the half that nothing is ever tuned on.

    The half is decided by the last bit of the SHA-256 of the id.
    """
    return hashlib.sha256(question_id.encode()).digest()[-1] % 2 == 1
