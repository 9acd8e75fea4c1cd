"""
Teach the distilled student that a question belongs to the passage that answers it.

In-batch contrastive learning on question–passage sets, within and across the languages; every
third step is one of distillation, so that the two languages stay together.
"""

import gzip
import json
import random
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from sentence_transformers import SentenceTransformer

from corpus.normalise import normalise
from corpus.sentences import split_sentences
from index.training.distil import SCALE, Pairs, Plan, SplitEmbedding, embed

QUESTION_SETS = (
    ("drcd-devtest", 7_000, "CC-BY-SA-3.0"),
    ("cmrc2018-trial", 1_000, "CC-BY-SA-4.0"),
    ("policyqa-devtest", 1_500, "MIT"),
    ("covid-faq-en", 209, "Apache-2.0"),
    ("ms-business-sections", 9_000, "CC-BY-4.0 (Microsoft documentation)"),
)
DIRECTIONS = (("en", "zh"), ("zh", "en"), ("zh", "zh"), ("en", "en"))
DIRECTION_WEIGHTS = (0.35, 0.25, 0.2, 0.2)
WINDOW = 260  # characters of a passage around its answer


@dataclass(frozen=True, slots=True)
class QuestionPlan:
    """How to train on questions."""

    steps: int = 450
    batch: int = 40
    passage_tokens: int = 112
    word_rate: float = 2e-4
    body_rate: float = 3e-5
    seed: int = 2018


def read_questions(folder: Path, plan: QuestionPlan) -> list[tuple[str, str, str]]:
    """
    Read the question sets as ``(set, question, passage)``, normalised, shuffled.

    Passages are cut to the sentences around the answer where the set names it. A section that
    stands in both languages gives a question in one and a passage in one, drawn at random.
    """
    rng = random.Random(plan.seed)
    rows: list[tuple[str, str, str]] = []
    for name, limit, _ in QUESTION_SETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            items = [json.loads(line) for line in lines]
        if name == "ms-business-sections":
            items = _directed(items, rng)
        rng.shuffle(items)
        rows += [
            (name, normalise(i["question"]), normalise(_window(i, rng))) for i in items[:limit]
        ]
    rng.shuffle(rows)
    return [row for row in rows if len(row[1]) > 3 and len(row[2]) > 20]


def _directed(items: list[dict], rng: random.Random) -> list[dict]:
    by_id: dict[str, dict[str, dict]] = defaultdict(dict)
    for item in items:
        by_id[item["id"]][item["lang"]] = item
    drawn = []
    for both in by_id.values():
        if len(both) == 2:
            asked, answered = rng.choices(DIRECTIONS, DIRECTION_WEIGHTS)[0]
            heading = both[asked]["question"].split(": ")[-1].split("：")[-1]
            drawn.append({"question": heading, "passage": both[answered]["passage"]})
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


def teach(
    student: SentenceTransformer,
    teacher: SentenceTransformer,
    data: Path,
    pairs: Path,
    plan: QuestionPlan,
    *,
    first_new: int,
) -> None:
    """Train the student in place on questions, with distillation in every third step."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(plan.seed)
    body, guide = student[0].auto_model.to(device), teacher[0].auto_model.to(device).eval()
    body.eval()
    words = SplitEmbedding(body.get_input_embeddings().weight.data, first_new).to(device)
    body.set_input_embeddings(words)
    rest = [p for n, p in body.named_parameters() if "word_embeddings" not in n]
    word_steps = torch.optim.SparseAdam(list(words.new.parameters()), lr=plan.word_rate)
    body_steps = torch.optim.AdamW(rest, lr=plan.body_rate, weight_decay=0.01)
    rows = read_questions(data / "qa", plan)
    cut = {"truncation": True, "max_length": plan.passage_tokens}
    asked = student.tokenizer([q for _, q, _ in rows], **cut)["input_ids"]
    passages = student.tokenizer([p for _, _, p in rows], **cut)["input_ids"]
    batches = _batches(rows, plan)
    sentences = Pairs(pairs, student, teacher, Plan(steps=plan.steps, seed=plan.seed))
    distilled = sentences.endless()
    started = time.monotonic()
    mean_loss = 0.0
    for step in range(plan.steps):
        left = min(1.0, 10 * (step + 1) / plan.steps) * (1 - step / plan.steps)
        word_steps.param_groups[0]["lr"] = plan.word_rate * left
        body_steps.param_groups[0]["lr"] = plan.body_rate * left
        if step % 3 == 2:
            chosen = next(distilled)
            with torch.no_grad():
                target = embed(guide, [sentences.en[i] for i in chosen], device)
            cosines = embed(body, [sentences.zh[i] for i in chosen], device) @ target.T
            labels = torch.arange(len(chosen), device=device)
            loss = F.cross_entropy(cosines * SCALE, labels) + 4 * (1 - cosines.diagonal()).mean()
        else:
            chosen = batches[step % len(batches)]
            questions = embed(body, [asked[i] for i in chosen], device)
            answers = embed(body, [passages[i] for i in chosen], device)
            cosines = questions @ answers.T * SCALE
            same = [[rows[i][2] == rows[j][2] and i != j for j in chosen] for i in chosen]
            cosines = cosines.masked_fill(torch.tensor(same, device=device), -1e4)
            labels = torch.arange(len(chosen), device=device)
            loss = F.cross_entropy(cosines, labels) + 0.5 * F.cross_entropy(cosines.T, labels)
            mean_loss = loss.item() if step == 0 else 0.95 * mean_loss + 0.05 * loss.item()
        word_steps.zero_grad()
        body_steps.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(rest, 1.0)
        word_steps.step()
        body_steps.step()
        if (step + 1) % 25 == 0:
            speed = (time.monotonic() - started) / (step + 1)
            print(
                f"step {step + 1}/{plan.steps} loss {mean_loss:.3f} {speed:.2f} s/step", flush=True
            )
    whole = torch.nn.Embedding.from_pretrained(words.whole().cpu(), freeze=False)
    body.cpu().set_input_embeddings(whole)


def _batches(rows: list[tuple[str, str, str]], plan: QuestionPlan) -> list[list[int]]:
    """Batch rows of one set together: passages of one kind are the harder negatives."""
    rng = random.Random(plan.seed)
    by_set: dict[str, list[int]] = defaultdict(list)
    for number, (name, _, _) in enumerate(rows):
        by_set[name].append(number)
    batches = [
        numbers[i : i + plan.batch]
        for numbers in by_set.values()
        for i in range(0, len(numbers) - plan.batch + 1, plan.batch)
    ]
    rng.shuffle(batches)
    return batches
