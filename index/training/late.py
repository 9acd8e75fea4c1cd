"""
Learn the head for token vectors (:mod:`index.token_head`) on a trained encoder that stays as it is.

The loss is that of the question stage, with MaxSim (ColBERT, Khattab & Zaharia 2020) in place of
the cosine: each question's own passage against the others of its batch. The projection starts from
the principal axes of the token states. The states are computed once and kept.
"""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn

from index.token_head import TokenHead
from index.training.loop import device_name, pad
from index.training.questions import Example, QuestionPlan, contrast, mined, read_questions

STATES = "token-states.pt"


@dataclass(frozen=True, slots=True)
class LatePlan:
    """How to learn the head."""

    dimension: int = 64
    steps: int = 500
    rate: float = 2e-3
    warmup: int = 50  # steps
    policy: int = 150  # batches of policy questions that are used
    others: int = 110
    question_tokens: int = 64
    scale: float = 20.0  # of the scores, learnt from there
    seed: int = 0


class LateInteraction(nn.Module):
    """The head while it is learnt."""

    def __init__(self, states: Sequence[Tensor], dimension: int) -> None:
        """
        Start from the principal axes of some token states.

        :param states: *Shape of each:* ``(tokens, hidden)``
        """
        super().__init__()
        sample = F.normalize(torch.cat([each.float() for each in states]), dim=-1)
        _, axes = torch.linalg.eigh(sample.T @ sample / len(sample))
        self.projection = nn.Parameter(axes[:, -dimension:].clone())
        self.gate = nn.Parameter(torch.zeros(len(axes)))
        self.bias = nn.Parameter(torch.zeros(()))

    def scores(self, questions: Sequence[Tensor], passages: Sequence[Tensor]) -> Tensor:
        """Score each question with each passage. *Shape:* ``(questions, passages)``."""
        asked, asked_mask = _padded(questions)
        told, told_mask = _padded(passages)
        gates = (F.softplus(asked @ self.gate + self.bias) + 1e-3) * asked_mask
        weights = gates / gates.sum(1, keepdim=True)
        left = F.normalize(asked @ self.projection, dim=-1)
        right = F.normalize(told @ self.projection, dim=-1)
        cosines = torch.einsum("aid,bjd->abij", left, right)
        nearest = cosines.masked_fill(~told_mask[None, :, None, :], -1e4).amax(-1)
        return (nearest * weights[:, None, :]).sum(-1)

    def head(self) -> TokenHead:
        """Give what was learnt."""
        values = (part.detach().cpu().numpy() for part in (self.projection, self.gate))
        return TokenHead(*values, self.bias.item())


def learn_head(student: SentenceTransformer, data: Path, work: Path, plan: LatePlan) -> TokenHead:
    """
    Learn the head on the question sets; ``work/token-states.pt`` is used where it is there.

    :param student: the trained encoder
    """
    questions = QuestionPlan()
    rows = read_questions(data / "qa", questions)
    _, passages, batches = mined(student, rows, work, questions)
    batches = chosen(batches, rows, plan)
    used = sorted({number for batch in batches for number in batch})
    place = {number: at for at, number in enumerate(used)}
    kept = work / STATES
    if not kept.exists():
        cut = {"truncation": True, "max_length": plan.question_tokens}
        asked = student.tokenizer([rows[i].question for i in used], **cut)["input_ids"]
        own = [tuple(passages[i]) for i in used]
        distinct = list(dict.fromkeys(own))
        print(f"{len(used)} questions, {len(distinct)} passages: their token states", flush=True)
        found = {
            "questions": states_of(student, asked),
            "passages": states_of(student, [list(ids) for ids in distinct]),
            "of": [{ids: at for at, ids in enumerate(distinct)}[ids] for ids in own],
        }
        torch.save(found, kept)
    states = torch.load(kept, weights_only=True)
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    model = LateInteraction(states["passages"][::20], plan.dimension)
    scale = nn.Parameter(torch.tensor(plan.scale).log())
    steps = torch.optim.AdamW([*model.parameters(), scale], lr=plan.rate, weight_decay=0.01)
    started = time.monotonic()
    for step in range(plan.steps):
        if step % len(batches) == 0:
            rng.shuffle(batches)
        rise = min(1.0, (step + 1) / plan.warmup) * (1 - step / plan.steps)
        steps.param_groups[0]["lr"] = plan.rate * rise
        batch = batches[step % len(batches)]
        at = [place[number] for number in batch]
        scores = model.scores(
            [states["questions"][i] for i in at],
            [states["passages"][states["of"][i]] for i in at],
        )
        loss = contrast([rows[number] for number in batch], scores * scale.exp())
        steps.zero_grad()
        loss.backward()
        steps.step()
        if (step + 1) % 50 == 0:
            speed = (time.monotonic() - started) / (step + 1)
            print(f"step {step + 1}/{plan.steps} loss {loss.item():.3f} {speed:.2f} s/step")
    return model.head()


def chosen(
    batches: Sequence[list[int]], rows: Sequence[Example], plan: LatePlan
) -> list[list[int]]:
    """Choose the batches to learn on, those of policy questions before all others."""
    order = list(batches)
    random.Random(plan.seed).shuffle(order)
    policy = [batch for batch in order if rows[batch[0]].source == "policy"]
    others = [batch for batch in order if rows[batch[0]].source != "policy"]
    return policy[: plan.policy] + others[: plan.others]


def states_of(student: SentenceTransformer, texts: Sequence[list[int]]) -> list[Tensor]:
    """
    Give the last layer's states of token ids, special tokens left out, in half precision.

    *Shape of each:* ``(tokens, hidden)``
    """
    device = device_name()
    body = student[0].auto_model.to(device).eval()
    found = [torch.zeros(0)] * len(texts)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    with torch.no_grad():
        for start in range(0, len(order), 32):
            part = order[start : start + 32]
            ids, mask = pad([texts[i] for i in part], device)
            states = body(input_ids=ids, attention_mask=mask).last_hidden_state
            for row, i in enumerate(part):
                found[i] = states[row, 1 : len(texts[i]) - 1].half().cpu().clone()
    return found


def _padded(states: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Pad states, with a mask. *Shapes:* ``(n, longest, hidden)``, ``(n, longest)``."""
    padded = nn.utils.rnn.pad_sequence([each.float() for each in states], batch_first=True)
    lengths = torch.tensor([len(each) for each in states])
    return padded, torch.arange(padded.shape[1])[None, :] < lengths[:, None]
