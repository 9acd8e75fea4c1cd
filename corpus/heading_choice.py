"""
Decide which sections have a heading, from how all of them open.

Whether a short first sentence is a heading is seen from its siblings: where most of them open with
such a sentence all of them have headings, where few do it is only a short sentence.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from corpus.heading_text import ARTICLE_LIMIT, ARTICLES, LONG_NAME, TITLED, Opening
from corpus.headings import Candidate

FAMILY_SHARE = 0.4  # of a family's sections that open like headings where they have some
RARE_SHARE = 0.25  # where so few open like headings, and long, those are short sentences
MANY = 8  # sections of a family that tell what is usual in it
MANY_TITLED = 4  # articles of one chapter that open like headings, and their share of it,
TITLED_SHARE = 0.75  # from which on they are, whatever other chapters do
ALL_TITLED = 3  # the same where all of them do
MANY_SLOGANS = 2  # sections of one parent that all open with one
ARTICLE = "article"  # stands for whatever articles are below


def choose_headings(
    candidates: Sequence[Candidate],
    parents: Sequence[int | None],
    openings: Sequence[Opening],
) -> list[tuple[str, int]]:
    """
    Decide for each section by its siblings' openings whether it has a heading.

    Where half of the sections below one parent open like headings, they are, unless hardly any
    of the family elsewhere does; else two fifths of all sections of the family below that
    parent's family must. Articles are one group.

    :param parents: the position of each section's parent; None at the top
    :returns: heading, empty where there is none, and the offset where the text may begin
    """
    near: dict[tuple[str, object], Counter[bool]] = defaultdict(Counter)
    wide: dict[tuple[str, object], Counter[bool]] = defaultdict(Counter)
    named: dict[tuple[str, object], Counter[bool]] = defaultdict(Counter)
    slogans: Counter[tuple[str, object]] = Counter()
    sentences: Counter[tuple[str, object]] = Counter()
    longest: dict[tuple[str, object], int] = defaultdict(int)
    keys: list[tuple[tuple[str, object], tuple[str, object]]] = []
    for candidate, parent, opening in zip(candidates, parents, openings, strict=True):
        name = candidate.family.name
        above = candidates[parent].family.name if parent is not None else None
        key = ((name, parent), (name, ARTICLE if _are_articles(name, above) else above))
        near[key[0]][opening.form not in ("body", "slogan", "lone")] += 1
        wide[key[1]][opening.form not in ("body", "slogan", "lone")] += 1
        named[key[0]][opening.form != "body"] += 1
        slogans[key[0]] += opening.form == "slogan"
        sentences[key[0]] += opening.form == "sentence"
        longest[key[0]] = max(longest[key[0]], len(opening.heading))
        keys.append(key)
    chosen: list[tuple[str, int]] = []
    for candidate, key, opening in zip(candidates, keys, openings, strict=True):
        siblings, family = near[key[0]], wide[key[1]]
        if key[1][1] == ARTICLE:
            usual = family[True] >= family[False]
            usual = usual or siblings[True] >= max(MANY_TITLED, TITLED_SHARE * siblings.total())
            usual = usual or (siblings[True] >= ALL_TITLED and not siblings[False])
        elif opening.form == "short":
            usual = True
        elif opening.form in ("slogan", "lone"):  # where all beside it are alike
            alike = named[key[0]]
            usual = slogans[key[0]] > 0 and alike[True] >= MANY_SLOGANS and not alike[False]
            usual = usual and longest[key[0]] >= LONG_NAME
        elif opening.form == "sentence" and (siblings[False] or family[False] > family[True]):
            usual = False  # alone on its line, where others beside it are text
        elif key[1][1] in ARTICLES and len(opening.heading) > ARTICLE_LIMIT:
            usual = False  # items of an article: a long first sentence is its text
        else:
            is_rare = family[True] < RARE_SHARE * family.total() and family.total() >= MANY
            told = siblings[True] - (sentences[key[0]] if siblings[False] else 0)
            is_most = told >= max(2, siblings[False])
            is_most = is_most and not (is_rare and longest[key[0]] > ARTICLE_LIMIT)
            is_odd = told == 1 and siblings[False] > 1
            usual = is_most or (family[True] >= FAMILY_SHARE * family.total() and not is_odd)
        if opening.form == "certain" or (opening.form != "body" and usual):
            chosen.append((opening.heading, opening.end))
        else:
            chosen.append(("", candidate.mark_end))
    return chosen


def _are_articles(family: str, above: str | None) -> bool:
    """Say whether sections count as articles: 条, and 一、 below chapters."""
    return family in ARTICLES or (above in TITLED and above != "附件")
