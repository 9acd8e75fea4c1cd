"""The refusal thresholds that miss least."""

import pytest

from bot.evidence import Strength
from bot.grounding import Threshold
from eval.calibration import LIMIT, Sample, calibration_report, choose, collect, curve, plot
from eval.questions import Question


def question(text, kind="number", *, language="zh", answerable=True) -> Question:
    return Question(
        text, text, language, language, "", kind, (), None, (), False, (), (), answerable
    )


def sample(cosine, *, answerable, language="zh", quantity=False, ruled=False) -> Sample:
    asked = question("?", language=language, answerable=answerable)
    return Sample(asked, Strength(cosine, 0.0, 0.0, cosine), answerable, quantity, ruled)


def test_a_threshold_between_the_two_kinds_costs_nothing():
    samples = [
        sample(0.60, answerable=True),
        sample(0.50, answerable=True),
        sample(0.20, answerable=False),
        sample(0.10, answerable=False),
    ]
    threshold, wrong, missed = choose(samples)
    assert (wrong, missed) == (0, 0)
    assert 0.20 < threshold.least <= 0.50


def test_few_of_the_answerable_may_be_refused_so_that_the_others_are_not_answered():
    weak, between = sample(0.10, answerable=True), sample(0.30, answerable=False)
    strong = [sample(0.60, answerable=True)] * (round(1 / LIMIT) - 1)
    assert choose([weak, between, between, *strong])[1:] == (1, 0)
    assert choose([weak, weak, between, between, *strong])[1:] == (0, 2)


def test_not_one_of_few_answerable_questions_may_be_refused():
    weak, strong = sample(0.10, answerable=True), sample(0.60, answerable=True)
    between = sample(0.30, answerable=False)
    assert choose([weak, between, between, between, strong])[1:] == (0, 3)


def test_the_counts_are_those_of_the_chosen_threshold():
    samples = [sample(cosine / 100, answerable=cosine % 3 != 0) for cosine in range(7, 90, 4)]
    threshold, wrong, missed = choose(samples)
    answered = [threshold.value(s.strength, quantity=False) >= threshold.least for s in samples]
    pairs = list(zip(samples, answered, strict=True))
    assert wrong == sum(s.answerable and not yes for s, yes in pairs)
    assert missed == sum(yes and not s.answerable for s, yes in pairs)


def test_where_a_number_is_asked_for_the_clause_with_a_number_counts():
    low = Sample(question("?"), Strength(0.9, 0.0, 0.0, 0.1), False, True, False)
    high = Sample(question("?"), Strength(0.1, 0.0, 0.0, 0.9), True, True, False)
    assert choose([low, high])[1:] == (0, 0)


def test_where_nothing_can_be_answered_everything_is_refused():
    samples = [sample(0.5, answerable=False), sample(0.4, answerable=False)]
    assert choose(samples)[1:] == (0, 0)


def test_the_report_is_ready_to_be_pasted():
    samples = [
        sample(0.6, answerable=True),
        sample(0.1, answerable=False),
        sample(0.7, answerable=True, ruled=True),  # refused by a rule: counted apart
        sample(0.6, answerable=True, language="en", quantity=True),
    ]
    report = calibration_report(samples)
    table = eval(f"{{\n{report}\n}}", {"Threshold": Threshold})
    assert list(table) == [("zh", False), ("en", True)]
    assert 0.1 < table["zh", False].least <= 0.6
    first, second = report.splitlines()
    assert "refused 1 of 2 answerable (1 by a rule), answered 0 of 1 unanswerable" in first
    assert "refused 0 of 1 answerable (0 by a rule), answered 0 of 0 unanswerable" in second


def test_samples_are_measured_as_the_bot_would_see_them(stub_chatbot):
    (sample,) = collect(stub_chatbot, [question("2023年规模目标是多少?")])
    assert sample.answerable
    assert sample.quantity
    assert not sample.refused_by_rule
    assert sample.strength.cosine > 0


def test_a_question_that_a_rule_refuses_is_marked(stub_chatbot):
    (sample,) = collect(stub_chatbot, [question("2035年规模目标是多少?", answerable=False)])
    assert sample.refused_by_rule
    assert not sample.answerable


@pytest.mark.parametrize(
    "kind", ["reverse_responsibility", "section_lookup", "injection", "followup", "summary"]
)
def test_what_is_not_decided_by_the_threshold_takes_no_part(stub_chatbot, kind):
    assert collect(stub_chatbot, [question("市工信局负责哪些任务?", kind)]) == []


def test_curve_counts_what_each_threshold_refuses_and_answers():
    """Of two answerable ones a rule refuses one; of two unanswerable ones a rule refuses one."""
    samples = [
        sample(0.60, answerable=True),
        sample(0.90, answerable=True, ruled=True),
        sample(0.20, answerable=False),
        sample(0.90, answerable=False, ruled=True),
    ]

    assert curve(samples, Threshold(0.0, 0.0, 0.0)) == [(0.2, 0.5, 0.5), (0.6, 0.5, 0.0)]


def test_plot_is_the_same_file_for_the_same_samples(tmp_path):
    samples = [
        sample(n / 10, answerable=n > 4, language=language, quantity=quantity)
        for n in range(1, 9)
        for language in ("zh", "en")
        for quantity in (False, True)
    ]
    for name in ("a.svg", "b.svg"):
        plot(samples, tmp_path / name)

    first = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert first == (tmp_path / "b.svg").read_text(encoding="utf-8")
    assert "</svg>" in first
