"""Our note on what became of a body: never a document's words, in the question's language."""

import re
from collections.abc import Iterable

from bot.strings import Strings
from corpus.language import Language
from corpus.mentions import Mention
from corpus.normalise import normalise
from corpus.organisations import HOME, Organisation

RENAMED = re.compile(
    r"(?:现在|如今|后来|今天)(?:叫|改|变|归|属|并|还在)|改(?:名|叫|成|为了)|更名|合并(?:到|成|为|进)|撤销了|"
    r"(?:新|现)名(?:称|字)?|\bnow called\b|\bcalled (?:now|today)\b|\brenamed\b|\bsuccessor|"
    r"\bmerged (?:into|with)\b|"
    r"\b(?:what|who) (?:became of|replaced)\b|\bstill exist",
    re.IGNORECASE,
)


def asks_successor(question: str) -> bool:
    """Say whether a question asks what became of a body: 市科委现在叫什么."""
    return bool(RENAMED.search(normalise(question)))


def successor_notes(
    mentions: Iterable[Mention], language: Language, strings: Strings
) -> tuple[str, ...]:
    """Give one note for each body named that has successors."""
    bodies = dict.fromkeys(body for mention in mentions for body in mention.organisations)
    notes = [_note(body, language, strings) for body in bodies if body.succession]
    return tuple(dict.fromkeys(notes))


def _note(body: Organisation, language: Language, strings: Strings) -> str:
    assert body.succession is not None
    succession = body.succession
    if language == "en":
        names = [successor.english for successor in succession.successors]
        return strings.successor.format(
            body=body.english,
            year=succession.year,
            basis=succession.basis_english,
            successors=" and the ".join(names),
        )
    names = [successor.full for successor in succession.successors]
    is_plain = body.full is None or body.full == HOME + body.printed
    return strings.successor.format(
        body=body.printed if is_plain else f"{body.printed}({body.full})",
        year=succession.year,
        basis=succession.basis,
        successors="、".join(names),
    )
