"""The section tree: each heading with its own text, in document order."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.candidates import read_candidates
from corpus.heading_choice import choose_headings
from corpus.heading_text import OWN_LINE_LIMIT, read_opening
from corpus.headings import Candidate
from corpus.section_tree import PREAMBLE, TreeBuilder
from corpus.sentences import trim


@dataclass(frozen=True, slots=True)
class Section:
    """
    One headed unit of a document at any level.

    ``start`` and ``end`` enclose the section's own text, its number included and its children
    excluded; ``heading_end`` is where the heading ends and body text may begin.
    """

    ref: str
    level: int
    label: str
    heading: str
    start: int
    end: int
    heading_end: int
    parent: str | None


def parse_sections(
    text: str, start: int = 0, end: int | None = None
) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """
    Parse the section tree of ``text[start:end]``.

    Text before the first heading is the section ``前言``.

    :returns: the sections in document order, and warnings on what is doubtful
    """
    end = len(text) if end is None else end
    candidates = read_candidates(text, start, end)
    builder = TreeBuilder(text, candidates, _bare(text, candidates))
    for position in range(len(builder.candidates)):
        builder.read(position)
    found = builder.accepted
    first = found[0].candidate.start if found else end
    sections: list[Section] = []
    if trim(text, start, first)[0] < trim(text, start, first)[1]:
        sections.append(Section(PREAMBLE, 1, "", "", start, first, start, None))
    begins = [item.candidate.start for item in found]
    if found and not sections:
        begins[0] = start
    stops = [*begins[1:], end] if found else []
    openings = [
        read_opening(text, item.candidate, stop, has_children=after == item.ref)
        for item, stop, after in zip(
            found, stops, [*(item.parent for item in found[1:]), None], strict=False
        )
    ]
    places = {item.ref: place for place, item in enumerate(found)}
    headings = choose_headings(
        [item.candidate for item in found],
        [places[item.parent] if item.parent else None for item in found],
        openings,
    )
    for item, begin, stop, (heading, heading_end) in zip(
        found, begins, stops, headings, strict=True
    ):
        sections.append(
            Section(
                item.ref,
                item.level,
                item.candidate.label,
                heading,
                begin,
                stop,
                heading_end,
                item.parent,
            )
        )
    return tuple(sections), tuple(builder.warnings)


def _bare(text: str, candidates: Sequence[Candidate]) -> list[bool]:
    """Say of each candidate whether its line is short and nothing follows before the next."""
    ends = [candidate.start for candidate in candidates[1:]]
    return [
        c.line_end - c.start <= OWN_LINE_LIMIT and not text[c.line_end : stop].strip()
        for c, stop in zip(candidates, ends, strict=False)
    ] + [False] * bool(candidates)
