"""
Distil the English teacher into the student, pair by pair: words, sentences and passages.

Each step embeds a batch of Chinese texts and a part of their English sides with the student,
and all English sides with the frozen teacher. The loss is the cross-entropy over in-batch
cosines times ``SCALE`` (the pair's own English side is the right one of the batch) plus ``PULL``
times one minus the cosine. The English part keeps the student's English where the teacher has it.
"""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from sentence_transformers import SentenceTransformer
from torch import Tensor

from index.training.loop import SCALE, Embed, Rates, device_name, embed, learn

PULL = 4.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: everything that changes the result, so that a card can print it."""

    steps: int
    tokens: int = 2400  # of a batch, on its longer side, padding included
    most: int = 256  # pairs of a batch of short texts
    english: float = 0.2  # share of the batch's English sides that the student embeds too
    max_tokens: int = 144
    word_rate: float = 1e-3
    body_rate: float = 1e-4
    seed: int = 2019
    pool: int = 12_000  # pairs sorted by length together


class Pairs:
    """Training pairs as token ids, in batches of like length whose order the seed fixes."""

    def __init__(
        self, path: Path, student: SentenceTransformer, teacher: SentenceTransformer, plan: Plan
    ) -> None:
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        self.plan = plan
        self.device = device_name()
        self.guide = teacher[0].auto_model.to(self.device).eval()
        limit = {"truncation": True, "max_length": plan.max_tokens}
        self.zh = student.tokenizer([r["zh"] for r in rows], **limit)["input_ids"]
        self.en = teacher.tokenizer([r["en"] for r in rows], **limit)["input_ids"]

    def batches(self, count: int) -> list[list[int]]:
        """
        Draw ``count`` batches of row numbers, pass after pass over the pairs.

        :raises ValueError: if the pairs give no batch of two
        """
        drawn: list[list[int]] = []
        epoch = 0
        while len(drawn) < count:
            found = [batch for batch in self._pass(epoch) if len(batch) > 1]
            if not found:
                raise ValueError(f"{len(self.zh)} pairs do not fill a batch of two")
            drawn += found
            epoch += 1
        return drawn[:count]

    def _pass(self, epoch: int) -> list[list[int]]:
        rng = random.Random(self.plan.seed * 1000 + epoch)
        order = list(range(len(self.zh)))
        rng.shuffle(order)
        batches: list[list[int]] = []
        for start in range(0, len(order), self.plan.pool):
            pool = sorted(
                order[start : start + self.plan.pool],
                key=lambda i: (len(self.zh[i]) + len(self.en[i]), i),
            )
            batch: list[int] = []
            for row in pool:
                length = max(len(self.zh[row]), len(self.en[row]))
                if batch and (
                    len(batch) == self.plan.most or (len(batch) + 1) * length > self.plan.tokens
                ):
                    batches.append(batch)
                    batch = []
                batch.append(row)
            batches.append(batch)
        rng.shuffle(batches)
        return batches

    def loss(self, rows: list[int], student: Embed) -> Tensor:
        """Give the loss of one batch."""
        with torch.no_grad():
            target = embed(self.guide, [self.en[i] for i in rows], self.device)
        english = random.Random(rows[0]).sample(
            range(len(rows)), max(1, round(len(rows) * self.plan.english))
        )
        vectors = torch.cat(
            [student([self.zh[i] for i in rows]), student([self.en[rows[at]] for at in english])]
        )
        labels = torch.tensor([*range(len(rows)), *english], device=self.device)
        cosines = vectors @ target.T
        own = cosines.gather(1, labels.unsqueeze(1))
        back = F.cross_entropy(cosines[: len(rows)].T * SCALE, labels[: len(rows)])
        return F.cross_entropy(cosines * SCALE, labels) + 0.5 * back + PULL * (1 - own).mean()


def distil(
    student: SentenceTransformer,
    teacher: SentenceTransformer,
    pairs: Path,
    checkpoint: Path,
    plan: Plan,
    *,
    first_new: int,
    save_every: int = 200,
) -> None:
    """
    Train the student in place; go on from ``checkpoint`` where there is one.

    :param first_new: row of the first word vector that the teacher does not have
    """
    data = Pairs(pairs, student, teacher, plan)
    batches = data.batches(plan.steps)
    learn(
        student,
        lambda step, body: data.loss(batches[step], body),
        first_new=first_new,
        steps=plan.steps,
        rates=Rates(plan.word_rate, plan.body_rate),
        checkpoint=checkpoint,
        save_every=save_every,
    )
