"""Our note on what became of a body: never a document's words, in the question's language."""

from collections.abc import Iterable

from bot.strings import Strings
from corpus.language import Language
from corpus.mentions import Mention
from corpus.organisations import Organisation


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
            successors=" and ".join(names),
        )
    names = [successor.full for successor in succession.successors]
    return strings.successor.format(
        body=body.printed,
        full=body.full,
        year=succession.year,
        basis=succession.basis,
        successors="、".join(names),
    )
