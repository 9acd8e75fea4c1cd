"""
Teach the distilled student that a question belongs to the passage that answers it.

In-batch contrastive learning on question–passage sets, within and across the languages. A batch
is made of small groups of questions whose passages the student itself finds alike, so that each
question meets hard negatives at no further cost; a passage of the same paragraph is never a
negative. Every third step is one of distillation, so that the two languages stay together.
"""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from sentence_transformers import SentenceTransformer
from torch import Tensor

from corpus.normalise import normalise
from corpus.responsibility import find_lists
from corpus.sentences import split_sentences
from index.training.distil import Pairs, Plan
from index.training.loop import SCALE, Embed, Rates, device_name, embed, learn

QUESTION_SETS = (
    ("drcd-devtest", 7_000, "CC-BY-SA-3.0"),
    ("cmrc2018-trial", 1_000, "CC-BY-SA-4.0"),
    ("policyqa-devtest", 1_500, "MIT"),
    ("covid-faq-en", 209, "Apache-2.0"),
    ("ms-business-sections", 6_000, "CC-BY-4.0 (Microsoft documentation)"),
)
POLICY = files("index.training") / "policy.jsonl.gz"
POLICY_PASSES = 2  # times that each policy question is drawn
HELD_OUT_SHARE = 0.1  # of the policy documents: what training is steered by, never trained on
DIRECTIONS = (("en", "zh"), ("zh", "en"), ("zh", "zh"), ("en", "en"))
DIRECTION_WEIGHTS = (0.35, 0.25, 0.2, 0.2)
WINDOW = 260  # characters of a passage around its answer


@dataclass(frozen=True, slots=True)
class QuestionPlan:
    """How to train on questions."""

    steps: int = 900
    batch: int = 40
    group: int = 8  # questions of a batch whose passages are alike
    passage_tokens: int = 144
    word_rate: float = 2e-4
    body_rate: float = 5e-5
    seed: int = 2018


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the passage that answers it; ``paragraph`` tells passages apart."""

    source: str
    question: str
    passage: str
    paragraph: str


def read_questions(folder: Path, plan: QuestionPlan) -> list[Example]:
    """
    Read the question sets and the policy questions, normalised, shuffled.

    Passages are cut to the sentences around the answer where the set names it. A section that
    stands in both languages gives a question in one and a passage in one, drawn at random.
    """
    rng = random.Random(plan.seed)
    rows: list[Example] = []
    for name, limit, _ in QUESTION_SETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            items = [json.loads(line) for line in lines]
        if name == "ms-business-sections":
            items = _directed(items, rng)
        rng.shuffle(items)
        rows += [
            Example(name, i["question"], _window(i, rng), i.get("id") or i["passage"])
            for i in items[:limit]
        ]
    trained = [section for section in read_policy() if not is_held_out(section["doc"])]
    for _ in range(POLICY_PASSES):
        rows += policy_examples(trained, rng)
    rng.shuffle(rows)
    rows = [
        Example(r.source, normalise(r.question), normalise(r.passage), r.paragraph) for r in rows
    ]
    return [row for row in rows if len(row.question) > 3 and len(row.passage) > 20]


def read_policy() -> list[dict]:
    """Read the policy sections written for training: text, rendering, questions in both."""
    with POLICY.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_held_out(document: str) -> bool:
    """Say whether a policy document is kept out of training, by the hash of its id."""
    return sha256(document.encode()).digest()[0] < 256 * HELD_OUT_SHARE


def policy_body(text: str) -> str:
    """Give a section's text without its responsibility lists, as the index embeds it."""
    for found in reversed(find_lists(text, 0, len(text))):
        text = text[: found.start].rstrip("(（") + text[found.end :].lstrip(")）")
    return text


def policy_examples(sections: Sequence[dict], rng: random.Random) -> Iterator[Example]:
    """Pair every policy question with its section, mostly with the Chinese text."""
    for section in sections:
        for question in section["zh_q"] + section["en_q"]:
            passage = policy_body(section["zh"]) if rng.random() < 0.7 else section["en"]
            yield Example("policy", question, passage, f"{section['doc']} {section['ref']}")


def _directed(items: list[dict], rng: random.Random) -> list[dict]:
    by_id: dict[str, dict[str, dict]] = defaultdict(dict)
    for item in items:
        by_id[item["id"]][item["lang"]] = item
    drawn = []
    for both in by_id.values():
        if len(both) == 2:
            asked, answered = rng.choices(DIRECTIONS, DIRECTION_WEIGHTS)[0]
            heading = both[asked]["question"].split(": ")[-1].split("：")[-1]
            drawn.append(both[answered] | {"question": heading})
    return drawn


def _window(item: dict, rng: random.Random) -> str:
    """Cut a passage to whole sentences around its answer."""
    passage, answer = item["passage"], item.get("answer") or ""
    spans = split_sentences(passage)
    at = passage.find(answer) if answer else -1
    first = next((n for n, (a, b) in enumerate(spans) if at < b), 0) if at >= 0 else 0
    first = max(0, first - rng.randint(0, 2))
    kept = [spans[first]] if spans else [(0, len(passage))]
    for span in spans[first + 1 :]:
        if span[1] - kept[0][0] > WINDOW * (1 if passage[:1] > "\u2e80" else 3):
            break
        kept.append(span)
    return passage[kept[0][0] : kept[-1][1]]


