"""
Score parsed outlines against hand-checked ones: section refs, headings, responsible units, dates.

A hand-checked outline is a JSON file ``{"doc": "<file name>", "sections": [{"ref", "heading",
"responsible", "lead", "joint"}, …]}``. The preamble needs not be in it. It may state what the
document says of itself: ``title``, ``issuer``, ``number``, ``date``, ``effective``, ``expires``;
null where the document says nothing. What an outline leaves out is not scored.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.library import read_document
from corpus.normalise import normalise
from corpus.sections import PREAMBLE

# The repository's own, beside their documents; documents in JSON are in a folder below.
OUTLINES = Path(__file__).parent / "outlines"
FIELDS = {
    "title": "title",
    "issuer": "issuer",
    "number": "number",
    "doc_number": "number",
    "date": "date",
    "effective": "effective",
    "expires": "expires",
}  # key of an outline: field of a document

Facts = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class OutlineScore:
    """
    F1 of one document; None where neither outline has such facts.

    ``metadata`` is the share of the fields stated that are read exactly so.
    """

    name: str
    refs: float | None
    headings: float | None
    units: float | None
    roles: float | None  # units with lead or joint
    metadata: float | None
    wrong: tuple[str, ...]  # what one outline has and the other lacks


def f1(found: Facts, wanted: Facts) -> float | None:
    """
    Give the harmonic mean of precision and recall of two multisets.

    ``f1(Counter("aab"), Counter("abc")) -> 0.667``
    """
    if not found and not wanted:
        return None
    return 2 * (found & wanted).total() / (found.total() + wanted.total())


def score_outline(document: Document, gold: dict) -> OutlineScore:
    """Compare a parsed document with its hand-checked outline."""
    wanted = [s for s in gold["sections"] if s["ref"] != PREAMBLE]
    found = [
        {
            "ref": section.ref,
            "heading": section.heading,
            "responsible": document.responsible(section.ref),
            "lead": document.lead(section.ref),
            "joint": document.joint(section.ref),
        }
        for section in document.sections
        if section.ref != PREAMBLE
    ]
    known = [s for s in wanted if "lead" in s]  # roles count where they were checked by hand
    roles = [s for s in found if s["ref"] in {k["ref"] for k in known}]
    pairs = [(kind(found), kind(wanted)) for kind in (_refs, _headings, _units)]
    pairs.append((_roles(roles), _roles(known)))
    wrong = [
        f"{sign} {' · '.join(fact)}"
        for has, should in pairs
        for sign, facts in (("too much", has - should), ("missing", should - has))
        for fact in facts
    ]
    stated = {key: (getattr(document, FIELDS[key]), gold[key]) for key in FIELDS if key in gold}
    misread = {key: pair for key, pair in stated.items() if _plain(pair[0]) != _plain(pair[1])}
    wrong += [f"{key} is {has!r}, should be {should!r}" for key, (has, should) in misread.items()]
    metadata = 1 - len(misread) / len(stated) if stated else None
    return OutlineScore(gold["doc"], *(f1(*pair) for pair in pairs), metadata, tuple(wrong))


def _refs(sections: Iterable[dict]) -> Facts:
    return Counter((s["ref"],) for s in sections)


def _headings(sections: Iterable[dict]) -> Facts:
    return Counter((s["ref"], _plain(s["heading"])) for s in sections)


def _units(sections: Iterable[dict]) -> Facts:
    return Counter((s["ref"], _plain(u)) for s in sections for u in s.get("responsible") or ())


def _roles(sections: Iterable[dict]) -> Facts:
    return Counter(
        (s["ref"], role, _plain(unit))
        for s in sections
        for role in ("lead", "joint")
        for unit in s.get(role) or ()
    )


def _plain(text: str | None) -> str:
    return "".join(normalise(text or "").split())


def score_outlines(outlines: Path, documents: Path) -> list[OutlineScore]:
    """
    Read every outline of a folder and the document it names, and score them.

    :raises ValueError: if the folder holds no outline
    """
    golds = [
        json.loads(path.read_text(encoding="utf-8")) for path in sorted(outlines.glob("*.json"))
    ]
    if not golds:
        raise ValueError(f"no outlines (*.json) in {outlines}")
    return [score_outline(read_document(documents / gold["doc"]), gold) for gold in golds]


def outline_table(scores: Sequence[OutlineScore]) -> str:
    """Lay out the scores as a table with their means, the lowest figure of each last."""
    names = ("refs", "headings", "units", "roles", "metadata")
    lines = [
        "| document | refs | headings | units | lead and joint | metadata |",
        "|---|---|---|---|---|---|",
    ]
    rows = [(s.name, [getattr(s, name) for name in names]) for s in scores]
    columns = [[v for _, values in rows if (v := values[n]) is not None] for n in range(len(names))]
    rows.append(("mean", [sum(c) / len(c) if c else None for c in columns]))
    rows.append(("lowest", [min(c, default=None) for c in columns]))
    for name, values in rows:
        cells = ["–" if value is None else f"{value:.3f}" for value in values]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)
