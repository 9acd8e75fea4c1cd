"""
Distil the English teacher into the student, sentence pair by sentence pair.

Each step embeds a batch of Chinese sentences and a part of their English sides with the
student, and all English sides with the frozen teacher. The loss is the cross-entropy over
in-batch cosines times ``SCALE`` (the pair's own English side is the right one of the batch)
plus ``PULL`` times one minus the cosine. The English part keeps the student's English where
the teacher has it. Only new word vectors learn during the first tenth of the steps.
"""

import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn

SCALE = 20.0
PULL = 4.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: everything that changes the result, so that a card can print it."""

    steps: int
    batch: int = 96
    english: int = 24  # English sides of the batch that the student embeds too
    max_tokens: int = 96
    word_rate: float = 2e-3
    body_rate: float = 1e-4
    warmup: float = 0.1  # share of the steps in which only the new word vectors learn
    seed: int = 2017
    pool: int = 64  # batches sorted by length together


class SplitEmbedding(nn.Module):
    """
    The word vectors in two tables: the teacher's, frozen, and the new ones, sparse gradients.

    A dense gradient over 52,000 rows would cost more than the rest of the step.
    """

    def __init__(self, table: Tensor, first_new: int) -> None:
        super().__init__()
        self.first_new = first_new
        self.register_buffer("old", table[:first_new].clone())
        self.new = nn.Embedding(len(table) - first_new, table.shape[1], sparse=True)
        self.new.weight.data.copy_(table[first_new:])

    def forward(self, ids: Tensor) -> Tensor:
        """Look up vectors. *Shape:* ids ``(n, length)``, result ``(n, length, dim)``."""
        is_new = ids >= self.first_new
        old = self.old[ids.masked_fill(is_new, 0)]
        new = self.new((ids - self.first_new).clamp(min=0))
        return torch.where(is_new.unsqueeze(-1), new, old)

    def whole(self) -> Tensor:
        """Give both tables as one."""
        return torch.cat([self.old, self.new.weight.data])


class Pairs:
    """Training pairs as token ids, in batches of like length whose order the seed fixes."""

    def __init__(
        self, path: Path, student: SentenceTransformer, teacher: SentenceTransformer, plan: Plan
    ) -> None:
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        self.plan = plan
        limit = {"truncation": True, "max_length": plan.max_tokens}
        self.zh = student.tokenizer([r["zh"] for r in rows], **limit)["input_ids"]
        self.en = teacher.tokenizer([r["en"] for r in rows], **limit)["input_ids"]

    def batches(self, epoch: int) -> Iterator[list[int]]:
        """Yield the row numbers of each batch of one pass."""
        rng = random.Random(self.plan.seed * 1000 + epoch)
        order = list(range(len(self.zh)))
        rng.shuffle(order)
        size = self.plan.batch * self.plan.pool
        for start in range(0, len(order), size):
            pool = sorted(order[start : start + size], key=lambda i: len(self.zh[i]))
            parts = [pool[i : i + self.plan.batch] for i in range(0, len(pool), self.plan.batch)]
            rng.shuffle(parts)
            yield from (part for part in parts if len(part) == self.plan.batch)

    def endless(self) -> Iterator[list[int]]:
        """
        Yield batches, pass after pass.

        :raises ValueError: if there are fewer pairs than a batch holds
        """
        if len(self.zh) < self.plan.batch:
            raise ValueError(f"{len(self.zh)} pairs do not fill a batch of {self.plan.batch}")
        epoch = 0
        while True:
            yield from self.batches(epoch)
            epoch += 1


def pad(rows: list[list[int]], device: str) -> tuple[Tensor, Tensor]:
    """Pad token ids with 0 to one length. *Shape:* ids and mask, both ``(n, longest)``."""
    longest = max(map(len, rows))
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    return ids.to(device), mask.to(device)


def embed(body: nn.Module, rows: list[list[int]], device: str) -> Tensor:
    """Embed token ids as unit vectors: mean over tokens. *Shape:* ``(n, dim)``, float32."""
    ids, mask = pad(rows, device)
    with torch.autocast(device, dtype=torch.bfloat16):
        states = body(input_ids=ids, attention_mask=mask).last_hidden_state
    weights = mask.unsqueeze(-1).float()
    return F.normalize((states.float() * weights).sum(1) / weights.sum(1), dim=-1)


def rates(step: int, plan: Plan) -> tuple[float, float]:
    """Give the learning rates of word vectors and body at a step: linear decay after warm-up."""
    left = max(0.0, 1.0 - step / plan.steps)
    frozen = step < plan.warmup * plan.steps
    return plan.word_rate * max(left, 0.02), 0.0 if frozen else plan.body_rate * left


def distil(
    student: SentenceTransformer,
    teacher: SentenceTransformer,
    pairs: Path,
    work: Path,
    plan: Plan,
    *,
    first_new: int,
    save_every: int = 250,
) -> None:
    """
    Train the student in place; go on from ``work/checkpoint.pt`` where there is one.

    :param first_new: row of the first word vector that the teacher does not have
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(plan.seed)
    body, guide = student[0].auto_model.to(device), teacher[0].auto_model.to(device).eval()
    body.eval()  # no dropout: the teacher's vectors are exact
    words = SplitEmbedding(body.get_input_embeddings().weight.data, first_new).to(device)
    body.set_input_embeddings(words)
    rest = [p for n, p in body.named_parameters() if "word_embeddings" not in n]
    word_steps = torch.optim.SparseAdam(list(words.new.parameters()), lr=plan.word_rate)
    body_steps = torch.optim.AdamW(rest, lr=plan.body_rate, weight_decay=0.01)
    checkpoint = work / "checkpoint.pt"
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        body.load_state_dict(state["body"])
        word_steps.load_state_dict(state["word_steps"])
        body_steps.load_state_dict(state["body_steps"])
        done = state["done"]
    data = Pairs(pairs, student, teacher, plan)
    rng = random.Random(plan.seed)
    mean_loss, started = 0.0, time.monotonic()
    for step, rows in enumerate(data.endless()):
        english = rng.sample(rows, plan.english)
        if step < done:
            continue
        if step >= plan.steps:
            break
        word_steps.param_groups[0]["lr"], body_rate = rates(step, plan)
        body_steps.param_groups[0]["lr"] = body_rate
        with torch.no_grad():
            target = embed(guide, [data.en[i] for i in rows], device)
        texts = [data.zh[i] for i in rows] + [data.en[i] for i in english]
        vectors = embed(body, texts, device)
        place = {row: at for at, row in enumerate(rows)}
        labels = torch.tensor([*range(len(rows)), *(place[i] for i in english)], device=device)
        cosines = vectors @ target.T
        own = cosines.gather(1, labels.unsqueeze(1))
        back = F.cross_entropy(cosines[: len(rows)].T * SCALE, labels[: len(rows)])
        loss = F.cross_entropy(cosines * SCALE, labels) + 0.5 * back + PULL * (1 - own).mean()
        word_steps.zero_grad()
        body_steps.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(rest, 1.0)
        word_steps.step()
        if body_rate:
            body_steps.step()
        mean_loss = loss.item() if step == done else 0.98 * mean_loss + 0.02 * loss.item()
        if (step + 1) % 50 == 0:
            speed = (time.monotonic() - started) / (step + 1 - done)
            print(
                f"step {step + 1}/{plan.steps} loss {mean_loss:.3f} {speed:.2f} s/step", flush=True
            )
        if (step + 1) % save_every == 0 or step + 1 == plan.steps:
            state = {
                "body": body.state_dict(),
                "word_steps": word_steps.state_dict(),
                "body_steps": body_steps.state_dict(),
                "done": step + 1,
            }
            torch.save(state, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
    whole = nn.Embedding.from_pretrained(words.whole().cpu(), freeze=False)
    body.cpu().set_input_embeddings(whole)
