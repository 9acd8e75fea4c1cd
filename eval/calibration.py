"""
Choose the refusal thresholds.

They are chosen on questions written for it (``calibration.jsonl``) and on the half of
``questions.jsonl`` that may be tuned on.

What a rule refuses (a year, a place, a detail, a name that the documents lack) is counted but
takes no part. Every point of a grid is tried for each language, with and without a number asked
for; see :func:`choose`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

from bot.chatbot import Chatbot
from bot.evidence import EvidenceReader, Strength
from bot.grounding import THRESHOLDS, Threshold
from bot.refusals import NEAREST
from eval.questions import Question

LIMIT = 0.01  # of the answerable questions of a group may be refused wrongly
COVERAGE = tuple(np.arange(0.0, 0.61, 0.1))
UNKNOWN = tuple(np.arange(0.0, 0.41, 0.1))
ELSEWHERE = {"reverse_responsibility", "section_lookup", "injection", "followup", "summary"}


@dataclass(frozen=True, slots=True)
class Sample:
    """One calibration question: how strong its evidence is, and whether it is answerable."""

    question: Question
    strength: Strength
    answerable: bool
    quantity: bool  # whether a number is asked for
    refused_by_rule: bool


def collect(chatbot: Chatbot, questions: Sequence[Question]) -> list[Sample]:
    """Measure the evidence of each question as the bot would see it."""
    samples: list[Sample] = []
    documents = chatbot.index.documents
    for question in questions:
        if question.type in ELSEWHERE:
            continue
        asked = chatbot.understand(question.text)
        search = chatbot.search(asked)
        reader = EvidenceReader(
            chatbot.retriever,
            search,
            quantity=asked.wants_quantity,
            title_words=asked.title_words,
        )
        strength = reader.strength(search.unraised[:NEAREST])
        rule = chatbot.refusals.broken(asked, search, reader, documents)
        samples.append(
            Sample(question, strength, question.answerable, asked.wants_quantity, bool(rule))
        )
    return samples


def choose(samples: Sequence[Sample]) -> tuple[Threshold, int, int]:
    """
    Find the threshold that misses least, for samples of one language and kind.

    Among the points that wrongly refuse at most ``LIMIT`` of the answerable questions, the one
    with the fewest missed refusals is taken, then the one with the fewest wrong ones.

    :returns: the threshold, wrong refusals, missed refusals
    """
    answerable = np.array([s.answerable for s in samples])
    allowed = round(LIMIT * int(answerable.sum()))
    best: tuple[int, int, float, Threshold] | None = None
    for coverage, unknown in product(COVERAGE, UNKNOWN):
        weights = Threshold(float(coverage), float(unknown), 0.0)
        values = np.array([weights.value(s.strength, quantity=s.quantity) for s in samples])
        steps = np.unique(np.floor(values * 100) / 100)
        for least in (*steps, steps[-1] + 0.01):
            wrong = int((values[answerable] < least).sum())
            missed = int((values[~answerable] >= least).sum())
            chosen = Threshold(float(coverage), float(unknown), float(least))
            point = (missed, wrong, float(least), chosen)
            if wrong <= allowed and (best is None or point[:3] < best[:3]):
                best = point
    assert best is not None
    return best[3], best[1], best[0]


def curve(samples: Sequence[Sample], weights: Threshold) -> list[tuple[float, float, float]]:
    """
    Give what each threshold costs, with the rules' refusals counted in.

    :returns: threshold, share of the answerable refused, share of the unanswerable answered
    """
    open_ = [s for s in samples if not s.refused_by_rule]
    ruled = sum(s.refused_by_rule for s in samples if s.answerable)
    good = sum(s.answerable for s in samples)
    bad = len(samples) - good
    values = [(weights.value(s.strength, quantity=s.quantity), s.answerable) for s in open_]
    points = []
    for least in sorted({round(value, 2) for value, _ in values}):
        refused = ruled + sum(yes and value < least for value, yes in values)
        answered = sum(not yes and value >= least for value, yes in values)
        points.append((least, refused / max(1, good), answered / max(1, bad)))
    return points


def plot(samples: Sequence[Sample], path: Path) -> None:
    """Draw the curve of each group with the operating point in use, as SVG."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "zhengwen"  # the same picture is the same file
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(2, 2, figsize=(8, 7), sharex=True, sharey=True)
    for axis, (language, quantity) in zip(axes.flat, THRESHOLDS, strict=True):
        group = [s for s in samples if (s.question.language, s.quantity) == (language, quantity)]
        used = THRESHOLDS[language, quantity]
        points = curve(group, used)
        axis.step([x for _, x, _ in points], [y for _, _, y in points], where="post")
        reached = [point for point in points if point[0] >= used.least] or points[-1:]
        axis.plot(*reached[0][1:], "o", color="black")
        kind = "asks for a number" if quantity else "other"
        axis.set_title(f"{language}, {kind} (n={len(group)})")
        axis.set_xlim(0, 0.3)
        axis.set_ylim(0, 0.5)
    figure.supxlabel("share of the answerable questions refused")
    figure.supylabel("share of the unanswerable questions answered")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)


def calibration_report(samples: Sequence[Sample]) -> str:
    """Print the chosen thresholds, ready for ``bot/grounding.py``, with their counts."""
    lines = []
    for language, quantity in product(("zh", "en"), (False, True)):
        group = [s for s in samples if s.question.language == language and s.quantity == quantity]
        open_ = [s for s in group if not s.refused_by_rule]
        if not open_:
            continue
        threshold, wrong, missed = choose(open_)
        good = [s for s in group if s.answerable]
        ruled = sum(s.refused_by_rule for s in good)
        lines.append(
            f'("{language}", {quantity}): Threshold(coverage={threshold.coverage:.1f}, '
            f"unknown={threshold.unknown:.1f}, least={threshold.least:.2f}),"
            f"  # refused {wrong + ruled} of {len(good)} answerable ({ruled} by a rule), "
            f"answered {missed} of {len(group) - len(good)} unanswerable"
        )
    return "\n".join(lines)
