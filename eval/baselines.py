"""Plain rankings to compare with: BM25 over the Chinese text and over the English rendering."""

from collections.abc import Sequence

import numpy as np

from corpus.language import Language
from eval.measures import mean, success_at_k
from eval.questions import Question
from index.lexical import LexicalIndex, words
from index.library import Index
from index.retriever import Retriever
from index.rows import LANGUAGES, lexical_text


def bm25_of(index: Index, language: Language) -> LexicalIndex:
    """Index the words of every chunk in one language for BM25 alone."""
    texts = [lexical_text(index.document(c.document), c, language) for c in index.chunks]
    return LexicalIndex.from_texts(texts, language, words)


def bm25_ranking(index: Index, lexical: LexicalIndex, question: str) -> list[str]:
    """Rank the sections by BM25 over one language's words alone."""
    scores = lexical.scores(question)
    order = np.argsort(-scores, kind="stable")
    return list(dict.fromkeys(index.chunks[i].ref for i in order if scores[i] > 0))


def baseline_table(retriever: Retriever, questions: Sequence[Question]) -> str:
    """Compare BM25 with the retriever on the questions that have relevant sections."""
    plain = {language: bm25_of(retriever.index, language) for language in LANGUAGES}
    judged = [q for q in questions if q.answerable and q.relevant]
    lines = [
        "| ranking | questions | n | right section first | in top five |",
        "|---|---|---|---|---|",
    ]
    for language, name in (("zh", "Chinese"), ("en", "English")):
        own = [q for q in judged if q.language == language]
        rankings = [
            (
                "BM25 over the Chinese text",
                [bm25_ranking(retriever.index, plain["zh"], q.text) for q in own],
            )
        ]
        if language == "en":
            english = [bm25_ranking(retriever.index, plain["en"], q.text) for q in own]
            rankings.append(("BM25 over the English rendering", english))
        found = [retriever.search(q.text, k=10, language=language).hits for q in own]
        rankings.append(("Zhengwen's retriever", [[hit.ref for hit in hits] for hits in found]))
        for label, ranked in rankings:
            pairs = list(zip(ranked, own, strict=True))
            cells = [mean(success_at_k(refs, q.relevant, k) for refs, q in pairs) for k in (1, 5)]
            lines.append(
                f"| {label} | {name} | {len(own)} | "
                + " | ".join(f"{c or 0:.2f}" for c in cells)
                + " |"
            )
    return "\n".join(lines)
