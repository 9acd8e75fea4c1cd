"""Markdown tables of measures, with the number of questions beside every mean."""

from collections.abc import Callable, Sequence

from eval.measures import Scored, mean
from eval.questions import is_held_out

COLUMNS: tuple[tuple[str, Callable[[Scored], bool | float | None]], ...] = (
    ("right section first", lambda s: s.first),
    ("in top five", lambda s: s.top_five),
    ("right section cited", lambda s: s.cited),
    ("all required cited", lambda s: s.all_cited),
    ("citation precision", lambda s: s.precision),
    ("facts in text", lambda s: s.facts if s.question.must_contain else None),
    ("right language", lambda s: s.language),
    ("wrongly refused", lambda s: s.refused if s.question.answerable else None),
    ("rightly refused", lambda s: None if s.question.answerable else s.refused),
    ("solved", lambda s: s.solved),
)


def table(rows: Sequence[tuple[str, Sequence[Scored]]]) -> str:
    """Make one Markdown row for each named group of scored questions."""
    lines = [
        "| questions | n | " + " | ".join(name for name, _ in COLUMNS) + " |",
        "|---|---|" + "---|" * len(COLUMNS),
    ]
    for name, scored in rows:
        cells = [_cell(mean(measure(s) for s in scored)) for _, measure in COLUMNS]
        lines.append(f"| {name} | {len(scored)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def by_language(scored: Sequence[Scored]) -> list[tuple[str, list[Scored]]]:
    """Group by language and by half: tuned on, and never tuned on."""
    groups = []
    for language, name in (("zh", "Chinese"), ("en", "English")):
        own = [s for s in scored if s.question.language == language]
        groups += [
            (f"{name}, all", own),
            (f"{name}, tuned on", [s for s in own if not is_held_out(s.question.id)]),
            (f"{name}, held out", [s for s in own if is_held_out(s.question.id)]),
        ]
    return [(name, group) for name, group in groups if group]


def by_type(scored: Sequence[Scored]) -> list[tuple[str, list[Scored]]]:
    """Group by question type and language."""
    names = dict.fromkeys((s.question.type, s.question.language) for s in scored)
    return [
        (
            f"{kind}, {language}",
            [s for s in scored if (s.question.type, s.question.language) == (kind, language)],
        )
        for kind, language in sorted(names)
    ]
