"""
The loop that every training stage shares: two optimisers, falling rates, and checkpoints.

A stage gives its loss for each step by number, so a run that was stopped goes on from its last
checkpoint exactly where it was.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn

SCALE = 20.0  # of cosines, before they go into a cross-entropy
Embed = Callable[[list[list[int]]], Tensor]  # token ids in, unit rows out


@dataclass(frozen=True, slots=True)
class Rates:
    """Peak learning rates of the new word vectors and of everything else, and their warm-up."""

    word: float
    body: float
    warmup: float = 0.1  # share of the steps in which the rates rise

    def at(self, step: int, steps: int) -> tuple[float, float]:
        """Give both rates at a step: a linear rise, then a linear fall to nothing."""
        left = min(1.0, (step + 1) / max(1.0, self.warmup * steps)) * (1 - step / steps)
        return self.word * left, self.body * left


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


def device_name() -> str:
    """Name the device to train on: a GPU where there is one."""
    return "cuda" if torch.cuda.is_available() else "cpu"


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
    """
    Embed token ids as unit vectors: mean over tokens. *Shape:* ``(n, dim)``, float32.

    Half precision is for GPUs only: a CPU without instructions for it is fifty times slower.
    """
    ids, mask = pad(rows, device)
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
        states = body(input_ids=ids, attention_mask=mask).last_hidden_state
    weights = mask.unsqueeze(-1).float()
    return F.normalize((states.float() * weights).sum(1) / weights.sum(1), dim=-1)


def learn(
    student: SentenceTransformer,
    loss_at: Callable[[int, Embed], Tensor],
    *,
    first_new: int,
    steps: int,
    rates: Rates,
    checkpoint: Path,
    save_every: int = 200,
) -> None:
    """
    Train the student in place; go on from ``checkpoint`` where there is one.

    :param loss_at: gives the loss of a step, by its number, with the student's embedding
    :param first_new: row of the first word vector that the teacher does not have
    """
    device = device_name()
    body = student[0].auto_model.to(device)
    body.eval()  # no dropout: the teacher's vectors are exact
    words = SplitEmbedding(body.get_input_embeddings().weight.data, first_new).to(device)
    body.set_input_embeddings(words)
    rest = [p for n, p in body.named_parameters() if "word_embeddings" not in n]
    word_steps = torch.optim.SparseAdam(list(words.new.parameters()), lr=rates.word)
    body_steps = torch.optim.AdamW(rest, lr=rates.body, weight_decay=0.01)
    parts = {"body": body, "word_steps": word_steps, "body_steps": body_steps}
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        for name, part in parts.items():
            part.load_state_dict(state[name])
        done = state["done"]
    mean_loss, started = 0.0, time.monotonic()
    for step in range(done, steps):
        word_steps.param_groups[0]["lr"], body_steps.param_groups[0]["lr"] = rates.at(step, steps)
        loss = loss_at(step, lambda rows: embed(body, rows, device))
        word_steps.zero_grad()
        body_steps.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(rest, 1.0)
        word_steps.step()
        body_steps.step()
        mean_loss = loss.item() if step == done else 0.98 * mean_loss + 0.02 * loss.item()
        if (step + 1) % 50 == 0:
            speed = (time.monotonic() - started) / (step + 1 - done)
            left = speed * (steps - step - 1) / 60
            print(
                f"step {step + 1}/{steps} loss {mean_loss:.3f} {speed:.2f} s/step, "
                f"{left:.0f} minutes left",
                flush=True,
            )
        if (step + 1) % save_every == 0 or step + 1 == steps:
            state = {name: part.state_dict() for name, part in parts.items()}
            torch.save(state | {"done": step + 1}, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
    whole = nn.Embedding.from_pretrained(words.whole().cpu(), freeze=False)
    body.cpu().set_input_embeddings(whole)
