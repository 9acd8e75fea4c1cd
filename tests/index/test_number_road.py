"""Sections that state a number such as is asked for come first; others stay where they are."""

import numpy as np
import pytest

from corpus.document import parse_document
from index.library import build_index
from index.number_road import LEAST, NUMBER_BONUS, number_bonus
from index.retriever import Retriever

PLAN = """一、雷达研发。支持雷达研发,雷达研发由市科技局负责。
二、雷达资金。雷达研发补贴不超过五十万元。
三、雷达数量。雷达研发项目建设三个。
"""


@pytest.fixture
def retriever(stub_encoder) -> Retriever:
    return Retriever(build_index([parse_document("plan", PLAN)], stub_encoder), stub_encoder)


def bonus_of(retriever: Retriever, question: str) -> list[float]:
    index = retriever.index
    vector = retriever.encoder.encode_queries([question])[0]
    rows = np.arange(len(index.rows))
    return number_bonus(index, question, vector, rows, index.rows["chunk"]).tolist()


@pytest.mark.parametrize(
    ("question", "section"),
    [("雷达研发补贴多少钱?", 1), ("雷达研发项目建设多少个?", 2)],
)
def test_only_the_section_with_the_unit_that_is_asked_for_is_raised(retriever, question, section):
    bonus = bonus_of(retriever, question)

    assert bonus[section] > 0
    assert [at for at, worth in enumerate(bonus) if worth] == [section]
    assert retriever.search(question).hits[0].ref == "一二三"[section]


def test_the_bonus_grows_with_the_clause_s_cosine_above_the_least(retriever):
    question = "雷达研发补贴多少钱?"
    vector = retriever.encoder.encode_queries([question])[0]
    (nearest,) = retriever.evidence(vector, 1, "clause")

    assert bonus_of(retriever, question)[1] == pytest.approx(
        NUMBER_BONUS * (nearest.cosine - LEAST), abs=1e-5
    )


@pytest.mark.parametrize("question", ["雷达研发由谁负责?", "雷达研发要多少天?", "渔港多少钱?"])
def test_nothing_is_raised_where_no_fitting_number_is_near(retriever, question):
    assert bonus_of(retriever, question) == [0, 0, 0]


def test_hits_without_what_a_number_gives_come_in_their_own_order(retriever):
    search = retriever.search("雷达研发补贴多少钱?")
    raised = {hit.ref: hit.raised for hit in search.hits}
    plain = [hit.score - hit.raised for hit in search.unraised]

    assert raised["二"] > 0 == raised["一"]
    assert plain == sorted(plain, reverse=True)
    assert sorted(search.unraised, key=lambda hit: hit.rank) == list(search.hits)
