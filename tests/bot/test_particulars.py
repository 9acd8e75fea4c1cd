"""Particulars are asked for in both languages, and named by words of their own."""

import pytest

from bot.particulars import PARTICULARS


def lacking(question, text):
    return [p for p in PARTICULARS if p.asked.search(question) and not p.named.search(text)]


@pytest.mark.parametrize(
    ("question", "naming"),
    [
        ("贷款利息是多少?", "贷款利息按年计"),
        ("土地打折多少?", "土地打折供应"),
        ("要交多少押金?", "免收押金"),
        ("What interest do the loans carry?", "interest is waived"),
        ("What discount on land do makers get?", "land at a discount"),
        ("How high is the weekly quota?", "a quota applies"),
        ("How large is the first quota?", "首批试点额度5亿元"),
        ("Who owns the park?", "the owner is the city"),
        ("系统用哪个版本?", "版本为2.0"),
        ("What is the lifespan of the radars?", "a service life of ten years"),
        ("Which suppliers deliver the parts?", "suppliers are listed"),
    ],
)
def test_a_particular_is_lacking_where_its_word_is(question, naming):
    assert lacking(question, "支持企业研发雷达。 Support radar research.")
    assert not lacking(question, naming)


@pytest.mark.parametrize(
    "question",
    ["有什么支持?", "保险公司要做什么?", "Who is interested in it?", "What is done for owners?"],
)
def test_no_particular_is_asked_for(question):
    assert not lacking(question, "支持企业研发雷达。")
