"""Questions to begin with; those about a document are offered only where it is loaded."""

from collections.abc import Iterable

from corpus.document import Document
from corpus.language import Language

Examples = dict[Language, tuple[str, ...]]

OF_DOCUMENT: dict[str, Examples] = {
    "tianjin-information-industry-2017": {
        "zh": (
            "到2020年信息产业规模要达到多少?",
            "市知识产权局负责哪些任务?",
            "做芯片设计的能享受什么支持?",
            "第二部分第四条讲什么?",
        ),
        "en": (
            "What is the 2020 target for smartphone output?",
            "Who is responsible for radio spectrum management?",
            "What support is there for mergers and acquisitions?",
        ),
    },
}
GENERAL: Examples = {
    "zh": ("主要任务有哪些?", "发展目标是什么?"),
    "en": ("What are the main tasks?", "What are the development goals?"),
}


def examples_for(documents: Iterable[Document]) -> Examples:
    """Choose the examples of the first document that has some, else general ones."""
    known = (OF_DOCUMENT[d.id] for d in documents if d.id in OF_DOCUMENT)
    return next(known, GENERAL)
