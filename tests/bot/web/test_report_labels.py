"""What the page says of a file: every problem has its words."""

from dataclasses import fields

from bot.web.labels import EN, ZH
from bot.web.report_labels import REPORT_EN, REPORT_ZH, ReportLabels
from bot.web.uploads import Problem


def test_every_problem_with_a_file_has_a_label():
    reasons, own = Problem.__args__
    for problem in (*reasons.__args__, *own.__args__):
        assert getattr(ZH, f"problem_{problem}")


def test_labels_of_the_page_hold_the_report_s():
    for field in fields(ReportLabels):
        assert getattr(ZH, field.name) == getattr(REPORT_ZH, field.name)
        assert getattr(EN, field.name) == getattr(REPORT_EN, field.name)
