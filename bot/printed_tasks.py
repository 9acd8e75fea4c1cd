"""
The tasks that print all that a question names, so that "who is responsible for 5G" leaves none out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.name_places import find_places, names_of_one, near_names_of_one
from bot.plain_words import topics_as_written
from corpus.document import Document
from corpus.normalise import HAN, normalise
from corpus.register import Task

LEAST_PART = 0.4  # of a topic must be the name of the known thing in it


@dataclass(frozen=True, slots=True)
class PrintedTask:
    """A task and the span of its sentence that prints most of what is asked about."""

    document: Document
    task: Task
    start: int
    end: int


def tasks_printing(
    question: str,
    tasks: Iterable[tuple[Document, Task]],
    may_print: Callable[[str, Document], bool] = lambda name, document: True,
) -> Iterator[PrintedTask]:
    """
    Yield the tasks whose own text prints every topic of a question, in document order.

    A topic is printed by its own words; one that is printed nowhere by any other of its names.
    None where the question has no topic, or no task prints all of them.

    :param may_print: says whether a document may print a name in normal form; one that it denies
        is not read
    """
    topics = topics_as_written(question)
    by_document: dict[str, tuple[Document, list[Task]]] = {}
    for document, task in tasks:
        by_document.setdefault(document.id, (document, []))[1].append(task)
    for document, own in by_document.values() if topics else ():
        yield from _printing(topics, document, own, may_print)


def _printing(
    topics: Sequence[str],
    document: Document,
    tasks: Sequence[Task],
    may_print: Callable[[str, Document], bool],
) -> Iterator[PrintedTask]:
    title = normalise(document.title)  # what it names is the topic of all tasks, and tells none
    own = [topic for topic in topics if normalise(topic) not in title]
    places = [_places_of(topic, document, may_print) for topic in own]
    for task in tasks if places else ():
        if all(task.ref in spans for spans in places):
            spans = [span for held in places for span in held[task.ref]]
            start, end = max(dict.fromkeys(spans), key=spans.count)
            yield PrintedTask(document, task, start, end)


def _places_of(
    topic: str, document: Document, may_print: Callable[[str, Document], bool]
) -> dict[str, list[tuple[int, int]]]:
    """
    Give the spans of the sentences that print a topic, by ref.

    A topic of which a known name is the lesser part is of another thing: 物流 in 低空物流航线.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    plain, known = normalise(topic), names_of_one(topic)
    said = max((len(name) for name in known if name in plain), default=len(plain))
    is_lesser = HAN.search(plain) and said < LEAST_PART * len(plain)
    others = () if is_lesser else (known, near_names_of_one(topic))
    for every in ((plain,), *others):
        names = tuple(name for name in every if may_print(name, document))
        if not names:
            continue
        for section, span in find_places(document, names):
            found.setdefault(section.ref, []).append(span)
        if found:
            break
    return found
