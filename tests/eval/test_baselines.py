"""Plain rankings to compare with."""

import numpy as np

from eval.baselines import baseline_table, bm25_of, bm25_ranking
from eval.questions import Question


def question(text, language, relevant, *, answerable=True) -> Question:
    return Question(
        text, text, language, language, "", "fact", (), None, relevant, False, (), (), answerable
    )


QUESTIONS = [
    question("导航雷达", "zh", ("二(一)1",)),
    question("电子海图", "zh", ("四",)),  # no such section: never found
    question("fishermen", "en", ("二(一)2",)),
    question("2035年?", "zh", (), answerable=False),  # takes no part
]


def test_sections_are_ranked_by_the_scores_of_one_language(policy_index):
    lexical = bm25_of(policy_index, "zh")
    scores = lexical.scores("导航雷达检测")
    ranking = bm25_ranking(policy_index, lexical, "导航雷达检测")
    order = [policy_index.chunks[i].ref for i in np.argsort(-scores)]
    assert ranking == order[: len(ranking)]
    assert len(ranking) == (scores > 0).sum() == len(set(ranking))


def test_a_section_without_a_shared_word_is_not_ranked(policy_index):
    assert bm25_ranking(policy_index, bm25_of(policy_index, "zh"), "fishermen") == []
    english = bm25_of(policy_index, "en")
    assert bm25_ranking(policy_index, english, "fishermen") == ["二(一)2"]


def test_the_table_compares_the_retriever_with_bm25_in_each_language(stub_chatbot):
    lines = baseline_table(stub_chatbot.retriever, QUESTIONS).splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert rows[0] == ["ranking", "questions", "n", "right section first", "in top five"]
    assert [row[:3] for row in rows[2:]] == [
        ["BM25 over the Chinese text", "Chinese", "2"],
        ["Zhengwen's retriever", "Chinese", "2"],
        ["BM25 over the Chinese text", "English", "1"],
        ["BM25 over the English rendering", "English", "1"],
        ["Zhengwen's retriever", "English", "1"],
    ]
    by_name = {(row[0], row[1]): row[3:] for row in rows[2:]}
    assert by_name["BM25 over the Chinese text", "Chinese"][1] == "0.50"  # one of two
    assert by_name["BM25 over the Chinese text", "English"] == ["0.00", "0.00"]
    assert by_name["BM25 over the English rendering", "English"] == ["1.00", "1.00"]
