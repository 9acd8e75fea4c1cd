"""
What became of a body: whether a question asks for it, and our note on it.

A question may tell the change in passing (市科委现在叫市科学技术局,它负责哪些任务): then it asks
for something else. The note is ours, never a document's words, in the question's language.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.strings import Strings
from corpus.language import Language
from corpus.mentions import Mention
from corpus.normalise import normalise
from corpus.organisations import HOME, Organisation

CHANGED = re.compile(
    r"(?:现在|如今|后来|今天|而今|目前)(?:已经?|都)?(?:改?叫|改|变|归|属|并|还在)|"
    r"改(?:名|叫|称|成|为了?|组)|更名|"
    r"(?:合并|归并|并|划)(?:到|成|为|进|入)|合并了|撤销了|(?:新|现)名(?:称|字)?|"
    r"\b(?:now|since) called\b|\bcalled (?:now|today)\b|\brenamed\b|\bsuccessors?\b|"
    r"\bnow known as\b|\b(?:merged|folded|absorbed)(?: (?:into|with))?\b|"
    r"\b(?:what|who) (?:became of|replaced)\b|\bstill exist",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[^,;:。.?!()]+")
# What leads in to the change: 早就改成, "has since been renamed".
LEAD_IN = re.compile(
    r"(?:(?:经过?)?机构改革(?:之?后|以后|中|时|以来)?|早就|早已|已经?|都|后来|如今|现在|目前|又|"
    r"也|被)+$|"
    r"(?:\b(?:which|who|has|have|had|was|were|is|are|since|now|later|then|been|meanwhile|"
    r"already) )+$"
)
TASKS = r"(?:\w+ ){0,2}?(?:tasks?|duties|items?|measures?|jobs?|sections?|areas?|fields?|parts?)\b"
WHICH_BODY = rf"(?:who|whom|whose|(?:what|which)(?! {TASKS}))\b"
ASKED_BEHIND = re.compile(
    r"(?:(?:之|以)?后)?(?:改?叫|称|了|过|为|成|做|到|进|入|是|的|名|给|现在)*"
    r"(?:什么|啥|谁|何|吗|没|否|怎|哪(?!些|[几一]?[项条件]))|"
    rf" ?(?:to |into |with |as )?{WHICH_BODY}"
)
ASKED_BEFORE = re.compile(
    r"是否|有没有|是不是|有无|(?:谁|(?:哪|什么)[个家些]?(?:部门|单位|机构|委|局|办))[^的]*$|"
    rf"^\W*(?:(?:so|and|but|do you know|tell me|please tell me) )?{WHICH_BODY}|"
    r"^\W*(?:has|have|is|was|were|did|does|do)\b"
)
WHETHER = re.compile(r"(?:吗|没有?|没|吧)$")
# Behind an English verb, what a body became is told; a time is not what it became.
BECAME = re.compile(
    r" (?!(?:today|now|nowadays|these days|since|yet|already|then|in \d|after|or not)\b)\w"
)
BODY_CHANGED = re.compile(
    r"^\W*(?:who|(?:what|which) \w+)(?: (?:is|are|was|were|has|been|now))*\W*$"
)
NO_OBJECT = re.compile(r"successor|exist|became of|replaced")  # what follows is the body itself
TAKEN_OVER = re.compile(
    r"(?:现在|如今|后来|目前)[^,;。?]{0,8}[归由属]于?(?:谁|哪[个家]?(?:部门|单位|局|委))|"
    r"谁(?:接手|接管|接替|取代|承接)|"
    r"\bwho (?:took|takes|has taken) over\b"
)
LEAST_NAME = 3  # characters of a body's name
BODY = re.compile(
    r"[局委办厅署部会]|单位|中心|\b(?:bureau|commission|office|administration|service|authority|"
    r"department|agency|body|one|committee)\b"
)
DUTY = re.compile(r"\b(?:responsib\w+|tasks?|duties|charge|do|role|items?)\b")
OPEN = re.compile(
    r"什么|啥|哪|谁|几|多少|吗|怎|\b(?:what|which|who|whom|whose|how|where|when|list|show|give)\b"
)


def asks_successor(question: str) -> bool:
    """Say whether a question asks what became of a body: 市科委现在叫什么."""
    text = normalise(question)
    changes = list(CHANGED.finditer(text))
    return any(_is_asked(text, c) for c in changes) or bool(changes and TAKEN_OVER.search(text))


def without_told_change(question: str, find: Callable[[str], Sequence[Mention]]) -> str:
    """
    Give a question without the change of a body that it tells; as it is where it asks for one.

    ``"国税地税合并成税务局了,税务局有哪项任务?" -> "税务局有哪项任务?"``

    :param find: finds the bodies that a text names
    """
    text = normalise(question)
    changes = list(CHANGED.finditer(text))
    if not changes or len(text) != len(question) or asks_successor(question):
        return question
    bodies = _bodies(find(question))
    for change in reversed(changes):
        if text[slice(*change.span())] != change[0]:
            continue  # it stood in what was cut out
        for start, end in _cuts(text, change):
            rest = f"{question[:start]} {question[end:]}"
            if bodies <= _bodies(find(rest), whole=True):
                question = rest
                break
        text = normalise(question)
    return question.strip(" ,，;；:：。.")


def _is_asked(text: str, change: re.Match[str]) -> bool:
    """Say whether a change of which a text speaks is what its clause asks for."""
    start, end = _clause(text, change)
    before, behind = text[start : change.start()], text[change.end() : end]
    if ASKED_BEHIND.match(behind) or WHETHER.search(behind):
        return True
    if change[0].isascii():
        asked = bool(ASKED_BEFORE.search(text[start : change.end()]))
        if NO_OBJECT.search(change[0]):
            return asked and not DUTY.search(behind)
        return asked and (not BECAME.match(behind) or bool(BODY_CHANGED.match(before)))
    return bool(ASKED_BEFORE.search(before))


def _clause(text: str, change: re.Match[str]) -> tuple[int, int]:
    clauses = (c.span() for c in CLAUSE.finditer(text))
    return next((a, b) for a, b in clauses if a <= change.start() < b)


def _cuts(text: str, change: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give what may be cut out for a change: its clause, the end of that, or the words alone."""
    start, end = _clause(text, change)
    lead = LEAD_IN.search(text[start : change.start()])
    begin = start + lead.start() if lead else change.start()
    behind = text[change.end() : end]
    is_of_body = len(behind) < LEAST_NAME or BODY.search(behind)
    if is_of_body and not OPEN.search(text[start:end]):
        yield start, end
        yield begin, end
    yield begin, change.end()


def _bodies(mentions: Iterable[Mention], *, whole: bool = False) -> frozenset[Organisation]:
    """Give the bodies of mentions: those named by a name of their own where there are any."""
    mentions = tuple(mentions)
    own = [] if whole else [mention for mention in mentions if not mention.successors]
    return frozenset(body for mention in own or mentions for body in mention.organisations)


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
