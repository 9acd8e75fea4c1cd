"""Enough evidence to answer, and whether a sentence is supported by it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evidence import Strength
from bot.grounding import (
    THRESHOLDS,
    Threshold,
    is_supported_question,
    is_supported_sentence,
    numbers_in,
)

KINDS = list(product(("zh", "en"), (False, True)))
SOURCE = "支持企业联合研发导航雷达,到2023年规模达到120亿元。"


@pytest.fixture(scope="module", autouse=True)
def stub_thresholds() -> None:
    """Here the real thresholds are tested."""


def test_there_is_a_threshold_for_each_language_and_kind_of_question():
    assert set(THRESHOLDS) == set(KINDS)


def test_the_strength_is_a_weighted_sum():
    threshold = Threshold(coverage=0.2, unknown=0.1, least=0.5)
    strength = Strength(cosine=0.4, coverage=0.5, unknown=0.25, number=0.7)
    assert threshold.value(strength, quantity=False) == pytest.approx(0.4 + 0.1 - 0.025)
    assert threshold.value(strength, quantity=True) == pytest.approx(0.7 + 0.1 - 0.025)


@pytest.mark.parametrize(("language", "quantity"), KINDS)
def test_the_evidence_is_enough_from_the_threshold_on(language, quantity):
    least = THRESHOLDS[language, quantity].least
    above = Strength(cosine=least + 1e-9, coverage=0.0, unknown=0.0, number=least + 1e-9)
    below = Strength(cosine=least - 1e-3, coverage=0.0, unknown=0.0, number=least - 1e-3)
    assert is_supported_question(above, language, quantity=quantity)
    assert not is_supported_question(below, language, quantity=quantity)


@pytest.mark.parametrize(("language", "quantity"), KINDS)
def test_evidence_that_shares_nothing_is_never_enough(language, quantity):
    nothing = Strength(cosine=0.0, coverage=0.0, unknown=1.0)
    assert not is_supported_question(nothing, language, quantity=quantity)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("规模达到7500亿元", {7.5e11}),
        ("750 billion yuan", {7.5e11}),
        ("年产1.4亿部", {1.4e8}),
        ("140 million", {1.4e8}),
        ("新建基站11000个", {11_000}),
        ("11,000 base stations", {11_000}),
        ("到２０２０年，降低８%", {2020, 8}),
        ("2万亿", {2e12}),
        ("三个中心", set()),
        ("", set()),
    ],
)
def test_numbers_are_read_as_values(text, values):
    assert numbers_in(text) == values


@given(st.integers(1, 99_999))
def test_a_number_has_one_value_in_both_languages(number):
    assert numbers_in(f"{number}亿元") == numbers_in(f"{number * 100} million yuan")
    assert numbers_in(f"{number:,}") == numbers_in(str(number)) == {number}


@pytest.mark.parametrize(
    "sentence",
    [
        "到2023年规模达到120亿元。",
        "企业联合研发导航雷达[1]。",
        "到２０２３年，规模达到１２０亿元。",
    ],
)
def test_a_sentence_made_of_its_evidence_is_supported(sentence):
    assert is_supported_sentence(sentence, SOURCE, "zh")


def test_an_english_sentence_is_checked_against_source_and_rendering_together():
    evidence = f"{SOURCE} By 2023 the scale will reach 12 billion yuan."
    assert is_supported_sentence("The scale will reach 12 billion yuan.", evidence, "en")
    assert not is_supported_sentence("The scale will reach 13 billion yuan.", evidence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("到2023年规模达到130亿元。", id="another number"),
        pytest.param("到2025年规模达到120亿元。", id="another year"),
        pytest.param("到2023年规模达到120万元。", id="another unit"),
        pytest.param("不支持企业联合研发导航雷达。", id="a negation added"),
        pytest.param("渔民免费领取渔网和救生衣。", id="other words"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_sentence_that_its_evidence_does_not_hold_is_not_supported(sentence):
    assert not is_supported_sentence(sentence, SOURCE, "zh")


@pytest.mark.parametrize(
    ("sentence", "evidence", "language"),
    [
        ("企业可以转让补贴。", "企业不得转让补贴。", "zh"),
        ("A pilot may leave the bridge.", "A pilot may not leave the bridge.", "en"),
        ("市商务局负责联合研发导航雷达。", "支持企业联合研发导航雷达。(责任单位:市科技局)", "zh"),
    ],
)
def test_polarity_and_bodies_must_be_those_of_the_evidence(sentence, evidence, language):
    assert not is_supported_sentence(sentence, evidence, language)


@pytest.mark.parametrize(
    ("sentence", "evidence", "language"),
    [
        ("企业不得转让补贴。", "企业不得转让补贴。", "zh"),
        ("A pilot may not leave the bridge.", "A pilot may not leave the bridge.", "en"),
    ],
)
def test_a_negation_that_the_evidence_holds_is_supported(sentence, evidence, language):
    assert is_supported_sentence(sentence, evidence, language)
