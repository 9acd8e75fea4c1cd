"""
Details that a question demands and a document may lack: years, amounts, contacts, names.

A question can be right on topic and still ask for what no plan states. When the evidence holds
nothing of a kind that is asked for (:mod:`bot.detail_kinds`), the answer is a refusal that names
the detail.
"""

from bot.deadlines import APPLY_BY, asks_to_apply, lacks_phase
from bot.detail import DetailKind
from bot.detail_kinds import DETAILS
from bot.due_years import is_set_for_year
from bot.posts import lacks_post, without_post
from bot.strings import Strings
from corpus.language import Language
from corpus.normalise import HAN, fold_script


def missing_details(
    question: str, evidence: str, nearest: str | None = None
) -> tuple[DetailKind, ...]:
    """
    Give the kinds of detail that a question demands and the evidence does not state.

    :param evidence: the text of the best sections, with their rendering
    :param nearest: the text of the best of them alone; all of the evidence when None
    """
    nearest = evidence if nearest is None else nearest
    # ranks across languages tell little
    untold = lacks_post(question, nearest if HAN.search(question) else evidence)
    text = without_post(fold_script(question))  # a post tells who holds another: 由市长任组长
    kinds = [
        detail.kind
        for detail in DETAILS
        if detail.asked.search(text)
        and not detail.stated.search(nearest if detail.nearest else evidence)
        and not (detail.kind == "date" and is_set_for_year(text, evidence))
    ]
    if untold:
        kinds.append("person")
    if asks_to_apply(text) and not APPLY_BY.search(evidence):
        kinds.append("deadline")
    if lacks_phase(text, evidence):
        kinds.append("date")
    # a deadline is asked for as a date is
    unique = dict.fromkeys(kinds)
    return tuple(kind for kind in unique if kind != "date" or "deadline" not in unique)


def missing_years(years: tuple[int, ...], source: str) -> tuple[int, ...]:
    """Give the years that a question names and the source nowhere does."""
    return tuple(year for year in years if str(year) not in source)


def detail_names(kinds: tuple[DetailKind, ...], language: Language, strings: Strings) -> str:
    """Word kinds of detail in the reply's language."""
    names = [getattr(strings, f"detail_{kind}") for kind in kinds]
    return ("、" if language == "zh" else " or ").join(names)