def group_alike(
    questions: np.ndarray, passages: np.ndarray, size: int, rng: random.Random
) -> list[list[int]]:
    """
    Part examples into groups: a random one and those whose passages fit its question best.

    Each example stands in exactly one group; the last groups may be smaller.

    :param questions: unit rows. *Shape:* ``(n, dim)``, as ``passages``
    """
    free = np.ones(len(questions), dtype=bool)
    groups: list[list[int]] = []
    for seed in rng.sample(range(len(questions)), len(questions)):
        if not free[seed]:
            continue
        free[seed] = False
        scores = np.where(free, passages @ questions[seed], -2.0)
        nearest = np.argsort(-scores)[: min(size - 1, int(free.sum()))]
        free[nearest] = False
        groups.append([seed, *map(int, nearest)])
    return groups


def make_batches(
    rows: Sequence[Example], vectors: tuple[np.ndarray, np.ndarray], plan: QuestionPlan
) -> list[list[int]]:
    """Make batches of groups, each from one set: passages of one kind are harder negatives."""
    rng = random.Random(plan.seed)
    by_set: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        by_set[row.source].append(number)
    batches: list[list[int]] = []
    for numbers in by_set.values():
        questions, passages = (part[numbers] for part in vectors)
        groups = group_alike(questions, passages, plan.group, rng)
        rng.shuffle(groups)
        flat = [numbers[i] for group in groups for i in group]
        batches += [
            flat[i : i + plan.batch] for i in range(0, len(flat) - plan.batch + 1, plan.batch)
        ]
    rng.shuffle(batches)
    return batches


def question_loss(
    rows: Sequence[Example], questions: Tensor, passages: Tensor, scale: float = SCALE
) -> Tensor:
    """
    Give the contrastive loss of a batch.

    :param questions: unit rows in the order of ``rows``. *Shape:* ``(n, dim)``
    """
    return contrast(rows, questions @ passages.T * scale)


def contrast(rows: Sequence[Example], cosines: Tensor) -> Tensor:
    """
    Give the cross-entropy of scaled scores: each question's own passage against all others.

    Another passage of the same paragraph is no negative.

    :param cosines: of each question with each passage. *Shape:* ``(n, n)``
    """
    same = [[a.paragraph == b.paragraph and a is not b for b in rows] for a in rows]
    cosines = cosines.masked_fill(torch.tensor(same, device=cosines.device), -1e4)
    labels = torch.arange(len(rows), device=cosines.device)
    return F.cross_entropy(cosines, labels) + 0.5 * F.cross_entropy(cosines.T, labels)


def teach(
    student: SentenceTransformer,
    teacher: SentenceTransformer,
    data: Path,
    pairs: Path,
    work: Path,
    plan: QuestionPlan,
    *,
    first_new: int,
) -> None:
    """
    Train the student in place on questions, with distillation in every third step.

    Goes on from ``work/questions.pt`` where there is one.
    """
    rows = read_questions(data / "qa", plan)
    asked, passages, batches = mined(student, rows, work, plan)
    sentences = Pairs(pairs, student, teacher, Plan(steps=plan.steps, seed=plan.seed))
    distilled = sentences.batches(plan.steps // 3 + 1)

    def loss_at(step: int, body: Embed) -> Tensor:
        if step % 3 == 2:
            return sentences.loss(distilled[step // 3], body)
        chosen = batches[(step - step // 3) % len(batches)]
        found = [body([side[i] for i in chosen]) for side in (asked, passages)]
        return question_loss([rows[i] for i in chosen], *found)

    learn(
        student,
        loss_at,
        first_new=first_new,
        steps=plan.steps,
        rates=Rates(plan.word_rate, plan.body_rate),
        checkpoint=work / "questions.pt",
    )


def mined(
    student: SentenceTransformer, rows: Sequence[Example], work: Path, plan: QuestionPlan
) -> tuple[list[list[int]], list[list[int]], list[list[int]]]:
    """
    Give the token ids of questions and of passages, and batches of hard negatives.

    The batches are made by the student as it is at the first call, and kept in ``work``: a run
    that goes on, and the stage after it, need the same.
    """
    cut = {"truncation": True, "max_length": plan.passage_tokens}
    asked = student.tokenizer([r.question for r in rows], **cut)["input_ids"]
    passages = student.tokenizer([r.passage for r in rows], **cut)["input_ids"]
    kept = work / "question-batches.json"
    if not kept.exists():
        print(f"{len(rows)} questions: looking for passages that are alike", flush=True)
        vectors = (_embed_all(student, asked), _embed_all(student, passages))
        kept.write_text(json.dumps(make_batches(rows, vectors, plan)), encoding="utf-8")
    return asked, passages, json.loads(kept.read_text(encoding="utf-8"))


def _embed_all(student: SentenceTransformer, rows: list[list[int]]) -> np.ndarray:
    """Embed token ids, texts of like length together. *Shape:* ``(n, dim)``."""
    device = device_name()
    body = student[0].auto_model.to(device).eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    vectors = np.zeros((len(rows), student.get_embedding_dimension()), dtype=np.float32)
    with torch.no_grad():
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            vectors[part] = embed(body, [rows[i] for i in part], device).cpu().numpy()
    return vectors
