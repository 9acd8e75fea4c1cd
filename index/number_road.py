"""
Raise the sections that state a number such as a question asks for.

A question for a sum, a period or a count is answered by a sentence that states one, in a unit that
fits. How near such a sentence's clauses are to the question says how likely its section answers.
"""

from typing import TYPE_CHECKING

import numpy as np

from corpus.asked_numbers import asked_number
from corpus.quantities import find_quantities
from index.rows import KINDS

if TYPE_CHECKING:
    from index.library import Index

NUMBER_BONUS = 4.0  # times the cosine above LEAST, added to the fused z-score of the section
LEAST = 0.3
MOST = 60  # clauses that are read, the nearest first


def number_bonus(
    index: "Index", question: str, vector: np.ndarray, rows: np.ndarray, places: np.ndarray
) -> np.ndarray:
    """
    Give what is added to the scores of candidates.

    :param vector: of the question. *Shape:* ``(dim,)``
    :param rows: the row numbers of all candidates. *Shape:* ``(rows,)``
    :param places: for each row, the place of its chunk among the candidates. *Shape:* ``(rows,)``
    :returns: *Shape:* ``(candidates,)``, 0 where no fitting number is near
    """
    bonus = np.zeros(int(places.max()) + 1 if len(places) else 0)
    asked = asked_number(question)
    if asked is None:
        return bonus
    clauses = np.flatnonzero(index.rows["kind"][rows] == KINDS.index("clause"))
    cosines = index.vectors.take(rows[clauses]) @ vector
    for at in np.argsort(-cosines, kind="stable")[:MOST]:
        if cosines[at] <= LEAST:
            break
        place = places[clauses[at]]
        worth = NUMBER_BONUS * (cosines[at] - LEAST)
        if worth > bonus[place]:
            row = index.rows[rows[clauses[at]]]
            text = index.document(index.chunks[row["chunk"]].document).text
            found = find_quantities(text[row["start"] : row["end"]])
            if any(asked.fits(quantity.unit) for quantity in found):
                bonus[place] = worth
    return bonus
